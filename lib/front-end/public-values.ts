import type { ClientModel, PoolModel } from "../model/model";
import type { Value } from "../model/value";

/** What only Terraform or AWS knows of a deployed client: a value, or a Terraform template that gives it. */
export interface Deployed {
  readonly region: string;
  readonly userPoolId: string;
  readonly issuer: string;
  /** Client id of the current generation. */
  readonly clientId: string;
  /** Host of the sign-in pages and OAuth endpoints, where the pool has a domain. */
  readonly domain?: string;
}

/** What is made of the values of {@link Deployed}: a value as it is, or one that Terraform fills in. */
export type Leaf = (value: string) => unknown;

/**
 * The public values of one client, as `outputs --format json` and the parameter `outputs.json` have them. Never a secret:
 * of what is deployed nothing but ids and hosts is read.
 */
export function publicValues(client: ClientModel, deployed: Deployed, leaf: Leaf = (value) => value): object {
  return {
    region: leaf(deployed.region),
    user_pool_id: leaf(deployed.userPoolId),
    client_id: leaf(deployed.clientId),
    issuer: leaf(deployed.issuer),
    ...(deployed.domain !== undefined && { domain: leaf(deployed.domain) }),
    redirect_uris: sorted(client.callbackUrls),
    logout_uris: sorted(client.logoutUrls),
    scopes: sorted(client.allowedOauthScopes),
  };
}

/** Lists of a client have no order: the same config gives the same bytes. */
export function sorted<T>(list: Value<readonly T[]>): Value<readonly T[]> {
  if (!Array.isArray(list)) return list;
  const text = (item: unknown) => (typeof item === "string" ? item : JSON.stringify(item));
  return [...(list as readonly T[])].sort((a, b) => (text(a) < text(b) ? -1 : 1));
}

/** The client of a pool that has a key; `undefined` when there is none. */
export function clientOf({ clients }: PoolModel, key: string): ClientModel | undefined {
  return clients.find((client) => client.key === key);
}
