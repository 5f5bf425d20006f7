import { resolveConfig } from "../../lib/config/resolve";
import type { Pool } from "../../lib/config/schema";
import { variableConditions } from "../../lib/rules/variable-conditions";
import { configOf, modelOf } from "../support/models";

const users = (pool: Partial<Pool>) => modelOf(configOf({ pool }));

describe("an argument of a pool that a variable holds", () => {
  test.each<[string, Partial<Pool>, object]>([
    ["a list", { autoVerifiedAttributes: { var: "v" } }, { type: "list(string)", items: ["email", "phone_number"] }],
    [
      "the list of a block",
      { signInPolicy: { allowedFirstAuthFactors: { var: "v", default: ["PASSWORD"] } } },
      { type: "list(string)", default: ["PASSWORD"], items: ["PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"] },
    ],
    ["a number", { passwordPolicy: { minimumLength: { var: "v", default: 8 } } }, { type: "number", default: 8 }],
    [
      "a switch",
      { passwordPolicy: { requireSymbols: { var: "v", sensitive: true } } },
      { type: "bool", sensitive: true },
    ],
  ])("%s", (_, pool, expected) => {
    const { variables } = users(pool);
    expect(variables).toEqual([{ name: "v", sensitive: false, description: expect.any(String), ...expected }]);
  });

  test.each([
    ...(["minimumLength", "temporaryPasswordValidityDays", "passwordHistorySize"] as const).map((key) => [
      key,
      "number",
    ]),
    ...(["Lowercase", "Uppercase", "Numbers", "Symbols"] as const).map((of) => [`require${of}`, "bool"]),
  ])("%s of the password policy", (key, type) => {
    const { variables, pool } = users({ passwordPolicy: { [key as string]: { var: "v" } } });
    expect(variables.map((each) => [each.name, each.type])).toEqual([["v", type]]);
    expect(pool?.passwordPolicy).toMatchObject({ [key as string]: { variable: "v" } });
  });

  test("is one variable in two lists of the same items, and no variable in lists of others", () => {
    const alike = { autoVerifiedAttributes: { var: "v" }, attributesRequireVerificationBeforeUpdate: { var: "v" } };
    expect(users(alike).variables).toHaveLength(1);
    const other = { ...alike, signInPolicy: { allowedFirstAuthFactors: { var: "v" } } };
    expect(resolveConfig(configOf({ pool: other })).problems.map(({ rule }) => rule)).toEqual(["CFG-12"]);
  });

  test.each<[string, Partial<Pool>, string[]]>([
    ["verified attributes without an SMS role", { autoVerifiedAttributes: { var: "v" } }, ["CFG-07", "MFA-06"]],
    ["first factors", { signInPolicy: { allowedFirstAuthFactors: { var: "v" } } }, ["CFG-07", "SIG-01", "SIG-02"]],
    ["a length", { passwordPolicy: { minimumLength: { var: "v" } } }, ["POOL-04"]],
    ["days", { passwordPolicy: { temporaryPasswordValidityDays: { var: "v" } } }, ["POOL-06"]],
    ["a history", { passwordPolicy: { passwordHistorySize: { var: "v" } } }, ["POOL-05"]],
    ["a switch", { passwordPolicy: { requireSymbols: { var: "v" } } }, []],
  ])("is validated alone, before the AWS provider judges it: %s", (_, pool, expected) => {
    const conditions = variableConditions("v", users(pool));
    expect(conditions.map(({ rule }) => rule)).toEqual(expected);
    expect(conditions.filter(({ expression, message }) => /self\.|local\./.test(expression + message))).toEqual([]);
  });

  test("keeps a sensitive value out of its messages", () => {
    const said = variableConditions("v", users({ autoVerifiedAttributes: { var: "v", sensitive: true } }));
    expect(said.map(({ message }) => message).join()).not.toContain("var.v");
  });
});
