import type { ProviderType } from "./values";

/** The form that AWS expects of a provider detail. */
export type DetailForm =
  /** Any text that is not empty. */
  | "text"
  /** `"true"` or `"false"`, as text. */
  | "flag"
  /** `GET` or `POST`. */
  | "method"
  /** The only signature algorithm that Cognito uses for SAML requests. */
  | "algorithm"
  /** A version of the Facebook Graph API, such as `v21.0`. */
  | "version"
  /** An absolute URL over `https`. */
  | "https"
  /** An absolute URL over `https`, or over `http`, which is not recommended. */
  | "url"
  /** A SAML metadata document: the XML itself, not the name of a file. */
  | "document"
  /** A private key: its content, not the name of a file. */
  | "key"
  /** OAuth scopes, separated by spaces. */
  | "scopes"
  /** OAuth scopes, separated by commas or spaces. */
  | "permissions";

/** One key of `providerDetails`. */
export interface ProviderDetail {
  readonly form: DetailForm;
  /** AWS refuses a provider without it. */
  readonly required?: true;
  /** Grants access to the provider: its value belongs in no file. */
  readonly secret?: true;
  /** AWS only returns it: "X is not a valid key for SAML identity provider details." */
  readonly output?: true;
}

type Details = Readonly<Record<string, ProviderDetail>>;

const CLIENT: Details = {
  client_id: { form: "text", required: true },
  client_secret: { form: "text", required: true, secret: true },
};

/** Endpoints of a social provider: AWS fills them in, and takes them back, so that a plan shows no difference. */
const ENDPOINTS: Details = {
  attributes_url: { form: "https" },
  attributes_url_add_attributes: { form: "flag" },
  authorize_url: { form: "https" },
  token_request_method: { form: "method" },
  token_url: { form: "https" },
};

/**
 * Every key of `providerDetails` by the provider's type: those that AWS takes, and those that it only returns.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
 * @see https://github.com/hashicorp/terraform-provider-aws/pull/36311
 */
export const PROVIDER_DETAILS: Readonly<Record<ProviderType, Details>> = {
  Facebook: {
    ...CLIENT,
    ...ENDPOINTS,
    api_version: { form: "version" },
    authorize_scopes: { form: "permissions", required: true },
  },
  Google: {
    ...CLIENT,
    ...ENDPOINTS,
    authorize_scopes: { form: "scopes", required: true },
    jwks_uri: { form: "https" },
    oidc_issuer: { form: "https" },
  },
  LoginWithAmazon: {
    ...CLIENT,
    ...ENDPOINTS,
    authorize_scopes: { form: "scopes", required: true },
  },
  OIDC: {
    ...ENDPOINTS,
    attributes_request_method: { form: "method", required: true },
    authorize_scopes: { form: "scopes", required: true },
    client_id: { form: "text", required: true },
    client_secret: { form: "text", secret: true },
    jwks_uri: { form: "https" },
    oidc_issuer: { form: "https", required: true },
  },
  SAML: {
    ActiveEncryptionCertificate: { form: "text", output: true },
    EncryptedResponses: { form: "flag" },
    IDPInit: { form: "flag" },
    IDPSignout: { form: "flag" },
    MetadataFile: { form: "document" },
    MetadataURL: { form: "url" },
    RequestSigningAlgorithm: { form: "algorithm" },
    SLORedirectBindingURI: { form: "url" },
    SSORedirectBindingURI: { form: "url" },
  },
  SignInWithApple: {
    ...ENDPOINTS,
    authorize_scopes: { form: "scopes", required: true },
    client_id: { form: "text", required: true },
    jwks_uri: { form: "https" },
    key_id: { form: "text", required: true },
    oidc_issuer: { form: "https" },
    private_key: { form: "key", required: true, secret: true },
    team_id: { form: "text", required: true },
  },
};

/** The keys that a provider of this type may have in a config, sorted. */
export function writableDetails(type: ProviderType): readonly string[] {
  return detailsWhere(type, ({ output }) => !output);
}

/** The keys of this type that have a property, sorted. */
export function detailsWhere(type: ProviderType, test: (detail: ProviderDetail) => boolean): readonly string[] {
  return Object.entries(PROVIDER_DETAILS[type])
    .filter(([, detail]) => test(detail))
    .map(([key]) => key)
    .sort();
}

/**
 * The claims that each scope of a provider carries, as far as its documentation says. A claim that is under none of
 * them may come with any scope.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
 */
export const CLAIMS_OF_SCOPES: Readonly<
  Record<Exclude<ProviderType, "SAML">, Readonly<Record<string, readonly string[]>>>
> = {
  Facebook: {
    email: ["email"],
    public_profile: ["name", "first_name", "last_name", "middle_name", "picture"],
  },
  Google: {
    email: ["email", "email_verified"],
    profile: ["name", "names", "given_name", "family_name", "picture", "photos", "locale", "locales"],
  },
  LoginWithAmazon: { postal_code: ["postal_code"], profile: ["email", "name"] },
  OIDC: {
    address: ["address"],
    email: ["email", "email_verified"],
    phone: ["phone_number", "phone_number_verified"],
  },
  SignInWithApple: { email: ["email", "email_verified"], name: ["name", "firstName", "lastName"] },
};

/** Tenants of Microsoft's issuers that are none: tokens name the user's own tenant, so no issuer ever matches. */
export const MICROSOFT_SHARED_TENANTS = ["common", "organizations", "consumers"] as const;

/** Hosts of Microsoft's issuers. */
export const MICROSOFT_LOGIN_HOSTS = [
  "login.microsoftonline.com",
  "login.microsoftonline.us",
  "login.chinacloudapi.cn",
  "login.partner.microsoftonline.cn",
  "login.windows.net",
  "sts.windows.net",
] as const;

/** TCP ports at which Cognito reaches an OIDC provider. */
export const OIDC_PORTS = [80, 443] as const;
