import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { UsageError } from "../usage-error";
import { git } from "./git";

interface Commit {
  readonly ref: string;
  readonly commit: string;
  /** The repository. */
  readonly root: string;
}

/**
 * Where a commit has a config that moved since: what git takes for a rename, or the one file with a name of a config that the
 * working tree no longer has. A moved config that passed for a new one would hide every change in it.
 *
 * @param head the config in the working tree, relative to the repository
 * @param names the names that it may have had
 * @throws UsageError when several files of the commit may be it
 */
export function movedFrom({ ref, commit, root }: Commit, head: string, names: readonly string[]): string | undefined {
  const renamed = renames(commit, root).get(head);
  if (renamed !== undefined) return renamed;
  const gone = listed(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit], root).filter(
    (file) => names.includes(basename(file)) && !existsSync(join(root, file)),
  );
  const [one, ...others] = gone;
  if (others.length > 0)
    throw new UsageError(
      `--base ${ref} has no ${head}, but ${gone.length} configs that are gone: ${gone.join(", ")}; name the one to compare with: --base ${ref}:FILE`,
    );
  return one;
}

/** The files of a commit that have another path now, by that path: none where git would need what was not fetched. */
function renames(commit: string, root: string): ReadonlyMap<string, string> {
  let parts: string[] = [];
  try {
    parts = listed(["diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", commit], root);
  } catch {}
  const found = new Map<string, string>();
  for (let index = 0; index + 2 < parts.length; index += 3)
    found.set(parts[index + 2] as string, parts[index + 1] as string);
  return found;
}

function listed(args: readonly string[], root: string): string[] {
  return git(args, root).toString().split("\0").filter(Boolean);
}
