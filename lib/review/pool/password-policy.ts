import type { UserPoolModel } from "../../model/model";
import { count } from "../../text/quoted";
import type { Facet } from "../language/facet";
import { amount, get, toggle } from "../language/facet-kinds";
import type { FacetTable } from "../language/facet-table";

type PasswordPolicy = UserPoolModel["passwordPolicy"];

const UNCHANGED = "existing passwords stay valid";

/** What a review says about each argument of the password policy. */
export const PASSWORD_POLICY: FacetTable<PasswordPolicy> = {
  minimumLength: amount(["minimumLength"], "password length", get("minimumLength"), {
    more: (now, was) => ({
      risk: "changes",
      what: `a password has at least ${now} characters instead of ${was}`,
      why: UNCHANGED,
    }),
    less: (now, was) => ({
      risk: "opens",
      what: `a password may have ${now} characters instead of ${was}`,
      why: "shorter passwords are easier to guess",
    }),
  }),
  requireLowercase: required("requireLowercase", "a lowercase letter"),
  requireUppercase: required("requireUppercase", "an uppercase letter"),
  requireNumbers: required("requireNumbers", "a number"),
  requireSymbols: required("requireSymbols", "a symbol"),
  temporaryPasswordValidityDays: amount(
    ["temporaryPasswordValidityDays"],
    "temporary password lifetime",
    get("temporaryPasswordValidityDays"),
    {
      more: (now, was) => ({
        risk: "opens",
        what: `a temporary password works for ${count(now, "day")} instead of ${count(was, "day")}`,
        why: "an invitation that somebody else reads works for longer",
      }),
      less: (now, was) => ({
        risk: "changes",
        what: `a temporary password works for ${count(now, "day")} instead of ${count(was, "day")}`,
        why: "users who sign in later need a new invitation",
      }),
    },
  ),
  passwordHistorySize: amount(["passwordHistorySize"], "password history", get("passwordHistorySize"), {
    more: (now, was) => ({
      risk: "changes",
      what: `the last ${passwords(now)} cannot be reused, instead of ${was}`,
      why: "users need new ones",
    }),
    less: (now, was) => ({
      risk: "opens",
      what:
        now === 0
          ? `passwords can be reused; before, the last ${passwords(was)} could not`
          : `the last ${passwords(now)} cannot be reused, instead of ${was}`,
      why: "leaked passwords can be used again sooner",
    }),
  }),
};

function required(key: keyof PasswordPolicy, character: string): Facet<PasswordPolicy> {
  return toggle([key], `${character} in passwords`, get(key), {
    on: { risk: "changes", what: `a password needs ${character}`, why: UNCHANGED },
    off: {
      risk: "opens",
      what: `a password no longer needs ${character}`,
      why: "simpler passwords are easier to guess",
    },
  });
}

function passwords(number: number): string {
  return number === 1 ? "password" : `${number} passwords`;
}
