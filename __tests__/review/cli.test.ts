import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { RISKS } from "../../lib/review/risk";
import { cli, folderWith } from "../support/cli";
import { baseConfig } from "./base";
import { edited } from "./edited";
import { repository } from "./repository";

const LONGER = stringify(edited({ set: { "clients.ios.accessTokenValidity": "24h" } }));

/** The pages that a comment links to, by their names. */
function linksIn(markdown: string): string[] {
  return [...markdown.matchAll(/\[`([^`]*)`\]\(([^)]*)\)/g)].map(([, name, url]) => `${name} ${url}`);
}

describe("review with the address of the report", () => {
  const files = { "base.yaml": stringify(baseConfig()), "head.yaml": LONGER };
  const reviewWith = (url: string, format = "markdown", head = "head.yaml") =>
    cli(folderWith(files), "review", "--base", "base.yaml", "--head", head, "--format", format, "--report-url", url);

  test("links to the page of each client that changes", async () => {
    const { stdout } = await reviewWith("https://ci.example/job/7/index.html");
    expect(linksIn(stdout)).toEqual(["customers/prod/ios https://ci.example/job/7/index.html#customers/prod/ios"]);
    expect((await reviewWith("https://ci.example/job/7/index.html", "json")).stdout).not.toContain("ci.example");
  });

  test("links to no page of a client that is gone", async () => {
    const folder = folderWith(files);
    const args = ["--base", "head.yaml", "--head", "base.yaml", "--format", "markdown", "--report-url", "https://a.b/"];
    const gone = stringify(edited({ set: { "clients.ios": undefined } }));
    writeFileSync(join(folder, "base.yaml"), gone);
    const { stdout } = await cli(folder, "review", ...args);
    expect(stdout).toContain("the client is removed");
    expect(linksIn(stdout)).toEqual([]);
  });

  test("an address ends neither the link nor the cell, and only the web has one", async () => {
    const { stdout } = await reviewWith("https://ci.example/a|b(c)`d`/ e?x=<y>");
    expect(linksIn(stdout)).toEqual([
      "customers/prod/ios https://ci.example/a%7cb%28c%29%60d%60/%20e?x=%3Cy%3E#customers/prod/ios",
    ]);
    for (const url of ["javascript:alert(1)", "file:///etc", "report/index.html", ""]) {
      const { exitCode, stderr } = await reviewWith(url);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining("give the http or https address of index.html")]);
    }
  });
});

describe("review on the command line", () => {
  test.each(RISKS)("--fail-on %s fails when a change is at least that bad", async (risk) => {
    const folder = folderWith({ "base.yaml": stringify(baseConfig()), "userpools.yaml": LONGER });
    const { exitCode } = await cli(folder, "review", "--base", "base.yaml", "--fail-on", risk);
    expect(exitCode).toBe(risk === "breaks" ? 0 : 1);
  });

  test("compares with a git ref, a ref's file, and a file, and leaves the working tree alone", async () => {
    const folder = repository({ "userpools.yaml": stringify(baseConfig()) });
    writeFileSync(join(folder, "userpools.yaml"), LONGER);
    for (const base of ["main", "HEAD", "HEAD:userpools.yaml"]) {
      const { stdout, exitCode } = await cli(folder, "review", "--base", base);
      expect(stdout).toMatch(
        /userpools\.yaml:\d+ {2}opens {2}pools\.customers\.clients\.ios\.accessTokenValidity\n {2}ios: a stolen access token works for 24 hours instead of 1 hour {2}\(customers-prod\)\n/,
      );
      expect(exitCode).toBe(0);
    }
    expect(execFileSync("git", ["status", "--porcelain"], { cwd: folder, encoding: "utf8" })).toBe(
      " M userpools.yaml\n",
    );
    expect(
      execFileSync("git", ["worktree", "list"], { cwd: folder, encoding: "utf8" }).trim().split("\n"),
    ).toHaveLength(1);
  });

  test("a TypeScript config of a ref sees the files of that ref", async () => {
    const program = (lifetime: string) => `export const lifetime = ${JSON.stringify(lifetime)};\n`;
    const folder = repository({
      "config/lifetime.ts": program("1h"),
      "userpools.config.ts": `import { lifetime } from "./config/lifetime";
export default { project: "acme", environments: { prod: { region: "eu-west-1" } }, pools: { users: { clients: { app: { platform: "ios", accessTokenValidity: lifetime } } } } };\n`,
    });
    writeFileSync(join(folder, "config/lifetime.ts"), program("2h"));
    const { stdout } = await cli(folder, "review", "--base", "HEAD");
    expect(stdout).toContain("app: a stolen access token works for 2 hours instead of 1 hour");
  });

  test("a config that changed its format is found beside the old one", async () => {
    const folder = repository({ "userpools.yaml": stringify(baseConfig()) });
    rmSync(join(folder, "userpools.yaml"));
    writeFileSync(join(folder, "userpools.json"), JSON.stringify(baseConfig()));
    expect((await cli(folder, "review", "--base", "HEAD")).stdout).toBe(
      "nothing changes in meaning (1 stack compared)\n",
    );
  });

  test("a ref without a config: everything is new", async () => {
    const folder = repository({ "README.md": "nothing yet" });
    writeFileSync(join(folder, "userpools.yaml"), stringify(baseConfig()));
    const { stdout, stderr } = await cli(folder, "review", "--base", "HEAD");
    expect(stderr).toBe("HEAD has no config; everything is new\n");
    expect(stdout).toContain("customers: new user pool in prod, tier PLUS, with 5 clients");
  });

  test("--env leaves out the other environments", async () => {
    const two = { ...baseConfig(), environments: { prod: { region: "eu-west-1" }, dev: { region: "eu-west-1" } } };
    const head = structuredClone(two);
    (head.pools.customers as { deletionProtection?: boolean }).deletionProtection = false;
    const folder = folderWith({ "base.json": JSON.stringify(two), "userpools.json": JSON.stringify(head) });
    const json = async (...args: string[]) =>
      JSON.parse((await cli(folder, "review", "--base", "base.json", "--format", "json", ...args)).stdout);
    expect((await json("--env", "dev")).changes).toMatchObject([{ environment: "dev" }]);
    expect(await json()).toMatchObject({ changes: [{}, {}], summary: { opens: 2, stacks: 2 } });
    expect((await cli(folder, "review", "--base", "base.json")).stdout).toContain("opens 1\n");
  });

  test.each([
    ["an unknown ref", "nowhere", /--base nowhere is neither a file nor a git ref/],
    ["a ref that would be an option", "--output=x", /is neither a file nor a git ref/],
    ["a file that the ref does not have", "HEAD:other.yaml", /--base HEAD:other.yaml: HEAD has no file other.yaml/],
    ["a file of another folder than the ref has it in", "HEAD:x/userpools.yaml", /HEAD has no file x\/userpools.yaml/],
    ["a base that is not a config", "broken.yaml", /the base broken.yaml cannot be compared/],
  ])("fails when the base is %s", async (_, base, message) => {
    const folder = repository({ "userpools.yaml": stringify(baseConfig()), "broken.yaml": "a: [" });
    const { exitCode, stderr, stdout } = await cli(folder, "review", `--base=${base}`);
    expect(stderr).toMatch(message);
    expect([exitCode, stdout]).toEqual([2, ""]);
  });

  test("fails when the head is not a config, or neither config has the environment", async () => {
    const folder = folderWith({ "base.yaml": stringify(baseConfig()), "userpools.yaml": "pools: 1" });
    expect(await cli(folder, "review", "--base", "base.yaml")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("the head cannot be compared"),
    });
    expect(await cli(folder, "review", "--base", "base.yaml", "--head", "base.yaml", "--env", "test")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("unknown environment test; the config has prod"),
    });
  });
});
