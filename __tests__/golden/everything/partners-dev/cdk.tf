# partners-dev: synthesized from userpools.yaml by cdktf-cognito 0.1.0, rule set 1.0.
# Change that file, not this one, and run: cdktf-cognito synth --hcl --config userpools.yaml --env dev

terraform {
  required_version = ">= 1.5.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }

  backend "local" {
    path = "../../../state/partners-dev.tfstate"
  }
}

provider "aws" {
  profile = "acme-dev"
  region  = "eu-west-1"
}

variable "partners_pool_id" {
  description = "For pools.partners.existing.userPoolId"
  type        = string
  default     = "eu-west-1_AbCdEfGhI"
  nullable    = false

  validation {
    condition     = startswith(var.partners_pool_id, "eu-west-1_")
    error_message = "POOL-15 user pool partners: the ID of a user pool in eu-west-1 begins with eu-west-1_"
  }

  validation {
    condition     = length(split("", var.partners_pool_id)) >= 1 && length(split("", var.partners_pool_id)) <= 55 && can(regex("^[\\w-]+_[0-9A-Za-z]+$", var.partners_pool_id))
    error_message = "POOL-03 user pool partners: no user pool has this id; one has the form eu-west-1_Ab3dEf6h1, of at most 55 characters"
  }
}

data "aws_cognito_user_pool" "partners" {
  user_pool_id = var.partners_pool_id
}

resource "aws_cognito_user_pool_client" "portal" {
  name                                          = "portal"
  user_pool_id                                  = data.aws_cognito_user_pool.partners.user_pool_id
  generate_secret                               = true
  access_token_validity                         = 1
  allowed_oauth_flows                           = []
  allowed_oauth_flows_user_pool_client          = false
  allowed_oauth_scopes                          = []
  auth_session_validity                         = 3
  callback_urls                                 = []
  enable_propagate_additional_user_context_data = false
  enable_token_revocation                       = true
  explicit_auth_flows                           = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"]
  id_token_validity                             = 1
  logout_urls                                   = []
  prevent_user_existence_errors                 = "ENABLED"
  read_attributes = [
    "address",
    "birthdate",
    "email",
    "email_verified",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
    "phone_number",
    "phone_number_verified",
    "picture",
    "preferred_username",
    "profile",
    "updated_at",
    "website",
    "zoneinfo",
  ]
  refresh_token_validity       = 30
  supported_identity_providers = ["COGNITO"]
  write_attributes = [
    "address",
    "birthdate",
    "email",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
    "phone_number",
    "picture",
    "preferred_username",
    "profile",
    "updated_at",
    "website",
    "zoneinfo",
  ]

  refresh_token_rotation {
    feature                    = "DISABLED"
    retry_grace_period_seconds = 0
  }

  token_validity_units {
    access_token  = "hours"
    id_token      = "hours"
    refresh_token = "days"
  }

  lifecycle {
    prevent_destroy = true

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 300 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 86400
      error_message = "TOK-01 client portal: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 300 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 86400
      error_message = "TOK-02 client portal: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 315360000
      error_message = "TOK-03 client portal: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}; Cognito allows 1 hour to 3650 days"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token]
      error_message = "TOK-07 client portal: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token} and ID token ${self.id_token_validity} ${self.token_validity_units[0].id_token}; neither may outlive the refresh token's ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}"
    }

    postcondition {
      condition     = self.refresh_token_rotation[0].feature != "ENABLED" || !contains(self.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
      error_message = "TOK-17 client portal: refresh tokens rotate while the client allows ${join(", ", self.explicit_auth_flows)}; Cognito allows no ALLOW_REFRESH_TOKEN_AUTH then"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_ \\t\\n\\f\\r+=,.@-]*$", self.name))
      error_message = "CLI-02 client portal: name \"${self.name}\" may hold letters, digits, spaces and _ + = , . @ - only"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || self.generate_secret
      error_message = "SEC-04 client portal: client_credentials is allowed to a client without a secret"
    }

    postcondition {
      condition     = !self.enable_propagate_additional_user_context_data || self.generate_secret
      error_message = "SEC-05 client portal: user context data is passed on by a client without a secret"
    }

    postcondition {
      condition     = length(setintersection(self.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])) == 0 || length(setintersection(self.explicit_auth_flows, ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])) == 0
      error_message = "FLOW-02 client portal: ${join(", ", self.explicit_auth_flows)} mix flows of the first generation with ALLOW_ flows"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0
      error_message = "OAU-02 client portal: ${join(", ", self.allowed_oauth_flows)} are allowed; client_credentials cannot stand beside code or implicit"
    }

    postcondition {
      condition     = (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) == 0) && (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) == 0)
      error_message = "OAU-05 client portal: OAuth is off (allowed_oauth_flows_user_pool_client), so its grants and scopes have no effect: ${join(", ", self.allowed_oauth_flows)} ${join(", ", self.allowed_oauth_scopes)}"
    }

    postcondition {
      condition     = (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) > 0) && (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) > 0)
      error_message = "OAU-06 client portal: OAuth is on, but has ${length(self.allowed_oauth_flows)} grants and ${length(self.allowed_oauth_scopes)} scopes; Cognito requires both"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(self.callback_urls) > 0
      error_message = "OAU-07 client portal: ${join(", ", self.allowed_oauth_flows)} allowed without a callback URL"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || alltrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-03 client portal: no scopes for client_credentials: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || anytrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-04 client portal: client_credentials is allowed without a scope of a resource server"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])
      error_message = "OAU-09 client portal: no scopes: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope) || (can(regex("/", scope)) && !contains([], replace(scope, "//[^/]*$/", "")))])
      error_message = "OAU-10 client portal: no such scope: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope) && (!can(regex("/", scope)) || contains([], replace(scope, "//[^/]*$/", "")))])}"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(setintersection(self.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 || contains(self.allowed_oauth_scopes, "openid")
      error_message = "OAU-12 client portal: the client has ${join(", ", self.allowed_oauth_scopes)}; email, phone and profile require openid"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
      error_message = "OAU-16 client portal: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
      error_message = "OAU-17 client portal: URLs must be absolute: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("#", url))])
      error_message = "OAU-18 client portal: URLs must have no fragment: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("#", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
      error_message = "OAU-19 client portal: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])
      error_message = "OAU-25 client portal: no name of an identity provider: ${join(", ", [for provider in self.supported_identity_providers : provider if !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; Cognito allows 1 to 32 characters"
    }

    postcondition {
      condition     = alltrue([for name in setunion(self.read_attributes, self.write_attributes) : length(split("", name)) >= 1 && length(split("", name)) <= 2048])
      error_message = "ATT-01 client portal of user pool partners: a name in readAttributes or writeAttributes is empty or has more than 2048 characters"
    }

    postcondition {
      condition     = length(setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in data.aws_cognito_user_pool.partners.schema_attributes : attribute.name]))) == 0
      error_message = "ATT-02 client portal of user pool partners: no such attribute in the pool: ${join(", ", setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in data.aws_cognito_user_pool.partners.schema_attributes : attribute.name])))}"
    }

    postcondition {
      condition     = length(setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"])) == 0
      error_message = "ATT-03 client portal of user pool partners: no client can ever write ${join(", ", setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length([for attribute in data.aws_cognito_user_pool.partners.schema_attributes : attribute.name if attribute.required && attribute.name != "sub" && !contains(self.write_attributes, attribute.name)]) == 0
      error_message = "ATT-04 client portal of user pool partners: the pool requires ${join(", ", [for attribute in data.aws_cognito_user_pool.partners.schema_attributes : attribute.name if attribute.required && attribute.name != "sub" && !contains(self.write_attributes, attribute.name)])}, which the client cannot write; its write attributes must hold every required one"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] >= 600 && self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= 7200
      error_message = "GRD-01 client portal: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 600 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 7200
      error_message = "GRD-02 client portal: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}, outside the guardrails"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 31536000
      error_message = "GRD-03 client portal: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}, outside the guardrails"
    }

    postcondition {
      condition     = alltrue([for flow in self.explicit_auth_flows : !contains(["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"], flow)])
      error_message = "GRD-05 client portal: the guardrails forbid a flow among ${join(", ", self.explicit_auth_flows)}"
    }

    postcondition {
      condition     = alltrue([for flow in self.allowed_oauth_flows : !contains(["implicit"], flow)])
      error_message = "GRD-06 client portal: the guardrails forbid a grant among ${join(", ", self.allowed_oauth_flows)}"
    }

    postcondition {
      condition     = alltrue([for url in self.callback_urls : !can(regex("(?i)^https?:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url)) || can(regex("(?i)^https?://[^/?#@:\\\\]+\\.acme\\.example(:[0-9]*)?([/?#]|$)", url))])
      error_message = "GRD-07 client portal: the guardrails do not name the host of a callback among ${join(", ", self.callback_urls)}"
    }

    postcondition {
      condition     = self.enable_token_revocation
      error_message = "GRD-08 client portal: tokens cannot be revoked, which the guardrails require"
    }

    postcondition {
      condition     = self.prevent_user_existence_errors == "ENABLED"
      error_message = "GRD-09 client portal: preventUserExistenceErrors is ${self.prevent_user_existence_errors}; the guardrails require ENABLED"
    }
  }
}

output "client_ids" {
  description = "Id of each app client, by its key in the config"
  value = {
    portal = aws_cognito_user_pool_client.portal.id
  }
}

output "issuer" {
  description = "Issuer of the pool's tokens, their iss claim"
  value       = "https://cognito-idp.eu-west-1.amazonaws.com/${data.aws_cognito_user_pool.partners.user_pool_id}"
}

output "jwks_uri" {
  description = "Public keys that verify the pool's tokens"
  value       = "https://cognito-idp.eu-west-1.amazonaws.com/${data.aws_cognito_user_pool.partners.user_pool_id}/.well-known/jwks.json"
}

output "user_pool_arn" {
  description = "ARN of the user pool"
  value       = data.aws_cognito_user_pool.partners.arn
}

output "user_pool_id" {
  description = "Id of the user pool"
  value       = data.aws_cognito_user_pool.partners.user_pool_id
}
