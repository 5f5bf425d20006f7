import type { Path } from "../model/source";
import type { Told } from "./change";
import { same } from "./effective";

export type Sentence = Pick<Told, "risk" | "what" | "why">;

/** What is told of each entry of a map that differs. */
export function* entries(
  before: object,
  after: object,
  at: Path,
  sentence: (key: string, was: unknown, is: unknown) => Sentence,
): Iterable<Told> {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  for (const key of Object.keys({ ...was, ...is }))
    if (!same(was[key], is[key])) {
      const told = sentence(key, was[key] ?? null, is[key] ?? null);
      yield { ...told, at: [...at, key], before: hidden(key, was[key]), after: hidden(key, is[key]) };
    }
}

/** What is told of one key that differs. */
export function one<T extends object>(at: Path, key: string, before: T, after: T, sentence: Sentence): Told {
  const of = (item: T) => (item as Record<string, unknown>)[key] ?? null;
  return { ...sentence, at: [...at, key], before: of(before), after: of(after) };
}

/** Keys whose values no review may show. */
export const SECRET = /secret|private_key|password/i;

export function hidden(key: string, value: unknown): unknown {
  return value === undefined ? null : SECRET.test(key) ? "(hidden)" : value;
}
