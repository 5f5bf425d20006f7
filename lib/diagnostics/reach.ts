import type { Diagnostic } from "./diagnostic";

/** `a, b, c and 2 more`. */
export function firstOf(names: readonly string[], most = 3): string {
  if (names.length <= most) return names.join(", ");
  return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}

/** The stacks of a diagnostic; none where it is about every stack of its pool among `all`. */
export function reachOf({ path, stacks }: Diagnostic, all: readonly string[] | undefined): string {
  if (all === undefined) return firstOf(stacks);
  const pool = /^pools\.([^.[]+)/.exec(path)?.[1];
  const others = all.filter((stack) => pool !== undefined && stack.startsWith(`${pool}-`) && !stacks.includes(stack));
  return stacks.length === 0 || others.length === 0 ? "" : firstOf(stacks);
}
