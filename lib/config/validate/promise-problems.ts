import type { PromiseModel } from "../../model/promise";
import type { Problem } from "../problem";
import { MAX_LENGTH, RESERVED, SLOTS } from "../promises/grammar";
import { type KnownNames, knownNames } from "../promises/known-names";
import type { Failure } from "../promises/match";
import { isPromise, readPromise } from "../promises/read";
import { nearest } from "./nearest";
import { ownValue } from "./schema-at";

/** What keeps the promises of a config from being read: words out of the grammar, and names of nothing. */
export function promiseProblems(config: unknown): Problem[] {
  const sentences = ownValue(config, "promises");
  if (!Array.isArray(sentences) || sentences.length === 0) return [];
  const known = knownNames(config);
  return sentences.flatMap((sentence, index): Problem[] => {
    if (typeof sentence !== "string" || sentence.length > MAX_LENGTH) return [];
    const read = readPromise(sentence, index, (slot, name) => known[slot]?.includes(name) ?? true);
    const wrong = isPromise(read) ? ambiguity(read, known) : unreadable(read, known);
    return wrong === undefined ? [] : [{ rule: "PRM-02", path: ["promises", index], target: "value", ...wrong }];
  });
}

type Wrong = Pick<Problem, "message" | "fix" | "within">;

function unreadable({ word, after, words, slots, end }: Failure, known: KnownNames): Wrong {
  const names = slots.flatMap((slot) => known[slot] ?? listOf(SLOTS[slot].form));
  if (word && names.includes(word.text) && RESERVED.has(word.text.toLowerCase()))
    return {
      message: `${JSON.stringify(word.text)} is a word of the language of promises, so a sentence cannot name what has this key`,
      fix: "name it otherwise, as by of platform, of pool or of environment, or give it another key",
      within: [word.start, word.end],
    };
  const near = word && nearest(word.text, [...new Set([...words, ...names])]);
  const expected = listed([...words, ...slots.map((slot) => SLOTS[slot].words), ...(end ? ["the end"] : [])]);
  const where = word
    ? `the promise cannot be read at ${JSON.stringify(word.text)}, character ${word.start + 1}`
    : after
      ? `the promise cannot be read at the end, after ${JSON.stringify(after.text)}`
      : "the promise is empty";
  return {
    message: `${where}: expected ${expected}${near ? `; did you mean ${near}?` : ""}`,
    fix: near ? `write ${near}` : `continue with ${expected}`,
    ...(word && { within: [word.start, word.end] }),
  };
}

/** The bare name of a pool that is an environment's as well. */
function ambiguity({ subject }: PromiseModel, { pool = [], environment = [] }: KnownNames): Wrong | undefined {
  const both = subject.within.find(
    ({ kind, name }) => kind === "either" && pool.includes(name) && environment.includes(name),
  );
  if (both === undefined) return undefined;
  const { name } = both;
  return {
    message: `${name} is a pool and an environment`,
    fix: `write of pool ${name}, or of environment ${name}`,
  };
}

function listOf(form: RegExp | readonly string[]): readonly string[] {
  return form instanceof RegExp ? [] : form;
}

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}`;
}
