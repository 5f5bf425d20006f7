import { cells } from "../text/cells";
import { printable } from "../text/printable";
import { plain } from "../text/quoted";
import { type Alike, alike, othersOf } from "./alike";
import type { Colors } from "./colors";
import { type Diagnostic, placeOf, sentenceOf, verdictOf } from "./diagnostic";
import { reachOf } from "./reach";
import type { Report } from "./report";

/** Columns of a line that lists places. */
const WIDTH = 120;

/**
 * For people: where, what, the line with a pointer, and the way out. What is said of several places in the same words is
 * there once, with a list of the other places: of errors all, of warnings the first.
 */
export function textReport({ command, diagnostics, conclusion, stacks, lines }: Report, colors: Colors): string {
  const reach = (diagnostic: Diagnostic) => reachOf(diagnostic, stacks);
  const open = diagnostics.filter(({ acknowledged }) => acknowledged === undefined);
  const worst = (["error", "warning"] as const).find((level) => open.some((each) => each.level === level));
  const paint = worst === "error" ? colors.red : worst === "warning" ? colors.yellow : colors.green;
  return [
    ...alike(diagnostics, reach).map((each) => {
      const text = diagnosticText(each.first, reach(each.first), lines, colors);
      return `${[text, ...otherLines(each, command)].join("\n")}\n`;
    }),
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

/** `also: web (line 12), ios (line 15)`, wrapped between two places. */
function otherLines(diagnostics: Alike, command: string): string[] {
  if (diagnostics.others.length === 0) return [];
  const places = othersOf(diagnostics, command).map(shown);
  const lines = ["  also:"];
  places.forEach((place, index) => {
    const text = index < places.length - 1 ? `${place},` : place;
    const line = lines.at(-1) as string;
    if (line.length + 1 + text.length > WIDTH) lines.push(`    ${text}`);
    else lines[lines.length - 1] = `${line} ${text}`;
  });
  return lines;
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
    `${colors.dim(`${gutter} |`)} ${" ".repeat(cells(before))}${colors.red("^".repeat(Math.max(1, cells(pointed))))}`,
  ];
}

function shown(text: string): string {
  return printable(plain(text));
}
