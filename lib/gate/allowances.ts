import { terraformName } from "../config/keys";
import type { LoadedConfig } from "../config/load";
import type { Pool } from "../config/schema";
import type { AllowDestroy } from "../config/schema/allow-destroy";
import type { PoolModel } from "../model/model";
import { part } from "../model/source";
import { known } from "../model/value";

/** What a config lets the gate pass in one stack. */
export interface StackAllowances {
  readonly stack: string;
  readonly environment: string;
  /** Terraform's name of the pool. */
  readonly pool: string;
  /** The pool's name in Cognito, where it is known: tells the environments of a pool apart. */
  readonly poolName?: string;
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
  const clients = model ? part(model.source, "clients")?.value : written.clients;
  const allowed = Object.entries((clients ?? {}) as Record<string, { allowDestroy?: AllowDestroy }>).flatMap(
    ([client, { allowDestroy }]) => (allowDestroy ? [[terraformName(client), allowDestroy] as const] : []),
  );
  const allowPool = model ? model.allowDestroy : written.allowDestroy;
  const name = model ? known(model.pool?.name) : typeof written.name === "object" ? undefined : written.name;
  return {
    stack: `${key}-${environment}`,
    environment,
    pool: terraformName(key),
    poolName: name ?? `${project}-${key}-${environment}`,
    allowClients: Object.fromEntries(allowed),
    ...(allowPool && { allowPool }),
  };
}

/** An allowance as it stands on a day: good, or over. */
export interface Allowed extends AllowDestroy {
  readonly expired: boolean;
}

/**
 * What the config says about one object of a plan. When the plan may be that of several stacks, all of them must say so.
 *
 * @param today YYYY-MM-DD, UTC
 */
export function allowanceFor(
  stacks: readonly StackAllowances[],
  object: { readonly kind: "pool" | "client"; readonly name: string },
  today: string,
): Allowed | undefined {
  const found =
    object.kind === "pool"
      ? stacks.filter(({ pool }) => pool === object.name).map(({ allowPool }) => allowPool)
      : stacks.map(({ allowClients }) =>
          Object.hasOwn(allowClients, object.name) ? allowClients[object.name] : undefined,
        );
  const [first] = found;
  if (first === undefined || found.some((each) => each === undefined)) return undefined;
  const soonest = found.reduce((a, b) =>
    (b as AllowDestroy).until < (a as AllowDestroy).until ? b : a,
  ) as AllowDestroy;
  return { ...soonest, expired: today > soonest.until };
}
