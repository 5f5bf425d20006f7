import type { TimeUnit } from "../cognito/values";
import { DURATION, parseDuration, SECONDS } from "../config/duration";
import type { Config, Pool } from "../config/schema";
import { poolSchema } from "../config/schema/pool";
import { schemaProblems } from "../config/validate/schema-problems";
import type { TerraformJson } from "../terraform/hcl";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { configOf, differences, type Variants } from "./environments";
import { isObject, mapStrings, type Steps, same, valueAt, withValue } from "./json";
import { slotsOf } from "./slots";
import { type StackTerraform, terraformOf } from "./stack-terraform";
import { literalOf, sayFrom } from "./template-text";
import type { VariableNames } from "./variable-names";

/** A value of the config that is left to a variable, in every place that the variable has. */
export interface OpenValue {
  readonly name: string;
  readonly places: readonly Steps[];
}

type Resolve = (pool: Pool) => StackTerraform | undefined;

/** The same environments are asked for each value. */
function remembering(resolve: Resolve): Resolve {
  const known = new WeakMap<Pool, StackTerraform | undefined>();
  return (pool) => {
    if (!known.has(pool)) known.set(pool, resolve(pool));
    return known.get(pool);
  };
}

/**
 * The pool of the module with a variable in place of each value that differs between environments, wherever the grammar
 * allows a variable and the rest of the stack stays the same. The rules then treat the value as unknown.
 */
export function openConfig(config: Config, key: string, variants: Variants, names: VariableNames): Pool {
  const { environment, base, pools } = variants;
  const resolve = remembering((pool) => terraformOf(configOf(config, key, environment, pool)));
  const closed = resolve(base) as StackTerraform;
  const others = Object.keys(pools)
    .filter((each) => each !== environment)
    .map((each) => pools[each] as Pool);
  const differing = differences(Object.values(pools));
  const places =
    variants.named && !differing.some((place) => same(place, ["name"])) ? [["name"], ...differing] : differing;
  const opened = places.reduce<Pool>((pool, place) => {
    const written = [base, ...Object.values(pools)].map((each) => valueAt(each, place));
    if (isOpenForm(written[0])) return pool;
    const value = written.find((each) => typeof each === "string" || Array.isArray(each));
    if (value === undefined) return pool;
    const taken = openValues(pool).map(({ name }) => name);
    const free = written.flatMap((each) => (isOpenForm(each) && !taken.includes(each.var) ? [each.var] : []));
    const forms = [...new Set([...free, names.forConfig(place)])].flatMap((name) =>
      openForms(value as string | unknown[], name, written[0] === undefined),
    );
    const opened = forms.flatMap((form) => {
      if (!isSound(withValue(base, place, form))) return [];
      return [withDefault(withValue(pool, place, form), place, closed, resolve)];
    });
    const fitting = opened.find(
      (each) =>
        givesTheSame(resolve(each), closed) &&
        others.every((other) => saysAll(valueAt(each, place), place, other, resolve)),
    );
    if (fitting) names.take((valueAt(fitting, place) as OpenForm).var);
    return fitting ?? pool;
  }, base);
  return withSecretsHidden(opened, variants);
}

/** The pool in which a variable that is sensitive in any environment is so, and has no default that nobody gave it. */
function withSecretsHidden(opened: Pool, { base, pools }: Variants): Pool {
  const isSecret = (pool: Pool, place: Steps) => valueAt(pool, [...place, "sensitive"]) === true;
  const secrets = openValues(opened)
    .filter(({ places }) => Object.values(pools).some((pool) => places.some((place) => isSecret(pool, place))))
    .flatMap(({ places }) => (places.some((place) => isSecret(base, place)) ? [] : places));
  return secrets.reduce((pool, place) => {
    const { default: _, ...form } = valueAt(pool, place) as JsonObject;
    return withValue(pool, place, { ...form, sensitive: true });
  }, opened);
}

/** The same values left open in the pool of another environment; not items of lists, which are other items there. */
export function openedAlike(pool: Pool, opened: Pool): Pool {
  const places = openValues(opened).flatMap((each) => each.places.filter((place) => typeof place.at(-1) === "string"));
  return places.reduce((result, place) => withValue(result, place, valueAt(opened, place)), pool);
}

/** Every variable of a pool's config, with its places. */
export function openValues(pool: Pool): OpenValue[] {
  const found = new Map<string, Steps[]>();
  const visit = (value: unknown, steps: Steps): void => {
    if (typeof value !== "object" || value === null) return;
    if (isOpenForm(value)) found.set(value.var, [...(found.get(value.var) ?? []), steps]);
    else
      for (const [key, item] of Object.entries(value))
        visit(item, [...steps, Array.isArray(value) ? Number(key) : key]);
  };
  visit(pool, []);
  return [...found].map(([name, places]) => ({ name, places }));
}

/** The resources of a configuration, reduced to their arguments. */
export function argumentsOf({ resource, data }: TerraformJson): Json {
  const bodies = (kind: unknown) =>
    Object.entries((kind ?? {}) as Record<string, Record<string, JsonObject>>).map(([type, named]) => [
      type,
      Object.entries(named).map(([name, { "//": _, depends_on, lifecycle, ...body }]): Json => [name, body]),
    ]);
  return [bodies(resource), bodies(data)];
}

interface OpenForm {
  readonly var: string;
  readonly default: unknown;
  readonly unit?: TimeUnit;
}

function isOpenForm(value: unknown): value is OpenForm {
  return isObject(value) && typeof value.var === "string";
}

/** How a value may be left open: of a preset the unit is not known. */
function openForms(value: string | unknown[], name: string, preset: boolean): OpenForm[] {
  const text = { var: name, default: value };
  if (typeof value !== "string" || !DURATION.test(value)) return [text];
  const { value: number, unit } = parseDuration(value);
  const units = preset ? (Object.keys(SECONDS) as TimeUnit[]) : [unit];
  return [...units.map((each) => ({ var: name, default: number, unit: each })), text];
}

/** The pool with the default of a variable set to what it replaced: a preset, or nothing. */
function withDefault(pool: Pool, place: Steps, closed: StackTerraform, resolve: Resolve): Pool {
  const form = valueAt(pool, place) as OpenForm;
  const opened = resolve(pool);
  const found =
    opened &&
    slotsOf(opened.json, [])
      .find(({ name }) => name === form.var)
      ?.read(closed.json);
  return found === undefined ? pool : withValue(pool, [...place, "default"], found);
}

function isSound(pool: Pool): boolean {
  return schemaProblems(poolSchema, pool).length === 0;
}

/**
 * Whether the variable alone can make the pool what it is in another environment: not when it has another unit there,
 * nor what only that environment can say.
 */
function saysAll(form: unknown, place: Steps, pool: Pool, resolve: Resolve): boolean {
  const [opened, closed] = [resolve(withValue(pool, place, form)), resolve(pool)];
  if (opened === undefined || closed === undefined) return false;
  const slot = slotsOf(opened.json, []).find(({ name }) => name === (form as OpenForm).var);
  if (slot?.read(closed.json, sayFrom(closed.json)) === undefined) return false;
  const rest = (json: TerraformJson) =>
    argumentsOf(slot.places.reduce((result: TerraformJson, each) => withValue(result, each, undefined), json));
  return same(rest(opened.json), rest(closed.json));
}

/** Whether the variables' defaults give what the values in their places gave. */
function givesTheSame(opened: StackTerraform | undefined, closed: StackTerraform): boolean {
  if (opened === undefined) return false;
  const defaults = new Map<string, Json>(
    opened.model.variables.map(({ name, default: value }) => [`\${var.${name}}`, value === null ? undefined : value]),
  );
  const filled = (json: TerraformJson) =>
    mapStrings(argumentsOf(json), (text) => (defaults.has(text) ? defaults.get(text) : (literalOf(text) ?? text)));
  return same(filled(opened.json), filled(closed.json));
}
