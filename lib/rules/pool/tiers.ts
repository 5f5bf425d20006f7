import type { DomainModel } from "../../model/model";
import { equals, isPresent, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { type Field, saidOf } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { all, any, implies, not } from "../language/statements";
import type { Examples, Rule, RuleText } from "../rule";
import { domainRule } from "./object-rule";
import { badPool, goodPool, SES } from "./pool-examples";
import { userPoolRule, withAlso } from "./pool-rule";

const plans = guide("cognito-sign-in-feature-plans");

const tier = poolArgument("userPoolTier");
const emailMfa = poolArgument("emailMfa");
const historySize = poolArgument("passwordPolicy.passwordHistorySize");
const securityMode = poolArgument("advancedSecurityMode");
const customAuthMode = poolArgument("customAuth");

const isLite = equals(tier, "LITE");

/** Absent in a plan it is Cognito's own default. */
const loginVersion: Field<DomainModel> = {
  of: ({ managedLoginVersion }) => managedLoginVersion,
  over: (name) => `coalesce(${name}.managed_login_version, 1)`,
};

const ESSENTIALS_FEATURES = {
  id: "TIER-03",
  name: "essentials-features",
  since: "1.0",
  severity: "error",
  title: "require tier ESSENTIALS for managed login, e-mail MFA and password history",
  why: '"The following feature is not available for the LITE pricing tier configured: Managed Login Version 2" (FeatureUnavailableInTierException), and so for the others.',
  fix: "use userPoolTier: ESSENTIALS, or turn the feature off",
  source: [plans, api("CreateUserPool"), PREFLIGHT],
  examples: () => ({
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
  }),
} as const satisfies RuleText & { examples: () => Examples };

/** What each tier includes. */
export const tierRules: readonly Rule[] = [
  withAlso(
    userPoolRule({
      ...ESSENTIALS_FEATURES,
      claims: [
        claim(
          implies(isLite, not(isPresent(emailMfa))),
          ["emailMfa"],
          say`e-mail MFA needs tier ESSENTIALS, not ${tier}`,
        ),
        claim(
          implies(isLite, equals(historySize, 0)),
          ["passwordPolicy", "passwordHistorySize"],
          say`password history needs tier ESSENTIALS, not ${tier}`,
        ),
      ],
    }),
    domainRule({
      ...ESSENTIALS_FEATURES,
      claims: ({ pool }) =>
        pool
          ? [
              claim(
                implies(saidOf(isLite, pool, "local.user_pool"), not(equals(loginVersion, 2))),
                ["managedLoginVersion"],
                "Managed Login Version 2 needs tier ESSENTIALS, not LITE",
              ),
            ]
          : [],
    }),
  ),
  userPoolRule({
    id: "TIER-04",
    name: "plus-features",
    since: "1.0",
    severity: "error",
    title: "require tier PLUS for threat protection",
    why: '"The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection"',
    fix: "use userPoolTier: PLUS, or advancedSecurityMode: OFF without customAuth",
    source: [plans, guide("cognito-user-pool-settings-threat-protection"), PREFLIGHT],
    claims: [
      claim(
        any(equals(securityMode, "OFF"), equals(tier, "PLUS")),
        ["advancedSecurityMode"],
        say`threat protection (${securityMode}) needs tier PLUS, not ${tier}`,
      ),
      claim(
        any(not(isPresent(customAuthMode)), equals(tier, "PLUS")),
        ["threatProtection", "customAuth"],
        say`threat protection of custom authentication needs tier PLUS, not ${tier}`,
      ),
    ],
    examples: () => ({
      bad: [
        badPool({ advancedSecurityMode: "AUDIT" }, "advancedSecurityMode"),
        badPool({ userPoolTier: "LITE", advancedSecurityMode: "ENFORCED" }, "advancedSecurityMode"),
        badPool(customAuth("AUDIT"), "threatProtection", "customAuth"),
        badPool({ userPoolTier: "LITE", ...customAuth("ENFORCED") }, "threatProtection", "customAuth"),
      ],
      good: [
        goodPool({ userPoolTier: "PLUS", advancedSecurityMode: "ENFORCED" }),
        goodPool({ advancedSecurityMode: "OFF" }),
        goodPool({ userPoolTier: { var: "tier" }, advancedSecurityMode: "ENFORCED" }),
        goodPool({ userPoolTier: "PLUS", advancedSecurityMode: "AUDIT", ...customAuth("ENFORCED") }),
        goodPool({ userPoolTier: "PLUS", ...customAuth("AUDIT") }),
        goodPool({ userPoolTier: { var: "tier" }, ...customAuth("AUDIT") }),
      ],
    }),
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
    claims: [
      claim(
        // AWS configures the protection of custom authentication separately
        not(all(equals(tier, "PLUS"), equals(securityMode, "OFF"), not(isPresent(customAuthMode)))),
        ["userPoolTier"],
        "tier PLUS is paid for, but threat protection is OFF",
      ),
    ],
    examples: () => ({
      bad: [
        badPool({ userPoolTier: "PLUS" }, "userPoolTier"),
        badPool({ userPoolTier: "PLUS", advancedSecurityMode: "OFF" }, "userPoolTier"),
      ],
      good: [
        goodPool({ userPoolTier: "PLUS", advancedSecurityMode: "AUDIT" }),
        goodPool({ userPoolTier: "PLUS", ...customAuth("AUDIT") }),
        goodPool({ userPoolTier: "PLUS", advancedSecurityMode: { var: "mode" } }),
        goodPool({ userPoolTier: "ESSENTIALS" }),
      ],
    }),
  }),
];

function customAuth(mode: "AUDIT" | "ENFORCED") {
  return { threatProtection: { customAuth: mode } };
}
