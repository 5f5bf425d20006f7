import {
  detailsWhere,
  MICROSOFT_LOGIN_HOSTS,
  MICROSOFT_SHARED_TENANTS,
  OIDC_PORTS,
} from "../../cognito/provider-details";
import { quotePattern } from "../language/expressions";
import { guide } from "../language/sources";
import { any, not } from "../language/statements";
import { matches } from "../language/text-statements";
import type { Rule } from "../rule";
import { detailExample, detailRule, oidc } from "./identity-provider-rule";

const PORT = "^[a-z]+://[^/?#]*:";
const onAllowedPort = any(
  not(matches(`${PORT}[0-9]+(?:[/?#]|$)`)),
  matches(`${PORT}(?:${OIDC_PORTS.join("|")})(?:[/?#]|$)`),
);

const namesTenant = not(
  matches(
    `^https?://(?:${MICROSOFT_LOGIN_HOSTS.map(quotePattern).join("|")})(?::[0-9]+)?/(?:${MICROSOFT_SHARED_TENANTS.join("|")})(?:[/?#]|$)`,
    { ignoreCase: true },
  ),
);
const tenant =
  "the issuer of one tenant (https://login.microsoftonline.com/<tenant id>/v2.0): tokens name the user's own tenant, so a shared issuer matches none";

/** Where Cognito reaches a provider, and whom it takes for the issuer. */
export const providerEndpointRules: readonly Rule[] = [
  detailRule({
    id: "IDP-13",
    name: "oidc-endpoint-port",
    since: "2.0",
    severity: "error",
    title: "require OIDC endpoints on port 443 or 80",
    why: 'Cognito "only uses TCP ports 80 and 443 for OIDC endpoints": it reaches no other port, and every sign-in fails.',
    fix: "publish the provider on port 443, for example behind a reverse proxy, and leave the port out",
    source: [guide("cognito-user-pools-oidc-idp")],
    claims: (type) =>
      type === "OIDC"
        ? detailsWhere(type, ({ form }) => form === "https").map((key) => ({
            key,
            must: onAllowedPort,
            allowed: "on port 443 or 80",
          }))
        : [],
    examples: () => ({
      bad: [
        detailExample("OIDC", { oidc_issuer: "https://sso.example.com:8443/realms/main" }, "oidc_issuer"),
        detailExample("OIDC", { token_url: "https://sso.example.com:8080" }, "token_url"),
        detailExample("OIDC", { jwks_uri: "https://[2001:db8::1]:4430/keys" }, "jwks_uri"),
      ],
      good: [
        oidc({ oidc_issuer: "https://sso.example.com:443/realms/main" }),
        oidc({ oidc_issuer: "https://sso.example.com/realms/main:8443" }),
        oidc({ token_url: "https://[2001:db8::1]/token" }),
        oidc({ token_url: { var: "token_url" } }),
      ],
    }),
  }),
  detailRule({
    id: "IDP-14",
    name: "single-tenant-issuer",
    since: "2.0",
    severity: "error",
    title: "disallow Microsoft's issuers that several tenants share",
    why: '"Bad id_token issuer": Cognito compares the issuer letter by letter, and the tokens behind common, organizations and consumers name the tenant of the user instead. No user can sign in.',
    fix: "name one tenant; personal accounts have tenant 9188040d-6c67-4c5b-b112-36a304b66dad; for several, add a provider for each",
    source: [
      guide("cognito-user-pools-oidc-idp"),
      "https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc",
      "https://www.thelambdablog.com/azure-ad-multi-tenancy-issue-in-aws-cognito/",
    ],
    claims: (type) => {
      if (type === "OIDC") return [{ key: "oidc_issuer", must: namesTenant, allowed: tenant }];
      return type === "SAML" ? [{ key: "MetadataURL", must: namesTenant, allowed: tenant }] : [];
    },
    examples: () => ({
      bad: [
        ...MICROSOFT_SHARED_TENANTS.map((name) =>
          detailExample("OIDC", { oidc_issuer: `https://login.microsoftonline.com/${name}/v2.0` }, "oidc_issuer"),
        ),
        detailExample("OIDC", { oidc_issuer: "https://login.microsoftonline.com/Common" }, "oidc_issuer"),
        detailExample(
          "SAML",
          { MetadataURL: "https://login.microsoftonline.com/common/federationmetadata/2007-06/federationmetadata.xml" },
          "MetadataURL",
        ),
      ],
      good: [
        oidc({ oidc_issuer: "https://login.microsoftonline.com/8d3f1c2e-0000-4000-8000-000000000000/v2.0" }),
        oidc({ oidc_issuer: "https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0" }),
        oidc({ oidc_issuer: "https://idp.example.com/common/v2.0" }),
        oidc({ authorize_url: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize" }),
      ],
    }),
  }),
];
