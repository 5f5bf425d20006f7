import { snsRegionsOf } from "../../cognito/regions";
import { knownItems } from "../../model/value";
import { includes, isAbsentOr, poolArgument } from "../language/arguments";
import { homeOf } from "../language/arns";
import { claim } from "../language/claims";
import { plain } from "../language/expressions";
import { EXTERNAL_ID } from "../language/external-id";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { not } from "../language/statements";
import { isOneOf } from "../language/text-statements";
import type { Rule } from "../rule";
import { badPool, goodPool, SMS } from "./pool-examples";
import { userPoolRule } from "./pool-rule";
import { arnArgument, textRule } from "./text-arguments";

const verified = poolArgument("autoVerifiedAttributes");
const snsRegion = poolArgument("smsConfiguration.snsRegion");
const sender = SMS.smsConfiguration;
const through = (region: string) => ({ smsConfiguration: { ...sender, snsRegion: region } });

/** What a pool needs to send text messages. */
export const smsRules: readonly Rule[] = [
  textRule(
    {
      id: "MFA-06",
      name: "sms-configuration",
      since: "1.0",
      severity: "error",
      title: "require an SMS role of the pool's account where phone numbers are verified",
      why: '"SMS configuration is required when phone_number is selected for auto verification", and "Cross-account pass role is not allowed."',
      fix: "add smsConfiguration with a role of the pool's account, or remove phone_number from autoVerifiedAttributes",
      source: [api("SmsConfigurationType"), PREFLIGHT],
      examples: () => ({
        bad: [
          badPool({ autoVerifiedAttributes: ["email", "phone_number"] }, "autoVerifiedAttributes", 1),
          { ...badPool(SMS, "smsConfiguration", "snsCallerArn"), environment: { accountId: "111122223333" } },
          ...["sms-role", "arn:aws:sns:eu-west-1:123456789012:codes", "arn:aws:iam::123456789012:user/sms"].map((arn) =>
            badPool({ smsConfiguration: { ...sender, snsCallerArn: arn } }, "smsConfiguration", "snsCallerArn"),
          ),
          ...["my users", "users\u200b"].map((externalId) =>
            badPool({ smsConfiguration: { ...sender, externalId } }, "smsConfiguration", "externalId"),
          ),
        ],
        good: [
          goodPool({ autoVerifiedAttributes: ["phone_number"], ...SMS }),
          goodPool({ autoVerifiedAttributes: ["email"] }),
          { ...goodPool(SMS), environment: { accountId: "123456789012" } },
          goodPool({
            smsConfiguration: {
              ...sender,
              snsCallerArn: "arn:aws:iam::123456789012:role/service-role/cognito+sms@users",
            },
          }),
        ],
      }),
    },
    [
      arnArgument(
        ["smsConfiguration", "snsCallerArn"],
        "sms_configuration[0].sns_caller_arn",
        (users) => users.smsConfiguration?.snsCallerArn,
        { kind: "role", ownAccount: true },
      ),
      {
        at: ["smsConfiguration", "externalId"],
        argument: "sms_configuration[0].external_id",
        value: ({ smsConfiguration }) => smsConfiguration?.externalId,
        clauses: EXTERNAL_ID,
      },
    ],
    // sms_configuration that the config has can send
    ({ smsConfiguration }) =>
      smsConfiguration
        ? []
        : [
            claim(
              not(includes(verified, "phone_number")),
              ({ autoVerifiedAttributes }) => [
                "autoVerifiedAttributes",
                knownItems(autoVerifiedAttributes).indexOf("phone_number"),
              ],
              "phone_number is verified automatically, but there is no smsConfiguration",
              undefined,
              plain("phone_number is verified automatically, but no smsConfiguration was set before synth"),
            ),
          ],
  ),
  userPoolRule({
    id: "MFA-10",
    name: "sns-region",
    since: "2.0",
    severity: "error",
    title: "require an SNS Region that a pool of this Region can send through",
    why: '"Invalid snsRegion. Allowed SNS region for eu-west-1 is eu-west-1": most pools send through their own Region, some through another as well, Seoul through Tokyo alone.',
    fix: "remove snsRegion, or use a Region that the pool can send through",
    source: [`${guide("user-pool-sms-settings")}#sms-choose-a-region`, api("SmsConfigurationType"), PREFLIGHT],
    // the Region of a pool that a variable names is unknown to a plan
    claims: (_, { environment }) => {
      const home = homeOf(environment);
      if (home === undefined) return [];
      const allowed = snsRegionsOf(home);
      const inWords = allowed.join(" or ");
      return [
        claim(
          isAbsentOr(snsRegion, isOneOf(allowed)),
          ["smsConfiguration", "snsRegion"],
          say`snsRegion is ${snsRegion}; a pool in ${home} can send SMS through ${inWords}`,
          `use ${inWords}`,
        ),
      ];
    },
    examples: () => ({
      bad: [
        ["eu-west-1", "us-east-1"],
        ["eu-west-1", "eu-west-9"],
        ["ap-northeast-2", "ap-northeast-2"],
        ["eu-central-1", "us-east-1"],
      ].map(([region = "", other = ""]) => ({
        ...badPool(through(other), "smsConfiguration", "snsRegion"),
        environment: { region },
      })),
      good: [
        ["eu-west-1", "eu-west-1"],
        ["ap-northeast-2", "ap-northeast-1"],
        ["eu-central-1", "eu-west-1"],
        ["eu-central-1", "eu-central-1"],
        ["us-gov-west-1", "us-gov-west-1"],
      ].map(([region = "", other = ""]) => ({ ...goodPool(through(other)), environment: { region } })),
    }),
  }),
];
