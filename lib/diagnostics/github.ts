import { printable } from "../text/printable";
import { plain } from "../text/quoted";
import { type Diagnostic, type Level, regionOf, sentenceOf } from "./diagnostic";
import type { Report } from "./report";

const COMMANDS: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "notice" };

/**
 * For GitHub Actions: an annotation at the line of each diagnostic.
 * @see https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions
 */
export function githubReport({ diagnostics }: Report): string {
  return diagnostics.map(annotation).join("");
}

function annotation(diagnostic: Diagnostic): string {
  const { code, name, level, path, file, why, fix, acknowledged } = diagnostic;
  const { line, column, length } = regionOf(diagnostic);
  const properties = Object.entries({
    file,
    line,
    col: column,
    endColumn: column !== undefined && length !== undefined ? column + length : undefined,
    title: [code, name, path].filter(Boolean).join(" "),
  })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${property(String(value))}`);
  const text = [
    sentenceOf(diagnostic),
    ...(why === undefined ? [] : [`why: ${why}`]),
    ...(acknowledged !== undefined ? [`acknowledged: ${acknowledged}`] : fix === undefined ? [] : [`fix: ${fix}`]),
  ];
  const command = acknowledged === undefined ? COMMANDS[level] : COMMANDS.note;
  return `::${command} ${properties.join(",")}::${text.map(data).join("%0A")}\n`;
}

function data(text: string): string {
  return printable(plain(text)).replaceAll("%", "%25");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
