import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../lib/config/schema";
import { type Drift, driftOf } from "../../lib/drift/drift";
import { parsePlan } from "../../lib/gate/plan-file";
import { plain } from "../../lib/text/quoted";
import { synthesizeOne } from "../examples/examples";
import { cli } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import type { Fields } from "../support/cognito/refusal";
import { drawn, sampled } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const CONFIG = {
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: {
    users: {
      attributes: { "custom:role": { mutable: true } },
      groups: { admins: {} },
      resourceServers: { orders: { scopes: { read: "Read" } } },
      clients: {
        web: { platform: "spa", callbackUrls: ["https://a.example/signedIn"] },
        jobs: { platform: "machine", allowedOauthScopes: ["orders/read"] },
      },
    },
  },
} as const satisfies Config;

describeTerraform("drift, by the plans of real Terraform after changes by calls of the API", () => {
  const drawnTest = sampled(2);
  const workspace = new Workspace();
  let cognito: LoopbackCognito;
  let UserPoolId: string;
  let web: string;

  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
    await deploy(CONFIG);
    await workspace.run("apply", "-auto-approve");
    const { outputs } = JSON.parse(await workspace.run("show", "-json")).values;
    UserPoolId = outputs.user_pool_id.value;
    web = outputs.client_ids.value.web;
  });
  afterAll(() => {
    workspace.remove();
    cognito.stop();
  });

  const deploy = (config: Config) => workspace.use(synthesizeOne(config).file, cognito.endpoint);

  /** Plans, and reads what drifted; the plan stays in the folder for the command. */
  async function planned(...args: string[]): Promise<Drift> {
    await workspace.run("plan", "-out=plan.bin", ...args);
    const text = await workspace.run("show", "-json", "plan.bin");
    writeFileSync(join(workspace.folder, "plan.json"), text);
    return driftOf(parsePlan(Buffer.from(text), "plan.json", { isWhole: false }));
  }

  const sentences = ({ drifted }: Drift) => drifted.map(({ risk, what }) => `${risk} ${plain(what)}`);

  /** Changes the client as somebody at the console would. */
  function change(fields: Fields): void {
    const { UserPoolClient } = cognito.call("DescribeUserPoolClient", { UserPoolId, ClientId: web });
    cognito.call("UpdateUserPoolClient", { ...(UserPoolClient as Fields), UserPoolId, ...fields });
  }

  drawnTest("what was applied has none, and neither has a change of the config, which is named", async () => {
    expect(await planned()).toMatchObject({ drifted: [], pending: [], folded: [], objects: 5 });
    const { users } = CONFIG.pools;
    const clients = { ...users.clients, web: { ...users.clients.web, accessTokenValidity: "2h" } } as const;
    await deploy({ ...CONFIG, pools: { users: { ...users, clients } } });
    const changed = await planned();
    await deploy(CONFIG);
    expect(changed).toMatchObject({ drifted: [], folded: [] });
    expect(changed.pending.map(({ what }) => plain(what))).toEqual([
      "client web: the next apply changes access_token_validity",
    ]);
    expect(await cli(workspace.folder, "drift", "plan.json")).toMatchObject({ exitCode: 0 });
  });

  drawnTest("an equal lifetime in another unit means the same", async () => {
    change({
      AccessTokenValidity: 60,
      TokenValidityUnits: { AccessToken: "minutes", IdToken: "hours", RefreshToken: "days" },
    });
    const found = await planned("-refresh-only");
    expect(found).toMatchObject({ drifted: [], pending: [] });
    expect(found.folded).toEqual([
      { address: "aws_cognito_user_pool_client.web", arguments: ["access_token_validity", "token_validity_units"] },
    ]);
  });

  test.each(drawn([["-refresh-only"], ["-refresh"]] as const, 1))(
    "a plan with %s shows each change with its risk, the worst first",
    async (mode) => {
      change({
        AllowedOAuthFlows: ["code", "implicit"],
        AccessTokenValidity: 24,
        TokenValidityUnits: { AccessToken: "hours", IdToken: "hours", RefreshToken: "days" },
        CallbackURLs: ["https://a.example/signedIn", "https://evil.example/signedIn"],
        WriteAttributes: ["email", "custom:role"],
      });
      const found = await planned(mode);
      expect(sentences(found)).toEqual([
        "opens web: a stolen access token works for 24 hours instead of 1 hour",
        "opens web: grant implicit is allowed",
        "opens web: sign-in may redirect to https://evil.example/signedIn",
        "opens web: may write custom:role",
        "changes web: may no longer write 14 profile attributes, address and phone_number",
      ]);
      expect(found).toMatchObject({ pending: [], folded: [] });
      const { exitCode, stdout } = await cli(workspace.folder, "drift", "plan.json");
      expect(exitCode).toBe(3);
      expect(stdout).toContain("aws_cognito_user_pool_client.web.allowed_oauth_flows");
      const json = JSON.parse((await cli(workspace.folder, "drift", "plan.json", "--format", "json")).stdout);
      expect(json.summary).toMatchObject({ opens: 4, notApplied: 0 });
    },
  );

  drawnTest("what was deleted is named, and its new creation is not a change of the config", async () => {
    cognito.call("DeleteGroup", { UserPoolId, GroupName: "admins" });
    cognito.call("DeleteUserPoolClient", { UserPoolId, ClientId: web });
    const found = await planned();
    expect(sentences(found)).toEqual([
      "breaks users: group admins is removed",
      "breaks web: the client is removed, with its client id",
    ]);
    expect(found.pending).toEqual([]);
  });

  drawnTest("where AWS cannot be reached there is no plan, and so no drift", async () => {
    cognito.stop();
    const { exitCode } = await workspace.terraform("plan", "-out=none.bin", "-no-color");
    expect(exitCode).toBe(1);
    expect(await cli(workspace.folder, "drift", "none.json")).toMatchObject({ exitCode: 2 });
  });
});
