import { meaning } from "../../lib/adopt/minimal";
import type { AttributeModel, PoolModel, UserPoolModel } from "../../lib/model/model";

/** What a config says of a pool and AWS does not answer, so that nothing can read it back. */
export const POOL_NOT_READ_BACK = {
  lambdaPermissions: "permissions belong to the functions, not to the pool",
  preventDestroy: "it is said to Terraform",
} as const;

/** The same of an app client. */
export const CLIENT_NOT_READ_BACK = {
  key: "the key is made of the name in AWS",
  renamedFrom: "it is said to Terraform",
  preventDestroy: "it is said to Terraform",
  allowDestroy: "it is said to the gate",
  acknowledge: "it is said to the rules",
  deliver: "the stored secret is an object of Secrets Manager",
  publish: "the parameter is an object of Systems Manager",
  secretHashProxy: "the proxy is a distribution of CloudFront",
  generations: "each generation is a client of its own in AWS",
  current: "it is said to the outputs",
  retire: "it is said to the gate",
} as const;

/** Marks of an adopted client, and what follows from other fields. */
const MARKS = ["unset", "adopted", "scopeReferences"];

/** What AWS has of a model, whatever the keys of the config are, as text: all but what cannot be read back. */
export function settings({ pool, clients, environment, ...model }: PoolModel): string {
  const { threatProtection, uiCustomization, logDelivery, webAclArn } = model;
  const { unset, schema, softwareTokenMfa, webAuthn, lambdaConfig, tags, ...said } = pool as UserPoolModel;
  const users = without(said, Object.keys(POOL_NOT_READ_BACK));
  const { preTokenGeneration, preTokenGenerationConfig, ...triggers } = lambdaConfig ?? {};
  const all = {
    users,
    own: { threatProtection, uiCustomization, logDelivery, webAclArn },
    softwareTokenMfa: softwareTokenMfa || undefined,
    // without a setting it leaves nothing in a state
    passkeys: webAuthn && Object.keys(webAuthn).length > 0 ? webAuthn : undefined,
    triggers: { ...set(triggers), tokens: preTokenGenerationConfig?.lambdaArn ?? preTokenGeneration },
    tags: { ...environment.tags, ...tags },
    schema: schema.filter(isDeclared).map(({ authority, ...attribute }) => attribute),
    apps: clients.map((client) => without(client, [...Object.keys(CLIENT_NOT_READ_BACK), ...MARKS])),
    domains: [model.domain, model.additionalDomain].flatMap((each) =>
      each ? [{ ...each, key: undefined, unset: undefined }] : [],
    ),
    servers: model.resourceServers.map(({ key, scopes, ...server }) => ({ ...server, scopes: inOrder(scopes) })),
    providers: model.identityProviders.map(({ storedSecrets, providerDetails, ...provider }) => ({
      ...provider,
      details: Object.fromEntries(
        Object.entries(providerDetails).map(([key, value]) => [key, SECRETS.test(key) ? "secret" : value]),
      ),
    })),
    // a state has 0 where AWS has none
    groups: model.groups.map((group) => ({ ...group, precedence: group.precedence || undefined })),
  };
  return meaning(sorted(all), { listsAreSets: true });
}

/** Lists of objects in one order: AWS has none. */
function sorted(parts: object): object {
  return Object.fromEntries(
    Object.entries(parts).map(([key, part]) => [key, Array.isArray(part) ? inOrder(part) : part]),
  );
}

function inOrder<T>(items: readonly T[]): T[] {
  const text = (item: T) => meaning(item, { listsAreSets: true });
  return items.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
}

function without(fields: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** The triggers that have a function. */
function set(triggers: object): object {
  return Object.fromEntries(Object.entries(triggers).filter(([, value]) => value !== ""));
}

const SECRETS = /^(?:client_secret|private_key)$/;

/** An attribute that every pool has as it is cannot be read back, and need not be. */
function isDeclared({ key, required, mutable, written }: AttributeModel): boolean {
  const limits = ["minLength", "maxLength", "minValue", "maxValue"] as const;
  return key.startsWith("custom:") || required || !mutable || limits.some((limit) => written[limit] !== undefined);
}
