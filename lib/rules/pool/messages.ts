import type { EnvironmentModel } from "../../model/model";
import { known } from "../../model/value";
import { told } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import { matches } from "../language/text-statements";
import type { Rule } from "../rule";
import { parseArn } from "./arn";
import { lambdaRules } from "./lambdas";
import { badPool, goodPool, SES } from "./pool-examples";
import { given, isGiven, orElse, textRule, userPoolRule } from "./pool-rule";
import { foreignSender, senderGuard } from "./ses-identity";

const emailGuide = guide("user-pool-email");
const SENDING_ACCOUNT = orElse("self.email_configuration[0].email_sending_account", '"COGNITO_DEFAULT"');

/** Regions whose SES every user pool can use, beside its own. */
const SES_REGIONS: readonly string[] = ["eu-west-1", "us-east-1", "us-west-2"];

const ADDRESS = "[^<>@ \\t\\r\\n]+@[^<>@ \\t\\r\\n]+";
const sourceArn = "arn:aws:ses:eu-west-1:123456789012:identity/example.com";

/** E-mail that a pool sends, and the functions that it calls. */
export const messageRules: readonly Rule[] = [
  userPoolRule({
    id: "EML-01",
    severity: "error",
    title: "e-mail from your own SES account names its identity",
    why: '"Source ARN is required to use DEVELOPER email sending owner"',
    fix: "add emailConfiguration.sourceArn: the ARN of a verified SES identity",
    source: [api("EmailConfigurationType"), emailGuide, PREFLIGHT],
    check: ({ emailConfiguration }) =>
      emailConfiguration.emailSendingAccount === "DEVELOPER" && !isGiven(emailConfiguration.sourceArn)
        ? [
            {
              at: ["emailConfiguration", "emailSendingAccount"],
              message: "emailSendingAccount is DEVELOPER, but there is no sourceArn",
            },
          ]
        : [],
    guard: () => ({
      expression: `${SENDING_ACCOUNT} != "DEVELOPER" || ${given("self.email_configuration[0].source_arn")}`,
      told: told`email_sending_account is ${SENDING_ACCOUNT}, but there is no source_arn`,
    }),
    examples: {
      bad: [{}, { sourceArn: "" }].map((identity) =>
        badPool(
          { emailConfiguration: { emailSendingAccount: "DEVELOPER", ...identity } },
          "emailConfiguration",
          "emailSendingAccount",
        ),
      ),
      good: [goodPool(SES), goodPool({ emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT" } })],
    },
  }),
  userPoolRule({
    id: "EML-02",
    severity: "warning",
    title: "Cognito's own account needs no SES identity",
    why: "\"Cognito is not allowed to use your email identity\", unless the identity's policy lets it; and the quota stays Cognito's 50 e-mails a day.",
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
    examples: {
      bad: [badPool({ emailConfiguration: { sourceArn } }, "emailConfiguration", "sourceArn")],
      good: [goodPool(SES)],
    },
  }),
  userPoolRule({
    id: "EML-03",
    severity: "warning",
    title: "the SES identity is in a Region that the pool can use",
    why: '"Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1, us-west-2." Newer Regions also use SES of their own.',
    fix: "verify the identity in the pool's own Region, or in eu-west-1, us-east-1 or us-west-2",
    source: [emailGuide, PREFLIGHT],
    check: ({ emailConfiguration }, { environment }) => {
      const region = parseArn(known(emailConfiguration.sourceArn))?.region;
      return region === undefined || usable(region, environment)
        ? []
        : [
            {
              at: ["emailConfiguration", "sourceArn"],
              message: `the SES identity is in ${region}, where this pool may not use it`,
            },
          ];
    },
    examples: {
      bad: [
        badPool(
          {
            emailConfiguration: {
              emailSendingAccount: "DEVELOPER",
              sourceArn: sourceArn.replace("eu-west-1", "sa-east-1"),
            },
          },
          "emailConfiguration",
          "sourceArn",
        ),
      ],
      good: [
        goodPool(SES),
        goodPool({
          emailConfiguration: {
            emailSendingAccount: "DEVELOPER",
            sourceArn: sourceArn.replace("eu-west-1", "us-east-1"),
          },
        }),
      ],
    },
  }),
  textRule(
    {
      id: "EML-04",
      severity: "error",
      title: "sender and reply-to are e-mail addresses, the sender one of the SES identity",
      why: '"Provided From email address is invalid". A verified domain covers its subdomains, a verified address itself.',
      fix: "write users@example.com; a sender may have a name as well: Example <users@example.com>",
      source: [
        api("EmailConfigurationType"),
        "https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html",
        PREFLIGHT,
      ],
      examples: {
        bad: [
          badPool(
            { emailConfiguration: { fromEmailAddress: "example.com" } },
            "emailConfiguration",
            "fromEmailAddress",
          ),
          badPool(
            { emailConfiguration: { fromEmailAddress: "Example users@example.com" } },
            "emailConfiguration",
            "fromEmailAddress",
          ),
          badPool(
            { emailConfiguration: { replyToEmailAddress: "Help <help@example.com>" } },
            "emailConfiguration",
            "replyToEmailAddress",
          ),
          ...[
            ["example.com", "users@example.org"],
            ["example.com", "Example <users@anexample.com>"],
            ["login.example.com", "users@example.com"],
            ["users@example.com", "help@example.com"],
            ["users@example.com", "other.users@example.com"],
          ].map(([identity = "", from = ""]) =>
            badPool(sends(identity, from), "emailConfiguration", "fromEmailAddress"),
          ),
        ],
        good: [
          ...[
            ["example.com", "users@example.com"],
            ["example.com", "Example <no-reply@login.Example.com>"],
            ["users@example.com", "Example <users@example.com>"],
            ["users@example.com", "users+prod@example.com"],
          ].map(([identity = "", from = ""]) => goodPool(sends(identity, from))),
          goodPool(sends("example.com", { var: "from" })),
          goodPool({ emailConfiguration: { fromEmailAddress: "users@example.com" } }),
          goodPool({
            emailConfiguration: {
              fromEmailAddress: "Example <users@example.com>",
              replyToEmailAddress: "help@example.com",
            },
          }),
        ],
      },
    },
    [
      {
        at: ["emailConfiguration", "fromEmailAddress"],
        argument: "email_configuration[0].from_email_address",
        value: ({ emailConfiguration }) => emailConfiguration.fromEmailAddress,
        form: matches(`^(?:${ADDRESS}|[^<>]*<${ADDRESS}>)$`),
        allowed: "an address: users@example.com, or Example <users@example.com>",
      },
      {
        at: ["emailConfiguration", "replyToEmailAddress"],
        argument: "email_configuration[0].reply_to_email_address",
        value: ({ emailConfiguration }) => emailConfiguration.replyToEmailAddress,
        form: matches(`^${ADDRESS}$`),
        allowed: "an address: help@example.com",
      },
    ],
    { check: foreignSender, guard: senderGuard },
  ),
  userPoolRule({
    id: "EML-05",
    severity: "error",
    title: "a configuration set has a name of SES's form and belongs to your own account",
    why: "AWS refuses the pool at apply: a name has 1 to 64 letters, digits, _ and -, and Cognito's own account has no configuration sets of yours.",
    fix: "use emailSendingAccount: DEVELOPER with the configuration set's name, or remove it",
    source: [api("EmailConfigurationType")],
    check: ({ emailConfiguration: { configurationSet, emailSendingAccount } }) => {
      const name = known(configurationSet);
      const at = ["emailConfiguration", "configurationSet"];
      return [
        ...(name === undefined || CONFIGURATION_SET.holds(name)
          ? []
          : [{ at, message: `${JSON.stringify(name)} is not 1 to 64 letters, digits, _ or -` }]),
        ...(configurationSet === undefined || emailSendingAccount !== "COGNITO_DEFAULT"
          ? []
          : [{ at, message: "configurationSet is given, but emailSendingAccount is COGNITO_DEFAULT" }]),
      ];
    },
    guard: ({ emailConfiguration }) =>
      emailConfiguration.configurationSet === undefined
        ? undefined
        : {
            expression: `try(${SET}, null) == null ? true : ${CONFIGURATION_SET.over(SET)} && ${SENDING_ACCOUNT} != "COGNITO_DEFAULT"`,
            told: told`configuration_set ${`jsonencode(try(${SET}, null))`} must be 1 to 64 letters, digits, _ or -, and email_sending_account DEVELOPER, not ${SENDING_ACCOUNT}`,
          },
    examples: {
      bad: [
        badPool({ emailConfiguration: { configurationSet: "set" } }, "emailConfiguration", "configurationSet"),
        badPool(withSet("x".repeat(65)), "emailConfiguration", "configurationSet"),
        badPool(withSet("my set"), "emailConfiguration", "configurationSet"),
      ],
      good: [goodPool(withSet("x".repeat(64))), goodPool(withSet("users_prod-1"))],
    },
  }),
  userPoolRule({
    id: "EML-06",
    severity: "warning",
    title: "users who sign in by e-mail codes get them from your own SES account",
    why: "Cognito's own account sends 50 e-mails a day for all pools of the AWS account together, which cannot be raised: with EMAIL_OTP every sign-in takes one.",
    fix: "use emailConfiguration with emailSendingAccount: DEVELOPER and the sourceArn of an SES identity",
    source: [guide("quotas"), emailGuide],
    check: ({ allowedFirstAuthFactors = [], emailConfiguration, lambdaConfig }) =>
      allowedFirstAuthFactors.includes("EMAIL_OTP") &&
      emailConfiguration.emailSendingAccount === "COGNITO_DEFAULT" &&
      lambdaConfig?.customEmailSender === undefined
        ? [
            {
              at: ["signInPolicy", "allowedFirstAuthFactors", allowedFirstAuthFactors.indexOf("EMAIL_OTP")],
              message: "each sign-in by EMAIL_OTP takes one of the 50 e-mails a day that COGNITO_DEFAULT sends",
            },
          ]
        : [],
    examples: {
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
    },
  }),
  ...lambdaRules,
];

const SET = "self.email_configuration[0].configuration_set";
const CONFIGURATION_SET = matches("^[0-9A-Za-z_-]{1,64}$");

function withSet(configurationSet: string) {
  return { emailConfiguration: { ...SES.emailConfiguration, configurationSet } };
}

function sends(identity: string, fromEmailAddress: string | { readonly var: string }) {
  const sourceArn = `arn:aws:ses:eu-west-1:123456789012:identity/${identity}`;
  return { emailConfiguration: { emailSendingAccount: "DEVELOPER" as const, sourceArn, fromEmailAddress } };
}

function usable(region: string, environment: EnvironmentModel): boolean {
  const own = known(environment.region);
  return SES_REGIONS.includes(region) || own === undefined || own === region;
}
