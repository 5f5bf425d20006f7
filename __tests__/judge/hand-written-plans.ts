/** Arguments as HCL: a text is an expression or, in braces, a block; a list is a block several times. */
export type Arguments = Readonly<Record<string, string | readonly string[]>>;

/** Hand-written Terraform in which one rule is violated, and the same without the mistake. */
export interface Planted {
  readonly rule: string;
  /** The resource that the finding names. */
  readonly at: string;
  readonly bad: string;
  readonly good: string;
}

/** Arguments that are maps, which HCL writes with an equals sign. */
const MAPS = ["attribute_mapping", "provider_details", "tags"];

export function resource(type: string, name: string, given: Arguments): string {
  const lines = Object.entries(given).flatMap(([key, value]) =>
    [value].flat().map((each) => (each.startsWith("{") && !MAPS.includes(key) ? `${key} ${each}` : `${key} = ${each}`)),
  );
  return `resource "${type}" "${name}" {\n${lines.join("\n")}\n}\n`;
}

export const POOL = "aws_cognito_user_pool.users";
export const CLIENT = "aws_cognito_user_pool_client.app";
export const id = { user_pool_id: `${POOL}.id` };

export const pool = (given: Arguments = {}) =>
  resource("aws_cognito_user_pool", "users", { name: '"users"', ...given });
export const client = (given: Arguments = {}) =>
  resource("aws_cognito_user_pool_client", "app", { name: '"app"', ...id, ...given });
export const domain = (given: Arguments = {}) =>
  resource("aws_cognito_user_pool_domain", "main", { domain: '"acme-sign-in"', ...id, ...given });
export const server = (given: Arguments = {}) =>
  resource("aws_cognito_resource_server", "api", {
    identifier: '"https://api.example.com"',
    name: '"API"',
    scope: '{\nscope_name = "read"\nscope_description = "Read"\n}',
    ...id,
    ...given,
  });
export const provider = (given: Arguments = {}) =>
  resource("aws_cognito_identity_provider", "google", {
    provider_name: '"Google"',
    provider_type: '"Google"',
    provider_details: '{ client_id = "id", client_secret = "secret", authorize_scopes = "openid email" }',
    attribute_mapping: '{ email = "email", username = "sub" }',
    ...id,
    ...given,
  });
export const group = (given: Arguments) =>
  resource("aws_cognito_user_group", "admins", { name: '"admins"', ...id, ...given });
export const risk = (given: Arguments) => resource("aws_cognito_risk_configuration", "risk", { ...id, ...given });

export const OAUTH: Arguments = {
  allowed_oauth_flows_user_pool_client: "true",
  allowed_oauth_flows: '["code"]',
  allowed_oauth_scopes: '["openid"]',
  callback_urls: '["https://app.example.com/callback"]',
  supported_identity_providers: '["COGNITO"]',
};
export const MACHINE: Arguments = {
  allowed_oauth_flows_user_pool_client: "true",
  allowed_oauth_flows: '["client_credentials"]',
  allowed_oauth_scopes: '["https://api.example.com/read"]',
  generate_secret: "true",
};
export const PLUS: Arguments = {
  user_pool_tier: '"PLUS"',
  user_pool_add_ons: '{\nadvanced_security_mode = "ENFORCED"\n}',
  mfa_configuration: '"OPTIONAL"',
  software_token_mfa_configuration: "{\nenabled = true\n}",
};
export const units = (access: string, refresh: string) =>
  `{\naccess_token = "${access}"\nid_token = "${access}"\nrefresh_token = "${refresh}"\n}`;
export const attribute = (name: string, more = "", type = "String") =>
  `{\nname = "${name}"\nattribute_data_type = "${type}"\nmutable = true\n${more}\n}`;
export const length = (least: number, most: number) =>
  `string_attribute_constraints {\nmin_length = "${least}"\nmax_length = "${most}"\n}`;
export const range = (least: number, most: number) =>
  `number_attribute_constraints {\nmin_value = "${least}"\nmax_value = "${most}"\n}`;
export const lambda = (name: string, region = "eu-west-1") =>
  `"arn:aws:lambda:${region}:123456789012:function:${name}"`;
export const ses = (region = "eu-west-1", name = "example.com") =>
  `"arn:aws:ses:${region}:123456789012:identity/${name}"`;
export const recovery = (...names: string[]) =>
  `{\n${names.map((name, index) => `recovery_mechanism {\nname = "${name}"\npriority = ${index + 1}\n}`).join("\n")}\n}`;

/** A client, in both forms, of a plain pool. */
export const ofClient = (rule: string, bad: Arguments, good: Arguments, rest = pool()): Planted => ({
  rule,
  at: CLIENT,
  bad: rest + client(bad),
  good: rest + client(good),
});
export const oauth = (rule: string, bad: Arguments, good: Arguments = {}, rest = pool() + domain()): Planted =>
  ofClient(rule, { ...OAUTH, ...bad }, { ...OAUTH, ...good }, rest);
export const machine = (rule: string, bad: Arguments, good: Arguments = {}): Planted =>
  ofClient(rule, { ...MACHINE, ...bad }, { ...MACHINE, ...good }, pool() + domain() + server());
export const ofPool = (rule: string, bad: Arguments, good: Arguments, rest = client()): Planted => ({
  rule,
  at: POOL,
  bad: pool(bad) + rest,
  good: pool(good) + rest,
});
export const of = (rule: string, at: string, bad: string, good: string, rest = pool()): Planted => ({
  rule,
  at,
  bad: rest + bad,
  good: rest + good,
});

export const PLANTED: readonly Planted[] = [
  ofClient(
    "TOK-07",
    {
      access_token_validity: "2",
      id_token_validity: "1",
      refresh_token_validity: "1",
      token_validity_units: units("hours", "hours"),
    },
    {
      access_token_validity: "2",
      id_token_validity: "1",
      refresh_token_validity: "2",
      token_validity_units: units("hours", "hours"),
    },
  ),
  ofClient(
    "TOK-14",
    { access_token_validity: "5", id_token_validity: "60", token_validity_units: units("minutes", "days") },
    { access_token_validity: "10", id_token_validity: "60", token_validity_units: units("minutes", "days") },
  ),
  ofClient("TOK-25", { refresh_token_validity: "366" }, { refresh_token_validity: "365" }),
  ofClient(
    "TOK-17",
    {
      explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]',
      refresh_token_rotation: '{\nfeature = "ENABLED"\n}',
    },
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH"]', refresh_token_rotation: '{\nfeature = "ENABLED"\n}' },
  ),
  ofClient(
    "TOK-23",
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH"]' },
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
  ),
  ofClient("TOK-24", { enable_token_revocation: "false" }, { enable_token_revocation: "true" }),
  ofClient("CLI-02", { name: '"shop/web"' }, { name: '"shop web"' }),
  ofClient(
    "CLI-03",
    {},
    { name: '"web"' },
    resource("aws_cognito_user_pool_client", "a_first", { name: '"app"', ...id }) + pool(),
  ),
  machine("SEC-04", { generate_secret: "false" }),
  ofClient(
    "SEC-05",
    { enable_propagate_additional_user_context_data: "true" },
    { enable_propagate_additional_user_context_data: "true", generate_secret: "true" },
  ),
  ofClient(
    "FLOW-02",
    { explicit_auth_flows: '["USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
    { explicit_auth_flows: '["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
  ),
  ofClient(
    "FLOW-04",
    { explicit_auth_flows: '["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
    pool({ user_pool_tier: '"LITE"' }),
  ),
  ofClient(
    "FLOW-05",
    { explicit_auth_flows: '["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
  ),
  ofClient(
    "FLOW-06",
    { explicit_auth_flows: '["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
  ),
  oauth("OAU-02", { allowed_oauth_flows: '["code", "client_credentials"]', generate_secret: "true" }),
  machine("OAU-03", { allowed_oauth_scopes: '["openid"]' }),
  oauth("OAU-07", { callback_urls: "[]" }),
  { ...oauth("OAU-29", {}, {}), bad: pool() + client(OAUTH) },
  oauth("OAU-30", { allowed_oauth_flows: '["implicit"]' }),
  machine("OAU-10", { allowed_oauth_scopes: '["https://api.example.com/raed"]' }),
  oauth("OAU-12", { allowed_oauth_scopes: '["email"]' }, { allowed_oauth_scopes: '["openid", "email"]' }),
  oauth("OAU-17", { callback_urls: '["app.example.com/callback"]' }),
  oauth("OAU-18", { callback_urls: '["https://app.example.com/#/callback"]' }),
  oauth("OAU-19", { callback_urls: '["http://app.example.com/"]' }, { callback_urls: '["http://localhost:3000/"]' }),
  oauth("OAU-22", { callback_urls: '["https://*.example.com/"]' }),
  oauth("OAU-34", { callback_urls: '["javascript:alert"]' }, { callback_urls: '["myapp://callback"]' }),
  oauth(
    "OAU-24",
    { default_redirect_uri: '"https://www.example.com/"' },
    { default_redirect_uri: '"https://app.example.com/callback"' },
  ),
  oauth(
    "OAU-26",
    { supported_identity_providers: '["COGNITO", "Gogle"]' },
    { supported_identity_providers: '["COGNITO", "Google"]' },
    pool() + domain() + provider(),
  ),
  oauth("OAU-27", { supported_identity_providers: "[]" }),
  oauth(
    "OAU-28",
    {
      supported_identity_providers: '["Google"]',
      explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]',
    },
    { supported_identity_providers: '["Google"]', explicit_auth_flows: '["ALLOW_REFRESH_TOKEN_AUTH"]' },
    pool() + domain() + provider(),
  ),
  ofClient("MIS-01", { prevent_user_existence_errors: '"LEGACY"' }, { prevent_user_existence_errors: '"ENABLED"' }),
  ofClient(
    "ATT-02",
    { read_attributes: '["custom:team"]' },
    { read_attributes: '["custom:role"]' },
    pool({ schema: attribute("role", length(0, 20)) }),
  ),
  ofClient("ATT-03", { write_attributes: '["email", "email_verified"]' }, { write_attributes: '["email"]' }),
  ofClient(
    "ATT-04",
    { write_attributes: '["name"]' },
    { write_attributes: '["name", "email"]' },
    pool({ schema: attribute("email", `required = true\n${length(0, 2048)}`) }),
  ),
  oauth(
    "ATT-07",
    { supported_identity_providers: '["Google"]', write_attributes: '["name"]' },
    { supported_identity_providers: '["Google"]', write_attributes: '["name", "email"]' },
    pool() + domain() + provider(),
  ),
  ofPool(
    "SCH-05",
    { schema: attribute("role", `required = true\n${length(0, 20)}`) },
    { schema: attribute("role", length(0, 20)) },
  ),
  ofPool("SCH-06", { schema: attribute("email", "", "Boolean") }, { schema: attribute("email", length(0, 2048)) }),
  ofPool("SCH-07", { schema: attribute("role", length(20, 10)) }, { schema: attribute("role", length(10, 20)) }),
  ofPool(
    "SCH-08",
    { schema: attribute("age", range(20, 10), "Number") },
    { schema: attribute("age", range(10, 20), "Number") },
  ),
  ofPool("SCH-25", { schema: attribute("email", length(0, 40)) }, { schema: attribute("email", length(0, 2048)) }),
  ofPool(
    "SCH-16",
    {
      alias_attributes: '["preferred_username"]',
      schema: attribute("preferred_username", `required = true\n${length(0, 2048)}`),
    },
    { alias_attributes: '["preferred_username"]' },
  ),
  ofPool(
    "SCH-24",
    { user_attribute_update_settings: '{\nattributes_require_verification_before_update = ["email"]\n}' },
    {
      user_attribute_update_settings: '{\nattributes_require_verification_before_update = ["email"]\n}',
      auto_verified_attributes: '["email"]',
    },
  ),
  ofPool("POOL-11", { deletion_protection: '"INACTIVE"' }, { deletion_protection: '"ACTIVE"' }),
  ofPool(
    "POOL-16",
    { username_attributes: '["email"]' },
    { username_attributes: '["email"]', auto_verified_attributes: '["email"]' },
  ),
  ofPool(
    "MFA-01",
    { mfa_configuration: '"ON"' },
    { mfa_configuration: '"ON"', software_token_mfa_configuration: "{\nenabled = true\n}" },
  ),
  ofPool(
    "MFA-09",
    { web_authn_configuration: '{\nrelying_party_id = "https://example.com"\n}' },
    { web_authn_configuration: '{\nrelying_party_id = "example.com"\n}' },
  ),
  ofPool(
    "REC-02",
    { account_recovery_setting: recovery("admin_only", "verified_email") },
    { account_recovery_setting: recovery("admin_only") },
  ),
  ofPool(
    "REC-04",
    { account_recovery_setting: recovery("verified_phone_number") },
    { account_recovery_setting: recovery("verified_email") },
  ),
  ofPool(
    "SIG-01",
    { sign_in_policy: '{\nallowed_first_auth_factors = ["EMAIL_OTP"]\n}' },
    { sign_in_policy: '{\nallowed_first_auth_factors = ["PASSWORD"]\n}' },
  ),
  ofPool(
    "EML-01",
    { email_configuration: '{\nemail_sending_account = "DEVELOPER"\n}' },
    { email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses()}\n}` },
  ),
  ofPool(
    "EML-03",
    { email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses("sa-east-1")}\n}` },
    { email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses("us-east-1")}\n}` },
  ),
  ofPool(
    "LAM-03",
    {
      user_pool_tier: '"LITE"',
      lambda_config: `{\npre_token_generation_config {\nlambda_arn = ${lambda("t")}\nlambda_version = "V2_0"\n}\n}`,
    },
    {
      user_pool_tier: '"LITE"',
      lambda_config: `{\npre_token_generation_config {\nlambda_arn = ${lambda("t")}\nlambda_version = "V1_0"\n}\n}`,
    },
  ),
  ofPool(
    "LAM-04",
    { lambda_config: `{\npre_sign_up = ${lambda("check", "us-east-1")}\n}` },
    { lambda_config: `{\npre_sign_up = ${lambda("check")}\n}` },
  ),
  ofPool("LAM-06", { lambda_config: `{\nuser_migration = ${lambda("move")}\n}` }, {}),
  ofPool(
    "TIER-03",
    { user_pool_tier: '"LITE"', password_policy: "{\nminimum_length = 8\npassword_history_size = 3\n}" },
    { password_policy: "{\nminimum_length = 8\npassword_history_size = 3\n}" },
  ),
  ofPool("TIER-04", { user_pool_add_ons: '{\nadvanced_security_mode = "ENFORCED"\n}' }, PLUS),
  ofPool("TIER-06", { user_pool_tier: '"PLUS"' }, PLUS),
  of("DOM-01", "aws_cognito_user_pool_domain.main", domain({ domain: '"acme--sign_in"' }), domain()),
  of("DOM-02", "aws_cognito_user_pool_domain.main", domain({ domain: '"my-cognito-pool"' }), domain()),
  of(
    "DOM-05",
    "aws_cognito_user_pool_domain.main",
    domain({
      domain: '"auth.example.com"',
      certificate_arn: '"arn:aws:acm:eu-west-1:123456789012:certificate/11112222-3333-4444-5555-666677778888"',
    }),
    domain({
      domain: '"auth.example.com"',
      certificate_arn: '"arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888"',
    }),
  ),
  of("DOM-07", "aws_cognito_user_pool_domain.main", domain({ domain: '"auth.example.com"' }), domain()),
  of(
    "RS-03",
    "aws_cognito_resource_server.api",
    server({ scope: '{\nscope_name = "orders/read"\nscope_description = "Read"\n}' }),
    server(),
  ),
  of("IDP-02", "aws_cognito_identity_provider.google", provider({ provider_name: '"MyGoogle"' }), provider()),
  of(
    "IDP-03",
    "aws_cognito_identity_provider.google",
    provider({ provider_details: '{ client_id = "id", authorize_scopes = "openid" }' }),
    provider(),
  ),
  of(
    "IDP-07",
    "aws_cognito_identity_provider.google",
    provider({ attribute_mapping: '{ email = "email", "custom:team" = "hd" }' }),
    provider(),
  ),
  of(
    "IDP-11",
    "aws_cognito_identity_provider.google",
    provider({
      provider_details: '{ client_id = "id", client_secret = "s", authorize_scopes = "openid", clientid = "x" }',
    }),
    provider(),
  ),
  of(
    "GRP-02",
    "aws_cognito_user_group.admins",
    group({ role_arn: '"arn:aws:iam::123456789012:user/admin"' }),
    group({ role_arn: '"arn:aws:iam::123456789012:role/admin"' }),
  ),
  of("GRP-04", "aws_cognito_user_group.admins", group({ precedence: "0" }), group({ precedence: "1" })),
  of(
    "RISK-02",
    "aws_cognito_risk_configuration.risk",
    pool() + risk({ compromised_credentials_risk_configuration: '{\nactions {\nevent_action = "BLOCK"\n}\n}' }),
    pool(PLUS) + risk({ compromised_credentials_risk_configuration: '{\nactions {\nevent_action = "BLOCK"\n}\n}' }),
    "",
  ),
];

const LATE = `resource "terraform_data" "late" {\n  input = "x"\n}\n`;
const late = "terraform_data.late.output";

/** Plans in which an apply decides an argument, and whether the rest of the resource can be judged. */
export const UNDECIDED: readonly {
  readonly at: string;
  readonly argument: string;
  readonly rest: boolean;
  readonly text: string;
}[] = [
  {
    at: CLIENT,
    argument: "callback_urls",
    rest: true,
    text:
      LATE + pool() + domain() + client({ ...OAUTH, callback_urls: `[${late}]`, allowed_oauth_scopes: '["email"]' }),
  },
  {
    at: CLIENT,
    argument: "write_attributes",
    rest: true,
    text: LATE + pool() + client({ write_attributes: `[${late}]`, name: '"shop/web"' }),
  },
  {
    at: CLIENT,
    argument: "refresh_token_validity",
    rest: true,
    text: LATE + pool() + client({ refresh_token_validity: `length(${late})`, name: '"shop/web"' }),
  },
  {
    at: CLIENT,
    argument: "enable_token_revocation",
    rest: true,
    text: LATE + pool() + client({ enable_token_revocation: `${late} == "x"`, name: '"shop/web"' }),
  },
  {
    at: POOL,
    argument: "deletion_protection",
    rest: false,
    text: LATE + pool({ deletion_protection: `${late} == "x" ? "ACTIVE" : "INACTIVE"`, user_pool_tier: '"PLUS"' }),
  },
  {
    at: POOL,
    argument: "lambda_config.pre_sign_up",
    rest: true,
    text: LATE + pool({ user_pool_tier: '"PLUS"', lambda_config: `{\npre_sign_up = ${late}\n}` }) + client(),
  },
  {
    at: "aws_cognito_user_pool_domain.main",
    argument: "domain",
    rest: true,
    text: LATE + pool() + domain({ domain: late }),
  },
];
