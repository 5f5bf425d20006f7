import { inWords, SECONDS, type TimeUnit } from "../config/duration";
import { count, listed, quoted } from "../text/quoted";
import { isLeftOpen, itemText } from "./effective";

/** An effective value as a sentence shows it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (isLeftOpen(value)) {
    const preset = value.default === undefined ? "" : ` (default ${shown(value.default)})`;
    return `variable ${quoted(value.var)}${preset}`;
  }
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : listed(value.map(itemText));
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return entries.map(([key, each]) => `${quoted(key)} ${shown(each)}`).join(", ") || "nothing";
  }
  return typeof value === "string" ? (value === "" ? "nothing" : quoted(value)) : String(value);
}

/** Two lengths of time in the largest unit that leaves both whole, so that they compare: `24 hours`, `1 hour`. */
export function durations(...seconds: readonly [number, number]): [string, string] {
  const unit = UNITS.find((each) => seconds.every((length) => length % SECONDS[each] === 0)) ?? "seconds";
  const numbers = seconds.map((length) => length / SECONDS[unit]);
  if (numbers.some((number) => number >= 1_000)) return seconds.map(inWords) as [string, string];
  return numbers.map((number) => count(number, unit.slice(0, -1))) as [string, string];
}

const UNITS: readonly TimeUnit[] = ["days", "hours", "minutes", "seconds"];
