import type { Review } from "./review";
import { plain } from "./wording";

/** For programs: every change of every pool and environment, as the contract has it. */
export function jsonReview({ changes, summary }: Review): string {
  const rows = changes.map((change) => ({ ...change, what: plain(change.what), why: plain(change.why) }));
  return `${JSON.stringify({ changes: rows, summary }, null, 2)}\n`;
}
