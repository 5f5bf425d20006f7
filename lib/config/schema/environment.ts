import { z } from "zod";
import { key, openText, tags, text } from "./common";

/** Terraform cannot take variables in a backend, so nothing in it can be left open. */
const backend = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("local"), path: text.optional().describe("Relative to the stack's folder") }),
  z.strictObject({
    type: z.literal("s3"),
    bucket: text,
    region: text,
    keyPrefix: text.optional().describe("The key is <keyPrefix>/<stack>.tfstate"),
    useLockfile: z.boolean().optional().describe("Lock in the bucket itself; default true"),
    kmsKeyId: text.optional(),
    encrypt: z.boolean().optional().describe("Default true"),
  }),
  z.strictObject({
    type: z.literal("cloud"),
    organization: text,
    workspacePrefix: text.optional().describe("The workspace is <workspacePrefix><stack>"),
    hostname: text.optional(),
  }),
]);

/** Where a stack is deployed, without what it lays over pools. */
export const environmentShape = {
  region: openText.describe("AWS Region"),
  accountId: openText.optional().describe("The only account a plan may run against (allowed_account_ids)"),
  profile: openText.optional(),
  assumeRoleArn: openText.optional(),
  tags: tags.optional().describe("On every resource (default_tags)"),
  backend: backend.optional().describe("Where the state lives; default local"),
};

export const environmentKey = key;
