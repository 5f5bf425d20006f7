import { partitionOf, sesRegionsOf } from "../../cognito/regions";
import { api, guide, PREFLIGHT } from "../language/sources";
import type { Rule } from "../rule";
import { REPLY_TO, SENDER } from "./addresses";
import { badPool, goodPool } from "./pool-examples";
import { senderClaims } from "./ses-identity";
import { arnArgument, textRule } from "./text-arguments";

const emailGuide = guide("user-pool-email");

/** The SES identity that a pool sends e-mail from, and the addresses in it. */
export const sesSenderRules: readonly Rule[] = [
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
      examples: () => ({
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
      }),
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
      examples: () => ({
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
      }),
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
];

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
