# staff-staging: synthesized from userpools.yaml by cdktf-cognito 0.1.0, rule set 1.0.
# Change that file, not this one, and run: cdktf-cognito synth --hcl --config userpools.yaml --env staging

terraform {
  required_version = ">= 1.10.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }

  backend "s3" {
    bucket       = "acme-terraform-staging"
    encrypt      = true
    key          = "identity/staff-staging.tfstate"
    region       = "eu-west-1"
    use_lockfile = true
  }
}

provider "aws" {
  allowed_account_ids = ["444455556666"]
  region              = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

variable "staff_domain" {
  description = "For pools.staff.domain.prefix"
  type        = string
  default     = "acme-staff"
  nullable    = false
}

resource "aws_cognito_user_pool" "staff" {
  name                     = "acme-staff-staging"
  user_pool_tier           = "ESSENTIALS"
  deletion_protection      = "ACTIVE"
  auto_verified_attributes = ["email"]
  mfa_configuration        = "ON"
  username_attributes      = ["email"]

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = true
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

  schema {
    name                     = "email"
    attribute_data_type      = "String"
    developer_only_attribute = false
    mutable                  = true
    required                 = true

    string_attribute_constraints {
      max_length = "2048"
      min_length = "0"
    }
  }

  sign_in_policy {
    allowed_first_auth_factors = ["PASSWORD"]
  }

  software_token_mfa_configuration {
    enabled = true
  }

  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email"]
  }

  user_pool_add_ons {
    advanced_security_mode = "OFF"
  }

  username_configuration {
    case_sensitive = false
  }

  verification_message_template {
    default_email_option = "CONFIRM_WITH_CODE"
  }

  lifecycle {
    prevent_destroy = true

    postcondition {
      condition     = length(self.schema) <= 50
      error_message = "SCH-01 user pool staff: the pool declares ${length(self.schema)} attributes; Cognito allows 50"
    }

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}$", attribute.name)) || length(replace(base64encode(attribute.name), "=", "")) > 27]) == 0
      error_message = "SCH-02 user pool staff: an attribute's name must have 1 to 20 characters, at most 20 bytes, and no spaces: ${join(", ", [for attribute in self.schema : attribute.name if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}$", attribute.name)) || length(replace(base64encode(attribute.name), "=", "")) > 27])}"
    }

    postcondition {
      condition     = alltrue([for attribute in self.schema : !startswith(attribute.name, "custom:")])
      error_message = "SCH-03 user pool staff: AWS adds custom: to the name; write it without the prefix: ${join(", ", [for attribute in self.schema : attribute.name if startswith(attribute.name, "custom:")])}"
    }

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if attribute.required && !contains(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], attribute.name)]) == 0
      error_message = "SCH-05 user pool staff: custom attributes cannot be required; remove required of ${join(", ", [for attribute in self.schema : attribute.name if attribute.required && !contains(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], attribute.name)])}"
    }

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if contains(["email_verified", "identities", "phone_number_verified", "sub"], attribute.name) || attribute.attribute_data_type != "String" && contains(["address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname", "phone_number", "picture", "preferred_username", "profile", "website", "zoneinfo"], attribute.name) || attribute.attribute_data_type != "Number" && contains(["updated_at"], attribute.name)]) == 0
      error_message = "SCH-06 user pool staff: standard attributes cannot have another type, and sub, identities and the *_verified ones cannot be declared: ${join(", ", [for attribute in self.schema : attribute.name if contains(["email_verified", "identities", "phone_number_verified", "sub"], attribute.name) || attribute.attribute_data_type != "String" && contains(["address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname", "phone_number", "picture", "preferred_username", "profile", "website", "zoneinfo"], attribute.name) || attribute.attribute_data_type != "Number" && contains(["updated_at"], attribute.name)])}"
    }

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if !alltrue([for bounds in attribute.string_attribute_constraints : try(0 <= tonumber(bounds.min_length) && tonumber(bounds.min_length) <= tonumber(bounds.max_length) && tonumber(bounds.max_length) <= 2048, false)])]) == 0
      error_message = "SCH-07 user pool staff: the length of an attribute must be within 0 and 2048, its minimum no longer than its maximum: ${join(", ", [for attribute in self.schema : attribute.name if !alltrue([for bounds in attribute.string_attribute_constraints : try(0 <= tonumber(bounds.min_length) && tonumber(bounds.min_length) <= tonumber(bounds.max_length) && tonumber(bounds.max_length) <= 2048, false)])])}"
    }

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if !alltrue([for bounds in attribute.number_attribute_constraints : -pow(2, 1023) <= coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) && coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) <= coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) && coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) <= pow(2, 1023)])]) == 0
      error_message = "SCH-08 user pool staff: the minimum of an attribute's value must be no more than its maximum, and both within 2^1023: ${join(", ", [for attribute in self.schema : attribute.name if !alltrue([for bounds in attribute.number_attribute_constraints : -pow(2, 1023) <= coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) && coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) <= coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) && coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) <= pow(2, 1023)])])}"
    }

    postcondition {
      condition     = !contains(coalesce(try(self.alias_attributes, null), []), "preferred_username") || !anytrue([for attribute in self.schema : attribute.required && attribute.name == "preferred_username"])
      error_message = "SCH-16 user pool staff: preferred_username is required and cannot be an alias as well; remove one of both"
    }

    postcondition {
      condition     = length(coalesce(try(self.alias_attributes, null), [])) == 0 || length(coalesce(try(self.username_attributes, null), [])) == 0
      error_message = "SCH-17 user pool staff: alias_attributes and username_attributes exclude each other; remove one of them"
    }

    postcondition {
      condition     = length(setsubtract(coalesce(try(self.user_attribute_update_settings[0].attributes_require_verification_before_update, null), []), coalesce(try(self.auto_verified_attributes, null), []))) == 0
      error_message = "SCH-24 user pool staff: attributes that are verified before they change must be in auto_verified_attributes: ${join(", ", setsubtract(coalesce(try(self.user_attribute_update_settings[0].attributes_require_verification_before_update, null), []), coalesce(try(self.auto_verified_attributes, null), [])))}"
    }

    postcondition {
      condition     = (try(self.name, null) == null ? true : length(split("", self.name)) >= 1 && length(split("", self.name)) <= 128 && can(regex("^[0-9A-Za-z_\\t\\n\\v\\f\\r +=,.@-]*$", self.name)))
      error_message = "POOL-01 user pool staff: name ${jsonencode(try(self.name, null))} must be 1 to 128 characters long, made of letters, digits, spaces and _ + = , . @ - alone"
    }

    postcondition {
      condition     = coalesce(try(self.password_policy[0].minimum_length, null), 8) >= 6 && coalesce(try(self.password_policy[0].minimum_length, null), 8) <= 99
      error_message = "POOL-04 user pool staff: minimum_length is ${coalesce(try(self.password_policy[0].minimum_length, null), 8)}; Cognito allows 6 to 99"
    }

    postcondition {
      condition     = coalesce(try(self.password_policy[0].password_history_size, null), 0) >= 0 && coalesce(try(self.password_policy[0].password_history_size, null), 0) <= 24
      error_message = "POOL-05 user pool staff: password_history_size is ${coalesce(try(self.password_policy[0].password_history_size, null), 0)}; Cognito allows 0 to 24"
    }

    postcondition {
      condition     = coalesce(try(self.password_policy[0].temporary_password_validity_days, null), 7) >= 0 && coalesce(try(self.password_policy[0].temporary_password_validity_days, null), 7) <= 365
      error_message = "POOL-06 user pool staff: temporary_password_validity_days is ${coalesce(try(self.password_policy[0].temporary_password_validity_days, null), 7)}; Cognito allows 0 to 365"
    }

    postcondition {
      condition     = alltrue([for tags in [coalesce(try(self.tags, null), {}), coalesce(try(self.tags_all, null), {})] : length(tags) <= 50 && alltrue([for key, value in tags : length(split("", key)) >= 1 && length(split("", key)) <= 128 && !startswith(key, "aws:") && (value == null ? true : length(split("", value)) >= 0 && length(split("", value)) <= 256)])])
      error_message = "POOL-10 user pool staff: AWS allows 50 tags, keys of 1 to 128 characters without aws:, and values of at most 256 characters"
    }

    postcondition {
      condition     = self.mfa_configuration == "OFF" || coalesce(try(self.software_token_mfa_configuration[0].enabled, null), false) || length(self.email_mfa_configuration) > 0
      error_message = "MFA-01 user pool staff: MFA is ${self.mfa_configuration}, but there is no second factor: authenticator apps, e-mail or SMS"
    }

    postcondition {
      condition     = self.mfa_configuration != "OFF" || !(coalesce(try(self.software_token_mfa_configuration[0].enabled, null), false) || length(self.email_mfa_configuration) > 0)
      error_message = "MFA-02 user pool staff: MFA is ${self.mfa_configuration}, but authenticator apps or e-mail are configured as a second factor"
    }

    postcondition {
      condition     = length(self.email_mfa_configuration) == 0 || coalesce(try(self.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT") != "COGNITO_DEFAULT"
      error_message = "MFA-04 user pool staff: e-mail is a second factor, but email_sending_account is COGNITO_DEFAULT"
    }

    postcondition {
      condition     = !try(contains(self.auto_verified_attributes, "phone_number"), false)
      error_message = "MFA-06 user pool staff: phone_number is verified automatically, but there is no sms_configuration"
    }

    postcondition {
      condition     = length(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name) >= 1 && length(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name) <= 2
      error_message = "REC-01 user pool staff: there are ${length(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name)} ways of recovery; AWS takes 1 or 2"
    }

    postcondition {
      condition     = !contains(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name, "admin_only") || length(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name) == 1
      error_message = "REC-02 user pool staff: admin_only stands beside others in ${join(", ", flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name)}"
    }

    postcondition {
      condition     = length(distinct(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name)) == length(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name)
      error_message = "REC-03 user pool staff: a way of recovery is named twice in ${join(", ", flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name)}"
    }

    postcondition {
      condition     = contains(coalesce(try(self.sign_in_policy[0].allowed_first_auth_factors, null), []), "PASSWORD")
      error_message = "SIG-01 user pool staff: allowed_first_auth_factors is [${join(", ", coalesce(try(self.sign_in_policy[0].allowed_first_auth_factors, null), []))}], without PASSWORD"
    }

    postcondition {
      condition     = (self.user_pool_tier != "LITE" || length(setsubtract(coalesce(try(self.sign_in_policy[0].allowed_first_auth_factors, null), []), ["PASSWORD"])) == 0) && !contains(coalesce(try(self.sign_in_policy[0].allowed_first_auth_factors, null), []), "SMS_OTP")
      error_message = "SIG-02 user pool staff: allowed_first_auth_factors is [${join(", ", coalesce(try(self.sign_in_policy[0].allowed_first_auth_factors, null), []))}] on tier ${self.user_pool_tier}; all but PASSWORD need tier ESSENTIALS, and SMS_OTP needs sms_configuration"
    }

    postcondition {
      condition     = coalesce(try(self.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT") != "DEVELOPER" || try(length(self.email_configuration[0].source_arn) > 0, false)
      error_message = "EML-01 user pool staff: email_sending_account is ${coalesce(try(self.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT")}, but there is no source_arn"
    }

    postcondition {
      condition     = self.user_pool_tier != "LITE" || !(length(self.email_mfa_configuration) > 0 || coalesce(try(self.password_policy[0].password_history_size, null), 0) > 0)
      error_message = "TIER-03 user pool staff: tier ${self.user_pool_tier} has neither e-mail MFA nor password history; use ESSENTIALS or PLUS"
    }

    postcondition {
      condition     = self.user_pool_tier == "PLUS" || coalesce(try(self.user_pool_add_ons[0].advanced_security_mode, null), "OFF") == "OFF"
      error_message = "TIER-04 user pool staff: advanced_security_mode is ${coalesce(try(self.user_pool_add_ons[0].advanced_security_mode, null), "OFF")}, which needs tier PLUS, not ${self.user_pool_tier}"
    }
  }
}

resource "aws_cognito_user_pool_domain" "staff" {
  domain                = var.staff_domain
  user_pool_id          = aws_cognito_user_pool.staff.id
  managed_login_version = 1

  lifecycle {
    postcondition {
      condition     = coalesce(try(self.managed_login_version, null), 1) != 2 || aws_cognito_user_pool.staff.user_pool_tier != "LITE"
      error_message = "TIER-03 domain of user pool staff: managed_login_version 2 needs tier ESSENTIALS or PLUS"
    }

    postcondition {
      condition     = (coalesce(self.certificate_arn, "none") != "none") != strcontains(self.domain, ".") || ((coalesce(self.certificate_arn, "none") != "none") ? length(split("", self.domain)) >= 1 && length(split("", self.domain)) <= 63 && can(regex("^[0-9a-z](?:[0-9a-z-]*[0-9a-z])?(?:\\.[0-9a-z](?:[0-9a-z-]*[0-9a-z])?)+$", self.domain)) : can(regex("^[0-9a-z](?:[0-9a-z-]{0,61}[0-9a-z])?$", self.domain)))
      error_message = "DOM-01 domain of user pool staff: domain ${jsonencode(self.domain)} must be 1 to 63 lower case letters, digits and hyphens (between dots in a custom domain), without a hyphen at either end"
    }

    postcondition {
      condition     = (coalesce(self.certificate_arn, "none") != "none") || !can(regex("amazon|cognito|(?:^|-)aws(?:-|$)", self.domain))
      error_message = "DOM-02 domain of user pool staff: prefix ${self.domain} contains a reserved word: aws, amazon or cognito"
    }

    postcondition {
      condition     = (coalesce(self.certificate_arn, "none") != "none") ? can(regex("^arn:(?:aws:acm:us-east-1|aws-[a-z-]+:acm:[0-9a-z-]+):[0-9]{12}:certificate/[0-9A-Za-z-]+$", self.certificate_arn)) : true
      error_message = "DOM-05 domain of user pool staff: certificate ${coalesce(self.certificate_arn, "(none)")} must be the ARN of a certificate of AWS Certificate Manager in us-east-1; issue one there, whatever the Region of the pool"
    }

    postcondition {
      condition     = !(coalesce(self.certificate_arn, "none") != "none") || length(split(".", self.domain)) != 2
      error_message = "DOM-06 domain of user pool staff: the parent of custom domain ${self.domain} is a top-level domain, which has no A record; use a subdomain such as login.${self.domain}"
    }

    postcondition {
      condition     = (coalesce(self.certificate_arn, "none") != "none") == strcontains(self.domain, ".")
      error_message = "DOM-07 domain of user pool staff: domain ${self.domain} must have both dots and a certificate (custom domain), or neither (prefix)"
    }
  }
}

resource "aws_cognito_user_group" "operators" {
  name         = "operators"
  user_pool_id = aws_cognito_user_pool.staff.id
  description  = "Keep the shop running"
  precedence   = 10
}

resource "aws_cognito_user_pool_client" "console" {
  name                                          = "console"
  user_pool_id                                  = aws_cognito_user_pool.staff.id
  generate_secret                               = true
  access_token_validity                         = 1
  allowed_oauth_flows                           = ["code"]
  allowed_oauth_flows_user_pool_client          = true
  allowed_oauth_scopes                          = ["email", "openid"]
  auth_session_validity                         = 3
  callback_urls                                 = ["https://console.acme.example/signed-in"]
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
  refresh_token_validity       = 8
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
    refresh_token = "hours"
  }

  lifecycle {
    prevent_destroy = true

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 300 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 86400
      error_message = "TOK-01 client console: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 300 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 86400
      error_message = "TOK-02 client console: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 315360000
      error_message = "TOK-03 client console: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}; Cognito allows 1 hour to 3650 days"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token]
      error_message = "TOK-07 client console: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token} and ID token ${self.id_token_validity} ${self.token_validity_units[0].id_token}; neither may outlive the refresh token's ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}"
    }

    postcondition {
      condition     = self.refresh_token_rotation[0].feature != "ENABLED" || !contains(self.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
      error_message = "TOK-17 client console: refresh tokens rotate while the client allows ${join(", ", self.explicit_auth_flows)}; Cognito allows no ALLOW_REFRESH_TOKEN_AUTH then"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_ \\t\\n\\f\\r+=,.@-]*$", self.name))
      error_message = "CLI-02 client console: name \"${self.name}\" may hold letters, digits, spaces and _ + = , . @ - only"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || self.generate_secret
      error_message = "SEC-04 client console: client_credentials is allowed to a client without a secret"
    }

    postcondition {
      condition     = !self.enable_propagate_additional_user_context_data || self.generate_secret
      error_message = "SEC-05 client console: user context data is passed on by a client without a secret"
    }

    postcondition {
      condition     = length(setintersection(self.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])) == 0 || length(setintersection(self.explicit_auth_flows, ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])) == 0
      error_message = "FLOW-02 client console: ${join(", ", self.explicit_auth_flows)} mix flows of the first generation with ALLOW_ flows"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0
      error_message = "OAU-02 client console: ${join(", ", self.allowed_oauth_flows)} are allowed; client_credentials cannot stand beside code or implicit"
    }

    postcondition {
      condition     = (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) == 0) && (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) == 0)
      error_message = "OAU-05 client console: OAuth is off (allowed_oauth_flows_user_pool_client), so its grants and scopes have no effect: ${join(", ", self.allowed_oauth_flows)} ${join(", ", self.allowed_oauth_scopes)}"
    }

    postcondition {
      condition     = (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) > 0) && (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) > 0)
      error_message = "OAU-06 client console: OAuth is on, but has ${length(self.allowed_oauth_flows)} grants and ${length(self.allowed_oauth_scopes)} scopes; Cognito requires both"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(self.callback_urls) > 0
      error_message = "OAU-07 client console: ${join(", ", self.allowed_oauth_flows)} allowed without a callback URL"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || alltrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-03 client console: no scopes for client_credentials: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || anytrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-04 client console: client_credentials is allowed without a scope of a resource server"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])
      error_message = "OAU-09 client console: no scopes: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-10 client console: no such scope: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(setintersection(self.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 || contains(self.allowed_oauth_scopes, "openid")
      error_message = "OAU-12 client console: the client has ${join(", ", self.allowed_oauth_scopes)}; email, phone and profile require openid"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
      error_message = "OAU-16 client console: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
      error_message = "OAU-17 client console: URLs must be absolute: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("#", url))])
      error_message = "OAU-18 client console: URLs must have no fragment: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("#", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
      error_message = "OAU-19 client console: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])
      error_message = "OAU-25 client console: no name of an identity provider: ${join(", ", [for provider in self.supported_identity_providers : provider if !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; Cognito allows 1 to 32 characters"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : contains(["COGNITO"], provider)])
      error_message = "OAU-26 client console: the pool has no identity provider ${join(", ", [for provider in self.supported_identity_providers : provider if !contains(["COGNITO"], provider)])}"
    }

    postcondition {
      condition     = alltrue([for name in setunion(self.read_attributes, self.write_attributes) : length(split("", name)) >= 1 && length(split("", name)) <= 2048])
      error_message = "ATT-01 client console of user pool staff: a name in readAttributes or writeAttributes is empty or has more than 2048 characters"
    }

    postcondition {
      condition     = length(setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.staff.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)]))) == 0
      error_message = "ATT-02 client console of user pool staff: no such attribute in the pool: ${join(", ", setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.staff.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)])))}"
    }

    postcondition {
      condition     = length(setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"])) == 0
      error_message = "ATT-03 client console of user pool staff: no client can ever write ${join(", ", setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length([for attribute in aws_cognito_user_pool.staff.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)]) == 0
      error_message = "ATT-04 client console of user pool staff: the pool requires ${join(", ", [for attribute in aws_cognito_user_pool.staff.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)])}, which the client cannot write; its write attributes must hold every required one"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 2592000
      error_message = "GRD-03 client console: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = alltrue([for flow in self.allowed_oauth_flows : !contains(["implicit"], flow)])
      error_message = "GRD-06 client console: the guardrails forbid a grant among ${join(", ", self.allowed_oauth_flows)}"
    }
  }
}

output "client_ids" {
  description = "Id of each app client, by its key in the config"
  value = {
    console = aws_cognito_user_pool_client.console.id
  }
}

output "domain" {
  description = "Host of the sign-in pages and OAuth endpoints"
  value       = "${aws_cognito_user_pool_domain.staff.domain}.auth.eu-west-1.amazoncognito.com"
}

output "issuer" {
  description = "Issuer of the pool's tokens, their iss claim"
  value       = "https://${aws_cognito_user_pool.staff.endpoint}"
}

output "jwks_uri" {
  description = "Public keys that verify the pool's tokens"
  value       = "https://${aws_cognito_user_pool.staff.endpoint}/.well-known/jwks.json"
}

output "user_pool_arn" {
  description = "ARN of the user pool"
  value       = aws_cognito_user_pool.staff.arn
}

output "user_pool_id" {
  description = "Id of the user pool"
  value       = aws_cognito_user_pool.staff.id
}
