import type { ProxiedClients } from "./clients";
import { isRefusal, type Refusal, sign } from "./sign";

/** The part of a Lambda@Edge origin-request event that the handler reads. */
export interface OriginRequestEvent {
  readonly Records: readonly [{ readonly cf: { readonly request: EdgeRequest } }];
}

export type EdgeHeaders = Readonly<Record<string, readonly { readonly key?: string; readonly value: string }[]>>;

export interface EdgeRequest {
  readonly clientIp?: string;
  readonly method: string;
  readonly uri: string;
  readonly headers: EdgeHeaders;
  readonly body?: {
    readonly data: string;
    readonly encoding: "base64" | "text";
    /** The body has more than 1 MB, and this is the beginning of it. */
    readonly inputTruncated: boolean;
    readonly action?: "replace" | "read-only";
  };
  readonly origin?: { readonly custom?: { readonly customHeaders: EdgeHeaders } };
}

export interface EdgeResponse {
  readonly status: string;
  readonly headers: EdgeHeaders;
  readonly body: string;
}

/** Header of the origin, added by CloudFront and removed here: ARNs of the secret that holds the clients, and of its replica. */
export const SECRET_HEADER = "x-cognito-client-secrets";

/**
 * The clients from the secret with one of these ARNs. May cache.
 *
 * @throws Error of any kind: the request is refused, and the error is not shown
 */
export type ReadClients = (arns: readonly string[]) => Promise<ProxiedClients>;

/**
 * Makes the handler of a distribution in front of the Cognito API: signs each call, or answers it with an error.
 * Cognito itself answers the OPTIONS request that a browser sends first.
 */
export function edgeHandler(clientsIn: ReadClients) {
  return async ({ Records: [{ cf }] }: OriginRequestEvent): Promise<EdgeRequest | EdgeResponse> => {
    const { request } = cf;
    const { body } = request;
    if (request.uri !== "/") return response(NOT_FOUND);
    if (request.method === "OPTIONS") return withoutSecretHeader(request);
    if (request.method !== "POST") return response(NOT_FOUND);
    if (body === undefined || body.inputTruncated) return response(TOO_LARGE);
    const arns = request.origin?.custom?.customHeaders[SECRET_HEADER]?.[0]?.value;
    if (arns === undefined) return response(UNAVAILABLE);
    let clients: ProxiedClients;
    try {
      clients = await clientsIn(arns.split(","));
    } catch {
      return response(UNAVAILABLE);
    }
    const call = {
      target: request.headers["x-amz-target"]?.[0]?.value,
      contentType: request.headers["content-type"]?.[0]?.value,
      body: Buffer.from(body.data, body.encoding === "base64" ? "base64" : "utf8").toString("utf8"),
      ...(request.clientIp !== undefined && { address: request.clientIp }),
    };
    const signed = sign(call, clients);
    if (isRefusal(signed)) return response(signed);
    return {
      ...withoutSecretHeader(request),
      headers: { ...request.headers, "x-amz-target": [{ key: "X-Amz-Target", value: signed.target }] },
      body: {
        data: Buffer.from(signed.body).toString("base64"),
        encoding: "base64",
        inputTruncated: false,
        action: "replace",
      },
    };
  };
}

function withoutSecretHeader(request: EdgeRequest): EdgeRequest {
  const { origin } = request;
  if (origin?.custom === undefined) return request;
  const { [SECRET_HEADER]: _, ...customHeaders } = origin.custom.customHeaders;
  return { ...request, origin: { ...origin, custom: { ...origin.custom, customHeaders } } };
}

const NOT_FOUND: Refusal = { status: 404, type: "UnknownOperationException", message: "send a POST request to /" };
const TOO_LARGE: Refusal = { status: 413, type: "SerializationException", message: "the body is missing or too large" };
const UNAVAILABLE: Refusal = {
  status: 503,
  type: "InternalErrorException",
  message: "the proxy cannot read the client's secret",
};

/** An error in the form of the Cognito API, which scripts of every origin may read, as they may read Cognito's own. */
function response({ status, type, message }: Refusal): EdgeResponse {
  return {
    status: String(status),
    headers: {
      "access-control-allow-origin": [{ key: "Access-Control-Allow-Origin", value: "*" }],
      "access-control-expose-headers": [{ key: "Access-Control-Expose-Headers", value: "x-amzn-ErrorType" }],
      "cache-control": [{ key: "Cache-Control", value: "no-store" }],
      "content-type": [{ key: "Content-Type", value: "application/x-amz-json-1.1" }],
      "x-amzn-errortype": [{ key: "x-amzn-ErrorType", value: type }],
    },
    body: JSON.stringify({ __type: type, message }),
  };
}
