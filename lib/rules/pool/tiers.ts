import { USER_POOL_TIERS, type UserPoolTier } from "../../cognito/values";
import type { PoolModel, UserPoolModel } from "../../model/model";
import type { Path } from "../../model/source";
import { known } from "../../model/value";
import { told } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import type { Rule, Violation } from "../rule";
import { badPool, goodPool, SES } from "./pool-examples";
import { type Guard, guardedOn, orElse, userPoolRule } from "./pool-rule";

/** Something that a pool does from some tier on. */
interface Feature {
  /** In AWS's words. */
  readonly name: string;
  readonly at: Path;
  readonly used: (users: UserPoolModel, pool: PoolModel) => boolean;
  /** A Terraform expression over the user pool; none where another resource has the feature. */
  readonly expression?: string;
}

const plans = guide("cognito-sign-in-feature-plans");

/** Features of the pool that no other rule asks a tier of: passwordless sign-in, token triggers and rotation have their own. */
const FROM_ESSENTIALS: readonly Feature[] = [
  {
    name: "Managed Login Version 2",
    at: ["domain", "managedLoginVersion"],
    used: (_, { domain }) => domain?.managedLoginVersion === 2,
  },
  {
    name: "e-mail MFA",
    at: ["emailMfa"],
    used: ({ emailMfa }) => emailMfa !== undefined,
    expression: "length(self.email_mfa_configuration) > 0",
  },
  {
    name: "password history",
    at: ["passwordPolicy", "passwordHistorySize"],
    used: ({ passwordPolicy }) => passwordPolicy.passwordHistorySize > 0,
    expression: `${orElse("self.password_policy[0].password_history_size", "0")} > 0`,
  },
];

const SECURITY_MODE = orElse("self.user_pool_add_ons[0].advanced_security_mode", '"OFF"');

const TIER_OF_POOL: Guard = {
  expression: `self.user_pool_tier != "LITE" || !(${FROM_ESSENTIALS.flatMap(({ expression }) => expression ?? []).join(" || ")})`,
  told: told`tier ${"self.user_pool_tier"} has neither e-mail MFA nor password history; use ESSENTIALS or PLUS`,
};

/** What each tier includes. */
export const tierRules: readonly Rule[] = [
  {
    ...userPoolRule({
      id: "TIER-03",
      name: "essentials-features",
      since: "1.0",
      severity: "error",
      title: "require tier ESSENTIALS for managed login, e-mail MFA and password history",
      why: '"The following feature is not available for the LITE pricing tier configured: Managed Login Version 2" (FeatureUnavailableInTierException), and so for the others.',
      fix: "use userPoolTier: ESSENTIALS, or turn the feature off",
      source: [plans, api("CreateUserPool"), PREFLIGHT],
      check: (users, pool) =>
        FROM_ESSENTIALS.filter((feature) => feature.used(users, pool)).flatMap((feature) =>
          below("ESSENTIALS", users, feature),
        ),
      examples: {
        bad: [
          badPool(
            { userPoolTier: "LITE", domain: { prefix: "example-login", managedLoginVersion: 2 } },
            "domain",
            "managedLoginVersion",
          ),
          badPool({ userPoolTier: "LITE", mfaConfiguration: "ON", emailMfa: {}, ...SES }, "emailMfa"),
          badPool(
            { userPoolTier: "LITE", passwordPolicy: { passwordHistorySize: 1 } },
            "passwordPolicy",
            "passwordHistorySize",
          ),
        ],
        good: [
          goodPool({ userPoolTier: "LITE", domain: { prefix: "example-login", managedLoginVersion: 1 } }),
          goodPool({ userPoolTier: "LITE", passwordPolicy: { passwordHistorySize: 0 } }),
          goodPool({ domain: { prefix: "example-login", managedLoginVersion: 2 } }),
          goodPool({ userPoolTier: { var: "tier" }, passwordPolicy: { passwordHistorySize: 1 } }),
        ],
      },
    }),
    conditions: () => [
      guardedOn("userPool", TIER_OF_POOL),
      guardedOn("domain", {
        expression: `${orElse("self.managed_login_version", "1")} != 2 || local.user_pool.user_pool_tier != "LITE"`,
        told: told`managed_login_version 2 needs tier ESSENTIALS or PLUS`,
      }),
    ],
  },
  userPoolRule({
    id: "TIER-04",
    name: "plus-features",
    since: "1.0",
    severity: "error",
    title: "require tier PLUS for threat protection",
    why: '"The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection"',
    fix: "use userPoolTier: PLUS, or advancedSecurityMode: OFF",
    source: [plans, guide("cognito-user-pool-settings-threat-protection"), PREFLIGHT],
    check: (users) => {
      const mode = known(users.advancedSecurityMode) ?? "OFF";
      return mode === "OFF"
        ? []
        : below("PLUS", users, { name: `threat protection (${mode})`, at: ["advancedSecurityMode"] });
    },
    guard: () => ({
      expression: `self.user_pool_tier == "PLUS" || ${SECURITY_MODE} == "OFF"`,
      told: told`advanced_security_mode is ${SECURITY_MODE}, which needs tier PLUS, not ${"self.user_pool_tier"}`,
    }),
    examples: {
      bad: [
        badPool({ advancedSecurityMode: "AUDIT" }, "advancedSecurityMode"),
        badPool({ userPoolTier: "LITE", advancedSecurityMode: "ENFORCED" }, "advancedSecurityMode"),
      ],
      good: [
        goodPool({ userPoolTier: "PLUS", advancedSecurityMode: "ENFORCED" }),
        goodPool({ advancedSecurityMode: "OFF" }),
        goodPool({ userPoolTier: { var: "tier" }, advancedSecurityMode: "ENFORCED" }),
      ],
    },
  }),
  userPoolRule({
    id: "TIER-06",
    name: "use-of-plus",
    since: "2.0",
    severity: "warning",
    title: "require threat protection of a pool on tier PLUS",
    why: "PLUS costs more for each active user than ESSENTIALS, and threat protection is what it adds: compromised credentials, adaptive authentication and the export of user activity logs.",
    fix: "use advancedSecurityMode: AUDIT or ENFORCED, or userPoolTier: ESSENTIALS",
    source: [plans, "https://aws.amazon.com/cognito/pricing/"],
    check: ({ userPoolTier, advancedSecurityMode }) =>
      known(userPoolTier) === "PLUS" && known(advancedSecurityMode) === "OFF"
        ? [{ at: ["userPoolTier"], message: "tier PLUS is paid for, but threat protection is OFF" }]
        : [],
    examples: {
      bad: [
        badPool({ userPoolTier: "PLUS" }, "userPoolTier"),
        badPool({ userPoolTier: "PLUS", advancedSecurityMode: "OFF" }, "userPoolTier"),
      ],
      good: [
        goodPool({ userPoolTier: "PLUS", advancedSecurityMode: "AUDIT" }),
        goodPool({ userPoolTier: "PLUS", advancedSecurityMode: { var: "mode" } }),
        goodPool({ userPoolTier: "ESSENTIALS" }),
      ],
    },
  }),
];

/** The violation by a feature that the pool's tier, where it is known, does not include. */
function below(
  needed: UserPoolTier,
  { userPoolTier }: UserPoolModel,
  { name, at }: Pick<Feature, "name" | "at">,
): Violation[] {
  const tier = known(userPoolTier) as UserPoolTier | undefined;
  if (tier === undefined || USER_POOL_TIERS.indexOf(tier) >= USER_POOL_TIERS.indexOf(needed)) return [];
  return [{ at, message: `${name} needs tier ${needed}, not ${tier}` }];
}
