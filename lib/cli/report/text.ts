import type { Colors } from "../context";
import { type GroupedFinding, groupFindings, type Summary, summarize } from "./group";
import type { Report } from "./index";
import { printable } from "./printable";

/** For people: where, what, the line with a pointer, and the way out. */
export function textReport({ findings, summary, stacks = [], lines }: Report, colors: Colors): string {
  const groups = groupFindings(findings);
  return [
    ...groups.map((finding) => findingText(finding, reach(finding, stacks), lines, colors)),
    summaryText(summarize(groups, summary.stacks), colors),
  ].join("\n");
}

function findingText(
  finding: GroupedFinding,
  where: string,
  lines: readonly string[] | undefined,
  colors: Colors,
): string {
  const place = [printable(finding.file), finding.line, finding.column].filter((each) => each !== undefined).join(":");
  const severity = finding.severity === "error" ? colors.red("error") : colors.yellow("warning");
  const head = [colors.bold(place), `${severity} ${colors.bold(finding.rule)}`, printable(finding.path)]
    .filter(Boolean)
    .join("  ");
  const message = `  ${printable(finding.message)}${where && colors.dim(`  (${where})`)}`;
  if (finding.acknowledged !== undefined)
    return `${head}\n${message}\n  acknowledged: ${printable(finding.acknowledged)}\n`;
  const fix = `fix: ${printable(finding.fix)}`;
  const text = [
    head,
    message,
    ...pointer(finding, lines, colors).map((line) => `  ${line}`),
    `  ${fix.padEnd(29)}  ${colors.dim(`more: cdktf-cognito explain ${finding.rule}`)}`,
  ];
  return `${text.join("\n")}\n`;
}

/** The source line, and a pointer under the part that the finding is about; a window of a line that is too long. */
function pointer(
  { line, column, length }: GroupedFinding,
  lines: readonly string[] | undefined,
  colors: Colors,
): string[] {
  const source = line === undefined ? undefined : lines?.[line - 1];
  if (source === undefined || column === undefined || line === undefined) return [];
  const start = column > 80 ? column - 40 : 1;
  const window = source.slice(start - 1, start + 119);
  const before = printable(window.slice(0, column - start));
  const pointed = printable(window.slice(column - start, column - start + (length ?? 1)));
  const gutter = " ".repeat(String(line).length);
  return [
    `${colors.dim(`${line} |`)} ${printable(window)}`,
    `${colors.dim(`${gutter} |`)} ${" ".repeat(before.length)}${colors.red("^".repeat(Math.max(1, pointed.length)))}`,
  ];
}

/** The stacks of a finding, where it is not about every stack of its pool. */
function reach({ path, stacks }: GroupedFinding, all: readonly string[]): string {
  const pool = /^pools\.([^.[]+)/.exec(path)?.[1];
  const others = all.filter((stack) => pool !== undefined && stack.startsWith(`${pool}-`) && !stacks.includes(stack));
  if (stacks.length === 0 || others.length === 0) return "";
  return stacks.length > 3 ? `${stacks.slice(0, 3).join(", ")} and ${stacks.length - 3} more` : stacks.join(", ");
}

function summaryText({ errors, warnings, stacks }: Summary, colors: Colors): string {
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
  const text = `${count(errors, "error")}, ${count(warnings, "warning")} in ${count(stacks, "stack")}\n`;
  return errors > 0 ? colors.red(text) : warnings > 0 ? colors.yellow(text) : colors.green(text);
}
