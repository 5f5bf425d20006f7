import type { Config } from "../../lib/config/schema";

/** A config with something of everything, to be edited. */
export function baseConfig(): Config {
  return structuredClone(BASE);
}

const BASE: Config = {
  project: "acme",
  environments: { prod: { region: "eu-west-1", tags: { team: "identity" } } },
  guardrails: {
    accessTokenValidity: { max: "24h" },
    forbidOauthFlows: ["implicit"],
    callbackHosts: ["app.example.com"],
    requireTokenRevocation: true,
  },
  pools: {
    customers: {
      usernameAttributes: ["email"],
      autoVerifiedAttributes: ["email"],
      attributesRequireVerificationBeforeUpdate: ["email"],
      attributes: {
        email: { required: true },
        "custom:tenant": { maxLength: 64 },
        "custom:role": { authority: true },
      },
      passwordPolicy: { minimumLength: 12, passwordHistorySize: 5 },
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfa: true,
      userPoolTier: "PLUS",
      advancedSecurityMode: "ENFORCED",
      deviceConfiguration: { challengeRequiredOnNewDevice: true },
      lambdaConfig: { preSignUp: "arn:aws:lambda:eu-west-1:111122223333:function:guard" },
      webAuthn: { relyingPartyId: "example.com", userVerification: "required" },
      domain: { prefix: "acme-prod" },
      resourceServers: {
        orders: { identifier: "https://orders", scopes: { read: "Read orders", write: "Write orders" } },
      },
      identityProviders: {
        Google: {
          providerType: "Google",
          providerDetails: { client_id: "id", client_secret: "hush", authorize_scopes: "openid email" },
          attributeMapping: { email: "email" },
        },
      },
      groups: { admins: { precedence: 1, roleArn: "arn:aws:iam::111122223333:role/admins" } },
      clients: {
        ios: { platform: "ios", writeAttributes: ["email", "custom:tenant"] },
        android: { platform: "android", writeAttributes: ["email", "custom:tenant"] },
        web: {
          platform: "spa",
          callbackUrls: ["https://app.example.com/callback"],
          logoutUrls: ["https://app.example.com/"],
          allowedOauthScopes: ["openid", "email"],
          readAttributes: ["email"],
          writeAttributes: ["email"],
        },
        api: { platform: "server", explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        job: { platform: "machine", allowedOauthScopes: ["orders/read", "orders/write"] },
      },
    },
  },
};
