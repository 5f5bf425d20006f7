import { Token } from "cdktf";
import type { z } from "zod";
import { formatPath, type Problem } from "../config/problem";
import { fixedDuration } from "../config/schema/common";
import { alternatives, schemaAt } from "../config/validate/schema-at";
import { schemaProblems } from "../config/validate/schema-problems";
import type { Path } from "../model/source";

/** Replaces cdktf tokens, which are known at plan only, by open values, so that they are not taken for text. */
export function openTokens(value: unknown): unknown {
  return replaceTokens(value, (token) => ({ var: "token", token: Token.asString(token) }));
}

/** What is wrong with the form of properties, which may have tokens wherever a config may have a variable. */
export function formProblems(schema: z.ZodType, options: unknown): readonly Problem[] {
  const replaced: { readonly path: Path; readonly value: unknown }[] = [];
  const open = replaceTokens(
    options,
    (value, path) => {
      replaced.push({ path, value });
      return { var: "token" };
    },
    isObject,
  );
  const found = replaced.map((each) => ({ ...each, at: schemaAt(schema, each.path, open) }));
  const isReplaced = (path: Path) =>
    found.some((each) => formatPath(each.path) === formatPath(path) && (!isObject(each.value) || each.at));
  return [
    ...found.flatMap(({ path, value, at }) => {
      // What no key is for is an unknown key.
      if (isObject(value)) return at === undefined ? [] : [noValue(path, value)];
      const allowed = alternatives(at ?? schema);
      const isAllowed = allowed.some((each) => "shape" in each && "var" in (each.shape as object));
      // Text says no unit.
      const isDuration = typeof value === "string" && allowed.includes(fixedDuration);
      return isAllowed && !isDuration ? [] : [unknownAtSynth(path, isDuration)];
    }),
    ...schemaProblems(schema, open).filter(({ path }) => !isReplaced(path)),
  ];
}

/** @param value an object where a value is wanted: a Lambda function in place of its ARN */
function noValue(path: Path, value: object): Problem {
  return {
    rule: "CFG-06",
    path,
    target: "value",
    message: `this is an object of class ${value.constructor.name}, not a value`,
    fix: "write a value of it, such as its arn or id",
  };
}

function unknownAtSynth(path: Path, isDuration: boolean): Problem {
  return {
    rule: "CFG-06",
    path,
    target: "value",
    message: "this is known only at plan, and must be known at synth",
    fix: isDuration ? "write it, or a Terraform variable: { var: NAME, unit: minutes }" : "write the value itself",
  };
}

function replaceTokens(
  value: unknown,
  replace: (token: unknown, path: Path) => unknown,
  also: (value: unknown) => boolean = () => false,
  path: Path = [],
): unknown {
  if (Token.isUnresolved(value) || also(value)) return replace(value, path);
  const inside = (item: unknown, key: string | number) => replaceTokens(item, replace, also, [...path, key]);
  if (Array.isArray(value)) return value.map(inside);
  if (typeof value !== "object" || value === null || isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item, key)]));
}

/** Whether it is an object of a class, such as a construct, whose fields lead back to itself. */
function isObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value) || Token.isUnresolved(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}
