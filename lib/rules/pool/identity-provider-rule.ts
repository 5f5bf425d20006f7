import { PROVIDER_TYPES, type ProviderType } from "../../cognito/values";
import type { IdentityProviderModel } from "../../model/model";
import { known } from "../../model/value";
import type { Claim } from "../language/claims";
import { literals, plain, planText } from "../language/expressions";
import { type Field, field, meets } from "../language/fields";
import { comparison, type Statement } from "../language/statements";
import { isOneOf, matches, quoted } from "../language/text-statements";
import type { BadExample, Example, PoolRule, RuleText, Severity, Violation } from "../rule";
import { providerRule } from "./object-rule";
import { badPool, goodPool } from "./pool-examples";

export const providerName: Field<IdentityProviderModel> = field((each) => each.providerName, "provider_name");
export const providerType: Field<IdentityProviderModel> = field((each) => each.providerType, "provider_type");

/** The provider is of one of these types. */
export function isOfType(...types: readonly ProviderType[]): Statement<IdentityProviderModel> {
  return meets(providerType, isOneOf(types));
}

/** Keys of `provider_details`. */
export const DETAIL_KEYS = "try(keys(self.provider_details), [])";

/** None of these details is an empty text. */
export function hasNoEmpty(keys: readonly string[]): Statement<IdentityProviderModel> {
  const isEmpty = `anytrue([for name in ${literals(keys)} : try(self.provider_details[name] == "", false)])`;
  return comparison(
    ({ providerDetails }) => !keys.some((key) => providerDetails[key] === ""),
    () => `!${isEmpty}`,
    () => isEmpty,
  );
}

/** What must hold of one detail of a provider, where the provider has it. */
export interface DetailClaim {
  readonly key: string;
  readonly must: Statement<string>;
  /** What is allowed, in words. */
  readonly allowed: string;
  /** Default the rule's own. */
  readonly fix?: string;
  /** Whether the value is too long, or too secret, to be shown. */
  readonly hidden?: boolean;
  /** Default the rule's own. A warning is given by the check alone. */
  readonly severity?: Severity;
}

type ClaimsOfType = (type: ProviderType) => readonly DetailClaim[];

/** A rule about the values of details, by the provider's type. */
export function detailRule({
  claims,
  ...text
}: RuleText & Pick<PoolRule, "examples"> & { claims: ClaimsOfType }): PoolRule {
  return providerRule({ ...text, claims: detailClaims(claims), check: adviceOf(claims) });
}

/** What only the check says of details. */
export function adviceOf(claims: ClaimsOfType): (provider: IdentityProviderModel) => readonly Violation[] {
  return (provider) =>
    detailViolations(
      provider,
      claims(provider.providerType).filter(({ severity }) => severity !== undefined),
    );
}

/** Details that must meet one statement, by the types of the providers that have them. */
interface DetailGroup {
  readonly claim: DetailClaim;
  readonly byType: Map<ProviderType, DetailClaim[]>;
}

/**
 * What must hold of details, a claim for each statement; nothing of advice. To Terraform a group names more pairs of type
 * and key than were claimed, but no provider has a key that is not of its type: IDP-11 refuses it.
 */
export function detailClaims(claims: ClaimsOfType): readonly Claim<IdentityProviderModel>[] {
  const groups = new Map<string, DetailGroup>();
  for (const type of PROVIDER_TYPES)
    for (const claim of claims(type).filter(({ severity }) => severity === undefined)) {
      const group = groups.get(groupOf(claim)) ?? { claim, byType: new Map() };
      groups.set(groupOf(claim), group);
      group.byType.set(type, [...(group.byType.get(type) ?? []), claim]);
    }
  return [...groups.values()].map(groupClaim);
}

/** Claims that say the same of several details. */
function groupOf({ must, allowed }: DetailClaim): string {
  return `${must.over("self")} ${allowed}`;
}

function groupClaim({ claim: { must, allowed, hidden: isLong }, byType }: DetailGroup): Claim<IdentityProviderModel> {
  const violations = (provider: IdentityProviderModel) =>
    detailViolations(provider, byType.get(provider.providerType) ?? []);
  const keys = [...byType.values()].flat().map(({ key }) => key);
  const ofType =
    byType.size === PROVIDER_TYPES.length ? "" : `contains(${literals(byType.keys())}, self.provider_type) && `;
  const value = "self.provider_details[name]";
  const fails = `${ofType}!(try(${value}, null) == null ? true : ${must.over(value)})`;
  const someFails = `anytrue([for name in ${literals(keys)} : ${fails}])`;
  const failing = (shown: string, test: string) => [
    { expression: `join(", ", [for name in ${literals(keys)} : ${shown} if ${test}])` },
  ];
  return {
    must: comparison(
      (provider) => violations(provider).length === 0,
      () => `!${someFails}`,
      () => someFails,
    ),
    violations,
    // that a detail fails reveals no value
    planMessage: planText`${(hidden) =>
      isLong || hidden.has("provider_details")
        ? failing("name", `try(nonsensitive(${fails}), ${fails})`)
        : failing(`"\${name} \${jsonencode(${value})}"`, fails)} must be ${plain(allowed)}`,
  };
}

/** The claims that certainly fail of a provider. */
function detailViolations(
  { providerDetails }: IdentityProviderModel,
  claims: readonly DetailClaim[],
): readonly Violation[] {
  return claims.flatMap(({ key, must, allowed, fix, hidden, severity }) => {
    const value = known(providerDetails[key]);
    if (value === undefined || must.holds(value) !== false) return [];
    const message = `${key}${hidden ? "" : ` ${quoted(value)}`} must be ${allowed}`;
    return [{ at: ["providerDetails", key], message, ...(fix && { fix }), ...(severity && { severity }) }];
  });
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

/** Scopes separated by spaces, one of them openid. */
export const HAS_OPENID = matches("(?:^| )openid(?: |$)");

/** A SAML metadata document. */
export const METADATA_XML = `<?xml version="1.0"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com"/>`;

/** The name that a provider of this type has in examples. */
export function nameOf(type: ProviderType): string {
  return type === "OIDC" || type === "SAML" ? "company" : type;
}

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

type Details = NonNullable<Given["providerDetails"]>;

/** An example of this type whose detail `key` breaks a rule. */
export function detailExample(type: ProviderType, details: Details, key: string): BadExample {
  const base: Details = key === "MetadataFile" ? {} : DETAILS[type];
  return badProvider(
    { name: nameOf(type), providerType: type, providerDetails: { ...base, ...details } },
    "providerDetails",
    key,
  );
}

/** An example of type OIDC with these details. */
export function oidc(details: Details): Example {
  return provider({ providerType: "OIDC", providerDetails: { ...DETAILS.OIDC, ...details } });
}
