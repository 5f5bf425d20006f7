import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

export interface TerraformResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Thrown when Terraform is not installed. */
export class TerraformMissing extends Error {
  constructor(program: string) {
    super(
      `${program} is not installed, not on the PATH or not executable; install Terraform (https://developer.hashicorp.com/terraform/install) or OpenTofu (https://opentofu.org/docs/intro/install), or name the program with --terraform PATH or COGNITO_TERRAFORM`,
    );
  }
}

/**
 * The program that plans: Terraform, or OpenTofu, which takes the same arguments.
 *
 * @param named on the command line. Default `COGNITO_TERRAFORM`, else `terraform` on the PATH
 * @param cwd folder that a relative path starts from
 */
export function terraformProgram(named: string | undefined, cwd: string): string {
  const program = named || process.env.COGNITO_TERRAFORM || "terraform";
  return /[/\\]/.test(program) ? resolve(cwd, program) : program;
}

const running = new Set<ChildProcess>();

/** Ends every Terraform that runs, and waits until it has: until then it writes. Promises of results stay pending. */
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
  program = terraformProgram(undefined, process.cwd()),
): Promise<TerraformResult> {
  return new Promise((settle, reject) => {
    const child = spawn(program, args, {
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
      reject(error.code === "ENOENT" || error.code === "EACCES" ? new TerraformMissing(program) : error);
    });
    child.on("close", (code) => {
      if (!running.delete(child)) return;
      settle({ exitCode: code ?? 1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}

function terraformEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" };
  // A configuration file that does not exist makes Terraform warn on every call.
  if (env.TF_CLI_CONFIG_FILE && !existsSync(env.TF_CLI_CONFIG_FILE)) delete env.TF_CLI_CONFIG_FILE;
  return env;
}
