import type { PoolModel } from "../model/model";
import { originOf } from "../model/source";
import { count, listed } from "../text/quoted";
import { addedPool } from "./additions";
import type { Difference } from "./change";
import { compareGuardrails, comparePool } from "./pool/pool";
import { comparePromises } from "./promises";

/** The differences of one pool in one environment. */
export interface PoolDifferences {
  readonly environment: string;
  readonly pool: string;
  /** The clients of either side: what "every client" means. */
  readonly clients: readonly string[];
  readonly differences: readonly Difference[];
}

/**
 * Compares what two configs mean, pool by pool and environment by environment. Pure: reads only the models.
 * Order, units and the place in which a value is written are not differences.
 */
export function comparePools(base: readonly PoolModel[], head: readonly PoolModel[]): PoolDifferences[] {
  const idOf = ({ key, environment }: PoolModel) => JSON.stringify([key, environment.key]);
  const before = new Map(base.map((pool) => [idOf(pool), pool]));
  const after = new Map(head.map((pool) => [idOf(pool), pool]));
  /** Guardrails and promises belong to the config, and every pool has them: compared at pools of both, or else at new pools. */
  const stays = [...after.keys()].some((id) => before.has(id));
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const pool = (is ?? was) as PoolModel;
    const differences = [
      ...(base[0] && is && (was || !stays) ? [...compareGuardrails(base[0], is), ...comparePromises(base[0], is)] : []),
      ...(was && is ? comparePool(was, is) : is ? addedPool(is) : [removal(pool)]),
    ];
    const clients = new Set([...(is?.clients ?? []), ...(was?.clients ?? [])].map(({ key }) => key));
    return differences.length === 0
      ? []
      : [{ environment: pool.environment.key, pool: pool.key, clients: [...clients], differences }];
  });
}

function removal(pool: PoolModel): Difference {
  const verdict: Omit<Difference, "origin"> = {
    risk: "breaks",
    what: `the user pool is removed from ${pool.environment.key}${
      pool.clients.length > 0
        ? `, with ${count(pool.clients.length, "client")}: ${listed(pool.clients.map(({ key }) => key))}`
        : ""
    }`,
    why: pool.pool
      ? "every user and client id is lost; AWS refuses while deletion protection is on, so that deletionProtection: false is applied first"
      : "every client id is lost; the pool itself is managed elsewhere",
    at: [],
    before: pool.stack,
    after: null,
  };
  return { ...verdict, origin: { side: "base", path: originOf(pool.source, []).path, target: "key" } };
}
