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

/** A pool that is not in the plan. */
export const ELSEWHERE = { user_pool_id: '"eu-west-1_Ab3dEf6h1"' };
export const GOOGLE = "aws_cognito_identity_provider.google";
export const ROLE = '"arn:aws:iam::123456789012:role/sms"';
export const TOTP = { software_token_mfa_configuration: "{\nenabled = true\n}" };
export const factors = (...names: string[]) => ({
  sign_in_policy: `{\nallowed_first_auth_factors = ${JSON.stringify(names)}\n}`,
});
export const required = (name: string) => attribute(name, `required = true\n${length(0, 2048)}`);
