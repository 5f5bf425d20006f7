import type { Argument } from "../../lib/cognito/argument";
import { awsProviderRange } from "../../lib/cognito/provider-versions";
import { RESOURCES, type Resource } from "../../lib/cognito/resources";
import { describeTerraform, type PlanJson, stateOf, Workspace } from "../support/terraform";
import { FULL } from "./full-resources";

type Row = Argument & { readonly arguments?: Readonly<Record<string, Row>> };
type Values = Readonly<Record<string, unknown>>;

/** Every argument that the provider knows, those of blocks included; `lifecycle` is Terraform's own. */
function rows(facts: Readonly<Record<string, Row>>): Row[] {
  return Object.values(facts)
    .filter(({ terraform }) => !terraform.startsWith("lifecycle."))
    .flatMap((row) => [row, ...rows(row.arguments ?? {})]);
}

/** Resources that every AWS provider of the range has; of others `branding.test.ts` asks the bindings. */
const KNOWN = (Object.keys(RESOURCES) as Resource[]).filter(
  (resource) => awsProviderRange([RESOURCES[resource].type]) === awsProviderRange([]),
);

const ARGUMENTS = KNOWN.flatMap((resource) =>
  rows(RESOURCES[resource].arguments).map((row) => ({ resource, row, name: `${resource} ${row.terraform}` })),
);

/** The values with one exchanged, in the first block of each kind; `undefined` removes it. */
function withValue(values: Values, path: readonly string[], value: unknown): Values {
  const [key = "", ...rest] = path;
  const block = (values[key] as readonly Values[] | undefined)?.[0] ?? {};
  return { ...values, [key]: rest.length === 0 ? value : [withValue(block, rest, value)] };
}

function valueAt(values: Values | null | undefined, path: readonly string[]): unknown {
  const [key = "", ...rest] = path;
  const value = values?.[key];
  return rest.length === 0 ? value : valueAt((value as readonly Values[] | undefined)?.[0], rest);
}

const steps = ({ terraform }: Row) => terraform.split(".");

/** The base of a resource in which an argument can be tried: some exclude each other. */
function base(resource: Resource, row: Row): Values {
  const full = FULL[resource];
  if (row.terraform === "alias_attributes")
    return { ...full, username_attributes: undefined, alias_attributes: ["email"] };
  if (row.terraform === "analytics_configuration.application_arn")
    return {
      ...full,
      analytics_configuration: [{ application_arn: "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/a1" }],
    };
  return full;
}

const resources = ARGUMENTS.map(({ resource, row }) => base(resource, row));

describeTerraform("facts of arguments, by the AWS provider", () => {
  let workspace: Workspace;
  let state: object;
  let schemas: Record<string, { readonly block: Block }>;

  interface Block {
    readonly attributes?: Readonly<Record<string, { readonly required?: boolean }>>;
    readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
  }

  /** The block of the resource that an argument is in. */
  const blockOf = (resource: Resource, row: Row) =>
    steps(row)
      .slice(0, -1)
      .reduce<Block | undefined>(
        (at, step) => at?.block_types?.[step]?.block,
        schemas[RESOURCES[resource].type]?.block,
      );
  const isRequired = (resource: Resource, row: Row) =>
    blockOf(resource, row)?.attributes?.[steps(row).at(-1) as string]?.required ?? false;

  beforeAll(async () => {
    workspace = await new Workspace().use({
      terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } } },
    });
    const { provider_schemas } = JSON.parse(await workspace.run("providers", "schema", "-json"));
    schemas = (Object.values(provider_schemas) as [{ resource_schemas: typeof schemas }])[0].resource_schemas;
    state = stateOf(await planned(resources));
  });
  afterAll(() => workspace.remove());

  /** One resource for each argument: all are judged in one run. */
  function configuration(resources: readonly (Values | undefined)[]): object {
    const resource: Record<string, Record<string, unknown>> = {};
    ARGUMENTS.forEach((argument, index) => {
      const values = resources[index];
      if (values === undefined) return;
      const { type } = RESOURCES[argument.resource];
      resource[type] = { ...resource[type], [`a${index}`]: values };
    });
    return {
      terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } } },
      resource,
    };
  }

  async function planned(resources: readonly (Values | undefined)[], state?: object): Promise<PlanJson> {
    await workspace.use(configuration(resources));
    const { output, plan } = await workspace.plan(state ? { state } : {});
    if (plan === undefined) throw new Error(output.replace(/^ +1: .*$/gm, ""));
    return plan;
  }

  const changeOf = (plan: PlanJson, index: number) =>
    plan.resource_changes.find(({ name }) => name === `a${index}`)?.change;

  test("its path is one of the resource", () => {
    const unknown = ARGUMENTS.filter(({ resource, row }) => {
      const { attributes = {}, block_types = {} } = blockOf(resource, row) ?? {};
      return !((steps(row).at(-1) as string) in { ...attributes, ...block_types });
    });
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });

  test("it is retained by the provider when it is removed, or not", async () => {
    const stays = (resource: Resource, row: Row) => isRequired(resource, row) || NEEDED.test(row.terraform);
    const plan = await planned(
      ARGUMENTS.map(({ resource, row }, index) =>
        stays(resource, row) ? resources[index] : withValue(resources[index] as Values, steps(row), undefined),
      ),
      state,
    );
    const wrong = ARGUMENTS.filter(({ resource, row }, index) => {
      if (stays(resource, row)) return row.retained;
      const { before, after } = changeOf(plan, index) ?? {};
      const [was, is] = [valueAt(before, steps(row)), valueAt(after, steps(row))];
      return (JSON.stringify(was) === JSON.stringify(is) || isIgnored(is)) !== (row.retained ?? false);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test("a change of it replaces the resource, or not", async () => {
    const plan = await planned(
      ARGUMENTS.map(({ row }, index) =>
        withValue(resources[index] as Values, steps(row), another(valueAt(resources[index], steps(row)), row)),
      ),
      state,
    );
    const wrong = ARGUMENTS.flatMap(({ name, row }, index) => {
      if (CLOSED.test(row.terraform) || hasBlocks(valueAt(resources[index], steps(row)))) return [];
      const { actions = [] } = changeOf(plan, index) ?? {};
      const is = actions.includes("create") ? "replaced" : actions.join();
      return is === (row.permanent === "replaced" ? "replaced" : "update") ? [] : [`${name}: ${is}`];
    });
    expect(wrong).toEqual([]);
  });

  test("the provider refuses a bad value of it, or not", async () => {
    const bad = ARGUMENTS.map(({ resource, row }) => {
      const values = base(resource, row);
      const value = badValue(valueAt(values, steps(row)), row);
      return value === undefined ? undefined : withValue(values, steps(row), value);
    });
    await workspace.use(configuration(bad));
    const { stdout } = await workspace.terraform("validate", "-json");
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { address?: string; summary: string }[] };
    const refused = new Set(diagnostics.map(({ address }) => address?.split(".")[1]));
    const wrong = ARGUMENTS.filter(
      ({ row }, index) => bad[index] !== undefined && refused.has(`a${index}`) !== (row.refusedByProvider ?? false),
    );
    expect(wrong.map(({ name, row }) => `${name}: ${row.refusedByProvider ? "is not refused" : "is refused"}`)).toEqual(
      [],
    );
    expect(ARGUMENTS.filter(({ row }, index) => row.refusedByProvider && bad[index] === undefined)).toEqual([]);
  });
});

/** What other arguments need, so that the provider refuses to plan without it. */
const NEEDED =
  /^(lambda_config\.kms_key_id|token_validity_units\.\w+|analytics_configuration\.(?!user_data_shared)\w+|account_takeover_risk_configuration\.notify_configuration)$/;

/** What has one legal value. */
const CLOSED = /^lambda_config\.custom_\w+_sender\.lambda_version$/;

function hasBlocks(value: unknown): value is readonly Values[] {
  return Array.isArray(value) && typeof value[0] === "object";
}

/** Whether all that is left is an empty block, which the provider does not send. */
function isIgnored(value: unknown): boolean {
  return hasBlocks(value) && Object.values(value[0] as Values).every((each) => each === null);
}

/** Another legal value of the same form. */
function another(value: unknown, { terraform }: Row): unknown {
  if (Object.hasOwn(OTHERS, terraform)) return OTHERS[terraform];
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value - 1;
  if (Array.isArray(value)) return [];
  return `${value}x`;
}

const OTHERS: Readonly<Record<string, unknown>> = {
  user_pool_tier: "LITE",
  deletion_protection: "INACTIVE",
  mfa_configuration: "OFF",
  "sms_configuration.sns_region": "us-east-1",
  "email_configuration.email_sending_account": "COGNITO_DEFAULT",
  "web_authn_configuration.user_verification": "preferred",
  "verification_message_template.default_email_option": "CONFIRM_WITH_CODE",
  "lambda_config.pre_token_generation_config.lambda_version": "V1_0",
  "user_pool_add_ons.advanced_security_mode": "OFF",
  "user_pool_add_ons.advanced_security_additional_flows.custom_auth_mode": "ENFORCED",
  "lambda_config.custom_email_sender.lambda_version": "V1_0",
  "lambda_config.custom_sms_sender.lambda_version": "V1_0",
  "compromised_credentials_risk_configuration.actions.event_action": "NO_ACTION",
  "compromised_credentials_risk_configuration.event_filter": ["SIGN_IN"],
  "account_takeover_risk_configuration.actions.low_action.event_action": "BLOCK",
  "account_takeover_risk_configuration.actions.medium_action.event_action": "BLOCK",
  "account_takeover_risk_configuration.actions.high_action.event_action": "NO_ACTION",
  "account_takeover_risk_configuration.notify_configuration": [
    { source_arn: "arn:aws:ses:eu-west-1:111122223333:identity/other.example" },
  ],
  "risk_exception_configuration.blocked_ip_range_list": ["203.0.113.0/24"],
  "risk_exception_configuration.skipped_ip_range_list": ["203.0.113.0/24"],
  tags: { team: "access" },
  provider_type: "SAML",
  provider_details: { client_id: "another" },
  attribute_mapping: { email: "mail" },
  access_token_validity: 2,
  id_token_validity: 2,
  "token_validity_units.access_token": "days",
  "token_validity_units.id_token": "days",
  "token_validity_units.refresh_token": "hours",
  "refresh_token_rotation.feature": "DISABLED",
  prevent_user_existence_errors: "LEGACY",
};

/** A value that AWS refuses for its length, its size or its form; `undefined` where there is no such value. */
function badValue(value: unknown, { terraform, range, unit }: Row): unknown {
  if (terraform === "account_recovery_setting.recovery_mechanism") return [{ name: "BAD", priority: 1 }];
  if (typeof value === "number") return (range?.[1] ?? 2) + 1;
  if (typeof value === "string") return unit && range ? "x".repeat(range[1] + 1) : "BAD";
  if (Array.isArray(value) && typeof value[0] === "string") return unit && range ? ["x".repeat(range[1] + 1)] : ["BAD"];
  return undefined;
}
