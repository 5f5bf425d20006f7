import { plainText, quoted } from "../terraform/hcl-strings";
import { argumentValue, type Json } from "../terraform/hcl-values";

/** A value in HCL, as a person would write it. */
export function literalValue(value: Json): string {
  return typeof value === "string" ? quoted(plainText(value)) : argumentValue(value, "text", "", 0);
}
