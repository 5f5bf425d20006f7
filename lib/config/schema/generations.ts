import { z } from "zod";
import { allowDestroy } from "./allow-destroy";

/** Lets the gate accept that one generation of a client is destroyed, for a reason and until a day. */
const retire = z
  .strictObject({
    generation: z
      .number()
      .int()
      .describe("The generation that is to be destroyed: a whole number from 1, never the current one"),
    ...allowDestroy.shape,
  })
  .meta({
    id: "Retire",
    description:
      "The generation that is to leave generations by a day; once it left, the gate accepts that exactly it is destroyed; default none",
  });

/** The keys by which a client with a secret is rotated. */
export const rotationKeys = {
  generations: z
    .array(z.number().int())
    .optional()
    .describe(
      "Numbers of the app clients that exist in AWS with these settings, each with its own client id and secret: one, or two in ascending order during a rotation, from 1; generation 1 has the address of the key, generation n that of key_g<n>; needs a secret; default [1]",
    ),
  current: z
    .number()
    .int()
    .optional()
    .describe("The generation that outputs and deliveries name: one of generations; default the first"),
  retire: retire.optional(),
};
