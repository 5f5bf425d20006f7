import { SECONDS, type TimeUnit } from "../config/duration";
import type { PoolModel } from "../model/model";
import { isOpen } from "../model/value";

/** A value that whoever runs the plan gives; compared by its variable and default. */
export interface LeftOpen {
  readonly var: string;
  readonly default?: unknown;
  readonly unit?: TimeUnit;
}

export function isLeftOpen(value: unknown): value is LeftOpen {
  return typeof value === "object" && value !== null && "var" in value && typeof value.var === "string";
}

/** A model value as plain data: what is open becomes its variable, with the default that the stack gives it. */
export function effective(value: unknown, variables: PoolModel["variables"]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isOpen(value)) {
    const variable = variables.find(({ name }) => name === value.variable);
    const unit = (value as { unit?: string }).unit;
    return {
      var: value.variable,
      ...(variable?.default !== undefined && { default: variable.sensitive ? "(sensitive)" : variable.default }),
      ...(unit !== undefined && { unit }),
    };
  }
  if (Array.isArray(value)) return value.map((item) => effective(item, variables));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, effective(item, variables)]));
}

/** A model value as it is when the plan sets no variable; a length of time in seconds. */
export function byDefault(value: unknown, variables: PoolModel["variables"]): unknown {
  if (!isOpen(value)) return effective(value, variables);
  const { unit } = value as { unit?: TimeUnit };
  const preset = variables.find(({ name }) => name === value.variable)?.default;
  return typeof preset === "number" && unit !== undefined ? preset * SECONDS[unit] : preset;
}

/** Whether two plain values are equal; the order of keys says nothing, that of lists does. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left).filter((key) => left[key] !== undefined);
  const others = Object.keys(right).filter((key) => right[key] !== undefined);
  return keys.length === others.length && keys.every((key) => same(left[key], right[key]));
}

/** An item of a set as text: a variable by its name and default. */
export function itemText(item: unknown): string {
  if (!isLeftOpen(item)) return String(item);
  return item.default === undefined ? `var.${item.var}` : `var.${item.var} (default ${item.default})`;
}
