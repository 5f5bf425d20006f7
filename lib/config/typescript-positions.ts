import type { Path } from "../model/source";
import type { Origin, Origins } from "./typescript-lists";
import { StaticReading } from "./typescript-reading";
import { type Expression, scopeOf } from "./typescript-scope";
import type { SyntaxTree } from "./typescript-tree";
import { ownValue } from "./validate/schema-at";

type Range = readonly [start: number, end: number];

/**
 * Finds where in a program a value of the config that it exported is written: through constants and functions of the
 * file, spreads, conditions, `map` and types. What a program imports, or computes in another way, is shown by the nearest
 * thing around it that is written in the file.
 */
export class TypeScriptPositions {
  /** @param value the config, as the program made it: what is written must agree with it */
  constructor(
    private readonly tree: SyntaxTree,
    private readonly value: unknown,
  ) {}

  /** The range of a key or value, or of the nearest thing around it, in UTF-16 code units. */
  rangeOf(path: Path, target: "key" | "value"): Range {
    const reading = new StaticReading();
    let expression: Expression = { node: this.tree.root, scope: scopeOf(this.tree.body) };
    let range: Range = [this.tree.root.start, this.tree.root.end];
    let list: Range | undefined;
    let value = this.value;
    for (const [index, step] of path.entries()) {
      const inner = ownValue(value, step);
      const found =
        inner === undefined ? undefined : chosen(reading, originsOf(reading, expression, step, value), inner);
      if (found === undefined) return range;
      // What is at a place of a list may be another item of it.
      if (typeof step === "number") list = range;
      if (reading.alternatives(found.value).every((each) => reading.contradicts(each, inner))) return list ?? range;
      expression = found.value;
      value = inner;
      const isLast = index === path.length - 1;
      const own = shown(reading, expression);
      range =
        isLast && target === "value" && !spansLines(own)
          ? rangeAt(own)
          : rangeAt(found.key ? shown(reading, found.key) : own);
    }
    return range;
  }
}

/** Where what is at a step of a value can come from. */
function originsOf(reading: StaticReading, expression: Expression, step: string | number, value: unknown): Origins {
  const all = reading.alternatives(expression);
  const agreeing = all.length > 1 ? all.filter((each) => reading.agrees(each, value)) : all;
  const length = Array.isArray(value) ? value.length : undefined;
  return (agreeing.length > 0 ? agreeing : all).flatMap((each) => reading.origins(each, step, length));
}

/** The only origin that can have made the value. */
function chosen(reading: StaticReading, origins: Origins, value: unknown): Origin | undefined {
  if (origins.includes("unknown")) return undefined;
  const places = new Map(
    origins.flatMap((each) =>
      typeof each === "string" ? [] : [[rangeAt(shown(reading, each.value)).join(), each] as const],
    ),
  );
  const found = [...places.values()];
  const [only, ...others] = found.length > 1 ? found.filter((each) => reading.agrees(each.value, value)) : found;
  return others.length === 0 ? only : undefined;
}

/** Where an expression is written: of a parameter what the call gives, of an item of `map` what the function returns. */
function shown(reading: StaticReading, expression: Expression, depth = 0): Expression {
  if (depth > 20) return expression;
  const { node, scope } = expression;
  const behind = (() => {
    if (node.type === "Identifier") {
      const named = scope.find(node.name as string);
      return named?.isParameter ? named.value : undefined;
    }
    return node.type === "Member" || node.type === "Default" || node.type === "Applied"
      ? reading.step(expression)
      : undefined;
  })();
  return behind ? shown(reading, behind, depth + 1) : expression;
}

function rangeAt({ node }: Expression): Range {
  return [node.start, node.end];
}

/** A map or a list that spans lines is shown by its key. */
function spansLines({ node }: Expression): boolean {
  const { start, end } = node.loc as { start: { line: number }; end: { line: number } };
  return start.line !== end.line && node.type !== "TemplateLiteral";
}
