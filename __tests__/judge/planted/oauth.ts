import { client, domain, ELSEWHERE, machine, OAUTH, oauth, ofClient, type Planted, pool, provider } from "./terraform";

/** Mistakes in grants, scopes and redirects. */
export const OAUTH_MISTAKES: readonly Planted[] = [
  oauth("OAU-02", { allowed_oauth_flows: '["code", "client_credentials"]', generate_secret: "true" }),
  machine("OAU-03", { allowed_oauth_scopes: '["openid"]' }),
  machine("OAU-04", { allowed_oauth_scopes: "[]" }),
  ofClient("OAU-05", { allowed_oauth_scopes: '["openid"]' }, {}),
  oauth("OAU-06", { allowed_oauth_scopes: "[]" }),
  oauth("OAU-07", { callback_urls: "[]" }),
  ofClient(
    "OAU-09",
    { ...ELSEWHERE, ...OAUTH, allowed_oauth_scopes: '["openid", ""]' },
    { ...ELSEWHERE, ...OAUTH },
    "",
  ),
  machine("OAU-10", { allowed_oauth_scopes: '["https://api.example.com/raed"]' }),
  oauth("OAU-12", { allowed_oauth_scopes: '["email"]' }, { allowed_oauth_scopes: '["openid", "email"]' }),
  oauth("OAU-16", { callback_urls: '["https://app.example.com/a b"]' }),
  oauth("OAU-17", { callback_urls: '["app.example.com/callback"]' }),
  oauth("OAU-18", { callback_urls: '["https://app.example.com/#/callback"]' }),
  oauth("OAU-19", { callback_urls: '["http://app.example.com/"]' }, { callback_urls: '["http://localhost:3000/"]' }),
  oauth("OAU-22", { callback_urls: '["https://*.example.com/"]' }),
  oauth(
    "OAU-23",
    { generate_secret: "true", callback_urls: '["https://App.example.com/oauth2/idpresponse"]' },
    { generate_secret: "true", callback_urls: '["https://app.example.com/oauth2/idpresponse"]' },
  ),
  oauth(
    "OAU-24",
    { default_redirect_uri: '"https://www.example.com/"' },
    { default_redirect_uri: '"https://app.example.com/callback"' },
  ),
  oauth(
    "OAU-26",
    { supported_identity_providers: '["COGNITO", "Gogle"]' },
    { supported_identity_providers: '["COGNITO", "Google"]' },
    pool() + domain() + provider(),
  ),
  oauth("OAU-27", { supported_identity_providers: "[]" }),
  oauth(
    "OAU-28",
    {
      supported_identity_providers: '["Google"]',
      explicit_auth_flows: '["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]',
    },
    { supported_identity_providers: '["Google"]', explicit_auth_flows: '["ALLOW_REFRESH_TOKEN_AUTH"]' },
    pool() + domain() + provider(),
  ),
  { ...oauth("OAU-29", {}, {}), bad: pool() + client(OAUTH) },
  oauth("OAU-30", { allowed_oauth_flows: '["implicit"]' }),
  ofClient(
    "OAU-33",
    { supported_identity_providers: '["COGNITO", "Google"]' },
    { ...OAUTH, supported_identity_providers: '["COGNITO", "Google"]' },
    pool() + domain() + provider(),
  ),
  oauth("OAU-34", { callback_urls: '["javascript:alert"]' }, { callback_urls: '["myapp://callback"]' }),
  oauth("OAU-35", { callback_urls: '["https://jwt.io"]' }),
];
