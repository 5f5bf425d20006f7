import { detailsWhere } from "../../cognito/provider-details";
import type { ProviderType } from "../../cognito/values";
import type { IdentityProviderModel } from "../../model/model";
import { snakeCase } from "../../text/case";
import { nearest } from "../attribute-names";
import { equals, isPresent } from "../language/arguments";
import { claim } from "../language/claims";
import { literals } from "../language/expressions";
import { count, type Field, listed } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { any, implies, not } from "../language/statements";
import { is, isOneOf, matches } from "../language/text-statements";
import type { PoolRule, Rule, RuleText, Violation } from "../rule";
import {
  adviceOf,
  badProvider,
  DETAIL_KEYS,
  DETAILS,
  type DetailClaim,
  detailClaims,
  HAS_OPENID,
  hasNoEmpty,
  isOfType,
  METADATA_XML,
  nameOf,
  provider,
  providerType,
} from "./identity-provider-rule";
import { providerRule } from "./object-rule";

const METADATA = ["MetadataFile", "MetadataURL"] as const;
const metadata: Field<IdentityProviderModel> = {
  of: ({ providerDetails }) => METADATA.filter((key) => Object.hasOwn(providerDetails, key)),
  over: () => `setintersection(${DETAIL_KEYS}, ${literals(METADATA)})`,
  keysOnly: true,
};

/** What else must hold of an OIDC provider that has all its details. */
const OIDC_CLAIMS: readonly DetailClaim[] = [
  { key: "attributes_request_method", must: isOneOf(["GET", "POST"]), allowed: "GET or POST" },
  ...detailsWhere("OIDC", ({ form }) => form === "https").map((key) => ({
    key,
    must: matches("^https://"),
    allowed: "an https URL",
  })),
  {
    key: "authorize_scopes",
    must: HAS_OPENID,
    allowed: "scopes with openid, separated by spaces",
    fix: "write openid among them, and spaces between them: openid email",
  },
  {
    key: "oidc_issuer",
    must: not(matches("/\\.well-known(?:/|$)|[?#]")),
    allowed: "the issuer in the provider's tokens, without /.well-known, query and fragment",
    fix: "write the value that the discovery document has as issuer: Cognito adds /.well-known/openid-configuration to it",
  },
  {
    key: "oidc_issuer",
    must: not(matches("/$")),
    allowed: "the issuer in the provider's tokens to the letter; Auth0's ends with a slash, most do not",
    fix: "remove the slash, or acknowledge this warning where the discovery document has it in issuer",
    severity: "warning",
  },
];

/** What Cognito must know of a provider, by its type. */
export const providerDetailRules: readonly Rule[] = [
  requires(["Facebook", "Google", "LoginWithAmazon"], {
    id: "IDP-03",
    name: "social-provider-details",
    since: "1.0",
    severity: "error",
    title: "require client_id, client_secret and authorize_scopes of Google, Facebook and Login with Amazon",
    why: '"clientId, clientSecret and authorizeScopes are all required idp details."',
    fix: "add the missing keys to providerDetails",
    source: [api("CreateIdentityProvider"), guide("cognito-user-pools-social-idp"), PREFLIGHT],
  }),
  requires(["SignInWithApple"], {
    id: "IDP-04",
    name: "apple-provider-details",
    since: "1.0",
    severity: "error",
    title: "require client_id, team_id, key_id, private_key and authorize_scopes of Sign in with Apple",
    why: '"clientId, privateKey, teamId, and keyId" are required, as are the scopes.',
    fix: "add the missing keys to providerDetails",
    source: [api("CreateIdentityProvider"), guide("cognito-user-pools-social-idp"), PREFLIGHT],
  }),
  requires(
    ["OIDC"],
    {
      id: "IDP-05",
      name: "oidc-provider-details",
      since: "1.0",
      severity: "error",
      advises: true,
      title: "require client_id, scopes with openid, https endpoints and a request method of an OIDC provider",
      why: '"clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.", or "OIDC endpoint must start with https://". Cognito compares the issuer letter by letter with the one in the provider\'s tokens.',
      fix: "complete providerDetails: oidc_issuer https://idp.example.com, attributes_request_method GET or POST, authorize_scopes with openid",
      source: [api("CreateIdentityProvider"), guide("cognito-user-pools-oidc-idp"), PREFLIGHT],
    },
    OIDC_CLAIMS,
    [
      ["attributes_request_method", "PUT"],
      ["oidc_issuer", "http://idp.example.com"],
      ["oidc_issuer", "https://example.eu.auth0.com/"],
      ["oidc_issuer", "https://idp.example.com/.well-known/openid-configuration"],
      ["oidc_issuer", "https://idp.example.com/?tenant=a"],
      ["token_url", "http://idp.example.com/token"],
      ["authorize_scopes", "email profile"],
      ["authorize_scopes", "openid,email"],
    ],
  ),
  providerRule({
    id: "IDP-06",
    name: "saml-provider-metadata",
    since: "1.0",
    severity: "error",
    title: "require either MetadataURL or MetadataFile of a SAML provider",
    why: '"At least one of the MetadataURL or MetadataFile should be provided.", or "Only one of ...".',
    fix: "use MetadataURL, from which Cognito refreshes certificates by itself, or MetadataFile",
    source: [api("CreateIdentityProvider"), guide("cognito-user-pools-saml-idp"), PREFLIGHT],
    claims: [
      claim(
        implies(isOfType("SAML"), equals(count(metadata), 1)),
        ["providerDetails"],
        say`a SAML provider needs either MetadataURL or MetadataFile, and has ${count(metadata)} of them`,
      ),
      claim(
        implies(isOfType("SAML"), hasNoEmpty(METADATA)),
        ["providerDetails"],
        "MetadataURL or MetadataFile is empty",
      ),
    ],
    examples: () => ({
      bad: [
        badProvider({ providerDetails: {} }, "providerDetails"),
        badProvider({ providerDetails: { MetadataURL: "" } }, "providerDetails"),
        badProvider({ providerDetails: { ...DETAILS.SAML, MetadataFile: METADATA_XML } }, "providerDetails"),
      ],
      good: [provider(), provider({ providerDetails: { MetadataFile: METADATA_XML } })],
    }),
  }),
];

/** The rule that providers of these types have all the details of their type, and what else must hold of these. */
function requires(
  types: readonly [ProviderType, ...ProviderType[]],
  text: RuleText,
  claims: readonly DetailClaim[] = [],
  bad: readonly (readonly [key: string, value: string])[] = [],
): PoolRule {
  const required = detailsWhere(types[0], (detail) => detail.required === true);
  const missing: Field<IdentityProviderModel> = {
    of: ({ providerDetails }) => required.filter((key) => !Object.hasOwn(providerDetails, key)),
    over: () => `setsubtract(${literals(required)}, ${DETAIL_KEYS})`,
    keysOnly: true,
  };
  const claimsOf = (type: ProviderType) =>
    types.includes(type) ? claims.map((each) => ({ ...each, must: any(is(""), each.must) })) : [];
  return providerRule({
    ...text,
    claims: [
      {
        ...claim(
          implies(isOfType(...types), not(isPresent(missing))),
          [],
          say`${providerType} needs ${listed(missing)}`,
        ),
        violations: (provider) =>
          (missing.of(provider) as string[]).map((key) => missingDetail(key, provider, required)),
      },
      ...required.map((key) =>
        claim(
          implies(isOfType(...types), hasNoEmpty([key])),
          ["providerDetails", key],
          say`${key} is empty; ${providerType} needs it`,
        ),
      ),
      ...detailClaims(claimsOf),
    ],
    check: adviceOf(claimsOf),
    examples: () => ({
      bad: types.flatMap((type) => {
        const broken = (providerDetails: Readonly<Record<string, string>>, ...at: string[]) =>
          badProvider({ name: nameOf(type), providerType: type, providerDetails }, "providerDetails", ...at);
        return [
          broken({}),
          ...required.map((key) => {
            const { [key]: _, ...rest } = DETAILS[type];
            return broken(rest);
          }),
          ...required.map((key) => broken({ ...DETAILS[type], [key]: "" }, key)),
          ...bad.map(([key, value]) => broken({ ...DETAILS[type], [key]: value }, key)),
        ];
      }),
      good: types.map((type) => provider({ name: nameOf(type), providerType: type })),
    }),
  });
}

/** A required detail that is missing, and the key that was probably meant for it. */
function missingDetail(
  key: string,
  { providerType, providerDetails }: IdentityProviderModel,
  required: readonly string[],
): Violation {
  const details = Object.keys(providerDetails);
  const near = nearest(snakeCase(key), details.filter((each) => !required.includes(each)).map(snakeCase));
  const written = details.find((each) => near !== undefined && snakeCase(each) === near);
  return {
    at: ["providerDetails"],
    message: `${providerType} needs ${key}${written ? `; ${written} is not one of its details` : ""}`,
    fix: written ? `write ${key} for ${written}` : `add ${key} to providerDetails`,
  };
}
