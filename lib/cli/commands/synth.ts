import { relative, resolve } from "node:path";
import { stacksOf } from "../../config/resolve";
import type { Config } from "../../config/schema";
import { hadProxy, lockedIn } from "../../lock/lock";
import { readLock } from "../../lock/lock-file";
import { type Context, EXIT, type ExitCode } from "../context";
import { type CheckedConfig, type ConfigOptions, checkedConfig, printDiagnostics } from "./check";
import { writePoolModules } from "./module";

export interface SynthOptions extends ConfigOptions {
  readonly out: string;
  readonly hcl?: boolean;
  /** Folder that gets a Terraform module per pool, in place of the stacks. */
  readonly module?: string;
}

/** `synth`: check, then write the stacks; on any error nothing is written and the last good output stays. */
export async function synth(options: SynthOptions, context: Context): Promise<ExitCode> {
  const { module } = options;
  if (module !== undefined) return writePoolModules({ ...options, module }, context);
  const checked = await checkedConfig(options, context);
  printDiagnostics(checked, context);
  if (checked.exitCode !== EXIT.ok) return checked.exitCode;
  writeStacks(checked, options, context);
  return EXIT.ok;
}

/**
 * Writes the stacks of a config without errors, and prints their files; on standard error, what else the folder holds.
 *
 * @throws UsageError when a stack of another config would be overwritten
 */
export function writeStacks({ loaded }: CheckedConfig, options: SynthOptions, context: Context): void {
  const outdir = resolve(context.cwd, options.out);
  const { synthesize } = require("../../../stacks/synthesize") as typeof import("../../../stacks/synthesize");
  const { config, pools, source } = loaded;
  const described = config === undefined ? [] : stacksOf(config as Config);
  const file = resolve(context.cwd, source.file);
  context.progress(`writing stacks: ${pools.length}`);
  const { lock = {} } = readLock(source.file, context.cwd);
  const onceProxied = pools
    .filter(({ key, environment }) => hadProxy(lockedIn(lock, key, environment.key)))
    .map(({ stack }) => stack);
  const foreign = synthesize(pools, { config: file, outdir, hcl: options.hcl ?? false, described, onceProxied });
  const shown = relative(context.cwd, outdir) || ".";
  const name = options.hcl ? "cdk.tf" : "cdk.tf.json";
  for (const { stack } of pools) context.out(`${shown}/stacks/${stack}/${name}\n`);
  if (foreign.length > 0)
    context.err(
      `${shown} also holds stacks that ${source.file} did not write, unchanged: ${foreign.join(", ")}; give each config an output folder of its own with --out DIR\n`,
    );
}
