import { equals, poolArgument } from "../language/arguments";
import { planText } from "../language/expressions";
import { any, hasAny, implies, isOn, not, textOf } from "../language/statements";
import { is } from "../language/text-statements";
import type { Rule } from "../rule";
import { AWS, bad, claim, clientRule, ofPool, on } from "./client-rule";

/** The client's other options. */
export const clientOptionRules: readonly Rule[] = [
  clientRule({
    id: "MIS-01",
    name: "prevent-user-existence-errors",
    since: "1.0",
    severity: "warning",
    title: "disallow responses that reveal whether a user exists",
    why: "With LEGACY, sign-in and password recovery answer UserNotFoundException, so anyone can test which addresses have an account.",
    fix: "use ENABLED for preventUserExistenceErrors",
    source: [
      "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html",
      AWS.createClient,
    ],
    claims: [
      claim(
        // a machine signs nobody in, and only it has the secret with which to ask
        any(textOf("preventUserExistenceErrors", is("ENABLED")), hasAny("allowedOauthFlows", ["client_credentials"])),
        ["preventUserExistenceErrors"],
        "LEGACY reveals to anybody whether a user exists",
      ),
    ],
    planMessage: planText`prevent_user_existence_errors is ${'coalesce(self.prevent_user_existence_errors, "LEGACY")'}, which reveals whether a user exists`,
    examples: () => ({
      bad: [bad(on("ios", { preventUserExistenceErrors: "LEGACY" }), "preventUserExistenceErrors")],
      good: [
        on("ios"),
        ...["ENABLED" as const, { var: "existence" }].map((preventUserExistenceErrors) =>
          on("ios", { preventUserExistenceErrors }),
        ),
        on(
          "machine",
          { allowedOauthScopes: ["api/read"], preventUserExistenceErrors: "LEGACY" },
          {
            pool: { resourceServers: { api: { scopes: { read: "Read" } } } },
          },
        ),
      ],
    }),
  }),
  clientRule({
    id: "MIS-02",
    name: "context-data-threat-protection",
    since: "1.0",
    severity: "warning",
    title: "require threat protection to propagate user context data",
    why: "Only threat protection reads the data, and it is off.",
    fix: "set advancedSecurityMode to AUDIT or ENFORCED (tier PLUS), or remove enablePropagateAdditionalUserContextData",
    source: [
      "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html",
      AWS.createClient,
    ],
    claims: (pool) => {
      const isProtected = ofPool(not(equals(poolArgument("advancedSecurityMode"), "OFF")), pool);
      return isProtected
        ? [
            claim(
              implies(isOn("enablePropagateAdditionalUserContextData"), isProtected),
              ["enablePropagateAdditionalUserContextData"],
              "user context data is passed on, but threat protection is off",
            ),
          ]
        : [];
    },
    planMessage: planText`enable_propagate_additional_user_context_data is true, but threat protection is off`,
    examples: () => ({
      bad: [
        bad(
          on("server", { enablePropagateAdditionalUserContextData: true }),
          "enablePropagateAdditionalUserContextData",
        ),
      ],
      good: [
        on(
          "server",
          { enablePropagateAdditionalUserContextData: true },
          { pool: { userPoolTier: "PLUS", advancedSecurityMode: "AUDIT" } },
        ),
        on("server"),
      ],
    }),
  }),
];
