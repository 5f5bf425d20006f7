import { SIGN_IN_FLOWS } from "../../cognito/values";
import { domainsOf, type PoolModel } from "../../model/model";
import { planText } from "../language/expressions";
import {
  all,
  any,
  type ClientStatement,
  has,
  hasAny,
  implies,
  isEmpty,
  isOn,
  itemsOf,
  not,
} from "../language/statements";
import type { Rule, Violation } from "../rule";
import { AWS, bad, claim, clientRule, on, PREFLIGHT, placeOf, placeOfAny } from "./client-rule";

export const MACHINE = "client_credentials";
export const SIGN_IN = SIGN_IN_FLOWS;

const usesOauth = isOn("allowedOauthFlowsUserPoolClient");
const isMachine = has("allowedOauthFlows", MACHINE);

const callbackUrls = ["https://app.example.com/callback"];
const domain = { pool: { domain: { prefix: "example" } } };
const existing = { pool: { existing: { userPoolId: "eu-central-1_aB3dE5fGh" } } };
/** OAuth grants of a client. */
export const oauthGrantRules: readonly Rule[] = [
  clientRule({
    id: "OAU-02",
    name: "client-credentials-alone",
    since: "1.0",
    severity: "error",
    title: "disallow other grants beside client_credentials",
    why: 'AWS rejects the client at apply: "client_credentials flow can not be selected along with code flow or implicit flow."',
    fix: "use two clients: a machine for client_credentials, another for sign-in",
    source: [AWS.createClient, PREFLIGHT],
    claims: [
      claim(
        not(all(isMachine, hasAny("allowedOauthFlows", SIGN_IN))),
        (client) => placeOf(client, "allowedOauthFlows", MACHINE),
        "client_credentials cannot be combined with code or implicit",
      ),
    ],
    planMessage: planText`client_credentials cannot be combined with code or implicit; allowed_oauth_flows is [${itemsOf("allowedOauthFlows")}]`,
    examples: () => ({
      bad: [
        bad(on("confidential", { callbackUrls, allowedOauthFlows: ["code", MACHINE] }), "allowedOauthFlows", 1),
        bad(on("server", { callbackUrls, allowedOauthFlows: [MACHINE, "implicit"] }), "allowedOauthFlows", 0),
      ],
      good: [
        on("server", { callbackUrls, allowedOauthFlows: ["code", "implicit"] }),
        on("confidential", { allowedOauthFlows: [MACHINE], allowedOauthScopes: ["api/read"] }),
      ],
    }),
  }),
  clientRule({
    id: "OAU-05",
    name: "oauth-settings-need-grant",
    since: "1.0",
    severity: "error",
    title: "require a grant for OAuth scopes and URLs",
    why: 'Scopes and URLs take effect only with a grant. Without one, sign-in fails at the authorize endpoint: "Client is not enabled for OAuth2.0 flows". AWS accepts the configuration itself.',
    fix: 'add allowedOauthFlows, such as ["code"]',
    planFix: 'set allowed_oauth_flows_user_pool_client to true, with a grant in allowed_oauth_flows, such as ["code"]',
    source: [AWS.createClient],
    claims: [
      claim(
        implies(all(not(usesOauth), isEmpty("allowedOauthFlows")), isEmpty("allowedOauthScopes")),
        ["allowedOauthScopes"],
        "scopes are given, but no grant in allowedOauthFlows",
      ),
      claim(
        implies(not(usesOauth), isEmpty("allowedOauthFlows")),
        ["allowedOauthFlows"],
        "grants are given, but OAuth is off",
        "set allowedOauthFlowsUserPoolClient to true",
        planText`grants [${itemsOf("allowedOauthFlows")}] are given, but allowed_oauth_flows_user_pool_client is not true`,
      ),
    ],
    planMessage: planText`OAuth is off (allowed_oauth_flows_user_pool_client), but grants [${itemsOf("allowedOauthFlows")}] or scopes [${itemsOf("allowedOauthScopes")}] are set`,
    advice: (client) =>
      usesOauth.holds(client)
        ? []
        : (["callbackUrls", "logoutUrls"] as const)
            .filter((field) => isEmpty(field).holds(client) === false)
            .map(
              (field): Violation => ({
                at: [field],
                severity: "warning",
                message: `${field} have no effect without a grant in allowedOauthFlows`,
              }),
            ),
    examples: () => ({
      bad: [
        bad(on("public", { allowedOauthScopes: ["openid"] }), "allowedOauthScopes"),
        bad(on("ios", { allowedOauthFlows: [], allowedOauthScopes: ["openid"], callbackUrls }), "allowedOauthScopes"),
        bad(on("public", { callbackUrls }), "callbackUrls"),
        bad(on("spa", { logoutUrls: callbackUrls }), "logoutUrls"),
      ],
      good: [on("public"), on("spa", { callbackUrls, allowedOauthScopes: ["openid"], logoutUrls: callbackUrls })],
    }),
  }),
  clientRule({
    id: "OAU-06",
    name: "grants-and-scopes",
    since: "1.0",
    severity: "error",
    title: "require grants and scopes on a client with OAuth",
    why: 'AWS rejects the client at apply: "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows."',
    fix: 'add allowedOauthScopes, for example ["openid"], or a resource server\'s scope for a machine',
    source: [AWS.createClient, PREFLIGHT],
    claims: [
      claim(
        implies(usesOauth, not(isEmpty("allowedOauthFlows"))),
        ["allowedOauthFlows"],
        "OAuth is on, but allowedOauthFlows has no grant",
      ),
      claim(
        // of the scopes of a machine OAU-04 speaks
        implies(usesOauth, any(not(isEmpty("allowedOauthScopes")), isMachine)),
        ["allowedOauthScopes"],
        "the client has a grant, but no scope",
      ),
    ],
    planMessage: planText`OAuth is on, but has ${"length(self.allowed_oauth_flows)"} grants and ${"length(self.allowed_oauth_scopes)"} scopes; Cognito requires both`,
    examples: () => ({
      bad: [
        bad(on("spa", { callbackUrls, allowedOauthScopes: [] }), "allowedOauthScopes"),
        bad(on("public", { callbackUrls, allowedOauthFlows: ["code"] })),
      ],
      good: [
        on("spa", { callbackUrls }),
        on("public", { callbackUrls, allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] }),
        on("public"),
      ],
    }),
  }),
  clientRule({
    id: "OAU-07",
    name: "callback-url-required",
    since: "1.0",
    severity: "error",
    title: "require a callback URL for the code and implicit grants",
    why: 'AWS rejects the client at apply: "CallbackUrls can not be empty when code flow or implicit flow is selected".',
    fix: "add callbackUrls",
    source: [AWS.createClient, PREFLIGHT],
    claims: [
      claim(
        implies(hasAny("allowedOauthFlows", SIGN_IN), not(isEmpty("callbackUrls"))),
        placeOfAny("allowedOauthFlows", SIGN_IN),
        "the code or implicit grant is allowed without a callback URL",
      ),
    ],
    planMessage: planText`${itemsOf("allowedOauthFlows")} requires a callback URL; callback_urls is empty`,
    examples: () => ({
      bad: [
        bad(on("spa", { allowedOauthFlows: ["code"] }), "allowedOauthFlows", 0),
        bad(on("public", { allowedOauthFlows: ["implicit"], callbackUrls: [] }), "allowedOauthFlows", 0),
      ],
      good: [
        on("spa", { callbackUrls }),
        on("machine", { allowedOauthScopes: ["api/read"] }),
        on("spa", { allowedOauthFlows: ["code"], callbackUrls: { var: "urls" } }),
      ],
    }),
  }),
  clientRule({
    id: "OAU-29",
    name: "oauth-domain",
    since: "1.0",
    severity: "warning",
    title: "require a domain on a pool whose clients use OAuth",
    why: "The authorize and token endpoints are on the pool's domain; without one no grant can be used.",
    fix: "give the pool a domain, or acknowledge that the domain is managed elsewhere",
    source: ["https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html"],
    claims: (pool) =>
      pool.existing
        ? []
        : [
            claim(
              any(isEmpty("allowedOauthFlows"), hasDomain(pool)),
              ["allowedOauthFlows"],
              "the client has an OAuth grant, but the pool has no domain",
            ),
          ],
    planMessage: planText`the client allows ${itemsOf("allowedOauthFlows")}, but the pool has no domain`,
    examples: () => ({
      bad: [
        bad(on("spa", { callbackUrls })),
        bad(on("public", { callbackUrls, allowedOauthFlows: ["code"] }), "allowedOauthFlows"),
        bad(on("machine", { allowedOauthScopes: ["api/read"] })),
      ],
      good: [on("spa", { callbackUrls }, domain), on("spa", { callbackUrls }, existing), on("spa")],
    }),
  }),
  clientRule({
    id: "OAU-30",
    name: "no-implicit-grant",
    since: "1.0",
    severity: "warning",
    title: "disallow the implicit grant",
    why: "It puts tokens into URLs, issues no refresh token, and is removed in OAuth 2.1.",
    fix: 'use ["code"] with PKCE',
    source: ["https://www.rfc-editor.org/rfc/rfc9700#section-2.1.2", AWS.authorize],
    claims: [
      claim(
        not(has("allowedOauthFlows", "implicit")),
        (client) => placeOf(client, "allowedOauthFlows", "implicit"),
        "the implicit grant puts tokens into URLs",
      ),
    ],
    planMessage: planText`the implicit grant puts tokens into URLs`,
    examples: () => ({
      bad: [bad(on("spa", { callbackUrls, allowedOauthFlows: ["code", "implicit"] }), "allowedOauthFlows", 1)],
      good: [on("spa", { callbackUrls })],
    }),
  }),
];

function hasDomain(pool: PoolModel): ClientStatement {
  return { holds: () => domainsOf(pool).length > 0, over: () => "length(local.domains) > 0", operator: "==" };
}
