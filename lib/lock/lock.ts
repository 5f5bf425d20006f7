import type { AttributeModel, PoolModel } from "../model/model";

/** What can never change on a pool that exists, and the keys that its address and those of its clients hang on. */
export interface LockedPool {
  /** Absent for a pool that is managed elsewhere. */
  readonly usernameAttributes?: readonly string[];
  readonly aliasAttributes?: readonly string[];
  readonly caseSensitive?: boolean;
  readonly attributes?: Readonly<Record<string, LockedAttribute>>;
  readonly clients: readonly string[];
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

/** What of a pool is to be locked. Every list and map in a fixed order. */
export function lockPool({ pool, clients }: PoolModel): LockedPool {
  return {
    ...(pool && {
      usernameAttributes: [...pool.usernameAttributes].sort(),
      aliasAttributes: [...pool.aliasAttributes].sort(),
      caseSensitive: pool.caseSensitive,
      attributes: Object.fromEntries(
        [...pool.schema].sort((a, b) => (a.key < b.key ? -1 : 1)).map((each) => [each.key, lockAttribute(each)]),
      ),
    }),
    clients: clients.map(({ key }) => key).sort(),
  };
}

/** What of an attribute is to be locked. */
export function lockAttribute(attribute: AttributeModel): LockedAttribute {
  const { attributeDataType, required, mutable, stringAttributeConstraints, numberAttributeConstraints } = attribute;
  return { type: attributeDataType, required, mutable, ...stringAttributeConstraints, ...numberAttributeConstraints };
}
