import { basename } from "node:path";
import { isModuleNamespaceObject, isNativeError } from "node:util/types";
import { toPlainData } from "./plain-data";
import { type SourceFile, unreadableFile } from "./source-file";
import { textLines } from "./text-lines";
import { missingImport, type Runner, runner } from "./typescript-imports";
import type { TypeScriptPositions } from "./typescript-positions";

/**
 * Runs a TypeScript or JavaScript config and takes its default export, which may be a promise. The file is a program:
 * run only your own. `import { defineConfig } from "cdktf-cognito"` finds this very package, installed beside the
 * config or not; the paths of a tsconfig.json count.
 */
export async function readTypeScript(file: string, path: string, text: string): Promise<SourceFile> {
  const { jiti, unreadable: noPaths } = runner(path, text);
  const refused = (message: string, fix: string) => unreadableFile(file, { rule: "CFG-01", message, fix });
  const { write } = process.stdout;
  // Standard output is the command's own, and may be read by a program.
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    const module = await jiti.import<Module>(path);
    const exported = await (hasNames(module) ? module.default : module);
    if (typeof exported === "function")
      return refused(
        "the file exports a function, not a config",
        "export the config itself: export default defineConfig({ ... })",
      );
    if (typeof exported !== "object" || exported === null || Object.keys(exported).length === 0)
      return refused("the file exports no config", "export default defineConfig({ ... })");
    const { value, unreadable } = toPlainData(exported);
    if (unreadable.length > 0) return unreadableFile(file, ...unreadable);
    return { ...unreadableFile(file), ...positions(jiti, text, value), value };
  } catch (error) {
    const missing = missingImport(error, path, text, noPaths);
    if (missing !== undefined) return { ...unreadableFile(file, missing), ...textLines(text) };
    const { message, line } = failure(error, path);
    const lines = textLines(text);
    const fix = "fix the program; it must export default defineConfig({ ... })";
    const range = line === undefined ? undefined : rangeOf(lines.lines, text, line);
    return { ...unreadableFile(file, { rule: "CFG-01", message, fix, ...(range && { range }) }), ...lines };
  } finally {
    process.stdout.write = write;
  }
}

/** Where values are written in the program. It is parsed when somebody asks first: a sound config never is. */
function positions(
  jiti: Runner["jiti"],
  text: string,
  value: unknown,
): Pick<SourceFile, "lines" | "position" | "locate"> {
  const lines = textLines(text);
  let parsed: TypeScriptPositions | undefined;
  let isParsed = false;
  const parse = () => {
    isParsed = true;
    const { parseTypeScript } = require("./typescript-tree") as typeof import("./typescript-tree");
    const { TypeScriptPositions } = require("./typescript-positions") as typeof import("./typescript-positions");
    const tree = parseTypeScript(jiti, text);
    parsed = tree && new TypeScriptPositions(tree, value);
  };
  return {
    ...lines,
    locate: (path, target) => {
      if (!isParsed) parse();
      return parsed && lines.position(parsed.rangeOf(path, target));
    },
  };
}

/** Whether a module exports by name, and a config as its default; one of CommonJS is the config itself. */
function hasNames(module: Module): boolean {
  return module.__esModule || "default" in module || isModuleNamespaceObject(module);
}

interface Module {
  readonly __esModule?: boolean;
  readonly default?: unknown;
}

/** The characters of a line, without the space around them; `undefined` of a line that the text does not have. */
function rangeOf(lines: readonly string[], text: string, line: number): readonly [number, number] | undefined {
  const written = lines[line - 1];
  if (written === undefined) return undefined;
  let start = 0;
  for (let rest = line; rest > 1; rest--) start = text.indexOf("\n", start) + 1;
  return [start + written.length - written.trimStart().length, start + written.trimEnd().length];
}

interface Failure {
  /** In one line. */
  readonly message: string;
  /** In the config, from 1; absent where it is in another file. */
  readonly line?: number;
}

/** What went wrong in the program; it may have thrown anything. */
function failure(error: unknown, path: string): Failure {
  const text = isNativeError(error) ? String(error.message) : typeof error === "object" ? "an object" : String(error);
  const syntax = /^ParseError: (.*?)\s*\n\s*(.*):(\d+):\d+$/.exec(text);
  if (syntax) {
    const [, what, file, at] = syntax as unknown as [string, string, string, string];
    const message = `syntax error in line ${at} of ${basename(file)}: ${what}`;
    return { message, ...(file === path && { line: Number(at) }) };
  }
  const line = lineIn(path, error);
  const message = `the file throws: ${text.split("\n")[0] || "an error without a message"}`;
  return line === undefined ? { message } : { message: `${message}, in line ${line}`, line };
}

/** The line of the config that threw, or that called what threw; `undefined` when the stack does not name it. */
function lineIn(path: string, error: unknown): number | undefined {
  const stack = isNativeError(error) && typeof error.stack === "string" ? error.stack : "";
  const frame = stack.split(/\n\s+at /).find((line, index) => index > 0 && line.includes(`${path}:`));
  const line = frame?.split(`${path}:`)[1]?.match(/^\d+/);
  return line ? Number(line[0]) : undefined;
}
