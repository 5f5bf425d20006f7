import type { PoolModel } from "../model/model";
import { type Lock, type LockedPool, lockedGenerations, lockedIn, lockPool } from "./lock";

/** The lock after an update. */
export interface LockUpdate {
  readonly lock: Lock;
  /** What was locked or removed from the lock. */
  readonly changes: readonly LockChange[];
}

export interface LockChange {
  readonly stack: string;
  /** `locked`, `client web no longer locked`. */
  readonly what: string;
}

/**
 * Locks what the models describe, and removes stacks that are to be forgotten. Pure.
 *
 * @param forget stacks (`<pool>-<environment>`) to remove, unless a model describes them
 */
export function updateLock(before: Lock, pools: readonly PoolModel[], forget: readonly string[]): LockUpdate {
  const changes: LockChange[] = [];
  const lock: Record<string, Record<string, LockedPool>> = {};
  for (const pool of pools) {
    const known = lockedIn(before, pool.key, pool.environment.key);
    const locked = lockPool(pool, known);
    lock[pool.key] = { ...lock[pool.key], [pool.environment.key]: locked };
    changes.push(...changesOf(known, locked).map((what) => ({ stack: pool.stack, what })));
  }
  for (const [pool, environments] of Object.entries(before))
    for (const [environment, locked] of Object.entries(environments)) {
      const stack = `${pool}-${environment}`;
      if (lockedIn(lock, pool, environment) !== undefined) continue;
      if (forget.includes(stack)) changes.push({ stack, what: "no longer locked" });
      else lock[pool] = { ...lock[pool], [environment]: locked };
    }
  return { lock, changes };
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
    ...(before.adopted === after.adopted ? [] : [adoptedAs("the pool", after.adopted)]),
    ...attributes,
    ...signIn,
    ...after.clients.filter((key) => !before.clients.includes(key)).map((key) => `client ${key} locked`),
    ...before.clients.filter((key) => !after.clients.includes(key)).map((key) => `client ${key} no longer locked`),
    ...after.clients
      .filter((key) => before.adoptedClients?.[key] !== after.adoptedClients?.[key])
      .map((key) => adoptedAs(`client ${key}`, after.adoptedClients?.[key])),
    ...generationChanges(before, after),
  ];
}

/** Of clients that are locked before and after; of others the client itself is named. */
function generationChanges(before: LockedPool, after: LockedPool): string[] {
  return after.clients.flatMap((key) => {
    const [was, is] = [before, after].map((each) => lockedGenerations(each, { key })?.existing);
    if (was === undefined || is === undefined) return [];
    return [
      ...is.filter((each) => !was.includes(each)).map((each) => `generation ${each} of client ${key} locked`),
      ...was.filter((each) => !is.includes(each)).map((each) => `generation ${each} of client ${key} no longer locked`),
    ];
  });
}

function adoptedAs(what: string, id: string | undefined): string {
  return id === undefined ? `${what} no longer locked as adopted` : `${what} locked as adopted, ${id}`;
}
