import { printable } from "./printable";

/** Marks around text that a user could have written; each form of output shows it in its own safe way. */
const OPEN = "\ue000";
const CLOSE = "\ue001";
const QUOTED = /\ue000([^\ue001]*)\ue001/;

/** How many items of a list a sentence names. */
const MAX_ITEMS = 5;
/** How much of one text a sentence shows by default. */
const MAX_LENGTH = 160;

/** Marks text of a user within a sentence, with only printable characters and no longer than a line. */
export function quoted(text: string, max: number = MAX_LENGTH): string {
  return `${OPEN}${shortened(printable(text), max)}${CLOSE}`;
}

/** Text of at most so many UTF-16 code units, with `…` for what is cut off. */
export function shortened(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max).replace(/[\ud800-\udbff]$/, "")}…` : text;
}

/** A sentence with each marked text written by `show`, and the words around it by `own`. */
export function withQuotes(sentence: string, show: (text: string) => string, own = (words: string) => words): string {
  if (!sentence.includes(OPEN)) return own(sentence);
  return sentence
    .split(QUOTED)
    .map((part, index) => (index % 2 === 1 ? show(part) : own(part)))
    .join("");
}

/** A sentence as plain text, without marks. */
export function plain(sentence: string): string {
  return withQuotes(sentence, (text) => text);
}

/** `a`, `a and b`, `a, b and c`; of many the first few and how many more. Each item is marked as text of a user. */
export function listed(items: readonly string[], max: number = MAX_ITEMS): string {
  if (items.length > max)
    return `${items
      .slice(0, max)
      .map((item) => quoted(item))
      .join(", ")} and ${items.length - max} more`;
  if (items.length < 2) return items.map((item) => quoted(item)).join("");
  return `${items
    .slice(0, -1)
    .map((item) => quoted(item))
    .join(", ")} and ${quoted(items.at(-1) as string)}`;
}

/** `1 client`, `2 clients`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
