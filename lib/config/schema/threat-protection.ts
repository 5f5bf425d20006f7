import { z } from "zod";
import { THREAT_PROTECTION_ARGUMENTS } from "../../cognito/threat-protection";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import {
  ACCOUNT_TAKEOVER_ACTIONS,
  COMPROMISED_CREDENTIALS_ACTIONS,
  COMPROMISED_CREDENTIALS_EVENTS,
  CUSTOM_AUTH_MODES,
} from "../../cognito/values";
import { about } from "./about";
import { isNew } from "./adopted";
import { choice, choices, longText, openText, openTexts } from "./common";

const { compromisedCredentials, accountTakeover } = THREAT_PROTECTION_ARGUMENTS;
const { low, notify } = accountTakeover.arguments;
const { blockEmail } = notify.arguments;

const response = z
  .strictObject({
    action: choice("AccountTakeoverAction", ACCOUNT_TAKEOVER_ACTIONS).describe(
      "NO_ACTION, MFA_IF_CONFIGURED (MFA of users who have it), MFA_REQUIRED (others cannot sign in) or BLOCK",
    ),
    notify: z.boolean().optional().describe(about("Whether the user gets an e-mail about it", low.arguments.notify)),
  })
  .meta({ id: "RiskResponse" });

const mail = z
  .strictObject({
    subject: openText.describe(about("Subject of the e-mail", blockEmail.arguments.subject)),
    htmlBody: longText.describe(about("The e-mail as HTML", blockEmail.arguments.htmlBody)),
    textBody: longText.describe(about("The e-mail as plain text", blockEmail.arguments.textBody)),
  })
  .meta({ id: "RiskMail" });

const shape = {
  new: isNew,
  compromisedCredentials: z
    .strictObject({
      action: choice("CompromisedCredentialsAction", COMPROMISED_CREDENTIALS_ACTIONS).describe("BLOCK or NO_ACTION"),
      events: choices("CompromisedCredentialsEvents", COMPROMISED_CREDENTIALS_EVENTS)
        .optional()
        .describe(about("Where passwords are compared", compromisedCredentials.arguments.events)),
    })
    .meta({ id: "CompromisedCredentials" })
    .optional()
    .describe("What happens with passwords that are known from leaks; default AWS's own response, none"),
  accountTakeover: z
    .strictObject({
      low: response.optional().describe("Response to a low risk; default none"),
      medium: response.optional().describe("Response to a medium risk; default none"),
      high: response.optional().describe("Response to a high risk; default none"),
      notify: z
        .strictObject({
          sourceArn: openText.describe("ARN of the Amazon SES identity that sends the e-mails"),
          from: openText
            .optional()
            .describe("Sender: an address of the identity, or NAME <ADDRESS>; default the identity's own address"),
          replyTo: openText.optional().describe("Address for replies; default none"),
          blockEmail: mail.optional().describe("E-mail about a sign-in that was blocked; needed where one is notified"),
          mfaEmail: mail.optional().describe("E-mail about a sign-in that needed MFA; needed where one is notified"),
          noActionEmail: mail
            .optional()
            .describe("E-mail about a sign-in that was let through; needed where one is notified"),
        })
        .meta({ id: "RiskNotification" })
        .optional()
        .describe("The e-mails about risky sign-ins; the AWS provider needs the sender, even if nobody is notified"),
    })
    .meta({ id: "AccountTakeover" })
    .optional()
    .describe("Responses to sign-ins that look like an account takeover (adaptive authentication); default none"),
  exceptions: z
    .strictObject({
      blocked: openTexts
        .optional()
        .describe("IP address ranges (CIDR) whose sign-ins are always blocked; at most 200; default none"),
      skipped: openTexts
        .optional()
        .describe("IP address ranges (CIDR) whose sign-ins are never judged; at most 200; default none"),
    })
    .meta({ id: "RiskExceptions" })
    .optional()
    .describe("IP addresses that are judged otherwise; default none"),
};

/** How threat protection responds in a pool. */
export const threatProtection = z
  .strictObject({
    customAuth: choice("CustomAuthMode", CUSTOM_AUTH_MODES)
      .optional()
      .describe(
        about(
          "Threat protection of custom authentication: AUDIT or ENFORCED; default none",
          USER_POOL_ARGUMENTS.customAuth,
        ),
      ),
    ...shape,
  })
  .meta({ id: "ThreatProtection" });

/** How it responds in one client. */
export const clientThreatProtection = z.strictObject(shape).meta({ id: "ClientThreatProtection" });
