import type { LoadedConfig } from "../config/load";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { placeIn, ruleDiagnostic } from "../rules/check";
import { isAllowed } from "./allowance";
import type { Lock } from "./lock";
import { readLock } from "./lock-file";
import { lockViolations } from "./violations";

/** What the lock file says about a config. */
export interface LockDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether there is a lock file that cannot be read. */
  readonly unreadable: boolean;
}

/**
 * Compares a config with the lock file beside it. Without a lock file, only errors that are acknowledged need one.
 *
 * @param environment the only one that was loaded. Default all
 */
export function lockDiagnostics(loaded: LoadedConfig, cwd: string, environment?: string): LockDiagnostics {
  const { source, problems, config } = loaded;
  if (source.unreadable.length > 0 || problems.length > 0 || config === undefined)
    return { diagnostics: [], unreadable: false };
  const { file, lock, unreadable } = readLock(source.file, cwd);
  if (unreadable !== undefined) {
    const { why, fix } = unreadable;
    const violation = {
      rule: "LOCK-01",
      severity: "error" as const,
      message: `the lock file cannot be read: ${why}`,
      fix,
    };
    return { diagnostics: [ruleDiagnostic(violation, { path: "", file }, [])], unreadable: true };
  }
  const going = (pool: string) => isAllowed(config.pools[pool]?.allowDestroy);
  return { diagnostics: lockedDiagnostics(loaded, lock ?? {}, environment, going), unreadable: false };
}

/**
 * What a config would lose or change of what is locked.
 *
 * @param environment the only one that was loaded; `undefined` for all
 * @param mayLeave pools that the config no longer has to describe
 */
export function lockedDiagnostics(
  { source, pools }: LoadedConfig,
  lock: Lock,
  environment: string | undefined,
  mayLeave: (pool: string) => boolean,
): Diagnostic[] {
  const violations = lockViolations(pools, lock).map((each) =>
    ruleDiagnostic(each, placeIn(source, each), [each.stack]),
  );
  const described = new Set(pools.map(({ key, environment }) => JSON.stringify([key, environment.key])));
  const removed = Object.entries(lock).flatMap(([pool, environments]) =>
    Object.keys(environments)
      .filter((each) => environment === undefined || each === environment)
      .filter((each) => !described.has(JSON.stringify([pool, each])) && !mayLeave(pool))
      .map((each) => removedPool(pool, each, placeIn(source, { path: ["pools"], target: "key" }))),
  );
  return [...violations, ...removed];
}

/** A locked pool that the config no longer describes, and does not allow to be destroyed. */
function removedPool(pool: string, environment: string, place: ReturnType<typeof placeIn>): Diagnostic {
  const stack = `${pool}-${environment}`;
  const message = `pool ${pool} in ${environment} is locked but missing: a plan would destroy it and all its users`;
  const fix = `restore it under its key; to destroy it on purpose: cdktf-cognito lock --forget ${stack}`;
  return ruleDiagnostic({ rule: "LOCK-02", severity: "error", message, fix }, place, [stack]);
}
