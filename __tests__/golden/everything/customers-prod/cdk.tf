# customers-prod: synthesized from userpools.yaml by cdktf-cognito 0.1.0, rule set 1.0.
# Change that file, not this one, and run: cdktf-cognito synth --hcl --config userpools.yaml --env prod

terraform {
  required_version = ">= 1.10.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }

  backend "s3" {
    bucket       = "acme-terraform-prod"
    encrypt      = true
    key          = "identity/customers-prod.tfstate"
    kms_key_id   = "alias/terraform-state"
    region       = "eu-west-1"
    use_lockfile = true
  }
}

provider "aws" {
  allowed_account_ids = ["111122223333"]
  region              = "eu-west-1"

  assume_role {
    role_arn = "arn:aws:iam::111122223333:role/deploy-identity"
  }

  default_tags {
    tags = {
      environment = "prod"
      team        = "identity"
    }
  }
}

variable "google_client_id" {
  description = "For pools.customers.identityProviders.Google.providerDetails.client_id"
  type        = string
  default     = "1234567890.apps.googleusercontent.com"
  nullable    = false
}

variable "google_client_secret" {
  description = "For pools.customers.identityProviders.Google.providerDetails.client_secret"
  type        = string
  nullable    = false
  sensitive   = true
}

variable "web_callback_urls" {
  description = "For pools.customers.clients.web.callbackUrls"
  type        = list(string)
  default     = ["https://shop.acme.example/signed-in"]
  nullable    = false

  validation {
    condition     = length(var.web_callback_urls) > 0
    error_message = "OAU-07 client web: code allowed without a callback URL"
  }

  validation {
    condition     = length(var.web_callback_urls) <= 100
    error_message = "OAU-14 client web: the client has ${length(var.web_callback_urls)} callback and 1 logout URLs; Cognito allows 100 of each"
  }

  validation {
    condition     = alltrue([for url in var.web_callback_urls : length(split("", url)) >= 1 && length(split("", url)) <= 1024])
    error_message = "OAU-15 client web: URLs must have 1 to 1024 characters: ${join(", ", [for url in setunion(var.web_callback_urls, ["https://shop.acme.example/"]) : url if !(length(split("", url)) >= 1 && length(split("", url)) <= 1024)])}"
  }

  validation {
    condition     = alltrue([for url in var.web_callback_urls : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
    error_message = "OAU-16 client web: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(var.web_callback_urls, ["https://shop.acme.example/"]) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
  }

  validation {
    condition     = alltrue([for url in var.web_callback_urls : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
    error_message = "OAU-17 client web: URLs must be absolute: ${join(", ", [for url in setunion(var.web_callback_urls, ["https://shop.acme.example/"]) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
  }

  validation {
    condition     = alltrue([for url in var.web_callback_urls : !can(regex("#", url))])
    error_message = "OAU-18 client web: URLs must have no fragment: ${join(", ", [for url in setunion(var.web_callback_urls, ["https://shop.acme.example/"]) : url if can(regex("#", url))])}"
  }

  validation {
    condition     = alltrue([for url in var.web_callback_urls : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
    error_message = "OAU-19 client web: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(var.web_callback_urls, ["https://shop.acme.example/"]) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
  }

  validation {
    condition     = alltrue([for url in var.web_callback_urls : !can(regex("(?i)^https?:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url)) || can(regex("(?i)^https?://[^/?#@:\\\\]+\\.acme\\.example(:[0-9]*)?([/?#]|$)", url))])
    error_message = "GRD-07 client web: the guardrails do not name the host of a callback among ${join(", ", var.web_callback_urls)}"
  }
}

variable "web_refresh_minutes" {
  description = "For pools.customers.clients.web.refreshTokenValidity"
  type        = number
  default     = 720
  nullable    = false

  validation {
    condition     = var.web_refresh_minutes * 60 >= 3600 && var.web_refresh_minutes * 60 <= 315360000
    error_message = "TOK-03 client web: refresh token lives ${var.web_refresh_minutes} minutes; Cognito allows 1 hour to 3650 days"
  }

  validation {
    condition     = var.web_refresh_minutes != 0
    error_message = "TOK-04 client web: a token has the lifetime 0: access 60, ID 60, refresh ${var.web_refresh_minutes}; write the lifetime that is meant"
  }

  validation {
    condition     = 3600 <= var.web_refresh_minutes * 60
    error_message = "TOK-07 client web: access token lives 60 minutes and ID token 60 minutes; neither may outlive the refresh token's ${var.web_refresh_minutes} minutes"
  }

  validation {
    condition     = var.web_refresh_minutes * 60 >= 3600 && var.web_refresh_minutes * 60 <= 31536000
    error_message = "GRD-03 client web: refresh token lives ${var.web_refresh_minutes} minutes, outside the guardrails"
  }

  validation {
    condition     = var.web_refresh_minutes * 60 <= 7776000
    error_message = "GRD-04 client web: refresh token of a public client lives ${var.web_refresh_minutes} minutes, outside the guardrails"
  }
}

resource "aws_cognito_user_pool" "customers" {
  name                     = "acme-customers"
  user_pool_tier           = "PLUS"
  deletion_protection      = "ACTIVE"
  auto_verified_attributes = ["email", "phone_number"]
  mfa_configuration        = "OPTIONAL"
  tags = {
    "cost-centre" = "shop"
  }
  username_attributes = ["email", "phone_number"]

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }

    recovery_mechanism {
      name     = "verified_phone_number"
      priority = 2
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = false

    invite_message_template {
      email_message = "Your user name is {username}, your first password {####}"
      email_subject = "Welcome to Acme"
      sms_message   = "Acme: {username}, first password {####}"
    }
  }

  device_configuration {
    challenge_required_on_new_device      = true
    device_only_remembered_on_user_prompt = true
  }

  email_configuration {
    configuration_set      = "identity"
    email_sending_account  = "DEVELOPER"
    from_email_address     = "Acme <no-reply@acme.example>"
    reply_to_email_address = "help@acme.example"
    source_arn             = "arn:aws:ses:eu-west-1:111122223333:identity/acme.example"
  }

  email_mfa_configuration {
    message = "Your code is {####}"
    subject = "Your sign-in code"
  }

  lambda_config {
    create_auth_challenge          = "arn:aws:lambda:eu-west-1:111122223333:function:create-auth-challenge"
    custom_message                 = "arn:aws:lambda:eu-west-1:111122223333:function:custom-message"
    define_auth_challenge          = "arn:aws:lambda:eu-west-1:111122223333:function:define-auth-challenge"
    kms_key_id                     = "arn:aws:kms:eu-west-1:111122223333:key/11112222-3333-4444-5555-666677778888"
    post_authentication            = "arn:aws:lambda:eu-west-1:111122223333:function:post-authentication"
    post_confirmation              = "arn:aws:lambda:eu-west-1:111122223333:function:post-confirmation"
    pre_authentication             = "arn:aws:lambda:eu-west-1:111122223333:function:pre-authentication"
    pre_sign_up                    = "arn:aws:lambda:eu-west-1:111122223333:function:pre-sign-up"
    pre_token_generation           = "arn:aws:lambda:eu-west-1:111122223333:function:pre-token-generation"
    user_migration                 = "arn:aws:lambda:eu-west-1:111122223333:function:user-migration"
    verify_auth_challenge_response = "arn:aws:lambda:eu-west-1:111122223333:function:verify-auth-challenge"

    custom_email_sender {
      lambda_arn     = "arn:aws:lambda:eu-west-1:111122223333:function:email-sender"
      lambda_version = "V1_0"
    }

    custom_sms_sender {
      lambda_arn     = "arn:aws:lambda:eu-west-1:111122223333:function:sms-sender"
      lambda_version = "V1_0"
    }

    pre_token_generation_config {
      lambda_arn     = "arn:aws:lambda:eu-west-1:111122223333:function:pre-token-generation"
      lambda_version = "V2_0"
    }
  }

  password_policy {
    minimum_length                   = 12
    password_history_size            = 5
    require_lowercase                = true
    require_numbers                  = true
    require_symbols                  = false
    require_uppercase                = true
    temporary_password_validity_days = 3
  }

  schema {
    name                     = "points"
    attribute_data_type      = "Number"
    developer_only_attribute = false
    mutable                  = true
    required                 = false

    number_attribute_constraints {
      max_value = "1000000"
      min_value = "0"
    }
  }

  schema {
    name                     = "since"
    attribute_data_type      = "DateTime"
    developer_only_attribute = false
    mutable                  = true
    required                 = false
  }

  schema {
    name                     = "tenant"
    attribute_data_type      = "String"
    developer_only_attribute = false
    mutable                  = true
    required                 = false

    string_attribute_constraints {
      max_length = "64"
      min_length = "1"
    }
  }

  schema {
    name                     = "vip"
    attribute_data_type      = "Boolean"
    developer_only_attribute = false
    mutable                  = true
    required                 = false
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
    allowed_first_auth_factors = ["EMAIL_OTP", "PASSWORD", "WEB_AUTHN"]
  }

  sms_configuration {
    external_id    = "acme-customers"
    sns_caller_arn = "arn:aws:iam::111122223333:role/cognito-sms"
    sns_region     = "eu-west-1"
  }

  software_token_mfa_configuration {
    enabled = true
  }

  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email", "phone_number"]
  }

  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }

  username_configuration {
    case_sensitive = false
  }

  verification_message_template {
    default_email_option  = "CONFIRM_WITH_LINK"
    email_message         = "Your code is {####}"
    email_message_by_link = "Please {##confirm your address##}"
    email_subject         = "Your Acme code"
    email_subject_by_link = "Confirm your address"
    sms_message           = "Your Acme code is {####}"
  }

  web_authn_configuration {
    relying_party_id  = "auth.acme.example"
    user_verification = "required"
  }

  lifecycle {
    prevent_destroy = true

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if !attribute.mutable && contains(["email", "name"], attribute.name)]) == 0
      error_message = "ATT-08 user pool customers: identity providers write ${join(", ", [for attribute in self.schema : attribute.name if !attribute.mutable && contains(["email", "name"], attribute.name)])} at each sign-in, but it is not mutable"
    }

    postcondition {
      condition     = length(self.schema) <= 50
      error_message = "SCH-01 user pool customers: the pool declares ${length(self.schema)} attributes; Cognito allows 50"
    }

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}$", attribute.name)) || length(replace(base64encode(attribute.name), "=", "")) > 27]) == 0
      error_message = "SCH-02 user pool customers: an attribute's name must have 1 to 20 characters, at most 20 bytes, and no spaces: ${join(", ", [for attribute in self.schema : attribute.name if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}$", attribute.name)) || length(replace(base64encode(attribute.name), "=", "")) > 27])}"
    }

    postcondition {
      condition     = alltrue([for attribute in self.schema : !startswith(attribute.name, "custom:")])
      error_message = "SCH-03 user pool customers: AWS adds custom: to the name; write it without the prefix: ${join(", ", [for attribute in self.schema : attribute.name if startswith(attribute.name, "custom:")])}"
    }

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if attribute.required && !contains(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], attribute.name)]) == 0
      error_message = "SCH-05 user pool customers: custom attributes cannot be required; remove required of ${join(", ", [for attribute in self.schema : attribute.name if attribute.required && !contains(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], attribute.name)])}"
    }

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if contains(["email_verified", "identities", "phone_number_verified", "sub"], attribute.name) || attribute.attribute_data_type != "String" && contains(["address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname", "phone_number", "picture", "preferred_username", "profile", "website", "zoneinfo"], attribute.name) || attribute.attribute_data_type != "Number" && contains(["updated_at"], attribute.name)]) == 0
      error_message = "SCH-06 user pool customers: standard attributes cannot have another type, and sub, identities and the *_verified ones cannot be declared: ${join(", ", [for attribute in self.schema : attribute.name if contains(["email_verified", "identities", "phone_number_verified", "sub"], attribute.name) || attribute.attribute_data_type != "String" && contains(["address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname", "phone_number", "picture", "preferred_username", "profile", "website", "zoneinfo"], attribute.name) || attribute.attribute_data_type != "Number" && contains(["updated_at"], attribute.name)])}"
    }

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if !alltrue([for bounds in attribute.string_attribute_constraints : try(0 <= tonumber(bounds.min_length) && tonumber(bounds.min_length) <= tonumber(bounds.max_length) && tonumber(bounds.max_length) <= 2048, false)])]) == 0
      error_message = "SCH-07 user pool customers: the length of an attribute must be within 0 and 2048, its minimum no longer than its maximum: ${join(", ", [for attribute in self.schema : attribute.name if !alltrue([for bounds in attribute.string_attribute_constraints : try(0 <= tonumber(bounds.min_length) && tonumber(bounds.min_length) <= tonumber(bounds.max_length) && tonumber(bounds.max_length) <= 2048, false)])])}"
    }

    postcondition {
      condition     = length([for attribute in self.schema : attribute.name if !alltrue([for bounds in attribute.number_attribute_constraints : -pow(2, 1023) <= coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) && coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) <= coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) && coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) <= pow(2, 1023)])]) == 0
      error_message = "SCH-08 user pool customers: the minimum of an attribute's value must be no more than its maximum, and both within 2^1023: ${join(", ", [for attribute in self.schema : attribute.name if !alltrue([for bounds in attribute.number_attribute_constraints : -pow(2, 1023) <= coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) && coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) <= coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) && coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) <= pow(2, 1023)])])}"
    }

    postcondition {
      condition     = !contains(coalesce(try(self.alias_attributes, null), []), "preferred_username") || !anytrue([for attribute in self.schema : attribute.required && attribute.name == "preferred_username"])
      error_message = "SCH-16 user pool customers: preferred_username is required and cannot be an alias as well; remove one of both"
    }

    postcondition {
      condition     = length(coalesce(try(self.alias_attributes, null), [])) == 0 || length(coalesce(try(self.username_attributes, null), [])) == 0
      error_message = "SCH-17 user pool customers: alias_attributes and username_attributes exclude each other; remove one of them"
    }

    postcondition {
      condition     = length(setsubtract(coalesce(try(self.user_attribute_update_settings[0].attributes_require_verification_before_update, null), []), coalesce(try(self.auto_verified_attributes, null), []))) == 0
      error_message = "SCH-24 user pool customers: attributes that are verified before they change must be in auto_verified_attributes: ${join(", ", setsubtract(coalesce(try(self.user_attribute_update_settings[0].attributes_require_verification_before_update, null), []), coalesce(try(self.auto_verified_attributes, null), [])))}"
    }

    postcondition {
      condition     = (try(self.name, null) == null ? true : length(split("", self.name)) >= 1 && length(split("", self.name)) <= 128 && can(regex("^[0-9A-Za-z_\\t\\n\\v\\f\\r +=,.@-]*$", self.name)))
      error_message = "POOL-01 user pool customers: name ${jsonencode(try(self.name, null))} must be 1 to 128 characters long, made of letters, digits, spaces and _ + = , . @ - alone"
    }

    postcondition {
      condition     = coalesce(try(self.password_policy[0].minimum_length, null), 8) >= 6 && coalesce(try(self.password_policy[0].minimum_length, null), 8) <= 99
      error_message = "POOL-04 user pool customers: minimum_length is ${coalesce(try(self.password_policy[0].minimum_length, null), 8)}; Cognito allows 6 to 99"
    }

    postcondition {
      condition     = coalesce(try(self.password_policy[0].password_history_size, null), 0) >= 0 && coalesce(try(self.password_policy[0].password_history_size, null), 0) <= 24
      error_message = "POOL-05 user pool customers: password_history_size is ${coalesce(try(self.password_policy[0].password_history_size, null), 0)}; Cognito allows 0 to 24"
    }

    postcondition {
      condition     = coalesce(try(self.password_policy[0].temporary_password_validity_days, null), 7) >= 0 && coalesce(try(self.password_policy[0].temporary_password_validity_days, null), 7) <= 365
      error_message = "POOL-06 user pool customers: temporary_password_validity_days is ${coalesce(try(self.password_policy[0].temporary_password_validity_days, null), 7)}; Cognito allows 0 to 365"
    }

    postcondition {
      condition     = (try(self.admin_create_user_config[0].invite_message_template[0].email_message, null) == null ? true : length(split("", self.admin_create_user_config[0].invite_message_template[0].email_message)) >= 6 && length(split("", self.admin_create_user_config[0].invite_message_template[0].email_message)) <= 20000 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", self.admin_create_user_config[0].invite_message_template[0].email_message)) && can(regex("\\{username\\}", self.admin_create_user_config[0].invite_message_template[0].email_message)) && can(regex("\\{####\\}", self.admin_create_user_config[0].invite_message_template[0].email_message))) && (try(self.admin_create_user_config[0].invite_message_template[0].email_subject, null) == null ? true : length(split("", self.admin_create_user_config[0].invite_message_template[0].email_subject)) >= 1 && length(split("", self.admin_create_user_config[0].invite_message_template[0].email_subject)) <= 140 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", self.admin_create_user_config[0].invite_message_template[0].email_subject))) && (try(self.admin_create_user_config[0].invite_message_template[0].sms_message, null) == null ? true : length(split("", self.admin_create_user_config[0].invite_message_template[0].sms_message)) >= 6 && length(split("", self.admin_create_user_config[0].invite_message_template[0].sms_message)) <= 140 && can(regex("\\{username\\}", self.admin_create_user_config[0].invite_message_template[0].sms_message)) && can(regex("\\{####\\}", self.admin_create_user_config[0].invite_message_template[0].sms_message)))
      error_message = "POOL-07 user pool customers: emailMessage must be 6 to 20000 characters long, without control and invisible characters, with {username}, with {####}; emailSubject ${jsonencode(try(self.admin_create_user_config[0].invite_message_template[0].email_subject, null))} must be 1 to 140 characters long, without control and invisible characters; smsMessage must be 6 to 140 characters long, with {username}, with {####}"
    }

    postcondition {
      condition     = (try(self.verification_message_template[0].email_message, null) == null ? true : length(split("", self.verification_message_template[0].email_message)) >= 6 && length(split("", self.verification_message_template[0].email_message)) <= 20000 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", self.verification_message_template[0].email_message)) && can(regex("\\{####\\}", self.verification_message_template[0].email_message))) && (try(self.verification_message_template[0].email_message_by_link, null) == null ? true : length(split("", self.verification_message_template[0].email_message_by_link)) >= 6 && length(split("", self.verification_message_template[0].email_message_by_link)) <= 20000 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", self.verification_message_template[0].email_message_by_link)) && can(regex("\\{##[^{}]*##\\}", self.verification_message_template[0].email_message_by_link))) && (try(self.verification_message_template[0].email_subject, null) == null ? true : length(split("", self.verification_message_template[0].email_subject)) >= 1 && length(split("", self.verification_message_template[0].email_subject)) <= 140 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", self.verification_message_template[0].email_subject))) && (try(self.verification_message_template[0].email_subject_by_link, null) == null ? true : length(split("", self.verification_message_template[0].email_subject_by_link)) >= 1 && length(split("", self.verification_message_template[0].email_subject_by_link)) <= 140 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", self.verification_message_template[0].email_subject_by_link)))
      error_message = "POOL-08 user pool customers: emailMessage must be 6 to 20000 characters long, without control and invisible characters, with {####}; emailMessageByLink must be 6 to 20000 characters long, without control and invisible characters, with {##...##} around the text of the link; emailSubject ${jsonencode(try(self.verification_message_template[0].email_subject, null))} must be 1 to 140 characters long, without control and invisible characters; emailSubjectByLink ${jsonencode(try(self.verification_message_template[0].email_subject_by_link, null))} must be 1 to 140 characters long, without control and invisible characters"
    }

    postcondition {
      condition     = (try(self.verification_message_template[0].sms_message, null) == null ? true : length(split("", self.verification_message_template[0].sms_message)) >= 6 && length(split("", self.verification_message_template[0].sms_message)) <= 140 && can(regex("\\{####\\}", self.verification_message_template[0].sms_message)))
      error_message = "POOL-09 user pool customers: smsMessage must be 6 to 140 characters long, with {####}"
    }

    postcondition {
      condition     = alltrue([for tags in [coalesce(try(self.tags, null), {}), coalesce(try(self.tags_all, null), {})] : length(tags) <= 50 && alltrue([for key, value in tags : length(split("", key)) >= 1 && length(split("", key)) <= 128 && !startswith(key, "aws:") && (value == null ? true : length(split("", value)) >= 0 && length(split("", value)) <= 256)])])
      error_message = "POOL-10 user pool customers: AWS allows 50 tags, keys of 1 to 128 characters without aws:, and values of at most 256 characters"
    }

    postcondition {
      condition     = self.mfa_configuration != "OFF" || !(coalesce(try(self.software_token_mfa_configuration[0].enabled, null), false) || length(self.email_mfa_configuration) > 0)
      error_message = "MFA-02 user pool customers: MFA is ${self.mfa_configuration}, but authenticator apps or e-mail are configured as a second factor"
    }

    postcondition {
      condition     = length(self.email_mfa_configuration) == 0 || coalesce(try(self.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT") != "COGNITO_DEFAULT"
      error_message = "MFA-04 user pool customers: e-mail is a second factor, but email_sending_account is COGNITO_DEFAULT"
    }

    postcondition {
      condition     = (try(self.email_mfa_configuration[0].message, null) == null ? true : length(split("", self.email_mfa_configuration[0].message)) >= 6 && length(split("", self.email_mfa_configuration[0].message)) <= 20000 && length(replace(base64encode(self.email_mfa_configuration[0].message), "=", "")) <= 26667 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", self.email_mfa_configuration[0].message)) && can(regex("\\{####\\}", self.email_mfa_configuration[0].message))) && (try(self.email_mfa_configuration[0].subject, null) == null ? true : length(split("", self.email_mfa_configuration[0].subject)) >= 1 && length(split("", self.email_mfa_configuration[0].subject)) <= 140 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", self.email_mfa_configuration[0].subject)))
      error_message = "MFA-05 user pool customers: message must be 6 to 20000 characters long, at most 20000 bytes long, without control and invisible characters, with {####}; subject ${jsonencode(try(self.email_mfa_configuration[0].subject, null))} must be 1 to 140 characters long, without control and invisible characters"
    }

    postcondition {
      condition     = (try(length(self.sms_configuration[0].sns_caller_arn), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[0-9A-Za-z_+=,.@/-]+$", self.sms_configuration[0].sns_caller_arn)) && contains(["aws"], try(split(":", self.sms_configuration[0].sns_caller_arn)[1], "")) && contains(["111122223333"], try(split(":", self.sms_configuration[0].sns_caller_arn)[4], "")))
      error_message = "MFA-06 user pool customers: snsCallerArn ${jsonencode(try(self.sms_configuration[0].sns_caller_arn, null))} must be the ARN of an IAM role, in partition aws, of the pool's account"
    }

    postcondition {
      condition     = (try(self.web_authn_configuration[0].relying_party_id, null) == null ? true : length(split("", self.web_authn_configuration[0].relying_party_id)) >= 1 && length(split("", self.web_authn_configuration[0].relying_party_id)) <= 127 && can(regex("^[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?(?:\\.[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?)*$", self.web_authn_configuration[0].relying_party_id)))
      error_message = "MFA-09 user pool customers: relyingPartyId ${jsonencode(try(self.web_authn_configuration[0].relying_party_id, null))} must be 1 to 127 characters long, a domain alone, such as example.com"
    }

    postcondition {
      condition     = length(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name) >= 1 && length(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name) <= 2
      error_message = "REC-01 user pool customers: there are ${length(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name)} ways of recovery; AWS takes 1 or 2"
    }

    postcondition {
      condition     = !contains(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name, "admin_only") || length(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name) == 1
      error_message = "REC-02 user pool customers: admin_only stands beside others in ${join(", ", flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name)}"
    }

    postcondition {
      condition     = length(distinct(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name)) == length(flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name)
      error_message = "REC-03 user pool customers: a way of recovery is named twice in ${join(", ", flatten(self.account_recovery_setting[*].recovery_mechanism)[*].name)}"
    }

    postcondition {
      condition     = contains(coalesce(try(self.sign_in_policy[0].allowed_first_auth_factors, null), []), "PASSWORD")
      error_message = "SIG-01 user pool customers: allowed_first_auth_factors is [${join(", ", coalesce(try(self.sign_in_policy[0].allowed_first_auth_factors, null), []))}], without PASSWORD"
    }

    postcondition {
      condition     = (self.user_pool_tier != "LITE" || length(setsubtract(coalesce(try(self.sign_in_policy[0].allowed_first_auth_factors, null), []), ["PASSWORD"])) == 0)
      error_message = "SIG-02 user pool customers: allowed_first_auth_factors is [${join(", ", coalesce(try(self.sign_in_policy[0].allowed_first_auth_factors, null), []))}] on tier ${self.user_pool_tier}; all but PASSWORD need tier ESSENTIALS, and SMS_OTP needs sms_configuration"
    }

    postcondition {
      condition     = coalesce(try(self.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT") != "DEVELOPER" || try(length(self.email_configuration[0].source_arn) > 0, false)
      error_message = "EML-01 user pool customers: email_sending_account is ${coalesce(try(self.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT")}, but there is no source_arn"
    }

    postcondition {
      condition     = (try(length(self.email_configuration[0].source_arn), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:ses:(?:[0-9a-z-]+|\\*):[0-9]{12}:identity/.+$", self.email_configuration[0].source_arn)) && contains(["aws"], try(split(":", self.email_configuration[0].source_arn)[1], "")) && contains(["eu-west-1", "us-east-1", "us-west-2"], try(split(":", self.email_configuration[0].source_arn)[3], "")) && contains(["111122223333"], try(split(":", self.email_configuration[0].source_arn)[4], "")))
      error_message = "EML-03 user pool customers: sourceArn ${jsonencode(try(self.email_configuration[0].source_arn, null))} must be the ARN of an SES identity, in partition aws, in us-east-1, us-west-2 or eu-west-1, of the pool's account"
    }

    postcondition {
      condition     = (try(self.email_configuration[0].from_email_address, null) == null ? true : can(regex("^(?:[^<>@ \\t\\r\\n]+@[^<>@ \\t\\r\\n]+|(?:[^<>]|\"[^\"]*\")*<[^<>@ \\t\\r\\n]+@[^<>@ \\t\\r\\n]+>)$", self.email_configuration[0].from_email_address))) && (try(self.email_configuration[0].reply_to_email_address, null) == null ? true : !can(regex("[\\x{0}-\\x{20}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", self.email_configuration[0].reply_to_email_address)) && can(regex("^[^<>@ \\t\\r\\n]+@[^<>@ \\t\\r\\n]+$", self.email_configuration[0].reply_to_email_address))) && try(strcontains(lower(split(":identity/", self.email_configuration[0].source_arn)[1]), "@") ? contains([lower(try(regex("<([^<>]*)>$", self.email_configuration[0].from_email_address)[0], self.email_configuration[0].from_email_address)), replace(lower(try(regex("<([^<>]*)>$", self.email_configuration[0].from_email_address)[0], self.email_configuration[0].from_email_address)), "/\\+[^@]*@/", "@")], lower(split(":identity/", self.email_configuration[0].source_arn)[1])) : endswith(lower(try(regex("<([^<>]*)>$", self.email_configuration[0].from_email_address)[0], self.email_configuration[0].from_email_address)), "@${lower(split(":identity/", self.email_configuration[0].source_arn)[1])}") || endswith(lower(try(regex("<([^<>]*)>$", self.email_configuration[0].from_email_address)[0], self.email_configuration[0].from_email_address)), ".${lower(split(":identity/", self.email_configuration[0].source_arn)[1])}"), true)
      error_message = "EML-04 user pool customers: fromEmailAddress ${jsonencode(try(self.email_configuration[0].from_email_address, null))} must be an address: users@example.com, or Example <users@example.com>; replyToEmailAddress ${jsonencode(try(self.email_configuration[0].reply_to_email_address, null))} must be without spaces, control and invisible characters, an address: help@example.com; sender ${jsonencode(try(self.email_configuration[0].from_email_address, null))} must belong to the SES identity ${jsonencode(try(self.email_configuration[0].source_arn, null))}"
    }

    postcondition {
      condition     = try(self.email_configuration[0].configuration_set, null) == null ? true : can(regex("^[0-9A-Za-z_-]{1,64}$", self.email_configuration[0].configuration_set)) && coalesce(try(self.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT") != "COGNITO_DEFAULT"
      error_message = "EML-05 user pool customers: configuration_set ${jsonencode(try(self.email_configuration[0].configuration_set, null))} must be 1 to 64 letters, digits, _ or -, and email_sending_account DEVELOPER, not ${coalesce(try(self.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT")}"
    }

    postcondition {
      condition     = try(length(self.lambda_config[0].kms_key_id) > 0, false) || length(flatten(self.lambda_config[*].custom_email_sender)) + length(flatten(self.lambda_config[*].custom_sms_sender)) == 0
      error_message = "LAM-01 user pool customers: a custom sender is given, but there is no kms_key_id"
    }

    postcondition {
      condition     = try(self.lambda_config[0].pre_token_generation == self.lambda_config[0].pre_token_generation_config[0].lambda_arn, true)
      error_message = "LAM-02 user pool customers: pre_token_generation is ${self.lambda_config[0].pre_token_generation}, but pre_token_generation_config.lambda_arn ${self.lambda_config[0].pre_token_generation_config[0].lambda_arn}"
    }

    postcondition {
      condition     = self.user_pool_tier != "LITE" || try(self.lambda_config[0].pre_token_generation_config[0].lambda_version, "V1_0") == "V1_0"
      error_message = "LAM-03 user pool customers: version ${self.lambda_config[0].pre_token_generation_config[0].lambda_version} of the pre token generation trigger needs tier ESSENTIALS, not ${self.user_pool_tier}"
    }

    postcondition {
      condition     = (try(length(self.lambda_config[0].create_auth_challenge), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].create_auth_challenge)) && contains(["aws"], try(split(":", self.lambda_config[0].create_auth_challenge)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].create_auth_challenge)[3], ""))) && (try(length(self.lambda_config[0].custom_message), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].custom_message)) && contains(["aws"], try(split(":", self.lambda_config[0].custom_message)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].custom_message)[3], ""))) && (try(length(self.lambda_config[0].define_auth_challenge), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].define_auth_challenge)) && contains(["aws"], try(split(":", self.lambda_config[0].define_auth_challenge)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].define_auth_challenge)[3], ""))) && (try(length(self.lambda_config[0].post_authentication), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].post_authentication)) && contains(["aws"], try(split(":", self.lambda_config[0].post_authentication)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].post_authentication)[3], ""))) && (try(length(self.lambda_config[0].post_confirmation), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].post_confirmation)) && contains(["aws"], try(split(":", self.lambda_config[0].post_confirmation)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].post_confirmation)[3], ""))) && (try(length(self.lambda_config[0].pre_authentication), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].pre_authentication)) && contains(["aws"], try(split(":", self.lambda_config[0].pre_authentication)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].pre_authentication)[3], ""))) && (try(length(self.lambda_config[0].pre_sign_up), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].pre_sign_up)) && contains(["aws"], try(split(":", self.lambda_config[0].pre_sign_up)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].pre_sign_up)[3], ""))) && (try(length(self.lambda_config[0].pre_token_generation), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].pre_token_generation)) && contains(["aws"], try(split(":", self.lambda_config[0].pre_token_generation)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].pre_token_generation)[3], ""))) && (try(length(self.lambda_config[0].user_migration), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].user_migration)) && contains(["aws"], try(split(":", self.lambda_config[0].user_migration)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].user_migration)[3], ""))) && (try(length(self.lambda_config[0].verify_auth_challenge_response), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].verify_auth_challenge_response)) && contains(["aws"], try(split(":", self.lambda_config[0].verify_auth_challenge_response)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].verify_auth_challenge_response)[3], ""))) && (try(length(self.lambda_config[0].pre_token_generation_config[0].lambda_arn), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].pre_token_generation_config[0].lambda_arn)) && contains(["aws"], try(split(":", self.lambda_config[0].pre_token_generation_config[0].lambda_arn)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].pre_token_generation_config[0].lambda_arn)[3], ""))) && (try(length(self.lambda_config[0].custom_email_sender[0].lambda_arn), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].custom_email_sender[0].lambda_arn)) && contains(["aws"], try(split(":", self.lambda_config[0].custom_email_sender[0].lambda_arn)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].custom_email_sender[0].lambda_arn)[3], ""))) && (try(length(self.lambda_config[0].custom_sms_sender[0].lambda_arn), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", self.lambda_config[0].custom_sms_sender[0].lambda_arn)) && contains(["aws"], try(split(":", self.lambda_config[0].custom_sms_sender[0].lambda_arn)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].custom_sms_sender[0].lambda_arn)[3], "")))
      error_message = "LAM-04 user pool customers: createAuthChallenge ${jsonencode(try(self.lambda_config[0].create_auth_challenge, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; customMessage ${jsonencode(try(self.lambda_config[0].custom_message, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; defineAuthChallenge ${jsonencode(try(self.lambda_config[0].define_auth_challenge, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; postAuthentication ${jsonencode(try(self.lambda_config[0].post_authentication, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; postConfirmation ${jsonencode(try(self.lambda_config[0].post_confirmation, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; preAuthentication ${jsonencode(try(self.lambda_config[0].pre_authentication, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; preSignUp ${jsonencode(try(self.lambda_config[0].pre_sign_up, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; preTokenGeneration ${jsonencode(try(self.lambda_config[0].pre_token_generation, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; userMigration ${jsonencode(try(self.lambda_config[0].user_migration, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; verifyAuthChallengeResponse ${jsonencode(try(self.lambda_config[0].verify_auth_challenge_response, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; lambdaArn ${jsonencode(try(self.lambda_config[0].pre_token_generation_config[0].lambda_arn, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; lambdaArn ${jsonencode(try(self.lambda_config[0].custom_email_sender[0].lambda_arn, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1; lambdaArn ${jsonencode(try(self.lambda_config[0].custom_sms_sender[0].lambda_arn, null))} must be the ARN of a Lambda function, in partition aws, in eu-west-1"
    }

    postcondition {
      condition     = (try(length(self.lambda_config[0].kms_key_id), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:kms:[0-9a-z-]+:[0-9]{12}:(?:key|alias)/[0-9A-Za-z/_-]+$", self.lambda_config[0].kms_key_id)) && contains(["aws"], try(split(":", self.lambda_config[0].kms_key_id)[1], "")) && contains(["eu-west-1"], try(split(":", self.lambda_config[0].kms_key_id)[3], "")))
      error_message = "LAM-05 user pool customers: kmsKeyId ${jsonencode(try(self.lambda_config[0].kms_key_id, null))} must be the ARN of a KMS key, in partition aws, in eu-west-1"
    }

    postcondition {
      condition     = self.user_pool_tier != "LITE" || !(length(self.email_mfa_configuration) > 0 || coalesce(try(self.password_policy[0].password_history_size, null), 0) > 0)
      error_message = "TIER-03 user pool customers: tier ${self.user_pool_tier} has neither e-mail MFA nor password history; use ESSENTIALS or PLUS"
    }

    postcondition {
      condition     = self.user_pool_tier == "PLUS" || coalesce(try(self.user_pool_add_ons[0].advanced_security_mode, null), "OFF") == "OFF"
      error_message = "TIER-04 user pool customers: advanced_security_mode is ${coalesce(try(self.user_pool_add_ons[0].advanced_security_mode, null), "OFF")}, which needs tier PLUS, not ${self.user_pool_tier}"
    }
  }
}

resource "aws_cognito_user_pool_domain" "customers" {
  domain                = "auth.acme.example"
  user_pool_id          = aws_cognito_user_pool.customers.id
  certificate_arn       = "arn:aws:acm:us-east-1:111122223333:certificate/11112222-3333-4444-5555-666677778888"
  managed_login_version = 1

  lifecycle {
    postcondition {
      condition     = coalesce(try(self.managed_login_version, null), 1) != 2 || aws_cognito_user_pool.customers.user_pool_tier != "LITE"
      error_message = "TIER-03 domain of user pool customers: managed_login_version 2 needs tier ESSENTIALS or PLUS"
    }

    postcondition {
      condition     = (coalesce(self.certificate_arn, "none") != "none") != strcontains(self.domain, ".") || ((coalesce(self.certificate_arn, "none") != "none") ? length(split("", self.domain)) >= 1 && length(split("", self.domain)) <= 63 && can(regex("^[0-9a-z](?:[0-9a-z-]*[0-9a-z])?(?:\\.[0-9a-z](?:[0-9a-z-]*[0-9a-z])?)+$", self.domain)) : can(regex("^[0-9a-z](?:[0-9a-z-]{0,61}[0-9a-z])?$", self.domain)))
      error_message = "DOM-01 domain of user pool customers: domain ${jsonencode(self.domain)} must be 1 to 63 lower case letters, digits and hyphens (between dots in a custom domain), without a hyphen at either end"
    }

    postcondition {
      condition     = (coalesce(self.certificate_arn, "none") != "none") || !can(regex("amazon|cognito|(?:^|-)aws(?:-|$)", self.domain))
      error_message = "DOM-02 domain of user pool customers: prefix ${self.domain} contains a reserved word: aws, amazon or cognito"
    }

    postcondition {
      condition     = (coalesce(self.certificate_arn, "none") != "none") ? can(regex("^arn:(?:aws:acm:us-east-1|aws-[a-z-]+:acm:[0-9a-z-]+):[0-9]{12}:certificate/[0-9A-Za-z-]+$", self.certificate_arn)) : true
      error_message = "DOM-05 domain of user pool customers: certificate ${coalesce(self.certificate_arn, "(none)")} must be the ARN of a certificate of AWS Certificate Manager in us-east-1; issue one there, whatever the Region of the pool"
    }

    postcondition {
      condition     = !(coalesce(self.certificate_arn, "none") != "none") || length(split(".", self.domain)) != 2
      error_message = "DOM-06 domain of user pool customers: the parent of custom domain ${self.domain} is a top-level domain, which has no A record; use a subdomain such as login.${self.domain}"
    }

    postcondition {
      condition     = (coalesce(self.certificate_arn, "none") != "none") == strcontains(self.domain, ".")
      error_message = "DOM-07 domain of user pool customers: domain ${self.domain} must have both dots and a certificate (custom domain), or neither (prefix)"
    }
  }
}

resource "aws_cognito_resource_server" "orders" {
  name         = "Orders"
  identifier   = "https://api.acme.example/orders"
  user_pool_id = aws_cognito_user_pool.customers.id

  scope {
    scope_description = "See orders"
    scope_name        = "read"
  }

  scope {
    scope_description = "Place and change orders"
    scope_name        = "write"
  }

  lifecycle {
    postcondition {
      condition     = can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}$", self.identifier))
      error_message = "RS-01 resource server orders: identifier ${jsonencode(self.identifier)} must be 1 to 256 printable ASCII characters without spaces, quotes and backslashes, and unique in the pool"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_\\t\\n\\v\\f\\r +=,.@-]{1,256}$", self.name))
      error_message = "RS-02 resource server orders: name ${jsonencode(self.name)} must be 1 to 256 letters, digits, spaces or _ + = , . @ -"
    }

    postcondition {
      condition     = alltrue([for scope in self.scope : can(regex("^[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]{1,256}$", scope.scope_name))])
      error_message = "RS-03 resource server orders: a scope must be 1 to 256 printable ASCII characters without / and spaces: ${join(", ", [for scope in self.scope : scope.scope_name if !(can(regex("^[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]{1,256}$", scope.scope_name)))])}"
    }

    postcondition {
      condition     = alltrue([for scope in self.scope : try(length(split("", scope.scope_description)) >= 1 && length(split("", scope.scope_description)) <= 256 && length(replace(base64encode(scope.scope_description), "=", "")) <= 342, false)])
      error_message = "RS-04 resource server orders: a scope's description must have 1 to 256 characters, and at most 256 bytes: ${join(", ", [for scope in self.scope : scope.scope_name if !(try(length(split("", scope.scope_description)) >= 1 && length(split("", scope.scope_description)) <= 256 && length(replace(base64encode(scope.scope_description), "=", "")) <= 342, false))])}"
    }

    postcondition {
      condition     = length(self.scope) <= 100
      error_message = "RS-05 resource server orders: the resource server has ${length(self.scope)} scopes; Cognito allows 100"
    }

    postcondition {
      condition     = alltrue([for scope in self.scope : length(split("", "${self.identifier}/${scope.scope_name}")) <= 256])
      error_message = "RS-06 resource server orders: <identifier>/<scope> must have at most 256 characters: ${join(", ", [for scope in self.scope : scope.scope_name if !(length(split("", "${self.identifier}/${scope.scope_name}")) <= 256)])}"
    }
  }
}

resource "aws_cognito_identity_provider" "google" {
  provider_name = "Google"
  provider_type = "Google"
  user_pool_id  = aws_cognito_user_pool.customers.id
  attribute_mapping = {
    email    = "email"
    name     = "name"
    username = "sub"
  }
  provider_details = {
    attributes_url                = "https://people.googleapis.com/v1/people/me?personFields="
    attributes_url_add_attributes = "true"
    authorize_scopes              = "openid email profile"
    authorize_url                 = "https://accounts.google.com/o/oauth2/v2/auth"
    client_id                     = var.google_client_id
    client_secret                 = var.google_client_secret
    oidc_issuer                   = "https://accounts.google.com"
    token_request_method          = "POST"
    token_url                     = "https://www.googleapis.com/oauth2/v4/token"
  }

  lifecycle {
    postcondition {
      condition     = can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{3,32}$", self.provider_name))
      error_message = "IDP-01 identity provider ${self.provider_name} of user pool customers: its name must have 3 to 32 characters and no spaces"
    }

    postcondition {
      condition     = self.provider_name == self.provider_type || length(setintersection([self.provider_name, self.provider_type], ["Facebook", "Google", "LoginWithAmazon", "SignInWithApple"])) == 0
      error_message = "IDP-02 identity provider ${self.provider_name} of user pool customers: provider ${self.provider_name} cannot be of type ${self.provider_type}"
    }

    postcondition {
      condition     = alltrue([for key in ["authorize_scopes", "client_id", "client_secret"] : try(length(self.provider_details[key]) > 0, false)])
      error_message = "IDP-03 identity provider ${self.provider_name} of user pool customers: ${coalesce(join("; ", compact([length(setsubtract(["authorize_scopes", "client_id", "client_secret"], try(keys(self.provider_details), []))) == 0 ? "" : "${self.provider_type} needs ${join(", ", setsubtract(["authorize_scopes", "client_id", "client_secret"], try(keys(self.provider_details), [])))}", length([for key in ["authorize_scopes", "client_id"] : key if try(self.provider_details[key] == "", false)]) == 0 ? "" : "empty are ${join(", ", [for key in ["authorize_scopes", "client_id"] : key if try(self.provider_details[key] == "", false)])}"])), "client_secret must not be empty")}"
    }

    postcondition {
      condition     = length(setsubtract(try(keys(self.provider_details), []), ["attributes_url", "attributes_url_add_attributes", "authorize_scopes", "authorize_url", "client_id", "client_secret", "jwks_uri", "oidc_issuer", "token_request_method", "token_url"])) == 0
      error_message = "IDP-11 identity provider ${self.provider_name} of user pool customers: Google has no detail ${join(", ", setsubtract(try(keys(self.provider_details), []), ["attributes_url", "attributes_url_add_attributes", "authorize_scopes", "authorize_url", "client_id", "client_secret", "jwks_uri", "oidc_issuer", "token_request_method", "token_url"]))}; it has attributes_url, attributes_url_add_attributes, authorize_scopes, authorize_url, client_id, client_secret, jwks_uri, oidc_issuer, token_request_method, token_url"
    }

    postcondition {
      condition     = (try(self.provider_details["attributes_url"], null) == null ? true : can(regex("^https://(?:[^/?#:@\\[\\]\\x00-\\x20]+|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20]*)?$", self.provider_details["attributes_url"]))) && (try(self.provider_details["attributes_url_add_attributes"], null) == null ? true : contains(["false", "true"], self.provider_details["attributes_url_add_attributes"])) && (try(self.provider_details["authorize_url"], null) == null ? true : can(regex("^https://(?:[^/?#:@\\[\\]\\x00-\\x20]+|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20]*)?$", self.provider_details["authorize_url"]))) && (try(self.provider_details["token_request_method"], null) == null ? true : contains(["GET", "POST"], self.provider_details["token_request_method"])) && (try(self.provider_details["token_url"], null) == null ? true : can(regex("^https://(?:[^/?#:@\\[\\]\\x00-\\x20]+|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20]*)?$", self.provider_details["token_url"]))) && (try(self.provider_details["jwks_uri"], null) == null ? true : can(regex("^https://(?:[^/?#:@\\[\\]\\x00-\\x20]+|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20]*)?$", self.provider_details["jwks_uri"]))) && (try(self.provider_details["oidc_issuer"], null) == null ? true : can(regex("^https://(?:[^/?#:@\\[\\]\\x00-\\x20]+|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20]*)?$", self.provider_details["oidc_issuer"])))
      error_message = "IDP-12 identity provider ${self.provider_name} of user pool customers: ${join("; ", compact([(try(self.provider_details["attributes_url"], null) == null ? true : can(regex("^https://(?:[^/?#:@\\[\\]\\x00-\\x20]+|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20]*)?$", self.provider_details["attributes_url"]))) ? "" : "attributes_url must be an absolute https URL", (try(self.provider_details["attributes_url_add_attributes"], null) == null ? true : contains(["false", "true"], self.provider_details["attributes_url_add_attributes"])) ? "" : "attributes_url_add_attributes must be the text \"true\" or \"false\"", (try(self.provider_details["authorize_url"], null) == null ? true : can(regex("^https://(?:[^/?#:@\\[\\]\\x00-\\x20]+|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20]*)?$", self.provider_details["authorize_url"]))) ? "" : "authorize_url must be an absolute https URL", (try(self.provider_details["token_request_method"], null) == null ? true : contains(["GET", "POST"], self.provider_details["token_request_method"])) ? "" : "token_request_method must be GET or POST", (try(self.provider_details["token_url"], null) == null ? true : can(regex("^https://(?:[^/?#:@\\[\\]\\x00-\\x20]+|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20]*)?$", self.provider_details["token_url"]))) ? "" : "token_url must be an absolute https URL", (try(self.provider_details["jwks_uri"], null) == null ? true : can(regex("^https://(?:[^/?#:@\\[\\]\\x00-\\x20]+|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20]*)?$", self.provider_details["jwks_uri"]))) ? "" : "jwks_uri must be an absolute https URL", (try(self.provider_details["oidc_issuer"], null) == null ? true : can(regex("^https://(?:[^/?#:@\\[\\]\\x00-\\x20]+|\\[[0-9a-fA-F:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20]*)?$", self.provider_details["oidc_issuer"]))) ? "" : "oidc_issuer must be an absolute https URL"]))}"
    }

    postcondition {
      condition     = length(setsubtract(try(keys(self.attribute_mapping), []), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "updated_at", "username", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)]))) == 0
      error_message = "IDP-07 identity provider ${self.provider_name} of user pool customers: the pool has no attribute ${join(", ", setsubtract(try(keys(self.attribute_mapping), []), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "updated_at", "username", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)])))}"
    }
  }
}

resource "aws_cognito_user_pool_client" "ios" {
  name                                          = "Acme for iPhone"
  user_pool_id                                  = aws_cognito_user_pool.customers.id
  generate_secret                               = false
  access_token_validity                         = 1
  allowed_oauth_flows                           = ["code"]
  allowed_oauth_flows_user_pool_client          = true
  allowed_oauth_scopes                          = ["email", "openid", "profile"]
  auth_session_validity                         = 5
  callback_urls                                 = ["com.acme.shop://signed-in"]
  enable_propagate_additional_user_context_data = false
  enable_token_revocation                       = true
  explicit_auth_flows                           = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"]
  id_token_validity                             = 1
  logout_urls                                   = ["com.acme.shop://signed-out"]
  prevent_user_existence_errors                 = "ENABLED"
  read_attributes = [
    "address",
    "birthdate",
    "custom:points",
    "custom:since",
    "custom:tenant",
    "custom:vip",
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
  refresh_token_validity       = 90
  supported_identity_providers = ["COGNITO", aws_cognito_identity_provider.google.provider_name]
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

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 300 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 86400
      error_message = "TOK-01 client ios: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 300 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 86400
      error_message = "TOK-02 client ios: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 315360000
      error_message = "TOK-03 client ios: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}; Cognito allows 1 hour to 3650 days"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token]
      error_message = "TOK-07 client ios: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token} and ID token ${self.id_token_validity} ${self.token_validity_units[0].id_token}; neither may outlive the refresh token's ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}"
    }

    postcondition {
      condition     = self.refresh_token_rotation[0].feature != "ENABLED" || !contains(self.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
      error_message = "TOK-17 client ios: refresh tokens rotate while the client allows ${join(", ", self.explicit_auth_flows)}; Cognito allows no ALLOW_REFRESH_TOKEN_AUTH then"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_ \\t\\n\\f\\r+=,.@-]*$", self.name))
      error_message = "CLI-02 client ios: name \"${self.name}\" may hold letters, digits, spaces and _ + = , . @ - only"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || self.generate_secret
      error_message = "SEC-04 client ios: client_credentials is allowed to a client without a secret"
    }

    postcondition {
      condition     = !self.enable_propagate_additional_user_context_data || self.generate_secret
      error_message = "SEC-05 client ios: user context data is passed on by a client without a secret"
    }

    postcondition {
      condition     = length(setintersection(self.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])) == 0 || length(setintersection(self.explicit_auth_flows, ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])) == 0
      error_message = "FLOW-02 client ios: ${join(", ", self.explicit_auth_flows)} mix flows of the first generation with ALLOW_ flows"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0
      error_message = "OAU-02 client ios: ${join(", ", self.allowed_oauth_flows)} are allowed; client_credentials cannot stand beside code or implicit"
    }

    postcondition {
      condition     = (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) == 0) && (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) == 0)
      error_message = "OAU-05 client ios: OAuth is off (allowed_oauth_flows_user_pool_client), so its grants and scopes have no effect: ${join(", ", self.allowed_oauth_flows)} ${join(", ", self.allowed_oauth_scopes)}"
    }

    postcondition {
      condition     = (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) > 0) && (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) > 0)
      error_message = "OAU-06 client ios: OAuth is on, but has ${length(self.allowed_oauth_flows)} grants and ${length(self.allowed_oauth_scopes)} scopes; Cognito requires both"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(self.callback_urls) > 0
      error_message = "OAU-07 client ios: ${join(", ", self.allowed_oauth_flows)} allowed without a callback URL"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || alltrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-03 client ios: no scopes for client_credentials: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || anytrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-04 client ios: client_credentials is allowed without a scope of a resource server"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])
      error_message = "OAU-09 client ios: no scopes: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])
      error_message = "OAU-10 client ios: no such scope: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(setintersection(self.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 || contains(self.allowed_oauth_scopes, "openid")
      error_message = "OAU-12 client ios: the client has ${join(", ", self.allowed_oauth_scopes)}; email, phone and profile require openid"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
      error_message = "OAU-16 client ios: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
      error_message = "OAU-17 client ios: URLs must be absolute: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("#", url))])
      error_message = "OAU-18 client ios: URLs must have no fragment: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("#", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
      error_message = "OAU-19 client ios: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])
      error_message = "OAU-25 client ios: no name of an identity provider: ${join(", ", [for provider in self.supported_identity_providers : provider if !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; Cognito allows 1 to 32 characters"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : contains(["COGNITO", "Google"], provider)])
      error_message = "OAU-26 client ios: the pool has no identity provider ${join(", ", [for provider in self.supported_identity_providers : provider if !contains(["COGNITO", "Google"], provider)])}"
    }

    postcondition {
      condition     = alltrue([for name in setunion(self.read_attributes, self.write_attributes) : length(split("", name)) >= 1 && length(split("", name)) <= 2048])
      error_message = "ATT-01 client ios of user pool customers: a name in readAttributes or writeAttributes is empty or has more than 2048 characters"
    }

    postcondition {
      condition     = length(setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)]))) == 0
      error_message = "ATT-02 client ios of user pool customers: no such attribute in the pool: ${join(", ", setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)])))}"
    }

    postcondition {
      condition     = length(setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"])) == 0
      error_message = "ATT-03 client ios of user pool customers: no client can ever write ${join(", ", setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length([for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)]) == 0
      error_message = "ATT-04 client ios of user pool customers: the pool requires ${join(", ", [for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)])}, which the client cannot write; its write attributes must hold every required one"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])) == 0
      error_message = "ATT-07 client ios of user pool customers: an identity provider maps ${join(", ", distinct(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])))}, which the client cannot write"
    }

    postcondition {
      condition     = self.generate_secret == true || (length(self.write_attributes) > 0 && length(setintersection(self.write_attributes, ["custom:tenant"])) == 0)
      error_message = "ATT-12 client ios of user pool customers: a client without a secret may write none of ${join(", ", ["custom:tenant"])}, which grant power; writeAttributes is [${join(", ", self.write_attributes)}]"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 600 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 7200
      error_message = "GRD-01 client ios: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 600 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 7200
      error_message = "GRD-02 client ios: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 31536000
      error_message = "GRD-03 client ios: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 7776000
      error_message = "GRD-04 client ios: refresh token of a public client lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = alltrue([for flow in self.explicit_auth_flows : !contains(["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"], flow)])
      error_message = "GRD-05 client ios: the guardrails forbid a flow among ${join(", ", self.explicit_auth_flows)}"
    }

    postcondition {
      condition     = alltrue([for flow in self.allowed_oauth_flows : !contains(["implicit"], flow)])
      error_message = "GRD-06 client ios: the guardrails forbid a grant among ${join(", ", self.allowed_oauth_flows)}"
    }

    postcondition {
      condition     = alltrue([for url in self.callback_urls : !can(regex("(?i)^https?:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url)) || can(regex("(?i)^https?://[^/?#@:\\\\]+\\.acme\\.example(:[0-9]*)?([/?#]|$)", url))])
      error_message = "GRD-07 client ios: the guardrails do not name the host of a callback among ${join(", ", self.callback_urls)}"
    }

    postcondition {
      condition     = self.enable_token_revocation
      error_message = "GRD-08 client ios: tokens cannot be revoked, which the guardrails require"
    }

    postcondition {
      condition     = self.prevent_user_existence_errors == "ENABLED"
      error_message = "GRD-09 client ios: preventUserExistenceErrors is ${self.prevent_user_existence_errors}; the guardrails require ENABLED"
    }
  }
}

resource "aws_cognito_user_pool_client" "android" {
  name                                          = "android"
  user_pool_id                                  = aws_cognito_user_pool.customers.id
  generate_secret                               = false
  access_token_validity                         = 1
  allowed_oauth_flows                           = ["code"]
  allowed_oauth_flows_user_pool_client          = true
  allowed_oauth_scopes                          = ["email", "openid", "profile"]
  auth_session_validity                         = 5
  callback_urls                                 = ["https://shop.acme.example/android/signed-in"]
  enable_propagate_additional_user_context_data = false
  enable_token_revocation                       = true
  explicit_auth_flows = [
    "ALLOW_CUSTOM_AUTH",
    "ALLOW_REFRESH_TOKEN_AUTH",
    "ALLOW_USER_AUTH",
    "ALLOW_USER_SRP_AUTH",
  ]
  id_token_validity             = 1
  logout_urls                   = ["https://shop.acme.example/android/signed-out"]
  prevent_user_existence_errors = "ENABLED"
  read_attributes = [
    "address",
    "birthdate",
    "custom:points",
    "custom:since",
    "custom:tenant",
    "custom:vip",
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
  supported_identity_providers = ["COGNITO", aws_cognito_identity_provider.google.provider_name]
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

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 300 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 86400
      error_message = "TOK-01 client android: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 300 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 86400
      error_message = "TOK-02 client android: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 315360000
      error_message = "TOK-03 client android: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}; Cognito allows 1 hour to 3650 days"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token]
      error_message = "TOK-07 client android: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token} and ID token ${self.id_token_validity} ${self.token_validity_units[0].id_token}; neither may outlive the refresh token's ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}"
    }

    postcondition {
      condition     = self.refresh_token_rotation[0].feature != "ENABLED" || !contains(self.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
      error_message = "TOK-17 client android: refresh tokens rotate while the client allows ${join(", ", self.explicit_auth_flows)}; Cognito allows no ALLOW_REFRESH_TOKEN_AUTH then"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_ \\t\\n\\f\\r+=,.@-]*$", self.name))
      error_message = "CLI-02 client android: name \"${self.name}\" may hold letters, digits, spaces and _ + = , . @ - only"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || self.generate_secret
      error_message = "SEC-04 client android: client_credentials is allowed to a client without a secret"
    }

    postcondition {
      condition     = !self.enable_propagate_additional_user_context_data || self.generate_secret
      error_message = "SEC-05 client android: user context data is passed on by a client without a secret"
    }

    postcondition {
      condition     = length(setintersection(self.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])) == 0 || length(setintersection(self.explicit_auth_flows, ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])) == 0
      error_message = "FLOW-02 client android: ${join(", ", self.explicit_auth_flows)} mix flows of the first generation with ALLOW_ flows"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0
      error_message = "OAU-02 client android: ${join(", ", self.allowed_oauth_flows)} are allowed; client_credentials cannot stand beside code or implicit"
    }

    postcondition {
      condition     = (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) == 0) && (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) == 0)
      error_message = "OAU-05 client android: OAuth is off (allowed_oauth_flows_user_pool_client), so its grants and scopes have no effect: ${join(", ", self.allowed_oauth_flows)} ${join(", ", self.allowed_oauth_scopes)}"
    }

    postcondition {
      condition     = (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) > 0) && (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) > 0)
      error_message = "OAU-06 client android: OAuth is on, but has ${length(self.allowed_oauth_flows)} grants and ${length(self.allowed_oauth_scopes)} scopes; Cognito requires both"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(self.callback_urls) > 0
      error_message = "OAU-07 client android: ${join(", ", self.allowed_oauth_flows)} allowed without a callback URL"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || alltrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-03 client android: no scopes for client_credentials: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || anytrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-04 client android: client_credentials is allowed without a scope of a resource server"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])
      error_message = "OAU-09 client android: no scopes: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])
      error_message = "OAU-10 client android: no such scope: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(setintersection(self.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 || contains(self.allowed_oauth_scopes, "openid")
      error_message = "OAU-12 client android: the client has ${join(", ", self.allowed_oauth_scopes)}; email, phone and profile require openid"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
      error_message = "OAU-16 client android: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
      error_message = "OAU-17 client android: URLs must be absolute: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("#", url))])
      error_message = "OAU-18 client android: URLs must have no fragment: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("#", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
      error_message = "OAU-19 client android: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])
      error_message = "OAU-25 client android: no name of an identity provider: ${join(", ", [for provider in self.supported_identity_providers : provider if !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; Cognito allows 1 to 32 characters"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : contains(["COGNITO", "Google"], provider)])
      error_message = "OAU-26 client android: the pool has no identity provider ${join(", ", [for provider in self.supported_identity_providers : provider if !contains(["COGNITO", "Google"], provider)])}"
    }

    postcondition {
      condition     = alltrue([for name in setunion(self.read_attributes, self.write_attributes) : length(split("", name)) >= 1 && length(split("", name)) <= 2048])
      error_message = "ATT-01 client android of user pool customers: a name in readAttributes or writeAttributes is empty or has more than 2048 characters"
    }

    postcondition {
      condition     = length(setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)]))) == 0
      error_message = "ATT-02 client android of user pool customers: no such attribute in the pool: ${join(", ", setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)])))}"
    }

    postcondition {
      condition     = length(setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"])) == 0
      error_message = "ATT-03 client android of user pool customers: no client can ever write ${join(", ", setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length([for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)]) == 0
      error_message = "ATT-04 client android of user pool customers: the pool requires ${join(", ", [for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)])}, which the client cannot write; its write attributes must hold every required one"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])) == 0
      error_message = "ATT-07 client android of user pool customers: an identity provider maps ${join(", ", distinct(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])))}, which the client cannot write"
    }

    postcondition {
      condition     = self.generate_secret == true || (length(self.write_attributes) > 0 && length(setintersection(self.write_attributes, ["custom:tenant"])) == 0)
      error_message = "ATT-12 client android of user pool customers: a client without a secret may write none of ${join(", ", ["custom:tenant"])}, which grant power; writeAttributes is [${join(", ", self.write_attributes)}]"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 600 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 7200
      error_message = "GRD-01 client android: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 600 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 7200
      error_message = "GRD-02 client android: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 31536000
      error_message = "GRD-03 client android: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 7776000
      error_message = "GRD-04 client android: refresh token of a public client lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = alltrue([for flow in self.explicit_auth_flows : !contains(["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"], flow)])
      error_message = "GRD-05 client android: the guardrails forbid a flow among ${join(", ", self.explicit_auth_flows)}"
    }

    postcondition {
      condition     = alltrue([for flow in self.allowed_oauth_flows : !contains(["implicit"], flow)])
      error_message = "GRD-06 client android: the guardrails forbid a grant among ${join(", ", self.allowed_oauth_flows)}"
    }

    postcondition {
      condition     = alltrue([for url in self.callback_urls : !can(regex("(?i)^https?:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url)) || can(regex("(?i)^https?://[^/?#@:\\\\]+\\.acme\\.example(:[0-9]*)?([/?#]|$)", url))])
      error_message = "GRD-07 client android: the guardrails do not name the host of a callback among ${join(", ", self.callback_urls)}"
    }

    postcondition {
      condition     = self.enable_token_revocation
      error_message = "GRD-08 client android: tokens cannot be revoked, which the guardrails require"
    }

    postcondition {
      condition     = self.prevent_user_existence_errors == "ENABLED"
      error_message = "GRD-09 client android: preventUserExistenceErrors is ${self.prevent_user_existence_errors}; the guardrails require ENABLED"
    }
  }
}

resource "aws_cognito_user_pool_client" "web" {
  name                                          = "web"
  user_pool_id                                  = aws_cognito_user_pool.customers.id
  generate_secret                               = false
  access_token_validity                         = 60
  allowed_oauth_flows                           = ["code"]
  allowed_oauth_flows_user_pool_client          = true
  allowed_oauth_scopes                          = ["email", "openid", "profile"]
  auth_session_validity                         = 5
  callback_urls                                 = var.web_callback_urls
  enable_propagate_additional_user_context_data = false
  enable_token_revocation                       = true
  explicit_auth_flows                           = ["ALLOW_USER_SRP_AUTH"]
  id_token_validity                             = 60
  logout_urls                                   = ["https://shop.acme.example/"]
  prevent_user_existence_errors                 = "ENABLED"
  read_attributes = [
    "birthdate",
    "custom:points",
    "email",
    "email_verified",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
    "picture",
    "preferred_username",
    "profile",
    "updated_at",
    "website",
    "zoneinfo",
  ]
  refresh_token_validity       = var.web_refresh_minutes
  supported_identity_providers = ["COGNITO"]
  write_attributes = [
    "birthdate",
    "email",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
    "picture",
    "preferred_username",
    "profile",
    "updated_at",
    "website",
    "zoneinfo",
  ]

  refresh_token_rotation {
    feature                    = "ENABLED"
    retry_grace_period_seconds = 10
  }

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "minutes"
  }

  lifecycle {
    prevent_destroy = true

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 300 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 86400
      error_message = "TOK-01 client web: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 300 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 86400
      error_message = "TOK-02 client web: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 315360000
      error_message = "TOK-03 client web: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}; Cognito allows 1 hour to 3650 days"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token]
      error_message = "TOK-07 client web: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token} and ID token ${self.id_token_validity} ${self.token_validity_units[0].id_token}; neither may outlive the refresh token's ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}"
    }

    postcondition {
      condition     = self.refresh_token_rotation[0].feature != "ENABLED" || !contains(self.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
      error_message = "TOK-17 client web: refresh tokens rotate while the client allows ${join(", ", self.explicit_auth_flows)}; Cognito allows no ALLOW_REFRESH_TOKEN_AUTH then"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_ \\t\\n\\f\\r+=,.@-]*$", self.name))
      error_message = "CLI-02 client web: name \"${self.name}\" may hold letters, digits, spaces and _ + = , . @ - only"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || self.generate_secret
      error_message = "SEC-04 client web: client_credentials is allowed to a client without a secret"
    }

    postcondition {
      condition     = !self.enable_propagate_additional_user_context_data || self.generate_secret
      error_message = "SEC-05 client web: user context data is passed on by a client without a secret"
    }

    postcondition {
      condition     = length(setintersection(self.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])) == 0 || length(setintersection(self.explicit_auth_flows, ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])) == 0
      error_message = "FLOW-02 client web: ${join(", ", self.explicit_auth_flows)} mix flows of the first generation with ALLOW_ flows"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0
      error_message = "OAU-02 client web: ${join(", ", self.allowed_oauth_flows)} are allowed; client_credentials cannot stand beside code or implicit"
    }

    postcondition {
      condition     = (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) == 0) && (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) == 0)
      error_message = "OAU-05 client web: OAuth is off (allowed_oauth_flows_user_pool_client), so its grants and scopes have no effect: ${join(", ", self.allowed_oauth_flows)} ${join(", ", self.allowed_oauth_scopes)}"
    }

    postcondition {
      condition     = (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) > 0) && (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) > 0)
      error_message = "OAU-06 client web: OAuth is on, but has ${length(self.allowed_oauth_flows)} grants and ${length(self.allowed_oauth_scopes)} scopes; Cognito requires both"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(self.callback_urls) > 0
      error_message = "OAU-07 client web: ${join(", ", self.allowed_oauth_flows)} allowed without a callback URL"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || alltrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-03 client web: no scopes for client_credentials: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || anytrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-04 client web: client_credentials is allowed without a scope of a resource server"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])
      error_message = "OAU-09 client web: no scopes: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])
      error_message = "OAU-10 client web: no such scope: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(setintersection(self.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 || contains(self.allowed_oauth_scopes, "openid")
      error_message = "OAU-12 client web: the client has ${join(", ", self.allowed_oauth_scopes)}; email, phone and profile require openid"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
      error_message = "OAU-16 client web: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
      error_message = "OAU-17 client web: URLs must be absolute: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("#", url))])
      error_message = "OAU-18 client web: URLs must have no fragment: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("#", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
      error_message = "OAU-19 client web: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])
      error_message = "OAU-25 client web: no name of an identity provider: ${join(", ", [for provider in self.supported_identity_providers : provider if !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; Cognito allows 1 to 32 characters"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : contains(["COGNITO", "Google"], provider)])
      error_message = "OAU-26 client web: the pool has no identity provider ${join(", ", [for provider in self.supported_identity_providers : provider if !contains(["COGNITO", "Google"], provider)])}"
    }

    postcondition {
      condition     = alltrue([for name in setunion(self.read_attributes, self.write_attributes) : length(split("", name)) >= 1 && length(split("", name)) <= 2048])
      error_message = "ATT-01 client web of user pool customers: a name in readAttributes or writeAttributes is empty or has more than 2048 characters"
    }

    postcondition {
      condition     = length(setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)]))) == 0
      error_message = "ATT-02 client web of user pool customers: no such attribute in the pool: ${join(", ", setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)])))}"
    }

    postcondition {
      condition     = length(setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"])) == 0
      error_message = "ATT-03 client web of user pool customers: no client can ever write ${join(", ", setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length([for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)]) == 0
      error_message = "ATT-04 client web of user pool customers: the pool requires ${join(", ", [for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)])}, which the client cannot write; its write attributes must hold every required one"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])) == 0
      error_message = "ATT-07 client web of user pool customers: an identity provider maps ${join(", ", distinct(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])))}, which the client cannot write"
    }

    postcondition {
      condition     = self.generate_secret == true || (length(self.write_attributes) > 0 && length(setintersection(self.write_attributes, ["custom:tenant"])) == 0)
      error_message = "ATT-12 client web of user pool customers: a client without a secret may write none of ${join(", ", ["custom:tenant"])}, which grant power; writeAttributes is [${join(", ", self.write_attributes)}]"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 600 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 7200
      error_message = "GRD-01 client web: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 600 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 7200
      error_message = "GRD-02 client web: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 31536000
      error_message = "GRD-03 client web: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 7776000
      error_message = "GRD-04 client web: refresh token of a public client lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = alltrue([for flow in self.explicit_auth_flows : !contains(["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"], flow)])
      error_message = "GRD-05 client web: the guardrails forbid a flow among ${join(", ", self.explicit_auth_flows)}"
    }

    postcondition {
      condition     = alltrue([for flow in self.allowed_oauth_flows : !contains(["implicit"], flow)])
      error_message = "GRD-06 client web: the guardrails forbid a grant among ${join(", ", self.allowed_oauth_flows)}"
    }

    postcondition {
      condition     = alltrue([for url in self.callback_urls : !can(regex("(?i)^https?:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url)) || can(regex("(?i)^https?://[^/?#@:\\\\]+\\.acme\\.example(:[0-9]*)?([/?#]|$)", url))])
      error_message = "GRD-07 client web: the guardrails do not name the host of a callback among ${join(", ", self.callback_urls)}"
    }

    postcondition {
      condition     = self.enable_token_revocation
      error_message = "GRD-08 client web: tokens cannot be revoked, which the guardrails require"
    }

    postcondition {
      condition     = self.prevent_user_existence_errors == "ENABLED"
      error_message = "GRD-09 client web: preventUserExistenceErrors is ${self.prevent_user_existence_errors}; the guardrails require ENABLED"
    }
  }
}

check "oau_22_web" {
  assert {
    condition     = alltrue([for url in setunion(aws_cognito_user_pool_client.web.callback_urls, aws_cognito_user_pool_client.web.logout_urls) : !can(regex("\\*", url))])
    error_message = "OAU-22 client web: Cognito takes * literally: ${join(", ", [for url in setunion(aws_cognito_user_pool_client.web.callback_urls, aws_cognito_user_pool_client.web.logout_urls) : url if can(regex("\\*", url))])}"
  }
}

check "oau_23_web" {
  assert {
    condition     = alltrue([for url in aws_cognito_user_pool_client.web.callback_urls : !can(regex("(?i)^https://[^/]*/oauth2/idpresponse$", url)) || can(regex("^[^/A-Z]*//[^/A-Z]*/", url))]) && (!anytrue([for url in aws_cognito_user_pool_client.web.callback_urls : can(regex("(?i)^https://[^/]*/oauth2/idpresponse$", url))]) || (aws_cognito_user_pool_client.web.generate_secret && contains(aws_cognito_user_pool_client.web.allowed_oauth_flows, "code")))
    error_message = "OAU-23 client web: a load balancer needs a secret, the code grant and a host in lower case: ${join(", ", [for url in aws_cognito_user_pool_client.web.callback_urls : url if can(regex("(?i)^https://[^/]*/oauth2/idpresponse$", url))])}"
  }
}

check "oau_34_web" {
  assert {
    condition     = alltrue([for url in setunion(aws_cognito_user_pool_client.web.callback_urls, aws_cognito_user_pool_client.web.logout_urls) : !can(regex("(?i)^(about|blob|chrome|data|file|filesystem|ftp|intent|jar|javascript|mailto|resource|sms|tel|vbscript|view-source|ws|wss):", url))])
    error_message = "OAU-34 client web: these schemes run code, show content or start another program: ${join(", ", [for url in setunion(aws_cognito_user_pool_client.web.callback_urls, aws_cognito_user_pool_client.web.logout_urls) : url if can(regex("(?i)^(about|blob|chrome|data|file|filesystem|ftp|intent|jar|javascript|mailto|resource|sms|tel|vbscript|view-source|ws|wss):", url))])}"
  }
}

check "oau_35_web" {
  assert {
    condition     = alltrue([for url in setunion(aws_cognito_user_pool_client.web.callback_urls, aws_cognito_user_pool_client.web.logout_urls) : !can(regex("(?i)^https?://(amazon\\.com|beeceptor\\.com|example\\.com|example\\.net|example\\.org|facebook\\.com|github\\.com|google\\.com|hookbin\\.com|httpbin\\.org|jwt\\.io|jwt\\.ms|mydomain\\.com|oauth\\.pstmn\\.io|oauth\\.tools|oauthdebugger\\.com|oidcdebugger\\.com|openidconnect\\.net|pipedream\\.net|postman\\.com|postman-echo\\.com|requestbin\\.com|requestcatcher\\.com|webhook\\.site|www\\.amazon\\.com|www\\.facebook\\.com|www\\.google\\.com|yourdomain\\.com)(:[0-9]+)?([/?#]|$)", url))])
    error_message = "OAU-35 client web: these hosts belong to somebody else: ${join(", ", [for url in setunion(aws_cognito_user_pool_client.web.callback_urls, aws_cognito_user_pool_client.web.logout_urls) : url if can(regex("(?i)^https?://(amazon\\.com|beeceptor\\.com|example\\.com|example\\.net|example\\.org|facebook\\.com|github\\.com|google\\.com|hookbin\\.com|httpbin\\.org|jwt\\.io|jwt\\.ms|mydomain\\.com|oauth\\.pstmn\\.io|oauth\\.tools|oauthdebugger\\.com|oidcdebugger\\.com|openidconnect\\.net|pipedream\\.net|postman\\.com|postman-echo\\.com|requestbin\\.com|requestcatcher\\.com|webhook\\.site|www\\.amazon\\.com|www\\.facebook\\.com|www\\.google\\.com|yourdomain\\.com)(:[0-9]+)?([/?#]|$)", url))])}"
  }
}

check "tok_25_web" {
  assert {
    condition     = aws_cognito_user_pool_client.web.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[aws_cognito_user_pool_client.web.token_validity_units[0].refresh_token] <= 31536000
    error_message = "TOK-25 client web: refresh token lives ${aws_cognito_user_pool_client.web.refresh_token_validity} ${aws_cognito_user_pool_client.web.token_validity_units[0].refresh_token}, longer than a year"
  }
}

resource "aws_cognito_user_pool_client" "backend" {
  name                                 = "backend"
  user_pool_id                         = aws_cognito_user_pool.customers.id
  generate_secret                      = true
  access_token_validity                = 1
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes = [
    "${aws_cognito_resource_server.orders.identifier}/read",
    "${aws_cognito_resource_server.orders.identifier}/write",
    "openid",
  ]
  auth_session_validity                         = 5
  callback_urls                                 = ["https://backend.acme.example/oauth2/idpresponse"]
  default_redirect_uri                          = "https://backend.acme.example/oauth2/idpresponse"
  enable_propagate_additional_user_context_data = true
  enable_token_revocation                       = true
  explicit_auth_flows                           = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"]
  id_token_validity                             = 1
  logout_urls                                   = []
  prevent_user_existence_errors                 = "ENABLED"
  read_attributes                               = ["custom:tenant", "email", "email_verified"]
  refresh_token_validity                        = 30
  supported_identity_providers                  = ["COGNITO"]
  write_attributes                              = ["custom:tenant", "email"]

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

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 300 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 86400
      error_message = "TOK-01 client backend: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 300 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 86400
      error_message = "TOK-02 client backend: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 315360000
      error_message = "TOK-03 client backend: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}; Cognito allows 1 hour to 3650 days"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token]
      error_message = "TOK-07 client backend: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token} and ID token ${self.id_token_validity} ${self.token_validity_units[0].id_token}; neither may outlive the refresh token's ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}"
    }

    postcondition {
      condition     = self.refresh_token_rotation[0].feature != "ENABLED" || !contains(self.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
      error_message = "TOK-17 client backend: refresh tokens rotate while the client allows ${join(", ", self.explicit_auth_flows)}; Cognito allows no ALLOW_REFRESH_TOKEN_AUTH then"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_ \\t\\n\\f\\r+=,.@-]*$", self.name))
      error_message = "CLI-02 client backend: name \"${self.name}\" may hold letters, digits, spaces and _ + = , . @ - only"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || self.generate_secret
      error_message = "SEC-04 client backend: client_credentials is allowed to a client without a secret"
    }

    postcondition {
      condition     = !self.enable_propagate_additional_user_context_data || self.generate_secret
      error_message = "SEC-05 client backend: user context data is passed on by a client without a secret"
    }

    postcondition {
      condition     = length(setintersection(self.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])) == 0 || length(setintersection(self.explicit_auth_flows, ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])) == 0
      error_message = "FLOW-02 client backend: ${join(", ", self.explicit_auth_flows)} mix flows of the first generation with ALLOW_ flows"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0
      error_message = "OAU-02 client backend: ${join(", ", self.allowed_oauth_flows)} are allowed; client_credentials cannot stand beside code or implicit"
    }

    postcondition {
      condition     = (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) == 0) && (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) == 0)
      error_message = "OAU-05 client backend: OAuth is off (allowed_oauth_flows_user_pool_client), so its grants and scopes have no effect: ${join(", ", self.allowed_oauth_flows)} ${join(", ", self.allowed_oauth_scopes)}"
    }

    postcondition {
      condition     = (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) > 0) && (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) > 0)
      error_message = "OAU-06 client backend: OAuth is on, but has ${length(self.allowed_oauth_flows)} grants and ${length(self.allowed_oauth_scopes)} scopes; Cognito requires both"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(self.callback_urls) > 0
      error_message = "OAU-07 client backend: ${join(", ", self.allowed_oauth_flows)} allowed without a callback URL"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || alltrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-03 client backend: no scopes for client_credentials: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || anytrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-04 client backend: client_credentials is allowed without a scope of a resource server"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])
      error_message = "OAU-09 client backend: no scopes: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])
      error_message = "OAU-10 client backend: no such scope: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(setintersection(self.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 || contains(self.allowed_oauth_scopes, "openid")
      error_message = "OAU-12 client backend: the client has ${join(", ", self.allowed_oauth_scopes)}; email, phone and profile require openid"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
      error_message = "OAU-16 client backend: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
      error_message = "OAU-17 client backend: URLs must be absolute: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("#", url))])
      error_message = "OAU-18 client backend: URLs must have no fragment: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("#", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
      error_message = "OAU-19 client backend: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
    }

    postcondition {
      condition     = self.default_redirect_uri == null ? true : contains(self.callback_urls, self.default_redirect_uri)
      error_message = "OAU-24 client backend: default redirect ${coalesce(self.default_redirect_uri, "(none)")} is none of ${join(", ", self.callback_urls)}"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])
      error_message = "OAU-25 client backend: no name of an identity provider: ${join(", ", [for provider in self.supported_identity_providers : provider if !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; Cognito allows 1 to 32 characters"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : contains(["COGNITO", "Google"], provider)])
      error_message = "OAU-26 client backend: the pool has no identity provider ${join(", ", [for provider in self.supported_identity_providers : provider if !contains(["COGNITO", "Google"], provider)])}"
    }

    postcondition {
      condition     = alltrue([for name in setunion(self.read_attributes, self.write_attributes) : length(split("", name)) >= 1 && length(split("", name)) <= 2048])
      error_message = "ATT-01 client backend of user pool customers: a name in readAttributes or writeAttributes is empty or has more than 2048 characters"
    }

    postcondition {
      condition     = length(setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)]))) == 0
      error_message = "ATT-02 client backend of user pool customers: no such attribute in the pool: ${join(", ", setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)])))}"
    }

    postcondition {
      condition     = length(setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"])) == 0
      error_message = "ATT-03 client backend of user pool customers: no client can ever write ${join(", ", setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length([for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)]) == 0
      error_message = "ATT-04 client backend of user pool customers: the pool requires ${join(", ", [for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)])}, which the client cannot write; its write attributes must hold every required one"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])) == 0
      error_message = "ATT-07 client backend of user pool customers: an identity provider maps ${join(", ", distinct(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])))}, which the client cannot write"
    }

    postcondition {
      condition     = self.generate_secret == true || (length(self.write_attributes) > 0 && length(setintersection(self.write_attributes, ["custom:tenant"])) == 0)
      error_message = "ATT-12 client backend of user pool customers: a client without a secret may write none of ${join(", ", ["custom:tenant"])}, which grant power; writeAttributes is [${join(", ", self.write_attributes)}]"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 600 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 7200
      error_message = "GRD-01 client backend: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 600 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 7200
      error_message = "GRD-02 client backend: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 31536000
      error_message = "GRD-03 client backend: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = alltrue([for flow in self.explicit_auth_flows : !contains(["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"], flow)])
      error_message = "GRD-05 client backend: the guardrails forbid a flow among ${join(", ", self.explicit_auth_flows)}"
    }

    postcondition {
      condition     = alltrue([for flow in self.allowed_oauth_flows : !contains(["implicit"], flow)])
      error_message = "GRD-06 client backend: the guardrails forbid a grant among ${join(", ", self.allowed_oauth_flows)}"
    }

    postcondition {
      condition     = alltrue([for url in self.callback_urls : !can(regex("(?i)^https?:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url)) || can(regex("(?i)^https?://[^/?#@:\\\\]+\\.acme\\.example(:[0-9]*)?([/?#]|$)", url))])
      error_message = "GRD-07 client backend: the guardrails do not name the host of a callback among ${join(", ", self.callback_urls)}"
    }

    postcondition {
      condition     = self.enable_token_revocation
      error_message = "GRD-08 client backend: tokens cannot be revoked, which the guardrails require"
    }

    postcondition {
      condition     = self.prevent_user_existence_errors == "ENABLED"
      error_message = "GRD-09 client backend: preventUserExistenceErrors is ${self.prevent_user_existence_errors}; the guardrails require ENABLED"
    }
  }
}

resource "aws_cognito_user_pool_client" "legacy_campaign" {
  name                                          = "legacy-campaign"
  user_pool_id                                  = aws_cognito_user_pool.customers.id
  generate_secret                               = true
  access_token_validity                         = 1
  allowed_oauth_flows                           = []
  allowed_oauth_flows_user_pool_client          = false
  allowed_oauth_scopes                          = []
  auth_session_validity                         = 5
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
    "custom:points",
    "custom:since",
    "custom:tenant",
    "custom:vip",
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

  analytics_configuration {
    application_id   = "0123456789abcdef0123456789abcdef"
    external_id      = "acme-analytics"
    role_arn         = "arn:aws:iam::111122223333:role/cognito-analytics"
    user_data_shared = false
  }

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

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 300 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 86400
      error_message = "TOK-01 client legacy-campaign: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 300 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 86400
      error_message = "TOK-02 client legacy-campaign: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 315360000
      error_message = "TOK-03 client legacy-campaign: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}; Cognito allows 1 hour to 3650 days"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token]
      error_message = "TOK-07 client legacy-campaign: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token} and ID token ${self.id_token_validity} ${self.token_validity_units[0].id_token}; neither may outlive the refresh token's ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}"
    }

    postcondition {
      condition     = self.refresh_token_rotation[0].feature != "ENABLED" || !contains(self.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
      error_message = "TOK-17 client legacy-campaign: refresh tokens rotate while the client allows ${join(", ", self.explicit_auth_flows)}; Cognito allows no ALLOW_REFRESH_TOKEN_AUTH then"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_ \\t\\n\\f\\r+=,.@-]*$", self.name))
      error_message = "CLI-02 client legacy-campaign: name \"${self.name}\" may hold letters, digits, spaces and _ + = , . @ - only"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || self.generate_secret
      error_message = "SEC-04 client legacy-campaign: client_credentials is allowed to a client without a secret"
    }

    postcondition {
      condition     = !self.enable_propagate_additional_user_context_data || self.generate_secret
      error_message = "SEC-05 client legacy-campaign: user context data is passed on by a client without a secret"
    }

    postcondition {
      condition     = length(setintersection(self.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])) == 0 || length(setintersection(self.explicit_auth_flows, ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])) == 0
      error_message = "FLOW-02 client legacy-campaign: ${join(", ", self.explicit_auth_flows)} mix flows of the first generation with ALLOW_ flows"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0
      error_message = "OAU-02 client legacy-campaign: ${join(", ", self.allowed_oauth_flows)} are allowed; client_credentials cannot stand beside code or implicit"
    }

    postcondition {
      condition     = (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) == 0) && (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) == 0)
      error_message = "OAU-05 client legacy-campaign: OAuth is off (allowed_oauth_flows_user_pool_client), so its grants and scopes have no effect: ${join(", ", self.allowed_oauth_flows)} ${join(", ", self.allowed_oauth_scopes)}"
    }

    postcondition {
      condition     = (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) > 0) && (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) > 0)
      error_message = "OAU-06 client legacy-campaign: OAuth is on, but has ${length(self.allowed_oauth_flows)} grants and ${length(self.allowed_oauth_scopes)} scopes; Cognito requires both"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(self.callback_urls) > 0
      error_message = "OAU-07 client legacy-campaign: ${join(", ", self.allowed_oauth_flows)} allowed without a callback URL"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || alltrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-03 client legacy-campaign: no scopes for client_credentials: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || anytrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-04 client legacy-campaign: client_credentials is allowed without a scope of a resource server"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])
      error_message = "OAU-09 client legacy-campaign: no scopes: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])
      error_message = "OAU-10 client legacy-campaign: no such scope: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(setintersection(self.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 || contains(self.allowed_oauth_scopes, "openid")
      error_message = "OAU-12 client legacy-campaign: the client has ${join(", ", self.allowed_oauth_scopes)}; email, phone and profile require openid"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
      error_message = "OAU-16 client legacy-campaign: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
      error_message = "OAU-17 client legacy-campaign: URLs must be absolute: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("#", url))])
      error_message = "OAU-18 client legacy-campaign: URLs must have no fragment: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("#", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
      error_message = "OAU-19 client legacy-campaign: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])
      error_message = "OAU-25 client legacy-campaign: no name of an identity provider: ${join(", ", [for provider in self.supported_identity_providers : provider if !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; Cognito allows 1 to 32 characters"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : contains(["COGNITO", "Google"], provider)])
      error_message = "OAU-26 client legacy-campaign: the pool has no identity provider ${join(", ", [for provider in self.supported_identity_providers : provider if !contains(["COGNITO", "Google"], provider)])}"
    }

    postcondition {
      condition     = alltrue([for analytics in self.analytics_configuration : analytics.application_id == null ? true : can(regex("^[0-9a-fA-F]+$", analytics.application_id))])
      error_message = "MIS-04 client legacy-campaign: application_id of the analytics is no hexadecimal number"
    }

    postcondition {
      condition     = alltrue([for name in setunion(self.read_attributes, self.write_attributes) : length(split("", name)) >= 1 && length(split("", name)) <= 2048])
      error_message = "ATT-01 client legacy-campaign of user pool customers: a name in readAttributes or writeAttributes is empty or has more than 2048 characters"
    }

    postcondition {
      condition     = length(setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)]))) == 0
      error_message = "ATT-02 client legacy-campaign of user pool customers: no such attribute in the pool: ${join(", ", setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)])))}"
    }

    postcondition {
      condition     = length(setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"])) == 0
      error_message = "ATT-03 client legacy-campaign of user pool customers: no client can ever write ${join(", ", setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length([for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)]) == 0
      error_message = "ATT-04 client legacy-campaign of user pool customers: the pool requires ${join(", ", [for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)])}, which the client cannot write; its write attributes must hold every required one"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])) == 0
      error_message = "ATT-07 client legacy-campaign of user pool customers: an identity provider maps ${join(", ", distinct(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])))}, which the client cannot write"
    }

    postcondition {
      condition     = self.generate_secret == true || (length(self.write_attributes) > 0 && length(setintersection(self.write_attributes, ["custom:tenant"])) == 0)
      error_message = "ATT-12 client legacy-campaign of user pool customers: a client without a secret may write none of ${join(", ", ["custom:tenant"])}, which grant power; writeAttributes is [${join(", ", self.write_attributes)}]"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 600 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 7200
      error_message = "GRD-01 client legacy-campaign: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 600 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 7200
      error_message = "GRD-02 client legacy-campaign: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 31536000
      error_message = "GRD-03 client legacy-campaign: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = alltrue([for flow in self.explicit_auth_flows : !contains(["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"], flow)])
      error_message = "GRD-05 client legacy-campaign: the guardrails forbid a flow among ${join(", ", self.explicit_auth_flows)}"
    }

    postcondition {
      condition     = alltrue([for flow in self.allowed_oauth_flows : !contains(["implicit"], flow)])
      error_message = "GRD-06 client legacy-campaign: the guardrails forbid a grant among ${join(", ", self.allowed_oauth_flows)}"
    }

    postcondition {
      condition     = alltrue([for url in self.callback_urls : !can(regex("(?i)^https?:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url)) || can(regex("(?i)^https?://[^/?#@:\\\\]+\\.acme\\.example(:[0-9]*)?([/?#]|$)", url))])
      error_message = "GRD-07 client legacy-campaign: the guardrails do not name the host of a callback among ${join(", ", self.callback_urls)}"
    }

    postcondition {
      condition     = self.enable_token_revocation
      error_message = "GRD-08 client legacy-campaign: tokens cannot be revoked, which the guardrails require"
    }

    postcondition {
      condition     = self.prevent_user_existence_errors == "ENABLED"
      error_message = "GRD-09 client legacy-campaign: preventUserExistenceErrors is ${self.prevent_user_existence_errors}; the guardrails require ENABLED"
    }
  }
}

resource "aws_cognito_user_pool_client" "legacy_survey" {
  name                                          = "legacy-survey"
  user_pool_id                                  = aws_cognito_user_pool.customers.id
  generate_secret                               = true
  access_token_validity                         = 1
  allowed_oauth_flows                           = []
  allowed_oauth_flows_user_pool_client          = false
  allowed_oauth_scopes                          = []
  auth_session_validity                         = 5
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
    "custom:points",
    "custom:since",
    "custom:tenant",
    "custom:vip",
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

  analytics_configuration {
    application_arn  = "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/0123456789abcdef0123456789abcdef"
    user_data_shared = false
  }

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

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 300 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 86400
      error_message = "TOK-01 client legacy-survey: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 300 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 86400
      error_message = "TOK-02 client legacy-survey: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 315360000
      error_message = "TOK-03 client legacy-survey: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}; Cognito allows 1 hour to 3650 days"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token]
      error_message = "TOK-07 client legacy-survey: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token} and ID token ${self.id_token_validity} ${self.token_validity_units[0].id_token}; neither may outlive the refresh token's ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}"
    }

    postcondition {
      condition     = self.refresh_token_rotation[0].feature != "ENABLED" || !contains(self.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
      error_message = "TOK-17 client legacy-survey: refresh tokens rotate while the client allows ${join(", ", self.explicit_auth_flows)}; Cognito allows no ALLOW_REFRESH_TOKEN_AUTH then"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_ \\t\\n\\f\\r+=,.@-]*$", self.name))
      error_message = "CLI-02 client legacy-survey: name \"${self.name}\" may hold letters, digits, spaces and _ + = , . @ - only"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || self.generate_secret
      error_message = "SEC-04 client legacy-survey: client_credentials is allowed to a client without a secret"
    }

    postcondition {
      condition     = !self.enable_propagate_additional_user_context_data || self.generate_secret
      error_message = "SEC-05 client legacy-survey: user context data is passed on by a client without a secret"
    }

    postcondition {
      condition     = length(setintersection(self.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])) == 0 || length(setintersection(self.explicit_auth_flows, ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])) == 0
      error_message = "FLOW-02 client legacy-survey: ${join(", ", self.explicit_auth_flows)} mix flows of the first generation with ALLOW_ flows"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0
      error_message = "OAU-02 client legacy-survey: ${join(", ", self.allowed_oauth_flows)} are allowed; client_credentials cannot stand beside code or implicit"
    }

    postcondition {
      condition     = (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) == 0) && (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) == 0)
      error_message = "OAU-05 client legacy-survey: OAuth is off (allowed_oauth_flows_user_pool_client), so its grants and scopes have no effect: ${join(", ", self.allowed_oauth_flows)} ${join(", ", self.allowed_oauth_scopes)}"
    }

    postcondition {
      condition     = (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) > 0) && (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) > 0)
      error_message = "OAU-06 client legacy-survey: OAuth is on, but has ${length(self.allowed_oauth_flows)} grants and ${length(self.allowed_oauth_scopes)} scopes; Cognito requires both"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(self.callback_urls) > 0
      error_message = "OAU-07 client legacy-survey: ${join(", ", self.allowed_oauth_flows)} allowed without a callback URL"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || alltrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-03 client legacy-survey: no scopes for client_credentials: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || anytrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-04 client legacy-survey: client_credentials is allowed without a scope of a resource server"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])
      error_message = "OAU-09 client legacy-survey: no scopes: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])
      error_message = "OAU-10 client legacy-survey: no such scope: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/orders/read", "https://api.acme.example/orders/write", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(setintersection(self.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 || contains(self.allowed_oauth_scopes, "openid")
      error_message = "OAU-12 client legacy-survey: the client has ${join(", ", self.allowed_oauth_scopes)}; email, phone and profile require openid"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
      error_message = "OAU-16 client legacy-survey: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
      error_message = "OAU-17 client legacy-survey: URLs must be absolute: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("#", url))])
      error_message = "OAU-18 client legacy-survey: URLs must have no fragment: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("#", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
      error_message = "OAU-19 client legacy-survey: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])
      error_message = "OAU-25 client legacy-survey: no name of an identity provider: ${join(", ", [for provider in self.supported_identity_providers : provider if !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; Cognito allows 1 to 32 characters"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : contains(["COGNITO", "Google"], provider)])
      error_message = "OAU-26 client legacy-survey: the pool has no identity provider ${join(", ", [for provider in self.supported_identity_providers : provider if !contains(["COGNITO", "Google"], provider)])}"
    }

    postcondition {
      condition     = alltrue([for analytics in self.analytics_configuration : analytics.application_id == null ? true : can(regex("^[0-9a-fA-F]+$", analytics.application_id))])
      error_message = "MIS-04 client legacy-survey: application_id of the analytics is no hexadecimal number"
    }

    postcondition {
      condition     = alltrue([for name in setunion(self.read_attributes, self.write_attributes) : length(split("", name)) >= 1 && length(split("", name)) <= 2048])
      error_message = "ATT-01 client legacy-survey of user pool customers: a name in readAttributes or writeAttributes is empty or has more than 2048 characters"
    }

    postcondition {
      condition     = length(setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)]))) == 0
      error_message = "ATT-02 client legacy-survey of user pool customers: no such attribute in the pool: ${join(", ", setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in aws_cognito_user_pool.customers.schema : "custom:${attribute.name}" if !contains(["email"], attribute.name)])))}"
    }

    postcondition {
      condition     = length(setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"])) == 0
      error_message = "ATT-03 client legacy-survey of user pool customers: no client can ever write ${join(", ", setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length([for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)]) == 0
      error_message = "ATT-04 client legacy-survey of user pool customers: the pool requires ${join(", ", [for attribute in aws_cognito_user_pool.customers.schema : attribute.name if attribute.required && !contains(self.write_attributes, attribute.name)])}, which the client cannot write; its write attributes must hold every required one"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])) == 0
      error_message = "ATT-07 client legacy-survey of user pool customers: an identity provider maps ${join(", ", distinct(flatten([for provider, names in { "Google" = ["email", "name"] } : setsubtract(names, self.write_attributes) if contains(self.supported_identity_providers, provider)])))}, which the client cannot write"
    }

    postcondition {
      condition     = self.generate_secret == true || (length(self.write_attributes) > 0 && length(setintersection(self.write_attributes, ["custom:tenant"])) == 0)
      error_message = "ATT-12 client legacy-survey of user pool customers: a client without a secret may write none of ${join(", ", ["custom:tenant"])}, which grant power; writeAttributes is [${join(", ", self.write_attributes)}]"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 600 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 7200
      error_message = "GRD-01 client legacy-survey: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 600 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 7200
      error_message = "GRD-02 client legacy-survey: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 31536000
      error_message = "GRD-03 client legacy-survey: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = alltrue([for flow in self.explicit_auth_flows : !contains(["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"], flow)])
      error_message = "GRD-05 client legacy-survey: the guardrails forbid a flow among ${join(", ", self.explicit_auth_flows)}"
    }

    postcondition {
      condition     = alltrue([for flow in self.allowed_oauth_flows : !contains(["implicit"], flow)])
      error_message = "GRD-06 client legacy-survey: the guardrails forbid a grant among ${join(", ", self.allowed_oauth_flows)}"
    }

    postcondition {
      condition     = alltrue([for url in self.callback_urls : !can(regex("(?i)^https?:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url)) || can(regex("(?i)^https?://[^/?#@:\\\\]+\\.acme\\.example(:[0-9]*)?([/?#]|$)", url))])
      error_message = "GRD-07 client legacy-survey: the guardrails do not name the host of a callback among ${join(", ", self.callback_urls)}"
    }

    postcondition {
      condition     = self.enable_token_revocation
      error_message = "GRD-08 client legacy-survey: tokens cannot be revoked, which the guardrails require"
    }

    postcondition {
      condition     = self.prevent_user_existence_errors == "ENABLED"
      error_message = "GRD-09 client legacy-survey: preventUserExistenceErrors is ${self.prevent_user_existence_errors}; the guardrails require ENABLED"
    }
  }
}

moved {
  from = aws_cognito_user_pool_client.iphone
  to   = aws_cognito_user_pool_client.ios
}

output "client_ids" {
  description = "Id of each app client, by its key in the config"
  value = {
    android           = aws_cognito_user_pool_client.android.id
    backend           = aws_cognito_user_pool_client.backend.id
    ios               = aws_cognito_user_pool_client.ios.id
    "legacy-campaign" = aws_cognito_user_pool_client.legacy_campaign.id
    "legacy-survey"   = aws_cognito_user_pool_client.legacy_survey.id
    web               = aws_cognito_user_pool_client.web.id
  }
}

output "domain" {
  description = "Host of the sign-in pages and OAuth endpoints"
  value       = aws_cognito_user_pool_domain.customers.domain
}

output "issuer" {
  description = "Issuer of the pool's tokens, their iss claim"
  value       = "https://${aws_cognito_user_pool.customers.endpoint}"
}

output "jwks_uri" {
  description = "Public keys that verify the pool's tokens"
  value       = "https://${aws_cognito_user_pool.customers.endpoint}/.well-known/jwks.json"
}

output "user_pool_arn" {
  description = "ARN of the user pool"
  value       = aws_cognito_user_pool.customers.arn
}

output "user_pool_id" {
  description = "Id of the user pool"
  value       = aws_cognito_user_pool.customers.id
}
