import type { TimeUnit } from "../../cognito/values";
import type { VariableModel } from "../../model/model";
import { type Path, part, type Source } from "../../model/source";
import { isOpen, type List, type Open, type Text, type Value } from "../../model/value";
import { parseDuration, SECONDS } from "../duration";
import { formatPath, type Problem } from "../problem";

interface Written {
  readonly var: string;
  readonly default?: VariableModel["default"];
  readonly sensitive?: boolean;
  readonly unit?: TimeUnit;
  /** A token of a CDKTF app in place of a variable. */
  readonly token?: string;
}

/**
 * Reads values that may be left open, and collects the Terraform variables of a stack on the way.
 * A variable may be used in several places, as long as they agree on its type, default and sensitivity.
 */
export class OpenValues {
  readonly problems: Problem[] = [];
  readonly #variables = new Map<string, VariableModel>();

  /** Every variable met so far, by name. */
  get variables(): VariableModel[] {
    return [...this.#variables.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  text(source: Source | undefined): Text | undefined {
    if (source === undefined) return undefined;
    return isOpenVariable(source.value) ? this.#open(source, "string") : (source.value as string);
  }

  /** One of a closed set at a time, in a list that is written or left open as a whole. */
  choices(source: Source | undefined, items: readonly string[]): Value<readonly string[]> | undefined {
    if (source === undefined) return undefined;
    if (isOpenVariable(source.value)) return this.#open(source, "list(string)", items);
    return [...new Set(source.value as string[])];
  }

  /** A number or a switch. */
  scalar<T extends number | boolean>(source: Source | undefined, preset: T): Value<T> {
    if (source === undefined) return preset;
    if (isOpenVariable(source.value)) return this.#open(source, typeof preset === "number" ? "number" : "bool");
    return source.value as T;
  }

  list(source: Source | undefined): List | undefined {
    if (source === undefined) return undefined;
    if (isOpenVariable(source.value)) return this.#open(source, "list(string)");
    const items = (source.value as unknown[]).map((_, index) => this.text(part(source, index)) as Text);
    const seen = new Set<Text>();
    return items.filter((item) => isOpen(item) || (!seen.has(item) && seen.add(item)));
  }

  record(source: Source | undefined): Record<string, Text> {
    const keys = Object.keys((source?.value as object | undefined) ?? {});
    return Object.fromEntries(keys.map((key) => [key, this.text(part(source, key)) as Text]));
  }

  /** A duration in the unit that was written; an open one in its `unit`, default minutes. */
  duration(source: Source | undefined, preset: string): { value: Value<number>; unit: TimeUnit } {
    if (source === undefined) return parseDuration(preset);
    if (isOpenVariable(source.value))
      return { value: this.#open(source, "number"), unit: (source.value as Written).unit ?? "minutes" };
    return parseDuration(source.value as string);
  }

  /** A duration whose argument has a unit of its own; `preset` is a number of it. */
  durationIn(unit: TimeUnit, source: Source | undefined, preset: number): Value<number> {
    if (source === undefined) return preset;
    const { value, unit: given } = this.duration(source, "");
    if (typeof value === "number") {
      const converted = (value * SECONDS[given]) / SECONDS[unit];
      if (Number.isInteger(converted)) return converted;
    } else if (given === unit) return value;
    this.problems.push({
      rule: "CFG-11",
      path: source.path,
      target: "value",
      ...(typeof value === "number"
        ? { message: `AWS accepts whole ${unit} only`, fix: `write it in ${unit}` }
        : {
            message: `the variable is a number of ${given}, and AWS accepts a number of ${unit} only`,
            fix: `write unit: ${unit} beside var`,
          }),
    });
    return preset;
  }

  #open(source: Source, type: VariableModel["type"], items?: readonly string[]): Open {
    const written = source.value as Written;
    if (written.token !== undefined) return { variable: written.var, token: written.token };
    const variable: VariableModel = {
      name: written.var,
      type,
      sensitive: written.sensitive ?? false,
      description: formatPath(source.path),
      ...(written.default === undefined ? {} : { default: written.default }),
      ...(items && { items }),
    };
    const known = this.#variables.get(variable.name);
    if (known !== undefined && !sameVariable(known, variable)) this.problems.push(conflict(source.path, known));
    // Of several uses the same one describes it, whatever the order of keys.
    else if (known === undefined || variable.description < known.description)
      this.#variables.set(variable.name, variable);
    return { variable: variable.name };
  }
}

export function isOpenVariable(value: unknown): value is Written {
  return typeof value === "object" && value !== null && "var" in value;
}

function sameVariable(a: VariableModel, b: VariableModel): boolean {
  const facts = ({ type, sensitive, default: initial, items }: VariableModel) =>
    JSON.stringify([type, sensitive, initial, items]);
  return facts(a) === facts(b);
}

function conflict(path: Path, known: VariableModel): Problem {
  return {
    rule: "CFG-12",
    path,
    target: "value",
    message: `variable ${known.name} is a ${known.type} at ${known.description}, with another type, default or sensitivity`,
    fix: "give the variable another name, or write both alike",
  };
}
