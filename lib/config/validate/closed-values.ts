import { z } from "zod";
import type { Argument } from "../../cognito/argument";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import type { Path } from "../../model/source";
import type { Problem } from "../problem";
import { alternatives } from "./schema-at";

/** Whether somebody wrote a variable. */
export function isVariable(value: unknown): boolean {
  return typeof value === "object" && value !== null && "var" in value;
}

/** Whether a schema takes values alone: no map, and so no variable. */
export function isClosed(schema: z.ZodType): boolean {
  return !alternatives(schema).some((each) => each instanceof z.ZodObject || each instanceof z.ZodRecord);
}

/**
 * Says why a value takes no variable.
 *
 * @param expected what it takes
 */
export function noVariable(path: Path, expected: string): Problem {
  const permanent = path.find((key) => Object.hasOwn(PERMANENT, key));
  const why = permanent === undefined ? "" : `: it is permanent, ${PERMANENT[permanent]}`;
  const message = `no variable can hold this value${why}`;
  return { rule: "CFG-06", path, target: "value", message, fix: `write ${expected}` };
}

/** Says that a variable holds a list, and none of its items. */
export function itemVariable(path: Path): Problem {
  const message = "a variable can hold the whole list, but not one item of it";
  return { rule: "CFG-06", path, target: "value", message, fix: "write { var } in place of the list" };
}

/** What happens to a pool when one of its permanent arguments changes, by key. */
const PERMANENT: Readonly<Record<string | number, string>> = Object.fromEntries(
  Object.entries(USER_POOL_ARGUMENTS).flatMap(([field, facts]: [string, Argument]) => {
    if (facts.permanent === undefined || facts.inPlaceFrom !== undefined) return [];
    const change =
      facts.permanent === "replaced" ? "and another value replaces the user pool" : "and AWS refuses another value";
    return [[field === "schema" ? "attributes" : field, change]];
  }),
);
