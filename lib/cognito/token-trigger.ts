/** The trigger before token generation in its two spellings, of which AWS takes one for the other. */
interface TokenTrigger {
  readonly preTokenGeneration?: unknown;
  readonly preTokenGenerationConfig?: { readonly lambdaArn: unknown; readonly lambdaVersion: unknown } | undefined;
}

/**
 * The triggers with this one in its longer spelling alone, which has a version: `V1_0` is what AWS makes of the shorter.
 * A variable stays as it is written, since it may hold no function, and so do two functions, which no pool can have.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html
 */
export function inOneSpelling<T extends TokenTrigger>(triggers: T): T {
  const { preTokenGeneration: lambdaArn, ...others } = triggers;
  const versioned = triggers.preTokenGenerationConfig;
  if (typeof lambdaArn !== "string" || lambdaArn === "" || (versioned && versioned.lambdaArn !== lambdaArn))
    return triggers;
  return { ...others, preTokenGenerationConfig: versioned ?? { lambdaArn, lambdaVersion: "V1_0" } } as T;
}
