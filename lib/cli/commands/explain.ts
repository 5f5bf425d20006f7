import { nearest } from "../../config/validate/nearest";
import { findRule, ruleTexts } from "../../rules";
import { headOf } from "../../rules/conditions";
import { UsageError } from "../../usage-error";
import { type Context, EXIT, type ExitCode } from "../context";

/** `tok1` and `TOK-1` for TOK-01. */
const LOOSE_ID = /^([a-z]+)-?(\d+)$/i;

/** `explain RULE`: the rule of an id or name, its reason, its fix and its sources. @throws UsageError for an unknown rule */
export function explain(given: string, { out, colors }: Context): ExitCode {
  const rule =
    findRule(given.replace(LOOSE_ID, (_, family, number) => `${family}-${number.padStart(2, "0")}`)) ??
    ruleTexts.find(({ name }) => name === given.toLowerCase());
  if (rule === undefined) {
    const ids = ruleTexts.map(({ id }) => id);
    const names = ruleTexts.flatMap(({ name }) => name ?? []);
    const near = nearest(given.toUpperCase(), ids) ?? nearest(given.toLowerCase(), names);
    throw new UsageError(`unknown rule ${given}; ${near ? `did you mean ${near}?` : "docs/rules.md lists every rule"}`);
  }
  out(
    [
      `${colors.bold(headOf(rule))}  ${rule.severity}  ${rule.title}`,
      "",
      rule.why,
      "",
      `fix: ${rule.fix}`,
      ...rule.source.map((source, index) => `${index === 0 ? "see:" : "    "} ${source}`),
      "",
    ].join("\n"),
  );
  return EXIT.ok;
}
