import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, relative } from "node:path";
import { isNativeError } from "node:util/types";
import { createJiti } from "jiti";
import type { Unreadable } from "./problem";

/** A name that is imported, wherever the text has one; a comment may look like it, which costs time alone. */
const IMPORT = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(["'])([^"'\n]+)\1/g;

/** What a config imports by these names is this package, installed beside it or not. */
const OWN = ["cdktf-cognito", "cdktf-cognito/config"];

/** What runs a config, and why no tsconfig.json says where its imports are, if one should. */
export interface Runner {
  readonly jiti: ReturnType<typeof createJiti>;
  readonly unreadable?: string;
}

/**
 * What runs a config. Its imports are also found by `paths` and `baseUrl` of the next tsconfig.json, in the folder of the config or
 * above it, which is read where the config imports anything but this package and Node.js.
 */
export function runner(path: string, text: string): Runner {
  const configModule = require("./define-config") as typeof import("./define-config");
  const options = {
    moduleCache: false,
    interopDefault: false,
    virtualModules: Object.fromEntries(OWN.map((name) => [name, configModule])),
  };
  const names = [...text.matchAll(IMPORT)].map(([, , name = ""]) => name);
  if (names.every(isKnown)) return { jiti: createJiti(__filename, options) };
  try {
    return { jiti: createJiti(__filename, { ...options, tsconfigPaths: dirname(path) }) };
  } catch (error) {
    const [line = ""] = String((error as Error).message).split("\n");
    return { jiti: createJiti(__filename, options), unreadable: line };
  }
}

function isKnown(name: string): boolean {
  return OWN.includes(name) || name.startsWith("node:") || builtinModules.includes(name);
}

/**
 * Why an import cannot be found, shown where the config has it; `undefined` where something else is wrong.
 *
 * @param unreadable why no tsconfig.json was read
 */
export function missingImport(error: unknown, path: string, text: string, unreadable?: string): Unreadable | undefined {
  if (!isNativeError(error)) return undefined;
  const name = /^Cannot find (?:module|package) '([^']+)'/.exec(error.message)?.[1];
  if (name === undefined) return undefined;
  const { requireStack: [by = path] = [] } = error as { readonly requireStack?: readonly string[] };
  const isConfig = by === path;
  const whole = isConfig ? text : readFileSync(by, "utf8");
  const found = [...whole.matchAll(IMPORT)].find((each) => each[2] === name);
  const start = found === undefined ? 0 : found.index + found[0].length - name.length - 2;
  const line = found === undefined ? "" : ` in line ${whole.slice(0, start).split("\n").length}`;
  const where = isConfig ? "" : `, which ${relative(dirname(path), by).replaceAll("\\", "/")} imports${line},`;
  const why = unreadable === undefined ? "" : `; no tsconfig.json can say where it is: ${unreadable}`;
  return {
    rule: "CFG-01",
    message: `"${name}"${where} cannot be found${why}`,
    fix: /^\.{0,2}\//.test(name)
      ? "name a file that exists"
      : "install it, or say where it is in paths of a tsconfig.json beside the config or above it",
    ...(isConfig && found !== undefined && { range: [start, start + name.length + 2] as const }),
  };
}
