import { edgeHandler } from "./edge-handler";
import { readClients, regionOf } from "./read-clients";

/** What the function uses of `@aws-sdk/client-secrets-manager`, which Lambda's Node.js runtime has. */
interface SecretsManager {
  readonly SecretsManagerClient: new (options: {
    region: string | undefined;
  }) => { send(command: object): Promise<{ SecretString?: string }> };
  readonly GetSecretValueCommand: new (input: { SecretId: string }) => object;
}

async function readSecret(arn: string): Promise<string> {
  const { SecretsManagerClient, GetSecretValueCommand } = require("@aws-sdk/client-secrets-manager") as SecretsManager;
  const client = new SecretsManagerClient({ region: regionOf(arn) });
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  return SecretString ?? "";
}

/** What Lambda@Edge calls at the origin request. */
export const handler = edgeHandler(readClients(readSecret, process.env.AWS_REGION));
