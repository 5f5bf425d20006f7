variable "stage" {
  type    = string
  default = "dev"
}

locals {
  is_local = var.stage != "prod"
}

resource "aws_iam_role" "function" {
  name = "sign-up"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "sign_up" {
  function_name = "sign-up"
  role          = aws_iam_role.function.arn
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  s3_bucket     = "code"
  s3_key        = "sign-up.zip"
}

resource "aws_cognito_user_pool" "_" {
  name             = "service-${var.stage}"
  alias_attributes = ["email", "preferred_username"]

  admin_create_user_config {
    allow_admin_create_user_only = false
  }

  password_policy {
    minimum_length    = 8
    require_uppercase = true
    require_lowercase = true
    require_numbers   = true
    require_symbols   = true
  }

  schema {
    name                = "email"
    attribute_data_type = "String"
    mutable             = false
    required            = true
  }

  lambda_config {
    pre_sign_up = aws_lambda_function.sign_up.arn
  }

  lifecycle {
    ignore_changes = [schema]
  }
}

resource "aws_cognito_user_pool_client" "_" {
  name                = "service-${var.stage}"
  user_pool_id        = aws_cognito_user_pool._.id
  generate_secret     = false
  explicit_auth_flows = ["ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH"]
}

resource "aws_cognito_user_pool_client" "site" {
  name                                 = "site"
  user_pool_id                         = aws_cognito_user_pool._.id
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["email", "openid", "profile"]
  supported_identity_providers         = ["COGNITO"]
  callback_urls                        = concat(["https://service.example.dev/callback"], local.is_local ? ["http://localhost:3000/callback"] : [])
  logout_urls                          = ["http://localhost:3000"]
  explicit_auth_flows                  = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]

  access_token_validity  = 1
  id_token_validity      = 1
  refresh_token_validity = 30

  token_validity_units {
    access_token  = "hours"
    id_token      = "hours"
    refresh_token = "days"
  }
}
