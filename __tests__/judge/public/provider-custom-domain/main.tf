resource "aws_acm_certificate" "sign_in" {
  domain_name       = "auth.members.example.com"
  validation_method = "DNS"
}

resource "aws_cognito_user_pool" "members" {
  name = "members"
}

resource "aws_cognito_user_pool_domain" "sign_in" {
  domain          = "auth.members.example.com"
  certificate_arn = aws_acm_certificate.sign_in.arn
  user_pool_id    = aws_cognito_user_pool.members.id
}

resource "aws_cognito_resource_server" "api" {
  identifier   = "https://api.members.example.com"
  name         = "api"
  user_pool_id = aws_cognito_user_pool.members.id

  scope {
    scope_name        = "sample-scope"
    scope_description = "a sample scope"
  }
}

resource "aws_cognito_user_pool_client" "app" {
  name         = "app"
  user_pool_id = aws_cognito_user_pool.members.id
}

resource "aws_cognito_user_pool_ui_customization" "pages" {
  client_id    = aws_cognito_user_pool_client.app.id
  css          = ".label-customizable {font-weight: 400;}"
  user_pool_id = aws_cognito_user_pool_domain.sign_in.user_pool_id
}
