import { z } from "zod";
import { MAX_LENGTH } from "../promises/grammar";
import { key, text } from "./common";
import { environmentShape } from "./environment";
import { guardrailsSchema } from "./guardrails";
import { poolOverlaySchema } from "./overlay";
import { poolSchema } from "./pool";

const environmentSchema = z
  .strictObject({
    ...environmentShape,
    pools: z
      .record(z.string(), poolOverlaySchema)
      .optional()
      .describe(
        "What pools have otherwise here: objects merge, scalars and lists replace, null removes; default nothing",
      ),
  })
  .meta({ id: "Environment", description: "One environment: where its stacks are deployed" });

/** The whole grammar of the config file: types, validation and JSON Schema follow from it. */
export const configSchema = z
  .strictObject({
    $schema: text.optional().describe("Path or URL of the JSON Schema, for editors"),
    project: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, "a project is lower case letters, digits and -, and begins with a letter")
      .describe("Prefix of default names: lower case letters, digits and -"),
    environments: z.record(key, environmentSchema).describe("Environments by key; at least one"),
    guardrails: guardrailsSchema
      .meta({ id: "Guardrails" })
      .optional()
      .describe("The organisation's own limits, tighter than Cognito's; default none"),
    promises: z
      .array(z.string().min(1).max(MAX_LENGTH))
      .optional()
      .describe(
        "Sentences that must be so of every client, environment and value of a variable: no public client writes custom:role; default none",
      ),
    pools: z.record(key, poolSchema).describe("User pools by key; at least one"),
  })
  .meta({ id: "Config" });

export type { Attribute, AttributeSet, Client, Config, Environment, Guardrails, Pool, PoolOverlay } from "../types";
