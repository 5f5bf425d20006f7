import { planText } from "../language/expressions";
import { all, has, hasAny, implies, itemsOf, not } from "../language/statements";
import type { Rule } from "../rule";
import { AWS, bad, claim, clientRule, on, placeOf, placeOfAny, present } from "./client-rule";
import { SIGN_IN } from "./oauth-grants";

const ADMIN = "aws.cognito.signin.user.admin";
const CLAIMS = ["email", "phone", "profile"] as const;

const callbackUrls = ["https://app.example.com/callback"];

/** OAuth scopes that give a client access to the attributes of its user. */
export const oauthUserScopeRules: readonly Rule[] = [
  clientRule({
    id: "OAU-12",
    name: "openid-scope",
    since: "1.0",
    severity: "error",
    title: "require openid with the scopes email, phone and profile",
    why: "They are claims of the ID token, which only openid requests: without it the authorize endpoint answers invalid_scope.",
    fix: 'add "openid" to allowedOauthScopes',
    source: [AWS.authorize, AWS.appClients],
    claims: [
      claim(
        implies(
          all(hasAny("allowedOauthFlows", SIGN_IN), hasAny("allowedOauthScopes", CLAIMS)),
          has("allowedOauthScopes", "openid"),
        ),
        placeOfAny("allowedOauthScopes", CLAIMS),
        (client) => `${present(client, "allowedOauthScopes", CLAIMS)} requires the scope openid`,
      ),
    ],
    planMessage: planText`email, phone and profile require the scope openid; allowed_oauth_scopes is [${itemsOf("allowedOauthScopes")}]`,
    examples: () => ({
      bad: CLAIMS.map((scope) =>
        bad(on("spa", { callbackUrls, allowedOauthScopes: [scope] }), "allowedOauthScopes", 0),
      ),
      good: [
        on("spa", { callbackUrls, allowedOauthScopes: ["openid", ...CLAIMS] }),
        on("spa", { callbackUrls, allowedOauthScopes: [ADMIN] }),
        on("spa", { callbackUrls, allowedOauthScopes: ["email", { var: "scope" }] }),
      ],
    }),
  }),
  clientRule({
    id: "OAU-13",
    name: "admin-scope-privileged-attributes",
    since: "1.0",
    severity: "warning",
    title: `disallow ${ADMIN} on clients that can write privileged attributes`,
    why: "The scope lets whoever holds the access token update every attribute that the client can write, so users could assign themselves a role or a tenant.",
    fix: `remove ${ADMIN}, which sign-in does not need, or the attribute from writeAttributes`,
    source: [
      AWS.scopes,
      "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
    ],
    claims: ({ pool }) => {
      const authority = (pool?.schema ?? []).filter((attribute) => attribute.authority).map(({ key }) => key);
      return authority.length === 0
        ? []
        : [
            claim(
              implies(has("allowedOauthScopes", ADMIN), not(hasAny("writeAttributes", authority))),
              (client) => placeOf(client, "allowedOauthScopes", ADMIN),
              (client) =>
                `with this scope users can change ${authority.filter((key) => has("writeAttributes", key).holds(client)).join(", ")} themselves`,
            ),
          ];
    },
    planMessage: planText`with aws.cognito.signin.user.admin users can change a privileged attribute among ${itemsOf("writeAttributes")}`,
    examples: () => ({
      bad: [
        bad(
          on(
            "server",
            { callbackUrls, allowedOauthScopes: ["openid", ADMIN], writeAttributes: ["email", "custom:role"] },
            { pool: { attributes: { "custom:role": { authority: true } } } },
          ),
          "allowedOauthScopes",
          1,
        ),
      ],
      good: [
        on(
          "server",
          { callbackUrls, allowedOauthScopes: ["openid"], writeAttributes: ["email", "custom:role"] },
          { pool: { attributes: { "custom:role": { authority: true } } } },
        ),
        on(
          "server",
          { callbackUrls, allowedOauthScopes: ["openid", ADMIN] },
          { pool: { attributes: { "custom:role": { authority: true } } } },
        ),
        on(
          "server",
          { callbackUrls, allowedOauthScopes: ["openid", ADMIN], writeAttributes: ["email", "custom:theme"] },
          { pool: { attributes: { "custom:theme": {} } } },
        ),
      ],
    }),
  }),
];
