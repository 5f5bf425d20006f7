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

/** What is told of a pool's triggers. */
export function* triggers(before: object, after: object): Iterable<Told> {
  yield* entries(before, after, ["lambdaConfig"], (key, was, is) =>
    key === "kmsKeyId"
      ? {
          risk: "changes",
          what: replaced("key that encrypts the codes for custom senders", was, is),
          why: "the senders must be allowed to decrypt with it",
        }
      : {
          what: replaced(`trigger ${key}`, was, is),
          ...((is === null && MISSED[key]) || OTHER_CODE),
        },
  );
}
