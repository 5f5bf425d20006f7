import type { TerraformJson } from "../terraform/hcl";
import type { JsonObject } from "../terraform/hcl-values";
import { resultsIn } from "../terraform/rule-blocks";
import { type Steps, same, valueAt, withValue } from "./json";

/** A configuration and its rules. */
export interface CommonRules {
  readonly json: TerraformJson;
  /** Ids of the rules that some environment's stack evaluates, in another way or over its Region, and the module does not. */
  readonly unguarded: readonly string[];
}

/**
 * A configuration with those of its rules that every environment's stack evaluates in the same way. Rules read the
 * planned resources, so few of them depend on an environment.
 *
 * @param forms the pool as each environment has it, in a Region that is not known
 * @param stacks the stacks of the environments
 */
export function withCommonRules(
  json: TerraformJson,
  forms: readonly TerraformJson[],
  stacks: readonly TerraformJson[],
): CommonRules {
  const common = placesOf(json).reduce((result, place) => {
    const found = rulesAt(json, place).filter((rule) =>
      forms.every((form) => isAmong(judged(form, place), expanded(rule, json))),
    );
    return withValue(result, found.length > 0 || place[0] !== "check" ? place : place.slice(0, 2), some(found));
  }, json);
  const included = placesOf(common).flatMap((place) => judged(common, place));
  const excluded = overResources(forms).filter((rule) => !isAmong(included, rule));
  const ids = new Set(included.map(ruleOf));
  const lost = overResources(stacks).filter((rule) => !ids.has(ruleOf(rule)));
  return { json: withoutUnread(common, json), unguarded: [...new Set([...excluded, ...lost].map(ruleOf))].sort() };
}

function overResources(stacks: readonly TerraformJson[]): JsonObject[] {
  return stacks.flatMap((stack) =>
    placesOf(stack)
      .filter(isOverResources)
      .flatMap((place) => judged(stack, place)),
  );
}

/** A configuration without the results that only rules had which it no longer has. */
function withoutUnread(json: TerraformJson, before: TerraformJson): TerraformJson {
  const read = (from: TerraformJson) =>
    new Set(placesOf(from).flatMap((place) => rulesAt(from, place).flatMap(resultsIn)));
  const after = read(json);
  const unread = [...read(before)].filter((name) => !after.has(name));
  return unread.reduce((result, name) => withValue(result, ["locals", name], undefined), json);
}

/** The rules at a place, with their results in place of the names of these. */
function judged(json: TerraformJson, place: Steps): readonly JsonObject[] {
  return rulesAt(json, place).map((rule) => expanded(rule, json));
}

function expanded(rule: JsonObject, json: TerraformJson): JsonObject {
  return { ...rule, results: resultsIn(rule).map((name) => String(valueAt(json, ["locals", name]))) };
}

/** Where a configuration has lists of rules. */
function placesOf(json: TerraformJson): Steps[] {
  const names = (kind: "check" | "variable") => Object.keys((json[kind] ?? {}) as object);
  return [
    ["output", "rule_set", "precondition"],
    ...names("check").map((name) => ["check", name, "assert"]),
    ...names("variable").map((name) => ["variable", name, "validation"]),
  ];
}

function isOverResources([kind]: Steps): boolean {
  return kind !== "variable";
}

function rulesAt(json: TerraformJson, place: Steps): readonly JsonObject[] {
  return (valueAt(json, place) ?? []) as readonly JsonObject[];
}

function isAmong(rules: readonly JsonObject[], rule: JsonObject): boolean {
  return rules.some((each) => same(each, rule));
}

/** The id of a rule, with which its message begins. */
function ruleOf({ error_message }: JsonObject): string {
  return String(error_message).split(/[ :]/)[0] as string;
}

function some(rules: readonly JsonObject[]): readonly JsonObject[] | undefined {
  return rules.length > 0 ? rules : undefined;
}
