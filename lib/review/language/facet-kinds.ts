import { inWords } from "../../config/duration";
import { same } from "../../model/same";
import type { Path } from "../../model/source";
import { count, listed, quoted } from "../../text/quoted";
import type { Verdict } from "../change";
import { itemText, VariableReference } from "./effective";
import type { Facet } from "./facet";
import { durations, shown } from "./wording";

export type Sentence = Pick<Verdict, "risk" | "what" | "why">;

/** A length of time in seconds. */
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
      if (!(value instanceof VariableReference)) return inWords(value as number);
      const { default: preset, unit = "seconds" } = value;
      const words = typeof preset === "number" ? count(preset, unit.slice(0, -1)) : preset;
      return shown(new VariableReference(value.var, words));
    },
    describe: (before: number, after: number) => {
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
  return { at, noun, get, describe: (_: boolean, after: boolean) => [meaning[after ? "on" : "off"]] };
}

/** One of several values, from the weakest to the strongest. */
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
    describe: (before: string, after: string) => [
      meaning[steps.indexOf(after) > steps.indexOf(before) ? "up" : "down"](shown(after), shown(before)),
    ],
  };
}

/** A number whose direction matters. */
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
    describe: (before: number, after: number) => [meaning[after > before ? "more" : "less"](after, before)],
  };
}

/** A set: an added item means something else than a removed one. The order of its items is ignored. */
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
    describe: (before: readonly unknown[] = [], after: readonly unknown[] = []) => {
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

/** A value of which only the fact that it differs matters. */
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
    describe: (before: unknown, after: unknown) => [{ risk, why, what: replaced(noun, before, after) }],
  };
}

/** `noun: b instead of a`, or that it is new or removed; of a block, the same for each part that differs. */
export function replaced(noun: string, before: unknown, after: unknown): string {
  if (absent(before)) return `${noun}: now ${shown(after)}`;
  if (absent(after)) return `${noun}: removed, was ${shown(before)}`;
  if (!isBlock(before) || !isBlock(after)) return `${noun}: ${shown(after)} instead of ${shown(before)}`;
  const parts = Object.keys({ ...before, ...after }).filter((key) => !same(before[key], after[key]));
  return `${noun}: ${parts.map((key) => replaced(quoted(key), before[key], after[key])).join("; ")}`;
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof VariableReference);
}

/** The items that a set gained and lost. */
export function setDifference(before: readonly string[], after: readonly string[]) {
  const [was, is] = [new Set(before), new Set(after)];
  return { added: [...is].filter((item) => !was.has(item)), removed: [...was].filter((item) => !is.has(item)) };
}

/** Reads one argument. */
export function get<T, K extends keyof T>(key: K): (subject: T) => T[K] {
  return (subject) => subject[key];
}

/** The place of the one new item of a list. */
function itemAt(at: Path, list: readonly unknown[], item: string | undefined): { at: Path } {
  const index = list.findIndex((each) => itemText(each) === item);
  return { at: index < 0 ? at : [...at, index] };
}

function absent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0);
}
