import type { AllowDestroy, PoolModel } from "../model/model";
import { originOf, type Path, part } from "../model/source";
import type { Breach } from "../rules/check";
import { isStandard, MOST_ADDED } from "./additions";
import { type Lock, type LockedAttribute, type LockedPool, lockAttribute, lockedIn } from "./lock";

/** Which rule keeps each property of a locked attribute. */
const PROPERTIES: Readonly<Record<keyof LockedAttribute, "SCH-12" | "SCH-14">> = {
  type: "SCH-14",
  required: "SCH-14",
  mutable: "SCH-14",
  minLength: "SCH-12",
  maxLength: "SCH-12",
  minValue: "SCH-12",
  maxValue: "SCH-12",
};

/** A breach of the lock, with the stack that it is about. */
export interface LockBreach extends Breach {
  readonly stack: string;
}

/**
 * What AWS would refuse, or what would replace a pool, if these models met the pools that are locked.
 *
 * @param today YYYY-MM-DD, UTC. Default the day it is
 */
export function lockBreaches(pools: readonly PoolModel[], lock: Lock, today: string = thisDay()): LockBreach[] {
  return pools.flatMap((pool) => {
    const locked = lockedIn(lock, pool.key, pool.environment.key);
    if (locked === undefined) return [];
    const breaches = [
      ...(pool.pool ? poolBreaches(pool, locked) : leftPool(pool, locked)),
      ...lostClients(pool, locked, today),
    ];
    return breaches.map((breach) => ({ ...breach, stack: pool.stack }));
  });
}

function* poolBreaches(pool: PoolModel, locked: LockedPool): Iterable<Breach> {
  const { usernameAttributes, aliasAttributes, caseSensitive, schema } = pool.pool as NonNullable<PoolModel["pool"]>;
  for (const [key, now] of [
    ["usernameAttributes", usernameAttributes],
    ["aliasAttributes", aliasAttributes],
  ] as const) {
    const was = locked[key];
    if (was !== undefined && [...was].sort().join() !== [...now].sort().join())
      yield breach(
        pool,
        "SCH-19",
        [key],
        `${key} is locked as ${list(was)} and would be ${list(now)}: a new pool, without its users`,
        `write ${list(was)} again`,
      );
  }
  if (locked.caseSensitive !== undefined && locked.caseSensitive !== caseSensitive)
    yield breach(
      pool,
      "SCH-20",
      ["caseSensitive"],
      `caseSensitive is locked as ${locked.caseSensitive} and would be ${caseSensitive}: a new pool, without its users`,
      `write caseSensitive: ${locked.caseSensitive}`,
    );

  const attributes = new Map(schema.map((attribute) => [attribute.key, lockAttribute(attribute)]));
  for (const [key, was] of Object.entries(locked.attributes ?? {})) {
    const now = attributes.get(key);
    if (now === undefined)
      yield breach(
        pool,
        "SCH-12",
        ["attributes"],
        `attribute ${key} is locked as ${describe(was)} and would be removed`,
        `declare ${key} again and leave it unused; a new name is a new attribute`,
      );
    else yield* attributeBreaches(pool, key, was, now);
  }
  if (locked.attributes) yield* additionBreaches(pool, attributes, locked.attributes);
}

/** A pool that exists takes few attributes at once, and only custom ones that nobody must have. */
function* additionBreaches(
  pool: PoolModel,
  attributes: ReadonlyMap<string, LockedAttribute>,
  locked: NonNullable<LockedPool["attributes"]>,
): Iterable<Breach> {
  const added = [...attributes].filter(([key]) => !Object.hasOwn(locked, key));
  for (const [key, { required }] of added)
    if (required)
      yield breach(
        pool,
        "SCH-14",
        ["attributes", key, "required"],
        `attribute ${key} is locked as not required and would be required`,
        "leave it optional, and ask for it in the app",
      );
    else if (isStandard(key))
      yield breach(
        pool,
        "SCH-12",
        ["attributes", key],
        `attribute ${key} is locked as undeclared and would be added as custom:${key}, for good`,
        `remove it: every pool has ${key}; keep other limits in the app`,
      );
  const custom = added.filter(([key]) => !isStandard(key)).length;
  if (custom > MOST_ADDED)
    yield breach(
      pool,
      "SCH-01",
      ["attributes"],
      `${custom} attributes would be added at once; AWS takes ${MOST_ADDED} in one call`,
      `add ${MOST_ADDED}, deploy and lock, then the others`,
    );
}

function* attributeBreaches(
  pool: PoolModel,
  key: string,
  was: LockedAttribute,
  now: LockedAttribute,
): Iterable<Breach> {
  for (const property of Object.keys(PROPERTIES) as (keyof LockedAttribute)[])
    if (was[property] !== now[property])
      yield breach(
        pool,
        PROPERTIES[property],
        ["attributes", key, property],
        `attribute ${key}: ${property} is locked as ${was[property] ?? "unlimited"} and would be ${now[property] ?? "unlimited"}`,
        was[property] === undefined
          ? `remove ${property}; or add an attribute of another name beside it`
          : `write ${property}: ${was[property]}; or add an attribute of another name beside it`,
      );
}

/** A pool that was managed here and is now referenced: Terraform would destroy what it no longer describes. */
function* leftPool(pool: PoolModel, locked: LockedPool): Iterable<Breach> {
  if (locked.attributes === undefined) return;
  yield {
    ...breach(pool, "LOCK-02", ["existing"], "", ""),
    message: `pool ${pool.key} is locked and now managed elsewhere: a plan would destroy it, with its users`,
    fix: `remove existing; or, when another state has it by now, cdktf-cognito lock --forget ${pool.stack}`,
  };
}

/** Clients whose client ids would be lost: gone without a word, neither renamed nor allowed. */
function* lostClients(pool: PoolModel, locked: LockedPool, today: string): Iterable<Breach> {
  const kept = new Set(
    pool.clients.flatMap(({ key, renamedFrom }) =>
      renamedFrom === undefined || locked.clients.includes(key) ? [key] : [key, renamedFrom],
    ),
  );
  for (const key of locked.clients) {
    const allowance = part(part(part(pool.source, "clients"), key), "allowDestroy")?.value;
    if (kept.has(key) || mayGo(allowance as AllowDestroy | undefined, today)) continue;
    yield {
      ...breach(pool, "LOCK-03", ["clients"], `client ${key} is locked and gone: its client id would be lost`, ""),
      severity: "warning",
      fix: `rename with renamedFrom: ${key}; or, when it shall go, run: cdktf-cognito lock`,
    };
  }
}

/** Whether the config lets an object go, on that day still. */
export function mayGo(allowance: AllowDestroy | undefined, today: string = thisDay()): boolean {
  return allowance !== undefined && today <= allowance.until;
}

function thisDay(): string {
  return new Date().toISOString().slice(0, 10);
}

function breach(pool: PoolModel, rule: string, at: Path, message: string, fix: string): Breach {
  const { path, found } = originOf(pool.source, at);
  return {
    rule,
    severity: "error",
    origin: { path, target: found ? "value" : "key" },
    message,
    fix: `${fix}; only for a pool that is made anew: cdktf-cognito lock --forget ${pool.stack}`,
  };
}

function list(items: readonly string[]): string {
  return `[${[...items].sort().join(", ")}]`;
}

function describe({ type, required, mutable, ...limits }: LockedAttribute): string {
  const words = [type, mutable ? "mutable" : "immutable", ...(required ? ["required"] : [])];
  return [...words, ...Object.entries(limits).map(([key, value]) => `${key} ${value}`)].join(", ");
}
