import { known } from "../../model/value";
import { plain, planText } from "../language/expressions";
import { atLeast, atMost, differs, type Quantity, wholeWithin } from "../language/quantities";
import { all, any, type ClientStatement, has, hasAny, not } from "../language/statements";
import type { ClientRule, Examples, Rule } from "../rule";
import { AWS, bad, claim, clientRule, firstWritten, on, PREFLIGHT } from "./client-rule";
import {
  lifetime,
  limitsInWords,
  lived,
  livesLeast,
  livesMost,
  plannedLifetime,
  secondsOf,
  signsInUsers,
  TOKENS,
  type Token,
  validity,
} from "./lifetimes";

const HOUR = secondsOf("1h");
const callbackUrls = ["https://app.example.com/callback"];

const sessionMinutes: Quantity = {
  of: (client) => known(client.authSessionValidity),
  over: (self) => `${self}.auth_session_validity`,
};

const signsInWithBrowser = hasAny("allowedOauthFlows", ["code", "implicit"]);

/** Lifetimes of tokens and of a sign-in in progress. */
export const tokenRules: readonly Rule[] = [
  withinLimits("TOK-01", "accessToken", () => ({
    bad: ["299s", "86401s", "4m", "1441m", "25h", "2d", "213504d"].map((accessTokenValidity) =>
      bad(on("ios", { accessTokenValidity }), "accessTokenValidity"),
    ),
    good: ["300s", "86400s", "5m", "1440m", "24h", "1d"].map((accessTokenValidity) =>
      on("ios", { accessTokenValidity }),
    ),
  })),
  withinLimits("TOK-02", "idToken", () => ({
    bad: ["299s", "86401s", "4m", "25h", "213504d"].map((idTokenValidity) =>
      bad(on("ios", { idTokenValidity }), "idTokenValidity"),
    ),
    good: ["300s", "86400s", "5m", "24h", "1d"].map((idTokenValidity) => on("ios", { idTokenValidity })),
  })),
  withinLimits("TOK-03", "refreshToken", () => ({
    bad: ["3599s", "315360001s", "59m", "87601h", "3651d", "213505d"].map((refreshTokenValidity) =>
      bad(on("ios", { refreshTokenValidity }), "refreshTokenValidity"),
    ),
    good: ["3600s", "315360000s", "60m", "1h", "3650d"].map((refreshTokenValidity) =>
      on("ios", { refreshTokenValidity }),
    ),
  })),
  clientRule({
    id: "TOK-04",
    name: "token-validity-not-zero",
    since: "1.0",
    refusedByProvider: true,
    severity: "error",
    title: "disallow a token lifetime of 0",
    why: "0 does not mean unlimited: for a refresh token Cognito uses 30 days instead, and the AWS provider rejects it.",
    fix: "write the intended lifetime, or leave the key out for the default",
    source: [AWS.createClient],
    claims: (["accessToken", "idToken", "refreshToken"] as const).map((token) =>
      claim(
        differs(validity(token), 0),
        [TOKENS[token].field],
        `${TOKENS[token].words} has the lifetime 0; Cognito allows ${limitsInWords(TOKENS[token])}`,
      ),
    ),
    planMessage: planText`a token has the lifetime 0: access ${validity("accessToken").over("self")}, ID ${validity("idToken").over("self")}, refresh ${validity("refreshToken").over("self")}; use the intended lifetime`,
    examples: () => ({
      bad: [
        bad(on("ios", { refreshTokenValidity: "0d" }), "refreshTokenValidity"),
        bad(on("ios", { accessTokenValidity: "0s" }), "accessTokenValidity"),
        bad(on("machine", { allowedOauthScopes: ["api/read"], idTokenValidity: "0h" }), "idTokenValidity"),
      ],
      good: [on("ios", { refreshTokenValidity: "1d" }), on("ios")],
    }),
  }),
  clientRule({
    id: "TOK-07",
    name: "token-validity-within-refresh",
    since: "1.0",
    severity: "error",
    title: "require access and ID tokens to expire no later than the refresh token",
    why: 'AWS rejects the client at apply: "Access and Id Token expiration times must be less than or equal to refresh token expiration times."',
    fix: "shorten the access or ID token lifetime, or lengthen that of the refresh token",
    source: [AWS.createClient, PREFLIGHT],
    claims: (["accessToken", "idToken"] as const).map((token) =>
      claim(
        withinRefresh(token),
        firstWritten(TOKENS[token].field, "refreshTokenValidity"),
        (client) =>
          `${TOKENS[token].words} lives ${lived(client, token)}, longer than the refresh token's ${lived(client, "refreshToken")}`,
        (client) =>
          `let it live ${lived(client, "refreshToken")} or less, or the refresh token ${lived(client, token)} or more`,
      ),
    ),
    planMessage: planText`access token lives ${plannedLifetime("accessToken")} and ID token ${plannedLifetime("idToken")}; neither may outlive the refresh token's ${plannedLifetime("refreshToken")}`,
    examples: () => ({
      bad: [
        bad(on("ios", { accessTokenValidity: "3601s", refreshTokenValidity: "1h" }), "accessTokenValidity"),
        bad(on("ios", { accessTokenValidity: "61m", refreshTokenValidity: "1h" }), "accessTokenValidity"),
        bad(on("spa", { idTokenValidity: "61m", refreshTokenValidity: "60m" }), "idTokenValidity"),
        bad(on("ios", { accessTokenValidity: "24h", refreshTokenValidity: "1439m" }), "accessTokenValidity"),
      ],
      good: [
        on("ios", { accessTokenValidity: "60m", idTokenValidity: "3600s", refreshTokenValidity: "1h" }),
        on("spa", { accessTokenValidity: "24h", idTokenValidity: "1440m", refreshTokenValidity: "1d" }),
      ],
    }),
  }),
  clientRule({
    id: "TOK-12",
    name: "auth-session-validity",
    since: "1.0",
    refusedByProvider: true,
    severity: "error",
    title: "limit the authentication session to 3 to 15 minutes",
    why: "AWS rejects any other authSessionValidity at apply; the default is 3 minutes.",
    fix: "use 3m to 15m",
    source: [AWS.createClient],
    claims: [
      claim(
        wholeWithin(sessionMinutes, 3, 15),
        ["authSessionValidity"],
        (client) => `a sign-in lives ${sessionMinutes.of(client)} minutes; Cognito allows 3 to 15 minutes`,
        (client) => ((sessionMinutes.of(client) as number) < 3 ? "use 3m or more" : "use 15m or less"),
      ),
    ],
    planMessage: planText`an authentication session lives ${sessionMinutes.over("self")} minutes; Cognito allows 3 to 15 minutes`,
    examples: () => ({
      bad: ["2m", "16m", "1h"].map((authSessionValidity) =>
        bad(on("ios", { authSessionValidity }), "authSessionValidity"),
      ),
      good: ["3m", "180s", "15m", "900s"].map((authSessionValidity) => on("ios", { authSessionValidity })),
    }),
  }),
  clientRule({
    id: "TOK-13",
    name: "tokens-outlive-session-cookie",
    since: "1.0",
    severity: "warning",
    title: "require tokens of a browser sign-in to live at least as long as the session cookie",
    why: "The session cookie of managed login lives 1 hour by default. The API can set 0 to 90 days for each client, the AWS provider cannot yet. Until the cookie expires the browser gets new tokens silently, so a shorter access or ID token does not make anybody sign in again.",
    fix: "use 1h or more, or sign users out at the logout endpoint",
    source: [AWS.appClients, "https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html"],
    claims: (["accessToken", "idToken"] as const).map((token) =>
      claim(
        any(not(signsInWithBrowser), atLeast(lifetime(token), HOUR), not(livesLeast(token))),
        [TOKENS[token].field],
        (client) =>
          `${TOKENS[token].words} lives ${lived(client, token)}, but the session cookie of managed login lives 1 hour by default`,
      ),
    ),
    planMessage: planText`access token lives ${plannedLifetime("accessToken")} and ID token ${plannedLifetime("idToken")}, but the session cookie of managed login lives 1 hour`,
    examples: () => ({
      bad: [
        bad(on("spa", { callbackUrls, accessTokenValidity: "59m" }), "accessTokenValidity"),
        bad(on("server", { callbackUrls, idTokenValidity: "3599s" }), "idTokenValidity"),
      ],
      good: [
        on("spa", { callbackUrls, accessTokenValidity: "60m", idTokenValidity: "3600s" }),
        on("ios", { accessTokenValidity: "15m" }),
      ],
    }),
  }),
  clientRule({
    id: "TOK-14",
    name: "token-validity-sdk-refresh",
    since: "1.0",
    severity: "warning",
    title: "require user access and ID tokens to live at least 10 minutes",
    why: "AWS SDKs refresh a token 2 to 5 minutes before it expires, so a 5-minute token is refreshed almost constantly, and a small clock skew makes it unusable.",
    fix: "use 10m or more",
    source: [AWS.refreshTokens],
    claims: (["accessToken", "idToken"] as const).map((token) =>
      claim(
        any(
          has("allowedOauthFlows", "client_credentials"),
          atLeast(lifetime(token), secondsOf("10m")),
          not(livesLeast(token)),
        ),
        [TOKENS[token].field],
        (client) =>
          `${TOKENS[token].words} lives ${lived(client, token)}; SDKs refresh it when 2 to 5 minutes are left`,
      ),
    ),
    planMessage: planText`access token lives ${plannedLifetime("accessToken")} and ID token ${plannedLifetime("idToken")}; SDKs refresh them when 2 to 5 minutes are left`,
    examples: () => ({
      bad: [
        bad(on("ios", { accessTokenValidity: "5m" }), "accessTokenValidity"),
        bad(on("android", { idTokenValidity: "599s" }), "idTokenValidity"),
      ],
      good: [
        on("ios", { accessTokenValidity: "10m", idTokenValidity: "600s" }),
        on("machine", { allowedOauthScopes: ["api/read"], accessTokenValidity: "5m" }),
      ],
    }),
  }),
  clientRule({
    id: "TOK-25",
    name: "refresh-token-one-year",
    since: "1.0",
    severity: "warning",
    title: "limit the refresh token lifetime to one year",
    why: "Whoever obtains a refresh token keeps the session for as long as the token is valid.",
    fix: "use 365d or less",
    source: [AWS.refreshTokens],
    concerns: signsInUsers,
    claims: [
      claim(
        any(atMost(lifetime("refreshToken"), secondsOf("365d")), not(livesMost("refreshToken"))),
        ["refreshTokenValidity"],
        (client) => `refresh token lives ${lived(client, "refreshToken")}, longer than a year`,
      ),
    ],
    planMessage: planText`refresh token lives ${plannedLifetime("refreshToken")}, longer than a year`,
    examples: () => ({
      bad: [
        bad(on("ios", { refreshTokenValidity: "366d" }), "refreshTokenValidity"),
        bad(on("ios", { refreshTokenValidity: "8761h" }), "refreshTokenValidity"),
      ],
      good: [
        on("ios", { refreshTokenValidity: "365d" }),
        on("machine", { allowedOauthScopes: ["api/read"], refreshTokenValidity: "366d" }),
      ],
    }),
  }),
];

/** The token lives no longer than the refresh token; of lifetimes that Cognito does not have, TOK-01 to TOK-04 speak. */
function withinRefresh(token: "accessToken" | "idToken"): ClientStatement {
  const must = any(
    atMost(lifetime(token), lifetime("refreshToken")),
    not(livesMost(token)),
    not(livesLeast("refreshToken")),
  );
  const { least } = TOKENS.refreshToken;
  // what lives no longer than every refresh token does is decided without that of the client
  const isShort = atMost(lifetime(token), secondsOf(least));
  return { ...must, holds: (client) => isShort.holds(client) === true || must.holds(client) };
}

/** The rule that a token lives as long as Cognito allows; of 0 TOK-04 speaks. */
function withinLimits(id: string, token: Token, examples: () => Examples): ClientRule {
  const { field, name, words, least, most } = TOKENS[token];
  const allowed = limitsInWords(TOKENS[token]);
  return clientRule({
    id,
    name,
    since: "1.0",
    severity: "error",
    title: `limit the ${words} lifetime to ${allowed}`,
    why: 'AWS rejects the client at apply: "Invalid range for token validity." The AWS provider reports it at plan, except for very large numbers of days.',
    fix: `use ${least} to ${most}`,
    source: [AWS.createClient],
    claims: [
      claim(
        any(not(differs(validity(token), 0)), all(livesLeast(token), livesMost(token))),
        [field],
        (client) => `${words} lives ${lived(client, token)}; Cognito allows ${allowed}`,
        (client) =>
          (lifetime(token).of(client) as number) < secondsOf(least) ? `use ${least} or more` : `use ${most} or less`,
      ),
    ],
    planMessage: planText`${plain(words)} lives ${plannedLifetime(token)}; Cognito allows ${plain(allowed)}`,
    examples,
  });
}
