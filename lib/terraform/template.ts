import { isOpen, type List, type Open, type Text, type Value } from "../model/value";

/**
 * Writes text from a config as a Terraform template that gives that very text: `${` and `%{` lose their meaning.
 *
 * cdktf reads its own tokens (`${TfToken[...]}`, `#{TfToken[...]}`, `&{TfToken[...]}`) in any string, so text that
 * looks like one is taken apart. In JSON, Terraform drops a byte order mark at the beginning, and reads no sequence, and
 * not every escape, behind a carriage return that ends no line: both are written as sequences.
 */
export function literal(text: string): string {
  const escaped = text.replace(/([$%])\{/g, "$1$1{").replace(/([$#&]\{TfToken)\[/g, '$1${"["}');
  const marked = escaped.replace(/^\ufeff/, '${"\\ufeff"}');
  return /[$%]\{/.test(marked) ? marked.replace(/(\$*)\r(?!\n)/g, '${"$1\\r"}') : marked;
}

/** The Terraform expression of an open value. */
function expression(open: Open): string {
  return open.token ?? `\${var.${open.variable}}`;
}

/** A value for an argument that takes text. */
export function textValue(value: Text): string {
  return isOpen(value) ? expression(value) : literal(value);
}

/** A value for an argument that takes a number or a switch: cdktf passes an expression through as it is. */
export function scalarValue<T extends number | boolean>(value: Value<T>): T {
  return isOpen(value) ? (expression(value) as unknown as T) : value;
}

/**
 * A value for an argument that is a set of text: sorted, so that the order in the file changes no byte.
 * cdktf passes an expression through as it is.
 */
export function setValue(list: List): string[] {
  if (isOpen(list)) return expression(list) as unknown as string[];
  return list.map(textValue).sort();
}

/** A map whose keys and values come from the config. */
export function mapValue(record: Readonly<Record<string, Text>>): Record<string, string> {
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.map((key) => [literal(key), textValue(record[key] as Text)]));
}

/** What is made of a value, if there is one. */
export function optional<T, R>(value: T | undefined, make: (value: T) => R): R | undefined {
  return value === undefined ? undefined : make(value);
}

/** The arguments without those of these names. */
export function without<T extends object>(names: readonly string[], written: T): T {
  if (names.length === 0) return written;
  return Object.fromEntries(Object.entries(written).filter(([name]) => !names.includes(name))) as T;
}
