import type { LambdaConfigModel } from "../../model/model";
import { isOpen, known, type Text } from "../../model/value";
import { told } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import type { Rule } from "../rule";
import { parseArn } from "./arn";
import { badPool, goodPool } from "./pool-examples";
import { given, isGiven, userPoolRule } from "./pool-rule";

const SENDERS = ["customEmailSender", "customSmsSender"] as const;
const arn = "arn:aws:lambda:eu-west-1:123456789012:function:trigger";
const other = "arn:aws:lambda:eu-west-1:123456789012:function:other";
const kmsKeyId = "arn:aws:kms:eu-west-1:123456789012:key/1a2b3c4d";

/** Functions that a pool calls. */
export const lambdaRules: readonly Rule[] = [
  userPoolRule({
    id: "LAM-01",
    severity: "error",
    title: "a custom sender has a key that encrypts the codes",
    why: "Cognito hands codes to a custom sender encrypted. Without a key AWS refuses the pool, as does the AWS provider at plan where the key is not even an empty text.",
    fix: "add lambdaConfig.kmsKeyId: the ARN of a symmetric KMS key",
    source: [api("LambdaConfigType"), guide("user-pool-lambda-custom-sender-triggers")],
    check: ({ lambdaConfig }) =>
      SENDERS.filter((sender) => lambdaConfig?.[sender] && !isGiven(lambdaConfig.kmsKeyId)).map((sender) => ({
        at: ["lambdaConfig", sender],
        message: `${sender} is given, but there is no kmsKeyId`,
      })),
    guard: ({ lambdaConfig }) =>
      lambdaConfig && {
        expression: `${given("self.lambda_config[0].kms_key_id")} || length(flatten(self.lambda_config[*].custom_email_sender)) + length(flatten(self.lambda_config[*].custom_sms_sender)) == 0`,
        told: told`a custom sender is given, but there is no kms_key_id`,
      },
    examples: {
      bad: SENDERS.flatMap((sender) =>
        [{}, { kmsKeyId: "" }].map((key) =>
          badPool(
            { lambdaConfig: { [sender]: { lambdaArn: arn, lambdaVersion: "V1_0" as const }, ...key } },
            "lambdaConfig",
            sender,
          ),
        ),
      ),
      good: [
        goodPool({ lambdaConfig: { customEmailSender: { lambdaArn: arn, lambdaVersion: "V1_0" }, kmsKeyId } }),
        goodPool({ lambdaConfig: { preSignUp: arn } }),
      ],
    },
  }),
  userPoolRule({
    id: "LAM-02",
    severity: "error",
    title: "both spellings of the pre token generation trigger name one function",
    why: '"Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN\'s"',
    fix: "remove preTokenGeneration: preTokenGenerationConfig says the same and has a version",
    source: [api("LambdaConfigType"), PREFLIGHT],
    check: ({ lambdaConfig }) => {
      const first = known(lambdaConfig?.preTokenGeneration);
      const second = known(lambdaConfig?.preTokenGenerationConfig?.lambdaArn);
      return first === undefined || second === undefined || first === second
        ? []
        : [
            {
              at: ["lambdaConfig", "preTokenGeneration"],
              message: `preTokenGeneration is ${first}, but preTokenGenerationConfig.lambdaArn ${second}`,
            },
          ];
    },
    guard: ({ lambdaConfig }) =>
      hasBothSpellings(lambdaConfig) && !comesFromOneToken(lambdaConfig)
        ? {
            expression:
              "try(self.lambda_config[0].pre_token_generation == self.lambda_config[0].pre_token_generation_config[0].lambda_arn, true)",
            told: told`pre_token_generation is ${"self.lambda_config[0].pre_token_generation"}, but pre_token_generation_config.lambda_arn ${"self.lambda_config[0].pre_token_generation_config[0].lambda_arn"}`,
          }
        : undefined,
    examples: {
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
    },
  }),
  userPoolRule({
    id: "LAM-03",
    severity: "error",
    title: "access tokens are customised from tier ESSENTIALS on",
    why: '"The following features need to be disabled for the LITE pricing tier configured: Token Customization with Pre-Token Generation Lambda V2_0"',
    fix: "use userPoolTier: ESSENTIALS, or lambdaVersion: V1_0, which customises ID tokens",
    source: [api("PreTokenGenerationVersionConfigType"), guide("cognito-sign-in-feature-plans"), PREFLIGHT],
    check: ({ userPoolTier, lambdaConfig }) => {
      const version = known(lambdaConfig?.preTokenGenerationConfig?.lambdaVersion) ?? "V1_0";
      return known(userPoolTier) === "LITE" && version !== "V1_0"
        ? [
            {
              at: ["lambdaConfig", "preTokenGenerationConfig", "lambdaVersion"],
              message: `version ${version} of the pre token generation trigger needs tier ESSENTIALS, not LITE`,
            },
          ]
        : [];
    },
    guard: ({ lambdaConfig }) =>
      hasBothSpellings(lambdaConfig)
        ? {
            expression: `self.user_pool_tier != "LITE" || try(${VERSION}, "V1_0") == "V1_0"`,
            told: told`version ${VERSION} of the pre token generation trigger needs tier ESSENTIALS, not ${"self.user_pool_tier"}`,
          }
        : undefined,
    examples: {
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
    },
  }),
  userPoolRule({
    id: "LAM-04",
    severity: "warning",
    title: "a pool calls functions of its own Region",
    why: "Cognito cannot call a function of another Region: every sign-in or sign-up that needs it fails.",
    fix: "deploy the function in the pool's Region",
    source: [guide("cognito-user-identity-pools-working-with-aws-lambda-triggers")],
    check: ({ lambdaConfig }, { environment }) => {
      const home = known(environment.region);
      if (lambdaConfig === undefined || home === undefined) return [];
      return functionsOf(lambdaConfig).flatMap(({ at, lambda }) => {
        const region = parseArn(known(lambda))?.region || home;
        return region === home
          ? []
          : [{ at: ["lambdaConfig", ...at], message: `the function is in ${region}, the pool in ${home}` }];
      });
    },
    examples: {
      bad: [
        badPool({ lambdaConfig: { preSignUp: arn.replace("eu-west-1", "us-east-1") } }, "lambdaConfig", "preSignUp"),
        badPool(
          {
            lambdaConfig: {
              preTokenGenerationConfig: { lambdaArn: arn.replace("eu-west-1", "us-east-1"), lambdaVersion: "V1_0" },
            },
          },
          "lambdaConfig",
          "preTokenGenerationConfig",
          "lambdaArn",
        ),
      ],
      good: [goodPool({ lambdaConfig: { preSignUp: arn } }), goodPool({ lambdaConfig: { preSignUp: { var: "pre" } } })],
    },
  }),
];

const VERSION = "self.lambda_config[0].pre_token_generation_config[0].lambda_version";

function functionsOf({ kmsKeyId: _, ...triggers }: LambdaConfigModel): { at: string[]; lambda: Text }[] {
  return Object.entries(triggers).flatMap(([key, trigger]) => {
    if (trigger === undefined) return [];
    return typeof trigger === "string" || isOpen(trigger)
      ? [{ at: [key], lambda: trigger }]
      : [{ at: [key, "lambdaArn"], lambda: trigger.lambdaArn }];
  });
}

/** Whether the output has the pre token generation trigger in both spellings. A variable stands in its own alone. */
function hasBothSpellings(lambdas: LambdaConfigModel | undefined): boolean {
  return lambdas?.preTokenGenerationConfig !== undefined || isGiven(known(lambdas?.preTokenGeneration));
}

/** Whether both spellings are one value that may be known only after the apply, as is a function that is made with the pool. */
function comesFromOneToken(lambdas: LambdaConfigModel | undefined): boolean {
  return lambdas?.preTokenGeneration === undefined && isOpen(lambdas?.preTokenGenerationConfig?.lambdaArn);
}
