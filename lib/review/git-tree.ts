import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, extname, join, posix, relative, resolve } from "node:path";
import { UsageError } from "../config/load";
import { pathInFolder } from "../config/named-file";
import { temporaryFolder } from "../temporary-folder";
import { git } from "./git";
import { movedFrom } from "./moved-config";

/** Formats that are data only: one file is enough, and nothing of the ref is executed. */
const DATA = [".yaml", ".yml", ".json"];

/** A file as it was at a git ref, in a folder of its own. */
export interface FileAtRef {
  /** A folder with files of the repository as they were at the ref. */
  readonly tree: string;
  /** The file, relative to `tree`. */
  readonly file: string;
  /** The absolute path of the file in the working tree, as the candidate was named. */
  readonly path: string;
  /** Whether it was at another place than every candidate. */
  readonly isMoved: boolean;
  /** Adds the files beside it that it names, as they were at the ref. */
  readonly take: (names: readonly string[]) => void;
  readonly remove: () => void;
}

/**
 * Takes the first of several files that a git ref holds out of the repository that has them, without touching its working
 * tree. A program (`.ts`, `.js`, ...) comes with the whole tree of the ref, since it may import from it.
 *
 * @param files candidates in one folder, relative to `cwd` or absolute
 * @param otherwise where else it may be: as git names files, from the root of the repository, or where the first of them was
 *   before it moved, given the names that it may have had
 * @returns `undefined` when the ref holds none of them
 * @throws UsageError when there is no repository, no such ref, or nothing to read where the ref has the file
 */
export function fileAtRef(
  ref: string,
  files: readonly string[],
  cwd: string,
  otherwise: "from the root" | { readonly movedFrom: readonly string[] },
): FileAtRef | undefined {
  const given = files.map((file) => resolve(cwd, file));
  const root = repository(existingFolder(given[0] as string));
  const commit = commitOf(ref, root);
  const inRepository = (path: string) => relative(root, inRealFolder(path)).replaceAll("\\", "/");
  const isThere = (each: string) => !inRepository(each).startsWith("..") && has(commit, inRepository(each), root);
  const elsewhere = () => {
    if (otherwise === "from the root") return [join(root, files[0] as string)].find(isThere);
    const found = movedFrom({ ref, commit, root }, inRepository(given[0] as string), otherwise.movedFrom);
    return found === undefined ? undefined : join(root, found);
  };
  const direct = given.find(isThere);
  const path = direct ?? elsewhere();
  if (path === undefined) return undefined;
  const found = inRepository(path);

  const { path: folder, remove } = temporaryFolder("cdktf-cognito-base-");
  const tree = join(folder, "tree");
  const isData = DATA.includes(extname(found));
  const base = {
    tree,
    file: found,
    path,
    isMoved: direct === undefined && otherwise !== "from the root",
    take: (names: readonly string[]) => {
      if (isData) filesBeside(found, names, commit, root, tree);
    },
    remove,
  };
  try {
    if (isData) {
      const text = linkedBlob(commit, found, root);
      if (text === undefined) throw new UsageError(`--base ${ref}: ${found} is neither a file there nor a link to one`);
      mkdirSync(dirname(join(tree, found)), { recursive: true });
      writeFileSync(join(tree, found), text);
    } else wholeTree(commit, root, tree, join(folder, "index"));
    return base;
  } catch (error) {
    remove();
    throw error;
  }
}

/** A path without symbolic links on the way to its folder: the file itself may be one, at one commit and not at another. */
function inRealFolder(path: string): string {
  const folder = existingFolder(path);
  return join(realpathSync(folder), relative(folder, path));
}

/** The nearest folder around a path that exists. */
function existingFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? folder : existingFolder(folder);
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
  const env = { GIT_INDEX_FILE: index };
  mkdirSync(tree);
  git(["read-tree", commit], root, { env });
  git(["checkout-index", "--all", "--force", `--prefix=${tree}/`], root, { env });
  const packages = join(root, "node_modules");
  if (existsSync(packages) && !existsSync(join(tree, "node_modules")))
    symlinkSync(packages, join(tree, "node_modules"));
}

function repository(folder: string): string {
  try {
    return realpathSync(git(["rev-parse", "--show-toplevel"], folder).toString().trim());
  } catch (error) {
    throw new UsageError(`${noRepository(error as ExecError)}; --base must name a file`);
  }
}

interface ExecError extends NodeJS.ErrnoException {
  readonly stderr?: Buffer;
}

/** Why there is no repository: git may be missing, or refuse one that belongs to another user, as in containers. */
function noRepository({ code, stderr }: ExecError): string {
  if (code === "ENOENT") return "git is not installed or not on the PATH";
  const said = `${stderr ?? ""}`.replace(/^fatal: /, "").trim();
  return said === "" || said.startsWith("not a git repository")
    ? "not in a git repository"
    : `git refuses: ${said.replace(/\s+/g, " ")}`;
}

function commitOf(ref: string, root: string): string {
  try {
    return git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`], root)
      .toString()
      .trim();
  } catch {
    throw new UsageError(`--base ${ref} is neither a file nor a git ref; fetch the ref, or name a file`);
  }
}

/** Whether a commit has a file, also where its content was not fetched. */
function has(commit: string, path: string, root: string): boolean {
  return git(["--literal-pathspecs", "ls-tree", commit, "--", path], root).length > 0;
}
