import { alignedLines } from "./hcl-alignment";
import { DYNAMIC, NESTED, type Shape } from "./hcl-shapes";
import { plainText, quoted } from "./hcl-strings";
import { argumentValue, definedKeys, type Json, type JsonObject, type StringKind } from "./hcl-values";

/** One block of the JSON, its labels taken off. */
export interface LabelledBody {
  readonly labels: readonly string[];
  readonly body: JsonObject;
}

/** Where a body is, and what the JSON does not say about it. */
export interface Place {
  readonly shape: Shape;
  /** Its path in the provider's schema: `aws_cognito_user_pool.schema`. */
  readonly path: string;
  readonly indent: string;
  /** Whether the schema has a block at a path, rather than an argument. */
  readonly isBlock: (path: string) => boolean;
  /** The arguments and blocks that come first in a provider's resources. */
  readonly first: readonly string[];
}

/**
 * The blocks in a value: an object, or a list of them, below as many levels of labels.
 *
 * @throws TypeError when the value is anything else.
 */
export function bodies(value: Json, labels: number): LabelledBody[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => bodies(item, labels));
  if (typeof value !== "object") throw new TypeError(`not the body of a block: ${JSON.stringify(value)}`);
  const object = value as JsonObject;
  if (labels === 0) return [{ labels: [], body: object }];
  return keysOf(object).flatMap((label) =>
    bodies(object[label], labels - 1).map((inner) => ({ ...inner, labels: [label, ...inner.labels] })),
  );
}

/**
 * A block in HCL, from its first line to its closing brace.
 *
 * @throws SyntaxError when a template or an expression in it is invalid.
 * @throws TypeError when a nested block is not an object.
 */
export function block(kind: string, { labels, body }: LabelledBody, place: Place): string {
  const head = [kind, ...labels.map((label) => quoted(plainText(label))), "{"].join(" ");
  const inner = { ...place, indent: `${place.indent}  ` };
  const parts = [argumentLines(body, inner), ...nestedBlocks(body, inner)].filter((part) => part !== "");
  return place.indent + (parts.length === 0 ? `${head}}` : `${head}\n${parts.join("\n\n")}\n${place.indent}}`);
}

/** The place of the bodies at a key; the path is empty at the top level of the configuration. */
export function placeOf(key: string, labels: readonly string[], shape: Shape, outer: Place): Place {
  return { ...outer, shape, path: pathOf(key, labels, outer) };
}

function pathOf(key: string, labels: readonly string[], outer: Place): string {
  if (outer.shape === DYNAMIC) return outer.path;
  if (labels.length === 0) return `${outer.path}.${key}`;
  if (key === "resource") return `${labels[0]}`;
  return key === "dynamic" ? `${outer.path}.${labels[0]}` : `${key}.${labels[0]}`;
}

function argumentLines(body: JsonObject, place: Place): string {
  const names = inReadingOrder(body, place).filter((key) => nestedShape(key, place) === undefined);
  const assignments = names.map((name) => {
    const column = place.indent.length + name.length + 3;
    return { name, value: argumentValue(body[name], stringKind(name, place), place.indent, column) };
  });
  return alignedLines(assignments, place.indent).join("\n");
}

function nestedBlocks(body: JsonObject, place: Place): string[] {
  return inReadingOrder(body, place).flatMap((key) => {
    const shape = nestedShape(key, place);
    if (shape === undefined) return [];
    return bodies(body[key], shape.labels ?? 0).map((each) =>
      block(key, each, placeOf(key, each.labels, shape, place)),
    );
  });
}

/** `undefined` when the key is an argument. */
function nestedShape(key: string, { shape, path, isBlock }: Place): Shape | undefined {
  if (shape.blocks && Object.hasOwn(shape.blocks, key)) return shape.blocks[key];
  if (!shape.open) return undefined;
  if (key === "dynamic") return DYNAMIC;
  return isBlock(`${path}.${key}`) ? NESTED : undefined;
}

function stringKind(name: string, { shape: { strings = {} } }: Place): StringKind {
  if (typeof strings === "string") return strings;
  return Object.hasOwn(strings, name) ? (strings[name] as StringKind) : "template";
}

/** Arguments and blocks that come last, whatever the order of the names. */
const LAST = ["depends_on", "lifecycle"];

function inReadingOrder(body: JsonObject, { shape, first }: Place): string[] {
  const leading = [...(shape.first ?? []), ...(shape.open ? first : [])].filter((key) => !LAST.includes(key));
  const order = [...leading, undefined, ...LAST];
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : leading.length);
  return keysOf(body).sort((one, other) => rank(one) - rank(other));
}

/** In the body of a block, unlike in a value, `//` is a comment. */
function keysOf(object: JsonObject): string[] {
  return definedKeys(object).filter((key) => key !== "//");
}
