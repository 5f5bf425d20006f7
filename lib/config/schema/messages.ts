import { z } from "zod";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import { EMAIL_OPTIONS, EMAIL_SENDING_ACCOUNTS } from "../../cognito/values";
import { about } from "./about";
import { choice, longText, openText } from "./common";

const { emailMfa, smsAuthenticationMessage, smsConfiguration, emailConfiguration, inviteMessage, verificationMessage } =
  USER_POOL_ARGUMENTS;

/** How a pool sends e-mails and text messages, and what they say. */
export const messageShape = {
  emailMfa: z
    .strictObject({
      message: longText.optional().describe(about("Text of the e-mail, with {####}", emailMfa.arguments.message)),
      subject: openText.optional().describe(about("Subject of the e-mail", emailMfa.arguments.subject)),
    })
    .optional()
    .describe(about("E-mail as a second factor; needs an SES account of your own", emailMfa)),
  smsAuthenticationMessage: longText
    .optional()
    .describe(
      about(
        "Text message with the code of a second factor, with {####}; default AWS's own text",
        smsAuthenticationMessage,
      ),
    ),
  smsConfiguration: z
    .strictObject({
      externalId: openText.describe("External id with which Cognito assumes the role"),
      snsCallerArn: openText.describe("ARN of the IAM role with which Cognito sends text messages"),
      snsRegion: openText
        .optional()
        .describe(about("Region of Amazon SNS; default the pool's", smsConfiguration.arguments.snsRegion)),
    })
    .optional()
    .describe(about("Sending text messages through Amazon SNS; default none", smsConfiguration)),
  emailConfiguration: z
    .strictObject({
      emailSendingAccount: choice("EmailSendingAccount", EMAIL_SENDING_ACCOUNTS)
        .optional()
        .describe(
          about(
            "COGNITO_DEFAULT: Cognito's own sender, for tests; DEVELOPER: your Amazon SES identity",
            emailConfiguration.arguments.emailSendingAccount,
          ),
        ),
      sourceArn: openText.optional().describe("ARN of the Amazon SES identity; DEVELOPER needs it; default none"),
      fromEmailAddress: openText
        .optional()
        .describe("Sender: an address of the identity, or NAME <ADDRESS>; default the identity's own address"),
      replyToEmailAddress: openText.optional().describe("Address for replies; default none"),
      configurationSet: openText
        .optional()
        .describe(about("Amazon SES configuration set; default none", emailConfiguration.arguments.configurationSet)),
    })
    .optional()
    .describe("Sending e-mails"),
  inviteMessage: z
    .strictObject({
      emailMessage: longText
        .optional()
        .describe(about("Text of the e-mail, with {username} and {####}", inviteMessage.arguments.emailMessage)),
      emailSubject: openText.optional().describe(about("Subject of the e-mail", inviteMessage.arguments.emailSubject)),
      smsMessage: longText
        .optional()
        .describe(about("Text message, with {username} and {####}", inviteMessage.arguments.smsMessage)),
    })
    .optional()
    .describe("Invitations by administrators; a text that is left out is AWS's own"),
  verificationMessage: z
    .strictObject({
      defaultEmailOption: choice("EmailOption", EMAIL_OPTIONS)
        .optional()
        .describe(
          about(
            "Whether e-mail addresses are verified with a code or with a link",
            verificationMessage.arguments.defaultEmailOption,
          ),
        ),
      emailMessage: longText
        .optional()
        .describe(about("Text of the e-mail with a code, with {####}", verificationMessage.arguments.emailMessage)),
      emailMessageByLink: longText
        .optional()
        .describe(
          about("Text of the e-mail with a link, with {##TEXT##}", verificationMessage.arguments.emailMessageByLink),
        ),
      emailSubject: openText
        .optional()
        .describe(about("Subject of the e-mail with a code", verificationMessage.arguments.emailSubject)),
      emailSubjectByLink: openText
        .optional()
        .describe(about("Subject of the e-mail with a link", verificationMessage.arguments.emailSubjectByLink)),
      smsMessage: longText
        .optional()
        .describe(about("Text message with a code, with {####}", verificationMessage.arguments.smsMessage)),
    })
    .optional()
    .describe("Verification of e-mail addresses and phone numbers; default AWS's own texts"),
};
