import { RESOURCES, type ResourceKind } from "../../cognito/resources";
import type { Path } from "../../model/source";
import type { Problem } from "../problem";
import { existsIn, partsOf } from "./reference-problems";
import { entries, ownValue } from "./schema-at";

/** A problem that keeps no stack from being made: a warning, which its object may acknowledge. */
export interface Advice extends Problem {
  readonly acknowledged?: string;
}

/** What `only` and `except` of a valid config leave in no environment: it describes something, and nothing comes of it. */
export function absentParts(config: unknown): Advice[] {
  const environments = entries(ownValue(config, "environments")).map(([name]) => name);
  return entries(ownValue(config, "pools")).flatMap(([name, pool]) => {
    const path = ["pools", name];
    const those = environments.filter((environment) => existsIn(pool, environment));
    if (those.length === 0) return [absent(pool, path, `pool ${name} exists in no environment`)];
    return Object.values<ResourceKind>(RESOURCES).flatMap((kind) =>
      partsOf(kind, pool, path)
        .filter(([part]) => !those.some((environment) => existsIn(part, environment)))
        .map(([part, at]) => {
          const named = kind.per === "pool" ? "" : ` ${String(at.at(-1))}`;
          return absent(part, at, `${kind.noun}${named} exists in no environment of pool ${name}`);
        }),
    );
  });
}

function absent(item: unknown, path: Path, message: string): Advice {
  const rule = "STK-04";
  const key = ownValue(item, "only") === undefined ? "except" : "only";
  const acknowledged = ownValue(ownValue(item, "acknowledge"), rule);
  return {
    rule,
    path: [...path, key],
    target: "value",
    message,
    fix: "let it exist in an environment, or remove it",
    ...(typeof acknowledged === "string" && { acknowledged }),
  };
}
