import { RESOURCES } from "../../lib/cognito/resources";
import { judge } from "../../lib/gate/judge";
import type { Plan, ResourceChange } from "../../lib/gate/plan-file";
import { NOTES, retainedPaths } from "../../lib/gate/retained-arguments";
import { plain } from "../../lib/text/quoted";
import { CLIENT, changeOf, POOL, planOf } from "./plans";

type Values = Record<string, unknown>;

/** What the gate says of an object that has these values before and after, and of which this much is written. */
function said(type: string, values: Values, written: Values, module?: string): string[] {
  const address = `${module === undefined ? "" : `module.${module}.`}${type}.it`;
  const change: ResourceChange = changeOf(address, ["update"], { before: values, after: values });
  const resources = [{ type, name: "it", expressions: written }];
  const root_module: Plan["configuration"]["root_module"] =
    module === undefined ? { resources } : { module_calls: { [module]: { module: { resources } } } };
  const plan = { ...planOf([{ ...change, type, name: "it" }]), configuration: { root_module } };
  return judge(plan, [], "2030-01-01").map(({ verdict, message }) => `${verdict}: ${plain(message)}`);
}

const FUNCTION = "arn:aws:lambda:eu-west-1:111122223333:function:claims";
const TRIGGER = "noted: the pre token generation trigger is retained: its function still runs at every sign-in";
const EMAIL = "noted: the text of verification emails is retained";
const SMS = { external_id: {}, sns_caller_arn: {} };

test.each<[string, Parameters<typeof said>, string[]]>([
  [
    "a trigger that is no longer written, beside another one",
    [
      POOL,
      { lambda_config: [{ pre_token_generation: FUNCTION, pre_token_generation_config: [] }] },
      { lambda_config: [{ pre_sign_up: {} }] },
    ],
    [TRIGGER],
  ],
  [
    "a trigger that AWS shows in two places and that is written in one",
    [
      POOL,
      { lambda_config: [{ pre_token_generation: FUNCTION, pre_token_generation_config: [{ lambda_arn: FUNCTION }] }] },
      { lambda_config: [{ pre_token_generation: {} }] },
    ],
    [],
  ],
  [
    "threat protection of custom authentication",
    [
      POOL,
      { user_pool_add_ons: [{ advanced_security_additional_flows: [{ custom_auth_mode: "AUDIT" }] }] },
      { user_pool_add_ons: [{ advanced_security_mode: {} }] },
    ],
    ["noted: threat protection of custom authentication is retained"],
  ],
  [
    "threat protection of custom authentication that is written",
    [
      POOL,
      { user_pool_add_ons: [{ advanced_security_additional_flows: [{ custom_auth_mode: "AUDIT" }] }] },
      { user_pool_add_ons: [{ advanced_security_additional_flows: [{ custom_auth_mode: {} }] }] },
    ],
    [],
  ],
  ["no trigger", [POOL, { lambda_config: [{ pre_token_generation: "" }] }, { lambda_config: [{}] }], []],
  [
    "a text that is written in the template",
    [
      POOL,
      { email_verification_message: "{####}", verification_message_template: [{ email_message: "{####}" }] },
      { verification_message_template: [{ email_message: {} }] },
    ],
    [],
  ],
  [
    "a text that is written beside the template",
    [
      POOL,
      { email_verification_message: "{####}", verification_message_template: [{ email_message: "{####}" }] },
      { email_verification_message: {} },
    ],
    [],
  ],
  [
    "a text that is written nowhere",
    [POOL, { email_verification_message: "{####}", verification_message_template: [{ email_message: "{####}" }] }, {}],
    [EMAIL],
  ],
  [
    "text messages in the Region of the pool",
    [
      POOL,
      {
        arn: "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/x",
        sms_configuration: [{ sns_region: "eu-west-1" }],
      },
      { sms_configuration: [SMS] },
    ],
    [],
  ],
  [
    "text messages in another Region",
    [
      POOL,
      {
        arn: "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/x",
        sms_configuration: [{ sns_region: "us-east-1" }],
      },
      { sms_configuration: [SMS] },
    ],
    ["noted: SMS messages are still sent from Region us-east-1"],
  ],
  [
    "a default redirect that is a callback URL still",
    [CLIENT, { default_redirect_uri: "acme://in", callback_urls: ["acme://in"] }, { callback_urls: {} }],
    ["noted: default redirect acme://in is retained"],
  ],
  [
    "a default redirect that is none any more",
    [CLIENT, { default_redirect_uri: "acme://old", callback_urls: ["acme://in"] }, { callback_urls: {} }],
    ["refused: default redirect acme://old is retained, but no longer a callback URL"],
  ],
  ["a block in a module, which may be a dynamic one", [POOL, { email_mfa_configuration: [{}] }, {}, "identity"], []],
  ["a block at the root", [POOL, { email_mfa_configuration: [{}] }, {}], ["noted: email MFA is retained"]],
  [
    "a trigger in a module, where a dynamic block may hold it",
    [POOL, { lambda_config: [{ pre_token_generation: FUNCTION }] }, { lambda_config: [{}] }, "identity"],
    [],
  ],
  [
    "triggers in a dynamic block",
    [POOL, { lambda_config: [{ pre_token_generation: FUNCTION, pre_token_generation_config: [{}] }] }, {}],
    [],
  ],
  [
    "a trigger whose variable is empty, which stays in its other spelling",
    [
      POOL,
      { lambda_config: [{ pre_token_generation: "", pre_token_generation_config: [{ lambda_arn: FUNCTION }] }] },
      { lambda_config: [{ pre_token_generation: { references: ["var.claims"] } }] },
    ],
    [TRIGGER],
  ],
  [
    "a default redirect that is written as null",
    [
      CLIENT,
      { default_redirect_uri: "acme://in", callback_urls: ["acme://in"] },
      { default_redirect_uri: { constant_value: null } },
    ],
    ["noted: default redirect acme://in is retained"],
  ],
  [
    "values that no plan has",
    [
      POOL,
      { lambda_config: "x", sms_configuration: [{ sns_region: { toString: 1 } }], email_mfa_configuration: 1 },
      { sms_configuration: [SMS], lambda_config: [null], email_mfa_configuration: [{}] },
    ],
    [],
  ],
  [
    "an argument in a module",
    [CLIENT, { default_redirect_uri: "acme://in", callback_urls: ["acme://in"] }, {}, "identity"],
    ["noted: default redirect acme://in is retained"],
  ],
])("%s", (_, object, expected) => {
  expect(said(...object)).toEqual(expected);
});

test.each(Object.entries(RESOURCES))(
  "each retained argument of %s is reported, or there is a reason not to",
  (resource, kind) => {
    const notes = NOTES[resource as keyof typeof RESOURCES];
    expect(Object.keys(notes).sort()).toEqual(retainedPaths(kind.arguments).sort());
    for (const note of Object.values(notes)) if (typeof note === "string") expect(note.length).toBeGreaterThan(20);
  },
);
