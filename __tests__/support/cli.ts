import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pc from "picocolors";
import type { Context, ExitCode } from "../../lib/cli/context";
import { run } from "../../lib/cli/program";
import { temporaryFolder } from "./temporary-folder";

export interface CliResult {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, as a program would see it: no terminal, no colours. */
export function cli(cwd: string, ...args: string[]): Promise<CliResult> {
  return cliIn({ cwd }, ...args);
}

/** The same, in a folder of a workspace of GitHub Actions. */
export async function cliIn(folders: Pick<Context, "cwd" | "workspace">, ...args: string[]): Promise<CliResult> {
  let stdout = "";
  let stderr = "";
  const exitCode = await run(args, {
    ...folders,
    progress: () => {},
    colors: pc.createColors(false),
    errColors: pc.createColors(false),
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
  });
  return { exitCode, stdout, stderr };
}

/** A fresh folder with files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}
