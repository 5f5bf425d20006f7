import type { ClientModel, PoolModel } from "../model/model";
import { rules } from "./index";
import type { Condition, References, Rule, Severity } from "./rule";

/** A condition together with the rule that it keeps. */
export interface GuardedCondition extends Condition {
  readonly rule: string;
  readonly severity: Severity;
}

/** What Terraform shall evaluate over a client, in the order of the rules. */
export function clientConditions(client: ClientModel, pool: PoolModel, refs: References): GuardedCondition[] {
  return rules.flatMap((rule) =>
    rule.subject === "client" ? guarded(rule, rule.condition?.(client, pool, refs), client.acknowledge) : [],
  );
}

/** What Terraform shall evaluate over a managed user pool, in the order of the rules. */
export function poolConditions(pool: PoolModel, refs: References): GuardedCondition[] {
  return rules.flatMap((rule) => (rule.subject === "pool" ? guarded(rule, rule.condition?.(pool, refs)) : []));
}

/** A warning that was accepted asks Terraform nothing. */
function guarded(
  rule: Rule,
  condition: Condition | undefined,
  acknowledge: Readonly<Record<string, string>> = {},
): GuardedCondition[] {
  if (condition === undefined || (rule.severity === "warning" && rule.id in acknowledge)) return [];
  return [{ rule: rule.id, severity: rule.severity, ...condition }];
}
