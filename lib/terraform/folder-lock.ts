import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";

/** How long to wait for another run; the work under the lock is a few renames. */
const PATIENCE_MS = 30_000;

/**
 * Runs while no other process does the same under this file, which holds the id of its owner. A lock whose owner has
 * died is taken over.
 *
 * @throws Error when another process holds the lock for longer than its work can take
 */
export function withLock<T>(file: string, run: () => T): T {
  const deadline = Date.now() + PATIENCE_MS;
  while (!acquire(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else if (Date.now() > deadline) throw new Error(`${file}: another run writes here; try again when it is done`);
    else sleep(10);
  }
  try {
    return run();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whether a process of this id runs on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function acquire(file: string): boolean {
  try {
    const descriptor = openSync(file, "wx");
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Whether the owner has died: later, or before it could write down its id. */
function isAbandoned(file: string): boolean {
  try {
    const owner = readFileSync(file, "utf8");
    return owner === "" ? Date.now() - statSync(file).mtimeMs > 1_000 : !isAlive(Number(owner));
  } catch {
    return false;
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
