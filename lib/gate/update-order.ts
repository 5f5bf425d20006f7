import { isDeepStrictEqual } from "node:util";
import {
  DOMAIN_UPDATE_FIXED_IN,
  MFA_ARGUMENTS,
  omitsCertificate,
  type PoolSettings,
  twoApplies,
} from "../cognito/provider-calls";
import { USER_POOL_ARGUMENTS } from "../cognito/user-pool";
import { DOMAIN, POOL } from "./objects";
import type { ResourceChange } from "./plan-file";
import { type GateDiagnostic, noted, refused } from "./verdict";

type Values = Readonly<Record<string, unknown>>;

/** Terraform's names of the arguments and blocks that the provider sends before all others. */
const MFA_KEYS = MFA_ARGUMENTS.map((key) => USER_POOL_ARGUMENTS[key].terraform.split(".")[0] as string);

/** Updates that fail at apply although they are planned: in one apply, or with an older AWS provider. */
export function updateOrder({ type, address, change }: ResourceChange): GateDiagnostic[] {
  const { actions, before, after, after_unknown: unknown } = change;
  if (!actions.includes("update") || before === null || after === null) return [];
  if (type === POOL) return poolOrder(address, before, after, (unknown ?? {}) as Values);
  return type === DOMAIN ? domainUpdate(address, before, after) : [];
}

function poolOrder(address: string, before: Values, after: Values, unknown: Values): GateDiagnostic[] {
  const isChanged = MFA_KEYS.some((key) => !isDeepStrictEqual(before[key], after[key]) || isUnknown(unknown[key]));
  if (!isChanged) return [];
  return twoApplies(settings(before, {}), settings(after, unknown)).map(({ first, second, why }) =>
    refused("two-applies", address, {
      message: `needs two applies: first ${first.join(", ")}; then ${second}`,
      why,
      fix: `apply the change of ${first.join(", ")} alone, then the rest`,
    }),
  );
}

/** What decides about the order, as Terraform plans it; what it does not know yet is `undefined`. */
function settings(pool: Values, unknown: Values): PoolSettings {
  const known = <T>(key: string, value: T): T | undefined => (isUnknown(unknown[key]) ? undefined : value);
  const block = (key: string) => blocks(pool[key])[0];
  const recovery = blocks(block("account_recovery_setting")?.recovery_mechanism);
  return {
    tier: known("user_pool_tier", pool.user_pool_tier as string | undefined),
    mfa: known("mfa_configuration", pool.mfa_configuration as string | undefined),
    emailMfa: block("email_mfa_configuration") !== undefined,
    passkeys: block("web_authn_configuration") !== undefined,
    emailSender: known(
      "email_configuration",
      (block("email_configuration")?.email_sending_account as string | undefined) ?? "COGNITO_DEFAULT",
    ),
    accountRecovery: known(
      "account_recovery_setting",
      recovery.map(({ name }) => name as string),
    ),
    firstFactors: known(
      "sign_in_policy",
      (block("sign_in_policy")?.allowed_first_auth_factors as readonly string[] | undefined) ?? ["PASSWORD"],
    ),
    autoVerified: known("auto_verified_attributes", (pool.auto_verified_attributes as readonly string[] | null) ?? []),
  };
}

/** Whether any part of an argument is known only after the apply. */
function isUnknown(unknown: unknown): boolean {
  if (typeof unknown !== "object" || unknown === null) return unknown === true;
  return Object.values(unknown).some(isUnknown);
}

function blocks(value: unknown): readonly Values[] {
  return Array.isArray(value) ? value : [];
}

function domainUpdate(address: string, before: Values, after: Values): GateDiagnostic[] {
  const of = ({ certificate_arn, managed_login_version }: Values) => ({
    certificateArn: certificate_arn,
    managedLoginVersion: managed_login_version,
  });
  if (!omitsCertificate(of(before), of(after))) return [];
  return [
    noted("provider-version", address, {
      message: `the apply fails with an AWS provider before ${DOMAIN_UPDATE_FIXED_IN}`,
      why: 'AWS provider 5.100.0 leaves the certificate out of the update, and AWS answers "Cannot convert custom domain to prefix domain"',
      fix: `require version ${DOMAIN_UPDATE_FIXED_IN} or later`,
    }),
  ];
}
