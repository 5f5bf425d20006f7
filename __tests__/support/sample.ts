/** How many samples a long suite draws: `part` in every run, `whole` in `npm run test:whole`. */
export function sampleSize(whole: number, part: number): number {
  return process.env.COGNITO_WHOLE ? whole : part;
}
