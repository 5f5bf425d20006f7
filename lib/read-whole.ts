import { readFileSync } from "node:fs";

/** Reads a file; an error names it, also where the path is that of a folder, of which Node says nothing. */
export function readWhole(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}
