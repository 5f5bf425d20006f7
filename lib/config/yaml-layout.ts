import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

type Collection = YAMLMap | YAMLSeq;

/** Blanks of one level, in a text that shows none. */
const UNIT = 2;

/** Where a new line goes into a flow collection of several lines. */
export interface FlowLine {
  /** The start of the line. */
  readonly at: number;
  readonly indent: number;
  readonly unit: number;
  /** Whether the last item has a comma after it already. */
  readonly hasComma: boolean;
}

/** How a YAML text is laid out: what its lines end with, how they are indented, and where its nodes end. */
export class YamlLayout {
  readonly lineEnd: "\n" | "\r\n";
  /** Whether lists are indented in their maps. */
  readonly indentsLists: boolean;
  readonly #unit: number;

  /** @param document with source tokens */
  constructor(
    private readonly text: string,
    document: Document,
  ) {
    this.lineEnd = /\r?\n/.exec(text)?.[0] === "\r\n" ? "\r\n" : "\n";
    let unit: number | undefined;
    let indentsLists: boolean | undefined;
    visit(document, {
      Map: (_, map) => {
        unit ??= stepIn(map);
        indentsLists ??= listStepIn(map);
        return unit !== undefined && indentsLists !== undefined ? visit.BREAK : undefined;
      },
    });
    this.#unit = unit ?? UNIT;
    this.indentsLists = indentsLists ?? true;
  }

  rangeOf({ range }: Node): readonly [from: number, to: number] {
    const [from, to] = range ?? [0, 0];
    return [from, to];
  }

  /** Blanks before the items of a block collection. */
  indentOf(node: Collection): number {
    return indentOf(node) ?? 0;
  }

  /** Blanks by which a map in this one is indented more. */
  unitOf(node: Collection): number {
    return (isMap(node) ? stepIn(node) : undefined) ?? this.#unit;
  }

  /** Where the last character of a node, or of a pair, ends; comments and blank lines after it are not part of it. */
  endOf(node: Node | Pair | null): number {
    if (isPair(node)) return this.endOf((node.value ?? node.key) as Node);
    const isBlock = isCollection(node) && !node.flow && node.items.length > 0;
    return isBlock ? this.endOf(node.items.at(-1) as Node | Pair) : this.rangeOf(node as Node)[1];
  }

  /**
   * The start of the line after a place, and after the comments there that are indented like what ends at it.
   *
   * @param indent blanks before a comment, at least
   */
  afterLine(place: number, indent: number): number {
    let after = this.text[place - 1] === "\n" ? place : this.#nextLine(place);
    for (let at = after; at < this.text.length; ) {
      const next = this.#nextLine(at);
      const line = this.text.slice(at, next).trimEnd();
      const blanks = line.search(/[^ ]/);
      if (line !== "" && (line[blanks] !== "#" || blanks < indent)) break;
      if (line !== "") after = next;
      at = next;
    }
    return after;
  }

  /** Whether a blank line is before the last of several items, or before its comments, and may come after it. */
  isSpaced({ items }: Collection): boolean {
    const last = items.at(-1) as Node | Pair | undefined;
    if (items.length < 2 || last === undefined) return false;
    // a blank line after a block scalar may be part of it
    if (this.text[this.endOf(last) - 1] === "\n") return false;
    const [from] = this.rangeOf((isPair(last) ? last.key : last) as Node);
    const lines = this.text.slice(0, from).split("\n").slice(0, -1);
    return lines.findLast((line) => !/^ *#/.test(line))?.trim() === "";
  }

  /** The line for a new item; `undefined` where there is none, or the collection goes on in the line of its last item. */
  flowLine(node: Collection): FlowLine | undefined {
    const last = node.items.at(-1) as Node | Pair | undefined;
    if (last === undefined) return undefined;
    const [open, close] = this.rangeOf(node);
    const end = this.endOf(last);
    const lineEnd = this.#nextLine(end);
    if (lineEnd >= close) return undefined;
    const gap = (to: number) => this.text.slice(end, to).replace(/(^|\s)#.*/gm, "$1");
    const hasComma = gap(lineEnd).includes(",");
    if (!hasComma && gap(close).includes(",")) return undefined;
    const [from] = this.rangeOf((isPair(last) ? last.key : last) as Node);
    const line = this.text.lastIndexOf("\n", from - 1) + 1;
    const blanks = this.text.slice(line).search(/[^ ]/);
    const indent = blanks + (line <= open ? this.#unit : 0);
    return { at: this.afterLine(end, indent), indent, unit: this.#unit, hasComma };
  }

  #nextLine(place: number): number {
    const end = this.text.indexOf("\n", place);
    return end < 0 ? this.text.length : end + 1;
  }
}

function indentOf(node: unknown): number | undefined {
  const token = isCollection(node) ? node.srcToken : undefined;
  return token?.type === "block-map" || token?.type === "block-seq" ? token.indent : undefined;
}

/** How much more than a block map the first block map in it is indented. */
function stepIn(map: YAMLMap): number | undefined {
  const own = indentOf(map);
  const inner = map.items
    .map(({ value }) => (isMap(value) ? indentOf(value) : undefined))
    .find((each) => each !== undefined);
  return own === undefined || inner === undefined ? undefined : inner - own;
}

/** Whether the first block list in a block map is indented more; `undefined` where it has none. */
function listStepIn(map: YAMLMap): boolean | undefined {
  const own = indentOf(map);
  const inner = map.items
    .map(({ value }) => (isSeq(value) ? indentOf(value) : undefined))
    .find((each) => each !== undefined);
  return own === undefined || inner === undefined ? undefined : inner > own;
}
