import { defineConfig } from "cdktf-cognito";

/** Apps on five platforms share one pool of customers. */
export default defineConfig({
  project: "acme",
  environments: {
    prod: {
      region: "eu-west-1",
      accountId: "111122223333", // a plan against any other account fails
      tags: { team: "identity", environment: "prod" },
    },
  },
  pools: {
    customers: {
      usernameAttributes: ["email"], // permanent
      attributes: {
        email: { required: true },
        "custom:tenant": { maxLength: 64, authority: true }, // grants power: apps may read it, no public client writes it
      },
      attributesRequireVerificationBeforeUpdate: ["email"], // the old address stays until the new one is confirmed
      passwordPolicy: { minimumLength: 12 },
      domain: { prefix: "acme-customers" },

      resourceServers: {
        orders: {
          identifier: "https://api.acme.example/orders",
          scopes: { read: "See orders", write: "Place and change orders" },
        },
      },

      identityProviders: {
        Google: {
          providerType: "Google",
          providerDetails: {
            client_id: { var: "google_client_id" },
            client_secret: { var: "google_client_secret", sensitive: true }, // TF_VAR_google_client_secret
            authorize_scopes: "openid email profile",
            // The values that Cognito sets by default: written here, they do not appear as a change in the next plan.
            attributes_url: "https://people.googleapis.com/v1/people/me?personFields=",
            attributes_url_add_attributes: "true",
            authorize_url: "https://accounts.google.com/o/oauth2/v2/auth",
            oidc_issuer: "https://accounts.google.com",
            token_request_method: "POST",
            token_url: "https://www.googleapis.com/oauth2/v4/token",
          },
          attributeMapping: { email: "email", name: "name", username: "sub" },
        },
      },

      // Under every client that can take them.
      clientDefaults: {
        supportedIdentityProviders: ["COGNITO", "Google"],
        allowedOauthScopes: ["openid", "email", "profile"],
      },

      clients: {
        ios: {
          platform: "ios",
          callbackUrls: ["com.acme.shop://signed-in"],
          logoutUrls: ["com.acme.shop://signed-out"],
          refreshTokenValidity: "90d",
        },
        android: {
          platform: "android",
          callbackUrls: ["https://shop.acme.example/android/signed-in"], // an app link: only our app can claim it
          logoutUrls: ["https://shop.acme.example/android/signed-out"],
          refreshTokenValidity: "90d",
        },
        web: {
          platform: "spa",
          callbackUrls: ["https://shop.acme.example/signed-in", "http://localhost:3000/signed-in"],
          logoutUrls: ["https://shop.acme.example/", "http://localhost:3000/"],
          defaultRedirectUri: "https://shop.acme.example/signed-in",
          refreshTokenValidity: "12h",
          refreshTokenRotation: { retryGracePeriod: "10s" }, // a stolen refresh token works once at most
          writeAttributes: { scopes: ["profile", "email"] },
        },
        backoffice: {
          platform: "server", // has a secret; it stays in the state unless exportClientSecrets
          callbackUrls: ["https://backoffice.acme.example/oauth2/idpresponse"],
          supportedIdentityProviders: ["COGNITO"],
          allowedOauthScopes: ["openid", "email", "orders/read", "orders/write"],
          accessTokenValidity: "60m",
          refreshTokenValidity: "8h",
          readAttributes: ["email", "email_verified", "name", "custom:tenant"],
          writeAttributes: ["email", "name", "custom:tenant"],
        },
        "invoice-jobs": {
          platform: "machine", // signs in as itself, with client_credentials
          allowedOauthScopes: ["orders/read"],
          accessTokenValidity: "15m",
        },
      },
    },
  },
});
