import { type Diagnostic, sentenceOf } from "../diagnostics/diagnostic";
import type { Report } from "../diagnostics/report";
import { describe } from "../rules/finding";
import { RULE_SET_VERSION } from "../rules/version";
import { count, plain } from "../text/quoted";

/** How many diagnostics of each level there are. */
export interface JudgeSummary {
  readonly errors: number;
  readonly warnings: number;
  /** Resources about which a part of the rules is not decided before an apply. */
  readonly notDecidable: number;
}

/** The report on somebody's plan: errors first. */
export function judgeReport(diagnostics: readonly Diagnostic[]): Report {
  const sorted = (["error", "warning", "note"] as const).flatMap((level) =>
    diagnostics.filter((each) => each.level === level),
  );
  const summary = summarize(diagnostics);
  const rest =
    summary.notDecidable > 0 ? `; not decidable before an apply: ${count(summary.notDecidable, "resource")}` : "";
  return {
    command: "judge",
    diagnostics: sorted,
    conclusion: `${count(summary.errors, "error")}, ${count(summary.warnings, "warning")}${rest}`,
    json: { findings: sorted.map(findingOf), summary },
    describe: (code) =>
      code === "not-decidable" ? { title: "a value is known only after an apply", level: "note" } : describe(code),
    ruleSet: RULE_SET_VERSION,
  };
}

export function summarize(diagnostics: readonly Diagnostic[]): JudgeSummary {
  const of = (wanted: Diagnostic["level"]) => diagnostics.filter(({ level }) => level === wanted).length;
  return { errors: of("error"), warnings: of("warning"), notDecidable: of("note") };
}

/** The JSON form of a diagnostic: a contract. */
function findingOf(diagnostic: Diagnostic) {
  const { code, level, path, fix, docs } = diagnostic;
  return { rule: code, level, address: path, message: plain(sentenceOf(diagnostic)), fix, docs };
}
