import type { AllowDestroy, Retirement } from "../model/model";
import { INSTANCE, moduleOf, POOL, poolOf } from "./objects";
import type { ResourceChange } from "./plan-file";

/** Lets an object be destroyed or replaced; of a generation that is retired, destroyed alone. */
export type Allowance = AllowDestroy & Partial<Pick<Retirement, "generation">>;

/** What a config allows the plan of one stack to destroy. */
export interface StackAllowances {
  readonly stack: string;
  readonly environment: string;
  /** Terraform's name of the pool. */
  readonly pool: string;
  /** The pool's name in Cognito, where it is known: distinguishes the environments of a pool. */
  readonly poolName: string | undefined;
  /** Of a pool that is managed elsewhere, its id where it is known. */
  readonly existing?: { readonly userPoolId: string | undefined };
  /** By address in the root module. */
  readonly allowed: Readonly<Record<string, Allowance>>;
}

/**
 * The stacks that an object of a plan may belong to: several where the environments of a pool cannot be distinguished.
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
