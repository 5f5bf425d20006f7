import type { TerraformJson } from "../terraform/hcl";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { type Difference, resourcesOf } from "./differences";
import { mapStrings, type Steps, same, valueAt } from "./json";
import { dereferenced, literalOf, type Say } from "./template-text";

/** Where a variable of a module is used, and the value that makes the resources those of another configuration. */
export interface Slot {
  readonly name: string;
  readonly places: readonly Steps[];
  readonly sensitive: boolean;
  /** What it is for. */
  readonly description: string;
  /** `undefined` when no value of the variable gives that configuration. By default what needs no other variable. */
  readonly read: (json: TerraformJson, say?: Say) => Json;
}

type Named = Difference & { readonly name: string };

/** The slots of every variable of a configuration. */
export function slotsOf(json: TerraformJson, differences: readonly Named[]): Slot[] {
  return Object.keys((json.variable ?? {}) as object).map((name) => {
    const difference = differences.find((each) => each.name === name);
    const sensitive = valueAt(json, ["variable", name, "sensitive"]) === true;
    return { name, sensitive, ...(difference ? differing(difference) : open(name, json, differences)) };
  });
}

type Reading = Omit<Slot, "name" | "sensitive">;

function differing({ readFrom, ...difference }: Named): Reading {
  const place = placeOf(difference);
  return {
    places: [place],
    description: describe(place),
    read: (json, say = literalOf) => readFrom(valueAt(json, place) as Json, json, say),
  };
}

function open(name: string, json: TerraformJson, differences: readonly Named[]): Reading {
  const places: Steps[] = [];
  const mentions: Steps[] = [];
  const descriptions = new Set<string>();
  for (const { steps } of resourcesOf(json)) {
    const { lifecycle: _, ...body } = valueAt(json, steps) as JsonObject;
    mapStrings(
      body,
      (text, inner) => {
        if (text === `\${var.${name}}`) places.push(inner);
        if (!new RegExp(`\\bvar\\.${name}(?![\\w-])`).test(text)) return text;
        mentions.push(inner);
        const isPart = typeof inner.at(-1) === "number" || places.at(-1) !== inner;
        descriptions.add(`${isPart ? "part of " : ""}${describe(inner)}`);
        return text;
      },
      steps,
    );
  }
  const whole =
    places.length > 0 && places.length === mentions.length && places.every((place) => isArgument(json, place));
  const decided = differences.map(placeOf);
  const own = mentions.filter((mention) => !decided.some((place) => same(place, mention.slice(0, place.length))));
  const read = (other: TerraformJson, say: Say = literalOf) => {
    if (own.every((place) => same(valueAt(other, place), valueAt(json, place)))) return say(`\${var.${name}}`);
    const values = places.map((place) => say(dereferenced((valueAt(other, place) ?? null) as Json, other)));
    return whole && values.every((value) => same(value, values[0])) ? values[0] : undefined;
  };
  return { places, description: [...descriptions].join(", "), read };
}

function placeOf({ address, at }: Pick<Named, "address" | "at">): Steps {
  return [...(address.startsWith("data.") ? [] : ["resource"]), ...address.split("."), ...at];
}

/** Not an item of a list, whose position depends on its neighbours. */
function isArgument(json: TerraformJson, place: Steps): boolean {
  return !Array.isArray(valueAt(json, place.slice(0, -1)));
}

function describe([kind, type, name, ...at]: Steps): string {
  const argument = at.filter((step, index) => typeof step === "string" && (index === 0 || step !== "")).join(".");
  return `${literalOf(argument) ?? argument} of ${kind === "data" ? "data." : ""}${type}.${name}`;
}
