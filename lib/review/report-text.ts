import type { Colors } from "../cli/context";
import { mergeRepeated, type SharedChange } from "./merge-repeated";
import type { Review } from "./review";
import { RISKS, type Risk } from "./risk";
import { count, plain, visible } from "./wording";

/** For people at a terminal: what, why, the values, and where; the worst first. */
export function textReview({ changes, summary }: Review, colors: Colors): string {
  const shared = mergeRepeated(changes);
  if (shared.length === 0) return `nothing changes in meaning (${count(summary.stacks, "stack")} compared)\n`;
  return `${shared.map((change) => changeText(change, colors)).join("\n")}\n${tally(shared)}\n`;
}

function changeText(change: SharedChange, colors: Colors): string {
  const color = {
    breaks: colors.red,
    opens: colors.red,
    costs: colors.yellow,
    changes: colors.cyan,
    notes: colors.dim,
  };
  const place = [change.file, change.line].filter((each) => each !== undefined).join(":");
  return [
    `${color[change.risk](change.risk.padEnd(7))} ${colors.bold(plain(change.what))}`,
    `        why: ${plain(change.why)}`,
    `        ${colors.dim(visible(`${place}${change.side === "base" ? " (before)" : ""}  ${change.path}  (${reach(change.stacks)})`))}`,
    "",
  ].join("\n");
}

function reach(stacks: readonly string[]): string {
  return stacks.length > 3 ? `${stacks.slice(0, 3).join(", ")} and ${stacks.length - 3} more` : stacks.join(", ");
}

/** `breaks 1, opens 2`: how many of each risk, the worst first. */
export function tally(changes: readonly { readonly risk: Risk }[]): string {
  return RISKS.map((risk) => [changes.filter((each) => each.risk === risk).length, risk] as const)
    .filter(([number]) => number > 0)
    .map(([number, risk]) => `${risk} ${number}`)
    .join(", ");
}
