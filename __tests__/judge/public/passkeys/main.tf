resource "aws_cognito_user_pool" "players" {
  name                     = "players"
  user_pool_tier           = "ESSENTIALS"
  deletion_protection      = "ACTIVE"
  alias_attributes         = ["email", "preferred_username"]
  auto_verified_attributes = ["email"]

  username_configuration {
    case_sensitive = false
  }

  sign_in_policy {
    allowed_first_auth_factors = ["PASSWORD", "WEB_AUTHN", "EMAIL_OTP"]
  }

  web_authn_configuration {
    user_verification = "required"
  }
}

resource "aws_cognito_user_pool_domain" "sign_in" {
  domain                = "players-sign-in"
  managed_login_version = 2
  user_pool_id          = aws_cognito_user_pool.players.id
}

resource "aws_cognito_user_pool_client" "web" {
  name                                 = "web"
  user_pool_id                         = aws_cognito_user_pool.players.id
  callback_urls                        = ["https://play.example.org/callback"]
  logout_urls                          = ["https://play.example.org/logout"]
  default_redirect_uri                 = "https://play.example.org/callback"
  read_attributes                      = ["email", "email_verified"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = ["email", "openid", "profile"]
  explicit_auth_flows                  = ["ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  supported_identity_providers         = ["COGNITO"]
}
