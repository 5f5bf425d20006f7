import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchConfig } from "./reference";
import { alternate, type Measurement, median, table } from "./run";

/**
 * Time and peak memory of `review` of 1,000 clients with 100 changes, beside `check` of the same config, in one run.
 * Needs the compiled package: `npm run bench` builds it first. Ratios hold on any machine; the seconds do not.
 */
const root = join(__dirname, "..");
const work = mkdtempSync(join(root, "node_modules", ".bench-"));
const program = join(root, "dist", "lib", "cli", "bin.js");

const base = benchConfig(1_000);
const head = base.replace(/(c\d*0: \{ platform: \w+)/g, "$1, accessTokenValidity: 7h");
writeFileSync(join(work, "base.yaml"), base);
writeFileSync(join(work, "head.yaml"), head);

const [review, check] = alternate(
  [
    [program, "review", "--base", "base.yaml", "--head", "head.yaml"],
    [program, "check", "--config", "head.yaml"],
  ],
  work,
  7,
) as [Measurement[], Measurement[]];

const ratio = (of: Measurement[], field: keyof Measurement) =>
  median(of.map((each, run) => each[field] / (check[run] as Measurement)[field])).toFixed(2);
const row = (name: string, of: Measurement[]) => [
  name,
  median(of.map(({ seconds }) => seconds)).toFixed(2),
  ratio(of, "seconds"),
  median(of.map(({ megabytes }) => megabytes)).toFixed(0),
  ratio(of, "megabytes"),
];
table(["1,000 clients, 100 changes", "seconds", "ratio", "MB", "ratio"], [row("review", review), row("check", check)]);
