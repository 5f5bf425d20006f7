import type { PoolModel } from "../../model/model";
import { same } from "../../model/same";
import { originOf, type Path, type Source } from "../../model/source";
import type { CompleteVerdict, Difference, Origin, Verdict } from "../change";
import { atLeast, RISKS } from "../risk";
import { byDefault, effective, VariableReference } from "./effective";
import { shown } from "./wording";

/** One property of a subject that a review compares: how to read it from the model, and what a difference means. */
export interface Facet<T> {
  /** Keys from the subject to the value in the config's grammar. */
  readonly at: Path;
  /** What the value is: `access token lifetime`. */
  readonly noun: string;
  readonly get: (subject: T) => unknown;
  /** How a sentence shows the value. Default as it is. */
  readonly show?: (value: unknown) => string;
  /** Whether the facet applies to these two subjects. Default always. */
  readonly when?: (before: T, after: T) => boolean;
  /** What a difference between two known values means. */
  readonly describe: (before: never, after: never) => Iterable<Verdict>;
}

/** One side of a comparison. */
export interface Side<T> {
  readonly subject: T;
  readonly source: Source;
  /** Keys from the source's root to the subject. Default none. */
  readonly at?: Path;
  /** The pool that the subject belongs to. */
  readonly pool: PoolModel;
}

/** The same side with another subject of the same pool. */
export function sideOf<T>(side: Side<unknown>, subject: T, at: Path = []): Side<T> {
  return { ...side, subject, at: [...(side.at ?? []), ...at] };
}

/** Every difference that one facet sees between two sides. */
export function compareFacet<T>(facet: Facet<T>, before: Side<T>, after: Side<T>): Difference[] {
  const rawBefore = facet.get(before.subject);
  const rawAfter = facet.get(after.subject);
  if (Object.is(rawBefore, rawAfter) && typeof rawBefore !== "object") return [];
  const [from, to] = [before.pool.variables, after.pool.variables];
  if (same(rawBefore, rawAfter) && same(from, to)) return [];
  const [a, b] = [effective(rawBefore, from), effective(rawAfter, to)];
  if (same(a, b) || facet.when?.(before.subject, after.subject) === false) return [];
  const verdicts =
    a instanceof VariableReference || b instanceof VariableReference
      ? describeOpen(facet, a, b, byDefault(rawBefore, from), byDefault(rawAfter, to))
      : facet.describe(a as never, b as never);
  return [...verdicts].map((verdict) =>
    difference({ at: facet.at, before: a ?? null, after: b ?? null, ...verdict }, before, after),
  );
}

/** A difference together with where it was written. */
export function difference(
  verdict: CompleteVerdict,
  before: Pick<Side<unknown>, "source" | "at">,
  after: Pick<Side<unknown>, "source" | "at">,
): Difference {
  return { ...verdict, origin: changedAt(before, after, verdict.at) };
}

type Place = Pick<Side<unknown>, "source" | "at">;

/** The head's place; the base's where only the base has one, or a nearer one that the head dropped. */
function changedAt(base: Place, head: Place, at: Path): Origin {
  const [was, is] = [base, head].map((side) => originOf(side.source, [...(side.at ?? []), ...at])) as [
    ReturnType<typeof originOf>,
    ReturnType<typeof originOf>,
  ];
  if (was.found && (!is.found || was.path.length > is.path.length))
    return { side: "base", path: was.path, target: "value" };
  return { side: "head", path: is.path, target: is.found ? "value" : "key" };
}

/** A value that is a variable reference, or was one: as bad as the same change of the variable's default. */
function describeOpen(
  { noun, show = shown, describe }: Pick<Facet<never>, "noun" | "show" | "describe">,
  before: unknown,
  after: unknown,
  ...[was, is]: readonly [unknown, unknown]
): Verdict[] {
  const open: Verdict = {
    risk: "changes",
    what: `${noun}: ${show(after)} instead of ${show(before)}`,
    why:
      after instanceof VariableReference
        ? "whoever runs the plan sets the value; limits are checked at plan time only"
        : "the plan no longer takes the value from a variable",
  };
  if (!isSettled(before) || !isSettled(after) || same(was, is)) return [open];
  const verdicts = [...describe(was as never, is as never)];
  if (
    verdicts.length === 0 &&
    before instanceof VariableReference &&
    after instanceof VariableReference &&
    before.var === after.var
  )
    return [];
  const worse = verdicts.filter(({ risk }) => risk !== open.risk && atLeast(risk, open.risk));
  const risk = RISKS.find((each) => worse.some((verdict) => verdict.risk === each)) ?? open.risk;
  return [worse.length === 0 ? open : { ...open, risk, why: worse.map(({ why }) => why).join("; ") }];
}

/** Whether a value is known, or has a default. */
function isSettled(value: unknown): boolean {
  return !(value instanceof VariableReference) || value.default !== undefined;
}
