import { READABLE_ATTRIBUTES } from "../cognito/attributes";
import { COGNITO_PROVIDER, STANDARD_SCOPES } from "../cognito/values";
import type { PoolModel } from "../model/model";
import { knownItems } from "../model/value";

/** What the pools have that a question can be about; nothing of pools that are managed elsewhere but what clients name. */
export const KNOWN = {
  provider: ({ identityProviders, clients }: PoolModel) => [
    COGNITO_PROVIDER,
    ...identityProviders.map(({ providerName }) => providerName),
    ...clients.flatMap(({ supportedIdentityProviders }) => knownItems(supportedIdentityProviders)),
  ],
  scope: ({ resourceServers, clients }: PoolModel) => [
    ...STANDARD_SCOPES,
    ...resourceServers.flatMap(({ key, identifier, scopes }) =>
      scopes.flatMap(({ scopeName }) => [
        `${key}/${scopeName}`,
        ...(typeof identifier === "string" ? [`${identifier}/${scopeName}`] : []),
      ]),
    ),
    ...clients.flatMap(({ allowedOauthScopes }) => knownItems(allowedOauthScopes)),
  ],
  attribute: ({ pool, clients }: PoolModel) => [
    ...READABLE_ATTRIBUTES,
    ...(pool?.schema.map(({ key }) => key) ?? []),
    ...clients.flatMap(({ readAttributes, writeAttributes }) => [
      ...knownItems(readAttributes),
      ...knownItems(writeAttributes),
    ]),
  ],
} as const;
