import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { aliasesIn, withoutImports, writeOffline } from "../../lib/terraform/offline-plan";
import { findPluginMirrors } from "../../lib/terraform/plugin-mirror";
import { runTerraform, type TerraformResult } from "../../lib/terraform/run";
import { RunningProvider } from "./running-provider";

/**
 * Real Terraform with the real AWS provider, for tests: plans new resources with no account and no network.
 *
 * Where neither a registry nor a mirror has the provider, `describeTerraform` says aloud that a suite was not run.
 */

/** A filesystem mirror of the AWS provider, if the machine has one. */
export const providerMirror: string | undefined = findPluginMirrors()[0];

// Where they are insisted on, a suite that lacks them fails by itself.
const available = process.env.COGNITO_REQUIRE_TERRAFORM !== undefined || terraformAvailable();

/** A suite that needs Terraform and the provider. */
export const describeTerraform: (name: string, suite: () => void) => void = available
  ? describe
  : (name) => {
      process.stderr.write(`NOT RUN: ${name}: no terraform, or no AWS provider from a registry or a mirror\n`);
      describe(name, () => test.todo("needs terraform and the AWS provider"));
    };

/** A suite that needs them and too much time for every run: `npm run test:whole` runs it. */
export const describeWhole: typeof describeTerraform = process.env.COGNITO_WHOLE
  ? describeTerraform
  : (name) => {
      process.stderr.write(`NOT RUN: ${name}: npm run test:whole does\n`);
      describe(name, () => test.todo("runs in npm run test:whole"));
    };

function terraformAvailable(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-cognito-probe-"));
  try {
    const provider = { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: provider }));
    const env: NodeJS.ProcessEnv = { ...process.env, CHECKPOINT_DISABLE: "1" };
    if (env.TF_CLI_CONFIG_FILE && !existsSync(env.TF_CLI_CONFIG_FILE)) delete env.TF_CLI_CONFIG_FILE;
    execFileSync("terraform", ["init", ...mirrorArgument()], { cwd: folder, env, stdio: "ignore" });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mirrorArgument(): string[] {
  return providerMirror === undefined ? [] : [`-plugin-dir=${providerMirror}`];
}

/**
 * Whether the AWS provider at hand can plan a configuration; a registry has every version.
 *
 * @param range of versions, as `>= 6.13.0, < 7.0.0`
 * @param mirror a filesystem mirror; `undefined` where the registry is asked
 */
export function hasProvider(range: string, mirror = providerMirror): boolean {
  const [least = "", next = ""] = range.match(/\d+\.\d+\.\d+/g) ?? [];
  if (mirror === undefined) return true;
  const compared = (one: string, other: string) => one.localeCompare(other, "en", { numeric: true });
  return readdirSync(join(mirror, "registry.terraform.io", "hashicorp", "aws")).some((name) => {
    const [version] = /\d+\.\d+\.\d+/.exec(name) ?? [];
    return version !== undefined && compared(version, least) >= 0 && compared(version, next) < 0;
  });
}

export interface PlanOptions {
  /** Values of variables. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** State (version 4) to plan against. Default none. */
  readonly state?: object;
  /** In place of AWS, for data sources. */
  readonly endpoint?: string;
}

export interface PlanResult {
  readonly exitCode: number;
  /** What Terraform printed, errors included. */
  readonly output: string;
  /** `terraform show -json` of the plan; absent when it failed. */
  readonly plan?: PlanJson;
}

export interface PlanJson {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly type: string;
    readonly name: string;
    readonly previous_address?: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Record<string, unknown> | null;
      readonly after: Record<string, unknown> | null;
      readonly replace_paths?: readonly unknown[];
    };
  }[];
  readonly planned_values: {
    readonly root_module: { readonly resources?: readonly PlannedResource[] };
    readonly outputs?: object;
  };
  readonly configuration?: {
    readonly root_module: {
      readonly resources?: readonly {
        readonly address: string;
        readonly expressions?: Readonly<Record<string, { readonly references?: readonly string[] }>>;
      }[];
    };
  };
  readonly checks?: readonly { readonly address: { readonly to_display: string }; readonly status: string }[];
}

export interface PlannedResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly schema_version: number;
  readonly values: Record<string, unknown>;
}

/** A folder in which Terraform is initialised with the provider, and whose configuration can be exchanged; it imports only where a test says so. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), "cdktf-cognito-terraform-"));
  #provider: RunningProvider | undefined;
  /** Whether the configuration has one provider: a running one knows one configuration at a time. */
  #isAlone = true;
  #secrets: Readonly<Record<string, boolean>> = {};

  /** Puts a configuration in place of the last one: the path of a `cdk.tf` or `cdk.tf.json`, or JSON itself. */
  async use(configuration: string | object, endpoint?: string, { imports = false } = {}): Promise<this> {
    const placed = (name: string, text: string) =>
      writeFileSync(join(this.folder, name), imports ? text : withoutImports(name, text));
    for (const name of ["cdk.tf", "rules.tf", "cdk.tf.json"]) rmSync(join(this.folder, name), { force: true });
    if (typeof configuration === "string") {
      const names = configuration.endsWith(".json") ? ["cdk.tf.json"] : ["cdk.tf", "rules.tf"];
      for (const name of names) placed(name, readFileSync(join(dirname(configuration), name), "utf8"));
    } else placed("cdk.tf.json", JSON.stringify(configuration));
    this.#isAlone = aliasesIn(this.folder).length === 0;
    this.#secrets = imports ? {} : secretsOf(configuration);
    writeOffline(this.folder, "terraform.tfstate", endpoint, this.#secrets);
    if (!existsSync(join(this.folder, ".terraform"))) {
      await this.run("init", "-input=false", ...mirrorArgument());
      this.#provider = await RunningProvider.start(this.folder);
    }
    return this;
  }

  /** Runs Terraform. */
  terraform(...args: string[]): Promise<TerraformResult> {
    return runTerraform(args, this.folder, this.#isAlone ? this.#provider?.env : undefined);
  }

  /** Runs Terraform. @throws Error when it fails */
  async run(...args: string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.terraform(...args, "-no-color");
    if (exitCode !== 0) throw new Error(`terraform ${args.join(" ")}:\n${stdout}${stderr}`);
    return stdout;
  }

  /** `terraform validate`. @throws Error when it says anything, a warning included */
  async validate(): Promise<void> {
    const { stdout } = await this.terraform("validate", "-json");
    const { diagnostics } = JSON.parse(stdout);
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  }

  async plan({ variables = {}, state, endpoint }: PlanOptions = {}): Promise<PlanResult> {
    rmSync(join(this.folder, "terraform.tfstate"), { force: true });
    if (state) writeFileSync(join(this.folder, "terraform.tfstate"), JSON.stringify(state));
    writeOffline(this.folder, "terraform.tfstate", endpoint, this.#secrets);
    writeFileSync(join(this.folder, "test.auto.tfvars.json"), JSON.stringify(variables));
    const args = ["plan", "-refresh=false", "-lock=false", "-no-color", "-out=plan.bin"];
    const { exitCode, stdout, stderr } = await this.terraform(...args);
    const output = stdout + stderr;
    if (exitCode !== 0) return { exitCode, output };
    const shown = await this.terraform("show", "-json", "plan.bin");
    return { exitCode, output, plan: JSON.parse(shown.stdout) };
  }

  remove(): void {
    this.#provider?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The clients that only an import would leave without `generate_secret`; none of those in the examples has a secret. */
function secretsOf(configuration: string | object): Record<string, boolean> {
  if (typeof configuration === "string" && !configuration.endsWith(".json")) return {};
  const json = typeof configuration === "string" ? JSON.parse(readFileSync(configuration, "utf8")) : configuration;
  if (json.import === undefined) return {};
  const clients = Object.entries<object>(json.resource?.aws_cognito_user_pool_client ?? {});
  return Object.fromEntries(clients.flatMap(([name, body]) => ("generate_secret" in body ? [] : [[name, false]])));
}

/** A state in which everything that a plan would create exists, with ids such as AWS gives. */
export function stateOf(plan: PlanJson): object {
  const resources = plan.planned_values.root_module.resources ?? [];
  const ids = new Map(resources.map(({ address, type, name, values }) => [address, identity(type, name, values).id]));
  /** The client of a resource that is made for one: what it refers to. */
  const clientOf = (address: string) => {
    const { expressions } = plan.configuration?.root_module.resources?.find((each) => each.address === address) ?? {};
    const id = expressions?.client_id?.references?.map((each) => ids.get(each)).find((each) => each !== undefined);
    return id === undefined ? {} : { client_id: id };
  };
  return {
    version: 4,
    terraform_version: "1.11.4",
    serial: 1,
    lineage: "00000000-0000-0000-0000-000000000000",
    outputs: {},
    resources: resources
      .filter(({ mode }) => mode === "managed")
      .map(({ address, type, name, schema_version, values }) => ({
        mode: "managed",
        type,
        name,
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [
          {
            schema_version,
            attributes: { ...values, ...clientOf(address), ...identity(type, name, values) },
            sensitive_attributes: [],
          },
        ],
      })),
  };
}

const POOL_ID = "eu-west-1_AbCdEfGhI";
const POOL_ARN = `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${POOL_ID}`;

/** What AWS alone knows of a resource once it exists. */
function identity(
  type: string,
  name: string,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  switch (type) {
    case "aws_cognito_user_pool":
      return {
        id: POOL_ID,
        arn: POOL_ARN,
        endpoint: `cognito-idp.eu-west-1.amazonaws.com/${POOL_ID}`,
      };
    case "aws_cognito_user_pool_client":
      return {
        id: `client${name.replaceAll("_", "")}`,
        user_pool_id: POOL_ID,
        client_secret: values.generate_secret ? "secret" : "",
      };
    case "aws_cognito_resource_server":
      return { id: `${POOL_ID}|${values.identifier}`, user_pool_id: POOL_ID };
    case "aws_cognito_identity_provider":
      return { id: `${POOL_ID}:${values.provider_name}`, user_pool_id: POOL_ID };
    case "aws_cognito_user_pool_domain":
      return { id: values.domain, user_pool_id: POOL_ID };
    case "aws_wafv2_web_acl_association":
      return { id: `${values.web_acl_arn},${POOL_ARN}`, resource_arn: POOL_ARN };
    default:
      return { id: `${POOL_ID}/${values.name ?? name}`, user_pool_id: POOL_ID };
  }
}
