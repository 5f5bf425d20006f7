import { Lazy, TerraformOutput, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { AppClient } from "../lib/constructs/app-client";
import type { SecretHashProxy } from "../lib/constructs/secret-hash-proxy";
import type { UserPool } from "../lib/constructs/user-pool";
import { isRotated } from "../lib/model/generations";
import type { DomainModel } from "../lib/model/model";
import { sensitiveIn } from "../lib/model/sensitive";
import { isConfidential } from "../lib/model/trust";

/** The outputs of a stack: ids, addresses and, where the config exports them, secrets. Their names are a contract. */
export function addOutputs(
  stack: TerraformStack,
  userPool: UserPool,
  clients: readonly AppClient[],
  exportSecrets: boolean,
): void {
  const isSensitive = sensitiveIn(userPool.model);
  const { domain, additionalDomain, environment, existing } = userPool.model;
  const sensitiveIssuer = existing && isSensitive([existing.userPoolId, environment.region]);
  const outputs = new Construct(stack, "outputs");
  const output = (name: string, value: unknown, description: string, sensitive?: boolean) =>
    new TerraformOutput(outputs, name, { value: asToken(value), description, sensitive: sensitive || undefined });
  const byKey = (entries: readonly (readonly [AppClient, unknown])[]) =>
    Object.fromEntries(entries.map(([client, value]) => [client.model.key, value]));

  output("user_pool_id", userPool.userPoolId, "Id of the user pool", isSensitive(existing?.userPoolId));
  output("user_pool_arn", userPool.userPoolArn, "ARN of the user pool");
  output("issuer", userPool.issuer, "Issuer of the pool's tokens, their iss claim", sensitiveIssuer);
  const keys = `${userPool.issuer}/.well-known/jwks.json`;
  output("jwks_uri", keys, "Public keys that verify the pool's tokens", sensitiveIssuer);
  output(
    "client_ids",
    byKey(clients.map((client) => [client, client.clientId])),
    "Id of each app client, by its key in the config",
  );
  const isAnyRotated = clients.some(({ model }) => isRotated(model));
  const ofGenerations = (some: readonly AppClient[], value: (resource: AppClient["resource"]) => string) =>
    byKey(
      some.map((client) => [
        client,
        Object.fromEntries(client.generations.map(({ number, resource }) => [String(number), value(resource)])),
      ]),
    );
  if (isAnyRotated)
    output(
      "client_generations",
      ofGenerations(clients, ({ id }) => id),
      "Id of every generation of each app client, by its key in the config and its number",
    );
  const isHostSensitive = ({ custom, domain: name }: DomainModel) =>
    isSensitive([name, ...(custom ? [] : [environment.region])]);
  if (domain !== undefined)
    output("domain", userPool.domain, "Host of the sign-in pages and OAuth endpoints", isHostSensitive(domain));
  if (additionalDomain !== undefined) {
    const sensitive = isHostSensitive(additionalDomain);
    output("additional_domain", userPool.additionalDomain, "Another host of the same pages and endpoints", sensitive);
  }
  if (userPool.customDomain !== undefined) {
    const { cloudfrontDistribution: target, cloudfrontDistributionZoneId: zone } = userPool.customDomain;
    output("domain_cloudfront_distribution", target, "Target of the DNS alias record that the custom domain needs");
    output("domain_cloudfront_distribution_zone_id", zone, "Hosted zone id of that target");
  }
  if (exportSecrets) {
    const confidential = clients.filter(({ model }) => isConfidential(model));
    const secrets = byKey(confidential.map((client) => [client, client.resource.clientSecret]));
    output("client_secrets", secrets, "Secret of each confidential app client, by its key in the config", true);
    if (isAnyRotated)
      output(
        "client_generation_secrets",
        ofGenerations(confidential, ({ clientSecret }) => clientSecret),
        "Secret of every generation of each confidential app client, by its key in the config and its number",
        true,
      );
  }
}

/** Where apps reach the SECRET_HASH proxy, and what its DNS record needs. */
export function addProxyOutputs(stack: TerraformStack, { endpoint, distribution, isSensitive }: ProxyAddress): void {
  const outputs = new Construct(stack, "proxy-outputs");
  const output = (name: string, value: string, description: string, sensitive = false) =>
    new TerraformOutput(outputs, name, { value: asToken(value), description, sensitive: sensitive || undefined });
  output("proxy_endpoint", endpoint, "Where apps behind the SECRET_HASH proxy call the Cognito API", isSensitive);
  output("proxy_domain_name", distribution.domainName, "Target of the DNS alias record of the proxy's own domain");
  output("proxy_hosted_zone_id", distribution.hostedZoneId, "Hosted zone id of that target");
}

interface ProxyAddress extends Pick<SecretHashProxy, "endpoint" | "distribution"> {
  /** Whether its host name is a sensitive variable. */
  readonly isSensitive: boolean;
}

/** The value as a token; through any other, cdktf looks with `util.isArray`, about which Node warns since version 22. */
function asToken(value: unknown) {
  return Lazy.anyValue({ produce: () => value });
}
