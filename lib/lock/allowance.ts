import { currentDay } from "../model/day";
import type { AllowDestroy } from "../model/model";

/**
 * Whether the config allows an object to be destroyed. The last day counts.
 *
 * @param today YYYY-MM-DD, UTC. Default the current day
 */
export function isAllowed(allowance: AllowDestroy | undefined, today: string = currentDay()): boolean {
  return allowance !== undefined && today <= allowance.until;
}
