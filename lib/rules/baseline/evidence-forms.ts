import { BASELINES } from "../../cognito/baselines";
import { cell, code, sentence } from "../../text/markdown";
import { count } from "../../text/quoted";
import { RULE_SET_VERSION } from "../version";
import type { Evidence, Reason, Status } from "./evidence";
import { sourceOf } from "./evidence";

/** How each status is written in a table. */
const WORDS: Readonly<Record<Status, string>> = {
  fails: "**fails**",
  acknowledged: "acknowledged",
  "not decidable": "not decidable",
  passes: "passes",
};

/** Evidence as JSON: the version of the rules, and one result for each control and stack. */
export function evidenceJson(evidence: readonly Evidence[]): string {
  const results = evidence.map((each) => ({ ...each, source: sourceOf(each) }));
  return `${JSON.stringify({ version: 1, ruleSet: RULE_SET_VERSION, summary: summaryOf(evidence), results }, null, 2)}\n`;
}

/** Evidence as a page of Markdown: one table for each stack. */
export function evidenceMarkdown(evidence: readonly Evidence[]): string {
  const stacks = [...new Set(evidence.map(({ stack }) => stack))];
  const lists = [...new Set(evidence.map(({ baseline }) => baseline))];
  return [
    "# Evidence",
    "",
    `${said(evidence)} in ${count(stacks.length, "stack")}. Rule set ${RULE_SET_VERSION}.`,
    "",
    ...lists.map((list) => `- ${BASELINES[list].title}: ${BASELINES[list].source}`),
    ...stacks.flatMap((stack) => section(stack, evidence)),
    "",
  ].join("\n");
}

function section(stack: string, evidence: readonly Evidence[]): string[] {
  const own = evidence.filter((each) => each.stack === stack);
  return [
    "",
    `## ${code(stack)}`,
    "",
    `${said(own)}.`,
    "",
    "| control | list | status | why |",
    "|---|---|---|---|",
    ...own.map(
      ({ control, baseline, status, reasons }) =>
        `| ${code(control)} | ${cell(baseline)} | ${WORDS[status]} | ${reasons.map(why).join("<br>")} |`,
    ),
  ];
}

function why({ rule, subject, message, acknowledged }: Reason): string {
  const reason = acknowledged === undefined ? "" : `; acknowledged: ${code(acknowledged)}`;
  const about = rule === undefined ? "" : `${rule}, ${sentence(subject)}: `;
  return `${about}${sentence(message)}${reason}`;
}

function said(evidence: readonly Evidence[]): string {
  const { passes, fails, acknowledged, notDecidable } = summaryOf(evidence);
  return `${count(evidence.length, "control")}: ${passes} pass, ${fails} fail, ${acknowledged} acknowledged, ${notDecidable} not decidable`;
}

function summaryOf(evidence: readonly Evidence[]) {
  const of = (status: Status) => evidence.filter((each) => each.status === status).length;
  return {
    passes: of("passes"),
    fails: of("fails"),
    acknowledged: of("acknowledged"),
    notDecidable: of("not decidable"),
  };
}
