import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What one run of a program took; seconds of CPU time. */
export interface Measurement {
  readonly seconds: number;
  readonly megabytes: number;
}

const RESULT = join(mkdtempSync(join(tmpdir(), "bench-")), "result.json");

/** Runs a Node program once, as a process of its own. */
export function measure(args: readonly string[], cwd: string): Measurement {
  const env = { ...process.env, BENCH_RESULT: RESULT };
  execFileSync("node", ["--require", join(__dirname, "measure.cjs"), ...args], { cwd, env, stdio: "ignore" });
  return JSON.parse(readFileSync(RESULT, "utf8"));
}

/** Runs programs in turn, A B A B ..., after one warm-up each, and gives each one's measurements. */
export function alternate(programs: readonly (readonly string[])[], cwd: string, runs: number): Measurement[][] {
  const results = programs.map((): Measurement[] => []);
  for (let run = 0; run <= runs; run++)
    for (const [index, program] of programs.entries()) {
      const measurement = measure(program, cwd);
      if (run > 0) results[index]?.push(measurement);
    }
  return results;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] as number) + (sorted[Math.ceil((sorted.length - 1) / 2)] as number)) /
    2
  );
}

/** Prints a table with a row each, columns aligned. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [header, ...rows])
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    );
}
