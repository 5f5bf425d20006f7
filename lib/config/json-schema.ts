import { z } from "zod";
import { configSchema } from "./schema";

/** Keys that YAML and JSON may have at the top, and TypeScript not, so that the grammar does not have them. */
const ANCHORS = { "^x-": { description: "Ignored; a place for the anchors of YAML" } };

/**
 * The JSON Schema of the config file, as text: what editors complete, check and explain. Schemas that are shared have
 * an `id`, so that a new key adds its own lines and renames nothing.
 */
export function jsonSchema(): string {
  const { $schema, definitions, ...schema } = z.toJSONSchema(configSchema, {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === configSchema) jsonSchema.patternProperties = ANCHORS;
    },
  });
  const text = JSON.stringify({ title: "cdktf-cognito config", $schema, ...schema, definitions }, null, 2);
  return `${text}\n`;
}
