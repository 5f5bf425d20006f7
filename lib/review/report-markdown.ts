import { code, sentence } from "./markdown";
import { mergeRepeated, type SharedChange } from "./merge-repeated";
import { tally } from "./report-text";
import type { Review, Summary } from "./review";
import { RISK_MEANINGS, type Risk } from "./risk";
import { count, shortened } from "./wording";

/** The first line of the comment: how a pipeline finds it again to update it. */
export const MARKER = "<!-- cdktf-cognito review -->";

/** GitHub takes 65,536 characters; counted here in bytes, which are never fewer, with some room. */
const MAX_BYTES = 65_000;
/** What the sections may not use up, for what is written after them. */
const RESERVE = 1_000;
const MAX_VALUE = 300;

/** Risks that are read first; the others are folded. */
const OPEN: readonly Risk[] = ["breaks", "opens", "costs"];

/** For a pull request: one comment, the worst first, never too long for GitHub, and harmless whatever users wrote. */
export function markdownReview({ changes, summary }: Review): string {
  const shared = mergeRepeated(changes);
  if (shared.length === 0) return nothing(summary);
  const [first, folded] = [
    shared.filter(({ risk }) => OPEN.includes(risk)),
    shared.filter(({ risk }) => !OPEN.includes(risk)),
  ];
  const page = new Page(`${MARKER}\n### User pools: ${tally(shared)}\n`);
  if (first.length > 0) page.table(HEADER, first.map(row));
  if (folded.length > 0)
    page.fold(
      `${first.length > 0 ? "Also:" : "Nothing breaks, opens or costs:"} ${tally(folded)}`,
      HEADER,
      folded.map(row),
    );
  page.fold("Effective values before and after", VALUES, shared.map(values));
  page.add(`\n${legend(shared)}\n`);
  return page.text;
}

const HEADER = "| risk | what it means | why | where |\n|---|---|---|---|\n";
const VALUES = "| where | before | after |\n|---|---|---|\n";

/** A text that grows up to its limit; rows that do not fit are counted instead. */
class Page {
  constructor(public text: string) {}

  add(more: string): void {
    this.text += more;
  }

  table(header: string, rows: readonly string[], reserve = RESERVE): void {
    this.text += `\n${header}`;
    let bytes = Buffer.byteLength(this.text);
    const fitting = rows.findIndex((each) => {
      bytes += Buffer.byteLength(each);
      return bytes > MAX_BYTES - reserve;
    });
    const shown = fitting < 0 ? rows : rows.slice(0, fitting);
    this.text += shown.join("");
    if (shown.length < rows.length) this.text += `\n${missing(rows.length - shown.length, "more row")}\n`;
  }

  fold(summary: string, header: string, rows: readonly string[]): void {
    if (Buffer.byteLength(this.text) + 2 * RESERVE > MAX_BYTES) {
      this.text += `\n${summary}: ${missing(rows.length, "row")}\n`;
      return;
    }
    this.text += `\n<details><summary>${summary}</summary>\n`;
    this.table(header, rows);
    this.text += "\n</details>\n";
  }
}

function missing(rows: number, what: string): string {
  return `${count(rows, what)} would not fit here; the JSON form has them all.`;
}

function row(change: SharedChange): string {
  return `| **${change.risk}** | ${sentence(change.what)} | ${sentence(change.why)} | ${place(change)}<br>${reach(change.stacks)} |\n`;
}

function values(change: SharedChange): string {
  return `| ${code(shortened(change.path || change.pool, MAX_VALUE))} | ${value(change.before)} | ${value(change.after)} |\n`;
}

function value(value: unknown): string {
  if (value === null || value === undefined) return "";
  return code(shortened(typeof value === "string" ? value : JSON.stringify(value), MAX_VALUE));
}

function place({ file, line, side }: SharedChange): string {
  return `${code(shortened(line === undefined ? file : `${file}:${line}`, MAX_VALUE))}${side === "base" ? " (before)" : ""}`;
}

function reach(stacks: readonly string[]): string {
  const shown = stacks.slice(0, 3).map(code).join(", ");
  return stacks.length > 3 ? `${shown} and ${stacks.length - 3} more` : shown;
}

function legend(changes: readonly SharedChange[]): string {
  const risks = (Object.keys(RISK_MEANINGS) as Risk[]).filter((risk) => changes.some((change) => change.risk === risk));
  return risks.map((risk) => `<sub>**${risk}**: ${RISK_MEANINGS[risk]}</sub>`).join("<br>\n");
}

function nothing({ stacks }: Summary): string {
  return `${MARKER}\n### User pools: nothing changes in meaning\n\n${count(stacks, "stack")} compared. Whatever the diff shows — order, units, comments, where a value is written — every argument that AWS gets stays the same.\n`;
}
