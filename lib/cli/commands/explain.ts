import { nearest } from "../../config/validate/nearest";
import { findRule, ruleTexts } from "../../rules";
import { type Context, EXIT, type ExitCode } from "../context";

/** `explain RULE`: the rule, its reason, its fix and its sources. */
export function explain(id: string, { out, err, colors }: Context): ExitCode {
  const rule = findRule(id);
  if (rule === undefined) {
    const near = nearest(
      id.toUpperCase(),
      ruleTexts.map((each) => each.id),
    );
    err(`unknown rule ${id}${near ? `; did you mean ${near}?` : ""}\n`);
    return EXIT.usage;
  }
  out(
    [
      `${colors.bold(rule.id)}  ${rule.severity}  ${rule.title}`,
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
