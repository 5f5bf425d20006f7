import type { ResourceKind } from "../../cognito/resources";
import type { CompleteVerdict, Difference } from "../change";
import { compareFacet, difference, type Facet, type Side, sideOf } from "./facet";
import { withFacts } from "./facts";

/** The reason why a review says nothing about an argument. */
export interface Silence {
  readonly silent: string;
}

/** Compares one argument that is more than a value: a list of resources, permissions, triggers. */
export type Comparison<T> = (before: Side<T>, after: Side<T>) => Iterable<Difference>;

type Entry<T> = Facet<T> | Comparison<T> | Silence;

/** What a review says about each argument of a subject. An argument without an entry does not compile. */
export type FacetTable<T> = { readonly [K in keyof T]-?: Entry<T> | readonly Entry<T>[] };

/** The entry of an argument about which a review says nothing, for a reason. */
export function silent(reason: string): Silence {
  return { silent: reason };
}

/** Every difference between two sides, argument by argument; with what is known of the arguments of a kind of resource. */
export function compareTable<T>(
  table: FacetTable<T>,
  before: Side<T>,
  after: Side<T>,
  kind?: Pick<ResourceKind, "noun" | "arguments">,
): Difference[] {
  return Object.entries<Entry<T> | readonly Entry<T>[]>(table).flatMap(([key, entries]) =>
    (isList(entries) ? entries : [entries]).flatMap((entry): Difference[] => {
      if (typeof entry === "function") return [...entry(before, after)];
      if ("silent" in entry) return [];
      const differences = compareFacet(entry, before, after);
      const facts = kind?.arguments[key];
      if (kind === undefined || facts === undefined || differences.length === 0) return differences;
      const [was, is] = [before, after].map(({ subject }) => (subject as Record<string, unknown>)[key]);
      return differences.map((each) => withFacts(each, kind.noun, facts, was, is));
    }),
  );
}

function isList<T>(entries: Entry<T> | readonly Entry<T>[]): entries is readonly Entry<T>[] {
  return Array.isArray(entries);
}

/** Compares the parts of an argument by a table of their own, where both sides have it. */
export function within<T, K extends keyof T & string>(key: K, table: FacetTable<NonNullable<T[K]>>): Comparison<T> {
  return (before, after) => {
    const [was, is] = [before.subject[key], after.subject[key]];
    return was && is ? compareTable(table, sideOf(before, was, [key]), sideOf(after, is, [key])) : [];
  };
}

/** A comparison made of verdicts about the subjects alone. */
export function comparing<T>(verdicts: (before: Side<T>, after: Side<T>) => Iterable<CompleteVerdict>): Comparison<T> {
  return (before, after) => [...verdicts(before, after)].map((verdict) => difference(verdict, before, after));
}
