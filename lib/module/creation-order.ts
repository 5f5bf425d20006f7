import type { TerraformJson } from "../terraform/hcl";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { resourcesOf } from "./differences";
import { valueAt, withValue } from "./json";

/** Lists of a client that name other resources, and the type of those. */
const NAMING: Readonly<Record<string, string>> = {
  allowed_oauth_scopes: "aws_cognito_resource_server",
  supported_identity_providers: "aws_cognito_identity_provider",
};

/** The configuration in which a client that is given such names comes after whatever may bear them. */
export function inCreationOrder(json: TerraformJson): TerraformJson {
  const resources = resourcesOf(json);
  return resources.reduce((result, { steps }) => {
    const body = valueAt(json, steps) as JsonObject;
    const named = resources.filter(({ type }) =>
      Object.entries(NAMING).some(([list, each]) => each === type && isOpen(body[list])),
    );
    if (named.length === 0) return result;
    const written = (body.depends_on ?? []) as readonly string[];
    const addresses = named.map(({ type, name }) => `${type}.${name}`);
    return withValue(result, [...steps, "depends_on"], [...new Set([...written, ...addresses])].sort());
  }, json);
}

function isOpen(list: Json): boolean {
  return /\bvar\./.test(JSON.stringify(list ?? null));
}
