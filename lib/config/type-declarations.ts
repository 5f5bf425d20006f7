import { z } from "zod";
import { configSchema } from "./schema";
import { poolSchema, userPoolOptionsSchema } from "./schema/pool";
import { bare } from "./validate/schema-at";

const HEAD = `// Written by \`npm run docs\` from the schema in lib/config/schema, so that editors show what each key means.
import type { OpenDuration, OpenVariable } from "./schema/common";
`;

/** The types of the config file as TypeScript, each key with its description. */
export function typeDeclarations(): string {
  const declared = new Map<string, string>();
  const declare = (name: string, schema: z.ZodType): string => {
    if (!declared.has(name)) {
      declared.set(name, "");
      declared.set(name, declaration(name, schema, declare));
    }
    return name;
  };
  declare("Config", configSchema);
  declare("UserPoolOptions", userPoolOptionsSchema);
  return [HEAD, ...declared.values()].join("\n");
}

/** Gives a type a name of its own, and returns that. */
type Declare = (name: string, schema: z.ZodType) => string;

/** Unions that have a name of their own; every object that has an id has one. */
const NAMED_UNIONS = ["Client", "AttributeSet"];

/** What a pool of a config and one of somebody's own app have in common. */
const POOL_SETTINGS = z
  .strictObject(sharedShape(poolSchema, userPoolOptionsSchema))
  .meta({ id: "PoolSettings", description: "What a user pool has, in a config and in an app of one's own" });

function declaration(name: string, schema: z.ZodType, declare: Declare): string {
  const doc = schema.description === undefined ? "" : `/** ${schema.description} */\n`;
  if (!(schema instanceof z.ZodObject)) return `${doc}export type ${name} = ${structure(schema, declare, "")};\n`;
  const inherits = Object.entries(POOL_SETTINGS.shape).every(([key, value]) => schema.shape[key] === value);
  if (!inherits || schema === POOL_SETTINGS) return `${doc}export interface ${name} ${object(schema, declare, "")}\n`;
  const own = Object.entries(schema.shape as Shape).filter(([key]) => !(key in POOL_SETTINGS.shape));
  const body = object(z.strictObject(Object.fromEntries(own)), declare, "");
  return `${doc}export interface ${name} extends ${declare("PoolSettings", POOL_SETTINGS)} ${body}\n`;
}

type Shape = Readonly<Record<string, z.ZodType>>;

/** The keys that two objects have with the same schema. */
function sharedShape(one: z.ZodObject, other: z.ZodObject): Shape {
  return Object.fromEntries(Object.entries(one.shape as Shape).filter(([key, value]) => other.shape[key] === value));
}

/** What every option of a discriminated union has, and what only some have. */
function alternatives({ options }: z.ZodDiscriminatedUnion, declare: Declare, indent: string): string {
  const shapes = options.map((option) => (option as z.ZodObject).shape as Record<string, z.ZodType>);
  const isShared = (key: string) => shapes.every((shape) => shape[key] === shapes[0]?.[key]);
  const write = (shape: Record<string, z.ZodType>, shared: boolean) =>
    object(
      z.strictObject(Object.fromEntries(Object.entries(shape).filter(([key]) => isShared(key) === shared))),
      declare,
      indent,
    );
  const own = shapes.map((shape) => write(shape, false)).join(" | ");
  return Object.keys(shapes[0] ?? {}).some(isShared) ? `${write(shapes[0] ?? {}, true)} & (${own})` : own;
}

function object({ shape }: z.ZodObject, declare: Declare, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(shape as Record<string, z.ZodType>).map(([key, schema]) => {
    const optional = schema instanceof z.ZodOptional;
    const doc = schema.description ?? (bare(schema).description as string);
    const type = typeOf(optional ? (schema.unwrap() as z.ZodType) : schema, declare, inner);
    return `${inner}/** ${doc} */\n${inner}${key}${optional ? "?" : ""}: ${type}${optional ? " | undefined" : ""};`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}

function typeOf(schema: z.ZodType, declare: Declare, indent: string): string {
  const name = nameOf(schema);
  return name !== undefined && isNamed(name, schema) ? declare(name, schema) : structure(schema, declare, indent);
}

function isNamed(name: string, schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject ? !("var" in schema.shape) : NAMED_UNIONS.includes(name);
}

/** A type without the name that it may have. */
function structure(schema: z.ZodType, declare: Declare, indent: string): string {
  if (schema instanceof z.ZodLazy) return typeOf(schema.unwrap() as z.ZodType, declare, indent);
  if (schema instanceof z.ZodNullable) return `${typeOf(schema.unwrap() as z.ZodType, declare, indent)} | null`;
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodBoolean) return "boolean";
  if (schema instanceof z.ZodEnum) return schema.options.map((option) => JSON.stringify(option)).join(" | ");
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((value) => JSON.stringify(value)).join(" | ");
  if (schema instanceof z.ZodRecord) return `Record<string, ${typeOf(schema.valueType as z.ZodType, declare, indent)}>`;
  if (schema instanceof z.ZodDiscriminatedUnion) return alternatives(schema, declare, indent);
  if (schema instanceof z.ZodUnion)
    return schema.options.map((option) => typeOf(option as z.ZodType, declare, indent)).join(" | ");
  if (schema instanceof z.ZodArray) {
    const item = typeOf(schema.element as z.ZodType, declare, indent);
    return item.includes(" ") ? `(${item})[]` : `${item}[]`;
  }
  if (!(schema instanceof z.ZodObject)) return "string";
  if (!("var" in schema.shape)) return object(schema, declare, indent);
  if ("unit" in schema.shape) return "OpenDuration";
  const value = (schema.shape.default as z.ZodOptional).unwrap() as z.ZodType;
  return `OpenVariable<${typeOf(value, declare, indent)}>`;
}

/** The name of a schema, also of one that was described since. */
function nameOf(schema: z.ZodType): string | undefined {
  const parent = schema._zod.parent as z.ZodType | undefined;
  return z.globalRegistry.get(schema)?.id ?? (parent && nameOf(parent));
}
