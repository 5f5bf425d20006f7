import type { Client, Pool } from "../../lib/config/schema";
import { checkPool } from "../../lib/rules/check";
import { API_MODEL, type ApiField, patternOf } from "../support/cognito/api-model";
import { configOf, modelOf } from "../support/models";
import { TEXT_FIELDS, type TextField } from "./text-fields";

/** Texts of which each breaks some pattern: spaces, controls, what cannot be seen, quotes and signs. */
const INTRUDERS = [
  " ",
  "\t",
  "\n",
  "\u0007",
  "\u00a0",
  "\u200b",
  "\u200d",
  "\ufeff",
  "\u00ad",
  '"',
  "\\",
  "/",
  "!",
  "é",
];

describe.each(Object.entries(TEXT_FIELDS))("%s", (name, field) => {
  const [operation, path] = field.api;
  const model = API_MODEL[operation]?.fields[path] as ApiField;

  test("is refused by a rule wherever AWS's model refuses it", () => {
    const passed = wrongTexts(field, path, model).filter((text) => !refused(field, text));
    expect(passed.map((text) => JSON.stringify(text.slice(0, 60)))).toEqual([]);
  });

  test("passes at its shortest and longest", () => {
    const { min = 0, max = 2048 } = model;
    const texts = [Math.max(min, field.holds?.length ?? 1, 1), field.longest ?? max].map((length) =>
      ofLength(field, length),
    );
    expect(texts.filter((text) => refused(field, text)).map((text) => `${name}: ${text.length}`)).toEqual([]);
  });
});

/** Texts that AWS's model refuses: too short, too long, and with each intruder that its pattern does not have. */
function wrongTexts(field: TextField, path: string, { min = 0, max, pattern }: ApiField): string[] {
  const regex = pattern === undefined ? undefined : patternOf(path, pattern);
  const intruded = INTRUDERS.map((each) => `${ofLength(field, Math.max(min, 8))}${each}x`);
  return [
    ...(min > 0 ? [ofLength({ ...field, holds: "" }, min - 1)] : []),
    ...(max === undefined ? [] : [ofLength(field, max + 1)]),
    ...intruded.filter((text) => regex !== undefined && !regex.test(text)),
  ];
}

function ofLength({ holds = "" }: TextField, length: number): string {
  return holds + "x".repeat(Math.max(0, length - holds.length));
}

/** Whether the grammar, or an error of one of the field's rules, refuses a text. */
function refused({ rules, pool, client }: TextField, text: string): boolean {
  const platform = { platform: "ios" } as const;
  const config = configOf({
    pool: (pool?.(text) ?? {}) as Pool,
    client: { ...platform, ...client?.(text) } as Client,
  });
  let model: ReturnType<typeof modelOf>;
  try {
    model = modelOf(config);
  } catch {
    return true;
  }
  return checkPool(model).some(({ rule, severity }) => severity === "error" && rules.includes(rule));
}
