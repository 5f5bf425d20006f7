import type { LoadedConfig } from "../config/load";
import { formatPath } from "../config/problem";
import { docsOf, type Finding } from "../rules/finding";
import { lockBreaches, mayGo } from "./breaches";
import type { Lock } from "./lock";
import { readLock } from "./lock-file";

/** What the lock file says of a config. */
export interface LockFindings {
  readonly findings: readonly Finding[];
  /** Whether there is a lock file that cannot be read. */
  readonly unreadable: boolean;
}

/**
 * Judges a config by the lock file beside it. Without a lock file there is nothing to say.
 *
 * @param environment the only one that was loaded. Default all
 */
export function lockFindings(loaded: LoadedConfig, cwd: string, environment?: string): LockFindings {
  const { source, problems, pools, config } = loaded;
  if (source.unreadable.length > 0 || problems.length > 0 || config === undefined)
    return { findings: [], unreadable: false };
  const { file, lock, unreadable } = readLock(source.file, cwd);
  if (unreadable !== undefined) {
    const message = `the lock file cannot be read: ${unreadable}`;
    const fix = "take it from the last good commit, or remove it and write it anew with: cdktf-cognito lock";
    return { findings: [finding("LOCK-01", "error", null, { path: "", file }, message, fix)], unreadable: true };
  }
  if (lock === undefined) return { findings: [], unreadable: false };

  const breaches = lockBreaches(pools, lock).map(({ rule, severity, stack, origin, message, fix }) => {
    const place = { path: formatPath(origin.path), file: source.file, ...source.locate(origin.path, origin.target) };
    return finding(rule, severity, stack, place, message, fix);
  });
  const lost = lostPools(loaded, lock, environment).map(([pool, where]) => {
    const place = { path: "pools", file: source.file, ...source.locate(["pools"], "key") };
    const message = `pool ${pool} in ${where} is locked and gone: a plan would destroy it, with its users`;
    const fix = `put it back under its key; or, when it shall go: cdktf-cognito lock --forget ${pool}-${where}`;
    return finding("LOCK-02", "error", `${pool}-${where}`, place, message, fix);
  });
  return { findings: [...breaches, ...lost], unreadable: false };
}

/** Locked pools of which the config says nothing any more, not even that they may be destroyed. */
function lostPools({ pools, config }: LoadedConfig, lock: Lock, environment: string | undefined): [string, string][] {
  const kept = new Set(pools.map(({ key, environment }) => JSON.stringify([key, environment.key])));
  return Object.entries(lock).flatMap(([pool, environments]) =>
    Object.keys(environments)
      .filter((each) => environment === undefined || each === environment)
      .filter((each) => !kept.has(JSON.stringify([pool, each])) && !mayGo(config?.pools[pool]?.allowDestroy))
      .map((each): [string, string] => [pool, each]),
  );
}

function finding(
  rule: string,
  severity: Finding["severity"],
  stack: string | null,
  place: Pick<Finding, "path" | "file" | "line" | "column" | "length">,
  message: string,
  fix: string,
): Finding {
  return { rule, severity, stack, ...place, message, fix, docs: docsOf(rule) };
}
