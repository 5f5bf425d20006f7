import { z } from "zod";
import { openText, text, texts } from "./common";

/** Terraform cannot take variables in a backend, so nothing in it can be left open. */
const backend = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("local").describe("A file on this machine"),
    path: text
      .optional()
      .describe("Path of the state file, relative to the stack's folder; default beside the output folder"),
  }),
  z.strictObject({
    type: z.literal("s3").describe("A bucket in Amazon S3"),
    bucket: text.describe("Name of the bucket"),
    region: text.describe("AWS Region of the bucket"),
    keyPrefix: text.optional().describe("Folder in the bucket: the key is <keyPrefix>/<stack>.tfstate; default none"),
    useLockfile: z.boolean().optional().describe("Whether the state is locked in the bucket itself; default true"),
    kmsKeyId: text.optional().describe("ARN, id or alias of the KMS key that encrypts the state; default the bucket's"),
    encrypt: z.boolean().optional().describe("Whether the state is encrypted at rest; default true"),
  }),
  z.strictObject({
    type: z.literal("cloud").describe("HCP Terraform or Terraform Enterprise"),
    organization: text.describe("Name of the organization"),
    workspacePrefix: text.optional().describe("The workspace is <workspacePrefix><stack>; default none"),
    hostname: text.optional().describe("Host of Terraform Enterprise; default app.terraform.io"),
  }),
]);

/** Where a stack is deployed, without its overlays of pools. */
export const environmentShape = {
  region: openText.describe("AWS Region in which the pools are created: eu-west-1, ..."),
  accountId: openText
    .optional()
    .describe("The only AWS account that a plan may run against (allowed_account_ids): 12 digits; default any"),
  profile: openText.optional().describe("Profile of the AWS configuration that Terraform uses; default the shell's"),
  assumeRoleArn: openText.optional().describe("ARN of the IAM role that Terraform assumes; default none"),
  tags: texts.optional().describe("Tags of every resource of the environment (default_tags); default none"),
  backend: backend.optional().describe("Where the Terraform state is stored; default local"),
};
