import { findConfig, type LoadedConfig, loadConfig, UsageError } from "../../config/load";
import { type Format, formatReport } from "../../diagnostics/formats";
import { loadBase } from "../../review/load-base";
import { reviewReport } from "../../review/report";
import { review as compare, type Reviewed } from "../../review/review";
import { atLeast, type Risk } from "../../review/risk";
import { type Context, EXIT, type ExitCode } from "../context";
import { hasModels } from "./check";

export interface ReviewOptions {
  readonly base: string;
  readonly head?: string;
  readonly config?: string;
  readonly env?: string;
  readonly format: Format;
  readonly failOn?: Risk;
}

/** `review`: explains what a change of the config means. Runs no rules: `check` does. */
export async function review(options: ReviewOptions, context: Context): Promise<ExitCode> {
  const { cwd } = context;
  const name = options.head ?? options.config ?? findConfig(cwd);
  const head = await loadConfig({ cwd, config: name });
  if (!comparable(head, "the head", context)) return EXIT.usage;
  context.progress(`reading the base ${options.base}`);
  const base = await loadBase({ cwd, base: options.base, head: name as string });
  if (base === undefined) context.err(`${options.base} has no config; everything is new\n`);
  else if (!comparable(base, `the base ${options.base}`, context)) return EXIT.usage;

  const chosen = (environment: string) => options.env === undefined || environment === options.env;
  const of = (loaded: LoadedConfig | undefined): Reviewed => ({
    source: loaded?.source ?? head.source,
    pools: (loaded?.pools ?? []).filter(({ environment }) => chosen(environment.key)),
    config: loaded?.config && { ...loaded.config, environments: pick(loaded.config.environments, chosen) },
  });
  refuseUnknown(options.env, [base, head]);
  context.progress(`comparing stacks: ${head.pools.length}`);
  const result = compare(of(base), of(head));
  context.out(formatReport(options.format, reviewReport(result), context.colors));
  const failed =
    options.failOn !== undefined && result.changes.some(({ risk }) => atLeast(risk, options.failOn as Risk));
  return failed ? EXIT.findings : EXIT.ok;
}

/** Whether a config has models to compare; prints why not. */
function comparable(loaded: LoadedConfig, what: string, context: Context): boolean {
  if (hasModels(loaded, context)) return true;
  context.err(`${what} cannot be compared\n`);
  return false;
}

function pick<T>(record: Readonly<Record<string, T>>, chosen: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => chosen(key)));
}

function refuseUnknown(environment: string | undefined, configs: readonly (LoadedConfig | undefined)[]): void {
  if (environment === undefined) return;
  const known = [...new Set(configs.flatMap((loaded) => Object.keys(loaded?.config?.environments ?? {})))];
  if (!known.includes(environment))
    throw new UsageError(`unknown environment ${environment}; the config has ${known.join(", ")}`);
}
