import { z } from "zod";
import { OPERATION_NAMES } from "../../secret-hash-proxy/operations";
import { openText } from "./common";

/** What a public client has of the SECRET_HASH proxy of its pool. */
export const secretHashProxy = z
  .union([
    z.boolean(),
    z.strictObject({
      domain: openText
        .optional()
        .describe(
          "Host name of the proxy: auth-api.example.com; needs certificateArn; one for all clients of the pool; default the name that CloudFront gives",
        ),
      certificateArn: openText.optional().describe("ARN of the ACM certificate of domain, in us-east-1"),
      webAclArn: openText
        .optional()
        .describe(
          "ARN of an AWS WAF web ACL of scope CLOUDFRONT, which limits what reaches the proxy; one for all clients of the pool; default none",
        ),
      operations: z
        .array(z.enum(OPERATION_NAMES))
        .min(1, "the proxy would forward no call that names the client")
        .optional()
        .describe("Operations of the Cognito API that the proxy forwards for the client; default all of them"),
    }),
  ])
  .meta({ id: "SecretHashProxy" });
