import type { Level } from "../diagnostics/diagnostic";

/** What a change can do, the worst first. */
export const RISKS = ["breaks", "opens", "costs", "changes", "notes"] as const;
export type Risk = (typeof RISKS)[number];

/** Each class in a few words, for legends. */
export const RISK_MEANINGS: Readonly<Record<Risk, string>> = {
  breaks: "client ids or users are lost, sign-in or refresh stops for installed apps, or the apply fails",
  opens: "weaker than before: longer lifetimes, more ways in, more permissions, less protection",
  costs: "billed differently, or a quota is nearly used up",
  changes: "works differently",
  notes: "worth knowing; nothing changes in AWS",
};

/** How bad each class is among the diagnostics of every command. */
export const LEVELS: Readonly<Record<Risk, Level>> = {
  breaks: "error",
  opens: "warning",
  costs: "warning",
  changes: "note",
  notes: "note",
};

/** Whether one class is at least as bad as another. */
export function atLeast(risk: Risk, threshold: Risk): boolean {
  return RISKS.indexOf(risk) <= RISKS.indexOf(threshold);
}
