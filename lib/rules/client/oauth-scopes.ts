import { QUOTAS } from "../../cognito/quotas";
import { STANDARD_SCOPES } from "../../cognito/values";
import { nearest } from "../../config/validate/nearest";
import type { ClientModel, PoolModel } from "../../model/model";
import { isOpen } from "../../model/value";
import { plain, planText } from "../language/expressions";
import {
  all,
  any,
  failing,
  has,
  hasAtMost,
  implies,
  itemsOf,
  not,
  type Statement,
  someItem,
} from "../language/statements";
import { hasLength, isOneOf, matches, quoted } from "../language/text-statements";
import type { Rule } from "../rule";
import { AWS, bad, claim, claimEach, clientRule, on, PREFLIGHT } from "./client-rule";
import { knownScopes, scopeExists } from "./known-scopes";
import { MACHINE } from "./oauth-grants";

const isMachine = has("allowedOauthFlows", MACHINE);
const isStandard = isOneOf(STANDARD_SCOPES);
const MOST_SCOPES = QUOTAS.allowedOauthScopes.limit;
const isScope = all(hasLength(1, 256), matches("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$"));

const callbackUrls = ["https://app.example.com/callback"];
const api = { pool: { resourceServers: { api: { scopes: { read: "Read", write: "Write" } } } } };
const existing = { pool: { ...api.pool, existing: { userPoolId: "eu-central-1_aB3dE5fGh" } } };
const scopes = (count: number) => Array.from({ length: count }, (_, index) => `api/s${index}`);

/** OAuth scopes of a client. */
export const oauthScopeRules: readonly Rule[] = [
  clientRule({
    id: "OAU-03",
    name: "machine-scopes",
    since: "1.0",
    severity: "error",
    title: "disallow OIDC scopes with client_credentials",
    why: 'AWS rejects the client at apply: "openid is not supported with client_credentials flow".',
    fix: "remove the scope: client_credentials has no user whose claims could be read",
    source: [AWS.scopes, PREFLIGHT, "https://github.com/hashicorp/terraform-provider-aws/issues/4984"],
    claims: [
      claimEach(
        "allowedOauthScopes",
        not(isStandard),
        (scope) => `client_credentials does not support the scope ${scope}`,
        {
          when: isMachine,
        },
      ),
    ],
    planMessage: planText`client_credentials does not support ${failing("allowedOauthScopes", not(isStandard))}; it supports the scopes of resource servers`,
    examples: () => ({
      bad: STANDARD_SCOPES.map((scope) =>
        bad(on("machine", { allowedOauthScopes: ["api/read", scope] }, api), "allowedOauthScopes", 1),
      ),
      good: [on("machine", { allowedOauthScopes: ["api/read"] }, api)],
    }),
  }),
  clientRule({
    id: "OAU-04",
    name: "machine-needs-scope",
    since: "1.0",
    severity: "error",
    title: "require a resource server's scope with client_credentials",
    why: "client_credentials issues an access token for the scopes of resource servers; AWS rejects a client without one.",
    fix: "describe the API under resourceServers, and list one of its scopes as <resource server key>/<scope>",
    planFix:
      "describe the API in an aws_cognito_resource_server, and list one of its scopes as <identifier>/<scope_name>",
    source: [AWS.scopes],
    claims: [
      claim(
        implies(isMachine, someItem("allowedOauthScopes", not(isStandard))),
        ["allowedOauthScopes"],
        "client_credentials is allowed without a scope of a resource server",
      ),
    ],
    planMessage: planText`client_credentials requires a scope of a resource server; allowed_oauth_scopes is [${itemsOf("allowedOauthScopes")}]`,
    examples: () => ({
      bad: [
        bad(on("machine", { allowedOauthScopes: [] }), "allowedOauthScopes"),
        bad(on("machine", { allowedOauthScopes: ["openid"] }), "allowedOauthScopes"),
      ],
      good: [
        on("machine", { allowedOauthScopes: ["api/read"] }, api),
        on("machine", { allowedOauthScopes: [{ var: "scope" }] }),
        on("ios"),
      ],
    }),
  }),
  clientRule({
    id: "OAU-08",
    name: "scope-count",
    since: "1.0",
    refusedByProvider: true,
    severity: "error",
    title: `limit a client to ${MOST_SCOPES} scopes`,
    why: "AWS rejects more, and the quota is not adjustable.",
    fix: "use fewer, wider scopes, or split the client",
    source: [AWS.quotas, AWS.createClient],
    claims: [
      claim(
        hasAtMost("allowedOauthScopes", MOST_SCOPES),
        ["allowedOauthScopes"],
        (client) => `the client has ${countOf(client)} scopes; Cognito allows ${MOST_SCOPES}`,
      ),
    ],
    planMessage: planText`the client has ${"length(self.allowed_oauth_scopes)"} scopes; Cognito allows ${plain(String(MOST_SCOPES))}`,
    examples: () => ({
      bad: [bad(on("machine", { allowedOauthScopes: scopes(51) }), "allowedOauthScopes")],
      good: [on("machine", { allowedOauthScopes: scopes(50) })],
    }),
  }),
  clientRule({
    id: "OAU-09",
    name: "scope-characters",
    since: "1.0",
    severity: "error",
    title: "limit scopes to 1 to 256 printable ASCII characters without space, quote or backslash",
    why: "AWS rejects any other scope at apply. The AWS provider accepts any text.",
    fix: "remove the other characters",
    source: [AWS.createClient],
    claims: [
      claimEach(
        "allowedOauthScopes",
        isScope,
        (scope) =>
          `scope ${quoted(scope)} is invalid; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash`,
        { fix: (scope) => (hasLength(1, 256).holds(scope) ? undefined : "write 1 to 256 characters") },
      ),
    ],
    planMessage: planText`invalid scope ${failing("allowedOauthScopes", isScope)}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash`,
    examples: () => ({
      bad: ["", "open id", 'a"b', "a\\b", "lesé", `api/${"s".repeat(253)}`].map((scope) =>
        bad(on("spa", { callbackUrls, allowedOauthScopes: ["openid", scope] }, existing), "allowedOauthScopes", 1),
      ),
      good: [`x/${"s".repeat(254)}`, "https://api.example.com/v1/read!#[]"].map((scope) =>
        on("spa", { callbackUrls, allowedOauthScopes: ["openid", scope] }, existing),
      ),
    }),
  }),
  clientRule({
    id: "OAU-10",
    name: "known-scope",
    since: "1.0",
    severity: "error",
    title: "require every scope to be a standard scope or one of a resource server",
    why: 'AWS rejects the client at apply: "Invalid scope requested: X" (ScopeDoesNotExistException).',
    fix: "write openid, email, phone, profile, aws.cognito.signin.user.admin or <resource server key>/<scope>",
    planFix:
      "write openid, email, phone, profile, aws.cognito.signin.user.admin or <identifier>/<scope_name> of a resource server",
    source: [AWS.scopes, PREFLIGHT],
    claims: (pool) => {
      const candidates = knownScopes(pool);
      const known = isKnownScope(pool, candidates);
      return [
        claimEach(
          "allowedOauthScopes",
          known,
          (scope) => `unknown scope ${quoted(scope)}; the pool has ${inWords(candidates)}`,
          {
            fix: (scope) => {
              const meant = nearest(scope, candidates);
              return `${meant ? `write ${meant}, or ` : ""}describe the scope under resourceServers`;
            },
          },
        ),
      ];
    },
    planMessage: (hidden, pool) =>
      planText`unknown scope ${`"\${${failing("allowedOauthScopes", isKnownScope(pool, knownScopes(pool)), "local.scopes")}}; the pool has \${join(", ", local.scopes)}"`}`(
        hidden,
      ),
    examples: () => ({
      bad: [
        bad(on("spa", { callbackUrls, allowedOauthScopes: ["openid", "emial"] }), "allowedOauthScopes", 1),
        bad(on("spa", { callbackUrls, allowedOauthScopes: ["openid", "address"] }), "allowedOauthScopes", 1),
        bad(on("machine", { allowedOauthScopes: ["api/reed"] }, api), "allowedOauthScopes", 0),
        bad(on("machine", { allowedOauthScopes: ["orders/read"] }, api), "allowedOauthScopes", 0),
        bad(on("machine", { allowedOauthScopes: ["api/delete"] }, existing), "allowedOauthScopes", 0),
      ],
      good: [
        on("machine", { allowedOauthScopes: ["api/read", "api/write"] }, api),
        on("machine", { allowedOauthScopes: ["orders/read", "https://api.example.com/v1/read"] }, existing),
        on("spa", { callbackUrls, allowedOauthScopes: [...STANDARD_SCOPES] }),
        on(
          "machine",
          { allowedOauthScopes: ["api/read"] },
          { pool: { resourceServers: { api: { identifier: { var: "api" }, scopes: { read: "Read" } } } } },
        ),
      ],
    }),
  }),
];

/** The scope exists, as far as it is one: of any other text OAU-09 speaks. */
function isKnownScope(pool: PoolModel, candidates: readonly string[]): Statement<string> {
  return any(scopeExists(pool, candidates), not(isScope));
}

/** Scopes that a message names. */
const MOST_NAMED = 12;

function inWords(scopes: readonly string[]): string {
  const more = scopes.length - MOST_NAMED;
  return scopes.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function countOf(client: ClientModel): number {
  return isOpen(client.allowedOauthScopes) ? 0 : client.allowedOauthScopes.length;
}
