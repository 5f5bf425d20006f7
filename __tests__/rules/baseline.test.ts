import { BASELINES, CONTROLS } from "../../lib/cognito/baselines";
import { baselineRules } from "../../lib/rules/baseline/rules";
import { checkPool } from "../../lib/rules/check";
import type { Example } from "../../lib/rules/rule";
import { configOf, modelOf } from "../support/models";

/** A pool that others' tools refuse in every respect that a config decides. */
const weak: Example = {
  pool: {
    userPoolTier: "ESSENTIALS",
    deletionProtection: false,
    mfaConfiguration: "OFF",
    passwordPolicy: {
      minimumLength: 6,
      requireLowercase: false,
      requireUppercase: false,
      requireNumbers: false,
      requireSymbols: false,
      temporaryPasswordValidityDays: 365,
    },
    accountRecovery: ["verified_phone_number"],
  },
  client: { platform: "ios", enableTokenRevocation: false, preventUserExistenceErrors: "LEGACY" },
};
const found = (...baseline: string[]) =>
  checkPool(modelOf(configOf({ ...weak, guardrails: { baseline } }))).filter(({ rule }) => rule.startsWith("BSL"));

test("a pool that fails all of them gets a finding of every rule, and of no rule without a baseline", () => {
  expect(new Set(found(...Object.keys(BASELINES)).map(({ rule }) => rule))).toEqual(
    new Set(baselineRules.map(({ id }) => id)),
  );
  expect(found()).toEqual([]);
});

test.each(CONTROLS.filter(({ requires }) => requires).map(({ id, requires }) => [id, requires] as const))(
  "%s can be demanded by itself, and names itself",
  (id, requires) => {
    expect(found(id)).toHaveLength(Object.keys(requires ?? {}).length);
    for (const { message } of found(id)) expect(message).toMatch(new RegExp(`; required by ${id}$`));
  },
);

test("the longest password and the shortest validity that any list demands hold", () => {
  const [length] = found("cdk-nag", "prowler").filter(({ rule }) => rule === "BSL-01");
  expect(length?.message).toBe(
    "passwords have 6 characters or more, fewer than 14; required by cognito_user_pool_password_policy_minimum_length_14",
  );
});

test("a list as it was on a day has what was added until then", () => {
  expect(found("prowler@2026-11-25")).toEqual([]);
  expect(found("prowler@2026-11-26")).toEqual(found("prowler"));
});

test("each control has an id of its own, and requires something or says why no config decides it", () => {
  expect(new Set(CONTROLS.map(({ id }) => id)).size).toBe(CONTROLS.length);
  expect(CONTROLS.filter(({ requires, because }) => (requires === undefined) === (because === undefined))).toEqual([]);
});
