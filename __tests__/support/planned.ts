import { appClientArguments } from "../../lib/constructs/app-client-arguments";
import { brandingArguments } from "../../lib/constructs/branding";
import { threatProtectionArguments } from "../../lib/constructs/threat-protection";
import { uiCustomizationArguments } from "../../lib/constructs/ui-customization";
import { userPoolArguments } from "../../lib/constructs/user-pool-arguments";
import { currentGeneration, type Generation, generationsOf } from "../../lib/model/generations";
import {
  type ClientModel,
  type DeliveryModel,
  type DomainModel,
  domainName,
  domainsOf,
  type EnvironmentModel,
  type IdentityProviderModel,
  type PoolModel,
  type ResourceServerModel,
  type UserPoolModel,
} from "../../lib/model/model";
import { placedIn, stylesOf } from "../../lib/model/placed";
import { proxyName, proxyOf } from "../../lib/model/secret-hash-proxy";
import { isProxied } from "../../lib/model/trust";
import type { Text } from "../../lib/model/value";
import { argumentName } from "../../lib/text/case";

/** What the AWS provider plans for a pool of which nothing is left open, as plain data. */
export interface PlannedPool {
  readonly user_pool: object | null;
  readonly domains: Readonly<Record<string, object>>;
  readonly resource_servers: Readonly<Record<string, object>>;
  readonly identity_providers: Readonly<Record<string, object>>;
  readonly groups: Readonly<Record<string, object>>;
  readonly risk_configurations: Readonly<Record<string, object>>;
  readonly branding_styles: Readonly<Record<string, object>>;
  readonly ui_customizations: Readonly<Record<string, object>>;
  readonly web_acls: Readonly<Record<string, object>>;
  readonly clients: Readonly<Record<string, object>>;
  readonly deliveries: Readonly<Record<string, object>>;
  readonly proxies: Readonly<Record<string, object>>;
}

/** The type of a planned pool, for a variable that holds it. @param types from `resourceTypes(RESOURCES)` */
export function plannedType(types: Readonly<Record<string, string>>): string {
  const [client, domain, provider, server, group, pool, webAcl, risk, ui] = RESOURCES.map(
    (resource) => types[resource],
  );
  return `object({ user_pool = ${pool}, domains = map(${domain}), resource_servers = map(${server}), identity_providers = map(${provider}), groups = map(${group}), risk_configurations = map(${risk}), ui_customizations = map(${ui}), branding_styles = map(${STYLE}), web_acls = map(${webAcl}), clients = map(${judged(client)}), deliveries = map(${delivered(client)}), proxies = map(${PROXY_TYPE}) })`;
}

/** What the AWS provider has of a style from 6.12.0 on. The one at hand may not know it. */
const STYLE =
  "object({ settings = optional(string), use_cognito_provided_values = optional(bool), asset = optional(set(object({ category = string, color_mode = string, extension = string, bytes = optional(string), resource_id = optional(string) })), []) })";

/** A client as the rule set has it: with a mark where it is behind the SECRET_HASH proxy. */
function judged(client = ""): string {
  return client.replace("object({", "object({ proxied = optional(bool, false),");
}

const SECRET_TYPE = "object({ name = string, kms_key_id = optional(string) })";
const VERSION_TYPE = "object({ secret_string = optional(string), secret_string_wo_version = optional(number) })";
const PARAMETER_TYPE =
  "object({ name = string, type = string, value = optional(string), value_wo_version = optional(number) })";

/** Of what is delivered, the arguments that rules read. */
function delivered(client = ""): string {
  const parts = `secret = optional(${SECRET_TYPE}), version = optional(${VERSION_TYPE}), parameters = optional(object({ id = ${PARAMETER_TYPE}, secret = ${PARAMETER_TYPE} }))`;
  return `object({ key = string, has_secret = bool, has_parameters = bool, client = ${judged(client)}, ${parts}, numbers = map(number) })`;
}

/** The same of the SECRET_HASH proxy: the type of a whole distribution takes Terraform seconds for each model. */
const PROXY_TYPE = `object({ distribution = object({ aliases = optional(set(string)), viewer_certificate = list(object({ acm_certificate_arn = optional(string) })), web_acl_id = optional(string) }), secret = ${SECRET_TYPE}, version = ${VERSION_TYPE} })`;

export const RESOURCES = [
  "aws_cognito_user_pool_client",
  "aws_cognito_user_pool_domain",
  "aws_cognito_identity_provider",
  "aws_cognito_resource_server",
  "aws_cognito_user_group",
  "aws_cognito_user_pool",
  "aws_wafv2_web_acl_association",
  "aws_cognito_risk_configuration",
  "aws_cognito_user_pool_ui_customization",
] as const;

export function planned(model: PoolModel): PlannedPool {
  return {
    user_pool: model.pool ? userPool(model.pool, model.environment) : null,
    domains: byKey(domainsOf(model), (each) => domainName(model, each), domain),
    resource_servers: byKey(model.resourceServers, ({ key }) => key, server),
    identity_providers: byKey(model.identityProviders, ({ providerName }) => providerName, provider),
    groups: byKey(
      model.groups,
      ({ name }) => name,
      ({ name, description = null, precedence = null, roleArn = null }) => ({
        name,
        description,
        precedence,
        role_arn: roleArn,
      }),
    ),
    risk_configurations: Object.fromEntries(
      placedIn(model, "threatProtection").flatMap(({ keys, settings }) =>
        keys.map((key) => [key, resource(threatProtectionArguments(settings))]),
      ),
    ),
    branding_styles: Object.fromEntries(
      stylesOf(model).flatMap(({ keys, settings }) => keys.map((key) => [key, resource(brandingArguments(settings))])),
    ),
    ui_customizations: Object.fromEntries(
      placedIn(model, "uiCustomization").flatMap(({ keys, settings }) =>
        keys.map((key) => [key, resource(uiCustomizationArguments(settings))]),
      ),
    ),
    web_acls: model.webAclArn === undefined ? {} : { [model.key]: { web_acl_arn: model.webAclArn } },
    clients: Object.fromEntries(
      model.clients.flatMap((each) =>
        generationsOf(each).map((generation) => [generation.key, client(each, generation)]),
      ),
    ),
    deliveries: Object.fromEntries(
      model.clients.flatMap((each) => (each.deliver ? [[each.key, delivery(each, each.deliver)]] : [])),
    ),
    proxies: proxies(model),
  };
}

/** The provider puts the environment's tags under the pool's own. */
function userPool(pool: UserPoolModel, { tags }: EnvironmentModel): object {
  return { ...withoutEmptySets(resource(userPoolArguments(pool))), tags_all: { ...tags, ...pool.tags } };
}

/** What a delivery consists of, of a client whose id is empty. */
function delivery(model: ClientModel, { secretsManager, ssm }: DeliveryModel): object {
  return {
    key: model.key,
    has_secret: secretsManager !== undefined,
    has_parameters: ssm !== undefined,
    client: { ...client(model), id: "" },
    ...(secretsManager && {
      secret: { name: secretsManager.name, kms_key_id: secretsManager.kmsKeyId },
      version: { secret_string_wo_version: 1 },
    }),
    ...(ssm && {
      parameters: {
        id: { name: `${ssm.prefix}/client-id`, type: "String", value: "" },
        secret: { name: `${ssm.prefix}/client-secret`, type: "SecureString", value_wo_version: 2 },
      },
    }),
    numbers: { secret: 1, parameters: 2 },
  };
}

function proxies(model: PoolModel): Record<string, object> {
  const proxy = proxyOf(model);
  if (proxy === undefined) return {};
  const { domain, certificateArn, webAclArn } = proxy;
  const distribution = {
    aliases: domain === undefined ? null : [domain],
    viewer_certificate: [{ acm_certificate_arn: certificateArn }],
    web_acl_id: webAclArn,
  };
  return { [model.key]: { distribution, secret: { name: proxyName(model) }, version: {} } };
}

/** The planned `aws_cognito_user_pool_client`. */
export function client(model: ClientModel, generation: Generation = currentGeneration(model)): object {
  const references = {
    userPoolId: "",
    identifierOf: () => undefined,
    providerNameOf: () => undefined,
    resourceServers: [],
    identityProviders: [],
  };
  const written = Object.entries(resource(appClientArguments(model, generation, references)));
  return {
    // an import reads a list that AWS was never given as an empty one
    read_attributes: [],
    write_attributes: [],
    ...Object.fromEntries(written.filter(([, value]) => value !== undefined)),
    ...(model.adopted !== undefined && { client_secret: model.generateSecret ? "secret" : "" }),
    ...(isProxied(model) && { proxied: true }),
  };
}

function domain({ domain, certificateArn = null as never, managedLoginVersion }: DomainModel): object {
  return { domain, certificate_arn: certificateArn, managed_login_version: managedLoginVersion };
}

function server({ identifier, name, scopes }: ResourceServerModel): object {
  const scope = scopes.map(({ scopeName, scopeDescription }) => ({
    scope_name: scopeName,
    scope_description: scopeDescription,
  }));
  return { identifier, name, scope };
}

function provider(model: IdentityProviderModel): object {
  const stored = Object.keys(model.storedSecrets ?? {}).map((key) => [key, "stored"]);
  return {
    provider_name: model.providerName,
    provider_type: model.providerType,
    provider_details: { ...model.providerDetails, ...Object.fromEntries(stored) },
    attribute_mapping: model.attributeMapping as Record<string, Text>,
    idp_identifiers: model.idpIdentifiers ?? null,
  };
}

/** The arguments of a resource in Terraform's names, blocks as lists, texts as they come out of their templates. */
/** Arguments that a construct writes, as the AWS provider has them. */
export function resource({ lifecycle: _, ...config }: object & { lifecycle?: unknown }): object {
  return arguments_(config) as object;
}

function arguments_(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(arguments_);
  if (typeof value === "string") return textOf(value);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => {
    if (name === "tags") return [name, each];
    const argument = argumentName(name);
    const inner = arguments_(each);
    return [argument, typeof inner === "object" && inner !== null && !Array.isArray(inner) ? [inner] : inner];
  });
  return Object.fromEntries(entries);
}

/** The text that `literal` wrote as a template. */
function textOf(template: string): string {
  const read = template.replace(/\$\{("(?:\[|\$*\\r|\\ufeff)")\}/g, (_, text: string) => JSON.parse(text));
  return read.replace(/([$%])\1\{/g, "$1{");
}

/** The provider plans an empty set of a user pool as null. */
function withoutEmptySets(pool: object): object {
  return Object.fromEntries(Object.entries(pool).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
}

function byKey<T>(items: readonly T[], key: (item: T) => string, make: (item: T) => object): Record<string, object> {
  return Object.fromEntries(items.map((item) => [key(item), make(item)]));
}
