import { z } from "zod";
import { openText, withOneOf } from "./common";

const destinations = z.strictObject({
  secretsManager: z
    .strictObject({
      name: openText.describe("Name of the secret in AWS Secrets Manager; 1 to 512 characters"),
      kmsKeyId: openText
        .optional()
        .describe("The KMS key: its ARN, its id or alias/NAME; default the key aws/secretsmanager of the account"),
    })
    .optional()
    .describe("One secret with JSON: client_id, client_secret, issuer, and token_endpoint where the pool has a domain"),
  ssm: z
    .strictObject({ prefix: openText.describe("Where the parameters are: /acme/prod/api") })
    .optional()
    .describe("Two parameters of Systems Manager: PREFIX/client-id as String, PREFIX/client-secret as SecureString"),
});

/** Where the credentials of a client with a secret are stored for those who use them. */
export const deliver = withOneOf(destinations, "secretsManager", "ssm")
  .meta({ id: "Deliver" })
  .describe(
    "Where the id and the secret of the client's current generation are stored for its consumers; needs Terraform 1.11; default nowhere",
  );
