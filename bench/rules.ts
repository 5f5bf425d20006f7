import { parse } from "yaml";
import type { Config } from "../lib/config/schema";
import { benchConfig } from "./reference";
import { median, table } from "./run";

const { checkPool } = require("../dist/lib/rules/check") as typeof import("../lib/rules/check");
const { resolveConfig } = require("../dist/lib/config/resolve") as typeof import("../lib/config/resolve");

/** What checking 10,000 clients costs beside resolving them. Needs the compiled package: `npm run bench` builds it. */
const CLIENTS = 10_000;
const RUNS = 5;

const config = parse(benchConfig(CLIENTS)) as Config;
const times = { resolve: [] as number[], check: [] as number[] };
for (let run = 0; run <= RUNS; run++) {
  const started = performance.now();
  const { pools } = resolveConfig(config);
  const resolved = performance.now();
  for (const pool of pools) checkPool(pool);
  const checked = performance.now();
  // The first run warms up.
  if (run === 0) continue;
  times.resolve.push((resolved - started) / 1_000);
  times.check.push((checked - resolved) / 1_000);
}
const ratios = times.check.map((time, run) => time / (times.resolve[run] as number));
table(
  ["", "clients", "seconds", "ratio"],
  [
    ["resolve", String(CLIENTS), median(times.resolve).toFixed(2), "1.00"],
    ["check", String(CLIENTS), median(times.check).toFixed(2), median(ratios).toFixed(2)],
  ],
);
