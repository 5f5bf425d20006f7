import { isClosed, isOpen, known, type Text } from "../../model/value";
import { CHALLENGES, CUSTOM } from "../client/auth-flows";
import { includes, isPresent, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { api, guide } from "../language/sources";
import { any, implies } from "../language/statements";
import type { Rule } from "../rule";
import { badPool, goodPool, SES, SMS } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

const kmsKeyId = "arn:aws:kms:eu-west-1:123456789012:key/1a2b3c4d-0000-4000-8000-000000000000";
const sender = { lambdaArn: "arn:aws:lambda:eu-west-1:123456789012:function:send", lambdaVersion: "V1_0" } as const;
const NO_PASSKEYS = "webAuthn is never used: WEB_AUTHN is none of the first factors";
const LINK_TEXTS = ["emailMessageByLink", "emailSubjectByLink"] as const;
const byLink = { emailMessageByLink: "{##Confirm##}", emailSubjectByLink: "Confirm" };

const CHALLENGE = Object.fromEntries(CHALLENGES.map((name) => [name, sender.lambdaArn]));

/** Settings that AWS takes, and that do nothing as the rest of the pool is. */
export const unusedSettingRules: readonly Rule[] = [
  userPoolRule({
    id: "LAM-08",
    name: "unused-sender-key",
    since: "2.3",
    severity: "warning",
    title: "disallow a KMS key of custom senders without a custom sender",
    why: "Cognito encrypts codes and temporary passwords with the key for customEmailSender and customSmsSender, and nothing else.",
    fix: "add the custom sender, or remove kmsKeyId",
    source: [api("LambdaConfigType"), guide("user-pool-lambda-custom-sender-triggers")],
    claims: [
      claim(
        implies(
          isPresent(poolArgument("lambdaConfig.kmsKeyId")),
          any(
            isPresent(poolArgument("lambdaConfig.customEmailSender")),
            isPresent(poolArgument("lambdaConfig.customSmsSender")),
          ),
        ),
        ["lambdaConfig", "kmsKeyId"],
        "kmsKeyId encrypts nothing: there is no custom sender",
      ),
    ],
    examples: () => ({
      bad: [badPool({ lambdaConfig: { kmsKeyId } }, "lambdaConfig", "kmsKeyId")],
      good: [
        goodPool({ lambdaConfig: { kmsKeyId, customEmailSender: sender } }),
        goodPool({ lambdaConfig: { kmsKeyId, customSmsSender: sender } }),
        goodPool({ lambdaConfig: { preSignUp: sender.lambdaArn } }),
      ],
    }),
  }),
  userPoolRule({
    id: "LAM-09",
    name: "unused-challenge-triggers",
    since: "2.4",
    severity: "warning",
    title: "require a client with custom authentication for the triggers of its challenges",
    why: "Cognito calls the triggers that define, create and verify a challenge in a sign-in with custom authentication, which a client allows with ALLOW_CUSTOM_AUTH, and in no other; managed login has none.",
    fix: "add ALLOW_CUSTOM_AUTH to explicitAuthFlows of a client, or remove the triggers",
    source: [guide("user-pool-lambda-challenge"), api("LambdaConfigType")],
    check: ({ lambdaConfig = {} }, { clients }) => {
      const given = CHALLENGES.filter((name) => isWritten(lambdaConfig[name]));
      const [first] = given;
      const allows = clients.some(
        ({ explicitAuthFlows: flows }) =>
          !isClosed(flows) || flows.some((flow) => CUSTOM.some((each) => each === flow)),
      );
      return first === undefined || clients.length === 0 || allows
        ? []
        : [
            {
              at: ["lambdaConfig", first],
              message: `no client allows custom authentication, which calls ${given.join(", ")}`,
            },
          ];
    },
    examples: () => ({
      bad: [
        badPool({ lambdaConfig: CHALLENGE }, "lambdaConfig", "defineAuthChallenge"),
        badPool({ lambdaConfig: { createAuthChallenge: sender.lambdaArn } }, "lambdaConfig", "createAuthChallenge"),
      ],
      good: [
        {
          ...goodPool({ lambdaConfig: CHALLENGE }),
          client: { platform: "ios", explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
          ...goodPool({ lambdaConfig: CHALLENGE }),
          client: { platform: "ios", explicitAuthFlows: { var: "flows" } },
        },
        goodPool({ lambdaConfig: { defineAuthChallenge: "" } }),
      ],
    }),
  }),
  userPoolRule({
    id: "SIG-04",
    name: "unused-passkeys",
    since: "2.4",
    severity: "warning",
    title: "disallow settings of passkeys where no sign-in begins with one",
    why: "Users can add a passkey and sign in with it where WEB_AUTHN is one of allowedFirstAuthFactors; without it webAuthn has no effect. A passkey as a second factor (FactorConfiguration) is in no version of the AWS provider.",
    fix: "add WEB_AUTHN to signInPolicy.allowedFirstAuthFactors, or remove webAuthn",
    source: [
      api("WebAuthnConfigurationType"),
      api("StartWebAuthnRegistration"),
      guide("amazon-cognito-user-pools-authentication-flow-methods"),
    ],
    // AWS retains the settings of an adopted pool; of factors that the config does not choose a plan knows none
    claims: ({ allowedFirstAuthFactors }, { adopted }) =>
      adopted !== undefined || allowedFirstAuthFactors === undefined
        ? []
        : [
            claim(
              implies(
                isPresent(poolArgument("webAuthn")),
                includes(poolArgument("allowedFirstAuthFactors"), "WEB_AUTHN"),
              ),
              ["webAuthn"],
              NO_PASSKEYS,
            ),
          ],
    check: ({ webAuthn, allowedFirstAuthFactors }, { adopted }) =>
      webAuthn !== undefined && allowedFirstAuthFactors === undefined && adopted === undefined
        ? [{ at: ["webAuthn"], message: NO_PASSKEYS, unplanned: true }]
        : [],
    examples: () => ({
      bad: [
        badPool({ webAuthn: { relyingPartyId: "example.com" } }, "webAuthn"),
        badPool(
          {
            webAuthn: { userVerification: "required" },
            signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] },
          },
          "webAuthn",
        ),
      ],
      good: [
        goodPool({
          webAuthn: { relyingPartyId: "example.com" },
          signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] },
        }),
        goodPool({
          webAuthn: { relyingPartyId: "example.com" },
          signInPolicy: { allowedFirstAuthFactors: { var: "factors" } },
        }),
        goodPool({ signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] } }),
      ],
    }),
  }),
  userPoolRule({
    id: "MFA-13",
    name: "unused-sign-in-message",
    since: "2.3",
    severity: "warning",
    title: "disallow the text message of a sign-in where none is sent",
    why: "A pool without smsConfiguration sends no text message. smsAuthenticationMessage is the text of a sign-in: of SMS as a second factor, where MFA is not OFF, or of SMS_OTP as a first one.",
    fix: "add smsConfiguration and the factor, or remove the text",
    source: [api("SmsConfigurationType"), api("SetUserPoolMfaConfig"), guide("user-pool-sms-settings")],
    // Not of verificationMessage.smsMessage, which AWS's own tools write for every pool.
    check: ({ smsConfiguration, smsAuthenticationMessage, ...users }, { adopted }) => {
      // AWS answers a text of every pool, and an adopted one retains it.
      if (adopted !== undefined || !isWritten(smsAuthenticationMessage)) return [];
      const at = ["smsAuthenticationMessage"];
      if (smsConfiguration === undefined)
        return [{ at, message: "smsAuthenticationMessage is never sent: there is no smsConfiguration to send it" }];
      const first = users.allowedFirstAuthFactors ?? [];
      const isFactor = known(users.mfaConfiguration) !== "OFF" || !isClosed(first) || first.includes("SMS_OTP");
      return isFactor
        ? []
        : [{ at, message: "smsAuthenticationMessage is never sent: text messages are no factor of a sign-in" }];
    },
    examples: () => ({
      bad: [
        badPool({ smsAuthenticationMessage: "{####}" }, "smsAuthenticationMessage"),
        badPool({ smsAuthenticationMessage: "{####}", ...SMS }, "smsAuthenticationMessage"),
      ],
      good: [
        goodPool({ smsAuthenticationMessage: "{####}", mfaConfiguration: "OPTIONAL", ...SMS }),
        goodPool({ smsAuthenticationMessage: "{####}", mfaConfiguration: { var: "mfa" }, ...SMS }),
        goodPool({
          smsAuthenticationMessage: "{####}",
          signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "SMS_OTP"] },
          ...SMS,
        }),
        goodPool({ verificationMessage: { smsMessage: "{####}" } }),
      ],
    }),
  }),
  userPoolRule({
    id: "POOL-19",
    name: "unused-link-text",
    since: "2.3",
    severity: "warning",
    title: "disallow texts of e-mails with a link where e-mails have a code",
    why: "Cognito sends emailMessageByLink and emailSubjectByLink where defaultEmailOption is CONFIRM_WITH_LINK; its default is CONFIRM_WITH_CODE.",
    fix: "set defaultEmailOption to CONFIRM_WITH_LINK, or use emailMessage and emailSubject",
    source: [api("VerificationMessageTemplateType"), guide("cognito-user-pool-settings-message-customizations")],
    check: ({ verificationMessage }, { adopted }) => {
      const option = verificationMessage.defaultEmailOption ?? "CONFIRM_WITH_CODE";
      if (adopted !== undefined || known(option) !== "CONFIRM_WITH_CODE") return [];
      return LINK_TEXTS.filter((name) => isWritten(verificationMessage[name])).map((name) => ({
        at: ["verificationMessage", name],
        message: `${name} is never sent: e-mails have a code`,
      }));
    },
    examples: () => ({
      bad: [
        badPool(
          { verificationMessage: { emailMessageByLink: byLink.emailMessageByLink }, ...SES },
          "verificationMessage",
          "emailMessageByLink",
        ),
        badPool(
          { verificationMessage: { emailSubjectByLink: "Confirm" } },
          "verificationMessage",
          "emailSubjectByLink",
        ),
      ],
      good: [
        goodPool({ verificationMessage: { ...byLink, defaultEmailOption: "CONFIRM_WITH_LINK" }, ...SES }),
        goodPool({ verificationMessage: { ...byLink, defaultEmailOption: { var: "option" } }, ...SES }),
        goodPool({ verificationMessage: { emailMessage: "{####}" } }),
      ],
    }),
  }),
];

/** Whether there surely is a text: a variable, or what an apply decides, may hold none. */
function isWritten(text: Text | undefined): boolean {
  return text !== undefined && text !== "" && !isOpen(text);
}
