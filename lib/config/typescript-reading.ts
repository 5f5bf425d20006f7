import { argumentsOf, builtIn, isFunction, nothing, returnsOf } from "./typescript-calls";
import { itemOf, LISTS, listsOf, type Origin, type Origins, type Reading } from "./typescript-lists";
import { type Expression, madeOf, memberOf } from "./typescript-scope";
import type { SyntaxNode } from "./typescript-tree";
import { ownValue } from "./validate/schema-at";

/** More would be a program that is not read here, and may never end. */
const DEPTH = 60;
const STEPS = 50_000;

/**
 * Reads what expressions can be, without running the program. A condition leaves two possibilities; which of them it was,
 * the value that the program made says.
 */
export class StaticReading implements Reading {
  #depth = 0;
  #steps = 0;

  /** What an expression can be, without types and through names, calls and conditions. Never empty. */
  alternatives(expression: Expression): Expression[] {
    if (this.#depth >= DEPTH || this.#steps >= STEPS) return [expression];
    this.#depth++;
    this.#steps++;
    try {
      return this.#behind(expression).flatMap((each) => (each === expression ? [each] : this.alternatives(each)));
    } finally {
      this.#depth--;
    }
  }

  /** What an expression is one step behind it; `undefined` where that is not one other expression. */
  step(expression: Expression): Expression | undefined {
    const [only, ...others] = this.#behind(expression);
    return others.length === 0 && only !== expression ? only : undefined;
  }

  /** One step towards what an expression can be; the expression itself where there is none. */
  #behind(expression: Expression): Expression[] {
    const { node, scope } = expression;
    const within = (inner: unknown): Expression => ({ node: inner as SyntaxNode, scope });
    if (TRANSPARENT.has(node.type)) return [within(node.expression ?? node.argument)];
    switch (node.type) {
      case "Identifier":
        return [scope.find(node.name as string)?.value ?? expression];
      case "ConditionalExpression":
        return this.#branches(within(node.test), within(node.consequent), within(node.alternate));
      case "LogicalExpression":
        return this.#either(within(node.left), within(node.right), node.operator as string);
      case "Default":
        return this.#either(node.value as Expression, node.fallback as Expression, "??");
      case "CallExpression":
        return this.#returned(expression);
      case "Applied":
        return this.#applied(node.function as Expression, node.arguments as Expression[]) ?? [expression];
      case "MemberExpression": {
        const key = this.nameOf(within(node.property), node.computed);
        return key === undefined ? [expression] : [memberOf(within(node.object), key)];
      }
      case "Member": {
        const object = node.object as Expression;
        const found = this.alternatives(object).flatMap((each) => this.origins(each, node.key as string));
        if (found.includes("unknown")) return [expression];
        return found.map((each) => (each === "absent" ? nothing(expression) : (each as Origin).value));
      }
      default:
        return [expression];
    }
  }

  #branches(test: Expression, ...[yes, no]: [Expression, Expression]): Expression[] {
    const known = this.literal(test);
    if (known) return [known.value ? yes : no];
    return [yes, no];
  }

  /** `left ?? right`, `left || right`, `left && right`. */
  #either(left: Expression, right: Expression, operator: string): Expression[] {
    return this.alternatives(left).flatMap((each) => {
      const known = this.#known(each);
      const goesOn =
        known && (operator === "??" ? (known.value ?? null) === null : Boolean(known.value) === (operator === "&&"));
      if (goesOn !== undefined) return [goesOn ? right : each];
      return [operator === "&&" ? madeOf(each, { type: "Falsy" }) : each, right];
    });
  }

  /** A value by which conditions choose. */
  #known(expression: Expression): { readonly value: unknown } | undefined {
    if (isBlock(expression) || isFunction(expression)) return { value: {} };
    return this.#literalOf(expression);
  }

  #returned(call: Expression): Expression[] {
    const callee: Expression = { node: call.node.callee as SyntaxNode, scope: call.scope };
    const found = this.#applied(callee, argumentsOf(call));
    return found ?? [builtIn(call) ?? call];
  }

  #applied(callee: Expression, given: readonly (Expression | undefined)[]): Expression[] | undefined {
    const functions = this.alternatives(callee);
    if (!functions.every(isFunction)) return undefined;
    const found = functions.map((each) => returnsOf(each, given));
    return found.includes(undefined) ? undefined : (found.flat() as Expression[]);
  }

  /**
   * Where a property or an item can come from.
   *
   * @param length of the list in the program, where it is known
   */
  origins(expression: Expression, step: string | number, length?: number): Origins {
    const { type } = expression.node;
    if (type === "Falsy" || type === "Nothing") return ["absent"];
    if (type === "ObjectExpression") return this.#propertiesOf(expression, String(step));
    if (type === "FromEntries") return this.#entriesOf(expression.node.list as Expression, String(step));
    if (!LISTS.has(type) || !Number.isInteger(Number(step))) return ["unknown"];
    return listsOf(this, expression).flatMap((items) => itemOf(items, Number(step), length));
  }

  /** The last property of a name, and what may be over it. */
  #propertiesOf({ node, scope }: Expression, name: string): Origins {
    const found: (Origin | "absent" | "unknown")[] = [];
    for (const property of [...(node.properties as SyntaxNode[])].reverse()) {
      if (property.type === "SpreadElement") {
        const inner = this.alternatives({ node: property.argument as SyntaxNode, scope });
        const origins = inner.flatMap((each) =>
          this.#literalOf(each) ? (["absent"] as const) : this.origins(each, name),
        );
        if (origins.includes("unknown")) return ["unknown"];
        found.push(...origins.filter((each) => each !== "absent"));
        if (!origins.includes("absent")) return found;
        continue;
      }
      const key: Expression = { node: property.key as SyntaxNode, scope };
      const known = this.nameOf(key, property.computed);
      if (known === undefined || (known === name && property.type !== "ObjectProperty")) return ["unknown"];
      if (known === name) return [...found, { key, value: { node: property.value as SyntaxNode, scope } }];
    }
    return [...found, "absent"];
  }

  #entriesOf(list: Expression, name: string): Origins {
    return listsOf(this, list).flatMap(({ before, after }): Origins => {
      if (after) return ["unknown"];
      for (const item of [...before].reverse()) {
        const [key, value] = [memberOf(item, 0), memberOf(item, 1)];
        const known = this.literal(key);
        if (known === undefined) return ["unknown"];
        if (String(known.value) === name) return [{ key, value }];
      }
      return ["absent"];
    });
  }

  /** The name of a property; `undefined` where only the running program knows it. */
  nameOf(key: Expression, computed: unknown): string | undefined {
    if (key.node.type === "Identifier" && !computed) return key.node.name as string;
    const known = this.literal(key);
    return known && ["string", "number"].includes(typeof known.value) ? String(known.value) : undefined;
  }

  /** The value of a text, a number or a switch; `undefined` where it is not known. */
  literal(expression: Expression): { readonly value: unknown } | undefined {
    const [only, ...others] = this.alternatives(expression);
    return only && others.length === 0 ? this.#literalOf(only) : undefined;
  }

  #literalOf({ node, scope }: Expression): { readonly value: unknown } | undefined {
    if (["StringLiteral", "NumericLiteral", "BooleanLiteral"].includes(node.type)) return { value: node.value };
    if (node.type === "NullLiteral") return { value: null };
    if (node.type === "Nothing" || (node.type === "Identifier" && node.name === "undefined"))
      return { value: undefined };
    const parts =
      node.type === "TemplateLiteral"
        ? (node.expressions as SyntaxNode[])
        : node.type === "BinaryExpression" && node.operator === "+"
          ? [node.left as SyntaxNode, node.right as SyntaxNode]
          : undefined;
    const known = parts?.map((each) => this.literal({ node: each, scope }));
    if (known === undefined || known.includes(undefined)) return undefined;
    const values = known.map((each) => each?.value as string);
    if (node.type === "BinaryExpression") return { value: (values[0] as string) + (values[1] as string) };
    const texts = (node.quasis as { value: { cooked?: string } }[]).map(({ value }) => value.cooked ?? "");
    return { value: texts.map((text, index) => text + (values[index] ?? "")).join("") };
  }

  /** Whether an expression, as far as it is read, can have made a value. */
  agrees(expression: Expression, value: unknown): boolean {
    return this.alternatives(expression).some(
      (each) => !this.contradicts(each, value) && this.#agreesWithin(each, value),
    );
  }

  #agreesWithin(expression: Expression, value: unknown): boolean {
    if (!isBlock(expression) || this.#steps >= STEPS) return true;
    if (typeof value !== "object" || value === null) return false;
    const length = Array.isArray(value) ? value.length : undefined;
    if (this.#namesOf(expression).some((name) => !Object.hasOwn(value, name))) return false;
    return Object.keys(value).every((key) =>
      this.origins(expression, key, length).some(
        (each) => each === "unknown" || (each !== "absent" && this.agrees(each.value, ownValue(value, key))),
      ),
    );
  }

  /** Keys that an object has for certain. */
  #namesOf({ node, scope }: Expression): string[] {
    if (node.type !== "ObjectExpression") return [];
    return (node.properties as SyntaxNode[]).flatMap((property) => {
      if (property.type !== "ObjectProperty") return [];
      const value = this.alternatives({ node: property.value as SyntaxNode, scope });
      if (!value.every((each) => this.#known(each) && this.#known(each)?.value !== undefined)) return [];
      return this.nameOf({ node: property.key as SyntaxNode, scope }, property.computed) ?? [];
    });
  }

  /** Whether an alternative is not what the program made: another literal, or another kind of value. */
  contradicts(alternative: Expression, value: unknown): boolean {
    const { type } = alternative.node;
    if (type === "Falsy") return Boolean(value);
    if (isBlock(alternative))
      return typeof value !== "object" || value === null || Array.isArray(value) !== LISTS.has(type);
    const written = this.#literalOf(alternative);
    return written !== undefined && written.value !== value;
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

function isBlock({ node }: Expression): boolean {
  return LISTS.has(node.type) || node.type === "ObjectExpression" || node.type === "FromEntries";
}
