import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../repository";
import { type Fields, invalid, Refusal } from "./refusal";

/** What AWS's model says of one field, by path: `Policies.PasswordPolicy.MinimumLength`, `Schema.[].Name`. */
export interface ApiField {
  readonly type: "string" | "integer" | "boolean" | "list" | "map" | "blob";
  /** Smallest number, or length of a text or list. */
  readonly min?: number;
  readonly max?: number;
  /** A Java pattern that the whole text matches. */
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

interface Operation {
  readonly required: readonly string[];
  readonly fields: Readonly<Record<string, ApiField>>;
}

/** The calls behind the AWS provider, of AWS's own model. */
export const API_MODEL: Readonly<Record<string, Operation>> = JSON.parse(
  readFileSync(join(ROOT, "__tests__", "data", "api-model.json"), "utf8"),
).operations;

/** Fields of which AWS's server is known to take more than its model says: the pattern that it really has. */
export const SERVER_PATTERNS: Readonly<Record<string, { readonly pattern: string; readonly why: string }>> = {
  ...Object.fromEntries(
    ["SmsVerificationMessage", "SmsMessage", "SmsAuthenticationMessage"].map((name) => [
      name,
      { pattern: "(?s).*\\{####\\}.*", why: "text messages may hold line breaks" },
    ]),
  ),
  Domain: {
    pattern: "[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?",
    why: "the model has the prefix alone, a custom domain has dots",
  },
};

/**
 * Holds a request against AWS's model: what is required, and of each field the type, length, pattern and closed set.
 * An operation that the model does not have takes anything.
 *
 * @throws Refusal as AWS words it
 */
export function checkRequest(operation: string, request: Fields, models = API_MODEL): void {
  const model = models[operation];
  if (model === undefined) return;
  for (const name of model.required) if (!(name in request)) refuse(name, undefined, "Member must not be null");
  for (const [path, value] of leaves(request)) {
    if (value === undefined) continue;
    const field = model.fields[path];
    if (field === undefined && path.endsWith("[]")) continue;
    if (field === undefined) throw new Refusal("SerializationException", `${operation} has no field ${path}`);
    checkField(path, field, value);
  }
}

/** Every text, number, boolean and list of a request, by the path that the model gives it. */
export function leaves(value: unknown, path = ""): [string, unknown][] {
  if (DOCUMENTS.includes(path)) return [];
  const under = (name: string) => (path === "" ? name : `${path}.${name}`);
  if (Array.isArray(value)) {
    const list: [string, unknown][] = [`${path}[]`, value] as never;
    return [list as never, ...value.flatMap((item) => leaves(item, under("[]")))];
  }
  if (typeof value !== "object" || value === null) return [[path, value]];
  if (MAPS.includes(path))
    return Object.entries(value).flatMap(([key, item]): [string, unknown][] => [
      [under("{key}"), key],
      [under("{value}"), item],
    ]);
  return Object.entries(value).flatMap(([name, item]) => leaves(item, under(name)));
}

/** Fields that take any JSON. */
const DOCUMENTS = ["Settings"];

/** Fields whose names are the user's own. */
const MAPS = [
  ...["UserPoolTags", "Tags", "ProviderDetails", "AttributeMapping"],
  ...["AuthParameters", "ChallengeResponses", "ClientMetadata"],
];

function checkField(path: string, field: ApiField, value: unknown): void {
  const { min = 0, max = Number.POSITIVE_INFINITY, pattern } = field;
  const size = typeof value === "number" ? value : sizeOf(field, value as string | unknown[]);
  if (TYPES[field.type] !== typeof value) throw new Refusal("SerializationException", `${path} is not a ${field.type}`);
  if (size < min) refuse(path, value, `Member must have a length or value greater than or equal to ${min}`);
  if (size > max) refuse(path, value, `Member must have a length or value less than or equal to ${max}`);
  if (field.enum?.includes(value as string) === false)
    refuse(path, value, `Member must satisfy enum value set: [${field.enum.join(", ")}]`);
  if (pattern !== undefined && !patternOf(path, pattern).test(value as string))
    refuse(path, value, `Member must satisfy regular expression pattern: ${pattern}`);
}

/** The length of a text or list; of bytes, which a request has in base64, their number. */
function sizeOf({ type }: ApiField, value: string | readonly unknown[]): number {
  return type === "blob" ? Buffer.from(value as string, "base64").length : value.length;
}

const TYPES = {
  string: "string",
  integer: "number",
  boolean: "boolean",
  list: "object",
  map: "object",
  blob: "string",
} as const;

/** What AWS's server matches a field with, as JavaScript: the whole text must match, and `(?s)` is a flag. */
export function patternOf(path: string, pattern: string): RegExp {
  const real = SERVER_PATTERNS[path.split(".").at(-1) as string]?.pattern ?? pattern;
  const source = real.replace("(?s)", "").replaceAll("[\\w-]", "[\\w\\-]");
  return new RegExp(`^(?:${source})$`, real.startsWith("(?s)") ? "su" : "u");
}

function refuse(path: string, value: unknown, constraint: string): never {
  invalid(`1 validation error detected: Value '${value}' at '${path}' failed to satisfy constraint: ${constraint}`);
}
