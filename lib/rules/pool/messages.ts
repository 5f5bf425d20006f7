import { DEFAULT_EMAILS_PER_DAY } from "../../cognito/quotas";
import { partitionOf, sesRegionsOf } from "../../cognito/regions";
import { knownItems } from "../../model/value";
import { equals, isAbsentOr, isPresent, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { quotedValue } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { all, implies, not } from "../language/statements";
import { matches } from "../language/text-statements";
import type { Rule } from "../rule";
import { REPLY_TO, SENDER } from "./addresses";
import { lambdaRules } from "./lambdas";
import { badPool, goodPool, SES } from "./pool-examples";
import { userPoolRule } from "./pool-rule";
import { senderClaims } from "./ses-identity";
import { arnArgument, textRule } from "./text-arguments";

const emailGuide = guide("user-pool-email");
const sendingAccount = poolArgument("emailConfiguration.emailSendingAccount");
const identity = poolArgument("emailConfiguration.sourceArn");
const configurationSet = poolArgument("emailConfiguration.configurationSet");
const isOwnAccount = equals(sendingAccount, "DEVELOPER");
const isDefaultAccount = equals(sendingAccount, "COGNITO_DEFAULT");

const sourceArn = "arn:aws:ses:eu-west-1:123456789012:identity/example.com";

const CONFIGURATION_SET = matches("^[0-9A-Za-z_-]{1,64}$");

/** E-mail that a pool sends, and the functions that it calls. */
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
    examples: {
      bad: [badPool({ emailConfiguration: { sourceArn } }, "emailConfiguration", "sourceArn")],
      good: [goodPool(SES)],
    },
  }),
  textRule(
    {
      id: "EML-03",
      name: "ses-identity-region",
      since: "1.0",
      severity: "error",
      title: "require an SES identity of the pool's account in a Region that the pool can send from",
      why: '"Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1, us-west-2." Which Regions a pool can use depends on its own. An identity of another account cannot be used at all.',
      fix: "verify the identity in a Region that the pool can send from",
      source: [`${emailGuide}#user-pool-email-developer-region-mapping`, api("EmailConfigurationType"), PREFLIGHT],
      examples: {
        bad: [
          fromRegion("eu-west-1", "sa-east-1"),
          fromRegion("eu-west-1", "eu-west-9"),
          fromRegion("eu-west-1", "*"),
          fromRegion("eu-west-3", "eu-west-1"),
          fromRegion("us-west-1", "us-west-2"),
          fromRegion("me-central-1", "eu-west-1"),
          fromRegion("me-central-1", "*"),
          { ...fromRegion("eu-west-1", "eu-west-1"), environment: { accountId: "111122223333" } },
          ...[
            "arn:aws:sns:eu-west-1:123456789012:users",
            "example.com",
            "arn:aws:ses:eu-west-1:123456789012:users",
          ].map((other) => ({ pool: developer(other) })),
        ].map((example) => ({ ...example, at: "pools.users.emailConfiguration.sourceArn" })),
        good: [
          ...["eu-west-1", "us-east-1", "us-west-2"].map((region) => fromRegion("eu-west-1", region)),
          fromRegion("eu-west-3", "eu-west-3"),
          fromRegion("ap-northeast-2", "us-west-2"),
          fromRegion("me-central-1", "eu-central-1"),
          fromRegion("us-gov-west-1", "us-gov-west-1"),
          { ...fromRegion("eu-west-1", "eu-west-1"), environment: { accountId: "123456789012" } },
          goodPool(developer({ var: "identity" })),
        ],
      },
    },
    [
      arnArgument(
        ["emailConfiguration", "sourceArn"],
        "email_configuration[0].source_arn",
        ({ emailConfiguration }) => emailConfiguration.sourceArn,
        { kind: "identity", regions: sesRegionsOf, ownAccount: true },
      ),
    ],
  ),
  textRule(
    {
      id: "EML-04",
      name: "sender-address",
      since: "1.0",
      severity: "error",
      title: "require e-mail addresses as sender and reply-to, the sender of the SES identity",
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
            ["example.com", '"A" <B> <no-reply@example.com>'],
          ].map(([identity = "", from = ""]) =>
            badPool(sends(identity, from), "emailConfiguration", "fromEmailAddress"),
          ),
          ...["us\u200bers@example.com", "Example <users@b\u00fccher.example>"].map((fromEmailAddress) =>
            badPool({ emailConfiguration: { fromEmailAddress } }, "emailConfiguration", "fromEmailAddress"),
          ),
        ],
        good: [
          ...[
            ["example.com", "users@example.com"],
            ["example.com", "Example <no-reply@login.Example.com>"],
            ["users@example.com", "Example <users@example.com>"],
            ["users@example.com", "users+prod@example.com"],
            ["example.com", '"A <B>" <no-reply@example.com>'],
            ["example.com", '"Example, Inc." <no-reply@example.com>'],
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
        clauses: SENDER,
      },
      {
        at: ["emailConfiguration", "replyToEmailAddress"],
        argument: "email_configuration[0].reply_to_email_address",
        value: ({ emailConfiguration }) => emailConfiguration.replyToEmailAddress,
        clauses: REPLY_TO,
      },
    ],
    senderClaims,
  ),
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
              unplanned: true,
            },
          ]
        : [],
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

function withSet(configurationSet: string) {
  return { emailConfiguration: { ...SES.emailConfiguration, configurationSet } };
}

function sends(identity: string, fromEmailAddress: string | { readonly var: string }) {
  const sourceArn = `arn:aws:ses:eu-west-1:123456789012:identity/${identity}`;
  return { emailConfiguration: { emailSendingAccount: "DEVELOPER" as const, sourceArn, fromEmailAddress } };
}

function developer(sourceArn: string | { readonly var: string }) {
  return { emailConfiguration: { emailSendingAccount: "DEVELOPER" as const, sourceArn } };
}

/** A pool of one Region with an SES identity of another. */
function fromRegion(home: string, region: string) {
  const partition = partitionOf(home);
  return {
    ...goodPool(developer(`arn:${partition}:ses:${region}:123456789012:identity/example.com`)),
    environment: { region: home },
  };
}
