import { relative } from "node:path";

/** What the operating system refuses, in words; `code` of Node's errors. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EEXIST: "it exists already",
  EISDIR: "it is a folder, not a file",
  ELOOP: "its symbolic links form a circle",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "it does not exist",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is a file, not a folder",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
};

/** The same of a folder that cannot be made, where it means something else. */
const NO_FOLDER: Readonly<Record<string, string>> = {
  EEXIST: "a symbolic link that leads nowhere",
  ENOENT: "a folder cannot be made there",
};

/**
 * What an error of the file system means, with the path as seen from the working folder; absent of any other error.
 *
 * @param cwd absolute path of the working folder
 */
export function fileErrorOf(error: unknown, cwd: string): string | undefined {
  if (typeof error !== "object" || error === null || !("syscall" in error)) return undefined;
  const { code = "", dest, path, message, syscall } = error as NodeJS.ErrnoException & { readonly dest?: string };
  const reason = syscall === "mkdir" ? (NO_FOLDER[code] ?? REASONS[code]) : REASONS[code];
  // Of a file that is moved into its place, the place matters.
  const named = dest ?? path;
  if (named === undefined || reason === undefined) return message;
  const shown = relative(cwd, named);
  return `${shown.startsWith("..") ? named : shown || "."}: ${reason}`;
}
