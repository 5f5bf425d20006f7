import type { UserPoolModel } from "../../model/model";
import { isClosed, isOpen, known, knownItems } from "../../model/value";
import { api, guide } from "../language/sources";
import type { Example, Rule } from "../rule";
import { badPool, goodPool, SES, SMS } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

type Address = "email" | "phone_number";

/** Flows in which Cognito gets the password itself, which a user migration trigger needs. */
const PASSWORD_FLOWS: readonly string[] = [
  "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  "ALLOW_USER_AUTH",
  "ALLOW_USER_PASSWORD_AUTH",
  "ADMIN_NO_SRP_AUTH",
  "USER_PASSWORD_AUTH",
];

const MIGRATION = { lambdaConfig: { userMigration: "arn:aws:lambda:eu-west-1:123456789012:function:migrate" } };
const PRE_SIGN_UP = { lambdaConfig: { preSignUp: "arn:aws:lambda:eu-west-1:123456789012:function:confirm" } };

/** Settings that AWS takes and that shut users out later. */
export const reachRules: readonly Rule[] = [
  userPoolRule({
    id: "MFA-12",
    name: "mfa-address-required",
    since: "2.0",
    severity: "warning",
    title: "require the attribute that the only factor of required MFA sends to",
    why: "Whoever signs up without a phone number, or without an e-mail address, has no second factor and cannot sign in.",
    fix: "make the attribute required, or add softwareTokenMfa: true",
    source: [guide("user-pool-settings-mfa")],
    check: (users) => {
      if (known(users.mfaConfiguration) !== "ON" || users.softwareTokenMfa) return [];
      const addresses: Address[] = [
        ...(users.smsConfiguration ? ["phone_number" as const] : []),
        ...(users.emailMfa ? ["email" as const] : []),
      ];
      const [only] = addresses;
      const without = users.adminCreateUserOnly ? "administrators can create users" : "users can sign up";
      return only === undefined || addresses.some((address) => isCertain(users, address))
        ? []
        : [
            {
              at: ["mfaConfiguration"],
              message: `mfaConfiguration is ON, but ${without} without ${addresses.join(" and ")}, where the only MFA codes go`,
              fix: `add attributes.${only}.required: true, or softwareTokenMfa: true; a schema cannot change once the pool exists`,
            },
          ];
    },
    examples: () => ({
      bad: [
        badPool({ usernameAttributes: ["email"], mfaConfiguration: "ON", ...SMS }, "mfaConfiguration"),
        badPool({ mfaConfiguration: "ON", emailMfa: {}, ...SES }, "mfaConfiguration"),
        badPool({ mfaConfiguration: "ON", adminCreateUserOnly: true, emailMfa: {}, ...SES }, "mfaConfiguration"),
      ],
      good: [
        goodPool({ mfaConfiguration: "ON", ...SMS, attributes: { phone_number: { required: true } } }),
        goodPool({ usernameAttributes: ["phone_number"], mfaConfiguration: "ON", ...SMS }),
        goodPool({ usernameAttributes: ["email"], mfaConfiguration: "ON", emailMfa: {}, ...SES }),
        goodPool({ mfaConfiguration: "ON", softwareTokenMfa: true, ...SMS }),
        goodPool({ mfaConfiguration: "OPTIONAL", ...SMS }),
      ],
    }),
  }),
  userPoolRule({
    id: "REC-04",
    name: "recovery-without-sms",
    since: "2.0",
    severity: "warning",
    title: "require smsConfiguration for recovery by phone number",
    why: "A pool without smsConfiguration can send no text message: users whose recovery goes to their phone get no code.",
    fix: "add smsConfiguration, or use verified_email",
    source: [api("RecoveryOptionType"), guide("user-pool-sms-settings")],
    check: ({ accountRecovery, smsConfiguration, emailMfa, unset }) => {
      // Without a setting Cognito sends to the phone or the e-mail address, whichever is verified.
      if (unset.includes("accountRecovery")) return [];
      const index = accountRecovery.indexOf("verified_phone_number");
      // AWS demands a second way beside e-mail that is a second factor.
      const isFallback = emailMfa !== undefined && accountRecovery.indexOf("verified_email") === 0;
      return index < 0 || smsConfiguration !== undefined || isFallback
        ? []
        : [
            {
              at: ["accountRecovery", index],
              message: "verified_phone_number is a way of recovery, but there is no smsConfiguration to send the code",
            },
          ];
    },
    examples: () => ({
      bad: [
        badPool({ accountRecovery: ["verified_phone_number"] }, "accountRecovery", 0),
        badPool({ accountRecovery: ["verified_email", "verified_phone_number"] }, "accountRecovery", 1),
      ],
      good: [
        goodPool({ accountRecovery: ["verified_phone_number"], ...SMS }),
        goodPool({ accountRecovery: ["verified_email"] }),
        goodPool({ mfaConfiguration: "OPTIONAL", softwareTokenMfa: true, emailMfa: {}, ...SES }),
      ],
    }),
  }),
  userPoolRule({
    id: "POOL-16",
    name: "verified-sign-in-attributes",
    since: "2.0",
    severity: "warning",
    title: "require the verification of attributes that users sign in with",
    why: "An alias works only once it is verified, and nobody who signs up with an address that is not verified can confirm the account.",
    fix: "add the attribute to autoVerifiedAttributes",
    source: [guide("user-pool-settings-attributes"), guide("signing-up-users-in-your-app")],
    check: ({ usernameAttributes, aliasAttributes, autoVerifiedAttributes, adminCreateUserOnly, lambdaConfig }) => {
      if (adminCreateUserOnly || lambdaConfig?.preSignUp !== undefined || isOpen(autoVerifiedAttributes)) return [];
      return Object.entries({ usernameAttributes, aliasAttributes }).flatMap(([key, names]) =>
        names.flatMap((name, index) =>
          name === "preferred_username" || autoVerifiedAttributes.includes(name)
            ? []
            : [
                {
                  at: [key, index],
                  message: `users sign in with ${name}, but nothing verifies it: autoVerifiedAttributes is [${autoVerifiedAttributes.join(", ")}]`,
                  fix: `add ${name} to autoVerifiedAttributes${name === "phone_number" ? ", with smsConfiguration" : ""}`,
                },
              ],
        ),
      );
    },
    examples: () => ({
      bad: [
        badPool({ aliasAttributes: ["email"], autoVerifiedAttributes: [] }, "aliasAttributes", 0),
        badPool({ usernameAttributes: ["phone_number"] }, "usernameAttributes", 0),
        badPool({ usernameAttributes: ["email", "phone_number"] }, "usernameAttributes", 1),
      ],
      good: [
        goodPool({ aliasAttributes: ["email", "preferred_username"] }),
        goodPool({ usernameAttributes: ["phone_number"], autoVerifiedAttributes: ["phone_number"], ...SMS }),
        goodPool({ usernameAttributes: ["phone_number"], adminCreateUserOnly: true }),
        goodPool({ usernameAttributes: ["phone_number"], ...PRE_SIGN_UP }),
      ],
    }),
  }),
  userPoolRule({
    id: "POOL-17",
    name: "verification-link-domain",
    since: "2.0",
    severity: "warning",
    title: "require a domain where e-mail addresses are verified with a link",
    why: "The link leads to the pool's domain. Without one Cognito sends no link, and no sign-up can be confirmed.",
    fix: "add a domain, or use CONFIRM_WITH_CODE",
    source: [api("VerificationMessageTemplateType"), guide("cognito-user-pool-settings-message-customizations")],
    check: ({ verificationMessage, autoVerifiedAttributes }, { domain }) =>
      known(verificationMessage.defaultEmailOption) === "CONFIRM_WITH_LINK" &&
      knownItems(autoVerifiedAttributes).includes("email") &&
      domain === undefined
        ? [
            {
              at: ["verificationMessage", "defaultEmailOption"],
              message: "defaultEmailOption is CONFIRM_WITH_LINK, but the pool has no domain for the link",
            },
          ]
        : [],
    examples: () => ({
      bad: [badPool(byLink(), "verificationMessage", "defaultEmailOption")],
      good: [
        goodPool({ ...byLink(), domain: { prefix: "example-login" } }),
        goodPool({ ...byLink(), autoVerifiedAttributes: [] }),
        goodPool({ usernameAttributes: ["email"] }),
      ],
    }),
  }),
  userPoolRule({
    id: "LAM-06",
    name: "migration-flow",
    since: "2.0",
    severity: "warning",
    title: "require a client with a password flow for the user migration trigger",
    why: "Cognito migrates a user when it gets the password itself. In SRP it never does, so no user is migrated at sign-in.",
    fix: "add ALLOW_USER_PASSWORD_AUTH or ALLOW_ADMIN_USER_PASSWORD_AUTH to the client that users migrate through",
    source: [guide("cognito-user-pools-import-using-lambda"), guide("user-pool-lambda-migrate-user")],
    check: ({ lambdaConfig }, { clients }) =>
      lambdaConfig?.userMigration !== undefined &&
      lambdaConfig.userMigration !== "" &&
      clients.length > 0 &&
      clients.every(
        ({ explicitAuthFlows: flows }) => isClosed(flows) && !flows.some((flow) => PASSWORD_FLOWS.includes(flow)),
      )
        ? [
            {
              at: ["lambdaConfig", "userMigration"],
              message: `userMigration is never called at sign-in: no client has one of ${PASSWORD_FLOWS.join(", ")}`,
            },
          ]
        : [],
    examples: () => ({
      bad: [badPool(MIGRATION, "lambdaConfig", "userMigration")],
      good: [
        ...(["ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_AUTH"] as const).map((flow) => ({
          ...goodPool(MIGRATION),
          client: { platform: "server" as const, explicitAuthFlows: [flow, "ALLOW_REFRESH_TOKEN_AUTH" as const] },
        })),
        goodPool({ lambdaConfig: { userMigration: "" } }),
      ],
    }),
  }),
];

/** Whether every user has the attribute. */
function isCertain({ schema, usernameAttributes }: UserPoolModel, address: Address): boolean {
  return usernameAttributes.join() === address || schema.some(({ name, required }) => name === address && required);
}

function byLink(): NonNullable<Example["pool"]> {
  return { usernameAttributes: ["email"], verificationMessage: { defaultEmailOption: "CONFIRM_WITH_LINK" } };
}
