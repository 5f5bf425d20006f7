import type { PoolModel } from "../model/model";
import { lockBreaches } from "./breaches";
import { type Lock, type LockedPool, lockedIn, lockPool } from "./lock";

/** The lock after an update, or why it cannot be updated. */
export interface LockUpdate {
  readonly lock: Lock;
  /** What was written down or let go of, in words. */
  readonly changes: readonly string[];
  /** What is locked and would be lost or altered. With any, the lock stays as it is. */
  readonly refused: readonly string[];
}

/**
 * Locks what the models describe. What is locked already stays, but for clients, and for stacks that are to be
 * forgotten: their pools are made anew or leave. Pure.
 *
 * @param forget stacks (`<pool>-<environment>`) whose locked values no longer count
 */
export function updateLock(before: Lock, pools: readonly PoolModel[], forget: readonly string[]): LockUpdate {
  const changes: string[] = [];
  const refused = lockBreaches(pools, before)
    .filter(({ stack, severity }) => severity === "error" && !forget.includes(stack))
    .map(({ stack, message, fix }) => `${stack}: ${message}\n  ${fix}`);

  const lock: Record<string, Record<string, LockedPool>> = {};
  for (const pool of pools) {
    const known = lockedIn(before, pool.key, pool.environment.key);
    const locked = lockPool(pool);
    lock[pool.key] = { ...lock[pool.key], [pool.environment.key]: locked };
    changes.push(...changesOf(known, locked).map((change) => `${pool.stack}: ${change}`));
  }
  for (const [pool, environments] of Object.entries(before))
    for (const [environment, locked] of Object.entries(environments)) {
      const stack = `${pool}-${environment}`;
      if (lockedIn(lock, pool, environment) !== undefined) continue;
      if (forget.includes(stack)) changes.push(`${stack}: no longer locked`);
      else {
        refused.push(
          `${stack}: the pool is locked and no longer described\n  put it back; or let go of it with --forget ${stack}`,
        );
        lock[pool] = { ...lock[pool], [environment]: locked };
      }
    }
  return { lock, changes, refused };
}

function changesOf(before: LockedPool | undefined, after: LockedPool): string[] {
  if (before === undefined) return ["locked"];
  const [was, is] = [before.attributes ?? {}, after.attributes ?? {}];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  const attributes = names.flatMap((name) => {
    if (!(name in was)) return [`attribute ${name} locked`];
    if (!(name in is)) return [`attribute ${name} no longer locked`];
    return JSON.stringify(was[name]) === JSON.stringify(is[name]) ? [] : [`attribute ${name} locked with other values`];
  });
  const signIn = (["usernameAttributes", "aliasAttributes", "caseSensitive"] as const)
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => `${key} locked as ${JSON.stringify(after[key])}`);
  return [
    ...attributes,
    ...signIn,
    ...after.clients.filter((key) => !before.clients.includes(key)).map((key) => `client ${key} locked`),
    ...before.clients.filter((key) => !after.clients.includes(key)).map((key) => `client ${key} no longer locked`),
  ];
}
