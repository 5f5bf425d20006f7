import type { Diagnostic } from "../diagnostics/diagnostic";
import type { Report } from "../diagnostics/report";
import { count, plain } from "../text/quoted";
import { mergeRepeated, type ReachedClient, type SharedChange } from "./merge-repeated";
import type { Review } from "./review";
import { LEVELS, RISK_MEANINGS, RISKS, type Risk } from "./risk";

/** The address of a page about a client; `undefined` where there is none. */
export type PageOf = (client: ReachedClient) => string | undefined;

/**
 * The report of a review: what one edit does in several stacks is one diagnostic, its risk is the verdict.
 *
 * @param pageOf of the clients that changed. Default none
 */
export function reviewReport({ changes, summary }: Review, pageOf: PageOf = () => undefined): Report {
  const shared = mergeRepeated(changes);
  const compared = `${count(summary.stacks, "stack")} compared`;
  return {
    command: "review",
    diagnostics: shared.map((change) => diagnosticOf(change, pageOf)),
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

function diagnosticOf(
  { risk, what, why, path, before, after, file, line, side, stacks, reached }: SharedChange,
  pageOf: PageOf,
): Diagnostic {
  const pages = reached.flatMap((each) => {
    const url = pageOf(each);
    return url === undefined ? [] : [{ name: `${each.pool}/${each.environment}/${each.client}`, url }];
  });
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
    ...(pages.length > 0 && { pages }),
  };
}

/** `breaks 1, opens 2`: how many of each risk, the worst first. */
export function tally(changes: readonly { readonly risk: Risk }[]): string {
  return RISKS.map((risk) => [changes.filter((each) => each.risk === risk).length, risk] as const)
    .filter(([number]) => number > 0)
    .map(([number, risk]) => `${risk} ${number}`)
    .join(", ");
}
