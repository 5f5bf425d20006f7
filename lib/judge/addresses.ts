import type { Argument } from "../cognito/argument";
import { CUSTOM_PREFIX } from "../cognito/attributes";
import { RESOURCES } from "../cognito/resources";
import { formatPath } from "../config/problem";
import type { Place } from "./plan-config";

type Steps = readonly (string | number)[];
interface Facts {
  readonly [field: string]: Argument & { readonly arguments?: Facts };
}

/** Fields of the config that the tables of facts have under another name. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  prefix: "domain",
  customDomain: "domain",
  retryGracePeriod: "retryGracePeriodSeconds",
};

/** What the config says of an attribute of the schema. */
const OF_ATTRIBUTES: Readonly<Record<string, string>> = {
  type: "attribute_data_type",
  required: "required",
  mutable: "mutable",
  minLength: "string_attribute_constraints.min_length",
  maxLength: "string_attribute_constraints.max_length",
  minValue: "number_attribute_constraints.min_value",
  maxValue: "number_attribute_constraints.max_value",
};

/** What the config says of an image of a style. */
const OF_ASSETS: Readonly<Record<string, string>> = { category: "category", colorMode: "color_mode", file: "bytes" };

/**
 * An address and, where there is one, an argument for a path of the config that was made of the plan. Sets of blocks, which
 * Terraform does not number, are shown by name: `aws_cognito_user_pool.users.schema["email"].mutable`.
 */
export function addressOf(path: string, places: readonly Place[]): string {
  const place = placeAt(path, places);
  if (place === undefined) return nearest(path, places);
  const [root, , key] = place.path;
  if (root === "environments") return place.address;
  const rest = stepsOf(path).slice(place.path.length);
  const facts: Facts = RESOURCES[place.kind].arguments;
  // what a pool has one of may be an argument by itself: webAclArn
  const steps = rest.length === 0 && place.path.length === 3 ? [key as string] : rest;
  const argument = key === "existing" ? rest.length > 0 && "user_pool_id" : inNames(steps, facts);
  return argument ? `${place.address}.${argument}` : place.address;
}

/** The resource that a path of the config that was made of the plan describes. */
export function placeAt(path: string, places: readonly Place[]): Place | undefined {
  return places.find((each) => isWithin(path, formatPath(each.path)));
}

/** Something of the pool, of a path that no resource describes. */
function nearest(path: string, places: readonly Place[]): string {
  const around = formatPath(stepsOf(path).slice(0, 2));
  return (places.find((each) => isWithin(formatPath(each.path), around)) ?? places[0])?.address ?? "";
}

/** Steps of the config in Terraform's names; nothing where they are no argument. */
function inNames([field, ...rest]: Steps, facts: Facts): string | undefined {
  if (field === undefined) return undefined;
  const [first, second] = rest;
  const named = first === undefined ? "" : element(String(first).replace(CUSTOM_PREFIX, ""));
  if (field === "attributes") return `schema${named}${dotted(OF_ATTRIBUTES, second)}`;
  if (field === "scopes") return `scope${named}`;
  const row = facts[OTHER_NAMES[field] ?? field];
  // some blocks have no facts of their own: signInPolicy
  if (row === undefined) return first !== undefined && first in facts ? inNames(rest, facts) : undefined;
  if (field === "assets") return `${row.terraform}${shown(rest.slice(0, 1))}${dotted(OF_ASSETS, second)}`;
  return (row.arguments && inNames(rest, row.arguments)) ?? `${row.terraform}${shown(rest)}`;
}

function dotted(names: Readonly<Record<string, string>>, field: string | number | undefined): string {
  const name = names[String(field)];
  return name === undefined ? "" : `.${name}`;
}

/** Keys of maps and positions in lists, as they are. */
function shown(steps: Steps): string {
  return steps
    .map((step) => (typeof step === "number" ? `[${step}]` : /^[\w-]+$/.test(step) ? `.${step}` : element(step)))
    .join("");
}

function element(name: string): string {
  return `[${JSON.stringify(name)}]`;
}

const STEP = /\["(?:[^"\\]|\\.)*"\]|\[\d+\]|[^.[\]]+/g;

/** The steps of a path that `formatPath` wrote. */
function stepsOf(path: string): Steps {
  return [...path.matchAll(STEP)].map(([step]) => (step.startsWith("[") ? JSON.parse(step)[0] : step));
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}
