import type { PoolModel } from "../../model/model";
import { known } from "../../model/value";

/**
 * Whether what two stacks name may be one thing in AWS: they have one Region, and one account as far as both are known.
 * Environments of which an account is not written may well be of several accounts.
 */
export function sharePlace({ environment: a }: PoolModel, { environment: b }: PoolModel): boolean {
  const differ = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  if (differ(known(a.region), known(b.region))) return false;
  const [one, other] = [known(a.accountId), known(b.accountId)];
  return a.key === b.key || (one !== undefined && one === other);
}
