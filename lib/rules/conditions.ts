import type { ClientModel, PoolModel } from "../model/model";
import { rules } from "./index";
import type { AttachedCondition, Condition, References, Rule, Severity } from "./rule";

/** A condition together with the rule that it keeps. */
export interface GuardedCondition extends Condition {
  readonly rule: string;
  readonly severity: Severity;
}

/**
 * What Terraform shall evaluate over a client, in the order of the rules; nothing that the client acknowledges, and
 * nothing that the provider refuses before conditions are asked.
 */
export function clientConditions(client: ClientModel, pool: PoolModel, refs: References): GuardedCondition[] {
  return rules.flatMap((rule) =>
    rule.subject === "client" && !rule.refusedByProvider
      ? guarded(rule, rule.condition?.(client, pool, refs)).filter(notAcceptedBy(client))
      : [],
  );
}

/** What Terraform shall evaluate over a managed user pool, in the order of the rules; nothing that it acknowledges. */
export function poolConditions(pool: PoolModel, refs: References): GuardedCondition[] {
  return rules
    .flatMap((rule) => (rule.subject === "pool" ? guarded(rule, rule.condition?.(pool, refs)) : []))
    .filter(notAcceptedBy(pool));
}

/** What Terraform shall evaluate over the resources that hang on a pool, each with the resource it is about. */
export function attachedConditions(pool: PoolModel, refs: References): (GuardedCondition & AttachedCondition)[] {
  return rules
    .flatMap((rule) =>
      rule.subject === "pool" ? (rule.conditions?.(pool, refs) ?? []).flatMap((each) => guarded(rule, each)) : [],
    )
    .filter(notAcceptedBy(pool));
}

function notAcceptedBy({ acknowledge }: PoolModel | ClientModel): (condition: GuardedCondition) => boolean {
  return ({ rule, severity }) => severity === "error" || !(rule in acknowledge);
}

/** A condition of a rule, as a list of none or one. */
export function guarded<C extends Condition>(rule: Rule, condition: C | undefined): (C & GuardedCondition)[] {
  return condition === undefined ? [] : [{ severity: rule.severity, ...condition, rule: rule.id }];
}
