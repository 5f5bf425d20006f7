import { createHash, createHmac } from "node:crypto";

/** What identifies a caller of AWS. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** A call of an API that takes JSON. */
export interface JsonCall {
  readonly address: URL;
  readonly region: string;
  /** The name under which the service is signed: `wafv2`. */
  readonly service: string;
  /** The operation with its API: `AWSWAF_20190729.GetWebACLForResource`. */
  readonly target: string;
  readonly body: string;
}

const ALGORITHM = "AWS4-HMAC-SHA256";

/**
 * The headers of a POST request that is signed with Signature Version 4, without `host`, which every client sends by itself.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signedHeaders(call: JsonCall, credentials: Credentials, now: Date): Record<string, string> {
  const date = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const day = date.slice(0, 8);
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-date": date,
    ...(credentials.sessionToken !== undefined && { "x-amz-security-token": credentials.sessionToken }),
    "x-amz-target": call.target,
  };
  const all = Object.entries({ ...headers, host: call.address.host }).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = all.map(([name]) => name).join(";");
  const lines = all.map(([name, value]) => `${name}:${value}\n`).join("");
  const request = ["POST", call.address.pathname, "", lines, names, hash(call.body)].join("\n");
  const scope = [day, call.region, call.service, "aws4_request"];
  const text = [ALGORITHM, date, scope.join("/"), hash(request)].join("\n");
  const key = scope.reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${credentials.secretAccessKey}`);
  const credential = `${credentials.accessKeyId}/${scope.join("/")}`;
  const signature = hmac(key, text).toString("hex");
  return {
    ...headers,
    authorization: `${ALGORITHM} Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
