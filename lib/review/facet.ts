import { inWords } from "../config/duration";
import type { PoolModel } from "../model/model";
import { originOf, type Path, type Source } from "../model/source";
import type { Difference, Origin, Told, Verdict } from "./change";
import { byDefault, effective, isLeftOpen, itemText, same } from "./effective";
import { atLeast, RISKS } from "./risk";
import { durations, listed, shown } from "./wording";

/**
 * One thing that a reviewer may want to know of a subject: how to read it from the model, and what a difference
 * means. Facets are tables; everything that review says of a pool or a client is a row somewhere.
 */
export interface Facet<T> {
  /** Keys from the subject to the value in the config's grammar. */
  readonly at: Path;
  /** What the value is, as in "the lifetime of an access token". */
  readonly noun: string;
  readonly get: (subject: T) => unknown;
  /** The value in a sentence. Default as it is. */
  readonly show?: (value: unknown) => string;
  /** Only then is there something to compare; otherwise another facet tells it. Default always. */
  readonly when?: (before: T, after: T) => boolean;
  /** What a difference between two known values means. */
  readonly tell: (before: never, after: never) => Iterable<Verdict>;
}

/** One side of a comparison. */
export interface Side<T> {
  readonly subject: T;
  readonly source: Source;
  readonly variables: PoolModel["variables"];
}

type Sentence = Pick<Verdict, "risk" | "what" | "why">;

/** Every difference between two sides that some facet sees. */
export function compareFacets<T>(facets: readonly Facet<T>[], before: Side<T>, after: Side<T>): Difference[] {
  const differences: Difference[] = [];
  for (const facet of facets) {
    const rawBefore = facet.get(before.subject);
    const rawAfter = facet.get(after.subject);
    if (Object.is(rawBefore, rawAfter) && typeof rawBefore !== "object") continue;
    const [a, b] = [effective(rawBefore, before.variables), effective(rawAfter, after.variables)];
    if (same(a, b) || facet.when?.(before.subject, after.subject) === false) continue;
    const verdicts =
      isLeftOpen(a) || isLeftOpen(b)
        ? opened(facet, a, b, byDefault(rawBefore, before.variables), byDefault(rawAfter, after.variables))
        : facet.tell(a as never, b as never);
    for (const verdict of verdicts)
      differences.push(difference({ at: facet.at, before: a ?? null, after: b ?? null, ...verdict }, before, after));
  }
  return differences;
}

/** A difference together with where it was written. */
export function difference(told: Told, before: { source: Source }, after: { source: Source }): Difference {
  return { ...told, origin: changedAt(before.source, after.source, told.at) };
}

/** The head's place; the base's where only the base has one, or a nearer one that the head dropped. */
function changedAt(base: Source, head: Source, at: Path): Origin {
  const [was, is] = [originOf(base, at), originOf(head, at)];
  if (was.found && (!is.found || was.path.length > is.path.length))
    return { side: "base", path: was.path, target: "value" };
  return { side: "head", path: is.path, target: is.found ? "value" : "key" };
}

/** That somebody else decides now, or no longer; as bad as what it means when they leave it at the defaults. */
function opened(
  { noun, show = shown, tell }: Pick<Facet<never>, "noun" | "show" | "tell">,
  before: unknown,
  after: unknown,
  ...[was, is]: readonly [unknown, unknown]
): Verdict[] {
  const open: Verdict = {
    risk: "changes",
    what: isLeftOpen(after)
      ? `${noun} left open to ${show(after)}, instead of ${show(before)}`
      : `${noun} fixed to ${show(after)}, instead of left open to ${show(before)}`,
    why: isLeftOpen(after)
      ? "whoever runs the plan decides; limits hold at plan time only"
      : "the plan no longer takes it from a variable",
  };
  if (!isSettled(before) || !isSettled(after) || same(was, is)) return [open];
  const verdicts = [...tell(was as never, is as never)];
  if (verdicts.length === 0 && isLeftOpen(before) && isLeftOpen(after) && before.var === after.var) return [];
  const worse = verdicts.filter(({ risk }) => risk !== open.risk && atLeast(risk, open.risk));
  const risk = RISKS.find((each) => worse.some((verdict) => verdict.risk === each)) ?? open.risk;
  return [worse.length === 0 ? open : { ...open, risk, why: worse.map(({ why }) => why).join("; ") }];
}

/** Whether a value is known, or has a default. */
function isSettled(value: unknown): boolean {
  return !isLeftOpen(value) || value.default !== undefined;
}

/** A length of time in seconds: longer is another matter than shorter. */
export function lifetime<T>(
  at: Path,
  noun: string,
  get: Facet<T>["get"],
  meaning: Record<"longer" | "shorter", (now: string, was: string) => Sentence>,
): Facet<T> {
  return {
    at,
    noun,
    get,
    show: (value) => {
      if (!isLeftOpen(value)) return inWords(value as number);
      return shown({
        var: value.var,
        ...(value.default !== undefined && { default: `${value.default} ${value.unit}` }),
      });
    },
    tell: (before: number, after: number) => {
      const [now, was] = durations(after, before);
      return [{ ...meaning[after > before ? "longer" : "shorter"](now, was), before: was, after: now }];
    },
  };
}

/** A switch. */
export function toggle<T>(
  at: Path,
  noun: string,
  get: Facet<T>["get"],
  meaning: Record<"on" | "off", Sentence>,
): Facet<T> {
  return { at, noun, get, tell: (_: boolean, after: boolean) => [meaning[after ? "on" : "off"]] };
}

/** One of several values from weak to strong. */
export function ladder<T>(
  at: Path,
  noun: string,
  steps: readonly string[],
  get: Facet<T>["get"],
  meaning: Record<"up" | "down", (now: string, was: string) => Sentence>,
): Facet<T> {
  return {
    at,
    noun,
    get,
    tell: (before: string, after: string) => [
      meaning[steps.indexOf(after) > steps.indexOf(before) ? "up" : "down"](shown(after), shown(before)),
    ],
  };
}

/** A number with a direction. */
export function amount<T>(
  at: Path,
  noun: string,
  get: Facet<T>["get"],
  meaning: Record<"more" | "less", (now: number, was: number) => Sentence>,
): Facet<T> {
  return {
    at,
    noun,
    get,
    tell: (before: number, after: number) => [meaning[after > before ? "more" : "less"](after, before)],
  };
}

/** A set: who comes is another matter than who goes. The order of its items says nothing. */
export function members<T>(
  at: Path,
  noun: string,
  get: Facet<T>["get"],
  meaning: Record<"added" | "removed", (items: string, names: readonly string[]) => Sentence>,
): Facet<T> {
  return {
    at,
    noun,
    get,
    tell: (before: readonly unknown[] = [], after: readonly unknown[] = []) => {
      const { added, removed } = setDifference(before.map(itemText), after.map(itemText));
      return [
        ...(added.length > 0
          ? [{ ...meaning.added(listed(added), added), ...(added.length === 1 && itemAt(at, after, added[0])) }]
          : []),
        ...(removed.length > 0 ? [meaning.removed(listed(removed), removed)] : []),
      ];
    },
  };
}

/** Something of which only the fact that it differs matters. */
export function anything<T>(
  at: Path,
  noun: string,
  get: Facet<T>["get"],
  { risk, why }: Pick<Sentence, "risk" | "why">,
): Facet<T> {
  return {
    at,
    noun,
    get,
    tell: (before: unknown, after: unknown) => [{ risk, why, what: replaced(noun, before, after) }],
  };
}

/** `noun: b instead of a`, or that it is new or gone. */
export function replaced(noun: string, before: unknown, after: unknown): string {
  if (absent(before)) return `${noun}: now ${shown(after)}`;
  if (absent(after)) return `${noun}: removed, was ${shown(before)}`;
  return `${noun}: ${shown(after)} instead of ${shown(before)}`;
}

/** What of a set came and what went. */
export function setDifference(before: readonly string[], after: readonly string[]) {
  const [was, is] = [new Set(before), new Set(after)];
  return { added: [...is].filter((item) => !was.has(item)), removed: [...was].filter((item) => !is.has(item)) };
}

/** Points at the one new item of a list. */
function itemAt(at: Path, list: readonly unknown[], item: string | undefined): { at: Path } {
  const index = list.findIndex((each) => itemText(each) === item);
  return { at: index < 0 ? at : [...at, index] };
}

function absent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0);
}
