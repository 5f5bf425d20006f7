import { DURATION, parseDuration, SECONDS, type TimeUnit, toSeconds } from "../config/duration";
import type { PoolModel } from "../model/model";
import { knownItems } from "../model/value";
import { rules } from "../rules";
import type { TerraformJson } from "../terraform/hcl";
import type { Json } from "../terraform/hcl-values";
import { type Breach, breachesOf, type Carrier, carriersOf, upstreamOf, validationsIn } from "./carriers";
import { closedModel, type Values } from "./closed-model";
import { differences } from "./environments";
import { exampleValues } from "./example-values";
import { type Steps, same, valueAt, withValue } from "./json";
import type { PoolModule } from "./module";
import { argumentsOf, openValues } from "./open-config";
import { plainValue } from "./plain-values";
import { terraformOf } from "./stack-terraform";

/** Inputs that break a rule in one place. */
export interface Run {
  readonly rule: string;
  /** What must fail: variables, or resources and checks. */
  readonly fails: readonly string[];
  /** The resource that the rule is about. */
  readonly about: string;
  readonly variables: Values;
}

export interface Runs {
  /** Values for the variables without a default. */
  readonly required: Values;
  readonly runs: readonly Run[];
  /** The checks that the defaults fail: advice that some environment does not take. */
  readonly failing: readonly string[];
  /** The limits that no input was found to break, or none alone. */
  readonly unreached: readonly Carrier[];
}

/** Inputs, and the pool that they make. */
interface Candidate {
  readonly model: PoolModel;
  /** `undefined` when no inputs make it after all: asked last, for it costs the most. */
  readonly inputs: () => Values | undefined;
}

/**
 * Finds, for each limit of a module, inputs that break it and nothing else that would fail in the same place: among what
 * the rules' examples have in the places that the module's variables decide.
 */
export function runsOf(module: PoolModule): Runs {
  const carriers = carriersOf(module.json);
  const validations = validationsIn(module.json);
  const required = requiredValues(module);
  const initial = { ...defaultsOf(module), ...required };
  const upstream = upstreamOf(module.json);
  const failing = brokenBy(breachesOf(closedModel(module.base.model, initial)), carriers);
  const guardOf = ({ rule, address }: Carrier, variables: Values) =>
    Object.keys(variables)
      .filter((name) => validations.get(name)?.includes(rule))
      .map((name) => `var.${name}`)[0] ?? address;

  const runs = new Map<string, Run>();
  for (const { inputs, broken, refusedBefore } of breaking(candidatesOf(module, initial), carriers)) {
    const variables = broken.every((each) => runs.has(keyOf(each))) ? undefined : inputs();
    if (variables === undefined) continue;
    const guarded = Object.keys(variables).flatMap((name) => validations.get(name) ?? []);
    if (refusedBefore.some((rule) => !guarded.includes(rule))) continue;
    const failing = broken
      .filter(({ address }) => !address.startsWith("var.") || address.slice("var.".length) in variables)
      .map((each) => ({ ...each, guard: guardOf(each, variables) }));
    const fails = reported(failing, upstream);
    for (const each of failing) {
      const { rule, about, guard } = each;
      const alone = failing.every((other) => other.rule === rule || other.guard !== guard);
      if (alone && fails.includes(guard) && !runs.has(keyOf(each)))
        runs.set(keyOf(each), { rule, about, fails, variables });
    }
  }
  const limits = [...new Map(carriers.map((each) => [keyOf(each), each])).values()];
  return {
    required,
    failing: failing.filter(({ severity }) => severity === "warning").map(({ address }) => address),
    runs: limits.flatMap((each) => runs.get(keyOf(each)) ?? []),
    unreached: limits.filter((each) => !runs.has(keyOf(each))),
  };
}

/**
 * What Terraform reports of all that fails: it comes to no resource of a variable that it refuses, and to nothing of a
 * pool that it refuses. Of other resources that fail together, which of them it comes to hangs on their order. Checks
 * stop nothing, and are asked unless what they are about was not come to.
 */
function reported(failing: readonly Failing[], upstream: ReturnType<typeof upstreamOf>): string[] {
  const guards = [...new Set(failing.map(({ guard }) => guard).filter((guard) => !guard.startsWith("check.")))];
  const variables = guards.filter((guard) => guard.startsWith("var."));
  const pool = guards.filter((guard) => guard.startsWith("aws_cognito_user_pool."));
  const stops = variables.length > 0 ? variables : pool.length > 0 ? pool : guards;
  if (stops === guards && guards.length > 1) return [];
  const checks = failing
    .filter(({ guard, about }) => guard.startsWith("check.") && !stops.some((each) => upstream.get(about)?.has(each)))
    .map(({ guard }) => guard);
  return [...stops, ...new Set(checks)];
}

/** A condition that fails, and where it is reported. */
interface Failing extends Carrier {
  readonly guard: string;
}

/** The provider refuses these before it comes to conditions, and a test cannot expect that. */
const REFUSED_BY_PROVIDER = new Set([
  "IDP-08",
  "MFA-05",
  "POOL-07",
  "POOL-08",
  "RS-04",
  "TOK-01",
  "TOK-02",
  "TOK-03",
  ...rules.filter((rule) => rule.refusedByProvider).map(({ id }) => id),
]);

/** The candidates that break conditions, those that break the fewest first. */
function breaking(candidates: readonly Candidate[], carriers: readonly Carrier[]) {
  return candidates
    .map(({ inputs, model }) => {
      const breaches = breachesOf(model);
      return {
        inputs,
        broken: brokenBy(breaches, carriers),
        refusedBefore: breaches.map(({ rule }) => rule).filter((rule) => REFUSED_BY_PROVIDER.has(rule)),
      };
    })
    .filter(({ broken }) => broken.length > 0)
    .sort((one, other) => one.broken.length - other.broken.length);
}

/** Those of the conditions that fail of a pool with these breaches. */
function brokenBy(breaches: readonly Breach[], carriers: readonly Carrier[]): Carrier[] {
  return carriers.filter((each) =>
    breaches.some(
      ({ rule, about, severity }) => rule === each.rule && about === each.about && severity === each.severity,
    ),
  );
}

function candidatesOf(module: PoolModule, initial: Values): Candidate[] {
  const { opened, pools, base } = module;
  const open = openValues(opened);
  const ofVariables = open.flatMap(({ name, places }) =>
    inputValues(places[0] as Steps, module, initial[name]).map((value) => ({
      inputs: () => ({ [name]: value }),
      model: closedModel(base.model, { ...initial, [name]: value }),
    })),
  );
  const decided = open.flatMap((each) => each.places.map((place) => JSON.stringify(place)));
  const others = differences(Object.values(pools)).filter((place) => !decided.includes(JSON.stringify(place)));
  return [...ofVariables, ...others.flatMap((place) => candidatesAt(place, module, initial))];
}

/** What a config gives that has another value in a place, if it differs in nothing but variables of the module. */
function candidatesAt(place: Steps, module: PoolModule, initial: Values): Candidate[] {
  const { opened, slots, base } = module;
  const places = slots.flatMap((slot) => slot.places);
  const fixedPart = (json: TerraformJson) =>
    argumentsOf(places.reduce((rest: TerraformJson, each) => withValue(rest, each, undefined), json));
  const unchanged = fixedPart(base.json);
  return exampleValues(place).flatMap((value): Candidate[] => {
    const changed = terraformOf(module.configOf(withValue(opened, place, value)));
    if (changed === undefined) return [];
    const inputs = () => (same(fixedPart(changed.json), unchanged) ? changedInputs(module, changed.json) : undefined);
    return [{ inputs, model: closedModel(changed.model, initial) }];
  });
}

/** The inputs that make a module of these resources; `undefined` when none do. */
function changedInputs({ slots, json, base }: PoolModule, to: TerraformJson): Values | undefined {
  const changed = slots
    .filter(({ places }) => places.some((place) => !same(valueAt(base.json, place), valueAt(to, place))))
    .map(({ name, read }) => [name, read(to)] as const);
  const nullable = (name: string) => valueAt(json, ["variable", name, "nullable"]) !== false;
  const possible = changed.every(([name, value]) => value !== undefined && (value !== null || nullable(name)));
  return possible && changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

/** What the examples have in a variable's place, as its type has it; hosts also as the variable has them now. */
function inputValues(place: Steps, { opened }: PoolModule, current: Json): Json[] {
  const { unit = "minutes" } = valueAt(opened, place) as { readonly unit?: TimeUnit };
  const host = /https:\/\/([^/:"]+)/.exec(JSON.stringify(current ?? ""))?.[1];
  return exampleValues(place).flatMap((value): Json[] => {
    if (typeof current === "number") return typeof value === "string" && isDuration(value) ? inUnit(value, unit) : [];
    if (Array.isArray(value) !== Array.isArray(current) && current !== null) return [];
    const text = JSON.stringify(value);
    if (host === undefined || !text.includes("app.example.com")) return [value as Json];
    return [JSON.parse(text.replaceAll("app.example.com", host)), value as Json];
  });
}

function inUnit(duration: string, unit: TimeUnit): number[] {
  const number = toSeconds(parseDuration(duration)) / SECONDS[unit];
  return Number.isInteger(number) ? [number] : [];
}

function isDuration(value: string): boolean {
  return value !== "" && DURATION.test(value);
}

function defaultsOf({ json }: PoolModule): Values {
  const variables = Object.entries((json.variable ?? {}) as Record<string, { readonly default?: Json }>);
  return Object.fromEntries(
    variables.flatMap(([name, variable]) => ("default" in variable ? [[name, variable.default]] : [])),
  );
}

/**
 * For each variable without a default, the first value that is known to fit and breaks the fewest rules. What fits one
 * may hang on another, so they are gone through twice.
 */
function requiredValues(module: PoolModule): Values {
  const { json, opened, base, slots } = module;
  const required = slots.filter(({ name }) => valueAt(json, ["variable", name, "default"]) === undefined);
  const plain = Object.fromEntries(
    required.map(({ name, places }) => [name, plainValue(valueAt(json, ["variable", name, "type"]), places[0])]),
  );
  const values: Record<string, Json> = { ...defaultsOf(module), ...plain };
  const open = openValues(opened).filter(({ name }) => name in plain);
  for (const { name, places } of [...open, ...open]) {
    const breaches = (value: Json) => breachesOf(closedModel(base.model, { ...values, [name]: value })).length;
    const place = places[0] as Steps;
    const tried = [...urlsFor(place, base.model, values), values[name], ...inputValues(place, module, values[name])];
    values[name] = tried.reduce((one, other) => (breaches(other) < breaches(one) ? other : one));
  }
  return Object.fromEntries(required.map(({ name }) => [name, values[name]]));
}

/** URLs that fit a place for what the config has beside it: hosts that the guardrails name, a client's callbacks. */
function urlsFor(place: Steps, model: PoolModel, values: Values): Json[] {
  const [key, field, item] = place.slice(1);
  const urls = (model.guardrails.callbackHosts ?? []).map((host) => `https://${host.replace("*", "app")}/callback`);
  if (field === "callbackUrls" || field === "logoutUrls") return item === undefined ? urls.map((url) => [url]) : urls;
  if (field !== "defaultRedirectUri") return [];
  const client = closedModel(model, values).clients.find((each) => each.key === key);
  return [...knownItems(client?.callbackUrls)];
}

function keyOf({ rule, about, severity }: Carrier): string {
  return `${rule} ${about} ${severity}`;
}
