import type { Path } from "../../model/source";
import { snakeCase, terraformName } from "../keys";
import type { Problem } from "../problem";
import type { Config } from "../schema";
import { nearest } from "./nearest";

/** Keys of a pool that say something about the pool itself, so that an existing pool cannot have them. */
const NOT_OF_EXISTING_POOLS = (key: string) =>
  !["only", "except", "existing", "resourceServers", "clients", "clientDefaults", "exportClientSecrets"].includes(key);

/** Checks what the schema cannot see: names that must exist elsewhere in the file, and names that would collide. */
export function referenceProblems(config: Config): Problem[] {
  const environments = Object.keys(config.environments);
  const pools = Object.entries(config.pools);
  return [
    ...nonEmpty(environments, ["environments"], "environment"),
    ...nonEmpty(pools, ["pools"], "pool"),
    ...collisions(environments, ["environments"], terraformName),
    ...collisions(Object.keys(config.pools), ["pools"], terraformName),
    ...Object.entries(config.environments).flatMap(([environment, { pools: overlays = {} }]) =>
      Object.keys(overlays).flatMap((pool) => overlayProblems(config, environment, pool)),
    ),
    ...pools.flatMap(([name, pool]) => {
      const at = ["pools", name];
      return [
        ...environmentNames(pool, at, environments),
        ...collisions(Object.keys(pool.clients), [...at, "clients"], terraformName),
        ...collisions(Object.keys(pool.resourceServers ?? {}), [...at, "resourceServers"], terraformName),
        ...collisions(Object.keys(pool.identityProviders ?? {}), [...at, "identityProviders"], snakeCase),
        ...collisions(Object.keys(pool.groups ?? {}), [...at, "groups"], snakeCase),
        ...(pool.existing
          ? Object.keys(pool)
              .filter(NOT_OF_EXISTING_POOLS)
              .map((key) => notOfExisting([...at, key]))
          : []),
        ...Object.entries(pool.clients).flatMap(([key, client]) => [
          ...environmentNames(client, [...at, "clients", key], environments),
          ...renaming(key, client.renamedFrom, Object.entries(pool.clients), [...at, "clients", key]),
        ]),
      ];
    }),
  ];
}

/** Whether something with `only` and `except` exists in an environment. */
export function existsIn(
  item: { only?: string[] | undefined; except?: string[] | undefined },
  environment: string,
): boolean {
  return (item.only?.includes(environment) ?? true) && !item.except?.includes(environment);
}

function nonEmpty(items: readonly unknown[], path: Path, what: string): Problem[] {
  if (items.length > 0) return [];
  return [
    { rule: "CFG-05", path, target: "key", message: `no ${what} is described`, fix: `describe at least one ${what}` },
  ];
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

function environmentNames(
  item: { only?: string[] | undefined; except?: string[] | undefined },
  path: Path,
  environments: string[],
): Problem[] {
  return (["only", "except"] as const).flatMap((list) =>
    (item[list] ?? []).flatMap((name, index) =>
      environments.includes(name)
        ? []
        : [unknownName("environment", name, environments, [...path, list, index], "value")],
    ),
  );
}

function overlayProblems(config: Config, environment: string, name: string): Problem[] {
  const path = ["environments", environment, "pools", name];
  const pool = config.pools[name];
  if (!pool) return [unknownName("pool", name, Object.keys(config.pools), path, "key")];
  if (!existsIn(pool, environment)) {
    const message = `pool ${name} does not exist in ${environment}: its only or except says so`;
    return [{ rule: "CFG-10", path, target: "key", message, fix: "remove the overlay, or let the pool exist here" }];
  }
  return [];
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
    message: `no ${what} is called ${name}${near ? `; did you mean ${near}?` : ""}`,
    fix: near ? `write ${near}` : `use one of ${known.join(", ")}`,
  };
}

function notOfExisting(path: Path): Problem {
  const key = path.at(-1);
  return {
    rule: "CFG-10",
    path,
    target: "key",
    message: `${key} has no effect: the pool exists already and is managed elsewhere`,
    fix: `remove ${key}, or remove existing`,
  };
}

function renaming(
  key: string,
  from: string | undefined,
  clients: readonly (readonly [string, { renamedFrom?: string | undefined }])[],
  path: Path,
): Problem[] {
  if (from === undefined) return [];
  const at = { rule: "CFG-10", path: [...path, "renamedFrom"], target: "value" as const };
  if (clients.some(([other]) => terraformName(other) === terraformName(from)))
    return [
      {
        ...at,
        message: `client ${from} still exists, so ${key} cannot have been it`,
        fix: "remove renamedFrom, or the old client",
      },
    ];
  if (clients.some(([other, client]) => other < key && client.renamedFrom === from))
    return [
      { ...at, message: `another client was renamed from ${from} as well`, fix: "keep renamedFrom on one of them" },
    ];
  return [];
}
