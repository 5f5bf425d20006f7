import type { ClientModel, PoolModel } from "../model/model";
import { knownItems } from "../model/value";
import type { Told } from "./change";
import { count } from "./wording";

interface Quota<T> {
  readonly noun: string;
  readonly limit: number;
  /** How far AWS raises it on request; `undefined` where it does not. */
  readonly most?: number;
  readonly key: string;
  readonly of: (subject: T) => number;
}

/** The share of a quota from which on a reviewer is told. */
const NEAR = 0.8;

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const POOL_QUOTAS: readonly Quota<PoolModel>[] = [
  { noun: "app client", limit: 1_000, most: 10_000, key: "clients", of: ({ clients }) => clients.length },
  {
    noun: "custom attribute",
    limit: 50,
    key: "attributes",
    of: ({ pool }) => pool?.schema.filter(({ key }) => key.startsWith("custom:")).length ?? 0,
  },
  {
    noun: "identity provider",
    limit: 300,
    most: 1_000,
    key: "identityProviders",
    of: (pool) => pool.identityProviders.length,
  },
  { noun: "resource server", limit: 25, most: 300, key: "resourceServers", of: (pool) => pool.resourceServers.length },
  { noun: "group", limit: 10_000, key: "groups", of: (pool) => pool.groups.length },
];

const CLIENT_QUOTAS: readonly Quota<ClientModel>[] = [
  { noun: "callback URL", limit: 100, key: "callbackUrls", of: (client) => knownItems(client.callbackUrls).length },
  { noun: "logout URL", limit: 100, key: "logoutUrls", of: (client) => knownItems(client.logoutUrls).length },
  { noun: "scope", limit: 50, key: "allowedOauthScopes", of: (client) => knownItems(client.allowedOauthScopes).length },
];

/** Quotas of a pool that have come near. */
export function poolQuotas(before: PoolModel | undefined, after: PoolModel): Told[] {
  return nearing(POOL_QUOTAS, before, after);
}

/** Quotas of a client that have come near. */
export function clientQuotas(before: ClientModel | undefined, after: ClientModel): Told[] {
  return nearing(CLIENT_QUOTAS, before, after);
}

function nearing<T>(quotas: readonly Quota<T>[], before: T | undefined, after: T): Told[] {
  return quotas.flatMap(({ noun, limit, most, key, of }) => {
    const [was, is] = [before === undefined ? 0 : of(before), of(after)];
    if (is < limit * NEAR || is <= was) return [];
    return [
      {
        risk: "costs" as const,
        at: [key],
        what: `${count(is, noun)} of ${limit} that AWS allows`,
        why: most === undefined ? "AWS raises this quota for nobody" : `AWS raises it on request, to ${most} at most`,
        before: was,
        after: is,
      },
    ];
  });
}
