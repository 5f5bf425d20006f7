import { type Diagnostic, sentenceOf } from "../diagnostics/diagnostic";
import { grouped } from "../diagnostics/group";
import type { Report } from "../diagnostics/report";
import { count } from "../text/quoted";
import { findRule } from "./index";
import type { Severity } from "./rule";
import { RULE_SET_VERSION } from "./version";

/** A diagnostic of a config as the JSON form has it, once for each stack: a contract. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Stack in which it was found; `null` for the form of the file itself. */
  readonly stack: string | null;
  readonly path: string;
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly message: string;
  readonly fix: string;
  readonly docs: string;
  readonly acknowledged?: string | undefined;
}

/** How many diagnostics of a config there are; those that were acknowledged are not counted. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly stacks: number;
}

/** Where `docs/rules.md` explains a rule. */
export function docsOf(rule: string): string {
  return `docs/rules.md#${rule.toLowerCase()}`;
}

/** The JSON form of a diagnostic of a config. */
export function findingOf(diagnostic: Diagnostic): Finding {
  const { code, level, stacks, path, file = "", line, column, fix = "", docs = "", acknowledged } = diagnostic;
  return {
    rule: code,
    severity: level === "error" ? "error" : "warning",
    stack: stacks[0] ?? null,
    path,
    file,
    line,
    column,
    message: sentenceOf(diagnostic),
    fix,
    docs,
    acknowledged,
  };
}

/**
 * The report of what is wrong with a config.
 *
 * @param diagnostics one for each stack
 * @param stacks every stack that was judged
 * @param lines of the config file, where it keeps positions
 */
export function configReport(
  diagnostics: readonly Diagnostic[],
  stacks: readonly string[],
  lines: readonly string[] | undefined,
  command: Report["command"] = "check",
): Report {
  const groups = grouped(diagnostics);
  const { errors, warnings } = summarize(groups, stacks.length);
  return {
    command,
    diagnostics: groups,
    conclusion: `${count(errors, "error")}, ${count(warnings, "warning")} in ${count(stacks.length, "stack")}`,
    json: { findings: diagnostics.map(findingOf), summary: summarize(diagnostics, stacks.length) },
    lines,
    stacks,
    describe,
    ruleSet: RULE_SET_VERSION,
  };
}

function summarize(diagnostics: readonly Diagnostic[], stacks: number): Summary {
  const counted = diagnostics.filter(({ acknowledged }) => acknowledged === undefined);
  return {
    errors: diagnostics.filter(({ level }) => level === "error").length,
    warnings: counted.filter(({ level }) => level === "warning").length,
    stacks,
  };
}

/** What is known of a rule, for code scanning. */
export const describe: Report["describe"] = (code) => {
  const rule = findRule(code);
  if (rule === undefined) return { title: code, level: "error" };
  const { title, name, why, fix, source, severity: level } = rule;
  return { title, name, why, fix, level, help: source.find((each) => each.startsWith("https://")) };
};
