import { factors, ofPool, type Planted, ROLE, ses, TOTP } from "./terraform";

const emailMfa = (message: string) => ({
  email_mfa_configuration: `{\nsubject = "Code"\nmessage = "${message}"\n}`,
});

const OWN_SES = { email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses()}\n}` };

const SMS = { sms_configuration: `{\nexternal_id = "users"\nsns_caller_arn = ${ROLE}\n}` };

const recovery = (...names: string[]) =>
  `{\n${names.map((name, index) => `recovery_mechanism {\nname = "${name}"\npriority = ${index + 1}\n}`).join("\n")}\n}`;

/** Mistakes in second factors, recovery, first factors and e-mails. */
export const FACTORS: readonly Planted[] = [
  ofPool(
    "MFA-01",
    { mfa_configuration: '"ON"' },
    { mfa_configuration: '"ON"', software_token_mfa_configuration: "{\nenabled = true\n}" },
  ),
  ofPool("MFA-02", TOTP, { ...TOTP, mfa_configuration: '"OPTIONAL"' }),
  ofPool(
    "MFA-04",
    { mfa_configuration: '"ON"', ...TOTP, ...emailMfa("{####}") },
    { mfa_configuration: '"ON"', ...TOTP, ...emailMfa("{####}"), ...OWN_SES },
  ),
  ofPool(
    "MFA-06",
    { auto_verified_attributes: '["phone_number"]' },
    { auto_verified_attributes: '["phone_number"]', ...SMS },
  ),
  ofPool(
    "MFA-08",
    { mfa_configuration: '"ON"', ...SMS, account_recovery_setting: recovery("verified_phone_number") },
    { mfa_configuration: '"ON"', ...SMS, account_recovery_setting: recovery("verified_email") },
  ),
  ofPool(
    "MFA-09",
    { web_authn_configuration: '{\nrelying_party_id = "https://example.com"\n}' },
    { web_authn_configuration: '{\nrelying_party_id = "example.com"\n}' },
  ),
  ofPool(
    "MFA-10",
    { sms_configuration: `{\nexternal_id = "users"\nsns_caller_arn = ${ROLE}\nsns_region = "us-east-1"\n}` },
    { sms_configuration: `{\nexternal_id = "users"\nsns_caller_arn = ${ROLE}\nsns_region = "eu-west-1"\n}` },
  ),
  ofPool(
    "MFA-11",
    {
      mfa_configuration: '"ON"',
      ...OWN_SES,
      ...emailMfa("{####}"),
      account_recovery_setting: recovery("verified_email"),
    },
    { mfa_configuration: '"ON"', ...OWN_SES, ...TOTP, account_recovery_setting: recovery("verified_email") },
  ),
  ofPool(
    "MFA-12",
    { username_attributes: '["email"]', auto_verified_attributes: '["email"]', mfa_configuration: '"ON"', ...SMS },
    {
      username_attributes: '["phone_number"]',
      auto_verified_attributes: '["phone_number"]',
      mfa_configuration: '"ON"',
      ...SMS,
    },
  ),
  ofPool("REC-01", { account_recovery_setting: "{\n}" }, { account_recovery_setting: recovery("verified_email") }),
  ofPool(
    "REC-02",
    { account_recovery_setting: recovery("admin_only", "verified_email") },
    { account_recovery_setting: recovery("admin_only") },
  ),
  ofPool(
    "REC-03",
    { account_recovery_setting: recovery("verified_email", "verified_email") },
    { account_recovery_setting: recovery("verified_email", "verified_phone_number"), ...SMS },
  ),
  ofPool(
    "REC-04",
    { account_recovery_setting: recovery("verified_phone_number") },
    { account_recovery_setting: recovery("verified_email") },
  ),
  ofPool(
    "SIG-01",
    { sign_in_policy: '{\nallowed_first_auth_factors = ["EMAIL_OTP"]\n}' },
    { sign_in_policy: '{\nallowed_first_auth_factors = ["PASSWORD"]\n}' },
  ),
  ofPool(
    "SIG-02",
    { user_pool_tier: '"LITE"', ...factors("PASSWORD", "EMAIL_OTP"), ...OWN_SES },
    { ...factors("PASSWORD", "EMAIL_OTP"), ...OWN_SES },
  ),
  ofPool(
    "SIG-03",
    { mfa_configuration: '"ON"', ...TOTP, ...factors("PASSWORD", "EMAIL_OTP"), ...OWN_SES },
    { mfa_configuration: '"OPTIONAL"', ...TOTP, ...factors("PASSWORD", "EMAIL_OTP"), ...OWN_SES },
  ),
  ofPool(
    "EML-01",
    { email_configuration: '{\nemail_sending_account = "DEVELOPER"\n}' },
    { email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses()}\n}` },
  ),
  ofPool("EML-02", { email_configuration: `{\nsource_arn = ${ses()}\n}` }, OWN_SES),
  ofPool(
    "EML-03",
    { email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses("sa-east-1")}\n}` },
    { email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses("us-east-1")}\n}` },
  ),
  ofPool(
    "EML-04",
    {
      email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses()}\nfrom_email_address = "example.com"\n}`,
    },
    {
      email_configuration: `{\nemail_sending_account = "DEVELOPER"\nsource_arn = ${ses()}\nfrom_email_address = "no-reply@example.com"\n}`,
    },
  ),
  ofPool("EML-05", { email_configuration: '{\nconfiguration_set = "set"\n}' }, OWN_SES),
  ofPool("EML-06", factors("PASSWORD", "EMAIL_OTP"), { ...factors("PASSWORD", "EMAIL_OTP"), ...OWN_SES }),
];
