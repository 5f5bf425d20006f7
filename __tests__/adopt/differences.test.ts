import { differences } from "../../lib/adopt/differences";
import { plain } from "../../lib/text/quoted";

type Values = Readonly<Record<string, unknown>>;

const CLIENT = "aws_cognito_user_pool_client";
const POOL = "aws_cognito_user_pool";
const PROVIDER = "aws_cognito_identity_provider";
const DOMAIN = "aws_cognito_user_pool_domain";
const STYLE = "aws_cognito_managed_login_branding";
const LOGS = "aws_cognito_log_delivery_configuration";
const notifications = (group: string) => ({
  event_source: "userNotification",
  log_level: "ERROR",
  cloud_watch_logs_configuration: [{ log_group_arn: group }],
  s3_configuration: [],
});
const activity = (bucket: string) => ({
  event_source: "userAuthEvents",
  log_level: "INFO",
  cloud_watch_logs_configuration: [],
  s3_configuration: [{ bucket_arn: bucket }],
});
const recovery = [{ recovery_mechanism: [{ name: "verified_email", priority: 1 }] }];
const google = (details: Values) => ({ provider_type: "Google", provider_details: { client_id: "1", ...details } });
const saml = (details: Values) => ({
  provider_type: "SAML",
  provider_details: { MetadataURL: "https://a", ...details },
});

/** What an import changes, though AWS does the same before and after it. */
test.each<[string, Values, Values]>([
  [CLIENT, { access_token_validity: 0 }, { access_token_validity: 1 }],
  [CLIENT, { refresh_token_rotation: [] }, { refresh_token_rotation: [{ feature: "DISABLED" }] }],
  [CLIENT, { prevent_user_existence_errors: "" }, { prevent_user_existence_errors: "LEGACY" }],
  [CLIENT, { callback_urls: ["https://a", "https://b"] }, { callback_urls: ["https://b", "https://a"] }],
  [CLIENT, { name: "web" }, { name: "web" }],
  [CLIENT, { enable_token_revocation: null }, { enable_token_revocation: false }],
  [
    CLIENT,
    { enable_propagate_additional_user_context_data: null },
    { enable_propagate_additional_user_context_data: false },
  ],
  [CLIENT, { auth_session_validity: null }, { auth_session_validity: 3 }],
  [POOL, { user_pool_tier: "" }, { user_pool_tier: "LITE" }],
  [POOL, { deletion_protection: "" }, { deletion_protection: "INACTIVE" }],
  [POOL, { user_pool_add_ons: [] }, { user_pool_add_ons: [{ advanced_security_mode: "OFF" }] }],
  [POOL, { sign_in_policy: [] }, { sign_in_policy: [{ allowed_first_auth_factors: ["PASSWORD"] }] }],
  [POOL, { tags: {}, tags_all: { a: "b" } }, { tags: { a: "b" }, tags_all: { a: "b" } }],
  [PROVIDER, saml({ ActiveEncryptionCertificate: "MIIC" }), saml({})],
  [DOMAIN, { managed_login_version: 0 }, { managed_login_version: 1 }],
  [STYLE, { settings: '{"a":[1,{"c":2,"b":3}]}' }, { settings: '{ "a": [1, { "b": 3, "c": 2 }] }' }],
  [
    LOGS,
    { log_configurations: [activity("b"), notifications("a")] },
    { log_configurations: [notifications("a"), activity("b")] },
  ],
])("%s: %j becomes %j: neutral", (type, before, after) => {
  expect(found(type, before, after)).toEqual([expect.not.stringContaining("=>")]);
});

test.each<[string, Values, Values, string]>([
  [CLIENT, { access_token_validity: 0 }, { access_token_validity: 2 }, "add accessTokenValidity to unset"],
  [
    CLIENT,
    { prevent_user_existence_errors: "" },
    { prevent_user_existence_errors: "ENABLED" },
    "add preventUserExistenceErrors to unset",
  ],
  [CLIENT, { read_attributes: [] }, { read_attributes: ["email"] }, "add readAttributes to unset"],
  [
    CLIENT,
    { enable_token_revocation: null },
    { enable_token_revocation: true },
    "write enableTokenRevocation as AWS has it",
  ],
  [POOL, { user_pool_tier: "" }, { user_pool_tier: "ESSENTIALS" }, "write userPoolTier as AWS has it"],
  [CLIENT, { callback_urls: ["https://a"] }, { callback_urls: ["https://b"] }, "write callbackUrls as AWS has it"],
  [POOL, { account_recovery_setting: [] }, { account_recovery_setting: recovery }, "add accountRecovery to unset"],
  [
    POOL,
    { deletion_protection: "INACTIVE" },
    { deletion_protection: "ACTIVE" },
    "write deletionProtection as AWS has it",
  ],
  [
    POOL,
    { password_policy: [{ temporary_password_validity_days: 0 }] },
    { password_policy: [{ temporary_password_validity_days: 7 }] },
    "write passwordPolicy as AWS has it",
  ],
  [POOL, { tags: {}, tags_all: {} }, { tags: { a: "b" }, tags_all: { a: "b" } }, "write tags as AWS has it"],
  [
    PROVIDER,
    google({ authorize_scopes: "openid" }),
    google({ authorize_scopes: "email" }),
    "write providerDetails.authorize_scopes as AWS has it",
  ],
  [DOMAIN, { managed_login_version: 1 }, { managed_login_version: 2 }, "write managedLoginVersion as AWS has it"],
  [STYLE, { settings: '{"a":[1,2]}' }, { settings: '{"a":[2,1]}' }, "write settings as AWS has it"],
  [
    LOGS,
    { log_configurations: [notifications("a"), activity("b")] },
    { log_configurations: [notifications("a"), activity("c")] },
    "write userNotification, userAuthEvents as AWS has it",
  ],
])("%s: %j becomes %j: not neutral", (type, before, after, fix) => {
  expect(found(type, before, after)).toEqual([expect.stringContaining(`=> ${fix}`)]);
});

test("the place is that of the first key that the config has, and a secret is not shown", () => {
  const [secret] = differences(
    updated(PROVIDER, google({ client_secret: "old" }), google({ client_secret: "new" })),
    (_, keys) => JSON.stringify(keys),
  );
  expect(secret).toMatchObject({ why: "AWS has another value", place: '[["providerDetails","client_secret"]]' });
  const [units] = differences(
    updated(CLIENT, { token_validity_units: [] }, { token_validity_units: [{ access_token: "seconds" }] }),
    (_, keys) => JSON.stringify(keys[0]),
  );
  expect(units?.place).toBe('["accessTokenValidity"]');
});

function found(type: string, before: Values, after: Values): string[] {
  return differences(updated(type, before, after), () => undefined).map(({ what, why, fix }) =>
    plain(`${what}: ${why}${fix === undefined ? "" : ` => ${fix}`}`),
  );
}

function updated(type: string, before: Values, after: Values) {
  const change = { actions: ["update"], before, after, importing: { id: "x" } };
  return { address: `${type}.x`, mode: "managed", type, name: "x", change };
}
