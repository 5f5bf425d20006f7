import { existsSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolders } from "./make-folders";

/** Writes a file whole or not at all, and the folders that it needs. A symbolic link stays one, and leads to the new content. */
export function writeWhole(path: string, text: string | Buffer): void {
  makeFolders(dirname(path));
  const target = existsSync(path) ? realpathSync(path) : path;
  const staged = join(dirname(target), `.cdktf-cognito-${process.pid}.tmp`);
  try {
    writeFileSync(staged, text);
    renameSync(staged, target);
  } catch (error) {
    // Nobody asked for the staged file.
    throw Object.assign(error as NodeJS.ErrnoException, { path, dest: undefined });
  } finally {
    rmSync(staged, { force: true });
  }
}
