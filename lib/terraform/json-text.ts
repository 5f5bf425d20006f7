/** Width of a list in JSON. */
const COLUMNS = 120;

/**
 * A value as cdktf writes JSON, keys in order and two blanks deep, but for lists of texts, numbers and flags: as many items
 * on a line as fit, since half of the lines of a client would be names of attributes otherwise. Undefined entries are left
 * out. cdktf and CDK Terrain differ about empty lists and maps; here they are two characters.
 *
 * @param indent blanks before the line that the value is on. Default none
 */
export function jsonText(value: unknown, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = entries.map(([key, item]) => `${JSON.stringify(key)}: ${jsonText(item, inner)}`);
    return onLines("{", lines, "}", indent);
  }
  const items = value.map((item) => jsonText(item ?? null, inner));
  const isFlat = value.every((item) => typeof item !== "object" || item === null);
  return onLines("[", isFlat ? filled(items, indent) : items, "]", indent, isFlat);
}

/** Brackets around items, each on a line of its own. */
function onLines(open: string, items: readonly string[], close: string, indent: string, isFlat = false): string {
  if (items.length === 0) return open + close;
  if (isFlat && items.length === 1) return open + items[0] + close;
  return `${open}\n${indent}  ${items.join(`,\n${indent}  `)}\n${indent}${close}`;
}

/** The items of a list, several on a line where they fit. */
function filled(items: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  for (const [index, item] of items.entries()) {
    const line = lines.at(-1);
    const comma = index < items.length - 1 ? 1 : 0;
    if (line !== undefined && indent.length + line.length + item.length + comma + 4 <= COLUMNS)
      lines[lines.length - 1] = `${line}, ${item}`;
    else lines.push(item);
  }
  return lines;
}
