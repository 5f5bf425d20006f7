resource "aws_iam_role" "functions" {
  name = "challenges"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "challenge" {
  for_each      = toset(["define", "create", "verify"])
  function_name = "${each.key}-challenge"
  role          = aws_iam_role.functions.arn
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  s3_bucket     = "code"
  s3_key        = "${each.key}.zip"
}

resource "aws_cognito_user_pool" "passwordless" {
  name                     = "passwordless"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]

  lambda_config {
    define_auth_challenge          = aws_lambda_function.challenge["define"].arn
    create_auth_challenge          = aws_lambda_function.challenge["create"].arn
    verify_auth_challenge_response = aws_lambda_function.challenge["verify"].arn
  }
}

resource "aws_cognito_user_pool_client" "app" {
  name                = "app"
  user_pool_id        = aws_cognito_user_pool.passwordless.id
  explicit_auth_flows = ["CUSTOM_AUTH_FLOW_ONLY"]
}

resource "aws_cognito_user_pool_client" "web" {
  name                = "web"
  user_pool_id        = aws_cognito_user_pool.passwordless.id
  explicit_auth_flows = ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}
