import { z } from "zod";
import type { Path } from "../../model/source";
import { RESERVED } from "../keys";
import type { Problem } from "../problem";
import { anyClientSchema } from "../schema/client";
import { fixedDuration } from "../schema/common";
import { nearest } from "./nearest";
import { alternatives, ownValue, schemaAt } from "./schema-at";
import { expected, kindOf, show } from "./wording";

type Issue = z.core.$ZodIssue;

/** What is wrong at one place: the value that stands there, and the schema that it breaks. */
interface Breach {
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
  const result = schema.safeParse(value);
  if (result.success) return [];
  const breachAt = (path: Path): Breach => ({
    path,
    value: path.reduce(ownValue, value),
    schema: schemaAt(schema, path, value) ?? z.unknown(),
  });
  return result.error.issues
    .flatMap((issue) => {
      const path = issue.path as Path;
      return issue.code === "invalid_union" && issue.discriminator !== undefined
        ? discriminatorProblems(String(issue.discriminator), breachAt(path.slice(0, -1)))
        : problemsOf(issue, breachAt(path));
    })
    .map((problem) => ({ ...problem, path: [...base, ...problem.path] }));
}

function problemsOf(issue: Issue, breach: Breach): Problem[] {
  const { path, value, schema } = breach;
  if (value === undefined) return [missing(path, expected(schema))];
  if (issue.code === "invalid_key")
    return [badKey(path, issue.issues[0]?.message ?? ""), ...schemaProblems(schema, value, path)];
  if (schema instanceof z.ZodUnion) return alternativeProblems(breach);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, breach));
    case "invalid_type":
      return [wrongType(breach)];
    case "invalid_value":
      return [notAllowed(path, value, issue.values.map(String))];
    case "invalid_format":
      return [
        refused(path, value, issue.message, isReserved(path, value) ? "name it otherwise" : "write it in that form"),
      ];
    case "too_small":
    case "too_big": {
      if (issue.origin === "string") return [refused(path, value, issue.message, "write some text")];
      const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
      return [refused(path, value, bound, `use ${bound}`)];
    }
    default:
      return [refused(path, value, issue.message, "mend the value")];
  }
}

function isReserved(path: Path, value: unknown): boolean {
  return path.at(-1) === "var" && RESERVED.some((name) => name === value);
}

/** Judges a value that may be one of several things by the one that it looks like. */
function alternativeProblems(breach: Breach): Problem[] {
  const schemas = alternatives(breach.schema);
  const meant = likeliest(schemas, breach.value);
  if (meant === undefined) return [wrongType(breach)];
  return schemaProblems(meant, breach.value, breach.path).map((problem) => ofAnother(problem, meant, schemas, breach));
}

/** A key that is unknown to what is meant, but known to another of the things that it could be. */
function ofAnother(
  problem: Problem,
  meant: z.ZodType,
  schemas: readonly z.ZodType[],
  { path, value }: Breach,
): Problem {
  const key = String(problem.path.at(-1));
  const has = (schema: z.ZodType, name: string) => schema instanceof z.ZodObject && Object.hasOwn(schema.shape, name);
  if (problem.rule !== "CFG-04" || problem.path.length !== path.length + 1) return problem;
  const other = schemas.find((schema) => has(schema, key));
  if (other === undefined) return problem;
  const beside = Object.keys(value as object).filter((name) => has(meant, name) && !has(other, name));
  return { ...problem, message: `${key} cannot stand beside ${beside.join(", ")}`, fix: "keep one of them" };
}

function likeliest(schemas: readonly z.ZodType[], value: unknown): z.ZodType | undefined {
  if (typeof value === "string")
    return schemas.find((schema) => schema instanceof z.ZodString || schema instanceof z.ZodEnum);
  if (Array.isArray(value)) return schemas.find((schema) => schema instanceof z.ZodArray);
  if (typeof value !== "object" || value === null) return undefined;
  const familiar = (schema: z.ZodObject) =>
    Object.keys(value).filter((key) => nearest(key, Object.keys(schema.shape)) !== undefined).length;
  const objects = schemas.filter((schema) => schema instanceof z.ZodObject);
  return objects.reduce<z.ZodObject | undefined>(
    (best, each) => (best === undefined || familiar(each) > familiar(best) ? each : best),
    undefined,
  );
}

/** The key that says what a thing is is missing or unknown; its other keys are judged by all that it could be. */
function discriminatorProblems(name: string, { path, value, schema }: Breach): Problem[] {
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

function unknownKey(key: string, { path, value, schema }: Breach): Problem {
  const at = { path: [...path, key], target: "key" as const };
  const platform = ownValue(value, "platform");
  if (typeof platform === "string" && Object.hasOwn(anyClientSchema.shape, key))
    return {
      rule: "CFG-09",
      ...at,
      message: `a client of platform ${platform} takes no ${key}: ${PLATFORM_DECIDES[key] ?? "no person signs in through it"}`,
      fix: `remove ${key}, or use another platform`,
    };
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const near = nearest(key, known);
  return {
    rule: "CFG-04",
    ...at,
    message: `unknown key ${show(key)}${near ? `; did you mean ${near}?` : ""}`,
    fix: near ? `write ${near}` : `use one of ${known.join(", ")}`,
  };
}

const PLATFORM_DECIDES: Readonly<Record<string, string>> = {
  generateSecret: "the platform decides it",
  allowedOauthFlows: "the platform decides it",
};

function missing(path: Path, what: string): Problem {
  const key = String(path.at(-1));
  return { rule: "CFG-05", path, target: "key", message: `${show(key)} is missing`, fix: `add ${key}: ${what}` };
}

function wrongType({ path, value, schema }: Breach): Problem {
  const allowed = expected(schema);
  const found = value === null ? "nothing stands here" : `${show(value)} is ${kindOf(value)}`;
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
    return `write the unit: ${value}s, ${value}m or ${value}h`;
  if (typeof value === "number" && allowed.some((each) => each instanceof z.ZodString)) return "put it in quotes";
  if (typeof value === "string" && allowed.some((each) => each instanceof z.ZodArray))
    return `write a list: [${show(value)}]`;
  if (typeof value === "string" && allowed.some((each) => each instanceof z.ZodBoolean))
    return WRITTEN_BOOLEANS.get(value.toLowerCase());
  return undefined;
}

function notAllowed(path: Path, value: unknown, allowed: readonly string[]): Problem {
  const near = typeof value === "string" ? nearest(value, allowed) : undefined;
  return refused(path, value, `use ${allowed.join(", ")}`, near ? `write ${near}` : "use one of these", "; ");
}

function badKey(path: Path, message: string): Problem {
  const text = `${show(path.at(-1))} is no key here: ${message}`;
  return { rule: "CFG-07", path, target: "key", message: text, fix: "rename the key" };
}

function refused(path: Path, value: unknown, why: string, fix: string, separator = ": "): Problem {
  const message = `${show(value)} is not allowed${separator}${why}`;
  return { rule: "CFG-07", path, target: "value", message, fix };
}
