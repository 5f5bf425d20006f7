import { inWords } from "../config/duration";
import { formatPath } from "../config/problem";
import type { ClientModel, PoolModel } from "../model/model";
import { same } from "../model/same";
import type { Difference } from "../review/change";
import { compareClients } from "../review/client/clients";
import type { Side } from "../review/language/facet";
import { comparePool } from "../review/pool/pool";
import type { EnvironmentDifference, Lifetimes, StackEntry } from "./estate";

/** The lifetimes of a client by the key in the config: compared in words, which depend on both sides. */
const LIFETIMES: Readonly<Record<string, keyof Lifetimes>> = {
  accessTokenValidity: "accessToken",
  idTokenValidity: "idToken",
  refreshTokenValidity: "refreshToken",
  authSessionValidity: "authSession",
};

/**
 * What is not the same in every environment of each pool, as `review` compares them. A value that has the environment's
 * own key where another has its own, as the default name of a pool, does not count. Secrets that differ are hidden alike.
 *
 * @param pools the models, in the order of `entries`
 */
export function environmentDifferences(
  pools: readonly PoolModel[],
  entries: readonly StackEntry[],
): EnvironmentDifference[] {
  const keys = [...new Set(pools.map(({ key }) => key))];
  return keys.flatMap((key) => {
    const own = pools.filter((pool) => pool.key === key);
    const ownEntries = entries.filter(({ pool }) => pool === key);
    return own.length < 2 ? [] : [...presence(own), ...settings(own, ownEntries)];
  });
}

/** Clients that some environments of a pool do not have. */
function presence(pools: readonly PoolModel[]): EnvironmentDifference[] {
  const clients = [...new Set(pools.flatMap((pool) => pool.clients.map(({ key }) => key)))];
  return clients
    .filter((client) => pools.some((pool) => !hasClient(pool, client)))
    .map((client) => ({
      pool: (pools[0] as PoolModel).key,
      client,
      path: "",
      values: Object.fromEntries(pools.map((pool) => [pool.environment.key, hasClient(pool, client)])),
    }));
}

function hasClient(pool: PoolModel, client: string): boolean {
  return pool.clients.some(({ key }) => key === client);
}

/** Each client is compared with that of the first environment that has it, and each pool with the first one. */
function settings(pools: readonly PoolModel[], entries: readonly StackEntry[]): EnvironmentDifference[] {
  const rows = new Map<string, { client: string | null; path: string; values: Record<string, unknown> }>();
  pools.slice(1).forEach((pool, index) => {
    for (const { client = null, at, before, after } of between(pools.slice(0, index + 1), pool)) {
      const path = client === null && at.length === 0 ? ["variables"] : keysOf(at);
      const id = JSON.stringify([client, path]);
      const row = rows.get(id) ?? { client, path: formatPath(path), values: valuesOf(pools, client, before) };
      row.values[pool.environment.key] = after;
      rows.set(id, row);
    }
  });
  return [...rows.values()]
    .map(({ client, path, values }) => {
      const lifetime = client === null ? undefined : LIFETIMES[path];
      return lifetime === undefined
        ? { client, path, values }
        : { client, path, values: lifetimesOf(entries, client as string, lifetime, values) };
    })
    .filter(({ values }) => !isNamedAfter(values))
    .map((row) => ({ pool: (pools[0] as PoolModel).key, ...row }));
}

/** What is not the same in a pool as in those before it. */
function between(before: readonly PoolModel[], pool: PoolModel): Difference[] {
  const [first] = before as readonly [PoolModel];
  return [
    ...comparePool({ ...first, clients: [] }, { ...pool, clients: [] }),
    ...pool.clients.flatMap((client) => {
      const base = before.find((each) => hasClient(each, client.key));
      const other = base?.clients.find(({ key }) => key === client.key);
      if (base === undefined || other === undefined || isSame(other, client, base, pool)) return [];
      return [...compareClients(sideOf(base, other), sideOf(pool, client))];
    }),
  ];
}

/** A pool with one of its clients alone. */
function sideOf(pool: PoolModel, client: ClientModel): Side<PoolModel> {
  const alone = { ...pool, clients: [client] };
  return { subject: alone, source: pool.source, pool: alone };
}

/** Whether two clients are the same whatever their places. */
function isSame(before: ClientModel, after: ClientModel, base: PoolModel, pool: PoolModel): boolean {
  return same({ ...before, source: 0 }, { ...after, source: 0 }) && same(base.variables, pool.variables);
}

/** Without the position in a list: the value is the list. */
function keysOf(at: Difference["at"]): Difference["at"] {
  return typeof at.at(-1) === "number" ? at.slice(0, -1) : at;
}

/** The value of every environment that has the client, until another is found. */
function valuesOf(pools: readonly PoolModel[], client: string | null, value: unknown): Record<string, unknown> {
  const having = pools.filter((pool) => client === null || hasClient(pool, client));
  return Object.fromEntries(having.map((pool) => [pool.environment.key, value]));
}

/** A lifetime by environment: in words where it is known, and else as it was compared. */
function lifetimesOf(
  entries: readonly StackEntry[],
  client: string,
  lifetime: keyof Lifetimes,
  compared: Readonly<Record<string, unknown>>,
) {
  return Object.fromEntries(
    entries.flatMap(({ environment, clients }) =>
      clients
        .filter((each) => each.client === client)
        .map(({ lifetimes: { [lifetime]: seconds } }) => [
          environment,
          typeof seconds === "number" ? inWords(seconds) : compared[environment],
        ]),
    ),
  );
}

/** Whether the values are the same once each environment's key is taken out of them. Hidden ones are the same before. */
function isNamedAfter(values: Readonly<Record<string, unknown>>): boolean {
  const shown = Object.values(values).map((value) => JSON.stringify(value ?? null));
  const general = Object.keys(values).map((environment, index) =>
    shown[index]?.replaceAll(new RegExp(`(?<![A-Za-z0-9])${environment}(?![A-Za-z0-9])`, "g"), "\0"),
  );
  return new Set(shown).size > 1 && new Set(general).size < 2;
}
