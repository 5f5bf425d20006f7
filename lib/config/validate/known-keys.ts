import { z } from "zod";
import type { Path } from "../../model/source";

/** The keys that an object at `path` may have, read off the schema along the value that was written. */
export function knownKeys(schema: z.ZodType, path: Path, value: unknown): string[] {
  return [...new Set(objectsAt(schema, path, value).flatMap((object) => Object.keys(object.shape)))];
}

function objectsAt(schema: z.ZodType, path: Path, value: unknown): z.ZodObject[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return objectsAt(schema.unwrap() as z.ZodType, path, value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const platform = (value as Record<string, unknown> | undefined)?.[schema.def.discriminator];
    const options = schema.options as z.ZodObject[];
    const chosen = options.filter((option) => matches(option, schema.def.discriminator, platform));
    return (chosen.length > 0 ? chosen : options).flatMap((option) => objectsAt(option, path, value));
  }
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => objectsAt(option as z.ZodType, path, value));
  const [key, ...rest] = path;
  if (key === undefined) return schema instanceof z.ZodObject ? [schema] : [];
  const child = (value as Record<string | number, unknown> | undefined)?.[key];
  if (schema instanceof z.ZodObject) {
    const next = schema.shape[key as string] as z.ZodType | undefined;
    return next ? objectsAt(next, rest, child) : [];
  }
  if (schema instanceof z.ZodRecord) return objectsAt(schema.valueType as z.ZodType, rest, child);
  if (schema instanceof z.ZodArray) return objectsAt(schema.element as z.ZodType, rest, child);
  return [];
}

function matches(option: z.ZodObject, discriminator: string, value: unknown): boolean {
  const literal = option.shape[discriminator];
  return literal instanceof z.ZodLiteral && literal.values.has(value as string);
}
