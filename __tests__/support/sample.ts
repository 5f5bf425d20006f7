import { relative } from "node:path";

const isWhole = Boolean(process.env.COGNITO_WHOLE);
const start = Number(process.env.SEED ?? Math.floor(Date.now() / 1000));

/** How many samples a long suite draws: `part` in every run, `whole` in `npm run test:whole`. */
export function sampleSize(whole: number, part: number): number {
  return isWhole ? whole : part;
}

/** Some of the items of a long suite, others in each run that is not whole. `SEED` says which. */
export function drawn<T>(items: readonly T[], part: number): readonly T[] {
  if (isWhole || part >= items.length) return items;
  say(`${items.length - part} of ${items.length} items`);
  const first = start % items.length;
  return [...items, ...items].slice(first, first + part);
}

/**
 * `test` for a long suite of independent tests: one in `parts` of them, others in each run that is not whole. The others
 * count as skipped. `SEED` says which.
 */
export function sampled(parts: number): (name: string, run: () => Promise<void>) => void {
  if (isWhole) return test;
  say(`${parts - 1} of ${parts} tests`);
  let next = start % parts;
  return (name, run) => (next++ % parts === 0 ? test(name, run) : test.skip(name, () => {}));
}

function say(left: string): void {
  const suite = relative(process.cwd(), expect.getState().testPath ?? "");
  process.stderr.write(`NOT RUN: ${left} of ${suite}: a run draws a sample, npm run test:whole runs all\n`);
}
