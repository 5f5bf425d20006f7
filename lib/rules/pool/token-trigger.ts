import type { LambdaConfigModel, UserPoolModel } from "../../model/model";
import { isOpen, known } from "../../model/value";
import { equals, isPresent, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { isSame } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { any, implies, not, type Statement } from "../language/statements";
import type { Rule } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

const arn = "arn:aws:lambda:eu-west-1:123456789012:function:trigger";
const other = "arn:aws:lambda:eu-west-1:123456789012:function:other";

const tier = poolArgument("userPoolTier");
const bare = poolArgument("lambdaConfig.preTokenGeneration");
const versioned = poolArgument("lambdaConfig.preTokenGenerationConfig.lambdaArn");
const version = poolArgument("lambdaConfig.preTokenGenerationConfig.lambdaVersion");

/** Both spellings of the pre token generation trigger name one function, where both are there. */
const isOneFunction: Statement<UserPoolModel> = any(
  not(isPresent(bare)),
  not(isPresent(versioned)),
  isSame(bare, versioned),
);

/** The pre token generation trigger, which has two spellings. */
export const tokenTriggerRules: readonly Rule[] = [
  userPoolRule({
    id: "LAM-02",
    name: "token-trigger-spellings",
    since: "1.0",
    severity: "error",
    title: "require one function in both spellings of the pre token generation trigger",
    why: '"Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN\'s"',
    fix: "remove preTokenGeneration: preTokenGenerationConfig says the same and has a version",
    source: [api("LambdaConfigType"), PREFLIGHT],
    claims: ({ lambdaConfig }) =>
      hasBothSpellings(lambdaConfig) && !comesFromOneToken(lambdaConfig)
        ? [
            claim(
              isOneFunction,
              ["lambdaConfig", "preTokenGeneration"],
              say`preTokenGeneration is ${bare}, but preTokenGenerationConfig.lambdaArn ${versioned}`,
            ),
          ]
        : [],
    examples: () => ({
      bad: [
        badPool(
          {
            lambdaConfig: {
              preTokenGeneration: other,
              preTokenGenerationConfig: { lambdaArn: arn, lambdaVersion: "V1_0" },
            },
          },
          "lambdaConfig",
          "preTokenGeneration",
        ),
      ],
      good: [
        goodPool({
          lambdaConfig: {
            preTokenGeneration: arn,
            preTokenGenerationConfig: { lambdaArn: arn, lambdaVersion: "V1_0" },
          },
        }),
        goodPool({ lambdaConfig: { preTokenGeneration: arn } }),
      ],
    }),
  }),
  userPoolRule({
    id: "LAM-03",
    name: "token-trigger-tier",
    since: "1.0",
    severity: "error",
    title: "require tier ESSENTIALS for the customization of access tokens",
    why: '"The following features need to be disabled for the LITE pricing tier configured: Token Customization with Pre-Token Generation Lambda V2_0"',
    fix: "use userPoolTier: ESSENTIALS, or lambdaVersion: V1_0, which customises ID tokens",
    source: [api("PreTokenGenerationVersionConfigType"), guide("cognito-sign-in-feature-plans"), PREFLIGHT],
    claims: ({ lambdaConfig }) =>
      hasBothSpellings(lambdaConfig)
        ? [
            claim(
              implies(equals(tier, "LITE"), any(not(isPresent(version)), equals(version, "V1_0"))),
              ["lambdaConfig", "preTokenGenerationConfig", "lambdaVersion"],
              say`version ${version} of the pre token generation trigger needs tier ESSENTIALS, not ${tier}`,
            ),
          ]
        : [],
    examples: () => ({
      bad: (["V2_0", "V3_0"] as const).map((lambdaVersion) =>
        badPool(
          { userPoolTier: "LITE", lambdaConfig: { preTokenGenerationConfig: { lambdaArn: arn, lambdaVersion } } },
          "lambdaConfig",
          "preTokenGenerationConfig",
          "lambdaVersion",
        ),
      ),
      good: [
        goodPool({
          userPoolTier: "LITE",
          lambdaConfig: { preTokenGenerationConfig: { lambdaArn: arn, lambdaVersion: "V1_0" } },
        }),
        goodPool({ lambdaConfig: { preTokenGenerationConfig: { lambdaArn: arn, lambdaVersion: "V3_0" } } }),
      ],
    }),
  }),
];

/** Whether the output has the pre token generation trigger in both spellings. A variable is only in its own. */
function hasBothSpellings(lambdas: LambdaConfigModel | undefined): boolean {
  return lambdas?.preTokenGenerationConfig !== undefined || Boolean(known(lambdas?.preTokenGeneration));
}

/** Whether both spellings are one value that may be known only after the apply, as is a function that is made with the pool. */
function comesFromOneToken(lambdas: LambdaConfigModel | undefined): boolean {
  return lambdas?.preTokenGeneration === undefined && isOpen(lambdas?.preTokenGenerationConfig?.lambdaArn);
}
