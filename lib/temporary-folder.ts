import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What ends a process and lets it clean up first. */
export const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface TemporaryFolder {
  readonly path: string;
  /** Removes it with all that is in it; a second time does nothing. */
  readonly remove: () => void;
}

/**
 * Makes an empty folder of its own. A signal that ends the process removes it before; whoever listens for signals too ends
 * the process.
 *
 * @param prefix of its name
 */
export function temporaryFolder(prefix: string): TemporaryFolder {
  // Listened for before there is anything to leave behind.
  let path = "";
  const remove = () => {
    for (const signal of SIGNALS) process.removeListener(signal, interrupted);
    if (path !== "") rmSync(path, { recursive: true, force: true });
  };
  const interrupted = (signal: NodeJS.Signals) => {
    remove();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    path = mkdtempSync(join(tmpdir(), prefix));
  } catch (error) {
    remove();
    throw error;
  }
  return { path, remove };
}
