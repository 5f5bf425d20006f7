import { printable } from "../text/printable";
import { plain } from "../text/quoted";
import type { Colors } from "./colors";
import { type Diagnostic, placeOf, sentenceOf, verdictOf } from "./diagnostic";
import { reachOf } from "./reach";
import type { Report } from "./report";

/** For people: where, what, the line with a pointer, and the way out. */
export function textReport({ diagnostics, conclusion, stacks, lines }: Report, colors: Colors): string {
  const open = diagnostics.filter(({ acknowledged }) => acknowledged === undefined);
  const worst = (["error", "warning"] as const).find((level) => open.some((each) => each.level === level));
  const paint = worst === "error" ? colors.red : worst === "warning" ? colors.yellow : colors.green;
  return [
    ...diagnostics.map((each) => `${diagnosticText(each, reachOf(each, stacks), lines, colors)}\n`),
    paint(`${conclusion}\n`),
  ].join("\n");
}

function diagnosticText(
  diagnostic: Diagnostic,
  reach: string,
  lines: readonly string[] | undefined,
  colors: Colors,
): string {
  const { path, why, acknowledged } = diagnostic;
  const head = [colors.bold(shown(placeOf(diagnostic))), label(diagnostic, colors), shown(path)].filter(Boolean);
  const message = `${shown(sentenceOf(diagnostic))}${reach && colors.dim(`  (${reach})`)}`;
  if (acknowledged !== undefined) return [...head, message, `acknowledged: ${shown(acknowledged)}`].join("  ");
  return [
    head.join("  "),
    `  ${message}`,
    ...pointer(diagnostic, lines, colors).map((line) => `  ${line}`),
    ...(why === undefined ? [] : [`  why: ${shown(why)}`]),
    ...fixLines(diagnostic, colors),
  ].join("\n");
}

/** `error TOK-01 access-token-validity`; a code that is the verdict itself only once. */
function label(diagnostic: Diagnostic, colors: Colors): string {
  const { code, name, level } = diagnostic;
  const verdict = verdictOf(diagnostic);
  const paint = { error: colors.red, warning: colors.yellow, note: colors.cyan }[level];
  return [paint(verdict), ...(code === verdict ? [] : [colors.bold(code)]), name].filter(Boolean).join(" ");
}

function fixLines({ code, fix, docs }: Diagnostic, colors: Colors): string[] {
  if (fix === undefined) return [];
  const text = `fix: ${shown(fix)}`;
  if (docs === undefined) return [`  ${text}`];
  return [`  ${text.padEnd(29)}  ${colors.dim(`more: cdktf-cognito explain ${code}`)}`];
}

/** The source line, and a pointer under the part that the diagnostic is about; a window of a line that is too long. */
function pointer(
  { line, column, length = 1 }: Diagnostic,
  lines: readonly string[] | undefined,
  colors: Colors,
): string[] {
  const source = line === undefined ? undefined : lines?.[line - 1];
  if (source === undefined || column === undefined || line === undefined) return [];
  const start = column > 80 ? column - 40 : 1;
  const window = source.slice(start - 1, start + 119).replaceAll("\t", " ");
  const before = printable(window.slice(0, column - start));
  const pointed = printable(window.slice(column - start, column - start + length));
  const gutter = " ".repeat(String(line).length);
  return [
    `${colors.dim(`${line} |`)} ${printable(window)}`,
    `${colors.dim(`${gutter} |`)} ${" ".repeat(before.length)}${colors.red("^".repeat(Math.max(1, pointed.length)))}`,
  ];
}

function shown(text: string): string {
  return printable(plain(text));
}
