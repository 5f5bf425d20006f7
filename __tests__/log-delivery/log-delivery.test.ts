import { loadConfig } from "../../lib/config/load";
import type { Config, Pool } from "../../lib/config/schema";
import { judge } from "../../lib/gate/judge";
import { configurationOf } from "../../lib/module/files";
import { moduleOf } from "../../lib/module/module";
import { checkConfig } from "../../lib/rules/check";
import { variableConditions } from "../../lib/rules/variable-conditions";
import { plain } from "../../lib/text/quoted";
import { synthesizeConfig, synthesizeHcl, synthesizeOne } from "../examples/examples";
import { changeOf, planOf } from "../gate/plans";
import { configOf, modelOf } from "../support/models";
import { ROOT } from "../support/repository";

const EXAMPLE = "examples/newer-provider/log-delivery.yaml";
const TYPE = "aws_cognito_log_delivery_configuration";
const LOG_GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/customers";
const NOTIFICATIONS = { userNotification: { cloudwatchLogs: LOG_GROUP } };

async function loadExample() {
  const loaded = await loadConfig({ cwd: ROOT, config: EXAMPLE });
  return { ...loaded, config: loaded.config as Config };
}

/** The delivery of each stack of the example. */
async function deliveries(): Promise<Record<string, object>> {
  const { config } = await loadExample();
  const { stacks } = synthesizeConfig(config);
  return Object.assign({}, ...stacks.map(({ json }) => json.resource?.[TYPE]));
}

const stackOf = (pool: Partial<Pool>) => synthesizeOne(configOf({ pool })).json;

describe("logs of a pool", () => {
  test("have no findings in the example", async () => {
    expect(checkConfig(await loadExample())).toEqual([]);
  });

  test("have the level of their source, and the destination of the config", async () => {
    const { customers, partners, staff } = await deliveries();
    expect(customers).toMatchObject({
      user_pool_id: "${aws_cognito_user_pool.customers.id}",
      log_configurations: [
        {
          event_source: "userNotification",
          log_level: "ERROR",
          cloud_watch_logs_configuration: [{ log_group_arn: LOG_GROUP }],
        },
        {
          event_source: "userAuthEvents",
          log_level: "INFO",
          s3_configuration: [{ bucket_arn: "arn:aws:s3:::acme-user-activity/customers" }],
        },
      ],
    });
    expect(partners).toMatchObject({
      log_configurations: [{ log_level: "INFO", firehose_configuration: [{ stream_arn: "${var.activity_stream}" }] }],
    });
    expect(staff).toMatchObject({
      log_configurations: [
        {
          log_level: "INFO",
          cloud_watch_logs_configuration: [{ log_group_arn: LOG_GROUP.replace("customers", "staff") }],
        },
      ],
    });
  });

  test("are blocks in HCL", async () => {
    const { config } = await loadExample();
    const { text } = synthesizeHcl(config).find(({ stack }) => stack === "customers-prod") as { text: string };
    expect(text.replace(/\s+/g, " ")).toContain(
      `log_configurations { event_source = "userNotification" log_level = "ERROR" cloud_watch_logs_configuration { log_group_arn = "${LOG_GROUP}" } }`,
    );
  });

  test("raise the lower bound of the AWS provider, and only where there are any", () => {
    const range = (pool: Partial<Pool>) => stackOf(pool).terraform.required_providers;
    expect(range({ logDelivery: NOTIFICATIONS })).toMatchObject({ aws: { version: ">= 6.5.0, < 7.0.0" } });
    expect(range({ logDelivery: {} })).toMatchObject({ aws: { version: ">= 5.100.0, < 7.0.0" } });
    expect(stackOf({ logDelivery: {} }).resource).not.toHaveProperty(TYPE);
  });

  test("are imported with an adopted pool by its id, unless they are new", () => {
    const imports = (isNew: boolean) => {
      const adopted = { userPoolId: "eu-west-1_AbCdEfGhI" };
      const { import: found } = stackOf({ adopted, logDelivery: { ...NOTIFICATIONS, new: isNew } }) as {
        import?: object;
      };
      return JSON.stringify(found);
    };
    expect(imports(false)).toContain(`{"id":"eu-west-1_AbCdEfGhI","to":"${TYPE}.users"}`);
    expect(imports(true)).not.toContain(TYPE);
  });

  test("are in the module, which asks for the same provider", async () => {
    const { config, pools } = await loadExample();
    const models = pools.filter(({ key }) => key === "partners");
    const module = moduleOf(config, models, { environment: "prod", file: EXAMPLE });
    const text = Object.values(configurationOf(module)).join("\n");
    expect(text).toContain(`resource "${TYPE}" "partners"`);
    expect(text).toContain(">= 6.5.0, < 7.0.0");
    expect(text).toContain("LOG-04 log-destination");
  });
});

test("the variable of a destination is validated by itself", () => {
  const pool = modelOf(
    configOf({ pool: { logDelivery: { userNotification: { cloudwatchLogs: { var: "log_group" } } } } }),
  );
  const conditions = variableConditions("log_group", pool);
  expect(conditions).toMatchObject([{ rule: "LOG-04", severity: "error" }]);
  expect(conditions[0]?.message).toContain("must be the ARN of a CloudWatch log group");
});

test.each([
  [["delete"], "logging stops, and a later apply starts it again", /no longer logged/],
  [["delete", "create"], "between the two nothing is logged", /nothing is logged/],
])("the gate notes %j: %s", (actions, _, why) => {
  const before = { user_pool_id: "eu-west-1_AbCdEfGhI" };
  const found = judge(planOf([changeOf(`${TYPE}.users`, actions, { before, after: before })]), [], "2030-01-31");
  const ofLogs = found.filter(({ message }) => message.includes("log delivery"));
  expect(ofLogs.map(({ verdict }) => verdict)).toEqual(["noted"]);
  expect(plain(`${ofLogs[0]?.message} ${ofLogs[0]?.why}`)).toMatch(why);
});
