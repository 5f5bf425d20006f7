import { parseDuration } from "../../config/duration";
import type { Guardrails } from "../../model/model";
import { plain, planText } from "../language/expressions";
import { atLeast, atMost } from "../language/quantities";
import { all, isOn, itemsOf, not, textOf } from "../language/statements";
import { is, isOneOf, quoted } from "../language/text-statements";
import { isConfidential } from "../language/trust";
import type { ClientRule, Rule } from "../rule";
import { bad, type Claim, claim, claimEach, clientRule, on } from "./client-rule";
import { guardrail, type Range, usableBounds } from "./guardrail-limits";
import { lifetime, lived, plannedLifetime, secondsOf, signsInUsers, TOKENS, type Token, words } from "./lifetimes";
import { returnsTo } from "./urls";

const callback = "https://app.example.com/callback";
const under = (guardrails: Guardrails) => ({ guardrails });

/** The organization's own limits, as the file's guardrails give them. */
export const guardrailRules: readonly Rule[] = [
  lifetimeRule("GRD-01", "accessToken", "59m", "61m"),
  lifetimeRule("GRD-02", "idToken", "59m", "61m"),
  lifetimeRule("GRD-03", "refreshToken", "29d", "31d"),
  clientRule({
    ...guardrail("GRD-04", "guardrail-public-refresh-token", "publicClients.refreshTokenValidity"),
    title: "limit the refresh token lifetime of public clients to what the guardrails allow",
    why: "A public client stores refresh tokens on devices and in browsers, where they are easier to steal.",
    fix: "use a refresh token lifetime within guardrails.publicClients.refreshTokenValidity",
    concerns: all(not(isConfidential), signsInUsers),
    claims: ({ guardrails }) => withinRange("refreshToken", guardrails.publicClients?.refreshTokenValidity),
    planMessage: planText`refresh token of a public client lives ${plannedLifetime("refreshToken")}, which the guardrails do not allow`,
    examples: () => ({
      bad: [
        bad(
          on("spa", { refreshTokenValidity: "25h" }, under({ publicClients: { refreshTokenValidity: { max: "1d" } } })),
          "refreshTokenValidity",
        ),
        bad(on("ios", {}, under({ publicClients: { refreshTokenValidity: { max: "29d" } } }))),
      ],
      good: [
        on("spa", { refreshTokenValidity: "24h" }, under({ publicClients: { refreshTokenValidity: { max: "1d" } } })),
        on("server", {}, under({ publicClients: { refreshTokenValidity: { max: "1d" } } })),
      ],
    }),
  }),
  clientRule({
    ...guardrail("GRD-05", "guardrail-auth-flows", "forbidExplicitAuthFlows"),
    title: "disallow authentication flows that the guardrails forbid",
    fix: "remove the flow",
    claims: ({ guardrails }) =>
      forbidden("explicitAuthFlows", guardrails.forbidExplicitAuthFlows, "forbidExplicitAuthFlows"),
    planMessage: planText`the guardrails forbid a flow in explicit_auth_flows: ${itemsOf("explicitAuthFlows")}`,
    examples: () => ({
      bad: [
        bad(
          on(
            "ios",
            { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH"] },
            under({ forbidExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] }),
          ),
          "explicitAuthFlows",
          1,
        ),
      ],
      good: [on("ios", {}, under({ forbidExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] }))],
    }),
  }),
  clientRule({
    ...guardrail("GRD-06", "guardrail-oauth-flows", "forbidOauthFlows"),
    title: "disallow OAuth grants that the guardrails forbid",
    fix: "remove the grant",
    claims: ({ guardrails }) => forbidden("allowedOauthFlows", guardrails.forbidOauthFlows, "forbidOauthFlows"),
    planMessage: planText`the guardrails forbid a grant in allowed_oauth_flows: ${itemsOf("allowedOauthFlows")}`,
    examples: () => ({
      bad: [
        bad(
          on(
            "spa",
            { callbackUrls: [callback], allowedOauthFlows: ["code", "implicit"] },
            under({ forbidOauthFlows: ["implicit"] }),
          ),
          "allowedOauthFlows",
          1,
        ),
      ],
      good: [on("spa", { callbackUrls: [callback] }, under({ forbidOauthFlows: ["implicit"] }))],
    }),
  }),
  clientRule({
    ...guardrail("GRD-07", "guardrail-callback-hosts", "callbackHosts"),
    title: "limit callbacks to the hosts that the guardrails list",
    why: "Whoever controls a callback's host receives users' authorization codes.",
    fix: "use a host that guardrails.callbackHosts lists, or add the host there",
    claims: ({ guardrails: { callbackHosts } }) =>
      callbackHosts === undefined
        ? []
        : [
            claimEach(
              "callbackUrls",
              returnsTo(callbackHosts),
              (url) =>
                `${quoted(url)} redirects to a host that the guardrails do not list; they list ${callbackHosts.join(", ") || "none"}`,
            ),
          ],
    planMessage: planText`the guardrails do not list the host of a callback in ${itemsOf("callbackUrls")}`,
    examples: () => ({
      bad: [
        "https://evil.com/callback",
        "https://example.com/",
        "https://app.example.com.evil.com/",
        "https://app.example.com@evil.com/",
        "https://evil.com/app.example.com/",
        "https://evil.com\\.example.com/",
        "https://appxexample.com/",
      ].map((url) =>
        bad(
          on("spa", { callbackUrls: [callback, url] }, under({ callbackHosts: ["*.example.com"] })),
          "callbackUrls",
          1,
        ),
      ),
      good: [
        callback,
        "https://app.example.com",
        "https://APP.example.com:8443?x=1",
        "https://a.b.example.com/",
        "http://localhost:3000/callback",
        "myapp://callback",
      ].map((url) => on("ios", { callbackUrls: [url] }, under({ callbackHosts: ["*.example.com"] }))),
    }),
  }),
  clientRule({
    ...guardrail("GRD-08", "guardrail-token-revocation", "requireTokenRevocation"),
    title: "require token revocation where the guardrails demand it",
    fix: "set enableTokenRevocation to true",
    claims: ({ guardrails }) =>
      guardrails.requireTokenRevocation
        ? [
            claim(
              isOn("enableTokenRevocation"),
              ["enableTokenRevocation"],
              "tokens cannot be revoked, which the guardrails require",
            ),
          ]
        : [],
    planMessage: planText`enable_token_revocation is false; the guardrails require it`,
    examples: () => ({
      bad: [
        bad(
          on("spa", { enableTokenRevocation: false }, under({ requireTokenRevocation: true })),
          "enableTokenRevocation",
        ),
      ],
      good: [
        on("spa", {}, under({ requireTokenRevocation: true })),
        on("spa", { enableTokenRevocation: false }, under({ requireTokenRevocation: false })),
      ],
    }),
  }),
  clientRule({
    ...guardrail("GRD-09", "guardrail-user-existence", "requireUserExistencePrevention"),
    title: "require user existence errors to be prevented where the guardrails demand it",
    fix: "use ENABLED for preventUserExistenceErrors",
    claims: ({ guardrails }) =>
      guardrails.requireUserExistencePrevention
        ? [
            claim(
              textOf("preventUserExistenceErrors", is("ENABLED")),
              ["preventUserExistenceErrors"],
              "the client reveals whether a user exists; the guardrails require ENABLED",
            ),
          ]
        : [],
    planMessage: planText`prevent_user_existence_errors is ${'coalesce(self.prevent_user_existence_errors, "LEGACY")'}; the guardrails require ENABLED`,
    examples: () => ({
      bad: [
        bad(
          on("spa", { preventUserExistenceErrors: "LEGACY" }, under({ requireUserExistencePrevention: true })),
          "preventUserExistenceErrors",
        ),
      ],
      good: [
        on("spa", {}, under({ requireUserExistencePrevention: true })),
        on("spa", { preventUserExistenceErrors: "LEGACY" }),
      ],
    }),
  }),
];

/** The rule that a token lives as long as the guardrails allow; examples have 1h or 30d, the preset. */
function lifetimeRule(id: string, token: Token, shorter: string, longer: string): ClientRule {
  const { field, name, words } = TOKENS[token];
  const example = (range: Range, lives?: string) =>
    on("ios", lives ? { [field]: lives } : {}, under({ [field]: range }));
  return clientRule({
    ...guardrail(id, `guardrail-${name}`, field),
    title: `limit the ${words} lifetime to what the guardrails allow`,
    fix: `use a lifetime within guardrails.${field}`,
    ...(token !== "accessToken" && { concerns: signsInUsers }),
    claims: ({ guardrails }) => withinRange(token, guardrails[field]),
    planMessage: planText`${plain(words)} lives ${plannedLifetime(token)}, which the guardrails do not allow`,
    examples: () => ({
      bad: [
        bad(example({ max: shorter })),
        bad(example({ min: longer })),
        bad(example({ max: shorter }, longer), field),
        bad(example({ min: longer }, shorter), field),
      ],
      good: [
        example({ min: shorter, max: longer }),
        example({ max: shorter }, shorter),
        example({ min: longer }, longer),
        example({}),
        on("machine", { allowedOauthScopes: ["api/read"], [field]: shorter }),
      ],
    }),
  });
}

/** That a token lives within a range. */
function withinRange(token: Token, range: Range | undefined): Claim[] {
  if (range === undefined) return [];
  const { field, words: name } = TOKENS[token];
  return usableBounds(token, range).map(([bound, text]) => {
    const limit = words(parseDuration(text));
    const compare = bound === "min" ? atLeast : atMost;
    return claim(
      compare(lifetime(token), secondsOf(text)),
      [field],
      (client) =>
        `${name} lives ${lived(client, token)}; the guardrails allow ${limit} or ${bound === "min" ? "more" : "less"}`,
      `use ${text} or ${bound === "min" ? "more" : "less"}`,
    );
  });
}

function forbidden(
  field: "explicitAuthFlows" | "allowedOauthFlows",
  items: readonly string[] | undefined,
  guardrail: string,
): Claim[] {
  if (items === undefined || items.length === 0) return [];
  return [claimEach(field, not(isOneOf(items)), (item) => `${item} is forbidden by ${guardrail} of the guardrails`)];
}
