import { z } from "zod";
import { CLIENT_ARGUMENTS } from "../../cognito/app-client";
import { ATTRIBUTE_SCOPES } from "../../cognito/attributes";
import { PLATFORM_PRESETS, PLATFORMS, type Platform, PROXIED_PLATFORMS } from "../../cognito/platforms";
import { QUOTAS } from "../../cognito/quotas";
import { AUTH_FLOWS, OAUTH_FLOWS, USER_EXISTENCE_ERRORS } from "../../cognito/values";
import { about } from "./about";
import { acknowledge } from "./acknowledge";
import { adoptedClient, unset } from "./adopted";
import { allowDestroy } from "./allow-destroy";
import { branding } from "./branding";
import { choice, choices, duration, key, keys, openText, openTexts, withIds } from "./common";
import { deliver } from "./deliver";
import { rotationKeys } from "./generations";
import { publish } from "./publish";
import { secretHashProxy } from "./secret-hash-proxy";
import { clientThreatProtection } from "./threat-protection";
import { uiCustomization } from "./ui-customization";

const facts = CLIENT_ARGUMENTS;
const freeFlows: readonly string[] = facts.explicitAuthFlows.tier.free;
const paidFlows = AUTH_FLOWS.filter((flow) => !freeFlows.includes(flow));

const attributeSet = z
  .union([
    openTexts,
    z.strictObject({
      scopes: z
        .array(z.enum(ATTRIBUTE_SCOPES))
        .optional()
        .describe("Scopes that expand to their standard attributes; default none"),
      attributes: z.array(openText).optional().describe("Attributes by name; custom ones as custom:NAME; default none"),
    }),
  ])
  .meta({ id: "AttributeSet" });

const rotation = z
  .union([
    z.literal(false),
    z.strictObject({
      retryGracePeriod: duration
        .optional()
        .describe(
          about("How long a rotated token still works", facts.refreshTokenRotation.arguments.retryGracePeriodSeconds),
        ),
    }),
  ])
  .meta({ id: "RefreshTokenRotation" });

const analytics = facts.analyticsConfiguration.arguments;
const analyticsConfiguration = z
  .strictObject({
    applicationArn: openText
      .optional()
      .describe("ARN of the Amazon Pinpoint project; excludes applicationId, externalId and roleArn"),
    applicationId: openText
      .optional()
      .describe("Id of the Amazon Pinpoint project: hexadecimal; needs externalId and roleArn"),
    externalId: openText.optional().describe("External id with which Cognito assumes the role"),
    roleArn: openText.optional().describe("ARN of the IAM role that lets Cognito publish to Amazon Pinpoint"),
    userDataShared: z
      .boolean()
      .optional()
      .describe(about("Whether user data is sent to Amazon Pinpoint", analytics.userDataShared)),
  })
  .meta({ id: "AnalyticsConfiguration" });

const authFlows = choices("AuthFlows", AUTH_FLOWS);
const oauthFlows = choices("OauthFlows", OAUTH_FLOWS);
const userExistenceErrors = choice("UserExistenceErrors", USER_EXISTENCE_ERRORS);

/** Arguments that every platform supports. */
const common = withIds("Client", {
  accessTokenValidity: duration.optional().describe(lifetime("Lifetime of an access token", "accessTokenValidity")),
  idTokenValidity: duration.optional().describe(lifetime("Lifetime of an ID token", "idTokenValidity")),
  refreshTokenValidity: duration.optional().describe(lifetime("Lifetime of a refresh token", "refreshTokenValidity")),
  authSessionValidity: duration
    .optional()
    .describe(about("Time that a user has to finish a sign-in", facts.authSessionValidity)),
  refreshTokenRotation: rotation.optional().describe(
    about("Whether each refresh gives a new refresh token: false, or its settings", {
      ...facts.refreshTokenRotation.arguments.feature,
      default: false,
    }),
  ),
  enableTokenRevocation: z
    .boolean()
    .optional()
    .describe(about("Whether refresh tokens can be revoked", facts.enableTokenRevocation)),
  preventUserExistenceErrors: userExistenceErrors
    .optional()
    .describe(
      about("ENABLED hides from a caller whether a user exists, LEGACY does not", facts.preventUserExistenceErrors),
    ),
  explicitAuthFlows: authFlows
    .optional()
    .describe(
      `Authentication flows, in AWS's names; ${paidFlows.join(", ")} needs tier ${facts.explicitAuthFlows.tier.needs}; default SRP and refresh, of a machine refresh alone, of platform other none`,
    ),
  readAttributes: attributeSet
    .optional()
    .describe("Attributes that the client may read; default every standard and declared custom attribute"),
  writeAttributes: attributeSet
    .optional()
    .describe("Attributes that the client may write; default every writable standard attribute"),
  enablePropagateAdditionalUserContextData: z
    .boolean()
    .optional()
    .describe(
      about(
        "Whether a server passes its caller's IP address to threat protection; needs a secret",
        facts.enablePropagateAdditionalUserContextData,
      ),
    ),
  analyticsConfiguration: analyticsConfiguration.optional().describe("Amazon Pinpoint analytics; default none"),
  preventDestroy: z
    .boolean()
    .optional()
    .describe(about("Whether a plan that replaces the client, with a new client id, fails", facts.preventDestroy)),
  acknowledge: acknowledge.optional(),
});

const allowedOauthScopes = openTexts.describe(
  `OAuth scopes: openid, email, phone, profile, ... or <resource server key>/<scope>; at most ${QUOTAS.allowedOauthScopes.limit}; default openid once an OAuth grant signs users in`,
);

/** Arguments of clients through which a person signs in. */
const signIn = withIds("Client", {
  allowedOauthScopes: allowedOauthScopes.optional(),
  allowedOauthFlows: oauthFlows
    .optional()
    .describe("OAuth grants; default code once callbackUrls are given, of public, confidential and other clients none"),
  callbackUrls: openTexts
    .optional()
    .describe(
      `URLs to which a sign-in may return, compared exactly; at most ${QUOTAS.callbackUrls.limit}; default none`,
    ),
  logoutUrls: openTexts
    .optional()
    .describe(
      `URLs to which a sign-out may return, compared exactly; at most ${QUOTAS.logoutUrls.limit}; default none`,
    ),
  defaultRedirectUri: openText
    .optional()
    .describe(about("The callback URL for requests that name none", facts.defaultRedirectUri)),
  supportedIdentityProviders: openTexts
    .optional()
    .describe("Identity providers by name; default COGNITO, the pool's own users, where users sign in"),
});

const styled = withIds("Client", {
  branding: branding
    .optional()
    .describe(
      "Style of managed login: default, which Cognito provides, none, or settings with images; needs AWS provider 6.13.0; without it default where a domain has managedLoginVersion: 2 and the client opens its pages, unless it is adopted; else none",
    ),
});

const branded = {
  ...styled,
  ...withIds("Client", {
    uiCustomization: uiCustomization
      .optional()
      .describe(
        "How the classic sign-in pages of this client look: replaces the pool's uiCustomization; default the pool's",
      ),
  }),
};

const generateSecret = withIds("Client", {
  generateSecret: z.boolean().optional().describe(about("Whether the client has a secret", facts.generateSecret)),
});

const proxied = withIds("Client", {
  secretHashProxy: secretHashProxy
    .optional()
    .describe(
      "Puts the client behind a CloudFront distribution that adds the SECRET_HASH to its calls of the Cognito API: true, or its settings; the client has a secret and stays public; permanent: a change between a proxy and none replaces the client; default none",
    ),
});

const delivered = withIds("Client", { deliver: deliver.optional() });

const own = withIds("Client", {
  only: keys.optional().describe("Environments in which the client exists; default all"),
  except: keys.optional().describe("Environments in which the client does not exist; default none"),
  name: openText.optional().describe(about("Name in Cognito", { ...facts.name, default: "the key" })),
  renamedFrom: key
    .optional()
    .describe("The key that this client had before: its address moves, and its client id survives; default none"),
  adopted: adoptedClient.optional(),
  unset: unset.client,
  threatProtection: clientThreatProtection
    .optional()
    .describe(
      "How threat protection responds to risks in this client: replaces the pool's threatProtection entirely, but for customAuth; default the pool's",
    ),
  allowDestroy: allowDestroy.optional(),
  ...rotationKeys,
  publish: publish
    .optional()
    .describe("Publishes the public values of the client for its front end, and never a secret; default not"),
});

/** A lifetime that the platform decides where the config says nothing. */
function lifetime(text: string, field: "accessTokenValidity" | "idTokenValidity" | "refreshTokenValidity"): string {
  const usual = PLATFORM_PRESETS.other[field];
  const others = PLATFORMS.filter((platform) => PLATFORM_PRESETS[platform][field] !== usual);
  const preset = [usual, ...others.map((platform) => `${platform} ${PLATFORM_PRESETS[platform][field]}`)].join(", ");
  return about(text, { range: facts[field].range, unit: facts[field].unit, default: preset });
}

function client<const P extends readonly Platform[], S extends z.ZodRawShape>(platforms: P, shape: S) {
  return z.strictObject({
    platform: z.literal(platforms).describe(PLATFORM),
    ...own,
    ...common,
    ...shape,
  });
}

const PLATFORM = "What the client runs on; decides its secret, and the defaults of flows and lifetimes";

/** One app client: its platform decides which keys it has. */
export const clientSchema = z
  .discriminatedUnion("platform", [
    client(PROXIED_PLATFORMS, { ...signIn, ...branded, ...proxied }),
    client(["server", "confidential"], { ...signIn, ...branded, ...delivered }),
    client(["machine"], { allowedOauthScopes, ...delivered }),
    client(["other"], { ...signIn, ...branded, ...generateSecret, ...delivered }),
  ])
  .meta({ id: "Client", description: "One app client" });

/** Defaults of every client of a pool; a platform that does not support a key goes without. */
export const clientDefaultsSchema = z
  .strictObject({ ...common, ...signIn, ...styled, ...proxied, ...generateSecret })
  .meta({ id: "ClientDefaults" });

/** Every key that some platform supports, each optional: what an environment can overlay. */
export const anyClientSchema = z.strictObject({
  platform: z.enum(PLATFORMS).optional().describe(PLATFORM),
  ...own,
  ...common,
  ...signIn,
  ...branded,
  ...proxied,
  ...delivered,
  ...generateSecret,
} satisfies z.ZodRawShape & Readonly<Record<ArgumentKey, z.ZodType>>);

/** The key of each argument of a client; units and the switch of OAuth follow from others. */
type ArgumentKey = Exclude<keyof typeof CLIENT_ARGUMENTS, "tokenValidityUnits" | "allowedOauthFlowsUserPoolClient">;
