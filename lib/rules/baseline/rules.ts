import { BASELINES, type Required } from "../../cognito/baselines";
import type { PoolModel } from "../../model/model";
import { clientRule } from "../client/client-rule";
import { type Claim, claim } from "../language/claims";
import type { Phrase } from "../language/phrases";
import { userPoolRule } from "../pool/pool-rule";
import type { Examples, Rule, RuleText } from "../rule";
import { onClient, onPool } from "./baseline-examples";
import {
  CLIENT_REQUIREMENTS,
  type ClientKind,
  POOL_REQUIREMENTS,
  type PoolKind,
  type Requirement,
} from "./requirements";
import { demanded, limitOf } from "./selection";

const common = {
  since: "2.0",
  severity: "warning",
  source: Object.values(BASELINES).map(({ source }) => source),
} as const;

const ENFORCED = { userPoolTier: "PLUS", advancedSecurityMode: "ENFORCED" } as const;
const block = { action: "BLOCK" } as const;
const blocking = { low: block, medium: block, high: block };

/** What controls require of pools and clients, one rule for what several lists ask for. */
export const baselineRules: readonly Rule[] = [
  poolControl("passwordLength", {
    name: "baseline-password-length",
    title: "require passwords of the length that the baseline demands",
    why: "Short passwords are guessed.",
    fix: "raise passwordPolicy.minimumLength",
    examples: () =>
      onPool(
        "cognito_user_pool_password_policy_minimum_length_14",
        [{ passwordPolicy: { minimumLength: 13 } }, { passwordPolicy: {} }, {}],
        [{ passwordPolicy: { minimumLength: 14 } }],
      ),
  }),
  characterClassRule("passwordLowercase", "lowercase", "requireLowercase", "lower case letters"),
  characterClassRule("passwordUppercase", "uppercase", "requireUppercase", "upper case letters"),
  characterClassRule("passwordNumbers", "number", "requireNumbers", "numbers"),
  characterClassRule("passwordSymbols", "symbol", "requireSymbols", "symbols"),
  poolControl("temporaryPassword", {
    name: "baseline-temporary-password",
    title: "limit the validity of temporary passwords to what the baseline demands",
    why: "A temporary password in an e-mail or a text message signs in whoever reads it first.",
    fix: "lower passwordPolicy.temporaryPasswordValidityDays",
    examples: () =>
      onPool(
        "cognito_user_pool_temporary_password_expiration",
        [{ passwordPolicy: { temporaryPasswordValidityDays: 8 } }],
        [{ passwordPolicy: { temporaryPasswordValidityDays: 7 } }, {}],
      ),
  }),
  poolControl("mfa", {
    name: "baseline-mfa",
    title: "require MFA of every user where the baseline demands it",
    why: "With OPTIONAL or OFF, users can sign in with a password alone.",
    fix: 'use mfaConfiguration: "ON"',
    examples: () =>
      onPool(
        "cognito_user_pool_mfa_enabled",
        [{}, { mfaConfiguration: "OPTIONAL", softwareTokenMfa: true }],
        [{ mfaConfiguration: "ON", softwareTokenMfa: true }, { mfaConfiguration: { var: "mfa" } }],
      ),
  }),
  poolControl("mfaBesidePasswords", {
    name: "baseline-password-mfa",
    title: "require MFA of pools whose users sign in by password alone, where the baseline demands it",
    why: "A stolen password is then enough.",
    fix: 'use mfaConfiguration: OPTIONAL or "ON"',
    examples: () =>
      onPool(
        "Cognito.5",
        [{}, { mfaConfiguration: "OFF", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] } }],
        [
          { mfaConfiguration: "OPTIONAL", softwareTokenMfa: true },
          { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
        ],
      ),
  }),
  poolControl("threatProtection", {
    name: "baseline-threat-protection",
    title: "require enforced threat protection where the baseline demands it",
    why: "With AUDIT or OFF nothing stops sign-in with compromised credentials or from a suspicious place.",
    fix: "use advancedSecurityMode: ENFORCED on tier PLUS",
    examples: () =>
      onPool(
        "Cognito.1",
        [{}, { userPoolTier: "PLUS", advancedSecurityMode: "AUDIT" }],
        [{ userPoolTier: "PLUS", advancedSecurityMode: "ENFORCED" }],
      ),
  }),
  poolControl("customAuthThreatProtection", {
    name: "baseline-custom-auth-threat-protection",
    title: "require enforced threat protection of custom authentication where the baseline demands it",
    why: "advancedSecurityMode does not protect custom authentication, which has a mode of its own.",
    fix: "use threatProtection.customAuth: ENFORCED on tier PLUS",
    planFix: "set custom_auth_mode of user_pool_add_ons.advanced_security_additional_flows to ENFORCED on tier PLUS",
    examples: () =>
      onPool(
        "Cognito.4",
        [{}, { userPoolTier: "PLUS", threatProtection: { customAuth: "AUDIT" } }],
        [{ userPoolTier: "PLUS", threatProtection: { customAuth: "ENFORCED" } }],
      ),
  }),
  poolControl("compromisedCredentialsBlocked", {
    name: "baseline-compromised-credentials",
    title: "require sign-in with compromised credentials to be blocked where the baseline demands it",
    why: "Passwords that leaked elsewhere are tried against every sign-in.",
    fix: "use threatProtection.compromisedCredentials: { action: BLOCK } with advancedSecurityMode: ENFORCED",
    planFix:
      "set event_action of compromised_credentials_risk_configuration to BLOCK, with advanced_security_mode: ENFORCED",
    examples: () =>
      onPool(
        "cognito_user_pool_blocks_compromised_credentials_sign_in_attempts",
        [
          {},
          { ...ENFORCED, threatProtection: { compromisedCredentials: { action: "NO_ACTION" } } },
          { ...ENFORCED, threatProtection: { compromisedCredentials: { action: "BLOCK", events: ["SIGN_UP"] } } },
        ],
        [{ ...ENFORCED, threatProtection: { compromisedCredentials: { action: "BLOCK" } } }],
      ),
  }),
  poolControl("accountTakeoverBlocked", {
    name: "baseline-account-takeover",
    title: "require sign-ins of every level of risk to be blocked where the baseline demands it",
    why: "Prowler passes a pool only if each level of risk is blocked, although MFA is milder for low ones.",
    fix: "use threatProtection.accountTakeover with action BLOCK for low, medium and high, and advancedSecurityMode: ENFORCED",
    planFix:
      "set event_action of low_action, medium_action and high_action of account_takeover_risk_configuration to BLOCK, with advanced_security_mode: ENFORCED",
    examples: () =>
      onPool(
        "cognito_user_pool_blocks_potential_malicious_sign_in_attempts",
        [{}, { ...ENFORCED, threatProtection: { accountTakeover: { ...blocking, low: { action: "NO_ACTION" } } } }],
        [{ ...ENFORCED, threatProtection: { accountTakeover: blocking } }],
      ),
  }),
  poolControl("tierPlus", {
    name: "baseline-tier-plus",
    title: "require tier PLUS where the baseline demands it",
    why: "Only PLUS has threat protection.",
    fix: "use userPoolTier: PLUS",
    examples: () => onPool("AwsSolutions-COG8", [{}, { userPoolTier: "LITE" }], [{ userPoolTier: "PLUS" }]),
  }),
  poolControl("deletionProtection", {
    name: "baseline-deletion-protection",
    title: "require deletion protection where the baseline demands it",
    why: "Without it one call deletes the pool with all users.",
    fix: "set deletionProtection to true",
    examples: () => onPool("Cognito.6", [{ deletionProtection: false }], [{}, { deletionProtection: true }]),
  }),
  poolControl("adminCreatesUsers", {
    name: "baseline-self-registration",
    title: "disallow self-registration where the baseline demands it",
    why: "Whoever signs up gets tokens of the pool, and through an identity pool the authenticated role.",
    fix: "use adminCreateUserOnly: true",
    examples: () =>
      onPool(
        "cognito_user_pool_self_registration_disabled",
        [{}, { adminCreateUserOnly: false }],
        [{ adminCreateUserOnly: true }],
      ),
  }),
  poolControl("recoveryNotBySms", {
    name: "baseline-account-recovery",
    title: "disallow SMS as the first way of account recovery where the baseline demands it",
    why: "Whoever takes over a phone number takes over the account.",
    fix: "list verified_email or admin_only first in accountRecovery",
    examples: () =>
      onPool(
        "cognito_user_pool_account_recovery_sms_not_preferred",
        [
          { accountRecovery: ["verified_phone_number"] },
          { accountRecovery: ["verified_phone_number", "verified_email"] },
        ],
        [{}, { accountRecovery: ["verified_email", "verified_phone_number"] }, { accountRecovery: ["admin_only"] }],
      ),
  }),
  poolControl("webAcl", {
    name: "baseline-web-acl",
    title: "require a web ACL where the baseline demands it",
    why: "Without one nothing filters or limits requests before they reach the sign-in.",
    fix: "add webAclArn: the ARN of a regional web ACL",
    examples: () =>
      onPool(
        "cognito_user_pool_waf_acl_attached",
        [{}],
        [
          {
            webAclArn:
              "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/users/1a2b3c4d-0000-4000-8000-000000000000",
          },
        ],
      ),
  }),
  clientControl("tokenRevocation", {
    name: "baseline-token-revocation",
    title: "require token revocation where the baseline demands it",
    why: "A stolen refresh token works until it expires if it cannot be revoked.",
    fix: "set enableTokenRevocation to true",
    examples: () =>
      onClient(
        "cognito_user_pool_client_token_revocation_enabled",
        [{ platform: "ios", enableTokenRevocation: false }],
        [{ platform: "ios" }],
      ),
  }),
  clientControl("userExistenceErrors", {
    name: "baseline-user-existence",
    title: "require user existence errors to be prevented where the baseline demands it",
    why: "Otherwise a sign-in form answers which addresses have an account.",
    fix: "use ENABLED for preventUserExistenceErrors",
    examples: () =>
      onClient(
        "cognito_user_pool_client_prevent_user_existence_errors",
        [{ platform: "ios", preventUserExistenceErrors: "LEGACY" }],
        [{ platform: "ios" }],
      ),
  }),
];

type Text = Pick<RuleText, "name" | "title" | "why" | "fix" | "planFix"> & { readonly examples: () => Examples };

function poolControl(kind: PoolKind, text: Text): Rule {
  const claims = (_: unknown, pool: PoolModel) => claimsOf(POOL_REQUIREMENTS[kind], kind, pool);
  return userPoolRule({ ...common, ...text, id: POOL_REQUIREMENTS[kind].rule, claims });
}

function clientControl(kind: ClientKind, text: Text): Rule {
  const claims = (pool: PoolModel) => claimsOf(CLIENT_REQUIREMENTS[kind], kind, pool);
  return clientRule({ ...common, ...text, id: CLIENT_REQUIREMENTS[kind].rule, claims });
}

/** That the strictest of the limits holds which the demanded controls have. */
function claimsOf<S>({ must, says, at }: Requirement<S>, kind: keyof Required, pool: PoolModel): readonly Claim<S>[] {
  const demanding = demanded(pool.guardrails).filter(({ requires }) => requires?.[kind] !== undefined);
  if (demanding.length === 0) return [];
  const limits = demanding.map((control) => limitOf(control, kind));
  const strictest = kind === "temporaryPassword" ? Math.min(...limits) : Math.max(...limits);
  const asking = demanding.filter((_, index) => Object.is(limits[index], strictest)).map(({ id }) => id);
  return [claim(must(strictest, pool), at, requiredBy(says(strictest), asking))];
}

function requiredBy<S>({ of, over }: Phrase<S>, controls: readonly string[]): Phrase<S> {
  const by = `; required by ${controls.join(", ")}`;
  return { of: (subject) => of(subject) + by, over: (name) => (hidden) => [...over(name)(hidden), by] };
}

function characterClassRule(
  kind: "passwordLowercase" | "passwordUppercase" | "passwordNumbers" | "passwordSymbols",
  control: string,
  field: "requireLowercase" | "requireUppercase" | "requireNumbers" | "requireSymbols",
  nouns: string,
): Rule {
  return poolControl(kind, {
    name: `baseline-password-${control}`,
    title: `require passwords with ${nouns} where the baseline demands them`,
    why: "Passwords of one class of characters are guessed sooner.",
    fix: `set passwordPolicy.${field} to true`,
    examples: () =>
      onPool(
        `cognito_user_pool_password_policy_${control}`,
        [{ passwordPolicy: { [field]: false } }],
        [{}, { passwordPolicy: { [field]: true } }],
      ),
  });
}
