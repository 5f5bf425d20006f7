import {
  attribute,
  CLIENT,
  client,
  domain,
  group,
  id,
  lambda,
  length,
  machine,
  OAUTH,
  oauth,
  of,
  ofClient,
  ofPool,
  PLUS,
  type Planted,
  POOL,
  pool,
  provider,
  range,
  recovery,
  resource,
  risk,
  server,
  ses,
  units,
} from "./hand-written-plans";

/** A pool that is not in the plan. */
const ELSEWHERE = { user_pool_id: '"eu-west-1_Ab3dEf6h1"' };
const GOOGLE = "aws_cognito_identity_provider.google";
const ROLE = '"arn:aws:iam::123456789012:role/sms"';
const CERTIFICATE = '"arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888"';
const SMS = { sms_configuration: `{\nexternal_id = "users"\nsns_caller_arn = ${ROLE}\n}` };
const OWN_SES = { email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses()}\n}` };
const TOTP = { software_token_mfa_configuration: "{\nenabled = true\n}" };
const emailMfa = (message: string) => ({ email_mfa_configuration: `{\nsubject = "Code"\nmessage = "${message}"\n}` });
const factors = (...names: string[]) => ({
  sign_in_policy: `{\nallowed_first_auth_factors = ${JSON.stringify(names)}\n}`,
});
const fixed = (name: string) =>
  `{\nname = "${name}"\nattribute_data_type = "String"\nmutable = false\n${length(0, 2048)}\n}`;
const required = (name: string) => attribute(name, `required = true\n${length(0, 2048)}`);
const oidc = (details: string) =>
  provider({
    provider_name: '"company"',
    provider_type: '"OIDC"',
    provider_details: `{ client_id = "id", authorize_scopes = "openid email", attributes_request_method = "GET", ${details} }`,
  });
const saml = (details: string, name = "company", more = {}) =>
  provider({ provider_name: `"${name}"`, provider_type: '"SAML"', provider_details: `{ ${details} }`, ...more });
const METADATA = 'MetadataURL = "https://idp.example.com/metadata.xml"';
const supported = (name: string) =>
  client({ ...OAUTH, supported_identity_providers: `["COGNITO", "${name}"]` }) + domain();
const analytics = (text: string) => ({ analytics_configuration: `{\n${text}\n}` });
const pinpoint = (region: string) =>
  analytics(`application_arn = "arn:aws:mobiletargeting:${region}:123456789012:apps/0a1b2c"`);
const RISK = "aws_cognito_risk_configuration.risk";
const takeover = (action: string, notify = "", event = "false") =>
  risk({
    account_takeover_risk_configuration: `{\n${notify}\nactions {\nlow_action {\nevent_action = "${action}"\nnotify = ${event}\n}\n}\n}`,
  });
const mail = (body: string) =>
  `block_email {\nhtml_body = "${body}"\ntext_body = "${body}"\nsubject = "Sign-in"\n}\nmfa_email {\nhtml_body = "${body}"\ntext_body = "${body}"\nsubject = "Sign-in"\n}\nno_action_email {\nhtml_body = "${body}"\ntext_body = "${body}"\nsubject = "Sign-in"\n}`;
const notify = (body = "Was it you?", region = "eu-west-1") =>
  `notify_configuration {\nsource_arn = ${ses(region)}\n${mail(body)}\n}`;
const PAGES = "aws_cognito_user_pool_ui_customization.pages";
const pages = (css: string) => resource("aws_cognito_user_pool_ui_customization", "pages", { css: `"${css}"`, ...id });
const CSS = ".banner-customizable { background-color: #123456; }";
const acl = (region: string) =>
  resource("aws_wafv2_web_acl_association", "acl", {
    resource_arn: `${POOL}.arn`,
    web_acl_arn: `"arn:aws:wafv2:${region}:123456789012:regional/webacl/acme/1a2b3c4d-0000-4000-8000-000000000000"`,
  });

/** More mistakes, of rules about details. */
export const MORE_PLANTED: readonly Planted[] = [
  oauth(
    "TOK-13",
    { access_token_validity: "30", id_token_validity: "60", token_validity_units: units("minutes", "days") },
    { access_token_validity: "60", id_token_validity: "60", token_validity_units: units("minutes", "days") },
  ),
  ofClient(
    "TOK-20",
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH"]', refresh_token_rotation: '{\nfeature = "ENABLED"\n}' },
    {},
    pool({ user_pool_tier: '"LITE"' }),
  ),
  oauth("SEC-06", { generate_secret: "true", callback_urls: '["myapp://callback"]' }, { generate_secret: "true" }),
  ofClient("OAU-05", { allowed_oauth_scopes: '["openid"]' }, {}),
  oauth("OAU-06", { allowed_oauth_scopes: "[]" }),
  machine("OAU-04", { allowed_oauth_scopes: "[]" }),
  oauth("OAU-16", { callback_urls: '["https://app.example.com/a b"]' }),
  oauth("OAU-35", { callback_urls: '["https://jwt.io"]' }),
  oauth(
    "OAU-23",
    { generate_secret: "true", callback_urls: '["https://App.example.com/oauth2/idpresponse"]' },
    { generate_secret: "true", callback_urls: '["https://app.example.com/oauth2/idpresponse"]' },
  ),
  ofClient(
    "OAU-33",
    { supported_identity_providers: '["COGNITO", "Google"]' },
    { ...OAUTH, supported_identity_providers: '["COGNITO", "Google"]' },
    pool() + domain() + provider(),
  ),
  of(
    "MIS-02",
    CLIENT,
    pool() + client({ generate_secret: "true", enable_propagate_additional_user_context_data: "true" }),
    pool(PLUS) + client({ generate_secret: "true", enable_propagate_additional_user_context_data: "true" }),
    "",
  ),
  ofClient("MIS-07", pinpoint("eu-central-1"), pinpoint("us-east-1")),
  ofClient("MIS-05", pinpoint("us-east-1"), {}),
  ofClient("ATT-05", { write_attributes: "[]" }, { write_attributes: '["email"]' }),
  ofClient(
    "ATT-11",
    { ...ELSEWHERE, read_attributes: '["dev:custom:rank"]' },
    { ...ELSEWHERE, read_attributes: '["custom:rank"]' },
    "",
  ),
  of(
    "ATT-08",
    POOL,
    pool({ schema: fixed("email") }),
    pool({ schema: attribute("email", length(0, 2048)) }),
    provider(),
  ),
  of(
    "ATT-09",
    GOOGLE,
    provider(),
    provider({ attribute_mapping: '{ email = "email", name = "name", username = "sub" }' }),
    pool({ schema: [required("email"), required("name")] }),
  ),
  oauth(
    "ATT-13",
    { allowed_oauth_scopes: '["openid", "email"]', read_attributes: '["name"]' },
    { allowed_oauth_scopes: '["openid", "email"]', read_attributes: '["name", "email", "email_verified"]' },
  ),
  of(
    "SCH-23",
    POOL,
    pool({ schema: attribute("token", length(0, 2047)) }),
    pool({ schema: attribute("token", length(0, 2048)) }),
    provider({ attribute_mapping: '{ email = "email", "custom:token" = "access_token" }' }),
  ),
  ofPool("SCH-15", { schema: fixed("name") }, { schema: attribute("name", length(0, 2048)) }),
  ofPool(
    "POOL-13",
    { device_configuration: "{\nchallenge_required_on_new_device = true\n}" },
    { device_configuration: "{\nchallenge_required_on_new_device = true\n}", mfa_configuration: '"ON"', ...TOTP },
  ),
  ofPool("POOL-18", { password_policy: "{\nminimum_length = 8\ntemporary_password_validity_days = 0\n}" }, {}),
  ofPool("POOL-10", { tags: '{ "aws:owner" = "x" }' }, { tags: '{ "owner" = "x" }' }),
  ofPool("MFA-02", TOTP, { ...TOTP, mfa_configuration: '"OPTIONAL"' }),
  ofPool(
    "MFA-04",
    { mfa_configuration: '"ON"', ...TOTP, ...emailMfa("{####}") },
    { mfa_configuration: '"ON"', ...TOTP, ...emailMfa("{####}"), ...OWN_SES },
  ),
  ofPool(
    "MFA-06",
    { auto_verified_attributes: '["phone_number"]' },
    { auto_verified_attributes: '["phone_number"]', ...SMS },
  ),
  ofPool(
    "MFA-10",
    { sms_configuration: `{\nexternal_id = "users"\nsns_caller_arn = ${ROLE}\nsns_region = "us-east-1"\n}` },
    { sms_configuration: `{\nexternal_id = "users"\nsns_caller_arn = ${ROLE}\nsns_region = "eu-west-1"\n}` },
  ),
  ofPool(
    "MFA-08",
    { mfa_configuration: '"ON"', ...SMS, account_recovery_setting: recovery("verified_phone_number") },
    { mfa_configuration: '"ON"', ...SMS, account_recovery_setting: recovery("verified_email") },
  ),
  ofPool(
    "MFA-11",
    {
      mfa_configuration: '"ON"',
      ...OWN_SES,
      ...emailMfa("{####}"),
      account_recovery_setting: recovery("verified_email"),
    },
    { mfa_configuration: '"ON"', ...OWN_SES, ...TOTP, account_recovery_setting: recovery("verified_email") },
  ),
  ofPool(
    "MFA-12",
    { username_attributes: '["email"]', auto_verified_attributes: '["email"]', mfa_configuration: '"ON"', ...SMS },
    {
      username_attributes: '["phone_number"]',
      auto_verified_attributes: '["phone_number"]',
      mfa_configuration: '"ON"',
      ...SMS,
    },
  ),
  ofPool(
    "REC-03",
    { account_recovery_setting: recovery("verified_email", "verified_email") },
    { account_recovery_setting: recovery("verified_email", "verified_phone_number"), ...SMS },
  ),
  ofPool(
    "SIG-02",
    { user_pool_tier: '"LITE"', ...factors("PASSWORD", "EMAIL_OTP"), ...OWN_SES },
    { ...factors("PASSWORD", "EMAIL_OTP"), ...OWN_SES },
  ),
  ofPool(
    "SIG-03",
    { mfa_configuration: '"ON"', ...TOTP, ...factors("PASSWORD", "EMAIL_OTP"), ...OWN_SES },
    { mfa_configuration: '"OPTIONAL"', ...TOTP, ...factors("PASSWORD", "EMAIL_OTP"), ...OWN_SES },
  ),
  ofPool("EML-02", { email_configuration: `{\nsource_arn = ${ses()}\n}` }, OWN_SES),
  ofPool(
    "EML-04",
    {
      email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses()}\nfrom_email_address = "example.com"\n}`,
    },
    {
      email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses()}\nfrom_email_address = "no-reply@example.com"\n}`,
    },
  ),
  ofPool("EML-05", { email_configuration: '{\nconfiguration_set = "set"\n}' }, OWN_SES),
  ofPool("EML-06", factors("PASSWORD", "EMAIL_OTP"), { ...factors("PASSWORD", "EMAIL_OTP"), ...OWN_SES }),
  ofPool(
    "LAM-02",
    {
      lambda_config: `{\npre_token_generation = ${lambda("other")}\npre_token_generation_config {\nlambda_arn = ${lambda("t")}\nlambda_version = "V1_0"\n}\n}`,
    },
    {
      lambda_config: `{\npre_token_generation = ${lambda("t")}\npre_token_generation_config {\nlambda_arn = ${lambda("t")}\nlambda_version = "V1_0"\n}\n}`,
    },
  ),
  ofPool(
    "LAM-05",
    {
      lambda_config: `{\nkms_key_id = "arn:aws:kms:us-east-1:123456789012:key/1a2b3c4d-0000-4000-8000-000000000000"\ncustom_email_sender {\nlambda_arn = ${lambda("mail")}\nlambda_version = "V1_0"\n}\n}`,
    },
    {},
  ),
  ofPool(
    "POOL-17",
    {
      auto_verified_attributes: '["email"]',
      verification_message_template: '{\ndefault_email_option = "CONFIRM_WITH_LINK"\n}',
    },
    {
      auto_verified_attributes: '["email"]',
      verification_message_template: '{\ndefault_email_option = "CONFIRM_WITH_CODE"\n}',
    },
  ),
  of(
    "RISK-03",
    RISK,
    pool({ ...PLUS, mfa_configuration: '"OFF"', software_token_mfa_configuration: [] }) +
      takeover("MFA_REQUIRED", notify()),
    pool(PLUS) + takeover("MFA_REQUIRED", notify()),
    "",
  ),
  of(
    "RISK-05",
    RISK,
    pool({ ...PLUS, mfa_configuration: '"OFF"', software_token_mfa_configuration: [] }) +
      takeover("MFA_IF_CONFIGURED", notify()),
    pool(PLUS) + takeover("MFA_IF_CONFIGURED", notify()),
    "",
  ),
  of("RISK-07", RISK, takeover("BLOCK", notify("Was it you?", "eu-west-9")), takeover("BLOCK", notify()), pool(PLUS)),
  of(
    "RISK-08",
    RISK,
    risk({
      risk_exception_configuration:
        '{\nblocked_ip_range_list = ["192.0.2.0/24"]\nskipped_ip_range_list = ["192.0.2.0/24"]\n}',
    }),
    risk({
      risk_exception_configuration:
        '{\nblocked_ip_range_list = ["192.0.2.0/24"]\nskipped_ip_range_list = ["198.51.100.0/24"]\n}',
    }),
    pool(PLUS),
  ),
  of(
    "DOM-06",
    "aws_cognito_user_pool_domain.main",
    domain({ domain: '"example.com"', certificate_arn: CERTIFICATE }),
    domain(),
  ),
  of(
    "DOM-10",
    "aws_cognito_user_pool_domain.second",
    resource("aws_cognito_user_pool_domain", "second", { domain: '"acme-second"', ...id }),
    "",
    pool() + domain(),
  ),
  of(
    "DOM-03",
    "aws_cognito_user_pool_domain.main",
    resource("aws_cognito_user_pool_domain", "second", {
      domain: '"acme-sign-in"',
      user_pool_id: "aws_cognito_user_pool.other.id",
    }),
    resource("aws_cognito_user_pool_domain", "second", {
      domain: '"acme-of-its-own"',
      user_pool_id: "aws_cognito_user_pool.other.id",
    }),
    pool() + domain() + resource("aws_cognito_user_pool", "other", { name: '"other"' }),
  ),
  of(
    "BRD-06",
    "aws_cognito_user_pool_domain.main",
    domain({ managed_login_version: "2" }),
    domain({ managed_login_version: "1" }),
    pool() + client(OAUTH),
  ),
  of("UI-01", PAGES, pages(".mine { color: red; }"), pages(CSS), pool() + domain() + client(OAUTH)),
  of("UI-02", PAGES, pages(CSS), pages(CSS) + domain()),
  of(
    "UI-03",
    PAGES,
    domain({ managed_login_version: "2" }),
    domain({ managed_login_version: "1" }),
    pool() + pages(CSS),
  ),
  of(
    "RS-01",
    "aws_cognito_resource_server.second",
    resource("aws_cognito_resource_server", "second", {
      identifier: '"https://api.example.com"',
      name: '"Second"',
      ...id,
    }),
    resource("aws_cognito_resource_server", "second", {
      identifier: '"https://second.example.com"',
      name: '"Second"',
      ...id,
    }),
    pool() + server(),
  ),
  of(
    "RS-06",
    "aws_cognito_resource_server.api",
    server({ identifier: `"${"x".repeat(252)}"` }),
    server({ identifier: `"${"x".repeat(250)}"` }),
  ),
  of(
    "QUO-04",
    POOL,
    resource("aws_cognito_resource_server", "many", {
      count: "26",
      identifier: `"api-\${count.index}"`,
      name: '"API"',
      ...id,
    }),
    resource("aws_cognito_resource_server", "many", {
      count: "25",
      identifier: `"api-\${count.index}"`,
      name: '"API"',
      ...id,
    }),
  ),
  of(
    "IDP-04",
    GOOGLE,
    provider({
      provider_name: '"SignInWithApple"',
      provider_type: '"SignInWithApple"',
      provider_details: '{ client_id = "id" }',
    }),
    provider(),
  ),
  of("IDP-05", GOOGLE, oidc('oidc_issuer = "http://sso.example.com"'), oidc('oidc_issuer = "https://sso.example.com"')),
  of("IDP-06", GOOGLE, saml('IDPSignout = "true"'), saml(METADATA)),
  of("IDP-12", GOOGLE, saml(`${METADATA}, IDPSignout = "yes"`), saml(`${METADATA}, IDPSignout = "true"`)),
  of(
    "IDP-13",
    GOOGLE,
    oidc('oidc_issuer = "https://sso.example.com:8443/main"'),
    oidc('oidc_issuer = "https://sso.example.com/main"'),
  ),
  of(
    "IDP-14",
    GOOGLE,
    oidc('oidc_issuer = "https://login.microsoftonline.com/common/v2.0"'),
    oidc('oidc_issuer = "https://sso.example.com"'),
  ),
  of(
    "IDP-16",
    "aws_cognito_identity_provider.second",
    saml(METADATA, "second", { idp_identifiers: '["example.com"]' }).replace('"google"', '"second"'),
    saml(METADATA, "second", { idp_identifiers: '["example.org"]' }).replace('"google"', '"second"'),
    pool() + saml(METADATA, "company", { idp_identifiers: '["example.com"]' }),
  ),
  of(
    "IDP-17",
    GOOGLE,
    provider({ provider_details: '{ client_id = "id", client_secret = "s", authorize_scopes = "profile" }' }),
    provider(),
    pool({ schema: required("email") }),
  ),
  of("IDP-18", GOOGLE, client(), supported("Google"), pool() + provider()),
  of("WAF-01", "aws_wafv2_web_acl_association.acl", acl("us-east-1"), acl("eu-west-1")),
  ofClient("TOK-18", { explicit_auth_flows: "[]", refresh_token_rotation: '{\nfeature = "ENABLED"\n}' }, {}),
  ofClient(
    "FLOW-03",
    { explicit_auth_flows: "[]" },
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
  ),
  ofClient(
    "MIS-04",
    analytics(`application_id = "app 1"\nexternal_id = "x"\nrole_arn = ${ROLE}`),
    analytics(`application_id = "0a1b2c"\nexternal_id = "x"\nrole_arn = ${ROLE}`),
  ),
  ofClient(
    "OAU-09",
    { ...ELSEWHERE, ...OAUTH, allowed_oauth_scopes: '["openid", ""]' },
    { ...ELSEWHERE, ...OAUTH },
    "",
  ),
  ofClient("ATT-01", { read_attributes: '["email", ""]' }, { read_attributes: '["email"]' }),
  ofPool("POOL-01", { name: '"users/1"' }, { name: '"users 1"' }),
  ofPool("REC-01", { account_recovery_setting: "{\n}" }, { account_recovery_setting: recovery("verified_email") }),
  of(
    "RISK-04",
    RISK,
    takeover("NO_ACTION", `notify_configuration {\nsource_arn = ${ses()}\n}`, "true"),
    takeover("NO_ACTION", notify(), "true"),
    pool(PLUS),
  ),
  of("RS-02", "aws_cognito_resource_server.api", server({ name: '""' }), server()),
  of("IDP-01", GOOGLE, saml(METADATA, "ab"), saml(METADATA, "abc")),
  of("GRP-01", "aws_cognito_user_group.admins", group({ name: '"all admins"' }), group({ name: '"all-admins"' })),
  of(
    "GRP-03",
    "aws_cognito_user_group.admins",
    group({ precedence: "2147483648" }),
    group({ precedence: "2147483647" }),
  ),
  of(
    "DOM-09",
    POOL,
    pool({
      ...factors("PASSWORD", "WEB_AUTHN"),
      web_authn_configuration: '{\nrelying_party_id = "example.com"\n}',
    }) + domain({ domain: '"auth.example.com"', certificate_arn: CERTIFICATE }),
    pool(factors("PASSWORD", "WEB_AUTHN")) + domain(),
    client(OAUTH),
  ),
  ofPool("SCH-03", { schema: attribute("custom:role", length(0, 20)) }, { schema: attribute("role", length(0, 20)) }),
  ofPool(
    "SCH-09",
    { schema: attribute("age", length(0, 10), "Number") },
    { schema: attribute("age", range(0, 10), "Number") },
  ),
  ofClient("POOL-03", { user_pool_id: '"users"' }, ELSEWHERE, ""),
  ofClient("POOL-15", { user_pool_id: '"us-east-1_Ab3dEf6h1"' }, ELSEWHERE, ""),
];
