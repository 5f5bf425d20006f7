import { inOneSpelling } from "../../cognito/token-trigger";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import type { LambdaConfigModel, UserPoolModel } from "../../model/model";
import type { CompleteVerdict } from "../change";
import { effective } from "../language/effective";
import { entries } from "../language/entries";
import type { Side } from "../language/facet";
import { replaced, type Sentence } from "../language/facet-kinds";
import { comparing } from "../language/facet-table";
import { RETAINED } from "../language/facts";

const TRIGGERS = USER_POOL_ARGUMENTS.lambdaConfig.arguments;

type Meaning = Pick<Sentence, "risk" | "why">;

const GUARD: Meaning = { risk: "opens", why: "its check is no longer made" };
const CHALLENGE: Meaning = { risk: "breaks", why: "custom sign-in stops working" };
const OTHER_CODE: Meaning = { risk: "changes", why: "other code runs when users sign up or sign in" };

/** What it means that a trigger is removed. A trigger without a row does not compile. */
const REMOVED: Readonly<Record<keyof LambdaConfigModel, Meaning>> = {
  preSignUp: GUARD,
  preAuthentication: GUARD,
  postAuthentication: GUARD,
  preTokenGeneration: GUARD,
  preTokenGenerationConfig: GUARD,
  defineAuthChallenge: CHALLENGE,
  createAuthChallenge: CHALLENGE,
  verifyAuthChallengeResponse: CHALLENGE,
  userMigration: { risk: "breaks", why: "users who are not yet migrated cannot sign in" },
  customMessage: OTHER_CODE,
  postConfirmation: OTHER_CODE,
  customEmailSender: OTHER_CODE,
  customSmsSender: OTHER_CODE,
  kmsKeyId: OTHER_CODE,
};

/** @see https://github.com/hashicorp/terraform-provider-aws/issues/45529 */
const LEFT: Meaning = { risk: "breaks", why: `${RETAINED}; once its function is deleted nobody can sign in` };

/** What a review says about a pool's triggers. */
export const compareTriggers = comparing<UserPoolModel>(function* (before, after): Iterable<CompleteVerdict> {
  const [was, is] = [triggersOf(before), triggersOf(after)];
  const spelled = [was, is].some((side) => side.preTokenGenerationConfig) ? inOneSpelling : asWritten;
  /** The provider sends no triggers at all where none is left. */
  const stays = (key: keyof LambdaConfigModel) => "retained" in TRIGGERS[key] && Object.keys(is).length > 0;
  yield* entries(spelled(was), spelled(is), ["lambdaConfig"], (key, old, now) =>
    key === "kmsKeyId"
      ? {
          risk: "changes",
          what: replaced("key that encrypts the codes for custom senders", old, now),
          why: "the senders must be allowed to decrypt with it",
        }
      : {
          what: replaced(`trigger ${key}`, old, now),
          ...(now !== null
            ? OTHER_CODE
            : stays(key as keyof LambdaConfigModel)
              ? LEFT
              : REMOVED[key as keyof LambdaConfigModel]),
        },
  );
});

function triggersOf({ subject, pool }: Side<UserPoolModel>): LambdaConfigModel {
  return effective(subject.lambdaConfig ?? {}, pool.variables) as LambdaConfigModel;
}

const asWritten = (triggers: LambdaConfigModel) => triggers;
