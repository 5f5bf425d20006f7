import { execFileSync } from "node:child_process";

/** Runs git in a folder, and gives what it prints. It takes no lock, and so writes no index. @throws what `execFileSync` throws */
export function git(
  args: readonly string[],
  cwd: string,
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Buffer {
  // In a hook, git names its repository relative to another folder.
  const { GIT_DIR, ...env }: NodeJS.ProcessEnv = { ...process.env, GIT_OPTIONAL_LOCKS: "0", ...options.env };
  return execFileSync("git", args as string[], {
    cwd,
    ...options,
    env: env.GIT_WORK_TREE === undefined ? env : { ...env, GIT_DIR },
    stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    maxBuffer: 256 * 1024 * 1024,
  });
}
