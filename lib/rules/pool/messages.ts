import { DEFAULT_EMAILS_PER_DAY } from "../../cognito/quotas";
import { knownItems } from "../../model/value";
import { equals, isAbsentOr, isPresent, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { quotedValue } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { all, implies, not } from "../language/statements";
import { matches } from "../language/text-statements";
import type { Rule } from "../rule";
import { badPool, goodPool, SES } from "./pool-examples";
import { userPoolRule } from "./pool-rule";
import { sesSenderRules } from "./ses-senders";

const emailGuide = guide("user-pool-email");
const sendingAccount = poolArgument("emailConfiguration.emailSendingAccount");
const identity = poolArgument("emailConfiguration.sourceArn");
const configurationSet = poolArgument("emailConfiguration.configurationSet");
const isOwnAccount = equals(sendingAccount, "DEVELOPER");
const isDefaultAccount = equals(sendingAccount, "COGNITO_DEFAULT");

const sourceArn = "arn:aws:ses:eu-west-1:123456789012:identity/example.com";

const SET_NAME = "write the name that the set has in SES, without its ARN";
const CONFIGURATION_SET = matches("^[0-9A-Za-z_-]{1,64}$");

/** E-mail that a pool sends. */
export const messageRules: readonly Rule[] = [
  userPoolRule({
    id: "EML-01",
    name: "ses-identity",
    since: "1.0",
    severity: "error",
    title: "require an SES identity where e-mail comes from your own SES account",
    why: '"Source ARN is required to use DEVELOPER email sending owner"',
    fix: "add emailConfiguration.sourceArn: the ARN of a verified SES identity",
    source: [api("EmailConfigurationType"), emailGuide, PREFLIGHT],
    claims: [
      claim(
        implies(isOwnAccount, isPresent(identity)),
        ["emailConfiguration", "emailSendingAccount"],
        say`emailSendingAccount is ${sendingAccount}, but there is no sourceArn`,
      ),
    ],
    examples: () => ({
      bad: [{}, { sourceArn: "" }].map((identity) =>
        badPool(
          { emailConfiguration: { emailSendingAccount: "DEVELOPER", ...identity } },
          "emailConfiguration",
          "emailSendingAccount",
        ),
      ),
      good: [goodPool(SES), goodPool({ emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT" } })],
    }),
  }),
  userPoolRule({
    id: "EML-02",
    name: "unused-ses-identity",
    since: "1.0",
    severity: "warning",
    title: "disallow an SES identity where e-mail comes from Cognito's own account",
    why: `"Cognito is not allowed to use your email identity", unless the identity's policy lets it; and the quota stays Cognito's ${DEFAULT_EMAILS_PER_DAY} e-mails a day.`,
    fix: "use emailSendingAccount: DEVELOPER, or remove sourceArn",
    source: [api("EmailConfigurationType"), emailGuide, PREFLIGHT],
    check: ({ emailConfiguration }) =>
      emailConfiguration.emailSendingAccount === "COGNITO_DEFAULT" && emailConfiguration.sourceArn !== undefined
        ? [
            {
              at: ["emailConfiguration", "sourceArn"],
              message: "sourceArn is given, but emailSendingAccount is COGNITO_DEFAULT",
            },
          ]
        : [],
    examples: () => ({
      bad: [badPool({ emailConfiguration: { sourceArn } }, "emailConfiguration", "sourceArn")],
      good: [goodPool(SES)],
    }),
  }),
  ...sesSenderRules,
  userPoolRule({
    id: "EML-05",
    name: "ses-configuration-set",
    since: "1.0",
    severity: "error",
    title: "require a configuration set of your own SES account, named in SES's form",
    why: "AWS refuses the pool at apply: a name has 1 to 64 letters, digits, _ and -, and Cognito's own account has no configuration sets of yours.",
    fix: "use emailSendingAccount: DEVELOPER with the configuration set's name, or remove it",
    source: [api("EmailConfigurationType")],
    claims: [
      claim(
        isAbsentOr(configurationSet, CONFIGURATION_SET),
        ["emailConfiguration", "configurationSet"],
        say`configurationSet ${quotedValue(configurationSet)} is not 1 to 64 letters, digits, _ or -`,
        SET_NAME,
      ),
      claim(
        not(all(isPresent(configurationSet), isDefaultAccount)),
        ["emailConfiguration", "configurationSet"],
        say`configurationSet is given, but emailSendingAccount is ${sendingAccount}`,
      ),
    ],
    // after an apply the provider holds an empty text where there is none, so that no plan shows an empty one
    check: ({ emailConfiguration }) =>
      emailConfiguration.configurationSet === ""
        ? [
            {
              at: ["emailConfiguration", "configurationSet"],
              message: 'configurationSet "" is not 1 to 64 letters, digits, _ or -',
              fix: SET_NAME,
              unplanned: true,
            },
          ]
        : [],
    examples: () => ({
      bad: [
        badPool({ emailConfiguration: { configurationSet: "set" } }, "emailConfiguration", "configurationSet"),
        badPool(withSet("x".repeat(65)), "emailConfiguration", "configurationSet"),
        badPool(withSet("my set"), "emailConfiguration", "configurationSet"),
      ],
      good: [goodPool(withSet("x".repeat(64))), goodPool(withSet("users_prod-1"))],
    }),
  }),
  userPoolRule({
    id: "EML-06",
    name: "email-quota",
    since: "1.0",
    severity: "warning",
    title: "require your own SES account where users sign in by e-mail codes",
    why: `Cognito's own account sends ${DEFAULT_EMAILS_PER_DAY} e-mails a day for all pools of the AWS account together, which cannot be raised: with EMAIL_OTP every sign-in takes one.`,
    fix: "use emailConfiguration with emailSendingAccount: DEVELOPER and the sourceArn of an SES identity",
    source: [guide("quotas"), emailGuide],
    check: ({ allowedFirstAuthFactors, emailConfiguration, lambdaConfig }) =>
      knownItems(allowedFirstAuthFactors).includes("EMAIL_OTP") &&
      emailConfiguration.emailSendingAccount === "COGNITO_DEFAULT" &&
      lambdaConfig?.customEmailSender === undefined
        ? [
            {
              at: ["signInPolicy", "allowedFirstAuthFactors", knownItems(allowedFirstAuthFactors).indexOf("EMAIL_OTP")],
              message: `each sign-in by EMAIL_OTP takes one of the ${DEFAULT_EMAILS_PER_DAY} e-mails a day that COGNITO_DEFAULT sends`,
            },
          ]
        : [],
    examples: () => ({
      bad: [
        badPool(
          { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
          "signInPolicy",
          "allowedFirstAuthFactors",
          1,
        ),
      ],
      good: [
        goodPool({ signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] }, ...SES }),
        goodPool({ usernameAttributes: ["email"] }),
      ],
    }),
  }),
];

function withSet(configurationSet: string) {
  return { emailConfiguration: { ...SES.emailConfiguration, configurationSet } };
}
