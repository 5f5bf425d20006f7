import { alignedLines } from "./hcl-alignment";
import { spacedTokens } from "./hcl-expressions";
import { type Token, tokenize } from "./hcl-tokens";

/** Columns that a line of an expression may fill, where it can be broken. */
const WIDTH = 120;

/** A part of an expression: text that is not broken, or a group in brackets. */
type Part = string | Group;

interface Group {
  readonly open: string;
  readonly parts: readonly Part[];
  /** With what follows up to the next part, such as a space. */
  readonly close: string;
}

/**
 * A formatted expression on as many lines as it takes, broken within brackets alone, as `terraform fmt` leaves it:
 * each line that opens a bracket indents those up to the bracket's end. Strings stay whole, however long.
 *
 * @param column where the expression begins in its line
 * @param indent what that line begins with
 */
export function wrapped(expression: string, indent: string, column: number): string {
  if (column + expression.length <= WIDTH) return expression;
  const parts = partsOf(tokenize(expression));
  const isInParts = separated(parts).length > 1 || isLongComparison(parts, indent.length);
  const lines = isInParts ? ["(", ...indented(linesOf(parts, indent.length + 2)), ")"] : operand(parts, indent.length);
  return lines.join(`\n${indent}`);
}

function partsOf(tokens: readonly Token[]): Part[] {
  const root: Part[] = [];
  const stack: { open: string; parts: Part[] }[] = [];
  const current = () => stack.at(-1)?.parts ?? root;
  const texts = spacedTokens(tokens);
  let quotes = 0;
  tokens.forEach(({ kind }, index) => {
    const text = texts[index] as string;
    quotes += Number(kind === "quote open") - Number(kind === "quote close");
    const isQuoted = quotes > 0 || kind === "quote close";
    const last = stack.at(-1);
    if (kind === "open" && !isQuoted) stack.push({ open: text, parts: [] });
    else if (kind === "close" && !isQuoted && last) {
      stack.pop();
      current().push({ ...last, close: text });
    } else if (isQuoted && kind !== "quote open" && typeof current().at(-1) === "string") {
      current().push(`${current().pop()}${text}`);
    } else current().push(text);
  });
  return root;
}

function flat(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.open + flat(part.parts) + part.close)).join("");
}

/** The lines of a group's content, without indentation. */
function linesOf(parts: readonly Part[], indent: number): string[] {
  if (indent + flat(parts).trimEnd().length <= WIDTH) return [flat(parts).trimEnd()];
  const pieces = separated(parts);
  if (pieces.length === 1)
    return isLongComparison(parts, indent)
      ? split(parts, COMPARISON).flatMap((piece) => linesOf(piece, indent))
      : operand(parts, indent);
  const lines = pieces.map((piece) => linesOf(piece, indent));
  return lines.every(({ length }) => length === 1) && isList(pieces) ? filled(lines.flat(), indent) : lines.flat();
}

/** What binds most loosely between brackets, each separator at the end of its piece; one piece if there is none. */
function separated(parts: readonly Part[]): Part[][] {
  const first = String(parts[0]).trim();
  const separators = first === "for" ? [/^:\s*$|^=>\s*$/] : [/^,\s*$/, /^\?\s*$|^:\s*$/, /^\|\|\s*$/, /^&&\s*$/];
  for (const separator of separators) {
    const found = split(parts, separator, first === "for");
    if (found.length > 1) return found;
  }
  return [[...parts]];
}

const COMPARISON = /^(?:[<>]=?|[=!]=)\s*$/;

/** Whether a comparison has brackets on both sides, of which one alone would leave a line that is much too long. */
function isLongComparison(parts: readonly Part[], indent: number): boolean {
  if (split(parts, COMPARISON).length === 1) return false;
  return operand(parts, indent).some((line) => indent + line.length > 1.5 * WIDTH);
}

/** The pieces that end with a separator; the `if` of a `for` begins one. */
function split(parts: readonly Part[], separator: RegExp, isFor = false): Part[][] {
  const pieces: Part[][] = [[]];
  for (const part of parts) {
    if (isFor && typeof part === "string" && part.trim() === "if") pieces.push([]);
    (pieces.at(-1) as Part[]).push(part);
    if (typeof part === "string" && separator.test(part)) pieces.push([]);
  }
  return pieces.filter(({ length }) => length > 0);
}

function isList(pieces: readonly (readonly Part[])[]): boolean {
  return pieces.slice(0, -1).every((piece) => String(piece.at(-1)).trim() === ",");
}

/** Items of a list, as many on a line as it holds. */
function filled(items: readonly string[], indent: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last === undefined || indent + last.length + 1 + item.length > WIDTH) lines.push(item);
    else lines[lines.length - 1] = `${last} ${item}`;
  }
  return lines;
}

/** Breaks the longest brackets of an operand; `contains([` opens two at once. */
function operand(parts: readonly Part[], indent: number): string[] {
  const length = (part: Part) => (typeof part === "string" ? 0 : flat([part]).length);
  const longest = Math.max(...parts.map(length));
  const at = parts.findIndex((part) => length(part) === longest && longest > 0);
  const group = parts[at];
  if (typeof group !== "object" || group.parts.length === 0) return [flat(parts).trimEnd()];
  const [before, after] = [flat(parts.slice(0, at)), flat(parts.slice(at + 1))];
  const [inner, ...rest] = group.parts;
  const isHugged = group.open === "(" && typeof inner === "object" && inner.open === "[" && flat(rest).length <= 20;
  const [open, content, close] = isHugged
    ? [`${group.open}${inner.open}`, inner.parts, `${inner.close}${flat(rest)}${group.close}`]
    : [group.open, group.parts, group.close];
  const lines = isObject(group) ? itemLines(content, indent + 2) : linesOf(content, indent + 2);
  return [`${before}${open.trimEnd()}`, ...indented(lines), `${close}${after}`.trimEnd()];
}

function isObject({ open, parts }: Group): boolean {
  return open.trim() === "{" && String(parts[0]).trim() !== "for" && parts.some(isAssignment);
}

function isAssignment(part: Part): boolean {
  return typeof part === "string" && part.trim() === "=";
}

/** The items of an object, one below the other, as `terraform fmt` aligns them. */
function itemLines(parts: readonly Part[], indent: number): string[] {
  const items = split(parts, /^,\s*$/).map((piece) => {
    const at = piece.findIndex(isAssignment);
    const name = flat(piece.slice(0, at)).trim();
    return { name, value: linesOf(piece.slice(at + 1), indent).join("\n") };
  });
  return alignedLines(items, "").flatMap((item) => item.split("\n"));
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
