import { type Path, part, type Source } from "../../model/source";

/**
 * Where an item of a list was written: its position in the list, in `attributes` of an attribute set, or the list
 * itself when the item came from a scope, a preset or a default.
 */
export function itemPlace(source: Source, key: string, item: string): Path {
  const list = part(source, key)?.value;
  if (Array.isArray(list)) return list.includes(item) ? [key, list.indexOf(item)] : [key];
  const attributes = (list as { attributes?: unknown[] } | undefined)?.attributes;
  return attributes?.includes(item) ? [key, "attributes", attributes.indexOf(item)] : [key];
}
