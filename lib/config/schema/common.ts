import { z } from "zod";
import { TIME_UNITS, type TimeUnit } from "../../cognito/values";
import { DURATION } from "../duration";
import { IDENTIFIER, KEY, RESERVED } from "../keys";

/**
 * A Terraform variable in place of a value, set by whoever runs the plan.
 * Its limits can then be checked at plan time only.
 */
export interface OpenVariable<T> {
  /** Name of the Terraform variable. */
  var: string;
  /** Value when the plan sets none. Without it the plan must. */
  default?: T | undefined;
  /** Whether Terraform hides the value; default false. */
  sensitive?: boolean | undefined;
}

/** A duration as a Terraform variable: a number in `unit`, default minutes. */
export interface OpenDuration extends OpenVariable<number> {
  /** Unit of the number; default minutes. */
  unit?: TimeUnit | undefined;
}

export const key = z
  .string()
  .regex(KEY, "a key is lower case letters and digits, with - or _ between them")
  .meta({ id: "Key" });
export const keys = z.array(key).meta({ id: "KeyList" });
export const text = z.string();

const NOT_RESERVED = new RegExp(`^(?!(?:${RESERVED.join("|")})$)`);

const openBase = {
  var: z
    .string()
    .regex(IDENTIFIER, "the name of a Terraform variable is letters, digits, _ and -, and begins with a letter or _")
    .regex(NOT_RESERVED, `Terraform reserves ${RESERVED.join(", ")}`)
    .meta({ id: "VariableName", description: "Name of the Terraform variable" }),
  sensitive: z
    .boolean()
    .optional()
    .meta({ id: "Sensitive", description: "Whether Terraform hides the value; default false" }),
};

/** The value itself, or a Terraform variable that holds it. */
export function orOpen<S extends z.ZodType>(value: S) {
  return z.union([
    value,
    z.strictObject({
      ...openBase,
      default: value.optional().describe("Value when the plan sets none; without it the plan must"),
    }),
  ]);
}

export const fixedDuration = z
  .string()
  .regex(DURATION, "a duration is whole numbers with units, the larger first: 90s, 15m, 1h, 30d, 1h30m")
  .meta({ id: "FixedDuration" });

export const duration = z
  .union([
    fixedDuration,
    z.strictObject({
      ...openBase,
      default: z.number().int().optional().describe("Value in the unit when the plan sets none"),
      unit: z.enum(TIME_UNITS).optional().describe("Unit of the number; default minutes"),
    }),
  ])
  .meta({ id: "Duration" });

/** AWS's limit of any text in a call of Cognito's API that has none of its own. */
const LONGEST_TEXT = 131_072;
const boundedText = z.string().max(LONGEST_TEXT, `no text that Cognito takes has more than ${LONGEST_TEXT} characters`);

export const openText = orOpen(boundedText).meta({ id: "Text" });
/** A file beside the config that holds the text; it is read before anything else looks at the config. */
export const textFile = z
  .strictObject({
    file: text.describe("Path of the file, relative to the config and in its folder, with / between folders"),
  })
  .meta({ id: "TextFile" });
/** A text, a variable, or the file that holds the text. */
export const longText = z.union([...openText.options, textFile]).meta({ id: "LongText" });
/** A text with a limit of its own, which is judged elsewhere. */
export const anyText = orOpen(text).meta({ id: "AnyText" });
export const anyLongText = z.union([...anyText.options, textFile]).meta({ id: "AnyLongText" });
export const openTexts = orOpen(z.array(openText)).meta({ id: "TextList" });

/** One of a closed set, or a variable: the AWS provider checks the variable's value at plan. */
export function choice<const T extends readonly [string, ...string[]]>(id: string, values: T) {
  return orOpen(z.enum(values)).meta({ id });
}

/** Several of a closed set, or a variable that holds a list. */
export function choices<const T extends readonly [string, ...string[]]>(id: string, values: T) {
  return orOpen(z.array(z.enum(values))).meta({ id });
}

/** A map that means nothing without any of these keys. */
export function withOneOf<S extends z.ZodObject>(schema: S, ...keys: readonly (keyof S["shape"] & string)[]): S {
  const hasOne = (given: Readonly<Record<string, unknown>>) => keys.some((key) => given[key] !== undefined);
  return schema.refine(hasOne, { params: { oneOf: keys } });
}

/**
 * Gives each key of a shape an id, so that objects with the same keys share one definition in the JSON Schema.
 *
 * @param of prefix of the ids
 */
export function withIds<S extends z.ZodRawShape>(of: string, shape: S): S {
  return Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [key, (schema as z.ZodType).meta({ id: `${of}.${key}` })]),
  ) as Record<string, unknown> as S;
}

/** Key of a map of texts. The AWS provider stores the size of a map under this key, and loses what else is there. */
export const mapKey = z
  .string()
  .regex(/^(?!%$)/, "the AWS provider loses a key called %")
  .meta({ id: "MapKey" });

export const texts = z.record(mapKey, openText).meta({ id: "TextMap" });
