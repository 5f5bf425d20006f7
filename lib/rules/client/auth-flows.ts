import { ALLOW_AUTH_FLOWS, LEGACY_AUTH_FLOWS } from "../../cognito/values";
import type { PoolModel } from "../../model/model";
import { isClosed, knownItems } from "../../model/value";
import { isPresent, poolArgument } from "../language/arguments";
import { literals, plain, planText } from "../language/expressions";
import { inTerraform } from "../language/names";
import { all, has, hasAny, implies, isEmpty, not } from "../language/statements";
import { isConfidential } from "../language/trust";
import type { Rule } from "../rule";
import {
  AWS,
  among,
  bad,
  claim,
  clientRule,
  offOnLite,
  ofPool,
  on,
  PREFLIGHT,
  placeOf,
  placeOfAny,
  present,
} from "./client-rule";

const CHOICE = "ALLOW_USER_AUTH";
/** The flows of custom authentication. */
export const CUSTOM = ["ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"] as const;
const PASSWORD = ["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"] as const;
const ADMIN_PASSWORD = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"] as const;
/** The triggers of custom authentication. */
export const CHALLENGES = ["defineAuthChallenge", "createAuthChallenge", "verifyAuthChallengeResponse"] as const;

const arn = "arn:aws:lambda:eu-central-1:111122223333:function:auth";

/** The authentication flows that a client allows. */
export const authFlowRules: readonly Rule[] = [
  clientRule({
    id: "FLOW-02",
    name: "no-legacy-flows",
    since: "1.0",
    severity: "error",
    title: "disallow legacy authentication flows beside ALLOW_ flows",
    why: "AWS rejects the client at apply: \"Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.\"",
    fix: "use only ALLOW_ flows",
    source: [AWS.createClient, PREFLIGHT],
    claims: [
      claim(
        not(all(hasAny("explicitAuthFlows", LEGACY_AUTH_FLOWS), hasAny("explicitAuthFlows", ALLOW_AUTH_FLOWS))),
        placeOfAny("explicitAuthFlows", LEGACY_AUTH_FLOWS),
        (client) => `${present(client, "explicitAuthFlows", LEGACY_AUTH_FLOWS)} cannot be combined with ALLOW_ flows`,
      ),
    ],
    planMessage: planText`legacy flows ${`join(", ", setintersection(self.explicit_auth_flows, ${literals(LEGACY_AUTH_FLOWS)}))`} cannot be combined with ALLOW_ flows`,
    examples: () => ({
      bad: [
        bad(
          on("ios", { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "USER_PASSWORD_AUTH"] }),
          "explicitAuthFlows",
          1,
        ),
        bad(on("server", { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "ALLOW_USER_SRP_AUTH"] }), "explicitAuthFlows", 0),
      ],
      good: [
        on("ios", { explicitAuthFlows: ["CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"] }),
        on("ios", { explicitAuthFlows: [...ALLOW_AUTH_FLOWS] }),
      ],
    }),
  }),
  clientRule({
    id: "FLOW-03",
    name: "explicit-flows",
    since: "1.0",
    severity: "warning",
    title: "require an explicit list of authentication flows",
    why: "For an empty list Cognito uses its default: ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH and ALLOW_CUSTOM_AUTH. An empty list does not disable sign-in.",
    fix: 'list the flows; for a client whose users sign in only through managed login, ["ALLOW_REFRESH_TOKEN_AUTH"]',
    source: [AWS.createClient],
    claims: [
      claim(
        not(isEmpty("explicitAuthFlows")),
        ["explicitAuthFlows"],
        "an empty list is Cognito's default: ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH and ALLOW_CUSTOM_AUTH",
      ),
    ],
    planMessage: planText`explicit_auth_flows is empty, so Cognito uses its default: ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH and ALLOW_CUSTOM_AUTH`,
    examples: () => ({
      bad: [bad(on("ios", { explicitAuthFlows: [] }), "explicitAuthFlows")],
      good: [on("ios"), on("ios", { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] })],
    }),
  }),
  clientRule({
    id: "FLOW-04",
    name: "user-auth-tier",
    since: "1.0",
    severity: "error",
    title: `require tier ESSENTIALS for ${CHOICE}, and ${CHOICE} for passwordless sign-in`,
    why: `AWS rejects choice-based sign-in in tier LITE. One-time passwords and passkeys as a first factor are available only through ${CHOICE}.`,
    fix: `remove ${CHOICE}, or use tier ESSENTIALS; for passwordless sign-in add ${CHOICE} to a client`,
    source: [AWS.featurePlans, AWS.authFlows],
    claims: (pool) => {
      const must = offOnLite(has("explicitAuthFlows", CHOICE), pool);
      return must
        ? [
            claim(
              must,
              (client) => placeOf(client, "explicitAuthFlows", CHOICE),
              `${CHOICE} is not available in tier LITE; it requires ESSENTIALS or PLUS`,
              `remove ${CHOICE}, or use tier ESSENTIALS`,
            ),
          ]
        : [];
    },
    planMessage: planText`${plain(CHOICE)} is not available in tier LITE; it requires ESSENTIALS or PLUS`,
    poolAdvice: (pool) => {
      const factors = unusedFactors(pool);
      if (factors.length === 0) return [];
      return [
        {
          severity: "warning",
          at: ["signInPolicy", "allowedFirstAuthFactors"],
          message: `the pool allows sign-in with ${factors.join(", ")}, but no client allows ${CHOICE}`,
          fix: `add ${CHOICE} to explicitAuthFlows of a client`,
        },
      ];
    },
    examples: () => ({
      bad: [
        bad(
          on("ios", { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", CHOICE] }, { pool: { userPoolTier: "LITE" } }),
          "explicitAuthFlows",
          1,
        ),
        {
          pool: { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } },
          at: "pools.users.signInPolicy.allowedFirstAuthFactors",
        },
      ],
      good: [
        on("ios", { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", CHOICE] }),
        on("ios", {}, { pool: { userPoolTier: "LITE" } }),
        on(
          "ios",
          { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", CHOICE] },
          { pool: { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } } },
        ),
        on(
          "ios",
          { explicitAuthFlows: { var: "flows" } },
          { pool: { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } } },
        ),
      ],
    }),
  }),
  clientRule({
    id: "FLOW-05",
    name: "custom-auth-triggers",
    since: "1.0",
    severity: "warning",
    title: "require the three Lambda triggers of custom authentication",
    why: "ALLOW_CUSTOM_AUTH fails at every sign-in without the triggers that define, create and verify a challenge.",
    fix: `add ${CHALLENGES.join(", ")} to the pool's lambdaConfig, or remove the flow`,
    source: ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html"],
    claims: (pool) => {
      const triggers = ofPool(all(...CHALLENGES.map((name) => isPresent(poolArgument(`lambdaConfig.${name}`)))), pool);
      const missing = CHALLENGES.filter((trigger) => pool.pool?.lambdaConfig?.[trigger] === undefined);
      return triggers
        ? [
            claim(
              implies(hasAny("explicitAuthFlows", CUSTOM), triggers),
              placeOfAny("explicitAuthFlows", CUSTOM),
              `custom authentication is allowed, but the pool has no ${missing.join(", ")}`,
              undefined,
              planText`${among("explicitAuthFlows", CUSTOM).over("self")} is allowed, but lambda_config has not all of ${plain(inTerraform(CHALLENGES.join(", ")))}`,
            ),
          ]
        : [];
    },
    examples: () => ({
      bad: [
        bad(
          on("ios", { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }),
          "explicitAuthFlows",
          0,
        ),
        bad(
          on(
            "ios",
            { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
            { pool: { lambdaConfig: { defineAuthChallenge: arn, createAuthChallenge: arn } } },
          ),
          "explicitAuthFlows",
          0,
        ),
      ],
      good: [
        on(
          "ios",
          { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
          { pool: { lambdaConfig: Object.fromEntries(CHALLENGES.map((trigger) => [trigger, arn])) } },
        ),
        on(
          "ios",
          { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
          { pool: { existing: { userPoolId: "eu-central-1_aB3dE5fGh" } } },
        ),
      ],
    }),
  }),
  clientRule({
    id: "FLOW-06",
    name: "no-password-flows",
    since: "1.0",
    severity: "warning",
    title: "disallow flows that send passwords where SRP can be used",
    why: "USER_PASSWORD flows send the password itself, which only the user migration trigger needs; ADMIN flows belong to a server, which has a secret.",
    fix: "use ALLOW_USER_SRP_AUTH, which sends no password",
    source: [
      AWS.authFlows,
      "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-import-using-lambda.html",
    ],
    claims: (pool) => {
      const migrates = ofPool(isPresent(poolArgument("lambdaConfig.userMigration")), pool);
      return [
        claim(
          implies(hasAny("explicitAuthFlows", ADMIN_PASSWORD), isConfidential),
          placeOfAny("explicitAuthFlows", ADMIN_PASSWORD),
          "a client that keeps no secret allows administrators' password sign-in",
        ),
        ...(migrates
          ? [
              claim(
                implies(hasAny("explicitAuthFlows", PASSWORD), migrates),
                placeOfAny("explicitAuthFlows", PASSWORD),
                "sign-in sends the password itself, and no Lambda trigger migrates users",
              ),
            ]
          : []),
      ];
    },
    examples: () => ({
      bad: [
        bad(
          on("spa", { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH"] }),
          "explicitAuthFlows",
          1,
        ),
        bad(
          on("ios", { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }),
          "explicitAuthFlows",
          0,
        ),
      ],
      good: [
        on("server", { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }),
        on(
          "spa",
          { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH"] },
          { pool: { lambdaConfig: { userMigration: arn } } },
        ),
      ],
    }),
  }),
];

/** First factors other than the password, when it is certain that none of the clients can offer them. */
function unusedFactors({ pool, clients }: PoolModel): readonly string[] {
  if (clients.length === 0) return [];
  const some = clients.some(({ explicitAuthFlows: flows }) => !isClosed(flows) || flows.includes(CHOICE));
  return some ? [] : knownItems(pool?.allowedFirstAuthFactors).filter((factor) => factor !== "PASSWORD");
}
