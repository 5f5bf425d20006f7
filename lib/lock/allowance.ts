import type { AllowDestroy } from "../model/model";

/**
 * Whether the config allows an object to be destroyed. The last day counts.
 *
 * @param today YYYY-MM-DD, UTC. Default the current day
 */
export function isAllowed(allowance: AllowDestroy | undefined, today: string = currentDay()): boolean {
  return allowance !== undefined && today <= allowance.until;
}

/** YYYY-MM-DD, UTC. */
export function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}
