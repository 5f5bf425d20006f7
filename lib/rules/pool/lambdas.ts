import { parseArn } from "../../cognito/arn";
import { calledFunctions, isOfOtherAccount } from "../../model/functions";
import type { LambdaConfigModel } from "../../model/model";
import type { Path } from "../../model/source";
import { known } from "../../model/value";
import { argumentName } from "../../text/case";
import { isPresent, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { api, guide, PREFLIGHT } from "../language/sources";
import { implies } from "../language/statements";
import type { Rule } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { userPoolRule } from "./pool-rule";
import { arnArgument, type TextArgument, textRule } from "./text-arguments";
import { tokenTriggerRules } from "./token-trigger";

const SENDERS = ["customEmailSender", "customSmsSender"] as const;
const VERSIONED = ["preTokenGenerationConfig", ...SENDERS] as const;
const TRIGGERS = [
  "createAuthChallenge",
  "customMessage",
  "defineAuthChallenge",
  "postAuthentication",
  "postConfirmation",
  "preAuthentication",
  "preSignUp",
  "preTokenGeneration",
  "userMigration",
  "verifyAuthChallengeResponse",
] as const satisfies readonly (keyof LambdaConfigModel)[];

const arn = "arn:aws:lambda:eu-west-1:123456789012:function:trigger";
const farAway = "arn:aws:lambda:us-east-1:123456789012:function:trigger";
const kmsKeyId = "arn:aws:kms:eu-west-1:123456789012:key/1a2b3c4d";
const SENDER = { customEmailSender: { lambdaArn: arn, lambdaVersion: "V1_0" } } as const;

const key = poolArgument("lambdaConfig.kmsKeyId");

/** Functions that a pool calls. */
export const lambdaRules: readonly Rule[] = [
  userPoolRule({
    id: "LAM-01",
    name: "sender-key",
    since: "1.0",
    severity: "error",
    title: "require a KMS key for custom senders",
    why: "Cognito passes codes to a custom sender encrypted. Without a key AWS refuses the pool, as does the AWS provider at plan where the key is not even an empty text.",
    fix: "add lambdaConfig.kmsKeyId: the ARN of a symmetric KMS key",
    source: [api("LambdaConfigType"), guide("user-pool-lambda-custom-sender-triggers")],
    claims: SENDERS.map((sender) =>
      claim(
        implies(isPresent(poolArgument(`lambdaConfig.${sender}`)), isPresent(key)),
        ["lambdaConfig", sender],
        `${sender} is given, but there is no kmsKeyId`,
      ),
    ),
    examples: () => ({
      bad: SENDERS.flatMap((sender) =>
        [{}, { kmsKeyId: "" }].map((without) =>
          badPool(
            { lambdaConfig: { [sender]: { lambdaArn: arn, lambdaVersion: "V1_0" as const }, ...without } },
            "lambdaConfig",
            sender,
          ),
        ),
      ),
      good: [
        goodPool({ lambdaConfig: { customEmailSender: { lambdaArn: arn, lambdaVersion: "V1_0" }, kmsKeyId } }),
        goodPool({ lambdaConfig: { preSignUp: arn } }),
      ],
    }),
  }),
  ...tokenTriggerRules,
  textRule(
    {
      id: "LAM-04",
      name: "lambda-trigger-region",
      since: "1.0",
      severity: "error",
      title: "require Lambda triggers to be functions in the Region of the pool",
      why: '"Cross-region lambda functions are not supported": AWS refuses the pool at apply, as it refuses a trigger that is not the ARN of a function.',
      fix: "deploy the function in the pool's Region and write its ARN",
      source: [
        api("LambdaConfigType"),
        guide("cognito-user-identity-pools-working-with-aws-lambda-triggers"),
        PREFLIGHT,
      ],
      examples: () => ({
        bad: [
          ...[
            "my-function",
            "arn:aws:lambda:us-east-1:123456789012:function:trigger",
            "arn:aws:lambda:eu-west-9:123456789012:function:trigger",
            "arn:aws-cn:lambda:eu-west-1:123456789012:function:trigger",
            "arn:aws:lambda:eu-west-1:123456789012:trigger",
            "arn:aws:lambda:eu-west-1:123456789012:layer:trigger",
            "arn:aws:sns:eu-west-1:123456789012:trigger",
          ].map((preSignUp) => badPool({ lambdaConfig: { preSignUp } }, "lambdaConfig", "preSignUp")),
          ...VERSIONED.map((trigger) =>
            badPool(
              { lambdaConfig: { kmsKeyId, [trigger]: { lambdaArn: farAway, lambdaVersion: "V1_0" as const } } },
              "lambdaConfig",
              trigger,
              "lambdaArn",
            ),
          ),
        ],
        good: [
          ...[arn, `${arn}:live`, `${arn}:42`, "", { var: "pre" }].map((preSignUp) =>
            goodPool({ lambdaConfig: { preSignUp } }),
          ),
          {
            ...goodPool({
              lambdaConfig: { preSignUp: arn.replace("aws:lambda:eu-west-1", "aws-cn:lambda:cn-north-1") },
            }),
            environment: { region: "cn-north-1" },
          },
          { ...goodPool({ lambdaConfig: { preSignUp: farAway } }), environment: { region: { var: "region" } } },
          { ...goodPool({ lambdaConfig: { preSignUp: arn } }), environment: { accountId: "111122223333" } },
        ],
      }),
    },
    [
      ...TRIGGERS.map((trigger) => functionAt([trigger], ({ lambdaConfig }) => lambdaConfig?.[trigger])),
      ...VERSIONED.map((trigger) =>
        functionAt([trigger, "lambdaArn"], ({ lambdaConfig }) => lambdaConfig?.[trigger]?.lambdaArn),
      ),
    ],
  ),
  textRule(
    {
      id: "LAM-05",
      name: "sender-key-region",
      since: "2.0",
      severity: "error",
      title: "require the key of custom senders to be a KMS key in the Region of the pool",
      why: "Cognito encrypts codes with a key of its own Region: AWS refuses any other at apply.",
      fix: "use a symmetric KMS key in the pool's Region",
      source: [api("LambdaConfigType"), guide("user-pool-lambda-custom-sender-triggers")],
      examples: () => ({
        bad: [
          "1a2b3c4d-0000-4000-8000-000000000000",
          "arn:aws:kms:us-east-1:123456789012:key/1a2b",
          "arn:aws:lambda:eu-west-1:123456789012:function:key",
        ].map((other) => badPool({ lambdaConfig: { ...SENDER, kmsKeyId: other } }, "lambdaConfig", "kmsKeyId")),
        good: [
          kmsKeyId,
          "arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef",
          "arn:aws:kms:eu-west-1:123456789012:alias/users/codes",
          { var: "key" },
        ].map((other) => goodPool({ lambdaConfig: { ...SENDER, kmsKeyId: other } })),
      }),
    },
    [
      arnArgument(
        ["lambdaConfig", "kmsKeyId"],
        "lambda_config[0].kms_key_id",
        ({ lambdaConfig }) => lambdaConfig?.kmsKeyId,
        { kind: "key", regions: "own" },
      ),
    ],
  ),
  userPoolRule({
    id: "LAM-07",
    name: "foreign-function-permission",
    since: "2.0",
    severity: "warning",
    title: "require the owner of a function of another account to permit its call",
    why: "Only the account of a function can give the permission (aws_lambda_permission) that Cognito needs to call it. Without it every sign-up or sign-in that calls the function fails.",
    fix: "have the owner permit cognito-idp.amazonaws.com with this pool as source ARN, then acknowledge this warning",
    source: [guide("cognito-user-identity-pools-working-with-aws-lambda-triggers")],
    check: ({ lambdaConfig, lambdaPermissions }, pool) =>
      lambdaPermissions
        ? calledFunctions(lambdaConfig)
            .filter((called) => isOfOtherAccount(called, pool))
            .map(({ trigger, arn: foreign }) => ({
              at: ["lambdaConfig", trigger],
              message: `${trigger} calls a function of account ${parseArn(known(foreign))?.account}, which cannot be permitted from account ${known(pool.environment.accountId)}`,
            }))
        : [],
    examples: () => ({
      bad: [
        {
          ...badPool({ lambdaConfig: { preSignUp: arn } }, "lambdaConfig", "preSignUp"),
          environment: { accountId: "111122223333" },
        },
      ],
      good: [
        { ...goodPool({ lambdaConfig: { preSignUp: arn } }), environment: { accountId: "123456789012" } },
        {
          ...goodPool({ lambdaConfig: { preSignUp: arn, permissions: false } }),
          environment: { accountId: "111122223333" },
        },
        goodPool({ lambdaConfig: { preSignUp: arn } }),
      ],
    }),
  }),
];

/** A trigger of the planned pool, which must be a function of its Region. */
function functionAt(at: readonly [string, "lambdaArn"?], value: TextArgument["value"]): TextArgument {
  const path = at.map((key) => argumentName(key as string)).join("[0].");
  return arnArgument(["lambdaConfig", ...at] as Path, `lambda_config[0].${path}`, value, {
    kind: "function",
    regions: "own",
  });
}
