import { relative, resolve } from "node:path";
import { estateOf } from "../../report/estate-of";
import { writeReport } from "../../report/write";
import type { Context, ExitCode } from "../context";
import { type ConfigOptions, checkedConfig, isWhole, printDiagnostics } from "./check";

export interface ReportOptions extends ConfigOptions {
  /** The folder that gets the report. */
  readonly out: string;
}

/**
 * `report`: describes every pool, environment and client as a page, JSON and CSV, with what `check` says. Its exit code is
 * that of `check`. Nothing is written of a config whose form is wrong.
 *
 * @throws UsageError when a file of somebody else would be overwritten
 */
export async function report(options: ReportOptions, context: Context): Promise<ExitCode> {
  const checked = await checkedConfig(options, context);
  if (!isWhole(checked.loaded)) {
    printDiagnostics(checked, context);
    context.err("cdktf-cognito: no report of a config whose form is wrong\n");
    return checked.exitCode;
  }
  context.progress(`describing stacks: ${checked.loaded.pools.length}`);
  const folder = resolve(context.cwd, options.out);
  const estate = estateOf(checked.loaded, checked.diagnostics);
  for (const name of writeReport(folder, estate)) context.out(`${relative(context.cwd, folder) || "."}/${name}\n`);
  const { errors } = estate.summary;
  // How many depends on the form: one for each stack, or for each line of the config.
  if (errors > 0) context.err("the report has errors; check explains them\n");
  return checked.exitCode;
}
