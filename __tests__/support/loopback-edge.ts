import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { EdgeRequest, EdgeResponse, OriginRequestEvent } from "../../lib/secret-hash-proxy/edge-handler";

type Handler = (event: OriginRequestEvent) => Promise<EdgeRequest | EdgeResponse>;

/** CloudFront gives a function at most so many bytes of a body, and says where there were more. */
const MOST_BYTES = 1_048_576;

/**
 * CloudFront on loopback, as far as a Lambda@Edge function at the origin request sees it: turns each HTTP request into
 * an event, and sends what the function answers to the origin, or back.
 */
export class LoopbackEdge {
  readonly #server: Server;

  /**
   * @param origin http URL of the origin
   * @param customHeaders headers that the distribution adds to requests to the origin
   */
  private constructor(origin: string, customHeaders: Readonly<Record<string, string>>, handler: Handler) {
    this.#server = createServer(async (message, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of message) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const request: EdgeRequest = {
        clientIp: "192.0.2.1",
        method: message.method ?? "",
        uri: message.url ?? "",
        headers: asEdgeHeaders(message.headers as Record<string, string>),
        body: {
          data: body.subarray(0, MOST_BYTES).toString("base64"),
          encoding: "base64",
          inputTruncated: body.length > MOST_BYTES,
          action: "read-only",
        },
        origin: { custom: { customHeaders: asEdgeHeaders(customHeaders) } },
      };
      const answer = await handler({ Records: [{ cf: { request } }] });
      if ("status" in answer) {
        response.writeHead(Number(answer.status), asHeaders(answer.headers)).end(answer.body);
        return;
      }
      const { "content-length": _, host: __, connection: ___, ...headers } = asHeaders(answer.headers);
      const forwarded = await fetch(`${origin}${answer.uri}`, {
        method: answer.method,
        headers: { ...headers, ...asHeaders(answer.origin?.custom?.customHeaders ?? {}) },
        ...(answer.method === "POST" && { body: Buffer.from(answer.body?.data ?? "", "base64") }),
      });
      response.writeHead(forwarded.status, Object.fromEntries(forwarded.headers)).end(await forwarded.text());
    });
  }

  static async start(origin: string, customHeaders: Record<string, string>, handler: Handler): Promise<LoopbackEdge> {
    const edge = new LoopbackEdge(origin, customHeaders, handler);
    await new Promise<void>((resolve) => edge.#server.listen(0, "127.0.0.1", resolve));
    return edge;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

function asEdgeHeaders(headers: Readonly<Record<string, string>>): EdgeRequest["headers"] {
  return Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), [{ key, value }]]));
}

function asHeaders(headers: EdgeRequest["headers"]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([key, [first]]) => [key, first?.value ?? ""]));
}
