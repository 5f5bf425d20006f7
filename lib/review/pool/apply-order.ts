import { CUSTOM_PREFIX } from "../../cognito/attributes";
import {
  DOMAIN_UPDATE_FIXED_IN,
  MFA_ARGUMENTS,
  omitsCertificate,
  type PoolSettings,
  twoApplies,
} from "../../cognito/provider-calls";
import { ATTRIBUTES_PER_CALL } from "../../cognito/quotas";
import type { DomainModel, PoolModel, UserPoolModel } from "../../model/model";
import { same } from "../../model/same";
import type { CompleteVerdict } from "../change";
import { byDefault, effective } from "../language/effective";

/** Changes that fail at apply although the plan shows a plain update: in one apply, or with an older AWS provider. */
export function* compareApplyOrder(before: PoolModel, after: PoolModel): Iterable<CompleteVerdict> {
  if (before.pool && after.pool) {
    yield* mfaOrder(before, after, before.pool, after.pool);
    yield* attributesAtOnce(before.pool, after.pool);
  }
  for (const key of ["domain", "additionalDomain"] as const) yield* domainUpdate(key, before, after);
}

function* domainUpdate(key: DomainModel["key"], before: PoolModel, after: PoolModel): Iterable<CompleteVerdict> {
  const [was, is] = [before, after].map((pool) => effective(pool[key], pool.variables) as DomainModel | undefined);
  if (was && is && same(was.domain, is.domain) && omitsCertificate(was, is))
    yield {
      risk: "breaks",
      at: [key, "managedLoginVersion"],
      what: `the apply fails with an AWS provider before ${DOMAIN_UPDATE_FIXED_IN}`,
      why: `AWS provider 5.100.0 leaves the certificate out of the update, and AWS answers "Cannot convert custom domain to prefix domain"; require version ${DOMAIN_UPDATE_FIXED_IN} or later`,
      before: was.managedLoginVersion,
      after: is.managedLoginVersion,
    };
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AddCustomAttributes.html */
function* attributesAtOnce(
  { schema: before }: UserPoolModel,
  { schema: after }: UserPoolModel,
): Iterable<CompleteVerdict> {
  const known = new Set(before.map(({ key }) => key));
  const added = after.filter(({ key }) => key.startsWith(CUSTOM_PREFIX) && !known.has(key)).length;
  if (added > ATTRIBUTES_PER_CALL)
    yield {
      risk: "breaks",
      at: ["attributes"],
      what: `needs two applies: ${added} attributes are added; first ${ATTRIBUTES_PER_CALL} of them, then the others`,
      why: `the AWS provider adds them in one call, and AWS takes at most ${ATTRIBUTES_PER_CALL} in one call`,
      before: before.length,
      after: after.length,
    };
}

function* mfaOrder(
  before: PoolModel,
  after: PoolModel,
  was: UserPoolModel,
  is: UserPoolModel,
): Iterable<CompleteVerdict> {
  const changed = MFA_ARGUMENTS.find((key) => !same(argument(before, was, key), argument(after, is, key)));
  if (changed === undefined) return;
  for (const { first, second, why } of twoApplies(settings(before, was), settings(after, is)))
    yield {
      risk: "breaks",
      at: [changed],
      what: `needs two applies: first ${first.join(", ")}; then ${second}`,
      why,
      before: argument(before, was, changed) ?? null,
      after: argument(after, is, changed) ?? null,
    };
}

function argument({ variables }: PoolModel, pool: UserPoolModel, key: (typeof MFA_ARGUMENTS)[number]): unknown {
  return effective(pool[key], variables);
}

/** A variable counts as its default. */
function settings({ variables }: PoolModel, pool: UserPoolModel): PoolSettings {
  const text = (value: unknown) => byDefault(value, variables) as string | undefined;
  const list = (value: unknown) => byDefault(value, variables) as readonly string[] | undefined;
  return {
    tier: text(pool.userPoolTier),
    mfa: text(pool.mfaConfiguration),
    emailMfa: pool.emailMfa !== undefined,
    passkeys: pool.webAuthn !== undefined,
    emailSender: text(pool.emailConfiguration.emailSendingAccount),
    accountRecovery: pool.accountRecovery,
    firstFactors: list(pool.allowedFirstAuthFactors) ?? ["PASSWORD"],
    autoVerified: list(pool.autoVerifiedAttributes),
  };
}
