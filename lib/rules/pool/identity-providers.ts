import { READABLE_ATTRIBUTES } from "../../cognito/attributes";
import { QUOTAS } from "../../cognito/quotas";
import { COGNITO_PROVIDER, SOCIAL_PROVIDERS } from "../../cognito/values";
import type { IdentityProviderModel, PoolModel } from "../../model/model";
import { isOpen, known } from "../../model/value";
import { declaredNames, isStandard, mayExist, nearest } from "../attribute-names";
import { claim } from "../language/claims";
import { literals } from "../language/expressions";
import { count, type Field, isAtMost, isSame, meets, quotedValue } from "../language/fields";
import { claimEvery, text, texts } from "../language/items";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { implies, not, type Statement } from "../language/statements";
import { characters, is, isOneOf, matches, quoted } from "../language/text-statements";
import type { Rule } from "../rule";
import { providerDetailRules } from "./identity-provider-details";
import { providerEndpointRules } from "./identity-provider-endpoints";
import { badProvider, isOfType, provider, providerName, providerType } from "./identity-provider-rule";
import { providerSecretRules } from "./identity-provider-secrets";
import { providerUseRules } from "./identity-provider-use";
import { providerValueRules } from "./identity-provider-values";
import { providerRule } from "./object-rule";
import { many } from "./pool-examples";

const mappingGuide = guide("cognito-user-pools-specifying-attribute-mapping");

/** Providers of which a pool has at most one, under the name of its type. */

/** Providers whose users Cognito always names by the claim `sub`. */
const NAMED_BY_SUB: readonly string[] = ["Google", "OIDC", "SignInWithApple"];

const NAME = matches("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{3,32}$");
/** AWS's API model allows an underscore in second place alone, its guide creates `SAML_provider_1`. */
const WITHOUT_UNDERSCORE = matches("^[^_].[^_]+$");
const IDENTIFIER = matches("^[0-9A-Za-z_\\t\\n\\v\\f\\r +=.@-]{1,40}$");
const MOST_IDENTIFIERS = QUOTAS.idpIdentifiers.limit;
const identifiers: Field<IdentityProviderModel> = {
  of: ({ idpIdentifiers = [] }) => (isOpen(idpIdentifiers) ? undefined : idpIdentifiers),
  over: (name) => `coalesce(try(${name}.idp_identifiers, null), [])`,
};

const mapped: Field<IdentityProviderModel> = {
  of: ({ attributeMapping }) => Object.keys(attributeMapping),
  over: (name) => `try(keys(${name}.attribute_mapping), [])`,
};

/** Characters in the name of a mapped attribute. */
const LONGEST_MAPPED = 32;

/** What any provider's mapping may write. */
const MAPPABLE: readonly string[] = [...new Set([...READABLE_ATTRIBUTES, "username"])].sort();

/** The identity providers of a pool. */
export const identityProviderRules: readonly Rule[] = [
  providerRule({
    id: "IDP-01",
    name: "provider-name-form",
    since: "1.0",
    severity: "error",
    advises: true,
    title: "limit the name of an identity provider to 3 to 32 characters without spaces",
    why: "AWS refuses the identity provider at apply; the AWS provider checks the length alone. The API model has no underscore in a new name, though AWS's guide uses one, and existing providers have them. A new name later replaces the provider, and its users become others.",
    fix: "use 3 to 32 letters, digits, marks or punctuation, without spaces",
    source: [api("CreateIdentityProvider"), guide("cognito-user-pools-managing-saml-idp-cli-api")],
    claims: [
      claim(
        meets(providerName, NAME),
        [],
        say`name ${quotedValue(providerName)} must have 3 to 32 characters and no spaces`,
      ),
    ],
    check: ({ providerName: name }) =>
      !NAME.holds(name) || WITHOUT_UNDERSCORE.holds(name)
        ? []
        : [
            {
              at: [],
              message: `name ${quoted(name)} has an underscore, which AWS may refuse for a new provider`,
              fix: "leave the name as it is if the provider exists already, else use - for _",
              severity: "warning",
            },
          ],
    examples: () => ({
      bad: ["ab", "x".repeat(33), "my_company", "SAML_provider_1", "_company", "My Company"].map((name) =>
        badProvider({ name }),
      ),
      good: ["abc", "x".repeat(32), "my-company", "a_company"].map((name) => provider({ name })),
    }),
  }),
  providerRule({
    id: "IDP-02",
    name: "social-provider-name",
    since: "1.0",
    severity: "error",
    title: "require a social identity provider to be named after its type, and disallow these names for others",
    why: '"Provider Google cannot be of type SAML." A pool has at most one of each social provider. To a client, COGNITO means the users of the pool itself.',
    fix: "name social providers Google, Facebook, LoginWithAmazon and SignInWithApple, and give all others another name",
    source: [api("CreateIdentityProvider"), PREFLIGHT],
    claims: [
      claim(
        not(meets(providerName, is(COGNITO_PROVIDER))),
        [],
        `provider ${COGNITO_PROVIDER} has the name of the pool's own users`,
        "give it another name",
      ),
      claim(
        implies(isOfType(...SOCIAL_PROVIDERS), isSame(providerName, providerType)),
        [],
        say`a provider of type ${providerType} cannot be named ${providerName}`,
        (each) => `name it ${each.providerType}`,
      ),
      claim(
        implies(not(isOfType(...SOCIAL_PROVIDERS)), not(meets(providerName, isOneOf(SOCIAL_PROVIDERS)))),
        ["providerType"],
        say`provider ${providerName} cannot be of type ${providerType}`,
      ),
    ],
    examples: () => ({
      bad: [
        badProvider({ name: "MyGoogle", providerType: "Google" }),
        badProvider({ name: "Facebook", providerType: "SAML" }, "providerType"),
        badProvider({ name: "COGNITO", providerType: "SAML" }),
      ],
      good: [provider({ name: "Google", providerType: "Google" }), provider({ name: "company" })],
    }),
  }),
  ...providerDetailRules,
  ...providerValueRules,
  ...providerEndpointRules,
  ...providerUseRules,
  ...providerSecretRules,
  providerRule({
    id: "IDP-07",
    name: "known-mapped-attributes",
    since: "1.0",
    severity: "error",
    advises: true,
    title: "require an identity provider to map attributes that the pool has",
    why: "AWS refuses the identity provider at apply. The username of users of Google, Apple and OIDC providers is always the claim sub.",
    fix: "map standard attributes, username, or custom attributes that the pool declares as custom:NAME",
    source: [api("CreateIdentityProvider"), mappingGuide],
    claims: (pool) => [
      claimEvery(
        texts(mapped, "name"),
        isMappable(pool),
        (name) => ["attributeMapping", name],
        { ...say`the pool has no attribute ${quotedValue(text)}`, of: (name) => unmappable(name, pool).message },
        (name) => unmappable(name, pool).fix,
      ),
    ],
    check: ({ attributeMapping, providerType: type }) => {
      const claimed = known(attributeMapping.username) ?? "sub";
      return NAMED_BY_SUB.includes(type) && claimed !== "sub"
        ? [
            {
              at: ["attributeMapping", "username"],
              message: `username is mapped to ${claimed}; for ${type} it is always sub`,
              fix: "map username to sub, or leave it out",
              severity: "warning",
            },
          ]
        : [];
    },
    examples: () => ({
      bad: [
        badProvider({ attributeMapping: { emial: "email" } }, "attributeMapping", "emial"),
        badProvider({ attributeMapping: { "custom:org": "org" } }, "attributeMapping", "custom:org"),
        badProvider({ attributeMapping: { ["x".repeat(33)]: "x" } }, "attributeMapping", "x".repeat(33)),
        badProvider(
          { name: "Google", providerType: "Google", attributeMapping: { username: "email" } },
          "attributeMapping",
          "username",
        ),
      ],
      good: [
        provider({ attributeMapping: { email: "email", email_verified: "email_verified", username: "NameID" } }),
        provider({ attributeMapping: { "custom:org": "org" } }, { attributes: { "custom:org": {} } }),
        provider({ name: "Google", providerType: "Google", attributeMapping: { username: "sub" } }),
        provider({ name: "Facebook", providerType: "Facebook", attributeMapping: { username: "id" } }),
      ],
    }),
  }),
  providerRule({
    id: "IDP-08",
    name: "provider-identifier-form",
    since: "1.0",
    severity: "error",
    title: `limit an identity provider to ${MOST_IDENTIFIERS} identifiers of 1 to 40 characters`,
    why: "AWS refuses the identity provider at apply; the AWS provider refuses most of them at plan.",
    fix: "use letters, digits, spaces and _ + = . @ -: a domain such as example.com",
    source: [api("CreateIdentityProvider"), guide("quotas")],
    claims: [
      claim(
        isAtMost(count(identifiers), MOST_IDENTIFIERS),
        ["idpIdentifiers"],
        say`the provider has ${count(identifiers)} identifiers; Cognito allows ${String(MOST_IDENTIFIERS)}`,
        "remove identifiers, or divide them among several providers",
      ),
      claimEvery(
        texts(identifiers, "item"),
        IDENTIFIER,
        (_, index) => ["idpIdentifiers", index],
        say`identifier ${quotedValue(text)} must be 1 to 40 letters, digits, spaces or _ + = . @ -`,
      ),
    ],
    examples: () => ({
      bad: [
        badProvider({ idpIdentifiers: Object.keys(many(51, "id", "")) }, "idpIdentifiers"),
        badProvider({ idpIdentifiers: ["example.com", "example.com/x"] }, "idpIdentifiers", 1),
        badProvider({ idpIdentifiers: ["x".repeat(41)] }, "idpIdentifiers", 0),
      ],
      good: [
        provider({ idpIdentifiers: Object.keys(many(50, "id", "")) }),
        provider({ idpIdentifiers: ["x".repeat(40), { var: "identifier" }] }),
      ],
    }),
  }),
];

/** The pool has the attribute, and a provider can write it. */
function isMappable(pool: PoolModel): Statement<string> {
  return {
    holds: (name) =>
      MAPPABLE.includes(name) ||
      (mayExist(pool, name) && characters(name) <= LONGEST_MAPPED) ||
      (declaredNames(pool).includes(name) && !isStandard(name)),
    over: (name) =>
      `contains(setunion(["username"], setsubtract(local.attributes, ${literals(["identities", "oidc:profile", "sub"])})), ${name})`,
  };
}

function unmappable(name: string, pool: PoolModel): { readonly message: string; readonly fix: string | undefined } {
  if (characters(name) > LONGEST_MAPPED)
    return {
      message: `${name} has ${characters(name)} characters; AWS maps names of at most ${LONGEST_MAPPED}`,
      fix: `map an attribute whose name has at most ${LONGEST_MAPPED} characters, with custom:`,
    };
  const near = nearest(name, [...declaredNames(pool), ...MAPPABLE]);
  const message = `the pool has no attribute ${JSON.stringify(name)}`;
  return near === undefined
    ? { message, fix: undefined }
    : { message: `${message}; did you mean ${near}?`, fix: `write ${near}` };
}
