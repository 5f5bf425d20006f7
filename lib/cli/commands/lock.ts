import { loadConfig, UsageError } from "../../config/load";
import { readLock, writeLock } from "../../lock/lock-file";
import { updateLock } from "../../lock/update";
import { checkConfig } from "../../rules/check";
import { type Context, EXIT, type ExitCode } from "../context";
import { formatReport } from "../report";
import { summarize } from "../report/group";

export interface LockOptions {
  readonly config?: string;
  readonly forget: readonly string[];
}

/** `lock`: records what can never change; refuses, with a reason for each, what is locked and would change. */
export async function lock(options: LockOptions, context: Context): Promise<ExitCode> {
  const loaded = await loadConfig({ cwd: context.cwd, config: options.config });
  if (loaded.source.unreadable.length > 0 || loaded.problems.length > 0) {
    const findings = checkConfig({ ...loaded, pools: [] });
    const report = { findings, summary: summarize(findings, 0), lines: loaded.source.lines };
    context.err(formatReport("text", report, context.errColors));
    return EXIT.usage;
  }
  const file = readLock(loaded.source.file, context.cwd);
  if (file.unreadable !== undefined)
    throw new UsageError(
      `${file.file} cannot be read: ${file.unreadable}; restore it from the last good commit, or delete it and run lock again`,
    );
  const before = file.lock ?? {};
  const known = [...Object.entries(before).flatMap(([pool, each]) => Object.keys(each).map((env) => `${pool}-${env}`))];
  const unknown = options.forget.find((stack) => !known.includes(stack));
  if (unknown !== undefined)
    throw new UsageError(`unknown stack ${unknown} in --forget; the lock has ${known.join(", ") || "no stacks"}`);

  const { lock, changes, refused } = updateLock(before, loaded.pools, options.forget);
  if (refused.length > 0) {
    for (const each of refused) context.err(`refused: ${each}\n`);
    context.err(`${file.file} was not changed\n`);
    return EXIT.findings;
  }
  writeLock(file, lock);
  for (const change of changes) context.out(`${change}\n`);
  context.out(`${file.file}${changes.length === 0 ? " (unchanged)" : ""}\n`);
  return EXIT.ok;
}
