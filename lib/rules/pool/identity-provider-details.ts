import type { ProviderType } from "../../cognito/values";
import type { IdentityProviderModel } from "../../model/model";
import { known } from "../../model/value";
import { nearest } from "../client/attribute-names";
import { literals, told } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import type { PoolRule, Rule, RuleText, Violation } from "../rule";
import { badProvider, DETAILS, provider, providerRule } from "./identity-provider-rule";
import { given, isGiven } from "./pool-rule";

const KEYS = "try(keys(self.provider_details), [])";
const DETAIL = given("self.provider_details[key]");

/** Where an OIDC provider is reached: over TLS alone. */
const OIDC_URLS = ["attributes_url", "authorize_url", "jwks_uri", "oidc_issuer", "token_url"] as const;
const METADATA = ["MetadataFile", "MetadataURL"] as const;

/** What Cognito must know of a provider, by its type. */
export const providerDetailRules: readonly Rule[] = [
  requires(["Facebook", "Google", "LoginWithAmazon"], {
    id: "IDP-03",
    severity: "error",
    title: "Google, Facebook and Login with Amazon have client_id, client_secret and authorize_scopes",
    why: '"clientId, clientSecret and authorizeScopes are all required idp details."',
    fix: "add the missing keys to providerDetails",
    source: [api("CreateIdentityProvider"), guide("cognito-user-pools-social-idp"), PREFLIGHT],
  }),
  requires(["SignInWithApple"], {
    id: "IDP-04",
    severity: "error",
    title: "Sign in with Apple has client_id, team_id, key_id, private_key and authorize_scopes",
    why: '"clientId, privateKey, teamId, and keyId" are required, as are the scopes.',
    fix: "add the missing keys to providerDetails",
    source: [api("CreateIdentityProvider"), guide("cognito-user-pools-social-idp"), PREFLIGHT],
  }),
  requires(
    ["OIDC"],
    {
      id: "IDP-05",
      severity: "error",
      title: "an OIDC provider has client_id, authorize_scopes with openid, an https issuer and a request method",
      why: '"clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.", or "OIDC endpoint must start with https://". The issuer must be, to the letter, the one in the provider\'s tokens, without a slash at the end.',
      fix: "complete providerDetails: oidc_issuer https://idp.example.com, attributes_request_method GET or POST, authorize_scopes with openid",
      source: [api("CreateIdentityProvider"), guide("cognito-user-pools-oidc-idp"), PREFLIGHT],
    },
    {
      breaches: ({ providerDetails }) => {
        const detail = (key: string) => known(providerDetails[key]);
        const { attributes_request_method: method = "GET", authorize_scopes: scopes = "openid" } = Object.fromEntries(
          ["attributes_request_method", "authorize_scopes"].map((key) => [key, detail(key)]),
        );
        return [
          ...(["GET", "POST"].includes(method) ? [] : [["attributes_request_method", `${method} is not GET or POST`]]),
          ...OIDC_URLS.filter((key) => detail(key)?.startsWith("https://") === false).map((key) => [
            key,
            `${key} ${detail(key)} does not start with https://`,
          ]),
          ...(detail("oidc_issuer")?.endsWith("/") ? [["oidc_issuer", "oidc_issuer ends with a slash"]] : []),
          ...(scopes.split(" ").includes("openid") ? [] : [["authorize_scopes", `${scopes} does not contain openid`]]),
        ].map(([key = "", message = ""]) => ({ at: ["providerDetails", key], message }));
      },
      expression: [
        'try(contains(["GET", "POST"], self.provider_details["attributes_request_method"]), true)',
        `alltrue([for key in ${literals(OIDC_URLS)} : try(startswith(self.provider_details[key], "https://"), true)])`,
        'try(!endswith(self.provider_details["oidc_issuer"], "/"), true)',
        'try(contains(split(" ", self.provider_details["authorize_scopes"]), "openid"), true)',
      ].join(" && "),
      bad: [
        ["attributes_request_method", "PUT"],
        ["oidc_issuer", "http://idp.example.com"],
        ["oidc_issuer", "https://idp.example.com/"],
        ["token_url", "http://idp.example.com/token"],
        ["authorize_scopes", "email profile"],
      ],
    },
  ),
  providerRule({
    id: "IDP-06",
    severity: "error",
    title: "a SAML provider has either MetadataURL or MetadataFile",
    why: '"At least one of the MetadataURL or MetadataFile should be provided.", or "Only one of ...".',
    fix: "use MetadataURL, from which Cognito renews certificates by itself, or MetadataFile",
    source: [api("CreateIdentityProvider"), guide("cognito-user-pools-saml-idp"), PREFLIGHT],
    breaches: ({ providerType, providerDetails }) => {
      const written = METADATA.filter((key) => Object.hasOwn(providerDetails, key));
      const some = written.some((key) => isGiven(providerDetails[key]));
      return providerType !== "SAML" || (some && written.length === 1)
        ? []
        : [
            {
              at: ["providerDetails"],
              message: `a SAML provider needs MetadataURL or MetadataFile, and has ${some ? "both" : "neither"}`,
            },
          ];
    },
    guard: ({ providerType }) =>
      providerType !== "SAML"
        ? undefined
        : {
            expression: `length(setintersection(${KEYS}, ${literals(METADATA)})) == 1 && anytrue([for key in ${literals(METADATA)} : ${DETAIL}])`,
            told: told`a SAML provider needs either MetadataURL or MetadataFile`,
          },
    examples: {
      bad: [
        badProvider({ providerDetails: {} }, "providerDetails"),
        badProvider({ providerDetails: { MetadataURL: "" } }, "providerDetails"),
        badProvider({ providerDetails: { ...DETAILS.SAML, MetadataFile: "<xml/>" } }, "providerDetails"),
      ],
      good: [provider(), provider({ providerDetails: { MetadataFile: "<xml/>" } })],
    },
  }),
];

interface Further {
  readonly breaches: (provider: IdentityProviderModel) => readonly Violation[];
  /** The same over the identity provider. */
  readonly expression: string;
  /** A detail and a value each that break it. */
  readonly bad: readonly (readonly [key: string, value: string])[];
}

/** The rule that providers of these types have all the details of their type, and what else must hold of these. */
function requires(types: readonly ProviderType[], text: RuleText, further?: Further): PoolRule {
  const required = Object.keys(DETAILS[types[0] as ProviderType]);
  return providerRule({
    ...text,
    breaches: (provider) => {
      if (!types.includes(provider.providerType)) return [];
      const details = Object.keys(provider.providerDetails);
      const missing = required.filter((key) => !isGiven(provider.providerDetails[key]));
      return [
        ...missing.map((key) => {
          if (details.includes(key))
            return { at: ["providerDetails", key], message: `${provider.providerType} needs ${key}, which is empty` };
          const near = nearest(snake(key), details.filter((each) => !required.includes(each)).map(snake));
          const written = details.find((each) => near !== undefined && snake(each) === near);
          return {
            at: ["providerDetails"],
            message: `${provider.providerType} needs ${key}${written ? `; ${written} is no detail of it` : ""}`,
            fix: written ? `write ${key} for ${written}` : `add ${key} to providerDetails`,
          };
        }),
        ...(further?.breaches(provider) ?? []).filter(({ at }) => !missing.includes(String(at.at(-1)))),
      ];
    },
    guard: ({ providerType }) => {
      if (!types.includes(providerType)) return undefined;
      const missing = `setsubtract(${literals(required)}, ${KEYS})`;
      const all = `alltrue([for key in ${literals(required)} : ${DETAIL}])`;
      return {
        expression: [all, ...(further ? [further.expression] : [])].join(" && "),
        // keys are never sensitive, though a secret among the details makes the argument so
        told: told`${() => text.title}; missing are [${() => `\${join(", ", ${missing})}`}], and none may be empty`,
      };
    },
    examples: {
      bad: types.flatMap((type) => [
        badProvider({ name: nameOf(type), providerType: type, providerDetails: {} }, "providerDetails"),
        ...required.map((key) => {
          const { [key]: _, ...rest } = DETAILS[type];
          return badProvider({ name: nameOf(type), providerType: type, providerDetails: rest }, "providerDetails");
        }),
        ...required.map((key) =>
          badProvider(
            { name: nameOf(type), providerType: type, providerDetails: { ...DETAILS[type], [key]: "" } },
            "providerDetails",
            key,
          ),
        ),
        ...(further?.bad ?? []).map(([key, value]) =>
          badProvider(
            { name: nameOf(type), providerType: type, providerDetails: { ...DETAILS[type], [key]: value } },
            "providerDetails",
            key,
          ),
        ),
      ]),
      good: types.map((type) => provider({ name: nameOf(type), providerType: type })),
    },
  });
}

function nameOf(type: ProviderType): string {
  return type === "OIDC" || type === "SAML" ? "company" : type;
}

/** `clientId` as `client_id`. */
function snake(key: string): string {
  return key.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
