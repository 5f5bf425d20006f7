import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on loopback that answers for Cognito while an existing pool is planned without credentials. */
export interface StandIn {
  /** For the provider's `endpoints { cognitoidp = ... }`. */
  readonly endpoint: string;
  readonly close: () => void;
}

/**
 * Answers `DescribeUserPool` for any pool id, so that a plan with a pool that is managed elsewhere needs no AWS.
 * The pool it describes has the attributes it is given; nothing else of a real pool is known here.
 */
export function startStandIn(attributes: readonly object[]): Promise<StandIn> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { UserPoolId: id = "" } = JSON.parse(Buffer.concat(chunks).toString() || "{}");
      const answer = {
        UserPool: {
          Id: id,
          Name: id,
          Arn: `arn:aws:cognito-idp:${id.split("_")[0]}:000000000000:userpool/${id}`,
          SchemaAttributes: attributes,
        },
      };
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
