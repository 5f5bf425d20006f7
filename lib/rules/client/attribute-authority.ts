import { attributesOfScope } from "../../cognito/attributes";
import { AUTH_FLOWS, VERIFIED_ATTRIBUTES } from "../../cognito/values";
import type { ClientModel, PoolModel } from "../../model/model";
import { part } from "../../model/source";
import { isConfidential } from "../../model/trust";
import { isOpen, knownItems } from "../../model/value";
import { literals, planText } from "../language/expressions";
import { itemPlace } from "../language/places";
import { api, guide } from "../language/sources";
import { any, hasAny, isEmpty } from "../language/statements";
import { isConfidential as trusted } from "../language/trust";
import type { Example, Rule, Violation } from "../rule";
import { authorityNames, granted, grantsOf, isEmptyList } from "./attribute-grants";
import { AWS, bad, on } from "./client-rule";

const ADMIN_SCOPE = "aws.cognito.signin.user.admin";
/** Sign-in by the API, whose access tokens have the scope of self-service. No flows are Cognito's default ones. */
const signsInByApi = any(
  isEmpty("explicitAuthFlows"),
  hasAny(
    "explicitAuthFlows",
    AUTH_FLOWS.filter((flow) => flow !== "ALLOW_REFRESH_TOKEN_AUTH"),
  ),
);

const CLAIM_SCOPES = ["email", "phone", "profile"] as const;

const role: Example["pool"] = { attributes: { "custom:role": { authority: true } } };
const nickname: Example["pool"] = { attributes: { nickname: { authority: true } } };
const byEmail: Example["pool"] = { usernameAttributes: ["email"] };
const callbackUrls = ["https://app.example.com/callback"];

/** What users can do to themselves with the attributes that their client may write, and see of those it may read. */
export const attributeAuthorityRules: readonly Rule[] = [
  {
    id: "ATT-12",
    name: "privileged-attributes-read-only",
    since: "1.0",
    severity: "warning",
    subject: "client",
    title: "disallow write permissions with which users could grant themselves privileges",
    why: "Whoever holds an access token with aws.cognito.signin.user.admin, which every SDK sign-in returns, can call UpdateUserAttributes on each attribute that the client can write. A public client has no secret, so its users can do the same by hand: they choose the value of an attribute that grants a role or a tenant. A new e-mail address replaces the verified one at once, unless the pool verifies it first.",
    fix: "remove the attribute from writeAttributes and let a server set it, or verify e-mail and phone number before they change",
    source: [
      guide("user-pool-settings-attributes"),
      api("UpdateUserAttributes"),
      api("UserAttributeUpdateSettingsType"),
    ],
    check: (client, pool) => [...authorityInReach(client, pool), ...changesUnverified(client, pool)],
    conditions: (pool) => {
      const authority = authorityNames(pool);
      if (authority.length === 0) return [];
      const reached = `setintersection(self.write_attributes, ${literals(grantsOf(authority))})`;
      return [
        {
          on: "client",
          severity: "error",
          expression: `(${trusted.over("self")}) || (length(self.write_attributes) > 0 && length(${reached}) == 0)`,
          message: planText`a client that keeps no secret can write one of ${`join(", ", ${literals(grantsOf(authority))})`}, which grant privileges; write_attributes is [${`join(", ", self.write_attributes)`}]`,
        },
      ];
    },
    examples: () => ({
      bad: [
        bad(on("spa", { writeAttributes: ["email", "custom:role"] }, { pool: role }), "writeAttributes", 1),
        bad(on("ios", {}, { pool: nickname })),
        bad(on("ios", { writeAttributes: { scopes: ["profile"] } }, { pool: nickname }), "writeAttributes"),
        bad(on("ios", { writeAttributes: ["oidc:profile"] }, { pool: nickname }), "writeAttributes", 0),
        bad(on("ios", { writeAttributes: [] }, { pool: role }), "writeAttributes"),
        bad(on("ios", { writeAttributes: ["email"] }, { pool: byEmail }), "writeAttributes", 0),
        bad(on("spa", { callbackUrls, allowedOauthScopes: ["openid", ADMIN_SCOPE] }, { pool: byEmail })),
        bad(on("ios", {}, { pool: byEmail })),
        bad(on("other", { generateSecret: false }, { pool: { aliasAttributes: ["phone_number"] } })),
      ],
      good: [
        on("ios", {}, { pool: role }),
        on("server", { writeAttributes: ["email", "custom:role"] }, { pool: role }),
        on("ios", { writeAttributes: ["email"] }, { pool: nickname }),
        on("server", {}, { pool: byEmail }),
        on("ios", { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] }, { pool: byEmail }),
        on("ios", {}, { pool: { ...byEmail, attributesRequireVerificationBeforeUpdate: ["email"] } }),
        on("ios", {}, { pool: { ...byEmail, attributes: { email: { mutable: false } } } }),
        on(
          "ios",
          { writeAttributes: ["email"] },
          { pool: { ...byEmail, attributesRequireVerificationBeforeUpdate: ["email"] } },
        ),
      ],
    }),
  },
  {
    id: "ATT-13",
    name: "scope-claims-readable",
    since: "1.0",
    severity: "warning",
    subject: "client",
    title: "require read permission on the claims of the requested scopes",
    why: "Cognito leaves attributes that the client cannot read out of tokens and the userInfo response, without an error: the scope has no effect.",
    fix: "add the scope's attributes to readAttributes, or remove the scope",
    source: [guide("user-pool-settings-attributes"), AWS.scopes],
    check: (client) => {
      const readable = granted(client.readAttributes);
      if (readable === undefined || readable.length === 0) return [];
      const scopes = knownItems(client.allowedOauthScopes);
      return CLAIM_SCOPES.filter(
        (scope) => scopes.includes(scope) && !attributesOfScope(scope).some((name) => readable.includes(name)),
      ).map((scope) => ({
        at: ["readAttributes"],
        message: `the client requests scope ${scope} but can read none of its attributes`,
        fix: `add ${attributesOfScope(scope)[0]} to readAttributes, or remove scope ${scope}`,
      }));
    },
    examples: () => ({
      bad: [
        bad(
          on("spa", { callbackUrls, allowedOauthScopes: ["openid", "email"], readAttributes: ["name"] }),
          "readAttributes",
        ),
        bad(
          on("spa", { callbackUrls, allowedOauthScopes: ["openid", "profile"], readAttributes: { scopes: ["email"] } }),
          "readAttributes",
        ),
      ],
      good: [
        on("spa", { callbackUrls, allowedOauthScopes: ["openid", "email"], readAttributes: ["email"] }),
        on("spa", { callbackUrls, allowedOauthScopes: ["openid", "profile"], readAttributes: ["oidc:profile"] }),
        on("spa", { callbackUrls, allowedOauthScopes: ["openid", "email", "phone", "profile"] }),
      ],
    }),
  },
];

function* authorityInReach(client: ClientModel, pool: PoolModel): Iterable<Violation> {
  if (isConfidential(client)) return;
  const names = knownItems(client.writeAttributes);
  for (const attribute of authorityNames(pool)) {
    const grant = grantsOf([attribute]).find((name) => names.includes(name));
    if (grant === undefined && !isEmptyList(client.writeAttributes)) continue;
    yield {
      at: grant === undefined ? ["writeAttributes"] : itemPlace(client.source, "writeAttributes", grant),
      message: `${attribute} is a privileged attribute, and ${client.platform} client ${client.key}, which keeps no secret, can write it`,
      fix: `list the attributes that the client can write, without ${attribute}`,
      severity: "error",
    };
  }
}

/**
 * Addresses that users can change through the client, where the new one replaces the verified one at once. A client that
 * names no attributes may write all standard ones, and of a client with a secret only its server holds the access tokens.
 */
function* changesUnverified(client: ClientModel, pool: PoolModel): Iterable<Violation> {
  if (pool.pool === undefined) return;
  const { schema, usernameAttributes, aliasAttributes, autoVerifiedAttributes } = pool.pool;
  const selfService = knownItems(client.allowedOauthScopes).includes(ADMIN_SCOPE);
  const isWritten = part(client.source, "writeAttributes") !== undefined;
  if (!selfService && !isWritten && (isConfidential(client) || !signsInByApi.holds(client))) return;
  const verifiedFirst = pool.pool.attributesRequireVerificationBeforeUpdate;
  for (const address of VERIFIED_ATTRIBUTES) {
    const matters = [usernameAttributes, aliasAttributes, knownItems(autoVerifiedAttributes)].some((list) =>
      list.includes(address),
    );
    const mayBeVerifiedFirst = isOpen(verifiedFirst) || verifiedFirst.includes(address);
    const isFixed = schema.some(({ name, mutable }) => name === address && !mutable);
    if (!matters || mayBeVerifiedFirst || isFixed || !knownItems(client.writeAttributes).includes(address)) continue;
    yield {
      at: itemPlace(client.source, "writeAttributes", address),
      message: `users can change ${address} through the client, and the new one replaces the verified one before it is verified`,
      fix: `add ${address} to attributesRequireVerificationBeforeUpdate of the pool, or remove it from writeAttributes`,
    };
  }
}
