import { api } from "../language/sources";
import type { Rule } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

const SOURCE = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/internal/service/cognitoidp";
const days = (temporaryPasswordValidityDays: number) => ({ passwordPolicy: { temporaryPasswordValidityDays } });
const precedence = (value: number) => ({ groups: { admins: { precedence: value } } });

/** Numbers that the AWS provider takes for nothing when they are 0, so that AWS gets its own default. */
export const zeroRules: readonly Rule[] = [
  userPoolRule({
    id: "POOL-18",
    name: "temporary-password-zero",
    since: "2.0",
    severity: "warning",
    title: "require temporary passwords to be valid for at least 1 day",
    why: "The AWS provider does not send 0, and AWS takes 0 for its default: temporary passwords work for 7 days.",
    fix: "use 1 or more days",
    source: [api("PasswordPolicyType"), `${SOURCE}/user_pool.go`],
    check: ({ passwordPolicy }) =>
      passwordPolicy.temporaryPasswordValidityDays === 0
        ? [
            {
              at: ["passwordPolicy", "temporaryPasswordValidityDays"],
              message: "temporaryPasswordValidityDays is 0, which AWS takes for 7",
            },
          ]
        : [],
    examples: () => ({
      bad: [badPool(days(0), "passwordPolicy", "temporaryPasswordValidityDays")],
      good: [goodPool(days(1)), goodPool({})],
    }),
  }),
  {
    id: "GRP-04",
    name: "group-precedence-zero",
    since: "2.0",
    severity: "warning",
    title: "require a group's precedence to be at least 1",
    why: "The AWS provider does not send 0, so the group has no precedence: it comes after every group that has one, not before.",
    fix: "begin with 1, and raise the others",
    source: [api("CreateGroup"), `${SOURCE}/user_group.go`],
    subject: "pool",
    check: ({ groups }) =>
      groups
        .filter(({ precedence }) => precedence === 0)
        .map(({ name }) => ({
          at: ["groups", name, "precedence"],
          message: "precedence is 0, which the AWS provider does not send",
        })),
    examples: () => ({
      bad: [badPool(precedence(0), "groups", "admins", "precedence")],
      good: [goodPool(precedence(1)), goodPool({ groups: { admins: {} } })],
    }),
  },
];
