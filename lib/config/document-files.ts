import { readFileSync, realpathSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import type { Path } from "../model/source";
import type { Problem } from "./problem";
import { ownValue } from "./validate/schema-at";

/** The only key of `providerDetails` that a file can give: every other value is short, or secret. */
const KEY = "MetadataFile";

/** Bytes of the largest document that AWS accepts. */
const MAX_BYTES = 131_072;

/** A config in which the text of each document has replaced `{ file: PATH }`. */
export interface WithDocuments {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/**
 * Reads the SAML metadata documents that a config names: `MetadataFile: { file: idp/metadata.xml }`.
 *
 * @param folder where the config file is; a document must be in it. Default none: no document can be read
 */
export function withDocuments(value: unknown, folder: string | undefined): WithDocuments {
  const problems: Problem[] = [];
  const walk = (inner: unknown, at: Path): unknown => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    // clients are many, and have no documents
    if (at.at(-1) === "clients" && at.at(-3) === "pools") return inner;
    const file =
      at.at(-2) === "providerDetails" && at.at(-4) === "identityProviders" ? ownValue(inner, "file") : undefined;
    if (file === undefined) return mapped(inner, (each, key) => walk(each, [...at, key]));
    const document = at.at(-1) === KEY ? readDocument(file, folder) : onlyMetadata(String(at.at(-1)));
    if (typeof document === "string") return document;
    problems.push({ rule: "CFG-14", path: at, target: "value", ...document });
    return "";
  };
  return { value: walk(value, []), problems };
}

type Fault = Pick<Problem, "message" | "fix">;

/** The text of a document, or why it cannot be read. */
function readDocument(file: unknown, folder: string | undefined): string | Fault {
  const fix = "name an XML file in the folder of the config: { file: idp/metadata.xml }";
  if (typeof file !== "string" || extname(file).toLowerCase() !== ".xml")
    return { message: `file ${JSON.stringify(file)} must be the path of an .xml file`, fix };
  if (folder === undefined) return { message: `file ${file} cannot be read: the config has no folder`, fix };
  try {
    const root = realpathSync(folder);
    const path = realpathSync(join(root, file));
    if (relative(root, path).startsWith(".."))
      return { message: `file ${file} is outside of the config's folder`, fix };
    const { size } = statSync(path);
    if (size > MAX_BYTES)
      return {
        message: `file ${file} has ${size} bytes; AWS accepts at most ${MAX_BYTES}`,
        fix: "remove what is not about SAML from the document, or use MetadataURL",
      };
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return { message: `file ${file} does not exist beside the config`, fix };
    return { message: `file ${file} cannot be read (${code ?? "it is not UTF-8"})`, fix };
  }
}

function onlyMetadata(key: string): Fault {
  return {
    message: `${key} cannot be read from a file; only ${KEY} can`,
    fix: "write the value, or a variable where it is secret: { var: NAME, sensitive: true }",
  };
}

/** An object with each of its values changed; the object itself where nothing changes. */
function mapped(object: object, change: (inner: unknown, key: string) => unknown): object {
  const entries = Object.entries(object).map(([key, inner]) => [key, inner, change(inner, key)] as const);
  return entries.every(([, inner, changed]) => inner === changed)
    ? object
    : Object.fromEntries(entries.map(([key, , changed]) => [key, changed]));
}
