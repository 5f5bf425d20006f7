/**
 * Plain data in which whatever occurs twice is written once. Each node is a value, or a list: the number of its keys in
 * `shapes`, or -1 of an array, then the numbers of its values among the nodes before it. The last node is the whole.
 */
export interface Packed {
  readonly shapes: readonly (readonly string[])[];
  readonly nodes: readonly (string | number | boolean | null | readonly number[])[];
}

const ARRAY = -1;

/** Packs plain data; keys without a value are left out, as in JSON. */
export function pack(value: unknown): Packed {
  const shapes: string[][] = [];
  const shapeOf = new Map<string, number>();
  const nodes: Packed["nodes"][number][] = [];
  const known = new Map<unknown, number>();
  const byObject = new Map<object, number>();

  const add = (id: unknown, node: Packed["nodes"][number]) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, nodes.length);
    return nodes.push(node) - 1;
  };
  const shape = (keys: string[]) => {
    const id = keys.join("\0");
    const found = shapeOf.get(id);
    if (found !== undefined) return found;
    shapeOf.set(id, shapes.length);
    return shapes.push(keys) - 1;
  };
  const visit = (item: unknown): number => {
    if (typeof item !== "object" || item === null)
      return add(typeof item === "string" ? `"${item}` : item, item as null);
    const found = byObject.get(item);
    if (found !== undefined) return found;
    const node = [ARRAY];
    if (Array.isArray(item)) for (const each of item) node.push(visit(each));
    else {
      const parts = item as Record<string, unknown>;
      const keys = Object.keys(parts).filter((key) => parts[key] !== undefined);
      node[0] = shape(keys);
      for (const key of keys) node.push(visit(parts[key]));
    }
    const index = add(node.join(), node);
    byObject.set(item, index);
    return index;
  };
  visit(value);
  return { shapes, nodes };
}

/** What was packed. Equal parts are one object: two parts are equal if they are the same. */
export function unpack({ shapes, nodes }: Packed): unknown {
  const values: unknown[] = [];
  for (const node of nodes) {
    if (!Array.isArray(node)) {
      values.push(node);
      continue;
    }
    const [shape, ...parts] = node as [number, ...number[]];
    const items = parts.map((part) => values[part]);
    if (shape === ARRAY) values.push(items);
    else {
      const keys = shapes[shape] as readonly string[];
      values.push(Object.fromEntries(keys.map((key, index) => [key, items[index]])));
    }
  }
  return values.at(-1);
}
