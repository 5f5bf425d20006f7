import { CLIENT_ARGUMENTS } from "../../cognito/app-client";
import { AUTH_FLOWS, OAUTH_FLOWS } from "../../cognito/values";
import { SECONDS } from "../../config/duration";
import type { ClientModel, PoolModel, VariableModel } from "../../model/model";
import type { Predicate, PromiseModel } from "../../model/promise";
import { isOpen } from "../../model/value";
import { type Assignment, assigned } from "../assigned";
import { TOKENS } from "../client/lifetimes";
import type { Violation } from "../rule";
import { demandsOf } from "./demands";
import type { Meaning } from "./predicates";
import { isAbout, isBroken, violationOf } from "./promise-rules";

/** How a client breaks a promise when variables have certain values. */
export interface Counterexample {
  readonly client: ClientModel;
  readonly violation: Violation;
}

/**
 * For each promise and each client of which a variable decides whether it is so: values that no other rule refuses and
 * for which it is not, if there are any.
 *
 * @param isAllowed whether the rules let these values pass
 */
export function* counterexamples(pool: PoolModel, isAllowed: (pool: PoolModel) => boolean): Iterable<Counterexample> {
  if (pool.variables.length === 0) return;
  for (const promise of pool.promises) {
    const { meaning, demands } = demandsOf(promise, pool);
    for (const client of pool.clients) {
      const open = demands.filter((demand) => isAbout(demand, client) && demand.must.holds(client) === undefined);
      if (open.length === 0 || isBroken(demands, client)) continue;
      const found = counterexample(promise, meaning, client, pool, isAllowed);
      if (found) yield { client, violation: found };
    }
  }
}

function counterexample(
  promise: PromiseModel,
  meaning: Meaning,
  client: ClientModel,
  pool: PoolModel,
  isAllowed: (pool: PoolModel) => boolean,
): Violation | undefined {
  const names = new Set(meaning.fields.flatMap((field) => variablesIn(client[field])));
  const variables = pool.variables.filter(({ name }) => names.has(name));
  for (const values of assignments(variables, (variable) => candidates(variable, promise.predicate, client, pool))) {
    const tried = assigned(pool, values);
    const other = tried.clients.find(({ key }) => key === client.key) as ClientModel;
    const { meaning: assignedMeaning, demands } = demandsOf(promise, tried);
    if (!isBroken(demands, other) || !isAllowed(tried)) continue;
    const when = Object.entries(values).map(([name, value]) => shown(variables, name, value));
    return violationOf(promise, assignedMeaning, other, tried, ` when ${when.join(" and ")}`);
  }
  return undefined;
}

function shown(variables: readonly VariableModel[], name: string, value: unknown): string {
  const hidden = variables.some((each) => each.name === name && each.sensitive);
  return `variable ${name} is ${hidden ? "set otherwise" : JSON.stringify(value)}`;
}

function* assignments(
  [variable, ...rest]: readonly VariableModel[],
  of: (variable: VariableModel) => readonly Assignment[string][],
): Iterable<Assignment> {
  if (variable === undefined) return yield {};
  for (const value of of(variable))
    for (const others of assignments(rest, of)) yield { [variable.name]: value, ...others };
}

/**
 * Values of a variable that can make the difference: on both sides of a limit, with and without an item. The default comes
 * first, since it is what most plans take.
 */
function candidates(
  { type, default: usual }: VariableModel,
  predicate: Predicate,
  client: ClientModel,
  pool: PoolModel,
): readonly Assignment[string][] {
  const defaults = usual === undefined ? [] : [usual];
  if (type === "number") return unique([...defaults, ...numbers(predicate, client)]);
  if (type === "bool") return unique([...defaults, true, false]);
  const items = itemsOf(predicate, pool);
  if (type === "string") return unique([...defaults, ...items]);
  const base = Array.isArray(usual) ? (usual as readonly string[]) : [];
  const required = (pool.pool?.schema ?? []).filter((each) => each.required).map(({ key }) => key);
  const bases = [base, required, [...base, ...required], []];
  return unique([
    ...defaults,
    ...bases.flatMap((each) => [
      ...items.map((item) => distinct([...each, item])),
      each.filter((item) => !items.includes(item)),
    ]),
    ...items.map((item) => [item]),
  ]);
}

/** Numbers around a limit, and those that Cognito allows at most and at least, in the unit of the token. */
function numbers(predicate: Predicate, client: ClientModel): number[] {
  if (predicate.verb !== "lifetime") return [];
  const { token, seconds } = predicate;
  const unit = SECONDS[client.tokenValidityUnits[token]];
  const [least, most] = CLIENT_ARGUMENTS[TOKENS[token].field].range;
  const at = seconds / unit;
  return [
    Math.floor(at) + 1,
    Math.ceil(at) - 1,
    Math.floor(at),
    Math.ceil(least / unit),
    Math.floor(most / unit),
  ].filter((each) => each >= 0);
}

/** Items with which what is said of a list is true, and others of the same kind. */
function itemsOf(predicate: Predicate, pool: PoolModel): readonly string[] {
  switch (predicate.verb) {
    case "writes":
    case "reads":
      return [predicate.attribute, ...(pool.pool?.schema ?? []).map(({ key }) => key), "email", "name"];
    case "scope":
      return [...pool.resourceServers.flatMap(scopesOf), predicate.scope, "openid"];
    case "signs in":
      return [predicate.provider, ...pool.identityProviders.map(({ providerName }) => providerName), "COGNITO"];
    case "uses":
      return [predicate.flow, ...AUTH_FLOWS, ...OAUTH_FLOWS];
    case "callback":
      return urls(predicate.host);
    default:
      return [...AUTH_FLOWS, ...OAUTH_FLOWS];
  }
}

function scopesOf({ key, identifier, scopes }: PoolModel["resourceServers"][number]): string[] {
  return scopes.map(({ scopeName }) => `${isOpen(identifier) ? key : identifier}/${scopeName}`);
}

/** URLs that have a host, and that have another. */
function urls(host: string): string[] {
  const inside = host.replaceAll("*", "app");
  return [
    `https://${inside}/callback`,
    `http://${inside}/callback`,
    "https://elsewhere.example/callback",
    "myapp://callback",
  ];
}

function variablesIn(value: unknown): string[] {
  if (isOpen(value)) return value.token === undefined ? [value.variable] : [];
  return Array.isArray(value) ? value.flatMap(variablesIn) : [];
}

function distinct(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
