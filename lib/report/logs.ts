import type { LogDeliveryModel, LogDestinations } from "../model/log-delivery";
import type { Text } from "../model/value";
import type { LogEntry, StackEntry } from "./estate";
import type { Values } from "./shown";

const SERVICES = {
  cloudwatchLogs: "CloudWatch Logs",
  firehose: "Data Firehose",
  s3: "S3",
} as const satisfies Readonly<Record<keyof LogDestinations, LogEntry["to"]>>;

/** Where the logs of a pool go; nothing where they go nowhere. */
export function logsOf(delivery: LogDeliveryModel | undefined, values: Values): StackEntry["logs"] {
  const { userNotification, userAuthEvents } = delivery ?? {};
  return {
    ...(userNotification && { "errors of messages": entryOf(userNotification, values) }),
    ...(userAuthEvents && { "activity of users": entryOf(userAuthEvents, values) }),
  };
}

/** Of the one destination that there is. */
function entryOf(destinations: Partial<LogDestinations>, values: Values): LogEntry {
  const [[service, arn]] = Object.entries(destinations) as [[keyof LogDestinations, Text]];
  return { to: SERVICES[service], arn: values.text(arn) };
}
