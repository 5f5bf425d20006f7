resource "aws_kms_key" "codes" {
  description = "codes of the custom sender"
}

module "complete" {
  source = "./pool"

  name                     = "complete"
  alias_attributes         = ["email", "phone_number"]
  auto_verified_attributes = ["email"]
  mfa                      = "OPTIONAL"
  factors                  = { enabled = true }

  email = {
    email_sending_account  = "DEVELOPER"
    reply_to_email_address = "help@shop.example"
    source_arn             = "arn:aws:ses:us-east-1:123456789012:identity/hello@shop.example"
  }

  triggers = {
    create_auth_challenge          = "arn:aws:lambda:us-east-1:123456789012:function:create_challenge"
    define_auth_challenge          = "arn:aws:lambda:us-east-1:123456789012:function:define_challenge"
    verify_auth_challenge_response = "arn:aws:lambda:us-east-1:123456789012:function:verify_challenge"
    custom_message                 = "arn:aws:lambda:us-east-1:123456789012:function:message"
    pre_sign_up                    = "arn:aws:lambda:us-east-1:123456789012:function:sign_up"
    custom_email_sender            = "arn:aws:lambda:us-east-1:123456789012:function:email_sender"
    kms_key_id                     = aws_kms_key.codes.arn
  }

  password_policy = { minimum_length = 10, require_lowercase = false, temporary_password_validity_days = 120 }

  flags = [
    { name = "available", developer_only = false },
    { name = "registered", developer_only = true },
  ]
  strings = [
    { name = "email", mutable = false, required = true, min_length = 7, max_length = 15 },
    { name = "gender", mutable = false, required = true, min_length = 7, max_length = 15 },
  ]
  numbers = [{ name = "visits", min_value = 2, max_value = 6 }]

  domain = "shop-example"

  clients = [
    {
      name                          = "first"
      allowed_oauth_flows           = []
      oauth                         = false
      allowed_oauth_scopes          = []
      callback_urls                 = ["https://shop.example/callback"]
      default_redirect_uri          = "https://shop.example/callback"
      explicit_auth_flows           = []
      generate_secret               = true
      logout_urls                   = []
      read_attributes               = ["email"]
      supported_identity_providers  = []
      write_attributes              = []
      access_token_validity         = 1
      id_token_validity             = 1
      refresh_token_validity        = 60
      prevent_user_existence_errors = "ENABLED"
      units                         = { access = "hours", id = "hours", refresh = "days" }
    },
    {
      name                          = "third"
      allowed_oauth_flows           = ["code", "implicit"]
      oauth                         = true
      allowed_oauth_scopes          = ["email", "openid"]
      callback_urls                 = ["https://shop.example/callback"]
      default_redirect_uri          = "https://shop.example/callback"
      explicit_auth_flows           = ["CUSTOM_AUTH_FLOW_ONLY", "ADMIN_NO_SRP_AUTH"]
      generate_secret               = false
      logout_urls                   = ["https://shop.example/logout"]
      read_attributes               = ["email", "phone_number"]
      write_attributes              = ["email", "gender", "locale"]
      refresh_token_validity        = 30
      prevent_user_existence_errors = "ENABLED"
    },
  ]

  groups = [
    { name = "buyers", description = "Buyers" },
    { name = "sellers", description = "Sellers" },
  ]

  servers = [
    {
      identifier = "https://shop.example"
      name       = "shop"
      scopes = [
        { name = "sample-scope-1", description = "A sample scope" },
        { name = "sample-scope-2", description = "Another sample scope" },
      ]
    },
    {
      identifier = "https://weather.example"
      name       = "weather"
      scopes     = [{ name = "weather.read", description = "Read weather forecasts" }]
    },
  ]

  providers_of_identity = [
    {
      name = "Google"
      type = "Google"
      details = {
        authorize_scopes              = "email"
        client_id                     = "your client_id"
        client_secret                 = "your client_secret"
        attributes_url_add_attributes = "true"
        authorize_url                 = "https://accounts.google.com/o/oauth2/v2/auth"
        oidc_issuer                   = "https://accounts.google.com"
        token_request_method          = "POST"
        token_url                     = "https://www.googleapis.com/oauth2/v4/token"
      }
      mapping = { email = "email", username = "sub", gender = "gender" }
    },
  ]
}

module "codes_by_email" {
  source = "./pool"

  name                     = "codes-by-email"
  auto_verified_attributes = ["email"]
  mfa                      = "ON"
  email = {
    email_sending_account = "DEVELOPER"
    from_email_address    = "noreply@shop.example"
    source_arn            = "arn:aws:ses:us-east-1:123456789012:identity/shop.example"
  }
  email_mfa = {
    message = "Your verification code is {####}"
    subject = "Your verification code"
  }
  recovery = [
    { name = "verified_email", priority = 1 },
    { name = "verified_phone_number", priority = 2 },
  ]
}

module "rotating" {
  source = "./pool"

  name                     = "rotating"
  alias_attributes         = ["email"]
  auto_verified_attributes = ["email"]
  clients = [
    {
      name                   = "rotating"
      generate_secret        = true
      explicit_auth_flows    = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
      rotation               = 60
      access_token_validity  = 60
      id_token_validity      = 60
      refresh_token_validity = 30
      units                  = { access = "minutes", id = "minutes", refresh = "days" }
      callback_urls          = ["https://shop.example/callback"]
      logout_urls            = ["https://shop.example/logout"]
      read_attributes        = ["email", "name"]
      write_attributes       = ["email", "name"]
    },
  ]
}
