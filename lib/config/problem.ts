import type { Path } from "../model/source";

/** Something wrong with a config, and where; by itself with its form, before any stack exists. */
export interface Problem {
  /** The id of a rule; of a problem of form `CFG-..`, `STK-..` or `PRM-..`. */
  readonly rule: string;
  readonly path: Path;
  /** Whether the key itself is wrong, or its value. */
  readonly target: "key" | "value";
  readonly message: string;
  readonly fix: string;
  /** Characters of the text at the path that it is about. Default all. */
  readonly within?: readonly [start: number, end: number];
  /** The key beside an unknown one that was probably meant. */
  readonly meant?: string;
}

/** Why a file could not be read as a config at all: exit code 2. */
export interface Unreadable {
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
  /** Character offsets in the text, where they are known. */
  readonly range?: readonly [start: number, end: number];
}

/** Writes a path as a person would: `pools.users.callbackUrls[0]`, `tags["a.b"]`. */
export function formatPath(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      if (/[.\s[\]"]/.test(key) || key === "") return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}
