import type { Path } from "../model/source";
import type { SyntaxNode, SyntaxTree } from "./typescript-tree";
import { ownValue } from "./validate/schema-at";

type Range = readonly [start: number, end: number];

interface Child {
  /** Absent of an item of a list. */
  readonly key?: SyntaxNode;
  readonly value: SyntaxNode;
}

/**
 * Finds where in a program a value of the config that it exported is written: through constants of the file, spreads,
 * `as`, `satisfies` and `defineConfig(...)`. What a program computes, or imports, is shown by the nearest thing around
 * it that is written in the file.
 */
export class TypeScriptPositions {
  /** @param value the config, as the program made it: what a literal says must agree with it */
  constructor(
    private readonly tree: SyntaxTree,
    private readonly value: unknown,
  ) {}

  /** The range of a key or value, or of the nearest thing around it, in UTF-16 code units. */
  rangeOf(path: Path, target: "key" | "value"): Range {
    let node = this.tree.root;
    let range: Range = [node.start, node.end];
    let value = this.value;
    for (const [index, step] of path.entries()) {
      const child = this.#childOf(this.#resolved(node), step);
      value = ownValue(value, step);
      if (child === undefined || this.#contradicts(child.value, value)) return range;
      node = child.value;
      const isLast = index === path.length - 1;
      const shown = isLast && target === "value" && !isBlock(node) ? node : (child.key ?? node);
      range = [shown.start, shown.end];
    }
    return range;
  }

  /** The expression behind a node, without its types and through constants. */
  #resolved(node: SyntaxNode, depth = 0): SyntaxNode {
    if (depth > 50) return node;
    const inner = this.#step(node, depth);
    return inner ? this.#resolved(inner, depth + 1) : node;
  }

  #step(node: SyntaxNode, depth: number): SyntaxNode | undefined {
    if (TRANSPARENT.has(node.type)) return (node.expression ?? node.argument) as SyntaxNode;
    if (node.type === "Identifier") return this.tree.constants.get(node.name as string);
    if (node.type === "CallExpression") return argumentOf(node);
    if (node.type !== "MemberExpression") return undefined;
    const key = keyOf({ key: node.property as SyntaxNode, computed: node.computed });
    if (key === undefined) return undefined;
    return this.#childOf(this.#resolved(node.object as SyntaxNode, depth + 1), key)?.value;
  }

  #childOf(node: SyntaxNode, step: string | number): Child | undefined {
    if (node.type === "ObjectExpression") return this.#propertyOf(node, String(step), 0);
    if (node.type !== "ArrayExpression") return undefined;
    const item = this.#itemsOf(node, 0)[Number(step)];
    return item && { value: item };
  }

  /** The last property of a name; `undefined` where something after it may have the same name. */
  #propertyOf(object: SyntaxNode, name: string, depth: number): Child | undefined {
    for (const property of [...(object.properties as SyntaxNode[])].reverse()) {
      if (property.type === "SpreadElement") {
        const inner = this.#resolved(property.argument as SyntaxNode);
        if (inner.type !== "ObjectExpression" || depth > 50) return undefined;
        const found = this.#propertyOf(inner, name, depth + 1);
        if (found || this.#isUncertain(inner, depth + 1)) return found;
        continue;
      }
      const key = keyOf(property);
      if (key === name && property.type === "ObjectProperty")
        return { key: property.key as SyntaxNode, value: property.value as SyntaxNode };
      if (key === undefined || key === name) return undefined;
    }
    return undefined;
  }

  /** Whether an object may have properties that the file does not name. */
  #isUncertain(object: SyntaxNode, depth: number): boolean {
    return (object.properties as SyntaxNode[]).some((property) => {
      if (property.type !== "SpreadElement") return keyOf(property) === undefined;
      const inner = this.#resolved(property.argument as SyntaxNode);
      return inner.type !== "ObjectExpression" || depth > 50 || this.#isUncertain(inner, depth + 1);
    });
  }

  /** The items of a list, as far as their number is known. */
  #itemsOf(list: SyntaxNode, depth: number): (SyntaxNode | undefined)[] {
    const items: (SyntaxNode | undefined)[] = [];
    for (const element of list.elements as (SyntaxNode | null)[]) {
      if (element?.type !== "SpreadElement") {
        items.push(element ?? undefined);
        continue;
      }
      const inner = this.#resolved(element.argument as SyntaxNode);
      if (inner.type !== "ArrayExpression" || depth > 50) return items;
      const spread = this.#itemsOf(inner, depth + 1);
      items.push(...spread);
      if (spread.length < (inner.elements as unknown[]).length) return items;
    }
    return items;
  }

  /** Whether a literal is not what the program made of it: a statement changed it since. */
  #contradicts(node: SyntaxNode, value: unknown): boolean {
    const written = literal(this.#resolved(node));
    return written !== undefined && written !== value;
  }
}

/** Wrappers that leave a value as it is. */
const TRANSPARENT = new Set([
  "AwaitExpression",
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
]);

/** What `defineConfig(...)` and `Object.freeze(...)` return. */
function argumentOf({ callee, arguments: given }: SyntaxNode): SyntaxNode | undefined {
  const { name, property } = callee as { name?: string; property?: SyntaxNode };
  const isIdentity = name === "defineConfig" || ["defineConfig", "freeze"].includes(String(property?.name));
  return isIdentity ? (given as SyntaxNode[])[0] : undefined;
}

/** The name of a property; `undefined` where the program computes it. */
function keyOf({ key, computed }: { readonly [field: string]: unknown }): string | undefined {
  const node = key as SyntaxNode;
  if (node.type === "Identifier" && !computed) return node.name as string;
  const value = literal(node);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function literal(node: SyntaxNode): unknown {
  if (["StringLiteral", "NumericLiteral", "BooleanLiteral"].includes(node.type)) return node.value;
  if (node.type !== "TemplateLiteral" || (node.expressions as unknown[]).length > 0) return undefined;
  const [text] = node.quasis as { readonly value: { readonly cooked?: string } }[];
  return text?.value.cooked;
}

/** A map or a list that spans lines is shown by its key. */
function isBlock(node: SyntaxNode): boolean {
  const { start, end } = node.loc as { start: { line: number }; end: { line: number } };
  return start.line !== end.line && ["ObjectExpression", "ArrayExpression"].includes(node.type);
}
