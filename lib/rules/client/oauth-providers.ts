import { COGNITO_PROVIDER, LEGACY_AUTH_FLOWS, SOCIAL_PROVIDERS } from "../../cognito/values";
import { nearest } from "../../config/validate/nearest";
import type { ClientModel, PoolModel } from "../../model/model";
import { part } from "../../model/source";
import { isClosed, knownItems } from "../../model/value";
import { planText } from "../language/expressions";
import {
  all,
  any,
  failing,
  has,
  hasAny,
  implies,
  isEmpty,
  itemsOf,
  not,
  type Statement,
  someItem,
} from "../language/statements";
import { hasLength, is, isOneOf, matches, quoted } from "../language/text-statements";
import type { Rule } from "../rule";
import { AWS, bad, claim, claimEach, clientRule, on, PREFLIGHT } from "./client-rule";
import { isAmong } from "./known-scopes";
import { SIGN_IN } from "./oauth-grants";

/** Flows of local users that no preset has. */
const LOCAL_SIGN_IN = [
  ...LEGACY_AUTH_FLOWS,
  "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  "ALLOW_CUSTOM_AUTH",
  "ALLOW_USER_AUTH",
  "ALLOW_USER_PASSWORD_AUTH",
] as const;

const YET_LOCAL = "local users are not supported, yet the client allows flows by which they sign in";

const providerName = all(hasLength(1, 32), matches("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$"));

const callbackUrls = ["https://app.example.com/callback"];
const existing = { pool: { existing: { userPoolId: "eu-central-1_aB3dE5fGh" } } };
const google = {
  pool: {
    identityProviders: {
      Google: {
        providerType: "Google" as const,
        providerDetails: { client_id: "id", client_secret: "secret", authorize_scopes: "openid" },
      },
    },
  },
};

/** The identity providers with which users sign in to a client. */
export const oauthProviderRules: readonly Rule[] = [
  clientRule({
    id: "OAU-25",
    name: "provider-name",
    since: "1.0",
    severity: "error",
    title: "limit identity provider names to 1 to 32 letters, digits, signs or spaces",
    why: "AWS rejects any other provider name.",
    fix: "use COGNITO, or the name of one of the pool's identity providers",
    source: [AWS.createClient],
    claims: (pool) => [
      claimEach(
        "supportedIdentityProviders",
        isNamed(pool),
        (provider) => `identity provider name ${quoted(provider)} is invalid; Cognito allows 1 to 32 characters`,
      ),
    ],
    planMessage: (hidden, pool) =>
      planText`invalid identity provider name ${failing("supportedIdentityProviders", isNamed(pool))}; Cognito allows 1 to 32 characters`(
        hidden,
      ),
    examples: () => ({
      bad: ["", "p".repeat(33), "a\tb"].map((provider) =>
        bad(
          on("ios", { supportedIdentityProviders: ["COGNITO", provider] }, existing),
          "supportedIdentityProviders",
          1,
        ),
      ),
      good: ["p", "p".repeat(32), "My IdP-1"].map((provider) =>
        on("ios", { supportedIdentityProviders: ["COGNITO", provider] }, existing),
      ),
    }),
  }),
  clientRule({
    id: "OAU-26",
    name: "known-provider",
    since: "1.0",
    severity: "error",
    title: "require every identity provider of a client to exist in the pool",
    why: 'AWS rejects the client at apply: "The provider X does not exist for User Pool Y."',
    fix: "use COGNITO, or a key of the pool's identityProviders",
    planFix: "use COGNITO, or the provider_name of one of the pool's identity providers",
    source: [AWS.createClient, PREFLIGHT],
    claims: (pool) => {
      if (pool.existing) return [];
      const providers = providersOf(pool);
      return [
        claimEach(
          "supportedIdentityProviders",
          isKnownProvider(pool),
          (provider) => `unknown identity provider ${quoted(provider)}; the pool has ${providers.join(", ")}`,
          {
            fix: (provider) => {
              const misnamed = pool.identityProviders.find(({ providerType }) => providerType === provider);
              if (misnamed && isOneOf(SOCIAL_PROVIDERS).holds(provider))
                return `name the provider ${misnamed.providerName} ${provider}`;
              const meant = nearest(provider, providers);
              return meant && `write ${meant}`;
            },
          },
        ),
      ];
    },
    planMessage: (hidden, pool) =>
      planText`unknown identity provider ${failing("supportedIdentityProviders", isKnownProvider(pool), "local.providers")}; the pool has ${'join(", ", local.providers)'}`(
        hidden,
      ),
    examples: () => ({
      bad: [
        bad(on("ios", { supportedIdentityProviders: ["COGNITO", "Google"] }), "supportedIdentityProviders", 1),
        bad(on("ios", { supportedIdentityProviders: ["google"] }, google), "supportedIdentityProviders", 0),
      ],
      good: [
        on("ios", { supportedIdentityProviders: ["COGNITO", "Google"] }, google),
        on("ios", { supportedIdentityProviders: ["Okta"] }, existing),
        on("ios", { supportedIdentityProviders: [{ var: "provider" }] }),
      ],
    }),
  }),
  clientRule({
    id: "OAU-27",
    name: "grant-needs-provider",
    since: "1.0",
    severity: "warning",
    title: "require an identity provider for the code and implicit grants",
    why: "Managed login offers no way to sign in when a client supports no identity provider.",
    fix: 'add supportedIdentityProviders, such as ["COGNITO"] for the local users of the pool',
    source: [AWS.createClient],
    claims: [
      claim(
        implies(hasAny("allowedOauthFlows", SIGN_IN), not(isEmpty("supportedIdentityProviders"))),
        ["supportedIdentityProviders"],
        "no identity provider is supported, so managed login offers no way to sign in",
      ),
    ],
    planMessage: planText`no identity provider is supported, so managed login offers no way to sign in`,
    examples: () => ({
      bad: [bad(on("spa", { callbackUrls, supportedIdentityProviders: [] }), "supportedIdentityProviders")],
      good: [
        on("spa", { callbackUrls }),
        on("spa", { supportedIdentityProviders: [] }),
        on("machine", { allowedOauthScopes: ["api/read"] }),
      ],
    }),
  }),
  clientRule({
    id: "OAU-33",
    name: "grant-for-federation",
    since: "2.0",
    severity: "warning",
    title: "require the code or implicit grant of a client that supports an identity provider",
    why: "Users of an identity provider sign in at the authorize endpoint alone, which no client without a grant can use: the provider is never offered.",
    fix: "add callbackUrls, and with them the code grant, or remove the provider from supportedIdentityProviders",
    source: [AWS.createClient, AWS.authorize],
    claims: [
      claim(
        implies(
          someItem("supportedIdentityProviders", not(is(COGNITO_PROVIDER))),
          hasAny("allowedOauthFlows", SIGN_IN),
        ),
        ["supportedIdentityProviders"],
        (client) =>
          `${federated(client).join(", ")} cannot sign users in: the client has neither the code nor the implicit grant`,
      ),
    ],
    planMessage: planText`identity providers of ${itemsOf("supportedIdentityProviders")} cannot sign users in: the client has neither the code nor the implicit grant`,
    examples: () => ({
      bad: [
        bad(on("spa", { supportedIdentityProviders: ["Google"] }, google), "supportedIdentityProviders"),
        bad(on("ios", { supportedIdentityProviders: ["COGNITO", "Okta"] }, existing), "supportedIdentityProviders"),
      ],
      good: [
        on("spa", { callbackUrls, supportedIdentityProviders: ["Google"] }, google),
        on("spa", { supportedIdentityProviders: ["COGNITO"] }),
        on("ios", { allowedOauthFlows: { var: "flows" }, supportedIdentityProviders: ["Google"] }, google),
      ],
    }),
  }),
  clientRule({
    id: "OAU-28",
    name: "federated-only-flows",
    since: "1.0",
    severity: "warning",
    title: "disallow password sign-in on clients for federated users only",
    why: 'Without COGNITO managed login hides local sign-in, but the API still offers it: "The only way to prevent SDK-based authentication is to block access with a WAF rule."',
    fix: 'add "COGNITO" to supportedIdentityProviders, or use explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"]',
    source: [AWS.createClient],
    claims: [
      claim(
        implies(
          all(not(isEmpty("supportedIdentityProviders")), hasAny("explicitAuthFlows", LOCAL_SIGN_IN)),
          has("supportedIdentityProviders", COGNITO_PROVIDER),
        ),
        ["supportedIdentityProviders"],
        YET_LOCAL,
      ),
    ],
    // what a preset has is not meant for local users, but a list in the file is: an empty one is Cognito's default
    advice: ({ source, supportedIdentityProviders: providers }) => {
      if (!isClosed(providers) || providers.length === 0 || providers.includes(COGNITO_PROVIDER)) return [];
      const flows = part(source, "explicitAuthFlows")?.value;
      const isWritten = Array.isArray(flows) && isClosed(flows);
      return isWritten && (flows.length === 0 || isOnlySrp(flows))
        ? [{ at: ["supportedIdentityProviders"], message: YET_LOCAL }]
        : [];
    },
    planMessage: planText`supported_identity_providers is [${itemsOf("supportedIdentityProviders")}], but local users can still sign in with ${itemsOf("explicitAuthFlows")}`,
    examples: () => ({
      bad: [
        ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH"] as const,
        ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"] as const,
        ["USER_PASSWORD_AUTH"] as const,
        [] as const,
      ].map((explicitAuthFlows) =>
        bad(
          on("ios", { supportedIdentityProviders: ["Google"], explicitAuthFlows: [...explicitAuthFlows] }, google),
          "supportedIdentityProviders",
        ),
      ),
      good: [
        on("ios", { supportedIdentityProviders: ["Google"] }, google),
        on("ios", { supportedIdentityProviders: ["Google"], explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] }, google),
        on("ios", { supportedIdentityProviders: [], explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }),
        on(
          "ios",
          {
            supportedIdentityProviders: ["COGNITO", "Google"],
            explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH"],
          },
          google,
        ),
      ],
    }),
  }),
];

/** Whether local users sign in by no other flow. */
function isOnlySrp(flows: readonly string[]): boolean {
  return flows.includes("ALLOW_USER_SRP_AUTH") && !flows.some((flow) => LOCAL_SIGN_IN.some((other) => other === flow));
}

/** The providers of a client but for local users. */
function federated({ supportedIdentityProviders }: ClientModel): string[] {
  return knownItems(supportedIdentityProviders).filter((provider) => provider !== COGNITO_PROVIDER);
}

/** The name is one that a provider can have; IDP-01 reports those of the pool's own providers. */
function isNamed(pool: PoolModel): Statement<string> {
  return pool.existing ? providerName : any(isAmong(providersOf(pool), "local.providers"), providerName);
}

/** The provider is one of the pool's, as far as it has a name: of any other text OAU-25 speaks. */
function isKnownProvider(pool: PoolModel): Statement<string> {
  return any(isAmong(providersOf(pool), "local.providers"), not(providerName));
}

function providersOf({ identityProviders }: PoolModel): string[] {
  return [COGNITO_PROVIDER, ...identityProviders.map(({ providerName }) => providerName)];
}
