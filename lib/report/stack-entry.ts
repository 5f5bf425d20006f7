import { STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { domainsOf, type PoolModel, type UserPoolModel } from "../model/model";
import { knownItems } from "../model/value";
import { clientEntry } from "./client-entry";
import type { AttributeEntry, PoolSettings, ProviderEntry, StackEntry } from "./estate";
import { logsOf } from "./logs";
import type { Places } from "./places";
import { riskResponses } from "./risk-responses";
import { Values } from "./shown";

/** What the report says of a pool in one environment. */
export function stackEntry(pool: PoolModel, places: Places): StackEntry {
  const values = new Values(pool.variables);
  const { environment } = pool;
  return {
    stack: pool.stack,
    pool: pool.key,
    environment: environment.key,
    region: values.text(environment.region),
    account: environment.accountId === undefined ? null : values.text(environment.accountId),
    managed: pool.existing ? "elsewhere" : pool.adopted ? "adopted" : "here",
    place: places.of(pool.source, []),
    settings: pool.pool ? settingsOf(pool.pool, values) : null,
    domains: domainsOf(pool).map(({ domain }) => values.text(domain)),
    webAcl: pool.webAclArn === undefined ? null : values.text(pool.webAclArn),
    riskResponses: riskResponses(pool.threatProtection, values),
    logs: logsOf(pool.logDelivery, values),
    providers: pool.identityProviders.map(
      ({ providerName, providerType, attributeMapping }): ProviderEntry => ({
        name: providerName,
        type: providerType,
        maps: Object.fromEntries(Object.entries(attributeMapping).map(([key, claim]) => [key, values.text(claim)])),
      }),
    ),
    resourceServers: pool.resourceServers.map(({ key, identifier, scopes }) => ({
      key,
      identifier: values.text(identifier),
      scopes: scopes.map(({ scopeName }) => scopeName),
    })),
    groups: pool.groups.map(({ name }) => name),
    attributes: attributesOf(pool),
    clients: pool.clients.map((client) => clientEntry(client, pool, values, places)),
  };
}

function settingsOf(pool: UserPoolModel, values: Values): PoolSettings {
  return {
    name: values.text(pool.name),
    tier: values.text(pool.userPoolTier),
    mfa: values.text(pool.mfaConfiguration),
    threatProtection: values.text(pool.advancedSecurityMode),
    deletionProtection: pool.deletionProtection === "ACTIVE",
    selfSignUp: !pool.adminCreateUserOnly,
    signInNames: [...pool.usernameAttributes, ...pool.aliasAttributes],
    firstFactors: values.list(pool.allowedFirstAuthFactors ?? []),
    recovery: pool.accountRecovery,
    passwordLength: values.number(pool.passwordPolicy.minimumLength),
    triggers: Object.keys(pool.lambdaConfig ?? {}).filter((key) => key !== "kmsKeyId"),
  };
}

/** Those that matter in a pool, in the order of the alphabet, custom ones last. */
function attributesOf({ pool, clients, identityProviders }: PoolModel): AttributeEntry[] {
  const schema = new Map((pool?.schema ?? []).map((each) => [each.key, each]));
  const names = new Set([
    ...schema.keys(),
    ...clients.flatMap(({ readAttributes, writeAttributes }) => [
      ...knownItems(readAttributes),
      ...knownItems(writeAttributes),
    ]),
  ]);
  const standard = (name: string) => Object.hasOwn(STANDARD_ATTRIBUTES, name);
  return [...names]
    .sort((a, b) => Number(standard(b)) - Number(standard(a)) || (a < b ? -1 : 1))
    .map((attribute) => {
      const declared = schema.get(attribute);
      return {
        attribute,
        type:
          declared?.attributeDataType ?? (standard(attribute) ? (STANDARD_ATTRIBUTES[attribute]?.type ?? null) : null),
        required: declared?.required ?? false,
        mutable: declared?.mutable ?? true,
        privileged: declared?.authority ?? false,
        mappedBy: identityProviders
          .filter(({ attributeMapping }) => Object.hasOwn(attributeMapping, attribute))
          .map(({ providerName }) => providerName),
      };
    });
}
