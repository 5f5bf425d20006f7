/** A name of Terraform as a key of a config. */
export function keyOf(name: string): string {
  const key = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return key === "" ? "main" : key;
}

/** A key that no other has yet: the same, or with a number. */
export function unused(key: string, taken: Readonly<Record<string, unknown>>): string {
  for (let number = 2, free = key; ; number++) {
    if (!Object.hasOwn(taken, free)) return free;
    free = `${key}-${number}`;
  }
}
