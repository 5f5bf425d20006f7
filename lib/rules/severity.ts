import type { ClientModel, Guardrails, PoolModel } from "../model/model";
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

/**
 * Whether an error about an object can be acknowledged: only about one that is adopted, of which the lock file knows that AWS
 * has it so, and never one about the adoption itself.
 */
export function isAcknowledgeable(
  rule: RuleText,
  { adopted }: Pick<PoolModel | ClientModel, "adopted">,
  guardrails: Guardrails,
): boolean {
  return adopted !== undefined && familyOf(rule.id) !== "ADO" && changedSeverity(rule, guardrails) !== "error";
}

/** `TOK` of `TOK-01`. */
export function familyOf(id: string): string {
  return id.slice(0, id.indexOf("-"));
}
