import type { Path, Source } from "../model/source";

/** One fact that an answer rests on. */
export interface Fact {
  /** Lower case, no full stop. */
  readonly says: string;
  /** Where the config says it; absent where Cognito does. */
  readonly origin?: { readonly source: Source; readonly at: Path };
}

/** An answer with the facts that lead to it; `undefined` where a variable that is left open decides. */
export interface Answer {
  readonly is: boolean | undefined;
  readonly because: readonly Fact[];
}

export function yes(...because: readonly Fact[]): Answer {
  return { is: true, because };
}

export function no(...because: readonly Fact[]): Answer {
  return { is: false, because };
}

/** A fact about a value of the config. */
export function fact(says: string, source: Source, ...at: Path): Fact {
  return { says, origin: { source, at } };
}

/** A fact about Cognito. */
export function ofCognito(says: string): Fact {
  return { says };
}

/** Yes if each is: the facts of all; otherwise the facts of those that are not. */
export function every(...answers: readonly Answer[]): Answer {
  const against = answers.filter(({ is }) => is === false);
  if (against.length > 0) return { is: false, because: against.flatMap(({ because }) => because) };
  const open = answers.filter(({ is }) => is === undefined);
  if (open.length > 0) return { is: undefined, because: open.flatMap(({ because }) => because) };
  return { is: true, because: answers.flatMap(({ because }) => because) };
}

/** Yes if one is: the facts of those that are; otherwise the facts of all. */
export function some(...answers: readonly Answer[]): Answer {
  const found = answers.filter(({ is }) => is === true);
  if (found.length > 0) return { is: true, because: found.flatMap(({ because }) => because) };
  const open = answers.filter(({ is }) => is === undefined);
  if (open.length > 0) return { is: undefined, because: open.flatMap(({ because }) => because) };
  return { is: false, because: answers.flatMap(({ because }) => because) };
}
