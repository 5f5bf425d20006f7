import { CLAIMS_OF_SCOPES } from "../../cognito/provider-details";
import type { IdentityProviderModel, PoolModel } from "../../model/model";
import { isClosed, known, knownItems } from "../../model/value";
import { isStandard } from "../attribute-names";
import { isPresent } from "../language/arguments";
import { claim } from "../language/claims";
import { type Field, listed } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide } from "../language/sources";
import { not } from "../language/statements";
import { quoted } from "../language/text-statements";
import type { BadExample, Example, Rule } from "../rule";
import { badProvider, DETAILS, provider } from "./identity-provider-rule";
import { providerRule } from "./object-rule";
import { badPool, goodPool } from "./pool-examples";

const google = (authorize_scopes: string) => ({
  name: "Google",
  providerType: "Google" as const,
  providerDetails: { ...DETAILS.Google, authorize_scopes },
});
const saml = (...idpIdentifiers: string[]) => ({
  providerType: "SAML" as const,
  providerDetails: DETAILS.SAML,
  idpIdentifiers,
});

/** Identifiers that a provider shares with one whose name comes before its own. */
const shared = ({ identityProviders }: PoolModel): Field<IdentityProviderModel> => ({
  of: (each) =>
    knownItems(each.idpIdentifiers).filter((identifier) => holderOf(identifier, each, identityProviders) !== undefined),
  over: (name) =>
    `setintersection(${identifiersOf(name)}, flatten([for other in local.identity_providers : ${identifiersOf("other")} if other.provider_name != ${name}.provider_name && sort([other.provider_name, ${name}.provider_name])[0] == other.provider_name]))`,
});

function identifiersOf(name: string): string {
  return `coalesce(try(${name}.idp_identifiers, null), [])`;
}

/** The provider that has the identifier already. */
function holderOf(
  identifier: string,
  { providerName }: IdentityProviderModel,
  providers: readonly IdentityProviderModel[],
): IdentityProviderModel | undefined {
  return providers.find(
    (each) => each.providerName < providerName && knownItems(each.idpIdentifiers).includes(identifier),
  );
}

/** What identity providers share, carry, and are used for. */
export const providerUseRules: readonly Rule[] = [
  providerRule({
    id: "IDP-16",
    name: "unique-provider-identifier",
    since: "2.0",
    severity: "error",
    title: "require each identifier to belong to one identity provider of the pool",
    why: 'AWS refuses the second provider at apply: "IdpIdentifier already used". An identifier, such as the domain of an e-mail address, sends users to one provider.',
    fix: "remove the identifier from all providers but one",
    source: [api("CreateIdentityProvider"), guide("cognito-user-pools-managing-saml-idp-naming")],
    claims: (pool) => [
      {
        ...claim(
          not(isPresent(shared(pool))),
          [],
          say`identifiers that belong to another identity provider already: ${listed(shared(pool))}`,
        ),
        violations: (each) =>
          knownItems(each.idpIdentifiers).flatMap((identifier, index) => {
            const holder = holderOf(identifier, each, pool.identityProviders)?.providerName;
            const message = `identifier ${quoted(identifier)} belongs to identity provider ${holder} already`;
            return holder === undefined ? [] : [{ at: ["idpIdentifiers", index], message }];
          }),
      },
    ],
    examples: () => ({
      bad: [
        badPool(
          { identityProviders: { aaa: saml("example.com", "example.org"), bbb: saml("example.org") } },
          "identityProviders",
          "bbb",
          "idpIdentifiers",
          0,
        ),
        badPool(
          { identityProviders: { aaa: saml("example.com"), bbb: saml("example.org", "example.com") } },
          "identityProviders",
          "bbb",
          "idpIdentifiers",
          1,
        ),
      ],
      good: [
        goodPool({ identityProviders: { aaa: saml("example.com"), bbb: saml("example.org") } }),
        goodPool({ identityProviders: { aaa: saml("example.com"), bbb: saml("example.org", "Example.com") } }),
        provider({ idpIdentifiers: ["example.com", "example.com"] }),
      ],
    }),
  }),
  providerRule({
    id: "IDP-17",
    name: "scopes-carry-required-claims",
    since: "2.0",
    severity: "warning",
    title: "require the scopes of an identity provider to carry the claims that required attributes map",
    why: 'The provider leaves out claims of scopes that it is not asked for. Without a required attribute Cognito refuses the sign-in: "attributes required".',
    fix: "add the scope to authorize_scopes",
    source: [
      guide("cognito-user-pools-specifying-attribute-mapping"),
      "https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims",
    ],
    check: ({ providerType, providerDetails, attributeMapping }, pool) => {
      const asked = known(providerDetails.authorize_scopes);
      if (providerType === "SAML" || asked === undefined) return [];
      const scopes = asked.split(/[\s,]+/).map(bareScope);
      return requiredNames(pool).flatMap((name) => {
        const claim = known(Object.hasOwn(attributeMapping, name) ? attributeMapping[name] : undefined);
        const carriers = Object.entries(CLAIMS_OF_SCOPES[providerType])
          .filter(([, claims]) => claims.includes(claim ?? ""))
          .map(([scope]) => scope);
        if (carriers.length === 0 || carriers.some((scope) => scopes.includes(scope))) return [];
        const [scope = ""] = carriers;
        return [
          {
            at: ["providerDetails", "authorize_scopes"],
            message: `the pool requires ${name}, mapped from claim ${claim}, which scopes ${quoted(asked)} do not carry; scope ${scope} does`,
            fix: `add ${scope} to authorize_scopes`,
          },
        ];
      });
    },
    examples: () => ({
      bad: [
        badClaims(google("profile"), { email: "email" }),
        badClaims(google("openid https://www.googleapis.com/auth/userinfo.profile"), { email: "email" }),
        badClaims({ ...google("public_profile"), name: "Facebook", providerType: "Facebook" }, { email: "email" }),
        badClaims(
          { ...google("postal_code"), name: "LoginWithAmazon", providerType: "LoginWithAmazon" },
          { email: "email" },
        ),
        badClaims(
          { providerType: "OIDC", providerDetails: { ...DETAILS.OIDC, authorize_scopes: "openid profile" } },
          { email: "email" },
        ),
        badClaims(
          {
            name: "SignInWithApple",
            providerType: "SignInWithApple",
            providerDetails: { ...DETAILS.SignInWithApple, authorize_scopes: "name" },
          },
          { email: "email" },
        ),
      ],
      good: [
        claims(google("email"), { email: "email" }),
        claims(google("openid https://www.googleapis.com/auth/userinfo.email"), { email: "email" }),
        claims(google("profile"), { email: "upn" }),
        claims({ ...google("public_profile,email"), name: "Facebook", providerType: "Facebook" }, { email: "email" }),
        claims({ ...google("profile"), name: "LoginWithAmazon", providerType: "LoginWithAmazon" }, { email: "email" }),
        claims({}, { email: "email" }),
        provider({ ...google("profile"), attributeMapping: { email: "email" } }),
      ],
    }),
  }),
  {
    id: "IDP-18",
    name: "provider-of-some-client",
    since: "2.0",
    severity: "warning",
    subject: "pool",
    title: "require each identity provider to be supported by a client",
    why: "Users sign in with a provider only through a client that supports it. A provider that no client names is not offered anywhere.",
    fix: "add the provider to supportedIdentityProviders of a client, or remove it",
    source: [api("CreateUserPoolClient")],
    check: ({ clients, existing, identityProviders }) => {
      // clients of a pool that is managed elsewhere may be elsewhere too
      if (existing) return [];
      const lists = clients.map(({ supportedIdentityProviders }) => supportedIdentityProviders);
      if (lists.length === 0 || !lists.every(isClosed)) return [];
      return identityProviders
        .filter(({ providerName }) => !lists.some((list) => list.includes(providerName)))
        .map(({ providerName }) => ({
          at: ["identityProviders", providerName],
          message: `no client of the pool supports identity provider ${providerName}`,
        }));
    },
    examples: () => ({
      bad: [
        badProvider({}),
        {
          ...badProvider(google("openid")),
          client: { platform: "ios", supportedIdentityProviders: ["COGNITO"] },
        },
      ],
      good: [
        { ...provider(), client: { platform: "ios", supportedIdentityProviders: ["company"] } },
        { ...provider(), client: { platform: "ios", supportedIdentityProviders: [{ var: "provider" }] } },
        {
          ...provider(),
          clients: { web: { platform: "spa", supportedIdentityProviders: ["COGNITO", "company"] } },
        },
      ],
    }),
  },
];

/** Google's scopes also have long names: `https://www.googleapis.com/auth/userinfo.email` is `email`. */
function bareScope(scope: string): string {
  return scope.replace(/^https:\/\/www\.googleapis\.com\/auth\/userinfo\./, "");
}

/** Standard attributes that sign-up must give. */
function requiredNames({ pool }: PoolModel): string[] {
  return (pool?.schema ?? []).filter(({ required, name }) => required && isStandard(name)).map(({ name }) => name);
}

type Given = NonNullable<Parameters<typeof provider>[0]>;

/** An example whose pool requires an e-mail address and has this provider with this mapping. */
function claims(given: Given, attributeMapping: Readonly<Record<string, string>>): Example {
  return provider({ ...given, attributeMapping }, { attributes: { email: { required: true } } });
}

function badClaims(given: Given, attributeMapping: Readonly<Record<string, string>>): BadExample {
  const { name = "company" } = given;
  return badPool(
    claims(given, attributeMapping).pool ?? {},
    "identityProviders",
    name,
    "providerDetails",
    "authorize_scopes",
  );
}
