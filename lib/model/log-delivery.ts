import type { Text } from "./value";

/** Where a pool's logs go: what one `aws_cognito_log_delivery_configuration` says. */
export interface LogDeliveryModel {
  /** Errors of messages that could not be sent. */
  readonly userNotification?: Pick<LogDestinations, "cloudwatchLogs">;
  /** What users do, and how risky it is; one destination of the three. */
  readonly userAuthEvents?: Partial<LogDestinations>;
}

/** ARNs, of one destination at a time. */
export interface LogDestinations {
  readonly cloudwatchLogs: Text;
  readonly firehose: Text;
  readonly s3: Text;
}
