variable "name" { type = string }
variable "ignore_schema" {
  type    = bool
  default = true
}
variable "alias_attributes" {
  type    = list(string)
  default = null
}
variable "auto_verified_attributes" {
  type    = list(string)
  default = null
}
variable "mfa" {
  type    = string
  default = "OFF"
}
variable "factors" {
  type    = any
  default = {}
}
variable "triggers" {
  type    = any
  default = {}
}
variable "password_policy" {
  type    = any
  default = null
}
variable "strings" {
  type    = any
  default = []
}
variable "flags" {
  type    = any
  default = []
}
variable "numbers" {
  type    = any
  default = []
}
variable "email" {
  type    = any
  default = {}
}
variable "email_mfa" {
  type    = any
  default = null
}
variable "recovery" {
  type    = any
  default = []
}
variable "domain" {
  type    = string
  default = null
}
variable "clients" {
  type    = any
  default = []
}
variable "groups" {
  type    = any
  default = []
}
variable "servers" {
  type    = any
  default = []
}
variable "providers_of_identity" {
  type    = any
  default = []
}

resource "aws_cognito_user_pool" "unchecked" {
  count = var.ignore_schema ? 1 : 0

  name                     = var.name
  alias_attributes         = var.alias_attributes
  auto_verified_attributes = var.auto_verified_attributes
  deletion_protection      = "ACTIVE"
  mfa_configuration        = var.mfa
  user_pool_tier           = "ESSENTIALS"

  sms_authentication_message = "Your username is {username} and temporary password is {####}."

  dynamic "software_token_mfa_configuration" {
    for_each = length(keys(var.factors)) == 0 ? [] : [var.factors]
    content {
      enabled = lookup(software_token_mfa_configuration.value, "enabled", false)
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = true
    invite_message_template {
      email_message = "{username}, your verification code is `{####}`"
      email_subject = "Your verification code"
      sms_message   = "Your username is {username} and temporary password is `{####}`"
    }
  }

  dynamic "email_configuration" {
    for_each = [var.email]
    content {
      email_sending_account  = lookup(email_configuration.value, "email_sending_account", "COGNITO_DEFAULT")
      from_email_address     = lookup(email_configuration.value, "from_email_address", null)
      reply_to_email_address = lookup(email_configuration.value, "reply_to_email_address", "")
      source_arn             = lookup(email_configuration.value, "source_arn", "")
    }
  }

  dynamic "email_mfa_configuration" {
    for_each = var.email_mfa == null ? [] : [var.email_mfa]
    content {
      message = email_mfa_configuration.value.message
      subject = email_mfa_configuration.value.subject
    }
  }

  dynamic "account_recovery_setting" {
    for_each = length(var.recovery) == 0 ? [] : [1]
    content {
      dynamic "recovery_mechanism" {
        for_each = var.recovery
        content {
          name     = recovery_mechanism.value.name
          priority = recovery_mechanism.value.priority
        }
      }
    }
  }

  dynamic "lambda_config" {
    for_each = length(keys(var.triggers)) == 0 ? [] : [var.triggers]
    content {
      create_auth_challenge          = lookup(lambda_config.value, "create_auth_challenge", null)
      custom_message                 = lookup(lambda_config.value, "custom_message", null)
      define_auth_challenge          = lookup(lambda_config.value, "define_auth_challenge", null)
      pre_sign_up                    = lookup(lambda_config.value, "pre_sign_up", null)
      verify_auth_challenge_response = lookup(lambda_config.value, "verify_auth_challenge_response", null)
      kms_key_id                     = lookup(lambda_config.value, "kms_key_id", null)

      dynamic "custom_email_sender" {
        for_each = lookup(lambda_config.value, "custom_email_sender", null) == null ? [] : [1]
        content {
          lambda_arn     = lambda_config.value.custom_email_sender
          lambda_version = "V1_0"
        }
      }
    }
  }

  dynamic "password_policy" {
    for_each = var.password_policy == null ? [] : [var.password_policy]
    content {
      minimum_length                   = lookup(password_policy.value, "minimum_length", 8)
      require_lowercase                = lookup(password_policy.value, "require_lowercase", true)
      require_numbers                  = lookup(password_policy.value, "require_numbers", true)
      require_symbols                  = lookup(password_policy.value, "require_symbols", true)
      require_uppercase                = lookup(password_policy.value, "require_uppercase", true)
      temporary_password_validity_days = lookup(password_policy.value, "temporary_password_validity_days", 7)
    }
  }

  dynamic "schema" {
    for_each = var.flags
    content {
      name                     = schema.value.name
      attribute_data_type      = "Boolean"
      developer_only_attribute = schema.value.developer_only
      mutable                  = true
      required                 = false
    }
  }

  dynamic "schema" {
    for_each = var.strings
    content {
      name                = schema.value.name
      attribute_data_type = "String"
      mutable             = schema.value.mutable
      required            = schema.value.required
      string_attribute_constraints {
        min_length = schema.value.min_length
        max_length = schema.value.max_length
      }
    }
  }

  dynamic "schema" {
    for_each = var.numbers
    content {
      name                     = schema.value.name
      attribute_data_type      = "Number"
      developer_only_attribute = true
      mutable                  = true
      required                 = false
      number_attribute_constraints {
        min_value = schema.value.min_value
        max_value = schema.value.max_value
      }
    }
  }

  verification_message_template {
    default_email_option = "CONFIRM_WITH_CODE"
  }

  lifecycle {
    ignore_changes = [schema]
  }
}

resource "aws_cognito_user_pool" "checked" {
  count = var.ignore_schema ? 0 : 1
  name  = var.name
}

locals {
  pool_id      = var.ignore_schema ? aws_cognito_user_pool.unchecked[0].id : aws_cognito_user_pool.checked[0].id
  clients      = { for index, each in var.clients : "${each.name}_${index}" => each }
  group_names  = { for each in var.groups : each.name => each }
  server_names = [for each in var.servers : each]
}

resource "aws_cognito_user_pool_domain" "this" {
  count        = var.domain == null ? 0 : 1
  domain       = var.domain
  user_pool_id = local.pool_id
}

resource "aws_cognito_user_group" "this" {
  for_each     = local.group_names
  name         = each.key
  description  = each.value.description
  precedence   = try(each.value.precedence, null)
  role_arn     = try(each.value.role_arn, null)
  user_pool_id = local.pool_id
}

resource "aws_cognito_resource_server" "this" {
  count        = length(var.servers)
  identifier   = local.server_names[count.index].identifier
  name         = local.server_names[count.index].name
  user_pool_id = local.pool_id

  dynamic "scope" {
    for_each = local.server_names[count.index].scopes
    content {
      scope_name        = scope.value.name
      scope_description = scope.value.description
    }
  }
}

resource "aws_cognito_identity_provider" "this" {
  count             = length(var.providers_of_identity)
  user_pool_id      = local.pool_id
  provider_name     = var.providers_of_identity[count.index].name
  provider_type     = var.providers_of_identity[count.index].type
  provider_details  = var.providers_of_identity[count.index].details
  attribute_mapping = var.providers_of_identity[count.index].mapping
  idp_identifiers   = try(var.providers_of_identity[count.index].identifiers, [])
}

resource "aws_cognito_user_pool_client" "this" {
  for_each = local.clients

  name                                 = each.value.name
  user_pool_id                         = local.pool_id
  allowed_oauth_flows                  = try(each.value.allowed_oauth_flows, null)
  allowed_oauth_flows_user_pool_client = try(each.value.oauth, null)
  allowed_oauth_scopes                 = try(each.value.allowed_oauth_scopes, null)
  callback_urls                        = try(each.value.callback_urls, null)
  default_redirect_uri                 = try(each.value.default_redirect_uri, null)
  explicit_auth_flows                  = try(each.value.explicit_auth_flows, null)
  generate_secret                      = try(each.value.generate_secret, null)
  logout_urls                          = try(each.value.logout_urls, null)
  read_attributes                      = try(each.value.read_attributes, null)
  write_attributes                     = try(each.value.write_attributes, null)
  access_token_validity                = try(each.value.access_token_validity, null)
  id_token_validity                    = try(each.value.id_token_validity, null)
  refresh_token_validity               = try(each.value.refresh_token_validity, null)
  supported_identity_providers         = try(each.value.supported_identity_providers, null)
  prevent_user_existence_errors        = try(each.value.prevent_user_existence_errors, null)

  dynamic "token_validity_units" {
    for_each = try([each.value.units], [])
    content {
      access_token  = token_validity_units.value.access
      id_token      = token_validity_units.value.id
      refresh_token = token_validity_units.value.refresh
    }
  }

  dynamic "refresh_token_rotation" {
    for_each = try([each.value.rotation], [])
    content {
      feature                    = "ENABLED"
      retry_grace_period_seconds = refresh_token_rotation.value
    }
  }
}
