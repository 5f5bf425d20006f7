import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { estateConfig } from "./estate-config";
import { alternate, type Measurement, median, table } from "./run";

/**
 * Time and peak memory of `report` of 40 pools with 10 clients in 10 environments, beside `check` of the same config, in one
 * run, and the sizes of its files. Needs the compiled package: `npm run bench` builds it first. Ratios and sizes hold on any
 * machine; the seconds do not.
 */
const root = join(__dirname, "..");
const work = mkdtempSync(join(root, "node_modules", ".bench-"));
const program = join(root, "dist", "lib", "cli", "bin.js");
writeFileSync(join(work, "estate.yaml"), estateConfig({ pools: 40, environments: 10, clients: 10 }));

const [report, check] = alternate(
  [
    [program, "report", "--config", "estate.yaml", "--out", "report"],
    [program, "check", "--config", "estate.yaml"],
  ],
  work,
  3,
) as [Measurement[], Measurement[]];

const ratio = (field: keyof Measurement) =>
  median(report.map((each, run) => each[field] / (check[run] as Measurement)[field])).toFixed(2);
const of = (measurements: Measurement[], field: keyof Measurement, digits: number) =>
  median(measurements.map((each) => each[field])).toFixed(digits);
table(
  ["40 pools x 10 environments x 10 clients", "seconds", "ratio", "MB", "ratio"],
  [
    ["report", of(report, "seconds", 2), ratio("seconds"), of(report, "megabytes", 0), ratio("megabytes")],
    ["check", of(check, "seconds", 2), "1.00", of(check, "megabytes", 0), "1.00"],
  ],
);
table(
  ["file", "MB"],
  ["index.html", "estate.json", "clients.csv", "findings.csv"].map((name) => [
    name,
    (statSync(join(work, "report", name)).size / 1e6).toFixed(2),
  ]),
);
