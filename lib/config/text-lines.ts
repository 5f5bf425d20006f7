import type { Position } from "./source-file";

/** The lines of a text, and where in them a range of characters is. */
export interface TextLines {
  readonly lines: readonly string[];
  /** Turns character offsets into a place; a range that spans lines ends with its first. */
  readonly position: (range: readonly [start: number, end: number]) => Position;
}

/** Splits a text into lines, which end with `\n` or `\r\n`. */
export function textLines(text: string): TextLines {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  return {
    lines,
    position: ([start, end]) => {
      const index = lastAtMost(starts, start);
      const column = start - (starts[index] as number);
      const length = Math.min(end - start, (lines[index] as string).length - column);
      return { line: index + 1, column: column + 1, length: Math.max(1, length) };
    },
  };
}

/** Index of the last of the ascending numbers that is at most `limit`. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] as number) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
