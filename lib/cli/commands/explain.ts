import { nearest } from "../../config/validate/nearest";
import { findRule, ruleTexts } from "../../rules";
import { headOf } from "../../rules/conditions";
import { type Context, EXIT, type ExitCode } from "../context";

/** `tok1` and `TOK-1` for TOK-01. */
const LOOSE_ID = /^([a-z]+)-?(\d+)$/i;

/** `explain RULE`: the rule of an id or name, its reason, its fix and its sources. */
export function explain(given: string, { out, err, colors }: Context): ExitCode {
  const rule =
    findRule(given.replace(LOOSE_ID, (_, family, number) => `${family}-${number.padStart(2, "0")}`)) ??
    ruleTexts.find(({ name }) => name === given.toLowerCase());
  if (rule === undefined) {
    const ids = ruleTexts.map(({ id }) => id);
    const names = ruleTexts.flatMap(({ name }) => name ?? []);
    const near = nearest(given.toUpperCase(), ids) ?? nearest(given.toLowerCase(), names);
    err(`unknown rule ${given}; ${near ? `did you mean ${near}?` : "docs/rules.md lists every rule"}\n`);
    return EXIT.usage;
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
