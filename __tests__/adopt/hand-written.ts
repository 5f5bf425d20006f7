import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes a configuration as somebody writes it by hand: a pool with what is attached to it, its clients in a module. */
export function handWritten(folder: string): void {
  mkdirSync(join(folder, "clients"));
  writeFileSync(join(folder, "main.tf"), MAIN);
  writeFileSync(join(folder, "clients", "main.tf"), CLIENTS);
}

const MAIN = `
resource "aws_cognito_user_pool" "main" {
  name                     = "Staff"
  auto_verified_attributes = ["email"]
  mfa_configuration        = "OPTIONAL"

  software_token_mfa_configuration {
    enabled = true
  }

  schema {
    name                = "team"
    attribute_data_type = "String"
    mutable             = true
  }

  schema {
    name                = "level"
    attribute_data_type = "Number"
    mutable             = true
    number_attribute_constraints {
      min_value = 1
      max_value = 9
    }
  }

  admin_create_user_config {
    invite_message_template {
      email_subject = "Welcome"
      email_message = "Hello {username}, {####}"
      sms_message   = "{username} {####}"
    }
  }

  lambda_config {
    pre_sign_up = "arn:aws:lambda:eu-west-1:111122223333:function:pre-sign-up"
  }

  tags = { team = "identity" }
}

resource "aws_cognito_user_pool_domain" "main" {
  domain       = "acme-staff"
  user_pool_id = aws_cognito_user_pool.main.id
}

resource "aws_cognito_resource_server" "orders" {
  identifier   = "https://api.acme.example/orders"
  name         = "Orders"
  user_pool_id = aws_cognito_user_pool.main.id

  scope {
    scope_name        = "read"
    scope_description = "See"
  }
}

resource "aws_cognito_identity_provider" "google" {
  user_pool_id  = aws_cognito_user_pool.main.id
  provider_name = "Google"
  provider_type = "Google"

  provider_details = {
    client_id        = "1.apps.googleusercontent.com"
    client_secret    = "hush"
    authorize_scopes = "openid email"
  }

  attribute_mapping = {
    email    = "email"
    username = "sub"
  }
}

resource "aws_cognito_user_group" "admins" {
  name         = "admins"
  user_pool_id = aws_cognito_user_pool.main.id
  precedence   = 1
}

module "clients" {
  source       = "./clients"
  user_pool_id = aws_cognito_user_pool.main.id
  scopes       = ["openid", "\${aws_cognito_resource_server.orders.identifier}/read"]
}
`;

const CLIENTS = `
variable "user_pool_id" {}
variable "scopes" {}

locals {
  apps = {
    web = { secret = true, minutes = 30 }
    ios = { secret = false, minutes = 60 }
  }
}

resource "aws_cognito_user_pool_client" "app" {
  for_each = local.apps

  name                                 = each.key
  user_pool_id                         = var.user_pool_id
  generate_secret                      = each.value.secret
  access_token_validity                = each.value.minutes
  explicit_auth_flows                  = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = var.scopes
  callback_urls                        = ["https://app.acme.example/callback"]
  supported_identity_providers         = ["COGNITO"]

  token_validity_units {
    access_token = "minutes"
  }
}
`;
