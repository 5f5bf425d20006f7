# partners-prod: synthesized from userpools.yaml by cdktf-cognito VERSION
# Change that file, not this one, and run: cdktf-cognito synth --hcl --config userpools.yaml --env prod

terraform {
  required_version = ">= 1.5.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.5.0, < 7.0.0"
    }
  }

  backend "local" {
    path = "../../../terraform.partners-prod.tfstate"
  }
}

provider "aws" {
  allowed_account_ids = ["111122223333"]
  region              = "eu-west-1"
}

variable "activity_stream" {
  description = "For pools.partners.logDelivery.userAuthEvents.firehose"
  type        = string
  nullable    = false

  validation {
    condition = (
      can(
        regex("^arn:aws[a-z-]*:firehose:[0-9a-z-]+:[0-9]{12}:deliverystream/[0-9A-Za-z_.-]{1,64}$", var.activity_stream)
      ) &&
      contains(["aws"], try(split(":", var.activity_stream)[1], "")) &&
      contains(["111122223333"], try(split(":", var.activity_stream)[4], ""))
    )
    error_message = "LOG-04 log-destination: user pool partners: must be the ARN of an Amazon Data Firehose stream, in partition aws, of the pool's account. Write the ARN of the destination itself (cdktf-cognito explain LOG-04)"
  }
}

resource "aws_cognito_user_pool" "partners" {
  name                     = "acme-partners-prod"
  user_pool_tier           = "PLUS"
  deletion_protection      = "ACTIVE"
  auto_verified_attributes = []
  mfa_configuration        = "OFF"

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = false
  }

  email_configuration {
    email_sending_account = "COGNITO_DEFAULT"
  }

  password_policy {
    minimum_length                   = 8
    password_history_size            = 0
    require_lowercase                = true
    require_numbers                  = true
    require_symbols                  = true
    require_uppercase                = true
    temporary_password_validity_days = 7
  }

  sign_in_policy {
    allowed_first_auth_factors = ["PASSWORD"]
  }

  user_pool_add_ons {
    advanced_security_mode = "AUDIT"
  }

  username_configuration {
    case_sensitive = false
  }

  verification_message_template {
    default_email_option = "CONFIRM_WITH_CODE"
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_cognito_log_delivery_configuration" "partners" {
  user_pool_id = aws_cognito_user_pool.partners.id

  log_configurations {
    event_source = "userAuthEvents"
    log_level    = "INFO"

    firehose_configuration {
      stream_arn = var.activity_stream
    }
  }
}

resource "aws_cognito_user_pool_client" "web" {
  name                                          = "web"
  user_pool_id                                  = aws_cognito_user_pool.partners.id
  generate_secret                               = true
  access_token_validity                         = 1
  allowed_oauth_flows                           = []
  allowed_oauth_flows_user_pool_client          = false
  allowed_oauth_scopes                          = []
  auth_session_validity                         = 3
  callback_urls                                 = []
  enable_propagate_additional_user_context_data = false
  enable_token_revocation                       = true
  explicit_auth_flows                           = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"]
  id_token_validity                             = 1
  logout_urls                                   = []
  prevent_user_existence_errors                 = "ENABLED"
  read_attributes = [
    "address",
    "birthdate",
    "email",
    "email_verified",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
    "phone_number",
    "phone_number_verified",
    "picture",
    "preferred_username",
    "profile",
    "updated_at",
    "website",
    "zoneinfo",
  ]
  refresh_token_validity       = 30
  supported_identity_providers = ["COGNITO"]
  write_attributes = [
    "address",
    "birthdate",
    "email",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
    "phone_number",
    "picture",
    "preferred_username",
    "profile",
    "updated_at",
    "website",
    "zoneinfo",
  ]

  refresh_token_rotation {
    feature                    = "DISABLED"
    retry_grace_period_seconds = 0
  }

  token_validity_units {
    access_token  = "hours"
    id_token      = "hours"
    refresh_token = "days"
  }

  lifecycle {
    prevent_destroy = true
  }
}

output "client_ids" {
  description = "Id of each app client, by its key in the config"
  value = {
    web = aws_cognito_user_pool_client.web.id
  }
}

output "issuer" {
  description = "Issuer of the pool's tokens, their iss claim"
  value       = "https://${aws_cognito_user_pool.partners.endpoint}"
}

output "jwks_uri" {
  description = "Public keys that verify the pool's tokens"
  value       = "https://${aws_cognito_user_pool.partners.endpoint}/.well-known/jwks.json"
}

output "user_pool_arn" {
  description = "ARN of the user pool"
  value       = aws_cognito_user_pool.partners.arn
}

output "user_pool_id" {
  description = "Id of the user pool"
  value       = aws_cognito_user_pool.partners.id
}
