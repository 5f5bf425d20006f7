import type { SyntaxNode } from "./typescript-tree";

/** An expression of a program, with the names that it can use. */
export interface Expression {
  readonly node: SyntaxNode;
  readonly scope: Scope;
}

/** What a name is in a program. */
export interface Named {
  /** `undefined` where only the running program knows it. */
  readonly value: Expression | undefined;
  readonly isParameter: boolean;
}

/** The names of a program or of one call of a function, and those around it. */
export class Scope {
  readonly #names = new Map<string, Named>();

  constructor(private readonly outer?: Scope) {}

  find(name: string): Named | undefined {
    return this.#names.get(name) ?? this.outer?.find(name);
  }

  /** Declares every name of a pattern: `name`, `{ name }`, `[name]`, each with a default or without. */
  declare(pattern: SyntaxNode, value: Expression | undefined, isParameter = false): void {
    const each = (inner: unknown, key: string | number | undefined) => {
      if (inner !== null && inner !== undefined)
        this.declare(inner as SyntaxNode, value && key !== undefined ? memberOf(value, key) : undefined, isParameter);
    };
    switch (pattern.type) {
      case "Identifier":
        this.#names.set(pattern.name as string, { value, isParameter });
        return;
      case "AssignmentPattern": {
        const fallback: Expression = { node: pattern.right as SyntaxNode, scope: this };
        this.declare(pattern.left as SyntaxNode, value && withDefault(value, fallback), isParameter);
        return;
      }
      case "ObjectPattern":
        for (const { key, value: inner, argument, computed } of pattern.properties as SyntaxNode[])
          each(inner ?? argument, inner === undefined || computed ? undefined : nameOf(key as SyntaxNode));
        return;
      case "ArrayPattern":
        for (const [index, inner] of (pattern.elements as (SyntaxNode | null)[]).entries()) each(inner, index);
        return;
      case "RestElement":
        each(pattern.argument, undefined);
    }
  }
}

/** The scope of statements: what their constants and functions are. What can be assigned again is not known. */
export function scopeOf(statements: readonly SyntaxNode[], outer?: Scope): Scope {
  const scope = new Scope(outer);
  for (const statement of statements) {
    const declaration = (statement.declaration ?? statement) as SyntaxNode;
    if (declaration.type === "VariableDeclaration")
      for (const { id, init } of declaration.declarations as SyntaxNode[]) {
        const isKnown = declaration.kind === "const" && init !== null && init !== undefined;
        scope.declare(id as SyntaxNode, isKnown ? { node: init as SyntaxNode, scope } : undefined);
      }
    else if (declaration.id !== null && declaration.id !== undefined) {
      const isFunction = declaration.type === "FunctionDeclaration";
      scope.declare(declaration.id as SyntaxNode, isFunction ? { node: declaration, scope } : undefined);
    }
  }
  return scope;
}

/** `object.key`, of an expression with a scope of its own. */
export function memberOf(object: Expression, key: string | number): Expression {
  return madeOf(object, { type: "Member", object, key });
}

/** An expression in place of what the program makes of another one. */
export function madeOf(
  { node, scope }: Expression,
  made: { readonly type: string; readonly [field: string]: unknown },
): Expression {
  const { start, end, loc } = node;
  return { node: { start, end, loc, ...made }, scope };
}

function withDefault(value: Expression, fallback: Expression): Expression {
  return madeOf(value, { type: "Default", value, fallback });
}

function nameOf(key: SyntaxNode): string | undefined {
  const name = key.type === "Identifier" ? key.name : key.value;
  return typeof name === "string" ? name : undefined;
}
