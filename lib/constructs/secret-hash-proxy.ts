import { createHash } from "node:crypto";
import { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Construct } from "constructs";
import type { ClientModel } from "../model/model";
import { type PoolProxy, proxyName } from "../model/secret-hash-proxy";
import { known } from "../model/value";
import { SECRET_HEADER } from "../secret-hash-proxy/edge-handler";
import { OPERATION_NAMES } from "../secret-hash-proxy/operations";
import { FUNCTION_ARCHIVE, functionArchive } from "../terraform/function-archive";
import { optional, textValue } from "../terraform/template";
import type { AppClient } from "./app-client";
import { addressOf } from "./rule-set";
import type { UserPool } from "./user-pool";
import { writeOnlyVersion } from "./write-only-version";

/** The Region of Lambda@Edge and of what CloudFront uses: function, certificate, secret. */
const HOME = "us-east-1";

export interface SecretHashProxyProps {
  readonly userPool: UserPool;
  readonly proxy: PoolProxy;
  /** The clients of the pool; those behind the proxy are served. */
  readonly clients: readonly AppClient[];
  /** The AWS provider of us-east-1. */
  readonly usEast1: AwsProvider;
}

/**
 * A CloudFront distribution in front of the Cognito API of a pool's Region, whose Lambda@Edge function adds the proof of
 * a client's secret to each call. `FUNCTION_ARCHIVE` must be beside the configuration.
 */
export class SecretHashProxy extends Construct {
  readonly distribution: CloudfrontDistribution;
  /** Where apps send their calls of the Cognito API: an https URL. */
  readonly endpoint: string;

  constructor(scope: Construct, id: string, { userPool, proxy, clients, usEast1 }: SecretHashProxyProps) {
    super(scope, id);
    const { environment } = userPool.model;
    const name = proxyName(userPool.model);
    const region = known(environment.region);
    const replicas = region === undefined || region === HOME ? [] : [region];

    const secret = new SecretsmanagerSecret(this.#part("secret"), id, {
      provider: usEast1,
      name,
      description: "Secrets of the app clients behind the SECRET_HASH proxy, by client id",
      recoveryWindowInDays: 0,
      replica: replicas.map((each) => ({ region: each })),
    });
    const behind = clients
      .filter(({ model }) => proxy.clients.some(({ key }) => key === model.key))
      .flatMap(({ model, generations }) => generations.map(({ resource }) => ({ model, resource })));
    const version = new SecretsmanagerSecretVersion(this.#part("secret-version"), id, {
      provider: usEast1,
      secretId: secret.id,
      secretStringWo: `\${jsonencode({ ${behind.map(entryOf).join(", ")} })}`,
      secretStringWoVersion: writeOnlyVersion(`[${behind.map(publicPart).join(", ")}]`),
    });
    const arn = `${addressOf(secret)}.arn`;
    const copies = [arn, ...replicas.map((each) => `replace(${arn}, ":${HOME}:", ":${each}:")`)];

    const role = new IamRole(this.#part("role"), id, {
      name,
      description: "Role of the SECRET_HASH proxy of a Cognito user pool",
      assumeRolePolicy: TRUST,
    });
    new IamRolePolicy(this.#part("role-policy"), id, {
      name,
      role: role.id,
      policy: permissions(name, copies),
    });
    const logs = new CloudwatchLogGroup(this.#part("log-group"), id, {
      provider: usEast1,
      name: logGroup(name),
      retentionInDays: 30,
    });
    const lambda = new LambdaFunction(this.#part("function"), id, {
      provider: usEast1,
      functionName: name,
      description: "Adds the SECRET_HASH to calls of the Cognito API",
      role: role.arn,
      runtime: "nodejs22.x",
      handler: "index.handler",
      filename: `\${path.module}/${FUNCTION_ARCHIVE}`,
      sourceCodeHash: createHash("sha256").update(functionArchive()).digest("base64"),
      memorySize: 128,
      timeout: 10,
      publish: true,
      // Lambda refuses while CloudFront still has copies of the function, for hours after the distribution is gone.
      timeouts: { delete: "60m" },
      dependsOn: [logs],
    });

    this.distribution = new CloudfrontDistribution(this.#part("distribution"), id, {
      comment: `SECRET_HASH proxy of Cognito user pool ${userPool.model.key}`,
      enabled: true,
      isIpv6Enabled: true,
      aliases: optional(proxy.domain, (domain) => [textValue(domain)]),
      webAclId: optional(proxy.webAclArn, textValue),
      origin: [
        {
          originId: "cognito",
          domainName: `cognito-idp.${textValue(environment.region)}.amazonaws.com`,
          customOriginConfig: {
            httpPort: 80,
            httpsPort: 443,
            originProtocolPolicy: "https-only",
            originSslProtocols: ["TLSv1.2"],
          },
          customHeader: [{ name: SECRET_HEADER, value: copies.map((copy) => `\${${copy}}`).join(",") }],
        },
      ],
      defaultCacheBehavior: {
        targetOriginId: "cognito",
        viewerProtocolPolicy: "https-only",
        // CloudFront has no shorter list with POST.
        allowedMethods: ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
        cachedMethods: ["GET", "HEAD"],
        cachePolicyId: CACHING_DISABLED,
        originRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
        lambdaFunctionAssociation: [{ eventType: "origin-request", lambdaArn: lambda.qualifiedArn, includeBody: true }],
      },
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerCertificate:
        proxy.certificateArn === undefined
          ? { cloudfrontDefaultCertificate: true }
          : {
              acmCertificateArn: textValue(proxy.certificateArn),
              sslSupportMethod: "sni-only",
              minimumProtocolVersion: "TLSv1.2_2021",
            },
    });
    const parts = { distribution: this.distribution, secret, version };
    const joined = Object.entries(parts).map(([part, resource]) => `${part} = ${addressOf(resource)}`);
    userPool.ruleSet.addObject("proxy", userPool.model.key, `{ ${joined.join(", ")} }`);
    const host = proxy.domain === undefined ? this.distribution.domainName : textValue(proxy.domain);
    this.endpoint = `https://${host}`;
  }

  /** Every part has the same name, in a construct of its own: Terraform knows them apart by their type. */
  #part(id: string): Construct {
    return new Construct(this, id);
  }
}

/**
 * CloudFront's managed policies: nothing is cached, and everything is forwarded but the host name, which Cognito would
 * not know.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
 */
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

/** What Lambda and Lambda@Edge may do with the role: a policy, as every policy here a Terraform expression. */
const TRUST = policy([
  `Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = ["edgelambda.amazonaws.com", "lambda.amazonaws.com"] }`,
]);

/** The function reads its one secret, and writes logs in whichever Region it runs. */
function permissions(name: string, secrets: readonly string[]): string {
  const logs = ["CreateLogGroup", "CreateLogStream", "PutLogEvents"].map((action) => `"logs:${action}"`).join(", ");
  return policy([
    `Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = [${secrets.join(", ")}]`,
    `Effect = "Allow", Action = [${logs}], Resource = "arn:aws:logs:*:*:log-group:${logGroup(name)}:*"`,
  ]);
}

function policy(statements: readonly string[]): string {
  const list = statements.map((statement) => `{ ${statement} }`).join(", ");
  return `\${jsonencode({ Version = "2012-10-17", Statement = [${list}] })}`;
}

/** The log group of a function of Lambda@Edge, which has this name in every Region. */
function logGroup(name: string): string {
  return `/aws/lambda/${HOME}.${name}`;
}

/** An app client behind the proxy: a generation of a client in the config. */
type Behind = Pick<AppClient, "model" | "resource">;

/** A client in the secret, as `clientsOf` in `lib/secret-hash-proxy` reads it: a Terraform expression. */
function entryOf({ model, resource }: Behind): string {
  const address = addressOf(resource);
  return `(${address}.id) = { ${[...settingsIn(model), `secret = ${address}.client_secret`].join(", ")} }`;
}

/** The same without the secret. */
function publicPart({ model, resource }: Behind): string {
  return `{ ${[`id = ${addressOf(resource)}.id`, ...settingsIn(model)].join(", ")} }`;
}

function settingsIn(model: ClientModel): string[] {
  return Object.entries(settingsOf(model)).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
}

function settingsOf({ secretHashProxy, enablePropagateAdditionalUserContextData: propagates }: ClientModel): object {
  const allowed = secretHashProxy?.operations;
  return {
    ...(allowed && { operations: OPERATION_NAMES.filter((name) => allowed.includes(name)) }),
    ...(propagates && { propagatesContextData: true }),
  };
}
