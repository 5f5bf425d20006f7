import { READABLE_ATTRIBUTES } from "../../cognito/attributes";
import { COGNITO_PROVIDER } from "../../cognito/values";
import type { PoolModel } from "../../model/model";
import { isOpen, known, knownItems } from "../../model/value";
import { declaredNames, isStandard, mayExist, nearest } from "../attribute-names";
import { literals, planText } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import { characters, matches, quoted } from "../language/text-statements";
import type { Rule } from "../rule";
import { providerDetailRules } from "./identity-provider-details";
import { providerEndpointRules } from "./identity-provider-endpoints";
import { badProvider, provider, providerRule } from "./identity-provider-rule";
import { providerSecretRules } from "./identity-provider-secrets";
import { providerUseRules } from "./identity-provider-use";
import { providerValueRules } from "./identity-provider-values";
import { many } from "./pool-examples";
import { orEmpty } from "./pool-rule";

const mappingGuide = guide("cognito-user-pools-specifying-attribute-mapping");

/** Providers of which a pool has at most one, under the name of its type. */
const SOCIAL: readonly string[] = ["Facebook", "Google", "LoginWithAmazon", "SignInWithApple"];

/** Providers whose users Cognito always names by the claim `sub`. */
const NAMED_BY_SUB: readonly string[] = ["Google", "OIDC", "SignInWithApple"];

const NAME = matches("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{3,32}$");
/** AWS's API model allows an underscore in second place alone, its guide creates `SAML_provider_1`. */
const WITHOUT_UNDERSCORE = matches("^[^_].[^_]+$");
const IDENTIFIER = matches("^[0-9A-Za-z_\\t\\n\\v\\f\\r +=.@-]{1,40}$");
const MOST_IDENTIFIERS = 50;
const IDENTIFIERS = orEmpty("self.idp_identifiers");

const UNKNOWN_MAPPED =
  'setsubtract(try(keys(self.attribute_mapping), []), setunion(["username"], setsubtract(local.attributes, ["identities", "oidc:profile", "sub"])))';

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
    violations: ({ providerName }) => {
      if (!NAME.holds(providerName))
        return [{ at: [], message: `name ${quoted(providerName)} must have 3 to 32 characters and no spaces` }];
      return WITHOUT_UNDERSCORE.holds(providerName)
        ? []
        : [
            {
              at: [],
              message: `name ${quoted(providerName)} has an underscore, which AWS may refuse for a new provider`,
              fix: "leave the name as it is if the provider exists already, else use - for _",
              severity: "warning" as const,
            },
          ];
    },
    guards: [
      {
        expression: NAME.over("self.provider_name"),
        planMessage: planText`name ${"jsonencode(self.provider_name)"} must have 3 to 32 characters and no spaces`,
      },
    ],
    examples: {
      bad: ["ab", "x".repeat(33), "my_company", "SAML_provider_1", "_company", "My Company"].map((name) =>
        badProvider({ name }),
      ),
      good: ["abc", "x".repeat(32), "my-company", "a_company"].map((name) => provider({ name })),
    },
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
    violations: ({ providerName, providerType }) => {
      if (providerName === providerType) return [];
      if (providerName === COGNITO_PROVIDER)
        return [
          {
            at: [],
            message: `provider ${COGNITO_PROVIDER} has the name of the pool's own users`,
            fix: "give it another name",
          },
        ];
      if (SOCIAL.includes(providerType))
        return [
          {
            at: [],
            message: `a provider of type ${providerType} cannot be named ${providerName}`,
            fix: `name it ${providerType}`,
          },
        ];
      return SOCIAL.includes(providerName)
        ? [{ at: ["providerType"], message: `provider ${providerName} cannot be of type ${providerType}` }]
        : [];
    },
    guards: [
      {
        expression: `self.provider_name == self.provider_type || length(setintersection([self.provider_name, self.provider_type], ${literals([...SOCIAL, COGNITO_PROVIDER])})) == 0`,
        planMessage: planText`provider ${"self.provider_name"} cannot be of type ${"self.provider_type"}`,
      },
    ],
    examples: {
      bad: [
        badProvider({ name: "MyGoogle", providerType: "Google" }),
        badProvider({ name: "Facebook", providerType: "SAML" }, "providerType"),
        badProvider({ name: "COGNITO", providerType: "SAML" }),
      ],
      good: [provider({ name: "Google", providerType: "Google" }), provider({ name: "company" })],
    },
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
    violations: ({ attributeMapping, providerType }, pool) =>
      Object.entries(attributeMapping).flatMap(([name, claim]) => {
        const at = ["attributeMapping", name];
        if (characters(name) > 32)
          return [{ at, message: `${name} has ${characters(name)} characters; AWS allows 32` }];
        if (!mappable(name, pool)) return [{ at, ...unmappable(name, pool) }];
        const fixed = name === "username" && NAMED_BY_SUB.includes(providerType) && (known(claim) ?? "sub") !== "sub";
        return fixed
          ? [
              {
                at,
                message: `username is mapped to ${known(claim)}; for ${providerType} it is always sub`,
                fix: "map username to sub, or leave it out",
                severity: "warning" as const,
              },
            ]
          : [];
      }),
    guards: [
      {
        expression: `length(${UNKNOWN_MAPPED}) == 0`,
        planMessage: planText`the pool has no attribute ${`join(", ", ${UNKNOWN_MAPPED})`}`,
      },
    ],
    examples: {
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
    },
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
    violations: ({ idpIdentifiers }) => {
      const items = knownItems(idpIdentifiers);
      const position = (item: string) => (isOpen(idpIdentifiers) ? -1 : (idpIdentifiers?.indexOf(item) ?? -1));
      return [
        ...(items.length > MOST_IDENTIFIERS
          ? [
              {
                at: ["idpIdentifiers"],
                message: `the provider has ${items.length} identifiers; Cognito allows ${MOST_IDENTIFIERS}`,
              },
            ]
          : []),
        ...items
          .filter((item) => !IDENTIFIER.holds(item))
          .map((item) => ({
            at: ["idpIdentifiers", position(item)],
            message: `identifier ${JSON.stringify(item)} must be 1 to 40 letters, digits, spaces or _ + = . @ -`,
          })),
      ];
    },
    guards: [
      {
        expression: `length(${IDENTIFIERS}) <= ${MOST_IDENTIFIERS}`,
        planMessage: planText`the provider has ${`length(${IDENTIFIERS})`} identifiers; Cognito allows ${() => String(MOST_IDENTIFIERS)}`,
      },
      {
        expression: `alltrue([for item in ${IDENTIFIERS} : ${IDENTIFIER.over("item")}])`,
        planMessage: planText`identifiers must be 1 to 40 letters, digits, spaces or _ + = . @ -, unlike ${`jsonencode([for item in ${IDENTIFIERS} : item if !${IDENTIFIER.over("item")}])`}`,
      },
    ],
    examples: {
      bad: [
        badProvider({ idpIdentifiers: Object.keys(many(51, "id", "")) }, "idpIdentifiers"),
        badProvider({ idpIdentifiers: ["example.com", "example.com/x"] }, "idpIdentifiers", 1),
        badProvider({ idpIdentifiers: ["x".repeat(41)] }, "idpIdentifiers", 0),
      ],
      good: [
        provider({ idpIdentifiers: Object.keys(many(50, "id", "")) }),
        provider({ idpIdentifiers: ["x".repeat(40), { var: "identifier" }] }),
      ],
    },
  }),
];

function mappable(name: string, pool: PoolModel): boolean {
  return (
    MAPPABLE.includes(name) ||
    (mayExist(pool, name) && characters(name) <= LONGEST_MAPPED) ||
    (declaredNames(pool).includes(name) && !isStandard(name))
  );
}

function unmappable(name: string, pool: PoolModel): { message: string; fix?: string } {
  if (characters(name) > LONGEST_MAPPED)
    return { message: `${name} has ${characters(name)} characters; AWS maps names of at most ${LONGEST_MAPPED}` };
  const near = nearest(name, [...declaredNames(pool), ...MAPPABLE]);
  const message = `the pool has no attribute ${JSON.stringify(name)}`;
  return near === undefined ? { message } : { message: `${message}; did you mean ${near}?`, fix: `write ${near}` };
}
