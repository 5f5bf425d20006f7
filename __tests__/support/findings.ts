import type { LoadedConfig } from "../../lib/config/load";
import { checkConfig } from "../../lib/rules/check";
import { type Finding, findingOf } from "../../lib/rules/finding";

/** What `check` says of a config in its JSON form, with the length of the place that it points at. */
export function findingsIn(loaded: LoadedConfig): (Finding & { readonly length: number | undefined })[] {
  return checkConfig(loaded).map((each) => ({ ...findingOf(each), length: each.length }));
}
