import type { Fields } from "../support/cognito/refusal";

/** Terraform's names that are not the API's in another spelling, by their API name. */
const NAMES: Readonly<Record<string, string>> = {
  allowed_oauth_flows: "AllowedOAuthFlows",
  allowed_oauth_flows_user_pool_client: "AllowedOAuthFlowsUserPoolClient",
  allowed_oauth_scopes: "AllowedOAuthScopes",
  callback_urls: "CallbackURLs",
  logout_urls: "LogoutURLs",
  default_redirect_uri: "DefaultRedirectURI",
  custom_sms_sender: "CustomSMSSender",
  kms_key_id: "KMSKeyID",
  from_email_address: "From",
  recovery_mechanism: "RecoveryMechanisms",
  scope: "Scopes",
  tags: "UserPoolTags",
  blocked_ip_range_list: "BlockedIPRangeList",
  skipped_ip_range_list: "SkippedIPRangeList",
  web_acl_arn: "WebACLArn",
  css: "CSS",
};

/** Names that depend on where they are. */
const NAMES_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_cognito_user_pool: { name: "PoolName" },
  aws_cognito_user_pool_client: { name: "ClientName" },
  aws_cognito_user_group: { name: "GroupName" },
  invite_message_template: { sms_message: "SMSMessage" },
};

/** Blocks of which Terraform's JSON has a list of one. */
const SINGLE = ["token_validity_units", "refresh_token_rotation", "analytics_configuration"];

/** Maps whose keys are the user's. */
const MAPS = ["tags", "provider_details", "attribute_mapping"];

/** The synthesized arguments of a resource as the API would take them. @param type of the resource, or a block's name */
export function apiShape(type: string, written: Fields): Fields {
  const entries = Object.entries(written)
    .filter(([name]) => !["user_pool_id", "client_id", "resource_arn", "depends_on", "//"].includes(name))
    .map(([name, value]) => [NAMES_OF[type]?.[name] ?? NAMES[name] ?? pascalCase(name), shapeOf(name, value)] as const);
  return placed(type, Object.fromEntries(entries));
}

function shapeOf(name: string, value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (SINGLE.includes(name)) return shapeOf("", (value as unknown[])[0]);
  if (Array.isArray(value)) return value.map((item) => shapeOf(name, item));
  if (typeof value !== "object" || value === null) return value;
  if (!MAPS.includes(name)) return apiShape(name, value as Fields);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [plainText(key), plainText(String(item))]));
}

/** The text of a template without references, and what a reference to a name refers to. */
function plainText(template: string): string {
  return template
    .replace(/\$\{aws_cognito_resource_server\.[\w-]+-orders\.identifier\}/, "orders")
    .replace(/\$\{aws_cognito_identity_provider\.[\w-]+-google\.provider_name\}/, "Google")
    .replace(/\$\{("(?:[^"\\]|\\.)*")\}/g, (_, text: string) => JSON.parse(text))
    .replace(/([$%])\1\{/g, "$1{");
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Puts under one roof what the API has there. */
function placed(type: string, api: Fields): Fields {
  if (type === "aws_cognito_user_pool") {
    const { PasswordPolicy, SignInPolicy, ...rest } = api;
    return { ...rest, Policies: { PasswordPolicy, SignInPolicy } };
  }
  if (type === "aws_cognito_user_pool_domain" && api.CertificateArn !== undefined) {
    const { CertificateArn, ...rest } = api;
    return { ...rest, CustomDomainConfig: { CertificateArn } };
  }
  return api;
}

/** Every value by its path, blocks too; lists in one order. What is false or an empty list is as if it were absent. */
export function flat(value: unknown, path = ""): Map<string, unknown> {
  if (Array.isArray(value)) {
    if (value.length === 0) return new Map();
    const texts = value.map((item) =>
      JSON.stringify(typeof item === "object" ? Object.fromEntries(sorted(flat(item))) : item),
    );
    return new Map([[path, texts.sort().join(" ")]]);
  }
  if (typeof value !== "object" || value === null)
    return value === undefined || value === false ? new Map() : new Map([[path, value]]);
  const inner = Object.entries(value).flatMap(([name, item]) => [
    ...flat(item, path === "" ? name : `${path}.${name}`),
  ]);
  return new Map([...(path === "" || MAPS_OF_API.test(path) ? [] : [[path, "block"] as const]), ...inner]);
}

const MAPS_OF_API = /^(UserPoolTags|AttributeMapping|ProviderDetails|Policies)$/;

function sorted(map: Map<string, unknown>): [string, unknown][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
