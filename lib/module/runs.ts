import { DURATION, parseDuration, SECONDS, type TimeUnit, toSeconds } from "../config/duration";
import type { Pool } from "../config/schema";
import type { TerraformJson } from "../terraform/hcl";
import type { Json } from "../terraform/hcl-values";
import { breachesOf, type Carrier, carriersOf, validationsIn } from "./carriers";
import { differences } from "./environments";
import { exampleValues } from "./example-values";
import { same, type Steps, valueAt, withValue } from "./json";
import type { PoolModule } from "./module";
import { argumentsOf, openValues } from "./open-config";
import { type StackTerraform, terraformOf } from "./stack-terraform";

/** Inputs that break a rule in one place. */
export interface Run {
  readonly rule: string;
  /** What must fail: `var.name`, or addresses of resources and checks. */
  readonly fails: readonly string[];
  /** The resource that the rule is about. */
  readonly about: string;
  readonly variables: Readonly<Record<string, Json>>;
}

export interface Runs {
  /** Values for the variables without a default. */
  readonly required: Readonly<Record<string, Json>>;
  readonly runs: readonly Run[];
  /** The conditions that no input was found to break. */
  readonly unreached: readonly Carrier[];
}

/** A value of the config that some variable of the module decides. */
interface Knob {
  readonly name?: string;
  readonly places: readonly Steps[];
}

/** At most so many conditions may fail in one run: with each further one, it says less of the one it is for. */
const MOST_BROKEN = 3;

/**
 * Finds, for each condition of a module, inputs that break it, and if possible no other: among what the rules' examples
 * have in the places that the module's variables decide.
 */
export function runsOf(module: PoolModule): Runs {
  const { opened, json, slots } = module;
  const resolve = (pool: Pool) => terraformOf(module.configOf(pool));
  const knobs = knobsOf(module);
  const closed = closedPool(opened, knobs, resolve);
  const initial = resolve(closed) as StackTerraform;
  const carriers = carriersOf(json);
  const validations = validationsIn(json);
  const fixedPart = (stack: StackTerraform) =>
    argumentsOf(slots.flatMap(({ places }) => places).reduce((rest: TerraformJson, place) => withValue(rest, place, undefined), stack.json));
  const unchanged = fixedPart(initial);

  const guardOf = ({ rule, address }: Carrier, variables: Run["variables"]) =>
    validations.find((each) => each.rule === rule && each.address.slice(4) in variables)?.address ?? address;
  const candidates = knobs.flatMap(({ places }) =>
    triedValues(places[0] as Steps, opened, closed).flatMap((value) => {
      const changed = resolve(withAt(closed, places, value));
      const broken = changed ? brokenBy(changed, carriers) : [];
      return changed && broken.length > 0 && broken.length <= MOST_BROKEN ? [{ changed, broken }] : [];
    }),
  );

  const runs = new Map<string, Run>();
  for (const { changed, broken } of candidates.sort((one, other) => one.broken.length - other.broken.length)) {
    if (broken.every((each) => runs.has(keyOf(each))) || !same(fixedPart(changed), unchanged)) continue;
    const variables = changedInputs(module, initial.json, changed.json);
    if (variables === undefined) continue;
    const guards = [...new Set(broken.map((each) => guardOf(each, variables)))];
    const refused = guards.filter((guard) => guard.startsWith("var."));
    for (const carrier of broken.filter((each) => !runs.has(keyOf(each)))) {
      const { rule, about } = carrier;
      // Terraform comes to no resource while it refuses a variable.
      if (refused.length > 0 && !guardOf(carrier, variables).startsWith("var.")) continue;
      runs.set(keyOf(carrier), { rule, about, fails: refused.length > 0 ? refused : guards, variables });
    }
  }
  return {
    required: requiredInputs(module, initial.json),
    runs: [...runs.values()].sort((one, other) => order(one) - order(other)),
    unreached: carriers.filter((each) => !runs.has(keyOf(each))),
  };

  function order({ rule, about }: Run): number {
    return carriers.findIndex((each) => each.rule === rule && each.about === about);
  }
}

function keyOf({ rule, about }: Pick<Carrier, "rule" | "about">): string {
  return `${rule} ${about}`;
}

/** What the examples have in a place, and the same with the hosts and the unit that the module has there. */
function triedValues(place: Steps, opened: Pool, closed: Pool): readonly unknown[] {
  const { unit } = (valueAt(opened, place) ?? {}) as Written;
  const host = /https:\/\/([^/:"]+)/.exec(JSON.stringify(valueAt(closed, place) ?? ""))?.[1];
  return exampleValues(place).flatMap((value) => {
    const text = JSON.stringify(value);
    if (typeof value === "string" && isDuration(value)) return inUnit(value, unit ?? parseDuration(value).unit);
    if (host === undefined || !text.includes("app.example.com")) return [value];
    return [JSON.parse(text.replaceAll("app.example.com", host)), value];
  });
}

function inUnit(duration: string, unit: TimeUnit): string[] {
  const number = toSeconds(parseDuration(duration)) / SECONDS[unit];
  return Number.isInteger(number) ? [`${number}${unit[0]}`] : [];
}

function isDuration(value: string): boolean {
  return value !== "" && DURATION.test(value);
}

function knobsOf({ opened, pools }: PoolModule): Knob[] {
  const open = openValues(opened);
  const places = open.flatMap((each) => each.places.map((place) => JSON.stringify(place)));
  const others = differences(Object.values(pools)).filter((place) => !places.includes(JSON.stringify(place)));
  return [...open, ...others.map((place) => ({ places: [place] }))];
}

/** The pool with the default of each variable in its place; where there is none, a value that breaks no rule. */
function closedPool(opened: Pool, knobs: readonly Knob[], resolve: (pool: Pool) => StackTerraform | undefined): Pool {
  const open = knobs.filter(({ name }) => name !== undefined);
  const written = (places: readonly Steps[]) => valueAt(opened, places[0] as Steps) as Written;
  const withDefaults = open.reduce((pool, { places }) => withAt(pool, places, defaultOf(written(places), places[0] as Steps)), opened);
  return open
    .filter(({ places }) => written(places).default === undefined)
    .reduce((pool, { places }) => {
      const breaches = (each: Pool) => {
        const stack = resolve(each);
        return stack ? breachesOf(stack.model).length : Number.POSITIVE_INFINITY;
      };
      const now = breaches(pool);
      if (now === 0) return pool;
      const tries = exampleValues(places[0] as Steps).map((value) => withAt(pool, places, value));
      return tries.find((each) => breaches(each) < now) ?? pool;
    }, withDefaults);
}

interface Written {
  readonly default?: unknown;
  readonly unit?: TimeUnit;
}

function defaultOf({ default: value, unit = "minutes" }: Written, place: Steps): unknown {
  if (value === null) return undefined;
  if (typeof value === "number") return `${value}${unit[0]}`;
  if (value !== undefined) return value;
  const [first] = exampleValues(place);
  return Array.isArray(first) ? [] : typeof first === "string" && isDuration(first) ? first : "example";
}

function withAt(pool: Pool, places: readonly Steps[], value: unknown): Pool {
  return places.reduce((result, place) => withValue(result, place, value), pool);
}

/** The conditions of the module that fail for a stack of this form. */
function brokenBy({ model }: StackTerraform, carriers: readonly Carrier[]): Carrier[] {
  const breaches = breachesOf(model);
  return carriers.filter(({ rule, about }) => breaches.some((each) => each.rule === rule && each.about === about));
}

/** The inputs that make a module of these resources; `undefined` when none do. */
function changedInputs({ slots, json }: PoolModule, from: TerraformJson, to: TerraformJson): Run["variables"] | undefined {
  const changed = slots
    .filter(({ places }) => places.some((place) => !same(valueAt(from, place), valueAt(to, place))))
    .map(({ name, read }) => [name, read(to)] as const);
  const nullable = (name: string) => valueAt(json, ["variable", name, "nullable"]) !== false;
  const possible = changed.every(([name, value]) => value !== undefined && (value !== null || nullable(name)));
  return possible && changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

function requiredInputs({ json, slots }: PoolModule, stack: TerraformJson): Runs["required"] {
  const required = slots.filter(({ name }) => valueAt(json, ["variable", name, "default"]) === undefined);
  return Object.fromEntries(
    required.map(({ name, read }) => {
      const type = String(valueAt(json, ["variable", name, "type"]));
      return [name, read(stack) ?? (type === "number" ? 60 : type === "string" ? "example" : [])];
    }),
  );
}
