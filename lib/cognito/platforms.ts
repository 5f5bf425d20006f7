import type { AuthFlow, OauthFlow } from "./values";

export const PLATFORMS = [
  "ios",
  "android",
  "spa",
  "desktop",
  "server",
  "machine",
  "public",
  "confidential",
  "other",
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** The platforms whose clients run on users' devices, and can go behind the SECRET_HASH proxy. */
export const PROXIED_PLATFORMS = ["ios", "android", "spa", "desktop", "public"] as const satisfies readonly Platform[];

/** What a platform decides for a client, and what it suggests. */
export interface PlatformPreset {
  /** Whether AWS generates a client secret: what the platform *is*. `undefined`: the config says. */
  readonly generateSecret?: boolean;
  /** OAuth flows that are what the platform *is*; the config cannot change them. */
  readonly fixedOauthFlows?: readonly OauthFlow[];
  /** OAuth flows once `callbackUrls` are given. */
  readonly oauthFlows: readonly OauthFlow[];
  /** OAuth scopes once an OAuth flow that signs in a user is on. */
  readonly oauthScopes: readonly string[];
  readonly explicitAuthFlows: readonly AuthFlow[];
  readonly accessTokenValidity: string;
  readonly idTokenValidity: string;
  readonly refreshTokenValidity: string;
  /** Whether a person signs in through it. */
  readonly signsInUsers: boolean;
}

const SRP: readonly AuthFlow[] = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"];
const REFRESH: readonly AuthFlow[] = ["ALLOW_REFRESH_TOKEN_AUTH"];

const app: PlatformPreset = {
  generateSecret: false,
  oauthFlows: ["code"],
  oauthScopes: ["openid"],
  explicitAuthFlows: SRP,
  accessTokenValidity: "1h",
  idTokenValidity: "1h",
  refreshTokenValidity: "30d",
  signsInUsers: true,
};

/** Lifetimes that Cognito itself gives: access and ID 1 hour, refresh 30 days. Nothing of OAuth but what is written. */
const written: Omit<PlatformPreset, "generateSecret"> = {
  oauthFlows: [],
  oauthScopes: [],
  explicitAuthFlows: SRP,
  accessTokenValidity: "1h",
  idTokenValidity: "1h",
  refreshTokenValidity: "30d",
  signsInUsers: true,
};

/** The opinions of each platform; every value but the secret and a machine's grant can be overridden. */
export const PLATFORM_PRESETS: Readonly<Record<Platform, PlatformPreset>> = {
  ios: app,
  android: app,
  desktop: app,
  /** A browser stores its refresh token where scripts can reach it, so it lives one day. */
  spa: { ...app, refreshTokenValidity: "1d" },
  server: { ...app, generateSecret: true },
  machine: {
    ...written,
    generateSecret: true,
    fixedOauthFlows: ["client_credentials"],
    explicitAuthFlows: REFRESH,
    signsInUsers: false,
  },
  public: { ...written, generateSecret: false },
  confidential: { ...written, generateSecret: true },
  other: { ...written, explicitAuthFlows: [] },
};
