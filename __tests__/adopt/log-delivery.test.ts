import { logDeliveryOf } from "../../lib/adopt/log-delivery";
import { logDelivery } from "../../lib/config/schema/log-delivery";

const group = { CloudWatchLogsConfiguration: { LogGroupArn: "arn:group" } };
const bucket = { S3Configuration: { BucketArn: "arn:bucket" } };
const stream = { FirehoseConfiguration: { StreamArn: "arn:stream" } };
const notifications = { EventSource: "userNotification", LogLevel: "ERROR" };
const activity = { EventSource: "userAuthEvents", LogLevel: "INFO" };

test.each([
  [{ ...notifications, ...group }, { userNotification: { cloudwatchLogs: "arn:group" } }],
  [{ ...activity, ...group }, { userAuthEvents: { cloudwatchLogs: "arn:group" } }],
  [{ ...activity, ...bucket }, { userAuthEvents: { s3: "arn:bucket" } }],
  [{ ...activity, ...stream }, { userAuthEvents: { firehose: "arn:stream" } }],
  [
    { ...activity, ...stream, S3Configuration: {}, CloudWatchLogsConfiguration: {} },
    { userAuthEvents: { firehose: "arn:stream" } },
  ],
])("%j is what a config says", (logs, said) => {
  expect(logDeliveryOf({ LogConfigurations: [logs] })).toEqual({ said });
  expect(logDelivery.safeParse(said).success).toBe(true);
});

test.each([
  [[{ EventSource: "userDevices", LogLevel: "INFO", ...group }], "no source of events userDevices, as in LogConf"],
  [[{ ...notifications, LogLevel: "INFO", ...group }], "LogConfigurations.0.LogLevel is INFO, and that of userNoti"],
  [[{ ...activity, LogLevel: "ERROR", ...group }], "LogConfigurations.0.LogLevel is ERROR, and that of userAuth"],
  [[{ ...activity, ...group, ...bucket }], "LogConfigurations.0 has CloudWatchLogsConfiguration and S3Configuration"],
  [[{ ...notifications, ...bucket }], "has S3Configuration, and in a config userNotification goes to CloudWatch"],
  [[{ ...notifications, ...stream }], "has FirehoseConfiguration, and in a config userNotification goes to"],
  [[{ ...activity, ...group }, notifications], "LogConfigurations.1 names no destination"],
  [
    [
      { ...activity, ...group },
      { ...activity, ...bucket },
    ],
    "LogConfigurations.1 is a second destination of userAuth",
  ],
])("%j is what no config says, and stays as it is", (LogConfigurations, why) => {
  expect(logDeliveryOf({ LogConfigurations })).toEqual({ why: expect.stringContaining(why) });
});
