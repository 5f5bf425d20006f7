import { generationsOf } from "../../model/generations";
import type { ClientModel, PoolModel } from "../../model/model";
import type { PromisedClients, PromiseModel, Within } from "../../model/promise";
import { any, type ClientStatement, implies, not } from "../language/statements";
import { isConfidential } from "../language/trust";
import { type Meaning, meaningOf } from "./predicates";

/** What a promise demands of clients of one pool in one environment. */
export interface Demand {
  readonly must: ClientStatement;
  /** The clients that it is about; of `others`, all but these. */
  readonly clients: "all" | readonly ClientModel[];
  readonly others?: true;
}

/** What a promise demands there, and what its predicate means. */
export function demandsOf(promise: PromiseModel, pool: PoolModel): { meaning: Meaning; demands: readonly Demand[] } {
  const meaning = meaningOf(promise.predicate, pool);
  const { holds, concerns } = meaning;
  const concerned = (must: ClientStatement) => (concerns ? implies(concerns, must) : must);
  return { meaning, demands: demands(promise, pool, concerned(not(holds)), concerned(holds)) };
}

function demands(
  { quantifier, subject }: PromiseModel,
  pool: PoolModel,
  isNot: ClientStatement,
  is: ClientStatement,
): readonly Demand[] {
  const isHere = subject.within.every((each) => contains(each, pool));
  const named = pool.clients.filter((client) => isNamed(subject, client));
  const clients: Demand["clients"] = isUnnamed(subject) ? "all" : named;
  const trust = subject.trust && (subject.trust === "confidential" ? isConfidential : not(isConfidential));
  if (quantifier !== "only") {
    const must = quantifier === "no" ? isNot : is;
    return isHere ? [{ clients, must: trust ? implies(trust, must) : must }] : [];
  }
  if (!isHere) return [{ clients: "all", must: isNot }];
  return [
    ...(clients === "all" ? [] : [{ clients, others: true, must: isNot } satisfies Demand]),
    ...(trust ? [{ clients, must: any(trust, isNot) }] : []),
  ];
}

/** Keys of the planned objects of clients: of one that is rotated, of each generation. */
export function plannedKeys(clients: readonly ClientModel[]): string[] {
  return clients.flatMap((client) => generationsOf(client).map(({ key }) => key));
}

function contains(within: Within, { key, environment }: PoolModel): boolean {
  const { kind, name } = within;
  if (kind === "platform") return true;
  return (kind !== "environment" && name === key) || (kind !== "pool" && name === environment.key);
}

function isUnnamed({ keys, within }: PromisedClients): boolean {
  return keys === undefined && !within.some(({ kind }) => kind === "platform");
}

function isNamed({ keys, within }: PromisedClients, { key, platform }: ClientModel): boolean {
  return (keys?.includes(key) ?? true) && within.every(({ kind, name }) => kind !== "platform" || name === platform);
}
