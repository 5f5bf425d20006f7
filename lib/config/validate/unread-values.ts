import { z } from "zod";
import type { Path } from "../../model/source";
import type { Problem } from "../problem";
import { configSchema } from "../schema";
import { alternatives, ownValue, schemaAt } from "./schema-at";

/**
 * A config in which each value that cannot be read is left open to a variable, so that the rules say nothing of it, and
 * nothing that follows from its absence. An unknown key goes, and the key that was probably meant is open.
 *
 * @returns the config, and the problems that are left as they were
 */
export function withUnreadValues(
  config: unknown,
  problems: readonly Problem[],
): { readonly config: unknown; readonly problems: readonly Problem[] } {
  const copy = structuredClone(config);
  const isKey = ({ rule }: Problem) => rule === "CFG-04";
  const inOrder = [...problems.filter(isKey), ...problems.filter((problem) => !isKey(problem))];
  const left = inOrder.filter((problem, index) => !isRepaired(copy, problem, { var: `unread_${index}` }));
  return { config: copy, problems: left };
}

/** A project in place of one that cannot be read: it is a part of default names alone. */
const PROJECT = "project";

function isRepaired(config: unknown, problem: Problem, open: object): boolean {
  const { rule, path, target, meant } = problem;
  if (path.length <= 2 && isRepairedAtTop(config, problem, open)) return true;
  const owner = ownerOf(path);
  const key = path[owner.length];
  if (key === undefined) return false;
  const object = owner.reduce(ownValue, config) as Record<string | number, unknown>;
  if (typeof object !== "object" || object === null) return false;
  if (rule === "CFG-04" && path.length === owner.length + 1) {
    if (meant !== undefined && !canBeOpen([...owner, meant], config)) return false;
    delete object[key];
    if (meant !== undefined && !Object.hasOwn(object, meant)) object[meant] = open;
    return true;
  }
  const isMissing = rule === "CFG-05" && path.length === owner.length + 1;
  if (!isMissing && (!["CFG-06", "CFG-07"].includes(rule) || target !== "value")) return false;
  if (!canBeOpen([...owner, key], config)) return false;
  object[key] = open;
  return true;
}

/**
 * The same of a key of the config itself, or of an environment that is nothing of the kind. What a misspelt key holds is
 * judged as that of the key that was meant.
 */
function isRepairedAtTop(config: unknown, { rule, path, meant }: Problem, open: object): boolean {
  if (typeof config !== "object" || config === null) return false;
  const top = config as Record<string, unknown>;
  const [key, environment] = path as readonly [string, string?];
  if (environment !== undefined) {
    if (key !== "environments" || rule !== "CFG-06") return false;
    (top[key] as Record<string, unknown>)[environment] = { region: open };
    return true;
  }
  if (rule === "CFG-04") {
    if ((meant === "environments" || meant === "pools") && !Object.hasOwn(top, meant)) top[meant] = top[key];
    delete top[key];
  } else if (key === "project") top[key] = PROJECT;
  else if (key === "$schema") delete top[key];
  else return rule === "CFG-05" && Object.keys(Object(top[key])).length > 0;
  return true;
}

/** The client, the pool, the environment or the config whose key a path goes through. */
function ownerOf(path: Path): Path {
  const start = path[0] === "environments" && path.length > 2 ? 2 : 0;
  if (path[start] !== "pools" || path.length < start + 3) return path.slice(0, start);
  return path.slice(0, path[start + 2] === "clients" && path.length > start + 4 ? start + 4 : start + 2);
}

/** Whether a path can have a variable in place of the value. */
function canBeOpen(path: Path, config: unknown): boolean {
  const schema = schemaAt(configSchema, path, config);
  return (
    schema !== undefined && alternatives(schema).some((each) => each instanceof z.ZodObject && "var" in each.shape)
  );
}
