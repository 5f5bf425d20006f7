import "./deferred-modules";
import { synth } from "./commands/synth";
import type { Context, ExitCode } from "./context";

/** Synthesizes as cdktf asks for it: folder and format come from its environment. */
export function runAsApp(context: Context): Promise<ExitCode> {
  const { CDKTF_OUTDIR, SYNTH_HCL_OUTPUT, CDKTF_CONTEXT_JSON } = process.env;
  const fromCdktf = JSON.parse(CDKTF_CONTEXT_JSON ?? "{}") as { config?: string };
  const config = process.env.COGNITO_CONFIG || fromCdktf.config;
  return synth(
    { out: CDKTF_OUTDIR ?? "cdktf.out", hcl: SYNTH_HCL_OUTPUT === "true", ...(config && { config }) },
    context,
  );
}
