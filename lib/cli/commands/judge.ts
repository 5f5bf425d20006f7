import { BASELINES } from "../../cognito/baselines";
import { baselineItem, baselineNames } from "../../config/schema/guardrails";
import { nearest } from "../../config/validate/nearest";
import { type Format, formatReport } from "../../diagnostics/formats";
import { PlanFileError, readPlan } from "../../gate/plan-file";
import { judgePlan } from "../../judge/judge-plan";
import { judgeReport, summarize } from "../../judge/report";
import { printable } from "../../text/printable";
import { UsageError } from "../../usage-error";
import { type Context, EXIT, type ExitCode } from "../context";

export interface JudgeOptions {
  readonly format: Format;
  /** Controls that the resources must pass, as in `guardrails.baseline`. */
  readonly baseline: readonly string[];
}

/** `judge`: reports what the rules say of the Cognito resources of anybody's plan; read-only. */
export async function judge(name: string, options: JudgeOptions, context: Context): Promise<ExitCode> {
  const baseline = named(options.baseline);
  try {
    const diagnostics = judgePlan(readPlan(name, context.cwd), baseline);
    context.out(formatReport(options.format, judgeReport(diagnostics), context.colors, context));
    return summarize(diagnostics).errors > 0 ? EXIT.findings : EXIT.ok;
  } catch (error) {
    if (error instanceof PlanFileError) throw new UsageError(error.message);
    throw error;
  }
}

/** The names of `--baseline`, of which one option may have several. @throws UsageError for one that there is not */
function named(given: readonly string[]): string[] {
  const names = given.flatMap((each) => each.split(",")).map((each) => each.trim());
  const wrong = names.find((each) => !baselineItem.safeParse(each).success);
  if (wrong === undefined) return names;
  const near = nearest(wrong, baselineNames);
  const lists = Object.keys(BASELINES).join(", ");
  throw new UsageError(
    `unknown baseline ${JSON.stringify(printable(wrong))}; ${near ? `did you mean ${near}?` : `use ${lists}, one as it was on a day (prowler@2026-11-26), or the id of a control`}`,
  );
}
