import { type Expression, madeOf, Scope, scopeOf } from "./typescript-scope";
import type { SyntaxNode } from "./typescript-tree";

const FUNCTIONS = new Set(["ArrowFunctionExpression", "FunctionDeclaration", "FunctionExpression"]);

export function isFunction({ node }: Expression): boolean {
  return FUNCTIONS.has(node.type);
}

/** The arguments of a call; `undefined` is one that the program computes, as is each after a spread. */
export function argumentsOf({ node, scope }: Expression): (Expression | undefined)[] {
  const given = node.arguments as SyntaxNode[];
  const spread = given.findIndex(({ type }) => type === "SpreadElement");
  return given.map((each, index) => (spread >= 0 && index >= spread ? undefined : { node: each, scope }));
}

/**
 * What a function can return for these arguments.
 *
 * @returns `undefined` where it does more than declare constants and return
 */
export function returnsOf(
  { node, scope: outer }: Expression,
  given: readonly (Expression | undefined)[],
): Expression[] | undefined {
  if (node.generator) return undefined;
  const scope = new Scope(outer);
  for (const [index, parameter] of (node.params as SyntaxNode[]).entries())
    scope.declare(parameter, index < given.length ? given[index] : nothing({ node: parameter, scope }), true);
  const body = node.body as SyntaxNode;
  if (body.type !== "BlockStatement") return [{ node: body, scope }];
  return returnsIn(body.body as SyntaxNode[], scope);
}

/** `undefined`, in place of an expression that is not there. */
export function nothing(at: Expression): Expression {
  return madeOf(at, { type: "Nothing" });
}

const DECLARATIONS = new Set([
  "FunctionDeclaration",
  "TSInterfaceDeclaration",
  "TSTypeAliasDeclaration",
  "VariableDeclaration",
]);

function returnsIn(statements: readonly SyntaxNode[], outer: Scope): Expression[] | undefined {
  const scope = scopeOf(statements, outer);
  const found: Expression[] = [];
  for (const statement of statements) {
    if (DECLARATIONS.has(statement.type)) continue;
    const { consequent, alternate } = statement;
    if (statement.type === "ReturnStatement") return [...found, returned(statement, scope)];
    if (statement.type !== "IfStatement" || alternate) return undefined;
    const only = onlyStatement(consequent as SyntaxNode);
    if (only.type !== "ReturnStatement") return undefined;
    found.push(returned(only, scope));
  }
  return undefined;
}

function returned(statement: SyntaxNode, scope: Scope): Expression {
  const { argument } = statement;
  return argument ? { node: argument as SyntaxNode, scope } : nothing({ node: statement, scope });
}

function onlyStatement(statement: SyntaxNode): SyntaxNode {
  const inner = statement.type === "BlockStatement" ? (statement.body as SyntaxNode[]) : [];
  return inner.length === 1 ? (inner[0] as SyntaxNode) : statement;
}

/** What a function of the language, or of this package, returns; `undefined` for any other. */
export function builtIn(call: Expression): Expression | undefined {
  const { callee } = call.node as unknown as { callee: SyntaxNode };
  const [first, ...rest] = argumentsOf(call);
  const { name, object, property, computed } = callee as unknown as Callee;
  const method = property && !computed ? property.name : undefined;
  if (method === "map" && object && first) {
    const list: Expression = { node: object, scope: call.scope };
    return madeOf(call, { type: "Mapped", list, function: first });
  }
  if ([name, method].includes("defineConfig")) return first;
  switch (`${object?.name ?? ""}.${method ?? name}`) {
    case "Object.freeze":
    case "Promise.resolve":
    case ".structuredClone":
      return first;
    case "Object.assign":
      return assigned(call);
    case "Object.fromEntries":
      return first && rest.length === 0 ? madeOf(call, { type: "FromEntries", list: first }) : undefined;
    case "Object.entries":
    case "Object.keys":
    case "Object.values":
      return first && madeOf(call, { type: "ListOf", object: first, what: method });
    default:
      return undefined;
  }
}

interface Callee {
  readonly name?: string;
  readonly object?: SyntaxNode & { readonly name?: string };
  readonly property?: { readonly name?: string };
  readonly computed?: boolean;
}

/** `Object.assign(a, b)` has what `{ ...a, ...b }` has. */
function assigned(call: Expression): Expression {
  const properties = (call.node.arguments as SyntaxNode[]).map((argument) =>
    argument.type === "SpreadElement"
      ? { ...argument, argument: { ...argument, type: "Unknown" } }
      : { ...argument, type: "SpreadElement", argument },
  );
  return madeOf(call, { type: "ObjectExpression", properties });
}
