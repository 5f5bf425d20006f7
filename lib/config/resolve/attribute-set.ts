import { type AttributeScope, attributesOfScope, STANDARD_ATTRIBUTES } from "../../cognito/attributes";
import { part, type Source } from "../../model/source";
import { isOpen, type List, type Text } from "../../model/value";
import { isOpenVariable, type OpenValues } from "./open-values";

/**
 * Expands what a client may read or write to attribute names, sorted.
 * A scope expands to its attributes, in a write set without those that AWS never lets a client write.
 */
export function resolveAttributeSet(
  open: OpenValues,
  source: Source | undefined,
  access: "read" | "write",
  preset: readonly string[],
): List {
  if (source === undefined) return [...preset].sort();
  if (Array.isArray(source.value) || isOpenVariable(source.value)) return sorted(open.list(source) as List);
  const scopes = (part(source, "scopes")?.value ?? []) as AttributeScope[];
  const expanded = scopes
    .flatMap(attributesOfScope)
    .filter((name) => access === "read" || STANDARD_ATTRIBUTES[name]?.writable);
  const named = (open.list(part(source, "attributes")) ?? []) as readonly Text[];
  return sorted([...expanded, ...named.filter((name) => !expanded.includes(name as string))]);
}

function sorted(list: List): List {
  return isOpen(list) ? list : [...list].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey(item: Text): string {
  return isOpen(item) ? `\uffff${item.variable}` : item;
}
