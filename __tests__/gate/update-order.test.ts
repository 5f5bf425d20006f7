import { judge } from "../../lib/gate/judge";
import { plain } from "../../lib/text/quoted";
import { changeOf, POOL, planOf } from "./plans";

const DOMAIN = "aws_cognito_user_pool_domain";
const SENDER = { email_configuration: [{ email_sending_account: "DEVELOPER" }] };
const DEFAULT_SENDER = { email_configuration: [{ email_sending_account: "COGNITO_DEFAULT" }] };
const EMAIL_MFA = { email_mfa_configuration: [{ message: "{####}", subject: "Your code" }] };
const OPTIONAL = { mfa_configuration: "OPTIONAL" };
const recovery = (...names: string[]) => ({
  account_recovery_setting: [{ recovery_mechanism: names.map((name, index) => ({ name, priority: index + 1 })) }],
});

/** What the gate says of an update. */
function said(type: string, before: object, after: object, after_unknown: object = {}): string[] {
  const change = changeOf(`${type}.users`, ["update"], { before, after } as never);
  const plan = planOf([{ ...change, change: { ...change.change, after_unknown } }]);
  return judge(plan, [], "2030-01-01").map(({ verdict, code, message }) => `${verdict} ${code}: ${plain(message)}`);
}

describe("an update that AWS refuses in one apply", () => {
  test.each<[string, object, object, string[]]>([
    [
      "email MFA together with its sender",
      { ...OPTIONAL, ...DEFAULT_SENDER },
      { ...OPTIONAL, ...SENDER, ...EMAIL_MFA },
      ["refused two-applies: needs two applies: first the email sender; then email MFA"],
    ],
    ["email MFA where the sender is there", { ...OPTIONAL, ...SENDER }, { ...OPTIONAL, ...SENDER, ...EMAIL_MFA }, []],
    ["the sender alone", DEFAULT_SENDER, SENDER, []],
    [
      "email MFA together with another way to recover accounts",
      { ...SENDER, ...recovery("verified_email") },
      { ...SENDER, ...EMAIL_MFA, ...recovery("admin_only") },
      ["refused two-applies: needs two applies: first account recovery; then email MFA"],
    ],
    [
      "email MFA together with the tier",
      { ...SENDER, user_pool_tier: "LITE" },
      { ...SENDER, ...EMAIL_MFA, user_pool_tier: "ESSENTIALS" },
      ["refused two-applies: needs two applies: first the tier; then email MFA"],
    ],
    [
      "passkeys together with the tier",
      { user_pool_tier: "LITE" },
      { user_pool_tier: "ESSENTIALS", web_authn_configuration: [{ relying_party_id: "a.example" }] },
      ["refused two-applies: needs two applies: first the tier; then passkeys"],
    ],
    [
      "required MFA together with the first factors",
      { mfa_configuration: "OFF", sign_in_policy: [{ allowed_first_auth_factors: ["PASSWORD", "EMAIL_OTP"] }] },
      { mfa_configuration: "ON", sign_in_policy: [{ allowed_first_auth_factors: ["PASSWORD"] }] },
      ["refused two-applies: needs two applies: first the first factors; then required MFA"],
    ],
    [
      "text messages of a pool that verifies phone numbers",
      {
        mfa_configuration: "OFF",
        auto_verified_attributes: ["phone_number"],
        sms_configuration: [{ sns_caller_arn: "arn:aws:iam::111122223333:role/a" }],
      },
      {
        mfa_configuration: "OFF",
        auto_verified_attributes: ["phone_number"],
        sms_configuration: [{ sns_caller_arn: "arn:aws:iam::111122223333:role/b" }],
      },
      [
        "refused two-applies: needs two applies: first autoVerifiedAttributes without phone_number; then the other edits, with phone_number in autoVerifiedAttributes again",
      ],
    ],
  ])("%s", (_, before, after, expected) => expect(said(POOL, before, after)).toEqual(expected));

  test("a pool that is created is none", () => {
    const change = changeOf(`${POOL}.users`, ["create"], { before: null, after: { ...SENDER, ...EMAIL_MFA } } as never);
    expect(judge(planOf([change]), [], "2030-01-01")).toEqual([]);
  });

  test("nothing is said of what is known only after the apply", () => {
    const after = { ...OPTIONAL, ...EMAIL_MFA, email_configuration: [{}] };
    const unknown = { email_configuration: [{ email_sending_account: true }] };
    expect(said(POOL, { ...OPTIONAL, ...DEFAULT_SENDER }, after, unknown)).toEqual([]);
  });
});

test("another login version of a custom domain needs a later provider", () => {
  const custom = (version: number) => ({ certificate_arn: "arn:aws:acm:x", managed_login_version: version });
  expect(said(DOMAIN, custom(1), custom(2))).toEqual([
    "noted provider-version: the apply fails with an AWS provider before 6.3.0",
  ]);
  expect(said(DOMAIN, { managed_login_version: 1 }, { managed_login_version: 2 })).toEqual([]);
  expect(said(DOMAIN, custom(1), { ...custom(2), certificate_arn: "arn:aws:acm:y" })).toEqual([]);
});
