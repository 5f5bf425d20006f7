import { LOG_DESTINATIONS } from "../../cognito/log-delivery";
import type { LogDeliveryModel, LogDestinations } from "../../model/log-delivery";
import type { PoolModel } from "../../model/model";
import type { Path } from "../../model/source";
import { isOpen, type Text } from "../../model/value";
import { equals, isPresent, poolArgument } from "../language/arguments";
import { arnClauses } from "../language/arns";
import { claim } from "../language/claims";
import { plain } from "../language/expressions";
import { say } from "../language/phrases";
import { api, guide } from "../language/sources";
import { all, any, not } from "../language/statements";
import type { TextClause } from "../language/text-clauses";
import type { Example, Rule } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

const exporting = guide("exporting-quotas-and-usage");
const tier = poolArgument("userPoolTier");
const securityMode = poolArgument("advancedSecurityMode");
const customAuthMode = poolArgument("customAuth");
const events = ["logDelivery", "userAuthEvents"];

const logGroup = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vendedlogs/users";
const stream = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/users";
const bucket = "arn:aws:s3:::acme-user-activity";
const PLUS = { userPoolTier: "PLUS", advancedSecurityMode: "AUDIT" } as const;
type Delivery = NonNullable<NonNullable<Example["pool"]>["logDelivery"]>;
const activity = (userAuthEvents: Delivery["userAuthEvents"] = { s3: bucket }) => ({ logDelivery: { userAuthEvents } });
const notifications = (cloudwatchLogs: string | { readonly var: string }) => ({
  logDelivery: { userNotification: { cloudwatchLogs } },
});

/** Where the logs of a pool go. */
export const logDeliveryRules: readonly Rule[] = [
  userPoolRule({
    id: "LOG-02",
    name: "user-activity-tier",
    since: "2.2",
    severity: "error",
    title: "require tier PLUS for logs of user activity",
    why: "AWS refuses to log userAuthEvents of a pool on another tier at apply: the log streaming of threat protection is a feature of PLUS.",
    fix: "use userPoolTier: PLUS, or remove logDelivery.userAuthEvents",
    source: [api("LogConfigurationType"), exporting],
    claims: (_, { logDelivery }) =>
      logDelivery?.userAuthEvents
        ? [claim(equals(tier, "PLUS"), events, say`logs of user activity need tier PLUS, not ${tier}`)]
        : [],
    examples: () => ({
      bad: [
        badPool(activity(), ...events),
        badPool({ userPoolTier: "LITE", ...activity({ cloudwatchLogs: logGroup }) }, ...events),
      ],
      good: [
        goodPool({ ...PLUS, ...activity() }),
        goodPool({ ...PLUS, userPoolTier: { var: "tier" }, ...activity() }),
        goodPool(notifications(logGroup)),
      ],
    }),
  }),
  {
    id: "LOG-04",
    name: "log-destination",
    since: "2.2",
    severity: "error",
    subject: "pool",
    title: "require the ARN of a log group, a stream or a bucket of the pool's account as the destination of logs",
    why: 'AWS refuses any other destination at apply. The ARN of a log group has no ":*" at its end, as some tools write it, and its account is that of the pool.',
    fix: "write the ARN of the destination itself",
    source: [api("CloudWatchLogsConfigurationType"), api("FirehoseConfigurationType"), api("S3ConfigurationType")],
    check: (pool) =>
      destinationsOf(pool).flatMap(({ at, arn, clauses }) => {
        if (isOpen(arn)) return [];
        const failing = clauses.find(({ statement }) => statement.holds(arn) === false);
        return failing
          ? [{ at, message: `${at.at(-1)} ${failing.message(arn)}`, ...(failing.fix && { fix: failing.fix }) }]
          : [];
      }),
    validation: (pool) =>
      destinationsOf(pool).flatMap(({ arn, clauses }) => {
        if (!isOpen(arn) || arn.token !== undefined) return [];
        return [
          {
            expression: all(...clauses.map(({ statement }) => statement)).over(`var.${arn.variable}`),
            message: plain(`must be ${clauses.map(({ demand }) => demand).join(", ")}`),
          },
        ];
      }),
    examples: () => ({
      bad: [
        ...["", "users", `${logGroup}:*`, logGroup.replace("arn:aws", "arn:aws-cn"), stream, bucket].map((arn) =>
          badPool(notifications(arn), "logDelivery", "userNotification", "cloudwatchLogs"),
        ),
        ...[logGroup, "arn:aws:kinesis:eu-west-1:123456789012:stream/users"].map((firehose) =>
          badPool({ ...PLUS, ...activity({ firehose }) }, ...events, "firehose"),
        ),
        ...["acme-user-activity", "arn:aws:s3:::", "arn:aws:s3:eu-west-1:123456789012:acme"].map((s3) =>
          badPool({ ...PLUS, ...activity({ s3 }) }, ...events, "s3"),
        ),
        {
          ...badPool(notifications(logGroup), "logDelivery", "userNotification", "cloudwatchLogs"),
          environment: { accountId: "111122223333" },
        },
      ],
      good: [
        goodPool({
          ...PLUS,
          logDelivery: { ...notifications(logGroup).logDelivery, ...activity({ firehose: stream }).logDelivery },
        }),
        goodPool({ ...PLUS, ...activity({ s3: `${bucket}/cognito/users` }) }),
        goodPool(notifications({ var: "log_group" })),
        { ...goodPool(notifications(logGroup)), environment: { accountId: "123456789012" } },
      ],
    }),
  },
  userPoolRule({
    id: "LOG-05",
    name: "user-activity-threat-protection",
    since: "2.2",
    severity: "warning",
    title: "require threat protection where user activity is logged",
    why: "Cognito writes these logs only while threat protection is active, AUDIT or ENFORCED: nothing arrives at the destination.",
    fix: "use advancedSecurityMode: AUDIT or ENFORCED",
    source: [exporting, guide("cognito-user-pool-settings-threat-protection")],
    claims: (_, { logDelivery }) =>
      logDelivery?.userAuthEvents
        ? [
            claim(
              any(not(equals(securityMode, "OFF")), isPresent(customAuthMode)),
              events,
              say`user activity is to be logged, but threat protection is ${securityMode}`,
            ),
          ]
        : [],
    examples: () => ({
      bad: [badPool({ userPoolTier: "PLUS", ...activity() }, ...events)],
      good: [
        goodPool({ ...PLUS, ...activity() }),
        goodPool({ ...PLUS, advancedSecurityMode: { var: "mode" }, ...activity() }),
        goodPool({ userPoolTier: "PLUS", threatProtection: { customAuth: "AUDIT" }, ...activity() }),
      ],
    }),
  }),
];

interface Destination {
  readonly at: Path;
  readonly arn: Text;
  readonly clauses: readonly TextClause[];
}

function destinationsOf({ logDelivery = {}, environment }: PoolModel): Destination[] {
  return (Object.keys(logDelivery) as (keyof LogDeliveryModel)[]).flatMap((source) =>
    Object.entries(logDelivery[source] ?? {}).map(([key, arn]) => {
      const kind = LOG_DESTINATIONS[key as keyof LogDestinations];
      const clauses = arnClauses({ kind, ownAccount: kind !== "bucket" }, environment);
      return { at: ["logDelivery", source, key], arn: arn as Text, clauses };
    }),
  );
}
