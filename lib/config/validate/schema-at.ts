import { z } from "zod";
import type { Path } from "../../model/source";

/**
 * The schema of the value at `path`, read off along the value that was written: it chooses among the objects of a
 * discriminated union. `undefined` where no schema says anything.
 */
export function schemaAt(schema: z.ZodType, path: Path, value: unknown): z.ZodType | undefined {
  const plain = bare(schema);
  const option = plain instanceof z.ZodDiscriminatedUnion ? chosenOption(plain, value) : undefined;
  if (option) return schemaAt(option, path, value);
  const [key, ...rest] = path;
  if (key === undefined) return plain;
  if (plain instanceof z.ZodUnion)
    return alternatives(plain)
      .map((each) => schemaAt(each, path, value))
      .find((found) => found !== undefined);
  const next = childSchema(plain, key);
  return next && schemaAt(next, rest, ownValue(value, key));
}

/** A schema without what makes it optional, removable or made late. */
export function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodLazy || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}

/** The alternatives of a union, those of nested unions among them. */
export function alternatives(schema: z.ZodType): z.ZodType[] {
  const plain = bare(schema);
  return plain instanceof z.ZodUnion ? plain.options.flatMap((option) => alternatives(option as z.ZodType)) : [plain];
}

/** The value of a key that an object has itself, not from its prototype. */
export function ownValue(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}

/** The entries of a map; none of anything else. */
export function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function childSchema(schema: z.ZodType, key: string | number): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return ownValue(schema.shape, key) as z.ZodType | undefined;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (schema instanceof z.ZodArray) return /^\d+$/.test(String(key)) ? (schema.element as z.ZodType) : undefined;
  return undefined;
}

function chosenOption(union: z.ZodDiscriminatedUnion, value: unknown): z.ZodType | undefined {
  const { discriminator } = union.def;
  const written = ownValue(value, discriminator);
  return (union.options as z.ZodObject[]).find((option) => {
    const literal = option.shape[discriminator];
    return literal instanceof z.ZodLiteral && literal.values.has(written as string);
  });
}
