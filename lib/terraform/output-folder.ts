import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAlive, withLock } from "./folder-lock";

/** Files that synthesis writes; everything else in the folder belongs to Terraform or to people, and stays. */
const GENERATED = ["cdk.tf.json", "cdk.tf", "metadata.json"];
const MANIFEST = "manifest.json";
const STAGING = ".staging-";
const LOCK = ".lock";

/**
 * Replaces the generated files of an output folder by new ones, all or nothing.
 *
 * `write` fills a staging folder beside the old output: whatever fails there, a full disk or a kill, leaves the old
 * output untouched. Then, one run at a time, each file is renamed into its place and what no stack writes any more is
 * removed; after a kill among the renames every file is whole, old or new, and the next run replaces them all. Files
 * that are no output, such as `.terraform`, lock files and state, stay where they are.
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
    withLock(join(folder, LOCK), () => moveIn(folder, staging, generated));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function moveIn(folder: string, staging: string, generated: (folder: string) => readonly string[]): void {
  const fresh = generated(staging);
  const stale = generated(folder).filter((path) => !fresh.includes(path));
  for (const path of fresh) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
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

/** The generated files of an output folder: those in the folder of each stack, and the manifest that names them. */
export function generatedFiles(folder: string): string[] {
  const stacks = join(folder, "stacks");
  const names = existsSync(stacks) ? readdirSync(stacks) : [];
  const paths = [...names.flatMap((name) => GENERATED.map((file) => join("stacks", name, file))), MANIFEST];
  return paths.filter((path) => existsSync(join(folder, path)));
}
