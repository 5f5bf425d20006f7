import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Version of the package, from its package.json. */
export const VERSION: string = readVersion(__dirname);

function readVersion(folder: string): string {
  const file = join(folder, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : readVersion(dirname(folder));
}
