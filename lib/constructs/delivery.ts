import type { CognitoUserPoolClient } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import type { ClientModel, DeliveryModel } from "../model/model";
import { expressionOf, literal } from "../rules/language/expressions";
import { optional, textValue } from "../terraform/template";
import { addressOf, judgedClient } from "./rule-set";
import type { UserPool } from "./user-pool";
import { numberOf, writeOnlyVersion } from "./write-only-version";

/** A client of the config, and the app client of its current generation. */
export interface DeliveredClient {
  readonly model: ClientModel;
  readonly resource: CognitoUserPoolClient;
}

/**
 * Stores the credentials of a client's current generation where its consumers read them. Secrets are write-only
 * arguments: the state has them in the resource of the client alone. The rule set judges all that is stored together.
 */
export function addDelivery(
  scope: Construct,
  { model, resource }: DeliveredClient,
  { secretsManager, ssm }: DeliveryModel,
  userPool: UserPool,
): void {
  const { key } = model;
  const parts = { secret: "null", version: "null", parameters: "null" };
  const id = `${resource.terraformResourceType}.${resource.friendlyUniqueId}.id`;
  const domain = optional(userPool.model.domain?.domain, expressionOf) ?? [];
  const versions = { secret: `[${[id, domain].flat().join(", ")}]`, parameters: id };
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
    const version = new SecretsmanagerSecretVersion(new Construct(scope, "secret-version"), `${key}_credentials`, {
      secretId: secret.id,
      // None of the values holds what JSON would escape.
      secretStringWo: JSON.stringify({ ...known, client_secret: resource.clientSecret }),
      secretStringWoVersion: writeOnlyVersion(versions.secret),
    });
    Object.assign(parts, { secret: addressOf(secret), version: addressOf(version) });
  }
  if (ssm) {
    const prefix = textValue(ssm.prefix);
    const idParameter = new SsmParameter(new Construct(scope, "id-parameter"), `${key}_client_id`, {
      name: `${prefix}/client-id`,
      type: "String",
      value: resource.id,
    });
    const secretParameter = new SsmParameter(new Construct(scope, "secret-parameter"), `${key}_client_secret`, {
      name: `${prefix}/client-secret`,
      type: "SecureString",
      valueWo: resource.clientSecret,
      valueWoVersion: writeOnlyVersion(versions.parameters),
    });
    parts.parameters = `{ id = ${addressOf(idParameter)}, secret = ${addressOf(secretParameter)} }`;
  }
  const numbers = Object.entries(versions).map(([name, version]) => `${name} = ${numberOf(version)}`);
  userPool.ruleSet.addObject(
    "delivery",
    key,
    `{ ${[
      `key = ${literal(key)}`,
      `client = ${judgedClient(model, resource)}`,
      ...Object.entries(parts).map(([name, part]) => `${name} = ${part}`),
      `has_secret = ${secretsManager !== undefined}`,
      `has_parameters = ${ssm !== undefined}`,
      `numbers = { ${numbers.join(", ")} }`,
    ].join(", ")} }`,
  );
}
