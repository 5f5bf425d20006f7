import { TIME_UNITS, type TimeUnit } from "../cognito/values";

/** Seconds in one of each unit. */
export const SECONDS: Readonly<Record<TimeUnit, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
};

/** A length of time in the unit it was written in. */
export interface Duration {
  readonly value: number;
  readonly unit: TimeUnit;
}

/** Whole numbers with a unit each, the larger unit first: `90s`, `15m`, `1h`, `30d`, `1h30m`. */
export const DURATION = /^(?=\d)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

const UNITS: readonly TimeUnit[] = [...TIME_UNITS].reverse();

/**
 * Reads a duration; the smallest unit written is the unit of the result: `60m` is 60 minutes, `1h30m` is 90 minutes.
 *
 * @throws RangeError when the text is not a duration.
 */
export function parseDuration(text: string): Duration {
  const match = DURATION.exec(text);
  if (!match) throw new RangeError(`not a duration: ${text}`);
  const written = UNITS.filter((_, index) => match[index + 1] !== undefined);
  const unit = written[written.length - 1] as TimeUnit;
  const seconds = UNITS.reduce((sum, each, index) => sum + Number(match[index + 1] ?? 0) * SECONDS[each], 0);
  return { value: seconds / SECONDS[unit], unit };
}

/** Seconds of a duration. */
export function toSeconds(duration: Duration): number {
  return duration.value * SECONDS[duration.unit];
}

/** A number of seconds in words, in the largest unit that leaves it whole: `90 minutes`, `1 hour`, `30 days`. */
export function inWords(seconds: number): string {
  const unit = UNITS.find((each) => seconds % SECONDS[each] === 0) ?? "seconds";
  const count = seconds / SECONDS[unit];
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
