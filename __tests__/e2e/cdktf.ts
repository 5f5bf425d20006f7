import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";
import { providerMirror } from "../support/terraform";

/** cdktf's own command line: 570 packages, so npm keeps it in its cache and not in this repository. */
const CDKTF_CLI = ["exec", "--yes", "--package", "cdktf-cli@0.21.0", "--", "cdktf"];

/** Asks nobody, calls nobody, and fills no folder in the home directory. */
const QUIET = { ...process.env, CI: "1", CHECKPOINT_DISABLE: "1", CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1" };

export interface CdktfResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs `cdktf` in a project as a person would, with an output folder of its own. */
export class Cdktf {
  readonly folder = temporaryFolder("e2e");
  readonly output = join(this.folder, "cdktf.out");

  constructor(
    readonly environment: Readonly<Record<string, string>>,
    /** Folder of the `cdktf.json`. Default the repository */
    readonly project = ROOT,
  ) {
    // Where there is no registry, `terraform init` of cdktf learns of the mirror as it does of any: by Terraform's own settings.
    const settings = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(providerMirror ?? "")}\n  }\n}\n`;
    writeFileSync(join(this.folder, "terraform.rc"), providerMirror === undefined ? "" : settings);
  }

  run(...args: string[]): Promise<CdktfResult> {
    return new Promise((resolve, reject) => {
      const child = spawn("npm", [...CDKTF_CLI, ...args, "--output", this.output], {
        cwd: this.project,
        env: {
          ...QUIET,
          FORCE_COLOR: "0",
          TF_CLI_ARGS: "-no-color",
          TF_CLI_CONFIG_FILE: join(this.folder, "terraform.rc"),
          ...this.environment,
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let output = "";
      child.stdout.on("data", (chunk: Buffer) => {
        output += chunk;
      });
      child.stderr.on("data", (chunk: Buffer) => {
        output += chunk;
      });
      child.on("error", reject);
      child.on("close", (code) => resolve({ exitCode: code ?? 1, output }));
    });
  }
}

/** A suite that needs cdktf's command line, from npm's cache or the registry. */
export const describeCdktf: (name: string, suite: () => void) => void =
  spawnSync("npm", [...CDKTF_CLI, "--version"], { cwd: tmpdir(), env: QUIET, stdio: "ignore" }).status === 0
    ? describe
    : (name) => {
        process.stderr.write(`NOT RUN: ${name}: npm cannot get cdktf-cli\n`);
        describe(name, () => test.todo("needs cdktf-cli from npm"));
      };
