import type { Diagnostic } from "../diagnostics/diagnostic";
import type { Report } from "../diagnostics/report";
import { tally } from "../review/report";
import { LEVELS, RISK_MEANINGS, RISKS, type Risk } from "../review/risk";
import { count, listed, plain } from "../text/quoted";
import type { Drift } from "./drift";

const FIX = "apply to undo it, or write it into the config";

const OTHERS = {
  "not-applied": "the next apply changes it, and AWS has not changed since the last one",
  "same-meaning": "arguments that the plan shows as changed mean the same to AWS",
} as const;

/** The report on what changed in AWS: the worst first, then what is not applied, then what means the same. */
export function driftReport({ drifted, pending, folded, objects }: Drift): Report {
  const counts = Object.fromEntries(
    RISKS.map((risk) => [risk, drifted.filter((each) => each.risk === risk).length]),
  ) as Record<Risk, number>;
  const summary = { ...counts, notApplied: pending.length, sameMeaning: folded.length, objects };
  return {
    command: "drift",
    diagnostics: [
      ...drifted.map(
        ({ risk, address, what, why, before, after }): Diagnostic => ({
          ...note(risk, address, what),
          level: LEVELS[risk],
          why,
          fix: FIX,
          ...((before !== null || after !== null) && { change: { before, after } }),
        }),
      ),
      ...pending.map(({ address, what }) => note("not-applied", address, what)),
      ...folded.map(({ address, arguments: names }) =>
        note("same-meaning", address, `${listed(names)} differ${names.length === 1 ? "s" : ""} in form alone`),
      ),
    ],
    conclusion: [
      drifted.length > 0 ? tally(drifted) : `no drift (${count(objects, "object")} compared)`,
      ...(pending.length > 0 ? [`${pending.length} not applied`] : []),
    ].join(", "),
    json: {
      drift: drifted.map((each) => ({ ...each, what: plain(each.what), why: plain(each.why) })),
      notApplied: pending.map(({ address, what }) => ({ address, what: plain(what) })),
      sameMeaning: folded,
      summary,
    },
    describe: (code) =>
      code in OTHERS
        ? { title: OTHERS[code as keyof typeof OTHERS], level: "note" }
        : { title: RISK_MEANINGS[code as Risk], level: LEVELS[code as Risk] },
    legend: { ...RISK_MEANINGS, ...OTHERS },
  };
}

function note(code: string, path: string, message: string): Diagnostic {
  return { code, verdict: code, level: "note", path, message, stacks: [] };
}
