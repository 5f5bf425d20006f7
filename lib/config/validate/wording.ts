import { z } from "zod";
import { fixedDuration } from "../schema/common";
import { alternatives } from "./schema-at";

/** What a schema takes, in the words of a config: `a string or { var }`, `a list or { scopes, attributes }`. */
export function expected(schema: z.ZodType): string {
  return either(alternatives(schema).map(typeName));
}

/** What a schema takes, of each map the keys that it needs: `{ prefix } or { customDomain, certificateArn }`. */
export function expectedForms(schema: z.ZodType): string {
  const formOf = (each: z.ZodType) => (each instanceof z.ZodObject ? `{ ${needed(each).join(", ")} }` : typeName(each));
  return either(alternatives(schema).map(formOf));
}

function needed({ shape }: z.ZodObject): string[] {
  return Object.keys(shape).filter((key) => !(shape[key] as z.ZodType).safeParse(undefined).success);
}

function either(all: readonly string[]): string {
  const names = [...new Set(all)];
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : (names[0] ?? "something else");
}

function typeName(schema: z.ZodType): string {
  if (schema === fixedDuration) return "a duration with its unit";
  if (schema instanceof z.ZodString) return "a string";
  if (schema instanceof z.ZodNumber) return schema.isInt ? "a whole number" : "a finite number";
  if (schema instanceof z.ZodBoolean) return "true or false";
  if (schema instanceof z.ZodArray) return "a list";
  if (schema instanceof z.ZodEnum) return schema.options.join(", ");
  if (schema instanceof z.ZodLiteral) return [...schema.values].join(", ");
  if (schema instanceof z.ZodObject) return objectName(Object.keys(schema.shape));
  return "a map";
}

/** A small object is best known by its keys. */
function objectName(keys: readonly string[]): string {
  if (keys.includes("var")) return "{ var }";
  return keys.length < 3 ? `{ ${keys.join(", ")} }` : "a map";
}

/** The type of a value, as a message calls it. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "a string";
    case "number":
      return "a number";
    case "boolean":
      return "a boolean";
    default:
      return "a map";
  }
}

/** A value as a message quotes it, at most 60 characters of it. */
export function show(value: unknown): string {
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
