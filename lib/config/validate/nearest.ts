import { closest, distance } from "fastest-levenshtein";

/** The candidate that was probably meant: at most a third of its letters differ. Case does not count. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const lower = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
  const found = closest(text.toLowerCase(), [...lower.keys()]);
  const limit = Math.max(1, Math.floor(Math.max(found.length, text.length) / 3));
  return distance(text.toLowerCase(), found) <= limit ? lower.get(found) : undefined;
}
