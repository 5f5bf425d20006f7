import type { TerraformJson } from "../terraform/hcl";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { isObject, type Steps, same, valueAt, withValue } from "./json";
import { dereferenced, expressionOf, literalOf, type Say } from "./template-text";

/** What differs between configurations, as a variable of a module. */
export interface Difference {
  /** Address of the resource. */
  readonly address: string;
  /** The argument or nested block, from the resource's body. */
  readonly at: Steps;
  /** A Terraform type constraint. */
  readonly type: string;
  /**
   * The value of the first configuration; `null` when it has none, or one that only Terraform can say; `undefined` when
   * it is a secret.
   */
  readonly default: Json;
  /** Whether some configuration has a sensitive variable there. */
  readonly sensitive: boolean;
  /** What the resource has in place of the value. */
  readonly use: (name: string) => Json;
  /** The value of the variable that gives the resource this value; `undefined` when there is none. */
  readonly readFrom: (found: Json, json: TerraformJson, say: Say) => Json;
}

/** Keys that are not arguments, or in which Terraform allows no variable. */
const META = ["//", "depends_on", "dynamic", "lifecycle", "provider"];

/**
 * The arguments and nested blocks of the first configuration's resources that others have otherwise.
 *
 * @param isBlock whether a path such as `aws_cognito_user_pool.schema` is a nested block
 */
export function resourceDifferences(
  configurations: readonly TerraformJson[],
  isBlock: (path: string) => boolean,
): Difference[] {
  const variables: JsonObject = Object.assign({}, ...configurations.map(({ variable }) => variable));
  return resourcesOf(configurations[0] as TerraformJson).flatMap(({ type, name, steps }) => {
    const bodies = configurations.map((each) => (valueAt(each, steps) ?? {}) as JsonObject);
    const address = steps[0] === "data" ? `data.${type}.${name}` : `${type}.${name}`;
    return within(bodies, { address, path: steps[0] === "data" ? `data.${type}` : type, at: [], isBlock, variables });
  });
}

/** The resources and data sources of a configuration, with the paths of their bodies. */
export function resourcesOf(json: TerraformJson): { type: string; name: string; steps: Steps }[] {
  return ["data", "resource"].flatMap((kind) =>
    keysOf(json[kind]).flatMap((type) =>
      keysOf(valueAt(json, [kind, type])).map((name) => ({ type, name, steps: [kind, type, name] })),
    ),
  );
}

/** The path of a resource's body. */
export function stepsOf(address: string): Steps {
  const parts = address.split(".");
  return parts[0] === "data" ? parts : ["resource", ...parts];
}

interface Place {
  readonly address: string;
  readonly path: string;
  readonly at: Steps;
  readonly isBlock: (path: string) => boolean;
  /** Those of every configuration. */
  readonly variables: JsonObject;
}

function within(bodies: readonly JsonObject[], place: Place): Difference[] {
  const keys = [...new Set(bodies.flatMap(keysOf))].filter((key) => !META.includes(key)).sort();
  return keys.flatMap((key) => {
    const values = bodies.map((body) => body[key]);
    if (values.every((value) => same(value, values[0]))) return [];
    const here = { ...place, path: `${place.path}.${key}`, at: [...place.at, key] };
    return place.isBlock(here.path) ? ofBlock(values, here) : ofArgument(values, here);
  });
}

/** A block that occurs once in every environment stays a block; otherwise the whole block becomes one variable. */
function ofBlock(values: readonly Json[], place: Place): Difference[] {
  const lists = values.map((value) => blocksIn(value));
  if (lists.every((list) => list.length === 1)) {
    const inner = Array.isArray(values[0]) ? [...place.at, 0] : place.at;
    return within(
      lists.map(([body]) => body as JsonObject),
      { ...place, at: inner },
    );
  }
  const { at, address, path, isBlock } = place;
  const name = String(at.at(-1));
  const form = formOf(lists.flat(), path, isBlock);
  const many = lists.some((list) => list.length > 1);
  const readFrom = (found: Json, say: Say): Json => {
    const items = blocksIn(found).map((body) => itemOf(body, form, say));
    if (items.includes(undefined)) return undefined;
    return many ? items : (items[0] ?? null);
  };
  const initial = readFrom(values[0], literalOf);
  if (initial === undefined) return [];
  const use = (variable: string) => dynamicBlock(name, many ? `var.${variable}` : `var.${variable}[*]`, form);
  const type = many ? `list(${typeOf(form)})` : typeOf(form);
  return [
    { address, at, type, ...initially(initial, values, place), use, readFrom: (found, _, say) => readFrom(found, say) },
  ];
}

/** A map with expressions in it is entered, as long as its keys are the same everywhere. */
function ofArgument(values: readonly Json[], place: Place): Difference[] {
  const { address, at, variables } = place;
  const literals = values.map(literalOf);
  const first = keysOf(values[0]);
  if (
    values.every((value) => isObject(value) && same(keysOf(value).sort(), [...first].sort())) &&
    literals.includes(undefined)
  )
    return first.flatMap((key) => {
      const items = values.map((value) => (value as JsonObject)[key]);
      return items.every((item) => same(item, items[0])) ? [] : ofArgument(items, { ...place, at: [...at, key] });
    });
  const some = values.find((value) => value !== undefined && value !== null) as Json;
  const open = /^\$\{var\.([\w-]+)\}$/.exec(String(some))?.[1];
  const type = open === undefined ? typeOfValue(some) : String(valueAt(variables, [open, "type"]));
  const [initial] = literals;
  const fallback = values[0] !== undefined && initial === undefined ? expressionOf(values[0]) : undefined;
  const use = (name: string) => (fallback ? `\${var.${name} == null ? ${fallback} : var.${name}}` : `\${var.${name}}`);
  const readFrom = (found: Json, json: TerraformJson, say: Say): Json => {
    if (found === undefined) return null;
    return fallback && same(found, values[0]) ? null : say(dereferenced(found, json));
  };
  return [{ address, at, type, ...initially(initial ?? null, values, place), use, readFrom }];
}

/** A value that is a secret in another environment is never a default. */
function initially(
  value: Json,
  values: readonly Json[],
  { variables }: Place,
): Pick<Difference, "default" | "sensitive"> {
  const named = [...JSON.stringify(values).matchAll(/\bvar\.([\w-]+)/g)].map(([, name]) => name as string);
  const sensitive = named.some((name) => valueAt(variables, [name, "sensitive"]) === true);
  return { default: sensitive && value !== null ? undefined : value, sensitive };
}

/** What blocks of one kind hold: the type of each argument, the form of each block in them. */
interface Form {
  readonly arguments: Readonly<Record<string, { readonly type: string; readonly always: boolean }>>;
  readonly blocks: Readonly<Record<string, Form>>;
}

function formOf(bodies: readonly JsonObject[], path: string, isBlock: Place["isBlock"]): Form {
  const keys = [...new Set(bodies.flatMap(keysOf))].sort();
  const valuesOf = (key: string) => bodies.map((body) => body[key]);
  const blocks = keys.filter((key) => isBlock(`${path}.${key}`));
  const described = keys
    .filter((key) => !blocks.includes(key))
    .map((key) => {
      const present = valuesOf(key).filter((value) => value !== undefined && value !== null);
      return [key, { type: typeOfValue(present[0]), always: present.length === bodies.length }] as const;
    });
  return {
    arguments: Object.fromEntries(described),
    blocks: Object.fromEntries(
      blocks.map((key) => [key, formOf(valuesOf(key).flatMap(blocksIn), `${path}.${key}`, isBlock)]),
    ),
  };
}

function typeOf({ arguments: plain, blocks }: Form): string {
  const fields = [
    ...Object.entries(plain).map(([name, { type, always }]) => `${name} = ${always ? type : `optional(${type})`}`),
    ...Object.entries(blocks).map(([name, form]) => `${name} = optional(${typeOf(form)})`),
  ];
  return `object({ ${fields.join(", ")} })`;
}

/** `undefined` when a block holds what the form has no place for, or what only Terraform can say. */
function itemOf(body: JsonObject, form: Form, say: Say): Json {
  if (keysOf(body).some((key) => !(key in form.arguments) && !(key in form.blocks))) return undefined;
  const plain = Object.keys(form.arguments).map(
    (name) => [name, body[name] === undefined ? null : say(body[name])] as const,
  );
  const inner = Object.entries(form.blocks).map(([name, each]) => {
    const [only] = blocksIn(body[name]);
    return [name, only === undefined ? null : itemOf(only, each, say)] as const;
  });
  const entries = [...plain, ...inner];
  if (entries.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

function dynamicBlock(name: string, list: string, { arguments: plain, blocks }: Form): Json {
  const contents = Object.keys(plain).map((key) => [key, `\${${name}.value.${key}}`]);
  const inner = Object.entries(blocks).map(
    ([key, form]) => (dynamicBlock(key, `${name}.value.${key}[*]`, form) as JsonObject)[key],
  );
  const dynamic = Object.fromEntries(Object.keys(blocks).map((key, index) => [key, inner[index]]));
  const content = { ...Object.fromEntries(contents), ...(inner.length > 0 && { dynamic }) };
  return { [name]: { for_each: `\${${list}}`, content } };
}

/** The configuration with a variable in each of these places. */
export function withVariable(body: JsonObject, { at, use }: Pick<Difference, "at" | "use">, name: string): JsonObject {
  const value = use(name);
  const block = isObject(value) ? (value as JsonObject) : undefined;
  if (block === undefined) return withValue(body, at, value);
  const outer = at.slice(0, -1);
  const without = withValue(body, at, undefined);
  const dynamic = (valueAt(without, [...outer, "dynamic"]) ?? {}) as JsonObject;
  return withValue(without, [...outer, "dynamic"], { ...dynamic, ...block });
}

function typeOfValue(value: Json): string {
  if (Array.isArray(value)) return "list(string)";
  if (isObject(value)) return "map(string)";
  return typeof value === "boolean" ? "bool" : typeof value === "number" ? "number" : "string";
}

function blocksIn(value: Json): JsonObject[] {
  return value === undefined || value === null ? [] : ([value].flat() as JsonObject[]);
}

function keysOf(value: unknown): string[] {
  return isObject(value) ? Object.keys(value).filter((key) => value[key] !== undefined) : [];
}
