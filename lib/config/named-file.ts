import { readFileSync, realpathSync, statSync } from "node:fs";
import { extname, join, posix, relative, sep, win32 } from "node:path";
import type { Problem } from "./problem";

/** What a file that a config names may be. */
export interface FileKind {
  /** With its article: `an .xml file`. */
  readonly what: string;
  /** In lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Bytes of the largest file that is read. */
  readonly maxBytes: number;
  /** How a config names one: `{ file: idp/metadata.xml }`. */
  readonly example: string;
  /** What to do about a larger file. */
  readonly shorten: string;
}

/** Why a file cannot be read. */
export type Fault = Pick<Problem, "message" | "fix">;

/**
 * Reads a file that a config names. It must be in the folder of the config, also behind symbolic links, so that a config
 * says the same on every machine and at every commit. Never throws.
 *
 * @param name as the config has it: with `/`, relative to `folder`
 * @param folder where the config is; `undefined` where the config came from no file
 */
export function readNamedFile(name: unknown, folder: string | undefined, kind: FileKind): Buffer | Fault {
  const fix = `name ${kind.what} in the folder of the config: ${kind.example}`;
  const refused = (message: string) => ({ message: `file ${message}`, fix });
  if (typeof name !== "string" || !kind.extensions.includes(extname(name).toLowerCase()))
    return refused(`${JSON.stringify(name)} must be the path of ${kind.what}`);
  if (folder === undefined) return refused(`${name} cannot be read: the config has no folder`);
  if (pathInFolder(name) === undefined) return refused(`${name} is outside of the config's folder`);
  try {
    const root = realpathSync(folder);
    const path = realpathSync(join(root, name));
    if (relative(root, path).split(sep)[0] === "..") return refused(`${name} is outside of the config's folder`);
    const stat = statSync(path);
    // Reading a pipe or a device may never end.
    if (!stat.isFile()) return refused(`${name} is not a regular file`);
    if (stat.size > kind.maxBytes)
      return {
        message: `file ${name} has ${stat.size} bytes; at most ${kind.maxBytes} are allowed`,
        fix: kind.shorten,
      };
    return stat.size === 0 ? emptyFile(name) : readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refused(code === "ENOENT" ? `${name} does not exist beside the config` : `${name} cannot be read (${code})`);
  }
}

/**
 * The text of a file that a config names, as it is in the file, line ends included; without a byte order mark.
 * Never throws.
 */
export function readNamedText(name: unknown, folder: string | undefined, kind: FileKind): string | Fault {
  const bytes = readNamedFile(name, folder, kind);
  if ("message" in bytes) return bytes;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text === "" ? emptyFile(String(name)) : text;
  } catch {
    return { message: `file ${name} is not text in UTF-8`, fix: "save it as UTF-8" };
  }
}

function emptyFile(name: string): Fault {
  return { message: `file ${name} is empty`, fix: "write what it is for into it, or name no file" };
}

/** A name without `.` and `..`; `undefined` where it is absolute or leaves the folder. */
export function pathInFolder(name: string): string | undefined {
  if (posix.isAbsolute(name) || win32.isAbsolute(name)) return undefined;
  const path = posix.normalize(name);
  return path.split("/")[0] === ".." ? undefined : path;
}
