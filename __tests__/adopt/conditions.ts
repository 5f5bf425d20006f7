import type { Plan } from "../../lib/gate/plan-file";

/** How the conditions of the rules that are errors fared in a plan, by the output that has them: `output.rule_set: pass`. */
export function conditionsOf({ checks = [] }: Pick<Plan, "checks">): readonly string[] {
  return checks
    .filter(({ address }) => address.kind === "output_value")
    .map(({ address, status }) => `${address.to_display}: ${status}`)
    .sort();
}
