import type { UserPoolModel } from "../../model/model";
import type { Value } from "../../model/value";
import type { Facet } from "../language/facet";
import { anything, get, ladder, members, replaced, toggle } from "../language/facet-kinds";
import type { FacetTable } from "../language/facet-table";
import { shown } from "../language/wording";
import { text } from "./messages";

const MFA: Readonly<Record<string, string>> = { OFF: "off", OPTIONAL: "optional", ON: "required" };

/** Email MFA and text messages are reported as enabled or disabled; their parts only while they are enabled. */
const whileEnabled = (key: "emailMfa" | "smsConfiguration"): Pick<Facet<UserPoolModel>, "when"> => ({
  when: (before, after) => before[key] !== undefined && after[key] !== undefined,
});

/** Which first and second factors a pool has, and how users recover an account. */
export const FACTORS = {
  mfaConfiguration: {
    at: ["mfaConfiguration"],
    noun: "MFA",
    get: get("mfaConfiguration"),
    describe: (before: string, after: string) => [
      {
        what: `MFA is ${MFA[after] ?? shown(after)} instead of ${MFA[before] ?? shown(before)}`,
        ...mfa(before, after),
      },
    ],
  },
  softwareTokenMfa: secondFactor(
    toggle(["softwareTokenMfa"], "authenticator apps", (pool) => pool.softwareTokenMfa ?? false, {
      on: { risk: "changes", what: "authenticator app MFA is enabled", why: "users may choose it" },
      off: {
        risk: "breaks",
        what: "authenticator app MFA is disabled",
        why: "users without another second factor cannot complete sign-in",
      },
    }),
  ),
  emailMfa: [
    ...secondFactor(
      toggle(["emailMfa"], "email MFA", (pool) => pool.emailMfa !== undefined, {
        on: { risk: "opens", what: "email MFA is enabled", why: "whoever reads the mailbox has the second factor" },
        off: {
          risk: "breaks",
          what: "email MFA is removed",
          why: "once it is disabled there, users without another second factor cannot complete sign-in",
        },
      }),
    ),
    { ...text("emailMfa", "email MFA codes"), ...whileEnabled("emailMfa") },
  ],
  smsConfiguration: [
    toggle(["smsConfiguration"], "text messages", (pool) => pool.smsConfiguration !== undefined, {
      on: {
        risk: "costs",
        what: "text messages are enabled",
        why: "each one is billed, and SMS fraud is common",
      },
      off: {
        risk: "breaks",
        what: "text messages are removed",
        why: "once it is disabled there, users who get their codes by text message cannot sign in or recover",
      },
    }),
    {
      ...anything<UserPoolModel>(["smsConfiguration"], "sender of text messages", get("smsConfiguration"), {
        risk: "changes",
        why: "check that the role may publish text messages",
      }),
      ...whileEnabled("smsConfiguration"),
    },
  ],
  allowedFirstAuthFactors: members(["signInPolicy", "allowedFirstAuthFactors"], "first factors", firstFactors, {
    added: (items) => ({
      risk: "opens",
      what: `${items} is allowed as first factor`,
      why: "it alone signs users in, through clients with ALLOW_USER_AUTH",
    }),
    removed: (items) => ({
      risk: "breaks",
      what: `${items} is no longer allowed as first factor`,
      why: "users who sign in with it need another way",
    }),
  }),
  webAuthn: [
    anything(["webAuthn", "relyingPartyId"], "relying party of passkeys", (pool) => pool.webAuthn?.relyingPartyId, {
      risk: "breaks",
      why: "passkeys belong to a relying party; existing passkeys stop working",
    }),
    ladder(
      ["webAuthn", "userVerification"],
      "user verification of passkeys",
      ["preferred", "required"],
      (pool) => pool.webAuthn?.userVerification ?? "preferred",
      {
        up: () => ({
          risk: "changes",
          what: "user verification is required for passkeys",
          why: "devices that cannot verify their user are rejected",
        }),
        down: () => ({
          risk: "opens",
          what: "user verification is no longer required for passkeys",
          why: "whoever has the unlocked device can sign in",
        }),
      },
    ),
  ],
  accountRecovery: {
    at: ["accountRecovery"],
    noun: "account recovery",
    get: get("accountRecovery"),
    describe: (before: readonly string[], after: readonly string[]) => [
      {
        what: replaced("account recovery", before, after),
        ...(after.some((way) => way !== "admin_only" && !before.includes(way))
          ? { risk: "opens", why: "another way to reset a password is another way in" }
          : { risk: "changes", why: "users who forgot their password recover another way" }),
      },
    ],
  },
} satisfies Partial<FacetTable<UserPoolModel>>;

/** A second factor that is lost locks nobody out where MFA is off: no sign-in asks for one. */
function secondFactor(facet: Facet<UserPoolModel>): Facet<UserPoolModel>[] {
  const describe = (...values: Parameters<typeof facet.describe>) =>
    [...facet.describe(...values)].map((verdict) =>
      verdict.risk === "breaks"
        ? { ...verdict, risk: "changes" as const, why: "MFA is off, so no sign-in asks for it" }
        : verdict,
    );
  return [
    { ...facet, when: (_, after) => after.mfaConfiguration !== "OFF" },
    { ...facet, when: (_, after) => after.mfaConfiguration === "OFF", describe },
  ];
}

/** Without a sign-in policy, the password alone. */
function firstFactors({ allowedFirstAuthFactors }: UserPoolModel): Value<readonly string[]> {
  return allowedFirstAuthFactors ?? ["PASSWORD"];
}

function mfa(before: string, after: string): { risk: "breaks" | "opens" | "changes"; why: string } {
  const steps = ["OFF", "OPTIONAL", "ON"];
  if (steps.indexOf(after) < steps.indexOf(before))
    return { risk: "opens", why: "for more users a stolen password alone is enough" };
  if (after === "ON")
    return {
      risk: "breaks",
      why: "users without a second factor must set one up, and installed apps must support that",
    };
  return { risk: "changes", why: "users may set up a second factor, and installed apps must ask for it" };
}
