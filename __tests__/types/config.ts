import { defineConfig } from "cdktf-cognito/config";
import type { z } from "zod";
import type {
  AttributeSet,
  Client,
  Config,
  configSchema,
  Environment,
  Pool,
  PoolOverlay,
} from "../../lib/config/schema";

/**
 * What the types of a config file allow and refuse. Nothing here runs: `types.test.ts` has the compiler check that each
 * `@ts-expect-error` is over a mistake, and over nothing else.
 */

export const sound: Config = defineConfig({
  $schema: "./userpools.schema.json",
  project: "acme",
  environments: {
    dev: {
      region: { var: "region", default: "eu-west-1", sensitive: false },
      pools: {
        customers: {
          deletionProtection: null,
          tags: { stage: null, owner: "me" },
          passwordPolicy: { minimumLength: null },
          clients: { ios: { accessTokenValidity: "5m", platform: "android" }, web: null, late: { platform: "spa" } },
        },
      },
    },
    prod: { region: "eu-west-1", backend: { type: "s3", bucket: "b", region: "eu-west-1" } },
  },
  pools: {
    customers: {
      usernameAttributes: ["email"],
      attributes: { "custom:tenant": { authority: true } },
      domain: { prefix: "acme", managedLoginVersion: 2 },
      resourceServers: { api: { scopes: { read: "Read", write: { var: "write" } } } },
      clientDefaults: { generateSecret: true, callbackUrls: ["https://a"] },
      clients: {
        ios: { platform: "ios", accessTokenValidity: "1h30m", readAttributes: { scopes: ["email"] } },
        web: { platform: "spa", refreshTokenRotation: { retryGracePeriod: "10s" } },
        job: { platform: "machine", allowedOauthScopes: ["api/read"] },
        old: { platform: "other", generateSecret: true, explicitAuthFlows: ["ALLOW_USER_AUTH"] },
        open: { platform: "server", accessTokenValidity: { var: "ttl", unit: "hours", default: 1 } },
      },
    },
    partners: { only: ["prod"], existing: { userPoolId: "eu-west-1_AbCdEfGhI" }, clients: {} },
  },
});

// @ts-expect-error a browser keeps no secret
export const spaSecret: Client = { platform: "spa", generateSecret: true };
// @ts-expect-error nor does a phone
export const iosSecret: Client = { platform: "ios", generateSecret: false };
// @ts-expect-error a server always has one
export const serverSecret: Client = { platform: "server", generateSecret: true };
// @ts-expect-error a machine has nowhere to be redirected to
export const machineCallbacks: Client = { platform: "machine", allowedOauthScopes: [], callbackUrls: [] };
// @ts-expect-error a machine has one grant
export const machineFlows: Client = { platform: "machine", allowedOauthScopes: [], allowedOauthFlows: [] };
// @ts-expect-error a machine gets its access through scopes
export const machineScopes: Client = { platform: "machine" };
// @ts-expect-error a client runs on something
export const noPlatform: Client = { name: "x" };
// @ts-expect-error a platform is one of a closed set
export const otherPlatform: Client = { platform: "web" };
// @ts-expect-error a misspelt key
export const misspelt: Client = { platform: "ios", callbackUrl: ["a://b"] };
// @ts-expect-error a duration has its unit
export const numberDuration: Client = { platform: "ios", accessTokenValidity: 60 };
// @ts-expect-error a flow is one of a closed set
export const otherFlow: Client = { platform: "ios", explicitAuthFlows: ["SRP"] };
// @ts-expect-error a list is a list
export const oneUrl: Client = { platform: "ios", callbackUrls: "a://b" };
// @ts-expect-error rotation is off or described
export const rotationTrue: Client = { platform: "ios", refreshTokenRotation: true };
// @ts-expect-error a unit is one of a closed set
export const otherUnit: Client = { platform: "ios", accessTokenValidity: { var: "v", unit: "weeks" } };
// @ts-expect-error the default of an open duration is a number in its unit
export const textDefault: Client = { platform: "ios", accessTokenValidity: { var: "v", default: "1h" } };
// @ts-expect-error a variable has a name
export const noVariable: Client = { platform: "ios", name: { default: "x" } };
// @ts-expect-error an acknowledgement has its reason
export const noReason: Client = { platform: "ios", acknowledge: { "TOK-10": true } };
// @ts-expect-error null removes in overlays only
export const nullName: Client = { platform: "ios", name: null };

// @ts-expect-error a scope of attributes is one of a closed set
export const otherScope: AttributeSet = { scopes: ["mail"] };

// @ts-expect-error a pool has clients
export const noClients: Pool = {};
// @ts-expect-error a tier is one of a closed set
export const otherTier: Pool = { userPoolTier: "FREE", clients: {} };
// @ts-expect-error a username attribute is one of a closed set
export const otherUsername: Pool = { usernameAttributes: ["name"], clients: {} };
// @ts-expect-error a custom domain has its certificate
export const noCertificate: Pool = { domain: { customDomain: "a.example.com" }, clients: {} };
// @ts-expect-error managed login has two versions
export const loginThree: Pool = { domain: { prefix: "a", managedLoginVersion: 3 }, clients: {} };
// @ts-expect-error a provider's type is one of a closed set
export const otherProvider: Pool["identityProviders"] = { g: { providerType: "google", providerDetails: {} } };
// @ts-expect-error a resource server has scopes
export const noScopes: Pool = { resourceServers: { api: {} }, clients: {} };

// @ts-expect-error an environment has its Region
export const noRegion: Environment = {};
// @ts-expect-error a backend is one of three
export const otherBackend: Environment = { region: "r", backend: { type: "gcs" } };
// @ts-expect-error an S3 backend has its bucket
export const noBucket: Environment = { region: "r", backend: { type: "s3", region: "r" } };
// @ts-expect-error a backend takes no variable
export const openBucket: Environment = { region: "r", backend: { type: "s3", bucket: { var: "b" }, region: "r" } };

// @ts-expect-error where a pool exists is not for an overlay to say
export const overlayOnly: PoolOverlay = { only: ["prod"] };
// @ts-expect-error a misspelt key, deep in an overlay
export const overlayKey: PoolOverlay = { clients: { app: { callbackUrl: ["a://b"] } } };
// @ts-expect-error a value of another type, deep in an overlay
export const overlayType: PoolOverlay = { clients: { app: { accessTokenValidity: 60 } } };

// @ts-expect-error a config has pools
export const noPools: Config = { project: "acme", environments: {} };
// @ts-expect-error a misspelt key at the top
export const topKey: Config = { project: "acme", environments: {}, pools: {}, pool: {} };

/** The declared types are those of the schema, in both directions. */
export const declared = (read: z.input<typeof configSchema>): Config => read;
export const read = (written: Config): z.input<typeof configSchema> => written;
