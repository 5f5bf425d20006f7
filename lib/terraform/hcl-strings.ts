import { UNPRINTABLE } from "../text/printable";
import { formatTokens } from "./hcl-expressions";
import { sequenceAt, type Token } from "./hcl-tokens";
import { type Part, trim } from "./hcl-trim";

/**
 * A template as its parts in order: text, in which `$${` and `%%{` are the escapes of `${` and `%{`, and the tokens of
 * each interpolation and control sequence.
 */
export type Template = readonly Part[];

/**
 * Parses a template as Terraform reads it in JSON: a backslash is a backslash, there are no quotes to end it, a byte
 * order mark at its beginning is dropped, and nothing behind a carriage return of its own is a sequence.
 *
 * The trim markers of its sequences are applied, so that none is left.
 *
 * @throws SyntaxError when a sequence does not end, or has a heredoc.
 */
export function parseTemplate(template: string): Template {
  const source = template.replace(/^\ufeff/, "");
  const parts: Part[] = [];
  for (let at = 0; at < source.length; ) {
    const text = textAt(source, at);
    const { tokens, end } =
      text === "" ? sequenceAt(source, at) : { tokens: withoutSequences(text), end: at + text.length };
    parts.push(tokens);
    at = end;
  }
  return trim(parts);
}

/** Text up to the next sequence, or all the rest if it has a carriage return outside a line end. */
function textAt(source: string, start: number): string {
  TEXT.lastIndex = start;
  return TEXT.exec(source)?.[0] ?? "";
}

const TEXT = /(?:\$\$\{|%%\{|[$%](?!\{)|\r(?!\n)[\s\S]*|[^$%])+/y;

/** Behind a carriage return `${` is text, and `$${` only when the number of its signs is even: written so that both are. */
function withoutSequences(text: string): string {
  return text.replace(/\r(?!\n)[\s\S]*/, (rest) =>
    rest.replace(/(\$+|%+)(?=\{)/g, (signs) => (signs.length % 2 === 1 ? `${signs}${signs[0]}` : signs)),
  );
}

/** The template that evaluates to a literal text. */
export function plainText(text: string): Template {
  return text === "" ? [] : [text.replace(/[$%](?=\{)/g, "$&$&")];
}

/** The expression between the braces, when one interpolation is all there is. */
export function soleExpression(template: Template): string | undefined {
  const [part] = template;
  if (template.length !== 1 || typeof part !== "object" || part[0]?.text !== "${") return undefined;
  return formatTokens(unwrapped(part.slice(1, -1)));
}

/** `"${x}"` is `x`: `terraform fmt` takes one such pair of quotes away each time it is run. */
function unwrapped(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.kind !== "quote open" || !tokens[1]?.text.startsWith("${")) return tokens;
  let depth = 0;
  const end = tokens.findIndex(({ kind }) => {
    depth += Number(kind === "sequence open") - Number(kind === "sequence close");
    return kind === "sequence close" && depth === 0;
  });
  return end === tokens.length - 2 ? unwrapped(tokens.slice(2, -2)) : tokens;
}

/** A template in quotes, on one line. */
export function quoted(template: Template): string {
  return `"${template.map((part) => (typeof part === "string" ? escaped(part) : formatTokens(part))).join("")}"`;
}

/**
 * A template as an indented heredoc, when that is the same value: text of two or more lines, each with its line break,
 * which needs no escapes. The last line of the result is the marker.
 */
export function heredoc(template: Template, indent: string): string | undefined {
  const body = template.map((part) => (typeof part === "string" ? part : formatTokens(part))).join("");
  const isText = template.every((part) => typeof part === "object" || !HIDDEN.test(part.replace(/[\n\t]/g, "")));
  const lines = body.split("\n");
  if (!isText || lines.length < 3 || lines.at(-1) !== "" || !keepsIndent(lines)) return undefined;
  const indented = lines.slice(0, -1).map((line) => (line.trim() === "" ? line : `${indent}  ${line}`));
  return [`<<-${MARKER}`, ...indented, `${indent}${MARKER}`].join("\n");
}

const MARKER = "EOT";

/**
 * Terraform takes away as many spaces as the least indented line has, with a mark that joins the last of them; blank
 * lines stay as they are.
 */
function keepsIndent(lines: readonly string[]): boolean {
  const unsafe = lines.some((line) => line.trim() === MARKER || JOINING.test(line.trimStart()));
  return !unsafe && lines.some((line) => /^\S/.test(line));
}

/** Characters that combine with the one before them. */
const JOINING = /^(?:[\p{M}\p{Emoji_Modifier}\u0e33\u0eb3\u200c]|\u200d)/u;

/** Unprintable characters, except for the joiners inside emoji and scripts, and lone surrogates, which HCL cannot have. */
const HIDDEN = new RegExp(`(?![\\u200c\\u200d\\p{Cs}])${UNPRINTABLE.source}`, "u");

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

/** Text between quotes; a mark that would join a quote or a sign of a template before it is escaped too. */
function escaped(text: string): string {
  return text
    .replace(/["\\\n\r\t]/g, (character) => ESCAPES[character] as string)
    .replace(new RegExp(HIDDEN, "gu"), codePoint)
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/(?<=^|[$%{\ufffd])./gsu, (character) => (JOINING.test(character) ? codePoint(character) : character));
}

function codePoint(character: string): string {
  const digits = (character.codePointAt(0) as number).toString(16);
  return character.length === 1 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}
