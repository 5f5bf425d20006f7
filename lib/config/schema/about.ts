import type { Argument } from "../../cognito/argument";
import type { TimeUnit } from "../../cognito/values";
import { inWords, SECONDS } from "../duration";

/**
 * The description of a key: what it is, followed by the facts of its argument.
 *
 * @param facts its row in `lib/cognito`; `default` is the config's, where that differs from Terraform's
 */
export function about(text: string, facts: Omit<Argument, "terraform">): string {
  return [text, ...range(facts), ...byDefault(facts), ...tier(facts), ...permanence(facts), ...removal(facts)].join(
    "; ",
  );
}

function range({ range, unit }: Omit<Argument, "terraform">): string[] {
  if (range === undefined) return [];
  const [least, most] = range;
  if (unit === undefined) return [`${least} to ${most}`];
  if (unit === "characters" || unit === "bytes") return [`${least} to ${most} ${unit}`];
  return [`${time(least, unit)} to ${time(most, unit)}`];
}

function byDefault({ default: value, unit }: Omit<Argument, "terraform">): string[] {
  if (value === undefined) return [];
  if (typeof value === "object")
    return Object.keys(value as object).length === 0 ? ["default none"] : [`default ${value}`];
  const isTime = typeof value === "number" && unit !== undefined && unit !== "characters" && unit !== "bytes";
  return [`default ${isTime ? time(value, unit) : value}`];
}

/** Nothing at all is whole in any unit, so it is said in the argument's own. */
function time(value: number, unit: TimeUnit): string {
  return value === 0 ? `0 ${unit}` : inWords(value * SECONDS[unit]);
}

function tier({ tier }: Omit<Argument, "terraform">): string[] {
  if (tier === undefined) return [];
  const { needs, free } = tier;
  if (free.length > 1) return [];
  return [`needs tier ${needs}${free.length === 0 ? "" : ` unless ${free[0]}`}`];
}

function permanence({ permanent, inPlaceFrom }: Omit<Argument, "terraform">): string[] {
  if (permanent === undefined) return [];
  if (permanent === "refused") return ["permanent: AWS refuses a change"];
  return [
    inPlaceFrom
      ? `a change replaces the resource before AWS provider ${inPlaceFrom}`
      : "permanent: a change replaces the resource",
  ];
}

/** What is written by default is never removed. */
function removal({ retained, default: value }: Omit<Argument, "terraform">): string[] {
  return retained && value === undefined ? ["stays in AWS when it is removed here"] : [];
}
