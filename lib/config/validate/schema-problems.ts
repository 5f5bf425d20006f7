import { z } from "zod";
import { PROXIED_PLATFORMS } from "../../cognito/platforms";
import type { Path } from "../../model/source";
import { RESERVED } from "../keys";
import type { Problem } from "../problem";
import { anyClientSchema } from "../schema/client";
import { fixedDuration } from "../schema/common";
import { isClosed, isVariable, itemVariable, noVariable } from "./closed-values";
import { nearest } from "./nearest";
import { hintFor } from "./other-names";
import { alternatives, ownValue, schemaAt } from "./schema-at";
import { expected, expectedForms, kindOf, show } from "./wording";

type Issue = z.core.$ZodIssue;

/** A value that does not match its schema. */
interface Mismatch {
  readonly path: Path;
  readonly value: unknown;
  readonly schema: z.ZodType;
}

/**
 * Checks a value against a schema and says every problem in the words of the config.
 *
 * @param base path of the value from the config's root
 */
export function schemaProblems(schema: z.ZodType, value: unknown, base: Path = []): Problem[] {
  // a config is read once: compiling the schema for it takes longer than it saves
  const result = schema.safeParse(value, { jitless: true });
  if (result.success) return [];
  const mismatchAt = (path: Path): Mismatch => ({
    path,
    value: path.reduce(ownValue, value),
    schema: schemaAt(schema, path, value) ?? z.unknown(),
  });
  return result.error.issues
    .flatMap((issue) => {
      const path = issue.path as Path;
      return issue.code === "invalid_union" && issue.discriminator !== undefined
        ? discriminatorProblems(String(issue.discriminator), mismatchAt(path.slice(0, -1)))
        : problemsOf(issue, mismatchAt(path));
    })
    .map((problem) => ({ ...problem, path: [...base, ...problem.path] }));
}

function problemsOf(issue: Issue, mismatch: Mismatch): Problem[] {
  const { path, value, schema } = mismatch;
  if (value === undefined) return [missing(path, expected(schema))];
  if (isVariable(value) && isClosed(schema)) return [noVariable(path, expected(schema))];
  if (issue.code === "invalid_key")
    return [badKey(path, issue.issues[0]?.message ?? ""), ...schemaProblems(schema, value, path)];
  if (schema instanceof z.ZodUnion) return alternativeProblems(mismatch);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, mismatch));
    case "invalid_type":
      return [wrongType(mismatch)];
    case "invalid_value":
      return [notAllowed(path, value, issue.values.map(String))];
    case "invalid_format":
      return [
        refused(path, value, issue.message, isReserved(path, value) ? "choose another name" : "write it in that form"),
      ];
    case "too_small":
    case "too_big": {
      if (issue.origin === "string")
        return [
          refused(
            path,
            value,
            issue.message,
            issue.code === "too_small" ? "write a non-empty string" : "shorten the text",
          ),
        ];
      const bound = issue.code === "too_small" ? `use ${issue.minimum} or more` : `use ${issue.maximum} or less`;
      return [refused(path, value, bound, bound)];
    }
    case "custom":
      return [
        issue.params?.oneOf
          ? without(path, issue.params.oneOf)
          : refused(path, value, issue.message, "correct the value"),
      ];
    default:
      return [refused(path, value, issue.message, "correct the value")];
  }
}

function isReserved(path: Path, value: unknown): boolean {
  return path.at(-1) === "var" && RESERVED.some((name) => name === value);
}

/** Judges a value that may be one of several things by the one that it looks like. */
function alternativeProblems(mismatch: Mismatch): Problem[] {
  const schemas = alternatives(mismatch.schema);
  if (isEmpty(mismatch.value)) return [emptyMap(mismatch)];
  const meant = likeliest(schemas, mismatch.value);
  if (meant === undefined) return [wrongType(mismatch)];
  return schemaProblems(meant, mismatch.value, mismatch.path).map((problem) =>
    ofAnother(problem, meant, schemas, mismatch),
  );
}

/** A key that is unknown to what is meant, but known to another of the things that it could be; a variable within a list. */
function ofAnother(
  problem: Problem,
  meant: z.ZodType,
  schemas: readonly z.ZodType[],
  { path, value }: Mismatch,
): Problem {
  const key = String(problem.path.at(-1));
  const isItem = Array.isArray(value) && problem.path.length === path.length + 1;
  if (isItem && isVariable(value[Number(key)])) return itemVariable(problem.path);
  const has = (schema: z.ZodType, name: string) => schema instanceof z.ZodObject && Object.hasOwn(schema.shape, name);
  if (problem.rule !== "CFG-04" || problem.path.length !== path.length + 1) return problem;
  const other = schemas.find((schema) => has(schema, key));
  if (other === undefined) return problem;
  const beside = Object.keys(value as object).filter((name) => has(meant, name) && !has(other, name));
  return { ...problem, message: `${key} cannot be combined with ${beside.join(", ")}`, fix: "remove one of them" };
}

function likeliest(schemas: readonly z.ZodType[], value: unknown): z.ZodType | undefined {
  if (typeof value === "string")
    return schemas.find((schema) => schema instanceof z.ZodString || schema instanceof z.ZodEnum);
  if (Array.isArray(value)) return schemas.find((schema) => schema instanceof z.ZodArray);
  if (typeof value !== "object" || value === null) return undefined;
  const familiar = (schema: z.ZodObject) =>
    Object.keys(value).filter((key) => meantBy(key, Object.keys(schema.shape)) !== undefined).length;
  const objects = schemas.filter((schema) => schema instanceof z.ZodObject);
  return objects.reduce<z.ZodObject | undefined>(
    (best, each) => (best === undefined || familiar(each) > familiar(best) ? each : best),
    undefined,
  );
}

/** The key that says what a thing is is missing or unknown; its other keys are judged by all that it could be. */
function discriminatorProblems(name: string, { path, value, schema }: Mismatch): Problem[] {
  const options = alternatives(schema) as z.ZodObject[];
  const names = options.flatMap((option) => [...(option.shape[name] as z.ZodLiteral<string>).values]);
  const written = ownValue(value, name);
  const at = [...path, name];
  const any = z.strictObject(Object.assign({}, ...options.map(({ shape }) => shape))).partial();
  const { [name]: _, ...rest } = value as Record<string, unknown>;
  return [
    written === undefined ? missing(at, `one of ${names.join(", ")}`) : notAllowed(at, written, names),
    ...schemaProblems(any, rest, path),
  ];
}

/** The known key that was probably meant. */
function meantBy(key: string, known: readonly string[]): string | undefined {
  return hintFor(key, known)?.key ?? nearest(key, known);
}

function unknownKey(key: string, { path, value, schema }: Mismatch): Problem {
  const at = { path: [...path, key], target: "key" as const };
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const hint = hintFor(key, known);
  const platform = ownValue(value, "platform");
  const ofClients =
    typeof platform === "string" && key !== "platform" && !hint
      ? hintFor(key, Object.keys(anyClientSchema.shape))
      : undefined;
  if (ofClients?.key !== undefined)
    return {
      rule: "CFG-09",
      ...at,
      message: `platform ${platform} does not support ${key}: ${PLATFORM_DECIDES[ofClients.key] ?? "no user signs in"}`,
      fix: `remove ${key}, or use another platform`,
    };
  const near = hint ? hint.key : nearest(key, known);
  return {
    rule: "CFG-04",
    ...at,
    message: `unknown key ${show(key)}${near ? `; did you mean ${near}?` : ""}`,
    fix:
      hint?.fix ?? (near ? `write ${near}` : isOfEachClient(key, path) ? `write ${key} in each client` : oneOf(known)),
    ...(near !== undefined && { meant: near }),
  };
}

/** Whether a key of clients is where their defaults are, and is none that clients share. */
function isOfEachClient(key: string, path: Path): boolean {
  return path.at(-1) === "clientDefaults" && Object.hasOwn(anyClientSchema.shape, key);
}

/** The keys of a small map; a large one has a page of its own. */
function oneOf(known: readonly string[]): string {
  return known.length > 12 ? "remove it; docs/config.md lists every key" : `use one of ${known.join(", ")}`;
}

const PLATFORM_DECIDES: Readonly<Record<string, string>> = {
  generateSecret: "the platform decides it",
  allowedOauthFlows: "the platform decides it",
  deliver: "it has no secret to deliver",
  secretHashProxy: `only platform ${PROXIED_PLATFORMS.join(", ")} goes behind the proxy, others keep their secret`,
};

function missing(path: Path, what: string): Problem {
  const key = String(path.at(-1));
  return { rule: "CFG-05", path, target: "key", message: `${show(key)} is missing`, fix: `add ${key}: ${what}` };
}

/** A map without keys could be any of several things. */
function emptyMap({ path, schema }: Mismatch): Problem {
  const allowed = expectedForms(schema);
  const message = `${show(String(path.at(-1)))} is empty; expected ${allowed}`;
  return { rule: "CFG-05", path, target: "value", message, fix: `write ${allowed}` };
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

function without(path: Path, keys: readonly string[]): Problem {
  const key = String(path.at(-1));
  const message = `${show(key)} has none of ${keys.join(", ")}`;
  return { rule: "CFG-05", path, target: "value", message, fix: `add one of ${keys.join(", ")}, or remove ${key}` };
}

function wrongType({ path, value, schema }: Mismatch): Problem {
  const allowed = expected(schema);
  const found = value === null ? "value is empty" : `${show(value)} is ${kindOf(value)}`;
  const at = { rule: "CFG-06", path, target: "value" as const };
  return { ...at, message: `${found}; expected ${allowed}`, fix: conversion(schema, value) ?? `write ${allowed}` };
}

/** What YAML 1.1 took for true and false. */
const WRITTEN_BOOLEANS: ReadonlyMap<string, string> = new Map([
  ["yes", "write true"],
  ["on", "write true"],
  ["no", "write false"],
  ["off", "write false"],
]);

/** How a value of the wrong type becomes what was probably meant. */
function conversion(schema: z.ZodType, value: unknown): string | undefined {
  const allowed = alternatives(schema);
  if (typeof value === "number" && allowed.includes(fixedDuration))
    return Number.isSafeInteger(value) && value > 0
      ? `write the unit: ${value}s, ${value}m, ${value}h or ${value}d`
      : "write a whole number and its unit: 90s, 15m, 1h or 30d";
  if (["number", "boolean"].includes(typeof value) && allowed.some((each) => each instanceof z.ZodString))
    return "put it in quotes";
  if (typeof value === "string" && allowed.some((each) => each instanceof z.ZodArray))
    return `write a list: [${show(value)}]`;
  if (typeof value === "string" && allowed.some((each) => each instanceof z.ZodBoolean))
    return WRITTEN_BOOLEANS.get(value.toLowerCase());
  return undefined;
}

/** Allowed values that a message names. */
const MOST_NAMED = 12;

function notAllowed(path: Path, value: unknown, allowed: readonly string[]): Problem {
  const near = typeof value === "string" ? nearest(value, allowed) : undefined;
  const more = allowed.length - MOST_NAMED;
  const named = allowed.slice(0, MOST_NAMED).join(", ");
  const anyOfThese = more > 0 ? "use one of these; `cdktf-cognito schema` has them all" : "use one of these";
  return refused(
    path,
    value,
    more > 0 ? `use ${named}, or one of ${more} more` : `use ${named}`,
    near ? `write ${near}` : anyOfThese,
    "; ",
  );
}

function badKey(path: Path, message: string): Problem {
  const text = `${show(path.at(-1))} is not a valid key: ${message}`;
  return { rule: "CFG-07", path, target: "key", message: text, fix: "rename the key" };
}

function refused(path: Path, value: unknown, why: string, fix: string, separator = ": "): Problem {
  const message = `${show(value)} is not allowed${separator}${why}`;
  return { rule: "CFG-07", path, target: "value", message, fix };
}
