import { extname } from "node:path";
import type { Path } from "../model/source";
import { imageUri, isDataUri } from "./data-uri";
import { type Fault, readNamedFile, readNamedText } from "./named-file";
import { NAMED_FILES, type NamedFileKey } from "./named-files";
import { formatPath, type Problem } from "./problem";
import { ownValue } from "./validate/schema-at";

/** Where pools are written: their own place, and the overlays of environments. */
const POOLS: readonly (readonly string[])[] = [
  ["pools", "*"],
  ["environments", "*", "pools", "*"],
];

/** A config in which the content of each file has replaced its name. */
export interface WithFileTexts {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The names of the files that were read, by the formatted path of their key. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads what a config has in files of their own: texts, `emailMessage: { file: messages/verify.html }`, and images,
 * `image: brand/logo.png`, which become `data:` URIs.
 *
 * @param folder where the config file is; a file must be in it. Default none: no file can be read
 */
export function withFileTexts(config: unknown, folder: string | undefined): WithFileTexts {
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  let value = config;
  for (const named of namesIn(config)) {
    const { path, name } = named;
    const content = contentOf(named, folder);
    if (typeof content === "string") files.set(formatPath(path), name as string);
    else problems.push({ rule: "CFG-14", path, target: "value", ...content });
    value = replaced(value, path, typeof content === "string" ? content : emptyOf(named));
  }
  return { value, problems, files };
}

/** The names of all files whose text a config takes. */
export function fileNamesIn(config: unknown): string[] {
  return namesIn(config).flatMap(({ name, kind }) => (typeof name === "string" && kind !== undefined ? [name] : []));
}

interface Named extends Omit<NamedFileKey, "at"> {
  readonly path: Path;
  readonly name: unknown;
}

function namesIn(config: unknown): Named[] {
  const named = new Map<string, Named>();
  for (const pool of POOLS)
    for (const { at, ...how } of NAMED_FILES)
      for (const { path, value } of matches(config, [...pool, ...at], [])) {
        const key = JSON.stringify(path);
        const name = how.as === undefined ? (isFile(value) ? value.file : undefined) : pathIn(value);
        if (name !== undefined && !named.has(key)) named.set(key, { ...how, path, name });
      }
  return [...named.values()];
}

function contentOf({ path, name, kind, as }: Named, folder: string | undefined): string | Fault {
  if (kind === undefined) return notFromFile(path);
  if (as !== "image") return readNamedText(name, folder, kind);
  const bytes = readNamedFile(name, folder, kind);
  return "message" in bytes ? bytes : imageUri(extname(name as string), bytes);
}

/** What takes the place of a file that cannot be read, and has no fault of its own. */
function emptyOf({ kind, as }: Named): string {
  if (as === "json") return "{}";
  return as === undefined || kind === undefined ? "" : imageUri(kind.extensions[0] as string, Buffer.alloc(0));
}

function pathIn(value: unknown): unknown {
  return typeof value === "string" && !isDataUri(value) && !value.trimStart().startsWith("{") ? value : undefined;
}

function notFromFile(path: Path): Fault {
  return {
    message: `${path.at(-1)} cannot be read from a file`,
    fix: "write the value, or a variable where it is secret: { var: NAME, sensitive: true }",
  };
}

/** The values at the paths that a pattern describes. */
function matches(value: unknown, [step, ...rest]: readonly string[], path: Path): { path: Path; value: unknown }[] {
  if (step === undefined) return [{ path, value }];
  if (typeof value !== "object" || value === null) return [];
  const keys: readonly (string | number)[] =
    step !== "*" ? [step] : Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => matches(ownValue(value, key), rest, [...path, key]));
}

function isFile(value: unknown): value is { readonly file: unknown } {
  return ownValue(value, "file") !== undefined && Object.keys(value as object).length === 1;
}

/** A copy of a value with another at a path; what is beside the path is shared. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const changed = replaced(ownValue(value, key), rest, by);
  if (Array.isArray(value)) return value.with(Number(key), changed);
  return { ...(value as object), [key]: changed };
}
