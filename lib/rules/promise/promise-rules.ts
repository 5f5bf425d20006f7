import { formatPath } from "../../config/problem";
import type { ClientModel, PoolModel } from "../../model/model";
import type { PromiseModel } from "../../model/promise";
import { originOf, type Source, written } from "../../model/source";
import { type Message, plain, planText } from "../language/expressions";
import { given } from "../language/statements";
import { quoted } from "../language/text-statements";
import type { ClientRule, Condition, Rule, Violation } from "../rule";
import { type Demand, demandsOf, plannedKeys } from "./demands";
import type { Meaning } from "./predicates";
import { examples } from "./promise-examples";

/** That the promises of the config are true. */
export const promiseRule: ClientRule = {
  id: "PRM-01",
  name: "promise",
  since: "2.1",
  severity: "error",
  subject: "client",
  title: "require every promise of the config to be true",
  why: "A promise says what must be so of the clients in every environment, whatever a variable is set to; whoever relies on it reads the sentence, not the clients.",
  fix: "change the client, or the promise",
  source: ["docs/promises.md"],
  check: (client, pool) =>
    pool.promises.flatMap((promise) => {
      const { meaning, demands } = demandsOf(promise, pool);
      return isBroken(demands, client) ? [violationOf(promise, meaning, client, pool)] : [];
    }),
  conditions: (pool) =>
    pool.promises.flatMap((promise) => {
      const { meaning, demands } = demandsOf(promise, pool);
      return demands.flatMap((demand) => conditionOf(promise, meaning, demand, pool));
    }),
  validation: (client, pool) => {
    for (const promise of pool.promises) {
      const { meaning, demands } = demandsOf(promise, pool);
      const open = demands.find((demand) => isAbout(demand, client) && demand.must.holds(client) === undefined);
      if (open) return { expression: given(open.must, client).over("self"), message: planned(promise, meaning) };
    }
    return undefined;
  },
  examples,
};

export const promiseRules: readonly Rule[] = [promiseRule];

/** Whether what a promise demands of a client certainly fails. */
export function isBroken(demands: readonly Demand[], client: ClientModel): boolean {
  return demands.some((demand) => isAbout(demand, client) && demand.must.holds(client) === false);
}

/** Whether something is demanded of the client. */
export function isAbout({ clients, others }: Demand, client: ClientModel): boolean {
  return clients === "all" || clients.some(({ key }) => key === client.key) !== (others ?? false);
}

/**
 * How a client breaks a promise, at the sentence.
 *
 * @param when values of variables for which it does
 */
export function violationOf(
  { text, index, quantifier }: PromiseModel,
  { says, at }: Meaning,
  client: ClientModel,
  pool: PoolModel,
  when = "",
): Violation {
  const said = typeof says === "function" ? says(client) : says[quantifier === "every" ? 1 : 0];
  const place = formatPath(originOf(client.source, at(client)).path);
  return {
    source: sentences(pool),
    at: ["promises", index],
    message: `${quoted(text)} is broken: ${said}${when} (${place})`,
  };
}

function sentences({ promises }: PoolModel): Source {
  const texts: string[] = [];
  for (const { index, text } of promises) texts[index] = text;
  return written({ promises: texts }, []);
}

/** What Terraform evaluates of the planned clients; nothing where the pool has none that it is about. */
function conditionOf(promise: PromiseModel, meaning: Meaning, demand: Demand, pool: PoolModel): Condition[] {
  const { must } = demand;
  const only = plannedKeys(pool.clients.filter((client) => isAbout(demand, client)));
  if (only.length === 0) return [];
  return [
    {
      on: "client",
      expression: must.over("self"),
      message: planned(promise, meaning),
      ...(demand.clients !== "all" && { only }),
    },
  ];
}

function planned({ text, quantifier }: PromiseModel, { says, planned: own }: Meaning): Message {
  const said = own ?? plain(typeof says === "function" ? "" : says[quantifier === "every" ? 1 : 0]);
  return planText`${plain(quoted(text))} is broken: ${said}`;
}
