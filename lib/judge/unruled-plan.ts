import { hasRuleSet } from "../gate/conditions";
import type { Plan } from "../gate/plan-file";
import { type GateDiagnostic, refused } from "../gate/verdict";
import { findRule } from "../rules";
import { judgePlan } from "./judge-plan";

/**
 * What the gate refuses of a plan that does not carry the rules, as hand-written Terraform does not: what AWS refuses of
 * the resources that the plan creates or updates. Warnings are for `judge` to report.
 */
export function unruledJudgements(plan: Plan): GateDiagnostic[] {
  if (hasRuleSet(plan)) return [];
  const changed = (plan.resource_changes ?? [])
    .filter(({ change: { actions } }) => actions.includes("create") || actions.includes("update"))
    .map(({ address }) => address);
  return judgePlan(plan)
    .filter(({ level, path }) => level === "error" && changed.some((address) => isOf(path, address)))
    .map(({ code, path, message, fix }) =>
      refused("broken-rule", path, {
        message: `${code}: ${message}`,
        why: findRule(code)?.why ?? "",
        ...(fix !== undefined && { fix }),
      }),
    );
}

function isOf(path: string, address: string): boolean {
  return path === address || path.startsWith(`${address}.`);
}
