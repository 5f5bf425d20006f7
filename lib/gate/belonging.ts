import type { StackAllowances } from "./allowances";
import type { ResourceChange } from "./plan-file";

export const POOL = "aws_cognito_user_pool";
export const CLIENT = "aws_cognito_user_pool_client";

/** The key of an instance at the end of an address: `[0]`, `["a"]`. The project writes none. */
const INSTANCE = /\[(\d+|"(\\.|[^"\\])*")\]$/;

/** The pool of a client, where the plan has it beside the client: in the same module, with the id that the client names. */
export function poolOf(client: ResourceChange, pools: readonly ResourceChange[]): ResourceChange | undefined {
  return pools.find(
    (pool) => moduleOf(pool) === moduleOf(client) && pool.change.before?.id === client.change.before?.user_pool_id,
  );
}

/**
 * The stacks that an object of a plan may be of: several where the environments of a pool cannot be told apart.
 * A pool is known by its name in Cognito, in whatever module; a client by its pool.
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

/** Whether a client, whose pool no plan of ours holds, may be of a stack whose pool is managed elsewhere. */
function isBesidePoolOf({ existing }: StackAllowances, client: ResourceChange): boolean {
  if (existing === undefined) return false;
  if (existing.userPoolId === undefined) return moduleOf(client) === "";
  return existing.userPoolId === client.change.before?.user_pool_id;
}

/** The module that an object stands in, as its address begins; nothing for the root. */
function moduleOf({ address, type, name }: ResourceChange): string {
  return address.replace(INSTANCE, "").slice(0, -`${type}.${name}`.length);
}
