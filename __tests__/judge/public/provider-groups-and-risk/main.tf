data "aws_iam_policy_document" "trust" {
  statement {
    effect  = "Allow"
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["cognito-identity.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "editors" {
  name               = "editors"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_cognito_user_pool" "writers" {
  name = "writers"
}

resource "aws_cognito_user_group" "editors" {
  name         = "editors"
  user_pool_id = aws_cognito_user_pool.writers.id
  description  = "Managed by Terraform"
  precedence   = 42
  role_arn     = aws_iam_role.editors.arn
}

resource "aws_cognito_risk_configuration" "writers" {
  user_pool_id = aws_cognito_user_pool.writers.id

  risk_exception_configuration {
    blocked_ip_range_list = ["10.10.10.10/32"]
  }
}

resource "aws_wafv2_web_acl" "edge" {
  name  = "edge"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = false
    metric_name                = "edge"
    sampled_requests_enabled   = false
  }
}

resource "aws_wafv2_web_acl_association" "writers" {
  resource_arn = aws_cognito_user_pool.writers.arn
  web_acl_arn  = aws_wafv2_web_acl.edge.arn
}
