import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on loopback that answers for Cognito while an existing pool is planned without credentials. */
export interface StandIn {
  /** In place of every AWS service. */
  readonly endpoint: string;
  readonly close: () => void;
}

/**
 * Answers `DescribeUserPool` for any pool id, and `GetSecretValue` for any secret, so that a plan with a pool that is
 * managed elsewhere, or with stored secrets, needs no AWS. The pool it describes has the attributes it is given, and a
 * secret the keys; nothing else of the real ones is known here.
 */
export function startStandIn(attributes: readonly object[], secretKeys: readonly string[] = []): Promise<StandIn> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const asked = JSON.parse(Buffer.concat(chunks).toString() || "{}");
      const isSecret = String(request.headers["x-amz-target"]).startsWith("secretsmanager.");
      const answer = isSecret ? secretAnswer(asked, secretKeys) : poolAnswer(asked, attributes);
      response.writeHead(200, { "Content-Type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(answer));
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.unref();
      resolve({ endpoint: `http://127.0.0.1:${port}`, close: () => server.close() });
    });
  });
}

function poolAnswer({ UserPoolId: id = "" }: { UserPoolId?: string }, attributes: readonly object[]): object {
  const Arn = `arn:aws:cognito-idp:${id.split("_")[0]}:000000000000:userpool/${id}`;
  return { UserPool: { Id: id, Name: id, Arn, SchemaAttributes: attributes } };
}

/** A value that any detail of an identity provider can have. */
const SECRET = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";

function secretAnswer({ SecretId = "" }: { SecretId?: string }, keys: readonly string[]): object {
  const value = Object.fromEntries(keys.map((key) => [key, SECRET]));
  return {
    ARN: SecretId.startsWith("arn:")
      ? SecretId
      : `arn:aws:secretsmanager:eu-west-1:000000000000:secret:${SecretId}-AbCdEf`,
    Name: SecretId,
    VersionId: "00000000-0000-4000-8000-000000000000",
    SecretString: JSON.stringify(value),
    VersionStages: ["AWSCURRENT"],
    CreatedDate: 0,
  };
}
