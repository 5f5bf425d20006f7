import { generationsOf } from "../model/generations";
import { type ClientModel, domainName, domainsOf, type PoolModel } from "../model/model";
import { objectKeys } from "./language/subjects";
import type { Rule, Severity, Subject, Violation } from "./rule";
import { isAcknowledgeable } from "./severity";

/**
 * The objects of a kind that a condition leaves out, since what it says of them is acknowledged: by their keys in
 * `lib/rules/language/subjects.ts`.
 *
 * @param severity of the condition, under the guardrails
 */
export function acknowledgedObjects(rule: Rule, on: Subject, severity: Severity, pool: PoolModel): ReadonlySet<string> {
  return severity === "warning" ? ofWarning(rule, on, pool) : ofError(rule, on, pool);
}

/** Of a warning: a client by itself, anything else by the pool. */
function ofWarning({ id, subject }: Rule, on: Subject, pool: PoolModel): ReadonlySet<string> {
  if (subject !== "client") return new Set(id in pool.acknowledge ? objectKeys(on, pool) : []);
  const accepting = pool.clients.filter(({ acknowledge }) => id in acknowledge);
  return new Set(accepting.flatMap((client) => [client.key, ...generationsOf(client).map(({ key }) => key)]));
}

/**
 * Of an error of what is adopted: what has it today. Of a client its first generation, which is what was adopted; of a pool
 * the objects at which the check finds it, or all of them where it is at none of them alone.
 */
function ofError(rule: Rule, on: Subject, pool: PoolModel): ReadonlySet<string> {
  const accepts = (subject: PoolModel | ClientModel) =>
    rule.id in subject.acknowledge && isAcknowledgeable(rule, subject, pool.guardrails);
  const errors = (found: Iterable<Violation>) =>
    [...found].filter(({ severity = rule.severity }) => severity === "error");
  if (rule.subject === "client") {
    const accepting = pool.clients.filter((each) => accepts(each) && errors(rule.check(each, pool)).length > 0);
    return new Set(accepting.map(({ key }) => key));
  }
  if (!accepts(pool)) return new Set();
  const found = errors(rule.check(pool)).map((each) => objectAt(each, pool));
  const keys = objectKeys(on, pool);
  return found.includes(undefined) ? new Set(keys) : new Set(keys.filter((key) => found.includes(key)));
}

/** The key of the object at which a violation is: one of those of which a pool may have several. */
function objectAt({ at: [key, name], source }: Violation, pool: PoolModel): string | undefined {
  if (source !== undefined) return pool.clients.find((client) => client.source === source)?.key;
  const domain = domainsOf(pool).find((each) => each.key === key);
  if (domain !== undefined) return domainName(pool, domain);
  return MAPS.includes(key) && typeof name === "string" ? name : undefined;
}

const MAPS: readonly unknown[] = ["resourceServers", "identityProviders", "groups"];
