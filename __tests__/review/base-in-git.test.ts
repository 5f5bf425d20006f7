import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { cli, folderWith } from "../support/cli";
import { baseConfig } from "./base";
import { edited } from "./edited";
import { repository } from "./repository";

const BASE = stringify(baseConfig());
const LONGER = stringify(edited({ set: { "clients.ios.accessTokenValidity": "24h" } }));

const review = (cwd: string, ...args: string[]) => cli(cwd, "review", "--base", "HEAD", "--format", "json", ...args);

describe("the base of a config in git", () => {
  const folder = repository({ "infra/userpools.yaml": BASE, README: "" });
  const config = join(folder, "infra/userpools.yaml");
  writeFileSync(config, LONGER);
  mkdirSync(join(folder, "docs"));
  const link = join(folderWith({}), "link");
  symlinkSync(folder, link);

  test.each([
    ["from its own folder", join(folder, "infra"), "userpools.yaml", "userpools.yaml"],
    ["from another folder of the repository", join(folder, "docs"), "../infra/userpools.yaml", config],
    ["from outside of the repository", folderWith({}), config, config],
    ["from another repository", repository({ README: "" }), config, config],
    ["from a link to the repository", link, "infra/userpools.yaml", "infra/userpools.yaml"],
    ["by a path through a link", folder, join(link, "infra/userpools.yaml"), join(link, "infra/userpools.yaml")],
  ])("is that of its own repository: %s", async (_, cwd, name, file) => {
    const { stdout, stderr } = await review(cwd, "--config", name);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout).changes).toMatchObject([{ client: "ios", before: "1 hour", after: "24 hours", file }]);
  });

  test("has its own places as files of the working tree", async () => {
    const other = repository({ "infra/userpools.yaml": BASE });
    writeFileSync(join(other, "infra/userpools.yaml"), stringify(edited({ set: { "clients.ios": undefined } })));
    const { stdout } = await review(join(other, "infra"), "--config", "userpools.yaml");
    expect(JSON.parse(stdout).changes).toContainEqual(
      expect.objectContaining({ client: "ios", side: "base", file: "userpools.yaml" }),
    );
  });
});

describe("a config that is a link", () => {
  const LONG = { client: "ios", before: "1 hour", after: "24 hours" };

  test("is compared by what it leads to", async () => {
    const folder = repository({ "shared.yaml": BASE }, { "userpools.yaml": "shared.yaml" });
    writeFileSync(join(folder, "shared.yaml"), LONGER);
    expect(JSON.parse((await review(folder)).stdout).changes).toMatchObject([LONG]);
  });

  test("may have been a file", async () => {
    const folder = repository({ "userpools.yaml": BASE });
    renameSync(join(folder, "userpools.yaml"), join(folder, "old.yaml"));
    writeFileSync(join(folder, "shared.yaml"), LONGER);
    symlinkSync("shared.yaml", join(folder, "userpools.yaml"));
    expect(JSON.parse((await review(folder)).stdout).changes).toMatchObject([LONG]);
  });

  test("fails where it led out of the commit", async () => {
    const folder = repository({}, { "userpools.yaml": "/nowhere.yaml" });
    rmSync(join(folder, "userpools.yaml"));
    writeFileSync(join(folder, "userpools.yaml"), LONGER);
    expect(await review(folder)).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "cdktf-cognito: --base HEAD: userpools.yaml is neither a file there nor a link to one\n",
    });
  });
});

describe("git", () => {
  const environment = { ...process.env };
  afterEach(() => {
    process.env = { ...environment };
  });
  const folder = repository({ "infra/userpools.yaml": BASE });

  test("finds the repository also in a hook, which has variables of its own", async () => {
    Object.assign(process.env, { GIT_DIR: ".git", GIT_INDEX_FILE: ".git/index" });
    const { exitCode, stderr } = await review(folder, "--config", "infra/userpools.yaml");
    expect([exitCode, stderr]).toEqual([0, ""]);
  });

  test.each([
    [
      "refuses a repository of another user",
      { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" },
      /git refuses: .*safe\.directory/,
    ],
    ["is not there", { PATH: "/nowhere" }, /git is not installed or not on the PATH; --base must name a file/],
  ])("fails with the reason when it %s", async (_, variables, reason) => {
    Object.assign(process.env, variables);
    const { exitCode, stderr } = await review(folder, "--config", "infra/userpools.yaml");
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(reason)]);
  });
});
