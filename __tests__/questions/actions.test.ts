import type { Client, Pool } from "../../lib/config/schema";
import { getScope, read, refresh, signIn, write } from "../../lib/questions/actions";
import type { Answer } from "../../lib/questions/answer";
import { plain } from "../../lib/text/quoted";
import { configOf, modelOf } from "../support/models";

type PoolPart = Partial<Omit<Pool, "clients">>;

const word = ({ is }: Answer) => (is === undefined ? "open" : is ? "yes" : "no");
/** The one client of a pool, and the pool. */
function given(client: Client, pool: PoolPart = {}) {
  const model = modelOf(configOf({ client, pool }));
  return [model.clients[0] as (typeof model.clients)[number], model] as const;
}

const domain = { prefix: "example-login" };
const callbackUrls = ["https://app.example.com/callback"];
const google: PoolPart = {
  domain,
  identityProviders: {
    Google: {
      providerType: "Google",
      providerDetails: { client_id: "id", client_secret: "secret", authorize_scopes: "openid email" },
      attributeMapping: { email: "email", "custom:team": "hd" },
    },
  },
  attributes: { "custom:team": {}, "custom:code": { mutable: false } },
};
const triggers = Object.fromEntries(
  ["defineAuthChallenge", "createAuthChallenge", "verifyAuthChallengeResponse"].map((name) => [
    name,
    "arn:aws:lambda:eu-west-1:123456789012:function:challenge",
  ]),
);
const pages: Client = {
  platform: "spa",
  callbackUrls,
  explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
};
const machine: Client = { platform: "machine", allowedOauthScopes: ["api/read"] };
const api: PoolPart = { resourceServers: { api: { scopes: { read: "Read" } } } };

test.each<[string, string, Client, PoolPart?, string?]>([
  ["yes", "a flow of the API", { platform: "ios" }],
  ["no", "a machine", machine, api],
  ["no", "refresh alone", { platform: "public", explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] }],
  ["yes", "the hosted pages", pages, { domain }],
  ["no", "the hosted pages without a domain", pages],
  ["open", "the hosted pages of a pool elsewhere", pages, { existing: { userPoolId: "eu-west-1_Ab3dEf6h1" } }],
  ["open", "a variable for the flows", { platform: "public", explicitAuthFlows: { var: "flows" } }],
  ["no", "custom authentication without triggers", { platform: "public", explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] }],
  [
    "yes",
    "custom authentication",
    { platform: "public", explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
    { lambdaConfig: triggers },
  ],
  ["yes", "Google", { ...pages, supportedIdentityProviders: ["Google"] }, google, "Google"],
  ["no", "Google, which the client does not have", pages, google, "Google"],
  [
    "no",
    "Google, which the pool does not have",
    { ...pages, supportedIdentityProviders: ["Google"] },
    { domain },
    "Google",
  ],
  [
    "yes",
    "users of the pool by the API, whatever the providers",
    { platform: "spa", callbackUrls, supportedIdentityProviders: ["Google"] },
    google,
    "COGNITO",
  ],
  [
    "no",
    "users of the pool by the pages of another provider",
    { ...pages, supportedIdentityProviders: ["Google"] },
    google,
    "COGNITO",
  ],
])("sign-in: %s with %s", (expected, _, client, ...[pool, provider]) => {
  const [app, model] = given(client, pool);
  expect(word(signIn(app, model, provider))).toBe(expected);
});

test.each<[string, string, Client, PoolPart?]>([
  ["yes", "the flow", { platform: "ios" }],
  ["no", "neither flow nor rotation", { platform: "ios", explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }],
  ["yes", "rotation", { platform: "ios", explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], refreshTokenRotation: {} }],
  ["no", "a machine", machine, api],
  [
    "no",
    "the implicit grant alone, which gives no refresh token",
    { ...pages, allowedOauthFlows: ["implicit"] },
    { domain },
  ],
])("refresh: %s with %s", (expected, _, client, ...[pool]) => {
  const [app, model] = given(client, pool);
  expect(word(refresh(app, model))).toBe(expected);
});

test.each<[string, string, Client, PoolPart, string]>([
  ["yes", "a machine's scope", machine, api, "api/read"],
  ["no", "another scope", machine, api, "api/write"],
  ["no", "a client without OAuth", { platform: "ios" }, {}, "openid"],
  [
    "yes",
    "the API, which gives the scope of the own account always",
    { platform: "ios" },
    {},
    "aws.cognito.signin.user.admin",
  ],
  ["no", "pages without that scope", pages, { domain }, "aws.cognito.signin.user.admin"],
])("get: %s with %s", (expected, _, client, pool, scope) => {
  const [app, model] = given(client, pool);
  expect(word(getScope(app, model, scope))).toBe(expected);
});

test.each<[string, string, Client, PoolPart, string]>([
  ["yes", "default attributes", { platform: "ios" }, {}, "email"],
  ["no", "a list without it", { platform: "ios", readAttributes: ["name"] }, {}, "email"],
  ["no", "a machine", machine, api, "email"],
])("read: %s with %s", (expected, _, client, pool, attribute) => {
  const [app, model] = given(client, pool);
  expect(word(read(app, model, attribute))).toBe(expected);
});

const team = { writeAttributes: ["email", "custom:team", "custom:code"] };
test.each<[string, string, Client, PoolPart, string]>([
  ["yes", "the list, at sign-up", { platform: "ios", ...team }, google, "custom:team"],
  ["no", "a custom attribute by default", { platform: "ios" }, google, "custom:team"],
  ["yes", "an immutable attribute, at sign-up", { platform: "ios", ...team }, google, "custom:code"],
  [
    "no",
    "an immutable attribute, where only administrators create users",
    { platform: "ios", ...team },
    { ...google, adminCreateUserOnly: true },
    "custom:code",
  ],
  [
    "yes",
    "a mutable attribute there",
    { platform: "ios", ...team },
    { ...google, adminCreateUserOnly: true },
    "custom:team",
  ],
  [
    "no",
    "pages without the scope of the own account, there",
    { ...pages, ...team },
    { ...google, adminCreateUserOnly: true },
    "custom:team",
  ],
  [
    "yes",
    "a provider that maps it, there",
    { ...pages, ...team, supportedIdentityProviders: ["Google"] },
    { ...google, adminCreateUserOnly: true },
    "custom:team",
  ],
  ["no", "a machine", { ...machine, ...team }, { ...google, ...api }, "custom:team"],
])("write: %s with %s", (expected, _, client, pool, attribute) => {
  const [app, model] = given(client, pool);
  expect(word(write(app, model, attribute))).toBe(expected);
});

test("facts of a no are what is missing, facts of a yes what leads there", () => {
  const [app, model] = given({ platform: "spa", callbackUrls }, {});
  expect(getScope(app, model, "openid").because.map(({ says }) => says)).toContain("the pool has no domain");
  expect(
    signIn(app, model)
      .because.map(({ says }) => says)
      .join(),
  ).toMatch(/^explicitAuthFlows has .*SRP/);
});

test("an empty list is what Cognito takes it for: its default", () => {
  const [app, model] = given(
    { platform: "ios", explicitAuthFlows: [], readAttributes: [], writeAttributes: [] },
    { attributes: { "custom:team": {} } },
  );
  const answers = {
    "sign-in": signIn(app, model),
    refresh: refresh(app, model),
    "read email": read(app, model, "email"),
    "read custom:team": read(app, model, "custom:team"),
    "write email": write(app, model, "email"),
    "write email_verified": write(app, model, "email_verified"),
    "write custom:team": write(app, model, "custom:team"),
  };
  expect(Object.entries(answers).map(([what, answer]) => `${what}: ${word(answer)}`)).toEqual([
    "sign-in: yes",
    "refresh: yes",
    "read email: yes",
    "read custom:team: no",
    "write email: yes",
    "write email_verified: no",
    "write custom:team: no",
  ]);
  expect(plain(answers.refresh.because.at(0)?.says ?? "")).toBe(
    "explicitAuthFlows is empty, which Cognito takes for its default: that has ALLOW_USER_SRP_AUTH",
  );
});
