import type { UserPoolModel } from "../model/model";
import { anything, type Facet, ladder, members, replaced, toggle } from "./facet";
import { drops, MESSAGE_FACETS } from "./message-facets";
import { shown } from "./wording";

const REPLACED = "it cannot change on a pool that exists: Terraform makes a new pool, and every user is lost";
const MFA: Readonly<Record<string, string>> = { OFF: "off", OPTIONAL: "optional", ON: "required" };

const get =
  <K extends keyof UserPoolModel>(key: K) =>
  (pool: UserPoolModel) =>
    pool[key];

/** What a pool is for good: a difference makes a new pool. */
const PERMANENT: readonly Facet<UserPoolModel>[] = [
  unordered(["usernameAttributes"], "sign-in names instead of a username", get("usernameAttributes"), REPLACED),
  unordered(["aliasAttributes"], "sign-in names beside a username", get("aliasAttributes"), REPLACED),
  anything(["caseSensitive"], "case-sensitive usernames", get("caseSensitive"), { risk: "breaks", why: REPLACED }),
  anything(["name"], "name in Cognito", get("name"), {
    risk: "breaks",
    why: "AWS provider before 6.6 makes a new pool for a new name, and every user is lost; from 6.6 on it renames",
  }),
];

/** What keeps a pool and its users from harm. */
const PROTECTION: readonly Facet<UserPoolModel>[] = [
  toggle(["deletionProtection"], "deletion protection", (pool) => pool.deletionProtection === "ACTIVE", {
    on: { risk: "changes", what: "AWS refuses to delete the pool", why: "protection is switched on" },
    off: {
      risk: "opens",
      what: "AWS no longer refuses to delete the pool",
      why: "one command, or one removed block, can delete every user",
    },
  }),
  toggle(["preventDestroy"], "preventDestroy", get("preventDestroy"), {
    on: { risk: "changes", what: "a plan that destroys the pool fails", why: "protection is switched on" },
    off: {
      risk: "opens",
      what: "a plan that destroys the pool no longer fails",
      why: "an edit that replaces the pool goes through, and every user is lost",
    },
  }),
  ladder(["advancedSecurityMode"], "threat protection", ["OFF", "AUDIT", "ENFORCED"], get("advancedSecurityMode"), {
    up: (now, was) => ({
      risk: "changes",
      what: `threat protection is ${now} instead of ${was}`,
      why: "risky sign-ins are watched, and with ENFORCED challenged or blocked",
    }),
    down: (now, was) => ({
      risk: "opens",
      what: `threat protection is ${now} instead of ${was}`,
      why: "sign-ins with leaked passwords or from odd places get less attention",
    }),
  }),
  toggle(["adminCreateUserOnly"], "sign-up by administrators only", get("adminCreateUserOnly"), {
    on: {
      risk: "breaks",
      what: "only administrators create users",
      why: "sign-up in installed apps is refused",
    },
    off: { risk: "opens", what: "anybody may sign up", why: "accounts no longer need an administrator" },
  }),
  members(
    ["attributesRequireVerificationBeforeUpdate"],
    "attributes verified before they change",
    get("attributesRequireVerificationBeforeUpdate"),
    {
      added: (items) => ({
        risk: "changes",
        what: `a new ${items} counts only once it is verified`,
        why: "users confirm the new value before it replaces the old one",
      }),
      removed: (items) => ({
        risk: "opens",
        what: `a new ${items} counts before it is verified`,
        why: "a mistyped or stolen address takes the place of a verified one",
      }),
    },
  ),
  members(["autoVerifiedAttributes"], "attributes verified at sign-up", get("autoVerifiedAttributes"), {
    added: (items) => ({
      risk: "changes",
      what: `${items} is verified at sign-up`,
      why: "AWS sends each new user a code",
    }),
    removed: (items) => ({
      risk: "opens",
      what: `${items} is no longer verified at sign-up`,
      why: "users may claim an address that is not theirs, and cannot recover through it",
    }),
  }),
  toggle(["deviceConfiguration", "challengeRequiredOnNewDevice"], "challenge on new devices only", challengesNewOnly, {
    on: {
      risk: "opens",
      what: "a remembered device stands in for a second factor",
      why: "only new devices are asked for the code of a text message or an authenticator app",
    },
    off: {
      risk: "changes",
      what: "a remembered device no longer stands in for a second factor",
      why: "its user enters a code like anybody else",
    },
  }),
  {
    ...toggle(["deviceConfiguration", "deviceOnlyRememberedOnUserPrompt"], "remembering devices on request", asks, {
      on: { risk: "changes", what: "devices are remembered only when users say so", why: "apps have to ask" },
      off: { risk: "changes", what: "devices are remembered without asking", why: "apps need not ask" },
    }),
    when: (_, after) => after.deviceConfiguration !== undefined,
  },
  {
    ...toggle<UserPoolModel>(["deviceConfiguration"], "devices", (pool) => pool.deviceConfiguration !== undefined, {
      on: { risk: "changes", what: "devices are remembered", why: "apps get device keys" },
      off: { risk: "changes", what: "devices are no longer remembered", why: "apps get no device keys" },
    }),
    when: (before, after) => challengesNewOnly(before) === challengesNewOnly(after) && !asks(after),
  },
];

/** How a second factor is asked for, and which there are. */
const SECOND_FACTORS: readonly Facet<UserPoolModel>[] = [
  {
    at: ["mfaConfiguration"],
    noun: "second factor",
    get: get("mfaConfiguration"),
    tell: (before: string, after: string) => [
      {
        what: `a second factor is ${MFA[after] ?? shown(after)} instead of ${MFA[before] ?? shown(before)}`,
        ...mfa(before, after),
      },
    ],
  },
  toggle(["softwareTokenMfa"], "authenticator apps", (pool) => pool.softwareTokenMfa ?? false, {
    on: { risk: "changes", what: "authenticator apps are a second factor", why: "users may choose one" },
    off: {
      risk: "breaks",
      what: "authenticator apps are no longer a second factor",
      why: "users who have no other one cannot pass it",
    },
  }),
  toggle(["emailMfa"], "e-mail as a second factor", (pool) => pool.emailMfa !== undefined, {
    on: { risk: "opens", what: "e-mail is a second factor", why: "whoever reads the mailbox passes it" },
    off: {
      risk: "breaks",
      what: "e-mail is no longer a second factor",
      why: "users who have no other one cannot pass it, once it is off in AWS too: the AWS provider leaves it on",
    },
  }),
  toggle(["smsConfiguration"], "text messages", (pool) => pool.smsConfiguration !== undefined, {
    on: { risk: "costs", what: "text messages are sent", why: "each one is billed, and fraud with them is common" },
    off: {
      risk: "breaks",
      what: "text messages are no longer sent",
      why: "users who get their codes so cannot sign in or recover, once AWS has no role for it: the AWS provider leaves it",
    },
  }),
  members(["signInPolicy", "allowedFirstAuthFactors"], "first factors", firstFactors, {
    added: (items) => ({
      risk: "opens",
      what: `${items} is a first factor`,
      why: "users get in with it alone, through clients with ALLOW_USER_AUTH",
    }),
    removed: (items) => ({
      risk: "breaks",
      what: `${items} is no longer a first factor`,
      why: "users who sign in so need another way",
    }),
  }),
  anything(["webAuthn", "relyingPartyId"], "relying party of passkeys", (pool) => pool.webAuthn?.relyingPartyId, {
    risk: "breaks",
    why: "passkeys belong to it; those that users have stop working",
  }),
  ladder(
    ["webAuthn", "userVerification"],
    "user verification of passkeys",
    ["preferred", "required"],
    (pool) => pool.webAuthn?.userVerification ?? "preferred",
    {
      up: () => ({
        risk: "changes",
        what: "a passkey must verify its user",
        why: "devices that cannot are refused",
      }),
      down: () => ({
        risk: "opens",
        what: "a passkey need not verify its user",
        why: "whoever holds the unlocked device gets in",
      }),
    },
  ),
  {
    at: ["accountRecovery"],
    noun: "account recovery",
    get: get("accountRecovery"),
    tell: (before: readonly string[], after: readonly string[]) => [
      {
        what: replaced("account recovery", before, after),
        ...(after.some((way) => way !== "admin_only" && !before.includes(way))
          ? { risk: "opens", why: "a new way to set a new password is a new way in" }
          : { risk: "changes", why: "users who forgot their password go another way" }),
      },
    ],
  },
];

/** What a pool costs and says, and the code that runs in it. */
const THE_REST: readonly Facet<UserPoolModel>[] = [
  ladder(["userPoolTier"], "tier", ["LITE", "ESSENTIALS", "PLUS"], get("userPoolTier"), {
    up: (now, was) => ({
      risk: "costs",
      what: `tier ${now} instead of ${was}`,
      why: "each monthly active user costs more",
    }),
    down: (now, was) => ({
      risk: "costs",
      what: `tier ${now} instead of ${was}`,
      why: "users cost less; AWS refuses while a feature of the higher tier is in use",
    }),
  }),
  anything(["emailConfiguration"], "sending e-mail", get("emailConfiguration"), {
    risk: "changes",
    why: "codes and invitations come from another sender; check that it may send",
  }),
  {
    at: ["smsConfiguration"],
    noun: "sending text messages",
    get: get("smsConfiguration"),
    tell: (before: object, after: object) => [
      {
        risk: "changes",
        what: replaced("sending text messages", before, after),
        why: drops(before, after)
          ? "the Region that is written no more stays in AWS: the AWS provider does not take it away"
          : "codes go another way; check that the role may publish",
      },
    ],
  },
  ...MESSAGE_FACETS,
  anything(["tags"], "tags", get("tags"), { risk: "notes", why: "only bills and searches see them" }),
];

/** Everything that review says of a user pool itself, but its schema, password policy and triggers. */
export const USER_POOL_FACETS: readonly Facet<UserPoolModel>[] = [
  ...PERMANENT,
  ...PROTECTION,
  ...SECOND_FACTORS,
  ...THE_REST.map(onlyWhileThere),
];

/** What comes or goes as a whole is told by its switch. */
function onlyWhileThere(facet: Facet<UserPoolModel>): Facet<UserPoolModel> {
  const key = facet.at[0] as keyof UserPoolModel;
  if (key !== "smsConfiguration" && key !== "emailMfa") return facet;
  return { ...facet, when: (before, after) => before[key] !== undefined && after[key] !== undefined };
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeviceConfigurationType.html */
function challengesNewOnly({ deviceConfiguration }: UserPoolModel): boolean {
  return deviceConfiguration?.challengeRequiredOnNewDevice ?? false;
}

function asks({ deviceConfiguration }: UserPoolModel): boolean {
  return deviceConfiguration?.deviceOnlyRememberedOnUserPrompt ?? false;
}

/** Without a choice of factors it is the password. */
function firstFactors({ allowedFirstAuthFactors }: UserPoolModel): readonly string[] {
  return allowedFirstAuthFactors ?? ["PASSWORD"];
}

function mfa(before: string, after: string): { risk: "breaks" | "opens" | "changes"; why: string } {
  const steps = ["OFF", "OPTIONAL", "ON"];
  if (steps.indexOf(after) < steps.indexOf(before))
    return { risk: "opens", why: "a stolen password alone lets more people in" };
  if (after === "ON")
    return { risk: "breaks", why: "users without a second factor must set one up, and installed apps must let them" };
  return { risk: "changes", why: "users may set one up, and installed apps must ask for it" };
}

function unordered(
  at: Facet<UserPoolModel>["at"],
  noun: string,
  read: (pool: UserPoolModel) => readonly string[],
  why: string,
): Facet<UserPoolModel> {
  return anything(at, noun, (pool) => [...read(pool)].sort(), { risk: "breaks", why });
}
