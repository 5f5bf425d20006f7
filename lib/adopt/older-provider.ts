import { later, usableFrom } from "../cognito/provider-versions";
import { RESOURCES, type Resource } from "../cognito/resources";
import { terraformName } from "../config/keys";
import type { PoolModel } from "../model/model";
import { stylesOf } from "../model/placed";

/** An object that a plan leaves out, since no AWS provider that knows it can be had. */
export interface LeftOut {
  readonly address: string;
  /** The first version of the AWS provider that can be used with it: `6.13.0`. */
  readonly least: string;
}

/** Pools as one AWS provider can plan them. */
export interface PlannablePools {
  readonly pools: readonly PoolModel[];
  /** What is left out of each stack. */
  readonly leftOut: ReadonlyMap<string, readonly LeftOut[]>;
}

/** What a pool has of a kind of resource: the keys in its addresses, and the pool without it. */
interface Part {
  readonly keysOf: (pool: PoolModel) => readonly string[];
  readonly without: (pool: PoolModel) => PoolModel;
}

/** The kinds of resource that the oldest AWS provider does not know. */
const NEWER: Readonly<Partial<Record<Resource, Part>>> = {
  logDelivery: {
    keysOf: ({ key, logDelivery }) => (logDelivery === undefined ? [] : [key]),
    without: ({ logDelivery: _, ...pool }) => pool,
  },
  branding: {
    keysOf: (pool) => stylesOf(pool).flatMap(({ keys }) => keys),
    without: (pool) => ({ ...pool, clients: pool.clients.map(({ branding: _, ...client }) => client) }),
  },
};

/** The pools whole, and then without what ever older AWS providers do not know. */
export function forOlderProviders(pools: readonly PoolModel[]): readonly PlannablePools[] {
  const parts = Object.entries(NEWER)
    .filter(([, { keysOf }]) => pools.some((pool) => keysOf(pool).length > 0))
    .map(([resource, part]) => {
      const { type } = RESOURCES[resource as Resource];
      return { ...part, type, least: usableFrom(type) };
    })
    .sort((a, b) => (later(a.least, b.least) === a.least ? -1 : 1));
  return parts.reduce<readonly [PlannablePools, ...PlannablePools[]]>(
    ([newest, ...older], { type, least, keysOf, without }) => {
      const before = older.at(-1) ?? newest;
      const leftOut = before.pools.map((pool) => {
        const objects = keysOf(pool).map((key) => ({ address: `${type}.${terraformName(key)}`, least }));
        return [pool.stack, [...(before.leftOut.get(pool.stack) ?? []), ...objects]] as const;
      });
      return [newest, ...older, { pools: before.pools.map(without), leftOut: new Map(leftOut) }];
    },
    [{ pools, leftOut: new Map() }],
  );
}
