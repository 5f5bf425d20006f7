variable "tenant" { type = string }
variable "factor" { type = string }

resource "aws_cognito_user_pool" "users" {
  name              = "${var.tenant}-users"
  mfa_configuration = var.factor

  software_token_mfa_configuration {
    enabled = true
  }

  schema {
    name                = "tenant_role"
    attribute_data_type = "String"
    mutable             = true
    string_attribute_constraints {
      min_length = 0
      max_length = 256
    }
  }
}

resource "aws_cognito_resource_server" "platform" {
  identifier   = "saas/${var.tenant}"
  name         = "platform"
  user_pool_id = aws_cognito_user_pool.users.id

  scope {
    scope_name        = "read"
    scope_description = "Read"
  }
}

resource "aws_cognito_user_pool_domain" "users" {
  domain       = "saas-${var.tenant}"
  user_pool_id = aws_cognito_user_pool.users.id
}

resource "aws_cognito_user_pool_client" "site" {
  name                                 = "${var.tenant}-site"
  user_pool_id                         = aws_cognito_user_pool.users.id
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["openid", "email", "saas/${var.tenant}/read"]
  callback_urls                        = ["https://${var.tenant}.saas.example/callback"]
  supported_identity_providers         = ["COGNITO"]
  read_attributes                      = ["email", "custom:tenant_role"]
  write_attributes                     = ["email"]
}

output "pool" {
  value = aws_cognito_user_pool.users.id
}
