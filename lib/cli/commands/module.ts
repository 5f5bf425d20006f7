import { basename, relative, resolve } from "node:path";
import { refuseUnknownEnvironment, UsageError } from "../../config/load";
import type { Config } from "../../config/schema";
import type { PoolModel } from "../../model/model";
import { type Context, EXIT, type ExitCode } from "../context";
import { type ConfigOptions, checkedConfig, printDiagnostics } from "./check";

export interface ModuleOptions extends ConfigOptions {
  /** Folder that gets a module per pool. */
  readonly module: string;
  readonly hcl?: boolean;
}

/** `synth --hcl --module`: check every environment, then write each pool as a module with the defaults of one. */
export async function writePoolModules(options: ModuleOptions, context: Context): Promise<ExitCode> {
  if (!options.hcl) throw new UsageError("--module needs --hcl: a module is written as HCL only");
  const { env, ...everywhere } = options;
  const checked = await checkedConfig(everywhere, context);
  printDiagnostics(checked, context);
  if (checked.exitCode !== EXIT.ok) return checked.exitCode;

  const { config, pools, source } = checked.loaded;
  if (env !== undefined) refuseUnknownEnvironment(env, Object.keys((config as Config).environments));
  const file = basename(source.file);
  const { moduleOf } = require("../../module/module") as typeof import("../../module/module");
  const { writeModules } = require("../../module/write") as typeof import("../../module/write");
  const modules = byPool(pools).flatMap((models) => {
    const own = models.map((model) => model.environment.key);
    const environment = env ?? (own[0] as string);
    if (!own.includes(environment)) return [];
    if (env === undefined && own.length > 1) context.err(defaultsFrom(models[0] as PoolModel));
    return [moduleOf(config as Config, models, { environment, file, strictest: env === undefined })];
  });
  const folder = resolve(context.cwd, options.module);
  const shown = relative(context.cwd, folder) || ".";
  for (const path of writeModules(folder, modules)) context.out(`${shown}/${path}\n`);
  return EXIT.ok;
}

/** Which environment gives the defaults, where nobody chose one. */
function defaultsFrom({ key, environment }: PoolModel): string {
  return `module ${key}: defaults from environment ${environment.key}, deletion protection from the strictest one; --env chooses another\n`;
}

function byPool(pools: readonly PoolModel[]): PoolModel[][] {
  const keys = [...new Set(pools.map(({ key }) => key))];
  return keys.map((key) => pools.filter((pool) => pool.key === key));
}
