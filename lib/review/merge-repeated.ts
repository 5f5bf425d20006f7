import { listed } from "../text/quoted";
import type { Change } from "./change";

/** A change that several stacks share. */
export interface SharedChange extends Change {
  /** The stacks that it reaches: `<pool>-<environment>`. */
  readonly stacks: readonly string[];
  /** Every client that it reaches, in each environment. */
  readonly reached: readonly ReachedClient[];
}

export interface ReachedClient {
  readonly pool: string;
  readonly environment: string;
  readonly client: string;
}

/**
 * Merges what one edit changes in several stacks, in the order of the changes: the same sentence from the same place,
 * whichever pools or clients it is about.
 */
export function mergeRepeated(changes: readonly Change[]): SharedChange[] {
  const groups = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const { risk, why, path, side } = change;
    const key = JSON.stringify([risk, sentence(change), why, path, side]);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()].map((group) => ({
    ...group[0],
    what: widest(group),
    stacks: group.map(({ pool, environment }) => `${pool}-${environment}`),
    reached: group.flatMap((change) =>
      reach(change).map((client) => ({ pool: change.pool, environment: change.environment, client })),
    ),
  }));
}

/** The sentence about every client that the edit reaches in any stack. */
function widest(group: readonly [Change, ...Change[]]): string {
  const reached = new Set(group.flatMap(reach));
  const whole = group.find((change) => reach(change).length === reached.size);
  return whole ? whole.what : `${listed([...reached], 3)}${sentence(group[0])}`;
}

function reach({ client, clients }: Change): readonly string[] {
  return clients ?? (client === undefined ? [] : [client]);
}

/** The change without its subject. */
function sentence({ what }: Change): string {
  return what.slice(what.indexOf(": "));
}
