import { z } from "zod";
import { DEFAULT_LENGTH } from "../../cognito/attributes";
import { ATTRIBUTE_TYPES } from "../../cognito/values";
import { unset } from "./adopted";

const whole = z.number().int();
const [shortest, longest] = DEFAULT_LENGTH;
const length = (which: string, preset: number) =>
  whole.optional().describe(`${which} text, of a String: ${shortest} to ${longest} characters; default ${preset}`);

/** One attribute of a pool's schema. */
export const attribute = z
  .strictObject({
    type: z.enum(ATTRIBUTE_TYPES).optional().describe("Type; default the standard attribute's own, else String"),
    required: z
      .boolean()
      .optional()
      .describe("Whether sign-up must give a value; standard attributes only; default false"),
    mutable: z.boolean().optional().describe("Whether the value can change after sign-up; default true"),
    minLength: length("Shortest", shortest),
    maxLength: length("Longest", longest),
    minValue: z.number().optional().describe("Smallest value, of a Number; default unlimited"),
    maxValue: z.number().optional().describe("Largest value, of a Number; default unlimited"),
    authority: z
      .boolean()
      .optional()
      .describe("Whether it is privileged (a role, a tenant): no public client may write it; default false"),
    unset: unset.attribute,
  })
  .meta({
    id: "Attribute",
    description: "One attribute of the schema, permanent: attributes are added, never changed or removed",
  });
