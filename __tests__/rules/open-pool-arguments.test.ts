import { describeTerraform } from "../support/terraform";
import { openStack, rulesIn } from "./open-stack";

const OPEN = `
project: acme
environments: { prod: { region: eu-west-1 } }
pools:
  users:
    userPoolTier: { var: tier, default: ESSENTIALS }
    usernameAttributes: [email]
    autoVerifiedAttributes: { var: verified }
    attributesRequireVerificationBeforeUpdate: { var: verified_first, default: [], sensitive: true }
    passwordPolicy:
      minimumLength: { var: length, default: 12 }
      requireSymbols: { var: symbols, default: true }
      temporaryPasswordValidityDays: { var: days, default: 7 }
      passwordHistorySize: { var: history, default: 0 }
    signInPolicy: { allowedFirstAuthFactors: { var: factors, default: [PASSWORD] } }
    mfaConfiguration: { var: mfa, default: OPTIONAL }
    softwareTokenMfa: true
    clients: { app: { platform: ios } }
`;

describeTerraform("a pool whose closed lists and password policy are left open", () => {
  const stack = openStack(OPEN);

  test.each([
    ["the least of each", { verified: [], length: 6, history: 0, days: 0, symbols: false }, [], { minimum_length: 6 }],
    [
      "the most of each",
      {
        verified: ["email"],
        verified_first: ["email"],
        length: 99,
        history: 24,
        days: 365,
        factors: ["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"],
      },
      [{ attributes_require_verification_before_update: ["email"] }],
      { minimum_length: 99, password_history_size: 24, temporary_password_validity_days: 365, require_symbols: true },
    ],
  ])("plans with %s", async (_, variables, verifiedFirst, policy) => {
    const { exitCode, output, plan } = await stack().plan({ variables });
    expect([exitCode, output]).toEqual([0, expect.stringContaining("2 to add")]);
    const pool = plan?.planned_values.root_module.resources?.find(({ type }) => type === "aws_cognito_user_pool");
    expect(pool?.values).toMatchObject({
      user_attribute_update_settings: verifiedFirst,
      password_policy: [policy],
    });
  });

  // Terraform reports all that is wrong with variables at once, and of conditions only where the variables are right.
  test.each([
    [
      ["CFG-07", "MFA-06", "POOL-04", "POOL-05", "POOL-06", "SIG-01"],
      {
        verified: ["phone_number"],
        verified_first: ["sms"],
        length: 5,
        history: 25,
        days: 366,
        factors: ["EMAIL_OTP"],
      },
    ],
    [
      ["SCH-24", "SIG-02", "SIG-03", "TIER-03"],
      {
        verified: [],
        verified_first: ["email"],
        tier: "LITE",
        history: 1,
        mfa: "ON",
        factors: ["PASSWORD", "EMAIL_OTP"],
      },
    ],
  ])("fails with %j when %j", async (expected, variables) => {
    const { exitCode, output } = await stack().plan({ variables });
    expect(exitCode).toBe(1);
    expect(rulesIn(output)).toEqual(expected);
  });
});

const PROTECTED = `
project: acme
environments: { prod: { region: eu-west-1, accountId: { var: account_id, default: "123456789012" } } }
pools:
  users:
    userPoolTier: PLUS
    advancedSecurityMode: ENFORCED
    threatProtection:
      compromisedCredentials: { action: BLOCK, events: { var: events, default: [SIGN_IN] } }
      exceptions:
        blocked: { var: blocked, default: [192.0.2.0/24] }
        skipped: [{ var: office, default: "2001:db8::/32" }]
    clients: { app: { platform: ios } }
`;

describeTerraform("a pool whose threat protection and account are left open", () => {
  const stack = openStack(PROTECTED);

  test.each([
    [{}],
    [
      {
        events: ["SIGN_UP", "PASSWORD_CHANGE"],
        blocked: ["0.0.0.0/0"],
        office: "198.51.100.7/32",
        account_id: "111122223333",
      },
    ],
  ])("plans with %j", async (variables) => {
    const { exitCode, output } = await stack().plan({ variables });
    expect([exitCode, output]).toEqual([0, expect.stringContaining("3 to add")]);
  });

  test.each([
    ["RISK-01", { events: [] }],
    ["RISK-01", { blocked: [] }],
    ["RISK-01", { blocked: ["192.0.2.0/24", "192.0.2.1"] }],
    ["RISK-01", { blocked: Array.from({ length: 201 }, (_, index) => `198.51.100.${index}/32`) }],
    ["RISK-01", { office: "example.com" }],
    ["ENV-03", { account_id: "1111-2222-3333" }],
  ])("fails with %s when %j", async (rule, variables) => {
    const { exitCode, output } = await stack().plan({ variables });
    expect([exitCode, rulesIn(output)]).toEqual([1, [rule]]);
  });
});
