import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { yaml } from "../config/support";
import { ROOT } from "../support/repository";

export const SOUND = yaml();
export const BROKEN = yaml({ client: "platform: web" });
export const TWO_ENVIRONMENTS = SOUND.replace("environments:\n", "environments:\n  dev:\n    region: eu-west-2\n");

/** Every file below a folder with its content. */
export function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

/**
 * Runs the program itself, in a process of its own.
 *
 * @param main another program of the repository
 */
export function program(
  cwd: string,
  args: readonly string[],
  { shell = "", input = "", main = "lib/cli/bin.ts" } = {},
) {
  const command = [process.execPath, join(ROOT, "node_modules/jiti/lib/jiti-cli.mjs"), join(ROOT, main), ...args];
  const quoted = command.map((word) => `'${word}'`).join(" ");
  return shell === ""
    ? spawnSync(command[0] as string, command.slice(1), { cwd, input, encoding: "utf8", timeout: 60_000 })
    : spawnSync("bash", ["-c", `${shell}; ${quoted}`], { cwd, encoding: "utf8" });
}
