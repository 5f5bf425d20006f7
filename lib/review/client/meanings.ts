/** What some flows or grants allow, each said once; of a variable, that it decides. */
export function meanings(table: Readonly<Record<string, string>>, names: readonly string[]): string {
  const known = [...new Set(names.map((name) => table[name] ?? "the variable's value decides what is allowed"))];
  return known.join("; ");
}
