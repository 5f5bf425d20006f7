import type { Path } from "../model/source";
import type { Unreadable } from "./problem";

/** A place in a text file: 1-based, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** Length within the line. */
  readonly length: number;
}

/** A config file that was read, not yet judged. */
export interface SourceFile {
  /** As a person would name it: relative to where the command runs. */
  readonly file: string;
  /** The folder that the file is in, for files that it names; absent where the config came from no file. */
  readonly folder?: string;
  /** Whether a plan says it all, in which a pool that is managed elsewhere may have parts of any kind. Default false */
  readonly isOfPlan?: boolean;
  /** Plain data; `undefined` when the file is unreadable. */
  readonly value: unknown;
  readonly unreadable: readonly Unreadable[];
  /** Keys written twice, which the data cannot show. */
  readonly duplicates: readonly Path[];
  /** The lines of the text; absent where the format has no positions. */
  readonly lines?: readonly string[];
  /** Where a key or its value is; the nearest thing around it when it was not written. */
  readonly locate: (path: Path, target: "key" | "value") => Position | undefined;
  /** Turns character offsets into a place. */
  readonly position: (range: readonly [start: number, end: number]) => Position | undefined;
}

/** A file that could not be read. */
export function unreadableFile(file: string, ...unreadable: Unreadable[]): SourceFile {
  return { file, value: undefined, unreadable, duplicates: [], locate: () => undefined, position: () => undefined };
}

/** Why a file without a value in it is not a config. */
export function emptyFile(): Unreadable {
  return { rule: "CFG-01", message: "the file is empty", fix: "begin with: cdktf-cognito init" };
}
