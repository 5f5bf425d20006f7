import { resolveConfig } from "../../lib/config/resolve";
import { type Config, configSchema } from "../../lib/config/schema";
import { referenceProblems } from "../../lib/config/validate/reference-problems";
import { schemaProblems } from "../../lib/config/validate/schema-problems";
import type { Change } from "../../lib/review/change";
import { type Reviewed, review } from "../../lib/review/review";
import { plain } from "../../lib/text/quoted";

/** A config as review takes it. @throws Error when it breaks the grammar */
export function reviewed(config: Config): Reviewed {
  const problems = [...schemaProblems(configSchema, config), ...referenceProblems(config)];
  const { pools, problems: more } = problems.length > 0 ? { pools: [], problems } : resolveConfig(config);
  if (more.length > 0) throw new Error(`not a config: ${JSON.stringify(more, null, 2)}`);
  return { pools, config, source: { file: "userpools.yaml", locate: () => undefined } };
}

/** What review says of two configs. */
export function changes(base: Config, head: Config): readonly Change[] {
  return review(reviewed(base), reviewed(head)).changes;
}

/** The same as `risk: sentence` lines, sorted. */
export function rows(base: Config, head: Config): string[] {
  return changes(base, head)
    .map(({ risk, what }) => `${risk} ${plain(what)}`)
    .sort();
}
