import { findConfig, type LoadedConfig, loadConfig, refuseUnknownEnvironment, UsageError } from "../../config/load";
import { type Format, formatReport } from "../../diagnostics/formats";
import { loadBase } from "../../review/load-base";
import { type PageOf, reviewReport } from "../../review/report";
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
  /** Where the page that `report` wrote of the head is published. */
  readonly reportUrl?: string;
}

/**
 * `review`: explains what a change of the config means. Runs no rules: `check` does.
 *
 * @throws UsageError for an address of the report that is not http or https
 */
export async function review(options: ReviewOptions, context: Context): Promise<ExitCode> {
  const { cwd } = context;
  const page = options.reportUrl === undefined ? undefined : reportAddress(options.reportUrl);
  const name = options.head ?? options.config ?? findConfig(cwd);
  const head = await loadConfig({ cwd, config: name });
  if (!comparable(head, "the head", context)) return EXIT.usage;
  context.progress(`reading the base ${options.base}`);
  const base = await loadBase({ cwd, base: options.base, head: name as string });
  if (base === undefined) context.err(`${options.base} has no config; everything is new\n`);
  else if (base.movedFrom !== undefined) context.err(`${options.base} has the config as ${base.movedFrom}\n`);
  if (base && !comparable(base, `the base ${options.base}`, context)) return EXIT.usage;

  const chosen = (environment: string) => options.env === undefined || environment === options.env;
  const of = (loaded: LoadedConfig | undefined): Reviewed => ({
    source: loaded?.source ?? head.source,
    pools: (loaded?.pools ?? []).filter(({ environment }) => chosen(environment.key)),
    config: loaded?.config && { ...loaded.config, environments: pick(loaded.config.environments, chosen) },
  });
  refuseUnknown(options.env, [base, head]);
  context.progress(`comparing stacks: ${head.pools.length}`);
  const result = compare(of(base), of(head));
  context.out(formatReport(options.format, reviewReport(result, page && pagesOf(head, page)), context.colors, context));
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

function reportAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--report-url ${text}: give the http or https address of index.html`);
  return url;
}

/** The addresses of the head's clients in the page of its report. */
function pagesOf({ pools }: LoadedConfig, page: URL): PageOf {
  return ({ pool, environment, client }) => {
    const model = pools.find((each) => each.key === pool && each.environment.key === environment);
    if (!model?.clients.some(({ key }) => key === client)) return undefined;
    const url = new URL(page);
    url.hash = [pool, environment, client].join("/");
    return url.href;
  };
}

function pick<T>(record: Readonly<Record<string, T>>, chosen: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => chosen(key)));
}

function refuseUnknown(environment: string | undefined, configs: readonly (LoadedConfig | undefined)[]): void {
  if (environment === undefined) return;
  refuseUnknownEnvironment(environment, [
    ...new Set(configs.flatMap((loaded) => Object.keys(loaded?.config?.environments ?? {}))),
  ]);
}
