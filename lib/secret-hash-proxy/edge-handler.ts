import type { Operation } from "./operations";
import { isRefusal, type Refusal, sign } from "./sign";

/** The part of a Lambda@Edge origin-request event that the handler reads. */
export interface OriginRequestEvent {
  readonly Records: readonly [{ readonly cf: { readonly request: EdgeRequest } }];
}

export type EdgeHeaders = Readonly<Record<string, readonly { readonly key?: string; readonly value: string }[]>>;

export interface EdgeRequest {
  readonly method: string;
  readonly uri: string;
  readonly headers: EdgeHeaders;
  readonly body?: {
    readonly data: string;
    readonly encoding: "base64" | "text";
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

/** Header of the origin, added by CloudFront and removed here, with the ARN of the secret that holds the clients. */
export const SECRET_HEADER = "x-cognito-client-secrets";

export interface EdgeHandlerOptions {
  /**
   * The clients' secrets by client id, from the secret with this ARN. May cache.
   *
   * @throws Error of any kind: the request is refused, and the error is not shown
   */
  readonly secretsOf: (arn: string) => Promise<ReadonlyMap<string, string>>;
  readonly operations?: readonly Operation[];
}

/** Makes the handler of a distribution in front of the Cognito API: signs each call, or answers it with an error. */
export function edgeHandler({ secretsOf, operations }: EdgeHandlerOptions) {
  return async ({ Records: [{ cf }] }: OriginRequestEvent): Promise<EdgeRequest | EdgeResponse> => {
    const { request } = cf;
    const { body, origin } = request;
    const arn = origin?.custom?.customHeaders[SECRET_HEADER]?.[0]?.value;
    if (request.method !== "POST" || request.uri !== "/") return response(NOT_FOUND);
    if (body === undefined || body.inputTruncated) return response(TOO_LARGE);
    if (arn === undefined) return response(UNAVAILABLE);
    let secrets: ReadonlyMap<string, string>;
    try {
      secrets = await secretsOf(arn);
    } catch {
      return response(UNAVAILABLE);
    }
    const signed = sign(
      {
        target: request.headers["x-amz-target"]?.[0]?.value,
        contentType: request.headers["content-type"]?.[0]?.value,
        body: Buffer.from(body.data, body.encoding === "base64" ? "base64" : "utf8").toString("utf8"),
      },
      { secrets, ...(operations && { operations }) },
    );
    if (isRefusal(signed)) return response(signed);
    const { [SECRET_HEADER]: _, ...customHeaders } = origin?.custom?.customHeaders ?? {};
    return {
      ...request,
      headers: { ...request.headers, "x-amz-target": [{ key: "X-Amz-Target", value: signed.target }] },
      body: {
        data: Buffer.from(signed.body).toString("base64"),
        encoding: "base64",
        inputTruncated: false,
        action: "replace",
      },
      ...(origin?.custom && { origin: { ...origin, custom: { ...origin.custom, customHeaders } } }),
    };
  };
}

const NOT_FOUND: Refusal = { status: 404, type: "UnknownOperationException", message: "send a POST request to /" };
const TOO_LARGE: Refusal = { status: 413, type: "SerializationException", message: "the body is missing or too large" };
const UNAVAILABLE: Refusal = {
  status: 503,
  type: "InternalErrorException",
  message: "the proxy cannot read the client's secret",
};

/** An error in the form of the Cognito API. */
function response({ status, type, message }: Refusal): EdgeResponse {
  return {
    status: String(status),
    headers: {
      "content-type": [{ key: "Content-Type", value: "application/x-amz-json-1.1" }],
      "x-amzn-errortype": [{ key: "x-amzn-ErrorType", value: type }],
      "cache-control": [{ key: "Cache-Control", value: "no-store" }],
    },
    body: JSON.stringify({ __type: type, message }),
  };
}
