import type { Diagnostic } from "../diagnostics/diagnostic";
import type { Report } from "../diagnostics/report";
import { configReport } from "../rules/finding";
import { count } from "../text/quoted";
import type { LockUpdate } from "./update";

/**
 * The report of `lock`: what it refuses or, when nothing is refused, what it locks.
 *
 * @param file the lock file
 * @param stacks every stack of the config
 */
export function lockReport(
  refused: readonly Diagnostic[],
  { changes }: LockUpdate,
  file: string,
  stacks: readonly string[],
  lines: readonly string[] | undefined,
): Report {
  const report = configReport(refused, stacks, lines, "lock");
  const written = refused.length === 0;
  const json = { ...(report.json as object), file, written, changes: written ? changes : [] };
  if (!written) return { ...report, json, conclusion: `${report.conclusion}; ${file} is unchanged` };
  const notes = changes.map(
    ({ stack, what }): Diagnostic => ({
      code: "locked",
      level: "note",
      path: "",
      file,
      message: what,
      stacks: [stack],
    }),
  );
  return { ...report, json, diagnostics: notes, conclusion: `${count(changes.length, "change")} in ${file}` };
}
