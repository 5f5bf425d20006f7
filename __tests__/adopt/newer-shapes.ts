import type { Shape } from "./shapes";

const group = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/users";
const stream = "arn:aws:firehose:eu-west-1:111122223333:deliverystream/activity";
const bucket = "arn:aws:s3:::acme-user-activity/users";
const notifications = {
  EventSource: "userNotification",
  LogLevel: "ERROR",
  CloudWatchLogsConfiguration: { LogGroupArn: group },
};
const activity = (destination: object) => ({ EventSource: "userAuthEvents", LogLevel: "INFO", ...destination });
const PLUS = { UserPoolTier: "PLUS", UserPoolAddOns: { AdvancedSecurityMode: "AUDIT" } };
const plus: NonNullable<Shape["config"]> = {
  userPoolTier: "PLUS",
  advancedSecurityMode: "AUDIT",
  unset: ["caseSensitive", "accountRecovery"],
};

/** A pool whose logs are delivered. */
function logs(
  name: string,
  LogConfigurations: readonly object[],
  config: Shape["config"],
  pool?: Shape["pool"],
): Shape {
  return {
    name,
    ...(pool && { pool }),
    attached: [["SetLogDeliveryConfiguration", { LogConfigurations }]],
    ...(config && { config }),
  };
}

/** Shapes of pools that the oldest AWS provider cannot plan: it does not know a resource of theirs. */
export const NEWER_SHAPES: readonly Shape[] = [
  logs("logs of messages that could not be sent", [notifications], {
    logDelivery: { userNotification: { cloudwatchLogs: group } },
  }),
  logs(
    "logs of both sources, in the other order",
    [activity({ S3Configuration: { BucketArn: bucket } }), notifications],
    { ...plus, logDelivery: { userNotification: { cloudwatchLogs: group }, userAuthEvents: { s3: bucket } } },
    PLUS,
  ),
  logs(
    "logs of what users do, to a stream",
    [activity({ FirehoseConfiguration: { StreamArn: stream } })],
    { ...plus, logDelivery: { userAuthEvents: { firehose: stream } } },
    PLUS,
  ),
  logs(
    "logs of what users do, to a log group",
    [activity({ CloudWatchLogsConfiguration: { LogGroupArn: group } })],
    { ...plus, logDelivery: { userAuthEvents: { cloudwatchLogs: group } } },
    PLUS,
  ),
];
