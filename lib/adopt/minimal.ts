type Part = Readonly<Record<string, unknown>>;

/**
 * What has to be written: the part without each key, however deep, whose absence means the same.
 *
 * @param isSame whether a smaller part means the same as the whole
 */
export function minimal(whole: Part, isSame: (smaller: Part) => boolean): Part {
  let part = whole;
  for (const [key, value] of Object.entries(whole)) {
    const { [key]: _, ...without } = part;
    if (value === undefined || isSame(without)) part = without;
    else if (isObject(value)) part = { ...part, [key]: minimal(value, (inner) => isSame({ ...part, [key]: inner })) };
  }
  return part;
}

/** A model as text, without where its values were written; lists in their order unless they are sets. */
export function meaning(model: unknown, { listsAreSets = false } = {}): string {
  return JSON.stringify(model, (key, value) => {
    if (key === "source" || key === "written" || key === "platform") return undefined;
    if (listsAreSets && Array.isArray(value) && value.every((item) => typeof item === "string"))
      return [...value].sort();
    return isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
}

function isObject(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
