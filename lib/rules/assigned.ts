import type { PoolModel } from "../model/model";
import { isOpen } from "../model/value";

/** Values of variables, by name. */
export type Assignment = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** The pool with values in place of variables. */
export function assigned(pool: PoolModel, values: Assignment): PoolModel {
  return {
    ...(replaced(pool, values) as PoolModel),
    source: pool.source,
    variables: pool.variables.filter(({ name }) => !(name in values)),
  };
}

function replaced(value: unknown, values: Assignment): unknown {
  if (isOpen(value) && value.token === undefined) return values[value.variable] ?? value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, values));
  if (typeof value !== "object" || value === null || isOpen(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === "source" ? item : replaced(item, values)]),
  );
}
