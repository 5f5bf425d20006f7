import type { Guardrails } from "../model/model";
import type { RuleText, Severity } from "./rule";

/** What the guardrails make of a warning: an error, or nothing; undefined where they do not name its rule or family. */
export function changedSeverity(
  { id }: Pick<RuleText, "id">,
  { severity = {} }: Guardrails,
): "error" | "off" | undefined {
  return severity[id] ?? severity[familyOf(id)];
}

/** The severity of a violation under the guardrails, which change warnings alone. */
export function severityUnder(rule: RuleText, own: Severity, guardrails: Guardrails): Severity | "off" {
  return own === "warning" ? (changedSeverity(rule, guardrails) ?? own) : own;
}

/** `TOK` of `TOK-01`. */
export function familyOf(id: string): string {
  return id.slice(0, id.indexOf("-"));
}
