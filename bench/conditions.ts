import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { App } from "cdktf";
import { parse } from "yaml";
import { resolveConfig } from "../lib/config/resolve";
import type { Config } from "../lib/config/schema";
import type { PoolModel } from "../lib/model/model";
import { writeOffline } from "../lib/terraform/offline-plan";
import { findPluginMirrors } from "../lib/terraform/plugin-mirror";
import { PoolStack } from "../stacks/pool-stack";
import { synthesize } from "../stacks/synthesize";
import { Cognito } from "./cognito";
import { benchConfig } from "./reference";
import { median, table } from "./run";

/**
 * What the rules cost a real plan, beside a plan of the same stack without them, in CPU time of Terraform and the
 * provider: a first plan that asks nobody, and a plan of what is deployed. And how large the files are that `synth` writes.
 */
const counts = process.argv.slice(2).map(Number);
const FORMATS = ["json", "hcl"] as const;
type Format = (typeof FORMATS)[number];

async function main(): Promise<void> {
  const rows: string[][] = [];
  for (const count of counts.length > 0 ? counts : [300, 1_000])
    for (const format of FORMATS) rows.push(...(await costs(count, format)));
  table(["", "clients", "CPU seconds", "ratio"], rows);
  const minimal = readFileSync(join(__dirname, "..", "examples", "minimal.yaml"), "utf8");
  const written = [3, 4, 300].map((count) => [`${count} clients`, benchConfig(count)] as const);
  table(["", "lines", "longest line", "MB"], ([["minimal.yaml", minimal], ...written] as const).flatMap(sizes));
}

async function costs(count: number, format: Format): Promise<string[][]> {
  const cognito = new Cognito();
  cognito.limited = false;
  const endpoint = await cognito.start();
  const stacks = [stackOf(count), withoutRules(stackOf(count))];
  const variants = await Promise.all(stacks.map((stack) => folderOf(stack, format, endpoint)));
  const runs = count > 500 ? 1 : 3;
  const plan = ["plan", "-refresh=false", "-out=plan.bin"];
  const first = await alternately(variants, runs, plan);
  for (const folder of variants) await cpuSeconds(folder, "apply", "-auto-approve");
  const deployed = await alternately(variants, runs, ["plan", "-detailed-exitcode"]);
  cognito.stop();
  for (const folder of variants) rmSync(folder, { recursive: true });
  const row = (name: string, [rules = [], none = []]: number[][]) => [
    `${name} with rules, ${format}`,
    String(count),
    median(rules).toFixed(1),
    median(rules.map((time, run) => time / (none[run] as number))).toFixed(2),
  ];
  return [row("first plan", first), row("plan of what is deployed", deployed)];
}

async function alternately(folders: readonly string[], runs: number, args: readonly string[]): Promise<number[][]> {
  const times = folders.map((): number[] => []);
  for (let run = 0; run < runs; run++)
    for (const [index, folder] of folders.entries()) times[index]?.push(await cpuSeconds(folder, ...args));
  return times;
}

/** The files of a config's only stack as `synth` writes them: lines, the longest but for messages and patterns, and size. */
function sizes([name, config]: readonly [string, string]): string[][] {
  return FORMATS.flatMap((format) => {
    const outdir = mkdtempSync(join(tmpdir(), "bench-conditions-"));
    const { pools } = resolveConfig(parse(config) as Config);
    synthesize(pools, { config: "bench.yaml", outdir, hcl: format === "hcl" });
    const folder = join(outdir, "stacks", pools[0]?.stack ?? "");
    const rows = (format === "hcl" ? ["cdk.tf", "rules.tf"] : ["cdk.tf.json"]).map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const lines = text.split("\n");
      const wide = lines.filter((line) => !/error_message|\^|regex/.test(line)).map(({ length }) => length);
      return [
        `${file} of ${name}`,
        String(lines.length - 1),
        String(Math.max(...wide)),
        (text.length / 1e6).toFixed(3),
      ];
    });
    rmSync(outdir, { recursive: true });
    return rows;
  });
}

function stackOf(count: number): PoolStack {
  const { pools } = resolveConfig(parse(benchConfig(count)) as Config);
  return new PoolStack(new App({ stackTraces: false, outdir: tmpdir() }), pools[0] as PoolModel, "bench.yaml");
}

/** The same stack, in which nothing is evaluated. */
function withoutRules(stack: PoolStack): PoolStack {
  const own = stack.toTerraform.bind(stack);
  stack.toTerraform = () => {
    const { output, check: _, locals: __, ...rest } = own() as Record<string, unknown>;
    const { rule_set: ___, ...outputs } = output as Record<string, unknown>;
    return { ...rest, output: outputs } as ReturnType<PoolStack["toTerraform"]>;
  };
  return stack;
}

/** A folder in which Terraform can plan and apply a stack. */
async function folderOf(stack: PoolStack, format: Format, endpoint: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bench-conditions-"));
  for (const [name, content] of Object.entries(stack.files(format === "hcl")))
    writeFileSync(join(folder, name), content);
  writeOffline(folder, "terraform.tfstate", endpoint);
  const mirror = findPluginMirrors()[0];
  await cpuSeconds(folder, "init", ...(mirror === undefined ? [] : [`-plugin-dir=${mirror}`]));
  return folder;
}

/** CPU time of Terraform and the processes it starts. @throws Error when it fails, or finds a change where none is */
async function cpuSeconds(folder: string, ...args: readonly string[]): Promise<number> {
  const command = `terraform ${args.join(" ")} -no-color >terraform.log 2>&1 || exit 1; times >times.log`;
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: "" };
  try {
    await promisify(execFile)("bash", ["-c", command], { cwd: folder, env });
  } catch {
    throw new Error(readFileSync(join(folder, "terraform.log"), "utf8").slice(-3_000));
  }
  const [, children = ""] = readFileSync(join(folder, "times.log"), "utf8").split("\n");
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

main();
