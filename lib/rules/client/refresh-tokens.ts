import { ALLOW_AUTH_FLOWS } from "../../cognito/values";
import { known } from "../../model/value";
import { plain, planText } from "../language/expressions";
import { atMost, type Quantity, wholeWithin } from "../language/quantities";
import { all, any, has, hasAny, implies, isEmpty, isOn, itemsOf, not, rotates } from "../language/statements";
import type { Rule } from "../rule";
import { AWS, bad, claim, clientRule, offOnLite, on, placeOf } from "./client-rule";
import { lifetime, lived, plannedLifetime, secondsOf, signsInUsers } from "./lifetimes";

const REFRESH_FLOW = "ALLOW_REFRESH_TOKEN_AUTH";

const graceSeconds: Quantity = {
  of: (client) => known(client.refreshTokenRotation.retryGracePeriodSeconds),
  over: (self) => `try(${self}.refresh_token_rotation[0].retry_grace_period_seconds, 0)`,
};

/** Rotation and revocation of refresh tokens. */
export const refreshTokenRules: readonly Rule[] = [
  clientRule({
    id: "TOK-16",
    name: "rotation-grace-period",
    since: "1.0",
    refusedByProvider: true,
    severity: "error",
    title: "limit the grace period of a rotated refresh token to 60 seconds",
    why: "AWS rejects any other RetryGracePeriodSeconds; 0 means no grace period.",
    fix: "use 60s or less",
    source: [AWS.refreshTokens, AWS.createClient],
    claims: [
      claim(
        wholeWithin(graceSeconds, 0, 60),
        ["refreshTokenRotation", "retryGracePeriod"],
        (client) =>
          `a rotated refresh token works for another ${graceSeconds.of(client)} seconds; Cognito allows 0 to 60`,
      ),
    ],
    planMessage: planText`a rotated refresh token works for another ${graceSeconds.over("self")} seconds; Cognito allows 0 to 60`,
    examples: () => ({
      bad: ["61s", "2m"].map((retryGracePeriod) =>
        bad(on("ios", { refreshTokenRotation: { retryGracePeriod } }), "refreshTokenRotation", "retryGracePeriod"),
      ),
      good: [
        ...["60s", "1m", "0s"].map((retryGracePeriod) => on("ios", { refreshTokenRotation: { retryGracePeriod } })),
        on("ios", { refreshTokenRotation: { retryGracePeriod: { var: "grace", unit: "seconds" } } }),
        on("ios", { refreshTokenRotation: {} }),
        on("ios", { refreshTokenRotation: false }),
      ],
    }),
  }),
  clientRule({
    id: "TOK-17",
    name: "rotation-without-refresh-flow",
    since: "1.0",
    severity: "error",
    title: `disallow ${REFRESH_FLOW} on a client that rotates refresh tokens`,
    why: `AWS rejects the client at apply: "${REFRESH_FLOW} is not a permitted ExplicitAuthFlow when refresh token rotation is enabled." Apps refresh with GetTokensFromRefreshToken or at the token endpoint instead.`,
    fix: `remove ${REFRESH_FLOW} from explicitAuthFlows, or turn refreshTokenRotation off`,
    source: [AWS.refreshTokens],
    claims: [
      claim(
        implies(rotates, not(has("explicitAuthFlows", REFRESH_FLOW))),
        (client) => placeOf(client, "explicitAuthFlows", REFRESH_FLOW),
        `${REFRESH_FLOW} is allowed while refresh tokens rotate; Cognito allows one or the other`,
      ),
    ],
    planMessage: planText`refresh tokens rotate, but explicit_auth_flows has ${plain(REFRESH_FLOW)}: ${itemsOf("explicitAuthFlows")}`,
    examples: () => ({
      bad: [
        bad(
          on("ios", { refreshTokenRotation: {}, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", REFRESH_FLOW] }),
          "explicitAuthFlows",
          1,
        ),
      ],
      good: [
        on("ios", { refreshTokenRotation: {} }),
        on("ios", { refreshTokenRotation: {}, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }),
        on("ios", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", REFRESH_FLOW] }),
      ],
    }),
  }),
  clientRule({
    id: "TOK-18",
    name: "rotation-explicit-flows",
    since: "1.0",
    severity: "warning",
    title: "require explicit authentication flows on a client that rotates refresh tokens",
    why: `For an empty list Cognito uses its default flows, which include ${REFRESH_FLOW}, and that flow cannot be combined with rotation.`,
    fix: 'list the flows without it, for example ["ALLOW_USER_SRP_AUTH"]',
    source: [AWS.refreshTokens, AWS.createClient],
    claims: [
      claim(
        implies(rotates, not(isEmpty("explicitAuthFlows"))),
        ["explicitAuthFlows"],
        `refresh tokens rotate, but no flows are named; Cognito's default has ${REFRESH_FLOW}`,
      ),
    ],
    planMessage: planText`refresh tokens rotate, but explicit_auth_flows is empty; Cognito's default includes ${plain(REFRESH_FLOW)}`,
    examples: () => ({
      bad: [bad(on("ios", { refreshTokenRotation: {}, explicitAuthFlows: [] }), "explicitAuthFlows")],
      good: [on("ios", { refreshTokenRotation: {} }), on("ios", { explicitAuthFlows: [] })],
    }),
  }),
  clientRule({
    id: "TOK-20",
    name: "rotation-tier",
    since: "1.0",
    severity: "warning",
    title: "require tier ESSENTIALS or PLUS for refresh token rotation",
    why: "Emulators of Cognito refuse it on tier LITE with FeatureUnavailableInTierException; no document of AWS lists rotation among the features of a tier.",
    fix: "turn refreshTokenRotation off, use tier ESSENTIALS, or acknowledge this warning once AWS has accepted the client",
    source: [AWS.featurePlans],
    claims: (pool) => {
      const must = offOnLite(rotates, pool);
      return must
        ? [claim(must, ["refreshTokenRotation"], "refresh tokens rotate in a pool of tier LITE, which AWS may refuse")]
        : [];
    },
    planMessage: planText`refresh tokens rotate in tier LITE, which AWS may reject`,
    examples: () => ({
      bad: [bad(on("ios", { refreshTokenRotation: {} }, { pool: { userPoolTier: "LITE" } }), "refreshTokenRotation")],
      good: [
        on("ios", { refreshTokenRotation: {} }),
        on("ios", { refreshTokenRotation: {} }, { pool: { userPoolTier: "PLUS" } }),
        on("ios", { refreshTokenRotation: false }, { pool: { userPoolTier: "LITE" } }),
        on("ios", { refreshTokenRotation: {} }, { pool: { userPoolTier: { var: "tier" } } }),
      ],
    }),
  }),
  clientRule({
    id: "TOK-23",
    name: "refresh-flow-allowed",
    since: "1.0",
    severity: "warning",
    title: `require ${REFRESH_FLOW} on a client without refresh token rotation`,
    why: 'Without it SDKs cannot refresh tokens, and users sign in again when the access token expires. AWS has rejected such lists: "REFRESH_TOKEN_AUTH should always be allowed."',
    fix: `add ${REFRESH_FLOW} to explicitAuthFlows, or turn refreshTokenRotation on`,
    source: [AWS.createClient, "https://github.com/aws/aws-cdk/issues/7625"],
    claims: [
      claim(
        any(rotates, not(hasAny("explicitAuthFlows", ALLOW_AUTH_FLOWS)), has("explicitAuthFlows", REFRESH_FLOW)),
        ["explicitAuthFlows"],
        `${REFRESH_FLOW} is missing, and refresh tokens do not rotate`,
      ),
    ],
    planMessage: planText`explicit_auth_flows lacks ${plain(REFRESH_FLOW)}, and refresh tokens do not rotate: ${itemsOf("explicitAuthFlows")}`,
    examples: () => ({
      bad: [bad(on("ios", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }), "explicitAuthFlows")],
      good: [
        on("ios", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", REFRESH_FLOW] }),
        on("ios", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], refreshTokenRotation: {} }),
        on("ios", { explicitAuthFlows: ["USER_PASSWORD_AUTH"] }),
        on("ios", { explicitAuthFlows: [] }),
      ],
    }),
  }),
  clientRule({
    id: "TOK-24",
    name: "token-revocation",
    since: "1.0",
    severity: "warning",
    title: "require token revocation for refresh tokens that rotate or live longer than 3 days",
    why: "Without revocation a stolen refresh token works until it expires, even after the user has signed out.",
    fix: "set enableTokenRevocation to true",
    source: ["https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html"],
    concerns: signsInUsers,
    claims: [
      claim(
        any(isOn("enableTokenRevocation"), all(not(rotates), atMost(lifetime("refreshToken"), secondsOf("3d")))),
        ["enableTokenRevocation"],
        (client) => `refresh token lives ${lived(client, "refreshToken")} and cannot be revoked`,
      ),
    ],
    planMessage: planText`refresh token lives ${plannedLifetime("refreshToken")} and cannot be revoked`,
    examples: () => ({
      bad: [
        bad(on("ios", { enableTokenRevocation: false }), "enableTokenRevocation"),
        bad(on("spa", { enableTokenRevocation: false, refreshTokenValidity: "73h" }), "enableTokenRevocation"),
        bad(on("spa", { enableTokenRevocation: false, refreshTokenRotation: {} }), "enableTokenRevocation"),
      ],
      good: [
        on("ios"),
        on("ios", { enableTokenRevocation: false, refreshTokenValidity: "72h" }),
        on("machine", { allowedOauthScopes: ["api/read"], enableTokenRevocation: false }),
      ],
    }),
  }),
];
