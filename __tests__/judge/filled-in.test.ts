import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMPUTED } from "../../lib/cognito/computed";
import { FILLED_IN } from "../../lib/cognito/filled-in";
import { describeWhole, Workspace } from "../support/terraform";

const id = { user_pool_id: "eu-west-1_Ab3dEf6h1" };
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;

/** Resources that write nothing but what they must, and the same with every block, as empty as it can be. */
const RESOURCES: Readonly<Record<string, readonly object[]>> = {
  aws_cognito_user_pool: [
    { name: "plain" },
    {
      name: "blocks",
      account_recovery_setting: {},
      admin_create_user_config: {},
      device_configuration: {},
      email_configuration: {},
      lambda_config: { custom_message: arn("lambda", "function:message") },
      password_policy: {},
      schema: [
        { name: "text", attribute_data_type: "String", string_attribute_constraints: {} },
        { name: "number", attribute_data_type: "Number", number_attribute_constraints: {} },
      ],
      sign_in_policy: {},
      sms_configuration: { external_id: "x", sns_caller_arn: "arn:aws:iam::123456789012:role/sms" },
      user_pool_add_ons: { advanced_security_mode: "OFF", advanced_security_additional_flows: {} },
      username_configuration: {},
      verification_message_template: {},
      web_authn_configuration: {},
    },
  ],
  aws_cognito_user_pool_client: [
    { name: "plain", ...id },
    {
      name: "blocks",
      ...id,
      analytics_configuration: { application_arn: arn("mobiletargeting", "apps/0a1b2c") },
      token_validity_units: {},
    },
  ],
  aws_cognito_user_pool_domain: [{ domain: "acme-plain", ...id }],
  aws_cognito_identity_provider: [{ provider_name: "Okta", provider_type: "SAML", provider_details: {}, ...id }],
  aws_cognito_user_group: [{ name: "plain", ...id }],
  aws_cognito_resource_server: [{ name: "plain", identifier: "plain", ...id }],
  aws_cognito_risk_configuration: [
    { ...id, compromised_credentials_risk_configuration: { actions: { event_action: "BLOCK" } } },
  ],
};

/** What nobody can write: the provider reads it. */
const READ = ["client_secret", "aws_account_id", "managed_login_branding_id"];

describeWhole("arguments that AWS fills in", () => {
  test("are those that a plan does not know, where nothing or an empty block is written", async () => {
    const workspace = new Workspace();
    const named = Object.entries(RESOURCES).map(([type, list]) => [
      type,
      Object.fromEntries(list.map((each, index) => [`r${index}`, each])),
    ]);
    writeFileSync(join(workspace.folder, "provider.tf"), 'provider "aws" { region = "eu-west-1" }\n');
    await workspace.use({
      terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
      resource: Object.fromEntries(named),
    });
    const { plan, output } = await workspace.plan();
    workspace.remove();
    if (plan === undefined) throw new Error(output);
    for (const type of Object.keys(RESOURCES)) {
      const changes = plan.resource_changes.filter((each) => each.type === type);
      const unknown = changes.flatMap(({ change }) => [
        ...unknownIn((change as { after_unknown?: unknown }).after_unknown),
      ]);
      const read = [...(COMPUTED[type] ?? []), ...READ];
      expect([type, [...new Set(unknown)].filter((path) => !read.includes(path)).sort()]).toEqual([
        type,
        (FILLED_IN[type] ?? []).filter((path) => path !== "tags_all").sort(),
      ]);
    }
  }, 120_000);
});

function* unknownIn(tree: unknown, path: readonly string[] = []): Generator<string> {
  if (tree === true) yield path.join(".");
  else if (Array.isArray(tree)) for (const each of tree) yield* unknownIn(each, path);
  else if (typeof tree === "object" && tree !== null)
    for (const [key, each] of Object.entries(tree)) yield* unknownIn(each, [...path, key]);
}
