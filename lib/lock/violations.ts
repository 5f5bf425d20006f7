import { STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { ATTRIBUTES_PER_CALL } from "../cognito/quotas";
import { currentDay } from "../model/day";
import type { AllowDestroy, PoolModel, UserPoolModel } from "../model/model";
import { originOf, type Path, part } from "../model/source";
import type { RuleViolation } from "../rules/check";
import { errorViolations } from "./adopted-errors";
import { adoptionViolations } from "./adoption-violations";
import { isAllowed } from "./allowance";
import { generationViolations } from "./generations";
import { type Lock, type LockedAttribute, type LockedPool, lockAttribute, lockedCase, lockedIn } from "./lock";
import { proxiedClientViolations } from "./proxied-clients";

/** The rule about each property of a locked attribute. */
const PROPERTIES: Readonly<Record<keyof LockedAttribute, "SCH-12" | "SCH-14">> = {
  type: "SCH-14",
  required: "SCH-14",
  mutable: "SCH-14",
  minLength: "SCH-12",
  maxLength: "SCH-12",
  minValue: "SCH-12",
  maxValue: "SCH-12",
};

/** A violation of the lock, with the stack that it is about. */
export interface LockViolation extends RuleViolation {
  readonly stack: string;
}

/**
 * What AWS would refuse, or what would replace a pool, if these models were applied to the pools that are locked.
 *
 * @param today YYYY-MM-DD, UTC. Default the current day
 */
export function lockViolations(pools: readonly PoolModel[], lock: Lock, today: string = currentDay()): LockViolation[] {
  return pools.flatMap((pool) => {
    const locked = lockedIn(lock, pool.key, pool.environment.key);
    const errors = errorViolations(pool, locked).map((each) => ({ ...each, stack: pool.stack }));
    if (locked === undefined) return errors;
    const violations = [
      ...(pool.pool ? poolViolations(pool, locked) : unmanagedPool(pool, locked)),
      ...adoptionViolations(pool, locked, today),
      ...missingClients(pool, locked, today),
      ...generationViolations(pool, locked, today),
      ...proxiedClientViolations(pool, locked, today),
    ];
    return [...errors, ...violations.map((each) => ({ ...each, stack: pool.stack }))];
  });
}

function* poolViolations(pool: PoolModel, locked: LockedPool): Iterable<RuleViolation> {
  const users = pool.pool as UserPoolModel;
  const { usernameAttributes, aliasAttributes, schema } = users;
  const caseSensitive = lockedCase(users);
  for (const [key, now] of [
    ["usernameAttributes", usernameAttributes],
    ["aliasAttributes", aliasAttributes],
  ] as const) {
    const was = locked[key];
    if (was !== undefined && [...was].sort().join() !== [...now].sort().join())
      yield violation(
        pool,
        "SCH-19",
        [key],
        `${key} is locked as ${list(was)} and would be ${list(now)}: this replaces the pool, and all its users are lost`,
        `restore ${list(was)}`,
      );
  }
  if (locked.caseSensitive !== undefined && locked.caseSensitive !== caseSensitive)
    yield violation(
      pool,
      "SCH-20",
      ["caseSensitive"],
      `caseSensitive is locked as ${locked.caseSensitive} and would be ${caseSensitive}: this replaces the pool, and all its users are lost`,
      locked.caseSensitive === "unset"
        ? "write unset: [caseSensitive]"
        : `write caseSensitive: ${locked.caseSensitive}`,
    );

  const attributes = new Map(schema.map((attribute) => [attribute.key, lockAttribute(attribute)]));
  for (const [key, was] of Object.entries(locked.attributes ?? {})) {
    const now = attributes.get(key);
    if (now === undefined)
      yield violation(
        pool,
        "SCH-12",
        ["attributes"],
        `attribute ${key} is locked as ${describe(was)} and would be removed`,
        `declare ${key} again and leave it unused; a new name is a new attribute`,
      );
    else yield* attributeViolations(pool, key, was, now);
  }
  if (locked.attributes) yield* additionViolations(pool, attributes, locked.attributes);
}

/** An existing pool accepts a limited number of attributes at once, and only optional custom ones. */
function* additionViolations(
  pool: PoolModel,
  attributes: ReadonlyMap<string, LockedAttribute>,
  locked: NonNullable<LockedPool["attributes"]>,
): Iterable<RuleViolation> {
  const added = [...attributes].filter(([key]) => !Object.hasOwn(locked, key));
  for (const [key, { required }] of added)
    if (required)
      yield violation(
        pool,
        "SCH-14",
        ["attributes", key, "required"],
        `attribute ${key} is locked as not required and would be required`,
        "keep it optional, and require it in the app",
      );
    else if (isStandard(key))
      yield violation(
        pool,
        "SCH-12",
        ["attributes", key],
        `attribute ${key} is locked as undeclared and would be added as custom:${key}, permanently`,
        `remove it: every pool has ${key}; check other limits in the app`,
      );
  const custom = added.filter(([key]) => !isStandard(key)).length;
  if (custom > ATTRIBUTES_PER_CALL)
    yield violation(
      pool,
      "SCH-01",
      ["attributes"],
      `${custom} attributes would be added at once; AWS takes ${ATTRIBUTES_PER_CALL} in one call`,
      `add ${ATTRIBUTES_PER_CALL}, deploy and lock, then the others`,
    );
}

function* attributeViolations(
  pool: PoolModel,
  key: string,
  was: LockedAttribute,
  now: LockedAttribute,
): Iterable<RuleViolation> {
  for (const property of Object.keys(PROPERTIES) as (keyof LockedAttribute)[])
    if (was[property] !== now[property])
      yield violation(
        pool,
        PROPERTIES[property],
        ["attributes", key, property],
        `attribute ${key}: ${property} is locked as ${was[property] ?? "unlimited"} and would be ${now[property] ?? "unlimited"}`,
        was[property] === undefined
          ? `remove ${property}; or add an attribute of another name beside it`
          : `write ${property}: ${was[property]}; or add an attribute of another name beside it`,
      );
}

/** A pool that was managed here and is now only referenced: Terraform destroys what is no longer in its configuration. */
function* unmanagedPool(pool: PoolModel, locked: LockedPool): Iterable<RuleViolation> {
  if (locked.attributes === undefined) return;
  yield {
    ...violation(pool, "LOCK-02", ["existing"], "", ""),
    message: `pool ${pool.key} is locked but no longer managed here: a plan would destroy it and all its users`,
    fix: `remove existing; if another Terraform state manages it now: cdktf-cognito lock --forget ${pool.stack}`,
  };
}

/** Clients whose client ids would be lost: missing, neither renamed nor allowed to be destroyed. */
function* missingClients(pool: PoolModel, locked: LockedPool, today: string): Iterable<RuleViolation> {
  const described = new Set(
    pool.clients.flatMap(({ key, renamedFrom }) =>
      renamedFrom === undefined || locked.clients.includes(key) ? [key] : [key, renamedFrom],
    ),
  );
  for (const key of locked.clients) {
    const allowance = part(part(part(pool.source, "clients"), key), "allowDestroy")?.value;
    if (described.has(key) || isAllowed(allowance as AllowDestroy | undefined, today)) continue;
    yield {
      ...violation(
        pool,
        "LOCK-03",
        ["clients"],
        `client ${key} is locked but missing: its client id would be lost`,
        "",
      ),
      severity: "warning",
      fix: `if it was renamed, add renamedFrom: ${key}; to destroy it on purpose, run: cdktf-cognito lock`,
    };
  }
}

function violation(pool: PoolModel, rule: string, at: Path, message: string, fix: string): RuleViolation {
  const { path, found } = originOf(pool.source, at);
  return {
    rule,
    severity: "error",
    path,
    target: found ? "value" : "key",
    message,
    fix: `${fix}; only if the pool is recreated on purpose: cdktf-cognito lock --forget ${pool.stack}`,
  };
}

/** Whether every pool has an attribute of this name. If it is declared later, the provider adds `custom:NAME` beside it. */
function isStandard(name: string): boolean {
  return Object.hasOwn(STANDARD_ATTRIBUTES, name);
}

function list(items: readonly string[]): string {
  return `[${[...items].sort().join(", ")}]`;
}

function describe({ type, required, mutable, ...limits }: LockedAttribute): string {
  const words = [type, mutable ? "mutable" : "immutable", ...(required ? ["required"] : [])];
  return [...words, ...Object.entries(limits).map(([key, value]) => `${key} ${value}`)].join(", ");
}
