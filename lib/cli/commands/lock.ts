import { loadConfig, UsageError } from "../../config/load";
import { type Format, formatReport } from "../../diagnostics/formats";
import { lockedDiagnostics } from "../../lock/diagnostics";
import { readLock, writeLock } from "../../lock/lock-file";
import { lockReport } from "../../lock/report";
import { type LockUpdate, updateLock } from "../../lock/update";
import { type Context, EXIT, type ExitCode } from "../context";
import { hasModels } from "./check";

export interface LockOptions {
  readonly config?: string;
  readonly forget: readonly string[];
  readonly format: Format;
}

/** `lock`: records what can never change; refuses, with a reason for each, what is locked and would change. */
export async function lock(options: LockOptions, context: Context): Promise<ExitCode> {
  const loaded = await loadConfig({ cwd: context.cwd, config: options.config });
  if (!hasModels(loaded, context)) return EXIT.usage;
  const file = readLock(loaded.source.file, context.cwd);
  if (file.unreadable !== undefined)
    throw new UsageError(`${file.file} cannot be read: ${file.unreadable.why}; ${file.unreadable.fix}`);
  const before = file.lock ?? {};
  const known = [...Object.entries(before).flatMap(([pool, each]) => Object.keys(each).map((env) => `${pool}-${env}`))];
  const unknown = options.forget.find((stack) => !known.includes(stack));
  if (unknown !== undefined)
    throw new UsageError(`stack ${unknown} is not locked; locked stacks: ${known.join(", ") || "none"}`);

  const refused = lockedDiagnostics(loaded, before, undefined, () => false).filter(
    // what is acknowledged does not change what is locked
    ({ code, level, stacks }) =>
      level === "error" && code !== "LOCK-05" && !stacks.some((stack) => options.forget.includes(stack)),
  );
  const update = updateLock(before, loaded.pools, options.forget);
  if (refused.length === 0) writeLock(file, update.lock);
  if (options.format === "text" && refused.length === 0) context.out(changesText(update, file.file));
  else {
    const stacks = loaded.pools.map(({ stack }) => stack);
    const report = lockReport(refused, update, file.file, stacks, loaded.source.lines);
    context.out(formatReport(options.format, report, context.colors, context));
  }
  return refused.length === 0 ? EXIT.ok : EXIT.findings;
}

function changesText({ changes }: LockUpdate, file: string): string {
  const lines = changes.map(({ stack, what }) => `${stack}: ${what}\n`);
  return `${lines.join("")}${file}${changes.length === 0 ? " (unchanged)" : ""}\n`;
}
