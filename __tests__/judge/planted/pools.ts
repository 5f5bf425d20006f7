import { ELSEWHERE, id, lambda, of, ofClient, ofPool, PLUS, type Planted, POOL, resource, TOTP } from "./terraform";

/** Mistakes in passwords, tiers, triggers and quotas of a pool. */
export const POOLS: readonly Planted[] = [
  ofPool("POOL-01", { name: '"users/1"' }, { name: '"users 1"' }),
  ofClient("POOL-03", { user_pool_id: '"users"' }, ELSEWHERE, ""),
  ofPool("POOL-10", { tags: '{ "aws:owner" = "x" }' }, { tags: '{ "owner" = "x" }' }),
  ofPool("POOL-11", { deletion_protection: '"INACTIVE"' }, { deletion_protection: '"ACTIVE"' }),
  ofPool(
    "POOL-13",
    { device_configuration: "{\nchallenge_required_on_new_device = true\n}" },
    { device_configuration: "{\nchallenge_required_on_new_device = true\n}", mfa_configuration: '"ON"', ...TOTP },
  ),
  ofClient("POOL-15", { user_pool_id: '"us-east-1_Ab3dEf6h1"' }, ELSEWHERE, ""),
  ofPool(
    "POOL-16",
    { username_attributes: '["email"]' },
    { username_attributes: '["email"]', auto_verified_attributes: '["email"]' },
  ),
  ofPool(
    "POOL-17",
    {
      auto_verified_attributes: '["email"]',
      verification_message_template: '{\ndefault_email_option = "CONFIRM_WITH_LINK"\n}',
    },
    {
      auto_verified_attributes: '["email"]',
      verification_message_template: '{\ndefault_email_option = "CONFIRM_WITH_CODE"\n}',
    },
  ),
  ofPool(
    "LAM-08",
    {
      lambda_config: '{\nkms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1a2b3c4d-0000-4000-8000-000000000000"\n}',
    },
    {},
  ),
  ofPool("MFA-13", { sms_authentication_message: '"{####}"' }, {}),
  ofPool(
    "POOL-19",
    {
      verification_message_template:
        '{\ndefault_email_option = "CONFIRM_WITH_CODE"\nemail_subject_by_link = "Confirm"\n}',
    },
    {},
  ),
  ofPool("POOL-18", { password_policy: "{\nminimum_length = 8\ntemporary_password_validity_days = 0\n}" }, {}),
  ofPool(
    "TIER-03",
    { user_pool_tier: '"LITE"', password_policy: "{\nminimum_length = 8\npassword_history_size = 3\n}" },
    { password_policy: "{\nminimum_length = 8\npassword_history_size = 3\n}" },
  ),
  ofPool("TIER-04", { user_pool_add_ons: '{\nadvanced_security_mode = "ENFORCED"\n}' }, PLUS),
  ofPool("TIER-06", { user_pool_tier: '"PLUS"' }, PLUS),
  ofPool(
    "LAM-02",
    {
      lambda_config: `{\npre_token_generation = ${lambda("other")}\npre_token_generation_config {\nlambda_arn = ${lambda("t")}\nlambda_version = "V1_0"\n}\n}`,
    },
    {
      lambda_config: `{\npre_token_generation = ${lambda("t")}\npre_token_generation_config {\nlambda_arn = ${lambda("t")}\nlambda_version = "V1_0"\n}\n}`,
    },
  ),
  ofPool(
    "LAM-03",
    {
      user_pool_tier: '"LITE"',
      lambda_config: `{\npre_token_generation_config {\nlambda_arn = ${lambda("t")}\nlambda_version = "V2_0"\n}\n}`,
    },
    {
      user_pool_tier: '"LITE"',
      lambda_config: `{\npre_token_generation_config {\nlambda_arn = ${lambda("t")}\nlambda_version = "V1_0"\n}\n}`,
    },
  ),
  ofPool(
    "LAM-04",
    { lambda_config: `{\npre_sign_up = ${lambda("check", "us-east-1")}\n}` },
    { lambda_config: `{\npre_sign_up = ${lambda("check")}\n}` },
  ),
  ofPool(
    "LAM-05",
    {
      lambda_config: `{\nkms_key_id = "arn:aws:kms:us-east-1:123456789012:key/1a2b3c4d-0000-4000-8000-000000000000"\ncustom_email_sender {\nlambda_arn = ${lambda("mail")}\nlambda_version = "V1_0"\n}\n}`,
    },
    {},
  ),
  ofPool("LAM-06", { lambda_config: `{\nuser_migration = ${lambda("move")}\n}` }, {}),
  ofPool("LAM-09", { lambda_config: `{\ndefine_auth_challenge = ${lambda("define")}\n}` }, {}),
  ofPool(
    "SIG-04",
    {
      web_authn_configuration: '{\nrelying_party_id = "example.com"\n}',
      sign_in_policy: '{\nallowed_first_auth_factors = ["PASSWORD"]\n}',
    },
    {
      web_authn_configuration: '{\nrelying_party_id = "example.com"\n}',
      sign_in_policy: '{\nallowed_first_auth_factors = ["PASSWORD", "WEB_AUTHN"]\n}',
    },
  ),
  of(
    "QUO-04",
    POOL,
    resource("aws_cognito_resource_server", "many", {
      count: "26",
      identifier: `"api-\${count.index}"`,
      name: '"API"',
      ...id,
    }),
    resource("aws_cognito_resource_server", "many", {
      count: "25",
      identifier: `"api-\${count.index}"`,
      name: '"API"',
      ...id,
    }),
  ),
];
