import type { Client } from "../../lib/config/schema";
import { findRule } from "../../lib/rules";
import { assertionsOfRule } from "../../lib/rules/conditions";
import type { Rule } from "../../lib/rules/rule";
import { type StackJson, synthesizeOne } from "../examples/examples";
import { configOf, modelOf } from "../support/models";
import { describeTerraform, Workspace } from "../support/terraform";
import { type HandEdit, planEdits, type Verdict } from "./hand-edits";

const POOL = "aws_cognito_user_pool";
const CLIENT = "aws_cognito_user_pool_client";

/** A pool of three clients, of which the config says no more than it must, a resource server, and identity providers. */
const { json: stack } = synthesizeOne(
  configOf({
    client: { platform: "spa", callbackUrls: ["https://app.example.com/callback"] },
    clients: { web: { platform: "public" }, api: { platform: "server" } },
    pool: {
      domain: { prefix: "example" },
      attributes: { "custom:fixed": { mutable: false } },
      smsConfiguration: { externalId: "users", snsCallerArn: "arn:aws:iam::123456789012:role/sms" },
      groups: { admins: {} },
      identityProviders: {
        Company: {
          providerType: "SAML",
          providerDetails: { MetadataURL: "https://idp.example.com/metadata.xml" },
          attributeMapping: { email: "mail" },
        },
        Other: { providerType: "SAML", providerDetails: { MetadataURL: "https://other.example.com/metadata.xml" } },
      },
    },
  }),
);

/** As the smallest block that Terraform takes. */
const SMALLEST = { name: "plan", attribute_data_type: "String" };
const declaring = (...attributes: object[]) => edited(POOL, "users", { schema: [...schemaOf(), ...attributes] });
const recovering = (...mechanisms: object[]) =>
  edited(POOL, "users", { account_recovery_setting: { recovery_mechanism: mechanisms } });

/** What nobody can say in a config, or only of an object that the edit adds to: each edit, and what the plan says of it. */
const EDITS: Readonly<Record<string, readonly [edit: StackJson, says: readonly string[]]>> = {
  "an attribute of name and type": [declaring(SMALLEST), []],
  "an attribute with a prefix": [
    declaring({ ...SMALLEST, name: "custom:plan" }),
    [
      "SCH-03 attribute-prefix: user pool users: AWS adds custom: to the name custom:plan; .*Write the name without custom:",
    ],
  ],
  "an attribute twice": [
    declaring(SMALLEST, { ...SMALLEST, attribute_data_type: "Number" }),
    ["SCH-02 attribute-name-form: user pool users: several attributes are named plan\\. "],
  ],
  "a standard attribute for developers": [
    declaring({ ...SMALLEST, name: "nickname", developer_only_attribute: true }),
    ["SCH-06 standard-attribute-type: user pool users: standard attribute nickname has developer_only_attribute"],
  ],
  "a limit in words": [
    declaring({ ...SMALLEST, attribute_data_type: "Number", number_attribute_constraints: { min_value: "ten" } }),
    ["SCH-08 attribute-range: user pool users: a limit of the value of plan is not a number"],
  ],
  "lengths of a number": [
    declaring({ ...SMALLEST, attribute_data_type: "Number", string_attribute_constraints: { max_length: "9" } }),
    ["SCH-09 constraint-of-type: user pool users: plan has limits of length, which apply to type String"],
  ],
  "values of a text": [
    declaring({ ...SMALLEST, number_attribute_constraints: { max_value: "9" } }),
    ["SCH-09 constraint-of-type: user pool users: plan has limits of value, which apply to type Number"],
  ],
  "ways of recovery in another order": [
    recovering({ name: "verified_email", priority: 2 }, { name: "verified_phone_number", priority: 1 }),
    [],
  ],
  "a third priority": [
    recovering({ name: "verified_email", priority: 3 }),
    ["REC-01 recovery-count: user pool users: ways of recovery have priorities 3; AWS takes 1 and 2"],
  ],
  "a priority twice": [
    recovering({ name: "verified_email", priority: 1 }, { name: "verified_phone_number", priority: 1 }),
    ["REC-03 recovery-duplicates: user pool users: two ways of recovery have the same priority: 1, 1"],
  ],
  "a negative precedence": [
    edited("aws_cognito_user_group", "admins", { precedence: -1 }),
    ["GRP-03 group-precedence: group admins: precedence is -1; AWS allows 0 to"],
  ],
  "a Region of text messages": [
    edited(POOL, "users", {
      sms_configuration: {
        external_id: "users",
        sns_caller_arn: "arn:aws:iam::123456789012:role/sms",
        sns_region: "us-east-1",
      },
    }),
    ["MFA-10 sns-region: user pool users: sns_region is us-east-1; "],
  ],
  // a first plan does not know that the other provider maps none
  "a mapped attribute that cannot change": [
    edited("aws_cognito_identity_provider", "company", { attribute_mapping: { "custom:fixed": "org" } }),
    ["ATT-08 mutable-mapped-attributes: user pool users: fixed cannot change after sign-up"],
  ],
  // nor that the other clients have none
  "a default redirect of one client of three": [
    edited(CLIENT, "app", { default_redirect_uri: "https://app.example.com/" }),
    [
      "OAU-24 default-redirect-is-callback: client app: default redirect https://app\\.example\\.com/ is not one of the callback URLs: https://app\\.example\\.com/callback\\. ",
    ],
  ],
  "default redirects of two clients": [
    edited(CLIENT, "app", { default_redirect_uri: "https://one.example.com/" }, "web", {
      default_redirect_uri: "https://two.example.com/",
    }),
    ["OAU-24 .*: client app: default redirect https://one", "OAU-24 .*: client web: default redirect https://two"],
  ],
  "a grant without the switch": [
    edited(CLIENT, "web", { allowed_oauth_flows: ["code"], callback_urls: ["https://app.example.com/callback"] }),
    [
      "OAU-05 oauth-settings-need-grant: client web: grants \\[code\\] are given, but allowed_oauth_flows_user_pool_client is not true\\. Set allowed_oauth_flows_user_pool_client to true",
    ],
  ],
};

describeTerraform("Terraform that is written by hand", () => {
  const workspace = new Workspace();
  let verdicts: readonly Verdict[];

  beforeAll(async () => {
    const rule = findRule("SCH-02") as Rule;
    const edits = Object.entries(EDITS).map(
      ([field, [edit]]): HandEdit => ({ rule, field, isSaid: false, stack: () => edit }),
    );
    verdicts = await planEdits(workspace, edits);
  }, 300_000);
  afterAll(() => workspace.remove());

  test.each(Object.entries(EDITS))("with %s is judged", (field, [, says]) => {
    const { conditions = [], refusals = [] } = verdicts.find(({ edit }) => edit.field === field) ?? {};
    const known = conditions.filter((message) => !UNREAD.test(message));
    expect({ refusals, known: known.toSorted() }).toEqual({
      refusals: [],
      known: says.map((pattern) => expect.stringMatching(new RegExp(`^${pattern}`))),
    });
  });
});

describe("the default redirects that a first plan does not know", () => {
  const asked = (silent: number) => {
    const others = Array.from({ length: silent }, (_, index) => [`c${index}`, { platform: "public" }] as const);
    const model = modelOf(configOf({ client: SPA, clients: Object.fromEntries(others) }));
    return assertionsOfRule(findRule("OAU-24") as Rule, model).length;
  };

  test.each([
    [0, 1],
    [1, 2],
    [20, 21],
    [21, 2],
    [300, 2],
  ])("of %i clients beside one that has one are %i preconditions", (silent, preconditions) => {
    expect(asked(silent)).toBe(preconditions);
  });
});

const SPA: Client = {
  platform: "spa",
  callbackUrls: ["https://app.example.com/callback"],
  defaultRedirectUri: "https://app.example.com/callback",
};

/** Follows from the others: what the clients of the stack do not support of what is added. */
const UNREAD = /^ATT-07 /;

/** The stack with other arguments of resources of a type. */
function edited(type: string, ...changes: readonly (string | object)[]): StackJson {
  const resources: Record<string, object> = { ...stack.resource?.[type] };
  for (let index = 0; index < changes.length; index += 2) {
    const name = changes[index] as string;
    resources[name] = { ...resources[name], ...(changes[index + 1] as object) };
  }
  return { ...stack, resource: { ...stack.resource, [type]: resources } } as StackJson;
}

function schemaOf(): readonly object[] {
  const { schema = [] } = (stack.resource?.[POOL]?.users ?? {}) as { schema?: readonly object[] };
  return schema;
}
