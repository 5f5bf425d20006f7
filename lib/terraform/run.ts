import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";

export interface TerraformResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Thrown when there is no `terraform` to run. */
export class TerraformMissing extends Error {
  constructor() {
    super("terraform is not installed, or not on the PATH; see https://developer.hashicorp.com/terraform/install");
  }
}

const running = new Set<ChildProcess>();

/** Ends every Terraform that runs, and waits until it has: until then it writes. What waits for its result waits on. */
export async function stopTerraform(): Promise<void> {
  const children = [...running];
  running.clear();
  await Promise.all(
    children.map((child) => {
      const closed = once(child, "close");
      child.kill("SIGINT");
      return closed;
    }),
  );
}

/** Runs Terraform as a program does: no questions, no calls home, no colours. */
export function runTerraform(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<TerraformResult> {
  return new Promise((resolve, reject) => {
    const child = spawn("terraform", args, {
      cwd,
      env: { ...terraformEnvironment(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", (error: NodeJS.ErrnoException) => {
      running.delete(child);
      reject(error.code === "ENOENT" ? new TerraformMissing() : error);
    });
    child.on("close", (code) => {
      if (!running.delete(child)) return;
      resolve({ exitCode: code ?? 1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}

function terraformEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" };
  // A configuration file that does not exist makes Terraform warn on every call.
  if (env.TF_CLI_CONFIG_FILE && !existsSync(env.TF_CLI_CONFIG_FILE)) delete env.TF_CLI_CONFIG_FILE;
  return env;
}
