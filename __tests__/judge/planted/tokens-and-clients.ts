import {
  CLIENT,
  client,
  id,
  machine,
  oauth,
  of,
  ofClient,
  PLUS,
  type Planted,
  pool,
  ROLE,
  resource,
  units,
} from "./terraform";

const analytics = (text: string) => ({ analytics_configuration: `{\n${text}\n}` });

const pinpoint = (region: string) =>
  analytics(`application_arn = "arn:aws:mobiletargeting:${region}:123456789012:apps/0a1b2c"`);

/** Mistakes in tokens, secrets, flows and other settings of clients. */
export const TOKENS_AND_CLIENTS: readonly Planted[] = [
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
  oauth(
    "TOK-13",
    { access_token_validity: "30", id_token_validity: "60", token_validity_units: units("minutes", "days") },
    { access_token_validity: "60", id_token_validity: "60", token_validity_units: units("minutes", "days") },
  ),
  ofClient(
    "TOK-14",
    { access_token_validity: "5", id_token_validity: "60", token_validity_units: units("minutes", "days") },
    { access_token_validity: "10", id_token_validity: "60", token_validity_units: units("minutes", "days") },
  ),
  ofClient(
    "TOK-17",
    {
      explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]',
      refresh_token_rotation: '{\nfeature = "ENABLED"\n}',
    },
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH"]', refresh_token_rotation: '{\nfeature = "ENABLED"\n}' },
  ),
  ofClient("TOK-18", { explicit_auth_flows: "[]", refresh_token_rotation: '{\nfeature = "ENABLED"\n}' }, {}),
  ofClient(
    "TOK-20",
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH"]', refresh_token_rotation: '{\nfeature = "ENABLED"\n}' },
    {},
    pool({ user_pool_tier: '"LITE"' }),
  ),
  ofClient(
    "TOK-23",
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH"]' },
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
  ),
  ofClient("TOK-24", { enable_token_revocation: "false" }, { enable_token_revocation: "true" }),
  ofClient("TOK-25", { refresh_token_validity: "366" }, { refresh_token_validity: "365" }),
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
  oauth("SEC-06", { generate_secret: "true", callback_urls: '["myapp://callback"]' }, { generate_secret: "true" }),
  ofClient(
    "FLOW-02",
    { explicit_auth_flows: '["USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
    { explicit_auth_flows: '["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
  ),
  ofClient(
    "FLOW-03",
    { explicit_auth_flows: "[]" },
    { explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]' },
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
  ofClient("MIS-01", { prevent_user_existence_errors: '"LEGACY"' }, { prevent_user_existence_errors: '"ENABLED"' }),
  of(
    "MIS-02",
    CLIENT,
    pool() + client({ generate_secret: "true", enable_propagate_additional_user_context_data: "true" }),
    pool(PLUS) + client({ generate_secret: "true", enable_propagate_additional_user_context_data: "true" }),
    "",
  ),
  ofClient(
    "MIS-04",
    analytics(`application_id = "app 1"\nexternal_id = "x"\nrole_arn = ${ROLE}`),
    analytics(`application_id = "0a1b2c"\nexternal_id = "x"\nrole_arn = ${ROLE}`),
  ),
  ofClient("MIS-05", pinpoint("us-east-1"), {}),
  ofClient("MIS-07", pinpoint("eu-central-1"), pinpoint("us-east-1")),
];
