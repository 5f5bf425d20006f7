import { z } from "zod";
import { DURATION } from "../duration";
import { IDENTIFIER, KEY, RESERVED } from "../keys";

/**
 * A Terraform variable left open in place of a value, for whoever runs the plan to fill.
 * Its limits can then only be kept at plan time.
 */
export interface OpenVariable<T> {
  /** Name of the Terraform variable. */
  var: string;
  /** Value when the plan sets none. Without it the plan must. */
  default?: T | undefined;
  /** Whether Terraform hides the value. Default false. */
  sensitive?: boolean | undefined;
}

/** An open duration: the variable is a number in `unit`, default minutes. */
export interface OpenDuration extends OpenVariable<number> {
  unit?: "seconds" | "minutes" | "hours" | "days" | undefined;
}

export const key = z.string().regex(KEY, "a key is lower case letters and digits, with - or _ between them");
export const text = z.string();

const NOT_RESERVED = new RegExp(`^(?!(?:${RESERVED.join("|")})$)`);

const openBase = {
  var: z
    .string()
    .regex(IDENTIFIER, "a Terraform variable's name is letters, digits, _ and -, and begins with a letter or _")
    .regex(NOT_RESERVED, `a Terraform variable has a name of its own, not ${RESERVED.join(", ")}`)
    .describe("Name of the Terraform variable"),
  sensitive: z.boolean().optional().describe("Whether Terraform hides the value; default false"),
};

/** The value itself, or a Terraform variable that holds it. */
export function orOpen<S extends z.ZodType>(value: S) {
  return z.union([value, z.strictObject({ ...openBase, default: value.optional() })]);
}

const durationText = z
  .string()
  .regex(DURATION, "a duration is whole numbers with units, the larger first: 90s, 15m, 1h, 30d, 1h30m")
  .describe('A duration: "90s" "15m" "1h" "30d" "1h30m"; the unit written is the unit emitted');

export const fixedDuration = durationText;

export const duration = z.union([
  durationText,
  z.strictObject({
    ...openBase,
    default: z.number().int().optional().describe("Default in the unit"),
    unit: z.enum(["seconds", "minutes", "hours", "days"]).optional().describe("Unit of the number; default minutes"),
  }),
]);

export const openText = orOpen(text);
export const openTexts = orOpen(z.array(openText));

/** One of a closed set, or a variable: the AWS provider checks the variable's value at plan. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return orOpen(z.enum(values));
}

/** Several of a closed set, or a variable that holds a list. */
export function choices<const T extends readonly [string, ...string[]]>(values: T) {
  return orOpen(z.array(z.enum(values)));
}

/** Key of a map of texts. The AWS provider keeps the size of a map under this key, and loses what else is there. */
export const mapKey = z.string().regex(/^(?!%$)/, "the AWS provider loses what is called %");

export const tags = z.record(mapKey, openText);
