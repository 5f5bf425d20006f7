import { z } from "zod";

/** Warnings about a pool or client that are accepted. */
export const acknowledge = z
  .record(z.string(), z.string().min(1, "say why the warning is accepted"))
  .meta({ id: "Acknowledge" })
  .describe(
    "Accepted warnings about this object: rule id to the reason; an error only of what is adopted; default none",
  );
