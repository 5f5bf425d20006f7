import { type LoadedConfig, loadConfig } from "../../config/load";
import { lockFindings } from "../../lock/findings";
import { checkConfig } from "../../rules/check";
import type { Finding } from "../../rules/finding";
import { type Colors, type Context, EXIT, type ExitCode } from "../context";
import { type Format, formatReport } from "../report";
import { summarize } from "../report/group";

export interface ConfigOptions {
  readonly config?: string;
  readonly env?: string;
}

/** A config with all of its findings. */
export interface CheckedConfig {
  readonly loaded: LoadedConfig;
  readonly findings: readonly Finding[];
  readonly exitCode: ExitCode;
}

/** Loads the config of a command and checks it by every rule and its lock. */
export async function checkedConfig(options: ConfigOptions, context: Context): Promise<CheckedConfig> {
  const loaded = await loadConfig({ cwd: context.cwd, config: options.config, environment: options.env });
  context.progress(`checking ${loaded.pools.length} stacks`);
  const locked = lockFindings(loaded, context.cwd, options.env);
  const findings = [...checkConfig(loaded), ...locked.findings];
  const unreadable = loaded.source.unreadable.length > 0 || locked.unreadable;
  const failed = findings.some(({ severity }) => severity === "error");
  return { loaded, findings, exitCode: unreadable ? EXIT.usage : failed ? EXIT.findings : EXIT.ok };
}

/** `check`: reports all findings of all stacks; read-only. */
export async function check(options: ConfigOptions & { readonly format: Format }, context: Context): Promise<ExitCode> {
  const checked = await checkedConfig(options, context);
  context.out(report(checked, options.format, context.colors));
  return checked.exitCode;
}

/** The findings of a checked config in a format. */
export function report({ loaded, findings }: CheckedConfig, format: Format, colors: Colors): string {
  const stacks = loaded.pools.map(({ stack }) => stack);
  const summary = summarize(findings, stacks.length);
  return formatReport(format, { findings, summary, stacks, lines: loaded.source.lines }, colors);
}
