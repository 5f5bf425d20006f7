import { z } from "zod";
import { isNew } from "./adopted";
import { openText, withOneOf } from "./common";

const logGroup = openText.meta({
  id: "LogGroup",
  description:
    "ARN of the CloudWatch log group, of the pool's account and not encrypted with AWS KMS, without :* at the end",
});

const sources = z.strictObject({
  new: isNew,
  userNotification: z
    .strictObject({ cloudwatchLogs: logGroup })
    .meta({ id: "NotificationLogs" })
    .optional()
    .describe("Errors of e-mails and text messages that could not be sent (level ERROR); default none"),
  userAuthEvents: z
    .union([
      z.strictObject({ cloudwatchLogs: logGroup }),
      z.strictObject({
        firehose: openText.describe("ARN of the Amazon Data Firehose stream, of the pool's account"),
      }),
      z.strictObject({
        s3: openText.describe("ARN of the S3 bucket, of the pool's account, with /PREFIX if wanted"),
      }),
    ])
    .meta({ id: "UserActivityLogs" })
    .optional()
    .describe(
      "Sign-ins and other activity of users, with its risk (level INFO), to one destination; needs tier PLUS and threat protection; default none",
    ),
});

/** Where the logs of a pool go. */
export const logDelivery = withOneOf(sources, "userNotification", "userAuthEvents").meta({ id: "LogDelivery" });
