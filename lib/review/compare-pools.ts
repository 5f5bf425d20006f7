import type { PoolModel } from "../model/model";
import { originOf, written } from "../model/source";
import { addedPool } from "./additions";
import { compareApplyOrder } from "./apply-order";
import { compareAttachments } from "./attachments";
import type { Difference, Told } from "./change";
import { compareClients } from "./compare-clients";
import { effective, same } from "./effective";
import { ENVIRONMENT_FACETS } from "./environment-facets";
import { compareFacets, difference } from "./facet";
import { compareGuardrails } from "./guardrails";
import { PASSWORD_FACETS } from "./password-facets";
import { POOL_FACETS } from "./pool-facets";
import { poolQuotas } from "./quotas";
import { compareSchema } from "./schema";
import { USER_POOL_FACETS } from "./user-pool-facets";
import { count, listed, shown } from "./wording";

/** The differences of one pool in one environment. */
export interface PoolDifferences {
  readonly environment: string;
  readonly pool: string;
  /** The clients on either side: what "every client" means. */
  readonly clients: readonly string[];
  readonly differences: readonly Difference[];
}

/**
 * Compares what two configs mean, pool by pool and environment by environment. Pure: reads nothing but the models.
 * What means the same is silent: order, units, where a value was written.
 */
export function comparePools(base: readonly PoolModel[], head: readonly PoolModel[]): PoolDifferences[] {
  const idOf = ({ key, environment }: PoolModel) => JSON.stringify([key, environment.key]);
  const before = new Map(base.map((pool) => [idOf(pool), pool]));
  const after = new Map(head.map((pool) => [idOf(pool), pool]));
  const stays = [...after.keys()].some((id) => before.has(id));
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const pool = (is ?? was) as PoolModel;
    const differences = [
      ...(base[0] && is && (was || !stays) ? guardrails(base[0], is) : []),
      ...(was && is ? comparePool(was, is) : is ? addedPool(is) : [removal(pool)]),
    ];
    const clients = new Set([...(is?.clients ?? []), ...(was?.clients ?? [])].map(({ key }) => key));
    return differences.length === 0
      ? []
      : [{ environment: pool.environment.key, pool: pool.key, clients: [...clients], differences }];
  });
}

function comparePool(before: PoolModel, after: PoolModel): Difference[] {
  const side = <T>(pool: PoolModel, subject: T, source = pool.source) => ({
    subject,
    source,
    variables: pool.variables,
  });
  const of = (told: Told) => difference(told, before, after);
  return [
    ...compareFacets(
      ENVIRONMENT_FACETS,
      side(before, before.environment, before.environment.source),
      side(after, after.environment, after.environment.source),
    ),
    ...[...management(before, after)].map(of),
    ...compareFacets(POOL_FACETS, side(before, before), side(after, after)),
    ...(before.pool && after.pool
      ? [
          ...compareFacets(
            [...USER_POOL_FACETS, ...PASSWORD_FACETS],
            side(before, before.pool),
            side(after, after.pool),
          ),
          ...[...compareSchema(before, after)].map(of),
        ]
      : []),
    ...[...compareAttachments(before, after)].map(of),
    ...[...compareApplyOrder(before, after)].map(of),
    ...[...sensitivity(before, after)].map(of),
    ...poolQuotas(before, after).map(of),
    ...compareClients(before, after),
  ];
}

/** Whether the pool is managed here, or which pool it is. */
function* management(before: PoolModel, after: PoolModel): Iterable<Told> {
  const [was, is] = [before, after].map((pool) => effective(pool.existing?.userPoolId, pool.variables));
  if (same(was, is)) return;
  const told = { risk: "breaks" as const, at: ["existing"], before: was ?? null, after: is ?? null };
  if (before.pool)
    yield {
      ...told,
      what: `managed elsewhere, as ${shown(is)}`,
      why: "Terraform destroys the pool that was managed here, and makes every client anew",
    };
  else if (after.pool)
    yield {
      ...told,
      what: `managed here instead of ${shown(was)}`,
      why: "Terraform makes a new pool and every client anew",
    };
  else
    yield {
      ...told,
      what: `user pool ${shown(is)} instead of ${shown(was)}`,
      why: "every client is made anew in the other pool",
    };
}

/** Variables whose values Terraform shows now, or hides; and hidden defaults that no comparison may print. */
function* sensitivity(before: PoolModel, after: PoolModel): Iterable<Told> {
  for (const variable of after.variables) {
    const known = before.variables.find(({ name }) => name === variable.name);
    if (known === undefined) continue;
    const told = { at: [], before: known.sensitive, after: variable.sensitive };
    if (known.sensitive !== variable.sensitive)
      yield {
        ...told,
        risk: variable.sensitive ? "notes" : "opens",
        what: `Terraform ${variable.sensitive ? "hides" : "shows"} the value of ${shown({ var: variable.name })}`,
        why: variable.sensitive ? "plans and logs no longer show it" : "plans and logs show it",
      };
    else if (variable.sensitive && !same(known.default, variable.default))
      yield {
        ...told,
        risk: "changes",
        what: `another default of ${shown({ var: variable.name })}`,
        why: "the value is sensitive, and so not shown",
      };
  }
}

function removal(pool: PoolModel): Difference {
  const told: Told = {
    risk: "breaks",
    what: `the user pool is removed from ${pool.environment.key}${
      pool.clients.length > 0
        ? `, with ${count(pool.clients.length, "client")}: ${listed(pool.clients.map(({ key }) => key))}`
        : ""
    }`,
    why: pool.pool
      ? "every user and client id is lost, unless deletion protection stops it or the state lets go of it first"
      : "every client id is lost; the pool itself is managed elsewhere",
    at: [],
    before: pool.stack,
    after: null,
  };
  return { ...told, origin: { side: "base", path: originOf(pool.source, []).path, target: "key" } };
}

/** They are the config's, and each pool has them: told of those that stay, or of the new ones when none does. */
function guardrails(before: PoolModel, after: PoolModel): Difference[] {
  const root = ({ guardrails }: PoolModel) => ({ source: written({ guardrails }, []) });
  const told = compareGuardrails(before.guardrails, after.guardrails);
  return [...told].map((each) => difference(each, root(before), root(after)));
}
