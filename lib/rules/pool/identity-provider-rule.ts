import type { ProviderType } from "../../cognito/values";
import type { IdentityProviderModel, PoolModel } from "../../model/model";
import type { BadExample, Example, PoolRule, References, RuleText, Violation } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { attached, type Guard } from "./pool-rule";

/** A rule about each identity provider of a pool. */
export interface ProviderRuleDefinition extends RuleText {
  /** What is wrong with a provider; `at` starts from it. */
  readonly breaches: (provider: IdentityProviderModel, pool: PoolModel) => readonly Violation[];
  /** The same over the identity provider. */
  readonly guard: (provider: IdentityProviderModel, pool: PoolModel, refs: References) => Guard | undefined;
  readonly examples: PoolRule["examples"];
}

/** Turns it into a rule about the pool. */
export function providerRule({ breaches, guard, ...text }: ProviderRuleDefinition): PoolRule {
  return {
    ...text,
    subject: "pool",
    check: (pool) =>
      pool.identityProviders.flatMap((provider) =>
        breaches(provider, pool).map((breach) => ({
          ...breach,
          at: ["identityProviders", provider.providerName, ...breach.at],
        })),
      ),
    conditions: (pool, refs) =>
      pool.identityProviders.flatMap((provider) => {
        const guarded = guard(provider, pool, refs);
        const on = { resource: "identityProvider", name: provider.providerName } as const;
        return guarded ? attached(text.id, pool, on, provider, guarded) : [];
      }),
  };
}

type Written = NonNullable<NonNullable<Example["pool"]>["identityProviders"]>[string];
type Given = Partial<Written> & { readonly name?: string };

/** Details that a provider of each type cannot do without. */
export const DETAILS: Readonly<Record<ProviderType, Readonly<Record<string, string>>>> = {
  Facebook: { client_id: "id", client_secret: "secret", authorize_scopes: "public_profile,email" },
  Google: { client_id: "id", client_secret: "secret", authorize_scopes: "openid email" },
  LoginWithAmazon: { client_id: "id", client_secret: "secret", authorize_scopes: "profile" },
  OIDC: {
    client_id: "id",
    authorize_scopes: "openid email",
    oidc_issuer: "https://idp.example.com",
    attributes_request_method: "GET",
  },
  SAML: { MetadataURL: "https://idp.example.com/metadata.xml" },
  SignInWithApple: {
    client_id: "id",
    team_id: "team",
    key_id: "key",
    private_key: "secret",
    authorize_scopes: "email name",
  },
};

/** An example with one identity provider: by default a right one of type SAML, named `company`. */
export function provider({ name = "company", ...given }: Given = {}, pool: Example["pool"] = {}): Example {
  return goodPool({ ...pool, identityProviders: { [name]: written(given) } });
}

/** The same, breaking a rule at this place of the provider. */
export function badProvider({ name = "company", ...given }: Given, ...at: (string | number)[]): BadExample {
  return badPool({ identityProviders: { [name]: written(given) } }, "identityProviders", name, ...at);
}

function written({ providerType = "SAML", ...given }: Partial<Written>): Written {
  return { providerType, providerDetails: DETAILS[providerType], ...given };
}
