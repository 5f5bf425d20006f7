import { type LoadedConfig, loadConfig } from "../../config/load";
import type { Diagnostic } from "../../diagnostics/diagnostic";
import { type Format, formatReport } from "../../diagnostics/formats";
import type { Report } from "../../diagnostics/report";
import { lockDiagnostics } from "../../lock/diagnostics";
import { checkConfig } from "../../rules/check";
import { configReport } from "../../rules/finding";
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

/** `check`: reports all diagnostics of all stacks; read-only. */
export async function check(options: ConfigOptions & { readonly format: Format }, context: Context): Promise<ExitCode> {
  const checked = await checkedConfig(options, context);
  context.out(formatReport(options.format, reportOf(checked), context.colors));
  return checked.exitCode;
}

/** Prints the diagnostics of a checked config on standard error, where there are any. */
export function printDiagnostics(checked: Omit<CheckedConfig, "exitCode">, context: Context): void {
  if (checked.diagnostics.length > 0) context.err(formatReport("text", reportOf(checked), context.errColors));
}

/** Prints why a config has no models; nothing where it has. Returns whether it has. */
export function hasModels(loaded: LoadedConfig, context: Context): boolean {
  if (loaded.source.unreadable.length === 0 && loaded.problems.length === 0) return true;
  printDiagnostics({ loaded: { ...loaded, pools: [] }, diagnostics: checkConfig({ ...loaded, pools: [] }) }, context);
  return false;
}

function reportOf({ loaded, diagnostics }: Omit<CheckedConfig, "exitCode">): Report {
  const stacks = loaded.pools.map(({ stack }) => stack);
  return configReport(diagnostics, stacks, loaded.source.lines);
}
