import { quoted } from "../text/quoted";
import type { Verdict } from "./change";
import type { Facet } from "./language/facet";
import { shown } from "./language/wording";

/** Which findings are acknowledged, and why. */
export function acknowledgements<T extends { readonly acknowledge: Readonly<Record<string, string>> }>(): Facet<T> {
  return {
    at: ["acknowledge"],
    noun: "acknowledged findings",
    get: ({ acknowledge }) => acknowledge,
    *describe(before: Record<string, string>, after: Record<string, string>): Iterable<Verdict> {
      for (const rule of Object.keys({ ...before, ...after })) {
        if (before[rule] === after[rule]) continue;
        yield { risk: "notes", at: ["acknowledge", rule], ...acknowledgement(rule, before[rule], after[rule]) };
      }
    },
  };
}

function acknowledgement(
  rule: string,
  before: string | undefined,
  after: string | undefined,
): Pick<Verdict, "what" | "why"> {
  if (after === undefined) return { what: `${quoted(rule)} is no longer acknowledged`, why: "check reports it again" };
  return {
    what: `${quoted(rule)} is acknowledged${before === undefined ? "" : " for another reason"}: ${shown(after)}`,
    why: "check no longer counts it; judge the reason",
  };
}
