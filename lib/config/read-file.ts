import { readFileSync, statSync } from "node:fs";
import { dirname, extname, relative, resolve } from "node:path";
import { mergeConflictIn } from "./merge-conflict";
import type { Unreadable } from "./problem";
import { emptyFile, type SourceFile, unreadableFile } from "./source-file";
import { textLines } from "./text-lines";

/** Bytes above which a file is taken for something else than a config: 10,000 clients need 4 MB. */
const MAX_BYTES = 32 * 1024 * 1024;

const EXTENSIONS = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".yaml", ".yml", ".json"];

/**
 * Reads a config file in the format that its name says. Never throws: whatever goes wrong is in `unreadable`.
 *
 * @param name path of the file, relative to `cwd` or absolute
 */
export async function readConfigFile(name: string, cwd: string): Promise<SourceFile> {
  const path = resolve(cwd, name);
  const file = displayName(path, cwd);
  const extension = extname(path);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return unreadableFile(file, unreadable("this is a folder", "name the config file in it"));
  if (!EXTENSIONS.includes(extension))
    return unreadableFile(
      file,
      unreadable(
        `${extension || "a name without extension"} is not a config format`,
        `use one of ${EXTENSIONS.join(" ")}`,
      ),
    );
  const bytes = readBytes(path);
  if ("rule" in bytes) return unreadableFile(file, bytes);
  const text = decode(bytes);
  if (typeof text !== "string") return unreadableFile(file, text);
  const conflict = mergeConflictIn(text);
  if (conflict !== undefined) return { ...unreadableFile(file, conflict), ...textLines(text) };
  return { ...(await readFormat(extension, file, path, text)), folder: dirname(path) };
}

/** Each format brings a library; a run loads the one it needs. */
async function readFormat(extension: string, file: string, path: string, text: string): Promise<SourceFile> {
  if (extension === ".yaml" || extension === ".yml")
    return (require("./yaml-file") as typeof import("./yaml-file")).readYaml(file, text);
  if (extension === ".json") return (require("./json-file") as typeof import("./json-file")).readJson(file, text);
  return (require("./typescript-file") as typeof import("./typescript-file")).readTypeScript(file, path, text);
}

function readBytes(path: string): Buffer | Unreadable {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES)
      return unreadable(
        `the file has ${Math.ceil(size / 1_048_576)} MB; a config has at most ${MAX_BYTES / 1_048_576} MB`,
        "name the config file itself, or split it",
      );
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT")
      return unreadable("the file does not exist", "name an existing file, or begin with: cdktf-cognito init");
    return unreadable(`the file cannot be read (${code})`, "check its permissions");
  }
}

function decode(bytes: Buffer): string | Unreadable {
  try {
    if (bytes.includes(0)) throw new TypeError("binary");
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() === "" ? emptyFile() : text;
  } catch {
    return unreadable("the file is not text in UTF-8", "name the config file itself, saved as UTF-8");
  }
}

function unreadable(message: string, fix: string): Unreadable {
  return { rule: "CFG-01", message, fix };
}

/** A path as a person in `cwd` would name it. */
export function displayName(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return (shown.startsWith("..") ? path : shown || ".").replaceAll("\\", "/");
}
