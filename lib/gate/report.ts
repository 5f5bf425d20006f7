import type { Colors } from "../cli/context";
import { sentence } from "../review/markdown";
import { plain, quoted, visible } from "../review/wording";
import type { Judgement } from "./judge";

/** How many objects were refused, allowed and noted. */
export interface GateSummary {
  readonly refused: number;
  readonly allowed: number;
  readonly noted: number;
}

export const GATE_MARKER = "<!-- cdktf-cognito gate -->";
const VERDICTS = ["refused", "allowed", "noted"] as const;
/** Below GitHub's 65,536 characters, in bytes, with room for the last lines. */
const MAX_BYTES = 64_000;

/** Writes what the gate says: refusals first. */
export function formatGate(
  format: "text" | "json" | "markdown",
  judgements: readonly Judgement[],
  colors: Colors,
): string {
  const sorted = VERDICTS.flatMap((verdict) => judgements.filter((each) => each.verdict === verdict));
  if (format === "json") return json(sorted);
  return format === "markdown" ? markdown(sorted) : text(sorted, colors);
}

export function summarize(judgements: readonly Judgement[]): GateSummary {
  const of = (verdict: Judgement["verdict"]) => judgements.filter((each) => each.verdict === verdict).length;
  return { refused: of("refused"), allowed: of("allowed"), noted: of("noted") };
}

function json(judgements: readonly Judgement[]): string {
  const rows = judgements.map(({ what, why, fix, ...rest }) => ({
    ...rest,
    what: plain(what),
    why: plain(why),
    ...(fix !== undefined && { fix }),
  }));
  return `${JSON.stringify({ judgements: rows, summary: summarize(judgements) }, null, 2)}\n`;
}

function text(judgements: readonly Judgement[], colors: Colors): string {
  const color = { refused: colors.red, allowed: colors.yellow, noted: colors.dim };
  const rows = judgements.map(({ verdict, address, what, why, fix }) =>
    [
      `${color[verdict](verdict)} ${colors.bold(plain(what))}`,
      `        why: ${plain(why)}`,
      ...(fix === undefined ? [] : [`        fix: ${fix}`]),
      ...(address === "" ? [] : [`        ${colors.dim(visible(address))}`]),
      "",
    ].join("\n"),
  );
  return `${rows.join("\n")}${rows.length > 0 ? "\n" : ""}${conclusion(judgements)}\n`;
}

function markdown(judgements: readonly Judgement[]): string {
  let page = `${GATE_MARKER}\n### Plan: ${conclusion(judgements)}\n`;
  if (judgements.length > 0) page += "\n| | what | why | way out | where |\n|---|---|---|---|---|\n";
  for (const [index, { verdict, address, what, why, fix = "" }] of judgements.entries()) {
    const cells = [what, why, fix, address === "" ? "" : quoted(address)].map((each) => sentence(each));
    const row = `| **${verdict}** | ${cells.join(" | ")} |\n`;
    if (Buffer.byteLength(page) + Buffer.byteLength(row) > MAX_BYTES)
      return `${page}\n${judgements.length - index} more would not fit here; the JSON form has them all.\n`;
    page += row;
  }
  return page;
}

function conclusion(judgements: readonly Judgement[]): string {
  const { refused, allowed, noted } = summarize(judgements);
  const rest = [...(allowed > 0 ? [`${allowed} allowed`] : []), ...(noted > 0 ? [`${noted} noted`] : [])];
  const first = refused > 0 ? `${refused} refused` : "nothing that must not happen";
  return [first, ...rest].join(", ");
}
