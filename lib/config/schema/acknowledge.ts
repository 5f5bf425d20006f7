import { z } from "zod";

/** Warnings about a pool or client that are accepted. */
export const acknowledge = z
  .record(z.string(), z.string().min(1, "say why the warning is accepted"))
  .describe("Warnings about this very object that are accepted, by rule id, each with its reason");
