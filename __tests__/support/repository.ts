import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Root of the repository. */
export const ROOT = join(__dirname, "..", "..");

/** Every config under `examples/`, by file name. */
export const EXAMPLES = readdirSync(join(ROOT, "examples")).filter((name) => /\.(ts|yaml|yml|json)$/.test(name));
