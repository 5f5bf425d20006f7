import type { ClientModel, PoolModel } from "../model/model";
import { difference, sideOf } from "./language/facet";
import { type Comparison, compareTable, type FacetTable } from "./language/facet-table";

/** What a pool and a client can each have under a key, the client's in place of the pool's. */
type Shared = "threatProtection" | "uiCustomization";
type SettingsOf<K extends Shared> = NonNullable<PoolModel[K]>;

/** What a review says about the settings of a pool; none at all are compared as settings that say nothing. */
export function settingsOfPool<K extends Shared>(key: K, table: FacetTable<SettingsOf<K>>): Comparison<PoolModel> {
  return (before, after) => {
    const [was, is] = [before, after].map(({ subject }) => (subject[key] ?? {}) as SettingsOf<K>);
    return compareTable(table, sideOf(before, was as SettingsOf<K>, [key]), sideOf(after, is as SettingsOf<K>, [key]));
  };
}

/** What a review says about the settings of a client: its own, or else those of its pool. */
export function settingsOfClient<K extends Shared>(key: K, table: FacetTable<SettingsOf<K>>): Comparison<ClientModel> {
  return function* (before, after) {
    const [was, is] = [before.subject[key], after.subject[key]];
    if (was === undefined && is === undefined) return;
    if (was === undefined || is === undefined)
      yield difference(
        {
          risk: "changes",
          what: is ? `${key} of its own replaces that of the pool entirely` : `${key} is that of the pool`,
          why: is
            ? "what it leaves out has AWS's default, not the pool's setting"
            : "the client has none of its own any more",
          at: [key],
          before: was !== undefined,
          after: is !== undefined,
        },
        before,
        after,
      );
    yield* compareTable(
      table,
      sideOf(before, (was ?? before.pool[key] ?? {}) as SettingsOf<K>, [key]),
      sideOf(after, (is ?? after.pool[key] ?? {}) as SettingsOf<K>, [key]),
    );
  };
}
