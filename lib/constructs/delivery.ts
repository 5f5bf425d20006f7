import type { CognitoUserPoolClient } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import type { DeliveryModel } from "../model/model";
import { expressionOf } from "../rules/language/expressions";
import { optional, textValue } from "../terraform/template";
import type { UserPool } from "./user-pool";
import { writeOnlyVersion } from "./write-only-version";

/** The key of a client in the config, and the app client of its current generation. */
export interface DeliveredClient {
  readonly key: string;
  readonly resource: CognitoUserPoolClient;
}

/**
 * Stores the credentials of a client's current generation where its consumers read them. Secrets are write-only
 * arguments: the state has them in the resource of the client alone.
 */
export function addDelivery(
  scope: Construct,
  { key, resource }: DeliveredClient,
  { secretsManager, ssm }: DeliveryModel,
  userPool: UserPool,
): void {
  const id = `${resource.terraformResourceType}.${resource.friendlyUniqueId}.id`;
  const domain = optional(userPool.model.domain?.domain, expressionOf) ?? [];
  const known = {
    client_id: resource.id,
    issuer: userPool.issuer,
    ...(userPool.domain !== undefined && { token_endpoint: `https://${userPool.domain}/oauth2/token` }),
  };
  if (secretsManager) {
    const secret = new SecretsmanagerSecret(new Construct(scope, "secret"), `${key}_credentials`, {
      name: textValue(secretsManager.name),
      description: `Credentials of the Cognito app client ${key}`,
      kmsKeyId: optional(secretsManager.kmsKeyId, textValue),
    });
    new SecretsmanagerSecretVersion(new Construct(scope, "secret-version"), `${key}_credentials`, {
      secretId: secret.id,
      // None of the values holds what JSON would escape.
      secretStringWo: JSON.stringify({ ...known, client_secret: resource.clientSecret }),
      secretStringWoVersion: writeOnlyVersion(`[${[id, domain].flat().join(", ")}]`),
    });
  }
  if (ssm) {
    const prefix = textValue(ssm.prefix);
    new SsmParameter(new Construct(scope, "id-parameter"), `${key}_client_id`, {
      name: `${prefix}/client-id`,
      type: "String",
      value: resource.id,
    });
    new SsmParameter(new Construct(scope, "secret-parameter"), `${key}_client_secret`, {
      name: `${prefix}/client-secret`,
      type: "SecureString",
      valueWo: resource.clientSecret,
      valueWoVersion: writeOnlyVersion(id),
    });
  }
}
