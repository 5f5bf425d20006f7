import { execFileSync } from "node:child_process";
import fc from "fast-check";
import type { ProxiedClient, ProxiedClients } from "../../lib/secret-hash-proxy/clients";
import {
  OPERATION_NAMES,
  OPERATIONS,
  type Operation,
  type Proof,
  TOKEN_OPERATIONS,
} from "../../lib/secret-hash-proxy/operations";
import { secretHash } from "../../lib/secret-hash-proxy/secret-hash";
import { isRefusal, type Refusal, type SignedRequest, sign } from "../../lib/secret-hash-proxy/sign";

const CLIENT = { id: "1example23456789", secret: "a secret of the client" };
const SERVICE = "AWSCognitoIdentityProviderService";
const CLIENTS = clients({});

function clients(settings: Partial<ProxiedClient>): ProxiedClients {
  return new Map([[CLIENT.id, { secret: CLIENT.secret, ...settings }]]);
}

function call(operation: string, body: unknown, known = CLIENTS, contentType = "application/x-amz-json-1.1") {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return sign({ target: `${SERVICE}.${operation}`, contentType, body: text, address: "192.0.2.1" }, known);
}

function signed(operation: Operation, body: object): { target: string; body: Record<string, unknown> } {
  const result = call(operation, { ClientId: CLIENT.id, ...body });
  if (isRefusal(result)) throw new Error(result.message);
  return { target: result.target, body: JSON.parse(result.body) };
}

/** The same hash, computed by another implementation. */
function opensslHash(username: string): string {
  const hex = Buffer.from(CLIENT.secret).toString("hex");
  const args = ["dgst", "-sha256", "-mac", "HMAC", "-macopt", `hexkey:${hex}`, "-binary"];
  return execFileSync("openssl", args, { input: `${username}${CLIENT.id}` }).toString("base64");
}

describe("the hash", () => {
  test.each(["testuser", "jane@example.com", "Zoë +1 ${name}", "用户", "a".repeat(128)])(
    "of %s is what openssl computes",
    (name) => {
      expect(secretHash(name, CLIENT)).toBe(opensslHash(name));
    },
  );
});

describe("a call", () => {
  test.each(["SignUp", "ConfirmSignUp", "ResendConfirmationCode", "ForgotPassword", "ConfirmForgotPassword"] as const)(
    "of %s gets SecretHash at its top",
    (operation) => {
      const { target, body } = signed(operation, { Username: "jane", Password: '${x} %{y} " \n' });
      expect(target).toBe(`${SERVICE}.${operation}`);
      expect(body).toEqual({
        ClientId: CLIENT.id,
        Username: "jane",
        Password: '${x} %{y} " \n',
        SecretHash: opensslHash("jane"),
      });
    },
  );

  test("of InitiateAuth gets AuthParameters.SECRET_HASH", () => {
    const parameters = { USERNAME: "jane", SRP_A: "abc" };
    const { body } = signed("InitiateAuth", { AuthFlow: "USER_SRP_AUTH", AuthParameters: parameters });
    expect(body.AuthParameters).toEqual({ ...parameters, SECRET_HASH: opensslHash("jane") });
  });

  test("of RespondToAuthChallenge gets the hash of the name that the challenge gave, not of the alias", () => {
    const responses = { USERNAME: "0d5b6f4e-uuid", PASSWORD_CLAIM_SIGNATURE: "abc" };
    const { body } = signed("RespondToAuthChallenge", {
      ChallengeName: "PASSWORD_VERIFIER",
      ChallengeResponses: responses,
    });
    expect(body.ChallengeResponses).toEqual({ ...responses, SECRET_HASH: opensslHash("0d5b6f4e-uuid") });
  });

  test.each([
    ["GetTokensFromRefreshToken", { RefreshToken: "r" }],
    ["RevokeToken", { Token: "r" }],
  ] as const)("of %s gets the secret itself", (operation, given) => {
    expect(signed(operation, given).body).toEqual({ ClientId: CLIENT.id, ...given, ClientSecret: CLIENT.secret });
  });

  test.each(["REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"])(
    "of InitiateAuth with %s becomes GetTokensFromRefreshToken",
    (AuthFlow) => {
      const AuthParameters = { REFRESH_TOKEN: "r", DEVICE_KEY: "d" };
      expect(signed("InitiateAuth", { AuthFlow, AuthParameters, ClientMetadata: { a: "b" } })).toEqual({
        target: `${SERVICE}.GetTokensFromRefreshToken`,
        body: {
          RefreshToken: "r",
          ClientId: CLIENT.id,
          ClientSecret: CLIENT.secret,
          DeviceKey: "d",
          ClientMetadata: { a: "b" },
        },
      });
    },
  );

  test.each(Object.entries(TOKEN_OPERATIONS))(
    "of %s, which %j authorizes, is forwarded as it is",
    (operation, keys) => {
      for (const key of keys) {
        const body = { [key]: "t", ClientId: "other", PreviousPassword: "p" };
        const result = call(operation, body) as SignedRequest;
        expect(result.target).toBe(`${SERVICE}.${operation}`);
        expect(JSON.parse(result.body)).toEqual(body);
      }
      expect(call(operation, { Other: "t" })).toMatchObject({ type: "InvalidParameterException" });
    },
  );

  test.each([
    [true, { EncodedData: "d", IpAddress: "192.0.2.1" }],
    [false, { EncodedData: "d" }],
  ])(
    "never says an address that the caller chose, but its own where Cognito takes it: %s",
    (propagatesContextData, expected) => {
      const UserContextData = { EncodedData: "d", IpAddress: "198.51.100.7" };
      const body = { ClientId: CLIENT.id, Username: "jane", UserContextData };
      const result = call("SignUp", body, clients({ propagatesContextData })) as SignedRequest;
      expect(JSON.parse(result.body).UserContextData).toEqual(expected);
    },
  );

  test("cannot bring a hash or a secret of its own", () => {
    expect(signed("SignUp", { Username: "jane", SecretHash: "mine" }).body.SecretHash).toBe(opensslHash("jane"));
    expect(signed("RevokeToken", { Token: "r", ClientSecret: "mine" }).body.ClientSecret).toBe(CLIENT.secret);
  });
});

describe("is refused in Cognito's error form", () => {
  const valid = { ClientId: CLIENT.id, Username: "jane" };
  test.each<[string, () => SignedRequest | Refusal, string]>([
    ["another operation", () => call("AdminGetUser", valid), "UnknownOperationException"],
    [
      "an operation that is not listed",
      () => call("SignUp", valid, clients({ operations: ["InitiateAuth"] })),
      "UnknownOperationException",
    ],
    ["a name of Object's prototype", () => call("constructor", valid), "UnknownOperationException"],
    [
      "another service",
      () => sign({ target: "Other.SignUp", contentType: "application/x-amz-json-1.1", body: "{}" }, CLIENTS),
      "UnknownOperationException",
    ],
    [
      "no target",
      () => sign({ target: undefined, contentType: "application/x-amz-json-1.1", body: "{}" }, CLIENTS),
      "UnknownOperationException",
    ],
    ["another content type", () => call("SignUp", valid, CLIENTS, "application/json"), "SerializationException"],
    ["a body that is not JSON", () => call("SignUp", "{"), "SerializationException"],
    ["a body that is a list", () => call("SignUp", "[]"), "SerializationException"],
    ["another client", () => call("SignUp", { ...valid, ClientId: "other" }), "ResourceNotFoundException"],
    ["no client", () => call("SignUp", { Username: "jane" }), "ResourceNotFoundException"],
    ["no user name", () => call("SignUp", { ClientId: CLIENT.id }), "InvalidParameterException"],
    ["an empty user name", () => call("SignUp", { ...valid, Username: "" }), "InvalidParameterException"],
    [
      "a user name of an inherited property",
      () => call("InitiateAuth", { ...valid, AuthParameters: [] }),
      "InvalidParameterException",
    ],
    [
      "a refresh without a token",
      () => call("InitiateAuth", { ...valid, AuthFlow: "REFRESH_TOKEN_AUTH" }),
      "InvalidParameterException",
    ],
  ])("%s", (_, run, type) => {
    expect(run()).toMatchObject({ status: 400, type, message: expect.any(String) });
  });
});

test("whatever the body, a call is forwarded with the hash of the name in it or with the secret, or refused without either", () => {
  const hostile = fc.oneof(fc.jsonValue(), fc.constantFrom("", "jane", {}, [], null, "__proto__"));
  const place = fc.record(
    { USERNAME: hostile, SECRET_HASH: hostile, REFRESH_TOKEN: hostile, __proto__: hostile },
    { requiredKeys: [] },
  );
  const calls = fc.record(
    {
      ClientId: fc.oneof({ weight: 9, arbitrary: fc.constant<unknown>(CLIENT.id) }, hostile),
      Username: hostile,
      SecretHash: hostile,
      ClientSecret: hostile,
      AuthFlow: fc.oneof(fc.constantFrom<unknown>("USER_PASSWORD_AUTH", "REFRESH_TOKEN_AUTH"), hostile),
      AuthParameters: fc.oneof(place, hostile),
      ChallengeResponses: fc.oneof(place, hostile),
      UserContextData: hostile,
    },
    { requiredKeys: ["ClientId"] },
  );
  const text = fc.oneof({ weight: 6, arbitrary: calls.map((each) => JSON.stringify(each)) }, fc.json(), fc.string());
  let forwarded = 0;
  fc.assert(
    fc.property(fc.constantFrom(...OPERATION_NAMES), text, (operation, text) => {
      const result = call(operation, text);
      if (isRefusal(result)) return expect(JSON.stringify(result)).not.toContain(CLIENT.secret);
      forwarded += 1;
      const body = JSON.parse(result.body);
      const sent = result.target.replace(`${SERVICE}.`, "") as Operation;
      const proof: Proof = OPERATIONS[sent];
      const at = (keys: readonly string[]) => keys.reduce((value, key) => value[key], body);
      expect(body.ClientId).toBe(CLIENT.id);
      if (proof.kind === "hash") expect(at(proof.hash)).toBe(secretHash(at(proof.username), CLIENT));
      else expect(at(proof.secret)).toBe(CLIENT.secret);
    }),
    { numRuns: 3000 },
  );
  expect(forwarded).toBeGreaterThan(300);
});
