import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findPluginMirror } from "./plugin-mirror";
import { runTerraform, stopTerraform, type TerraformResult } from "./run";

/** What Terraform said of one stack. */
export interface StackPlan {
  readonly stack: string;
  /** Addresses and what would happen to them, in Terraform's words: `create`, `update`, ... */
  readonly changes: readonly { readonly address: string; readonly action: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
}

export interface OfflinePlanOptions {
  /** Filesystem mirror for `terraform init`. Default: Terraform's own way, then a mirror that is found. */
  readonly pluginDir?: string | undefined;
  /** Arguments of a stack's plan such as `-var=...`; paths in them absolute. */
  readonly variables?: (stack: string) => readonly string[];
  /** In place of AWS, for stacks that read an existing pool. */
  readonly endpoint?: string;
}

/** Thrown when Terraform cannot get the provider. */
export class InitError extends Error {}

/**
 * Plans stacks by real Terraform with no AWS account: in a folder of its own, with an empty state, and a provider
 * that asks AWS nothing. The output folder stays as it was.
 *
 * @param stacksFolder folder with one folder per stack
 * @throws InitError, TerraformMissing
 */
export async function* planOffline(
  stacksFolder: string,
  stacks: readonly string[],
  options: OfflinePlanOptions,
): AsyncGenerator<StackPlan> {
  // Listened for before there is anything to leave behind.
  let work = "";
  const remove = () => work !== "" && rmSync(work, { recursive: true, force: true });
  const interrupted = async (signal: NodeJS.Signals) => {
    await stopTerraform();
    remove();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    work = mkdtempSync(join(tmpdir(), "cdktf-cognito-plan-"));
    let initialized: string | undefined;
    for (const stack of stacks) {
      const folder = join(work, stack);
      mkdirSync(folder);
      copyStack(join(stacksFolder, stack), folder);
      writeOffline(folder, "offline.tfstate", options.endpoint);
      // Every stack asks for the same provider, so the first init serves them all.
      const env = { ...NO_ACCOUNT, TF_DATA_DIR: join(work, "data") };
      if (initialized === undefined) await init(folder, options.pluginDir, env);
      else copyFileSync(join(initialized, ".terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
      initialized ??= folder;
      const result = await runTerraform(
        ["plan", "-json", "-refresh=false", "-lock=false", ...(options.variables?.(stack) ?? [])],
        folder,
        env,
      );
      yield { stack, ...readPlan(result) };
    }
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, interrupted);
    remove();
  }
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What in the environment would go before what is given here, or ask for what is not on the machine. */
const NO_ACCOUNT = {
  AWS_PROFILE: "",
  AWS_DEFAULT_PROFILE: "",
  AWS_ENDPOINT_URL: "",
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: "",
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "",
};

function copyStack(from: string, to: string): void {
  for (const file of ["cdk.tf", "cdk.tf.json"])
    if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, file));
}

/**
 * Puts into a stack's folder what it needs so that Terraform asks AWS nothing: an override file. Where the stack assumes
 * a role or allows one account, only a `dynamic` block of no items and a null take that away again.
 *
 * @param endpoint in place of every AWS service, for what a stack reads. In the provider's own `endpoints` block it
 *   would cost seconds of every call, so it stands in a file of AWS's shared configuration.
 */
export function writeOffline(folder: string, state: string, endpoint?: string): void {
  const awsConfig = join(folder, "offline.ini");
  if (endpoint !== undefined) writeFileSync(awsConfig, `[profile offline]\nendpoint_url = ${endpoint}\n`);
  const override = {
    terraform: { backend: { local: { path: state } } },
    provider: {
      aws: [
        {
          access_key: "offline",
          secret_key: "offline",
          profile: endpoint === undefined ? null : "offline",
          ...(endpoint !== undefined && { shared_config_files: [awsConfig] }),
          allowed_account_ids: null,
          dynamic: { assume_role: { for_each: [], content: {} } },
          skip_credentials_validation: true,
          skip_requesting_account_id: true,
          skip_metadata_api_check: true,
          skip_region_validation: true,
        },
      ],
    },
  };
  writeFileSync(join(folder, "offline_override.tf.json"), JSON.stringify(override));
}

async function init(folder: string, pluginDir: string | undefined, env: NodeJS.ProcessEnv): Promise<void> {
  const attempt = (mirror: string | undefined) =>
    runTerraform(
      ["init", "-no-color", ...(mirror === undefined ? [] : [`-plugin-dir=${resolve(mirror)}`])],
      folder,
      env,
    );
  let result = await attempt(pluginDir);
  if (result.exitCode !== 0 && pluginDir === undefined) {
    const mirror = findPluginMirror();
    if (mirror !== undefined) result = await attempt(mirror);
  }
  if (result.exitCode !== 0) throw new InitError(`terraform init failed:\n${(result.stderr || result.stdout).trim()}`);
}

function readPlan({ exitCode, stdout, stderr }: TerraformResult): Omit<StackPlan, "stack"> {
  const events = stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  const diagnostics: Diagnostic[] = events
    .filter(({ type }) => type === "diagnostic")
    .map(({ diagnostic: { severity, summary, detail, address } }) => ({ severity, summary, detail, address }));
  if (exitCode !== 0 && !diagnostics.some(({ severity }) => severity === "error"))
    diagnostics.push({ severity: "error", summary: "terraform plan failed", detail: stderr.trim() });
  const changes = events
    .filter(({ type }) => type === "planned_change")
    .map(({ change }) => ({ address: change.resource.addr, action: change.action }))
    // Terraform tells them as it comes to them.
    .sort((a, b) => (a.address < b.address ? -1 : 1));
  return { changes, diagnostics };
}
