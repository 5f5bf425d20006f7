/** How many samples a long suite draws: `part` in every run, `whole` in `npm run test:whole`. */
export function sampleSize(whole: number, part: number): number {
  return process.env.COGNITO_WHOLE ? whole : part;
}

/** Some of the items of a long suite, drawn anew in each run that is not whole. `SEED` says which. */
export function drawn<T>(items: readonly T[], part: number): readonly T[] {
  if (process.env.COGNITO_WHOLE) return items;
  const start = Number(process.env.SEED ?? Math.floor(Date.now() / 1000)) % items.length;
  return [...items, ...items].slice(start, start + Math.min(part, items.length));
}
