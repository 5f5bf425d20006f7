import type { Diagnostic, Level } from "../diagnostics/diagnostic";
import type { Report } from "../diagnostics/report";
import { count, plain } from "../text/quoted";
import { mergeRepeated, type SharedChange } from "./merge-repeated";
import type { Review } from "./review";
import { RISK_MEANINGS, RISKS, type Risk } from "./risk";

const LEVELS: Readonly<Record<Risk, Level>> = {
  breaks: "error",
  opens: "warning",
  costs: "warning",
  changes: "note",
  notes: "note",
};

/** The report of a review: what one edit does in several stacks is one diagnostic, its risk is the verdict. */
export function reviewReport({ changes, summary }: Review): Report {
  const shared = mergeRepeated(changes);
  const compared = `${count(summary.stacks, "stack")} compared`;
  return {
    command: "review",
    diagnostics: shared.map(diagnosticOf),
    ...(shared.length > 0
      ? { conclusion: tally(shared) }
      : {
          conclusion: `nothing changes in meaning (${compared})`,
          explanation:
            "Whatever the diff shows — order, units, comments, where a value is written — every argument that AWS gets stays the same.",
        }),
    json: {
      changes: changes.map((change) => ({ ...change, what: plain(change.what), why: plain(change.why) })),
      summary,
    },
    describe: (code) => ({ title: RISK_MEANINGS[code as Risk], level: LEVELS[code as Risk] }),
    legend: RISK_MEANINGS,
  };
}

function diagnosticOf({ risk, what, why, path, before, after, file, line, side, stacks }: SharedChange): Diagnostic {
  return {
    code: risk,
    level: LEVELS[risk],
    verdict: risk,
    path,
    file,
    ...(line !== undefined && { line }),
    ...(side === "base" && { isBefore: true }),
    message: what,
    why,
    stacks,
    change: { before, after },
  };
}

/** `breaks 1, opens 2`: how many of each risk, the worst first. */
function tally(changes: readonly { readonly risk: Risk }[]): string {
  return RISKS.map((risk) => [changes.filter((each) => each.risk === risk).length, risk] as const)
    .filter(([number]) => number > 0)
    .map(([number, risk]) => `${risk} ${number}`)
    .join(", ");
}
