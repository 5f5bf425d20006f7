import { sesRegionsOf } from "../../cognito/regions";
import { RISK_LEVELS } from "../../cognito/values";
import { isPresent, isTrue } from "../language/arguments";
import { arnClauses } from "../language/arns";
import { visibleText } from "../language/characters";
import { claim } from "../language/claims";
import { api, guide } from "../language/sources";
import { all, any, implies } from "../language/statements";
import { claimText } from "../language/text-claims";
import { lengthClause } from "../language/text-clauses";
import type { Rule } from "../rule";
import { REPLY_TO, SENDER } from "./addresses";
import {
  BLOCK_LEAKED,
  badSettings,
  goodSettings,
  mail,
  notify,
  notifying,
  takeover,
  withMfa,
} from "./threat-protection-examples";
import {
  MAILS,
  type Mail,
  mailOf,
  notification,
  notificationText,
  notifyAt,
  type Placed,
  responds,
  threatProtectionRule,
} from "./threat-protection-rule";

const adaptiveGuide = guide("cognito-user-pool-settings-adaptive-authentication");

/** The e-mail of each response. */
const MAIL_OF = {
  BLOCK: "blockEmail",
  MFA_IF_CONFIGURED: "mfaEmail",
  MFA_REQUIRED: "mfaEmail",
  NO_ACTION: "noActionEmail",
} as const satisfies Readonly<Record<string, Mail>>;

const PARTS = { subject: "subject", htmlBody: "html_body", textBody: "text_body" } as const;

/** The e-mails about risky sign-ins. */
export const riskNotificationRules: readonly Rule[] = [
  threatProtectionRule({
    id: "RISK-04",
    name: "risk-notification",
    since: "2.0",
    severity: "error",
    title: "require an e-mail, as HTML and as text, for each response of which users are notified",
    why: "Without it there is nothing to send: Cognito notifies users of a blocked sign-in with blockEmail, of one that needed MFA with mfaEmail, and of one that was let through with noActionEmail.",
    fix: "add the e-mail to notify of accountTakeover, or remove notify: true",
    source: [api("NotifyConfigurationType"), api("NotifyEmailType"), adaptiveGuide],
    claims: RISK_LEVELS.flatMap((level) =>
      Object.entries(MAIL_OF).map(([action, each]) =>
        claim<Placed>(
          implies(all(isTrue(notifyAt(level)), responds(level, action)), isPresent(mailOf(each))),
          ["accountTakeover", level, "notify"],
          `users are notified of a ${level} risk with response ${action}, but there is no ${each}`,
          `add ${each} with subject, htmlBody and textBody to notify, or remove notify: true`,
        ),
      ),
    ),
    examples: () => ({
      bad: [
        badSettings(
          { accountTakeover: { low: { action: "NO_ACTION", notify: true } } },
          "accountTakeover",
          "low",
          "notify",
        ),
        badSettings(
          takeover({ high: { action: "BLOCK", notify: true }, notify: { ...notify, mfaEmail: mail } }),
          "accountTakeover",
          "high",
          "notify",
        ),
        ...(["MFA_IF_CONFIGURED", "MFA_REQUIRED"] as const).map((action) => ({
          ...withMfa("OPTIONAL", { medium: { action, notify: true }, notify: { ...notify, blockEmail: mail } }),
          at: "pools.users.threatProtection.accountTakeover.medium.notify",
        })),
      ],
      good: [
        goodSettings(
          takeover({
            low: { action: "NO_ACTION", notify: true },
            high: { action: "BLOCK", notify: true },
            notify: { ...notify, blockEmail: mail, noActionEmail: mail },
          }),
        ),
        goodSettings(takeover({ high: { action: "BLOCK", notify: false } })),
        goodSettings(BLOCK_LEAKED),
      ],
    }),
  }),
  threatProtectionRule({
    id: "RISK-09",
    name: "unused-risk-notification",
    since: "2.4",
    severity: "warning",
    title: "disallow e-mails about risky sign-ins that no response sends",
    why: "Cognito sends blockEmail, mfaEmail or noActionEmail where the response to a level of risk is of its kind and has notify: true, and nowhere else.",
    fix: "add notify: true to the response, or remove the e-mail",
    source: [api("AccountTakeoverActionType"), api("NotifyConfigurationType"), adaptiveGuide],
    // AWS answers e-mails of a pool that never sent any, and an adopted one retains them
    claims: ({ adopted }) =>
      adopted !== undefined
        ? []
        : (Object.keys(MAILS) as Mail[]).map((each) => {
            const actions = Object.entries(MAIL_OF).flatMap(([action, mail]) => (mail === each ? [action] : []));
            const sent = RISK_LEVELS.map((level) => all(isTrue(notifyAt(level)), responds(level, ...actions)));
            return claim<Placed>(
              implies(isPresent(mailOf(each)), any(...sent)),
              ["accountTakeover", "notify", each],
              `${each} is never sent: no level of risk has response ${actions.join(" or ")} with notify: true`,
              `add notify: true to a level with response ${actions.join(" or ")}, or remove ${each}`,
            );
          }),
    examples: () => ({
      bad: [
        badSettings(notifying({ blockEmail: mail }), "accountTakeover", "notify", "blockEmail"),
        badSettings(
          takeover({
            low: { action: "BLOCK", notify: true },
            high: { action: "NO_ACTION" },
            notify: { ...notify, blockEmail: mail, noActionEmail: mail },
          }),
          "accountTakeover",
          "notify",
          "noActionEmail",
        ),
        {
          ...withMfa("OPTIONAL", { medium: { action: "MFA_REQUIRED" }, notify: { ...notify, mfaEmail: mail } }),
          at: "pools.users.threatProtection.accountTakeover.notify.mfaEmail",
        },
      ],
      good: [
        goodSettings(
          takeover({
            low: { action: "NO_ACTION", notify: true },
            high: { action: "BLOCK", notify: true },
            notify: { ...notify, blockEmail: mail, noActionEmail: mail },
          }),
        ),
        withMfa("OPTIONAL", {
          medium: { action: "MFA_IF_CONFIGURED", notify: true },
          notify: { ...notify, mfaEmail: mail },
        }),
        goodSettings(
          takeover({ high: { action: { var: "response" }, notify: true }, notify: { ...notify, blockEmail: mail } }),
        ),
        goodSettings(notifying({})),
      ],
    }),
  }),
  threatProtectionRule({
    id: "RISK-06",
    name: "risk-notification-texts",
    since: "2.0",
    severity: "error",
    title:
      "limit e-mails about risky sign-ins to a subject of 1 to 140 and bodies of 6 to 20000 characters that AWS allows",
    why: "AWS refuses the risk configuration at apply; the AWS provider checks the lengths alone.",
    fix: "shorten the text, and use visible characters, spaces and line breaks",
    source: [api("NotifyEmailType")],
    claims: (Object.keys(MAILS) as Mail[]).flatMap((each) =>
      (["subject", "htmlBody", "textBody"] as const).map((part) =>
        claimText<Placed>(
          `${each}.${part}`,
          notificationText(`${each}.${part}`, `${MAILS[each]}[0].${PARTS[part]}`),
          [part === "subject" ? lengthClause(1, 140) : lengthClause(6, 20_000), visibleText],
          ["accountTakeover", "notify", each, part],
          { when: isPresent(mailOf(each)) },
        ),
      ),
    ),
    examples: () => ({
      bad: (
        [
          ["subject", ""],
          ["subject", "x".repeat(141)],
          ["subject", "Sign\u{200b}in"],
          ["htmlBody", "short"],
          ["textBody", "x".repeat(20_001)],
          ["textBody", "Was it\u{a0}you?"],
        ] as const
      ).map(([part, text]) =>
        badSettings(
          notifying({ blockEmail: { ...mail, [part]: text } }),
          "accountTakeover",
          "notify",
          "blockEmail",
          part,
        ),
      ),
      good: [
        goodSettings(
          notifying({
            blockEmail: { subject: "x".repeat(140), htmlBody: "x".repeat(20_000), textBody: "sixsix" },
            mfaEmail: { subject: "!", htmlBody: "<p>\n</p>", textBody: { var: "mfa_text" } },
          }),
        ),
        goodSettings(BLOCK_LEAKED),
      ],
    }),
  }),
  threatProtectionRule({
    id: "RISK-07",
    name: "risk-notification-sender",
    since: "2.0",
    severity: "error",
    title:
      "require e-mails about risky sign-ins to come from an SES identity of the pool's account that the pool can use",
    why: "AWS refuses any other identity at apply, and a sender or reply-to that is not an address. Which Regions a pool can use depends on its own.",
    fix: "verify the identity in a Region that the pool can send from",
    source: [api("NotifyConfigurationType"), `${guide("user-pool-email")}#user-pool-email-developer-region-mapping`],
    claims: ({ environment }) => [
      claimText<Placed>(
        "sourceArn",
        notificationText("sourceArn", "source_arn"),
        arnClauses({ kind: "identity", regions: sesRegionsOf, ownAccount: true }, environment),
        ["accountTakeover", "notify", "sourceArn"],
        { when: isPresent(notification) },
      ),
      claimText<Placed>("from", notificationText("from", "from"), SENDER, ["accountTakeover", "notify", "from"], {
        optional: true,
      }),
      claimText<Placed>(
        "replyTo",
        notificationText("replyTo", "reply_to"),
        REPLY_TO,
        ["accountTakeover", "notify", "replyTo"],
        { optional: true },
      ),
    ],
    examples: () => ({
      bad: [
        ...["arn:aws:ses:eu-west-9:123456789012:identity/example.com", "arn:aws:sns:eu-west-1:123456789012:users"].map(
          (arn) => badSettings(notifying({ sourceArn: arn }), "accountTakeover", "notify", "sourceArn"),
        ),
        {
          ...badSettings(notifying({}), "accountTakeover", "notify", "sourceArn"),
          environment: { accountId: "111122223333" },
        },
        badSettings(notifying({ from: "example.com" }), "accountTakeover", "notify", "from"),
        badSettings(notifying({ replyTo: "Help <help@example.com>" }), "accountTakeover", "notify", "replyTo"),
      ],
      good: [
        goodSettings(notifying({ from: "Example <no-reply@example.com>", replyTo: "help@example.com" })),
        goodSettings(BLOCK_LEAKED),
        goodSettings(notifying({ sourceArn: { var: "identity" } })),
      ],
    }),
  }),
];
