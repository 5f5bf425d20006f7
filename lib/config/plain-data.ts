import type { Path } from "../model/source";
import { formatPath, type Unreadable } from "./problem";

/** How deep a config may nest; the grammar itself needs nine levels. */
export const MAX_DEPTH = 64;
/** How many values a config may hold once every alias is expanded. */
export const MAX_VALUES = 2_000_000;

/**
 * Copies what a TypeScript config exports into plain data: objects, arrays, strings, numbers, booleans and null.
 * Values of `undefined` are left out, as if the key had not been written.
 *
 * Anything else has no meaning in a config: functions, dates, class instances, cycles and `__proto__` keys end up in
 * `unreadable`.
 */
export function toPlainData(value: unknown): { readonly value: unknown; readonly unreadable: readonly Unreadable[] } {
  const unreadable: Unreadable[] = [];
  const ancestors = new Set<object>();
  let count = 0;

  const refuse = (path: Path, what: string, fix: string) => {
    unreadable.push({ rule: "CFG-03", message: `${formatPath(path) || "the config"} ${what}`, fix });
    return undefined;
  };

  const copy = (input: unknown, path: Path): unknown => {
    if (input === null || typeof input === "string" || typeof input === "boolean") return input;
    if (typeof input === "number")
      return Number.isFinite(input) ? input : refuse(path, `is ${input}`, "write a finite number");
    if (typeof input !== "object") return refuse(path, `is a ${typeof input}`, "a config holds data only");
    if (++count > MAX_VALUES)
      return count === MAX_VALUES + 1 ? refuse([], "holds too many values", "make it smaller") : undefined;
    if (ancestors.has(input)) return refuse(path, "contains itself", "remove the cycle");
    if (path.length > MAX_DEPTH) return refuse(path, "is nested too deep", `nest at most ${MAX_DEPTH} levels`);
    ancestors.add(input);
    const copied = Array.isArray(input)
      ? input.map((item, index) => copy(item ?? null, [...path, index]))
      : copyObject(input, path);
    ancestors.delete(input);
    return copied;
  };

  const copyObject = (input: object, path: Path) => {
    const prototype = Object.getPrototypeOf(input);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return refuse(path, `is a ${prototype.constructor?.name ?? "class instance"}`, "a config holds data only");
    const entries = Object.entries(input).filter(([, item]) => item !== undefined);
    if (entries.some(([key]) => key === "__proto__"))
      return refuse([...path, "__proto__"], "is not a valid key", "remove it");
    return Object.fromEntries(entries.map(([key, item]) => [key, copy(item, [...path, key])]));
  };

  return { value: copy(value, []), unreadable };
}
