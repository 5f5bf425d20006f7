import { Document, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import { printable } from "../text/printable";
import type { AdoptedConfig, AdoptedPool } from "./adopted-config";
import type { NotHeld } from "./not-held";

/** How long a list or a map may be that is written on one line. */
const ONE_LINE = 88;

const HEAD = ` What AWS had when this was written. It resolves to exactly that: the first plan imports, and adds, changes and destroys nothing.
 adopted: for life; it is imported. unset: AWS has never been given a value. Secrets of identity providers are variables.`;

/**
 * The config as YAML: with a comment at each client that says why it has its platform, and what the config does not hold
 * as comments of its pool.
 *
 * @param left what is not held, by the key of the pool
 */
export function configText({ config, pools }: AdoptedConfig, left: ReadonlyMap<string, readonly NotHeld[]>): string {
  const document = new Document(config, { aliasDuplicateObjects: false });
  document.commentBefore = HEAD;
  shorten(document.contents);
  for (const pool of pools) {
    const node = document.getIn(["pools", pool.key], true) as YAMLMap;
    comment(pairOf(document.getIn(["pools"], true) as YAMLMap, pool.key), poolComment(pool, left.get(pool.key) ?? []));
    const clients = node.get("clients", true) as unknown as YAMLMap;
    for (const { key, because } of pool.clients) comment(pairOf(clients, key), ` ${because}`);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function poolComment({ described }: AdoptedPool, left: readonly NotHeld[]): string {
  const { Name, Id } = described.userPool;
  const lines = left.map(({ what, apply }) => `   ${what}: ${apply}`);
  return [` ${printable(`${Name}, ${Id}`)}`, ...(lines.length > 0 ? [" Not in this config:", ...lines] : [])].join(
    "\n",
  );
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => (isScalar(pair.key) ? pair.key.value : pair.key) === key);
}

function comment(pair: Pair | undefined, text: string): void {
  if (isScalar(pair?.key)) pair.key.commentBefore = text;
}

/** Short lists, and short maps of nothing but scalars, take one line. */
function shorten(node: unknown): void {
  if (isMap(node)) {
    for (const { value } of node.items) shorten(value);
    const isFlat = node.items.every(({ value }) => isScalar(value) && !String(value.value).includes("\n"));
    if (isFlat && node.items.length > 0 && lengthOf(node) <= ONE_LINE / 1.5) node.flow = true;
  } else if (isSeq(node)) {
    for (const item of node.items) shorten(item);
    if (node.items.every(isScalar) && lengthOf(node) <= ONE_LINE) node.flow = true;
  }
}

function lengthOf(node: Node): number {
  return JSON.stringify(node.toJSON()).length;
}
