import type { z } from "zod";
import { PLATFORMS } from "../../cognito/platforms";
import type { Path } from "../../model/source";
import type { Problem } from "../problem";
import { anyClientSchema } from "../schema/client";
import { knownKeys } from "./known-keys";
import { nearest } from "./nearest";

type Issue = z.core.$ZodIssue;

/**
 * Checks a value against a schema and says every problem in the words of the config.
 *
 * @param base path of the value from the config's root
 */
export function schemaProblems(schema: z.ZodType, value: unknown, base: Path = []): Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const describe = describer(schema, value);
  return result.error.issues
    .flatMap((issue) => flatten(issue, []))
    .flatMap((issue) => describe(issue))
    .map((problem) => ({ ...problem, path: [...base, ...problem.path] }));
}

/** Replaces the issue of a union by those of the branch that the person most probably meant. */
function flatten(issue: Issue, base: Path): Issue[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ ...issue, path: path as PropertyKey[] }];
  const branches = issue.errors.map((branch) => branch.flatMap((each) => flatten(each, path)));
  const mismatched = (branch: Issue[]) =>
    branch.some((each) => each.code === "invalid_type" && each.path.length === path.length);
  const meant = branches.filter((branch) => !mismatched(branch)).sort((a, b) => a.length - b.length)[0];
  if (meant) return meant;
  const expected = branches.flatMap((branch) =>
    branch.flatMap((each) =>
      each.path.length > path.length ? [] : "expected" in each ? [each.expected] : valuesOf(each),
    ),
  );
  return [
    {
      code: "invalid_type",
      path: path as PropertyKey[],
      message: "",
      expected: [...new Set(expected)].join(" or ") as "string",
    },
  ];
}

function valuesOf(issue: Issue): string[] {
  return issue.code === "invalid_value" ? issue.values.map((value) => JSON.stringify(value)) : [];
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "a map",
  record: "a map",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function describer(schema: z.ZodType, root: unknown) {
  const valueAt = (path: Path) =>
    path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key as string], root);

  return (issue: Issue): Problem[] => {
    const path = issue.path as (string | number)[];
    const value = valueAt(path);
    const at = { path, target: "value" as const };
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => unknownKey(schema, root, path, key, valueAt(path)));
      case "invalid_type":
        return [value === undefined ? missing(path, issue.expected) : wrongType(path, issue.expected, value)];
      case "invalid_union": // a client whose platform is missing or unknown
        return [value === undefined ? missing(path, "string") : notAllowed(path, value, PLATFORMS)];
      case "invalid_value":
        return [value === undefined ? missing(path, "string") : notAllowed(path, value, issue.values)];
      case "invalid_key": {
        const message = issue.issues[0]?.message ?? "not a key";
        return [
          {
            rule: "CFG-07",
            path,
            target: "key",
            message: `${show(path.at(-1))} is no key here: ${message}`,
            fix: "rename the key",
          },
        ];
      }
      case "invalid_format":
        return [
          {
            rule: "CFG-07",
            ...at,
            message: `${show(value)} is not allowed: ${issue.message}`,
            fix: "write it in that form",
          },
        ];
      case "too_small":
      case "too_big": {
        const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
        return [{ rule: "CFG-07", ...at, message: `${show(value)} is not allowed: ${bound}`, fix: `use ${bound}` }];
      }
      default:
        return [
          { rule: "CFG-07", ...at, message: `${show(value)} is not allowed: ${issue.message}`, fix: "mend the value" },
        ];
    }
  };
}

function unknownKey(schema: z.ZodType, root: unknown, path: Path, key: string, parent: unknown): Problem {
  const platform = (parent as { platform?: unknown } | undefined)?.platform;
  if (typeof platform === "string" && key in anyClientSchema.shape && platform !== key)
    return {
      rule: "CFG-09",
      path: [...path, key],
      target: "key",
      message: `a client of platform ${platform} takes no ${key}: ${PLATFORM_DECIDES[key] ?? "no person signs in through it"}`,
      fix: `remove ${key}, or use another platform`,
    };
  const known = knownKeys(schema, path, root);
  const near = nearest(key, known);
  return {
    rule: "CFG-04",
    path: [...path, key],
    target: "key",
    message: `unknown key ${show(key)}${near ? `; did you mean ${near}?` : ""}`,
    fix: near ? `write ${near}` : `use one of ${known.filter((each) => each !== "var").join(", ")}`,
  };
}

const PLATFORM_DECIDES: Readonly<Record<string, string>> = {
  generateSecret: "the platform decides it",
  allowedOauthFlows: "the platform decides it",
};

function missing(path: Path, expected: string): Problem {
  const key = String(path.at(-1) ?? "the config");
  return {
    rule: "CFG-05",
    path,
    target: "key",
    message: path.length === 0 ? "the config is empty" : `${show(key)} is missing`,
    fix: `add ${key}: ${typeName(expected)}`,
  };
}

function wrongType(path: Path, expected: string, value: unknown): Problem {
  const allowed = typeName(expected);
  const duration = typeof value === "number" && /Validity$|retryGracePeriod$|^(min|max)$/.test(String(path.at(-1)));
  return {
    rule: "CFG-06",
    path,
    target: "value",
    message: `${show(value)} is ${kindOf(value)}; expected ${duration ? "a duration with its unit" : allowed}`,
    fix: duration ? `write the unit: ${value}m or ${value}h` : `write ${allowed}`,
  };
}

function notAllowed(path: Path, value: unknown, values: readonly unknown[]): Problem {
  const allowed = values.map(String);
  const near = typeof value === "string" ? nearest(value, allowed) : undefined;
  return {
    rule: "CFG-07",
    path,
    target: "value",
    message: `${show(value)} is not allowed; use ${allowed.join(", ")}`,
    fix: near ? `write ${near}` : "use one of these",
  };
}

function typeName(expected: string): string {
  return expected
    .split(" or ")
    .map((each) => TYPE_NAMES[each] ?? each)
    .join(" or ");
}

function kindOf(value: unknown): string {
  if (value === null) return "nothing (null)";
  if (Array.isArray(value)) return "a list";
  return TYPE_NAMES[typeof value] ?? typeof value;
}

/** A value as a message quotes it, at most 60 characters of it. */
function show(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
