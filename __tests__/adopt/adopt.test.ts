import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { awsProviderRange } from "../../lib/cognito/provider-versions";
import { RESOURCES } from "../../lib/cognito/resources";
import { loadConfig } from "../../lib/config/load";
import type { Client, Config, Pool } from "../../lib/config/schema";
import { judge } from "../../lib/gate/judge";
import { type Plan, parsePlan } from "../../lib/gate/plan-file";
import type { PoolModel } from "../../lib/model/model";
import { checkPool } from "../../lib/rules/check";
import { plain } from "../../lib/text/quoted";
import { synthesizeOne } from "../examples/examples";
import { diagnosticsIn } from "../rules/hand-edits";
import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { modelOf } from "../support/models";
import { drawn, sampleSize } from "../support/sample";
import { describeTerraform, hasProvider, Workspace } from "../support/terraform";
import { conditionsOf } from "./conditions";
import { adopting, make } from "./live";
import { NEWER_SHAPES } from "./newer-shapes";
import { printed } from "./printed";
import { SHAPES, type Shape } from "./shapes";

jest.setTimeout(300_000);

const isNewer = hasProvider(awsProviderRange([RESOURCES.logDelivery.type, RESOURCES.branding.type]));
if (!isNewer) process.stderr.write("NOT RUN: shapes with logs or styles: no AWS provider at hand knows them\n");
/** What the AWS provider at hand can plan. */
const PLANNABLE = isNewer ? [...SHAPES, ...NEWER_SHAPES] : SHAPES;

describeTerraform("a pool that was made by calls of the API", () => {
  const workspace = new Workspace();
  let cognito: LoopbackCognito;
  // two shapes may have one domain
  beforeEach(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterEach(() => cognito.stop());
  afterAll(() => workspace.remove());

  test.each(drawn(PLANNABLE, 2).map((shape) => [shape.name, shape] as const))(
    "%s: all of it is imported, nothing changes, and a second plan is empty",
    async (_, shape) => {
      const plan = await planned(shape);
      const neutral = shape.neutral ?? [];
      expect(changesOf(plan).filter((change) => !neutral.some((each) => change.startsWith(each)))).toEqual([]);
      expect(plan.resource_changes).toHaveLength(objectsOf(shape));
      expect(conditionsOf(plan)).toEqual(["output.rule_set: pass"]);
      const judged = judge(plan, [], "2030-01-01").filter(({ path }) => !path.startsWith("check."));
      expect([...new Set(judged.map(({ code, verdict }) => `${verdict} ${code}`))]).toEqual(["noted import"]);

      cognito.newCalls();
      await workspace.run("apply", "-auto-approve", "plan.bin");
      expect(cognito.newCalls()).toHaveLength(neutral.length);
      expect(await workspace.run("plan")).toContain("No changes.");
    },
  );

  // proof.test.ts plans such a config in every run, from what the command was given
  const whole = sampleSize(1, 0) === 1 ? test : test.skip;
  whole.each(PLANNABLE.map((shape) => [shape.name, shape] as const))(
    "%s: the config that the command writes imports all of it, and changes nothing",
    async (_, shape) => {
      const { userPoolId } = make(cognito, shape);
      const folder = folderWith(printed(cognito, userPoolId));
      for (const args of [
        ["adopt", "--no-plan", ".", "--out", "live.yaml"],
        ["synth", "--config", "live.yaml"],
      ])
        expect(await cli(folder, ...args)).toMatchObject({ exitCode: 0 });
      const { pools } = await loadConfig({ cwd: folder, config: "live.yaml" });
      const values = (pools[0] as PoolModel).variables.map(({ name }) => [name, "hush"]);
      const plan = await planOf(join(folder, "cdktf.out/stacks/live-prod/cdk.tf.json"), { values });
      const neutral = (shape.neutral ?? []).map((each) => each.replace(".users_", ".live_"));
      expect(changesOf(plan).filter((change) => !neutral.some((each) => change.startsWith(each)))).toEqual([]);
      expect(plan.resource_changes).toHaveLength(objectsOf(shape));
    },
  );

  test("a later change is an update: the client keeps its id and secret, and what was unset stays so", async () => {
    const shape = SHAPES.find(({ name }) => name === "the same with a secret") as Shape;
    const live = make(cognito, shape);
    const describe = () =>
      cognito.call("DescribeUserPoolClient", { UserPoolId: live.userPoolId, ClientId: live.clientIds.app })
        .UserPoolClient as Record<string, unknown>;
    const before = describe();
    await planOf(synthesizeOne(adopting(shape, live)).file);
    await workspace.run("apply", "-auto-approve", "plan.bin");

    const callbackUrls = ["https://app.acme.example/callback"];
    const changed = { ...shape.adopts?.app, callbackUrls } as Client;
    const config = adopting({ ...shape, adopts: { app: changed } }, live);
    const plan = await planOf(synthesizeOne(config).file, { isDeployed: true });
    expect(plan.resource_changes?.map(({ change }) => change.actions.join()).sort()).toEqual(["no-op", "update"]);
    await workspace.run("apply", "-auto-approve", "plan.bin");
    const after = describe();
    expect(after).toMatchObject({ ClientSecret: before.ClientSecret, CallbackURLs: callbackUrls });
    for (const name of ["AccessTokenValidity", "ReadAttributes", "WriteAttributes", "PreventUserExistenceErrors"])
      expect(after).not.toHaveProperty(name);
    expect(await workspace.run("plan")).toContain("No changes.");
  });

  whole("under a new key it moves with renamedFrom, and is imported and destroyed without", async () => {
    const shape = SHAPES.find(({ name }) => name === "the same with a secret") as Shape;
    const live = make(cognito, shape);
    await planOf(synthesizeOne(adopting(shape, live)).file);
    await workspace.run("apply", "-auto-approve", "plan.bin");
    const { app } = shape.adopts as Record<string, Client>;
    const judged = async (more: Partial<Client>) => {
      const renamed = { ...shape, adopts: { backend: { ...app, name: "app", ...more } as Client } };
      const config = adopting(renamed, { ...live, clientIds: { backend: live.clientIds.app as string } });
      const plan = await planOf(synthesizeOne(config).file, { isDeployed: true });
      const found = judge(plan, [], "2030-01-01").filter(({ path }) => !path.startsWith("check."));
      return {
        actions: plan.resource_changes?.map(({ change }) => change.actions.join()).sort(),
        said: found.map(({ verdict, message }) => `${verdict}: ${plain(message)}`),
      };
    };
    expect(await judged({ renamedFrom: "app" })).toEqual({
      actions: ["no-op", "no-op"],
      said: [expect.stringMatching(/^noted: client \S+ moves from aws_cognito_user_pool_client\.app/)],
    });
    expect(await judged({})).toEqual({
      actions: ["delete", "no-op", "no-op"],
      said: expect.arrayContaining([
        "refused: client app would be destroyed, and imported as aws_cognito_user_pool_client.backend",
      ]),
    });
  });

  whole("a pool that was managed elsewhere is adopted, and its clients stay", async () => {
    const { userPoolId } = make(cognito, { name: "" });
    const ios = { app: { platform: "ios" } } as const;
    const existing = { project: "acme", environments: { prod: { region: "eu-west-1" } } };
    await planOf(
      synthesizeOne({ ...existing, pools: { users: { existing: { userPoolId }, clients: ios } } } as Config).file,
    );
    await workspace.run("apply", "-auto-approve", "plan.bin");
    const { pools } = adopting({ name: "" }, { userPoolId, clientIds: {} });
    const config = { ...existing, pools: { users: { ...pools.users, clients: ios } } } as Config;
    const plan = await planOf(synthesizeOne(config).file, { isDeployed: true });
    const actions = plan.resource_changes?.map(({ address, change }) => `${address} ${change.actions.join()}`);
    expect(actions?.sort()).toEqual(["aws_cognito_user_pool.users no-op", `aws_cognito_user_pool_client.app no-op`]);
  });

  whole("a platform that contradicts the secret in AWS fails the plan, beside clients that do not", async () => {
    const live = make(cognito, {
      name: "",
      clients: { web: {}, api: { GenerateSecret: true }, ios: {}, jobs: { GenerateSecret: true } },
    });
    const client = (platform: "spa" | "server") => ({ platform, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }) as Client;
    const adopts = { web: client("server"), api: client("spa"), ios: client("spa"), jobs: client("server") };
    const config = adopting({ name: "", adopts }, live);
    await workspace.use(synthesizeOne(config).file, cognito.endpoint, { imports: true });
    rmSync(join(workspace.folder, "terraform.tfstate"), { force: true });
    const { exitCode, stdout } = await workspace.terraform("plan", "-json", "-lock=false");
    const errors = diagnosticsIn(stdout).filter(({ severity }) => severity === "error");
    expect([exitCode, ...errors.map(({ detail }) => detail)]).toEqual([
      1,
      "ADO-11 adopted-client-secret: client web: the config gives it a secret, and in AWS it has none; client api: the config gives it no secret, and in AWS it has one. Write a platform with a secret, or one without, as the client is in AWS (cdktf-cognito explain ADO-11)",
    ]);
  });

  whole("an acknowledged error fails the plan for every other object", async () => {
    const attached = ["a", "b"].map((GroupName) => ["CreateGroup", { GroupName }] as const);
    const live = make(cognito, { name: "", attached, clients: { web: {}, app: {} } });
    const acknowledge = { "TOK-07": "the app is replaced in May" };
    const long = { platform: "public", accessTokenValidity: "3h", refreshTokenValidity: "2h" } as const;
    const roleArn = "arn:aws:iam::111122223333:user/a";
    const shape: Shape = {
      name: "",
      config: { acknowledge: { "GRP-02": "the role is made in May" }, groups: { a: { roleArn }, b: {} } },
      adopts: { web: { ...long, acknowledge }, app: long },
    };
    const { json } = synthesizeOne(adopting(shape, live));
    const groups = json.resource?.aws_cognito_user_group as Record<string, object>;
    const edited = { ...groups, b: { ...groups.b, role_arn: roleArn } };
    await workspace.use({ ...json, resource: { ...json.resource, aws_cognito_user_group: edited } }, cognito.endpoint, {
      imports: true,
    });
    rmSync(join(workspace.folder, "terraform.tfstate"), { force: true });
    const { stdout } = await workspace.terraform("plan", "-json", "-lock=false");
    const errors = diagnosticsIn(stdout).filter(({ severity }) => severity === "error");
    expect(errors.map(({ detail }) => detail).sort()).toEqual([
      expect.stringMatching(/^GRP-02 group-role: group b: (?!.*group a: )/),
      expect.stringMatching(/^TOK-07 [\w-]+: client app: (?!.*client web: )/),
    ]);
  });

  test("without the marks the import would replace it, and the gate says why", async () => {
    const live = make(cognito, { name: "", clients: { app: {} } });
    const { json } = synthesizeOne(unprotected({ app: { platform: "ios", preventDestroy: false } }));
    const imports = [
      { to: "aws_cognito_user_pool.users", id: live.userPoolId },
      { to: "aws_cognito_user_pool_client.app", id: `${live.userPoolId}/${live.clientIds.app}` },
    ];
    const refused = judge(await planOf({ ...json, import: imports }), [], "2030-01-01").filter(
      ({ verdict, code }) => verdict === "refused" && code === "replacement",
    );
    expect(refused.map(({ why }) => why)).toEqual([
      expect.stringMatching(/^the pool has another case sensitivity, or was made without a UsernameConfiguration/),
      expect.stringMatching(/an import leaves generate_secret null, and any value replaces the client/),
    ]);
  });

  test("a client that Terraform created is replaced once it is marked as adopted", async () => {
    const clients = { app: { platform: "server", preventDestroy: false } } as const;
    await planOf(synthesizeOne(unprotected(clients)).file);
    await workspace.run("apply", "-auto-approve", "plan.bin");
    const { outputs } = JSON.parse(await workspace.run("show", "-json")).values;
    const adopted = { userPoolId: outputs.user_pool_id.value };
    const marked = { app: { ...clients.app, adopted: { clientId: outputs.client_ids.value.app } } };
    const plan = await planOf(synthesizeOne(unprotected(marked, { adopted })).file, { isDeployed: true });
    expect(changesOf(plan)).toContainEqual("aws_cognito_user_pool_client.app: not imported, delete,create");
    expect(judge(plan, [], "2030-01-01").find(({ code }) => code === "replacement")?.why).toMatch(
      /^the state has generate_secret, as of a client that Terraform created/,
    );
  });

  /** A config that lets a plan replace what it has. */
  function unprotected(clients: Record<string, Client>, pool: Omit<Pool, "clients"> = {}): Config {
    const users = { name: "live", preventDestroy: false, deletionProtection: false, ...pool, clients };
    return { project: "acme", environments: { prod: { region: "eu-west-1" } }, pools: { users } };
  }

  /** The plan of a configuration, imports included. */
  async function planOf(
    configuration: string | object,
    { isDeployed = false, values = [["idp_secret", "hush"]] }: { isDeployed?: boolean; values?: string[][] } = {},
  ): Promise<Plan> {
    await workspace.use(configuration, cognito.endpoint, { imports: true });
    if (!isDeployed) rmSync(join(workspace.folder, "terraform.tfstate"), { force: true });
    writeFileSync(join(workspace.folder, "test.auto.tfvars.json"), JSON.stringify(Object.fromEntries(values)));
    await workspace.run("plan", "-out=plan.bin");
    return parsePlan(Buffer.from(await workspace.run("show", "-json", "plan.bin")), "plan.json");
  }

  /** The plan that imports a shape. */
  async function planned(shape: Shape): Promise<Plan> {
    const live = make(cognito, shape);
    const config = adopting(shape, live);
    const errors = checkPool(modelOf(config)).filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
    return planOf(synthesizeOne(config).file);
  }
});

/** How many resources a shape has. */
function objectsOf({ attached = [], clients = {}, ofClients = [] }: Shape): number {
  return 1 + attached.length + Object.keys(clients).length + ofClients.length;
}

/** What a plan does beside importing: each argument of each object with both its values. */
function changesOf({ resource_changes: changes = [] }: Plan): string[] {
  return changes.flatMap(({ address, change }) => {
    const { actions, before, after, importing } = change;
    if (importing === undefined) return [`${address}: not imported, ${actions.join()}`];
    if (actions.join() === "no-op") return [];
    const names = Object.keys({ ...before, ...after });
    return names.flatMap((name) => {
      const [was, is] = [before, after].map((values) => JSON.stringify(values?.[name] ?? null));
      return was === is ? [] : [`${address}: ${name} ${was} -> ${is}`];
    });
  });
}
