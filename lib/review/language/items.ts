import type { ResourceKind } from "../../cognito/resources";
import type { Path } from "../../model/source";
import type { Difference } from "../change";
import { effective } from "./effective";
import { withoutSecrets } from "./entries";
import { difference, type Side, sideOf } from "./facet";
import type { Sentence } from "./facet-kinds";
import { type Comparison, compareTable, type FacetTable } from "./facet-table";

/** One kind of thing that a subject has several of, or none: resource servers of a pool, scopes of a resource server. */
export interface Items<S, T> {
  readonly of: (subject: S) => readonly T[];
  readonly keyOf: (item: T) => string;
  /** Keys from the subject to an item in the config's grammar. */
  readonly at: (item: T) => Path;
  /** How sentences about a changed item begin: `group admins`. Default without a beginning. */
  readonly nameOf?: (item: T) => string;
  readonly added: (item: T, side: Side<S>) => Sentence;
  readonly removed: (item: T, side: Side<S>) => Sentence;
  readonly table: FacetTable<T>;
  readonly kind?: Pick<ResourceKind, "noun" | "arguments">;
}

/** Compares items by their keys: which are added and removed, and what changes in the others. */
export function compareItems<S, T>({ of, keyOf, at, nameOf, added, removed, table, kind }: Items<S, T>): Comparison<S> {
  return function* (before, after): Iterable<Difference> {
    const [was, is] = [before, after].map(({ subject }) => new Map(of(subject).map((item) => [keyOf(item), item])));
    for (const [key, item] of is as Map<string, T>) {
      const known = was?.get(key);
      if (known === undefined) {
        const now = plain(item, after);
        const verdict = { ...added(now, after), at: at(item), before: null, after: withoutSecrets(now) };
        yield difference(verdict, before, after);
      } else
        for (const each of compareTable(table, sideOf(before, known, at(item)), sideOf(after, item, at(item)), kind))
          yield nameOf ? { ...each, what: `${nameOf(item)}: ${each.what}` } : each;
    }
    for (const [key, item] of was as Map<string, T>)
      if (!is?.has(key)) {
        const old = plain(item, before);
        const verdict = { ...removed(old, before), at: at(item), before: withoutSecrets(old), after: null };
        yield difference(verdict, before, after);
      }
  };
}

function plain<T>(item: T, { pool }: Side<unknown>): T {
  return effective(item, pool.variables) as T;
}
