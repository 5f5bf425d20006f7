import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { describeWhole, Workspace } from "../support/terraform";
import { handWritten } from "./hand-written";
import { printed } from "./printed";

jest.setTimeout(300_000);

const RECORDED = join(__dirname, "../data/adopt-state.json");
const WEB_ACL = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111";
const LOG_GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/users";
const ADDRESSES = [
  "aws_cognito_user_pool.main",
  "aws_cognito_user_pool_domain.main",
  'module.clients.aws_cognito_user_pool_client.app["ios"]',
  'module.clients.aws_cognito_user_pool_client.app["web"]',
];

describe("a state of Terraform", () => {
  test("gives a config that adopts what it has, in modules too, without a secret", async () => {
    const folder = folderWith({ "state.json": readFileSync(RECORDED) });
    const { exitCode, stdout } = await cli(folder, "adopt", "--no-plan", "state.json");
    expect(exitCode).toBe(0);
    for (const address of ADDRESSES) expect(stdout).toContain(`  terraform state rm ${quoted(address)}\n`);
    const text = readFileSync(join(folder, "userpools.yaml"), "utf8");
    expect(text).not.toMatch(/hush|secret_of|hidden/);
    expect(parse(text).pools.staff).toMatchObject({
      unset: expect.any(Array),
      clients: { web: { platform: "server" } },
    });
  });

  test("has the web ACL of a pool as well", async () => {
    const [arn, webAcl] = ["arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_A", WEB_ACL];
    const users = { ...pool("eu-west-1_A"), instances: [{ attributes: { id: "eu-west-1_A", arn, name: "users" } }] };
    const association = (name: string, resource_arn: string) => ({
      ...{ ...pool(""), name, type: "aws_wafv2_web_acl_association" },
      instances: [{ attributes: { resource_arn, web_acl_arn: webAcl } }],
    });
    const others = [association("own", arn), association("other", arn.replace(/A$/, "B"))];
    const folder = folderWith({ "state.json": stateOf([users, ...others]) });
    const { stdout } = await cli(folder, "adopt", "--no-plan", "state.json");
    expect(stdout.match(/state rm .*association.*/g)).toEqual(["state rm aws_wafv2_web_acl_association.own"]);
    const { pools } = parse(readFileSync(join(folder, "userpools.yaml"), "utf8"));
    expect(pools.users.webAclArn).toBe(webAcl);
  });

  test("has where the logs of a pool go, and what no config can say stays with whoever has it now", async () => {
    const attributes = (log_level: string) => ({
      user_pool_id: "eu-west-1_A",
      log_configurations: [
        {
          event_source: "userNotification",
          log_level,
          cloud_watch_logs_configuration: [{ log_group_arn: LOG_GROUP }],
          firehose_configuration: [],
          s3_configuration: [],
        },
      ],
    });
    const adopted = async (log_level: string) => {
      const logs = { ...pool(""), name: "own", type: "aws_cognito_log_delivery_configuration" };
      const state = stateOf([pool("eu-west-1_A"), { ...logs, instances: [{ attributes: attributes(log_level) }] }]);
      const folder = folderWith({ "state.json": state });
      const { exitCode, stdout } = await cli(folder, "adopt", "--no-plan", "state.json");
      const { pools } = parse(readFileSync(join(folder, "userpools.yaml"), "utf8"));
      const [{ logDelivery }] = Object.values(pools) as [{ logDelivery?: object }];
      return { exitCode, logDelivery, said: stdout.match(/^ {2}.*(?:log_delivery|logs).*/gm) };
    };
    expect(await adopted("ERROR")).toEqual({
      exitCode: 0,
      logDelivery: { userNotification: { cloudwatchLogs: LOG_GROUP } },
      said: ["  terraform state rm aws_cognito_log_delivery_configuration.own"],
    });
    expect(await adopted("INFO")).toEqual({
      exitCode: 0,
      logDelivery: undefined,
      said: [
        "  not in the config: the pool: delivery of logs: LogConfigurations.0.LogLevel is INFO, and that of userNotification in a config ERROR: an apply leaves it as it is",
      ],
    });
  });

  test("has styles, and those of no client in it stay with whoever has them now", async () => {
    const style = (name: string, values: object) => ({
      ...client("eu-west-1_A", {
        client_id: "c",
        managed_login_branding_id: "1",
        use_cognito_provided_values: false,
        settings: '{"b":[null,""],"a":{}}',
        settings_all: '{"c":1}',
        asset: [
          { bytes: "AAABAA==", category: "FAVICON_ICO", color_mode: "DYNAMIC", extension: "ICO", resource_id: "" },
        ],
        ...values,
      }),
      name,
      type: "aws_cognito_managed_login_branding",
    });
    const state = stateOf([
      { ...pool("eu-west-1_A"), instances: [{ attributes: { id: "eu-west-1_A", name: "users" } }] },
      client("eu-west-1_A"),
      style("own", {}),
      style("other", { client_id: "d" }),
    ]);
    const folder = folderWith({ "state.json": state });
    const { exitCode, stdout } = await cli(folder, "adopt", "--no-plan", "state.json");
    const { pools } = parse(readFileSync(join(folder, "userpools.yaml"), "utf8"));
    const [{ clients }] = Object.values(pools) as [{ clients: Record<string, object> }];
    expect([exitCode, clients.c]).toEqual([
      0,
      expect.objectContaining({
        adopted: { clientId: "c", styleId: "1" },
        branding: {
          settings: "users-prod/c.style.json",
          assets: [
            { category: "FAVICON_ICO", colorMode: "DYNAMIC", file: "users-prod/c.style.favicon-ico.dynamic.ico" },
          ],
        },
      }),
    ]);
    expect(JSON.parse(readFileSync(join(folder, "users-prod/c.style.json"), "utf8"))).toEqual({ a: {}, b: [null, ""] });
    expect(stdout.match(/^ {2}.*branding.*/gm)).toEqual([
      "  not in the config: client d: aws_cognito_managed_login_branding: an apply leaves it as it is",
      "  terraform state rm aws_cognito_managed_login_branding.own",
    ]);
  });

  test.each([
    ["{", "the file is truncated or not JSON"],
    ["[]", "neither a state of Terraform nor the output of: terraform show -json"],
    [JSON.stringify({ version: 4, resources: [] }), "there is no aws_cognito_user_pool in it"],
    [
      stateOf([pool("eu-west-1_A"), client("eu-west-1_B")]),
      "aws_cognito_user_pool_client.x is of pool eu-west-1_B, which is not in it",
    ],
    [
      stateOf([pool("eu-west-1_A"), client("eu-west-1_A", { token_validity_units: [{ id_token: "weeks" }] })]),
      "UserPoolClient.TokenValidityUnits.IdToken is not one of seconds, minutes, hours, days",
    ],
    [
      stateOf([pool("eu-west-1_A"), client("eu-west-1_A", { explicit_auth_flows: "ALLOW_USER_AUTH" })]),
      "UserPoolClient.ExplicitAuthFlows is not a list",
    ],
    [
      stateOf([
        pool("eu-west-1_A"),
        {
          ...client("eu-west-1_A", { log_configurations: "none" }),
          type: "aws_cognito_log_delivery_configuration",
        },
      ]),
      "LogDeliveryConfiguration.LogConfigurations is not a list",
    ],
  ])("%j is refused, and nothing is written", async (text, message) => {
    const folder = folderWith({ "state.json": text });
    const result = await cli(folder, "adopt", "--no-plan", "state.json");
    expect(result).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(`state.json: ${message}`) });
  });
});

// the recorded state is that of this configuration; whole runs apply it again
describeWhole("a state of Terraform that was just applied", () => {
  const workspace = new Workspace();
  let cognito: LoopbackCognito;
  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => {
    workspace.remove();
    cognito.stop();
  });

  test("gives, in each of its forms, the config that AWS's own answers give", async () => {
    handWritten(workspace.folder);
    await workspace.use({}, cognito.endpoint);
    await workspace.run("init", "-input=false");
    await workspace.run("apply", "-auto-approve");
    const shown = await workspace.run("show", "-json");
    const stored = readFileSync(join(workspace.folder, "terraform.tfstate"), "utf8");
    const { id } = JSON.parse(stored).resources.find(({ type }: { type: string }) => type === "aws_cognito_user_pool")
      .instances[0].attributes;
    const configOf = async (files: Parameters<typeof folderWith>[0], source: string) => {
      const folder = folderWith(files);
      expect(await cli(folder, "adopt", "--no-plan", source)).toMatchObject({ exitCode: 0 });
      return readFileSync(join(folder, "userpools.yaml"), "utf8");
    };
    const answered = await configOf(printed(cognito, id), ".");
    expect(parse(await configOf({ "state.json": shown }, "state.json"))).toEqual(parse(answered));
    expect(parse(await configOf({ "terraform.tfstate": stored }, "terraform.tfstate"))).toEqual(parse(answered));
  });
});

function quoted(address: string): string {
  return address.includes('"') ? `'${address}'` : address;
}

function stateOf(resources: readonly object[]): string {
  return JSON.stringify({ version: 4, resources });
}

function pool(id: string) {
  return { mode: "managed", type: "aws_cognito_user_pool", name: "x", instances: [{ attributes: { id } }] };
}

function client(user_pool_id: string, values: object = {}) {
  const attributes = { id: "c", name: "c", user_pool_id, ...values };
  return { ...pool("c"), type: "aws_cognito_user_pool_client", instances: [{ attributes }] };
}
