import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { isAlive, withLock } from "./folder-lock";

/** Files that synthesis writes; everything else in the folder belongs to Terraform or to people, and stays. */
const GENERATED = ["cdk.tf.json", "cdk.tf", "metadata.json"];
const MANIFEST = "manifest.json";
const STAGING = ".staging-";
const COMMIT = "commit.json";
const LOCK = ".lock";

/** What is left to do once everything new lies ready in the staging folder. */
interface Commit {
  /** Paths within the output folder: moved there from the staging folder. */
  readonly write: readonly string[];
  /** Paths within the output folder that no stack writes any more. */
  readonly remove: readonly string[];
}

/**
 * Replaces the generated files of an output folder by new ones, all or nothing.
 *
 * `write` fills a staging folder beside the old output: whatever fails there, a full disk or a kill, leaves the old
 * output untouched. Then, one run at a time, a list of renames is written down and carried out; a run that dies in the
 * middle of the list is finished by the next. Files that are no output, such as `.terraform`, lock files and state,
 * stay where they are.
 *
 * @param folder the output folder; made when it does not exist
 * @param write fills the staging folder as the output folder shall be
 * @param generated the paths of those files in a folder that are output; default those of stacks
 */
export function replaceOutput(
  folder: string,
  write: (staging: string) => void,
  generated: (folder: string) => readonly string[] = generatedFiles,
): void {
  mkdirSync(folder, { recursive: true });
  const staging = mkdtempSync(join(folder, `${STAGING}${process.pid}-`));
  try {
    write(staging);
    withLock(join(folder, LOCK), () => {
      finishDeadRuns(folder, staging);
      const fresh = generated(staging);
      const remove = generated(folder).filter((path) => !fresh.includes(path));
      writeCommit(staging, { write: fresh, remove });
      carryOut(folder, staging);
    });
  } catch (error) {
    if (!existsSync(join(staging, COMMIT))) rmSync(staging, { recursive: true, force: true });
    throw error;
  }
}

/** Carries out what a run that died left half done, and forgets what another had not made ready. */
function finishDeadRuns(folder: string, own: string): void {
  const names = readdirSync(folder).filter((name) => name.startsWith(STAGING) && join(folder, name) !== own);
  for (const name of names) {
    const staging = join(folder, name);
    if (existsSync(join(staging, COMMIT))) carryOut(folder, staging);
    else if (!isAlive(Number.parseInt(name.slice(STAGING.length), 10)))
      rmSync(staging, { recursive: true, force: true });
  }
}

/** The commit appears whole or not at all. */
function writeCommit(staging: string, commit: Commit): void {
  const draft = join(staging, `${COMMIT}.draft`);
  writeFileSync(draft, JSON.stringify(commit));
  renameSync(draft, join(staging, COMMIT));
}

function carryOut(folder: string, staging: string): void {
  const commit = JSON.parse(readFileSync(join(staging, COMMIT), "utf8")) as Commit;
  for (const path of commit.write) {
    if (!existsSync(join(staging, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    renameSync(join(staging, path), join(folder, path));
  }
  for (const path of commit.remove) {
    rmSync(join(folder, path), { force: true });
    removeIfEmpty(dirname(join(folder, path)));
  }
  rmSync(staging, { recursive: true, force: true });
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

/** The generated files of an output folder: the manifest, and those in the folder of each stack. */
function generatedFiles(folder: string): string[] {
  const stacks = join(folder, "stacks");
  const names = existsSync(stacks) ? readdirSync(stacks) : [];
  const paths = [MANIFEST, ...names.flatMap((name) => GENERATED.map((file) => join("stacks", name, file)))];
  return paths.filter((path) => existsSync(join(folder, path))).map((path) => relative(folder, join(folder, path)));
}
