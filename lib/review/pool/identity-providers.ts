import { RESOURCES } from "../../cognito/resources";
import type { ProviderType } from "../../cognito/values";
import type { IdentityProviderModel, PoolModel } from "../../model/model";
import { quoted } from "../../text/quoted";
import { entries, SECRET } from "../language/entries";
import type { Facet } from "../language/facet";
import { anything, get, members, replaced, type Sentence } from "../language/facet-kinds";
import { type FacetTable, silent } from "../language/facet-table";
import { compareItems } from "../language/items";

type Meaning = Pick<Sentence, "risk" | "why">;

const ISSUER: Meaning = {
  risk: "breaks",
  why: "users are matched by subject: if the new issuer gives them other subjects, each gets a new user profile at the next sign-in",
};
const DETAIL: Meaning = {
  risk: "changes",
  why: "users are sent to the provider another way; check that sign-in works",
};

const USERNAME_CLAIM: Meaning = {
  risk: "breaks",
  why: "users are matched by this claim: unless it has the same value, each gets a new user profile at the next sign-in",
};
const CLAIM: Meaning = { risk: "changes", why: "each sign-in fills the attribute from another claim" };

/** Which claim is the username where none is mapped. */
const USERNAME: Readonly<Record<ProviderType, string>> = {
  Facebook: "id",
  Google: "sub",
  LoginWithAmazon: "user_id",
  OIDC: "sub",
  SAML: "NameID",
  SignInWithApple: "sub",
};

const IDENTITY_PROVIDER: FacetTable<IdentityProviderModel> = {
  providerName: silent("identity providers are compared by their name"),
  providerType: anything(["providerType"], "type", get("providerType"), {
    risk: "breaks",
    why: "its users get new user profiles",
  }),
  providerDetails: perEntry("providerDetails", get("providerDetails"), (key, was, is) => ({
    what: SECRET.test(key) ? `another ${quoted(key)}` : replaced(quoted(key), was, is),
    ...(key === "oidc_issuer" ? ISSUER : DETAIL),
  })),
  storedSecrets: silent("compared together with providerDetails"),
  attributeMapping: perEntry(
    "attributeMapping",
    ({ providerType, attributeMapping }) => ({ username: USERNAME[providerType], ...attributeMapping }),
    (key, was, is) => ({
      what: replaced(`claim for ${quoted(key)}`, was, is),
      ...(key === "username" ? USERNAME_CLAIM : CLAIM),
    }),
  ),
  idpIdentifiers: members(["idpIdentifiers"], "identifiers", ({ idpIdentifiers = [] }) => idpIdentifiers, {
    added: (items) => ({
      risk: "changes",
      what: `identifier ${items} is added`,
      why: "sign-ins with this identifier are sent to the provider",
    }),
    removed: (items) => ({
      risk: "breaks",
      what: `identifier ${items} is removed`,
      why: "sign-ins with this identifier find no provider",
    }),
  }),
};

/** What a review says about a pool's identity providers. */
export const IDENTITY_PROVIDERS = compareItems<PoolModel, IdentityProviderModel>({
  of: get("identityProviders"),
  keyOf: get("providerName"),
  at: ({ providerName }) => ["identityProviders", providerName],
  nameOf: ({ providerName }) => `identity provider ${quoted(providerName)}`,
  added: ({ providerName, providerType }) => ({
    risk: "changes",
    what: `identity provider ${quoted(providerName)} (${providerType}) is added`,
    why: "clients may let its users sign in",
  }),
  removed: ({ providerName }) => ({
    risk: "breaks",
    what: `identity provider ${quoted(providerName)} is removed`,
    why: "users who sign in through it are locked out",
  }),
  table: IDENTITY_PROVIDER,
  kind: RESOURCES.identityProvider,
});

/** A map, entry by entry. */
function perEntry(
  key: string,
  read: Facet<IdentityProviderModel>["get"],
  sentence: (key: string, was: unknown, is: unknown) => Sentence,
): Facet<IdentityProviderModel> {
  return {
    at: [key],
    noun: key,
    get: read,
    describe: (before: object, after: object) => entries(before, after, [key], sentence),
  };
}
