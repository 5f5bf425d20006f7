import type { Argument } from "../../cognito/argument";

/** The model of an object in which each field that is unset holds what AWS acts on. */
export function withUnset<T extends { readonly unset: readonly string[] }>(
  model: T,
  facts: Readonly<Record<string, Argument>>,
): T {
  if (model.unset.length === 0) return model;
  const entries = model.unset.map((field) => [field, facts[field]?.unset?.means]);
  return { ...model, ...Object.fromEntries(entries) };
}
