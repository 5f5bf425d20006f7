import { isDeepStrictEqual } from "node:util";
import type { UserPoolModel } from "../model/model";

/** What of a user pool decides whether one apply can make a change. `undefined`: not known before the apply. */
export interface PoolSettings {
  readonly tier: string | undefined;
  /** `OFF`, `OPTIONAL` or `ON`. */
  readonly mfa: string | undefined;
  readonly emailMfa: boolean;
  readonly passkeys: boolean;
  /** `COGNITO_DEFAULT`, or `DEVELOPER` for Amazon SES. */
  readonly emailSender: string | undefined;
  readonly accountRecovery: readonly string[] | undefined;
  readonly firstFactors: readonly string[] | undefined;
  readonly autoVerified: readonly string[] | undefined;
}

/** A change that AWS takes only in two applies, and which part comes first. */
export interface TwoApplies {
  /** In plain words, to be joined: `the email sender`. */
  readonly first: readonly string[];
  readonly second: string;
  readonly why: string;
}

/**
 * Arguments of a pool, in camelCase, that the provider sends with `SetUserPoolMfaConfig` when one of them changes,
 * and before it sends any other argument with `UpdateUserPool`.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/internal/service/cognitoidp/user_pool.go
 */
export const MFA_ARGUMENTS = [
  "mfaConfiguration",
  "emailMfa",
  "smsAuthenticationMessage",
  "smsConfiguration",
  "softwareTokenMfa",
  "webAuthn",
] as const satisfies readonly (keyof UserPoolModel)[];

/**
 * What of an update needs two applies, given that some of `MFA_ARGUMENTS` changes: AWS judges `SetUserPoolMfaConfig`
 * by the other settings that the pool still has, since `UpdateUserPool` brings the new ones only afterwards.
 * Creating a pool is not concerned.
 */
export function twoApplies(before: PoolSettings, after: PoolSettings): TwoApplies[] {
  const needed = DEMANDS.filter(({ unmet }) => unmet(before, after));
  return [...new Set(needed.map(({ second }) => second))].map((second) => {
    const same = needed.filter((each) => each.second === second);
    return {
      first: same.map(({ first }) => first),
      second,
      why: `the AWS provider calls SetUserPoolMfaConfig before UpdateUserPool, and AWS refuses ${[...new Set(same.map(({ refused }) => refused))].join(", and ")}`,
    };
  });
}

interface Demand {
  readonly first: string;
  readonly second: string;
  /** What AWS refuses, as in "AWS refuses ...". */
  readonly refused: string;
  readonly unmet: (before: PoolSettings, after: PoolSettings) => boolean;
}

/**
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/41049 about email MFA
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/28294 about text messages
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html
 */
const DEMANDS: readonly Demand[] = [
  {
    first: "the email sender",
    second: "email MFA",
    refused: "email MFA while the pool sends email through COGNITO_DEFAULT",
    unmet: (before, after) =>
      after.emailMfa && before.emailSender === "COGNITO_DEFAULT" && after.emailSender === "DEVELOPER",
  },
  {
    first: "account recovery",
    second: "email MFA",
    refused: "email MFA while verified_email is the only way to recover an account",
    unmet: (before, after) =>
      after.emailMfa &&
      isEmailOnly(before.accountRecovery) &&
      after.accountRecovery !== undefined &&
      !isEmailOnly(after.accountRecovery),
  },
  {
    first: "the tier",
    second: "email MFA",
    refused: "email MFA on tier LITE",
    unmet: (before, after) => after.emailMfa && leavesLite(before, after),
  },
  {
    first: "the tier",
    second: "passkeys",
    refused: "passkeys on tier LITE",
    unmet: (before, after) => after.passkeys && leavesLite(before, after),
  },
  {
    first: "the first factors",
    second: "required MFA",
    refused: "required MFA while the pool has a passwordless first factor",
    unmet: (before, after) =>
      after.mfa === "ON" &&
      isPasswordless(before.firstFactors) &&
      after.firstFactors !== undefined &&
      !isPasswordless(after.firstFactors),
  },
  {
    first: "autoVerifiedAttributes without phone_number",
    second: "the other edits, with phone_number in autoVerifiedAttributes again",
    refused:
      "a call without smsConfiguration (the provider leaves it out when MFA is OFF) while the pool verifies phone numbers",
    unmet: (before, after) => after.mfa === "OFF" && (before.autoVerified ?? []).includes("phone_number"),
  },
];

function isEmailOnly(recovery: readonly string[] | undefined): boolean {
  return recovery?.length === 1 && recovery[0] === "verified_email";
}

function leavesLite(before: PoolSettings, after: PoolSettings): boolean {
  return before.tier === "LITE" && after.tier !== undefined && after.tier !== "LITE";
}

function isPasswordless(factors: readonly string[] | undefined): boolean {
  return factors?.some((factor) => factor !== "PASSWORD") ?? false;
}

/** The AWS provider that sends the certificate along when a custom domain gets another login version. */
export const DOMAIN_UPDATE_FIXED_IN = "6.3.0";

/** A domain as far as an update of it is concerned. */
export interface DomainSettings {
  /** Of a prefix domain, or of one whose certificate is not known before the apply, `undefined` or `null`. */
  readonly certificateArn?: unknown;
  readonly managedLoginVersion: unknown;
}

/**
 * Whether an update of a custom domain fails with a provider before `DOMAIN_UPDATE_FIXED_IN`, which leaves an unchanged
 * certificate out: "Cannot convert custom domain to prefix domain".
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/43248
 */
export function omitsCertificate(before: DomainSettings, after: DomainSettings): boolean {
  return (
    after.certificateArn !== undefined &&
    after.certificateArn !== null &&
    isDeepStrictEqual(before.certificateArn, after.certificateArn) &&
    before.managedLoginVersion !== after.managedLoginVersion
  );
}
