import { type Part, RESERVED, SENTENCE, SLOTS, type Slot } from "./grammar";

/** A word of a sentence, with its characters: `[start, end)`. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words that a sentence has for each name of the grammar. */
export type Captures = Readonly<Record<string, readonly string[]>>;

/** How far a sentence can be read, and what could follow there. */
export interface Failure {
  /** `undefined` at the end of the sentence. */
  readonly word?: Word;
  /** After these words. */
  readonly after?: Word;
  readonly words: readonly string[];
  readonly slots: readonly Slot[];
  /** Whether the sentence could end there. */
  readonly end: boolean;
}

/** Whether a name that fills a slot exists. */
export type Exists = (slot: Slot, name: string) => boolean;

/** The words of a sentence. Commas are words; a full stop at the end is none. */
export function wordsIn(text: string): Word[] {
  const body = text.replace(/\s*\.?\s*$/, "");
  return [...body.matchAll(/,|[^\s,]+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** Reads a sentence by the grammar: what it has for each name, or else where it cannot be read on. */
export function match(words: readonly Word[], exists: Exists): Captures | Failure {
  const matcher = new Matcher(words, exists);
  for (const { at, captures } of matcher.all(SENTENCE, { at: 0, captures: {} })) {
    if (at === words.length) return captures;
    matcher.expect(at, { end: true });
  }
  return matcher.failure();
}

export function isFailure(read: Captures | Failure): read is Failure {
  return "slots" in read;
}

interface State {
  readonly at: number;
  readonly captures: Captures;
}

class Matcher {
  #furthest = 0;
  #words = new Set<string>();
  #slots = new Set<Slot>();
  #end = false;

  constructor(
    readonly words: readonly Word[],
    readonly exists: Exists,
  ) {}

  /** Every way to read the parts from there on. */
  *all([part, ...rest]: readonly Part[], state: State): Iterable<State> {
    if (part === undefined) return yield state;
    for (const next of this.#one(part, state)) yield* this.all(rest, next);
  }

  expect(at: number, what: { readonly words?: readonly string[]; readonly slot?: Slot; readonly end?: boolean }): void {
    if (at < this.#furthest) return;
    if (at > this.#furthest) {
      this.#furthest = at;
      this.#words.clear();
      this.#slots.clear();
      this.#end = false;
    }
    for (const each of what.words ?? []) this.#words.add(each);
    if (what.slot) this.#slots.add(what.slot);
    this.#end ||= what.end ?? false;
  }

  failure(): Failure {
    const word = this.words[this.#furthest];
    const after = this.words[this.#furthest - 1];
    return {
      ...(word && { word }),
      ...(after && { after }),
      words: [...this.#words],
      slots: [...this.#slots],
      end: this.#end,
    };
  }

  *#one(part: Part, state: State): Iterable<State> {
    if ("either" in part) for (const each of part.either) yield* this.all(each, state);
    else if ("repeated" in part) yield* this.#repeated(part.repeated, state);
    else yield* this.#word(part, state);
  }

  *#repeated(parts: readonly Part[], state: State): Iterable<State> {
    for (const next of this.all(parts, state)) yield* this.#repeated(parts, next);
    yield state;
  }

  *#word(part: Extract<Part, { words: unknown } | { slot: unknown }>, { at, captures }: State): Iterable<State> {
    const text = this.words[at]?.text;
    const isWord = "words" in part;
    const found =
      text !== undefined && (isWord ? part.words.includes(text.toLowerCase()) : this.#fills(part.slot, text));
    if (!found) return this.expect(at, isWord ? { words: part.words } : { slot: part.slot });
    const { as } = part;
    const given = isWord ? text.toLowerCase() : text;
    yield {
      at: at + 1,
      captures: as === undefined ? captures : { ...captures, [as]: [...(captures[as] ?? []), given] },
    };
  }

  #fills(slot: Slot, text: string): boolean {
    const { form } = SLOTS[slot];
    if ((slot === "client" || slot === "part") && RESERVED.has(text.toLowerCase())) return false;
    return (form instanceof RegExp ? form.test(text) : form.includes(text)) && this.exists(slot, text);
  }
}
