import { join } from "node:path";
import { createJiti } from "jiti";
import { toPlainData } from "./plain-data";
import { type SourceFile, unreadableFile } from "./source-file";

/**
 * Runs a TypeScript or JavaScript config and takes its default export. The file is a program: run only your own.
 * `import { defineConfig } from "cdktf-cognito"` finds this very package, installed beside the config or not.
 */
export async function readTypeScript(file: string, path: string): Promise<SourceFile> {
  const configModule = join(__dirname, "define-config");
  const jiti = createJiti(__filename, {
    moduleCache: false,
    alias: { "cdktf-cognito/config": configModule, "cdktf-cognito": configModule },
  });
  let exported: unknown;
  try {
    exported = (await jiti.import<{ default?: unknown }>(path)).default;
  } catch (error) {
    return unreadableFile(file, {
      rule: "CFG-01",
      message: `the file throws: ${firstLine(error)}`,
      fix: "mend the program; it must export default defineConfig({ ... })",
    });
  }
  if (typeof exported !== "object" || exported === null || Object.keys(exported).length === 0)
    return unreadableFile(file, {
      rule: "CFG-01",
      message: "the file exports no config",
      fix: "export default defineConfig({ ... })",
    });
  const { value, unreadable } = toPlainData(exported);
  return { ...unreadableFile(file, ...unreadable), value: unreadable.length > 0 ? undefined : value };
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n")[0] || "an error without a message";
}
