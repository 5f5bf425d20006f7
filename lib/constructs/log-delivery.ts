import {
  CognitoLogDeliveryConfiguration,
  type CognitoLogDeliveryConfigurationLogConfigurations,
} from "@cdktf/provider-aws/lib/cognito-log-delivery-configuration";
import type { Construct } from "constructs";
import { LOG_LEVELS } from "../cognito/log-delivery";
import type { LogDeliveryModel } from "../model/log-delivery";
import { optional, textValue } from "../terraform/template";

/** Where the logs of a pool go. */
export function addLogDelivery(
  scope: Construct,
  id: string,
  settings: LogDeliveryModel,
  userPoolId: string,
): CognitoLogDeliveryConfiguration {
  return new CognitoLogDeliveryConfiguration(scope, id, { userPoolId, logConfigurations: logConfigurations(settings) });
}

/** One block for each source of events, whose level follows from the source; a destination that is not given is not written. */
export function logConfigurations(settings: LogDeliveryModel): CognitoLogDeliveryConfigurationLogConfigurations[] {
  return (Object.keys(LOG_LEVELS) as (keyof LogDeliveryModel)[]).flatMap((eventSource) => {
    const destinations: LogDeliveryModel["userAuthEvents"] = settings[eventSource];
    if (destinations === undefined) return [];
    const { cloudwatchLogs, firehose, s3 } = destinations;
    return [
      {
        eventSource,
        logLevel: LOG_LEVELS[eventSource],
        cloudWatchLogsConfiguration: optional(cloudwatchLogs, (arn) => [{ logGroupArn: textValue(arn) }]),
        firehoseConfiguration: optional(firehose, (arn) => [{ streamArn: textValue(arn) }]),
        s3Configuration: optional(s3, (arn) => [{ bucketArn: textValue(arn) }]),
      },
    ];
  });
}
