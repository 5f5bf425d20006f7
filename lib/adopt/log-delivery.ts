import { LOG_LEVELS } from "../cognito/log-delivery";
import type { LogDeliveryModel, LogDestinations } from "../model/log-delivery";
import type { ConfigPart } from "./config-part";
import type { Answer } from "./described";
import type { Held } from "./held";
import { objectsOf } from "./state-answers";
import { objectAt } from "./terraform-values";

type Destination = keyof LogDestinations;

/** Where the API answers the ARN of each destination. */
const ARNS = {
  cloudwatchLogs: ["CloudWatchLogsConfiguration", "LogGroupArn"],
  firehose: ["FirehoseConfiguration", "StreamArn"],
  s3: ["S3Configuration", "BucketArn"],
} as const satisfies Record<Destination, readonly [string, string]>;

/** The destinations that a config can give to the events of each source. */
const DESTINATIONS: Readonly<Record<keyof LogDeliveryModel, readonly Destination[]>> = {
  userNotification: ["cloudwatchLogs"],
  userAuthEvents: ["cloudwatchLogs", "firehose", "s3"],
};

/** `LogDeliveryConfiguration` of GetLogDeliveryConfiguration as the `logDelivery` of a config. */
export function logDeliveryOf(answer: Answer): Held<ConfigPart> {
  const said: Partial<Record<keyof LogDeliveryModel, ConfigPart>> = {};
  for (const [index, logs] of objectsOf(answer.LogConfigurations).entries()) {
    const at = `LogConfigurations.${index}`;
    const source = String(logs.EventSource);
    if (!isSource(source)) return { why: `the config has no source of events ${source}, as in ${at}.EventSource` };
    if (source in said) return { why: `${at} is a second destination of ${source}, and the config has one` };
    if (logs.LogLevel !== LOG_LEVELS[source])
      return { why: `${at}.LogLevel is ${logs.LogLevel}, and that of ${source} in a config ${LOG_LEVELS[source]}` };
    const given = (Object.keys(ARNS) as Destination[]).flatMap((destination) => {
      const [field, name] = ARNS[destination];
      const arn = objectAt(logs, field)[name];
      return arn === undefined ? [] : [{ destination, field, arn }];
    });
    const [first, second] = given;
    if (first === undefined) return { why: `${at} names no destination` };
    if (second !== undefined)
      return { why: `${at} has ${first.field} and ${second.field}, and the config one destination for ${source}` };
    if (!DESTINATIONS[source].includes(first.destination))
      return { why: `${at} has ${first.field}, and in a config ${source} goes to CloudWatch Logs alone` };
    said[source] = { [first.destination]: first.arn };
  }
  return { said };
}

function isSource(source: string): source is keyof LogDeliveryModel {
  return Object.hasOwn(LOG_LEVELS, source);
}
