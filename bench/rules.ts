import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { parse } from "yaml";
import type { Config } from "../lib/config/schema";
import type { PoolModel } from "../lib/model/model";
import { offlineOverride } from "../lib/terraform/offline-plan";
import { findPluginMirror } from "../lib/terraform/plugin-mirror";
import { runTerraform } from "../lib/terraform/run";
import { PoolStack } from "../stacks/pool-stack";
import { benchConfig } from "./reference";
import { median, table } from "./run";

const { checkPool } = require("../dist/lib/rules/check") as typeof import("../lib/rules/check");
const { resolveConfig } = require("../dist/lib/config/resolve") as typeof import("../lib/config/resolve");

/**
 * What rules cost: checking 10,000 clients beside resolving them, and a real plan of 1,000 clients with all their
 * conditions beside one with none. Needs the compiled package: `npm run bench` builds it first.
 */
const RUNS = 5;

async function main(): Promise<void> {
  const checking = checkingBesideResolving(10_000);
  const planning = await planningWithConditionsAndWithout(1_000);
  table(
    ["", "clients", "seconds", "ratio"],
    [
      ["resolve", "10000", ...figures(checking.resolve, checking.resolve)],
      ["check", "10000", ...figures(checking.check, checking.resolve)],
      ["plan without conditions", "1000", ...figures(planning.without, planning.without)],
      ["plan with conditions", "1000", ...figures(planning.with, planning.without)],
    ],
  );
}

function checkingBesideResolving(count: number): Record<"resolve" | "check", number[]> {
  const config = parse(benchConfig(count)) as Config;
  const times = { resolve: [] as number[], check: [] as number[] };
  for (let run = 0; run <= RUNS; run++) {
    const started = performance.now();
    const { pools } = resolveConfig(config);
    const resolved = performance.now();
    for (const pool of pools) checkPool(pool);
    const checked = performance.now();
    if (run === 0) continue;
    times.resolve.push((resolved - started) / 1_000);
    times.check.push((checked - resolved) / 1_000);
  }
  return times;
}

async function planningWithConditionsAndWithout(count: number): Promise<Record<"with" | "without", number[]>> {
  const { pools } = resolveConfig(parse(benchConfig(count)) as Config);
  const stack = new PoolStack(new App({ stackTraces: false }), pools[0] as PoolModel, "bench.yaml").toTerraform();
  const folders = { with: await folderOf(stack), without: await folderOf(withoutConditions(stack)) };
  const times = { with: [] as number[], without: [] as number[] };
  for (let run = 0; run <= 3; run++)
    for (const variant of ["without", "with"] as const) {
      const started = performance.now();
      await terraform(["plan", "-refresh=false", "-lock=false", "-out=plan.bin"], folders[variant]);
      if (run > 0) times[variant].push((performance.now() - started) / 1_000);
    }
  return times;
}

/** A folder in which Terraform can plan a stack. */
async function folderOf(stack: object): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bench-plan-"));
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(stack, null, 2));
  writeFileSync(join(folder, "offline_override.tf.json"), JSON.stringify(offlineOverride()));
  const mirror = findPluginMirror();
  await terraform(["init", ...(mirror === undefined ? [] : [`-plugin-dir=${mirror}`])], folder);
  return folder;
}

async function terraform(args: readonly string[], folder: string): Promise<void> {
  const { exitCode, stderr } = await runTerraform(args, folder);
  if (exitCode !== 0) throw new Error(stderr);
}

function withoutConditions(stack: object): object {
  return JSON.parse(JSON.stringify(stack), (key, value) =>
    key === "postcondition" || key === "check" ? undefined : value,
  );
}

function figures(times: readonly number[], beside: readonly number[]): string[] {
  const ratios = times.map((time, run) => time / (beside[run] as number));
  return [median(times).toFixed(2), median(ratios).toFixed(2)];
}

main();
