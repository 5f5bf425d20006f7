resource "aws_cognito_user_pool" "shoppers" {
  name = "shoppers"
}

resource "aws_pinpoint_app" "campaigns" {
  name = "campaigns"
}

resource "aws_iam_role" "analytics" {
  name = "cognito-analytics"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "cognito-idp.amazonaws.com" } }]
  })
}

resource "aws_cognito_user_pool_client" "app" {
  name         = "app"
  user_pool_id = aws_cognito_user_pool.shoppers.id

  analytics_configuration {
    application_id   = aws_pinpoint_app.campaigns.application_id
    external_id      = "shop"
    role_arn         = aws_iam_role.analytics.arn
    user_data_shared = true
  }
}
