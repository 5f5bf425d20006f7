import { known } from "../../model/value";
import { planText } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import type { Example, Rule, Violation } from "../rule";
import { badPool, goodPool, SMS } from "./pool-examples";
import { orEmpty, userPoolRule } from "./pool-rule";

const FACTORS = orEmpty("self.sign_in_policy[0].allowed_first_auth_factors");
const flowsGuide = guide("amazon-cognito-user-pools-authentication-flow-methods");

type Factors = NonNullable<NonNullable<Example["pool"]>["signInPolicy"]>["allowedFirstAuthFactors"];

/** The factors that a sign-in can begin with. */
export const signInPolicyRules: readonly Rule[] = [
  userPoolRule({
    id: "SIG-01",
    name: "password-first-factor",
    since: "1.0",
    severity: "error",
    title: "require PASSWORD among the first factors",
    why: '"Password should be configured as one of the allowed first auth factors."',
    fix: "add PASSWORD to allowedFirstAuthFactors; which flows a client has decides whether it is used",
    source: [api("SignInPolicyType"), PREFLIGHT],
    check: ({ allowedFirstAuthFactors: factors }) =>
      factors && !factors.includes("PASSWORD")
        ? [
            {
              at: ["signInPolicy", "allowedFirstAuthFactors"],
              message: `allowedFirstAuthFactors is [${factors.join(", ")}], without PASSWORD`,
            },
          ]
        : [],
    guard: ({ allowedFirstAuthFactors }) =>
      allowedFirstAuthFactors && {
        expression: `contains(${FACTORS}, "PASSWORD")`,
        planMessage: planText`allowed_first_auth_factors is [${`join(", ", ${FACTORS})`}], without PASSWORD`,
      },
    examples: {
      bad: [badPool(factors("EMAIL_OTP", "WEB_AUTHN"), "signInPolicy", "allowedFirstAuthFactors")],
      good: [goodPool(factors("PASSWORD")), goodPool({})],
    },
  }),
  userPoolRule({
    id: "SIG-02",
    name: "first-factor-prerequisites",
    since: "1.0",
    severity: "error",
    advises: true,
    title: "require the prerequisites of each first factor",
    why: '"The following features need to be disabled for the LITE pricing tier configured: Passwordless Sign-In". Codes by SMS need smsConfiguration, passkeys a relying party: their domain, or else the domain of the pool.',
    fix: "use tier ESSENTIALS, and configure the prerequisite",
    source: [api("SignInPolicyType"), flowsGuide, guide("cognito-sign-in-feature-plans"), PREFLIGHT],
    check: (users, pool) => {
      const { userPoolTier, smsConfiguration, webAuthn, allowedFirstAuthFactors: factors = [] } = users;
      const missing = (factor: string): Omit<Violation, "at"> | undefined => {
        if (factor !== "PASSWORD" && userPoolTier === "LITE")
          return { message: `${factor} needs tier ESSENTIALS, not LITE`, fix: "use userPoolTier: ESSENTIALS" };
        if (factor === "SMS_OTP" && smsConfiguration === undefined)
          return { message: "SMS_OTP needs smsConfiguration", fix: "add smsConfiguration" };
        if (factor === "WEB_AUTHN" && webAuthn?.relyingPartyId === undefined && pool.domain === undefined)
          return {
            message: "WEB_AUTHN needs a relying party, and the pool has no domain to take its place",
            fix: "add webAuthn.relyingPartyId or a domain",
            severity: "warning",
          };
        return undefined;
      };
      return factors.flatMap((factor, index) => {
        const violation = missing(factor);
        return violation ? [{ at: ["signInPolicy", "allowedFirstAuthFactors", index], ...violation }] : [];
      });
    },
    guard: ({ allowedFirstAuthFactors, smsConfiguration }) =>
      allowedFirstAuthFactors && {
        expression: [
          `(self.user_pool_tier != "LITE" || length(setsubtract(${FACTORS}, ["PASSWORD"])) == 0)`,
          ...(smsConfiguration ? [] : [`!contains(${FACTORS}, "SMS_OTP")`]),
        ].join(" && "),
        planMessage: planText`allowed_first_auth_factors is [${`join(", ", ${FACTORS})`}] on tier ${"self.user_pool_tier"}; all but PASSWORD need tier ESSENTIALS, and SMS_OTP needs sms_configuration`,
      },
    examples: {
      bad: [
        badPool(
          { userPoolTier: "LITE", ...factors("PASSWORD", "EMAIL_OTP") },
          "signInPolicy",
          "allowedFirstAuthFactors",
          1,
        ),
        badPool(factors("PASSWORD", "SMS_OTP"), "signInPolicy", "allowedFirstAuthFactors", 1),
        badPool(factors("PASSWORD", "WEB_AUTHN"), "signInPolicy", "allowedFirstAuthFactors", 1),
      ],
      good: [
        goodPool({ userPoolTier: "LITE", ...factors("PASSWORD") }),
        goodPool({ ...factors("PASSWORD", "SMS_OTP"), ...SMS }),
        goodPool({ ...factors("PASSWORD", "WEB_AUTHN"), webAuthn: { relyingPartyId: "example.com" } }),
        goodPool({ ...factors("PASSWORD", "WEB_AUTHN"), domain: { prefix: "example-login" } }),
      ],
    },
  }),
  userPoolRule({
    id: "SIG-03",
    name: "required-mfa-passwordless",
    since: "1.0",
    severity: "error",
    title: "disallow required MFA beside passwordless first factors",
    why: "AWS refuses MFA ON beside EMAIL_OTP, SMS_OTP or WEB_AUTHN, which are a whole sign-in by themselves. The pool exists by then and is left tainted: the next apply replaces it, users and all. A passkey as a second factor (FactorConfiguration) is in AWS's API, but in no version of the AWS provider.",
    fix: "use mfaConfiguration: OPTIONAL, or PASSWORD as the only first factor",
    source: [guide("user-pool-settings-mfa"), flowsGuide],
    check: ({ mfaConfiguration, allowedFirstAuthFactors = [] }) => {
      const passwordless = allowedFirstAuthFactors.filter((factor) => factor !== "PASSWORD");
      return known(mfaConfiguration) === "ON" && passwordless.length > 0
        ? [
            {
              at: ["mfaConfiguration"],
              message: `mfaConfiguration is ON, but ${passwordless.join(" and ")} ${passwordless.length > 1 ? "are first factors" : "is a first factor"}`,
            },
          ]
        : [];
    },
    guard: ({ allowedFirstAuthFactors }) =>
      allowedFirstAuthFactors && {
        expression: `self.mfa_configuration != "ON" || length(setsubtract(${FACTORS}, ["PASSWORD"])) == 0`,
        planMessage: planText`mfa_configuration is ${"self.mfa_configuration"}, but ${`join(", ", setsubtract(${FACTORS}, ["PASSWORD"]))`} are first factors`,
      },
    examples: {
      bad: (["EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"] as const).map((factor) =>
        badPool({ mfaConfiguration: "ON", softwareTokenMfa: true, ...factors("PASSWORD", factor) }, "mfaConfiguration"),
      ),
      good: [
        goodPool({ mfaConfiguration: "OPTIONAL", softwareTokenMfa: true, ...factors("PASSWORD", "EMAIL_OTP") }),
        goodPool({ mfaConfiguration: "OFF", ...factors("PASSWORD", "WEB_AUTHN") }),
        goodPool({ mfaConfiguration: "ON", softwareTokenMfa: true }),
        goodPool({ mfaConfiguration: { var: "mfa" }, ...factors("PASSWORD", "WEB_AUTHN") }),
      ],
    },
  }),
];

function factors(...allowedFirstAuthFactors: Factors): NonNullable<Example["pool"]> {
  return { signInPolicy: { allowedFirstAuthFactors } };
}
