import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, relative, resolve } from "node:path";
import { UsageError } from "../config/load";

/** Formats that are data only: one file is enough, and nothing of the ref is executed. */
const DATA = [".yaml", ".yml", ".json"];

/** A file as it was at a git ref, in a folder of its own. */
export interface FileAtRef {
  /** Replaces the folder in which the command runs. */
  readonly cwd: string;
  /** The file, relative to `cwd`. */
  readonly file: string;
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
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  try {
    if (DATA.includes(extname(found))) {
      const text = git(["cat-file", "blob", `${commit}:${found}`], root);
      mkdirSync(dirname(join(tree, found)), { recursive: true });
      writeFileSync(join(tree, found), text);
      if (text.includes("MetadataFile")) documentsBeside(found, commit, root, tree);
    } else wholeTree(commit, root, tree, join(folder, "index"));
    mkdirSync(base.cwd, { recursive: true });
    return { ...base, file: relative(base.cwd, join(tree, found)) };
  } catch (error) {
    base.remove();
    throw error;
  }
}

/** Takes the documents out that a config may name: XML files in its folder. */
function documentsBeside(config: string, commit: string, root: string, tree: string): void {
  const folder = dirname(config);
  const names = git(
    ["ls-tree", "-r", "-z", "--name-only", commit, ...(folder === "." ? [] : ["--", `${folder}/`])],
    root,
  );
  for (const name of names
    .toString()
    .split("\0")
    .filter((each) => extname(each).toLowerCase() === ".xml")) {
    mkdirSync(dirname(join(tree, name)), { recursive: true });
    writeFileSync(join(tree, name), git(["cat-file", "blob", `${commit}:${name}`], root));
  }
}

/** Checks a whole commit out into a folder, through an index of its own; installed packages are those of today. */
function wholeTree(commit: string, root: string, tree: string, index: string): void {
  const env = { ...process.env, GIT_INDEX_FILE: index };
  mkdirSync(tree);
  git(["read-tree", commit], root, env);
  git(["checkout-index", "--all", "--force", `--prefix=${tree}/`], root, env);
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

function git(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): Buffer {
  return execFileSync("git", args as string[], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 256 * 1024 * 1024,
  });
}
