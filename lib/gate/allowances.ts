import { LOSABLE, type ResourceKind } from "../cognito/resources";
import { terraformName } from "../config/keys";
import type { LoadedConfig } from "../config/load";
import type { Pool } from "../config/schema";
import { isAllowed } from "../lock/allowance";
import { generationKey, generationsOf } from "../model/generations";
import type { AllowDestroy, PoolModel } from "../model/model";
import { snakeCase } from "../text/case";
import type { ResourceChange } from "./plan-file";
import { type Allowance, type StackAllowances, stacksOf } from "./stacks";

/**
 * Reads what a config allows to be destroyed, for every pool in every environment: also for objects that no longer exist
 * there (`only: []`), which is how an object stays in the file until it is destroyed.
 */
export function allowancesOf(loaded: LoadedConfig, environment?: string): StackAllowances[] {
  const { config, pools } = loaded;
  const models = new Map(pools.map((pool) => [JSON.stringify([pool.key, pool.environment.key]), pool]));
  return Object.entries(config?.pools ?? {}).flatMap(([key, pool]) =>
    Object.keys(config?.environments ?? {})
      .filter((each) => environment === undefined || each === environment)
      .map((each) => stackAllowances(key, pool, each, models.get(JSON.stringify([key, each])), config?.project ?? "")),
  );
}

function stackAllowances(
  key: string,
  written: Pool,
  environment: string,
  model: PoolModel | undefined,
  project: string,
): StackAllowances {
  const pool = (model ? model.source.value : written) as Pool;
  const { name, existing } = pool;
  return {
    stack: `${key}-${environment}`,
    environment,
    pool: terraformName(key),
    poolName: name === undefined ? `${project}-${key}-${environment}` : presumed(name),
    ...(existing && { existing: { userPoolId: presumed(existing.userPoolId) } }),
    allowed: Object.fromEntries(LOSABLE.flatMap((kind) => allowancesOfKind(kind, terraformName(key), pool))),
  };
}

type Allowing = { readonly allowDestroy?: AllowDestroy };
type WrittenClient = Pool["clients"][string];

function allowancesOfKind(
  { type, key, secondKey, per }: ResourceKind,
  poolName: string,
  pool: Pool,
): [string, Allowance][] {
  if (key === "clients")
    return Object.entries(pool.clients ?? {}).flatMap(([name, client]) =>
      allowancesOfClient(name, client).map(([of, allowance]): [string, Allowance] => [
        `${type}.${terraformName(of)}`,
        allowance,
      ]),
    );
  const written = key === undefined ? pool : pool[key as keyof Pool];
  const objects: [string, Allowing][] =
    per === "pool"
      ? [
          [poolName, (written ?? {}) as Allowing],
          [`${poolName}_additional`, ((secondKey && pool[secondKey as keyof Pool]) ?? {}) as Allowing],
        ]
      : Object.entries((written ?? {}) as Readonly<Record<string, Allowing>>).map(([name, object]) => [
          per === "key" ? terraformName(name) : snakeCase(name),
          object,
        ]);
  return objects.flatMap(([name, { allowDestroy }]) => (allowDestroy ? [[`${type}.${name}`, allowDestroy]] : []));
}

/**
 * What is allowed of each generation of a client: of all that exist by `allowDestroy`, and by `retire` of the one that
 * left the list. A client that gets another key in the same edit is known by its former address as well.
 */
function allowancesOfClient(key: string, client: WrittenClient): [string, Allowance][] {
  const { allowDestroy, retire, renamedFrom, generations = [1], current = generations[0] ?? 1 } = client;
  const keys = renamedFrom === undefined ? [key] : [key, renamedFrom];
  const every = allowDestroy
    ? generationsOf({ key, generations, current }).map((each): [string, Allowance] => [each.key, allowDestroy])
    : [];
  if (retire === undefined || generations.includes(retire.generation)) return every;
  return [...every, ...keys.map((each): [string, Allowance] => [generationKey(each, retire.generation), retire])];
}

/** What a text is by default: of a variable, its default. */
function presumed(text: string | { readonly default?: string }): string | undefined {
  return typeof text === "string" ? text : text.default;
}

/** An allowance, and whether it has expired on a given day. */
export type Allowed = Allowance & { readonly expired: boolean };

/**
 * What the config allows for one object of a plan. If the object may belong to several stacks, all of them must allow it.
 *
 * @param pools every pool of the plan
 * @param today YYYY-MM-DD, UTC
 */
export function allowanceFor(
  object: ResourceChange,
  pools: readonly ResourceChange[],
  stacks: readonly StackAllowances[],
  today: string,
): Allowed | undefined {
  const address = `${object.type}.${object.name}`;
  const found = stacksOf(object, pools, stacks).map(({ allowed }) =>
    Object.hasOwn(allowed, address) ? allowed[address] : undefined,
  );
  const [first] = found;
  const replaces = object.change.actions.includes("create");
  if (found.some((each) => replaces && each?.generation !== undefined)) return undefined;
  if (first === undefined || found.some((each) => each === undefined)) return undefined;
  const soonest = (found as Allowance[]).reduce((a, b) => (b.until < a.until ? b : a));
  return { ...soonest, expired: !isAllowed(soonest, today) };
}
