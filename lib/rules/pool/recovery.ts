import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import type { UserPoolModel } from "../../model/model";
import { equals, includes, isPresent, isWithin, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { literals } from "../language/expressions";
import { count, type Field, isDistinct, isOnly, listed, without } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { all, implies, inTerraformAlone, not } from "../language/statements";
import type { Rule } from "../rule";
import { badPool, goodPool, SES, SMS } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

/** Ways of recovery, which Terraform has as blocks; without any, Cognito's own. */
const ways: Field<UserPoolModel> = {
  of: ({ accountRecovery }) => accountRecovery,
  over: (name) =>
    `(length(${name}.account_recovery_setting) == 0 ? ${literals(USER_POOL_ARGUMENTS.accountRecovery.unset.means)} : tolist(flatten(${name}.account_recovery_setting[*].recovery_mechanism)[*].name))`,
};
const at = ["accountRecovery"];

/** Their priorities, which the config says by their order. */
const priorities: Field<UserPoolModel> = {
  of: ({ accountRecovery }) => accountRecovery.map((_, index) => index + 1),
  over: (name) => `tolist(flatten(${name}.account_recovery_setting[*].recovery_mechanism)[*].priority)`,
};
const areOneOrTwo = inTerraformAlone<UserPoolModel>(
  (name) => `alltrue([for priority in ${priorities.over(name)} : contains([1, 2], priority)])`,
);

/** How users recover an account whose password they forgot. */
export const recoveryRules: readonly Rule[] = [
  userPoolRule({
    id: "MFA-08",
    name: "recovery-channel",
    since: "1.0",
    severity: "warning",
    title: "require a way of recovery beside the channel of the only second factor",
    why: "Cognito sends no recovery code to the address that also gets the user's MFA codes: users who have no other factor cannot recover the account.",
    fix: "add another way of recovery that the pool can send to, or softwareTokenMfa: true",
    source: [guide("user-pool-settings-mfa")],
    check: ({ mfaConfiguration, softwareTokenMfa, emailMfa, smsConfiguration, accountRecovery }) => {
      if (mfaConfiguration === "OFF" || softwareTokenMfa) return [];
      const factors = [...(emailMfa ? ["verified_email"] : []), ...(smsConfiguration ? ["verified_phone_number"] : [])];
      const deliverable = accountRecovery.filter((way) => way !== "verified_phone_number" || smsConfiguration);
      return factors.length === 1 && deliverable.length === 1 && deliverable[0] === factors[0]
        ? [
            {
              at: ["accountRecovery"],
              message: `${factors[0]} is the only way of recovery that the pool can send to, and the same address gets the only MFA codes`,
            },
          ]
        : [];
    },
    examples: () => ({
      bad: [
        badPool({ mfaConfiguration: "ON", ...SMS, accountRecovery: ["verified_phone_number"] }, "accountRecovery"),
        badPool(
          {
            mfaConfiguration: "OPTIONAL",
            emailMfa: {},
            ...SES,
            accountRecovery: ["verified_email", "verified_phone_number"],
          },
          "accountRecovery",
        ),
      ],
      good: [
        goodPool({ mfaConfiguration: "ON", ...SMS }),
        goodPool({
          mfaConfiguration: "ON",
          ...SMS,
          softwareTokenMfa: true,
          accountRecovery: ["verified_phone_number"],
        }),
        goodPool({ mfaConfiguration: "ON", emailMfa: {}, ...SES, ...SMS }),
        goodPool({ mfaConfiguration: "ON", emailMfa: {}, ...SES, accountRecovery: ["admin_only"] }),
        goodPool({ mfaConfiguration: "OFF", ...SMS, accountRecovery: ["verified_phone_number"] }),
      ],
    }),
  }),
  userPoolRule({
    id: "MFA-11",
    name: "email-mfa-recovery",
    since: "2.0",
    severity: "error",
    title: "require a way of recovery beside e-mail where e-mail is a second factor",
    why: '"You can\'t enable email MFA and set the recovery option to Email only in the same user pool": whoever gets MFA codes by e-mail cannot recover by it. AWS refuses it when the pool already exists.',
    fix: "add verified_phone_number to accountRecovery, or use admin_only",
    source: [guide("user-pool-settings-mfa"), api("SetUserPoolMfaConfig")],
    claims: [
      claim(
        not(all(isPresent(poolArgument("emailMfa")), isOnly(ways, "verified_email"))),
        at,
        "accountRecovery is verified_email alone, but e-mail is a second factor",
      ),
    ],
    examples: () => ({
      bad: [
        badPool(
          { ...SES, mfaConfiguration: "ON", emailMfa: {}, accountRecovery: ["verified_email"] },
          "accountRecovery",
        ),
        badPool(
          {
            ...SES,
            mfaConfiguration: "OPTIONAL",
            softwareTokenMfa: true,
            emailMfa: {},
            accountRecovery: ["verified_email"],
          },
          "accountRecovery",
        ),
      ],
      good: [
        goodPool({ ...SES, mfaConfiguration: "ON", emailMfa: {} }),
        goodPool({
          ...SES,
          mfaConfiguration: "ON",
          emailMfa: {},
          accountRecovery: ["verified_email", "verified_phone_number"],
        }),
        goodPool({ ...SES, mfaConfiguration: "ON", emailMfa: {}, accountRecovery: ["admin_only"] }),
        goodPool({ ...SES, mfaConfiguration: "ON", emailMfa: {}, accountRecovery: ["verified_phone_number"], ...SMS }),
        goodPool({ accountRecovery: ["verified_email"] }),
      ],
    }),
  }),
  userPoolRule({
    id: "REC-01",
    name: "recovery-count",
    since: "1.0",
    severity: "error",
    title: "require one or two ways of recovery",
    why: "AWS takes one or two recovery mechanisms and refuses the pool otherwise.",
    fix: "name verified_email, verified_phone_number or both, or admin_only alone",
    planFix: "name verified_email, verified_phone_number or both, or admin_only alone, with priorities 1 and 2",
    source: [api("AccountRecoverySettingType")],
    claims: [
      claim(isWithin(count(ways), [1, 2]), at, say`there are ${count(ways)} ways of recovery; AWS takes 1 or 2`),
      claim(areOneOrTwo, at, say`ways of recovery have priorities ${listed(priorities)}; AWS takes 1 and 2`),
    ],
    examples: () => ({
      bad: [
        badPool({ accountRecovery: [] }, "accountRecovery"),
        badPool({ accountRecovery: ["verified_email", "verified_phone_number", "admin_only"] }, "accountRecovery"),
      ],
      good: [goodPool({}), goodPool({ accountRecovery: ["verified_phone_number", "verified_email"] })],
    }),
  }),
  userPoolRule({
    id: "REC-02",
    name: "recovery-admin-only",
    since: "1.0",
    severity: "error",
    title: "disallow other ways of recovery beside admin_only",
    why: '"Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms."',
    fix: "remove admin_only, or everything beside it",
    source: [api("RecoveryOptionType"), PREFLIGHT],
    claims: [
      claim(
        implies(includes(ways, "admin_only"), equals(count(without(ways, ["admin_only"])), 0)),
        ({ accountRecovery }) => [...at, accountRecovery.indexOf("admin_only")],
        say`admin_only is combined with others in [${listed(ways)}]`,
      ),
    ],
    examples: () => ({
      bad: [badPool({ accountRecovery: ["verified_email", "admin_only"] }, "accountRecovery", 1)],
      good: [goodPool({ accountRecovery: ["admin_only"] })],
    }),
  }),
  userPoolRule({
    id: "REC-03",
    name: "recovery-duplicates",
    since: "1.0",
    severity: "error",
    title: "disallow a way of recovery that is named twice",
    why: '"Account Recovery Setting cannot have duplicate priorities or recovery mechanisms."',
    fix: "remove the second one",
    planFix: "name each way of recovery once, with a priority of its own",
    source: [api("RecoveryOptionType"), PREFLIGHT],
    claims: [
      {
        ...claim(isDistinct(ways), at, say`a way of recovery is named twice in [${listed(ways)}]`),
        violations: ({ accountRecovery }) =>
          accountRecovery.flatMap((name, index) =>
            accountRecovery.indexOf(name) < index ? [{ at: [...at, index], message: `${name} is named twice` }] : [],
          ),
      },
      claim(isDistinct(priorities), at, say`two ways of recovery have the same priority: ${listed(priorities)}`),
    ],
    examples: () => ({
      bad: [badPool({ accountRecovery: ["verified_email", "verified_email"] }, "accountRecovery", 1)],
      good: [goodPool({ accountRecovery: ["verified_email", "verified_phone_number"] })],
    }),
  }),
];
