/** A place in the config's tree: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/**
 * A resolved value together with where each part of it was written.
 *
 * Layers merge as overlays do: objects key by key, scalars and lists replace, `null` removes.
 * Only what came from another layer than its parent is recorded, so an unlayered value costs nothing.
 */
export interface Source {
  /** `undefined` of what a layer removed: only the place of its `null` is left. */
  readonly value: unknown;
  readonly path: Path;
  readonly moved?: Readonly<Record<string, Source>>;
}

/** The source of a value that was written as a whole in one place of the file. */
export function written(value: unknown, path: Path): Source {
  return { value, path };
}

/** A part of a source by key; `undefined` where nothing was written. */
export function part(source: Source | undefined, key: string | number): Source | undefined {
  if (source === undefined) return undefined;
  const moved = movedPart(source, key);
  if (moved) return moved.value === undefined ? undefined : moved;
  const value = isContainer(source.value) ? (source.value as Record<string | number, unknown>)[key] : undefined;
  return value === undefined || !Object.hasOwn(source.value as object, key)
    ? undefined
    : { value, path: [...source.path, key] };
}

/** Merges one source over another. */
export function overlay(base: Source | undefined, over: Source | undefined): Source | undefined {
  if (over === undefined || over.value === undefined) return base;
  if (over.value === null) return undefined;
  if (!isPlainObject(over.value) || "var" in over.value) return over;
  const under = base && isPlainObject(base.value) && !("var" in base.value) ? base : { value: {}, path: over.path };
  const value: Record<string, unknown> = { ...(under.value as object) };
  const moved: Record<string, Source> = { ...under.moved };
  for (const key of Object.keys(over.value)) {
    const top = part(over, key);
    if (top === undefined) continue;
    const merged = overlay(part(under, key), top);
    if (merged === undefined) delete value[key];
    else value[key] = merged.value;
    moved[key] = merged ?? { value: undefined, path: top.path };
  }
  return { value, path: under.path, moved };
}

/** Where the value at `at`, or the `null` that removed it, or else the nearest thing around it, was written. */
export function originOf(source: Source, at: Path): { readonly path: Path; readonly found: boolean } {
  let current = source;
  for (const key of at) {
    const next = movedPart(current, key) ?? part(current, key);
    if (next === undefined) return { path: current.path, found: false };
    current = next;
  }
  return { path: current.path, found: true };
}

function movedPart({ moved }: Source, key: string | number): Source | undefined {
  return moved && Object.hasOwn(moved, key) ? moved[key] : undefined;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return isContainer(value) && !Array.isArray(value);
}
