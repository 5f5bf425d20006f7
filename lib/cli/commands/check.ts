import { extname, resolve } from "node:path";
import { type LoadedConfig, loadConfig } from "../../config/load";
import type { Diagnostic } from "../../diagnostics/diagnostic";
import { type Format, formatReport } from "../../diagnostics/formats";
import type { Report } from "../../diagnostics/report";
import { lockDiagnostics } from "../../lock/diagnostics";
import type { PoolModel } from "../../model/model";
import { evidenceOf } from "../../rules/baseline/evidence";
import { evidenceJson, evidenceMarkdown } from "../../rules/baseline/evidence-forms";
import { checkConfig } from "../../rules/check";
import { configReport } from "../../rules/finding";
import { UsageError } from "../../usage-error";
import { writeWhole } from "../../write-whole";
import { type Context, EXIT, type ExitCode } from "../context";

export interface ConfigOptions {
  readonly config?: string;
  readonly env?: string;
}

/** A config with all of its findings. */
export interface CheckedConfig {
  readonly loaded: LoadedConfig;
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: ExitCode;
}

/** Loads the config of a command and checks it by every rule and its lock. */
export async function checkedConfig(options: ConfigOptions, context: Context): Promise<CheckedConfig> {
  const loaded = await loadConfig({ cwd: context.cwd, config: options.config, environment: options.env });
  context.progress(`checking stacks: ${loaded.pools.length}`);
  const locked = lockDiagnostics(loaded, context.cwd, options.env);
  const diagnostics = [...checkConfig(loaded), ...locked.diagnostics];
  const unreadable = loaded.source.unreadable.length > 0 || locked.unreadable;
  const failed = diagnostics.some(({ level }) => level === "error");
  return { loaded, diagnostics, exitCode: unreadable ? EXIT.usage : failed ? EXIT.findings : EXIT.ok };
}

export interface CheckOptions extends ConfigOptions {
  readonly format: Format;
  /** Files to write evidence to. */
  readonly evidence: readonly string[];
}

/**
 * `check`: reports all diagnostics of all stacks, and writes nothing but the evidence that was asked for.
 *
 * @throws UsageError for a file of evidence that is neither `.json` nor `.md`
 */
export async function check(options: CheckOptions, context: Context): Promise<ExitCode> {
  const writers = options.evidence.map((file) => evidenceWriter(resolve(context.cwd, file)));
  const checked = await checkedConfig(options, context);
  context.out(formatReport(options.format, reportOf(checked), context.colors, context));
  if (isWhole(checked.loaded)) for (const write of writers) write(checked.loaded.pools);
  else if (writers.length > 0) context.err("cdktf-cognito: no evidence of a config whose form is wrong\n");
  return checked.exitCode;
}

const FORMS = new Map([
  [".json", evidenceJson],
  [".md", evidenceMarkdown],
]);

/** Writes evidence in the form that the name of the file asks for; the file changes as a whole. */
function evidenceWriter(file: string): (pools: readonly PoolModel[]) => void {
  const write = FORMS.get(extname(file));
  if (write === undefined) throw new UsageError(`evidence is written as .json or .md, not to ${file}`);
  return (pools) => writeWhole(file, write(evidenceOf(pools)));
}

/** Prints the diagnostics of a checked config on standard error, where there are any. */
export function printDiagnostics(checked: Omit<CheckedConfig, "exitCode">, context: Context): void {
  if (checked.diagnostics.length > 0) context.err(formatReport("text", reportOf(checked), context.errColors));
}

/** Whether a config was read and its form is right. */
export function isWhole({ source, problems }: LoadedConfig): boolean {
  return source.unreadable.length === 0 && problems.length === 0;
}

/** Prints why a config has no models; nothing where it has. Returns whether it has. */
export function hasModels(loaded: LoadedConfig, context: Context): boolean {
  if (isWhole(loaded)) return true;
  printDiagnostics({ loaded: { ...loaded, pools: [] }, diagnostics: checkConfig({ ...loaded, pools: [] }) }, context);
  return false;
}

function reportOf({ loaded, diagnostics }: Omit<CheckedConfig, "exitCode">): Report {
  const stacks = loaded.pools.map(({ stack }) => stack);
  return configReport(diagnostics, stacks, loaded.source.lines);
}
