import { z } from "zod";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import { SENDER_VERSIONS, TOKEN_GENERATION_VERSIONS } from "../../cognito/values";
import { about } from "./about";
import { choice, openText } from "./common";

const facts = USER_POOL_ARGUMENTS.lambdaConfig.arguments;

function trigger(runs: string) {
  return openText.optional().describe(`ARN of the function that ${runs}; default none`);
}

function versioned<S extends z.ZodType>(version: S) {
  return z.strictObject({ lambdaArn: openText.describe("ARN of the function"), lambdaVersion: version });
}

const sender = versioned(choice("SenderVersion", SENDER_VERSIONS).describe("Version of the event")).meta({
  id: "Sender",
});

/** Lambda triggers: code that Cognito runs at points of a sign-in. */
export const lambdaConfig = z.strictObject({
  preSignUp: trigger("accepts, changes or refuses a sign-up"),
  postConfirmation: trigger("runs after a user is confirmed"),
  preAuthentication: trigger("accepts or refuses a sign-in"),
  postAuthentication: trigger("runs after each sign-in"),
  preTokenGeneration: openText
    .optional()
    .describe(about("ARN of the function that changes ID tokens; default none", facts.preTokenGeneration)),
  preTokenGenerationConfig: versioned(
    choice("TokenGenerationVersion", TOKEN_GENERATION_VERSIONS).describe(
      about(
        "V1_0 changes ID tokens, V2_0 access tokens as well, V3_0 those of machines too",
        facts.preTokenGenerationConfig.arguments.lambdaVersion,
      ),
    ),
  )
    .optional()
    .describe(about("The function that changes tokens, by version; default none", facts.preTokenGenerationConfig)),
  customMessage: trigger("writes e-mails and text messages"),
  userMigration: trigger("brings users from elsewhere at their first sign-in"),
  defineAuthChallenge: trigger("chooses the next challenge of custom authentication"),
  createAuthChallenge: trigger("makes a challenge of custom authentication"),
  verifyAuthChallengeResponse: trigger("judges the answer to a challenge of custom authentication"),
  customEmailSender: sender
    .optional()
    .describe("The function that sends e-mails in place of Cognito; needs kmsKeyId; default none"),
  customSmsSender: sender
    .optional()
    .describe("The function that sends text messages in place of Cognito; needs kmsKeyId; default none"),
  permissions: z
    .boolean()
    .optional()
    .describe(
      "Whether Cognito is permitted here to call the functions (aws_lambda_permission); false where another configuration permits it; default true",
    ),
  kmsKeyId: openText.optional().describe("ARN of the KMS key that encrypts codes for the custom senders; default none"),
});
