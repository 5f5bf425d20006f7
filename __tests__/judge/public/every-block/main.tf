resource "aws_cognito_user_pool" "app" {
  name             = "app"
  alias_attributes = ["email", "phone_number", "preferred_username"]

  auto_verified_attributes = ["email"]
  mfa_configuration        = "ON"

  username_configuration {
    case_sensitive = false
  }

  software_token_mfa_configuration {
    enabled = true
  }

  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }

  account_recovery_setting {
    dynamic "recovery_mechanism" {
      for_each = { verified_email = 1, verified_phone_number = 2 }
      content {
        name     = recovery_mechanism.key
        priority = recovery_mechanism.value
      }
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = false

    invite_message_template {
      email_subject = "You have been invited"
      email_message = "Hi {username}, your temporary password is '{####}'."
      sms_message   = "Hi {username}, your temporary password is '{####}'."
    }
  }

  verification_message_template {
    default_email_option  = "CONFIRM_WITH_LINK"
    email_subject_by_link = "Your Verification Link"
    email_message_by_link = "Please click the link below to verify your email address. {##Verify Email##}."
    sms_message           = "Your verification code is {####}."
  }

  device_configuration {
    challenge_required_on_new_device      = true
    device_only_remembered_on_user_prompt = true
  }

  password_policy {
    minimum_length                   = 40
    require_lowercase                = true
    require_numbers                  = true
    require_uppercase                = true
    require_symbols                  = true
    temporary_password_validity_days = 3
  }

  schema {
    name                = "gender"
    attribute_data_type = "String"
    required            = true
    mutable             = true
    string_attribute_constraints {
      min_length = 1
      max_length = 2048
    }
  }

  schema {
    name                     = "alternative_name"
    attribute_data_type      = "String"
    developer_only_attribute = false
    mutable                  = true
    string_attribute_constraints {
      min_length = 0
      max_length = 2048
    }
  }

  schema {
    name                = "friends_count"
    attribute_data_type = "Number"
    mutable             = true
    number_attribute_constraints {
      min_value = 0
      max_value = 100
    }
  }

  schema {
    name                = "is_active"
    attribute_data_type = "Boolean"
    mutable             = true
  }

  schema {
    name                = "last_seen"
    attribute_data_type = "DateTime"
    mutable             = true
  }
}

resource "aws_cognito_user_pool_domain" "app" {
  domain       = "app-dev-pages"
  user_pool_id = aws_cognito_user_pool.app.id
}

resource "aws_cognito_resource_server" "api" {
  identifier   = "https://api.app.example.net"
  name         = "API"
  user_pool_id = aws_cognito_user_pool.app.id

  scope {
    scope_name        = "users:read"
    scope_description = "Read user data"
  }
  scope {
    scope_name        = "users:write"
    scope_description = "Write user data"
  }
}

resource "aws_cognito_user_pool_client" "android" {
  name                                 = "android-mobile-client"
  user_pool_id                         = aws_cognito_user_pool.app.id
  read_attributes                      = ["email", "email_verified", "preferred_username"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["email", "openid"]
  allowed_oauth_flows                  = ["implicit"]
  callback_urls                        = ["https://app.example.net/callback", "https://app.example.net/another"]
  default_redirect_uri                 = "https://app.example.net/callback"
  generate_secret                      = true
}
