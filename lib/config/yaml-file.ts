import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Range,
  type YAMLError,
} from "yaml";
import type { Path } from "../model/source";
import { MAX_VALUES } from "./plain-data";
import type { Unreadable } from "./problem";
import type { Position, SourceFile } from "./source-file";

/**
 * Reads YAML, and JSON, which is YAML: data only, nothing in it is executed.
 * Anchors, aliases and merge keys (`<<`) are followed; a finding in an aliased value points at the anchor's text.
 */
export function readYaml(file: string, text: string): SourceFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, merge: true, prettyErrors: false });
  const lines = text.split(/\r\n|\n|\r/);
  const position = ([start, end]: readonly [number, number]): Position => {
    const { line, col } = counter.linePos(start);
    const last = counter.linePos(Math.max(start, end));
    const width = last.line === line ? last.col - col : (lines[line - 1]?.length ?? 0) - col + 1;
    return { line, column: col, length: Math.max(1, width) };
  };

  const duplicated = document.errors.filter((error) => error.code === "DUPLICATE_KEY");
  const unreadable: Unreadable[] = document.errors
    .filter((error) => error.code !== "DUPLICATE_KEY")
    .map((error) => syntaxError(error));
  const value = unreadable.length > 0 ? undefined : toData(document, unreadable);

  return {
    file,
    lines,
    value: unreadable.length > 0 ? undefined : value,
    unreadable,
    duplicates: duplicated.length > 0 ? duplicatePaths(document) : [],
    position,
    locate: (path, target) => {
      const range = rangeOf(document, path, target);
      return range && position([range[0], range[1]]);
    },
  };
}

function syntaxError(error: YAMLError): Unreadable {
  const message = error.message.split("\n")[0] as string;
  return {
    rule: "CFG-02",
    message: message.charAt(0).toLowerCase() + message.slice(1),
    fix: error.code === "MULTIPLE_DOCS" ? "keep one document in the file" : "mend the syntax here",
    range: error.pos,
  };
}

/** Turns the document into plain data, following aliases as far as they go. */
function toData(document: Document, unreadable: Unreadable[]): unknown {
  const open = new Set<Node>();
  let count = 0;

  const refuse = (node: Node, message: string, fix: string) => {
    unreadable.push({ rule: "CFG-03", message, fix, range: rangeOfNode(node) });
    return undefined;
  };

  const visit = (node: Node | null): unknown => {
    if (node === null) return null;
    if (++count > MAX_VALUES)
      return count === MAX_VALUES + 1
        ? refuse(node, "the aliases expand to too many values", "use fewer aliases")
        : undefined;
    if (isAlias(node)) {
      const target = node.resolve(document);
      return target
        ? visit(target)
        : refuse(node, `no anchor &${node.source} before this alias`, "define the anchor first");
    }
    if (isScalar(node)) return typeof node.value === "bigint" ? Number(node.value) : node.value;
    if (open.has(node)) return refuse(node, "this anchor contains itself", "remove the cycle");
    open.add(node);
    const data = isSeq(node) ? node.items.map((item) => visit(item as Node)) : visitMap(node);
    open.delete(node);
    return data;
  };

  const visitMap = (node: Node): unknown => {
    if (!isMap(node)) return refuse(node, "this is no data", "write a value, a list or a map");
    const data: Record<string, unknown> = {};
    const merged: Record<string, unknown>[] = [];
    for (const pair of node.items) {
      const key = keyOf(pair);
      if (key === undefined) refuse((pair.key as Node) ?? node, "a key must be plain text", "write a plain key");
      else if (key === "__proto__") refuse(pair.key as Node, "__proto__ is no key", "remove it");
      else if (isMergeKey(pair)) merged.push(...[visit(pair.value as Node)].flat().filter(isRecord));
      else if (!Object.hasOwn(data, key)) data[key] = visit(pair.value as Node | null);
    }
    return merged.length === 0 ? data : Object.assign({}, ...merged.reverse(), data);
  };

  return visit(document.contents);
}

function keyOf(pair: Pair): string | undefined {
  if (!isScalar(pair.key) || pair.key.value === null || typeof pair.key.value === "object") return undefined;
  // The text of a key, not its value: 1.10 stays "1.10", and a key may look like a number or a boolean.
  return typeof pair.key.value === "string" ? pair.key.value : (pair.key.source ?? String(pair.key.value));
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.source === "<<" && pair.key.type === "PLAIN";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text range of a key or value, or of the nearest thing around it that was written. */
function rangeOf(document: Document, path: Path, target: "key" | "value"): Range | undefined {
  let node = document.contents as Node | null;
  let range = node?.range ?? undefined;
  for (const [index, key] of path.entries()) {
    const last = index === path.length - 1;
    const found = childOf(document, node, key);
    if (!found) return range;
    node = found.value;
    const keyRange = found.key?.range ?? undefined;
    const valueRange =
      isScalar(node) && node.value === null && node.source === "" ? undefined : (node?.range ?? undefined);
    // A block that spans lines is shown by its key.
    const block = (isMap(node) || isSeq(node)) && !node.flow;
    range = (last && target === "value" && !block ? (valueRange ?? keyRange) : (keyRange ?? valueRange)) ?? range;
  }
  return range;
}

interface Child {
  readonly key?: Node;
  readonly value: Node | null;
}

function childOf(document: Document, parent: Node | null, key: string | number): Child | undefined {
  const node = isAlias(parent) ? (parent.resolve(document) ?? null) : parent;
  if (isSeq(node)) {
    const value = node.items[Number(key)] as Node | undefined;
    return value && { value };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && !isMergeKey(item) && keyOf(item) === String(key));
  if (pair) return { key: pair.key as Node, value: pair.value as Node | null };
  for (const merge of node.items.filter(isMergeKey)) {
    const sources = isSeq(merge.value) ? merge.value.items : [merge.value];
    for (const source of sources) {
      const found = childOf(document, source as Node, key);
      if (found) return found;
    }
  }
  return undefined;
}

function rangeOfNode(node: Node): readonly [number, number] | undefined {
  return node.range ? [node.range[0], node.range[1]] : undefined;
}

/** Paths of every key that its own map holds twice. */
function duplicatePaths(document: Document): Path[] {
  const paths: Path[] = [];
  const visit = (node: unknown, path: Path) => {
    if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    if (!isMap(node)) return;
    const seen = new Set<string>();
    for (const pair of node.items) {
      const key = keyOf(pair);
      if (key === undefined) continue;
      if (seen.has(key) && !isMergeKey(pair)) paths.push([...path, key]);
      seen.add(key);
      visit(pair.value, [...path, key]);
    }
  };
  visit(document.contents, []);
  return paths;
}
