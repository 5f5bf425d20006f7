import { omitsCertificate, type PoolSettings, twoApplies } from "../../lib/cognito/provider-calls";

const POOL: PoolSettings = {
  tier: "ESSENTIALS",
  mfa: "OPTIONAL",
  emailMfa: false,
  passkeys: false,
  emailSender: "DEVELOPER",
  accountRecovery: ["verified_email", "verified_phone_number"],
  firstFactors: ["PASSWORD"],
  autoVerified: ["email"],
};

describe("an update of the MFA settings needs two applies", () => {
  test.each<[string, Partial<PoolSettings>, Partial<PoolSettings>, readonly string[]]>([
    ["email MFA with its sender", { emailSender: "COGNITO_DEFAULT" }, { emailMfa: true }, ["the email sender"]],
    ["email MFA with its recovery", { accountRecovery: ["verified_email"] }, { emailMfa: true }, ["account recovery"]],
    ["email MFA with its tier", { tier: "LITE" }, { emailMfa: true }, ["the tier"]],
    ["passkeys with their tier", { tier: "LITE" }, { passkeys: true }, ["the tier"]],
    [
      "required MFA with passwords only",
      { firstFactors: ["PASSWORD", "EMAIL_OTP"] },
      { mfa: "ON" },
      ["the first factors"],
    ],
    [
      "MFA off where phone numbers are verified",
      { autoVerified: ["phone_number"] },
      { mfa: "OFF", autoVerified: ["phone_number"] },
      ["autoVerifiedAttributes without phone_number"],
    ],
    [
      "email MFA with all that it needs",
      { emailSender: "COGNITO_DEFAULT", accountRecovery: ["verified_email"], tier: "LITE" },
      { emailMfa: true },
      ["the email sender", "account recovery", "the tier"],
    ],
  ])("for %s", (_, before, after, first) => {
    const needed = twoApplies({ ...POOL, ...before }, { ...POOL, ...after });
    expect(needed.map((each) => each.first)).toEqual([first]);
    expect(
      twoApplies({ ...POOL, ...after, ...(after.mfa === "OFF" && { autoVerified: [] }) }, { ...POOL, ...after }),
    ).toEqual([]);
  });

  test("and not where the pool already has what the change needs, or a value is not known before the apply", () => {
    expect(twoApplies(POOL, { ...POOL, emailMfa: true, passkeys: true, mfa: "ON" })).toEqual([]);
    const unknown: PoolSettings = {
      tier: undefined,
      mfa: undefined,
      emailMfa: true,
      passkeys: true,
      emailSender: undefined,
      accountRecovery: undefined,
      firstFactors: undefined,
      autoVerified: undefined,
    };
    expect(twoApplies(unknown, unknown)).toEqual([]);
    expect(twoApplies({ ...POOL, tier: "LITE" }, { ...unknown, passkeys: false })).toEqual([]);
  });
});

test.each([
  ["another version with the same certificate", { certificateArn: "arn:a" }, true],
  ["another version with another certificate", { certificateArn: "arn:b" }, false],
  ["another version of a prefix domain", { certificateArn: undefined }, false],
  ["the same version", { certificateArn: "arn:a", managedLoginVersion: 1 }, false],
])("the certificate is omitted for %s: %#", (_, after, omitted) => {
  const before = { managedLoginVersion: 1, certificateArn: after.certificateArn === undefined ? undefined : "arn:a" };
  expect(omitsCertificate(before, { managedLoginVersion: 2, ...after })).toBe(omitted);
});
