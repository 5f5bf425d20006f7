import { existsSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolders } from "../make-folders";
import { UsageError } from "../usage-error";
import { isAlive, withLock } from "./folder-lock";

const STAGING = ".staging-";
const LOCK = ".lock";

export interface Replacement {
  /** Fills the staging folder as the output folder shall be. */
  readonly write: (staging: string) => void;
  /** The paths of the files in a folder that are output of the same source, to be replaced or removed. */
  readonly generated: (folder: string) => readonly string[];
  /** Runs around the moves, while no other run writes: may refuse them by throwing, and complete the staging folder. */
  readonly around?: (staging: string, move: () => void) => void;
}

/**
 * Replaces the generated files of an output folder by new ones, all or nothing.
 *
 * `write` fills a staging folder beside the old output: whatever fails there, a full disk or a kill, leaves the old
 * output untouched. Then, one run at a time, each file is renamed into its place and generated files that are no longer
 * written are removed; after a kill among the renames every file is whole, old or new, and the next run replaces them
 * all. Files that are not output, such as `.terraform`, lock files and state, stay where they are.
 *
 * @param folder the output folder; made when it does not exist
 */
export function replaceOutput(folder: string, { write, generated, around = (_, move) => move() }: Replacement): void {
  makeFolder(folder);
  const staging = mkdtempSync(join(folder, `${STAGING}${process.pid}-`));
  try {
    write(staging);
    withLock(join(folder, LOCK), () => around(staging, () => moveIn(folder, staging, generated)));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * Makes a folder, and those that it is in, where it does not exist.
 *
 * @throws UsageError when there is a file of that name
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`${folder} is a file; name a folder`);
  makeFolders(folder);
}

function moveIn(folder: string, staging: string, generated: Replacement["generated"]): void {
  const fresh = generated(staging);
  const stale = generated(folder).filter((path) => !fresh.includes(path));
  for (const path of fresh) {
    makeFolders(dirname(join(folder, path)));
    renameSync(join(staging, path), join(folder, path));
  }
  for (const path of stale) {
    rmSync(join(folder, path), { force: true });
    removeIfEmpty(dirname(join(folder, path)));
  }
  for (const remains of deadRuns(folder)) rmSync(remains, { recursive: true, force: true });
}

/** Staging folders of runs that were killed. */
function deadRuns(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(STAGING) && !isAlive(Number.parseInt(name.slice(STAGING.length), 10)))
    .map((name) => join(folder, name));
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
