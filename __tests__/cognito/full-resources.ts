import type { Resource } from "../../lib/cognito/resources";

const lambda = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;

const MAIL = { subject: "Sign-in", html_body: "<p>Was it you?</p>", text_body: "Was it you?" };

/** One resource of each kind with a legal value for every argument, as Terraform's JSON has it. */
export const FULL: Readonly<Record<Resource, Readonly<Record<string, unknown>>>> = {
  userPool: {
    name: "customers",
    user_pool_tier: "PLUS",
    deletion_protection: "ACTIVE",
    lifecycle: { prevent_destroy: false },
    username_attributes: ["email"],
    alias_attributes: undefined,
    username_configuration: [{ case_sensitive: false }],
    auto_verified_attributes: ["email"],
    user_attribute_update_settings: [{ attributes_require_verification_before_update: ["email"] }],
    schema: [
      {
        name: "tenant",
        attribute_data_type: "String",
        mutable: true,
        string_attribute_constraints: [{ min_length: "0", max_length: "64" }],
      },
    ],
    password_policy: [
      {
        minimum_length: 12,
        require_lowercase: true,
        require_uppercase: true,
        require_numbers: true,
        require_symbols: true,
        temporary_password_validity_days: 3,
        password_history_size: 5,
      },
    ],
    mfa_configuration: "OPTIONAL",
    sms_authentication_message: "Your code is {####}",
    software_token_mfa_configuration: [{ enabled: true }],
    email_mfa_configuration: [{ message: "Your code is {####}", subject: "Your code" }],
    sms_configuration: [
      { external_id: "acme", sns_caller_arn: "arn:aws:iam::111122223333:role/sms", sns_region: "eu-west-1" },
    ],
    email_configuration: [
      {
        email_sending_account: "DEVELOPER",
        source_arn: "arn:aws:ses:eu-west-1:111122223333:identity/acme.example",
        from_email_address: "no-reply@acme.example",
        reply_to_email_address: "help@acme.example",
        configuration_set: "identity",
      },
    ],
    sign_in_policy: [{ allowed_first_auth_factors: ["PASSWORD", "WEB_AUTHN"] }],
    web_authn_configuration: [{ relying_party_id: "auth.acme.example", user_verification: "required" }],
    account_recovery_setting: [{ recovery_mechanism: [{ name: "verified_email", priority: 1 }] }],
    admin_create_user_config: [
      {
        allow_admin_create_user_only: true,
        invite_message_template: [
          { email_message: "{username} {####}", email_subject: "Welcome", sms_message: "{username} {####}" },
        ],
      },
    ],
    verification_message_template: [
      {
        default_email_option: "CONFIRM_WITH_LINK",
        email_message: "Your code is {####}",
        email_message_by_link: "Please {##confirm##}",
        email_subject: "Your code",
        email_subject_by_link: "Please confirm",
        sms_message: "Your code is {####}",
      },
    ],
    device_configuration: [{ challenge_required_on_new_device: true, device_only_remembered_on_user_prompt: true }],
    lambda_config: [
      {
        create_auth_challenge: lambda("create"),
        custom_message: lambda("message"),
        define_auth_challenge: lambda("define"),
        post_authentication: lambda("post-authentication"),
        post_confirmation: lambda("post-confirmation"),
        pre_authentication: lambda("pre-authentication"),
        pre_sign_up: lambda("pre-sign-up"),
        pre_token_generation: lambda("tokens"),
        pre_token_generation_config: [{ lambda_arn: lambda("tokens"), lambda_version: "V2_0" }],
        user_migration: lambda("migration"),
        verify_auth_challenge_response: lambda("verify"),
        custom_email_sender: [{ lambda_arn: lambda("email"), lambda_version: "V1_0" }],
        custom_sms_sender: [{ lambda_arn: lambda("sms"), lambda_version: "V1_0" }],
        kms_key_id: "arn:aws:kms:eu-west-1:111122223333:key/11112222-3333-4444-5555-666677778888",
      },
    ],
    user_pool_add_ons: [
      {
        advanced_security_mode: "ENFORCED",
        advanced_security_additional_flows: [{ custom_auth_mode: "AUDIT" }],
      },
    ],
    tags: { team: "identity" },
  },
  client: {
    name: "web",
    user_pool_id: "eu-west-1_AbCdEfGhI",
    generate_secret: true,
    access_token_validity: 1,
    id_token_validity: 1,
    refresh_token_validity: 30,
    token_validity_units: [{ access_token: "hours", id_token: "hours", refresh_token: "days" }],
    auth_session_validity: 5,
    refresh_token_rotation: [{ feature: "ENABLED", retry_grace_period_seconds: 10 }],
    enable_token_revocation: true,
    prevent_user_existence_errors: "ENABLED",
    explicit_auth_flows: ["ALLOW_USER_SRP_AUTH"],
    allowed_oauth_flows_user_pool_client: true,
    allowed_oauth_flows: ["code"],
    allowed_oauth_scopes: ["openid"],
    callback_urls: ["https://acme.example/callback"],
    logout_urls: ["https://acme.example/logout"],
    default_redirect_uri: "https://acme.example/callback",
    supported_identity_providers: ["COGNITO"],
    read_attributes: ["email"],
    write_attributes: ["email"],
    enable_propagate_additional_user_context_data: true,
    analytics_configuration: [
      {
        application_id: "11112222333344445555666677778888",
        external_id: "acme",
        role_arn: "arn:aws:iam::111122223333:role/analytics",
        user_data_shared: true,
      },
    ],
    lifecycle: { prevent_destroy: false },
  },
  domain: {
    domain: "auth.acme.example",
    user_pool_id: "eu-west-1_AbCdEfGhI",
    certificate_arn: "arn:aws:acm:us-east-1:111122223333:certificate/11112222-3333-4444-5555-666677778888",
    managed_login_version: 2,
  },
  resourceServer: {
    identifier: "https://api.acme.example",
    name: "API",
    user_pool_id: "eu-west-1_AbCdEfGhI",
    scope: [{ scope_name: "read", scope_description: "Read" }],
  },
  identityProvider: {
    provider_name: "Okta",
    provider_type: "OIDC",
    user_pool_id: "eu-west-1_AbCdEfGhI",
    provider_details: {
      client_id: "id",
      client_secret: "secret",
      authorize_scopes: "openid",
      oidc_issuer: "https://okta.example",
      attributes_request_method: "GET",
    },
    attribute_mapping: { email: "email" },
    idp_identifiers: ["okta.example"],
  },
  group: {
    name: "admins",
    user_pool_id: "eu-west-1_AbCdEfGhI",
    description: "Administrators",
    precedence: 1,
    role_arn: "arn:aws:iam::111122223333:role/admins",
  },
  threatProtection: {
    user_pool_id: "eu-west-1_AbCdEfGhI",
    compromised_credentials_risk_configuration: [
      { actions: [{ event_action: "BLOCK" }], event_filter: ["SIGN_IN", "SIGN_UP"] },
    ],
    account_takeover_risk_configuration: [
      {
        actions: [
          {
            low_action: [{ event_action: "NO_ACTION", notify: true }],
            medium_action: [{ event_action: "MFA_IF_CONFIGURED", notify: true }],
            high_action: [{ event_action: "BLOCK", notify: true }],
          },
        ],
        notify_configuration: [
          {
            source_arn: "arn:aws:ses:eu-west-1:111122223333:identity/acme.example",
            from: "no-reply@acme.example",
            reply_to: "help@acme.example",
            block_email: [MAIL],
            mfa_email: [MAIL],
            no_action_email: [MAIL],
          },
        ],
      },
    ],
    risk_exception_configuration: [
      { blocked_ip_range_list: ["192.0.2.0/24"], skipped_ip_range_list: ["198.51.100.0/24"] },
    ],
  },
  uiCustomization: {
    user_pool_id: "eu-west-1_AbCdEfGhI",
    client_id: "1h57kf5cpq17m0eml12example",
    css: ".banner-customizable { background-color: #123456; }",
    image_file: "iVBORw0KGgo=",
  },
  branding: {
    user_pool_id: "eu-west-1_AbCdEfGhI",
    client_id: "1h57kf5cpq17m0eml12example",
    settings: "{}",
    asset: [{ category: "FORM_LOGO", color_mode: "DYNAMIC", extension: "PNG", bytes: "iVBORw0KGgo=" }],
  },
  logDelivery: {
    user_pool_id: "eu-west-1_AbCdEfGhI",
    log_configurations: [
      {
        event_source: "userNotification",
        log_level: "ERROR",
        cloud_watch_logs_configuration: [
          { log_group_arn: "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/users" },
        ],
      },
      {
        event_source: "userAuthEvents",
        log_level: "INFO",
        s3_configuration: [{ bucket_arn: "arn:aws:s3:::acme-user-activity" }],
      },
    ],
  },
  webAcl: {
    resource_arn: "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEfGhI",
    web_acl_arn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/11112222-3333-4444-5555-666677778888",
  },
};
