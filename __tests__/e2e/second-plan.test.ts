import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { example, synthesizeConfig } from "../examples/examples";
import { describeTerraform, Workspace } from "../support/terraform";
import { LocalCognito } from "./cognito";

jest.setTimeout(300_000);

/**
 * What the provider reads back is not what it planned: an argument that was null may be "" then. The conditions must
 * hold of both, else the second plan of every deployed stack fails.
 */
describeTerraform("a second plan, of what was applied and read back", () => {
  const workspace = new Workspace();
  let cognito: LocalCognito;

  beforeAll(async () => {
    cognito = await LocalCognito.start();
  });
  afterAll(() => {
    cognito?.stop();
    workspace.remove();
  });

  test.each([
    ["everything", "staff-staging"],
    ["everything", "customers-prod"],
  ])("%s, %s: every condition holds, and nothing is destroyed", async (name, id) => {
    const { stacks } = synthesizeConfig(await example(name).config());
    const stack = stacks.find(({ stack }) => stack === id);
    await workspace.use(stack?.file as string, cognito.endpoint);
    writeFileSync(join(workspace.folder, "test.auto.tfvars.json"), JSON.stringify(example(name).variables(id)));
    rmSync(join(workspace.folder, "terraform.tfstate"), { force: true });
    await workspace.run("apply", "-auto-approve");
    const output = await workspace.run("plan");
    expect(output).not.toMatch(/Warning:|must be replaced|will be destroyed/);
  });
});
