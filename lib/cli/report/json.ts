import type { Report } from "./index";

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
  return `${JSON.stringify({ findings: rows, summary }, null, 2)}\n`;
}
