import { type Format, formatReport } from "../../diagnostics/formats";
import { driftOf } from "../../drift/drift";
import { driftReport } from "../../drift/report";
import { PlanFileError, readPlan } from "../../gate/plan-file";
import { UsageError } from "../../usage-error";
import { type Context, EXIT, type ExitCode } from "../context";

export interface DriftOptions {
  readonly format: Format;
}

/** `drift`: says what changed in AWS since the last apply, as a plan found it; read-only. A plan with errors says nothing. */
export async function drift(name: string, options: DriftOptions, context: Context): Promise<ExitCode> {
  try {
    const plan = readPlan(name, context.cwd, { isWhole: false });
    if (plan.errored) {
      context.err(
        `${name}: Terraform stopped with errors, so whether anything changed in AWS is not known; plan again\n`,
      );
      return EXIT.findings;
    }
    const found = driftOf(plan);
    context.out(formatReport(options.format, driftReport(found), context.colors, context));
    return found.drifted.length > 0 ? EXIT.drift : EXIT.ok;
  } catch (error) {
    if (error instanceof PlanFileError) throw new UsageError(error.message);
    throw error;
  }
}
