variable "host" {
  type    = string
  default = "tools.acme.example"
}

resource "aws_cognito_user_pool" "internal" {
  name                     = "internal-tools"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]

  admin_create_user_config {
    allow_admin_create_user_only = true
  }
}

resource "aws_cognito_user_pool_domain" "internal" {
  domain       = "acme-internal-tools"
  user_pool_id = aws_cognito_user_pool.internal.id
}

resource "aws_cognito_user_pool_client" "balancer" {
  name                                 = "balancer"
  user_pool_id                         = aws_cognito_user_pool.internal.id
  generate_secret                      = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["openid", "email", "profile"]
  supported_identity_providers         = ["COGNITO"]
  callback_urls                        = ["https://${var.host}/oauth2/idpresponse"]
  logout_urls                          = ["https://${var.host}"]
}
