variable "services" {
  default = {
    billing  = ["read", "write"]
    invoices = ["read"]
  }
}

resource "aws_cognito_user_pool" "services" {
  name = "services"

  admin_create_user_config {
    allow_admin_create_user_only = true
  }
}

resource "aws_cognito_user_pool_domain" "services" {
  domain       = "acme-services"
  user_pool_id = aws_cognito_user_pool.services.id
}

resource "aws_cognito_resource_server" "payments" {
  identifier   = "payments"
  name         = "payments"
  user_pool_id = aws_cognito_user_pool.services.id

  dynamic "scope" {
    for_each = toset(["read", "write"])
    content {
      scope_name        = scope.value
      scope_description = "payments/${scope.value}"
    }
  }
}

resource "aws_cognito_user_pool_client" "service" {
  for_each = var.services

  name                                 = each.key
  user_pool_id                         = aws_cognito_user_pool.services.id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = [for each in each.value : "${aws_cognito_resource_server.payments.identifier}/${each}"]
  supported_identity_providers         = ["COGNITO"]
  explicit_auth_flows                  = ["ALLOW_REFRESH_TOKEN_AUTH"]
}

resource "aws_cognito_user_pool_client" "everything" {
  name                                 = "everything"
  user_pool_id                         = aws_cognito_user_pool.services.id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = aws_cognito_resource_server.payments.scope_identifiers
}
