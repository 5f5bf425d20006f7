import { parseTemplate } from "../terraform/hcl-strings";
import type { Json } from "../terraform/hcl-values";
import { isObject } from "./json";

/** What a value says without Terraform's help; `undefined` when an expression in it has to be evaluated first. */
export function literalOf(value: Json): Json {
  if (typeof value === "string") return literalText(value);
  if (Array.isArray(value)) {
    const items = value.map(literalOf);
    return items.includes(undefined) ? undefined : items;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const literals = entries.map(([key, item]) => [literalText(key), literalOf(item)] as const);
  return literals.some((pair) => pair.includes(undefined)) ? undefined : Object.fromEntries(literals);
}

/** A value of a configuration in JSON as a Terraform expression. */
export function expressionOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(expressionOf).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const items = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)} = ${expressionOf(item)}`);
  return `{ ${items.join(", ")} }`;
}

function literalText(template: string): string | undefined {
  const parts = parseTemplate(template);
  if (!parts.every((part) => typeof part === "string")) return undefined;
  return parts.join("").replace(/([$%])\1\{/g, "$1{");
}
