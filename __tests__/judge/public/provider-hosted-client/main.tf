resource "aws_cognito_user_pool" "members" {
  name = "members"
}

resource "aws_cognito_user_pool_client" "site" {
  name                                 = "site"
  user_pool_id                         = aws_cognito_user_pool.members.id
  callback_urls                        = ["https://example.com"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code", "implicit"]
  allowed_oauth_scopes                 = ["email", "openid"]
  supported_identity_providers         = ["COGNITO"]
}

resource "aws_cognito_user_pool_client" "back_end" {
  name                = "back-end"
  user_pool_id        = aws_cognito_user_pool.members.id
  generate_secret     = true
  explicit_auth_flows = ["ADMIN_NO_SRP_AUTH"]
}

resource "aws_cognito_user_pool_client" "plain" {
  name         = "plain"
  user_pool_id = aws_cognito_user_pool.members.id
}
