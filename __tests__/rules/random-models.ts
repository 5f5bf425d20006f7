import fc from "fast-check";
import { parseDuration } from "../../lib/config/duration";
import { type Config, configSchema } from "../../lib/config/schema";
import { schemaProblems } from "../../lib/config/validate/schema-problems";
import type { ClientModel, PoolModel, VariableModel } from "../../lib/model/model";
import { isOpen, knownItems } from "../../lib/model/value";
import { rules as allRules } from "../../lib/rules";
import type { Example, Rule } from "../../lib/rules/rule";
import { configOf, modelOf } from "../support/models";

/** A config that leaves some values open, and the same with each of them given. */
export interface RandomModel {
  readonly config: Config;
  readonly open: PoolModel;
  readonly closed: PoolModel;
  /** What the variables hold in it, by name. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Each example with everything open that can be, and then configs that are drawn from them.
 *
 * @param rules whose examples to use. Default all
 */
export function randomModels(count: number, seed: number, rules?: readonly Rule[]): RandomModel[] {
  const examples = rules ? examplesOf(rules) : EXAMPLES;
  const open = examples.flatMap(
    (example, index) => modelFrom(example, { parts: [], openness: 10, dice: [index % 10] }) ?? [],
  );
  return [...open.slice(0, count), ...drawnModels(count - open.length, seed, examples)];
}

/** In turn each example with some values of others laid over it, strange texts here and there, and some of it left open. */
export function drawnModels(count: number, seed: number, examples: readonly Example[] = EXAMPLES): RandomModel[] {
  const small = examples.filter((example) => sizeOf(example) < 1_000);
  const models: RandomModel[] = [];
  for (const [index, draw] of fc.sample(drawn, { numRuns: Math.max(count, 0) * 2, seed }).entries()) {
    const model = modelFrom(small[index % small.length] as Example, draw);
    if (model !== undefined && models.length < count) models.push(model);
  }
  return models;
}

export type Place = readonly (string | number)[];

const sizeOf = (value: unknown) => JSON.stringify(value).length;

/** Examples, but for those that are large without saying more. */
function examplesOf(rules: readonly Rule[]): readonly Example[] {
  return rules
    .map(({ examples }) => examples())
    .flatMap(({ bad, good }) => [...bad.map(({ at, ...example }) => example), ...good])
    .filter((example) => sizeOf(example) < 6_000);
}

const EXAMPLES = examplesOf(allRules);

/** Every value that is somewhere in an example, or in a preset, with its place. */
const PARTS = [
  ...EXAMPLES.flatMap(({ client, pool, guardrails }) => [
    ...partsOf({ client }, 2),
    ...partsOf({ pool }, 3),
    ...partsOf({ guardrails }, 2),
  ]),
  ...partsOf({ client: modelOf(configOf()).clients[0] }, 2),
].filter(({ value }) => sizeOf(value) < 500);

const TEXT_PLACES = [
  ...new Map(
    PARTS.filter(({ value }) => typeof value === "string").map((part) => [JSON.stringify(part.place), part.place]),
  ).values(),
];

/** What configs, expressions, templates and patterns might trip over. */
const PIECES = [
  ..."aZ0 .:/@?#*+-_=$%&|<>[](){}^~",
  ..."\t\r\n\v\\\"'`",
  ..."\u00a0\u2028é日😀Kſ",
  "e\u0301",
  "👨‍👩‍👧",
  "${x}",
  "%{y}",
  "$${",
  "self.",
  "https://",
  "http://localhost",
  "app.example.com",
  "custom:",
];

const strange = fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }).map((pieces) => pieces.join(""));

const part = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PARTS) },
  { weight: 1, arbitrary: fc.record({ place: fc.constantFrom(...TEXT_PLACES), value: strange }) },
);

const drawn = fc.record({
  parts: fc.array(part, { maxLength: 5 }),
  /** How many of ten values are left open. */
  openness: fc.constantFrom<number[]>(0, 0, 2, 5, 9),
  dice: fc.array(fc.nat(9), { minLength: 30, maxLength: 30 }),
});
type Draw = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function modelFrom(example: Example, { parts, openness, dice }: Draw): RandomModel | undefined {
  let config = JSON.parse(JSON.stringify(configOf(example))) as Config;
  for (const { place, value } of parts) {
    const changed = withValue(config, [...ROOTS[place[0] as keyof typeof ROOTS], ...place.slice(1)], value);
    if (sound(changed)) config = changed;
  }
  const values: Record<string, unknown> = {};
  const pool = (config.pools as Record<string, unknown>).users;
  const places = partsOf(pool, 4).map(({ place }) => ["pools", "users", ...place]);
  for (const [index, place] of places.entries()) {
    if ((dice[index % dice.length] as number) >= openness) continue;
    const name = place.slice(2).join("_").replace(/\W/g, "-");
    const opened = opening(config, place, name, dice[(index * 7) % dice.length] === 0);
    if (opened === undefined) continue;
    config = opened.config;
    values[name] = opened.value;
  }
  try {
    const open = modelOf(config);
    for (const [index, variable] of open.variables.entries())
      values[variable.name] ??= variable.default ?? likely(variable, dice[index % dice.length] as number);
    return { config, open, closed: closeScopes(close(open, values) as PoolModel), values };
  } catch {
    return undefined;
  }
}

const ROOTS = { client: ["pools", "users", "clients", "app"], pool: ["pools", "users"], guardrails: ["guardrails"] };

/** The config with a variable in place of a value, if the grammar allows one there. */
export function opening(config: Config, place: Place, name: string, sensitive: boolean) {
  const value = valueAt(config, place);
  if (!["string", "number", "boolean"].includes(typeof value) && !isTexts(value)) return undefined;
  const variable = { var: name, ...(sensitive && { sensitive }) };
  if (typeof value === "string" && /^(\d+[dhms])+$/.test(value)) {
    const duration = parseDuration(value);
    const timed = withValue(config, place, { ...variable, unit: duration.unit });
    if (canOpen(timed, place, "duration")) return { config: timed, value: duration.value };
  }
  const opened = withValue(config, place, variable);
  return canOpen(opened, place, typeof value) ? { config: opened, value } : undefined;
}

const OPENABLE = new Map<string, boolean>();

function canOpen(opened: Config, place: Place, kind: string): boolean {
  const key = JSON.stringify([kind, place.map((step) => (typeof step === "number" ? 0 : step))]);
  const known = OPENABLE.get(key) ?? sound(opened);
  OPENABLE.set(key, known);
  return known;
}

function sound(config: Config): boolean {
  return schemaProblems(configSchema, config).length === 0;
}

/** What environments have; of a text that is none, ENV-01 and ENV-03 speak, and the AWS provider in a plan. */
const OF_ENVIRONMENTS: Readonly<Record<string, readonly string[]>> = {
  region: ["eu-west-1", "us-east-1", "eu-central-1"],
  accountId: ["123456789012", "111122223333"],
};

/** A value for a variable that an example leaves open, such as others have in its place. */
function likely({ type, description }: VariableModel, die: number): unknown {
  if (type === "number") return die * 10;
  if (type === "bool") return die % 2 === 0;
  const kind = type === "string" ? "string" : "object";
  const key = description
    .replace(/\[\d+\]$/, "")
    .split(".")
    .at(-1);
  const placed = OF_ENVIRONMENTS[key ?? ""];
  if (placed !== undefined) return placed[die % placed.length];
  const others = PARTS.filter(({ place, value }) => place.at(-1) === key && typeof value === kind);
  const fitting = others.map(({ value }) => value).filter((value) => kind === "string" || isTexts(value));
  return fitting[(die * 31) % fitting.length] ?? (kind === "string" ? "text" : []);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** The model with each open value given. */
function close(value: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (isOpen(value)) return values[value.variable];
  if (Array.isArray(value)) return value.map((item) => close(item, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === "source" ? item : close(item, values)]),
  );
}

/** Writes each scope of a resource server with the identifier, for which its key was written while that was open. */
function closeScopes(pool: PoolModel): PoolModel {
  const identifiers = new Map(pool.resourceServers.map(({ key, identifier }) => [key, identifier]));
  const clients = pool.clients.map((client): ClientModel => {
    const closed = (item: string) => {
      const reference = client.scopeReferences[item];
      return reference ? `${identifiers.get(reference.resourceServer)}/${reference.scope}` : item;
    };
    const references = Object.entries(client.scopeReferences).map(([item, reference]) => [closed(item), reference]);
    return {
      ...client,
      allowedOauthScopes: knownItems(client.allowedOauthScopes).map(closed),
      scopeReferences: Object.fromEntries(references),
    };
  });
  return { ...pool, clients };
}

/** Everything in a tree down to a depth, with its place. */
function partsOf(tree: unknown, depth: number, place: Place = []): { place: Place; value: unknown }[] {
  const here = place.length === 0 ? [] : [{ place, value: tree }];
  if (depth === 0 || typeof tree !== "object" || tree === null || "var" in tree) return here;
  const inner = Object.entries(tree).flatMap(([key, value]) =>
    value === undefined ? [] : partsOf(value, depth - 1, [...place, Array.isArray(tree) ? Number(key) : key]),
  );
  return [...(place.length > 1 ? here : []), ...inner];
}

function valueAt(tree: unknown, place: Place): unknown {
  return place.reduce((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], tree);
}

/** A copy of the tree with a value at a place; what is not there on the way is made. */
function withValue<T>(tree: T, [key, ...rest]: Place, value: unknown): T {
  if (key === undefined) return value as T;
  const copy = (Array.isArray(tree) ? [...tree] : typeof tree === "object" && tree !== null ? { ...tree } : {}) as T;
  const inner = (copy as Record<string | number, unknown>)[key];
  (copy as Record<string | number, unknown>)[key] = withValue(inner, rest, value);
  return copy;
}
