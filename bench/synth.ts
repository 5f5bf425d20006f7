import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchConfig, referenceProgram } from "./reference";
import { alternate, type Measurement, median, table } from "./run";

/**
 * Time and peak memory of `synth` beside a hand-written cdktf program that makes the same resources, in one run.
 * Needs the compiled package: `npm run bench` builds it first. Ratios hold on any machine; the seconds do not.
 */
const root = join(__dirname, "..");
const work = mkdtempSync(join(root, "node_modules", ".bench-"));
const program = join(root, "dist", "lib", "cli", "bin.js");
const reference = join(work, "reference.js");

writeFileSync(join(work, "three.yaml"), benchConfig(3));
execFileSync("node", [program, "synth", "--config", "three.yaml", "--out", "three"], { cwd: work });
writeFileSync(
  reference,
  referenceProgram(JSON.parse(readFileSync(join(work, "three/stacks/users-prod/cdk.tf.json"), "utf8"))),
);

const counts = process.argv.slice(2).map(Number);
const rows = (counts.length > 0 ? counts : [5, 1_000, 10_000]).flatMap((count) => {
  const config = join(work, `${count}.yaml`);
  writeFileSync(config, benchConfig(count));
  mkdirSync(join(work, `reference-${count}`));
  const [ours, theirs, check] = alternate(
    [
      [program, "synth", "--config", config, "--out", join(work, `out-${count}`)],
      [reference, String(count), join(work, `reference-${count}`)],
      [program, "check", "--config", config],
    ],
    work,
    count > 1_000 ? 1 : 5,
  ) as [Measurement[], Measurement[], Measurement[]];
  const ratio = (of: Measurement[], field: keyof Measurement) =>
    median(of.map((each, run) => each[field] / (theirs[run] as Measurement)[field])).toFixed(2);
  const row = (name: string, of: Measurement[]) => [
    name,
    String(count),
    median(of.map(({ seconds }) => seconds)).toFixed(2),
    ratio(of, "seconds"),
    median(of.map(({ megabytes }) => megabytes)).toFixed(0),
    ratio(of, "megabytes"),
  ];
  return [row("synth", ours), row("hand-written program", theirs), row("check", check)];
});

table(["", "clients", "CPU seconds", "ratio", "MB", "ratio"], rows);
