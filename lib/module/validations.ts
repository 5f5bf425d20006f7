import type { PoolModel } from "../model/model";
import { rules } from "../rules";
import { headOf } from "../rules/conditions";
import { pieces, template } from "../rules/language/expressions";
import { hiddenArguments, SUBJECTS } from "../rules/language/subjects";
import type { TerraformJson } from "../terraform/hcl";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { resourcesOf } from "./differences";
import { isObject, mapStrings, valueAt } from "./json";

/**
 * What must hold of a variable before anything else: the conditions of the resources that hold it, as far as they are
 * about that argument alone. What ties it to other arguments is left to the conditions themselves.
 */
export function validationsOf(name: string, nullable: boolean, json: TerraformJson, model: PoolModel): JsonObject[] {
  const found = resourcesOf(json).flatMap(({ type, steps }) => {
    const { lifecycle: _, ...body } = valueAt(json, steps) as JsonObject;
    if (!holds(body, name)) return [];
    return conditionsOver(type, model).flatMap((each) => {
      const [condition, message] = [each.condition, each.message].map((text) => overVariable(text, body, name));
      if (condition === undefined || message === undefined) return [];
      const validation = { condition, error_message: message };
      return [
        nullable ? unlessNull(validation, name) : (mapStrings(validation, (text) => given(text, name)) as JsonObject),
      ];
    });
  });
  return [...new Map(found.map((each) => [String(each.condition), each])).values()];
}

/** What every rule demands of a resource of a type, as templates over `self`. */
function conditionsOver(type: string, model: PoolModel): { readonly condition: string; readonly message: string }[] {
  return rules.flatMap((rule) =>
    (rule.conditions?.(model) ?? [])
      .filter(({ on, severity = rule.severity }) => SUBJECTS[on].type === type && severity === "error")
      .map(({ on, expression, message }) => ({
        condition: `\${${expression}}`,
        message: template([`${headOf(rule)}: `, ...pieces(message(hiddenArguments(on, model)))]),
      })),
  );
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
  let alone = !/\b(?:local|(?:aws_\w+|data)\.\w+)\.\w/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, ""));
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
