import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, and those that it is in, where they do not exist.
 *
 * `mkdirSync` with `recursive` never returns where a file system answers ENOENT inside of a folder that is there, as /proc
 * does, or where a symbolic link leads nowhere. This fails at once.
 *
 * @throws Error of the file system, with the path of the folder that cannot be made
 */
export function makeFolders(folder: string): void {
  const missing: string[] = [];
  for (let each = folder; !existsSync(each) && each !== dirname(each); each = dirname(each)) missing.unshift(each);
  for (const each of missing) {
    try {
      mkdirSync(each);
    } catch (error) {
      // Another run may have made it.
      if (!existsSync(each)) throw error;
    }
  }
}
