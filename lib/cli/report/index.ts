import type { Finding } from "../../rules/finding";
import type { Colors } from "../context";
import type { Summary } from "./group";

/** All that a report is made of. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** Every stack that was judged; without them no finding says which it is about. */
  readonly stacks?: readonly string[];
  /** The lines of the config file, for pointers; absent where the format keeps no positions. */
  readonly lines: readonly string[] | undefined;
}

export const FORMATS = ["text", "json", "github", "sarif"] as const;
export type Format = (typeof FORMATS)[number];

/** Writes findings in a format. */
export function formatReport(format: Format, report: Report, colors: Colors): string {
  switch (format) {
    case "json":
      return (require("./json") as typeof import("./json")).jsonReport(report);
    case "github":
      return (require("./github") as typeof import("./github")).githubReport(report);
    case "sarif":
      return (require("./sarif") as typeof import("./sarif")).sarifReport(report);
    default:
      return (require("./text") as typeof import("./text")).textReport(report, colors);
  }
}
