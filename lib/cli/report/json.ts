import type { Report } from "./index";
import { printableJson } from "./printable";

/** For programs: every finding of every stack, as the contract has it. */
export function jsonReport({ findings, summary }: Report): string {
  const rows = findings.map(
    ({ rule, severity, stack, path, file, line, column, message, fix, docs, acknowledged }) => ({
      rule,
      severity,
      stack,
      path,
      file,
      line,
      column,
      message,
      fix,
      docs,
      acknowledged,
    }),
  );
  return `${printableJson({ findings: rows, summary })}\n`;
}
