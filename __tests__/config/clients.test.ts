import fc from "fast-check";
import { attributesOfScope, READABLE_ATTRIBUTES, WRITABLE_ATTRIBUTES } from "../../lib/cognito/attributes";
import type { Platform } from "../../lib/cognito/platforms";
import { parseDuration, SECONDS, toSeconds } from "../../lib/config/duration";
import { resolveConfig } from "../../lib/config/resolve";
import type { Client, Pool } from "../../lib/config/schema";
import type { ClientModel, PoolModel } from "../../lib/model/model";
import { configOf, modelOf } from "../support/models";

const poolOf = (client: object, pool: Partial<Pool> = {}): PoolModel =>
  modelOf(configOf({ client: client as Client, pool }));
const clientOf = (client: object, pool?: Partial<Pool>): ClientModel => poolOf(client, pool).clients[0] as ClientModel;

const SRP = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"];
const CALLBACK = { callbackUrls: ["https://app.example.com/back"] };
const API: Partial<Pool> = { resourceServers: { api: { scopes: { read: "Read" } } } };

describe("the preset of a platform", () => {
  test.each<[Platform, boolean, string[], string]>([
    ["ios", false, SRP, "30 days"],
    ["android", false, SRP, "30 days"],
    ["spa", false, SRP, "1 days"],
    ["desktop", false, SRP, "30 days"],
    ["server", true, SRP, "30 days"],
    ["machine", true, ["ALLOW_REFRESH_TOKEN_AUTH"], "30 days"],
    ["public", false, SRP, "30 days"],
    ["confidential", true, SRP, "30 days"],
    ["other", false, [], "30 days"],
  ])("%s: secret %s, flows %j, refresh token %s", (platform, generateSecret, flows, refresh) => {
    const scopes = platform === "machine" ? { allowedOauthScopes: ["api/read"] } : {};
    const client = clientOf({ platform, ...scopes }, API);
    expect(client).toMatchObject({
      platform,
      name: "app",
      generateSecret,
      explicitAuthFlows: flows,
      accessTokenValidity: 1,
      idTokenValidity: 1,
      tokenValidityUnits: { accessToken: "hours", idToken: "hours", refreshToken: "days" },
      authSessionValidity: 3,
      refreshTokenRotation: { feature: "DISABLED", retryGracePeriodSeconds: 0 },
      enableTokenRevocation: true,
      preventUserExistenceErrors: "ENABLED",
      enablePropagateAdditionalUserContextData: false,
      preventDestroy: true,
      callbackUrls: [],
      logoutUrls: [],
      acknowledge: {},
    });
    expect(`${client.refreshTokenValidity} ${client.tokenValidityUnits.refreshToken}`).toBe(refresh);
    expect(client).not.toHaveProperty("defaultRedirectUri");
    expect(client).not.toHaveProperty("analyticsConfiguration");
    expect(client).not.toHaveProperty("renamedFrom");
  });

  test.each<[Platform, object, string[], string[], string[]]>([
    ["ios", {}, [], [], ["COGNITO"]],
    ["ios", CALLBACK, ["code"], ["openid"], ["COGNITO"]],
    ["android", CALLBACK, ["code"], ["openid"], ["COGNITO"]],
    ["spa", CALLBACK, ["code"], ["openid"], ["COGNITO"]],
    ["desktop", CALLBACK, ["code"], ["openid"], ["COGNITO"]],
    ["server", CALLBACK, ["code"], ["openid"], ["COGNITO"]],
    ["public", CALLBACK, [], [], ["COGNITO"]],
    ["confidential", CALLBACK, [], [], ["COGNITO"]],
    ["other", CALLBACK, [], [], ["COGNITO"]],
    ["machine", { allowedOauthScopes: ["api/read"] }, ["client_credentials"], ["api/read"], []],
    [
      "confidential",
      { allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["api/read"] },
      ["client_credentials"],
      ["api/read"],
      [],
    ],
    ["spa", { ...CALLBACK, allowedOauthFlows: [] }, [], [], ["COGNITO"]],
    ["spa", { callbackUrls: { var: "urls" } }, ["code"], ["openid"], ["COGNITO"]],
    [
      "other",
      { ...CALLBACK, allowedOauthFlows: ["implicit"], allowedOauthScopes: ["email"] },
      ["implicit"],
      ["email"],
      ["COGNITO"],
    ],
  ])("%s with %j: grants %j, scopes %j, providers %j", (platform, written, flows, scopes, providers) => {
    const client = clientOf({ platform, ...written }, API);
    expect(client).toMatchObject({
      allowedOauthFlows: flows,
      allowedOauthFlowsUserPoolClient: flows.length > 0,
      allowedOauthScopes: scopes,
      supportedIdentityProviders: providers,
    });
  });

  test("gives way to rotation, which excludes the refresh flow", () => {
    const rotating = clientOf({ platform: "spa", refreshTokenRotation: { retryGracePeriod: "30s" } });
    expect(rotating.refreshTokenRotation).toEqual({ feature: "ENABLED", retryGracePeriodSeconds: 30 });
    expect(rotating.explicitAuthFlows).toEqual(["ALLOW_USER_SRP_AUTH"]);
    expect(clientOf({ platform: "spa", refreshTokenRotation: {} }).refreshTokenRotation).toEqual({
      feature: "ENABLED",
      retryGracePeriodSeconds: 0,
    });
  });

  test("gives way to every value that is written", () => {
    const client = clientOf({
      platform: "other",
      name: "n",
      generateSecret: true,
      explicitAuthFlows: ["ALLOW_USER_AUTH"],
      accessTokenValidity: "10m",
      idTokenValidity: "600s",
      refreshTokenValidity: "3d",
      authSessionValidity: "5m",
      enableTokenRevocation: false,
      preventUserExistenceErrors: "LEGACY",
      logoutUrls: ["https://a"],
      defaultRedirectUri: "https://b",
      supportedIdentityProviders: [],
      enablePropagateAdditionalUserContextData: true,
      analyticsConfiguration: { applicationArn: "arn" },
      preventDestroy: false,
      acknowledge: { "TOK-10": "because" },
      renamedFrom: "old",
    });
    expect(client).toMatchObject({
      name: "n",
      generateSecret: true,
      explicitAuthFlows: ["ALLOW_USER_AUTH"],
      accessTokenValidity: 10,
      idTokenValidity: 600,
      refreshTokenValidity: 3,
      tokenValidityUnits: { accessToken: "minutes", idToken: "seconds", refreshToken: "days" },
      authSessionValidity: 5,
      enableTokenRevocation: false,
      preventUserExistenceErrors: "LEGACY",
      logoutUrls: ["https://a"],
      defaultRedirectUri: "https://b",
      supportedIdentityProviders: [],
      enablePropagateAdditionalUserContextData: true,
      analyticsConfiguration: { applicationArn: "arn", userDataShared: false },
      preventDestroy: false,
      acknowledge: { "TOK-10": "because" },
      renamedFrom: "old",
    });
  });
});

describe("clientDefaults", () => {
  const clientDefaults = {
    accessTokenValidity: "10m",
    generateSecret: true,
    callbackUrls: ["https://a/b"],
    logoutUrls: ["https://a/c"],
    readAttributes: { scopes: ["email" as const] },
    preventDestroy: false,
  };

  test("apply to every client, below what it writes itself", () => {
    const client = clientOf({ platform: "spa", logoutUrls: ["https://own"] }, { clientDefaults });
    expect(client).toMatchObject({
      accessTokenValidity: 10,
      callbackUrls: ["https://a/b"],
      logoutUrls: ["https://own"],
      readAttributes: ["email", "email_verified"],
      preventDestroy: false,
    });
  });

  test.each<[Platform, boolean, string[]]>([
    ["spa", false, ["https://a/b"]],
    ["server", true, ["https://a/b"]],
    ["machine", true, []],
    ["public", false, ["https://a/b"]],
    ["other", true, ["https://a/b"]],
  ])("leave %s what it cannot take: secret %s, callbacks %j", (platform, generateSecret, callbackUrls) => {
    const own = platform === "machine" ? { allowedOauthScopes: ["api/read"] } : {};
    const client = clientOf({ platform, ...own }, { ...API, clientDefaults });
    expect(client).toMatchObject({ generateSecret, callbackUrls, accessTokenValidity: 10 });
  });

  test("rotate no refresh tokens of a machine, which gets none", () => {
    const machine = { platform: "machine", allowedOauthScopes: ["api/read"] } as const;
    const rotating = { ...API, clientDefaults: { refreshTokenRotation: { retryGracePeriod: "10s" } } };
    expect(clientOf({ platform: "ios" }, rotating).refreshTokenRotation.feature).toBe("ENABLED");
    expect(clientOf(machine, rotating)).toMatchObject({
      refreshTokenRotation: { feature: "DISABLED", retryGracePeriodSeconds: 0 },
      explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
    });
    expect(clientOf({ ...machine, refreshTokenRotation: {} }, rotating).refreshTokenRotation.feature).toBe("ENABLED");
  });

  test("merge objects with the client's own", () => {
    const client = clientOf(
      { platform: "ios", readAttributes: { attributes: ["name"] } },
      { clientDefaults: { readAttributes: { scopes: ["email"] } } },
    );
    expect(client.readAttributes).toEqual(["email", "email_verified", "name"]);
  });
});

describe("a duration", () => {
  test.each([
    ["90s", 90, "seconds"],
    ["60m", 60, "minutes"],
    ["1h", 1, "hours"],
    ["1h30m", 90, "minutes"],
    ["1h0m", 60, "minutes"],
    ["30d", 30, "days"],
    ["1d12h", 36, "hours"],
    ["1d1h1m1s", 90061, "seconds"],
    ["0s", 0, "seconds"],
    ["007m", 7, "minutes"],
  ])("of %s is %d %s: the unit written is the unit used", (text, value, unit) => {
    expect(parseDuration(text)).toEqual({ value, unit });
    const client = clientOf({ platform: "ios", refreshTokenValidity: text });
    expect([client.refreshTokenValidity, client.tokenValidityUnits.refreshToken]).toEqual([value, unit]);
  });

  test.each(["", "1", "h", "1w", "1.5h", "-1h", "1h1d", "1m1h", "1 h", " 1h", "1H", "1h\n", "１h", "1e3s", "0x1s"])(
    "fails when it is %j",
    (text) => {
      expect(() => parseDuration(text)).toThrow(RangeError);
      expect(() => clientOf({ platform: "ios", accessTokenValidity: text })).toThrow("CFG-07");
    },
  );

  test("is as long as its parts", () => {
    const amount = fc.option(fc.nat(1000), { nil: undefined });
    fc.assert(
      fc.property(fc.record({ d: amount, h: amount, m: amount, s: amount }), ({ d, h, m, s }) => {
        const parts = { d, h, m, s };
        const text = Object.entries(parts)
          .map(([unit, value]) => (value === undefined ? "" : `${value}${unit}`))
          .join("");
        fc.pre(text !== "");
        const seconds =
          (d ?? 0) * SECONDS.days + (h ?? 0) * SECONDS.hours + (m ?? 0) * SECONDS.minutes + (s ?? 0) * SECONDS.seconds;
        expect(toSeconds(parseDuration(text))).toBe(seconds);
        expect(Number.isInteger(parseDuration(text).value)).toBe(true);
      }),
      { seed: 20261122 },
    );
  });

  test.each([
    ["authSessionValidity", "180s", 3],
    ["authSessionValidity", "15m", 15],
    ["authSessionValidity", "1h", 60],
  ])("of %s in %s is %d, whatever its unit", (key, text, expected) => {
    expect(clientOf({ platform: "ios", [key]: text }).authSessionValidity).toBe(expected);
  });

  test("of a grace period is in seconds", () => {
    const rotation = (retryGracePeriod: string) =>
      clientOf({ platform: "ios", refreshTokenRotation: { retryGracePeriod } }).refreshTokenRotation;
    expect(rotation("1m").retryGracePeriodSeconds).toBe(60);
    expect(rotation("0s").retryGracePeriodSeconds).toBe(0);
  });
});

describe("an attribute set", () => {
  const custom: Partial<Pool> = { attributes: { "custom:tenant": {}, email: {} } };

  test.each<["readAttributes" | "writeAttributes", unknown, string[]]>([
    ["readAttributes", undefined, [...READABLE_ATTRIBUTES, "custom:tenant"].sort()],
    ["writeAttributes", undefined, [...WRITABLE_ATTRIBUTES].sort()],
    ["readAttributes", [], []],
    ["readAttributes", ["name", "email"], ["email", "name"]],
    ["writeAttributes", ["custom:tenant"], ["custom:tenant"]],
    ["readAttributes", { scopes: ["email"] }, ["email", "email_verified"]],
    ["writeAttributes", { scopes: ["email"] }, ["email"]],
    ["readAttributes", { scopes: ["phone"] }, ["phone_number", "phone_number_verified"]],
    ["writeAttributes", { scopes: ["phone"] }, ["phone_number"]],
    ["readAttributes", { scopes: ["address"] }, ["address"]],
    ["readAttributes", { scopes: ["profile"] }, [...attributesOfScope("profile")].sort()],
    ["readAttributes", { attributes: ["custom:tenant", "custom:tenant"] }, ["custom:tenant"]],
    ["readAttributes", { scopes: ["email"], attributes: ["email", "name"] }, ["email", "email_verified", "name"]],
    ["writeAttributes", { scopes: ["email"], attributes: ["email_verified"] }, ["email", "email_verified"]],
    ["readAttributes", {}, []],
  ])("%s of %j is %j", (key, written, expected) => {
    const client = clientOf({ platform: "ios", ...(written !== undefined && { [key]: written }) }, custom);
    expect(client[key]).toEqual(expected);
  });

  test("lists what a scope's claims are, as OpenID has it", () => {
    expect(attributesOfScope("profile")).toEqual([
      "birthdate",
      "family_name",
      "gender",
      "given_name",
      "locale",
      "middle_name",
      "name",
      "nickname",
      "picture",
      "preferred_username",
      "profile",
      "updated_at",
      "website",
      "zoneinfo",
    ]);
  });

  test("may be a variable, or hold some, which come last", () => {
    expect(clientOf({ platform: "ios", readAttributes: { var: "attributes" } }).readAttributes).toEqual({
      variable: "attributes",
    });
    expect(
      clientOf({ platform: "ios", readAttributes: { scopes: ["email"], attributes: [{ var: "a" }, "name"] } })
        .readAttributes,
    ).toEqual(["email", "email_verified", "name", { variable: "a" }]);
  });
});

describe("scopes of resource servers", () => {
  const servers: Partial<Pool> = {
    resourceServers: {
      api: { identifier: "https://api.example.com", scopes: { read: "Read" } },
      "api-two": { scopes: { write: "Write" } },
      open: { identifier: { var: "identifier" }, scopes: { all: "All" } },
    },
  };
  const scopesOf = (...allowedOauthScopes: unknown[]) => {
    const client = clientOf({ platform: "machine", allowedOauthScopes }, servers);
    return [client.allowedOauthScopes, client.scopeReferences];
  };

  test.each([
    ["api/read", "https://api.example.com/read", "api", "read"],
    ["https://api.example.com/read", "https://api.example.com/read", "api", "read"],
    ["api-two/write", "api-two/write", "api-two", "write"],
    ["open/all", "open/all", "open", "all"],
  ])("%s is %s, of server %s", (written, name, resourceServer, scope) => {
    expect(scopesOf(written)).toEqual([[name], { [name]: { resourceServer, scope } }]);
  });

  test("begin with a key rather than with another server's identifier", () => {
    const confusing: Partial<Pool> = {
      resourceServers: {
        one: { identifier: "two", scopes: { read: "Read" } },
        two: { identifier: "https://two.example.com", scopes: { read: "Read" } },
      },
    };
    const scopes = (scope: string) =>
      clientOf({ platform: "machine", allowedOauthScopes: [scope] }, confusing).scopeReferences;
    expect(scopes("two/read")).toEqual({ "https://two.example.com/read": { resourceServer: "two", scope: "read" } });
    expect(scopes("one/read")).toEqual({ "two/read": { resourceServer: "one", scope: "read" } });
  });

  test("that no server here has stay as they are", () => {
    expect(scopesOf("openid", "other/read", { var: "scope" })).toEqual([
      ["openid", "other/read", { variable: "scope" }],
      {},
    ]);
  });
});

describe("an open variable", () => {
  test.each<[string, object, object]>([
    ["text", { name: { var: "v" } }, { type: "string", sensitive: false }],
    ["text with a default", { name: { var: "v", default: "x" } }, { type: "string", default: "x", sensitive: false }],
    ["a secret text", { name: { var: "v", sensitive: true } }, { type: "string", sensitive: true }],
    ["a list", { callbackUrls: { var: "v" } }, { type: "list(string)", sensitive: false }],
    [
      "a list with a default",
      { callbackUrls: { var: "v", default: ["a://b"] } },
      { type: "list(string)", default: ["a://b"], sensitive: false },
    ],
    ["a duration", { accessTokenValidity: { var: "v" } }, { type: "number", sensitive: false }],
    [
      "a duration with a default",
      { accessTokenValidity: { var: "v", default: 30, unit: "minutes" } },
      { type: "number", default: 30, sensitive: false },
    ],
    [
      "one of a set",
      { preventUserExistenceErrors: { var: "v", default: "LEGACY" } },
      { type: "string", default: "LEGACY", sensitive: false },
    ],
    ["an item of a list", { callbackUrls: [{ var: "v" }] }, { type: "string", sensitive: false }],
  ])("for %s is declared with its type", (_, written, expected) => {
    const [variable, ...more] = poolOf({ platform: "ios", ...written }).variables;
    expect(more).toEqual([]);
    const [key] = Object.keys(written);
    const item = Array.isArray(Object.values(written)[0]) ? "[0]" : "";
    expect(variable).toEqual({ name: "v", description: `pools.users.clients.app.${key}${item}`, ...expected });
  });

  test.each([
    [undefined, "minutes"],
    ["seconds", "seconds"],
    ["minutes", "minutes"],
    ["hours", "hours"],
    ["days", "days"],
  ])("for a duration in unit %s is a number of %s", (unit, expected) => {
    const client = clientOf({ platform: "ios", refreshTokenValidity: { var: "v", ...(unit && { unit }) } });
    expect(client.refreshTokenValidity).toEqual({ variable: "v" });
    expect(client.tokenValidityUnits.refreshToken).toBe(expected);
  });

  test("is in several places that agree, and is declared once", () => {
    const { variables } = poolOf(
      { platform: "ios", name: { var: "v", default: "x" } },
      { name: { var: "v", default: "x" } },
    );
    expect(variables).toHaveLength(1);
  });

  test.each([
    ["type", { var: "v" }, "callbackUrls", { var: "v" }],
    ["default", { var: "v", default: "x" }, "defaultRedirectUri", { var: "v", default: "y" }],
    ["sensitivity", { var: "v", sensitive: true }, "defaultRedirectUri", { var: "v" }],
    ["having a default", { var: "v", default: "x" }, "defaultRedirectUri", { var: "v" }],
  ])("fails when two places disagree on its %s", (_, name, key, other) => {
    const config = configOf({ client: { platform: "ios", name, [key]: other } as Client });
    expect(resolveConfig(config).problems).toEqual([expect.objectContaining({ rule: "CFG-12" })]);
  });

  test("fails when an open session is not in minutes", () => {
    const problems = (unit: string) =>
      resolveConfig(configOf({ client: { platform: "ios", authSessionValidity: { var: "v", unit } } as Client }))
        .problems;
    expect(problems("minutes")).toEqual([]);
    expect(problems("hours")).toEqual([expect.objectContaining({ rule: "CFG-11" })]);
  });

  test("belongs to its own stack alone", () => {
    const { pools, problems } = resolveConfig({
      project: "acme",
      environments: { prod: { region: { var: "region" } } },
      pools: { a: { name: { var: "v" }, clients: {} }, b: { name: { var: "v", default: "b" }, clients: {} } },
    });
    expect(problems).toEqual([]);
    expect(pools.map(({ variables }) => variables.map(({ name }) => name))).toEqual([
      ["region", "v"],
      ["region", "v"],
    ]);
  });
});

test("a value of undefined is one that was not written", () => {
  const client = clientOf(
    { platform: "ios", name: undefined, readAttributes: undefined },
    { clientDefaults: { idTokenValidity: undefined } as object },
  );
  expect(client.name).toBe("app");
  expect(client.readAttributes).toContain("email");
});

test("a list holds an item once", () => {
  expect(clientOf({ platform: "ios", callbackUrls: ["a://b", "c://d", "a://b"] }).callbackUrls).toEqual([
    "a://b",
    "c://d",
  ]);
});
