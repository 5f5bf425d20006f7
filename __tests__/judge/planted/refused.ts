import {
  attribute,
  client,
  lambda,
  length,
  MACHINE,
  OAUTH,
  PLUS,
  pool,
  provider,
  risk,
  server,
  units,
} from "./terraform";

const lifetime = (token: string, value: string) =>
  client({ [`${token}_token_validity`]: value, token_validity_units: units("seconds", "seconds") });
const policy = (text: string) => pool({ password_policy: `{\nminimum_length = 8\n${text}\n}` });
const many = (count: number, text: string) => `[for i in range(${count}) : "${text}"]`;

/** Mistakes that the provider refuses by itself, so that there is no plan to judge. */
export const REFUSED: Readonly<Record<string, string>> = {
  "TOK-01": pool() + lifetime("access", "299"),
  "TOK-02": pool() + lifetime("id", "299"),
  "TOK-03": pool() + lifetime("refresh", "3599"),
  "TOK-04": pool() + client({ refresh_token_validity: "0" }),
  "TOK-12": pool() + client({ auth_session_validity: "2" }),
  "TOK-16": pool() + client({ refresh_token_rotation: '{\nfeature = "ENABLED"\nretry_grace_period_seconds = 61\n}' }),
  "CLI-01": pool() + client({ name: '""' }),
  "MIS-03": pool() + client({ analytics_configuration: '{\nexternal_id = "x"\n}' }),
  "OAU-08": pool() + client({ ...MACHINE, allowed_oauth_scopes: many(51, "api/s${i}") }),
  "OAU-14": pool() + client({ ...OAUTH, callback_urls: many(101, "https://app.example.com/${i}") }),
  "OAU-15": pool() + client({ ...OAUTH, callback_urls: '[""]' }),
  "OAU-25": pool() + client({ supported_identity_providers: '[""]' }),
  "SCH-01": pool({
    'dynamic "schema"': `{\nfor_each = range(51)\ncontent {\nname = "a\${schema.value}"\nattribute_data_type = "String"\n}\n}`,
  }),
  "SCH-02": pool({ schema: attribute("x".repeat(21), length(0, 20)) }),
  "SCH-17": pool({ username_attributes: '["email"]', alias_attributes: '["email"]' }),
  "POOL-04": pool({ password_policy: "{\nminimum_length = 5\n}" }),
  "POOL-05": policy("password_history_size = 25"),
  "POOL-06": policy("temporary_password_validity_days = 366"),
  "POOL-07": pool({
    admin_create_user_config: '{\ninvite_message_template {\nemail_message = "Your password is {####}"\n}\n}',
  }),
  "POOL-08": pool({ verification_message_template: '{\nemail_message = "Welcome!"\n}' }),
  "POOL-09": pool({ sms_authentication_message: '"Welcome!"' }),
  "MFA-05": pool({ email_mfa_configuration: '{\nmessage = "Hello!"\nsubject = "Code"\n}' }),
  "LAM-01": pool({
    lambda_config: `{\ncustom_email_sender {\nlambda_arn = ${lambda("mail")}\nlambda_version = "V1_0"\n}\n}`,
  }),
  "RISK-01":
    pool(PLUS) +
    risk({ risk_exception_configuration: `{\nblocked_ip_range_list = ${many(201, "192.0.2.${i}/32")}\n}` }),
  "RISK-06":
    pool(PLUS) +
    risk({
      account_takeover_risk_configuration:
        '{\nnotify_configuration {\nsource_arn = "arn:aws:ses:eu-west-1:123456789012:identity/example.com"\nblock_email {\nhtml_body = "Hi"\ntext_body = "Hi"\nsubject = ""\n}\n}\nactions {\nhigh_action {\nevent_action = "BLOCK"\nnotify = true\n}\n}\n}',
    }),
  "RS-04": pool() + server({ scope: '{\nscope_name = "read"\nscope_description = ""\n}' }),
  "RS-05":
    pool() +
    server({
      scope: [],
      'dynamic "scope"': `{\nfor_each = range(101)\ncontent {\nscope_name = "s\${scope.value}"\nscope_description = "Scope"\n}\n}`,
    }),
  "IDP-08": pool() + provider({ idp_identifiers: many(51, "id${i}") }),
};
