import { z } from "zod";
import { ATTRIBUTE_SCOPES } from "../../cognito/attributes";
import { PLATFORMS, type Platform } from "../../cognito/platforms";
import { AUTH_FLOWS, OAUTH_FLOWS, USER_EXISTENCE_ERRORS } from "../../cognito/values";
import { acknowledge } from "./acknowledge";
import { allowDestroy } from "./allow-destroy";
import { choice, choices, duration, key, openText, openTexts } from "./common";

const attributeSet = z.union([
  openTexts,
  z.strictObject({
    scopes: z.array(z.enum(ATTRIBUTE_SCOPES)).optional().describe("Scopes that expand to their standard attributes"),
    attributes: z.array(openText).optional().describe("Attributes by name; custom ones as custom:NAME"),
  }),
]);

const rotation = z.union([
  z.literal(false),
  z.strictObject({
    retryGracePeriod: duration.optional().describe("How long a rotated token still works: 0s to 60s, default 0s"),
  }),
]);

const analyticsConfiguration = z.strictObject({
  applicationArn: openText.optional(),
  applicationId: openText.optional(),
  externalId: openText.optional(),
  roleArn: openText.optional(),
  userDataShared: z.boolean().optional(),
});

/** Arguments that every platform takes. */
const common = {
  accessTokenValidity: duration.optional().describe("Lifetime of an access token: 5 minutes to 24 hours; default 1h"),
  idTokenValidity: duration.optional().describe("Lifetime of an ID token: 5 minutes to 24 hours; default 1h"),
  refreshTokenValidity: duration
    .optional()
    .describe("Lifetime of a refresh token: 1 hour to 3650 days; default 30d, spa 1d"),
  authSessionValidity: duration.optional().describe("Lifetime of a sign-in in progress: 3 to 15 minutes; default 3m"),
  refreshTokenRotation: rotation
    .optional()
    .describe("A new refresh token at each refresh; default false. Needs tier ESSENTIALS"),
  enableTokenRevocation: z.boolean().optional().describe("Whether refresh tokens can be revoked; default true"),
  preventUserExistenceErrors: choice(USER_EXISTENCE_ERRORS)
    .optional()
    .describe("ENABLED hides whether a user exists; default ENABLED"),
  explicitAuthFlows: choices(AUTH_FLOWS).optional().describe("Authentication flows, in AWS's names"),
  readAttributes: attributeSet
    .optional()
    .describe("Attributes the client may read; default every standard and declared custom attribute"),
  writeAttributes: attributeSet
    .optional()
    .describe("Attributes the client may write; default every writable standard attribute"),
  enablePropagateAdditionalUserContextData: z
    .boolean()
    .optional()
    .describe("Lets a server pass its caller's IP address to threat protection; needs a secret; default false"),
  analyticsConfiguration: analyticsConfiguration.optional().describe("Amazon Pinpoint analytics"),
  preventDestroy: z
    .boolean()
    .optional()
    .describe("Whether a replacement (a new client id) fails the plan; default true"),
  acknowledge: acknowledge.optional(),
};

const allowedOauthScopes = openTexts.describe(
  "OAuth scopes: openid, email, phone, profile, ... or <resource server key>/<scope>",
);

/** Arguments of clients through which a person signs in. */
const signIn = {
  allowedOauthScopes: allowedOauthScopes.optional(),
  allowedOauthFlows: choices(OAUTH_FLOWS).optional().describe("OAuth grants"),
  callbackUrls: openTexts.optional().describe("Where a sign-in may return to: exact URLs, at most 100"),
  logoutUrls: openTexts.optional().describe("Where a sign-out may return to: exact URLs, at most 100"),
  defaultRedirectUri: openText.optional().describe("The callback URL used when a request names none"),
  supportedIdentityProviders: openTexts
    .optional()
    .describe('Identity providers; default ["COGNITO"], the local users of the pool'),
};

const generateSecret = {
  generateSecret: z.boolean().optional().describe("Whether the client has a secret; default false"),
};

const own = {
  only: z.array(key).optional().describe("Environments this client exists in; default all"),
  except: z.array(key).optional().describe("Environments this client does not exist in"),
  name: openText.optional().describe("Name in Cognito; default the key"),
  renamedFrom: key.optional().describe("The key this client had before; its client id survives"),
  allowDestroy: allowDestroy.optional(),
};

function client<P extends Platform, S extends z.ZodRawShape>(platform: P, shape: S) {
  return z.strictObject({
    platform: z.literal(platform).describe("What the client runs on; decides secret, flows and lifetimes"),
    ...own,
    ...common,
    ...shape,
  });
}

/** One app client: which keys it takes follows from its platform. */
export const clientSchema = z.discriminatedUnion("platform", [
  client("ios", signIn),
  client("android", signIn),
  client("spa", signIn),
  client("desktop", signIn),
  client("server", signIn),
  client("machine", { allowedOauthScopes }),
  client("public", signIn),
  client("confidential", signIn),
  client("other", { ...signIn, ...generateSecret }),
]);

/** What stands under every client of a pool; a platform that cannot take a value goes without. */
export const clientDefaultsSchema = z.strictObject({ ...common, ...signIn, ...generateSecret });

/** Every key that some platform takes, each optional: what an environment may lay over a client. */
export const anyClientSchema = z.strictObject({
  platform: z.enum(PLATFORMS).optional(),
  ...own,
  ...common,
  ...signIn,
  ...generateSecret,
});
