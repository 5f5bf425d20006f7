import { ARN_KINDS, isAccountId, parseArn } from "../cognito/arn";
import type { LambdaConfigModel, PoolModel } from "./model";
import { isOpen, known, type Text } from "./value";

/** A function that Cognito calls for a pool. */
export interface CalledFunction {
  /** The trigger that calls it, of several the first in the alphabet. */
  readonly trigger: string;
  /** Its ARN, as it is written. */
  readonly arn: Text;
  /** The ARN without version or alias; `undefined` of a variable. */
  readonly unqualified?: string;
  /** The version or alias, if the ARN has one. */
  readonly qualifier?: string;
}

const FUNCTION = new RegExp(`^(arn:aws[a-z-]*:${ARN_KINDS.function.pattern.replace(/\(\?:.*$/, "")})(?::(.+))?$`);

/** Every function of a pool's triggers once. */
export function calledFunctions(lambdaConfig: LambdaConfigModel = {}): CalledFunction[] {
  const { kmsKeyId: _, ...triggers } = lambdaConfig;
  const found = new Map<string, CalledFunction>();
  for (const trigger of Object.keys(triggers).sort() as (keyof typeof triggers)[]) {
    const written = triggers[trigger];
    const arn = typeof written === "object" && "lambdaArn" in written ? written.lambdaArn : written;
    if (arn === undefined || arn === "") continue;
    const [, unqualified, qualifier] = FUNCTION.exec(known(arn) ?? "") ?? [];
    if (!isOpen(arn) && unqualified === undefined) continue;
    const key = isOpen(arn) ? `${arn.variable} ${arn.token ?? ""}` : arn;
    if (!found.has(key))
      found.set(key, { trigger, arn, ...(unqualified && { unqualified }), ...(qualifier && { qualifier }) });
  }
  return [...found.values()];
}

/** Whether a function belongs to another account than the pool, as far as both are known. */
export function isOfOtherAccount({ arn }: CalledFunction, { environment }: Pick<PoolModel, "environment">): boolean {
  const account = parseArn(known(arn))?.account;
  const own = known(environment.accountId);
  return account !== undefined && own !== undefined && isAccountId(own) && account !== own;
}
