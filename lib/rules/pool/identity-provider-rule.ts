import { PROVIDER_TYPES, type ProviderType } from "../../cognito/values";
import type { IdentityProviderModel, PoolModel } from "../../model/model";
import { known } from "../../model/value";
import { literals, plain, planText } from "../language/expressions";
import type { Statement } from "../language/statements";
import { quoted } from "../language/text-statements";
import type { BadExample, Example, PoolRule, RuleText, Severity, Violation } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { type Guard, guardedOn, orAbsent } from "./pool-rule";

/** A rule about each identity provider of a pool. */
export interface ProviderRuleDefinition extends RuleText {
  /** What is wrong with a provider; `at` starts from it. */
  readonly violations: (provider: IdentityProviderModel, pool: PoolModel) => readonly Violation[];
  /** The same over the identity provider, clause by clause. */
  readonly guards?: readonly Guard[];
  readonly examples: PoolRule["examples"];
}

/** Turns it into a rule about the pool. */
export function providerRule({ violations, guards, ...text }: ProviderRuleDefinition): PoolRule {
  return {
    ...text,
    subject: "pool",
    check: (pool) =>
      pool.identityProviders.flatMap((provider) =>
        violations(provider, pool).map((violation) => ({
          ...violation,
          at: ["identityProviders", provider.providerName, ...violation.at],
        })),
      ),
    ...(guards && { conditions: () => guards.map((guard) => guardedOn("identityProvider", guard)) }),
  };
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

/** A rule about the values of details, by the provider's type. */
export function detailRule({
  claims,
  ...text
}: RuleText & Pick<PoolRule, "examples"> & { claims: (type: ProviderType) => readonly DetailClaim[] }): PoolRule {
  return providerRule({
    ...text,
    violations: (provider) => detailViolations(provider, claims(provider.providerType)),
    guards: claimGuards(claims),
  });
}

/** Details that must meet one statement, of providers of these types. */
interface DetailGroup {
  readonly claim: DetailClaim;
  readonly types: Set<ProviderType>;
  readonly keys: Set<string>;
}

/**
 * What Terraform asks of details, a clause for each statement; nothing of advice. A group asks more pairs of type and key
 * than were claimed, but no provider has a key that is not of its type: IDP-11 refuses it.
 */
export function claimGuards(claims: (type: ProviderType) => readonly DetailClaim[]): readonly Guard[] {
  const groups = new Map<string, DetailGroup>();
  for (const type of PROVIDER_TYPES)
    for (const claim of claims(type)) {
      if (claim.severity !== undefined) continue;
      const statement = `${claim.must.over("self")} ${claim.allowed}`;
      const group = groups.get(statement) ?? { claim, types: new Set(), keys: new Set() };
      groups.set(statement, group);
      group.types.add(type);
      group.keys.add(claim.key);
    }
  return [...groups.values()].map(groupGuard);
}

function groupGuard({ claim: { must, allowed, hidden: isLong }, types, keys }: DetailGroup): Guard {
  const isOfType = types.size === PROVIDER_TYPES.length ? "" : `contains(${literals(types)}, self.provider_type) && `;
  const value = "self.provider_details[name]";
  const fails = `${isOfType}!${orAbsent(value, must)}`;
  const failing = (shown: string, test: string) => [
    { expression: `join(", ", [for name in ${literals(keys)} : ${shown} if ${test}])` },
  ];
  return {
    expression: `!anytrue([for name in ${literals(keys)} : ${fails}])`,
    violated: `anytrue([for name in ${literals(keys)} : ${fails}])`,
    // that a detail fails reveals no value
    planMessage: planText`${(hidden) =>
      isLong || hidden.has("provider_details")
        ? failing("name", `try(nonsensitive(${fails}), ${fails})`)
        : failing(`"\${name} \${jsonencode(${value})}"`, fails)} must be ${plain(allowed)}`,
  };
}

/** The claims that certainly fail of a provider. */
export function detailViolations(
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
