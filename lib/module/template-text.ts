import type { TerraformJson } from "../terraform/hcl";
import { parseTemplate, soleExpression } from "../terraform/hcl-strings";
import type { Json } from "../terraform/hcl-values";
import { isObject, mapStrings, valueAt } from "./json";

/** What a value of a configuration is to somebody else; `undefined` when nothing can say it there. */
export type Say = (value: Json) => Json;

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

/**
 * Says values of a configuration to another one, as templates: variables by their defaults or, without one, by a
 * variable of the same name.
 */
export function sayFrom({ variable }: TerraformJson): Say {
  const defaultOf = (name: string) => escaped(valueAt(variable, [name, "default"]) as Json);
  const isKnown = (name: string) => valueAt(variable, [name]) !== undefined;
  const said = (value: Json) =>
    mapStrings(value, (text) => {
      const sole = /^\$\{var\.([\w-]+)\}$/.exec(text)?.[1];
      if (sole !== undefined) return defaultOf(sole) ?? text;
      return text.replace(VARIABLE, (reference, name: string) => String(defaultOf(name) ?? reference));
    });
  return (value) => {
    const template = said(value);
    const rest = mapStrings(template, (text) => text.replace(VARIABLE, (each, name) => (isKnown(name) ? "" : each)));
    return literalOf(rest) === undefined ? undefined : template;
  };
}

const VARIABLE = /(?<!\$)\$\{var\.([\w-]+)\}/g;

/** Text as a template that gives it. */
export function escaped(value: Json): Json {
  if (typeof value === "string") return value.replace(/[$%](?=\{)/g, "$&$&");
  if (Array.isArray(value)) return value.map(escaped);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [String(escaped(key)), escaped(item)]));
}

/** The value with the arguments of other resources in place of the references to them. */
export function dereferenced(value: Json, json: TerraformJson): Json {
  return mapStrings(value, (text) =>
    text.replace(/\$\{(aws_\w+)\.(\w+)\.(\w+)\}/g, (reference, type: string, name: string, argument: string) => {
      const found = valueAt(json, ["resource", type, name, argument]);
      return typeof found === "string" ? found : reference;
    }),
  );
}

/** A value of a configuration in JSON as a Terraform expression. */
export function expressionOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(expressionOf).join(", ")}]`;
  if (typeof value === "string") return soleExpression(parseTemplate(value)) ?? JSON.stringify(value);
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const items = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)} = ${expressionOf(item)}`);
  return `{ ${items.join(", ")} }`;
}

function literalText(template: string): string | undefined {
  const parts = parseTemplate(template);
  if (!parts.every((part) => typeof part === "string")) return undefined;
  return parts.join("").replace(/([$%])\1\{/g, "$1{");
}
