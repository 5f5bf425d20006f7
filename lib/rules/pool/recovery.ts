import { told } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import type { Rule } from "../rule";
import { badPool, goodPool, SES, SMS } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

/** Names of the planned pool's recovery mechanisms. */
const MECHANISMS = "flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name";

/** How users come back who forgot their password. */
export const recoveryRules: readonly Rule[] = [
  userPoolRule({
    id: "MFA-08",
    severity: "warning",
    title: "a forgotten password is recovered by another channel than the second factor",
    why: "Cognito sends no recovery code to the address that also gets the user's MFA codes: whoever has no other factor cannot recover the account.",
    fix: "add another way of recovery, or softwareTokenMfa: true",
    source: [guide("user-pool-settings-mfa")],
    check: ({ mfaConfiguration, softwareTokenMfa, emailMfa, smsConfiguration, accountRecovery }) => {
      if (mfaConfiguration === "OFF" || softwareTokenMfa) return [];
      const factors = [...(emailMfa ? ["verified_email"] : []), ...(smsConfiguration ? ["verified_phone_number"] : [])];
      return factors.length === 1 && accountRecovery.length === 1 && accountRecovery[0] === factors[0]
        ? [
            {
              at: ["accountRecovery"],
              message: `${factors[0]} is the only way of recovery, and the same address gets the only MFA codes`,
            },
          ]
        : [];
    },
    examples: {
      bad: [
        badPool({ mfaConfiguration: "ON", ...SMS, accountRecovery: ["verified_phone_number"] }, "accountRecovery"),
        badPool(
          { mfaConfiguration: "OPTIONAL", emailMfa: {}, ...SES, accountRecovery: ["verified_email"] },
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
        goodPool({ mfaConfiguration: "OFF", ...SMS, accountRecovery: ["verified_phone_number"] }),
      ],
    },
  }),
  userPoolRule({
    id: "REC-01",
    severity: "error",
    title: "a pool has one or two ways of recovery",
    why: "AWS takes one or two recovery mechanisms and refuses the pool otherwise.",
    fix: "name verified_email, verified_phone_number or both, or admin_only alone",
    source: [api("AccountRecoverySettingType")],
    check: ({ accountRecovery }) =>
      accountRecovery.length >= 1 && accountRecovery.length <= 2
        ? []
        : [
            {
              at: ["accountRecovery"],
              message: `there are ${accountRecovery.length} ways of recovery; AWS takes 1 or 2`,
            },
          ],
    guard: () => ({
      expression: `length(${MECHANISMS}) >= 1 && length(${MECHANISMS}) <= 2`,
      told: told`there are ${`length(${MECHANISMS})`} ways of recovery; AWS takes 1 or 2`,
    }),
    examples: {
      bad: [
        badPool({ accountRecovery: [] }, "accountRecovery"),
        badPool({ accountRecovery: ["verified_email", "verified_phone_number", "admin_only"] }, "accountRecovery"),
      ],
      good: [goodPool({}), goodPool({ accountRecovery: ["verified_phone_number", "verified_email"] })],
    },
  }),
  userPoolRule({
    id: "REC-02",
    severity: "error",
    title: "recovery by administrators stands alone",
    why: '"Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms."',
    fix: "remove admin_only, or everything beside it",
    source: [api("RecoveryOptionType"), PREFLIGHT],
    check: ({ accountRecovery }) =>
      accountRecovery.includes("admin_only") && accountRecovery.length > 1
        ? [
            {
              at: ["accountRecovery", accountRecovery.indexOf("admin_only")],
              message: `admin_only stands beside others in [${accountRecovery.join(", ")}]`,
            },
          ]
        : [],
    guard: () => ({
      expression: `!contains(${MECHANISMS}, "admin_only") || length(${MECHANISMS}) == 1`,
      told: told`admin_only stands beside others in ${`join(", ", ${MECHANISMS})`}`,
    }),
    examples: {
      bad: [badPool({ accountRecovery: ["verified_email", "admin_only"] }, "accountRecovery", 1)],
      good: [goodPool({ accountRecovery: ["admin_only"] })],
    },
  }),
  userPoolRule({
    id: "REC-03",
    severity: "error",
    title: "each way of recovery is named once",
    why: '"Account Recovery Setting cannot have duplicate priorities or recovery mechanisms."',
    fix: "remove the second one",
    source: [api("RecoveryOptionType"), PREFLIGHT],
    check: ({ accountRecovery }) =>
      accountRecovery.flatMap((name, index) =>
        accountRecovery.indexOf(name) < index
          ? [{ at: ["accountRecovery", index], message: `${name} is named twice` }]
          : [],
      ),
    guard: () => ({
      expression: `length(distinct(${MECHANISMS})) == length(${MECHANISMS})`,
      told: told`a way of recovery is named twice in ${`join(", ", ${MECHANISMS})`}`,
    }),
    examples: {
      bad: [badPool({ accountRecovery: ["verified_email", "verified_email"] }, "accountRecovery", 1)],
      good: [goodPool({ accountRecovery: ["verified_email", "verified_phone_number"] })],
    },
  }),
];
