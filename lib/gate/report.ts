import type { Report } from "../diagnostics/report";
import { plain } from "../text/quoted";
import { CODES, type GateDiagnostic, VERDICTS, type Verdict } from "./verdict";

/** How many diagnostics of each verdict there are. */
export type GateSummary = Readonly<Record<Verdict, number>>;

/** The report on a plan: refusals first. */
export function gateReport(diagnostics: readonly GateDiagnostic[]): Report {
  const sorted = VERDICTS.flatMap((verdict) => diagnostics.filter((each) => each.verdict === verdict));
  const summary = summarize(diagnostics);
  return {
    command: "gate",
    diagnostics: sorted,
    conclusion: conclusion(summary),
    json: { judgements: sorted.map(judgementOf), summary },
    describe: (code) => ({ title: CODES[code as GateDiagnostic["code"]], level: "error" }),
  };
}

export function summarize(diagnostics: readonly GateDiagnostic[]): GateSummary {
  const of = (verdict: Verdict) => diagnostics.filter((each) => each.verdict === verdict).length;
  return { refused: of("refused"), allowed: of("allowed"), noted: of("noted") };
}

/** The JSON form of a diagnostic of the gate: a contract. */
function judgementOf({ verdict, path, message, why, fix }: GateDiagnostic) {
  return { verdict, address: path, what: plain(message), why: plain(why), ...(fix !== undefined && { fix }) };
}

function conclusion({ refused, allowed, noted }: GateSummary): string {
  const rest = [...(allowed > 0 ? [`${allowed} allowed`] : []), ...(noted > 0 ? [`${noted} noted`] : [])];
  return [refused > 0 ? `${refused} refused` : "no destructive changes", ...rest].join(", ");
}
