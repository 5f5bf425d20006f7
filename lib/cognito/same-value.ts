import type { Argument } from "./argument";

type Row = Argument & { readonly arguments?: Readonly<Record<string, Row>> };
type Values = Readonly<Record<string, unknown>>;

/**
 * Whether AWS acts on the same value of an argument: what it has never been given counts as the value that AWS acts on,
 * and lists are compared in any order, several blocks of one
 * name too.
 *
 * @param name the argument of the resource, or the block: `token_validity_units`
 * @param facts of every argument of the resource
 */
export function isSameInAws(
  name: string,
  facts: Readonly<Record<string, Argument>>,
  before: Values,
  after: Values,
): boolean {
  const rows = Object.values<Row>(facts).filter(({ terraform }) => nameOf(terraform) === name);
  // facts say what one block means, and of several they would read the first
  if (rows.length === 0 || isSeveral(before[name]) || isSeveral(after[name]))
    return normal(before[name]) === normal(after[name]);
  return rows.every((row) => actedOn(row, before) === actedOn(row, after));
}

/** The argument, or the block, of a resource that a path begins with. */
export function nameOf(path: string): string {
  return path.split(".")[0] as string;
}

/** Whether an argument has no value: null, or an empty text, list or block. */
export function isEmptyValue(value: unknown): boolean {
  return normal(value) === "null";
}

/** The value that AWS acts on, as text to compare. */
function actedOn({ terraform, unset, absent, json, arguments: inner }: Row, values: Values, outer?: unknown): string {
  const means = unset?.means ?? absent ?? outer;
  if (inner !== undefined)
    return JSON.stringify(
      Object.entries(inner).map(([field, row]) => actedOn(row, values, (means as Values | undefined)?.[field])),
    );
  const found = terraform.split(".").reduce<unknown>((at, step) => (single(at) as Values | undefined)?.[step], values);
  const isUnset = normal(found) === "null" || (typeof means === "number" && found === 0);
  return normal(isUnset ? means : json ? inOneOrder(found) : found);
}

/** JSON with the keys of its objects in one order; the text itself where it is not JSON. */
function inOneOrder(text: unknown): unknown {
  const sorted = (_: string, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each;
  try {
    return JSON.stringify(JSON.parse(String(text)), sorted);
  } catch {
    return text;
  }
}

/** Whether a value is several blocks. */
function isSeveral(value: unknown): boolean {
  return Array.isArray(value) && value.length > 1 && value.some((item) => typeof item === "object" && item !== null);
}

/** The one block of a list of blocks. */
function single(value: unknown): unknown {
  return (Array.isArray(value) ? value[0] : value) ?? undefined;
}

/** A value as text: without what is empty, and lists in one order. */
function normal(value: unknown): string {
  return JSON.stringify(withoutEmpty(value) ?? null);
}

function withoutEmpty(value: unknown): unknown {
  if (value === null || value === "") return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => JSON.stringify(withoutEmpty(item) ?? null)).sort();
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== "object") return value;
  const entries = Object.entries(value as Values).flatMap(([key, item]) => {
    const left = withoutEmpty(item);
    return left === undefined ? [] : [[key, left] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
