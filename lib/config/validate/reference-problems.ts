import { RESOURCES, type ResourceKind } from "../../cognito/resources";
import type { Path } from "../../model/source";
import { snakeCase } from "../../text/case";
import { terraformName } from "../keys";
import type { Problem } from "../problem";
import type { SourceFile } from "../source-file";
import { nearest } from "./nearest";
import { promiseProblems } from "./promise-problems";
import { entries, ownValue } from "./schema-at";

const KINDS = Object.values<ResourceKind>(RESOURCES);

/** What a pool that is managed elsewhere can have; everything else says something about the pool itself. */
const OF_EXISTING_POOLS = [
  "only",
  "except",
  "existing",
  ...KINDS.flatMap(({ key, ofExistingPools }) => (key !== undefined && ofExistingPools ? [key] : [])),
  "clientDefaults",
  "exportClientSecrets",
  "acknowledge",
];

/** How keys of each kind become part of an address. */
const NAMED: { readonly [per in Exclude<ResourceKind["per"], "pool">]: (key: string) => string } = {
  key: terraformName,
  name: snakeCase,
};

/**
 * Checks what the schema cannot see: names that must exist elsewhere in the file, and names that would collide.
 * Takes a config as it was written, so that these mistakes are said together with those of its form; what is not of
 * the expected form is passed over.
 */
export function referenceProblems(config: unknown, { isOfPlan = false }: Pick<SourceFile, "isOfPlan"> = {}): Problem[] {
  const environments = entries(ownValue(config, "environments"));
  const pools = new Map(entries(ownValue(config, "pools")));
  const names = environments.map(([name]) => name);
  return [
    ...nonEmpty(config, "environments", "environment"),
    ...nonEmpty(config, "pools", "pool"),
    ...collisions(names, ["environments"], terraformName),
    ...collisions([...pools.keys()], ["pools"], terraformName),
    ...environments.flatMap(([environment, written]) =>
      keys(ownValue(written, "pools")).flatMap((pool) => overlayProblems(pools, environment, pool)),
    ),
    ...[...pools].flatMap(([name, pool]) => poolReferenceProblems(pool, ["pools", name], names, isOfPlan)),
    ...promiseProblems(config),
  ];
}

/** The same of one pool, as it is written or as an environment leaves it. */
export function poolReferenceProblems(
  pool: unknown,
  at: Path,
  environments: readonly string[],
  isOfPlan = false,
): Problem[] {
  const clients = entries(ownValue(pool, "clients"));
  return [
    ...environmentNames(pool, at, environments),
    ...KINDS.flatMap((kind) =>
      partsOf(kind, pool, at).flatMap(([part, path]) => environmentNames(part, path, environments)),
    ),
    ...KINDS.flatMap(({ key, per }) =>
      key === undefined || per === "pool" || isOfPlan
        ? []
        : collisions(keys(ownValue(pool, key)), [...at, key], NAMED[per]),
    ),
    ...(ownValue(pool, "existing") === undefined || isOfPlan ? [] : notOfExisting(pool, at)),
    ...renamings(clients, [...at, "clients"]),
  ];
}

/** Whether something with `only` and `except` exists in an environment. */
export function existsIn(item: unknown, environment: string): boolean {
  const only = ownValue(item, "only");
  return (!Array.isArray(only) || only.includes(environment)) && !list(ownValue(item, "except")).includes(environment);
}

/** The parts of a pool of one kind, each with its place, but the pool itself. */
export function partsOf({ key, secondKey, per }: ResourceKind, pool: unknown, at: Path): [part: unknown, at: Path][] {
  if (key === undefined) return [];
  if (per === "pool")
    return [key, ...(secondKey === undefined ? [] : [secondKey])].map((each) => [ownValue(pool, each), [...at, each]]);
  return entries(ownValue(pool, key)).map(([name, part]) => [part, [...at, key, name]]);
}

function keys(value: unknown): string[] {
  return entries(value).map(([key]) => key);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function nonEmpty(config: unknown, key: string, what: string): Problem[] {
  const value = ownValue(config, key);
  if (typeof value !== "object" || value === null || Object.keys(value).length > 0) return [];
  const message = `no ${what} is defined`;
  return [{ rule: "CFG-05", path: [key], target: "key", message, fix: `define at least one ${what}` }];
}

function collisions(keys: readonly string[], path: Path, name: (key: string) => string): Problem[] {
  const first = new Map<string, string>();
  return keys.flatMap((key): Problem[] => {
    const other = first.get(name(key));
    if (other === undefined) {
      first.set(name(key), key);
      return [];
    }
    const message = `${key} and ${other} would both be ${name(key)} in Terraform`;
    return [{ rule: "STK-01", path: [...path, key], target: "key", message, fix: "rename one of them" }];
  });
}

function environmentNames(item: unknown, path: Path, environments: readonly string[]): Problem[] {
  return ["only", "except"].flatMap((key) =>
    list(ownValue(item, key)).flatMap((name, index) =>
      typeof name !== "string" || environments.includes(name)
        ? []
        : [unknownName("environment", name, environments, [...path, key, index], "value")],
    ),
  );
}

function overlayProblems(pools: ReadonlyMap<string, unknown>, environment: string, name: string): Problem[] {
  const path = ["environments", environment, "pools", name];
  if (!pools.has(name)) return [unknownName("pool", name, [...pools.keys()], path, "key")];
  if (existsIn(pools.get(name), environment)) return [];
  const message = `pool ${name} does not exist in ${environment}: its only or except says so`;
  return [{ rule: "CFG-10", path, target: "key", message, fix: "remove the overlay, or let the pool exist here" }];
}

function unknownName(
  what: string,
  name: string,
  known: readonly string[],
  path: Path,
  target: "key" | "value",
): Problem {
  const near = nearest(name, known);
  return {
    rule: "CFG-10",
    path,
    target,
    message: `unknown ${what} ${name}${near ? `; did you mean ${near}?` : ""}`,
    fix: near ? `write ${near}` : `use one of ${known.join(", ")}`,
  };
}

function notOfExisting(pool: unknown, at: Path): Problem[] {
  return keys(pool)
    .filter((key) => !OF_EXISTING_POOLS.includes(key))
    .map((key) => ({
      rule: "CFG-10",
      path: [...at, key],
      target: "key",
      message: `${key} has no effect: the pool exists already and is managed elsewhere`,
      fix: `remove ${key}, or remove existing`,
    }));
}

/** A client cannot have been one that still exists, and two cannot have been the same. */
function renamings(clients: readonly (readonly [string, unknown])[], path: Path): Problem[] {
  const existing = new Set(clients.map(([key]) => terraformName(key)));
  const taken = new Set<string>();
  return clients.flatMap(([key, client]): Problem[] => {
    const from = ownValue(client, "renamedFrom");
    if (typeof from !== "string") return [];
    const at = { rule: "CFG-10", path: [...path, key, "renamedFrom"], target: "value" as const };
    const message = existing.has(terraformName(from))
      ? `renamedFrom names client ${from}, which the config still has`
      : taken.has(terraformName(from))
        ? `another client was renamed from ${from} as well`
        : undefined;
    taken.add(terraformName(from));
    return message === undefined ? [] : [{ ...at, message, fix: "remove renamedFrom, or the other client" }];
  });
}
