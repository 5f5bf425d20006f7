import { inOneSpelling } from "../cognito/token-trigger";
import type { LambdaConfigModel } from "../model/model";
import type { Told } from "./change";
import { entries, type Sentence } from "./entries";
import { replaced } from "./facet";

type Meaning = Pick<Sentence, "risk" | "why">;

const GUARD: Meaning = { risk: "opens", why: "a check that it made is made no longer" };
const CHALLENGE: Meaning = { risk: "breaks", why: "custom sign-in stops" };
const OTHER_CODE: Meaning = { risk: "changes", why: "other code runs when users sign up or in" };

/** Triggers that are missed when they go. */
const MISSED: Readonly<Record<string, Meaning>> = {
  preSignUp: GUARD,
  preAuthentication: GUARD,
  postAuthentication: GUARD,
  preTokenGeneration: GUARD,
  preTokenGenerationConfig: GUARD,
  defineAuthChallenge: CHALLENGE,
  createAuthChallenge: CHALLENGE,
  verifyAuthChallengeResponse: CHALLENGE,
  userMigration: { risk: "breaks", why: "users who are not yet migrated cannot sign in" },
};

/** @see https://github.com/hashicorp/terraform-provider-aws/issues/45529 */
const LEFT: Meaning = {
  risk: "breaks",
  why: "it stays in AWS all the same, since the AWS provider does not take it away; without its function nobody signs in",
};

/** What is told of a pool's triggers. */
export function* triggers(before: LambdaConfigModel, after: LambdaConfigModel): Iterable<Told> {
  const spelled = [before, after].some((side) => side.preTokenGenerationConfig) ? inOneSpelling : asWritten;
  const isLeft = (key: string) => key.startsWith("preTokenGeneration") && Object.keys(after).length > 0;
  yield* entries(spelled(before), spelled(after), ["lambdaConfig"], (key, was, is) =>
    key === "kmsKeyId"
      ? {
          risk: "changes",
          what: replaced("key that encrypts the codes for custom senders", was, is),
          why: "the senders must be allowed to decrypt with it",
        }
      : {
          what: replaced(`trigger ${key}`, was, is),
          ...(is !== null ? OTHER_CODE : isLeft(key) ? LEFT : (MISSED[key] ?? OTHER_CODE)),
        },
  );
}

const asWritten = (triggers: LambdaConfigModel) => triggers;
