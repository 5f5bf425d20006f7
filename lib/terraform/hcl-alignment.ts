import { tokenize } from "./hcl-tokens";

/** An argument, or an item of an object, in HCL. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
}

/**
 * Assignments one below the other, with their `=` where `terraform fmt` puts them: in one column, but for a value that
 * opens a bracket at the end of its line. Such a value is not aligned, and ends the group before it.
 */
export function alignedLines(assignments: readonly Assignment[], indent: string): string[] {
  const widths = alignedWidths(assignments);
  return assignments.map(({ name, value }, index) => {
    const padding = " ".repeat((widths[index] as number) - columns(name));
    return `${indent}${name}${padding} = ${value}`;
  });
}

/** The columns for each name: as many as the longest name of its group has. */
function alignedWidths(assignments: readonly Assignment[]): number[] {
  const widths: number[] = [];
  let start = 0;
  assignments.forEach((assignment, index) => {
    const width = columns(assignment.name);
    widths.push(width);
    if (standsApart(assignment)) start = index + 1;
    else widths.fill(Math.max(width, widths[start] as number), start);
  });
  return widths;
}

function standsApart({ name, value }: Assignment): boolean {
  return /^[^\n]*[([{]\n/.test(value) || holdsAssignment(name);
}

/** `terraform fmt` loses its way in a key such as `"${ { a = 1 }.a }"`. */
function holdsAssignment(name: string): boolean {
  return name.includes("=") && tokenize(name).some((token) => token.kind === "operator" && token.text === "=");
}

/** Terraform counts, token by token, what a reader takes for one character. */
function columns(name: string): number {
  if (/^[\x20-\x7e]*$/.test(name)) return name.length;
  return tokenize(name).reduce((sum, { text }) => sum - text.length + graphemes(text), name.length);
}

let segmenter: Intl.Segmenter | undefined;

/** Signs that join Indic consonants in a newer Unicode than Terraform's. */
const JOINERS = /[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d]/g;

function graphemes(text: string): number {
  segmenter ??= new Intl.Segmenter("en");
  return [...segmenter.segment(text.replace(JOINERS, ""))].length;
}
