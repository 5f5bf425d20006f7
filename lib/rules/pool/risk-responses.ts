import { RISK_LEVELS } from "../../cognito/values";
import { equals, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { saidOf } from "../language/fields";
import { api, guide } from "../language/sources";
import { any, not } from "../language/statements";
import type { Rule } from "../rule";
import { BLOCK_LEAKED, badSettings, goodSettings, takeover, withMfa } from "./threat-protection-examples";
import { type Placed, POOL, responds, threatProtectionRule } from "./threat-protection-rule";

const adaptiveGuide = guide("cognito-user-pool-settings-adaptive-authentication");
const mfa = poolArgument("mfaConfiguration");

/** Responses to account takeover that ask for MFA. */
export const riskResponseRules: readonly Rule[] = [
  threatProtectionRule({
    id: "RISK-03",
    name: "mfa-response",
    since: "2.0",
    severity: "error",
    title: "require MFA where a response is MFA_REQUIRED",
    why: "MFA_REQUIRED blocks users who have not set up MFA, and while MFA is OFF nobody can: every sign-in at that risk fails.",
    fix: "use mfaConfiguration: OPTIONAL, or another response",
    source: [api("AccountTakeoverActionType"), adaptiveGuide],
    claims: ({ pool: users }) =>
      users === undefined
        ? []
        : RISK_LEVELS.map((level) =>
            claim<Placed>(
              any(not(responds(level, "MFA_REQUIRED")), saidOf(not(equals(mfa, "OFF")), users, POOL)),
              ["accountTakeover", level, "action"],
              `the response to a ${level} risk is MFA_REQUIRED, but MFA is OFF`,
            ),
          ),
    examples: () => ({
      bad: RISK_LEVELS.map((level) =>
        badSettings(takeover({ [level]: { action: "MFA_REQUIRED" } }), "accountTakeover", level, "action"),
      ),
      good: [
        withMfa("OPTIONAL", { high: { action: "MFA_REQUIRED" } }),
        goodSettings(BLOCK_LEAKED),
        goodSettings(takeover({ high: { action: "BLOCK" }, low: { action: "NO_ACTION" } })),
        goodSettings(takeover({ high: { action: { var: "response" } } })),
        withMfa({ var: "mfa" }, { high: { action: "MFA_REQUIRED" } }),
      ],
    }),
  }),
  threatProtectionRule({
    id: "RISK-05",
    name: "adaptive-mfa",
    since: "2.0",
    severity: "warning",
    title: "require optional MFA where a response asks for MFA",
    why: '"For user pools with adaptive authentication with threat protection, choose OPTIONAL." With ON every sign-in is challenged whatever its risk, with OFF no user has MFA.',
    fix: "use mfaConfiguration: OPTIONAL, or another response",
    source: [api("SetUserPoolMfaConfig"), adaptiveGuide],
    claims: ({ pool: users }) =>
      users === undefined
        ? []
        : RISK_LEVELS.flatMap((level) => [
            claim<Placed>(
              any(
                not(responds(level, "MFA_IF_CONFIGURED", "MFA_REQUIRED")),
                saidOf(not(equals(mfa, "ON")), users, POOL),
              ),
              ["accountTakeover", level, "action"],
              `the response to a ${level} risk asks for MFA, but MFA is ON: every sign-in is challenged`,
            ),
            claim<Placed>(
              any(not(responds(level, "MFA_IF_CONFIGURED")), saidOf(not(equals(mfa, "OFF")), users, POOL)),
              ["accountTakeover", level, "action"],
              `the response to a ${level} risk is MFA_IF_CONFIGURED, but MFA is OFF`,
            ),
          ]),
    examples: () => ({
      bad: [
        badSettings(takeover({ low: { action: "MFA_IF_CONFIGURED" } }), "accountTakeover", "low", "action"),
        ...(["MFA_IF_CONFIGURED", "MFA_REQUIRED"] as const).map((action) => ({
          ...withMfa("ON", { high: { action } }),
          at: "pools.users.threatProtection.accountTakeover.high.action",
        })),
      ],
      good: [
        withMfa("OPTIONAL", { high: { action: "MFA_REQUIRED" }, low: { action: "MFA_IF_CONFIGURED" } }),
        withMfa("ON", { high: { action: "BLOCK" } }),
      ],
    }),
  }),
];
