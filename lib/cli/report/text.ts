import type { Context } from "../context";
import { type GroupedFinding, groupFindings, type Summary } from "./group";
import type { Report } from "./index";

/** For people: where, what, the line with a pointer, and the way out. */
export function textReport({ findings, summary, lines }: Report, colors: Context["colors"]): string {
  return [
    ...groupFindings(findings).map((finding) => findingText(finding, lines, colors)),
    summaryText(summary, colors),
  ].join("\n");
}

function findingText(finding: GroupedFinding, lines: readonly string[] | undefined, colors: Context["colors"]): string {
  const place = [finding.file, finding.line, finding.column].filter((each) => each !== undefined).join(":");
  const severity = finding.severity === "error" ? colors.red("error") : colors.yellow("warning");
  const head = [colors.bold(place), `${severity} ${colors.bold(finding.rule)}`, printable(finding.path)]
    .filter(Boolean)
    .join("  ");
  if (finding.acknowledged !== undefined)
    return `${head}\n  ${printable(finding.message)}\n  acknowledged: ${printable(finding.acknowledged)}\n`;
  const fix = `fix: ${printable(finding.fix)}`;
  const text = [
    head,
    `  ${printable(finding.message)}${finding.stacks.length > 0 ? colors.dim(`  (${reach(finding.stacks)})`) : ""}`,
    ...pointer(finding, lines, colors).map((line) => `  ${line}`),
    `  ${fix.padEnd(30)} ${colors.dim(`more: cdktf-cognito explain ${finding.rule}`)}`,
  ];
  return `${text.join("\n")}\n`;
}

/** The source line, and a pointer under the part that the finding is about; a window of a line that is too long. */
function pointer(
  { line, column, length }: GroupedFinding,
  lines: readonly string[] | undefined,
  colors: Context["colors"],
): string[] {
  const source = line === undefined ? undefined : lines?.[line - 1];
  if (source === undefined || column === undefined || line === undefined) return [];
  const start = column > 80 ? column - 40 : 1;
  const shown = printable(source.slice(start - 1, start + 119));
  const gutter = " ".repeat(String(line).length);
  const under = Math.max(1, Math.min(length ?? 1, shown.length - (column - start)));
  return [
    `${colors.dim(`${line} |`)} ${shown}`,
    `${colors.dim(`${gutter} |`)} ${" ".repeat(column - start)}${colors.red("^".repeat(under))}`,
  ];
}

function reach(stacks: readonly string[]): string {
  return stacks.length > 3 ? `${stacks.slice(0, 3).join(", ")} and ${stacks.length - 3} more` : stacks.join(", ");
}

function summaryText({ errors, warnings, stacks }: Summary, colors: Context["colors"]): string {
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
  const text = `${count(errors, "error")}, ${count(warnings, "warning")} in ${count(stacks, "stack")}\n`;
  return errors > 0 ? colors.red(text) : warnings > 0 ? colors.yellow(text) : colors.green(text);
}

/** Text of a config as a terminal may show it: no control characters, which could rewrite the screen. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === "\t" ? " " : `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, "0")}`,
  );
}
