import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../lib/config/schema";
import { SECRET_HEADER } from "../../lib/secret-hash-proxy/edge-handler";
import { FUNCTION_ARCHIVE, functionArchive } from "../../lib/terraform/function-archive";
import { synthesizeOne } from "../examples/examples";
import { type ApiCall, LoopbackCognito } from "../support/cognito/loopback-cognito";
import { describeWhole, Workspace } from "../support/terraform";

jest.setTimeout(600_000);

const CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d-0000-4000-8000-000000000000";
const WEB_ACL = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/acme/1a2b3c4d-0000-4000-8000-000000000000";
const NAME = "acme-users-prod-proxy";
const LOG_GROUP = `/aws/lambda/us-east-1.${NAME}`;
const secretIn = (region: string) => `arn:aws:secretsmanager:${region}:111122223333:secret:${NAME}-AbCdEf`;

function configOf(clients: object): Config {
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: { users: { deletionProtection: false, clients } } as Config["pools"],
  };
}

const CONFIG = configOf({
  ios: {
    platform: "ios",
    secretHashProxy: { domain: "auth-api.acme.example", certificateArn: CERTIFICATE, webAclArn: WEB_ACL },
  },
});

/** What the AWS provider sends to make the parts of the proxy: `e2e/secret-hash-proxy` has the calls about its secret. */
const EXPECTED: Readonly<Record<string, object>> = {
  CreateRole: { RoleName: NAME, Path: "/" },
  PutRolePolicy: { RoleName: NAME, PolicyName: NAME },
  CreateLogGroup: { logGroupName: LOG_GROUP },
  PutRetentionPolicy: { logGroupName: LOG_GROUP, retentionInDays: 30 },
  CreateFunction: {
    FunctionName: NAME,
    Role: `arn:aws:iam::111122223333:role/${NAME}`,
    Code: { ZipFile: functionArchive().toString("base64") },
    Runtime: "nodejs22.x",
    Handler: "index.handler",
    MemorySize: 128,
    Timeout: 10,
    Publish: true,
  },
  CreateDistribution: {
    Enabled: true,
    Aliases: { Quantity: 1, Items: ["auth-api.acme.example"] },
    WebACLId: WEB_ACL,
    ViewerCertificate: { ACMCertificateArn: CERTIFICATE, SSLSupportMethod: "sni-only" },
    DefaultCacheBehavior: {
      TargetOriginId: "cognito",
      ViewerProtocolPolicy: "https-only",
      AllowedMethods: { Quantity: 7, CachedMethods: { Quantity: 2 } },
      // "CachingDisabled" and "AllViewerExceptHostHeader" of CloudFront's managed policies
      CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      LambdaFunctionAssociations: {
        Quantity: 1,
        Items: [
          {
            EventType: "origin-request",
            IncludeBody: true,
            LambdaFunctionARN: `arn:aws:lambda:us-east-1:111122223333:function:${NAME}:1`,
          },
        ],
      },
    },
    Origins: {
      Quantity: 1,
      Items: [
        {
          Id: "cognito",
          DomainName: "cognito-idp.eu-west-1.amazonaws.com",
          CustomHeaders: {
            Quantity: 1,
            Items: [{ HeaderName: SECRET_HEADER, HeaderValue: `${secretIn("us-east-1")},${secretIn("eu-west-1")}` }],
          },
          CustomOriginConfig: {
            HTTPSPort: 443,
            OriginProtocolPolicy: "https-only",
            OriginSslProtocols: { Quantity: 1, Items: ["TLSv1.2"] },
          },
        },
      ],
    },
  },
};

describeWhole("the SECRET_HASH proxy with all its parts, by real Terraform on loopback", () => {
  const workspace = new Workspace();
  let cognito: LoopbackCognito;
  const { json } = synthesizeOne(CONFIG);

  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
    await workspace.use(json, cognito.endpoint);
    writeFileSync(join(workspace.folder, FUNCTION_ARCHIVE), functionArchive());
  });
  afterAll(() => {
    cognito.stop();
    workspace.remove();
  });

  test("is created by calls that AWS's model accepts; the second plan is empty", async () => {
    await workspace.run("apply", "-auto-approve");
    const calls = cognito.newCalls();
    const made = (name: string) => calls.find(({ operation }) => operation === name) as ApiCall;
    for (const [operation, request] of Object.entries(EXPECTED))
      expect({ operation, ...made(operation)?.request }).toMatchObject(request);
    const { AssumeRolePolicyDocument } = made("CreateRole").request;
    expect(JSON.parse(String(AssumeRolePolicyDocument)).Statement).toEqual([
      {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: ["edgelambda.amazonaws.com", "lambda.amazonaws.com"] },
      },
    ]);
    expect(JSON.parse(String(made("PutRolePolicy").request.PolicyDocument)).Statement).toEqual([
      {
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        Resource: [secretIn("us-east-1"), secretIn("eu-west-1")],
      },
      {
        Effect: "Allow",
        Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `arn:aws:logs:*:*:log-group:${LOG_GROUP}:*`,
      },
    ]);
    expect(await workspace.run("plan")).toContain("No changes.");
    expect(JSON.parse(await workspace.run("output", "-json", "proxy_endpoint"))).toBe("https://auth-api.acme.example");
  });

  test("is destroyed once no client is behind it", async () => {
    const without = synthesizeOne(configOf({})).json;
    await workspace.use({ ...without, provider: json.provider }, cognito.endpoint);
    await workspace.run("apply", "-auto-approve");
    expect(cognito.newCalls().map(({ operation }) => operation)).toEqual(
      expect.arrayContaining([
        "DeleteDistribution",
        "DeleteFunction",
        "DeleteRolePolicy",
        "DeleteRole",
        "DeleteLogGroup",
      ]),
    );
    expect(await workspace.run("state", "list")).not.toContain("secret_hash_proxy");
  });
});
