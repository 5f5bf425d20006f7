import type { Platform } from "../cognito/platforms";
import { type ClientSurroundings, resolveClient } from "../config/resolve/client";
import { OpenValues } from "../config/resolve/open-values";
import { clientDefaultsSchema, clientSchema } from "../config/schema/client";
import type { ClientModel, PoolModel } from "../model/model";
import { written } from "../model/source";
import { checkClient } from "../rules/check";
import type { ConfigPart } from "./config-part";
import { meaning, minimal } from "./minimal";
import { type Candidate, candidates } from "./platform";

/** A client as the config has it, and why it has its platform. */
export interface SmallClient {
  readonly key: string;
  readonly config: ConfigPart;
  readonly because: string;
}

/**
 * Writes a client with the platform that fits it best, and only what its platform does not say already. Of the platforms
 * that can say all that the client is, the first that breaks the fewest rules is taken.
 *
 * @param whole the client with all that AWS has of it
 * @param pool the pool with all of its clients
 */
export function smallClient(key: string, whole: ConfigPart, pool: PoolModel): SmallClient {
  const { resourceServers } = pool;
  const surroundings = { resourceServers, attributes: pool.pool?.schema ?? [], managedLogin: false };
  const model = (config: ConfigPart) => clientModel(key, config, {}, surroundings);
  const wanted = clientMeaning(model(whole));
  const isSame = (config: ConfigPart) => clientMeaning(model(config)) === wanted;
  const fitting = candidates(whole).flatMap(({ platform, because }) => {
    const config = ofPlatform(whole, platform);
    return isValid(config) && isSame(config) ? [{ config, because, platform }] : [];
  });
  const errors = (config: ConfigPart) =>
    checkClient(model(config), pool).filter(({ severity }) => severity === "error").length;
  const [first] = fitting;
  const chosen =
    fitting.length < 2
      ? first
      : fitting.reduce((best, each) => (errors(each.config) < errors(best.config) ? each : best));
  const { config, because } = chosen ?? { config: whole, because: (candidates(whole).at(-1) as Candidate).because };
  const { platform, adopted, unset, ...rest } = config;
  const fixed = { platform, adopted, ...(unset !== undefined && { unset }) };
  return {
    key,
    config: { ...fixed, ...minimal(rest, (part) => isValid({ ...fixed, ...part }) && isSame({ ...fixed, ...part })) },
    because,
  };
}

/** What every client has that is written alike, as defaults of the pool, and the clients without it. */
export function withDefaults(
  clients: readonly SmallClient[],
  surroundings: ClientSurroundings,
): { readonly defaults: ConfigPart; readonly clients: readonly SmallClient[] } {
  const [first, ...others] = clients;
  if (first === undefined || others.length === 0) return { defaults: {}, clients };
  const allowed = Object.keys(clientDefaultsSchema.shape);
  const shared = Object.entries(first.config).filter(
    ([key, value]) =>
      allowed.includes(key) && others.every(({ config }) => JSON.stringify(config[key]) === JSON.stringify(value)),
  );
  const defaults = Object.fromEntries(
    shared.filter(([key, value]) =>
      clients.every(({ key: name, config }) => {
        const { [key]: _, ...without } = config;
        const model = (part: ConfigPart, given: ConfigPart) =>
          clientMeaning(clientModel(name, part, given, surroundings));
        return isValid(without) && model(without, { [key]: value }) === model(config, {});
      }),
    ),
  );
  const without = clients.map(({ config, ...each }) => ({
    ...each,
    config: Object.fromEntries(Object.entries(config).filter(([key]) => !(key in defaults))),
  }));
  return { defaults, clients: without };
}

/** What a client means, whatever its platform; its lists are sets. */
function clientMeaning(client: ClientModel): string {
  return meaning(client, { listsAreSets: true });
}

/** The client as a platform can say it: without keys that the platform decides, or that hold nothing. */
function ofPlatform(whole: ConfigPart, platform: Platform): ConfigPart {
  const shape = clientSchema.options.find((each) => each.shape.platform.values.has(platform as never))?.shape ?? {};
  const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
  const entries = Object.entries({ ...whole, platform }).filter(
    ([key, value]) => key in shape || (key !== "generateSecret" && key !== "allowedOauthFlows" && !isEmpty(value)),
  );
  return Object.fromEntries(entries);
}

function clientModel(key: string, config: ConfigPart, defaults: ConfigPart, pool: ClientSurroundings): ClientModel {
  return resolveClient(key, written(config, []), written(defaults, []), pool, new OpenValues());
}

function isValid(config: ConfigPart): boolean {
  return clientSchema.safeParse(config).success;
}
