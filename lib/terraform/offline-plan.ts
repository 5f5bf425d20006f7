import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, freemem, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { SIGNALS } from "../temporary-folder";
import { copyOwnFiles } from "./own-files";
import { findPluginMirrors } from "./plugin-mirror";
import { runTerraform, stopTerraform, type TerraformResult } from "./run";
import { STACK_FILES } from "./stack-output";

/** What Terraform plans for one stack. */
export interface StackPlan {
  readonly stack: string;
  /** Addresses and what would happen to them, in Terraform's words: `create`, `update`, ... */
  readonly changes: readonly { readonly address: string; readonly action: string }[];
  readonly diagnostics: readonly Diagnostic[];
  /** The output of `terraform show -json`, of a plan that imports. */
  readonly shown?: string;
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
  /** Whether what is adopted is imported, from the endpoint, and the plan shown. Default false: it is planned as new. */
  readonly imports?: boolean;
  /** Which adopted clients of a stack have a secret, by their names in Terraform: no import says so. */
  readonly secrets?: (stack: string) => Readonly<Record<string, boolean>>;
  /** The program to run. Default Terraform on the PATH */
  readonly program?: string;
  /** How many stacks to plan at once. Default as many as the machine's cores and free memory allow */
  readonly width?: number;
}

/** Thrown when Terraform cannot get the provider. */
export class InitError extends Error {}

/**
 * Plans stacks by real Terraform with no AWS account, several at once: each in a folder of its own, with an empty state,
 * and a provider that asks AWS nothing, or the endpoint alone. The output folder stays as it was; the plans come in the order of the stacks.
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
    const folders = new Map(stacks.map((stack) => [stack, join(work, stack)]));
    const extended = new Set<string>();
    const change = options.imports ? (_: string, text: string) => text : withoutImports;
    for (const [stack, folder] of folders) {
      mkdirSync(folder);
      copyStack(join(stacksFolder, stack), folder, change);
      if (copyOwnFiles(join(stacksFolder, stack), folder, change)) extended.add(folder);
      writeOffline(folder, "offline.tfstate", options.endpoint, options.secrets?.(stack));
    }
    const ranges = [...folders.values()].filter((folder) => !extended.has(folder)).map(providerRangeIn);
    // Stacks that ask for the same provider share one init; files of one's own may need more providers, and modules.
    const envOf = (folder: string) => {
      const data = `data-${ranges.indexOf(providerRangeIn(folder))}`;
      return { ...NO_ACCOUNT, TF_DATA_DIR: extended.has(folder) ? join(folder, ".terraform") : join(work, data) };
    };
    const initialized = new Map<string, string>();
    for (const folder of folders.values()) {
      const { TF_DATA_DIR: data } = envOf(folder);
      const first = initialized.get(data);
      if (first === undefined) await init(folder, options, envOf(folder));
      else copyFileSync(join(first, LOCK_FILE), join(folder, LOCK_FILE));
      initialized.set(data, first ?? folder);
    }
    yield* inOrder(stacks, options.width ?? planWidth(), async (stack) => {
      const variables = options.variables?.(stack) ?? [];
      const folder = folders.get(stack) as string;
      const run = (...args: string[]) => runTerraform(args, folder, envOf(folder), options.program);
      const mode = options.imports ? `-out=${PLAN_FILE}` : "-refresh=false";
      const result = readPlan(await run("plan", "-json", mode, "-lock=false", ...variables));
      if (!existsSync(join(folder, PLAN_FILE))) return { stack, ...result };
      return { stack, ...result, shown: (await run("show", "-json", PLAN_FILE)).stdout };
    });
  } finally {
    await stopTerraform();
    for (const signal of SIGNALS) process.removeListener(signal, interrupted);
    remove();
  }
}

const LOCK_FILE = ".terraform.lock.hcl";
const PLAN_FILE = "plan.bin";

/** Memory for one plan: Terraform and the AWS provider took 600 MB at 1,000 clients, and this leaves room. */
const PLAN_MEMORY_BYTES = 1_000_000_000;

function planWidth(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / PLAN_MEMORY_BYTES)));
}

/** Runs at most `width` jobs at once, and gives their results in the order of the items. */
async function* inOrder<T, R>(items: readonly T[], width: number, run: (item: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  const waiting = [...items];
  while (running.length > 0 || waiting.length > 0) {
    for (const item of waiting.splice(0, width - running.length)) {
      const result = run(item);
      result.catch(() => {}); // reported when its turn comes
      running.push(result);
    }
    yield await (running.shift() as Promise<R>);
  }
}

/** What in the environment would go before what is given here, or ask for what is not on the machine. */
const NO_ACCOUNT = {
  AWS_PROFILE: "",
  AWS_DEFAULT_PROFILE: "",
  AWS_ENDPOINT_URL: "",
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: "",
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "",
};

function copyStack(from: string, to: string, change: (file: string, text: string) => string): void {
  for (const file of STACK_FILES)
    if (existsSync(join(from, file)))
      writeFileSync(join(to, file), change(file, readFileSync(join(from, file), "utf8")));
}

/** A stack's file without `import` blocks: only AWS knows what they import. */
export function withoutImports(file: string, text: string): string {
  if (!file.endsWith(".json")) return text.replace(/^import \{\n(?: .*\n)*\}\n\n?/gm, "");
  if (!text.includes('"import"')) return text;
  const { import: _, ...rest } = JSON.parse(text);
  return JSON.stringify(rest);
}

/**
 * Puts into a stack's folder what it needs so that Terraform asks AWS nothing: an override file. Where the stack assumes
 * a role or allows one account, only a `dynamic` block of no items and a null take that away again.
 *
 * @param endpoint in place of every AWS service, for what a stack reads. In the provider's own `endpoints` block it
 *   would cost seconds of every call, so it is in a file of AWS's shared configuration.
 * @param secrets which clients that are not imported after all have a secret
 */
export function writeOffline(
  folder: string,
  state: string,
  endpoint?: string,
  secrets: Readonly<Record<string, boolean>> = {},
): void {
  const awsConfig = join(folder, "offline.ini");
  if (endpoint !== undefined) writeFileSync(awsConfig, `[profile offline]\nendpoint_url = ${endpoint}\n`);
  const override = {
    terraform: { backend: { local: { path: state } } },
    provider: {
      aws: [undefined, ...aliasesIn(folder)].map((alias) => ({
        ...(alias !== undefined && { alias }),
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
      })),
    },
  };
  const clients = Object.entries(secrets).map(([name, generate_secret]) => [name, { generate_secret }]);
  const resource = { aws_cognito_user_pool_client: Object.fromEntries(clients) };
  writeFileSync(
    join(folder, "offline_override.tf.json"),
    JSON.stringify({ ...override, ...(clients.length > 0 && { resource }) }),
  );
}

/** The versions of the AWS provider that a stack's folder asks for. */
function providerRangeIn(folder: string): string {
  const file = ["cdk.tf.json", "cdk.tf"].map((name) => join(folder, name)).find(existsSync);
  const text = file === undefined ? "" : readFileSync(file, "utf8");
  return /"?required_providers"?[\s\S]*?\bversion"?\s*[:=]\s*"([^"]*)"/.exec(text)?.[1] ?? "";
}

/** The aliases of the provider's other configurations in a stack's folder, which are overridden each for itself. */
export function aliasesIn(folder: string): readonly string[] {
  const [json, hcl] = ["cdk.tf.json", "cdk.tf"].map((name) => join(folder, name)) as [string, string];
  if (!existsSync(json))
    return existsSync(hcl) ? [...readFileSync(hcl, "utf8").matchAll(ALIAS)].map(([, name = ""]) => name) : [];
  const { provider } = JSON.parse(readFileSync(json, "utf8")) as {
    provider?: { aws?: Configured | readonly Configured[] };
  };
  return [provider?.aws ?? []].flat().flatMap(({ alias }) => alias ?? []);
}

interface Configured {
  readonly alias?: string;
}

/** The first argument of a provider's block, where it has an alias. */
const ALIAS = /^provider "aws" \{\n {2}alias += "(\w+)"/gm;

/** Initializes a folder: as Terraform is configured, else from the mirror that is named, else from one that is found. */
async function init(folder: string, { pluginDir, program }: OfflinePlanOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const attempt = (...mirror: string[]) =>
    runTerraform(["init", "-no-color", ...mirror.map((path) => `-plugin-dir=${resolve(path)}`)], folder, env, program);
  let result = await attempt(...(pluginDir === undefined ? [] : [pluginDir]));
  const mirrors = result.exitCode === 0 || pluginDir !== undefined ? [] : findPluginMirrors();
  for (const mirror of mirrors) if (result.exitCode !== 0) result = await attempt(mirror);
  if (result.exitCode !== 0) throw new InitError(`init failed:\n${(result.stderr || result.stdout).trim()}`);
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
    // Terraform reports them in the order in which it gets to them.
    .sort((a, b) => (a.address < b.address ? -1 : 1));
  return { changes, diagnostics };
}
