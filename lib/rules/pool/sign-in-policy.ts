import type { UserPoolModel } from "../../model/model";
import { knownItems } from "../../model/value";
import { equals, includes, isPresent, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { listed, saidOf, without } from "../language/fields";
import { claimEvery, text, texts } from "../language/items";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { any, implies, not } from "../language/statements";
import { is } from "../language/text-statements";
import type { Example, Rule } from "../rule";
import { badPool, goodPool, SMS } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

const flowsGuide = guide("amazon-cognito-user-pools-authentication-flow-methods");

const tier = poolArgument("userPoolTier");
const mode = poolArgument("mfaConfiguration");
const allowed = poolArgument("allowedFirstAuthFactors");
const passwordless = without(allowed, ["PASSWORD"]);
const at = ["signInPolicy", "allowedFirstAuthFactors"];

/** Claims of a pool whose config chooses first factors: of any other, tier LITE has none, and a plan knows none. */
const whereChosen =
  <C>(claims: (users: UserPoolModel) => readonly C[]) =>
  (users: UserPoolModel) =>
    users.allowedFirstAuthFactors ? claims(users) : [];

type Factors = Extract<
  NonNullable<NonNullable<Example["pool"]>["signInPolicy"]>["allowedFirstAuthFactors"],
  readonly unknown[]
>;

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
    claims: whereChosen(() => [
      claim(includes(allowed, "PASSWORD"), at, say`allowedFirstAuthFactors is [${listed(allowed)}], without PASSWORD`),
    ]),
    examples: () => ({
      bad: [badPool(factors("EMAIL_OTP", "WEB_AUTHN"), "signInPolicy", "allowedFirstAuthFactors")],
      good: [goodPool(factors("PASSWORD")), goodPool({})],
    }),
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
    claims: whereChosen((users) => [
      claimEvery(
        texts(allowed, "factor"),
        any(is("PASSWORD"), saidOf(not(equals(tier, "LITE")), users)),
        (_, index) => [...at, index],
        say`${text} needs tier ESSENTIALS, not LITE`,
        "use userPoolTier: ESSENTIALS",
      ),
      // sms_configuration that the config has sends the codes
      ...(users.smsConfiguration
        ? []
        : [
            claimEvery(
              texts(allowed, "factor"),
              not(is("SMS_OTP")),
              (_, index) => [...at, index],
              say`${text} needs smsConfiguration`,
              "add smsConfiguration",
            ),
          ]),
    ]),
    check: ({ webAuthn, allowedFirstAuthFactors }, { domain }) =>
      knownItems(allowedFirstAuthFactors).includes("WEB_AUTHN") &&
      webAuthn?.relyingPartyId === undefined &&
      domain === undefined
        ? [
            {
              at: [...at, knownItems(allowedFirstAuthFactors).indexOf("WEB_AUTHN")],
              message: "WEB_AUTHN needs a relying party, and the pool has no domain to take its place",
              fix: "add webAuthn.relyingPartyId or a domain",
              severity: "warning",
            },
          ]
        : [],
    examples: () => ({
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
    }),
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
    claims: whereChosen(() => [
      claim(
        implies(equals(mode, "ON"), not(isPresent(passwordless))),
        ["mfaConfiguration"],
        say`mfaConfiguration is ON beside first factors without a password: ${listed(passwordless)}`,
      ),
    ]),
    examples: () => ({
      bad: (["EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"] as const).map((factor) =>
        badPool({ mfaConfiguration: "ON", softwareTokenMfa: true, ...factors("PASSWORD", factor) }, "mfaConfiguration"),
      ),
      good: [
        goodPool({ mfaConfiguration: "OPTIONAL", softwareTokenMfa: true, ...factors("PASSWORD", "EMAIL_OTP") }),
        goodPool({ mfaConfiguration: "OFF", ...factors("PASSWORD", "WEB_AUTHN") }),
        goodPool({ mfaConfiguration: "ON", softwareTokenMfa: true }),
        goodPool({ mfaConfiguration: { var: "mfa" }, ...factors("PASSWORD", "WEB_AUTHN") }),
      ],
    }),
  }),
];

function factors(...allowedFirstAuthFactors: Factors): NonNullable<Example["pool"]> {
  return { signInPolicy: { allowedFirstAuthFactors } };
}
