import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { blockLines, flowText } from "./yaml-additions-text";
import { composeYaml } from "./yaml-document";
import { YamlLayout } from "./yaml-layout";
import { keyOf } from "./yaml-tree";

type Data = Readonly<Record<string, unknown>>;
type Collection = YAMLMap | YAMLSeq;

/** Characters of a text that give way to others. */
interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

/**
 * Adds to a YAML text, which keeps every character but those that have to give way, such as the `{}` of a map that is no
 * longer empty. New lines have the indentation and the line ends of those around them.
 *
 * @param text YAML without a byte order mark, the value of which is a map
 * @param value what the text says, aliases and merge keys followed
 * @param additions what makes of `value` what `merged` says
 */
export function withAdditions(text: string, value: Data, additions: Data): string {
  const document = composeYaml(text, { keepSourceTokens: true }).document as Document;
  const edits = new Additions(text, document).toMap(document.contents as YAMLMap, value, additions);
  let end = 0;
  const parts = edits
    .toSorted((a, b) => a.at - b.at)
    .map((edit) => {
      const before = text.slice(end, edit.at);
      end = edit.at + edit.removed;
      return before + edit.text;
    });
  return parts.join("") + text.slice(end);
}

/** Data with additions: maps merge, lists grow, and what is absent or null becomes the addition. Nothing else is replaced. */
export function merged(data: unknown, addition: unknown): unknown {
  if (data === undefined || data === null) return addition;
  if (Array.isArray(data) && Array.isArray(addition)) return [...data, ...addition];
  return isData(data) && isData(addition) ? { ...data, ...mergedParts(data, addition) } : data;
}

/** What merged data has under the keys of the addition. */
function mergedParts(data: Data, addition: Data): Data {
  return Object.fromEntries(Object.entries(addition).map(([key, part]) => [key, merged(own(data, key), part)]));
}

/** The edits that add. Of two at the same place, the one of what is deeper comes first. */
class Additions {
  readonly #layout: YamlLayout;

  constructor(
    private readonly text: string,
    document: Document,
  ) {
    this.#layout = new YamlLayout(text, document);
  }

  toMap(map: YAMLMap, data: Data, additions: Data): Edit[] {
    const missing: [string, unknown][] = [];
    const edits = Object.entries(additions).flatMap(([key, addition]) => {
      const pair = map.items.findLast((each) => keyOf(each) === key);
      if (pair !== undefined) return this.#toPair(pair, map, own(data, key), addition);
      missing.push([key, merged(own(data, key), addition)]);
      return [];
    });
    return missing.length === 0 ? edits : [...edits, ...this.#insert(map, Object.fromEntries(missing))];
  }

  #toPair(pair: Pair, map: YAMLMap, data: unknown, addition: unknown): Edit[] {
    const node = pair.value as Node | null;
    if (isEmpty(addition) && (data ?? null) !== null) return [];
    if (isMap(node) && isData(addition))
      return this.#isBare(node) ? this.#replace(node, map, addition) : this.toMap(node, data as Data, addition);
    if (isSeq(node) && Array.isArray(addition)) return this.#insert(node, addition);
    if (isAlias(node)) return this.#replaceAlias(node, map, data, addition);
    return node === null || (data ?? null) !== null ? [] : this.#replace(node, map, addition);
  }

  /** Whether a map is nothing but braces. */
  #isBare(node: YAMLMap): boolean {
    return node.flow === true && /^\{ *\}$/.test(this.text.slice(...this.#layout.rangeOf(node)));
  }

  /** A map merges the target of its alias, a list has it written out. */
  #replaceAlias(node: Alias, map: YAMLMap, data: unknown, addition: unknown): Edit[] {
    if (!isData(data) || !isData(addition)) return this.#replace(node, map, merged(data, addition));
    return this.#replace(node, map, mergedParts(data, addition), node.source);
  }

  /** @param alias the anchor of what a map merges */
  #replace(node: Node, map: YAMLMap, value: unknown, alias?: string): Edit[] {
    const [from, to] = this.#layout.rangeOf(node);
    if (map.flow || !isData(value)) {
      const blank = this.text[from - 1] === ":" ? " " : "";
      return [{ at: from, removed: to - from, text: blank + flowText(value, { isJson: isQuoted(map), alias }) }];
    }
    const blanks = /[ \t]*$/.exec(this.text.slice(0, from))?.[0].length ?? 0;
    const unit = this.#layout.unitOf(map);
    const indent = this.#layout.indentOf(map) + unit;
    const { indentsLists } = this.#layout;
    return [
      { at: from - blanks, removed: to - from + blanks, text: "" },
      this.#lines(this.#layout.afterLine(to, indent), blockLines(value, { indentsLists, unit, indent, alias })),
    ];
  }

  #insert(node: Collection, value: Data | readonly unknown[]): Edit[] {
    if (node.flow) return this.#insertInFlow(node, value);
    const { indentsLists } = this.#layout;
    const indent = this.#layout.indentOf(node);
    const lines = blockLines(value, { indentsLists, indent, unit: this.#layout.unitOf(node) });
    const gap = this.#layout.isSpaced(node) ? [""] : [];
    return [this.#lines(this.#layout.afterLine(this.#layout.endOf(node), indent), [...gap, ...lines])];
  }

  #insertInFlow(node: Collection, value: Data | readonly unknown[]): Edit[] {
    const last = node.items.at(-1) as Node | Pair | undefined;
    const end = last === undefined ? this.#layout.rangeOf(node)[1] - 1 : this.#layout.endOf(last);
    const isJson = isQuoted(node);
    const line = this.#layout.flowLine(node);
    const inner = (text: string) => text.slice(1, -1);
    if (line === undefined) {
      const text = inner(flowText(value, { isJson })).replace(/^ | $/g, "");
      return [{ at: end, removed: 0, text: last === undefined ? text : `, ${text}` }];
    }
    const lines = inner(flowText(value, { isJson, unit: line.unit }))
      .split("\n")
      .slice(1, -1);
    const shifted = lines.map((each) => " ".repeat(line.indent) + each.slice(line.unit));
    if (line.hasComma) return [this.#lines(line.at, shifted.with(-1, `${shifted.at(-1)},`))];
    return [{ at: end, removed: 0, text: "," }, this.#lines(line.at, shifted)];
  }

  /** @param at the start of a line, or the end of a text that ends within one */
  #lines(at: number, lines: readonly string[]): Edit {
    const { lineEnd } = this.#layout;
    const isOpen = at === this.text.length && !this.text.endsWith("\n");
    return { at, removed: 0, text: lines.map((line) => (isOpen ? lineEnd + line : line + lineEnd)).join("") };
  }
}

/** Whether a flow collection is written as JSON is: with quotes. */
function isQuoted({ items }: Collection): boolean {
  const last = items.at(-1);
  const text = isPair(last) ? last.key : last;
  return isScalar(text) && text.type === "QUOTE_DOUBLE";
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function own(data: unknown, key: string): unknown {
  return isData(data) && Object.hasOwn(data, key) ? data[key] : undefined;
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
