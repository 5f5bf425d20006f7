import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { cliIn, folderWith } from "../support/cli";

const WRONG = `project: acme
environments: { prod: { region: eu-west-1 } }
pools: { users: { clients: { app: { platform: ios, accessTokenValidity: 4m } } } }
`;

describe("GIVEN a pipeline whose checkout is a folder above", () => {
  const workspace = folderWith({ "infra/identity/userpools.yaml": WRONG, "plans/README": "" });
  const cwd = join(workspace, "infra");

  /** The files of annotations and of SARIF. */
  async function named(place: { cwd: string; workspace?: string }, config: string): Promise<(string | undefined)[]> {
    const { stdout: github } = await cliIn(place, "check", "--config", config, "--format", "github");
    const { stdout: sarif } = await cliIn(place, "check", "--config", config, "--format", "sarif");
    const [result] = JSON.parse(sarif).runs[0].results;
    return [/file=([^,]+)/.exec(github)?.[1], result.locations[0].physicalLocation.artifactLocation.uri];
  }

  test.each([
    ["below the folder of the command", cwd, "identity/userpools.yaml"],
    ["beside it", join(workspace, "plans"), "../infra/identity/userpools.yaml"],
    ["by its whole path", cwd, join(workspace, "infra/identity/userpools.yaml")],
  ])("THEN annotations and SARIF name the config from there: %s", async (_, folder, config) => {
    const file = "infra/identity/userpools.yaml";
    expect(await named({ cwd: folder, workspace }, config)).toEqual([file, file]);
  });

  test("WHEN the checkout is behind a link THEN they do as well", async () => {
    const link = join(folderWith({}), "work");
    symlinkSync(workspace, link);
    const file = "infra/identity/userpools.yaml";
    expect(await named({ cwd, workspace: link }, "identity/userpools.yaml")).toEqual([file, file]);
  });

  test("WHEN the config is elsewhere, or there is no pipeline, THEN they name it as the other formats do", async () => {
    const elsewhere = join(folderWith({}), "checkout");
    mkdirSync(elsewhere);
    const file = "identity/userpools.yaml";
    expect(await named({ cwd, workspace: elsewhere }, file)).toEqual([file, file]);
    expect(await named({ cwd }, file)).toEqual([file, file]);
  });

  test("THEN text names it from the folder of the command", async () => {
    const { stdout } = await cliIn({ cwd, workspace }, "check", "--config", "identity/userpools.yaml");
    expect(stdout).toMatch(/^identity\/userpools\.yaml:3:/);
  });
});
