import { z } from "zod";
import type { PoolOverlay } from "../types";
import { anyClientSchema } from "./client";
import { textFile } from "./common";
import { poolSchema } from "./pool";

/** The schema of an overlay over a schema: every key optional and removable, at every depth. */
function overlayOf(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return overlayOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodObject) {
    if ("var" in schema.shape || schema === textFile) return schema;
    return once(schema, objectOverlay);
  }
  if (schema instanceof z.ZodRecord)
    return describedAs(
      schema,
      z.record(schema.keyType as z.ZodString, overlayOf(schema.valueType as z.ZodType).nullable()),
    );
  return schema instanceof z.ZodUnion ? once(schema, unionOverlay) : schema;
}

/** The overlays of schemas that have an id: each is made once, so that the JSON Schema has it once. */
const NAMED = new Map<string, z.ZodType>();

function once<S extends z.ZodType>(schema: S, make: (schema: S) => z.ZodType): z.ZodType {
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) return make(schema);
  const found = NAMED.get(id);
  if (found) return found;
  const overlay = make(schema);
  if (overlay === schema) return schema;
  const named = overlay.meta({ ...z.globalRegistry.get(overlay), id: `${id}Overlay` });
  NAMED.set(id, named);
  return named;
}

function objectOverlay(schema: z.ZodObject): z.ZodType {
  const shape = Object.entries(schema.shape).map(([key, value]) => [key, overlayValue(value as z.ZodType)]);
  return describedAs(schema, z.strictObject(Object.fromEntries(shape)));
}

function unionOverlay(schema: z.ZodUnion): z.ZodType {
  const options = schema.options as z.ZodType[];
  const overlays = joined(options).map(overlayOf);
  return overlays.every((each, index) => each === options[index]) ? schema : describedAs(schema, z.union(overlays));
}

/** The alternatives of a union, with its objects as one: an overlay may remove a key of one and set a key of another. */
function joined(options: readonly z.ZodType[]): z.ZodType[] {
  const objects = options.filter(
    (option) => option instanceof z.ZodObject && !("var" in option.shape) && option !== textFile,
  );
  if (objects.length < 2) return [...options];
  const shapes = objects.map((option) => (option as z.ZodObject).shape);
  return [...options.filter((option) => !objects.includes(option)), z.strictObject(Object.assign({}, ...shapes))];
}

function overlayValue(schema: z.ZodType): z.ZodType {
  const removable = (value: z.ZodType) => describedAs(value, overlayOf(value).nullable().optional());
  return schema instanceof z.ZodOptional ? once(schema, removable) : removable(schema);
}

function describedAs<S extends z.ZodType>(from: z.ZodType, to: S): S {
  return from.description === undefined ? to : to.describe(from.description);
}

const overlayableClient = () => anyClientSchema.omit({ only: true, except: true, renamedFrom: true });
const overlayablePool = () =>
  poolSchema
    .omit({ only: true, except: true, clients: true })
    .extend({ clients: z.record(z.string(), overlayableClient()).optional().describe("App clients by key") });

/** What a pool has otherwise in one environment; where a pool exists, its own `only` and `except` say. Made when one is read. */
export const poolOverlaySchema = z.lazy(
  () =>
    overlayOf(overlayablePool()).meta({
      id: "PoolOverlay",
      description:
        "What a pool has otherwise in one environment: objects merge, scalars and lists replace, null removes",
    }) as z.ZodType<PoolOverlay, PoolOverlay>,
);
