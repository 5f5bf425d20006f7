import { DEFAULT_EMAILS_PER_DAY } from "../../cognito/quotas";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import type { UserPoolModel } from "../../model/model";
import { unsetFacet } from "../adoption";
import type { Facet } from "../language/facet";
import { anything, get, ladder, replaced } from "../language/facet-kinds";
import { type FacetTable, within } from "../language/facet-table";
import { FACTORS } from "./factors";
import { MESSAGES } from "./messages";
import { PASSWORD_POLICY } from "./password-policy";
import { PROTECTION } from "./protection";
import { SCHEMA } from "./schema";
import { compareTriggers } from "./triggers";

type Sender = UserPoolModel["emailConfiguration"];

const LOST = "every user is lost";

/** What a review says about each argument of a user pool. */
export const USER_POOL: FacetTable<UserPoolModel> = {
  name: anything(["name"], "name in Cognito", get("name"), {
    risk: "breaks",
    why: "if the pool is replaced, every user is lost",
  }),
  usernameAttributes: unordered("usernameAttributes", "attributes used as username"),
  aliasAttributes: unordered("aliasAttributes", "sign-in aliases"),
  caseSensitive: anything(["caseSensitive"], "case-sensitive usernames", get("caseSensitive"), {
    risk: "breaks",
    why: LOST,
  }),
  unset: unsetFacet("user pool", USER_POOL_ARGUMENTS),
  schema: SCHEMA,
  passwordPolicy: within("passwordPolicy", PASSWORD_POLICY),
  ...PROTECTION,
  ...FACTORS,
  ...MESSAGES,
  userPoolTier: ladder(["userPoolTier"], "tier", ["LITE", "ESSENTIALS", "PLUS"], get("userPoolTier"), {
    up: (now, was) => ({
      risk: "costs",
      what: `tier ${now} instead of ${was}`,
      why: "each monthly active user costs more",
    }),
    down: (now, was) => ({
      risk: "costs",
      what: `tier ${now} instead of ${was}`,
      why: "users cost less; AWS refuses while a feature of the higher tier is in use, and the pool is updated before its clients and domain: disable the feature there first",
    }),
  }),
  emailConfiguration: {
    at: ["emailConfiguration"],
    noun: "email sender",
    get: get("emailConfiguration"),
    describe: (before: Sender, after: Sender) => [
      {
        what: replaced("email sender", before, after),
        ...(after.emailSendingAccount === "COGNITO_DEFAULT" && before.emailSendingAccount !== "COGNITO_DEFAULT"
          ? { risk: "costs", why: `Cognito's own sender is limited to ${DEFAULT_EMAILS_PER_DAY} emails a day` }
          : {
              risk: "changes",
              why: "codes and invitations have another sender; check that it is verified and allowed",
            }),
      },
    ],
  },
  lambdaConfig: compareTriggers,
  tags: anything(["tags"], "tags", get("tags"), { risk: "notes", why: "only bills and searches use them" }),
};

function unordered(key: "usernameAttributes" | "aliasAttributes", noun: string): Facet<UserPoolModel> {
  return anything([key], noun, (pool) => [...pool[key]].sort(), { risk: "breaks", why: LOST });
}
