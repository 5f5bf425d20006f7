import { alignedLines } from "./hcl-alignment";
import { formatExpression } from "./hcl-expressions";
import { heredoc, parseTemplate, plainText, quoted, soleExpression, type Template } from "./hcl-strings";
import { wrapped } from "./hcl-wrap";

/** A value as JSON holds it; what is `undefined` is not there. */
export type Json = undefined | null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * What a string is in Terraform's JSON syntax: a `template`; an `expression`, such as an address in `depends_on`; or
 * plain `text`, where Terraform reads an argument without evaluating it.
 */
export type StringKind = "template" | "expression" | "text";

/** Columns that a list may fill on one line. */
const WIDTH = 100;

/**
 * The value of an argument, or of an item of an object, in HCL. Lines after the first are indented.
 *
 * @param indent what the line of the argument begins with
 * @param column where the value begins in that line
 * @throws SyntaxError when a template or an expression in it is invalid.
 */
export function argumentValue(value: Json, strings: StringKind, indent: string, column: number): string {
  if (typeof value !== "string" || strings === "expression") return expression(value, strings, indent, column);
  const template = templateOf(value, strings);
  const sole = soleExpression(template);
  return heredoc(template, indent) ?? (sole === undefined ? quoted(template) : wrapped(sole, indent, column));
}

function expression(value: Json, strings: StringKind, indent: string, column: number): string {
  if (typeof value === "string") {
    return strings === "expression" ? formatExpression(value) : stringExpression(templateOf(value, strings));
  }
  if (Array.isArray(value)) return list(value, strings, indent, column);
  if (typeof value === "object" && value !== null) return object(value as JsonObject, strings, indent);
  return JSON.stringify(value ?? null);
}

function list(items: readonly Json[], strings: StringKind, indent: string, column: number): string {
  const texts = items.map((item) => expression(item, strings, `${indent}  `, indent.length + 2));
  const line = `[${texts.join(", ")}]`;
  if (column + line.length <= WIDTH && !line.includes("\n")) return line;
  return ["[", ...texts.map((text) => `${indent}  ${text},`), `${indent}]`].join("\n");
}

function object(items: JsonObject, strings: StringKind, indent: string): string {
  const inner = `${indent}  `;
  const lines = definedKeys(items).map((key) => {
    const name = objectKey(key, strings);
    const value = items[key];
    // `terraform fmt` aligns within an expression in a key whose value has several lines
    const isWhole = typeof value === "string" && name.includes("{");
    const column = isWhole ? Number.NEGATIVE_INFINITY : inner.length + name.length + 3;
    return { name, value: argumentValue(value, strings, inner, column) };
  });
  return lines.length === 0 ? "{}" : ["{", ...alignedLines(lines, inner), `${indent}}`].join("\n");
}

/** The keys that hold a value, in the order of their characters, whatever order they were written in. */
export function definedKeys(object: JsonObject): string[] {
  return Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort();
}

/** A key that could be read as the start of a `for` expression, or as a subtraction, is quoted. */
const BARE_KEY = /^(?!for$)[A-Za-z_][A-Za-z0-9_]*$/;

function objectKey(key: string, strings: StringKind): string {
  if (BARE_KEY.test(key)) return key;
  const template = templateOf(key, strings);
  const sole = soleExpression(template);
  return sole === undefined ? quoted(template) : `(${sole})`;
}

function templateOf(text: string, strings: StringKind): Template {
  return strings === "text" ? plainText(text) : parseTemplate(text);
}

function stringExpression(template: Template): string {
  return soleExpression(template) ?? quoted(template);
}
