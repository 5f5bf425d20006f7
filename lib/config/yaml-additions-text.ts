import { Alias, Document, isMap, Pair, Scalar, visit } from "yaml";

/** How added lines look. */
export interface BlockStyle {
  /** Blanks before every line. */
  readonly indent: number;
  /** Blanks of one level more. */
  readonly unit: number;
  readonly indentsLists: boolean;
  /** The anchor of what a map merges before all. */
  readonly alias?: string | undefined;
}

/** A value as the lines of a block collection. */
export function blockLines(value: unknown, { indent, unit, indentsLists, alias }: BlockStyle): string[] {
  const document = new Document(value, { aliasDuplicateObjects: false });
  if (alias !== undefined && isMap(document.contents))
    document.contents.items.unshift(new Pair(new Scalar("<<"), new Alias(alias)));
  visit(document, {
    // The number of line ends after a block scalar counts, and others may come to follow it.
    Scalar: (_, node) => {
      if (typeof node.value === "string" && /(?:^|\n)\n$/.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const text = document.toString({ lineWidth: 0, indent: unit, indentSeq: indentsLists, verifyAliasOrder: false });
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line === "" ? line : " ".repeat(indent) + line));
}

/** How an added flow collection looks. */
export interface FlowStyle {
  /** Whether keys and texts are quoted. */
  readonly isJson: boolean;
  /** Blanks of one level, over several lines; by default all is in one. */
  readonly unit?: number;
  /** The anchor of what a map merges before all. */
  readonly alias?: string | undefined;
}

/** A text that needs no quotes, wherever it is. */
const PLAIN = /^(?!(?:true|false|null)$)[a-z][\w./-]*$/i;

/** A value as a flow collection, or as a scalar in one line. */
export function flowText(value: unknown, { isJson, unit, alias }: FlowStyle): string {
  const scalar = (each: unknown) =>
    !isJson && typeof each === "string" && PLAIN.test(each) ? each : JSON.stringify(each);
  const write = (node: unknown, before: readonly string[], indent: string): string => {
    if (typeof node !== "object" || node === null) return scalar(node);
    const inner = indent + " ".repeat(unit ?? 0);
    const isList = Array.isArray(node);
    const items = isList
      ? node.map((each) => write(each, [], inner))
      : [...before, ...Object.entries(node).map(([key, each]) => `${scalar(key)}: ${write(each, [], inner)}`)];
    const [open, close] = isList ? "[]" : "{}";
    if (items.length === 0) return `${open}${close}`;
    if (unit !== undefined) return `${open}\n${items.map((item) => inner + item).join(",\n")}\n${indent}${close}`;
    const padding = isList || isJson ? "" : " ";
    return open + padding + items.join(", ") + padding + close;
  };
  return write(value, alias === undefined ? [] : [`<<: *${alias}`], "");
}
