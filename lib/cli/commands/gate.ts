import { findConfig, loadConfig, UsageError } from "../../config/load";
import { type Format, formatReport } from "../../diagnostics/formats";
import { allowancesOf } from "../../gate/allowances";
import { judge } from "../../gate/judge";
import { PlanFileError, readPlan } from "../../gate/plan-file";
import { gateReport, summarize } from "../../gate/report";
import type { StackAllowances } from "../../gate/stacks";
import { unruledJudgements } from "../../judge/unruled-plan";
import { type Context, EXIT, type ExitCode } from "../context";
import { hasModels } from "./check";

export interface GateOptions {
  readonly config?: string;
  readonly env?: string;
  readonly format: Format;
}

/** `gate`: refuses a plan that loses pools, clients or attributes, or whose conditions do not hold. */
export async function gate(name: string, options: GateOptions, context: Context): Promise<ExitCode> {
  const today = new Date().toISOString().slice(0, 10);
  try {
    const plan = readPlan(name, context.cwd);
    const stacks = await allowances(options, context);
    if (stacks === undefined) return EXIT.usage;
    const judgements = [...judge(plan, stacks, today), ...unruledJudgements(plan)];
    context.out(formatReport(options.format, gateReport(judgements), context.colors, context));
    return summarize(judgements).refused > 0 ? EXIT.findings : EXIT.ok;
  } catch (error) {
    if (error instanceof PlanFileError) throw new UsageError(error.message);
    throw error;
  }
}

/** What the config allows to be destroyed; nothing without a config. `undefined` when it cannot be read, which is printed. */
async function allowances(options: GateOptions, context: Context): Promise<StackAllowances[] | undefined> {
  const name = options.config ?? findConfig(context.cwd);
  if (name === undefined) return [];
  const loaded = await loadConfig({ cwd: context.cwd, config: name, environment: options.env });
  return hasModels(loaded, context) ? allowancesOf(loaded, options.env) : undefined;
}
