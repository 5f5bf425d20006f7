import type { TimeUnit } from "../../cognito/values";
import { SECONDS } from "../../config/duration";
import type { PoolModel } from "../../model/model";
import { isOpen } from "../../model/value";

/** A value that whoever runs the plan sets; compared by its variable and default. Fields are those of the config. */
export class VariableReference {
  readonly var: string;
  readonly default: unknown;
  readonly unit: TimeUnit | undefined;

  constructor(variable: string, preset?: unknown, unit?: TimeUnit) {
    this.var = variable;
    this.default = preset;
    this.unit = unit;
  }
}

/** A model value as plain data, with each variable reference together with the default that the stack gives it. */
export function effective(value: unknown, variables: PoolModel["variables"]): unknown {
  if (typeof value !== "object" || value === null) return value;
  const variable = variableOf(value, variables);
  if (variable !== undefined) {
    const preset = variable.default !== undefined && variable.sensitive ? "(sensitive)" : variable.default;
    return new VariableReference(variable.name, preset, (value as { unit?: TimeUnit }).unit);
  }
  if (Array.isArray(value)) return value.map((item) => effective(item, variables));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, effective(item, variables)]));
}

/** A model value as it is when the plan sets no variable; a length of time in seconds. */
export function byDefault(value: unknown, variables: PoolModel["variables"]): unknown {
  const variable = variableOf(value, variables);
  if (variable === undefined) return effective(value, variables);
  const { unit } = value as { unit?: TimeUnit };
  const preset = variable.default;
  return typeof preset === "number" && unit !== undefined ? preset * SECONDS[unit] : preset;
}

/** The variable that holds a value; `undefined` for a value, also for a map of users that has a key `variable`. */
function variableOf(value: unknown, variables: PoolModel["variables"]): PoolModel["variables"][number] | undefined {
  return isOpen(value) ? variables.find(({ name }) => name === value.variable) : undefined;
}

/** An item of a set as text: a variable by its name and default. */
export function itemText(item: unknown): string {
  if (!(item instanceof VariableReference)) return String(item);
  return item.default === undefined ? `var.${item.var}` : `var.${item.var} (default ${item.default})`;
}
