import { api, guide } from "../language/sources";
import type { Rule } from "../rule";
import { messageText } from "./message-texts";
import { badPool, goodPool } from "./pool-examples";
import { textRule } from "./text-arguments";

const customize = guide("cognito-user-pool-settings-message-customizations");
const invitation = (argument: string) => `admin_create_user_config[0].invite_message_template[0].${argument}`;
const verification = (argument: string) => `verification_message_template[0].${argument}`;

/** Messages by which a pool invites users, verifies their addresses and sends codes by SMS. */
export const userPoolMessageRules: readonly Rule[] = [
  textRule(
    {
      id: "POOL-07",
      name: "invitation-message",
      since: "1.0",
      severity: "error",
      title: "require the username and the temporary password in invitations",
      why: "Without {####} nobody learns the temporary password. {username} is what the AWS provider demands: AWS itself takes a message without it. AWS refuses other lengths (6 to 140 characters by SMS, 6 to 20000 by e-mail, 1 to 140 for a subject), and control and invisible characters in e-mails.",
      fix: "write {username} and {####} where the values belong, in text of the allowed length",
      source: [api("MessageTemplateType"), customize],
      examples: () => ({
        bad: [
          badPool({ inviteMessage: { emailMessage: "Your password is {####}" } }, "inviteMessage", "emailMessage"),
          badPool({ inviteMessage: { smsMessage: "{username}, come in" } }, "inviteMessage", "smsMessage"),
          badPool(
            { inviteMessage: { smsMessage: `{username} {####}${"x".repeat(124)}` } },
            "inviteMessage",
            "smsMessage",
          ),
          badPool({ inviteMessage: { emailSubject: "x".repeat(141) } }, "inviteMessage", "emailSubject"),
          badPool({ inviteMessage: { emailSubject: "" } }, "inviteMessage", "emailSubject"),
          badPool({ inviteMessage: { emailSubject: "Wel\u{ad}come" } }, "inviteMessage", "emailSubject"),
          badPool({ inviteMessage: { emailMessage: "{username}\u{200d} {####}" } }, "inviteMessage", "emailMessage"),
        ],
        good: [
          goodPool({
            inviteMessage: {
              emailMessage: `{username} {####}${"x".repeat(19_983)}`,
              emailSubject: "x".repeat(140),
              smsMessage: `{username} {####}${"x".repeat(123)}`,
            },
          }),
          goodPool({
            inviteMessage: { emailMessage: "<p>Grüße, {username}!</p>\r\n\t{####} 🎉", emailSubject: "¡Hola!\n" },
          }),
          goodPool({ inviteMessage: { smsMessage: "{username}\n{####}\u{a0}" } }),
        ],
      }),
    },
    [
      messageText(
        "email",
        ["inviteMessage", "emailMessage"],
        invitation("email_message"),
        ({ inviteMessage }) => inviteMessage?.emailMessage,
        "{username}",
        "{####}",
      ),
      messageText(
        "subject",
        ["inviteMessage", "emailSubject"],
        invitation("email_subject"),
        ({ inviteMessage }) => inviteMessage?.emailSubject,
      ),
      messageText(
        "sms",
        ["inviteMessage", "smsMessage"],
        invitation("sms_message"),
        ({ inviteMessage }) => inviteMessage?.smsMessage,
        "{username}",
        "{####}",
      ),
    ],
  ),
  textRule(
    {
      id: "POOL-08",
      name: "verification-email",
      since: "1.0",
      severity: "error",
      title: "require the code or the link in e-mails that verify an address",
      why: "AWS refuses a message without {####}, one by link without {##text##}, one of another length (6 to 20000 characters, 1 to 140 for a subject), and control and invisible characters such as the no-break spaces of copied HTML.",
      fix: "write {####} for the code, {##Verify##} for the link, in text of the allowed length",
      source: [api("VerificationMessageTemplateType"), customize],
      examples: () => ({
        bad: [
          badPool({ verificationMessage: { emailMessage: "Welcome!" } }, "verificationMessage", "emailMessage"),
          ...["Click {#here#}", "Click {####}"].map((emailMessageByLink) =>
            badPool({ verificationMessage: { emailMessageByLink } }, "verificationMessage", "emailMessageByLink"),
          ),
          badPool(
            { verificationMessage: { emailSubjectByLink: "x".repeat(141) } },
            "verificationMessage",
            "emailSubjectByLink",
          ),
          ...["Your\u{a0}code is {####}", "\u{feff}{####}", "{####}\u{2028}", "{####}\u{e000}"].map((emailMessage) =>
            badPool({ verificationMessage: { emailMessage } }, "verificationMessage", "emailMessage"),
          ),
          ...["Code\u{7}", "Code\u{200b}"].map((emailSubject) =>
            badPool({ verificationMessage: { emailSubject } }, "verificationMessage", "emailSubject"),
          ),
        ],
        good: [
          goodPool({
            verificationMessage: {
              emailMessage: "{####}",
              emailMessageByLink: "Click {##here##}",
              emailSubject: "x",
              emailSubjectByLink: "x".repeat(140),
            },
          }),
        ],
      }),
    },
    [
      messageText(
        "email",
        ["verificationMessage", "emailMessage"],
        verification("email_message"),
        ({ verificationMessage }) => verificationMessage.emailMessage,
        "{####}",
      ),
      messageText(
        "email",
        ["verificationMessage", "emailMessageByLink"],
        verification("email_message_by_link"),
        ({ verificationMessage }) => verificationMessage.emailMessageByLink,
        "{##...##}",
      ),
      messageText(
        "subject",
        ["verificationMessage", "emailSubject"],
        verification("email_subject"),
        ({ verificationMessage }) => verificationMessage.emailSubject,
      ),
      messageText(
        "subject",
        ["verificationMessage", "emailSubjectByLink"],
        verification("email_subject_by_link"),
        ({ verificationMessage }) => verificationMessage.emailSubjectByLink,
      ),
    ],
  ),
  textRule(
    {
      id: "POOL-09",
      name: "verification-sms",
      since: "1.0",
      severity: "error",
      title: "require the code in text messages that verify a phone number or sign users in",
      why: "AWS refuses a message without {####}, or one that is not 6 to 140 characters long.",
      fix: "write {####} where the code belongs, in 6 to 140 characters",
      source: [api("VerificationMessageTemplateType"), customize],
      examples: () => ({
        bad: [
          ...["", "Welcome!", "{###}", `{####}${"x".repeat(135)}`].map((smsAuthenticationMessage) =>
            badPool({ smsAuthenticationMessage }, "smsAuthenticationMessage"),
          ),
          badPool({ verificationMessage: { smsMessage: "Welcome!" } }, "verificationMessage", "smsMessage"),
          badPool(
            { verificationMessage: { smsMessage: `{####}${"x".repeat(135)}` } },
            "verificationMessage",
            "smsMessage",
          ),
        ],
        good: [
          goodPool({ smsAuthenticationMessage: "Acme\n{####}" }),
          goodPool({ verificationMessage: { smsMessage: "{####}" } }),
          goodPool({ verificationMessage: { smsMessage: `{####}${"x".repeat(134)}` } }),
        ],
      }),
    },
    [
      messageText(
        "sms",
        ["verificationMessage", "smsMessage"],
        verification("sms_message"),
        ({ verificationMessage }) => verificationMessage.smsMessage,
        "{####}",
      ),
      messageText(
        "sms",
        ["smsAuthenticationMessage"],
        "sms_authentication_message",
        ({ smsAuthenticationMessage }) => smsAuthenticationMessage,
        "{####}",
      ),
    ],
  ),
];
