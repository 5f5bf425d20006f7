import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STANDARD_ATTRIBUTES } from "../../lib/cognito/attributes";
import { type HclLayout, type TerraformJson, toHcl } from "../../lib/terraform/hcl";
import type { JsonObject } from "../../lib/terraform/hcl-values";
import { runTerraform } from "../../lib/terraform/run";
import { startStandIn } from "../../lib/terraform/stand-in-pool";
import { RunningProvider } from "../support/running-provider";
import { providerMirror } from "../support/terraform";

/** A configuration without provider and backend, and values for its variables. */
export interface Part {
  readonly json: TerraformJson;
  readonly layout: HclLayout;
  readonly values: Readonly<Record<string, unknown>>;
  /** Attributes that a pool managed elsewhere has beside the standard ones. */
  readonly attributes: readonly string[];
  /** Aliases of the AWS provider that it takes from the root. */
  readonly aliases: readonly string[];
}

export interface Tally {
  planned: number;
  /** Of those that were planned, the ones over a pool that is managed elsewhere. */
  existing: number;
  /** Refused by Terraform or the provider, in both forms with the same words. */
  refused: number;
}

const PROVIDER = {
  region: "eu-west-1",
  access_key: "offline",
  secret_key: "offline",
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: true,
};

/**
 * Plans configurations as HCL and as JSON, many at once as the modules of one root, and compares what Terraform says:
 * planned values, outputs, conditions and their results; or, of those that it refuses, its words.
 */
export class TwoForms {
  readonly #folder = mkdtempSync(join(tmpdir(), "two-forms-"));
  readonly tally: Tally = { planned: 0, existing: 0, refused: 0 };
  readonly #providers = new Map<string, RunningProvider>();

  /**
   * @param required attributes that the pools managed elsewhere require
   * @throws Error when the forms differ, or the HCL is not as `terraform fmt` leaves it, or not valid
   */
  async compare(parts: readonly Part[], required: readonly string[] = []): Promise<void> {
    const { hcl, json } = await this.#both(parts, required);
    expect(hcl.formatted).toBe("");
    if (hcl.plan !== undefined || json.plan !== undefined || parts.length === 1) {
      expect({ words: hcl.words, plan: hcl.plan }).toEqual({ words: json.words, plan: json.plan });
      if (hcl.plan === undefined) this.tally.refused += 1;
      else this.#planned(parts, hcl);
      return;
    }
    const half = Math.ceil(parts.length / 2);
    await this.compare(parts.slice(0, half), required);
    await this.compare(parts.slice(half), required);
  }

  #planned(parts: readonly Part[], { diagnostics }: Said): void {
    expect(diagnostics).toEqual([]);
    this.tally.planned += parts.length;
    this.tally.existing += parts.filter(readsPool).length;
  }

  reset(): void {
    this.tally.planned = this.tally.existing = this.tally.refused = 0;
  }

  remove(): void {
    for (const provider of this.#providers.values()) provider.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** What Terraform says of each form, with a server in place of Cognito for the pools that are read. */
  async #both(parts: readonly Part[], required: readonly string[]): Promise<{ hcl: Said; json: Said }> {
    const standIn = await startStandIn(schemaOf(parts, required));
    try {
      // In the provider's own `endpoints`, it costs seconds of every plan.
      const awsConfig = join(this.#folder, "aws.ini");
      writeFileSync(awsConfig, `[profile ${PROFILE}]\nendpoint_url = ${standIn.endpoint}\n`);
      const root = rootOf(parts, awsConfig);
      const [hcl, json] = await Promise.all([this.#plan("hcl", root, parts), this.#plan("json", root, parts)]);
      return { hcl, json };
    } finally {
      standIn.close();
    }
  }

  async #plan(form: "hcl" | "json", root: object, parts: readonly Part[]): Promise<Said> {
    const folder = this.#write(form, root, parts);
    const run = (...args: string[]) => runTerraform(args, folder, this.#providers.get(form)?.env);
    const formatted = form === "hcl" ? (await run("fmt", "-check", "-recursive", "-diff")).stdout : "";
    const mirror = providerMirror ? [`-plugin-dir=${providerMirror}`] : [];
    const initialized = await runTerraform(["init", "-no-color", ...mirror], folder);
    if (initialized.exitCode !== 0) return { formatted, words: wordsOf(initialized.stderr) };
    if (!this.#providers.has(form)) this.#providers.set(form, await RunningProvider.start(folder));
    const diagnostics = form === "hcl" ? JSON.parse((await run("validate", "-json")).stdout).diagnostics : [];
    const planned = await run("plan", ...PLAN_OPTIONS, `-out=${PLAN}`);
    if (planned.exitCode !== 0) return { formatted, diagnostics, words: wordsOf(planned.stderr) };
    return { formatted, diagnostics, plan: planIn((await run("show", "-json", PLAN)).stdout) };
  }

  #write(form: "hcl" | "json", root: object, parts: readonly Part[]): string {
    const folder = join(this.#folder, form);
    rmSync(folder, { recursive: true, force: true });
    for (const [index, { json, layout, aliases }] of parts.entries()) {
      const module = join(folder, `m${index}`);
      mkdirSync(module, { recursive: true });
      if (form === "hcl")
        writeFileSync(
          join(module, "cdk.tf"),
          toHcl(
            asking(json, aliases, (alias) => `\${aws.${alias}}`),
            layout,
          ),
        );
      else writeFileSync(join(module, "cdk.tf.json"), JSON.stringify(asking(json, aliases, (alias) => `aws.${alias}`)));
    }
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(root));
    return folder;
  }
}

/** What Terraform says of one form. */
interface Said {
  /** What `terraform fmt` would change. */
  readonly formatted: string;
  /** What `terraform validate` finds. */
  readonly diagnostics?: readonly object[];
  /** Why it is refused. */
  readonly words?: readonly string[];
  readonly plan?: unknown;
}

const PROFILE = "stand-in";
const PLAN = "plan.bin";
const PLAN_OPTIONS = ["-no-color", "-refresh=false", "-lock=false", "-compact-warnings"];

/** Planned values, conditions and their results, and what the data sources read. */
function planIn(shown: string): unknown {
  const { planned_values, resource_changes, output_changes, checks, prior_state } = JSON.parse(shown);
  return sorted({ planned_values, resource_changes, output_changes, checks, read: prior_state?.values });
}

function readsPool({ json }: Part): boolean {
  return json.data !== undefined;
}

/** Attributes as `DescribeUserPool` gives them. */
function schemaOf(parts: readonly Part[], required: readonly string[]): object[] {
  const names = [...Object.keys(STANDARD_ATTRIBUTES), ...parts.flatMap(({ attributes }) => attributes), ...required];
  return [...new Set(names)].map((name) => ({
    Name: name,
    AttributeDataType: STANDARD_ATTRIBUTES[name]?.type ?? "String",
    Mutable: true,
    Required: required.includes(name),
  }));
}

/** A module that asks for configurations of the AWS provider; JSON has their addresses as text. */
function asking(json: TerraformJson, aliases: readonly string[], reference: (alias: string) => string): TerraformJson {
  if (aliases.length === 0) return json;
  const { required_providers: required, ...settings } = json.terraform as JsonObject;
  const aws = { ...((required as JsonObject).aws as JsonObject), configuration_aliases: aliases.map(reference) };
  return { ...json, terraform: { ...settings, required_providers: { aws } } };
}

function rootOf(parts: readonly Part[], awsConfig: string): object {
  const modules = parts.map(({ values, aliases }, index) => {
    const providers = Object.fromEntries(
      ["aws", ...aliases.map((alias) => `aws.${alias}`)].map((each) => [each, each]),
    );
    return [`m${index}`, { source: `./m${index}`, providers, ...escaped(values) }];
  });
  const aws = { ...PROVIDER, profile: PROFILE, shared_config_files: [awsConfig] };
  const aliases = [...new Set(parts.flatMap((part) => part.aliases))];
  const outputs = parts.map((_, index) => [`m${index}`, { value: `\${module.m${index}}`, sensitive: true }]);
  return {
    provider: { aws: [aws, ...aliases.map((alias) => ({ ...aws, alias }))] },
    module: Object.fromEntries(modules),
    output: Object.fromEntries(outputs),
  };
}

function escaped<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replace(/[$%](?=\{)/g, "$&$&"));
}

/** What Terraform says, without its place in the file. */
function wordsOf(stderr: string): string[] {
  const texts = stderr.replace(/cdk\.tf(\.json)?/g, "cdk.tf").split("\n");
  return [...new Set(texts.map((line) => line.replace(/^[│╷╵ ]+/, "").trim()))]
    .filter((line) => line !== "" && !/^(on |\d+:|├|with |resource |data |variable |This was checked by)/.test(line))
    .sort();
}

/** Sets come in no order of their own, nor do the problems of a check. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, item]) => [key, sorted(item)]),
  );
}
