import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, posix, relative, resolve } from "node:path";
import { UsageError } from "../config/load";
import { pathInFolder } from "../config/named-file";

/** Formats that are data only: one file is enough, and nothing of the ref is executed. */
const DATA = [".yaml", ".yml", ".json"];

/** A file as it was at a git ref, in a folder of its own. */
export interface FileAtRef {
  /** Replaces the folder in which the command runs. */
  readonly cwd: string;
  /** The file, relative to `cwd`. */
  readonly file: string;
  /** Adds the files beside it that it names, as they were at the ref. */
  readonly take: (names: readonly string[]) => void;
  readonly remove: () => void;
}

/**
 * Takes the first of several files that a git ref holds out of the repository, without touching its working tree.
 * A program (`.ts`, `.js`, ...) comes with the whole tree of the ref, since it may import from it.
 *
 * @param files candidates, relative to `cwd` or absolute
 * @returns `undefined` when the ref holds none of them
 * @throws UsageError when there is no repository or no such ref
 */
export function fileAtRef(ref: string, files: readonly string[], cwd: string): FileAtRef | undefined {
  const root = repository(cwd);
  const commit = commitOf(ref, cwd);
  const here = realpathSync(cwd);
  const found = files
    .map((file) => relative(root, resolve(here, file)).replaceAll("\\", "/"))
    .find((path) => !path.startsWith("..") && has(commit, path, root));
  if (found === undefined) return undefined;

  const folder = mkdtempSync(join(tmpdir(), "cdktf-cognito-base-"));
  const tree = join(folder, "tree");
  const base = {
    cwd: join(tree, relative(root, here)),
    take: (names: readonly string[]) => {
      if (DATA.includes(extname(found))) filesBeside(found, names, commit, root, tree);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  try {
    if (DATA.includes(extname(found))) {
      const text = git(["cat-file", "blob", `${commit}:${found}`], root);
      mkdirSync(dirname(join(tree, found)), { recursive: true });
      writeFileSync(join(tree, found), text);
    } else wholeTree(commit, root, tree, join(folder, "index"));
    mkdirSync(base.cwd, { recursive: true });
    return { ...base, file: relative(base.cwd, join(tree, found)) };
  } catch (error) {
    base.remove();
    throw error;
  }
}

/** Takes files out that a config names, also behind symbolic links; one that the commit does not have stays missing. */
function filesBeside(config: string, names: readonly string[], commit: string, root: string, tree: string): void {
  for (const name of names) {
    const inFolder = pathInFolder(name);
    if (inFolder === undefined || /[\n\0]/.test(inFolder)) continue;
    const path = posix.join(posix.dirname(config), inFolder);
    const content = linkedBlob(commit, path, root);
    if (content === undefined) continue;
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
  }
}

/** The content of a file of a commit, also behind symbolic links within the commit. */
function linkedBlob(commit: string, path: string, root: string): Buffer | undefined {
  const input = `${commit}:${path}\n`;
  const answer = git(["cat-file", "--batch", "--follow-symlinks"], root, { input });
  const end = answer.indexOf("\n");
  const size = /^[0-9a-f]+ blob (\d+)$/.exec(answer.subarray(0, end).toString())?.[1];
  return size === undefined ? undefined : answer.subarray(end + 1, end + 1 + Number(size));
}

/** Checks a whole commit out into a folder, through an index of its own; installed packages are those of today. */
function wholeTree(commit: string, root: string, tree: string, index: string): void {
  const env = { ...process.env, GIT_INDEX_FILE: index };
  mkdirSync(tree);
  git(["read-tree", commit], root, { env });
  git(["checkout-index", "--all", "--force", `--prefix=${tree}/`], root, { env });
  const packages = join(root, "node_modules");
  if (existsSync(packages) && !existsSync(join(tree, "node_modules")))
    symlinkSync(packages, join(tree, "node_modules"));
}

function repository(cwd: string): string {
  try {
    return realpathSync(git(["rev-parse", "--show-toplevel"], cwd).toString().trim());
  } catch {
    throw new UsageError("not in a git repository; --base must name a file");
  }
}

function commitOf(ref: string, cwd: string): string {
  try {
    return git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`], cwd)
      .toString()
      .trim();
  } catch {
    throw new UsageError(`--base ${ref} is neither a file nor a git ref; fetch the ref, or name a file`);
  }
}

function has(commit: string, path: string, root: string): boolean {
  try {
    git(["cat-file", "-e", `${commit}:${path}`], root);
    return true;
  } catch {
    return false;
  }
}

function git(
  args: readonly string[],
  cwd: string,
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Buffer {
  return execFileSync("git", args as string[], {
    cwd,
    ...options,
    stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    maxBuffer: 256 * 1024 * 1024,
  });
}
