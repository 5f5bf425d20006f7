import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { App, Manifest } from "cdktf";
import type { PoolModel } from "../lib/model/model";
import { jsonText } from "../lib/terraform/json-text";
import { replaceStacks } from "../lib/terraform/stack-output";
import { PoolStack } from "./pool-stack";

export interface SynthesizeOptions {
  /** Path of the file that the models come from; its name is in the header of the output. */
  readonly config: string;
  /** Output folder; it gets a `stacks` folder and cdktf's manifest. */
  readonly outdir: string;
  /** Write HCL (`cdk.tf`) instead of JSON (`cdk.tf.json`). Default false. */
  readonly hcl?: boolean;
  /** Stacks that the config describes; of these, what an earlier run wrote stays. Default none beside those written. */
  readonly described?: readonly string[];
  /** Stacks that keep the AWS provider of us-east-1 without a SECRET_HASH proxy, to destroy what is left of one. Default none. */
  readonly onceProxied?: readonly string[];
}

/**
 * Writes one stack per model, all or nothing; stacks that this config wrote and no longer describes are removed.
 *
 * @returns the stacks in the output folder that another config or program wrote, which stay as they are
 * @throws UsageError when such a stack would be overwritten
 * @throws Error of the file system, with the last good output as it was
 */
export function synthesize(
  pools: readonly PoolModel[],
  { config, outdir, hcl = false, described = [], onceProxied = [] }: SynthesizeOptions,
): readonly string[] {
  return replaceStacks(outdir, {
    config,
    retained: described.filter((name) => !pools.some(({ stack }) => stack === name)),
    write: (staging) => {
      const app = new App({ outdir: staging, hclOutput: hcl, stackTraces: false });
      withoutStackTraces(() => {
        for (const pool of pools) {
          const stack = new PoolStack(app, pool, basename(config), { onceProxied: onceProxied.includes(pool.stack) });
          const folder = join(staging, app.manifest.forStack(stack).workingDirectory);
          mkdirSync(folder, { recursive: true });
          for (const [name, content] of Object.entries(stack.files(hcl))) writeFileSync(join(folder, name), content);
          // What is written need not stay in memory with the stacks that follow.
          app.node.tryRemoveChild(stack.node.id);
        }
      });
      writeFileSync(join(staging, Manifest.fileName), jsonText(app.manifest.buildManifest()));
    },
  });
}

/** cdktf records with every token where it was made: a tenth of a synthesis, and read by nobody here. */
function withoutStackTraces(run: () => void): void {
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => {};
  try {
    run();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}
