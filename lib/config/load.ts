import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PoolModel } from "../model/model";
import { UsageError } from "../usage-error";
import { withFileTexts } from "./file-texts";
import type { Problem } from "./problem";
import { readConfigFile } from "./read-file";
import { type Resolution, resolveConfig, stacksOf } from "./resolve";
import { type Config, configSchema } from "./schema";
import { type SourceFile, unreadableFile } from "./source-file";
import { type Advice, absentParts } from "./validate/absent-parts";
import { nearest } from "./validate/nearest";
import { referenceProblems } from "./validate/reference-problems";
import { schemaProblems } from "./validate/schema-problems";
import { validPart } from "./validate/valid-part";

/** Names under which a config is found when nobody names one, in this order. */
export const CONFIG_NAMES = ["userpools.config.ts", "userpools.yaml", "userpools.yml", "userpools.json"] as const;

/** A config as far as it could be read. */
export interface LoadedConfig {
  readonly source: SourceFile;
  /** The names of files that texts came from, by the formatted path of their key; absent where nothing was read. */
  readonly files?: ReadonlyMap<string, string>;
  /** What is wrong with its form. With any problem, `pools` has only those parts in which none lies. */
  readonly problems: readonly Problem[];
  /** What a whole config describes and leaves in no environment. Default nothing. */
  readonly absent?: readonly Advice[];
  /** The whole config, when its form is right. */
  readonly config?: Config;
  /** One model per pool and environment. */
  readonly pools: readonly PoolModel[];
}

export interface LoadOptions {
  /** Folder in which the command runs. */
  readonly cwd: string;
  /** The config file. Default: `COGNITO_CONFIG`, then `context.config` of cdktf.json, then the usual names. */
  readonly config?: string | undefined;
  /** Only this environment. Default all. */
  readonly environment?: string | undefined;
}

export { UsageError };

/**
 * Finds, reads, validates and resolves a config. Whatever is wrong with the file is in the result.
 *
 * @throws UsageError when the config does not have `environment`
 */
export async function loadConfig(options: LoadOptions): Promise<LoadedConfig> {
  const name = options.config ?? findConfig(options.cwd);
  const source = name === undefined ? notFound() : await readConfigFile(name, options.cwd);
  return loadSource(source, options.environment);
}

/**
 * Validates and resolves a config file that was read.
 *
 * @param environment only this environment. Default all
 * @throws UsageError when the config does not have `environment`
 */
export function loadSource(source: SourceFile, environment?: string): LoadedConfig {
  if (source.unreadable.length > 0) return { source, problems: [], pools: [] };

  const duplicates = source.duplicates.map(
    (path): Problem => ({
      rule: "CFG-08",
      path,
      target: "key",
      message: `duplicate key ${path.at(-1)}`,
      fix: "remove one of them",
    }),
  );
  const { value, problems: unread, files } = withFileTexts(source.value, source.folder);
  const problems = [
    ...duplicates,
    ...unread,
    ...schemaProblems(configSchema, value),
    ...referenceProblems(value, source),
  ];
  if (problems.length > 0) {
    const pools = validPools(value, problems, source, environment);
    return { source: underMeantKeys(source, problems), files, problems, pools };
  }
  const config = value as Config;
  const resolution = resolveConfig(config, chosenEnvironments(config, environment));
  return {
    source,
    files,
    problems: resolution.problems,
    ...(resolution.problems.length === 0 && { absent: absentParts(config) }),
    config,
    pools: judgeable(config, resolution, source, environment),
  };
}

/** The pools of a config and, of those that it cannot make, what its problems leave to be judged; in the order of the file. */
function judgeable(
  config: Config,
  { pools, problems }: Resolution,
  source: SourceFile,
  environment: string | undefined,
): readonly PoolModel[] {
  if (problems.length === 0) return pools;
  const byStack = new Map(
    [...validPools(config, problems, source, environment), ...pools].map((pool) => [pool.stack, pool]),
  );
  return stacksOf(config).flatMap((stack) => byStack.get(stack) ?? []);
}

/** The pools of a config that has problems, as far as these leave some to be judged. */
function validPools(
  value: unknown,
  problems: readonly Problem[],
  source: SourceFile,
  environment: string | undefined,
): readonly PoolModel[] {
  const left = validPart(value, problems, source) as Config | undefined;
  if (left === undefined || referenceProblems(left, source).length > 0) return [];
  if (environment !== undefined) {
    const written = (value as Partial<Config>).environments ?? left.environments;
    refuseUnknownEnvironment(environment, Object.keys(Object(written)));
    if (!Object.hasOwn(left.environments, environment)) return [];
  }
  return resolveConfig(left, environment === undefined ? undefined : [environment]).pools;
}

/** A file in which what is judged as that of another key, for which its own was probably meant, is where it is written. */
function underMeantKeys(source: SourceFile, problems: readonly Problem[]): SourceFile {
  const written = new Map(
    problems.flatMap(({ path: [key, ...rest], meant }) =>
      rest.length === 0 && meant !== undefined ? [[meant, key]] : [],
    ),
  );
  if (written.size === 0) return source;
  return {
    ...source,
    locate: ([key = "", ...rest], target) => {
      const misspelt = Object.hasOwn(Object(source.value), key) ? undefined : written.get(String(key));
      return source.locate([misspelt ?? key, ...rest], target);
    },
  };
}

/** The config that a command without `--config` reads; `undefined` when there is none. */
export function findConfig(cwd: string): string | undefined {
  return process.env.COGNITO_CONFIG || contextConfig(cwd) || CONFIG_NAMES.find((name) => existsSync(join(cwd, name)));
}

/** `context.config` of cdktf.json. @throws UsageError when there is such a file and it cannot be read */
function contextConfig(cwd: string): string | undefined {
  const file = join(cwd, "cdktf.json");
  if (!existsSync(file)) return undefined;
  let config: unknown;
  try {
    config = JSON.parse(new TextDecoder().decode(readFileSync(file)))?.context?.config;
  } catch (error) {
    throw new UsageError(`cdktf.json cannot be read: ${(error as Error).message}`);
  }
  if (config !== undefined && typeof config !== "string")
    throw new UsageError(
      `cdktf.json: context.config is ${JSON.stringify(config)}; it must be the name of the config file`,
    );
  return config;
}

function notFound(): SourceFile {
  return unreadableFile(CONFIG_NAMES[1], {
    rule: "CFG-01",
    message: `no config file here; looked for ${CONFIG_NAMES.join(", ")}`,
    fix: "name one with --config FILE, or begin with: cdktf-cognito init",
  });
}

function chosenEnvironments(config: Config, environment: string | undefined): readonly string[] | undefined {
  if (environment === undefined) return undefined;
  refuseUnknownEnvironment(environment, Object.keys(config.environments));
  return [environment];
}

/** @throws UsageError when an environment is none of those that a config has */
export function refuseUnknownEnvironment(environment: string, known: readonly string[]): void {
  if (known.includes(environment)) return;
  const near = nearest(environment, known);
  const hint = near === undefined ? `the config has ${known.join(", ")}` : `did you mean ${near}?`;
  throw new UsageError(
    `${environment === "" ? "no environment is named" : `unknown environment ${environment}`}; ${hint}`,
  );
}
