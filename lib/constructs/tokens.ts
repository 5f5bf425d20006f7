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
  const tokens: { readonly path: Path; readonly token: unknown }[] = [];
  const open = replaceTokens(options, (token, path) => {
    tokens.push({ path, token });
    return { var: "token" };
  });
  const isToken = (path: Path) => tokens.some((each) => formatPath(each.path) === formatPath(path));
  return [
    ...tokens.flatMap(({ path, token }) => {
      const allowed = alternatives(schemaAt(schema, path, open) ?? schema);
      const isAllowed = allowed.some((each) => "shape" in each && "var" in (each.shape as object));
      // Text says no unit.
      const isDuration = typeof token === "string" && allowed.includes(fixedDuration);
      return isAllowed && !isDuration ? [] : [unknownAtSynth(path, isDuration)];
    }),
    ...schemaProblems(schema, open).filter(({ path }) => !isToken(path)),
  ];
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

function replaceTokens(value: unknown, replace: (token: unknown, path: Path) => unknown, path: Path = []): unknown {
  if (Token.isUnresolved(value)) return replace(value, path);
  if (Array.isArray(value)) return value.map((item, index) => replaceTokens(item, replace, [...path, index]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaceTokens(item, replace, [...path, key])]),
  );
}
