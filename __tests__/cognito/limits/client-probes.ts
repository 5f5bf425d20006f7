import type { Client } from "../../../lib/config/schema";
import type { Example } from "../../../lib/rules/rule";
import { arn, type Probe, type Probes, text, value } from "./probe";

const client = (given: object): Example => ({ client: { platform: "ios", ...given } as Client });
const OAUTH = { platform: "spa", allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] };
const CALLBACK = { ...OAUTH, callbackUrls: ["https://app.acme.example/in"] };
const URL = {
  around: ["https://a.example/", ""] as const,
  differs: { min: 18, characters: "#", because: "a URL has a scheme and a host, and OAuth 2.0 no fragment in it" },
};
const urls = (size: number) => Array.from({ length: size }, (_, index) => `https://app.acme.example/${index}`);
const pinpoint = { applicationId: "1a2b", externalId: "acme", roleArn: "arn:aws:iam::123456789012:role/pinpoint" };
const analytics = (given: object): Example => client({ analyticsConfiguration: given });

const lifetimes = (of: string, min: number, because: string): Probe =>
  value((seconds) => client({ accessTokenValidity: "5m", idTokenValidity: "5m", [of]: `${seconds}s` }), {
    min,
    because,
  });
const unit = (of: string): Probe =>
  value((name) =>
    client({
      accessTokenValidity: "5m",
      idTokenValidity: "5m",
      refreshTokenValidity: "10d",
      [of]: { seconds: "3600s", minutes: "60m", hours: "1h", days: "1d" }[name as string] ?? `1 ${name}`,
    }),
  );

/** Members of CreateUserPoolClient and UpdateUserPoolClient. */
export const CLIENT_PROBES: Probes = {
  "CreateUserPoolClient ClientName": text((name) => client({ name })),
  "CreateUserPoolClient RefreshTokenValidity": lifetimes(
    "refreshTokenValidity",
    3600,
    "AWS's guide: 60 minutes to 10 years",
  ),
  "CreateUserPoolClient AccessTokenValidity": lifetimes("accessTokenValidity", 300, "AWS's guide: 5 minutes to a day"),
  "CreateUserPoolClient IdTokenValidity": lifetimes("idTokenValidity", 300, "AWS's guide: 5 minutes to a day"),
  "CreateUserPoolClient ReadAttributes.[]": text(
    (attribute) => ({
      pool: { attributes: { [attribute]: {} } },
      client: { platform: "ios", readAttributes: [attribute] },
    }),
    { around: ["custom:", ""], differs: { min: 8, max: 27, because: "the name of an attribute has 20 characters" } },
  ),
  "CreateUserPoolClient ExplicitAuthFlows.[]": value((flow: string) =>
    client({ explicitAuthFlows: flow.startsWith("ALLOW_") ? [flow, "ALLOW_REFRESH_TOKEN_AUTH"] : [flow] }),
  ),
  "CreateUserPoolClient SupportedIdentityProviders.[]": text(
    (name) => ({
      pool: {
        identityProviders: {
          [name]: { providerType: "SAML", providerDetails: { MetadataURL: "https://idp.example.com/saml" } },
        },
      },
      client: { ...CALLBACK, supportedIdentityProviders: [name] } as Client,
    }),
    {
      differs: {
        min: 3,
        characters: " \u00a0\u2028",
        because: "the name of a provider that the pool has: CreateIdentityProvider",
      },
      warned: { characters: "_", rule: "IDP-01", because: "AWS's own guide has an underscore in a name" },
    },
  ),
  "CreateUserPoolClient CallbackURLs[]": {
    with: ((callbackUrls: string[]) => client({ ...OAUTH, callbackUrls })) as Probe["with"],
    sized: urls,
    differs: { min: 1, because: "a client with the grant code has a callback URL" },
  },
  "CreateUserPoolClient CallbackURLs.[]": text((url) => client({ ...OAUTH, callbackUrls: [url] }), URL),
  "CreateUserPoolClient LogoutURLs[]": {
    with: ((logoutUrls: string[]) => client({ ...CALLBACK, logoutUrls })) as Probe["with"],
    sized: urls,
  },
  "CreateUserPoolClient LogoutURLs.[]": text((url) => client({ ...CALLBACK, logoutUrls: [url] }), URL),
  "CreateUserPoolClient DefaultRedirectURI": text(
    (url) => client({ ...OAUTH, callbackUrls: [url], defaultRedirectUri: url }),
    URL,
  ),
  "CreateUserPoolClient AllowedOAuthFlows.[]": value((flow) =>
    flow === "client_credentials"
      ? {
          pool: { resourceServers: { orders: { scopes: { read: "x" } } } },
          client: { platform: "confidential", allowedOauthFlows: [flow], allowedOauthScopes: ["orders/read"] },
        }
      : client({ ...CALLBACK, allowedOauthFlows: [flow] }),
  ),
  "CreateUserPoolClient AllowedOAuthScopes[]": {
    with: ((allowedOauthScopes: string[]) => ({
      pool: {
        resourceServers: {
          orders: { scopes: Object.fromEntries(allowedOauthScopes.map((scope) => [scope.split("/")[1], "x"])) },
        },
      },
      client: { platform: "machine", allowedOauthScopes } as Client,
    })) as Probe["with"],
    sized: (size) => Array.from({ length: size }, (_, index) => `orders/s${index}`),
    differs: { min: 1, because: "a client with a grant has a scope" },
  },
  "CreateUserPoolClient AllowedOAuthScopes.[]": {
    ...text((scope) => ({
      pool: { resourceServers: { o: { scopes: { [scope.slice(2)]: "x" } } } },
      client: { platform: "machine", allowedOauthScopes: [scope] } as Client,
    })),
    sized: (size) => `o/${"x".repeat(Math.max(0, size - 2))}`,
    holding: (character) => `o/xxx${character}`,
    differs: { min: 3, characters: "/", because: "a scope is that of a resource server, whose names have no /" },
  },
  "CreateUserPoolClient AnalyticsConfiguration.ApplicationId": {
    ...text((applicationId) => analytics({ ...pinpoint, applicationId })),
    sized: (size) => "a".repeat(size),
    holding: (character) => `a${character}b`,
  },
  "CreateUserPoolClient AnalyticsConfiguration.ApplicationArn": arn(
    (applicationArn) => analytics({ applicationArn }),
    "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/",
    { most: 52 + 64, because: "the id of an application has 32 characters" },
  ),
  "CreateUserPoolClient AnalyticsConfiguration.RoleArn": arn(
    (roleArn) => analytics({ ...pinpoint, roleArn }),
    "arn:aws:iam::123456789012:role/",
    { most: 31 + 576, because: "a role has a name of 64 characters, in a path of 512" },
  ),
  "CreateUserPoolClient AnalyticsConfiguration.ExternalId": text(
    (externalId) => analytics({ ...pinpoint, externalId }),
    {
      differs: {
        min: 1,
        max: 1224,
        because: "AWS Security Token Service takes 1224 characters; Cognito has no empty one",
      },
    },
  ),
  "CreateUserPoolClient TokenValidityUnits.AccessToken": unit("accessTokenValidity"),
  "CreateUserPoolClient TokenValidityUnits.IdToken": unit("idTokenValidity"),
  "CreateUserPoolClient TokenValidityUnits.RefreshToken": unit("refreshTokenValidity"),
  "CreateUserPoolClient PreventUserExistenceErrors": value((preventUserExistenceErrors) =>
    client({ preventUserExistenceErrors }),
  ),
  "CreateUserPoolClient AuthSessionValidity": value((minutes) => client({ authSessionValidity: `${minutes}m` })),
  "CreateUserPoolClient RefreshTokenRotation.RetryGracePeriodSeconds": value((seconds) =>
    client({
      explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      refreshTokenRotation: { retryGracePeriod: `${seconds}s` },
    }),
  ),
};
