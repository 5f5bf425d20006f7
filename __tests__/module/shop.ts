import { resolveConfig } from "../../lib/config/resolve";
import type { Config } from "../../lib/config/schema";
import type { PoolModel } from "../../lib/model/model";
import { moduleOf, type PoolModule } from "../../lib/module/module";

/** A pool that differs between its environments in every way that an input can say. */
export const shop: Config = {
  project: "acme",
  environments: {
    dev: {
      region: "eu-west-1",
      pools: {
        customers: {
          preventDestroy: false,
          deletionProtection: false,
          passwordPolicy: { minimumLength: 8 },
          autoVerifiedAttributes: [],
          webAclArn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/11112222-3333-4444-5555-666677778888",
          tags: { stage: "dev" },
          clients: {
            web: {
              accessTokenValidity: "30m",
              callbackUrls: ["http://localhost:3000/"],
              logoutUrls: [],
              enableTokenRevocation: false,
              allowedOauthScopes: ["openid", "orders/read", "orders/write"],
            },
          },
          resourceServers: { orders: { identifier: "https://api.dev.acme.example" } },
        },
      },
    },
    prod: {
      region: "eu-central-1",
      pools: {
        customers: {
          passwordPolicy: { minimumLength: 12 },
          userPoolTier: "PLUS",
          advancedSecurityMode: "ENFORCED",
          attributes: { "custom:tenant": { maxLength: 64 } },
          accountRecovery: ["verified_email", "verified_phone_number"],
          smsConfiguration: { externalId: "acme", snsCallerArn: "arn:aws:iam::111122223333:role/sms" },
          lambdaConfig: { preSignUp: "arn:aws:lambda:eu-central-1:111122223333:function:pre-sign-up" },
          tags: { stage: "prod", "cost ${centre}": "shop %{1}" },
          clients: { web: { defaultRedirectUri: "https://shop.acme.example/", refreshTokenValidity: "12h" } },
        },
      },
    },
  },
  pools: {
    customers: {
      usernameAttributes: ["email"],
      autoVerifiedAttributes: ["email"],
      attributesRequireVerificationBeforeUpdate: { var: "verified_first", default: [] },
      passwordPolicy: { temporaryPasswordValidityDays: { var: "invitation_days", default: 7 } },
      attributes: { email: { required: true } },
      domain: { prefix: { var: "domain", default: "acme-customers" } },
      webAclArn: "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/users/11112222-3333-4444-5555-666677778888",
      tags: { team: "identity" },
      resourceServers: {
        orders: { identifier: "https://api.acme.example", scopes: { read: "See orders", write: "Place orders" } },
      },
      identityProviders: {
        Google: {
          providerType: "Google",
          providerDetails: {
            client_id: "1234.apps.googleusercontent.com",
            client_secret: { var: "google_secret", sensitive: true },
            authorize_scopes: "openid email",
          },
          attributeMapping: { email: "email" },
        },
      },
      clients: {
        web: {
          platform: "spa",
          callbackUrls: ["https://shop.acme.example/"],
          logoutUrls: ["https://shop.acme.example/"],
          allowedOauthScopes: ["openid", "orders/read"],
          supportedIdentityProviders: ["COGNITO", "Google"],
        },
        ios: { platform: "ios" },
      },
    },
  },
};

/** A pool whose clients name the pool's own resources, and variables, in one of its environments only. */
export const names: Config = {
  project: "acme",
  environments: {
    dev: {
      region: "eu-west-1",
      pools: {
        customers: {
          threatProtection: { compromisedCredentials: { action: "NO_ACTION" } },
          clients: {
            web: {
              threatProtection: { exceptions: { blocked: [] } },
              allowedOauthScopes: ["openid"],
              callbackUrls: ["http://localhost:3000/"],
              supportedIdentityProviders: ["COGNITO"],
            },
          },
        },
      },
    },
    prod: { region: "eu-west-1" },
  },
  pools: {
    customers: {
      usernameAttributes: ["email"],
      userPoolTier: "PLUS",
      advancedSecurityMode: "ENFORCED",
      threatProtection: { compromisedCredentials: { action: "BLOCK" } },
      domain: { prefix: "acme-names" },
      resourceServers: { orders: { identifier: "https://api.acme.example", scopes: { read: "See orders" } } },
      identityProviders: {
        Google: {
          providerType: "Google",
          providerDetails: { client_id: "1234", client_secret: "a secret", authorize_scopes: "openid" },
          attributeMapping: { email: "email" },
        },
      },
      clients: {
        web: {
          platform: "spa",
          threatProtection: { exceptions: { blocked: ["192.0.2.0/24"], skipped: ["198.51.100.0/24"] } },
          allowedOauthScopes: ["openid", "orders/read"],
          callbackUrls: { var: "web_callbacks", default: ["https://shop.acme.example/"] },
          supportedIdentityProviders: ["COGNITO", "Google"],
        },
      },
    },
  },
};

/** Values of the variables without a default. */
export const OPEN = { google_secret: "a secret" };

export function modelsOf(config: Config, pool = "customers"): PoolModel[] {
  const { pools, problems } = resolveConfig(config);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return pools.filter(({ key }) => key === pool);
}

export function moduleIn(environment: string, config: Config = shop, file = "userpools.yaml"): PoolModule {
  return moduleOf(config, modelsOf(config), { environment, file });
}
