import type { Colors } from "./colors";
import type { Report } from "./report";

export const FORMATS = ["text", "json", "github", "sarif", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

/** Writes a report in a format. */
export function formatReport(format: Format, report: Report, colors: Colors): string {
  switch (format) {
    case "json":
      return (require("./json") as typeof import("./json")).jsonReport(report);
    case "github":
      return (require("./github") as typeof import("./github")).githubReport(report);
    case "sarif":
      return (require("./sarif") as typeof import("./sarif")).sarifReport(report);
    case "markdown":
      return (require("./markdown") as typeof import("./markdown")).markdownReport(report);
    default:
      return (require("./text") as typeof import("./text")).textReport(report, colors);
  }
}
