/** The current day, UTC: YYYY-MM-DD. */
export function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}
