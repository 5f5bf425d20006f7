import {
  attribute,
  CLIENT,
  client,
  domain,
  GOOGLE,
  id,
  lambda,
  length,
  MACHINE,
  OAUTH,
  POOL,
  pool,
  provider,
  resource,
  server,
} from "./terraform";

const LATE = `resource "terraform_data" "late" {\n  input = "x"\n}\n`;
const late = "terraform_data.late.output";

/** A plan in which an apply decides something. */
export interface Undecided {
  readonly at: string;
  /** Of several, all of them. */
  readonly argument: string;
  /** Whether the rest of the resource can be judged. */
  readonly rest: boolean;
  readonly text: string;
  /** The errors that are found all the same. Default none */
  readonly errors?: readonly string[];
}

const custom = (name: string) => client({ write_attributes: `["${name}"]`, name: '"shop/web"' });

/** Plans in which an apply decides an argument, and what is said all the same. */
export const UNDECIDED: readonly Undecided[] = [
  {
    at: CLIENT,
    argument: "callback_urls",
    rest: true,
    text:
      LATE + pool() + domain() + client({ ...OAUTH, callback_urls: `[${late}]`, allowed_oauth_scopes: '["email"]' }),
    errors: ["OAU-12"],
  },
  {
    at: CLIENT,
    argument: "write_attributes",
    rest: true,
    text: LATE + pool() + client({ write_attributes: `[${late}]`, name: '"shop/web"' }),
    errors: ["CLI-02"],
  },
  {
    at: CLIENT,
    argument: "refresh_token_validity",
    rest: true,
    text: LATE + pool() + client({ refresh_token_validity: `length(${late})`, name: '"shop/web"' }),
    errors: ["CLI-02"],
  },
  {
    at: CLIENT,
    argument: "enable_token_revocation",
    rest: true,
    text: LATE + pool() + client({ enable_token_revocation: `${late} == "x"`, name: '"shop/web"' }),
    errors: ["CLI-02"],
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
  {
    at: POOL,
    argument:
      "lambda_config.pre_token_generation, lambda_config.kms_key_id, lambda_config.pre_token_generation_config.lambda_arn, lambda_config.pre_token_generation_config.lambda_version",
    rest: true,
    // a plan does not list the arguments of a dynamic block
    text:
      LATE +
      pool({
        user_pool_tier: '"PLUS"',
        'dynamic "lambda_config"': `{\nfor_each = [1]\ncontent {\nkms_key_id = ${late}\ncustom_email_sender {\nlambda_arn = ${lambda("mail")}\nlambda_version = "V1_0"\n}\n}\n}`,
      }),
  },
  {
    at: POOL,
    argument: "software_token_mfa_configuration.enabled",
    rest: false,
    text:
      LATE +
      pool({
        mfa_configuration: '"ON"',
        'dynamic "software_token_mfa_configuration"': `{\nfor_each = [1]\ncontent {\nenabled = ${late} == "x"\n}\n}`,
      }),
  },
  {
    at: POOL,
    argument: "tags",
    rest: true,
    text: LATE + pool({ user_pool_tier: '"PLUS"', tags: `{ made = ${late} }` }),
  },
  {
    at: POOL,
    argument: "schema",
    rest: false,
    text: LATE + pool({ schema: attribute("x", length(0, 9)).replace('"x"', late) }) + client(),
  },
  {
    // of a pool whose schema is not known
    at: CLIENT,
    argument: "user_pool_id",
    rest: true,
    text: LATE + pool({ schema: attribute("x", length(0, 9)).replace('"x"', late) }) + custom("custom:role"),
    errors: ["CLI-02"],
  },
  {
    at: CLIENT,
    argument: "user_pool_id",
    rest: true,
    text: LATE + pool() + client({ user_pool_id: late, write_attributes: '["custom:role"]', name: '"shop/web"' }),
    errors: ["CLI-02"],
  },
  {
    at: GOOGLE,
    argument: "provider_details",
    rest: false,
    text:
      LATE +
      pool() +
      domain() +
      provider({ provider_details: `{ client_id = "id", client_secret = ${late}, authorize_scopes = "openid" }` }) +
      client({ ...OAUTH, supported_identity_providers: '["COGNITO", "Google"]' }),
  },
  {
    at: GOOGLE,
    argument: "provider_name",
    rest: false,
    text: LATE + pool() + provider({ provider_name: late }) + client({ supported_identity_providers: '["Google"]' }),
  },
  {
    at: "aws_cognito_resource_server.api",
    argument: "scope",
    rest: false,
    text:
      LATE +
      pool() +
      domain() +
      server({ scope: `{\nscope_name = ${late}\nscope_description = "Read"\n}` }) +
      client(MACHINE),
  },
  {
    at: "aws_cognito_user_group.admins",
    argument: "name",
    rest: false,
    text: LATE + pool() + resource("aws_cognito_user_group", "admins", { name: late, ...id }),
  },
];
