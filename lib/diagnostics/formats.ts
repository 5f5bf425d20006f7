import { existsSync, realpathSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import type { Colors } from "./colors";
import type { Report } from "./report";

export const FORMATS = ["text", "json", "github", "sarif", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

/** From where files are named. */
export interface Folders {
  /** The folder from which the report names files. */
  readonly cwd: string;
  /** The folder from which annotations and SARIF name files instead, where the file is in it. */
  readonly workspace?: string;
}

/** Writes a report in a format. */
export function formatReport(format: Format, report: Report, colors: Colors, folders?: Folders): string {
  switch (format) {
    case "json":
      return (require("./json") as typeof import("./json")).jsonReport(report);
    case "github":
      return (require("./github") as typeof import("./github")).githubReport(fromWorkspace(report, folders));
    case "sarif":
      return (require("./sarif") as typeof import("./sarif")).sarifReport(fromWorkspace(report, folders));
    case "markdown":
      return (require("./markdown") as typeof import("./markdown")).markdownReport(report);
    default:
      return (require("./text") as typeof import("./text")).textReport(report, colors);
  }
}

/** The report with its files named from the workspace. */
function fromWorkspace(report: Report, { cwd, workspace }: Partial<Folders> = {}): Report {
  if (cwd === undefined || workspace === undefined) return report;
  const root = realFolder(workspace);
  const named = (file: string) => {
    const path = relative(root, resolve(realFolder(cwd), file)).replaceAll("\\", "/");
    return path.startsWith("../") || isAbsolute(path) ? file : path;
  };
  const diagnostics = report.diagnostics.map((each) =>
    each.file === undefined ? each : { ...each, file: named(each.file) },
  );
  return { ...report, diagnostics };
}

function realFolder(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
