import { type DetailForm, detailsWhere, PROVIDER_DETAILS, writableDetails } from "../../cognito/provider-details";
import type { ProviderType } from "../../cognito/values";
import { nearest } from "../../config/validate/nearest";
import type { IdentityProviderModel } from "../../model/model";
import { isPresent } from "../language/arguments";
import { UNSEEN, visibleText } from "../language/characters";
import { claim } from "../language/claims";
import { type Field, listed } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide } from "../language/sources";
import { all, any, not, type Statement } from "../language/statements";
import { is, isOneOf, matches } from "../language/text-statements";
import type { Rule } from "../rule";
import {
  DETAIL_KEYS,
  DETAILS,
  type DetailClaim,
  detailExample,
  detailRule,
  HAS_OPENID,
  METADATA_XML,
  nameOf,
  provider,
  providerType,
} from "./identity-provider-rule";
import { providerRule } from "./object-rule";

const REST = `(?::[0-9]{1,5})?(?:[/?#][^${UNSEEN}]*)?$`;
const HOST = `(?:[^/?#:@\\[\\]${UNSEEN}]+|\\[[0-9a-fA-F:.]+\\])`;

/** What each form asks of a value; nothing of scopes. */
const FORMS: Partial<Record<DetailForm, Omit<DetailClaim, "key">>> = {
  text: {
    must: visibleText.statement,
    allowed: visibleText.demand,
    fix: "type the value by hand: a copied text can hold characters that cannot be seen",
  },
  flag: { must: isOneOf(["false", "true"]), allowed: 'the text "true" or "false"', fix: 'write "true" or "false"' },
  method: { must: isOneOf(["GET", "POST"]), allowed: "GET or POST", fix: "write GET or POST" },
  algorithm: { must: isOneOf(["rsa-sha256"]), allowed: "rsa-sha256", fix: "write rsa-sha256, or leave it out" },
  version: {
    must: matches("^v[0-9]+\\.[0-9]+$"),
    allowed: "a version of the Graph API, such as v21.0",
    fix: "write it with v and a point: v21.0",
  },
  https: {
    must: matches(`^https://${HOST}${REST}`),
    allowed: "an absolute https URL",
    fix: "write the whole URL, from https:// on",
  },
  url: {
    must: matches(`^https?://${HOST}${REST}`, { ignoreCase: true }),
    allowed: "an absolute https URL",
    fix: "write the whole URL, from https:// on",
  },
  document: {
    must: all(matches("^[\uFEFF\\t\\n\\r ]*<"), matches("EntityDescriptor")),
    allowed: "the metadata document itself, XML with an EntityDescriptor, not the name of a file",
    fix: "write { file: metadata.xml } for a file beside the config, or use MetadataURL",
    hidden: true,
  },
  key: {
    must: not(matches("^[^\\n=]*\\.(?:p8|pem|key|txt)$")),
    allowed: "the private key itself, not the name of a file",
    fix: "write { var: apple_private_key, sensitive: true } and set the variable to the content of the file",
    hidden: true,
  },
};

/** Claims about every detail of a type that has a form, but for secrets at plan. */
function formClaims(type: ProviderType): DetailClaim[] {
  return Object.entries(PROVIDER_DETAILS[type]).flatMap(([key, { form, secret = false }]) => {
    const asked = FORMS[form];
    if (asked === undefined || (type === "OIDC" && key === "attributes_request_method")) return [];
    return [{ key, ...asked, must: unreported(type, key, form, asked.must), ...(secret && { hidden: true }) }];
  });
}

/** What is left to say of a value: IDP-05 reports an OIDC URL without https, IDP-06 an empty one of a SAML provider. */
function unreported(type: ProviderType, key: string, form: DetailForm, must: Statement<string>): Statement<string> {
  if (type === "OIDC" && form === "https") return any(not(matches("^https://")), must);
  return METADATA.includes(key) ? any(is(""), must) : must;
}

const METADATA = ["MetadataFile", "MetadataURL"];

/** Keys of `provider_details` that are not of the provider's type. */
const unknown: Field<IdentityProviderModel> = {
  of: ({ providerType, providerDetails }) =>
    Object.keys(providerDetails).filter((key) => !writableDetails(providerType).includes(key)),
  over: (name) => `setsubtract(${DETAIL_KEYS}, local.detail_keys[${name}.provider_type])`,
  keysOnly: true,
};
const writable: Field<IdentityProviderModel> = {
  of: ({ providerType }) => writableDetails(providerType),
  over: (name) => `local.detail_keys[${name}.provider_type]`,
};

const separatedBySpaces: Omit<DetailClaim, "key"> = {
  must: matches("^[^,]*$"),
  allowed: "scopes separated by spaces, not commas",
  fix: "write spaces in place of the commas: openid email",
  severity: "warning",
};

/** IDP-05 reports scopes without openid between spaces. */
const LEFT_OF_IDP_05 = { must: any(not(HAS_OPENID), separatedBySpaces.must) };

const encrypted: Omit<DetailClaim, "key"> = {
  must: not(matches("^http://", { ignoreCase: true })),
  allowed: "an https URL, or anybody on the way can replace the provider's certificate",
  fix: "use the https URL of the metadata, or MetadataFile",
  severity: "warning",
};

const advice = (type: ProviderType): DetailClaim[] => [
  ...detailsWhere(type, ({ form }) => form === "scopes").map((key) => ({
    key,
    ...separatedBySpaces,
    ...(type === "OIDC" && LEFT_OF_IDP_05),
  })),
  ...(type === "SAML" ? [{ key: "MetadataURL", ...encrypted }] : []),
];

/** What the details of a provider may be called, and what their values may be. */
export const providerValueRules: readonly Rule[] = [
  providerRule({
    id: "IDP-11",
    name: "known-provider-details",
    since: "2.0",
    severity: "error",
    title: "require the keys of providerDetails to be those of the provider's type",
    why: 'AWS refuses a key that it does not know: "ActiveEncryptionCertificate is not a valid key for SAML identity provider details." A misspelt key never takes effect.',
    fix: "use the key that AWS documents for the provider's type, in its spelling",
    source: [api("CreateIdentityProvider"), "https://github.com/hashicorp/terraform-provider-aws/pull/36311"],
    claims: [
      {
        ...claim(
          not(isPresent(unknown)),
          [],
          say`${providerType} has no detail ${listed(unknown)}; it has ${listed(writable)}`,
        ),
        violations: (each) =>
          (unknown.of(each) as string[]).map((key) => ({
            at: ["providerDetails", key],
            ...unknownDetail(key, each.providerType, writableDetails(each.providerType)),
          })),
      },
    ],
    examples: () => ({
      bad: [
        ...(
          [
            ["SAML", "IDPSignOut"],
            ["SAML", "IdpInit"],
            ["SAML", "EncryptedResponse"],
            ["SAML", "metadataUrl"],
            ["SAML", "ActiveEncryptionCertificate"],
            ["OIDC", "tokenUrl"],
            ["OIDC", "scopes"],
            ["Google", "hosted_domain"],
            ["Facebook", "apiVersion"],
            ["SignInWithApple", "client_secret"],
            ["LoginWithAmazon", "constructor"],
          ] as const
        ).map(([type, key]) => detailExample(type, { [key]: "true" }, key)),
      ],
      good: [
        ...(Object.keys(PROVIDER_DETAILS) as ProviderType[]).map((type) =>
          provider({ name: nameOf(type), providerType: type }),
        ),
        provider({
          providerDetails: {
            ...DETAILS.SAML,
            IDPSignout: "true",
            SSORedirectBindingURI: "https://idp.example.com/sso",
          },
        }),
        provider({
          name: "Google",
          providerType: "Google",
          providerDetails: { ...DETAILS.Google, attributes_url_add_attributes: "true", token_request_method: "POST" },
        }),
      ],
    }),
  }),
  detailRule({
    id: "IDP-12",
    name: "provider-detail-values",
    since: "2.0",
    severity: "error",
    advises: true,
    title: "require values of providerDetails that AWS takes",
    why: "AWS refuses the provider at apply, or every sign-in through it fails. The AWS provider passes any text.",
    fix: "write the value in the form that AWS documents",
    source: [
      api("CreateIdentityProvider"),
      guide("cognito-user-pools-saml-idp"),
      guide("cognito-user-pools-social-idp"),
    ],
    claims: (type) => [...formClaims(type), ...advice(type)],
    examples: () => ({
      bad: [
        ...(
          [
            ["SAML", "IDPSignout", "yes"],
            ["SAML", "IDPInit", "True"],
            ["SAML", "EncryptedResponses", "1"],
            ["SAML", "RequestSigningAlgorithm", "rsa-sha1"],
            ["SAML", "RequestSigningAlgorithm", "RSA_SHA256"],
            ["SAML", "MetadataURL", "idp.example.com/metadata"],
            ["SAML", "MetadataURL", "https://idp example.com/metadata"],
            ["SAML", "MetadataURL", "http://idp.example.com/metadata"],
            ["SAML", "MetadataFile", "./metadata.xml"],
            ["SAML", "MetadataFile", "file://metadata.xml"],
            ["SAML", "MetadataFile", "<html><body>Sign in</body></html>"],
            ["OIDC", "attributes_url", "https://"],
            ["OIDC", "oidc_issuer", "https://idp.example.com\u200b"],
            ["OIDC", "client_id", "\ufeffid"],
            ["Google", "client_secret", "sec\u00adret"],
            ["OIDC", "attributes_url_add_attributes", "yes"],
            ["OIDC", "authorize_scopes", "openid email,profile"],
            ["Google", "authorize_scopes", "openid, email"],
            ["Google", "token_url", "http://oauth2.googleapis.com/token"],
            ["Facebook", "api_version", "21"],
            ["LoginWithAmazon", "token_request_method", "PUT"],
            ["SignInWithApple", "private_key", "AuthKey_ABC123.p8"],
          ] as const
        ).map(([type, key, value]) => detailExample(type, { [key]: value }, key)),
      ],
      good: [
        ...(Object.keys(PROVIDER_DETAILS) as ProviderType[]).map((type) =>
          provider({ name: nameOf(type), providerType: type }),
        ),
        provider({
          providerDetails: {
            MetadataFile: METADATA_XML,
            IDPInit: "true",
            EncryptedResponses: "false",
            RequestSigningAlgorithm: "rsa-sha256",
          },
        }),
        provider({
          providerDetails: { MetadataFile: `\uFEFF\n<md:EntityDescriptor entityID="https://idp.example.com"/>` },
        }),
        provider({
          name: "Facebook",
          providerType: "Facebook",
          providerDetails: { ...DETAILS.Facebook, api_version: "v21.0" },
        }),
        provider({
          name: "SignInWithApple",
          providerType: "SignInWithApple",
          providerDetails: { ...DETAILS.SignInWithApple, private_key: "-----BEGIN PRIVATE KEY-----\nMIGT/A=\n" },
        }),
        provider({ providerDetails: { ...DETAILS.SAML, IDPSignout: { var: "sign_out" } } }),
      ],
    }),
  }),
];

/** Why a key may not be written, and what to write instead. */
function unknownDetail(
  key: string,
  type: ProviderType,
  allowed: readonly string[],
): { readonly message: string; readonly fix?: string } {
  const outputs = detailsWhere(type, ({ output }) => output === true);
  if (outputs.includes(key)) return { message: `AWS only returns ${key}; it cannot be set`, fix: `remove ${key}` };
  const near = nearest(
    key.replaceAll("_", ""),
    allowed.map((each) => each.replaceAll("_", "")),
  );
  const meant = allowed.find((each) => each.replaceAll("_", "") === near);
  return {
    message: `${type} has no detail ${JSON.stringify(key)}${meant ? `; did you mean ${meant}?` : `; it has ${allowed.join(", ")}`}`,
    fix: meant ? `write ${meant}` : `remove ${key}`,
  };
}
