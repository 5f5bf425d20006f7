import { z } from "zod";

/** Lets the gate accept a plan that destroys or replaces exactly this object, for a reason and until a day. */
export const allowDestroy = z
  .strictObject({
    reason: z.string().min(1, "say why it may be destroyed").describe("Why it may be destroyed"),
    until: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, "a day has the form YYYY-MM-DD")
      .refine(isDay, "not a day of the calendar")
      .describe("The last day on which the gate accepts it, UTC: YYYY-MM-DD"),
  })
  .meta({
    id: "AllowDestroy",
    description: "Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses",
  });

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
