import { sequenceAt, type Token } from "./hcl-tokens";

/** A part of a template: text, or the tokens of a sequence. */
export type Part = string | readonly Token[];

/**
 * Carries out the trim markers of a bare template, as Terraform's JSON strings are: `a ${~ x}` becomes `a${x}`.
 *
 * They cannot be copied, for in a bare template a marker takes the blanks as far as the end of the line, in a quoted
 * one as far as the next sequence.
 */
export function trim(parts: readonly Part[]): Part[] {
  if (!parts.some((part) => opensTrimming(part) || closesTrimming(part))) return [...parts];
  const result = parts.flatMap((part, index) => {
    if (typeof part === "object") return [withoutMarkers(part)];
    const rest = closesTrimming(parts[index - 1]) ? trimFirstLine(part) : part;
    return beforeSequence(opensTrimming(parts[index + 1]) ? trimLastLine(rest) : rest);
  });
  return parts.length > 1 && result.length === 1 && typeof result[0] === "object"
    ? [...result, sequence('""')]
    : result;
}

function opensTrimming(part: Part | undefined): boolean {
  return typeof part === "object" && part[0]?.text.endsWith("~") === true;
}

function closesTrimming(part: Part | undefined): boolean {
  return typeof part === "object" && part.at(-1)?.text === "~}";
}

function withoutMarkers(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) =>
    index === 0 || index === tokens.length - 1 ? { ...token, text: token.text.replace("~", "") } : token,
  );
}

/** After a carriage return that is not part of a line end, everything counts as one line. */
function trimFirstLine(text: string): string {
  return text.replace(/^(?:\r(?!\n)[\s\S]*|[^\r\n]*(?:\r?\n)?)/, (line) => line.replace(/^\p{White_Space}+/u, ""));
}

/** A line break after `$` or `%` and one character is not white space: Terraform reads the two as one token. */
function trimLastLine(text: string): string {
  if (LONE_LINE_BREAK.test(text)) return text.replace(LONE_LINE_BREAK, "");
  return text.replace(/[^\n]*\n?$/, (line) => line.replace(/\p{White_Space}+$/u, ""));
}

const LONE_LINE_BREAK = /(?<=[$%][^{\n])\r?\n$/;

/** Text in front of a sequence: a `$` that trimming moves next to `${` would otherwise turn it into an escape. */
function beforeSequence(text: string): Part[] {
  if (text === "") return [];
  const sign = /[$%]$/.exec(text)?.[0];
  return sign === undefined ? [text] : [...beforeSequence(text.slice(0, -1)), sequence(`"${sign}"`)];
}

function sequence(expression: string): readonly Token[] {
  return sequenceAt(`\${${expression}}`, 0).tokens;
}
