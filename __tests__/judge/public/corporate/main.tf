variable "metadata_url" {
  type    = string
  default = "https://login.corporate.example/metadata.xml"
}


resource "aws_acm_certificate" "sign_in" {
  domain_name       = "sign-in.corporate.example"
  validation_method = "DNS"
}

resource "aws_cognito_user_pool" "corporate" {
  name             = "corporate"
  alias_attributes = ["email"]

  admin_create_user_config {
    allow_admin_create_user_only = true
  }

  schema {
    name                = "email"
    attribute_data_type = "String"
    required            = true
    mutable             = true

    string_attribute_constraints {
      min_length = 0
      max_length = 2048
    }
  }
}

resource "aws_cognito_identity_provider" "corporate" {
  user_pool_id  = aws_cognito_user_pool.corporate.id
  provider_name = "SAML"
  provider_type = "SAML"

  provider_details = {
    MetadataURL = var.metadata_url
  }

  attribute_mapping = {
    email       = "email"
    family_name = "lastname"
    given_name  = "firstname"
  }

  lifecycle {
    ignore_changes = [provider_details["ActiveEncryptionCertificate"]]
  }
}

resource "aws_cognito_user_pool_domain" "corporate" {
  domain          = "sign-in.corporate.example"
  certificate_arn = aws_acm_certificate.sign_in.arn
  user_pool_id    = aws_cognito_user_pool.corporate.id
}

resource "aws_cognito_user_pool_client" "balancer" {
  name                                 = "balancer"
  user_pool_id                         = aws_cognito_user_pool.corporate.id
  generate_secret                      = true
  callback_urls                        = ["https://apps.corporate.example/oauth2/idpresponse"]
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["openid"]
  supported_identity_providers         = [aws_cognito_identity_provider.corporate.provider_name]
}
