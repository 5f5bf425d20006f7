import { nothing } from "./typescript-calls";
import { type Expression, madeOf } from "./typescript-scope";
import type { SyntaxNode } from "./typescript-tree";

/** Where a property or an item of a value comes from. */
export interface Origin {
  /** Absent of an item of a list. */
  readonly key?: Expression;
  readonly value: Expression;
}

/** `absent`: from nowhere here. `unknown`: perhaps from something that only the running program knows. */
export type Origins = readonly (Origin | "absent" | "unknown")[];

/** What lists need to be read. */
export interface Reading {
  /** What an expression can be, without types and through names, calls and conditions. Never empty. */
  alternatives(expression: Expression): Expression[];
  /** The name of a property; `undefined` where only the running program knows it. */
  nameOf(key: Expression, computed: unknown): string | undefined;
}

/** The nodes that are lists. */
export const LISTS: ReadonlySet<string> = new Set(["ArrayExpression", "ListOf", "Mapped"]);

/** The items of a list: all of them, or those before and after what only the running program knows. */
export interface Items {
  readonly before: readonly Expression[];
  /** Absent where `before` is all. */
  readonly after?: readonly Expression[];
}

const UNKNOWN: Items = { before: [], after: [] };

/** Possible lists: more come of conditions within conditions. */
const MOST = 32;

/** What the items of a list can be: one result for each possibility. */
export function listsOf(reading: Reading, list: Expression): Items[] {
  const found = reading.alternatives(list).flatMap((each): Items[] => {
    switch (each.node.type) {
      case "Falsy":
        return [{ before: [] }];
      case "Mapped":
        return mapped(reading, each);
      case "ListOf":
        return listed(reading, each);
      case "ArrayExpression":
        return written(reading, each);
      default:
        return [UNKNOWN];
    }
  });
  return found.length > MOST ? [UNKNOWN] : found;
}

/** Where an item comes from; nowhere where the program made a list of another length. */
export function itemOf({ before, after }: Items, index: number, length?: number): Origins {
  if (length !== undefined) {
    const known = before.length + (after?.length ?? 0);
    if (after ? known > length : known !== length) return [];
  }
  const ofAfter = after && length !== undefined ? index - (length - after.length) : -1;
  const value = before[index] ?? (ofAfter >= 0 ? after?.[ofAfter] : undefined);
  return [value ? { value } : after ? "unknown" : "absent"];
}

function written(reading: Reading, { node, scope }: Expression): Items[] {
  let lists: Items[] = [{ before: [] }];
  for (const element of node.elements as (SyntaxNode | null)[]) {
    const item: Expression = { node: element ?? node, scope };
    const added: Items[] =
      element?.type === "SpreadElement"
        ? listsOf(reading, { node: element.argument as SyntaxNode, scope })
        : [{ before: [element ? item : nothing(item)] }];
    if (lists.length * added.length > MOST) return [UNKNOWN];
    lists = lists.flatMap((items) => added.map((more) => joined(items, more)));
  }
  return lists;
}

function joined(items: Items, more: Items): Items {
  if (!items.after) return { ...more, before: [...items.before, ...more.before] };
  return { before: items.before, after: more.after ?? [...items.after, ...more.before] };
}

/** `list.map(function)` */
function mapped(reading: Reading, expression: Expression): Items[] {
  const { list, function: applied } = expression.node as unknown as { list: Expression; function: Expression };
  const each = (item: Expression, index?: number): Expression => {
    const at = index === undefined ? undefined : madeOf(expression, { type: "NumericLiteral", value: index });
    return madeOf(expression, { type: "Applied", function: applied, arguments: [item, at] });
  };
  return listsOf(reading, list).map(({ before, after }) => ({
    before: before.map(each),
    ...(after && { after: after.map((item) => each(item)) }),
  }));
}

/** `Object.entries`, `Object.keys` and `Object.values` of an object whose properties are all written. */
function listed(reading: Reading, { node: call }: Expression): Items[] {
  const { object, what } = call as unknown as { object: Expression; what: string };
  return reading.alternatives(object).map(({ node, scope }) => {
    const properties = node.type === "ObjectExpression" ? (node.properties as SyntaxNode[]) : [];
    const names = properties.map(({ type, key, computed }) =>
      type === "ObjectProperty" ? reading.nameOf({ node: key as SyntaxNode, scope }, computed) : undefined,
    );
    // Numbers come first, whatever the order in which they are written.
    const isPlain = (name?: string) => name !== undefined && !/^\d+$/.test(name);
    if (node.type !== "ObjectExpression" || !names.every(isPlain)) return UNKNOWN;
    const items = properties.map((property, index) => {
      const key = { ...(property.key as SyntaxNode), type: "StringLiteral", value: names[index] };
      if (what === "keys") return key;
      const value = property.value as SyntaxNode;
      return what === "values" ? value : { ...property, type: "ArrayExpression", elements: [key, value] };
    });
    return { before: items.map((item): Expression => ({ node: item as SyntaxNode, scope })) };
  });
}
