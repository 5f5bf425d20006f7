import { formRules } from "./config-form";
import type { Rule, RuleText } from "./rule";

export { RULE_SET_VERSION } from "./version";

/** Every rule that judges a model, by family. */
export const rules: readonly Rule[] = [];

/** Every id that a finding can have, with its text. */
export const ruleTexts: readonly RuleText[] = [...formRules, ...rules];

/** The rule of an id, in whatever case it is written. */
export function findRule(id: string): RuleText | undefined {
  return ruleTexts.find((rule) => rule.id === id.toUpperCase());
}
