import type { Unreadable } from "./problem";

/** What git writes into a file where two branches changed the same lines: where it begins, and that it ends. */
const CONFLICT = /^<{7} .*$(?=[\s\S]*^>{7} )/m;

/** The first merge conflict that a text still has; absent where it has none. */
export function mergeConflictIn(text: string): Required<Unreadable> | undefined {
  const found = CONFLICT.exec(text);
  if (found === null) return undefined;
  return {
    rule: "CFG-02",
    message: "a merge conflict begins here",
    fix: "resolve it: keep what both sides mean, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>",
    range: [found.index, found.index + found[0].trimEnd().length],
  };
}
