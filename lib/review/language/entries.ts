import { same } from "../../model/same";
import type { Path } from "../../model/source";
import type { CompleteVerdict } from "../change";

import type { Sentence } from "./facet-kinds";

/** A verdict for each entry of a map that differs. */
export function* entries(
  before: object,
  after: object,
  at: Path,
  sentence: (key: string, was: unknown, is: unknown) => Sentence,
): Iterable<CompleteVerdict> {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  for (const key of Object.keys({ ...was, ...is }))
    if (!same(was[key], is[key]))
      yield {
        ...sentence(key, was[key] ?? null, is[key] ?? null),
        at: [...at, key],
        before: hidden(key, was[key]),
        after: hidden(key, is[key]),
      };
}

/** Keys whose values no review may show. */
export const SECRET = /secret|private_key|password/i;

/** A value as data for the report: a secret is hidden. */
export function hidden(key: string, value: unknown): unknown {
  return value === undefined ? null : SECRET.test(key) ? "(hidden)" : value;
}

/** An item as data for the report, with every secret in it hidden. */
export function withoutSecrets(item: unknown): unknown {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, SECRET.test(key) ? hidden(key, value) : withoutSecrets(value)]),
  );
}
