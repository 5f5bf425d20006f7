import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Range,
  visit,
  type YAMLMap,
} from "yaml";
import type { Path } from "../model/source";

/** A YAML document to be walked by paths of the data that it holds, through aliases and merge keys. */
export class YamlTree {
  readonly #pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  #targets: ReadonlyMap<Alias, Node> | undefined;

  constructor(readonly document: Document) {}

  /** The node of an alias: the last before it that has its anchor. */
  targetOf(alias: Alias): Node | undefined {
    this.#targets ??= aliasTargets(this.document);
    return this.#targets.get(alias);
  }

  /** The text range of a key or value, or of the nearest thing around it that was written. */
  rangeOf(path: Path, target: "key" | "value"): Range | undefined {
    let node = this.document.contents as Node | null;
    let range = node?.range ?? undefined;
    for (const [index, key] of path.entries()) {
      const last = index === path.length - 1;
      const found = this.#childOf(node, key);
      if (!found) return range;
      node = found.value;
      const keyRange = found.key?.range ?? undefined;
      const valueRange = isUnwritten(node) ? undefined : (node?.range ?? undefined);
      // A block that spans lines is shown by its key.
      const block = isCollection(node) && !node.flow;
      range = (last && target === "value" && !block ? (valueRange ?? keyRange) : (keyRange ?? valueRange)) ?? range;
    }
    return range;
  }

  /** Paths of every key that its own map holds more than once. */
  duplicates(): Path[] {
    const paths: Path[] = [];
    const walk = (node: unknown, path: Path) => {
      if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
      if (!isMap(node)) return;
      const times = new Map<string, number>();
      for (const pair of node.items) {
        const key = keyOf(pair);
        if (key === undefined) continue;
        times.set(key, (times.get(key) ?? 0) + 1);
        if (times.get(key) === 2 && !isMergeKey(pair)) paths.push([...path, key]);
        if (isCollection(pair.value)) walk(pair.value, [...path, key]);
      }
    };
    walk(this.document.contents, []);
    return paths;
  }

  #childOf(parent: Node | null, key: string | number): Child | undefined {
    const node = isAlias(parent) ? this.targetOf(parent) : parent;
    if (isSeq(node)) {
      const value = node.items[Number(key)] as Node | undefined;
      return value && { value };
    }
    if (!isMap(node)) return undefined;
    const pair = this.#pairsOf(node).get(String(key));
    if (pair) return { key: pair.key as Node, value: pair.value as Node | null };
    for (const source of node.items.filter(isMergeKey).flatMap(mergeSources)) {
      const found = this.#childOf(source, key);
      if (found) return found;
    }
    return undefined;
  }

  /** The pairs of a map by key; of a duplicate key, the last. */
  #pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.#pairs.get(map);
    if (known) return known;
    const written = map.items.filter((pair) => !isMergeKey(pair));
    const pairs = new Map(written.map((pair) => [keyOf(pair) ?? "", pair]));
    this.#pairs.set(map, pairs);
    return pairs;
  }
}

interface Child {
  readonly key?: Node;
  readonly value: Node | null;
}

/** The text of a key, not its value: 1.10 stays "1.10", and a key may look like a number or a boolean. */
export function keyOf({ key }: Pair): string | undefined {
  if (!isScalar(key) || key.value === null || typeof key.value === "object") return undefined;
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

export function isMergeKey({ key }: Pair): boolean {
  return isScalar(key) && key.source === "<<" && key.type === "PLAIN";
}

/** What a merge key merges into its map: one map or alias, or a list of them. */
export function mergeSources({ value }: Pair): Node[] {
  return (isSeq(value) ? value.items : [value]) as Node[];
}

function isUnwritten(node: Node | null): boolean {
  return isScalar(node) && node.value === null && node.source === "";
}

function aliasTargets(document: Document): Map<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) {
        if (node.anchor) anchors.set(node.anchor, node);
        return;
      }
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
    },
  });
  return targets;
}
