import { READABLE_ATTRIBUTES } from "../../cognito/attributes";
import { COGNITO_PROVIDER, STANDARD_SCOPES } from "../../cognito/values";
import { ownValue } from "../validate/schema-at";
import type { Slot } from "./grammar";

/** The names that a config has for each slot of the grammar; a slot without a list takes any. */
export type KnownNames = Readonly<Partial<Record<Slot, readonly string[]>>>;

/**
 * Collects the names of a config as it was written, with what its environments add; what is not of the expected form is
 * passed over. Of pools that are managed elsewhere these are the names that clients use.
 */
export function knownNames(config: unknown): KnownNames {
  const environments = entries(ownValue(config, "environments"));
  const own = entries(ownValue(config, "pools"));
  const overlays = environments.flatMap(([, environment]) => entries(ownValue(environment, "pools")));
  const written = [...own, ...overlays].map(([, pool]) => pool);
  const clients = written.flatMap((pool) => [
    ...entries(ownValue(pool, "clients")).map(([, client]) => client),
    ownValue(pool, "clientDefaults"),
  ]);
  const used = (...keys: string[]) =>
    clients.flatMap((client) => keys.flatMap((key) => textsIn(ownValue(client, key))));
  const pool = own.map(([name]) => name);
  const environment = environments.map(([name]) => name);
  return {
    pool,
    environment,
    part: [...pool, ...environment],
    client: written.flatMap((each) => keys(ownValue(each, "clients"))),
    attribute: [
      ...READABLE_ATTRIBUTES,
      ...written.flatMap((each) => keys(ownValue(each, "attributes"))),
      ...used("readAttributes", "writeAttributes"),
    ],
    provider: [
      COGNITO_PROVIDER,
      ...written.flatMap((each) => keys(ownValue(each, "identityProviders"))),
      ...used("supportedIdentityProviders"),
    ],
    scope: [
      ...STANDARD_SCOPES,
      ...written.flatMap((each) => entries(ownValue(each, "resourceServers")).flatMap(scopesOf)),
      ...used("allowedOauthScopes"),
    ],
  };
}

/** By the key of the resource server and by its identifier. */
function scopesOf([key, server]: readonly [string, unknown]): string[] {
  const identifier = ownValue(server, "identifier");
  const names = [key, ...(typeof identifier === "string" ? [identifier] : [])];
  return names.flatMap((name) => keys(ownValue(server, "scopes")).map((scope) => `${name}/${scope}`));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return [...textsInList(ownValue(value, "attributes")), ...textsInList(ownValue(value, "default"))];
}

function textsInList(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap(textsIn) : [];
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function keys(value: unknown): string[] {
  return entries(value).map(([key]) => key);
}
