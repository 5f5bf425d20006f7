import { code, link, sentence } from "../text/markdown";
import { shortened } from "../text/quoted";
import { type Diagnostic, placeOf, sentenceOf, verdictOf } from "./diagnostic";
import { MarkdownPage } from "./markdown-page";
import type { Report } from "./report";

const MAX_VALUE = 300;
/** How many stacks, and how many pages, a row names. */
const NAMED = 3;
const HEADER = "| | what | why | fix | where |\n|---|---|---|---|---|\n";
const VALUES = "| where | before | after |\n|---|---|---|\n";

/** The first line of a page: how a pipeline finds its comment again to update it. */
export function markerOf(command: Report["command"]): string {
  return `<!-- cdktf-cognito ${command} -->`;
}

const TITLES: Readonly<Record<Report["command"], string>> = {
  check: "User pools",
  lock: "Locked user pools",
  gate: "Plan",
  judge: "Plan",
  review: "User pools",
  drift: "Drift",
};

/** For a pull request: one comment, never too long for GitHub, and harmless whatever users wrote. Notes are folded. */
export function markdownReport({ command, diagnostics, conclusion, explanation, legend = {} }: Report): string {
  const page = new MarkdownPage(`${markerOf(command)}\n### ${TITLES[command]}: ${sentence(conclusion)}\n`);
  if (explanation !== undefined) page.add(`\n${explanation}\n`);
  const isNote = ({ level, acknowledged }: Diagnostic) => level === "note" || acknowledged !== undefined;
  const open = diagnostics.filter((each) => !isNote(each));
  const folded = diagnostics.filter(isNote);
  if (open.length > 0) page.table(HEADER, open.map(row));
  if (folded.length > 0) page.fold(`${open.length > 0 ? "Also: " : ""}${tally(folded)}`, HEADER, folded.map(row));
  const changed = diagnostics.filter(({ change }) => change !== undefined);
  if (changed.length > 0) page.fold("Effective values before and after", VALUES, changed.map(values));
  const used = Object.keys(legend).filter((verdict) => diagnostics.some((each) => verdictOf(each) === verdict));
  if (used.length > 0)
    page.add(`\n${used.map((verdict) => `<sub>**${verdict}**: ${legend[verdict]}</sub>`).join("<br>\n")}\n`);
  return page.text;
}

/** `changes 2, notes 1`, in the order of the diagnostics. */
function tally(diagnostics: readonly Diagnostic[]): string {
  const verdicts = diagnostics.map((each) => (each.acknowledged === undefined ? verdictOf(each) : "acknowledged"));
  return [...new Set(verdicts)]
    .map((verdict) => `${verdict} ${verdicts.filter((each) => each === verdict).length}`)
    .join(", ");
}

function row(diagnostic: Diagnostic): string {
  const { code: id, name, why = "", fix = "", acknowledged } = diagnostic;
  const verdict = verdictOf(diagnostic);
  const label = [`**${verdict}**`, ...(id === verdict ? [] : [id]), ...(name === undefined ? [] : [name])].join("<br>");
  const wayOut = acknowledged === undefined ? sentence(fix) : `acknowledged: ${code(acknowledged)}`;
  return `| ${label} | ${sentence(sentenceOf(diagnostic))} | ${sentence(why)} | ${wayOut} | ${where(diagnostic)} |\n`;
}

/** Place, path, stacks and pages, one to a line. */
function where(diagnostic: Diagnostic): string {
  const { path, stacks, pages = [] } = diagnostic;
  const place = placeOf(diagnostic);
  const more = stacks.length > NAMED ? ` and ${stacks.length - NAMED} more` : "";
  return [
    ...(place === "" ? [] : [code(shortened(place, MAX_VALUE))]),
    ...(path === "" ? [] : [code(shortened(path, MAX_VALUE))]),
    ...(stacks.length === 0 ? [] : [`${stacks.slice(0, NAMED).map(code).join(", ")}${more}`]),
    ...pages.slice(0, NAMED).map(({ name, url }) => link(name, url)),
  ].join("<br>");
}

function values({ path, change }: Diagnostic): string {
  return `| ${code(shortened(path, MAX_VALUE))} | ${value(change?.before)} | ${value(change?.after)} |\n`;
}

function value(value: unknown): string {
  if (value === null || value === undefined) return "";
  return code(shortened(typeof value === "string" ? value : JSON.stringify(value), MAX_VALUE));
}
