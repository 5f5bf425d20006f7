import type { Json, JsonObject } from "../terraform/hcl-values";

/** A way into a tree: keys and list positions from the root. */
export type Steps = readonly (string | number)[];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether two trees hold the same, whatever the order of their keys. */
export function same(one: unknown, other: unknown): boolean {
  return stable(one) === stable(other);
}

/** The value at a path, if there is one. */
export function valueAt(tree: unknown, steps: Steps): unknown {
  return steps.reduce(
    (value: unknown, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    tree,
  );
}

/** A copy of the tree with a value at the end of the way; `undefined` takes away what is there. */
export function withValue<T>(tree: T, [step, ...rest]: Steps, value: unknown): T {
  if (step === undefined) return value as T;
  const copy = (Array.isArray(tree) ? [...tree] : isObject(tree) ? { ...tree } : {}) as Record<
    string | number,
    unknown
  >;
  const inner = withValue(copy[step], rest, value);
  if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return copy as T;
}

/** A copy of the tree in which each string is what `change` makes of it. */
export function mapStrings(tree: Json, change: (text: string, steps: Steps) => Json, steps: Steps = []): Json {
  if (typeof tree === "string") return change(tree, steps);
  if (Array.isArray(tree)) return tree.map((item, index) => mapStrings(item, change, [...steps, index]));
  if (!isObject(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, item]) => [key, mapStrings(item, change, [...steps, key])]),
  );
}

function stable(value: unknown): string | undefined {
  return JSON.stringify(value, (_, item) =>
    isObject(item) ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1))) : item,
  );
}
