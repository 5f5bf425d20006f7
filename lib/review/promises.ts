import type { PoolModel } from "../model/model";
import type { PromiseModel } from "../model/promise";
import { quoted } from "../text/quoted";
import type { Difference } from "./change";

/**
 * What promises of the config were added, changed and removed. What means the same, in whatever words, is the same.
 * Of two limits of a lifetime one is tighter; whether any other sentence promises less is not judged, so that one which is
 * changed is as bad as one that is removed.
 */
export function comparePromises({ promises: before }: PoolModel, { promises: after }: PoolModel): Difference[] {
  const removed = before.filter((each) => !after.some((other) => meaning(other) === meaning(each)));
  const added = after.filter((each) => !before.some((other) => meaning(other) === meaning(each)));
  const changed = removed.flatMap((was) => {
    const is = added.find(({ index }) => index === was.index);
    return is === undefined ? [] : [{ was, is }];
  });
  return [
    ...changed.map(({ was, is }) => {
      const what = `promise: ${quoted(is.text)} instead of ${quoted(was.text)}`;
      return isTighter(was, is) ? row(is, was, is, "notes", what, REFUSED) : row(is, was, is, "opens", what, NO_LONGER);
    }),
    ...removed
      .filter((each) => !changed.some(({ was }) => was === each))
      .map((was) => row(was, was, undefined, "opens", `promise removed: ${quoted(was.text)}`, NO_LONGER)),
    ...added
      .filter((each) => !changed.some(({ is }) => is === each))
      .map((is) => row(is, undefined, is, "notes", `promise: ${quoted(is.text)}`, REFUSED)),
  ];
}

/** The same limit of a lifetime, of which less passes. */
function isTighter(was: PromiseModel, is: PromiseModel): boolean {
  const [before, after] = [was.predicate, is.predicate];
  if (before.verb !== "lifetime" || after.verb !== "lifetime" || is.quantifier === "every") return false;
  const isSame = meaning({ ...is, predicate: { ...after, seconds: before.seconds } }) === meaning(was);
  return isSame && (after.than === "over") === after.seconds < before.seconds;
}

const REFUSED = "check and plan refuse what breaks it";
const NO_LONGER = "what was promised before need no longer be so";

function meaning({ quantifier, subject, predicate }: PromiseModel): string {
  return JSON.stringify({ quantifier, subject, predicate });
}

function row(
  { index }: PromiseModel,
  was: PromiseModel | undefined,
  is: PromiseModel | undefined,
  risk: Difference["risk"],
  what: string,
  why: string,
): Difference {
  const at = ["promises", index];
  const side = is === undefined ? "base" : "head";
  return {
    risk,
    what,
    why,
    at,
    before: was?.text ?? null,
    after: is?.text ?? null,
    origin: { side, path: at, target: "value" },
  };
}
