import type { Plan } from "../gate/plan-file";

type Module = Plan["configuration"]["root_module"];
type Key = string | undefined;

/** Where a resource is in the configuration: the modules around it, and the configuration of each, from the root. */
export interface Place {
  readonly modules: readonly string[];
  /** Which instance of each module it is in; undefined of a module that has one. */
  readonly keys: readonly Key[];
  readonly chain: readonly Module[];
  /** The instance of the resource itself, and what its `for_each` goes over. */
  readonly own?: Key;
  readonly forEach?: unknown;
}

/** `module.a["x"].module.b.aws_cognito_user_pool.main[0]` in its parts. */
export interface Parts {
  readonly modules: readonly string[];
  readonly type: string;
  readonly name: string;
  /** The instance of each module and of the resource, as an index is written; undefined where there is no index. */
  readonly keys: readonly Key[];
}

/** A resource that an expression refers to. */
export interface Referred {
  /** As `referenceOf` gives it. */
  readonly name: string;
  /** The instance of each module and of the resource; undefined where the expression does not say which. */
  readonly keys: readonly Key[];
}

const STEP = /^(?:data\.)?([^.[]+)\.([^.[]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?(?:\.|$)/;
const STEP_OF_REFERENCE = /([^.[\]]+)(?:\[("(?:[^"\\]|\\.)*"|[^\]]*)\])?(?:\.|$)/g;
/** What an expression says of the instance that it is part of. */
const OWN_INSTANCE = /^(?:each\.(?:key|value)|count\.index)\b/;
/** First words of references that do not name a resource. */
const NOT_RESOURCES = ["count", "each", "local", "path", "self", "terraform"];

/** The parts of an address. */
export function partsOf(address: string): Parts {
  const modules: string[] = [];
  const keys: Key[] = [];
  let rest = address;
  for (;;) {
    const [whole = rest, kind = "", name = "", key] = STEP.exec(rest) ?? [];
    keys.push(key);
    if (kind !== "module") return { modules, type: kind, name, keys };
    modules.push(name);
    rest = rest.slice(whole.length);
  }
}

/** The place of a resource; nothing where the plan does not have the configuration of its module. */
export function placeOf(plan: Plan, { modules, keys, type, name }: Parts): Place | undefined {
  const chain: Module[] = [plan.configuration.root_module];
  for (const each of modules) {
    const inner = chain.at(-1)?.module_calls?.[each]?.module;
    if (inner === undefined) return undefined;
    chain.push(inner);
  }
  const forEach = resourceIn(chain.at(-1), type, name)?.for_each_expression;
  return { modules, keys: keys.slice(0, -1), chain, own: keys.at(-1), forEach };
}

/** A resource as the configuration writes it. */
export function writtenOf(plan: Plan, parts: Parts) {
  return resourceIn(placeOf(plan, parts)?.chain.at(-1), parts.type, parts.name);
}

function resourceIn(module: Module | undefined, type: string, name: string) {
  return module?.resources?.find((each) => each.mode !== "data" && each.type === type && each.name === name);
}

/**
 * The resources that an expression refers to: through the variables of modules, their outputs, what a `for_each` goes over,
 * and the pool's id of another resource. Locals are not in a plan, so what refers to them refers to nothing here.
 */
export function referred(expression: unknown, place: Place, depth = 0): readonly Referred[] {
  if (depth > 20) return [];
  const references = referencesOf(expression);
  const own = references.some((each) => OWN_INSTANCE.test(each)) ? place.own : undefined;
  const found = references.flatMap((reference) => target(reference, place, own, depth));
  const all = [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
  // beside users["a"].id a plan lists users["a"] and users
  return all.filter((each) => !all.some((other) => other !== each && isMoreExact(other, each)));
}

function isMoreExact(a: Referred, b: Referred): boolean {
  return a.name === b.name && b.keys.every((key, index) => key === undefined || key === a.keys[index]);
}

function referencesOf(expression: unknown): readonly string[] {
  return ((expression ?? {}) as { references?: readonly string[] }).references ?? [];
}

function target(reference: string, place: Place, own: Key, depth: number): readonly Referred[] {
  const [first, second, third, ...rest] = stepsOf(reference);
  if (first === undefined || second === undefined) return [];
  const { modules, keys, chain } = place;
  if (first.name === "each" && second.name === "value") return inEach([third, ...rest], place, own, depth);
  if (first.name === "var") {
    const outer = { modules: modules.slice(0, -1), keys: keys.slice(0, -1), chain: chain.slice(0, -1) };
    const call = outer.chain.at(-1)?.module_calls?.[modules.at(-1) ?? ""];
    const around = { ...outer, own: keys.at(-1), forEach: call?.for_each_expression };
    return call === undefined ? [] : referred(call.expressions?.[second.name], around, depth + 1);
  }
  if (first.name === "module") {
    const inner = chain.at(-1)?.module_calls?.[second.name]?.module;
    if (inner === undefined || third === undefined) return [];
    const within = {
      modules: [...modules, second.name],
      keys: [...keys, second.key ?? own],
      chain: [...chain, inner],
    };
    return referred(inner.outputs?.[third.name]?.expression, within, depth + 1);
  }
  if (NOT_RESOURCES.includes(first.name)) return [];
  const resource = resourceIn(chain.at(-1), first.name, second.name);
  if (third?.name === "user_pool_id" && resource?.expressions !== undefined) {
    const there = { ...place, own: second.key ?? own, forEach: resource.for_each_expression };
    return referred(resource.expressions.user_pool_id, there, depth + 1);
  }
  return [{ name: nameOf(modules, first.name, second.name), keys: [...keys, second.key ?? own] }];
}

/** What an item of the `for_each` refers to, whose key is that of the instance. */
function inEach(rest: readonly (Step | undefined)[], place: Place, own: Key, depth: number): readonly Referred[] {
  const members = rest.flatMap((step) => (step === undefined ? [] : [`.${step.name}`])).join("");
  const { forEach, ...outer } = place;
  return referencesOf(forEach).flatMap((each) => target(`${each}${members}`, outer, own, depth + 1));
}

interface Step {
  readonly name: string;
  readonly key?: Key;
}

function stepsOf(reference: string): readonly Step[] {
  return [...reference.matchAll(STEP_OF_REFERENCE)].map(([, name = "", key]) => ({ name, key }));
}

/** The name under which `referred` gives a resource. */
export function referenceOf({ modules, type, name }: Parts): string {
  return nameOf(modules, type, name);
}

function nameOf(modules: readonly string[], type: string, name: string): string {
  return [...modules, type, name].join("/");
}

/** Whether an expression may refer to an instance of a resource: to it by name, and to no other instance. */
export function refersTo({ name, keys }: Referred, parts: Parts): boolean {
  return (
    name === referenceOf(parts) &&
    keys.every((key, index) => key === undefined || parts.keys[index] === undefined || key === parts.keys[index])
  );
}
