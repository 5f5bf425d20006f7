import type { ClientModel } from "../../model/client";
import type { Path } from "../../model/source";
import type { Problem } from "../problem";
import type { Pool } from "../schema";
import { configSchema } from "../schema";
import type { SourceFile } from "../source-file";
import { referenceProblems } from "./reference-problems";
import { ownValue } from "./schema-at";
import { schemaProblems } from "./schema-problems";
import { withUnreadValues } from "./unread-values";

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

/** The same of a client. */
export const DETACHABLE_OF_CLIENT = [
  "analyticsConfiguration",
  "deliver",
  "publish",
  "threatProtection",
  "uiCustomization",
] as const satisfies readonly (keyof ClientModel)[];

/**
 * The valid subset of a config: with a variable for each value that cannot be read, where one is allowed, and then without
 * the detachable keys of environments, pools and clients in which a problem of form is and the keys that a platform does not
 * support, and without the environments, clients and pools in which one is elsewhere. It matches the schema, and can
 * still be checked. `undefined` when nothing is left.
 */
export function validPart(
  config: unknown,
  problems: readonly Problem[],
  source?: Pick<SourceFile, "isOfPlan">,
): unknown {
  const unread = withUnreadValues(config, problems);
  const remaining = [...schemaProblems(configSchema, unread.config), ...referenceProblems(unread.config, source)];
  return withoutProblems(unread.config, [...unread.problems, ...remaining]);
}

function withoutProblems(config: unknown, problems: readonly Problem[]): unknown {
  const broken = problems.map(brokenPart);
  if (broken.some((part) => part === undefined)) return undefined;
  const parts = (broken as Path[]).flatMap((part) => [part, ...overlaysOf(config, part)]);
  const left = without(config, parts, []);
  return Object.keys(Object(ownValue(left, "pools"))).length > 0 ? left : undefined;
}

/** A key that the client's platform does not support: without it the client is what the platform makes of it. */
const UNSUPPORTED = "CFG-09";

/** What can be left out as a whole: it only asks for more than the rules do. */
const DEMANDS: readonly (string | number | undefined)[] = ["guardrails", "promises"];

/**
 * The detachable key, or else the client, or else the pool that a problem is in, from `pools`; or the key of the environment,
 * where it is in what the environment itself has: without any but the Region no rule can fail.
 */
function brokenPart({ path, rule }: Problem): Path | undefined {
  if (DEMANDS.includes(path[0])) return path.slice(0, 1);
  if (path[0] === "environments" && path.length > 1 && (path[2] !== "pools" || path.length === 3))
    return path.slice(0, path[2] === "region" ? 2 : 3);
  const at = path[0] === "environments" ? path.slice(2) : path;
  if (at[0] !== "pools" || at.length < 2) return undefined;
  if (at[2] === "clients" && at.length > 3) {
    const isDetachable = rule === UNSUPPORTED || DETACHABLE_OF_CLIENT.some((key) => key === at[4]);
    return at.slice(0, isDetachable ? 5 : 4);
  }
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
