import type { TerraformJson } from "../terraform/hcl";
import { parseTemplate, quoted } from "../terraform/hcl-strings";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { type Difference, stepsOf } from "./differences";
import { type Steps, same, valueAt, withValue } from "./json";

/** The pool as an environment has it, and what that gives to the variables of the module, where no default. */
export interface Form {
  readonly json: TerraformJson;
  readonly values: Readonly<Record<string, Json>>;
}

/** One condition as each environment has it. */
type Condition = readonly (JsonObject | undefined)[];

type Named = Difference & { readonly name: string };

/**
 * The configuration of a module with those of its conditions that hold for every environment's form of the pool: the
 * same everywhere; or another one for a text that a variable holds now, or for what a variable may leave out.
 *
 * @param forms the environment of the defaults first
 */
export function withCommonConditions(
  json: TerraformJson,
  forms: readonly Form[],
  differences: readonly Named[],
): TerraformJson {
  const texts = textsOf(json, forms);
  const isCommon = (condition: Condition) => condition.every((each) => each?.condition === condition[0]?.condition);
  const kept = (place: Steps) =>
    alongside(place, forms)
      .filter(isCommon)
      .map(([own]) => own);
  const made = (condition: Condition) =>
    isCommon(condition) ? condition[0] : (overText(condition, texts) ?? overPresence(condition, forms, differences));
  const place = ["output", "rule_set", "precondition"];
  const guarded = withValue(json, place, some(alongside(place, forms).map(made)));
  const validated = Object.keys((json.variable ?? {}) as object).reduce((result, name) => {
    const place = ["variable", name, "validation"];
    return withValue(result, place, some(kept(place)));
  }, guarded);
  return Object.keys((json.check ?? {}) as object).reduce((result, name) => {
    const isKept = alongside(["check", name, "assert"], forms).every(isCommon);
    return isKept ? result : withValue(result, ["check", name], undefined);
  }, validated);
}

/** The conditions in a place, each beside what others say of the same rule. */
function alongside(place: Steps, forms: readonly Form[]): Condition[] {
  const found = forms.map(({ json }) => (valueAt(json, place) ?? []) as readonly JsonObject[]);
  const subjects = [...new Set(found.flat().map(subjectOf))];
  return subjects.flatMap((subject) => {
    const each = found.map((conditions) => conditions.filter((condition) => subjectOf(condition) === subject));
    const most = Math.max(...each.map(({ length }) => length));
    return Array.from({ length: most }, (_, index) => each.map((conditions) => conditions[index]));
  });
}

/** The rule, with which each message begins. */
function subjectOf({ error_message }: JsonObject): string {
  return String(error_message).split(":")[0] as string;
}

/** Variables that hold a text everywhere, and not the same one; the longest first. */
function textsOf({ variable }: TerraformJson, forms: readonly Form[]) {
  return Object.entries((variable ?? {}) as Record<string, JsonObject>)
    .filter(([, { sensitive }]) => sensitive !== true)
    .map(([name, own]) => ({ name, values: forms.map(({ values }) => values[name] ?? own.default) }))
    .filter(({ values }) => values.every((value) => typeof value === "string" && value !== ""))
    .filter(({ values }) => values.some((value) => value !== values[0]))
    .sort((one, other) => String(other.values[0]).length - String(one.values[0]).length);
}

/** The condition with variables in place of their texts, when it differs by nothing else. */
function overText(condition: Condition, texts: ReturnType<typeof textsOf>): JsonObject | undefined {
  const over = (key: "condition" | "error_message") => {
    const written = condition.map((each) => String(each?.[key]));
    const [own, ...others] = texts.reduce((found, { name, values }) => {
      const parts = found.map((each, index) => each.split(`"${values[index]}`));
      const isThere = parts.every(({ length }) => length === parts[0]?.length);
      return isThere ? parts.map((each) => each.join(`"\${var.${name}}`)) : found;
    }, written);
    return others.every((other) => other === own) ? own : undefined;
  };
  const text = over("condition");
  return text === undefined
    ? undefined
    : { condition: text, error_message: over("error_message") ?? condition[0]?.error_message };
}

/**
 * The condition that asks first whether a variable leaves something out: the only difference that can decide over it,
 * or the only one that it names.
 */
function overPresence(
  condition: Condition,
  forms: readonly Form[],
  differences: readonly Named[],
): JsonObject | undefined {
  const texts = condition.map((each) => each?.condition);
  const decides = (values: readonly unknown[]) =>
    values.every((one, at) => values.every((other, index) => !same(one, other) || texts[at] === texts[index]));
  const deciding = differences
    .map((difference) => {
      const place = [...stepsOf(difference.address), ...difference.at];
      return { ...difference, values: forms.map(({ json }) => valueAt(json, place)) };
    })
    .filter(({ values }) => decides(values));
  const optional = deciding
    .filter(({ values }) => decides(values.map((value) => value === undefined)))
    .filter(
      ({ type, default: own, values }) => !type.startsWith("list(object") && (own !== null || values[0] === undefined),
    );
  const said = JSON.stringify(condition);
  const named = optional.filter(({ at }) => new RegExp(`\\b${at.at(-1)}\\b`).test(said));
  const [only] = deciding.length === 1 ? optional : named.length === 1 ? named : [];
  if (only === undefined) return undefined;
  const branch = (isAbsent: boolean) => {
    const text = texts[only.values.findIndex((value) => (value === undefined) === isAbsent)];
    return text === undefined ? "true" : `(${String(text).slice(2, -1)})`;
  };
  const message = String(condition.find((each) => each !== undefined)?.error_message);
  return {
    condition: `\${var.${only.name} == null ? ${branch(true)} : ${branch(false)}}`,
    error_message: branch(true) === "true" ? unlessAbsent(message, only.name) : message,
  };
}

/** Terraform evaluates the message of a condition that holds as well, and it may look into what is not there. */
function unlessAbsent(message: string, variable: string): string {
  const at = message.indexOf(": ") + 2;
  const rest = quoted(parseTemplate(message.slice(at)));
  return `${message.slice(0, at)}\${var.${variable} == null ? "" : ${rest}}`;
}

function some(conditions: readonly (JsonObject | undefined)[]): Json {
  const found = conditions.filter((each) => each !== undefined);
  return found.length > 0 ? found : undefined;
}
