import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { meaning } from "../../lib/adopt/minimal";
import { loadConfig } from "../../lib/config/load";
import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { make } from "./live";
import { OF_EVERY_POOL, printed } from "./printed";
import type { Shape } from "./shapes";

const made = {
  ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  SupportedIdentityProviders: ["COGNITO"],
};
const PROD: Shape = {
  name: "",
  pool: { DeletionProtection: "ACTIVE", AutoVerifiedAttributes: ["email"] },
  attached: [["CreateGroup", { GroupName: "admins", Precedence: 1 }]],
  clients: { web: { ...made, AccessTokenValidity: 2 }, jobs: { ...made, GenerateSecret: true } },
};
const DEV: Shape = {
  ...PROD,
  pool: { UserPoolTier: "LITE" },
  attached: [["CreateGroup", { GroupName: "admins" }]],
  clients: { ios: made, web: { ...made, CallbackURLs: ["http://localhost:3000/"] } },
};

describe("adopt --into", () => {
  let cognito: LoopbackCognito;
  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => cognito.stop());

  test("adds an environment to a pool, as an overlay of what differs, and leaves the rest as it is", async () => {
    const folder = await withProd();
    const before = await models(folder);
    const dev = make(cognito, DEV);
    const source = folderWith(printed(cognito, dev.userPoolId));
    const args = ["--into", "userpools.yaml", "--env", "dev", "--pool", "live"];
    expect(await cli(folder, "adopt", "--no-plan", source, ...args)).toMatchObject({ exitCode: 0, stderr: "" });
    const after = await models(folder);
    expect(Object.keys(after)).toEqual(["live-prod", "live-dev"]);
    expect(after["live-prod"]).toBe(before["live-prod"]);

    const alone = folderWith(printed(cognito, dev.userPoolId));
    await cli(alone, "adopt", "--no-plan", ".", "--env", "dev", "--project", "acme");
    expect(after["live-dev"]).toBe((await models(alone))["live-dev"]);
    const text = readFileSync(join(folder, "userpools.yaml"), "utf8");
    expect(text).toContain("# ours");
    expect(parse(text).environments.dev.pools.live.clients).toMatchObject({ jobs: null, ios: { platform: "ios" } });
    expect(Object.keys(JSON.parse(readFileSync(join(folder, "userpools.lock.json"), "utf8")).pools.live)).toEqual([
      "dev",
      "prod",
    ]);
    // it is there now
    expect(await cli(folder, "adopt", "--no-plan", source, ...args)).toMatchObject({ exitCode: 2 });
  });

  test("adds another pool, which exists in its environment alone, as no other pool does in a new one", async () => {
    const folder = await withProd();
    const source = folderWith(printed(cognito, make(cognito, DEV).userPoolId));
    const args = ["--into", "userpools.yaml", "--env", "dev", "--pool", "staff"];
    expect(await cli(folder, "adopt", "--no-plan", source, ...args)).toMatchObject({ exitCode: 0, stderr: "" });
    expect(Object.keys(await models(folder))).toEqual(["live-prod", "staff-dev"]);
  });

  test("is refused with pools of several Regions, and where the config is wrong by itself; nothing is written", async () => {
    const pool = (Id: string) => JSON.stringify({ UserPool: { Id, Name: "x", ...OF_EVERY_POOL } });
    const two = folderWith({ "a.json": pool("eu-west-1_AAAAAAAAA"), "b.json": pool("us-east-1_BBBBBBBBB") });
    const folder = await withProd();
    const args = ["--into", "userpools.yaml", "--env", "dev", "--no-plan"];
    const text = readFileSync(join(folder, "userpools.yaml"), "utf8");
    expect(await cli(folder, "adopt", two, ...args)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/in eu-west-1, us-east-1; nothing was written: adopt the folder of each by itself/),
    });
    const wrong = text.replace("project: acme", "project: acme\nprojects: acme");
    writeFileSync(join(folder, "userpools.yaml"), wrong);
    const source = folderWith(printed(cognito, make(cognito, DEV).userPoolId));
    expect(await cli(folder, "adopt", source, ...args)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('unknown key "projects"'),
    });
    expect(readFileSync(join(folder, "userpools.yaml"), "utf8")).toBe(wrong);
  });

  test("leaves every character of the file as it is, whatever its form, and takes names that every object has", async () => {
    const folder = await withProd();
    const file = join(folder, "userpools.yaml");
    const plain = readFileSync(file, "utf8")
      .replace("project: acme", "---\nproject:   'acme'   # the project")
      .replace(/^( +)/gm, "$1$1");
    const before = `\uFEFF${plain.trimEnd().replaceAll("\n", "\r\n")}`;
    writeFileSync(file, before);
    const dev: Shape = { ...DEV, pool: { ...DEV.pool, UserPoolTags: { constructor: "x", toString: "y" } } };
    const source = folderWith(printed(cognito, make(cognito, dev).userPoolId));
    const args = ["--into", "userpools.yaml", "--env", "constructor", "--pool"];
    expect(await cli(folder, "adopt", "--no-plan", source, ...args, "live")).toMatchObject({ exitCode: 0, stderr: "" });
    const text = readFileSync(file, "utf8");
    const lines = text.split("\r\n");
    let next = 0;
    for (const line of before.split("\r\n")) next = lines.indexOf(line, next) + 1 || Number.NaN;
    expect(next).not.toBeNaN();
    expect(text).not.toMatch(/[^\r]\n|\n$/);
    expect(parse(text).environments.constructor.pools.live.tags).toEqual({ constructor: "x", toString: "y" });
    expect(Object.keys(await models(folder))).toEqual(["live-prod", "live-constructor"]);
  });

  test("is refused where the file is not UTF-8, which no text would hold whole", async () => {
    const folder = await withProd();
    const file = join(folder, "userpools.yaml");
    const latin = Buffer.concat([readFileSync(file), Buffer.from("# \xfc\n", "latin1")]);
    writeFileSync(file, latin);
    const source = folderWith(printed(cognito, make(cognito, DEV).userPoolId));
    expect(await cli(folder, "adopt", "--no-plan", source, "--into", "userpools.yaml", "--env", "dev")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("userpools.yaml is not text in UTF-8"),
    });
    expect(readFileSync(file).equals(latin)).toBe(true);
  });

  async function withProd(): Promise<string> {
    const folder = folderWith(printed(cognito, make(cognito, PROD).userPoolId));
    await cli(folder, "adopt", "--no-plan", ".", "--project", "acme");
    const file = join(folder, "userpools.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("    name: live\n", "    name: live # ours\n"));
    return folder;
  }

  async function models(folder: string): Promise<Readonly<Record<string, string>>> {
    const { pools, problems } = await loadConfig({ cwd: folder, config: "userpools.yaml" });
    expect(problems).toEqual([]);
    return Object.fromEntries(
      pools.map(({ variables, clients, ...pool }) => [
        pool.stack,
        meaning({ ...pool, clients: clients.toSorted((a, b) => (a.key < b.key ? -1 : 1)) }, { listsAreSets: true }),
      ]),
    );
  }
});
