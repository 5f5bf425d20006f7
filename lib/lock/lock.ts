import type { Argument } from "../cognito/argument";
import type { USER_POOL_ARGUMENTS } from "../cognito/user-pool";
import { generationsOf } from "../model/generations";
import type { AttributeModel, ClientModel, PoolModel, UserPoolModel } from "../model/model";
import { isProxied } from "../model/trust";
import { known } from "../model/value";
import { type LockedErrors, lockErrors } from "./adopted-errors";
import { lockedKey, type Renamed } from "./locked-key";

/** What can never change on a pool that exists, and the keys that its address and those of its clients depend on. */
export interface LockedPool {
  /** The id of an adopted pool. */
  readonly adopted?: string;
  /** The client ids of adopted clients, by their keys. */
  readonly adoptedClients?: Readonly<Record<string, string>>;
  /** Errors that adopted objects had when they were locked: the fingerprint of what is written. Absent without any. */
  readonly errors?: LockedErrors;
  /** Absent for a pool that is managed elsewhere. */
  readonly usernameAttributes?: readonly string[];
  readonly aliasAttributes?: readonly string[];
  /** `unset` of an adopted pool that was never given it. */
  readonly caseSensitive?: boolean | "unset";
  readonly attributes?: Readonly<Record<string, LockedAttribute>>;
  readonly clients: readonly string[];
  /** Those of the clients that are behind the SECRET_HASH proxy. Absent when there never were any. */
  readonly proxied?: readonly string[];
  /** Of the clients that were ever rotated, by key. Absent when there are none. */
  readonly generations?: Readonly<Record<string, LockedGenerations>>;
}

/** Which app clients of a rotated client exist, and which numbers are used up. */
export interface LockedGenerations {
  readonly existing: readonly number[];
  /** The highest number that was ever used; none up to it comes back. */
  readonly highest: number;
}

/** An attribute of the schema as AWS keeps it for good. */
export interface LockedAttribute {
  readonly type: string;
  readonly required: boolean;
  readonly mutable: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
}

/** What is locked: by pool, then by environment. */
export type Lock = Readonly<Record<string, Readonly<Record<string, LockedPool>>>>;

/** What is locked of one pool in one environment. */
export function lockedIn(lock: Lock, pool: string, environment: string): LockedPool | undefined {
  const environments = Object.hasOwn(lock, pool) ? lock[pool] : undefined;
  return environments && Object.hasOwn(environments, environment) ? environments[environment] : undefined;
}

/** The locked generations of a client; `undefined` of one that is not locked. */
export function lockedGenerations(locked: LockedPool | undefined, client: Renamed): LockedGenerations | undefined {
  const key = locked && lockedKey(client, locked);
  if (locked === undefined || key === undefined) return undefined;
  return locked.generations?.[key] ?? { existing: [1], highest: 1 };
}

/**
 * What of a pool is to be locked. Every list and map in a fixed order.
 *
 * @param before what of it was locked: the numbers of generations stay used, and that there was a proxy stays known
 */
export function lockPool(model: PoolModel, before?: LockedPool): LockedPool {
  const { adopted, pool, clients } = model;
  const errors = lockErrors(model, before);
  const rotated = [...clients]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((client) => [client.key, lockGenerations(client, lockedGenerations(before, client))] as const)
    .filter(([, { highest }]) => highest > 1);
  const proxied = clients
    .filter(isProxied)
    .map(({ key }) => key)
    .sort();
  const id = known(adopted?.userPoolId);
  const ids = clients.flatMap(({ key, adopted }) => (adopted ? [[key, known(adopted.clientId)] as const] : [])).sort();
  return {
    ...(id !== undefined && { adopted: id }),
    ...(ids.length > 0 && { adoptedClients: Object.fromEntries(ids) as Record<string, string> }),
    ...(Object.keys(errors).length > 0 && { errors }),
    ...(pool && lockArguments(pool)),
    clients: clients.map(({ key }) => key).sort(),
    ...((proxied.length > 0 || hadProxy(before)) && { proxied }),
    ...(rotated.length > 0 && { generations: Object.fromEntries(rotated) }),
  };
}

/** A permanent argument of the facts that is not locked does not compile. */
function lockArguments(pool: UserPoolModel) {
  return {
    usernameAttributes: [...pool.usernameAttributes].sort(),
    aliasAttributes: [...pool.aliasAttributes].sort(),
    caseSensitive: lockedCase(pool),
    attributes: Object.fromEntries(
      [...pool.schema].sort((a, b) => (a.key < b.key ? -1 : 1)).map((each) => [each.key, lockAttribute(each)]),
    ),
  } satisfies Readonly<Record<PermanentArgument<typeof USER_POOL_ARGUMENTS>, unknown>>;
}

/** The keys of arguments that can never change, whatever the version of the AWS provider. */
type PermanentArgument<F extends Readonly<Record<string, Argument>>> = {
  [K in keyof F]: F[K] extends { readonly inPlaceFrom: string }
    ? never
    : F[K] extends { readonly permanent: string }
      ? K extends "schema"
        ? "attributes"
        : K
      : never;
}[keyof F];

/**
 * Whether a locked pool has, or once had, a SECRET_HASH proxy. It stays known for good, since the lock cannot see when
 * Terraform has destroyed the last of it: Lambda@Edge refuses that for hours.
 */
export function hadProxy(locked: LockedPool | undefined): boolean {
  return locked?.proxied !== undefined;
}

function lockGenerations(client: ClientModel, before: LockedGenerations | undefined): LockedGenerations {
  const existing = generationsOf(client).map(({ number }) => number);
  return { existing, highest: Math.max(...existing, client.retire?.generation ?? 1, before?.highest ?? 1) };
}

/** The case sensitivity of a pool as it is locked. */
export function lockedCase({ unset, caseSensitive }: UserPoolModel): boolean | "unset" {
  return unset.includes("caseSensitive") ? "unset" : caseSensitive;
}

/** What of an attribute is to be locked. */
export function lockAttribute(attribute: AttributeModel): LockedAttribute {
  const { attributeDataType, required, mutable, stringAttributeConstraints, numberAttributeConstraints } = attribute;
  return { type: attributeDataType, required, mutable, ...stringAttributeConstraints, ...numberAttributeConstraints };
}
