import { RESOURCES, type Resource } from "../cognito/resources";
import { terraformName } from "../config/keys";
import type { PoolModel } from "../model/model";
import { rules } from "../rules";
import { adviceOf, headOf } from "../rules/conditions";
import { pieces, template } from "../rules/language/expressions";
import { hiddenArguments, objectKeys } from "../rules/language/subjects";
import type { Subject } from "../rules/rule";
import type { TerraformJson } from "../terraform/hcl";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { snakeCase } from "../text/case";
import { isObject, mapStrings, type Steps, valueAt } from "./json";

/** What a rule requires of one resource, as Terraform evaluates it over `self`. */
export interface ResourceCondition {
  /** Place of the resource in the configuration. */
  readonly steps: Steps;
  readonly condition: string;
  readonly message: string;
}

/** What the rules require of each resource alone, without the tables and resources beside it. */
export function resourceConditions(model: PoolModel): ResourceCondition[] {
  return rules.flatMap((rule) =>
    (rule.conditions?.(model) ?? []).flatMap(({ on, expression, message, only, severity = rule.severity }) => {
      if (severity !== "error" || /\blocal\./.test(expression) || !isResource(on)) return [];
      const keys = objectKeys(on, model).filter((key) => only?.includes(key) ?? true);
      const said = pieces(message(hiddenArguments(on, model)));
      return keys.map((key) => ({
        steps: ["resource", RESOURCES[on].type, nameOf(on, key)],
        condition: `\${${expression}}`,
        message: template([`${headOf(rule)}: ${RESOURCES[on].noun} ${key}: `, ...said, adviceOf(rule)]),
      }));
    }),
  );
}

function isResource(on: Subject): on is Subject & Resource {
  return on in RESOURCES;
}

function nameOf(on: Resource, key: string): string {
  return RESOURCES[on].per === "name" ? snakeCase(key) : terraformName(key);
}

/**
 * What Terraform checks of a variable before anything else: the conditions of the resources that hold it, as far as they
 * are about that argument alone. Conditions that involve other arguments are left to the rule set.
 */
export function validationsOf(
  name: string,
  nullable: boolean,
  json: TerraformJson,
  conditions: readonly ResourceCondition[],
): JsonObject[] {
  const found = conditions.flatMap((each) => {
    const body = valueAt(json, each.steps);
    if (!isObject(body) || !holds(body, name)) return [];
    const [condition, message] = [each.condition, each.message].map((text) => overVariable(text, body, name));
    if (condition === undefined || message === undefined) return [];
    const validation = { condition, error_message: message };
    return [
      nullable ? unlessNull(validation, name) : (mapStrings(validation, (text) => given(text, name)) as JsonObject),
    ];
  });
  return [...new Map(found.map((each) => [String(each.condition), each])).values()];
}

/** The validation of a variable that may be left out. */
export function unlessNull({ condition, error_message }: JsonObject, name: string): JsonObject {
  return { condition: `\${var.${name} == null ? true : (${String(condition).slice(2, -1)})}`, error_message };
}

/** What a condition says of an argument that may be missing, of one that cannot be. */
function given(text: string, name: string): string {
  const variable = `var.${name}`;
  return text
    .replaceAll(`try(${variable}, null)`, variable)
    .replace(new RegExp(`coalesce\\(${variable}, (?:-?\\d+|"[^"]*"|\\w+|\\[\\]|\\{\\})\\)`, "g"), variable)
    .replace(new RegExp(`^\\$\\{\\(${variable} == null \\? true : (.*)\\)\\}$`), "${$1}");
}

function holds(body: JsonObject, name: string): boolean {
  let found = false;
  mapStrings(body, (text) => {
    found ||= text === `\${var.${name}}`;
    return text;
  });
  return found;
}

const SELF = /\bself\.(\w+)(?:\[0\]\.(\w+))?(\[)?/g;

/** The text with the variable in place of `self.`; `undefined` when it names anything else. */
function overVariable(text: string, body: JsonObject, name: string): string | undefined {
  let alone = !/\b(?:aws_\w+|data)\.\w+\.\w/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, ""));
  const result = text.replace(SELF, (_, argument: string, nested: string | undefined, index: string | undefined) => {
    const value = nested === undefined ? body[argument] : blockOf(body[argument])?.[nested];
    alone &&= index === undefined && value === `\${var.${name}}`;
    return `var.${name}`;
  });
  const others = [...result.matchAll(/\bvar\.([\w-]+)/g)].some(([, variable]) => variable !== name);
  return alone && !others ? result : undefined;
}

function blockOf(value: Json): JsonObject | undefined {
  const [only, ...others] = [value].flat();
  return others.length === 0 && isObject(only) ? only : undefined;
}
