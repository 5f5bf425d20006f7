import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runTerraform, type TerraformResult } from "../../lib/terraform/run";
import { RunningProvider } from "../support/running-provider";
import { type PlannedResource, providerMirror } from "../support/terraform";

/** The provider of a consumer, with nobody to ask. */
export const PROVIDER = {
  aws: {
    region: "eu-west-1",
    access_key: "offline",
    secret_key: "offline",
    skip_credentials_validation: true,
    skip_requesting_account_id: true,
    skip_metadata_api_check: true,
  },
};

/** A consumer's folder: a root module of their own, and others beside it. */
export class Root {
  readonly folder = mkdtempSync(join(tmpdir(), "module-"));
  #provider: RunningProvider | undefined;

  write(files: Readonly<Record<string, string | Buffer | object>>): void {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(
        join(this.folder, path),
        typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content),
      );
    }
  }

  /** Makes a folder ready, by default the root's own. @throws Error when that fails */
  async init(folder = "."): Promise<void> {
    const mirror = providerMirror ? [`-plugin-dir=${providerMirror}`] : [];
    const { exitCode, stderr } = await runTerraform(["init", "-no-color", ...mirror], join(this.folder, folder));
    if (exitCode !== 0) throw new Error(stderr);
    this.#provider ??= await RunningProvider.start(join(this.folder, folder));
  }

  run(folder: string, ...args: string[]): Promise<TerraformResult> {
    return runTerraform([...args, "-no-color"], join(this.folder, folder), this.#provider?.env);
  }

  /** What is planned of each module, by its name and the resources' own addresses. */
  async plan(): Promise<Record<string, Record<string, unknown>>> {
    const { exitCode, stderr } = await this.run(".", "plan", "-refresh=false", "-out=plan.bin");
    if (exitCode !== 0) throw new Error(stderr);
    const { stdout } = await this.run(".", "show", "-json", "plan.bin");
    const { child_modules } = JSON.parse(stdout).planned_values.root_module as { child_modules: ChildModule[] };
    return Object.fromEntries(
      child_modules.map(({ address, resources }) => [
        address.replace(/^module\./, ""),
        Object.fromEntries(
          resources
            .filter(({ mode }) => mode === "managed")
            .map((each) => [each.address.slice(address.length + 1), sorted(each.values)]),
        ),
      ]),
    );
  }

  remove(): void {
    this.#provider?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface ChildModule {
  readonly address: string;
  readonly resources: readonly PlannedResource[];
}

/** Sets come in no order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, item]) => [key, sorted(item)]),
  );
}
