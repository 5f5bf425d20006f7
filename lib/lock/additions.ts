import { STANDARD_ATTRIBUTES } from "../cognito/attributes";

/**
 * How many attributes a pool that exists takes at once: AddCustomAttributes takes so many, and the AWS provider adds
 * all that are new in one call.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AddCustomAttributes.html
 */
export const MOST_ADDED = 25;

/** Whether every pool has an attribute of this name. One that is declared later, the provider adds as `custom:` beside it. */
export function isStandard(name: string): boolean {
  return Object.hasOwn(STANDARD_ATTRIBUTES, name);
}
