import type { createJiti } from "jiti";

/** A node of the syntax tree, as Babel has them: https://github.com/babel/babel/blob/main/packages/babel-parser/ast/spec.md */
export interface SyntaxNode {
  readonly type: string;
  /** Offsets in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** The exported config and the statements of a program. */
export interface SyntaxTree {
  readonly root: SyntaxNode;
  readonly body: readonly SyntaxNode[];
}

/**
 * Parses a program with the parser that jiti has in it, and takes what its default export is made of.
 *
 * @returns `undefined` where the text cannot be parsed, or exports nothing by default
 */
export function parseTypeScript(jiti: ReturnType<typeof createJiti>, text: string): SyntaxTree | undefined {
  let tree: SyntaxTree | undefined;
  const reader = () => ({
    parserOverride(code: string, options: unknown, parse: (code: string, options: unknown) => { program: Program }) {
      tree = treeOf(parse(code, options).program.body);
      // The tree is all that is wanted: nothing needs to be transformed.
      throw new Error("parsed");
    },
  });
  try {
    jiti.transform({ source: text, ts: true, babel: { plugins: [reader] } });
  } catch {
    // Whatever is wrong with the program was said when it ran.
  }
  return tree;
}

interface Program {
  readonly body: readonly SyntaxNode[];
}

function treeOf(body: readonly SyntaxNode[]): SyntaxTree | undefined {
  const [root] = body.flatMap(defaultExport);
  return root && { root, body };
}

function defaultExport(statement: SyntaxNode): SyntaxNode[] {
  switch (statement.type) {
    case "ExportDefaultDeclaration":
      return [statement.declaration as SyntaxNode];
    case "TSExportAssignment":
      return [statement.expression as SyntaxNode];
    case "ExportNamedDeclaration":
      return (statement.specifiers as SyntaxNode[])
        .filter(({ exported }) => (exported as SyntaxNode | undefined)?.name === "default")
        .flatMap(({ local }) => (local as SyntaxNode | undefined) ?? []);
    case "ExpressionStatement":
      return moduleExports(statement.expression as SyntaxNode);
    default:
      return [];
  }
}

/** `module.exports = ...` */
function moduleExports({ type, left, right }: SyntaxNode): SyntaxNode[] {
  if (type !== "AssignmentExpression") return [];
  const { object, property } = left as { object?: SyntaxNode; property?: SyntaxNode };
  return object?.name === "module" && property?.name === "exports" ? [right as SyntaxNode] : [];
}
