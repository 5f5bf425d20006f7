import type { Path } from "../model/source";
import { type Fault, type FileKind, readNamedText } from "./named-file";
import { formatPath, type Problem } from "./problem";
import { ownValue } from "./validate/schema-at";

const METADATA: FileKind = {
  what: "an .xml file",
  extensions: [".xml"],
  maxBytes: 131_072,
  example: "{ file: idp/metadata.xml }",
  shorten: "remove what is not about SAML from the document, or use MetadataURL",
};

/** A message of 20,000 characters, the longest that AWS accepts, has at most 80,000 bytes in UTF-8. */
const MESSAGE: FileKind = {
  what: "an .html or .txt file",
  extensions: [".html", ".htm", ".txt"],
  maxBytes: 80_000,
  example: "{ file: messages/verify.html }",
  shorten: "shorten the text",
};

/**
 * The keys of a pool whose text `{ file: PATH }` can give, and beside them those that people may try, which take none.
 * `*` is any key, or each item of a list; the first row that matches counts.
 */
const FILE_TEXTS: readonly (readonly [at: readonly string[], kind: FileKind | undefined])[] = [
  [["identityProviders", "*", "providerDetails", "MetadataFile"], METADATA],
  [["emailMfa", "message"], MESSAGE],
  [["smsAuthenticationMessage"], MESSAGE],
  [["inviteMessage", "emailMessage"], MESSAGE],
  [["inviteMessage", "smsMessage"], MESSAGE],
  [["verificationMessage", "emailMessage"], MESSAGE],
  [["verificationMessage", "emailMessageByLink"], MESSAGE],
  [["verificationMessage", "smsMessage"], MESSAGE],
  [["identityProviders", "*", "providerDetails", "*"], undefined],
  [["emailMfa", "*"], undefined],
  [["inviteMessage", "*"], undefined],
  [["verificationMessage", "*"], undefined],
];

/** Where pools are written: their own place, and the overlays of environments. */
const POOLS: readonly (readonly string[])[] = [
  ["pools", "*"],
  ["environments", "*", "pools", "*"],
];

/** A config in which the text of each file has replaced `{ file: PATH }`. */
export interface WithFileTexts {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The names of the files that were read, by the formatted path of their key. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads the texts that a config has in files of their own: `emailMessage: { file: messages/verify.html }`.
 *
 * @param folder where the config file is; a file must be in it. Default none: no file can be read
 */
export function withFileTexts(config: unknown, folder: string | undefined): WithFileTexts {
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  let value = config;
  for (const { path, name, kind } of namesIn(config)) {
    const text = kind === undefined ? notFromFile(path) : readNamedText(name, folder, kind);
    if (typeof text === "string") files.set(formatPath(path), name as string);
    else problems.push({ rule: "CFG-14", path, target: "value", ...text });
    value = replaced(value, path, typeof text === "string" ? text : "");
  }
  return { value, problems, files };
}

/** The names of all files whose text a config takes. */
export function fileNamesIn(config: unknown): string[] {
  return namesIn(config).flatMap(({ name, kind }) => (typeof name === "string" && kind !== undefined ? [name] : []));
}

interface Named {
  readonly path: Path;
  readonly name: unknown;
  readonly kind: FileKind | undefined;
}

function namesIn(config: unknown): Named[] {
  const named = new Map<string, Named>();
  for (const pool of POOLS)
    for (const [at, kind] of FILE_TEXTS)
      for (const { path, value } of matches(config, [...pool, ...at], [])) {
        const key = JSON.stringify(path);
        if (isFile(value) && !named.has(key)) named.set(key, { path, name: value.file, kind });
      }
  return [...named.values()];
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
