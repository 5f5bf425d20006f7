import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App, type IManifest, Manifest } from "cdktf";
import type { PoolModel } from "../lib/model/model";
import { generatedFiles, replaceOutput } from "../lib/terraform/output-folder";
import { PoolStack } from "./pool-stack";

export interface SynthesizeOptions {
  /** Name of the file that the models come from, for the header of the output. */
  readonly config: string;
  /** Output folder; it gets a `stacks` folder and cdktf's manifest. */
  readonly outdir: string;
  /** Write HCL (`cdk.tf`) instead of JSON (`cdk.tf.json`). Default false. */
  readonly hcl?: boolean;
  /** Stacks that the config describes; of these, what an earlier run wrote stays. Default none beside those written. */
  readonly described?: readonly string[];
}

/**
 * Writes one stack per model, all or nothing; stacks that are no longer described leave the output.
 *
 * @throws Error of the file system, with the last good output as it was
 */
export function synthesize(
  pools: readonly PoolModel[],
  { config, outdir, hcl = false, described = [] }: SynthesizeOptions,
): void {
  const kept = described.filter((name) => !pools.some(({ stack }) => stack === name));
  replaceOutput(
    outdir,
    (staging) => {
      mkdirSync(join(staging, "stacks"), { recursive: true });
      withHclOutput(hcl, () => {
        const app = new App({ outdir: staging, hclOutput: hcl, stackTraces: false });
        for (const pool of pools) new PoolStack(app, pool, config);
        Object.assign(app.manifest.stacks, earlier(outdir, kept));
        app.synth();
      });
    },
    (folder) =>
      generatedFiles(folder).filter((path) => !kept.some((stack) => path.startsWith(join("stacks", stack, "/")))),
  );
}

/** What the manifest of an earlier run says of stacks that stay; nothing when there is none, or a damaged one. */
function earlier(outdir: string, kept: readonly string[]): IManifest["stacks"] {
  try {
    const { stacks } = JSON.parse(readFileSync(join(outdir, Manifest.fileName), "utf8")) as IManifest;
    return Object.fromEntries(Object.entries(stacks).filter(([stack]) => kept.includes(stack)));
  } catch {
    return {};
  }
}

/** cdktf's stacks read the format from the environment alone. */
function withHclOutput(hcl: boolean, run: () => void): void {
  const before = process.env.SYNTH_HCL_OUTPUT;
  process.env.SYNTH_HCL_OUTPUT = String(hcl);
  try {
    run();
  } finally {
    if (before === undefined) delete process.env.SYNTH_HCL_OUTPUT;
    else process.env.SYNTH_HCL_OUTPUT = before;
  }
}
