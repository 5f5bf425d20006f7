import { resolveConfig } from "../../lib/config/resolve";
import type { Config, Pool } from "../../lib/config/schema";
import { configSchema } from "../../lib/config/schema";
import { referenceProblems } from "../../lib/config/validate/reference-problems";
import { schemaProblems } from "../../lib/config/validate/schema-problems";
import type { PoolModel } from "../../lib/model/model";
import type { Example } from "../../lib/rules/rule";

/** A config of one pool `users` in environment `prod` with one client `app`, and an example laid over it. */
export function configOf({
  pool,
  client,
  clients,
  guardrails,
  promises,
  environment,
  before = {},
}: Example = {}): Config {
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1", ...environment } },
    ...(guardrails && { guardrails }),
    ...(promises && { promises }),
    pools: {
      ...Object.fromEntries(Object.entries(before).map(([key, other]) => [key, { clients: {}, ...other } as Pool])),
      users: { ...pool, clients: { app: client ?? { platform: "ios" }, ...clients } } as Pool,
    },
  };
}

/** The model of the last pool of a config. @throws Error when the config breaks the grammar */
export function modelOf(config: Config): PoolModel {
  return modelsOf(config).at(-1) as PoolModel;
}

/** The models of a config. @throws Error when it breaks the grammar */
export function modelsOf(config: Config): readonly PoolModel[] {
  const problems = [...schemaProblems(configSchema, config), ...referenceProblems(config)];
  const resolution = problems.length > 0 ? { pools: [], problems } : resolveConfig(config);
  if (resolution.pools.length === 0 || resolution.problems.length > 0)
    throw new Error(`not a config: ${JSON.stringify(resolution.problems, null, 2)}`);
  return resolution.pools;
}
