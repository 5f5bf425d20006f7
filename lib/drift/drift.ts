import type { Plan } from "../gate/plan-file";
import { addressOf } from "../judge/addresses";
import { review } from "../review/review";
import { RISKS } from "../review/risk";
import { inTerraform } from "../rules/language/names";
import { quoted, withQuotes } from "../text/quoted";
import type { Drifted, Folded } from "./drifted";
import { type Models, modelsOf } from "./models";
import { isChanged, observed } from "./objects";
import { type Pending, pendingChanges } from "./pending";
import { restOf } from "./rest";

export interface Drift {
  /** The worst first. */
  readonly drifted: readonly Drifted[];
  /** What the next apply changes though AWS did not change. */
  readonly pending: readonly Pending[];
  readonly folded: readonly Folded[];
  /** How many objects were compared. */
  readonly objects: number;
}

/** What changed in AWS since the last apply, as the refresh of a plan found it. Pure. */
export function driftOf(plan: Plan): Drift {
  const objects = observed(plan);
  const models = modelsOf(plan, objects);
  const described = reviewed(models);
  const changed = objects.filter(isChanged);
  const rest = changed.map((object) => restOf(object, described, models));
  const drifted = [...described, ...rest.flatMap((each) => each.drifted)];
  return {
    drifted: drifted.sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk)),
    pending: pendingChanges(plan, changed),
    folded: rest.flatMap((each) => each.folded),
    objects: objects.length,
  };
}

/** What a review says of the objects that a config can describe. */
function reviewed({ before, after, places }: Models): Drifted[] {
  const words = (sentence: string) => withQuotes(sentence, quoted, inTerraform);
  return review(before, after).changes.map(({ risk, what, why, path, before: was, after: is }) => ({
    risk,
    address: addressOf(path, places),
    what: words(what),
    why: words(why),
    before: was,
    after: is,
  }));
}
