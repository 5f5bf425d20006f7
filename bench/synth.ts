import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
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

/** Clients of each pool, pools, and runs. */
const SIZES = [
  [5, 1, 5],
  [1_000, 1, 5],
  [5_000, 1, 1],
  [10_000, 1, 1],
  [10, 400, 1],
] as const;

const megabytes = (folder: string): string =>
  (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1e6
  ).toFixed(1);

const rows = SIZES.flatMap(([count, pools, runs]) => {
  const size = `${count}-${pools}`;
  const config = join(work, `${size}.yaml`);
  writeFileSync(config, benchConfig(count, pools));
  const folders = [join(work, `out-${size}`), join(work, `reference-${size}`)] as const;
  mkdirSync(folders[1]);
  const [ours, theirs, check] = alternate(
    [
      [program, "synth", "--config", config, "--out", folders[0]],
      [reference, String(count), String(pools), folders[1]],
      [program, "check", "--config", config],
    ],
    work,
    runs,
  ) as [Measurement[], Measurement[], Measurement[]];
  const ratio = (of: Measurement[], field: keyof Measurement) =>
    median(of.map((each, run) => each[field] / (theirs[run] as Measurement)[field])).toFixed(2);
  const row = (name: string, of: Measurement[], folder?: string) => [
    name,
    String(count),
    String(pools),
    median(of.map(({ seconds }) => seconds)).toFixed(2),
    ratio(of, "seconds"),
    median(of.map((each) => each.megabytes)).toFixed(0),
    ratio(of, "megabytes"),
    folder === undefined ? "" : megabytes(folder),
  ];
  return [row("synth", ours, folders[0]), row("hand-written program", theirs, folders[1]), row("check", check)];
});

table(["", "clients", "stacks", "CPU seconds", "ratio", "MB", "ratio", "MB written"], rows);
