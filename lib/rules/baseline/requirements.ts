import type { Required } from "../../cognito/baselines";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import { FIRST_AUTH_FACTORS, RISK_LEVELS } from "../../cognito/values";
import type { ClientModel, PoolModel, UserPoolModel } from "../../model/model";
import type { Path } from "../../model/source";
import { isOpen } from "../../model/value";
import { equals, includes, isTrue, isWithin, poolArgument } from "../language/arguments";
import { literal } from "../language/expressions";
import type { Field } from "../language/fields";
import { type Phrase, say } from "../language/phrases";
import { all, any, comparison, ifKnown, isOn, not, type Statement, textOf } from "../language/statements";
import { is } from "../language/text-statements";

/** One thing that controls require of a pool or of each client, whatever the list. */
export interface Requirement<S> {
  readonly rule: string;
  readonly at: Path;
  /** What must hold, by the limit of a control; NaN where it has none. */
  readonly must: (limit: number, pool: PoolModel) => Statement<S>;
  /** What is wrong where it fails: lower case, no full stop. */
  readonly says: (limit: number) => Phrase<S>;
}

/** The kinds of requirements of clients; all others are of pools. */
export type ClientKind = "tokenRevocation" | "userExistenceErrors";
export type PoolKind = Exclude<keyof Required, ClientKind>;

const { minimumLength, temporaryPasswordValidityDays } = USER_POOL_ARGUMENTS.passwordPolicy.arguments;
const length = poolArgument("passwordPolicy.minimumLength");
const days = poolArgument("passwordPolicy.temporaryPasswordValidityDays");
const mfa = poolArgument("mfaConfiguration");
const factors = poolArgument("allowedFirstAuthFactors");
const mode = poolArgument("advancedSecurityMode");
const customAuthMode = poolArgument("customAuth");
const tier = poolArgument("userPoolTier");
const protection = poolArgument("deletionProtection");

/** Some first factor of the pool is not a password. */
const isPasswordless = any(
  ...FIRST_AUTH_FACTORS.filter((factor) => factor !== "PASSWORD").map((factor) => includes(factors, factor)),
);

/** What each kind of requirement means for the arguments of a pool. */
export const POOL_REQUIREMENTS: Readonly<Record<PoolKind, Requirement<UserPoolModel>>> = {
  passwordLength: {
    rule: "BSL-01",
    at: ["passwordPolicy", "minimumLength"],
    must: (least) => isWithin(length, [least, minimumLength.range[1]]),
    says: (least) => say`passwords have ${length} characters or more, fewer than ${String(least)}`,
  },
  passwordLowercase: characterClass("BSL-02", "requireLowercase", "lower case letter"),
  passwordUppercase: characterClass("BSL-03", "requireUppercase", "upper case letter"),
  passwordNumbers: characterClass("BSL-04", "requireNumbers", "number"),
  passwordSymbols: characterClass("BSL-05", "requireSymbols", "symbol"),
  temporaryPassword: {
    rule: "BSL-06",
    at: ["passwordPolicy", "temporaryPasswordValidityDays"],
    must: (most) => isWithin(days, [temporaryPasswordValidityDays.range[0], most]),
    says: (most) => say`temporary passwords are valid for ${days} days, more than ${String(most)}`,
  },
  mfa: {
    rule: "BSL-07",
    at: ["mfaConfiguration"],
    must: () => equals(mfa, "ON"),
    says: () => say`MFA is ${mfa}, not ON`,
  },
  mfaBesidePasswords: {
    rule: "BSL-08",
    at: ["mfaConfiguration"],
    must: () => any(not(equals(mfa, "OFF")), isPasswordless),
    says: () => say`MFA is OFF, and a password alone signs users in`,
  },
  threatProtection: {
    rule: "BSL-09",
    at: ["advancedSecurityMode"],
    must: () => equals(mode, "ENFORCED"),
    says: () => say`threat protection is ${mode}, not ENFORCED`,
  },
  customAuthThreatProtection: {
    rule: "BSL-10",
    at: ["threatProtection", "customAuth"],
    must: () => equals(customAuthMode, "ENFORCED"),
    says: () => say`threat protection of custom authentication is not ENFORCED`,
  },
  compromisedCredentialsBlocked: {
    rule: "BSL-18",
    at: ["threatProtection", "compromisedCredentials"],
    must: (_, pool) => all(equals(mode, "ENFORCED"), blocksCompromisedCredentials(pool)),
    says: () => say`sign-in with compromised credentials is not blocked`,
  },
  accountTakeoverBlocked: {
    rule: "BSL-19",
    at: ["threatProtection", "accountTakeover"],
    must: (_, pool) => all(equals(mode, "ENFORCED"), ...RISK_LEVELS.map((level) => blocksRisk(level, pool))),
    says: () => say`sign-ins of each level of risk are not blocked`,
  },
  tierPlus: {
    rule: "BSL-11",
    at: ["userPoolTier"],
    must: () => equals(tier, "PLUS"),
    says: () => say`the tier is ${tier}, not PLUS`,
  },
  deletionProtection: {
    rule: "BSL-12",
    at: ["deletionProtection"],
    must: () => equals(protection, "ACTIVE"),
    says: () => say`deletion protection is ${protection}`,
  },
  adminCreatesUsers: {
    rule: "BSL-13",
    at: ["adminCreateUserOnly"],
    must: () => isTrue(poolArgument("adminCreateUserOnly")),
    says: () => say`anyone can sign up`,
  },
  recoveryNotBySms: {
    rule: "BSL-14",
    at: ["accountRecovery"],
    must: () => not(isFirst("verified_phone_number")),
    says: () => say`accounts are recovered by SMS first`,
  },
  webAcl: {
    rule: "BSL-17",
    at: ["webAclArn"],
    must: (_, { webAclArn }) =>
      comparison(
        () => webAclArn !== undefined,
        () => "length(local.web_acls) > 0",
        () => "length(local.web_acls) == 0",
      ),
    says: () => say`there is no web ACL`,
  },
};

/** The same for the arguments of a client. */
export const CLIENT_REQUIREMENTS: Readonly<Record<ClientKind, Requirement<ClientModel>>> = {
  tokenRevocation: {
    rule: "BSL-15",
    at: ["enableTokenRevocation"],
    must: () => isOn("enableTokenRevocation"),
    says: () => say`tokens cannot be revoked`,
  },
  userExistenceErrors: {
    rule: "BSL-16",
    at: ["preventUserExistenceErrors"],
    must: () => textOf("preventUserExistenceErrors", is("ENABLED")),
    says: () => say`errors reveal whether a user exists`,
  },
};

function characterClass(
  rule: string,
  field: "requireLowercase" | "requireUppercase" | "requireNumbers" | "requireSymbols",
  noun: string,
): Requirement<UserPoolModel> {
  const isRequired: Field<UserPoolModel> = poolArgument(`passwordPolicy.${field}`);
  return {
    rule,
    at: ["passwordPolicy", field],
    must: () => isTrue(isRequired),
    says: () => say`passwords need no ${noun}`,
  };
}

/** The mechanism has the first priority of recovery. */
function isFirst(mechanism: string): Statement<UserPoolModel> {
  const first = (name: string) =>
    `[for each in flatten(${name}.account_recovery_setting[*].recovery_mechanism) : each.name if each.priority == 1]`;
  return comparison(
    ({ accountRecovery }) => accountRecovery[0] === mechanism,
    (name) => `join("", ${first(name)}) == "${mechanism}"`,
    (name) => `join("", ${first(name)}) != "${mechanism}"`,
  );
}

/** The pool's own threat protection blocks a sign-in with credentials that are known to others. */
function blocksCompromisedCredentials({ key, threatProtection }: PoolModel): Statement<UserPoolModel> {
  const { action, events } = threatProtection?.compromisedCredentials ?? { action: "NO_ACTION", events: [] };
  const block = `local.risk_configurations[${literal(key)}].compromised_credentials_risk_configuration[0]`;
  const signsIn = isOpen(events) || events.some(isOpen) ? undefined : events.includes("SIGN_IN");
  return all(
    comparison(
      () => ifKnown(action, (given) => given === "BLOCK"),
      () => `try(${block}.actions[0].event_action, "") == "BLOCK"`,
      () => `try(${block}.actions[0].event_action, "") != "BLOCK"`,
    ),
    { holds: () => signsIn, over: () => `try(contains(${block}.event_filter, "SIGN_IN"), false)` },
  );
}

/** The pool's own threat protection blocks a sign-in of a level of risk. */
function blocksRisk(
  level: (typeof RISK_LEVELS)[number],
  { key, threatProtection }: PoolModel,
): Statement<UserPoolModel> {
  const action = threatProtection?.accountTakeover?.[level]?.action ?? "NO_ACTION";
  const planned = `try(local.risk_configurations[${literal(key)}].account_takeover_risk_configuration[0].actions[0].${level}_action[0].event_action, "")`;
  return comparison(
    () => ifKnown(action, (given) => given === "BLOCK"),
    () => `${planned} == "BLOCK"`,
    () => `${planned} != "BLOCK"`,
  );
}
