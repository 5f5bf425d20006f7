import { nearest } from "../config/validate/nearest";
import type { RuleText } from "./rule";

/** `tok1` and `TOK-1` for TOK-01. */
const LOOSE_ID = /^([a-z]+)[-_ ]?(\d+)$/i;

/** The rule of an id in whatever case and with however many digits, or of a name. */
export function writtenRule(given: string, candidates: readonly RuleText[]): RuleText | undefined {
  const id = given
    .replace(LOOSE_ID, (_, family: string, number: string) => `${family}-${String(Number(number)).padStart(2, "0")}`)
    .toUpperCase();
  return candidates.find((rule) => rule.id === id || rule.name === given.toLowerCase());
}

/** The id of the rule that was probably meant; nothing where several are as near. */
export function meantRule(given: string, candidates: readonly RuleText[]): string | undefined {
  const written = writtenRule(given, candidates)?.id;
  const ids = candidates.map(({ id }) => id);
  const names = candidates.flatMap(({ name }) => name ?? []);
  const named = nearest(given.toLowerCase(), names);
  return written ?? nearest(given.toUpperCase(), ids) ?? candidates.find(({ name }) => name === named && named)?.id;
}
