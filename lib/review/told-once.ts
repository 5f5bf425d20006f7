import type { Change } from "./change";

/** A change that several pools or environments share, told once. */
export interface SharedChange extends Change {
  /** Stacks that it reaches: `<pool>-<environment>`. */
  readonly stacks: readonly string[];
}

/** Puts together what one edit does in several stacks, in the order of the changes. */
export function toldOnce(changes: readonly Change[]): SharedChange[] {
  const groups = new Map<string, SharedChange & { stacks: string[] }>();
  for (const change of changes) {
    const { risk, what, why, path, side } = change;
    const wide = path.startsWith("guardrails");
    const key = JSON.stringify([risk, wide ? what.slice(what.indexOf(": ")) : what, why, path, side]);
    const group = groups.get(key) ?? { ...change, stacks: [] };
    group.stacks.push(`${change.pool}-${change.environment}`);
    groups.set(key, group);
  }
  return [...groups.values()];
}
