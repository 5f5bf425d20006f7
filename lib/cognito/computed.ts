/** What the AWS provider reads of a resource and nobody writes: a difference in it follows from another one, or from time. */
export const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  aws_cognito_user_pool: [
    "arn",
    "creation_date",
    "custom_domain",
    "domain",
    "endpoint",
    "estimated_number_of_users",
    "id",
    "last_modified_date",
    // the same texts as in verification_message_template
    "email_verification_message",
    "email_verification_subject",
    "sms_verification_message",
    // tags with those of the provider's configuration
    "tags_all",
  ],
  aws_cognito_user_pool_client: ["id", "user_pool_id"],
  aws_cognito_user_pool_domain: [
    "aws_account_id",
    "cloudfront_distribution",
    "cloudfront_distribution_arn",
    "cloudfront_distribution_zone_id",
    "id",
    "s3_bucket",
    "user_pool_id",
    "version",
  ],
  aws_cognito_resource_server: ["id", "scope_identifiers", "user_pool_id"],
  aws_cognito_identity_provider: ["id", "user_pool_id"],
  aws_cognito_user_group: ["id", "user_pool_id"],
  aws_cognito_risk_configuration: ["client_id", "id", "user_pool_id"],
  aws_wafv2_web_acl_association: ["id", "resource_arn"],
};
