import { gzipSync } from "node:zlib";
import fc from "fast-check";
import {
  type EdgeRequest,
  type EdgeResponse,
  edgeHandler,
  SECRET_HEADER,
} from "../../lib/secret-hash-proxy/edge-handler";
import { secretHash } from "../../lib/secret-hash-proxy/secret-hash";

const CLIENT = { id: "1example23456789", secret: "a secret of the client" };
const ARN = "arn:aws:secretsmanager:us-east-1:111122223333:secret:acme";

const handler = edgeHandler(async ([arn]) => {
  if (arn !== ARN) throw new Error(`cannot read ${arn}`);
  return new Map([[CLIENT.id, { secret: CLIENT.secret }]]);
});

function request(body: object, changes: Partial<EdgeRequest> = {}, arn = ARN): EdgeRequest {
  return {
    method: "POST",
    uri: "/",
    headers: {
      "content-type": [{ key: "Content-Type", value: "application/x-amz-json-1.1" }],
      "x-amz-target": [{ key: "X-Amz-Target", value: "AWSCognitoIdentityProviderService.SignUp" }],
    },
    body: { data: Buffer.from(JSON.stringify(body)).toString("base64"), encoding: "base64", inputTruncated: false },
    origin: {
      custom: {
        customHeaders: {
          [SECRET_HEADER]: [{ key: SECRET_HEADER, value: arn }],
          "x-other": [{ key: "X-Other", value: "1" }],
        },
      },
    },
    ...changes,
  };
}

const run = (each: EdgeRequest) => handler({ Records: [{ cf: { request: each } }] });
function withoutBody({ body: _, ...rest }: EdgeRequest): EdgeRequest {
  return rest;
}

const signUp = { ClientId: CLIENT.id, Username: "jane", Password: "p" };

describe("the handler of the distribution", () => {
  test("forwards the call with its hash, and without the header that names the secret", async () => {
    const { body, headers, origin } = (await run(request(signUp))) as EdgeRequest;
    expect(JSON.parse(Buffer.from(body?.data ?? "", "base64").toString())).toEqual({
      ...signUp,
      SecretHash: secretHash("jane", CLIENT),
    });
    expect(body).toMatchObject({ encoding: "base64", action: "replace" });
    expect(headers["x-amz-target"]?.[0]?.value).toBe("AWSCognitoIdentityProviderService.SignUp");
    expect(origin?.custom?.customHeaders).toEqual({ "x-other": [{ key: "X-Other", value: "1" }] });
  });

  test("leaves the question that a browser asks first to Cognito, without the header that names the secret", async () => {
    const asked = request({}, { method: "OPTIONS" });
    const { body: _, ...rest } = asked;
    expect(await run(rest)).toEqual({
      ...rest,
      origin: { custom: { customHeaders: { "x-other": [{ key: "X-Other", value: "1" }] } } },
    });
  });

  const bytes = (text: string | Buffer) =>
    ({ data: Buffer.from(text).toString("base64"), encoding: "base64" }) as const;
  const sent = (body: Pick<NonNullable<EdgeRequest["body"]>, "data" | "encoding">) =>
    request(signUp, { body: { ...body, inputTruncated: false } });
  const json = JSON.stringify(signUp);
  const deep = `${'{"a":'.repeat(150_000)}1${"}".repeat(150_000)}`;

  test.each<[string, EdgeRequest]>([
    ["deep nesting", sent(bytes(json.replace("}", `,"ClientMetadata":${deep}}`)))],
    ["a byte order mark", sent(bytes(`\uFEFF${json}`))],
    ["a compressed body", sent(bytes(gzipSync(json)))],
    ["a second JSON text", sent(bytes(json + json))],
    ["UTF-16", sent(bytes(Buffer.from(json, "utf16le")))],
    ["text that is said to be Base64", sent({ data: json, encoding: "base64" })],
    ["Base64 that is said to be text", sent({ ...bytes(json), encoding: "text" })],
    ["nothing", sent(bytes(""))],
  ])("answers %s as no JSON that it can read", async (_, each) => {
    const answer = (await run(each)) as EdgeResponse;
    expect(answer).toMatchObject({
      status: "400",
      headers: { "x-amzn-errortype": [{ value: "SerializationException" }] },
    });
  });

  test.each<[string, string, object]>([
    ["the last of two names", `{"Username":"john",${json.slice(1)}`, { Username: "jane" }],
    ["the last of two hashes, replaced", json.replace("}", ',"SecretHash":"a","SecretHash":"b"}'), {}],
    ["__proto__", json.replace("}", ',"__proto__":{"Username":"john","ClientId":"other"}}'), {}],
    ["a number beyond every range", json.replace("}", ',"ClientMetadata":{"n":1e999}}'), {}],
    ["half of a surrogate pair", json.replace('"jane"', '"\\ud83d"'), { Username: "\ud83d" }],
  ])("signs the name that it forwards: %s", async (_, text, expected) => {
    const { body } = (await run(sent(bytes(text)))) as EdgeRequest;
    const forwarded = JSON.parse(Buffer.from(body?.data ?? "", "base64").toString());
    expect(forwarded).toMatchObject({ ClientId: CLIENT.id, ...expected });
    expect(forwarded.SecretHash).toBe(secretHash(forwarded.Username, CLIENT));
  });

  test.each<[string, EdgeRequest, string, string]>([
    ["another method", request(signUp, { method: "GET" }), "404", "UnknownOperationException"],
    ["another path", request(signUp, { uri: "/oauth2/token" }), "404", "UnknownOperationException"],
    [
      "a truncated body",
      request(signUp, { body: { data: "e30=", encoding: "base64", inputTruncated: true } }),
      "413",
      "SerializationException",
    ],
    ["a secret that cannot be read", request(signUp, {}, "arn:other"), "503", "InternalErrorException"],
    ["no body", withoutBody(request(signUp)), "413", "SerializationException"],
    ["no secret", request(signUp, { origin: { custom: { customHeaders: {} } } }), "503", "InternalErrorException"],
    ["another client", request({ ...signUp, ClientId: "other" }), "400", "ResourceNotFoundException"],
  ])("answers %s in Cognito's error form, and forwards nothing", async (_, each, status, type) => {
    const answer = (await run(each)) as EdgeResponse;
    expect(answer).toMatchObject({ status, headers: { "x-amzn-errortype": [{ value: type }] } });
    expect(JSON.parse(answer.body)).toEqual({ __type: type, message: expect.any(String) });
    expect(JSON.stringify(answer)).not.toMatch(/a secret of the client|arn:/);
  });
});

test("whatever bytes and headers arrive, the handler answers or forwards, and shows neither secret nor ARN", async () => {
  const header = fc.option(fc.array(fc.record({ value: fc.string() }), { maxLength: 2 }), { nil: undefined });
  const around = fc.record({
    method: fc.constantFrom("POST", "POST", "POST", "OPTIONS", "PUT", "post"),
    uri: fc.oneof({ weight: 5, arbitrary: fc.constant("/") }, fc.string()),
    encoding: fc.constantFrom<"base64" | "text">("base64", "text"),
    data: fc.oneof(
      fc.constant(encoded(JSON.stringify(signUp))),
      fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("base64")),
      fc.string({ unit: "binary" }),
    ),
    target: fc.oneof(fc.constant([{ value: "AWSCognitoIdentityProviderService.SignUp" }]), header),
    type: fc.oneof(fc.constant([{ value: "application/x-amz-json-1.1; charset=utf-8" }]), header),
    inputTruncated: fc.boolean(),
    isKnown: fc.boolean(),
  });
  let forwarded = 0;
  await fc.assert(
    fc.asyncProperty(around, async ({ method, uri, encoding, data, target, type, inputTruncated, isKnown }) => {
      const headers = { ...(target && { "x-amz-target": target }), ...(type && { "content-type": type }) };
      const body = { data, encoding, inputTruncated };
      const answer = await run(request({}, { method, uri, headers, body }, isKnown ? ARN : "arn:other"));
      const text = JSON.stringify(answer);
      for (const hidden of [CLIENT.secret, ARN, SECRET_HEADER]) expect(text).not.toContain(hidden);
      if ("status" in answer)
        expect(JSON.parse(answer.body)).toEqual({ __type: expect.any(String), message: expect.any(String) });
      else if (method === "POST") {
        forwarded += 1;
        expect([uri, inputTruncated, isKnown]).toEqual(["/", false, true]);
        expect(JSON.parse(Buffer.from(answer.body?.data ?? "", "base64").toString())).toHaveProperty("SecretHash");
      }
    }),
    { numRuns: 2000 },
  );
  expect(forwarded).toBeGreaterThan(0);
});

function encoded(text: string): string {
  return Buffer.from(text).toString("base64");
}
