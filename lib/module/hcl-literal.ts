import { argumentValue, type Json } from "../terraform/hcl-values";

/** A value in HCL, as a person would write it. */
export function literalValue(value: Json): string {
  return typeof value === "string"
    ? argumentValue([value], "text", "", 0).slice(1, -1).trim()
    : argumentValue(value, "text", "", 0);
}
