import { closest, distance } from "fastest-levenshtein";

/**
 * The candidate that was probably meant: the only one that begins with the text, or else the one from which at most a
 * third of the letters differ, or the same letters are in another order. Of several as near nobody knows which. Case does not
 * count.
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const lower = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
  const written = text.toLowerCase();
  const names = [...lower.keys()];
  const [longer, ...others] = names.filter((name) => name.startsWith(written));
  if (longer !== undefined && others.length === 0 && written.length >= 3) return lower.get(longer);
  const found = closest(written, names);
  const differing = distance(written, found);
  const isOneOfSeveral = names.some((name) => name !== found && distance(written, name) === differing);
  const least = isShuffled(found, written) ? 2 : 1;
  const limit = Math.max(least, Math.floor(Math.max(found.length, text.length) / 3));
  return differing <= limit && !isOneOfSeveral ? lower.get(found) : undefined;
}

/** Whether two texts have the same letters. Two that changed places are two differences, and the most common mistake in a short word. */
export function isShuffled(one: string, other: string): boolean {
  return [...one].sort().join("") === [...other].sort().join("");
}
