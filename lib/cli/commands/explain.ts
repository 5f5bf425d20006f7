import { isShuffled, nearest } from "../../config/validate/nearest";
import { ruleTexts } from "../../rules";
import { headOf } from "../../rules/conditions";
import { writtenRule } from "../../rules/meant-rule";
import type { RuleText } from "../../rules/rule";
import { familyOf } from "../../rules/severity";
import { UsageError } from "../../usage-error";
import { type Context, EXIT, type ExitCode } from "../context";

/**
 * `explain RULE`: the rule of an id or name, its reason, its fix and its sources; of a family such as TOK, its rules.
 *
 * @throws UsageError for an unknown rule
 */
export function explain(given: string, { out, colors }: Context): ExitCode {
  const rule = writtenRule(given, ruleTexts);
  const family = ruleTexts.filter(({ id }) => familyOf(id) === given.toUpperCase().replace(/-$/, ""));
  if (rule === undefined && family.length === 0)
    throw new UsageError(`unknown rule ${given}; ${suggestion(given) ?? "docs/rules.md lists every rule"}`);
  out(rule === undefined ? family.map((each) => `${headLine(each, colors)}\n`).join("") : explanation(rule, colors));
  return EXIT.ok;
}

function headLine(rule: RuleText, colors: Context["colors"]): string {
  return `${colors.bold(headOf(rule))}  ${rule.severity}  ${rule.title}`;
}

function explanation(rule: RuleText, colors: Context["colors"]): string {
  return [
    headLine(rule, colors),
    "",
    rule.why,
    "",
    `fix: ${rule.fix}`,
    ...rule.source.map((source, index) => `${index === 0 ? "see:" : "    "} ${source}`),
    "",
  ].join("\n");
}

/** The rule or the family that was probably meant; of an id that a family does not have, the family. */
function suggestion(given: string): string | undefined {
  const ids = ruleTexts.map(({ id }) => id);
  const families = [...new Set(ids.map(familyOf))];
  const names = ruleTexts.flatMap(({ name }) => name ?? []);
  const near = nearest(given.toUpperCase(), ids) ?? nearest(given.toLowerCase(), names);
  if (near !== undefined) return `did you mean ${near}?`;
  const letters = /^[a-z]*/i.exec(given)?.[0].toUpperCase() ?? "";
  const begun = families.filter((family) => letters.length > 1 && family.startsWith(letters));
  const family =
    begun.length === 1 ? begun[0] : (families.find((each) => isShuffled(each, letters)) ?? nearest(letters, families));
  return family && `cdktf-cognito explain ${family} lists the rules of ${family}`;
}
