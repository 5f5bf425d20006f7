import { z } from "zod";
import { key, text } from "./common";
import { environmentShape } from "./environment";
import { guardrailsSchema } from "./guardrails";
import { poolOverlaySchema } from "./overlay";
import { poolSchema } from "./pool";

const environmentSchema = z.strictObject({
  ...environmentShape,
  pools: z
    .record(z.string(), poolOverlaySchema)
    .optional()
    .describe("Laid over pools here: objects merge, scalars and lists replace, null removes"),
});

/** The whole grammar of the config file: types, validation and JSON Schema follow from it. */
export const configSchema = z.strictObject({
  $schema: text.optional(),
  project: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, "a project is lower case letters, digits and -, and begins with a letter")
    .describe("Prefix of default names"),
  environments: z.record(key, environmentSchema).describe("At least one"),
  guardrails: guardrailsSchema.optional().describe("The organisation's own, tighter limits"),
  pools: z.record(key, poolSchema).describe("At least one"),
});

/** A config file as a person writes it. */
export type Config = z.input<typeof configSchema>;
export type Environment = Config["environments"][string];
export type Guardrails = NonNullable<Config["guardrails"]>;
export type Pool = Config["pools"][string];
export type PoolOverlay = NonNullable<Environment["pools"]>[string];
export type Client = Pool["clients"][string];
export type Attribute = NonNullable<Pool["attributes"]>[string];
export type AttributeSet = NonNullable<Client["readAttributes"]>;
