import type { Diagnostic, Level } from "../diagnostics/diagnostic";
import type { Report } from "../diagnostics/report";
import { plain } from "../text/quoted";
import type { Judgement } from "./judge";

/** How many objects were refused, allowed and noted. */
export interface GateSummary {
  readonly refused: number;
  readonly allowed: number;
  readonly noted: number;
}

const LEVELS: Readonly<Record<Judgement["verdict"], Level>> = { refused: "error", allowed: "warning", noted: "note" };
const VERDICTS = ["refused", "allowed", "noted"] as const;

/** The report of what the gate says of a plan: refusals first. */
export function gateReport(judgements: readonly Judgement[]): Report {
  const sorted = VERDICTS.flatMap((verdict) => judgements.filter((each) => each.verdict === verdict));
  const summary = summarize(judgements);
  return {
    command: "gate",
    diagnostics: sorted.map(diagnosticOf),
    conclusion: conclusion(summary),
    json: { judgements: sorted.map(rowOf), summary },
    describe: (code) => ({ title: code, level: LEVELS[code as Judgement["verdict"]] }),
  };
}

export function summarize(judgements: readonly Judgement[]): GateSummary {
  const of = (verdict: Judgement["verdict"]) => judgements.filter((each) => each.verdict === verdict).length;
  return { refused: of("refused"), allowed: of("allowed"), noted: of("noted") };
}

function diagnosticOf({ verdict, address, what, why, fix }: Judgement): Diagnostic {
  return { code: verdict, level: LEVELS[verdict], verdict, path: address, message: what, why, fix, stacks: [] };
}

/** A contract. */
function rowOf({ verdict, address, what, why, fix }: Judgement) {
  return { verdict, address, what: plain(what), why: plain(why), ...(fix !== undefined && { fix }) };
}

function conclusion({ refused, allowed, noted }: GateSummary): string {
  const rest = [...(allowed > 0 ? [`${allowed} allowed`] : []), ...(noted > 0 ? [`${noted} noted`] : [])];
  return [refused > 0 ? `${refused} refused` : "no destructive changes", ...rest].join(", ");
}
