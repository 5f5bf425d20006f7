import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { MAX_DEPTH, MAX_VALUES } from "./plain-data";
import type { Unreadable } from "./problem";
import { emptyFile, type SourceFile, unreadableFile } from "./source-file";
import { textLines } from "./text-lines";
import { composeYaml } from "./yaml-document";
import { isMergeKey, keyOf, mergeSources, YamlTree } from "./yaml-tree";

/**
 * Reads YAML, and JSON, which is YAML: data only, nothing in it is executed.
 * Anchors, aliases and merge keys (`<<`) are followed; a finding in an aliased value points at the anchor's text.
 * Keys at the top that begin with `x-` have a place for anchors, and are no part of the value.
 */
export function readYaml(file: string, text: string): SourceFile {
  const lines = textLines(text);
  const refused = (unreadable: readonly Unreadable[]) => ({ ...unreadableFile(file, ...unreadable), ...lines });

  const { document, unreadable } = composeYaml(text);
  if (document === undefined || unreadable.length > 0) return refused(firstOfEachLine(unreadable, lines.position));
  if (isEmpty(document)) return refused([emptyFile()]);

  const tree = new YamlTree(document);
  const { value, refusals } = toData(tree);
  if (refusals.length > 0) return refused(refusals);
  return {
    file,
    ...lines,
    value: withoutExtensions(value),
    unreadable: [],
    duplicates: tree.duplicates(),
    locate: (path, target) => {
      const range = tree.rangeOf(path, target);
      return range && lines.position([range[0], range[1]]);
    },
  };
}

/** One mistake in a line makes the reader stumble several times; its first complaint is the one to read. */
function firstOfEachLine(
  unreadable: readonly Unreadable[],
  position: (range: readonly [number, number]) => { line: number },
): Unreadable[] {
  const lineOf = ({ range }: Unreadable) => range && position(range).line;
  return unreadable.filter((each, index) => unreadable.findIndex((other) => lineOf(other) === lineOf(each)) === index);
}

/** Nothing but comments, or a bare `---`. */
function isEmpty({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === "");
}

/** Turns a document into plain data, following aliases as far as they go. */
function toData(tree: YamlTree): { readonly value: unknown; readonly refusals: readonly Unreadable[] } {
  const refusals: Unreadable[] = [];
  const refused = new Set<Node>();
  const open = new Set<Node>();
  let count = 0;
  let exhausted = false;

  /** Once for each node, however many aliases lead to it. */
  const refuse = (node: Node, message: string, fix: string) => {
    if (refused.has(node)) return undefined;
    refused.add(node);
    const range = node.range ? { range: [node.range[0], node.range[1]] as const } : {};
    refusals.push({ rule: "CFG-03", message, fix, ...range });
    return undefined;
  };

  /** A limit is said once, and ends the visit. */
  const exhaust = (node: Node, message: string, fix: string) => {
    exhausted = true;
    return refuse(node, message, fix);
  };

  const visit = (node: Node | null): unknown => {
    if (node === null || exhausted) return null;
    if (++count > MAX_VALUES) return exhaust(node, "the aliases expand to too many values", "use fewer aliases");
    if (isAlias(node)) {
      const target = tree.targetOf(node);
      return target
        ? visit(target)
        : refuse(node, `no anchor &${node.source} before this alias`, "define the anchor first");
    }
    if (isScalar(node))
      return isData(node.value) ? node.value : refuse(node, "this is not plain data", "write it as a string");
    if (open.has(node)) return refuse(node, "this anchor contains itself", "remove the cycle");
    if (open.size > MAX_DEPTH) return exhaust(node, "this is nested too deep", `nest at most ${MAX_DEPTH} levels`);
    open.add(node);
    const data = isSeq(node) ? node.items.map((item) => visit(item as Node)) : isMap(node) ? visitMap(node) : undefined;
    open.delete(node);
    return data;
  };

  const visitMap = (node: YAMLMap): unknown => {
    const data: Record<string, unknown> = {};
    const under: Record<string, unknown>[] = [];
    for (const pair of node.items) {
      const key = keyOf(pair);
      if (key === undefined) refuse((pair.key as Node) ?? node, "a key must be plain text", "write a plain key");
      else if (key === "__proto__") refuse(pair.key as Node, "__proto__ is not a valid key", "remove it");
      else if (isMergeKey(pair)) under.unshift(...mergeSources(pair).map(visitMergeSource).reverse());
      else data[key] = visit(pair.value as Node | null);
    }
    return under.length === 0 ? data : Object.assign({}, ...under, data);
  };

  const visitMergeSource = (node: Node): Record<string, unknown> => {
    const data = visit(node);
    if (typeof data === "object" && data !== null && !Array.isArray(data)) return data as Record<string, unknown>;
    if (data !== undefined) refuse(node, "<< merges maps only", "write a map or the alias of one");
    return {};
  };

  return { value: visit(tree.document.contents as Node | null), refusals };
}

function withoutExtensions(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith("x-")));
}

/** YAML 1.1 knows dates, sets and big integers; a config does not. */
function isData(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
