import { snakeCase } from "../text/case";

/** How much of an id tells two objects of one name apart. */
const ID_LENGTH = 6;

/**
 * The key of each object in the config: its name in lower case, words joined by `-`. Where several have one name, each has
 * the beginning of its id after it, so that no key depends on what else there is or on its order. A name without a Latin
 * letter gives `fallback` and the id.
 */
export function keysOf(
  objects: readonly { readonly name: string; readonly id: string }[],
  fallback: string,
): readonly string[] {
  const plain = objects.map(({ name }) => plainKey(name, fallback));
  const counts = new Map<string, number>();
  for (const key of plain) counts.set(key, (counts.get(key) ?? 0) + 1);
  const taken = new Set<string>();
  return objects.map(({ name, id }, index) => {
    const key = plain[index] as string;
    const whole = id.toLowerCase().replace(/[^a-z0-9]+/g, "");
    const isPlain = counts.get(key) === 1 && /[a-z]/i.test(name);
    let free = isPlain ? key : `${key}-${whole.slice(0, ID_LENGTH)}`;
    for (let length = ID_LENGTH + 1; taken.has(free) && length <= whole.length; length++)
      free = `${key}-${whole.slice(0, length)}`;
    taken.add(free);
    return free;
  });
}

function plainKey(name: string, fallback: string): string {
  const key = snakeCase(name).replaceAll("_", "-");
  if (/^[a-z]/.test(key)) return key;
  return key === "-" ? fallback : `${fallback}${key}`;
}
