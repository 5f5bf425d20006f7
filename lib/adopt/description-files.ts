import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { extensionsOf } from "../config/data-uri";
import { LOGO_TYPES } from "../config/named-files";

/** One answer of the API in a file. */
export interface AnswerFile {
  /** The file as messages name it. */
  readonly file: string;
  readonly directory: string;
  /** The image beside the file that has its name, but for the extension. */
  readonly image?: Buffer;
  readonly answer: Readonly<Record<string, unknown>>;
}

const IMAGES = extensionsOf(LOGO_TYPES);

/**
 * The answers in the JSON files of a folder and the folders in it, in the order of their names, and why others cannot be
 * read. A file that is empty is the answer to a call that found nothing; lock files of configs are passed over.
 */
export function readDescriptions(folder: string): { files: AnswerFile[]; reasons: string[] } {
  const files: AnswerFile[] = [];
  const reasons: string[] = [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  for (const path of paths.sort()) {
    if (!path.endsWith(".json") || path.endsWith(".lock.json")) continue;
    const file = relative(folder, path);
    const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
    if (text.trim() === "") continue;
    const image = IMAGES.map((extension) => path.replace(/\.json$/, extension)).find((each) => paths.includes(each));
    try {
      const value = withoutNull(JSON.parse(text));
      for (const answer of Array.isArray(value) ? value : [value]) {
        if (typeof answer === "object" && answer !== null && !Array.isArray(answer))
          files.push({ file, directory: dirname(path), answer, ...(image && { image: readFileSync(image) }) });
        else reasons.push(`${file}: not an answer of aws cognito-idp: a JSON object is expected`);
      }
    } catch {
      reasons.push(`${file}: the file is truncated or not JSON`);
    }
  }
  return { files, reasons };
}

/** What a style of managed login is set to: a user's own JSON, in which null is a value. */
const VERBATIM = "Settings";

/** Null as absent, as the AWS CLI prints it, but in a list. */
function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(entries.map(([key, each]) => [key, key === VERBATIM ? each : withoutNull(each)]));
}
