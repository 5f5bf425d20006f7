import type { LogDeliveryModel, LogDestinations } from "../model/log-delivery";
import type { ArgumentsOf } from "./argument";
import type { ARN_KINDS } from "./arn";

const CONFIGURATIONS = "log_configurations";
const arn = { range: [20, 2048], unit: "characters" } as const;
const cloudwatchLogs = {
  ...arn,
  terraform: `${CONFIGURATIONS}.cloud_watch_logs_configuration.log_group_arn`,
} as const;

/**
 * Arguments of `aws_cognito_log_delivery_configuration`, by field of the model: one block for each source of events.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetLogDeliveryConfiguration.html
 */
export const LOG_DELIVERY_ARGUMENTS = {
  userNotification: { terraform: CONFIGURATIONS, arguments: { cloudwatchLogs } },
  userAuthEvents: {
    terraform: CONFIGURATIONS,
    arguments: {
      cloudwatchLogs,
      firehose: { ...arn, terraform: `${CONFIGURATIONS}.firehose_configuration.stream_arn` },
      s3: { range: [3, 1024], unit: "characters", terraform: `${CONFIGURATIONS}.s3_configuration.bucket_arn` },
    },
  },
} as const satisfies ArgumentsOf<LogDeliveryModel>;

/** The only level at which Cognito logs the events of a source, in the order in which sources are written. */
export const LOG_LEVELS = { userNotification: "ERROR", userAuthEvents: "INFO" } as const satisfies Record<
  keyof LogDeliveryModel,
  string
>;

/** What each destination is the ARN of. */
export const LOG_DESTINATIONS = {
  cloudwatchLogs: "logGroup",
  firehose: "deliveryStream",
  s3: "bucket",
} as const satisfies Record<keyof LogDestinations, keyof typeof ARN_KINDS>;
