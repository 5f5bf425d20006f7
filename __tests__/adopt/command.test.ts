import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { meaning } from "../../lib/adopt/minimal";
import { loadConfig } from "../../lib/config/load";
import type { PoolModel } from "../../lib/model/model";
import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { modelOf } from "../support/models";
import { adopting, type Live, make } from "./live";
import { NEWER_SHAPES } from "./newer-shapes";
import { OF_EVERY_POOL, printed } from "./printed";
import { SHAPES, type Shape } from "./shapes";

describe("adopt, from what the AWS CLI prints", () => {
  let cognito: LoopbackCognito;
  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => cognito.stop());

  // the configs of these shapes are those of which real plans import everything and change nothing, where a provider can plan them
  test.each([...SHAPES, ...NEWER_SHAPES].map((shape) => [shape.name, shape] as const))(
    "%s: means the same as the config that was written by hand",
    async (_, shape) => {
      const live = make(cognito, shape);
      const folder = folderWith(printed(cognito, live.userPoolId));
      const { exitCode, stderr } = await cli(folder, "adopt", "--no-plan", ".", "--project", "acme");
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      const { pools } = await loadConfig({ cwd: folder, config: "userpools.yaml" });
      expect(meaningOf(pools[0] as PoolModel)).toEqual(meaningOf(modelOf(adopting(shape, live))));
      expect(readFileSync(join(folder, "userpools.lock.json"), "utf8")).toContain(live.userPoolId);
    },
  );

  test("a secret is in neither file", async () => {
    const google = SHAPES.find(({ name }) => name.includes("Google")) as Shape;
    const { folder } = await adopted({ ...google, clients: { jobs: { GenerateSecret: true } } });
    for (const name of ["userpools.yaml", "userpools.lock.json"])
      expect(readFileSync(join(folder, name), "utf8")).not.toMatch(/hush|secret_of/);
    expect(readFileSync(join(folder, "userpools.yaml"), "utf8")).toContain(
      "client_secret: { var: google_client_secret, sensitive: true }",
    );
  });

  test("what all clients have alike is a default of the pool, and names that are alike give keys that stay", async () => {
    const made = { ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"], SupportedIdentityProviders: ["COGNITO"] };
    const clients = { a: { ...made, ClientName: "My Web App" }, b: { ...made, ClientName: "my web app" }, c: made };
    const { config } = await adopted({ name: "", clients: { ...clients, d: { ...made, ClientName: "++" } } });
    const pool = config.pools.live;
    expect(pool.clientDefaults).toEqual({ explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] });
    expect(Object.keys(pool.clients)).toEqual([
      expect.stringMatching(/^my-web-app-client\d*$/),
      expect.stringMatching(/^my-web-app-client\d*$/),
      "c",
      expect.stringMatching(/^client-client/),
    ]);
    expect(pool.clients.c).not.toHaveProperty("explicitAuthFlows");
  });

  test("what the config cannot hold is listed, and is a comment", async () => {
    const live = make(cognito, { name: "", clients: { web: {} } });
    const { UserPoolId, ClientId } = { UserPoolId: live.userPoolId, ClientId: live.clientIds.web };
    const pool = JSON.parse(printed(cognito, UserPoolId)["pool.json"] as string).UserPool;
    const image = { Category: "NEW_LOGO", ColorMode: "LIGHT", Extension: "PNG", Bytes: "iVBORw0KGgo=" };
    const { folder, stdout } = await adopted(live, {
      "pool.json": { UserPool: { ...pool, LambdaConfig: { InboundFederation: { LambdaArn: "arn" } }, Novelty: "x" } },
      "style.json": { ManagedLoginBranding: { UserPoolId, ClientId, ManagedLoginBrandingId: "1", Assets: [image] } },
      "look.json": { UICustomization: { UserPoolId, ClientId, ImageUrl: "https://images.example/logo.png" } },
      "group.json": { Group: { UserPoolId, GroupName: `${UserPoolId}_Google` } },
    });
    const listed = [
      "the pool: Novelty",
      "the pool: trigger InboundFederation",
      `group ${UserPoolId}_Google, which Cognito made by itself`,
    ];
    const style =
      "client web: style of managed login: Assets.0, NEW_LOGO LIGHT, is of a Category that the config does not have: an apply leaves it as it is";
    const logo =
      "client web: logo of the classic pages, https://images.example/logo.png: not known: no image is beside the answer";
    const text = readFileSync(join(folder, "userpools.yaml"), "utf8");
    for (const what of [style, logo]) {
      expect(stdout).toContain(`not in the config: ${what}`);
      expect(text).toContain(what);
    }
    for (const what of listed) {
      expect(stdout).toContain(`not in the config: ${what}: an apply `);
      expect(text).toContain(`#   ${what}: an apply `);
    }
  });

  test("tags of CloudFormation, which nobody else may set, are left out", async () => {
    const live = make(cognito, { name: "", pool: { UserPoolTags: { owner: "identity" } } });
    const { UserPool } = JSON.parse(printed(cognito, live.userPoolId)["pool.json"] as string);
    const UserPoolTags = { ...UserPool.UserPoolTags, "aws:cloudformation:stack-name": "auth" };
    const { exitCode, config } = await adopted(live, { "pool.json": { UserPool: { ...UserPool, UserPoolTags } } });
    expect([exitCode, config.pools.live.tags]).toEqual([0, { owner: "identity" }]);
  });

  test("the web ACL of a pool is read from the answer of AWS WAF", async () => {
    const ARN = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111";
    const { config, stdout } = await adopted({ name: "" }, { "web-acl.json": { WebACL: { Name: "users", ARN } } });
    expect(config.pools.live.webAclArn).toBe(ARN);
    expect(stdout).toContain("an apply associates the same web ACL again, which changes nothing");
  });

  test("nothing is written where something is missing, or in place of a file that exists", async () => {
    const folder = folderWith({ "clients.json": "{}" });
    const missing = await cli(folder, "adopt", "--no-plan", ".");
    expect(missing).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("describe-user-pool") });
    expect(readdirSync(folder)).toEqual(["clients.json"]);

    const live = make(cognito, { name: "" });
    const other = folderWith({ ...printed(cognito, live.userPoolId), "userpools.lock.json": "mine" });
    const refused = await cli(other, "adopt", "--no-plan", ".");
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("userpools.lock.json exists") });
    expect(readdirSync(other)).not.toContain("userpools.yaml");
    expect(await cli(other, "adopt", "--no-plan", ".", "--force")).toMatchObject({ exitCode: 0 });
    expect(await cli(other, "adopt", "--no-plan", ".", "--out", "x.ts")).toMatchObject({ exitCode: 2 });
  });

  test("a rule that the pool breaks today is an error of the config that is written", async () => {
    const { exitCode, stderr } = await adopted({
      name: "",
      clients: {
        web: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ["code"],
          CallbackURLs: ["http://x.acme.example/"],
        },
      },
    });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining("breaks these rules in AWS today"),
    });
  });

  test("such an error can be acknowledged, until its argument changes", async () => {
    const request = {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid"],
      CallbackURLs: ["http://x.acme.example/"],
    };
    const { folder, stderr } = await adopted({ name: "", clients: { web: request } });
    expect(stderr).toContain("it is so in AWS today");
    const ids = [...new Set(stderr.match(/\b[A-Z]{3}-\d\d\b/g))];
    const file = join(folder, "userpools.yaml");
    const text = readFileSync(file, "utf8");
    const accept = (to: string) => {
      const config = parse(to);
      config.pools.live.clients.web.acknowledge = Object.fromEntries(ids.map((id) => [id, "until the app has TLS"]));
      writeFileSync(file, JSON.stringify(config));
    };
    expect(await cli(folder, "check")).toMatchObject({ exitCode: 1 });
    accept(text);
    expect(await cli(folder, "check")).toMatchObject({ exitCode: 0 });
    accept(text.replaceAll("http://x.acme", "http://y.acme"));
    const changed = { exitCode: 1, stdout: expect.stringContaining("LOCK-05") };
    expect(await cli(folder, "check")).toMatchObject(changed);
    expect(await cli(folder, "lock")).toMatchObject({ exitCode: 0 });
    expect(await cli(folder, "check")).toMatchObject(changed);
    // what the lock file does not know cannot be accepted
    accept(text);
    rmSync(join(folder, "userpools.lock.json"));
    expect(await cli(folder, "check")).toMatchObject(changed);
    expect(await cli(folder, "lock")).toMatchObject({ exitCode: 0 });
    expect(await cli(folder, "check")).toMatchObject({ exitCode: 0 });
    expect(await cli(folder, "synth")).toMatchObject({ exitCode: 0 });
  });

  test("pools of several Regions have an environment each", async () => {
    const pool = (Id: string) => ({ UserPool: { Id, Name: "Customers", UserPoolTier: "LITE", ...OF_EVERY_POOL } });
    const folder = folderWith({
      "a.json": JSON.stringify(pool("eu-west-1_AAAAAAAAA")),
      "b.json": JSON.stringify(pool("us-east-1_BBBBBBBBB")),
    });
    await cli(folder, "adopt", "--no-plan", ".");
    const config = parse(readFileSync(join(folder, "userpools.yaml"), "utf8"));
    expect(config.environments).toEqual({ "eu-west-1": { region: "eu-west-1" }, "us-east-1": { region: "us-east-1" } });
    expect(Object.entries<{ only: string[] }>(config.pools).map(([key, { only }]) => [key, only])).toEqual([
      ["customers-aaaaaa", ["eu-west-1"]],
      ["customers-bbbbbb", ["us-east-1"]],
    ]);
  });

  /** Adopts a shape, or what was made of one, with more answers beside those that are printed. */
  async function adopted(shape: Shape | Live, more: Readonly<Record<string, unknown>> = {}) {
    const { userPoolId } = "userPoolId" in shape ? shape : make(cognito, shape);
    const added = Object.entries(more).map(([name, answer]) => [name, JSON.stringify(answer)]);
    const folder = folderWith({ ...printed(cognito, userPoolId), ...Object.fromEntries(added) });
    const result = await cli(folder, "adopt", "--no-plan", ".");
    return { folder, ...result, config: parse(readFileSync(join(folder, "userpools.yaml"), "utf8")) };
  }
});

/** A model without the names that whoever writes a config chooses. */
function meaningOf(pool: PoolModel): unknown {
  const { key, stack, variables, environment, ...rest } = pool;
  const text = meaning({ ...rest, region: environment.region }, { listsAreSets: true });
  return JSON.parse(variables.reduce((all, { name }) => all.replaceAll(`"${name}"`, '"variable"'), text));
}
