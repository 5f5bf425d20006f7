import { BASELINES, type Baseline, CONTROLS } from "../../lib/cognito/baselines";
import type { PoolModel } from "../../lib/model/model";
import { baselineRules } from "../../lib/rules/baseline/rules";
import { checkPool } from "../../lib/rules/check";
import type { Example } from "../../lib/rules/rule";
import { caseConfig } from "../cases/judged";
import { configOf, modelOf, modelsOf } from "../support/models";

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

/** What is wrong with `posture.yaml`, and the controls of each list that say so. */
const POSTURE: readonly (readonly [
  what: string,
  said: RegExp,
  controls: Readonly<Record<Baseline, readonly string[]>>,
])[] = [
  [
    "passwords of 6 characters",
    /passwords have 6 characters or more/,
    {
      "cdk-nag": ["AwsSolutions-COG1"],
      prowler: ["cognito_user_pool_password_policy_minimum_length_14"],
      "security-hub": ["Cognito.3"],
    },
  ],
  [
    "passwords without capital letters",
    /passwords need no upper case letter/,
    {
      "cdk-nag": ["AwsSolutions-COG1"],
      prowler: ["cognito_user_pool_password_policy_uppercase"],
      "security-hub": ["Cognito.3"],
    },
  ],
  [
    "passwords without small letters",
    /passwords need no lower case letter/,
    { "cdk-nag": [], prowler: ["cognito_user_pool_password_policy_lowercase"], "security-hub": ["Cognito.3"] },
  ],
  [
    "passwords without numbers",
    /passwords need no number/,
    {
      "cdk-nag": ["AwsSolutions-COG1"],
      prowler: ["cognito_user_pool_password_policy_number"],
      "security-hub": ["Cognito.3"],
    },
  ],
  [
    "passwords without symbols",
    /passwords need no symbol/,
    {
      "cdk-nag": ["AwsSolutions-COG1"],
      prowler: ["cognito_user_pool_password_policy_symbol"],
      "security-hub": ["Cognito.3"],
    },
  ],
  [
    "a temporary password of 365 days",
    /365 days/,
    { "cdk-nag": [], prowler: ["cognito_user_pool_temporary_password_expiration"], "security-hub": ["Cognito.3"] },
  ],
  [
    "MFA off",
    /MFA/,
    {
      "cdk-nag": ["AwsSolutions-COG2"],
      prowler: ["cognito_user_pool_mfa_enabled"],
      "security-hub": ["Cognito.5"],
    },
  ],
  [
    "threat protection off",
    /threat protection is OFF/,
    // cdk-nag asks for the tier alone, which the pool has
    { "cdk-nag": [], prowler: ["cognito_user_pool_advanced_security_enabled"], "security-hub": ["Cognito.1"] },
  ],
  [
    "recovery by SMS",
    /recover/,
    { "cdk-nag": [], prowler: ["cognito_user_pool_account_recovery_sms_not_preferred"], "security-hub": [] },
  ],
];

describe.each(Object.keys(BASELINES) as Baseline[])("posture.yaml under %s", (baseline) => {
  const [pool] = modelsOf({ ...caseConfig("posture"), guardrails: { baseline: [baseline] } });
  const messages = checkPool(pool as PoolModel)
    .filter(({ rule }) => rule.startsWith("BSL"))
    .map(({ message }) => message);

  test.each(POSTURE)("%s", (_, said, { [baseline]: controls }) => {
    const about = messages.filter((message) => said.test(message));
    expect(about.map((message) => message.split("; required by ")[1])).toEqual(controls);
  });
});
