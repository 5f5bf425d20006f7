import { resolveConfig } from "../config/resolve";
import type { Config } from "../config/schema";
import { poolSchema } from "../config/schema/pool";
import type { PoolModel } from "../model/model";
import { wholeClient } from "./client-config";
import type { ConfigPart } from "./config-part";
import type { DescribedPool } from "./described";
import { keysOf } from "./keys";
import { meaning, minimal } from "./minimal";
import { poolConfig } from "./pool-config";
import { type SmallClient, smallClient, withDefaults } from "./small-client";

/** The config that adopts pools. */
export interface AdoptedConfig {
  readonly config: ConfigPart;
  readonly pools: readonly AdoptedPool[];
}

/** One pool of it. */
export interface AdoptedPool {
  readonly key: string;
  readonly described: DescribedPool;
  readonly clients: readonly SmallClient[];
}

export interface AdoptOptions {
  /** The project of the config. */
  readonly project: string;
  /** The environment; where pools are in several Regions, each has an environment that is called after its Region. */
  readonly environment: string;
  /** The key of the pool, where there is one. Default from its name. */
  readonly pool?: string | undefined;
  /** Shows how far it is. */
  readonly progress?: (text: string) => void;
}

/** What is written as it is: nothing of it has a default. */
const AS_IT_IS = ["adopted", "unset", "identityProviders", "groups"];

/**
 * The config that resolves to what AWS has: with only what differs from the defaults and from the presets of platforms,
 * and what all clients of a pool have as its `clientDefaults`.
 */
export function adoptedConfig(described: readonly DescribedPool[], options: AdoptOptions): AdoptedConfig {
  const regions = [...new Set(described.map(({ region }) => region))].sort();
  const environmentOf = (region: string) => (regions.length > 1 ? region : options.environment);
  const environments = Object.fromEntries(regions.map((region) => [environmentOf(region), { region }]));
  const named = keysOf(
    described.map(({ userPool }) => ({ name: String(userPool.Name), id: String(userPool.Id).split("_")[1] ?? "" })),
    "users",
  );
  const pools = described.map((pool, index) => {
    const key = (described.length === 1 && options.pool) || (named[index] as string);
    const model = (part: ConfigPart) =>
      modelOf({ project: options.project, environments: pickOf(environments, environmentOf(pool.region)) }, key, part);
    const { config, clients } = smallPool(pool, key, model, options.progress);
    return { key, described: pool, clients, config: { ...only(regions, environmentOf(pool.region)), ...config } };
  });
  const config = {
    project: options.project,
    environments,
    pools: Object.fromEntries(pools.map(({ key, config }) => [key, config])),
  };
  return { config, pools };
}

function smallPool(
  described: DescribedPool,
  poolKey: string,
  model: (part: ConfigPart) => PoolModel,
  progress: AdoptOptions["progress"],
) {
  const whole = poolConfig(described);
  const fixed = Object.fromEntries(Object.entries(whole).filter(([key]) => AS_IT_IS.includes(key)));
  const rest = Object.fromEntries(Object.entries(whole).filter(([key]) => !AS_IT_IS.includes(key)));
  const { adopted, unset, ...attached } = fixed;
  const marks = { adopted, ...(unset !== undefined && { unset }) };
  const wanted = meaning(model({ ...marks, ...rest, clients: {} }));
  const small = minimal(rest, (part) => {
    const smaller = { ...marks, ...part, clients: {} };
    return poolSchema.safeParse(smaller).success && meaning(model(smaller)) === wanted;
  });

  const keys = keysOf(
    described.clients.map(({ ClientName, ClientId }) => ({ name: String(ClientName), id: String(ClientId) })),
    "client",
  );
  const written = described.clients.map(
    (each, index) => [keys[index] as string, wholeClient(each, described)] as const,
  );
  const pool = model({ ...whole, clients: Object.fromEntries(written) });
  const found = written.map(([key, client], index) => {
    if (index % 20 === 0) progress?.(`pool ${poolKey}: client ${index} of ${written.length}`);
    return smallClient(key, client, pool);
  });
  const { defaults, clients } = withDefaults(found, {
    resourceServers: pool.resourceServers,
    attributes: pool.pool?.schema ?? [],
    managedLogin: false,
  });
  const config = {
    ...marks,
    ...small,
    ...attached,
    ...(Object.keys(defaults).length > 0 && { clientDefaults: defaults }),
    clients: Object.fromEntries(clients.map(({ key, config }) => [key, config])),
  };
  return { config, clients };
}

function modelOf(about: Pick<Config, "project" | "environments">, key: string, part: ConfigPart): PoolModel {
  return resolveConfig({ ...about, pools: { [key]: part } } as unknown as Config).pools[0] as PoolModel;
}

function pickOf<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return { [key]: record[key] as T };
}

function only(regions: readonly string[], environment: string): ConfigPart {
  return regions.length > 1 ? { only: [environment] } : {};
}
