import { formatPath } from "../config/problem";
import type { Config } from "../config/schema";
import type { SourceFile } from "../config/source-file";
import type { PoolModel } from "../model/model";
import { same } from "../model/same";
import { listed, quoted } from "../text/quoted";
import { compareAllowances } from "./allowances";
import type { Change, Difference } from "./change";
import { comparePools, type PoolDifferences } from "./compare-pools";

import { RISKS, type Risk } from "./risk";

/** A config to compare: its models, and where their values are written. */
export interface Reviewed {
  readonly pools: readonly PoolModel[];
  /** For what no model has: pools and clients that are in no environment. Absent when there is no config. */
  readonly config?: Config | undefined;
  readonly source: Pick<SourceFile, "file" | "locate">;
}

/** How many changes there are of each risk, and how many stacks were compared. */
export type Summary = Readonly<Record<Risk, number>> & { readonly stacks: number };

export interface Review {
  /** The worst first, then in the order of the file. Texts of users in `what` and `why` are marked. */
  readonly changes: readonly Change[];
  readonly summary: Summary;
}

/** Explains what a change of the config means. One edit that reaches many clients is one change, with its reach. */
export function review(base: Reviewed, head: Reviewed): Review {
  const compared = [...comparePools(base.pools, head.pools), ...compareAllowances(base.config, head.config)];
  const changes = compared.flatMap((pool) => changesOf(pool, base, head));
  changes.sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) || (a.line ?? 0) - (b.line ?? 0));
  const stacks = new Set([...base.pools, ...head.pools].map(({ stack }) => stack)).size;
  return { changes, summary: summarize(changes, stacks) };
}

/** Counts changes by risk. */
export function summarize(changes: readonly Pick<Change, "risk">[], stacks: number): Summary {
  const counts = Object.fromEntries(RISKS.map((risk) => [risk, changes.filter((each) => each.risk === risk).length]));
  return { ...(counts as Record<Risk, number>), stacks };
}

interface Placed extends Difference {
  readonly path: string;
  readonly place: Pick<Change, "file" | "line" | "side">;
}

/** The changes of a pool; what one edit does to several clients is one: the same sentence from the same place. */
function changesOf(
  { environment, pool, clients, differences }: PoolDifferences,
  base: Reviewed,
  head: Reviewed,
): Change[] {
  const groups = new Map<string, [Placed, ...Placed[]]>();
  for (const each of differences) {
    const { side, path, target } = each.origin;
    const { source } = side === "base" ? base : head;
    const position = source.locate(path, target);
    const place = {
      file: source.file,
      ...(position && { line: position.line }),
      ...(side === "base" && { side: "base" as const }),
    };
    const placed: Placed = { ...each, path: formatPath(path), place };
    const at = position ? [side, position.line, position.column] : [side, placed.path];
    const key = JSON.stringify([each.risk, each.what, each.why, ...at]);
    const group = groups.get(key);
    if (group) group.push(placed);
    else groups.set(key, [placed]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    const reached = group.flatMap(({ client }) => client ?? []);
    return {
      risk: first.risk,
      environment,
      pool,
      ...(reached.length === 1 && { client: reached[0] as string }),
      ...(reached.length > 1 && { clients: reached }),
      what: `${subject(pool, reached, clients)}: ${first.what}`,
      why: first.why,
      path: first.path,
      before: common(group, "before"),
      after: common(group, "after"),
      ...first.place,
    };
  });
}

function subject(pool: string, reached: readonly string[], clients: readonly string[]): string {
  if (reached.length === 0) return quoted(pool);
  if (reached.length > 3 && reached.length === clients.length) return `every client (${reached.length})`;
  return listed(reached, 3);
}

/** The value that all have in common, or else each client's own. */
function common(group: readonly Placed[], side: "before" | "after"): unknown {
  const [first] = group;
  if (group.every((each) => same(each[side], first?.[side]))) return first?.[side] ?? null;
  return Object.fromEntries(group.map((each) => [each.client ?? "", each[side]]));
}
