import type { UserPoolModel } from "../model/model";
import { amount, type Facet, toggle } from "./facet";

const CHARACTERS = [
  ["Lowercase", "a lower case letter"],
  ["Uppercase", "an upper case letter"],
  ["Numbers", "a number"],
  ["Symbols", "a symbol"],
] as const;

/** What review says of the password policy. */
export const PASSWORD_FACETS: readonly Facet<UserPoolModel>[] = [
  amount(["passwordPolicy", "minimumLength"], "length of a password", (pool) => pool.passwordPolicy.minimumLength, {
    more: (now, was) => ({
      risk: "changes",
      what: `a password has at least ${now} characters instead of ${was}`,
      why: "passwords set before stay as they are",
    }),
    less: (now, was) => ({
      risk: "opens",
      what: `a password may have ${now} characters instead of ${was}`,
      why: "shorter passwords are guessed sooner",
    }),
  }),
  ...CHARACTERS.map(([kind, character]) =>
    toggle<UserPoolModel>(
      ["passwordPolicy", `require${kind}`],
      `${kind.toLowerCase()} in a password`,
      (pool) => pool.passwordPolicy[`require${kind}`],
      {
        on: {
          risk: "changes",
          what: `a password needs ${character}`,
          why: "passwords set before stay as they are",
        },
        off: {
          risk: "opens",
          what: `a password no longer needs ${character}`,
          why: "simpler passwords are guessed sooner",
        },
      },
    ),
  ),
  amount(
    ["passwordPolicy", "temporaryPasswordValidityDays"],
    "life of a temporary password",
    (pool) => pool.passwordPolicy.temporaryPasswordValidityDays,
    {
      more: (now, was) => ({
        risk: "opens",
        what: `a temporary password works for ${days(now)} instead of ${days(was)}`,
        why: "an invitation that somebody else reads is good for longer",
      }),
      less: (now, was) => ({
        risk: "changes",
        what: `a temporary password works for ${days(now)} instead of ${days(was)}`,
        why: "users who come later need a new invitation",
      }),
    },
  ),
  amount(
    ["passwordPolicy", "passwordHistorySize"],
    "passwords remembered",
    (pool) => pool.passwordPolicy.passwordHistorySize,
    {
      more: (now, was) => ({
        risk: "changes",
        what: `the last ${passwords(now)} cannot be used again, instead of ${was}`,
        why: "users need new ones",
      }),
      less: (now, was) => ({
        risk: "opens",
        what: `the last ${passwords(now)} cannot be used again, instead of ${was}`,
        why: "leaked passwords come back sooner",
      }),
    },
  ),
];

function passwords(count: number): string {
  return count === 1 ? "password" : `${count} passwords`;
}

function days(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}
