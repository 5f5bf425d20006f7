import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { parse } from "yaml";
import { resolveConfig } from "../lib/config/resolve";
import type { Config } from "../lib/config/schema";
import type { PoolModel } from "../lib/model/model";
import { writeOffline } from "../lib/terraform/offline-plan";
import { findPluginMirrors } from "../lib/terraform/plugin-mirror";
import { runTerraform } from "../lib/terraform/run";
import { PoolStack } from "../stacks/pool-stack";
import { Cognito } from "./cognito";
import { benchConfig } from "./reference";
import { median, table } from "./run";

/**
 * What conditions cost a real plan of 1,000 clients, beside a plan of the same stack without them: a first plan that
 * asks nobody, and a plan of what is deployed, which reads every client back as fast as Cognito lets it.
 */
const CLIENTS = Number(process.argv[2] ?? 1_000);
const FIRST_PLANS = 1;

type Variant = "without" | "with";

async function main(): Promise<void> {
  const { pools } = resolveConfig(parse(benchConfig(CLIENTS)) as Config);
  const stack = new PoolStack(new App({ stackTraces: false }), pools[0] as PoolModel, "bench.yaml").toTerraform();
  const cognito = new Cognito();
  const endpoint = await cognito.start();
  const folders = {
    without: await folderOf(withoutConditions(stack), endpoint),
    with: await folderOf(stack, endpoint),
  };

  const first = { without: [] as number[], with: [] as number[] };
  for (let run = 0; run < FIRST_PLANS; run++)
    for (const variant of variants) first[variant].push(await seconds(folders[variant], "plan", "-refresh=false"));

  const deployed = { without: [] as number[], with: [] as number[] };
  for (const variant of variants) {
    cognito.limited = false;
    await seconds(folders[variant], "apply", "-auto-approve");
    cognito.limited = true;
    deployed[variant].push(await seconds(folders[variant], "plan", "-detailed-exitcode"));
  }
  cognito.stop();
  table(
    ["", "clients", "seconds", "ratio"],
    [...rows("first plan, offline", first), ...rows("plan of what is deployed", deployed)],
  );
}

const variants = ["without", "with"] as const;

function rows(name: string, times: Readonly<Record<Variant, number[]>>): string[][] {
  return variants.map((variant) => {
    const ratios = times[variant].map((time, run) => time / (times.without[run] as number));
    return [
      `${name}, ${variant} conditions`,
      String(CLIENTS),
      median(times[variant]).toFixed(1),
      median(ratios).toFixed(2),
    ];
  });
}

/** A folder in which Terraform can plan and apply a stack. */
async function folderOf(stack: object, endpoint: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bench-conditions-"));
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(stack, null, 2));
  writeOffline(folder, "terraform.tfstate", endpoint);
  const mirror = findPluginMirrors()[0];
  await seconds(folder, "init", ...(mirror === undefined ? [] : [`-plugin-dir=${mirror}`]));
  return folder;
}

/** How long Terraform takes. @throws Error when it fails, or a plan that shall find no change finds one */
async function seconds(folder: string, ...args: readonly string[]): Promise<number> {
  const started = performance.now();
  const { exitCode, stdout, stderr } = await runTerraform([...args, "-no-color"], folder);
  if (exitCode !== 0) throw new Error(stderr || stdout.slice(0, 5_000));
  return (performance.now() - started) / 1_000;
}

function withoutConditions(stack: object): object {
  return JSON.parse(JSON.stringify(stack), (key, value) =>
    key === "postcondition" || key === "check" ? undefined : value,
  );
}

main();
