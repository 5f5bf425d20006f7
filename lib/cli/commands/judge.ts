import { type Format, formatReport } from "../../diagnostics/formats";
import { PlanFileError, readPlan } from "../../gate/plan-file";
import { judgePlan } from "../../judge/judge-plan";
import { judgeReport, summarize } from "../../judge/report";
import { UsageError } from "../../usage-error";
import { type Context, EXIT, type ExitCode } from "../context";

export interface JudgeOptions {
  readonly format: Format;
  /** Controls that the resources must pass, as in `guardrails.baseline`. */
  readonly baseline: readonly string[];
}

/** `judge`: reports what the rules say of the Cognito resources of anybody's plan; read-only. */
export async function judge(name: string, options: JudgeOptions, context: Context): Promise<ExitCode> {
  try {
    const diagnostics = judgePlan(readPlan(name, context.cwd), options.baseline);
    context.out(formatReport(options.format, judgeReport(diagnostics), context.colors));
    return summarize(diagnostics).errors > 0 ? EXIT.findings : EXIT.ok;
  } catch (error) {
    if (error instanceof PlanFileError) throw new UsageError(error.message);
    throw error;
  }
}
