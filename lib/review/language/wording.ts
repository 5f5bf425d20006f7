import type { TimeUnit } from "../../cognito/values";
import { inWords, SECONDS } from "../../config/duration";
import { count, listed, quoted } from "../../text/quoted";
import { shownValue } from "../../text/shown";
import { itemText, VariableReference } from "./effective";

/** An effective value as a sentence shows it. */
export function shown(value: unknown): string {
  return shownValue(value, (each) => {
    if (each instanceof VariableReference)
      return `variable ${quoted(each.var)}${each.default === undefined ? "" : ` (default ${shown(each.default)})`}`;
    return Array.isArray(each) && each.length > 0 ? listed(each.map(itemText)) : undefined;
  });
}

/** Two lengths of time in the largest unit that leaves both whole, so that they compare: `24 hours`, `1 hour`. */
export function durations(...seconds: readonly [number, number]): [string, string] {
  const unit = UNITS.find((each) => seconds.every((length) => length % SECONDS[each] === 0)) ?? "seconds";
  const numbers = seconds.map((length) => length / SECONDS[unit]);
  if (numbers.some((number) => number >= 1_000)) return seconds.map(inWords) as [string, string];
  return numbers.map((number) => count(number, unit.slice(0, -1))) as [string, string];
}

const UNITS: readonly TimeUnit[] = ["days", "hours", "minutes", "seconds"];
