import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileNamesIn } from "../config/file-texts";
import { CONFIG_NAMES, type LoadedConfig, loadConfig, loadSource, UsageError } from "../config/load";
import { displayName, readConfigFile } from "../config/read-file";
import { fileAtRef } from "./git-tree";

export interface BaseOptions {
  readonly cwd: string;
  /** A file, a git ref, or `<ref>:<file>`. */
  readonly base: string;
  /** The head's config file: the base's has the same name, or one of the usual names beside it. */
  readonly head: string;
}

/** A config that a change starts from. */
export interface Base extends LoadedConfig {
  /** Where it was, if the head's is at another place. */
  readonly movedFrom?: string;
}

/**
 * Loads the config that a change starts from.
 *
 * @returns `undefined` when the ref holds no config yet: then everything is new
 * @throws UsageError when `base` names no file and no ref, or a file that its ref does not hold
 */
export async function loadBase({ cwd, base, head }: BaseOptions): Promise<Base | undefined> {
  if (isFile(resolve(cwd, base))) return loadConfig({ cwd, config: base });
  const [, ref, named] = /^([^:]+):(.+)$/.exec(base) ?? [undefined, base, undefined];
  const beside = CONFIG_NAMES.map((name) => join(dirname(head), name)).filter(
    (name) => basename(name) !== basename(head),
  );
  const at =
    named === undefined
      ? fileAtRef(ref as string, [head, ...beside], cwd, { movedFrom: [basename(head), ...CONFIG_NAMES] })
      : fileAtRef(ref as string, [named], cwd, "from the root");
  if (at === undefined && named !== undefined) throw new UsageError(`--base ${base}: ${ref} has no file ${named}`);
  if (at === undefined) return undefined;
  try {
    const source = await readConfigFile(at.file, at.tree);
    at.take(fileNamesIn(source.value));
    const file = displayName(at.path, cwd);
    const loaded = await loadSource({ ...source, file });
    return at.isMoved ? { ...loaded, movedFrom: file } : loaded;
  } finally {
    at.remove();
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
