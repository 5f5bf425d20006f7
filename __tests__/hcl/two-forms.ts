import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HclLayout, type TerraformJson, toHcl } from "../../lib/terraform/hcl";
import { runTerraform } from "../../lib/terraform/run";
import { RunningProvider } from "../support/running-provider";
import { providerMirror } from "../support/terraform";

/** A configuration without provider and backend, and values for its variables. */
export interface Part {
  readonly json: TerraformJson;
  readonly layout: HclLayout;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Tally {
  planned: number;
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
  readonly tally: Tally = { planned: 0, refused: 0 };
  readonly #providers = new Map<string, RunningProvider>();

  /** @throws Error when the forms differ, or the HCL is not as `terraform fmt` leaves it, or not valid */
  async compare(parts: readonly Part[]): Promise<void> {
    const [hcl, json] = await Promise.all([this.#plan("hcl", parts), this.#plan("json", parts)]);
    expect(hcl.formatted).toBe("");
    if (hcl.plan !== undefined || json.plan !== undefined || parts.length === 1) {
      expect(hcl).toEqual({ ...json, formatted: "" });
      if (hcl.plan === undefined) this.tally.refused += 1;
      else this.tally.planned += parts.length;
      return;
    }
    const half = Math.ceil(parts.length / 2);
    await this.compare(parts.slice(0, half));
    await this.compare(parts.slice(half));
  }

  reset(): void {
    this.tally.planned = this.tally.refused = 0;
  }

  remove(): void {
    for (const provider of this.#providers.values()) provider.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #plan(form: "hcl" | "json", parts: readonly Part[]) {
    const folder = join(this.#folder, form);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [index, { json, layout }] of parts.entries()) {
      mkdirSync(join(folder, `m${index}`));
      if (form === "hcl") writeFileSync(join(folder, `m${index}`, "cdk.tf"), toHcl(json, layout));
      else writeFileSync(join(folder, `m${index}`, "cdk.tf.json"), JSON.stringify(json));
    }
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(rootOf(parts)));
    const run = (...args: string[]) => runTerraform(args, folder, this.#providers.get(form)?.env);
    const formatted = form === "hcl" ? (await run("fmt", "-check", "-recursive", "-diff")).stdout : "";
    const mirror = providerMirror ? [`-plugin-dir=${providerMirror}`] : [];
    const initialized = await runTerraform(["init", "-no-color", ...mirror], folder);
    if (initialized.exitCode !== 0) return { formatted, words: wordsOf(initialized.stderr) };
    if (!this.#providers.has(form)) this.#providers.set(form, await RunningProvider.start(folder));
    const planned = await run(
      "plan",
      "-no-color",
      "-refresh=false",
      "-lock=false",
      "-compact-warnings",
      "-out=plan.bin",
    );
    if (planned.exitCode !== 0) return { formatted, words: wordsOf(planned.stderr) };
    const { stdout } = await run("show", "-json", "plan.bin");
    const { planned_values, resource_changes, output_changes, checks } = JSON.parse(stdout);
    return { formatted, plan: sorted({ planned_values, resource_changes, output_changes, checks }) };
  }
}

function rootOf(parts: readonly Part[]): object {
  const modules = parts.map(({ values }, index) => [`m${index}`, { source: `./m${index}`, ...escaped(values) }]);
  const outputs = parts.map((_, index) => [`m${index}`, { value: `\${module.m${index}}`, sensitive: true }]);
  return { provider: { aws: PROVIDER }, module: Object.fromEntries(modules), output: Object.fromEntries(outputs) };
}

function escaped<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replace(/[$%](?=\{)/g, "$&$&"));
}

/** What Terraform says, without where it stands in the file. */
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
