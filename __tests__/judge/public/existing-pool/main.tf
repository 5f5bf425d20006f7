variable "user_pool_id" {
  type    = string
  default = "us-east-1_Ab3dEf6h1"
}

variable "enabled" {
  type    = bool
  default = true
}

resource "aws_cognito_user_pool_client" "dashboard" {
  count                                = var.enabled ? 1 : 0
  name                                 = "dashboard"
  user_pool_id                         = var.user_pool_id
  generate_secret                      = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["openid", "email", "orders/read"]
  callback_urls                        = ["https://dashboard.acme.example/oauth2/callback"]
  supported_identity_providers         = ["COGNITO", "Okta"]
  read_attributes                      = ["email", "custom:team"]
}

resource "aws_cognito_user_pool_domain" "dashboard" {
  domain       = "acme-dashboard"
  user_pool_id = var.user_pool_id
}

resource "aws_cognito_identity_provider" "okta" {
  user_pool_id  = var.user_pool_id
  provider_name = "Okta"
  provider_type = "OIDC"

  provider_details = {
    client_id                 = "0oa1b2c3"
    client_secret             = "secret"
    authorize_scopes          = "openid email profile"
    attributes_request_method = "GET"
    oidc_issuer               = "https://acme.okta.com"
  }

  attribute_mapping = {
    email         = "email"
    username      = "sub"
    "custom:team" = "team"
  }
}

resource "aws_cognito_user_group" "viewers" {
  name         = "viewers"
  user_pool_id = var.user_pool_id
}

resource "aws_cognito_resource_server" "orders" {
  identifier   = "orders"
  name         = "orders"
  user_pool_id = var.user_pool_id

  scope {
    scope_name        = "read"
    scope_description = "Read orders"
  }
}
