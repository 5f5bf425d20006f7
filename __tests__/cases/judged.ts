import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import type { Config } from "../../lib/config/schema";
import { checkPool } from "../../lib/rules/check";
import { modelsOf } from "../support/models";

/** The cases of this folder, by file name without extension. */
export const CASES = readdirSync(__dirname)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => basename(name, ".yaml"));

/** The config of a case. */
export function caseConfig(name: string): Config {
  return parse(readFileSync(join(__dirname, `${name}.yaml`), "utf8"));
}

/** What the rules say of a config. @throws Error when it breaks the grammar */
export function judged(config: Config): ReturnType<typeof checkPool> {
  const pools = modelsOf(config);
  return pools.flatMap((pool, index) => checkPool(pool, pools.slice(0, index)));
}
