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
  const left = problems.filter((problem, index) => !isRepaired(copy, problem, { var: `unread_${index}` }));
  return { config: copy, problems: left };
}

function isRepaired(config: unknown, { rule, path, target, meant }: Problem, open: object): boolean {
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
  if (!["CFG-06", "CFG-07"].includes(rule) || target !== "value") return false;
  if (!canBeOpen([...owner, key], config)) return false;
  object[key] = open;
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
