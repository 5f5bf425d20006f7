import type { Pool } from "../../lib/config/schema";
import { poolSchema } from "../../lib/config/schema/pool";
import { stackOf, userPool } from "./stack";

const LAMBDA = "arn:aws:lambda:eu-west-1:111122223333:function:f";

/** What is written at a key of a pool, and the arguments of `aws_cognito_user_pool` that it becomes. */
const ARGUMENTS: Readonly<Record<string, readonly (readonly [written: Partial<Pool>, becomes: object])[]>> = {
  name: [
    [{ name: "People" }, { name: "People" }],
    [{}, { name: "acme-users-prod" }],
  ],
  userPoolTier: [[{ userPoolTier: "PLUS" }, { user_pool_tier: "PLUS" }]],
  deletionProtection: [[{ deletionProtection: false }, { deletion_protection: "INACTIVE" }]],
  preventDestroy: [[{ preventDestroy: false }, { lifecycle: { prevent_destroy: false } }]],
  usernameAttributes: [
    [
      { usernameAttributes: ["phone_number", "email"] },
      { username_attributes: ["email", "phone_number"], auto_verified_attributes: ["email"] },
    ],
  ],
  aliasAttributes: [[{ aliasAttributes: ["preferred_username"] }, { alias_attributes: ["preferred_username"] }]],
  caseSensitive: [[{ caseSensitive: true }, { username_configuration: { case_sensitive: true } }]],
  autoVerifiedAttributes: [
    [{ autoVerifiedAttributes: ["phone_number"] }, { auto_verified_attributes: ["phone_number"] }],
  ],
  attributesRequireVerificationBeforeUpdate: [
    [
      { attributesRequireVerificationBeforeUpdate: ["email"] },
      { user_attribute_update_settings: { attributes_require_verification_before_update: ["email"] } },
    ],
  ],
  attributes: [
    [
      { attributes: { "custom:plan": { maxLength: 10, mutable: false }, email: { required: true } } },
      {
        schema: [
          attribute("plan", "String", {
            mutable: false,
            string_attribute_constraints: { min_length: "0", max_length: "10" },
          }),
          attribute("email", "String", {
            required: true,
            string_attribute_constraints: { min_length: "0", max_length: "2048" },
          }),
        ],
      },
    ],
    [
      { attributes: { "custom:n": { type: "Number", minValue: -1.5, maxValue: 9 } } },
      { schema: [attribute("n", "Number", { number_attribute_constraints: { min_value: "-1.5", max_value: "9" } })] },
    ],
    [
      { attributes: { "custom:b": { type: "Boolean" }, "custom:d": { type: "DateTime" }, birthdate: {} } },
      {
        schema: [
          attribute("birthdate", "String", { string_attribute_constraints: { min_length: "10", max_length: "10" } }),
          attribute("b", "Boolean", {}),
          attribute("d", "DateTime", {}),
        ],
      },
    ],
  ],
  passwordPolicy: [
    [
      {
        passwordPolicy: {
          minimumLength: 20,
          requireLowercase: false,
          requireUppercase: false,
          requireNumbers: false,
          requireSymbols: false,
          temporaryPasswordValidityDays: 1,
          passwordHistorySize: 24,
        },
      },
      {
        password_policy: {
          minimum_length: 20,
          require_lowercase: false,
          require_uppercase: false,
          require_numbers: false,
          require_symbols: false,
          temporary_password_validity_days: 1,
          password_history_size: 24,
        },
      },
    ],
  ],
  mfaConfiguration: [[{ mfaConfiguration: "ON" }, { mfa_configuration: "ON" }]],
  softwareTokenMfa: [[{ softwareTokenMfa: true }, { software_token_mfa_configuration: { enabled: true } }]],
  emailMfa: [
    [
      { emailMfa: { message: "{####}", subject: "Code" } },
      { email_mfa_configuration: { message: "{####}", subject: "Code" } },
    ],
    [
      { emailMfa: {} },
      {
        email_mfa_configuration: {
          message: "Your authentication code is {####}.",
          subject: "Your authentication code",
        },
        account_recovery_setting: {
          recovery_mechanism: [
            { name: "verified_email", priority: 1 },
            { name: "verified_phone_number", priority: 2 },
          ],
        },
      },
    ],
  ],
  smsAuthenticationMessage: [
    [{ smsAuthenticationMessage: "Code: {####}" }, { sms_authentication_message: "Code: {####}" }],
    [{ smsAuthenticationMessage: { var: "text" } }, { sms_authentication_message: "${var.text}" }],
  ],
  smsConfiguration: [
    [
      { smsConfiguration: { externalId: "x", snsCallerArn: "arn:role", snsRegion: "eu-west-1" } },
      { sms_configuration: { external_id: "x", sns_caller_arn: "arn:role", sns_region: "eu-west-1" } },
    ],
  ],
  emailConfiguration: [
    [
      {
        emailConfiguration: {
          emailSendingAccount: "DEVELOPER",
          sourceArn: "arn:ses",
          fromEmailAddress: "a@b.example",
          replyToEmailAddress: "c@b.example",
          configurationSet: "set",
        },
      },
      {
        email_configuration: {
          email_sending_account: "DEVELOPER",
          source_arn: "arn:ses",
          from_email_address: "a@b.example",
          reply_to_email_address: "c@b.example",
          configuration_set: "set",
        },
      },
    ],
  ],
  signInPolicy: [
    [
      { signInPolicy: { allowedFirstAuthFactors: ["WEB_AUTHN", "PASSWORD"] } },
      { sign_in_policy: { allowed_first_auth_factors: ["PASSWORD", "WEB_AUTHN"] } },
    ],
  ],
  webAuthn: [
    [
      { webAuthn: { relyingPartyId: "a.example", userVerification: "required" } },
      { web_authn_configuration: { relying_party_id: "a.example", user_verification: "required" } },
    ],
  ],
  accountRecovery: [
    [
      { accountRecovery: ["verified_phone_number", "verified_email"] },
      {
        account_recovery_setting: {
          recovery_mechanism: [
            { name: "verified_phone_number", priority: 1 },
            { name: "verified_email", priority: 2 },
          ],
        },
      },
    ],
  ],
  adminCreateUserOnly: [
    [{ adminCreateUserOnly: true }, { admin_create_user_config: { allow_admin_create_user_only: true } }],
  ],
  inviteMessage: [
    [
      { inviteMessage: { emailMessage: "{username} {####}", emailSubject: "Hi", smsMessage: "{username}: {####}" } },
      {
        admin_create_user_config: {
          invite_message_template: {
            email_message: "{username} {####}",
            email_subject: "Hi",
            sms_message: "{username}: {####}",
          },
        },
      },
    ],
    [
      { inviteMessage: { emailSubject: "Hi" } },
      {
        admin_create_user_config: {
          invite_message_template: {
            email_message: "Your username is {username} and temporary password is {####}.",
            email_subject: "Hi",
            sms_message: "Your username is {username} and temporary password is {####}.",
          },
        },
      },
    ],
  ],
  verificationMessage: [
    [
      {
        verificationMessage: {
          defaultEmailOption: "CONFIRM_WITH_LINK",
          emailMessage: "{####}",
          emailMessageByLink: "{##here##}",
          emailSubject: "Code",
          emailSubjectByLink: "Link",
          smsMessage: "{####}",
        },
      },
      {
        verification_message_template: {
          default_email_option: "CONFIRM_WITH_LINK",
          email_message: "{####}",
          email_message_by_link: "{##here##}",
          email_subject: "Code",
          email_subject_by_link: "Link",
          sms_message: "{####}",
        },
      },
    ],
  ],
  deviceConfiguration: [
    [
      { deviceConfiguration: { challengeRequiredOnNewDevice: true } },
      {
        device_configuration: { challenge_required_on_new_device: true, device_only_remembered_on_user_prompt: false },
      },
    ],
  ],
  lambdaConfig: [
    ...(
      [
        ["createAuthChallenge", "create_auth_challenge"],
        ["customMessage", "custom_message"],
        ["defineAuthChallenge", "define_auth_challenge"],
        ["postAuthentication", "post_authentication"],
        ["postConfirmation", "post_confirmation"],
        ["preAuthentication", "pre_authentication"],
        ["preSignUp", "pre_sign_up"],
        ["userMigration", "user_migration"],
        ["verifyAuthChallengeResponse", "verify_auth_challenge_response"],
        ["kmsKeyId", "kms_key_id"],
      ] as const
    ).map(
      ([key, argument]) => [{ lambdaConfig: { [key]: LAMBDA } }, { lambda_config: { [argument]: LAMBDA } }] as const,
    ),
    [
      { lambdaConfig: { preTokenGeneration: LAMBDA } },
      {
        lambda_config: {
          pre_token_generation: LAMBDA,
          pre_token_generation_config: { lambda_arn: LAMBDA, lambda_version: "V1_0" },
        },
      },
    ],
    [
      { lambdaConfig: { preTokenGeneration: { var: "claims", default: "" } } },
      { lambda_config: { pre_token_generation: "${var.claims}" } },
    ],
    [
      {
        lambdaConfig: {
          preTokenGenerationConfig: { lambdaArn: LAMBDA, lambdaVersion: "V3_0" },
          customEmailSender: { lambdaArn: LAMBDA, lambdaVersion: "V1_0" },
          customSmsSender: { lambdaArn: { var: "sender" }, lambdaVersion: "V1_0" },
        },
      },
      {
        lambda_config: {
          pre_token_generation: LAMBDA,
          pre_token_generation_config: { lambda_arn: LAMBDA, lambda_version: "V3_0" },
          custom_email_sender: { lambda_arn: LAMBDA, lambda_version: "V1_0" },
          custom_sms_sender: { lambda_arn: "${var.sender}", lambda_version: "V1_0" },
        },
      },
    ],
  ],
  advancedSecurityMode: [
    [{ advancedSecurityMode: "AUDIT" }, { user_pool_add_ons: { advanced_security_mode: "AUDIT" } }],
  ],
  threatProtection: [
    [
      { advancedSecurityMode: "AUDIT", threatProtection: { customAuth: "ENFORCED" } },
      {
        user_pool_add_ons: {
          advanced_security_mode: "AUDIT",
          advanced_security_additional_flows: { custom_auth_mode: "ENFORCED" },
        },
      },
    ],
  ],
  tags: [[{ tags: { team: "a", "${x}": { var: "tag" } } }, { tags: { team: "a", "$${x}": "${var.tag}" } }]],
};

/** Keys that are not arguments of the user pool: what is attached to it has tests of its own. */
const NO_ARGUMENTS = [
  ...[
    "only",
    "except",
    "existing",
    "adopted",
    "unset",
    "domain",
    "additionalDomain",
    "resourceServers",
    "identityProviders",
    "groups",
    "uiCustomization",
    "webAclArn",
  ],
  ...["logDelivery", "webAclArn", "exportClientSecrets", "allowDestroy", "acknowledge", "clientDefaults", "clients"],
];

test("every key of a pool is in the table, or is not an argument of the user pool", () => {
  const keys = Object.keys(poolSchema.shape).filter((key) => !NO_ARGUMENTS.includes(key));
  expect(Object.keys(ARGUMENTS).sort()).toEqual(keys.sort());
});

test.each(Object.entries(ARGUMENTS).flatMap(([key, cases]) => cases.map((each) => [key, ...each] as const)))(
  "pools.*.%s %j",
  (_, pool, becomes) => {
    expect(userPool(stackOf({ pool }))).toMatchObject(becomes);
  },
);

test.each([
  ["inviteMessage", "admin_create_user_config.invite_message_template"],
  ["lambdaConfig", "lambda_config"],
  ["webAuthn", "web_authn_configuration"],
])("%s that says nothing is not a block, which AWS would not give back", (key, block) => {
  expect(userPool(stackOf({ pool: { [key]: {} } }))).not.toHaveProperty(block);
});

describe("GIVEN a pool that says nothing", () => {
  const { "//": _, lifecycle, ...pool } = userPool(stackOf({}));

  test("THEN every argument that the project owns is written", () => {
    expect(pool).toEqual({
      name: "acme-users-prod",
      user_pool_tier: "ESSENTIALS",
      deletion_protection: "ACTIVE",
      username_configuration: { case_sensitive: false },
      auto_verified_attributes: [],
      schema: [],
      password_policy: {
        minimum_length: 8,
        require_lowercase: true,
        require_uppercase: true,
        require_numbers: true,
        require_symbols: true,
        temporary_password_validity_days: 7,
        password_history_size: 0,
      },
      mfa_configuration: "OFF",
      email_configuration: { email_sending_account: "COGNITO_DEFAULT" },
      sign_in_policy: { allowed_first_auth_factors: ["PASSWORD"] },
      account_recovery_setting: { recovery_mechanism: [{ name: "verified_email", priority: 1 }] },
      admin_create_user_config: { allow_admin_create_user_only: false },
      verification_message_template: { default_email_option: "CONFIRM_WITH_CODE" },
      user_pool_add_ons: { advanced_security_mode: "OFF" },
    });
    expect(lifecycle).toMatchObject({ prevent_destroy: true });
  });

  test.each([
    ...[
      "username_attributes",
      "alias_attributes",
      "user_attribute_update_settings",
      "software_token_mfa_configuration",
    ],
    ...[
      "email_mfa_configuration",
      "sms_configuration",
      "web_authn_configuration",
      "device_configuration",
      "lambda_config",
      "tags",
    ],
  ])("THEN %s is absent", (argument) => {
    expect(pool).not.toHaveProperty(argument);
  });
});

test("a pool of tier LITE has no choice of first factors", () => {
  expect(userPool(stackOf({ pool: { userPoolTier: "LITE" } }))).not.toHaveProperty("sign_in_policy");
});

function attribute(name: string, type: string, other: object): object {
  return { name, attribute_data_type: type, developer_only_attribute: false, mutable: true, required: false, ...other };
}
