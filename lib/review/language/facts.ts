import type { Argument } from "../../cognito/argument";
import type { Path } from "../../model/source";
import type { Difference } from "../change";

/** What is said of a value that was removed from the config. */
export const RETAINED = "the old value stays in AWS, since the AWS provider retains it";

type Facts = Argument & { readonly arguments?: Readonly<Record<string, Facts>> };

/** A difference of one argument, with what is known of the argument: a permanent one breaks, a retained one stays in AWS. */
export function withFacts<D extends Pick<Difference, "risk" | "why" | "at">>(
  difference: D,
  noun: string,
  facts: Facts,
  before: unknown,
  after: unknown,
): D {
  if (facts.permanent === "replaced")
    return { ...difference, risk: "breaks", why: `${replacement(noun, facts)}; ${difference.why}` };
  if (isRetained(facts, before, after, difference.at.slice(1)))
    return { ...difference, why: difference.risk === "notes" ? RETAINED : `${RETAINED}; ${difference.why}` };
  return difference;
}

function replacement(noun: string, { inPlaceFrom }: Facts): string {
  return inPlaceFrom === undefined
    ? `permanent: Terraform replaces the ${noun}`
    : `an AWS provider before ${inPlaceFrom} replaces the ${noun}, a later one updates it in place`;
}

/** Whether the value, or the part of a block at a path, or else any part of it, was removed and stays in AWS. */
export function isRetained(facts: Facts, before: unknown, after: unknown, at: Path): boolean {
  if (before === undefined) return false;
  if (after === undefined) return facts.retained === true;
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return Object.entries(facts.arguments ?? {}).some(
    ([key, part]) => (at.length === 0 || at[0] === key) && isRetained(part, was[key], is[key], at.slice(1)),
  );
}
