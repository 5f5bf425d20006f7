import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { App } from "cdktf";
import type { PoolModel } from "../lib/model/model";
import { replaceStacks } from "../lib/terraform/stack-output";
import { PoolStack } from "./pool-stack";

/** Width of a list in JSON. */
const COLUMNS = 120;

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
      mkdirSync(join(staging, "stacks"), { recursive: true });
      withoutStackTraces(() =>
        withHclOutput(hcl, () => {
          const app = new App({ outdir: staging, hclOutput: hcl, stackTraces: false });
          for (const pool of pools)
            new PoolStack(app, pool, basename(config), { onceProxied: onceProxied.includes(pool.stack) });
          app.synth();
        }),
      );
      if (!hcl) for (const { stack } of pools) writeListsInLines(join(staging, "stacks", stack, "cdk.tf.json"));
    },
  });
}

/** A list of texts, numbers and flags over several lines. No text in JSON holds a line break. */
const LIST = /\[((?:\n *(?:"(?:[^"\\]|\\.)*"|[-\w.+]+),?)+)\n( *)\]/g;

/**
 * As many items of a list on a line as fit, since half of the lines of a client would be names of attributes otherwise;
 * and empty lists and maps as CDK Terrain writes them, so that cdktf and CDK Terrain give the same bytes.
 */
function writeListsInLines(file: string): void {
  const text = readFileSync(file, "utf8").replace(/([[{])\n *([\]}])/g, "$1$2");
  writeFileSync(
    file,
    text.replace(LIST, (_, items: string, indent: string) => inLines(items.trim().split(/\n */), indent)),
  );
}

/** A list whose items have their commas already. */
function inLines(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const item of items) {
    const line = lines.at(-1);
    if (line !== undefined && indent.length + line.length + item.length + 3 <= COLUMNS)
      lines.push(`${lines.pop()} ${item}`);
    else lines.push(item);
  }
  return lines.length === 1
    ? `[${lines[0]}]`
    : `[\n${lines.map((line) => `${indent}  ${line}`).join("\n")}\n${indent}]`;
}

/** cdktf records with every token where it was made: a tenth of a synthesis, and read by nobody here. */
function withoutStackTraces(run: () => void): void {
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = () => "";
  try {
    run();
  } finally {
    Error.prepareStackTrace = before;
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
