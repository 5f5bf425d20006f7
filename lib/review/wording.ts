import { inWords, SECONDS, type TimeUnit } from "../config/duration";
import { isLeftOpen, itemText } from "./effective";

/** Marks around text that a user could have written; each form of output shows it in its own safe way. */
const OPEN = "\ue000";
const CLOSE = "\ue001";
const QUOTED = /\ue000([^\ue001]*)\ue001/;

/** Characters that no output may pass on: control, format (bidirectional, zero width), private, separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** How many items of a list a sentence names. */
const MAX_ITEMS = 5;
/** How much of one text a sentence shows. */
const MAX_LENGTH = 160;

/** Marks text of a user within a sentence, with nothing unseen in it and no longer than a line. */
export function quoted(text: string): string {
  const seen = visible(text);
  return `${OPEN}${shortened(seen, MAX_LENGTH)}${CLOSE}`;
}

/** Text of at most so many UTF-16 code units, with `…` for what is cut off. */
export function shortened(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max).replace(/[\ud800-\udbff]$/, "")}…` : text;
}

/** A sentence with each marked text written by `show`, and the words around it by `own`. */
export function withQuotes(sentence: string, show: (text: string) => string, own = (words: string) => words): string {
  return sentence
    .split(QUOTED)
    .map((part, index) => (index % 2 === 1 ? show(part) : own(part)))
    .join("");
}

/** A sentence as plain text. */
export function plain(sentence: string): string {
  return withQuotes(sentence, (text) => text);
}

/** Text with every unseen character written as an escape. */
export function visible(text: string): string {
  return text.replace(UNSEEN, escaped);
}

/** A character as an escape: `\u000a`. */
export function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, "0")}`;
}

/** `a`, `a and b`, `a, b and c`; of many the first few and how many more. */
export function listed(items: readonly string[], max: number = MAX_ITEMS): string {
  if (items.length > max) return `${items.slice(0, max).map(quoted).join(", ")} and ${items.length - max} more`;
  if (items.length < 2) return items.map(quoted).join("");
  return `${items.slice(0, -1).map(quoted).join(", ")} and ${quoted(items.at(-1) as string)}`;
}

/** `1 client`, `2 clients`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

/** An effective value as a sentence shows it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (isLeftOpen(value)) {
    const preset = value.default === undefined ? "" : ` (default ${shown(value.default)})`;
    return `variable ${quoted(value.var)}${preset}`;
  }
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : listed(value.map(itemText));
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return entries.map(([key, each]) => `${quoted(key)} ${shown(each)}`).join(", ") || "nothing";
  }
  return typeof value === "string" ? (value === "" ? "nothing" : quoted(value)) : String(value);
}

/** Two lengths of time in the largest unit that leaves both whole, so that they compare: `24 hours`, `1 hour`. */
export function durations(...seconds: readonly [number, number]): [string, string] {
  const unit = UNITS.find((each) => seconds.every((length) => length % SECONDS[each] === 0)) ?? "seconds";
  const numbers = seconds.map((length) => length / SECONDS[unit]);
  if (numbers.some((number) => number >= 1_000)) return seconds.map(inWords) as [string, string];
  return numbers.map((number) => count(number, unit.slice(0, -1))) as [string, string];
}

const UNITS: readonly TimeUnit[] = ["days", "hours", "minutes", "seconds"];
