import { RESOURCES, type Resource, type ResourceKind } from "../cognito/resources";
import type { StackAllowances } from "./allowances";
import type { ResourceChange } from "./plan-file";

export const POOL = RESOURCES.userPool.type;
export const CLIENT = RESOURCES.client.type;
export const DOMAIN = RESOURCES.domain.type;

const KINDS: ReadonlyMap<string, Resource> = new Map(
  Object.entries<ResourceKind>(RESOURCES).map(([resource, { type }]) => [type, resource as Resource]),
);

/** What kind of resource an object of a plan is; `undefined` for one that the gate does not judge. */
export function kindOf({ type }: ResourceChange): Resource | undefined {
  return KINDS.get(type);
}

/** The name that people know an object by. */
export function nameOf({ change, name }: ResourceChange): string {
  const { before, after } = change;
  const known = before?.name ?? after?.name ?? before?.provider_name ?? before?.domain ?? before?.identifier;
  return typeof known === "string" ? known : name;
}

/** The key of an instance at the end of an address: `[0]`, `["a"]`. Stacks have none. */
const INSTANCE = /\[(\d+|"(\\.|[^"\\])*")\]$/;

/** The pool of an object, where the plan has both: in the same module, with the id that the object refers to. */
export function poolOf(object: ResourceChange, pools: readonly ResourceChange[]): ResourceChange | undefined {
  return pools.find(
    (pool) => moduleOf(pool) === moduleOf(object) && pool.change.before?.id === object.change.before?.user_pool_id,
  );
}

/**
 * The stacks that an object of a plan may belong to: several where the environments of a pool cannot be told apart.
 * A pool is known by its name in Cognito, in whatever module; everything else by its pool.
 */
export function stacksOf(
  object: ResourceChange,
  pools: readonly ResourceChange[],
  stacks: readonly StackAllowances[],
): readonly StackAllowances[] {
  if (INSTANCE.test(object.address)) return [];
  if (object.type === POOL) return stacks.filter((stack) => isPoolOf(stack, object));
  const pool = poolOf(object, pools);
  return pool === undefined ? stacks.filter((stack) => isBesidePoolOf(stack, object)) : stacksOf(pool, pools, stacks);
}

function isPoolOf({ pool, poolName, existing }: StackAllowances, object: ResourceChange): boolean {
  if (existing !== undefined || object.name !== pool) return false;
  if (poolName === undefined) return moduleOf(object) === "";
  return [object.change.before?.name, object.change.after?.name].includes(poolName);
}

/** Whether an object whose pool is in no plan of ours may belong to a stack whose pool is managed elsewhere. */
function isBesidePoolOf({ existing }: StackAllowances, object: ResourceChange): boolean {
  if (existing === undefined) return false;
  if (existing.userPoolId === undefined) return moduleOf(object) === "";
  return existing.userPoolId === object.change.before?.user_pool_id;
}

/** The module of an object, as its address begins; nothing for the root. */
function moduleOf({ address, type, name }: ResourceChange): string {
  return address.replace(INSTANCE, "").slice(0, -`${type}.${name}`.length);
}
