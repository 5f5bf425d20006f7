import type { Plan } from "../gate/plan-file";

type Module = Plan["configuration"]["root_module"];

/** Where a resource is in the configuration: the names of the modules around it, and the configuration of the last. */
export interface Place {
  readonly modules: readonly string[];
  readonly chain: readonly Module[];
}

/** `module.a["x"].module.b.aws_cognito_user_pool.main[0]` in its parts, without indexes. */
export interface Parts {
  readonly modules: readonly string[];
  readonly type: string;
  readonly name: string;
}

const STEP = /^(?:data\.)?([^.[]+)\.([^.[]+)(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?(?:\.|$)/;

/** The parts of an address. */
export function partsOf(address: string): Parts {
  const modules: string[] = [];
  let rest = address;
  for (;;) {
    const [whole = rest, kind = "", name = ""] = STEP.exec(rest) ?? [];
    if (kind !== "module") return { modules, type: kind, name };
    modules.push(name);
    rest = rest.slice(whole.length);
  }
}

/** The place of a resource; nothing where the plan does not have the configuration of its module. */
export function placeOf(plan: Plan, { modules }: Parts): Place | undefined {
  const chain: Module[] = [plan.configuration.root_module];
  for (const name of modules) {
    const inner = chain.at(-1)?.module_calls?.[name]?.module;
    if (inner === undefined) return undefined;
    chain.push(inner);
  }
  return { modules, chain };
}

/** What the configuration writes of a resource: its arguments, as expressions. */
export function expressionsOf(plan: Plan, parts: Parts): Readonly<Record<string, unknown>> | undefined {
  const written = placeOf(plan, parts)?.chain.at(-1)?.resources;
  return written?.find(({ type, name }) => type === parts.type && name === parts.name)?.expressions;
}

/**
 * The resources, without indexes, that an expression refers to: through the variables of modules and their outputs.
 * Locals are not in a plan, so what refers to them refers to nothing here.
 */
export function referred(expression: unknown, place: Place, depth = 0): readonly string[] {
  if (depth > 20) return [];
  const { references = [] } = (expression ?? {}) as { references?: readonly string[] };
  return [...new Set(references.flatMap((reference) => target(reference, place, depth)))];
}

function target(reference: string, place: Place, depth: number): readonly string[] {
  const [kind = "", name = "", member = ""] = reference.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]/g, "").split(".");
  if (kind === "var") {
    const outer = { modules: place.modules.slice(0, -1), chain: place.chain.slice(0, -1) };
    const call = outer.chain.at(-1)?.module_calls?.[place.modules.at(-1) ?? ""];
    return call === undefined ? [] : referred(call.expressions?.[name], outer, depth + 1);
  }
  if (kind === "module") {
    const inner = place.chain.at(-1)?.module_calls?.[name]?.module;
    if (inner === undefined || member === "") return [];
    const within = { modules: [...place.modules, name], chain: [...place.chain, inner] };
    return referred(inner.outputs?.[member]?.expression, within, depth + 1);
  }
  return kind.startsWith("aws_") && name !== "" ? [[...place.modules, kind, name].join("/")] : [];
}

/** The name under which `referred` gives a resource. */
export function referenceOf({ modules, type, name }: Parts): string {
  return [...modules, type, name].join("/");
}
