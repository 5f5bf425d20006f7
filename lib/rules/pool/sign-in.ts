import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import { equals, isPresent, isTrue, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { planText } from "../language/expressions";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { any, implies, not } from "../language/statements";
import { formClause, lengthClause } from "../language/text-clauses";
import type { Rule } from "../rule";
import { messageText } from "./message-texts";
import { badPool, goodPool, SES, SMS } from "./pool-examples";
import { userPoolRule } from "./pool-rule";
import { recoveryRules } from "./recovery";
import { signInPolicyRules } from "./sign-in-policy";
import { smsRules } from "./sms";
import { textRule } from "./text-arguments";

const mfaGuide = guide("user-pool-settings-mfa");

const mode = poolArgument("mfaConfiguration");
const softwareToken = poolArgument("softwareTokenMfa");
const emailMfa = poolArgument("emailMfa");
const sms = poolArgument("smsConfiguration");
const sendingAccount = poolArgument("emailConfiguration.emailSendingAccount");

const isOff = equals(mode, "OFF");

/** Second factors, recovery and the first factors of a sign-in. */
export const signInRules: readonly Rule[] = [
  userPoolRule({
    id: "MFA-01",
    name: "mfa-without-factor",
    since: "1.0",
    severity: "error",
    title: "require a second factor where MFA is optional or required",
    why: '"Invalid MFA configuration given, can\'t disable all MFAs with a required or optional configuration." The pool exists by then and is left tainted: the next apply replaces it, users and all.',
    fix: "add softwareTokenMfa: true, emailMfa or smsConfiguration, or use mfaConfiguration: OFF",
    source: [api("SetUserPoolMfaConfig"), mfaGuide, PREFLIGHT],
    // sms_configuration that the config does not have is unknown to the plan of a new pool: no factor to count on
    claims: ({ smsConfiguration }) => [
      claim(
        any(isOff, isTrue(softwareToken), isPresent(emailMfa), ...(smsConfiguration ? [isPresent(sms)] : [])),
        ["mfaConfiguration"],
        say`MFA is ${mode}, but there is no second factor: authenticator apps, e-mail or SMS`,
        undefined,
        smsConfiguration
          ? undefined
          : planText`MFA is ${mode.over("local.user_pool")}, but there is no second factor: authenticator apps, e-mail or SMS, which counts once smsConfiguration is set before synth`,
      ),
    ],
    examples: () => ({
      bad: [
        badPool({ mfaConfiguration: "ON" }, "mfaConfiguration"),
        badPool({ mfaConfiguration: "OPTIONAL", softwareTokenMfa: false }, "mfaConfiguration"),
      ],
      good: [
        goodPool({ mfaConfiguration: "ON", softwareTokenMfa: true }),
        goodPool({ mfaConfiguration: "OPTIONAL", ...SMS }),
        goodPool({ mfaConfiguration: "OPTIONAL", emailMfa: {}, ...SES }),
        goodPool({ mfaConfiguration: "OFF" }),
        goodPool({ mfaConfiguration: { var: "mfa" } }),
      ],
    }),
  }),
  userPoolRule({
    id: "MFA-02",
    name: "factor-without-mfa",
    since: "1.0",
    severity: "error",
    title: "disallow second factors where MFA is off",
    why: '"Invalid MFA configuration given, can\'t turn off MFA and configure an MFA together."',
    fix: "use mfaConfiguration: OPTIONAL, or remove the factor; turn e-mail that was removed from the config off in AWS, since the AWS provider leaves it on",
    source: [api("SetUserPoolMfaConfig"), mfaGuide, PREFLIGHT],
    claims: [
      claim(
        implies(isOff, not(isTrue(softwareToken))),
        ["softwareTokenMfa"],
        "MFA is OFF, but authenticator apps are configured as a second factor",
      ),
      claim(
        implies(isOff, not(isPresent(emailMfa))),
        ["emailMfa"],
        "MFA is OFF, but e-mail is configured as a second factor",
      ),
    ],
    examples: () => ({
      bad: [
        badPool({ softwareTokenMfa: true }, "softwareTokenMfa"),
        badPool({ mfaConfiguration: "OFF", emailMfa: {}, ...SES }, "emailMfa"),
      ],
      good: [
        goodPool({ mfaConfiguration: "OPTIONAL", softwareTokenMfa: true }),
        goodPool({ softwareTokenMfa: false }),
        goodPool(SMS),
      ],
    }),
  }),
  userPoolRule({
    id: "MFA-04",
    name: "email-mfa-sender",
    since: "1.0",
    severity: "error",
    title: "require your own SES account where e-mail is a second factor",
    why: '"Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT."',
    fix: "use emailConfiguration with emailSendingAccount: DEVELOPER and the sourceArn of an SES identity, or remove emailMfa",
    source: [api("EmailMfaConfigType"), mfaGuide, PREFLIGHT],
    claims: [
      claim(
        implies(isPresent(emailMfa), not(equals(sendingAccount, "COGNITO_DEFAULT"))),
        ["emailMfa"],
        "e-mail is a second factor, but emailSendingAccount is COGNITO_DEFAULT",
      ),
    ],
    examples: () => ({
      bad: [badPool({ mfaConfiguration: "ON", emailMfa: {} }, "emailMfa")],
      good: [goodPool({ mfaConfiguration: "ON", emailMfa: {}, ...SES })],
    }),
  }),
  textRule(
    {
      id: "MFA-05",
      name: "email-mfa-message",
      since: "1.0",
      severity: "error",
      title: "require the code in e-mails of the second factor",
      why: "AWS refuses a message without {####}, one of another length (6 to 20000 characters, of which the AWS provider counts bytes; 1 to 140 for a subject), and control and invisible characters. The pool exists by then and is left tainted.",
      fix: "write {####} where the code belongs, in text of the allowed length",
      source: [api("EmailMfaConfigType")],
      examples: () => ({
        bad: [
          ...["Hello!", `{####}${"ö".repeat(9_998)}`].map((message) =>
            badPool({ mfaConfiguration: "ON", emailMfa: { message }, ...SES }, "emailMfa", "message"),
          ),
          badPool({ mfaConfiguration: "ON", emailMfa: { subject: "x".repeat(141) }, ...SES }, "emailMfa", "subject"),
        ],
        good: ["{####}", `{####}${"ö".repeat(9_997)}`].map((message) =>
          goodPool({ mfaConfiguration: "ON", emailMfa: { message, subject: "ö".repeat(140) }, ...SES }),
        ),
      }),
    },
    [
      messageText(
        "mfaEmail",
        ["emailMfa", "message"],
        "email_mfa_configuration[0].message",
        ({ emailMfa }) => emailMfa?.message,
        "{####}",
      ),
      messageText(
        "subject",
        ["emailMfa", "subject"],
        "email_mfa_configuration[0].subject",
        ({ emailMfa }) => emailMfa?.subject,
      ),
    ],
  ),
  ...smsRules,
  textRule(
    {
      id: "MFA-09",
      name: "relying-party",
      since: "1.0",
      severity: "error",
      title: "require a bare domain of at most 127 characters as the relying party of passkeys",
      why: "Browsers compare it with the page's host: a scheme, port or path never matches, so no passkey can be registered. Another relying party later makes every passkey useless.",
      fix: "write the domain alone: example.com",
      source: [api("WebAuthnConfigurationType"), "https://www.w3.org/TR/webauthn-2/#relying-party-identifier"],
      examples: () => ({
        bad: ["https://example.com", "example.com/login", "example.com:443", "", `${"a.".repeat(62)}test`].map(
          (relyingPartyId) => badPool({ webAuthn: { relyingPartyId } }, "webAuthn", "relyingPartyId"),
        ),
        good: ["example.com", "auth.example.co.uk", "localhost", `${"a.".repeat(62)}com`].map((relyingPartyId) =>
          goodPool({ webAuthn: { relyingPartyId } }),
        ),
      }),
    },
    [
      {
        at: ["webAuthn", "relyingPartyId"],
        argument: "web_authn_configuration[0].relying_party_id",
        value: ({ webAuthn }) => webAuthn?.relyingPartyId,
        clauses: [
          lengthClause(...USER_POOL_ARGUMENTS.webAuthn.arguments.relyingPartyId.range),
          formClause(
            "^[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?(?:\\.[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?)*$",
            "a domain alone, such as example.com",
          ),
        ],
      },
    ],
  ),
  ...recoveryRules,
  ...signInPolicyRules,
];
