import type { Config } from "../../lib/config/schema";
import { baseConfig } from "./base";
import type { Edit } from "./catalogue";

/** The base config with some edits made. */
export function edited(...edits: readonly Pick<Edit, "from" | "set">[]): Config {
  const config = baseConfig();
  for (const { from = {}, set } of edits)
    for (const [place, value] of [...Object.entries(from), ...Object.entries(set)]) put(config, pathOf(place), value);
  return config;
}

/** Where an edit is made, from the root of the config. */
export function pathOf(place: string): string[] {
  return place.startsWith("/") ? place.slice(1).split(".") : ["pools", "customers", ...place.split(".")];
}

function put(target: object, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path as [string, ...string[]];
  const record = target as Record<string, unknown>;
  if (rest.length > 0) {
    if (record[key] === undefined) record[key] = {};
    put(record[key] as object, rest, value);
  } else if (value === undefined) delete record[key];
  else record[key] = structuredClone(value);
}
