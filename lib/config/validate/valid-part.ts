import type { Path } from "../../model/source";
import type { Problem } from "../problem";
import type { Pool } from "../schema";
import { ownValue } from "./schema-at";

/** Keys of a pool without which no rule can fail, whatever else the pool has. */
export const DETACHABLE = [
  "deviceConfiguration",
  "inviteMessage",
  "lambdaConfig",
  "logDelivery",
  "passwordPolicy",
  "threatProtection",
  "uiCustomization",
  "verificationMessage",
] as const satisfies readonly (keyof Pool)[];

/**
 * The valid subset of a config: without the clients and the detachable keys of pools in which a problem of form is, and
 * without the pools in which one is elsewhere. It matches the schema, and can still be checked. `undefined` when a
 * problem is outside of pools, or when nothing is left.
 */
export function validPart(config: unknown, problems: readonly Problem[]): unknown {
  const broken = problems.map(({ path }) => brokenPart(path));
  if (broken.some((part) => part === undefined)) return undefined;
  const parts = (broken as Path[]).flatMap((part) => [part, ...overlaysOf(config, part)]);
  const left = without(config, parts, []);
  return Object.keys(Object(ownValue(left, "pools"))).length > 0 ? left : undefined;
}

/** The client or the detachable key that a path leads into, or else the pool, from `pools`. */
function brokenPart(path: Path): Path | undefined {
  if (path[0] === "promises") return ["promises"];
  const at = path[0] === "environments" ? path.slice(2) : path;
  if (at[0] !== "pools" || at.length < 2) return undefined;
  if (at[2] === "clients" && at.length > 3) return at.slice(0, 4);
  return DETACHABLE.some((key) => key === at[2]) ? at.slice(0, 3) : at.slice(0, 2);
}

/** The same part in the overlays of environments. */
function overlaysOf(config: unknown, part: Path): Path[] {
  return Object.keys(Object(ownValue(config, "environments"))).map((environment) => [
    "environments",
    environment,
    ...part,
  ]);
}

function without(value: unknown, parts: readonly Path[], at: Path): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const remaining = Object.entries(value).filter(
    ([key]) => !parts.some((part) => part.length === at.length + 1 && part.at(-1) === key && leadsTo(part, at)),
  );
  return Object.fromEntries(
    remaining.map(([key, item]) => {
      const here = [...at, key];
      return [key, parts.some((part) => leadsTo(part, here)) ? without(item, parts, here) : item];
    }),
  );
}

function leadsTo(part: Path, at: Path): boolean {
  return part.length > at.length && at.every((key, index) => part[index] === key);
}
