import type { PoolModel } from "../model/model";
import { isOpen } from "../model/value";
import type { Json } from "../terraform/hcl-values";

/** Values of variables by name; `null` is the value that leaves an argument out. */
export type Values = Readonly<Record<string, Json>>;

/** The model as it is when each variable holds its value. */
export function closedModel(model: PoolModel, values: Values): PoolModel {
  return closed(model, values) as PoolModel;
}

function closed(value: unknown, values: Values): unknown {
  if (isOpen(value)) return value.token === undefined ? (values[value.variable] ?? undefined) : value;
  if (Array.isArray(value)) return value.map((item) => closed(item, values));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, key === "source" ? item : closed(item, values)]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}
