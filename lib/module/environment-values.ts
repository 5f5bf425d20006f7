import type { TerraformJson } from "../terraform/hcl";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { resourcesOf } from "./differences";
import { type Steps, same, valueAt, withValue } from "./json";
import type { Slot } from "./slots";
import { literalOf, sayFrom } from "./template-text";

/** What an environment gives to the variables of a module, and what no variable can give it. */
export interface EnvironmentValues {
  /** By variable, as templates: those that are not the defaults. */
  readonly values: Readonly<Record<string, Json>>;
  /** A line of Markdown each. */
  readonly unsaid: readonly string[];
}

/**
 * @param own the pool in the environment of the defaults
 * @param other the same in another environment
 * @param defaults of variables whose default is not what the pool has in the environment of the defaults
 */
export function valuesOf(
  slots: readonly Slot[],
  own: TerraformJson,
  environment: string,
  other: TerraformJson | undefined,
  defaults: Readonly<Record<string, Json>> = {},
): EnvironmentValues {
  if (other === undefined)
    return { values: {}, unsaid: [`${environment} cannot be had with the resources of this one`] };
  const [initial, found] = [own, other].map((json) => {
    const values = slots.map((slot) => [slot.name, shown(slot, slot.read(json, sayFrom(json)))] as const);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  }) as [Record<string, Json>, Record<string, Json>];
  const given = Object.entries(found).filter(([name, value]) => !same(value, defaults[name] ?? initial[name]));
  const said = slots.filter(({ name }) => name in found).flatMap(({ places }) => places);
  const unsaid = resourcesOf(own).flatMap(({ type, name, steps }) => {
    const [ours, theirs] = [own, other].map((json) => bodyOf(json, steps, said)) as [JsonObject, JsonObject];
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
    const otherwise = keys.filter((key) => !same(ours[key], theirs[key]));
    return otherwise.map((key) => `${environment} has another \`${key}\` of \`${type}.${name}\``);
  });
  return { values: Object.fromEntries(given), unsaid };
}

/** A secret is left to whoever calls the module. */
function shown({ name, sensitive }: Slot, value: Json): Json {
  return sensitive && value !== null && literalOf(value) !== undefined ? `\${var.${name}}` : value;
}

/** The arguments of a resource that none of these places decides. */
function bodyOf(json: TerraformJson, steps: Steps, decided: readonly Steps[]): JsonObject {
  const rest = decided
    .filter((place) => same(steps, place.slice(0, steps.length)) && valueAt(json, place) !== undefined)
    .reduce((result, place) => withValue(result, place, undefined), json);
  const { "//": _, depends_on, lifecycle, ...body } = valueAt(rest, steps) as JsonObject;
  return body;
}
