import { STANDARD_ATTRIBUTES } from "../../cognito/attributes";
import { writableDetails } from "../../cognito/provider-details";
import { COGNITO_PROVIDER, PROVIDER_TYPES, STANDARD_SCOPES } from "../../cognito/values";
import { SECONDS } from "../../config/duration";
import type { PoolModel } from "../../model/model";
import { BUILT_IN_NAMES, NEVER_WRITABLE, OIDC_PROFILE_ATTRIBUTES } from "../attribute-names";
import { literals } from "./expressions";

/**
 * What conditions read as `local.NAME`, each a Terraform expression: the planned resources, and tables that several
 * rules read. The resources themselves (`user_pool`, `schema`, `clients`, `domain`, `resource_servers`,
 * `identity_providers`, `groups`, `risk_configurations`, `ui_customizations`, `branding_styles`, `web_acls`, `deliveries`,
 * `proxies`) are bound by whoever writes the conditions; a stack gets the tables that are read.
 */
export const TABLES: Readonly<Record<string, (pool: PoolModel) => string>> = {
  seconds: () =>
    `{ ${Object.entries(SECONDS)
      .map(([unit, seconds]) => `${unit} = ${seconds}`)
      .join(", ")} }`,

  /** The keys of `provider_details` that AWS accepts, by the provider's type. */
  detail_keys: () => `{ ${PROVIDER_TYPES.map((type) => `${type} = ${literals(writableDetails(type))}`).join(", ")} }`,

  /** Names of a schema's attributes that AWS takes for its own. */
  standard_attributes: () => literals([...Object.keys(STANDARD_ATTRIBUTES), ...NEVER_WRITABLE]),

  /** What `oidc:profile` covers. */
  profile_attributes: () => literals(OIDC_PROFILE_ATTRIBUTES),

  /** Every name that a client's permissions can hold. */
  attributes: ({ pool }) => {
    const declared = pool
      ? '[for attribute in local.schema : "custom:${attribute.name}" if !contains(local.standard_attributes, attribute.name)]'
      : "[for attribute in local.schema : attribute.name]";
    return `setunion(${literals(BUILT_IN_NAMES)}, ${declared})`;
  },

  /** The same names as keys: to look one up takes a tenth of the time that `contains` takes. */
  has_attribute: () => "{ for name in local.attributes : name => true }",

  /** What a user cannot sign up without. A required custom attribute is for SCH-05 to report. */
  required_attributes: () =>
    '[for attribute in local.schema : attribute.name if attribute.required == true && attribute.name != "sub" && contains(local.standard_attributes, attribute.name)]',

  /** What each identity provider writes at every sign-in, by its name. */
  mapped_attributes: () =>
    `{ for provider in local.identity_providers : provider.provider_name => setsubtract(setintersection(keys(provider.attribute_mapping), local.attributes), ${literals(NEVER_WRITABLE)}) }`,

  /** Every scope that a client can ask for. */
  scopes: () =>
    `concat(${literals(STANDARD_SCOPES)}, flatten([for server in local.resource_servers : [for scope in server.scope : "\${server.identifier}/\${scope.scope_name}"]]))`,

  /** The names by which a client can name an identity provider. */
  providers: () =>
    `concat(${literals([COGNITO_PROVIDER])}, [for provider in local.identity_providers : provider.provider_name])`,
};

/** The tables that an expression reads, directly or through others, those first that others read. */
export function tablesIn(expressions: Iterable<string>, pool: PoolModel): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (expression: string): void => {
    for (const [, name = ""] of expression.matchAll(/\blocal\.(\w+)/g)) {
      if (found.has(name) || !Object.hasOwn(TABLES, name)) continue;
      const table = (TABLES[name] as (pool: PoolModel) => string)(pool);
      visit(table);
      found.set(name, table);
    }
  };
  for (const expression of expressions) visit(expression);
  return found;
}
