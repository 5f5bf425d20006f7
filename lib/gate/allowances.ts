import { terraformName } from "../config/keys";
import type { LoadedConfig } from "../config/load";
import type { Pool } from "../config/schema";
import type { AllowDestroy, PoolModel } from "../model/model";
import { POOL, stacksOf } from "./belonging";
import type { ResourceChange } from "./plan-file";

/** What a config lets the gate pass in one stack. */
export interface StackAllowances {
  readonly stack: string;
  readonly environment: string;
  /** Terraform's name of the pool. */
  readonly pool: string;
  /** The pool's name in Cognito, where it is known: tells the environments of a pool apart. */
  readonly poolName: string | undefined;
  /** Of a pool that is managed elsewhere, its id where it is known. */
  readonly existing?: { readonly userPoolId: string | undefined };
  readonly allowPool?: AllowDestroy;
  /** By Terraform's name of the client. */
  readonly allowClients: Readonly<Record<string, AllowDestroy>>;
}

/**
 * Reads what a config lets the gate pass, for every pool in every environment: also of pools and clients that exist
 * there no longer (`only: []`), which is how something that is to be destroyed stays in the file until it is.
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
  const { name, existing, clients, allowDestroy } = (model ? model.source.value : written) as Pool;
  const allowed = Object.entries(clients).flatMap(([client, { allowDestroy }]) =>
    allowDestroy ? [[terraformName(client), allowDestroy] as const] : [],
  );
  return {
    stack: `${key}-${environment}`,
    environment,
    pool: terraformName(key),
    poolName: name === undefined ? `${project}-${key}-${environment}` : presumed(name),
    ...(existing && { existing: { userPoolId: presumed(existing.userPoolId) } }),
    allowClients: Object.fromEntries(allowed),
    ...(allowDestroy && { allowPool: allowDestroy }),
  };
}

/** What a text is where nobody says otherwise: of a variable, its default. */
function presumed(text: string | { readonly default?: string }): string | undefined {
  return typeof text === "string" ? text : text.default;
}

/** An allowance as it stands on a day: good, or over. */
export interface Allowed extends AllowDestroy {
  readonly expired: boolean;
}

/**
 * What the config says about one object of a plan. When it may be of several stacks, all of them must say so.
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
  const found = stacksOf(object, pools, stacks).map(({ allowPool, allowClients }) => {
    if (object.type === POOL) return allowPool;
    return Object.hasOwn(allowClients, object.name) ? allowClients[object.name] : undefined;
  });
  const [first] = found;
  if (first === undefined || found.some((each) => each === undefined)) return undefined;
  const soonest = found.reduce((a, b) =>
    (b as AllowDestroy).until < (a as AllowDestroy).until ? b : a,
  ) as AllowDestroy;
  return { ...soonest, expired: today > soonest.until };
}
