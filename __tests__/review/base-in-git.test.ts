import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

describe("a config that moved", () => {
  const LONG = { client: "ios", before: "1 hour", after: "24 hours" };
  const move = (folder: string, from: string, to: string, text: string) => {
    rmSync(join(folder, from));
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    writeFileSync(join(folder, to), text);
  };

  test.each([
    ["into another folder", "infra/userpools.yaml", "identity/userpools.yaml"],
    ["into another folder and format", "userpools.yml", "identity/userpools.yaml"],
    ["to the root", "infra/userpools.yaml", "userpools.yaml"],
  ])("is compared with what it was: %s", async (_, from, to) => {
    const folder = repository({ [from]: BASE, "other/userpools.yaml": "still here" });
    move(folder, from, to, LONGER);
    const { stdout, stderr } = await review(folder, "--config", to);
    expect(JSON.parse(stdout).changes).toMatchObject([LONG]);
    expect(stderr).toBe(`HEAD has the config as ${from}\n`);
  });

  test("is found by what git takes for a rename, and the index stays as it is", async () => {
    const folder = repository({ "pools.yaml": BASE });
    move(folder, "pools.yaml", "identity/accounts.yaml", LONGER);
    execFileSync("git", ["add", "--all"], { cwd: folder });
    const index = readFileSync(join(folder, ".git/index"));
    const { stdout } = await review(folder, "--config", "identity/accounts.yaml");
    expect(JSON.parse(stdout).changes).toMatchObject([LONG]);
    expect(readFileSync(join(folder, ".git/index")).equals(index)).toBe(true);
  });

  test("fails where several may be it", async () => {
    const folder = repository({ "a/userpools.yaml": BASE, "b/userpools.yaml": BASE });
    rmSync(join(folder, "a/userpools.yaml"));
    move(folder, "b/userpools.yaml", "c/userpools.yaml", LONGER);
    expect(await review(folder, "--config", "c/userpools.yaml")).toEqual({
      exitCode: 2,
      stdout: "",
      stderr:
        "cdktf-cognito: --base HEAD has no c/userpools.yaml, but 2 configs that are gone: a/userpools.yaml, b/userpools.yaml; name the one to compare with: --base HEAD:FILE\n",
    });
  });

  test("fails the run by its risk as before", async () => {
    const folder = repository({ "infra/userpools.yaml": BASE });
    const text = stringify(edited({ set: { "clients.ios": undefined } }));
    move(folder, "infra/userpools.yaml", "identity/userpools.yaml", text);
    const { exitCode } = await review(folder, "--config", "identity/userpools.yaml", "--fail-on", "breaks");
    expect(exitCode).toBe(1);
  });
});

test("a file of a ref is named from the folder of the command, or from the root as git does", async () => {
  const folder = repository({ "infra/userpools.yaml": BASE });
  writeFileSync(join(folder, "infra/userpools.yaml"), LONGER);
  for (const name of ["userpools.yaml", "./userpools.yaml", "infra/userpools.yaml"]) {
    const { stdout } = await cli(join(folder, "infra"), "review", "--base", `HEAD:${name}`, "--format", "json");
    expect([name, JSON.parse(stdout).changes]).toMatchObject([name, [{ client: "ios" }]]);
  }
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
