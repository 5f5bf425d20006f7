import { client, domain, GOOGLE, OAUTH, of, type Planted, pool, provider, required } from "./terraform";

const supported = (name: string) =>
  client({ ...OAUTH, supported_identity_providers: `["COGNITO", "${name}"]` }) + domain();

const METADATA = 'MetadataURL = "https://idp.example.com/metadata.xml"';

const saml = (details: string, name = "company", more = {}) =>
  provider({ provider_name: `"${name}"`, provider_type: '"SAML"', provider_details: `{ ${details} }`, ...more });

const oidc = (details: string) =>
  provider({
    provider_name: '"company"',
    provider_type: '"OIDC"',
    provider_details: `{ client_id = "id", authorize_scopes = "openid email", attributes_request_method = "GET", ${details} }`,
  });

/** Mistakes in identity providers. */
export const PROVIDERS: readonly Planted[] = [
  of("IDP-01", GOOGLE, saml(METADATA, "ab"), saml(METADATA, "abc")),
  of("IDP-02", "aws_cognito_identity_provider.google", provider({ provider_name: '"MyGoogle"' }), provider()),
  of(
    "IDP-03",
    "aws_cognito_identity_provider.google",
    provider({ provider_details: '{ client_id = "id", authorize_scopes = "openid" }' }),
    provider(),
  ),
  of(
    "IDP-04",
    GOOGLE,
    provider({
      provider_name: '"SignInWithApple"',
      provider_type: '"SignInWithApple"',
      provider_details: '{ client_id = "id" }',
    }),
    provider(),
  ),
  of("IDP-05", GOOGLE, oidc('oidc_issuer = "http://sso.example.com"'), oidc('oidc_issuer = "https://sso.example.com"')),
  of("IDP-06", GOOGLE, saml('IDPSignout = "true"'), saml(METADATA)),
  of(
    "IDP-07",
    "aws_cognito_identity_provider.google",
    provider({ attribute_mapping: '{ email = "email", "custom:team" = "hd" }' }),
    provider(),
  ),
  of(
    "IDP-11",
    "aws_cognito_identity_provider.google",
    provider({
      provider_details: '{ client_id = "id", client_secret = "s", authorize_scopes = "openid", clientid = "x" }',
    }),
    provider(),
  ),
  of("IDP-12", GOOGLE, saml(`${METADATA}, IDPSignout = "yes"`), saml(`${METADATA}, IDPSignout = "true"`)),
  of(
    "IDP-13",
    GOOGLE,
    oidc('oidc_issuer = "https://sso.example.com:8443/main"'),
    oidc('oidc_issuer = "https://sso.example.com/main"'),
  ),
  of(
    "IDP-14",
    GOOGLE,
    oidc('oidc_issuer = "https://login.microsoftonline.com/common/v2.0"'),
    oidc('oidc_issuer = "https://sso.example.com"'),
  ),
  of(
    "IDP-16",
    "aws_cognito_identity_provider.second",
    saml(METADATA, "second", { idp_identifiers: '["example.com"]' }).replace('"google"', '"second"'),
    saml(METADATA, "second", { idp_identifiers: '["example.org"]' }).replace('"google"', '"second"'),
    pool() + saml(METADATA, "company", { idp_identifiers: '["example.com"]' }),
  ),
  of(
    "IDP-17",
    GOOGLE,
    provider({ provider_details: '{ client_id = "id", client_secret = "s", authorize_scopes = "profile" }' }),
    provider(),
    pool({ schema: required("email") }),
  ),
  of("IDP-18", GOOGLE, client(), supported("Google"), pool() + provider()),
];
