# customers-prod: synthesized from userpools.yaml by cdktf-cognito 0.1.0, rule set 1.0.
# Change that file, not this one, and run: cdktf-cognito synth --hcl --config userpools.yaml --env prod

terraform {
  required_version = ">= 1.5.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }

  backend "local" {
    path = "../../../terraform.customers-prod.tfstate"
  }
}

provider "aws" {
  allowed_account_ids = ["111122223333"]
  region              = "eu-west-1"
}

data "aws_cognito_user_pool" "customers" {
  user_pool_id = "eu-west-1_AbCdEfGhI"
}

resource "aws_cognito_resource_server" "reports" {
  name         = "reports"
  identifier   = "https://api.acme.example/reports"
  user_pool_id = data.aws_cognito_user_pool.customers.user_pool_id

  scope {
    scope_description = "See reports"
    scope_name        = "read"
  }

  lifecycle {
    postcondition {
      condition     = can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}$", self.identifier))
      error_message = "RS-01 resource server reports: identifier ${jsonencode(self.identifier)} must be 1 to 256 printable ASCII characters without spaces, quotes and backslashes, and unique in the pool"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_\\t\\n\\v\\f\\r +=,.@-]{1,256}$", self.name))
      error_message = "RS-02 resource server reports: name ${jsonencode(self.name)} must be 1 to 256 letters, digits, spaces or _ + = , . @ -"
    }

    postcondition {
      condition     = alltrue([for scope in self.scope : can(regex("^[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]{1,256}$", scope.scope_name))])
      error_message = "RS-03 resource server reports: a scope must be 1 to 256 printable ASCII characters without / and spaces: ${join(", ", [for scope in self.scope : scope.scope_name if !(can(regex("^[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]{1,256}$", scope.scope_name)))])}"
    }

    postcondition {
      condition     = alltrue([for scope in self.scope : try(length(split("", scope.scope_description)) >= 1 && length(split("", scope.scope_description)) <= 256 && length(replace(base64encode(scope.scope_description), "=", "")) <= 342, false)])
      error_message = "RS-04 resource server reports: a scope's description must have 1 to 256 characters, and at most 256 bytes: ${join(", ", [for scope in self.scope : scope.scope_name if !(try(length(split("", scope.scope_description)) >= 1 && length(split("", scope.scope_description)) <= 256 && length(replace(base64encode(scope.scope_description), "=", "")) <= 342, false))])}"
    }

    postcondition {
      condition     = length(self.scope) <= 100
      error_message = "RS-05 resource server reports: the resource server has ${length(self.scope)} scopes; Cognito allows 100"
    }

    postcondition {
      condition     = alltrue([for scope in self.scope : length(split("", "${self.identifier}/${scope.scope_name}")) <= 256])
      error_message = "RS-06 resource server reports: <identifier>/<scope> must have at most 256 characters: ${join(", ", [for scope in self.scope : scope.scope_name if !(length(split("", "${self.identifier}/${scope.scope_name}")) <= 256)])}"
    }
  }
}

resource "aws_cognito_user_pool_client" "dashboard" {
  name                                 = "dashboard"
  user_pool_id                         = data.aws_cognito_user_pool.customers.user_pool_id
  generate_secret                      = false
  access_token_validity                = 1
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes = [
    "email",
    "${aws_cognito_resource_server.reports.identifier}/read",
    "openid",
  ]
  auth_session_validity                         = 3
  callback_urls                                 = ["https://dashboard.acme.example/signed-in"]
  enable_propagate_additional_user_context_data = false
  enable_token_revocation                       = true
  explicit_auth_flows                           = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"]
  id_token_validity                             = 1
  logout_urls                                   = ["https://dashboard.acme.example/"]
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
  refresh_token_validity       = 1
  supported_identity_providers = ["COGNITO"]
  write_attributes = [
    "birthdate",
    "email",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
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
      error_message = "TOK-01 client dashboard: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 300 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 86400
      error_message = "TOK-02 client dashboard: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 315360000
      error_message = "TOK-03 client dashboard: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}; Cognito allows 1 hour to 3650 days"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token]
      error_message = "TOK-07 client dashboard: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token} and ID token ${self.id_token_validity} ${self.token_validity_units[0].id_token}; neither may outlive the refresh token's ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}"
    }

    postcondition {
      condition     = self.refresh_token_rotation[0].feature != "ENABLED" || !contains(self.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
      error_message = "TOK-17 client dashboard: refresh tokens rotate while the client allows ${join(", ", self.explicit_auth_flows)}; Cognito allows no ALLOW_REFRESH_TOKEN_AUTH then"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_ \\t\\n\\f\\r+=,.@-]*$", self.name))
      error_message = "CLI-02 client dashboard: name \"${self.name}\" may hold letters, digits, spaces and _ + = , . @ - only"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || self.generate_secret
      error_message = "SEC-04 client dashboard: client_credentials is allowed to a client without a secret"
    }

    postcondition {
      condition     = !self.enable_propagate_additional_user_context_data || self.generate_secret
      error_message = "SEC-05 client dashboard: user context data is passed on by a client without a secret"
    }

    postcondition {
      condition     = length(setintersection(self.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])) == 0 || length(setintersection(self.explicit_auth_flows, ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])) == 0
      error_message = "FLOW-02 client dashboard: ${join(", ", self.explicit_auth_flows)} mix flows of the first generation with ALLOW_ flows"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0
      error_message = "OAU-02 client dashboard: ${join(", ", self.allowed_oauth_flows)} are allowed; client_credentials cannot stand beside code or implicit"
    }

    postcondition {
      condition     = (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) == 0) && (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) == 0)
      error_message = "OAU-05 client dashboard: OAuth is off (allowed_oauth_flows_user_pool_client), so its grants and scopes have no effect: ${join(", ", self.allowed_oauth_flows)} ${join(", ", self.allowed_oauth_scopes)}"
    }

    postcondition {
      condition     = (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) > 0) && (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) > 0)
      error_message = "OAU-06 client dashboard: OAuth is on, but has ${length(self.allowed_oauth_flows)} grants and ${length(self.allowed_oauth_scopes)} scopes; Cognito requires both"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(self.callback_urls) > 0
      error_message = "OAU-07 client dashboard: ${join(", ", self.allowed_oauth_flows)} allowed without a callback URL"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || alltrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-03 client dashboard: no scopes for client_credentials: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || anytrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-04 client dashboard: client_credentials is allowed without a scope of a resource server"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])
      error_message = "OAU-09 client dashboard: no scopes: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/reports/read", "openid", "phone", "profile"], scope) || (can(regex("/", scope)) && !contains(["https://api.acme.example/reports"], replace(scope, "//[^/]*$/", "")))])
      error_message = "OAU-10 client dashboard: no such scope: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/reports/read", "openid", "phone", "profile"], scope) && (!can(regex("/", scope)) || contains(["https://api.acme.example/reports"], replace(scope, "//[^/]*$/", "")))])}"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(setintersection(self.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 || contains(self.allowed_oauth_scopes, "openid")
      error_message = "OAU-12 client dashboard: the client has ${join(", ", self.allowed_oauth_scopes)}; email, phone and profile require openid"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
      error_message = "OAU-16 client dashboard: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
      error_message = "OAU-17 client dashboard: URLs must be absolute: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("#", url))])
      error_message = "OAU-18 client dashboard: URLs must have no fragment: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("#", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
      error_message = "OAU-19 client dashboard: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])
      error_message = "OAU-25 client dashboard: no name of an identity provider: ${join(", ", [for provider in self.supported_identity_providers : provider if !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; Cognito allows 1 to 32 characters"
    }

    postcondition {
      condition     = alltrue([for name in setunion(self.read_attributes, self.write_attributes) : length(split("", name)) >= 1 && length(split("", name)) <= 2048])
      error_message = "ATT-01 client dashboard of user pool customers: a name in readAttributes or writeAttributes is empty or has more than 2048 characters"
    }

    postcondition {
      condition     = length(setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in data.aws_cognito_user_pool.customers.schema_attributes : attribute.name]))) == 0
      error_message = "ATT-02 client dashboard of user pool customers: no such attribute in the pool: ${join(", ", setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in data.aws_cognito_user_pool.customers.schema_attributes : attribute.name])))}"
    }

    postcondition {
      condition     = length(setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"])) == 0
      error_message = "ATT-03 client dashboard of user pool customers: no client can ever write ${join(", ", setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length([for attribute in data.aws_cognito_user_pool.customers.schema_attributes : attribute.name if attribute.required && attribute.name != "sub" && !contains(self.write_attributes, attribute.name)]) == 0
      error_message = "ATT-04 client dashboard of user pool customers: the pool requires ${join(", ", [for attribute in data.aws_cognito_user_pool.customers.schema_attributes : attribute.name if attribute.required && attribute.name != "sub" && !contains(self.write_attributes, attribute.name)])}, which the client cannot write; its write attributes must hold every required one"
    }
  }
}

resource "aws_cognito_user_pool_client" "nightly_export" {
  name                                          = "nightly-export"
  user_pool_id                                  = data.aws_cognito_user_pool.customers.user_pool_id
  generate_secret                               = true
  access_token_validity                         = 1
  allowed_oauth_flows                           = ["client_credentials"]
  allowed_oauth_flows_user_pool_client          = true
  allowed_oauth_scopes                          = ["${aws_cognito_resource_server.reports.identifier}/read"]
  auth_session_validity                         = 3
  callback_urls                                 = []
  enable_propagate_additional_user_context_data = false
  enable_token_revocation                       = true
  explicit_auth_flows                           = ["ALLOW_REFRESH_TOKEN_AUTH"]
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
  supported_identity_providers = []
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
      error_message = "TOK-01 client nightly-export: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] >= 300 && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= 86400
      error_message = "TOK-02 client nightly-export: ID token lives ${self.id_token_validity} ${self.token_validity_units[0].id_token}; Cognito allows 5 minutes to 24 hours"
    }

    postcondition {
      condition     = self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] >= 3600 && self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] <= 315360000
      error_message = "TOK-03 client nightly-export: refresh token lives ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}; Cognito allows 1 hour to 3650 days"
    }

    postcondition {
      condition     = self.access_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].access_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token] && self.id_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].id_token] <= self.refresh_token_validity * { seconds = 1, minutes = 60, hours = 3600, days = 86400 }[self.token_validity_units[0].refresh_token]
      error_message = "TOK-07 client nightly-export: access token lives ${self.access_token_validity} ${self.token_validity_units[0].access_token} and ID token ${self.id_token_validity} ${self.token_validity_units[0].id_token}; neither may outlive the refresh token's ${self.refresh_token_validity} ${self.token_validity_units[0].refresh_token}"
    }

    postcondition {
      condition     = self.refresh_token_rotation[0].feature != "ENABLED" || !contains(self.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
      error_message = "TOK-17 client nightly-export: refresh tokens rotate while the client allows ${join(", ", self.explicit_auth_flows)}; Cognito allows no ALLOW_REFRESH_TOKEN_AUTH then"
    }

    postcondition {
      condition     = can(regex("^[0-9A-Za-z_ \\t\\n\\f\\r+=,.@-]*$", self.name))
      error_message = "CLI-02 client nightly-export: name \"${self.name}\" may hold letters, digits, spaces and _ + = , . @ - only"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || self.generate_secret
      error_message = "SEC-04 client nightly-export: client_credentials is allowed to a client without a secret"
    }

    postcondition {
      condition     = !self.enable_propagate_additional_user_context_data || self.generate_secret
      error_message = "SEC-05 client nightly-export: user context data is passed on by a client without a secret"
    }

    postcondition {
      condition     = length(setintersection(self.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])) == 0 || length(setintersection(self.explicit_auth_flows, ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])) == 0
      error_message = "FLOW-02 client nightly-export: ${join(", ", self.explicit_auth_flows)} mix flows of the first generation with ALLOW_ flows"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0
      error_message = "OAU-02 client nightly-export: ${join(", ", self.allowed_oauth_flows)} are allowed; client_credentials cannot stand beside code or implicit"
    }

    postcondition {
      condition     = (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) == 0) && (self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) == 0)
      error_message = "OAU-05 client nightly-export: OAuth is off (allowed_oauth_flows_user_pool_client), so its grants and scopes have no effect: ${join(", ", self.allowed_oauth_flows)} ${join(", ", self.allowed_oauth_scopes)}"
    }

    postcondition {
      condition     = (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_flows) > 0) && (!self.allowed_oauth_flows_user_pool_client || length(self.allowed_oauth_scopes) > 0)
      error_message = "OAU-06 client nightly-export: OAuth is on, but has ${length(self.allowed_oauth_flows)} grants and ${length(self.allowed_oauth_scopes)} scopes; Cognito requires both"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(self.callback_urls) > 0
      error_message = "OAU-07 client nightly-export: ${join(", ", self.allowed_oauth_flows)} allowed without a callback URL"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || alltrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-03 client nightly-export: no scopes for client_credentials: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}"
    }

    postcondition {
      condition     = !contains(self.allowed_oauth_flows, "client_credentials") || anytrue([for scope in self.allowed_oauth_scopes : !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])
      error_message = "OAU-04 client nightly-export: client_credentials is allowed without a scope of a resource server"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])
      error_message = "OAU-09 client nightly-export: no scopes: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash"
    }

    postcondition {
      condition     = alltrue([for scope in self.allowed_oauth_scopes : contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/reports/read", "openid", "phone", "profile"], scope) || (can(regex("/", scope)) && !contains(["https://api.acme.example/reports"], replace(scope, "//[^/]*$/", "")))])
      error_message = "OAU-10 client nightly-export: no such scope: ${join(", ", [for scope in self.allowed_oauth_scopes : scope if !contains(["aws.cognito.signin.user.admin", "email", "https://api.acme.example/reports/read", "openid", "phone", "profile"], scope) && (!can(regex("/", scope)) || contains(["https://api.acme.example/reports"], replace(scope, "//[^/]*$/", "")))])}"
    }

    postcondition {
      condition     = length(setintersection(self.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(setintersection(self.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 || contains(self.allowed_oauth_scopes, "openid")
      error_message = "OAU-12 client nightly-export: the client has ${join(", ", self.allowed_oauth_scopes)}; email, phone and profile require openid"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])
      error_message = "OAU-16 client nightly-export: URLs must hold no spaces or control characters: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : can(regex("(?i)^https?://[^/?#]", url)) || (!can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url)))])
      error_message = "OAU-17 client nightly-export: URLs must be absolute: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url)))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("#", url))])
      error_message = "OAU-18 client nightly-export: URLs must have no fragment: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("#", url))])}"
    }

    postcondition {
      condition     = alltrue([for url in setunion(self.callback_urls, self.logout_urls) : !can(regex("(?i)^http:", url)) || can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])
      error_message = "OAU-19 client nightly-export: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(self.callback_urls, self.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}"
    }

    postcondition {
      condition     = alltrue([for provider in self.supported_identity_providers : length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])
      error_message = "OAU-25 client nightly-export: no name of an identity provider: ${join(", ", [for provider in self.supported_identity_providers : provider if !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; Cognito allows 1 to 32 characters"
    }

    postcondition {
      condition     = alltrue([for name in setunion(self.read_attributes, self.write_attributes) : length(split("", name)) >= 1 && length(split("", name)) <= 2048])
      error_message = "ATT-01 client nightly-export of user pool customers: a name in readAttributes or writeAttributes is empty or has more than 2048 characters"
    }

    postcondition {
      condition     = length(setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in data.aws_cognito_user_pool.customers.schema_attributes : attribute.name]))) == 0
      error_message = "ATT-02 client nightly-export of user pool customers: no such attribute in the pool: ${join(", ", setsubtract(setunion(self.read_attributes, self.write_attributes), setunion(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], [for attribute in data.aws_cognito_user_pool.customers.schema_attributes : attribute.name])))}"
    }

    postcondition {
      condition     = length(setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"])) == 0
      error_message = "ATT-03 client nightly-export of user pool customers: no client can ever write ${join(", ", setintersection(self.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}"
    }

    postcondition {
      condition     = length(self.write_attributes) == 0 || length([for attribute in data.aws_cognito_user_pool.customers.schema_attributes : attribute.name if attribute.required && attribute.name != "sub" && !contains(self.write_attributes, attribute.name)]) == 0
      error_message = "ATT-04 client nightly-export of user pool customers: the pool requires ${join(", ", [for attribute in data.aws_cognito_user_pool.customers.schema_attributes : attribute.name if attribute.required && attribute.name != "sub" && !contains(self.write_attributes, attribute.name)])}, which the client cannot write; its write attributes must hold every required one"
    }
  }
}

output "client_ids" {
  description = "Id of each app client, by its key in the config"
  value = {
    dashboard        = aws_cognito_user_pool_client.dashboard.id
    "nightly-export" = aws_cognito_user_pool_client.nightly_export.id
  }
}

output "issuer" {
  description = "Issuer of the pool's tokens, their iss claim"
  value       = "https://cognito-idp.eu-west-1.amazonaws.com/${data.aws_cognito_user_pool.customers.user_pool_id}"
}

output "jwks_uri" {
  description = "Public keys that verify the pool's tokens"
  value       = "https://cognito-idp.eu-west-1.amazonaws.com/${data.aws_cognito_user_pool.customers.user_pool_id}/.well-known/jwks.json"
}

output "user_pool_arn" {
  description = "ARN of the user pool"
  value       = data.aws_cognito_user_pool.customers.arn
}

output "user_pool_id" {
  description = "Id of the user pool"
  value       = data.aws_cognito_user_pool.customers.user_pool_id
}
