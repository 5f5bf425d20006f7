# customers-prod: synthesized from userpools.yaml by cdktf-cognito VERSION
# Change that file, not this one, and run: cdktf-cognito synth --hcl --config userpools.yaml --env prod

locals {
  attributes = setunion(
    [
      "address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale",
      "middle_name", "name", "nickname", "oidc:profile", "phone_number", "phone_number_verified", "picture",
      "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"
    ],
    [for attribute in local.schema : "custom:${attribute.name}" if !contains(local.standard_attributes, attribute.name)]
  )
  clients = {
    api = aws_cognito_user_pool_client.api
    ios = aws_cognito_user_pool_client.ios
  }
  domains            = {}
  has_attribute      = { for name in local.attributes : name => true }
  identity_providers = {}
  mapped_attributes = {
    for provider in local.identity_providers :
    provider.provider_name =>
    setsubtract(
      setintersection(keys(provider.attribute_mapping), local.attributes),
      ["email_verified", "identities", "phone_number_verified", "sub"]
    )
  }
  profile_attributes = [
    "birthdate", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname", "picture",
    "preferred_username", "profile", "website", "zoneinfo"
  ]
  providers = concat(["COGNITO"], [for provider in local.identity_providers : provider.provider_name])
  required_attributes = [
    for attribute in local.schema :
    attribute.name
    if attribute.required == true && attribute.name != "sub" && contains(local.standard_attributes, attribute.name)
  ]
  resource_servers = {}
  schema           = [for attribute in aws_cognito_user_pool.customers.schema : attribute if attribute.name != null]
  scopes = concat(
    ["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"],
    flatten([
      for server in local.resource_servers : [for scope in server.scope : "${server.identifier}/${scope.scope_name}"]
    ])
  )
  seconds = { seconds = 1, minutes = 60, hours = 3600, days = 86400 }
  standard_attributes = [
    "address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale",
    "middle_name", "name", "nickname", "phone_number", "phone_number_verified", "picture", "preferred_username",
    "profile", "sub", "updated_at", "website", "zoneinfo"
  ]
  user_pool = aws_cognito_user_pool.customers
}

locals {
  att_01 = {
    for key, client in local.clients :
    key =>
    alltrue(
      flatten([
        for names in [client.read_attributes, client.write_attributes] :
        [
          for name in names :
          length(split("", name)) >= 1 && length(split("", name)) <= 2048
          if !can(local.has_attribute[name])
        ]
      ])
    )
  }
  att_02 = {
    for key, client in local.clients :
    key =>
    alltrue(
      flatten([
        for names in [client.read_attributes, client.write_attributes] :
        [
          for name in names :
          !(length(split("", name)) >= 1 && length(split("", name)) <= 2048)
          if !can(local.has_attribute[name])
        ]
      ])
    )
  }
  att_03 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for name in client.write_attributes :
      !contains(["email_verified", "identities", "phone_number_verified", "sub"], name)
    ])
  }
  att_04 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for name in local.required_attributes :
      length(client.write_attributes) == 0 ||
      (contains(client.write_attributes, "oidc:profile") && contains(local.profile_attributes, name))
      if !contains(client.write_attributes, name)
    ])
  }
  att_07 = {
    for key, client in local.clients :
    key =>
    alltrue(
      flatten([
        for provider in client.supported_identity_providers :
        [
          for name in lookup(local.mapped_attributes, provider, []) :
          length(client.write_attributes) == 0 ||
          (contains(client.write_attributes, "oidc:profile") && contains(local.profile_attributes, name))
          if !contains(client.write_attributes, name)
        ]
      ])
    )
  }
  att_08 = !contains([
    for attribute in local.schema :
    !try(
      contains([
        for name in flatten([for key, provider in local.identity_providers : keys(provider.attribute_mapping)]) :
        replace(name, "/^custom:/", "")
      ], attribute.name),
      false
    ) ||
    attribute.mutable == true
  ], false)
  cli_02 = {
    for key, client in local.clients : key => can(regex("^[0-9A-Za-z_ \\t\\n\\v\\f\\r+=,.@-]*$", client.name))
  }
  eml_01 = (
    coalesce(
      try(local.user_pool.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT"
    ) != "DEVELOPER" ||
    try(length(try(local.user_pool.email_configuration[0].source_arn, null)), 0) > 0
  )
  eml_03 = !contains([
    for text in [try(local.user_pool.email_configuration[0].source_arn, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      can(regex("^arn:aws[a-z-]*:ses:[0-9a-z-]+:[0-9]{12}:identity/.{1,320}$", text)) &&
      contains(["aws"], try(split(":", text)[1], "")) &&
      contains(["eu-west-1", "us-east-1", "us-west-2"], try(split(":", text)[3], ""))
    )
  ], false)
  eml_04_1 = !contains([
    for text in [try(local.user_pool.email_configuration[0].from_email_address, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      can(regex("^(?:[!-;=?A-~]+@[!-;=?A-~]+|(?:[^<>]|\"[^\"]*\")*<[!-;=?A-~]+@[!-;=?A-~]+>)$", text))
    )
  ], false)
  eml_04_2 = !contains([
    for text in [try(local.user_pool.email_configuration[0].reply_to_email_address, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      !can(
        regex(
          "[\\x{0}-\\x{20}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]",
          text
        )
      ) &&
      can(regex("^[!-;=?A-~]+@[!-;=?A-~]+$", text))
    )
  ], false)
  eml_05_1 = (
    try(length(try(local.user_pool.email_configuration[0].configuration_set, null)), 0) == 0 ?
    true :
    can(regex("^[0-9A-Za-z_-]{1,64}$", try(local.user_pool.email_configuration[0].configuration_set, null)))
  )
  eml_05_2 = (
    try(length(try(local.user_pool.email_configuration[0].configuration_set, null)), 0) == 0 ||
    coalesce(
      try(local.user_pool.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT"
    ) != "COGNITO_DEFAULT"
  )
  flow_02 = {
    for key, client in local.clients :
    key =>
    length(
      setintersection(client.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])
    ) == 0 ||
    length(
      setintersection(
        client.explicit_auth_flows,
        [
          "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH",
          "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"
        ]
      )
    ) == 0
  }
  flow_03 = { for key, client in local.clients : key => length(client.explicit_auth_flows) > 0 }
  flow_04 = {
    for key, client in local.clients :
    key =>
    !contains(client.explicit_auth_flows, "ALLOW_USER_AUTH") ||
    coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS") != "LITE"
  }
  flow_05 = {
    for key, client in local.clients :
    key =>
    length(setintersection(client.explicit_auth_flows, ["ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"])) == 0 ||
    (
      try(length(try(local.user_pool.lambda_config[0].define_auth_challenge, null)), 0) > 0 &&
      try(length(try(local.user_pool.lambda_config[0].create_auth_challenge, null)), 0) > 0 &&
      try(length(try(local.user_pool.lambda_config[0].verify_auth_challenge_response, null)), 0) > 0
    )
  }
  flow_06_1 = {
    for key, client in local.clients :
    key =>
    length(setintersection(client.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"])) == 0 ||
    (
      (client.generate_secret == null ? nonsensitive(client.client_secret != "") : client.generate_secret) &&
      !try(client.proxied, false)
    )
  }
  flow_06_2 = {
    for key, client in local.clients :
    key =>
    length(setintersection(client.explicit_auth_flows, ["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"])) == 0 ||
    try(length(try(local.user_pool.lambda_config[0].user_migration, null)), 0) > 0
  }
  lam_01_1 = (
    try(length(try(local.user_pool.lambda_config[0].custom_email_sender, null)), 0) == 0 ||
    try(length(try(local.user_pool.lambda_config[0].kms_key_id, null)), 0) > 0
  )
  lam_01_2 = (
    try(length(try(local.user_pool.lambda_config[0].custom_sms_sender, null)), 0) == 0 ||
    try(length(try(local.user_pool.lambda_config[0].kms_key_id, null)), 0) > 0
  )
  lam_04_1 = !contains([
    for text in [
      try(local.user_pool.lambda_config[0].create_auth_challenge, null),
      try(local.user_pool.lambda_config[0].custom_message, null),
      try(local.user_pool.lambda_config[0].define_auth_challenge, null),
      try(local.user_pool.lambda_config[0].post_authentication, null),
      try(local.user_pool.lambda_config[0].post_confirmation, null),
      try(local.user_pool.lambda_config[0].pre_authentication, null),
      try(local.user_pool.lambda_config[0].pre_sign_up, null),
      try(local.user_pool.lambda_config[0].user_migration, null),
      try(local.user_pool.lambda_config[0].verify_auth_challenge_response, null),
      try(local.user_pool.lambda_config[0].custom_email_sender[0].lambda_arn, null),
      try(local.user_pool.lambda_config[0].custom_sms_sender[0].lambda_arn, null)
    ] :
    (
      try(length(text), 0) == 0 ?
      true :
      can(
        regex(
          "^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", text
        )
      ) &&
      contains(["aws"], try(split(":", text)[1], "")) &&
      contains(["eu-west-1"], try(split(":", text)[3], ""))
    )
  ], false)
  lam_04_2 = !contains([
    for text in [try(local.user_pool.lambda_config[0].pre_token_generation, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      can(
        regex(
          "^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", text
        )
      ) &&
      contains(["aws"], try(split(":", text)[1], "")) &&
      contains(["eu-west-1"], try(split(":", text)[3], ""))
    )
  ], false)
  lam_04_3 = !contains([
    for text in [try(local.user_pool.lambda_config[0].pre_token_generation_config[0].lambda_arn, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      can(
        regex(
          "^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", text
        )
      ) &&
      contains(["aws"], try(split(":", text)[1], "")) &&
      contains(["eu-west-1"], try(split(":", text)[3], ""))
    )
  ], false)
  lam_05 = !contains([
    for text in [try(local.user_pool.lambda_config[0].kms_key_id, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      can(regex("^arn:aws[a-z-]*:kms:[0-9a-z-]+:[0-9]{12}:(?:key|alias)/[0-9A-Za-z/_-]{1,256}$", text)) &&
      contains(["aws"], try(split(":", text)[1], "")) &&
      contains(["eu-west-1"], try(split(":", text)[3], ""))
    )
  ], false)
  lam_08 = (
    try(length(try(local.user_pool.lambda_config[0].kms_key_id, null)), 0) == 0 ||
    try(length(try(local.user_pool.lambda_config[0].custom_email_sender, null)), 0) > 0 ||
    try(length(try(local.user_pool.lambda_config[0].custom_sms_sender, null)), 0) > 0
  )
  mfa_01 = (
    coalesce(try(local.user_pool.mfa_configuration, null), "OFF") == "OFF" ||
    try(local.user_pool.software_token_mfa_configuration[0].enabled, null) == true ||
    try(length(local.user_pool.email_mfa_configuration), 0) > 0
  )
  mfa_02_1 = (
    coalesce(try(local.user_pool.mfa_configuration, null), "OFF") != "OFF" ||
    try(local.user_pool.software_token_mfa_configuration[0].enabled, null) != true
  )
  mfa_02_2 = (
    coalesce(try(local.user_pool.mfa_configuration, null), "OFF") != "OFF" ||
    try(length(local.user_pool.email_mfa_configuration), 0) == 0
  )
  mfa_04 = (
    try(length(local.user_pool.email_mfa_configuration), 0) == 0 ||
    coalesce(
      try(local.user_pool.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT"
    ) != "COGNITO_DEFAULT"
  )
  mfa_05_1 = !contains([
    for text in [try(local.user_pool.email_mfa_configuration[0].message, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      length(split("", text)) >= 6 &&
      length(split("", text)) <= 20000 &&
      length(replace(base64encode(text), "=", "")) <= 26667 &&
      !can(
        regex(
          "[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]",
          text
        )
      ) &&
      can(regex("\\{####\\}", text))
    )
  ], false)
  mfa_05_2 = !contains([
    for text in [try(local.user_pool.email_mfa_configuration[0].subject, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      length(split("", text)) >= 1 &&
      length(split("", text)) <= 140 &&
      !can(
        regex(
          "[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]",
          text
        )
      )
    )
  ], false)
  mfa_06_1 = !try(contains(local.user_pool.auto_verified_attributes, "phone_number"), false)
  mfa_06_2 = !contains([
    for text in [try(local.user_pool.sms_configuration[0].sns_caller_arn, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[0-9A-Za-z_+=,.@/-]{1,576}$", text)) &&
      contains(["aws"], try(split(":", text)[1], ""))
    )
  ], false)
  mfa_06_3 = !contains([
    for text in [try(local.user_pool.sms_configuration[0].external_id, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      length(split("", text)) >= 1 && length(split("", text)) <= 1224 && can(regex("^[0-9A-Za-z_+=,.@:/-]*$", text))
    )
  ], false)
  mfa_09 = !contains([
    for text in [try(local.user_pool.web_authn_configuration[0].relying_party_id, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      length(split("", text)) >= 1 &&
      length(split("", text)) <= 127 &&
      can(regex("^[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?(?:\\.[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?)*$", text))
    )
  ], false)
  mfa_10 = (
    try(length(try(local.user_pool.sms_configuration[0].sns_region, null)), 0) == 0 ?
    true :
    contains(["eu-west-1"], try(local.user_pool.sms_configuration[0].sns_region, null))
  )
  mfa_11 = (
    try(length(local.user_pool.email_mfa_configuration), 0) == 0 ||
    join(
      ",",
      (
        length(local.user_pool.account_recovery_setting) == 0 ?
        ["verified_email", "verified_phone_number"] :
        tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].name)
      )
    ) != "verified_email"
  )
  mis_01 = {
    for key, client in local.clients :
    key =>
    client.prevent_user_existence_errors == "ENABLED" ||
    length(setintersection(client.allowed_oauth_flows, ["client_credentials"])) > 0
  }
  mis_02 = {
    for key, client in local.clients :
    key =>
    !client.enable_propagate_additional_user_context_data ||
    coalesce(try(local.user_pool.user_pool_add_ons[0].advanced_security_mode, null), "OFF") != "OFF"
  }
  mis_04 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for analytics in client.analytics_configuration :
      analytics.application_id == null ? true :
      can(regex("^[0-9a-fA-F]+$", analytics.application_id))
    ])
  }
  mis_05 = { for key, client in local.clients : key => length(client.analytics_configuration) == 0 }
  mis_07_1 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for analytics in client.analytics_configuration :
      (
        analytics.application_arn == null ?
        true :
        can(
          regex(
            "^arn:aws[a-z-]*:mobiletargeting:[0-9a-z-]+:[0-9]{12}:apps/[0-9A-Za-z]{1,64}$", analytics.application_arn
          )
        ) &&
        contains(["aws"], try(split(":", analytics.application_arn)[1], "")) &&
        contains(["eu-west-1", "us-east-1"], try(split(":", analytics.application_arn)[3], ""))
      )
    ])
  }
  mis_07_2 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for analytics in client.analytics_configuration :
      (
        analytics.application_arn != null ?
        true :
        analytics.role_arn == null ?
        true :
        can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[0-9A-Za-z_+=,.@/-]{1,576}$", analytics.role_arn)) &&
        contains(["aws"], try(split(":", analytics.role_arn)[1], ""))
      )
    ])
  }
  mis_07_3 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for analytics in client.analytics_configuration :
      (
        analytics.application_arn != null ?
        true :
        analytics.external_id == null ?
        true :
        length(split("", analytics.external_id)) >= 1 &&
        length(split("", analytics.external_id)) <= 1224 &&
        can(regex("^[0-9A-Za-z_+=,.@:/-]*$", analytics.external_id))
      )
    ])
  }
  oau_02 = {
    for key, client in local.clients :
    key =>
    !contains(client.allowed_oauth_flows, "client_credentials") ||
    length(setintersection(client.allowed_oauth_flows, ["code", "implicit"])) == 0
  }
  oau_03 = {
    for key, client in local.clients :
    key =>
    !contains(client.allowed_oauth_flows, "client_credentials") ||
    alltrue([
      for scope in client.allowed_oauth_scopes :
      !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)
    ])
  }
  oau_04 = {
    for key, client in local.clients :
    key =>
    !contains(client.allowed_oauth_flows, "client_credentials") ||
    anytrue([
      for scope in client.allowed_oauth_scopes :
      !contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)
    ])
  }
  oau_05_1 = {
    for key, client in local.clients :
    key =>
    client.allowed_oauth_flows_user_pool_client ||
    length(client.allowed_oauth_flows) > 0 ||
    length(client.allowed_oauth_scopes) == 0
  }
  oau_05_2 = {
    for key, client in local.clients :
    key =>
    client.allowed_oauth_flows_user_pool_client || length(client.allowed_oauth_flows) == 0
  }
  oau_06_1 = {
    for key, client in local.clients :
    key =>
    !client.allowed_oauth_flows_user_pool_client || length(client.allowed_oauth_flows) > 0
  }
  oau_06_2 = {
    for key, client in local.clients :
    key =>
    !client.allowed_oauth_flows_user_pool_client ||
    length(client.allowed_oauth_scopes) > 0 ||
    contains(client.allowed_oauth_flows, "client_credentials")
  }
  oau_07 = {
    for key, client in local.clients :
    key =>
    length(setintersection(client.allowed_oauth_flows, ["code", "implicit"])) == 0 || length(client.callback_urls) > 0
  }
  oau_09 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for scope in client.allowed_oauth_scopes :
      length(split("", scope)) >= 1 &&
      length(split("", scope)) <= 256 &&
      can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))
    ])
  }
  oau_10 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for scope in client.allowed_oauth_scopes :
      !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) ||
      !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))
      if !contains(local.scopes, scope)
    ])
  }
  oau_12 = {
    for key, client in local.clients :
    key =>
    length(setintersection(client.allowed_oauth_flows, ["code", "implicit"])) == 0 ||
    length(setintersection(client.allowed_oauth_scopes, ["email", "phone", "profile"])) == 0 ||
    contains(client.allowed_oauth_scopes, "openid")
  }
  oau_16 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for url in setunion(client.callback_urls, client.logout_urls) :
      can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))
    ])
  }
  oau_17 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for url in setunion(client.callback_urls, client.logout_urls) :
      !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]", url))
      if !can(regex("(?i)^https?://[^/?#]", url)) &&
      (
        can(regex("(?i)^https?:", url)) ||
        !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) ||
        can(regex("(?i)^localhost:[0-9]", url))
      )
    ])
  }
  oau_18 = {
    for key, client in local.clients :
    key =>
    alltrue([for url in setunion(client.callback_urls, client.logout_urls) : !can(regex("#", url))])
  }
  oau_19 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for url in setunion(client.callback_urls, client.logout_urls) :
      can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))
      if can(regex("(?i)^http:", url))
    ])
  }
  oau_22 = {
    for key, client in local.clients :
    key =>
    alltrue([for url in setunion(client.callback_urls, client.logout_urls) : !can(regex("\\*", url))])
  }
  oau_23 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for url in client.callback_urls :
      can(regex("^[^/A-Z]*//[^/A-Z]*/", url))
      if can(regex("(?i)^https://[^/]*/oauth2/idpresponse$", url))
    ]) &&
    (
      !anytrue([for url in client.callback_urls : can(regex("(?i)^https://[^/]*/oauth2/idpresponse$", url))]) ||
      (
        (client.generate_secret == null ? nonsensitive(client.client_secret != "") : client.generate_secret) &&
        !try(client.proxied, false) &&
        contains(client.allowed_oauth_flows, "code")
      )
    )
  }
  oau_24 = {
    for key, client in local.clients :
    key =>
    try(length(client.default_redirect_uri), 0) == 0 ? true :
    contains(client.callback_urls, client.default_redirect_uri)
  }
  oau_25 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for provider in client.supported_identity_providers :
      length(split("", provider)) >= 1 &&
      length(split("", provider)) <= 32 &&
      can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))
      if !contains(local.providers, provider)
    ])
  }
  oau_26 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for provider in client.supported_identity_providers :
      !(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) ||
      !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))
      if !contains(local.providers, provider)
    ])
  }
  oau_27 = {
    for key, client in local.clients :
    key =>
    length(setintersection(client.allowed_oauth_flows, ["code", "implicit"])) == 0 ||
    length(client.supported_identity_providers) > 0
  }
  oau_28 = {
    for key, client in local.clients :
    key =>
    length(client.supported_identity_providers) == 0 ||
    length(
      setintersection(
        client.explicit_auth_flows,
        [
          "ADMIN_NO_SRP_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH",
          "ALLOW_USER_PASSWORD_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"
        ]
      )
    ) == 0 ||
    contains(client.supported_identity_providers, "COGNITO")
  }
  oau_29 = {
    for key, client in local.clients : key => length(client.allowed_oauth_flows) == 0 || length(local.domains) > 0
  }
  oau_30 = { for key, client in local.clients : key => !contains(client.allowed_oauth_flows, "implicit") }
  oau_33 = {
    for key, client in local.clients :
    key =>
    !anytrue([for provider in client.supported_identity_providers : provider != "COGNITO"]) ||
    length(setintersection(client.allowed_oauth_flows, ["code", "implicit"])) > 0
  }
  oau_34 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for url in setunion(client.callback_urls, client.logout_urls) :
      !can(
        regex(
          "(?i)^(about|blob|chrome|data|file|filesystem|ftp|intent|jar|javascript|mailto|resource|sms|tel|vbscript|view-source|ws|wss):",
          url
        )
      )
    ])
  }
  oau_35 = {
    for key, client in local.clients :
    key =>
    alltrue([
      for url in setunion(client.callback_urls, client.logout_urls) :
      !can(
        regex(
          "(?i)^https?://(amazon\\.com|beeceptor\\.com|example\\.com|example\\.net|example\\.org|facebook\\.com|github\\.com|google\\.com|hookbin\\.com|httpbin\\.org|jwt\\.io|jwt\\.ms|mydomain\\.com|oauth\\.pstmn\\.io|oauth\\.tools|oauthdebugger\\.com|oidcdebugger\\.com|openidconnect\\.net|pipedream\\.net|postman\\.com|postman-echo\\.com|requestbin\\.com|requestcatcher\\.com|webhook\\.site|www\\.amazon\\.com|www\\.facebook\\.com|www\\.google\\.com|yourdomain\\.com)(:[0-9]+)?([/?#]|$)",
          url
        )
      )
    ])
  }
  pool_01 = !contains([
    for text in [try(local.user_pool.name, null)] :
    (
      text == null ?
      true :
      length(split("", text)) >= 1 &&
      length(split("", text)) <= 128 &&
      can(regex("^[0-9A-Za-z_\\t\\n\\v\\f\\r +=,.@-]*$", text))
    )
  ], false)
  pool_04 = (
    coalesce(try(local.user_pool.password_policy[0].minimum_length, null), 8) >= 6 &&
    coalesce(try(local.user_pool.password_policy[0].minimum_length, null), 8) <= 99
  )
  pool_05 = (
    coalesce(try(local.user_pool.password_policy[0].password_history_size, null), 0) >= 0 &&
    coalesce(try(local.user_pool.password_policy[0].password_history_size, null), 0) <= 24
  )
  pool_06 = (
    coalesce(try(local.user_pool.password_policy[0].temporary_password_validity_days, null), 7) >= 0 &&
    coalesce(try(local.user_pool.password_policy[0].temporary_password_validity_days, null), 7) <= 365
  )
  pool_07_1 = !contains([
    for text in [try(local.user_pool.admin_create_user_config[0].invite_message_template[0].email_message, null)] :
    (
      text == null ?
      true :
      length(split("", text)) >= 6 &&
      length(split("", text)) <= 20000 &&
      !can(
        regex(
          "[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]",
          text
        )
      ) &&
      can(regex("\\{username\\}", text)) &&
      can(regex("\\{####\\}", text))
    )
  ], false)
  pool_07_2 = !contains([
    for text in [try(local.user_pool.admin_create_user_config[0].invite_message_template[0].email_subject, null)] :
    (
      text == null ?
      true :
      length(split("", text)) >= 1 &&
      length(split("", text)) <= 140 &&
      !can(
        regex(
          "[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]",
          text
        )
      )
    )
  ], false)
  pool_07_3 = !contains([
    for text in [try(local.user_pool.admin_create_user_config[0].invite_message_template[0].sms_message, null)] :
    (
      text == null ?
      true :
      length(split("", text)) >= 6 &&
      length(split("", text)) <= 140 &&
      can(regex("\\{username\\}", text)) &&
      can(regex("\\{####\\}", text))
    )
  ], false)
  pool_08_1 = !contains([
    for text in [try(local.user_pool.verification_message_template[0].email_message, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      length(split("", text)) >= 6 &&
      length(split("", text)) <= 20000 &&
      !can(
        regex(
          "[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]",
          text
        )
      ) &&
      can(regex("\\{####\\}", text))
    )
  ], false)
  pool_08_2 = !contains([
    for text in [try(local.user_pool.verification_message_template[0].email_message_by_link, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      length(split("", text)) >= 6 &&
      length(split("", text)) <= 20000 &&
      !can(
        regex(
          "[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]",
          text
        )
      ) &&
      can(regex("\\{##[^{}]+##\\}", text))
    )
  ], false)
  pool_08_3 = !contains([
    for text in [try(local.user_pool.verification_message_template[0].email_subject, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      length(split("", text)) >= 1 &&
      length(split("", text)) <= 140 &&
      !can(
        regex(
          "[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]",
          text
        )
      )
    )
  ], false)
  pool_08_4 = !contains([
    for text in [try(local.user_pool.verification_message_template[0].email_subject_by_link, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      length(split("", text)) >= 1 &&
      length(split("", text)) <= 140 &&
      !can(
        regex(
          "[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]",
          text
        )
      )
    )
  ], false)
  pool_09_1 = !contains([
    for text in [try(local.user_pool.sms_authentication_message, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      length(split("", text)) >= 6 && length(split("", text)) <= 140 && can(regex("\\{####\\}", text))
    )
  ], false)
  pool_09_2 = !contains([
    for text in [try(local.user_pool.verification_message_template[0].sms_message, null)] :
    (
      try(length(text), 0) == 0 ?
      true :
      length(split("", text)) >= 6 && length(split("", text)) <= 140 && can(regex("\\{####\\}", text))
    )
  ], false)
  pool_10 = !contains([
    for tags in [coalesce(try(local.user_pool.tags, null), {}), coalesce(try(local.user_pool.tags_all, null), {})] :
    length(tags) <= 50 &&
    alltrue([
      for key, value in tags :
      length(split("", key)) >= 1 &&
      length(split("", key)) <= 128 &&
      !startswith(lower(key), "aws:") &&
      (value == null ? true : length(split("", value)) >= 0 && length(split("", value)) <= 256)
    ])
  ], false)
  prx_06 = {
    for key, client in local.clients :
    key =>
    !try(client.proxied, false) || !contains(client.allowed_oauth_flows, "code")
  }
  rec_01_1 = (
    length(
      (
        length(local.user_pool.account_recovery_setting) == 0 ?
        ["verified_email", "verified_phone_number"] :
        tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].name)
      )
    ) >= 1 &&
    length(
      (
        length(local.user_pool.account_recovery_setting) == 0 ?
        ["verified_email", "verified_phone_number"] :
        tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].name)
      )
    ) <= 2
  )
  rec_01_2 = alltrue([
    for priority in tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].priority) :
    contains([1, 2], priority)
  ])
  rec_02 = (
    !try(
      contains(
        (
          length(local.user_pool.account_recovery_setting) == 0 ?
          ["verified_email", "verified_phone_number"] :
          tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].name)
        ),
        "admin_only"
      ),
      false
    ) ||
    length(
      setsubtract(
        (
          length(local.user_pool.account_recovery_setting) == 0 ?
          ["verified_email", "verified_phone_number"] :
          tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].name)
        ),
        ["admin_only"]
      )
    ) == 0
  )
  rec_03_1 = (
    length(
      distinct(
        (
          length(local.user_pool.account_recovery_setting) == 0 ?
          ["verified_email", "verified_phone_number"] :
          tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].name)
        )
      )
    ) ==
    length(
      (
        length(local.user_pool.account_recovery_setting) == 0 ?
        ["verified_email", "verified_phone_number"] :
        tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].name)
      )
    )
  )
  rec_03_2 = length(
    distinct(tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].priority))
  ) == length(tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].priority))
  sch_01 = length(local.user_pool.schema) <= 50
  sch_02_1 = !contains([
    for attribute in local.schema :
    contains(["email_verified", "identities", "phone_number_verified", "sub"], attribute.name) ||
    can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}$", attribute.name))
  ], false)
  sch_02_2 = !contains([
    for attribute in local.schema :
    !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}$", attribute.name)) ||
    length(replace(base64encode(attribute.name), "=", "")) <= 27
  ], false)
  sch_02_3 = length(distinct(local.schema[*].name)) == length(local.schema)
  sch_03   = !contains([for attribute in local.schema : !can(regex("^custom:", attribute.name))], false)
  sch_05 = !contains([
    for attribute in local.schema :
    attribute.required != true ||
    contains([
      "address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale",
      "middle_name", "name", "nickname", "phone_number", "phone_number_verified", "picture", "preferred_username",
      "profile", "sub", "updated_at", "website", "zoneinfo"
    ], attribute.name)
  ], false)
  sch_06_1 = !contains([
    for attribute in local.schema :
    !contains(["email_verified", "identities", "phone_number_verified", "sub"], attribute.name)
  ], false)
  sch_06_2 = !contains([
    for attribute in local.schema :
    !contains([
      "address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name",
      "nickname", "phone_number", "picture", "preferred_username", "profile", "website", "zoneinfo"
    ], attribute.name) ||
    attribute.attribute_data_type == "String"
  ], false)
  sch_06_3 = !contains([
    for attribute in local.schema :
    !contains(["updated_at"], attribute.name) || attribute.attribute_data_type == "Number"
  ], false)
  sch_06_4 = !contains([
    for attribute in local.schema :
    !contains([
      "address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name",
      "nickname", "phone_number", "picture", "preferred_username", "profile", "updated_at", "website", "zoneinfo"
    ], attribute.name) ||
    attribute.developer_only_attribute != true
  ], false)
  sch_07 = !contains([
    for attribute in local.schema :
    !contains([
      for bounds in attribute.string_attribute_constraints :
      try(
        0 <= tonumber(coalesce(bounds.min_length, "0")) &&
        tonumber(coalesce(bounds.min_length, "0")) <= tonumber(coalesce(bounds.max_length, "2048")) &&
        tonumber(coalesce(bounds.max_length, "2048")) <= 2048,
        false
      )
    ], false)
  ], false)
  sch_08_1 = !contains([
    for attribute in local.schema :
    !contains([
      for bounds in attribute.number_attribute_constraints :
      -pow(2, 1023) <= coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) &&
      coalesce(
        try(tonumber(bounds.min_value), null), -pow(2, 1023)
      ) <= coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) &&
      coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) <= pow(2, 1023)
    ], false)
  ], false)
  sch_08_2 = !contains([
    for attribute in local.schema :
    alltrue(
      flatten([
        for bounds in attribute.number_attribute_constraints :
        [for bound in [bounds.min_value, bounds.max_value] : try(length(bound), 0) == 0 || can(tonumber(bound))]
      ])
    )
  ], false)
  sch_09_1 = !contains([
    for attribute in local.schema :
    attribute.attribute_data_type == "String" || length(attribute.string_attribute_constraints) == 0
  ], false)
  sch_09_2 = !contains([
    for attribute in local.schema :
    attribute.attribute_data_type == "Number" || length(attribute.number_attribute_constraints) == 0
  ], false)
  sch_16 = (
    !try(contains(coalesce(try(local.user_pool.alias_attributes, null), []), "preferred_username"), false) ||
    !contains([
      for attribute in local.schema : attribute.name != "preferred_username" || attribute.required != true
    ], false)
  )
  sch_17 = (
    try(length(coalesce(try(local.user_pool.username_attributes, null), [])), 0) == 0 ||
    try(length(coalesce(try(local.user_pool.alias_attributes, null), [])), 0) == 0
  )
  sch_24 = !contains([
    for name in coalesce(
      try(local.user_pool.user_attribute_update_settings[0].attributes_require_verification_before_update, null), []
    ) :
    try(contains(local.user_pool.auto_verified_attributes, name), false)
  ], false)
  sec_04 = {
    for key, client in local.clients :
    key =>
    !contains(client.allowed_oauth_flows, "client_credentials") ||
    (
      (client.generate_secret == null ? nonsensitive(client.client_secret != "") : client.generate_secret) &&
      !try(client.proxied, false)
    )
  }
  sec_05 = {
    for key, client in local.clients :
    key =>
    !client.enable_propagate_additional_user_context_data ||
    (client.generate_secret == null ? nonsensitive(client.client_secret != "") : client.generate_secret)
  }
  sec_06_1 = {
    for key, client in local.clients :
    key =>
    !(client.generate_secret == null ? nonsensitive(client.client_secret != "") : client.generate_secret) ||
    try(client.proxied, false) ||
    !contains(client.allowed_oauth_flows, "implicit")
  }
  sec_06_2 = {
    for key, client in local.clients :
    key =>
    !(client.generate_secret == null ? nonsensitive(client.client_secret != "") : client.generate_secret) ||
    try(client.proxied, false) ||
    alltrue([
      for url in client.callback_urls :
      !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url))
      if !can(regex("(?i)^https?:", url))
    ])
  }
  sig_01 = try(
    contains(
      coalesce(try(local.user_pool.sign_in_policy[0].allowed_first_auth_factors, null), ["PASSWORD"]), "PASSWORD"
    ),
    false
  )
  sig_02_1 = !contains([
    for factor in coalesce(try(local.user_pool.sign_in_policy[0].allowed_first_auth_factors, null), ["PASSWORD"]) :
    factor == "PASSWORD" || coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS") != "LITE"
  ], false)
  sig_02_2 = !contains([
    for factor in coalesce(try(local.user_pool.sign_in_policy[0].allowed_first_auth_factors, null), ["PASSWORD"]) :
    factor != "SMS_OTP"
  ], false)
  sig_03 = (
    coalesce(try(local.user_pool.mfa_configuration, null), "OFF") != "ON" ||
    try(
      length(
        setsubtract(
          coalesce(try(local.user_pool.sign_in_policy[0].allowed_first_auth_factors, null), ["PASSWORD"]), ["PASSWORD"]
        )
      ),
      0
    ) == 0
  )
  sig_04 = (
    try(length(local.user_pool.web_authn_configuration), 0) == 0 ||
    try(
      contains(
        coalesce(try(local.user_pool.sign_in_policy[0].allowed_first_auth_factors, null), ["PASSWORD"]), "WEB_AUTHN"
      ),
      false
    )
  )
  tier_03_1 = (
    coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS") != "LITE" ||
    try(length(local.user_pool.email_mfa_configuration), 0) == 0
  )
  tier_03_2 = (
    coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS") != "LITE" ||
    coalesce(try(local.user_pool.password_policy[0].password_history_size, null), 0) == 0
  )
  tier_04_1 = (
    coalesce(try(local.user_pool.user_pool_add_ons[0].advanced_security_mode, null), "OFF") == "OFF" ||
    coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS") == "PLUS"
  )
  tier_04_2 = (
    try(
      length(try(local.user_pool.user_pool_add_ons[0].advanced_security_additional_flows[0].custom_auth_mode, null)), 0
    ) == 0 ||
    coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS") == "PLUS"
  )
  tier_06 = (
    coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS") != "PLUS" ||
    coalesce(try(local.user_pool.user_pool_add_ons[0].advanced_security_mode, null), "OFF") != "OFF" ||
    try(
      length(try(local.user_pool.user_pool_add_ons[0].advanced_security_additional_flows[0].custom_auth_mode, null)), 0
    ) > 0
  )
  tok_01 = {
    for key, client in local.clients :
    key =>
    client.access_token_validity == 0 ||
    (
      (
        client.generate_secret == null && client.access_token_validity == 0 ?
        3600 :
        client.access_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].access_token, null), "hours")
        ]
      ) >= 300 &&
      (
        client.generate_secret == null && client.access_token_validity == 0 ?
        3600 :
        client.access_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].access_token, null), "hours")
        ]
      ) <= 86400
    )
  }
  tok_02 = {
    for key, client in local.clients :
    key =>
    client.id_token_validity == 0 ||
    (
      (
        client.generate_secret == null && client.id_token_validity == 0 ?
        3600 :
        client.id_token_validity * local.seconds[coalesce(try(client.token_validity_units[0].id_token, null), "hours")]
      ) >= 300 &&
      (
        client.generate_secret == null && client.id_token_validity == 0 ?
        3600 :
        client.id_token_validity * local.seconds[coalesce(try(client.token_validity_units[0].id_token, null), "hours")]
      ) <= 86400
    )
  }
  tok_03 = {
    for key, client in local.clients :
    key =>
    client.refresh_token_validity == 0 ||
    (
      (
        client.generate_secret == null && client.refresh_token_validity == 0 ?
        2592000 :
        client.refresh_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].refresh_token, null), "days")
        ]
      ) >= 3600 &&
      (
        client.generate_secret == null && client.refresh_token_validity == 0 ?
        2592000 :
        client.refresh_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].refresh_token, null), "days")
        ]
      ) <= 315360000
    )
  }
  tok_07 = {
    for key, client in local.clients :
    key =>
    (
      (
        client.generate_secret == null && client.access_token_validity == 0 ?
        3600 :
        client.access_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].access_token, null), "hours")
        ]
      ) <=
      (
        client.generate_secret == null && client.refresh_token_validity == 0 ?
        2592000 :
        client.refresh_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].refresh_token, null), "days")
        ]
      ) ||
      (
        client.generate_secret == null && client.access_token_validity == 0 ?
        3600 :
        client.access_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].access_token, null), "hours")
        ]
      ) > 86400 ||
      (
        client.generate_secret == null && client.refresh_token_validity == 0 ?
        2592000 :
        client.refresh_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].refresh_token, null), "days")
        ]
      ) < 3600
    ) &&
    (
      (
        client.generate_secret == null && client.id_token_validity == 0 ?
        3600 :
        client.id_token_validity * local.seconds[coalesce(try(client.token_validity_units[0].id_token, null), "hours")]
      ) <=
      (
        client.generate_secret == null && client.refresh_token_validity == 0 ?
        2592000 :
        client.refresh_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].refresh_token, null), "days")
        ]
      ) ||
      (
        client.generate_secret == null && client.id_token_validity == 0 ?
        3600 :
        client.id_token_validity * local.seconds[coalesce(try(client.token_validity_units[0].id_token, null), "hours")]
      ) > 86400 ||
      (
        client.generate_secret == null && client.refresh_token_validity == 0 ?
        2592000 :
        client.refresh_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].refresh_token, null), "days")
        ]
      ) < 3600
    )
  }
  tok_13 = {
    for key, client in local.clients :
    key =>
    (
      length(setintersection(client.allowed_oauth_flows, ["code", "implicit"])) == 0 ||
      (
        client.generate_secret == null && client.access_token_validity == 0 ?
        3600 :
        client.access_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].access_token, null), "hours")
        ]
      ) >= 3600 ||
      (
        client.generate_secret == null && client.access_token_validity == 0 ?
        3600 :
        client.access_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].access_token, null), "hours")
        ]
      ) < 300
    ) &&
    (
      length(setintersection(client.allowed_oauth_flows, ["code", "implicit"])) == 0 ||
      (
        client.generate_secret == null && client.id_token_validity == 0 ?
        3600 :
        client.id_token_validity * local.seconds[coalesce(try(client.token_validity_units[0].id_token, null), "hours")]
      ) >= 3600 ||
      (
        client.generate_secret == null && client.id_token_validity == 0 ?
        3600 :
        client.id_token_validity * local.seconds[coalesce(try(client.token_validity_units[0].id_token, null), "hours")]
      ) < 300
    )
  }
  tok_14 = {
    for key, client in local.clients :
    key =>
    (
      contains(client.allowed_oauth_flows, "client_credentials") ||
      (
        client.generate_secret == null && client.access_token_validity == 0 ?
        3600 :
        client.access_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].access_token, null), "hours")
        ]
      ) >= 600 ||
      (
        client.generate_secret == null && client.access_token_validity == 0 ?
        3600 :
        client.access_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].access_token, null), "hours")
        ]
      ) < 300
    ) &&
    (
      contains(client.allowed_oauth_flows, "client_credentials") ||
      (
        client.generate_secret == null && client.id_token_validity == 0 ?
        3600 :
        client.id_token_validity * local.seconds[coalesce(try(client.token_validity_units[0].id_token, null), "hours")]
      ) >= 600 ||
      (
        client.generate_secret == null && client.id_token_validity == 0 ?
        3600 :
        client.id_token_validity * local.seconds[coalesce(try(client.token_validity_units[0].id_token, null), "hours")]
      ) < 300
    )
  }
  tok_17 = {
    for key, client in local.clients :
    key =>
    try(client.refresh_token_rotation[0].feature, "DISABLED") != "ENABLED" ||
    !contains(client.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
  }
  tok_18 = {
    for key, client in local.clients :
    key =>
    try(client.refresh_token_rotation[0].feature, "DISABLED") != "ENABLED" || length(client.explicit_auth_flows) > 0
  }
  tok_20 = {
    for key, client in local.clients :
    key =>
    try(client.refresh_token_rotation[0].feature, "DISABLED") != "ENABLED" ||
    coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS") != "LITE"
  }
  tok_23 = {
    for key, client in local.clients :
    key =>
    try(client.refresh_token_rotation[0].feature, "DISABLED") == "ENABLED" ||
    length(
      setintersection(
        client.explicit_auth_flows,
        [
          "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH",
          "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"
        ]
      )
    ) == 0 ||
    contains(client.explicit_auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")
  }
  tok_24 = {
    for key, client in local.clients :
    key =>
    (
      contains(client.allowed_oauth_flows, "client_credentials") &&
      length(client.explicit_auth_flows) > 0 &&
      !anytrue([for flow in client.explicit_auth_flows : flow != "ALLOW_REFRESH_TOKEN_AUTH"])
    ) ||
    client.enable_token_revocation ||
    (
      try(client.refresh_token_rotation[0].feature, "DISABLED") != "ENABLED" &&
      (
        client.generate_secret == null && client.refresh_token_validity == 0 ?
        2592000 :
        client.refresh_token_validity * local.seconds[
          coalesce(try(client.token_validity_units[0].refresh_token, null), "days")
        ]
      ) <= 259200
    )
  }
  tok_25 = {
    for key, client in local.clients :
    key =>
    (
      contains(client.allowed_oauth_flows, "client_credentials") &&
      length(client.explicit_auth_flows) > 0 &&
      !anytrue([for flow in client.explicit_auth_flows : flow != "ALLOW_REFRESH_TOKEN_AUTH"])
    ) ||
    (
      client.generate_secret == null && client.refresh_token_validity == 0 ?
      2592000 :
      client.refresh_token_validity * local.seconds[
        coalesce(try(client.token_validity_units[0].refresh_token, null), "days")
      ]
    ) <= 31536000 ||
    (
      client.generate_secret == null && client.refresh_token_validity == 0 ?
      2592000 :
      client.refresh_token_validity * local.seconds[
        coalesce(try(client.token_validity_units[0].refresh_token, null), "days")
      ]
    ) > 315360000
  }
}

check "flow_03" {
  assert {
    condition     = !contains(values(local.flow_03), false)
    error_message = "FLOW-03 explicit-flows: ${join("; ", [for key, client in local.clients : "client ${key}: an empty list is Cognito's default: ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH and ALLOW_CUSTOM_AUTH" if !local.flow_03[key]])}. List the flows; for a client whose users sign in only through managed login, [\"ALLOW_REFRESH_TOKEN_AUTH\"] (cdktf-cognito explain FLOW-03)"
  }
}

check "flow_05" {
  assert {
    condition     = !contains(values(local.flow_05), false)
    error_message = "FLOW-05 custom-auth-triggers: ${join("; ", [for key, client in local.clients : "client ${key}: ${join(", ", setintersection(client.explicit_auth_flows, ["ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"]))} is allowed, but lambda_config has not all of define_auth_challenge, create_auth_challenge, verify_auth_challenge_response" if !local.flow_05[key]])}. Add define_auth_challenge, create_auth_challenge, verify_auth_challenge_response to the pool's lambda_config, or remove the flow (cdktf-cognito explain FLOW-05)"
  }
}

check "flow_06" {
  assert {
    condition     = !contains(concat(values(local.flow_06_1), values(local.flow_06_2)), false)
    error_message = "FLOW-06 no-password-flows: ${join("; ", concat([for key, client in local.clients : "client ${key}: a client that keeps no secret allows administrators' password sign-in" if !local.flow_06_1[key]], [for key, client in local.clients : "client ${key}: sign-in sends the password itself, and no Lambda trigger migrates users" if !local.flow_06_2[key]]))}. Use ALLOW_USER_SRP_AUTH, which sends no password (cdktf-cognito explain FLOW-06)"
  }
}

check "lam_08" {
  assert {
    condition     = local.lam_08
    error_message = "LAM-08 unused-sender-key: ${join("; ", [for holds in [local.lam_08] : "user pool customers: kms_key_id encrypts nothing: there is no custom sender" if !holds])}. Add the custom sender, or remove kms_key_id (cdktf-cognito explain LAM-08)"
  }
}

check "mis_01" {
  assert {
    condition     = !contains(values(local.mis_01), false)
    error_message = "MIS-01 prevent-user-existence-errors: ${join("; ", [for key, client in local.clients : "client ${key}: LEGACY reveals to anybody whether a user exists" if !local.mis_01[key]])}. Use ENABLED for prevent_user_existence_errors (cdktf-cognito explain MIS-01)"
  }
}

check "mis_02" {
  assert {
    condition     = !contains(values(local.mis_02), false)
    error_message = "MIS-02 context-data-threat-protection: ${join("; ", [for key, client in local.clients : "client ${key}: user context data is passed on, but threat protection is off" if !local.mis_02[key]])}. Set advanced_security_mode to AUDIT or ENFORCED (tier PLUS), or remove enable_propagate_additional_user_context_data (cdktf-cognito explain MIS-02)"
  }
}

check "mis_05" {
  assert {
    condition     = !contains(values(local.mis_05), false)
    error_message = "MIS-05 no-pinpoint-analytics: ${join("; ", [for key, client in local.clients : "client ${key}: the client sends analytics to Amazon Pinpoint, which ended on 30 October 2026" if !local.mis_05[key]])}. Remove analytics_configuration (cdktf-cognito explain MIS-05)"
  }
}

check "oau_22" {
  assert {
    condition     = !contains(values(local.oau_22), false)
    error_message = "OAU-22 no-url-wildcard: ${join("; ", [for key, client in local.clients : "client ${key}: Cognito compares * literally: ${join(", ", [for url in setunion(client.callback_urls, client.logout_urls) : url if can(regex("\\*", url))])}" if !local.oau_22[key]])}. List each URL (cdktf-cognito explain OAU-22)"
  }
}

check "oau_23" {
  assert {
    condition     = !contains(values(local.oau_23), false)
    error_message = "OAU-23 load-balancer-client: ${join("; ", [for key, client in local.clients : "client ${key}: a load balancer needs a secret, the code grant and a host in lower case: ${join(", ", [for url in client.callback_urls : url if can(regex("(?i)^https://[^/]*/oauth2/idpresponse$", url))])}" if !local.oau_23[key]])}. Use the code grant on a client with a secret, and write the host in lower case (cdktf-cognito explain OAU-23)"
  }
}

check "oau_27" {
  assert {
    condition     = !contains(values(local.oau_27), false)
    error_message = "OAU-27 grant-needs-provider: ${join("; ", [for key, client in local.clients : "client ${key}: no identity provider is supported, so managed login offers no way to sign in" if !local.oau_27[key]])}. Add supported_identity_providers, such as [\"COGNITO\"] for the local users of the pool (cdktf-cognito explain OAU-27)"
  }
}

check "oau_28" {
  assert {
    condition     = !contains(values(local.oau_28), false)
    error_message = "OAU-28 federated-only-flows: ${join("; ", [for key, client in local.clients : "client ${key}: local users are not supported, yet the client allows flows by which they sign in" if !local.oau_28[key]])}. Add \"COGNITO\" to supported_identity_providers, or use explicit_auth_flows: [\"ALLOW_REFRESH_TOKEN_AUTH\"] (cdktf-cognito explain OAU-28)"
  }
}

check "oau_29" {
  assert {
    condition     = !contains(values(local.oau_29), false)
    error_message = "OAU-29 oauth-domain: ${join("; ", [for key, client in local.clients : "client ${key}: the client has an OAuth grant, but the pool has no domain" if !local.oau_29[key]])}. Give the pool a domain, or acknowledge that the domain is managed elsewhere (cdktf-cognito explain OAU-29)"
  }
}

check "oau_30" {
  assert {
    condition     = !contains(values(local.oau_30), false)
    error_message = "OAU-30 no-implicit-grant: ${join("; ", [for key, client in local.clients : "client ${key}: the implicit grant puts tokens into URLs" if !local.oau_30[key]])}. Use [\"code\"] with PKCE (cdktf-cognito explain OAU-30)"
  }
}

check "oau_33" {
  assert {
    condition     = !contains(values(local.oau_33), false)
    error_message = "OAU-33 grant-for-federation: ${join("; ", [for key, client in local.clients : "client ${key}: identity providers of ${join(", ", client.supported_identity_providers)} cannot sign users in: the client has neither the code nor the implicit grant" if !local.oau_33[key]])}. Add callback_urls, and with them the code grant, or remove the provider from supported_identity_providers (cdktf-cognito explain OAU-33)"
  }
}

check "oau_34" {
  assert {
    condition     = !contains(values(local.oau_34), false)
    error_message = "OAU-34 no-unsafe-callback-scheme: ${join("; ", [for key, client in local.clients : "client ${key}: these schemes run code, show content or start another program: ${join(", ", [for url in setunion(client.callback_urls, client.logout_urls) : url if can(regex("(?i)^(about|blob|chrome|data|file|filesystem|ftp|intent|jar|javascript|mailto|resource|sms|tel|vbscript|view-source|ws|wss):", url))])}" if !local.oau_34[key]])}. Use https, or a scheme of your app, such as com.example.app:/callback (cdktf-cognito explain OAU-34)"
  }
}

check "oau_35" {
  assert {
    condition     = !contains(values(local.oau_35), false)
    error_message = "OAU-35 no-callback-to-stranger: ${join("; ", [for key, client in local.clients : "client ${key}: these hosts are owned by others: ${join(", ", [for url in setunion(client.callback_urls, client.logout_urls) : url if can(regex("(?i)^https?://(amazon\\.com|beeceptor\\.com|example\\.com|example\\.net|example\\.org|facebook\\.com|github\\.com|google\\.com|hookbin\\.com|httpbin\\.org|jwt\\.io|jwt\\.ms|mydomain\\.com|oauth\\.pstmn\\.io|oauth\\.tools|oauthdebugger\\.com|oidcdebugger\\.com|openidconnect\\.net|pipedream\\.net|postman\\.com|postman-echo\\.com|requestbin\\.com|requestcatcher\\.com|webhook\\.site|www\\.amazon\\.com|www\\.facebook\\.com|www\\.google\\.com|yourdomain\\.com)(:[0-9]+)?([/?#]|$)", url))])}" if !local.oau_35[key]])}. Use a host of your own; for a test, a client of its own in an environment without real users (cdktf-cognito explain OAU-35)"
  }
}

check "prx_06" {
  assert {
    condition     = !contains(values(local.prx_06), false)
    error_message = "PRX-06 no-code-grant-behind-proxy: ${join("; ", [for key, client in local.clients : "client ${key}: the app cannot exchange a code for tokens: the token endpoint demands the secret that the proxy keeps" if !local.prx_06[key]])}. Remove callback_urls and the code grant, and add a public client without the proxy for sign-in through the browser (cdktf-cognito explain PRX-06)"
  }
}

check "sec_06" {
  assert {
    condition     = !contains(concat(values(local.sec_06_1), values(local.sec_06_2)), false)
    error_message = "SEC-06 no-secret-on-devices: ${join("; ", concat([for key, client in local.clients : "client ${key}: the implicit grant is allowed to a client with a secret" if !local.sec_06_1[key]], [for key, client in local.clients : "client ${key}: a client with a secret uses the implicit grant, or redirects users to an app on their device: ${join(", ", [for url in client.callback_urls : url if !can(regex("(?i)^https?:", url)) && can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) && !can(regex("(?i)^localhost:[0-9]", url))])}" if !local.sec_06_2[key]]))}. Set generate_secret to false, which makes a client with another id, or use the code grant with https callbacks (cdktf-cognito explain SEC-06)"
  }
}

check "sig_04" {
  assert {
    condition     = local.sig_04
    error_message = "SIG-04 unused-passkeys: ${join("; ", [for holds in [local.sig_04] : "user pool customers: web_authn_configuration is never used: WEB_AUTHN is none of the first factors" if !holds])}. Add WEB_AUTHN to sign_in_policy.allowed_first_auth_factors, or remove web_authn_configuration (cdktf-cognito explain SIG-04)"
  }
}

check "tier_06" {
  assert {
    condition     = local.tier_06
    error_message = "TIER-06 use-of-plus: ${join("; ", [for holds in [local.tier_06] : "user pool customers: tier PLUS is paid for, but threat protection is OFF" if !holds])}. Use advanced_security_mode: AUDIT or ENFORCED, or user_pool_tier: ESSENTIALS (cdktf-cognito explain TIER-06)"
  }
}

check "tok_13" {
  assert {
    condition     = !contains(values(local.tok_13), false)
    error_message = "TOK-13 tokens-outlive-session-cookie: ${join("; ", [for key, client in local.clients : "client ${key}: access token lives ${client.generate_secret == null && client.access_token_validity == 0 ? "1 hour" : "${client.access_token_validity} ${coalesce(try(client.token_validity_units[0].access_token, null), "hours")}"} and ID token ${client.generate_secret == null && client.id_token_validity == 0 ? "1 hour" : "${client.id_token_validity} ${coalesce(try(client.token_validity_units[0].id_token, null), "hours")}"}, but the session cookie of managed login lives 1 hour" if !local.tok_13[key]])}. Use 1h or more, or sign users out at the logout endpoint (cdktf-cognito explain TOK-13)"
  }
}

check "tok_14" {
  assert {
    condition     = !contains(values(local.tok_14), false)
    error_message = "TOK-14 token-validity-sdk-refresh: ${join("; ", [for key, client in local.clients : "client ${key}: access token lives ${client.generate_secret == null && client.access_token_validity == 0 ? "1 hour" : "${client.access_token_validity} ${coalesce(try(client.token_validity_units[0].access_token, null), "hours")}"} and ID token ${client.generate_secret == null && client.id_token_validity == 0 ? "1 hour" : "${client.id_token_validity} ${coalesce(try(client.token_validity_units[0].id_token, null), "hours")}"}; SDKs refresh them when 2 to 5 minutes are left" if !local.tok_14[key]])}. Use 10m or more (cdktf-cognito explain TOK-14)"
  }
}

check "tok_18" {
  assert {
    condition     = !contains(values(local.tok_18), false)
    error_message = "TOK-18 rotation-explicit-flows: ${join("; ", [for key, client in local.clients : "client ${key}: refresh tokens rotate, but no flows are named; Cognito's default has ALLOW_REFRESH_TOKEN_AUTH" if !local.tok_18[key]])}. List the flows without it, for example [\"ALLOW_USER_SRP_AUTH\"] (cdktf-cognito explain TOK-18)"
  }
}

check "tok_20" {
  assert {
    condition     = !contains(values(local.tok_20), false)
    error_message = "TOK-20 rotation-tier: ${join("; ", [for key, client in local.clients : "client ${key}: refresh tokens rotate in a pool of tier LITE, which AWS may refuse" if !local.tok_20[key]])}. Turn refresh_token_rotation off, use tier ESSENTIALS, or acknowledge this warning once AWS has accepted the client (cdktf-cognito explain TOK-20)"
  }
}

check "tok_23" {
  assert {
    condition     = !contains(values(local.tok_23), false)
    error_message = "TOK-23 refresh-flow-allowed: ${join("; ", [for key, client in local.clients : "client ${key}: ALLOW_REFRESH_TOKEN_AUTH is missing, and refresh tokens do not rotate" if !local.tok_23[key]])}. Add ALLOW_REFRESH_TOKEN_AUTH to explicit_auth_flows, or turn refresh_token_rotation on (cdktf-cognito explain TOK-23)"
  }
}

check "tok_24" {
  assert {
    condition     = !contains(values(local.tok_24), false)
    error_message = "TOK-24 token-revocation: ${join("; ", [for key, client in local.clients : "client ${key}: refresh token lives ${client.generate_secret == null && client.refresh_token_validity == 0 ? "30 days" : "${client.refresh_token_validity} ${coalesce(try(client.token_validity_units[0].refresh_token, null), "days")}"} and cannot be revoked" if !local.tok_24[key]])}. Set enable_token_revocation to true (cdktf-cognito explain TOK-24)"
  }
}

check "tok_25" {
  assert {
    condition     = !contains(values(local.tok_25), false)
    error_message = "TOK-25 refresh-token-one-year: ${join("; ", [for key, client in local.clients : "client ${key}: refresh token lives ${client.generate_secret == null && client.refresh_token_validity == 0 ? "30 days" : "${client.refresh_token_validity} ${coalesce(try(client.token_validity_units[0].refresh_token, null), "days")}"}, longer than a year" if !local.tok_25[key]])}. Use 365d or less (cdktf-cognito explain TOK-25)"
  }
}

output "rule_set" {
  description = "Version of the rules of cdktf-cognito that this plan was checked against"
  value       = "VERSION"

  precondition {
    condition     = !contains(values(local.tok_01), false)
    error_message = "TOK-01 access-token-validity: ${join("; ", [for key, client in local.clients : "client ${key}: access token lives ${client.generate_secret == null && client.access_token_validity == 0 ? "1 hour" : "${client.access_token_validity} ${coalesce(try(client.token_validity_units[0].access_token, null), "hours")}"}; Cognito allows 5 minutes to 24 hours" if !local.tok_01[key]])}. Use 5m to 24h (cdktf-cognito explain TOK-01)"
  }

  precondition {
    condition     = !contains(values(local.tok_02), false)
    error_message = "TOK-02 id-token-validity: ${join("; ", [for key, client in local.clients : "client ${key}: ID token lives ${client.generate_secret == null && client.id_token_validity == 0 ? "1 hour" : "${client.id_token_validity} ${coalesce(try(client.token_validity_units[0].id_token, null), "hours")}"}; Cognito allows 5 minutes to 24 hours" if !local.tok_02[key]])}. Use 5m to 24h (cdktf-cognito explain TOK-02)"
  }

  precondition {
    condition     = !contains(values(local.tok_03), false)
    error_message = "TOK-03 refresh-token-validity: ${join("; ", [for key, client in local.clients : "client ${key}: refresh token lives ${client.generate_secret == null && client.refresh_token_validity == 0 ? "30 days" : "${client.refresh_token_validity} ${coalesce(try(client.token_validity_units[0].refresh_token, null), "days")}"}; Cognito allows 1 hour to 3650 days" if !local.tok_03[key]])}. Use 1h to 3650d (cdktf-cognito explain TOK-03)"
  }

  precondition {
    condition     = !contains(values(local.tok_07), false)
    error_message = "TOK-07 token-validity-within-refresh: ${join("; ", [for key, client in local.clients : "client ${key}: access token lives ${client.generate_secret == null && client.access_token_validity == 0 ? "1 hour" : "${client.access_token_validity} ${coalesce(try(client.token_validity_units[0].access_token, null), "hours")}"} and ID token ${client.generate_secret == null && client.id_token_validity == 0 ? "1 hour" : "${client.id_token_validity} ${coalesce(try(client.token_validity_units[0].id_token, null), "hours")}"}; neither may outlive the refresh token's ${client.generate_secret == null && client.refresh_token_validity == 0 ? "30 days" : "${client.refresh_token_validity} ${coalesce(try(client.token_validity_units[0].refresh_token, null), "days")}"}" if !local.tok_07[key]])}. Shorten the access or ID token lifetime, or lengthen that of the refresh token (cdktf-cognito explain TOK-07)"
  }

  precondition {
    condition     = !contains(values(local.tok_17), false)
    error_message = "TOK-17 rotation-without-refresh-flow: ${join("; ", [for key, client in local.clients : "client ${key}: ALLOW_REFRESH_TOKEN_AUTH is allowed while refresh tokens rotate; Cognito allows one or the other" if !local.tok_17[key]])}. Remove ALLOW_REFRESH_TOKEN_AUTH from explicit_auth_flows, or turn refresh_token_rotation off (cdktf-cognito explain TOK-17)"
  }

  precondition {
    condition     = !contains(values(local.cli_02), false)
    error_message = "CLI-02 client-name-characters: ${join("; ", [for key, client in local.clients : "client ${key}: name \"${client.name}\" contains other characters than letters, digits, spaces and _ + = , . @ -" if !local.cli_02[key]])}. Remove every other character (cdktf-cognito explain CLI-02)"
  }

  precondition {
    condition     = !contains(values(local.sec_04), false)
    error_message = "SEC-04 client-credentials-secret: ${join("; ", [for key, client in local.clients : "client ${key}: client_credentials is allowed to a client that keeps no secret" if !local.sec_04[key]])}. Set generate_secret to true, which makes a client with another id, or remove client_credentials (cdktf-cognito explain SEC-04)"
  }

  precondition {
    condition     = !contains(values(local.sec_05), false)
    error_message = "SEC-05 context-data-secret: ${join("; ", [for key, client in local.clients : "client ${key}: enable_propagate_additional_user_context_data is on, but the client has no secret" if !local.sec_05[key]])}. Set enable_propagate_additional_user_context_data to false, or generate_secret to true, which makes a client with another id (cdktf-cognito explain SEC-05)"
  }

  precondition {
    condition     = !contains(values(local.flow_02), false)
    error_message = "FLOW-02 no-legacy-flows: ${join("; ", [for key, client in local.clients : "client ${key}: legacy flows ${join(", ", setintersection(client.explicit_auth_flows, ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"]))} cannot be combined with ALLOW_ flows" if !local.flow_02[key]])}. Use only ALLOW_ flows (cdktf-cognito explain FLOW-02)"
  }

  precondition {
    condition     = !contains(values(local.flow_04), false)
    error_message = "FLOW-04 user-auth-tier: ${join("; ", [for key, client in local.clients : "client ${key}: ALLOW_USER_AUTH is not available in tier LITE; it requires ESSENTIALS or PLUS" if !local.flow_04[key]])}. Remove ALLOW_USER_AUTH, or use tier ESSENTIALS; for passwordless sign-in add ALLOW_USER_AUTH to a client (cdktf-cognito explain FLOW-04)"
  }

  precondition {
    condition     = !contains(values(local.oau_02), false)
    error_message = "OAU-02 client-credentials-alone: ${join("; ", [for key, client in local.clients : "client ${key}: client_credentials cannot be combined with code or implicit" if !local.oau_02[key]])}. Use two clients: a machine for client_credentials, another for sign-in (cdktf-cognito explain OAU-02)"
  }

  precondition {
    condition     = !contains(concat(values(local.oau_05_1), values(local.oau_05_2)), false)
    error_message = "OAU-05 oauth-settings-need-grant: ${join("; ", concat([for key, client in local.clients : "client ${key}: scopes are given, but no grant in allowed_oauth_flows" if !local.oau_05_1[key]], [for key, client in local.clients : "client ${key}: grants [${join(", ", client.allowed_oauth_flows)}] are given, but allowed_oauth_flows_user_pool_client is not true" if !local.oau_05_2[key]]))}. Set allowed_oauth_flows_user_pool_client to true, with a grant in allowed_oauth_flows, such as [\"code\"] (cdktf-cognito explain OAU-05)"
  }

  precondition {
    condition     = !contains(concat(values(local.oau_06_1), values(local.oau_06_2)), false)
    error_message = "OAU-06 grants-and-scopes: ${join("; ", concat([for key, client in local.clients : "client ${key}: OAuth is on, but allowed_oauth_flows has no grant" if !local.oau_06_1[key]], [for key, client in local.clients : "client ${key}: the client has a grant, but no scope" if !local.oau_06_2[key]]))}. Add allowed_oauth_scopes, for example [\"openid\"], or a resource server's scope for a machine (cdktf-cognito explain OAU-06)"
  }

  precondition {
    condition     = !contains(values(local.oau_07), false)
    error_message = "OAU-07 callback-url-required: ${join("; ", [for key, client in local.clients : "client ${key}: the code or implicit grant is allowed without a callback URL" if !local.oau_07[key]])}. Add callback_urls (cdktf-cognito explain OAU-07)"
  }

  precondition {
    condition     = !contains(values(local.oau_03), false)
    error_message = "OAU-03 machine-scopes: ${join("; ", [for key, client in local.clients : "client ${key}: client_credentials does not support ${join(", ", [for scope in client.allowed_oauth_scopes : scope if contains(["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"], scope)])}; it supports the scopes of resource servers" if !local.oau_03[key]])}. Remove the scope: client_credentials has no user whose claims could be read (cdktf-cognito explain OAU-03)"
  }

  precondition {
    condition     = !contains(values(local.oau_04), false)
    error_message = "OAU-04 machine-needs-scope: ${join("; ", [for key, client in local.clients : "client ${key}: client_credentials is allowed without a scope of a resource server" if !local.oau_04[key]])}. Describe the API in an aws_cognito_resource_server, and list one of its scopes as <identifier>/<scope_name> (cdktf-cognito explain OAU-04)"
  }

  precondition {
    condition     = !contains(values(local.oau_09), false)
    error_message = "OAU-09 scope-characters: ${join("; ", [for key, client in local.clients : "client ${key}: invalid scope ${join(", ", [for scope in client.allowed_oauth_scopes : scope if !(length(split("", scope)) >= 1 && length(split("", scope)) <= 256) || !can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; Cognito allows 1 to 256 printable ASCII characters, no space, quote or backslash" if !local.oau_09[key]])}. Remove the other characters (cdktf-cognito explain OAU-09)"
  }

  precondition {
    condition     = !contains(values(local.oau_10), false)
    error_message = "OAU-10 known-scope: ${join("; ", [for key, client in local.clients : "client ${key}: unknown scope ${"${join(", ", [for scope in client.allowed_oauth_scopes : "${scope}${join("", [for known in local.scopes : " (did you mean ${known}?)" if sort(split("", lower(known))) == sort(split("", lower(scope))) || length(scope) > 2 && strcontains(lower(known), lower(scope))])}" if !contains(local.scopes, scope) && length(split("", scope)) >= 1 && length(split("", scope)) <= 256 && can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]*$", scope))])}; the pool has ${join(", ", local.scopes)}"}" if !local.oau_10[key]])}. Write openid, email, phone, profile, aws.cognito.signin.user.admin or <identifier>/<scope_name> of a resource server (cdktf-cognito explain OAU-10)"
  }

  precondition {
    condition     = !contains(values(local.oau_12), false)
    error_message = "OAU-12 openid-scope: ${join("; ", [for key, client in local.clients : "client ${key}: email, phone and profile require the scope openid; allowed_oauth_scopes is [${join(", ", client.allowed_oauth_scopes)}]" if !local.oau_12[key]])}. Add \"openid\" to allowed_oauth_scopes (cdktf-cognito explain OAU-12)"
  }

  precondition {
    condition     = !contains(values(local.oau_16), false)
    error_message = "OAU-16 url-characters: ${join("; ", [for key, client in local.clients : "client ${key}: URLs must not contain spaces or control characters: ${join(", ", [for url in setunion(client.callback_urls, client.logout_urls) : url if !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", url))])}" if !local.oau_16[key]])}. Remove the character, or write a space as %20 (cdktf-cognito explain OAU-16)"
  }

  precondition {
    condition     = !contains(values(local.oau_17), false)
    error_message = "OAU-17 absolute-url: ${join("; ", [for key, client in local.clients : "client ${key}: URLs must be absolute: ${join(", ", [for url in setunion(client.callback_urls, client.logout_urls) : url if !can(regex("(?i)^https?://[^/?#]", url)) && (can(regex("(?i)^https?:", url)) || !can(regex("(?i)^[a-z][a-z0-9+.-]*:", url)) || can(regex("(?i)^localhost:[0-9]", url))) && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]", url))])}" if !local.oau_17[key]])}. Start with https://, http://localhost, or an app's own scheme such as myapp:// (cdktf-cognito explain OAU-17)"
  }

  precondition {
    condition     = !contains(values(local.oau_18), false)
    error_message = "OAU-18 no-url-fragment: ${join("; ", [for key, client in local.clients : "client ${key}: URLs must have no fragment: ${join(", ", [for url in setunion(client.callback_urls, client.logout_urls) : url if can(regex("#", url))])}" if !local.oau_18[key]])}. Remove # and everything after it; a router that needs it can redirect from a page without one (cdktf-cognito explain OAU-18)"
  }

  precondition {
    condition     = !contains(values(local.oau_19), false)
    error_message = "OAU-19 https-url: ${join("; ", [for key, client in local.clients : "client ${key}: Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${join(", ", [for url in setunion(client.callback_urls, client.logout_urls) : url if can(regex("(?i)^http:", url)) && !can(regex("^https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?([/?#]|$)", url))])}" if !local.oau_19[key]])}. Use https (cdktf-cognito explain OAU-19)"
  }

  precondition {
    condition     = !contains([for key, holds in local.oau_24 : holds if !contains(["api", "ios"], key)], false)
    error_message = "OAU-24 default-redirect-is-callback: ${join("; ", [for key, client in local.clients : "client ${key}: default redirect ${client.default_redirect_uri} is not one of the callback URLs: ${join(", ", client.callback_urls)}" if !contains(["api", "ios"], key) ? !local.oau_24[key] : false])}. Add it to callback_urls exactly as written (cdktf-cognito explain OAU-24)"
  }

  precondition {
    condition     = !contains([for key, holds in local.oau_24 : holds if key == "api"], false)
    error_message = "OAU-24 default-redirect-is-callback: ${join("; ", [for key, client in local.clients : "client ${key}: default redirect ${client.default_redirect_uri} is not one of the callback URLs: ${join(", ", client.callback_urls)}" if key == "api" ? !local.oau_24[key] : false])}. Add it to callback_urls exactly as written (cdktf-cognito explain OAU-24)"
  }

  precondition {
    condition     = !contains([for key, holds in local.oau_24 : holds if key == "ios"], false)
    error_message = "OAU-24 default-redirect-is-callback: ${join("; ", [for key, client in local.clients : "client ${key}: default redirect ${client.default_redirect_uri} is not one of the callback URLs: ${join(", ", client.callback_urls)}" if key == "ios" ? !local.oau_24[key] : false])}. Add it to callback_urls exactly as written (cdktf-cognito explain OAU-24)"
  }

  precondition {
    condition     = !contains(values(local.oau_25), false)
    error_message = "OAU-25 provider-name: ${join("; ", [for key, client in local.clients : "client ${key}: invalid identity provider name ${join(", ", [for provider in client.supported_identity_providers : provider if !contains(local.providers, provider) && (!(length(split("", provider)) >= 1 && length(split("", provider)) <= 32) || !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider)))])}; Cognito allows 1 to 32 characters" if !local.oau_25[key]])}. Use COGNITO, or the name of one of the pool's identity providers (cdktf-cognito explain OAU-25)"
  }

  precondition {
    condition     = !contains(values(local.oau_26), false)
    error_message = "OAU-26 known-provider: ${join("; ", [for key, client in local.clients : "client ${key}: unknown identity provider ${join(", ", [for provider in client.supported_identity_providers : "${provider}${join("", [for known in local.providers : " (did you mean ${known}?)" if sort(split("", lower(known))) == sort(split("", lower(provider))) || length(provider) > 2 && strcontains(lower(known), lower(provider))])}" if !contains(local.providers, provider) && length(split("", provider)) >= 1 && length(split("", provider)) <= 32 && can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]*$", provider))])}; the pool has ${join(", ", local.providers)}" if !local.oau_26[key]])}. Use COGNITO, or the provider_name of one of the pool's identity providers (cdktf-cognito explain OAU-26)"
  }

  precondition {
    condition     = !contains(values(local.mis_04), false)
    error_message = "MIS-04 analytics-application-id: ${join("; ", [for key, client in local.clients : "client ${key}: application_id of the analytics is not a hexadecimal number" if !local.mis_04[key]])}. Copy the project ID from Amazon Pinpoint (cdktf-cognito explain MIS-04)"
  }

  precondition {
    condition     = !contains(concat(values(local.mis_07_1), values(local.mis_07_2), values(local.mis_07_3)), false)
    error_message = "MIS-07 analytics-arns: ${join("; ", concat([for key, client in local.clients : "client ${key}: application_arn ${jsonencode(try(client.analytics_configuration[0].application_arn, null))} must be the ARN of an Amazon Pinpoint application, in partition aws, in eu-west-1 or us-east-1" if !local.mis_07_1[key]], [for key, client in local.clients : "client ${key}: role_arn ${jsonencode(try(client.analytics_configuration[0].role_arn, null))} must be the ARN of an IAM role, in partition aws" if !local.mis_07_2[key]], [for key, client in local.clients : "client ${key}: external_id ${jsonencode(try(client.analytics_configuration[0].external_id, null))} must be 1 to 1224 characters long, an external ID of letters, digits and _ + = , . @ : / -" if !local.mis_07_3[key]]))}. Copy the ARNs from Amazon Pinpoint and IAM, in the pool's account (cdktf-cognito explain MIS-07)"
  }

  precondition {
    condition     = !contains(values(local.att_01), false)
    error_message = "ATT-01 attribute-name-length: ${join("; ", [for key, client in local.clients : "client ${key}: a name in read_attributes or write_attributes is empty or has more than 2048 characters" if !local.att_01[key]])}. Use the attribute's name (cdktf-cognito explain ATT-01)"
  }

  precondition {
    condition     = !contains(values(local.att_02), false)
    error_message = "ATT-02 known-attribute: ${join("; ", [for key, client in local.clients : "client ${key}: unknown attribute ${join(", ", setsubtract(setunion(client.read_attributes, client.write_attributes), local.attributes))}; the pool has the standard attributes${join("", [for name in local.attributes : ", ${name}" if startswith(name, "custom:")])}" if !local.att_02[key]])}. Use a standard attribute, or declare the custom one in a schema block of the pool, without custom: (cdktf-cognito explain ATT-02)"
  }

  precondition {
    condition     = !contains(values(local.att_03), false)
    error_message = "ATT-03 writable-attribute: ${join("; ", [for key, client in local.clients : "client ${key}: write_attributes contains ${join(", ", setintersection(client.write_attributes, ["email_verified", "identities", "phone_number_verified", "sub"]))}, which only Cognito writes" if !local.att_03[key]])}. Remove it from write_attributes; read_attributes can include it (cdktf-cognito explain ATT-03)"
  }

  precondition {
    condition     = !contains(values(local.att_04), false)
    error_message = "ATT-04 required-attributes-writable: ${join("; ", [for key, client in local.clients : "client ${key}: the pool requires ${join(", ", setsubtract(local.required_attributes, setunion(client.write_attributes, contains(client.write_attributes, "oidc:profile") ? local.profile_attributes : [])))}, which the client cannot write; write_attributes must hold every required attribute" if !local.att_04[key]])}. Add the required attributes to write_attributes (cdktf-cognito explain ATT-04)"
  }

  precondition {
    condition     = !contains(values(local.att_07), false)
    error_message = "ATT-07 mapped-attributes-writable: ${join("; ", [for key, client in local.clients : "client ${key}: an identity provider maps ${join(", ", setsubtract(flatten([for name in client.supported_identity_providers : lookup(local.mapped_attributes, name, [])]), setunion(client.write_attributes, contains(client.write_attributes, "oidc:profile") ? local.profile_attributes : [])))}, which the client cannot write" if !local.att_07[key]])}. Add the mapped attributes to write_attributes, or stop mapping them (cdktf-cognito explain ATT-07)"
  }

  precondition {
    condition     = local.att_08
    error_message = "ATT-08 mutable-mapped-attributes: ${join("; ", [for holds in [local.att_08] : "user pool customers: ${join("; ", [for attribute in local.schema : "${attribute.name} cannot change after sign-up, but an identity provider writes it at each sign-in" if try(contains([for name in flatten([for key, provider in local.identity_providers : keys(provider.attribute_mapping)]) : replace(name, "/^custom:/", "")], attribute.name), false) && attribute.mutable != true])}" if !holds])}. Declare the attribute with mutable: true before the pool exists, or stop mapping it (cdktf-cognito explain ATT-08)"
  }

  precondition {
    condition     = local.sch_01
    error_message = "SCH-01 attribute-quota: ${join("; ", [for holds in [local.sch_01] : "user pool customers: the pool declares ${length(local.user_pool.schema)} attributes; Cognito allows 50" if !holds])}. Store what is not about identity in a database of your own (cdktf-cognito explain SCH-01)"
  }

  precondition {
    condition     = !contains(concat([local.sch_02_1], [local.sch_02_2], [local.sch_02_3]), false)
    error_message = "SCH-02 attribute-name-form: ${join("; ", concat([for holds in [local.sch_02_1] : "user pool customers: ${join("; ", [for attribute in local.schema : "the name of attribute ${jsonencode(attribute.name)} must have 1 to 20 characters and no spaces" if !contains(["email_verified", "identities", "phone_number_verified", "sub"], attribute.name) && !can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}$", attribute.name))])}" if !holds], [for holds in [local.sch_02_2] : "user pool customers: ${join("; ", [for attribute in local.schema : "the name of attribute ${attribute.name} has ${floor(length(replace(base64encode(attribute.name), "=", "")) * 3 / 4)} bytes; the AWS provider accepts at most 20" if can(regex("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,20}$", attribute.name)) && length(replace(base64encode(attribute.name), "=", "")) > 27])}" if !holds], [for holds in [local.sch_02_3] : "user pool customers: several attributes are named ${join(", ", distinct([for name in local.schema[*].name : name if length([for other in local.schema : other if other.name == name]) > 1]))}" if !holds]))}. Use a name of 1 to 20 letters, digits, marks, symbols or punctuation, once; a letter outside ASCII counts as two bytes or more (cdktf-cognito explain SCH-02)"
  }

  precondition {
    condition     = local.sch_03
    error_message = "SCH-03 attribute-prefix: ${join("; ", [for holds in [local.sch_03] : "user pool customers: ${join("; ", [for attribute in local.schema : "AWS adds custom: to the name ${attribute.name}; write it without the prefix" if can(regex("^custom:", attribute.name))])}" if !holds])}. Write the name without custom: (cdktf-cognito explain SCH-03)"
  }

  precondition {
    condition     = local.sch_05
    error_message = "SCH-05 no-required-custom-attribute: ${join("; ", [for holds in [local.sch_05] : "user pool customers: ${join("; ", [for attribute in local.schema : "custom attribute ${attribute.name} is required; only standard attributes can be" if attribute.required == true && !contains(["address", "birthdate", "email", "email_verified", "family_name", "gender", "given_name", "identities", "locale", "middle_name", "name", "nickname", "phone_number", "phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website", "zoneinfo"], attribute.name)])}" if !holds])}. Remove required, and let a pre sign-up trigger or the application require the value (cdktf-cognito explain SCH-05)"
  }

  precondition {
    condition     = !contains(concat([local.sch_06_1], [local.sch_06_2], [local.sch_06_3], [local.sch_06_4]), false)
    error_message = "SCH-06 standard-attribute-type: ${join("; ", concat([for holds in [local.sch_06_1] : "user pool customers: ${join("; ", [for attribute in local.schema : "${attribute.name} is in every pool and cannot be declared" if contains(["email_verified", "identities", "phone_number_verified", "sub"], attribute.name)])}" if !holds], [for holds in [local.sch_06_2] : "user pool customers: ${join("; ", [for attribute in local.schema : "standard attribute ${attribute.name} has type String, not ${attribute.attribute_data_type}" if contains(["address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname", "phone_number", "picture", "preferred_username", "profile", "website", "zoneinfo"], attribute.name) && attribute.attribute_data_type != "String"])}" if !holds], [for holds in [local.sch_06_3] : "user pool customers: ${join("; ", [for attribute in local.schema : "standard attribute ${attribute.name} has type Number, not ${attribute.attribute_data_type}" if contains(["updated_at"], attribute.name) && attribute.attribute_data_type != "Number"])}" if !holds], [for holds in [local.sch_06_4] : "user pool customers: ${join("; ", [for attribute in local.schema : "standard attribute ${attribute.name} has developer_only_attribute" if contains(["address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname", "phone_number", "picture", "preferred_username", "profile", "updated_at", "website", "zoneinfo"], attribute.name) && !(attribute.developer_only_attribute != true)])}" if !holds]))}. Use the attribute_data_type that the standard attribute has, without developer_only_attribute, or declare a custom attribute (cdktf-cognito explain SCH-06)"
  }

  precondition {
    condition     = local.sch_07
    error_message = "SCH-07 attribute-length: ${join("; ", [for holds in [local.sch_07] : "user pool customers: ${join("; ", [for attribute in local.schema : "the length of ${attribute.name} is ${join("", [for bounds in attribute.string_attribute_constraints : try("${tonumber(coalesce(bounds.min_length, "0"))} to ${tonumber(coalesce(bounds.max_length, "2048"))}", "")])}; Cognito allows 0 to 2048" if contains([for bounds in attribute.string_attribute_constraints : try(0 <= tonumber(coalesce(bounds.min_length, "0")) && tonumber(coalesce(bounds.min_length, "0")) <= tonumber(coalesce(bounds.max_length, "2048")) && tonumber(coalesce(bounds.max_length, "2048")) <= 2048, false)], false)])}" if !holds])}. Use 0 <= min_length <= max_length <= 2048 (cdktf-cognito explain SCH-07)"
  }

  precondition {
    condition     = !contains(concat([local.sch_08_1], [local.sch_08_2]), false)
    error_message = "SCH-08 attribute-range: ${join("; ", concat([for holds in [local.sch_08_1] : "user pool customers: ${join("; ", [for attribute in local.schema : "the value of ${attribute.name} is ${join("", [for bounds in attribute.number_attribute_constraints : try("${coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023))} to ${coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023))}", "")])}; Cognito allows -2^1023 to 2^1023, min_value no more than max_value" if contains([for bounds in attribute.number_attribute_constraints : -pow(2, 1023) <= coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) && coalesce(try(tonumber(bounds.min_value), null), -pow(2, 1023)) <= coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) && coalesce(try(tonumber(bounds.max_value), null), pow(2, 1023)) <= pow(2, 1023)], false)])}" if !holds], [for holds in [local.sch_08_2] : "user pool customers: ${join("; ", [for attribute in local.schema : "a limit of the value of ${attribute.name} is not a number" if !alltrue(flatten([for bounds in attribute.number_attribute_constraints : [for bound in [bounds.min_value, bounds.max_value] : try(length(bound), 0) == 0 || can(tonumber(bound))]]))])}" if !holds]))}. Write numbers, min_value <= max_value (cdktf-cognito explain SCH-08)"
  }

  precondition {
    condition     = !contains(concat([local.sch_09_1], [local.sch_09_2]), false)
    error_message = "SCH-09 constraint-of-type: ${join("; ", concat([for holds in [local.sch_09_1] : "user pool customers: ${join("; ", [for attribute in local.schema : "${attribute.name} has limits of length, which apply to type String" if !(attribute.attribute_data_type == "String" || length(attribute.string_attribute_constraints) == 0)])}" if !holds], [for holds in [local.sch_09_2] : "user pool customers: ${join("; ", [for attribute in local.schema : "${attribute.name} has limits of value, which apply to type Number" if !(attribute.attribute_data_type == "Number" || length(attribute.number_attribute_constraints) == 0)])}" if !holds]))}. Use min_length and max_length for a String, min_value and max_value for a Number (cdktf-cognito explain SCH-09)"
  }

  precondition {
    condition     = local.sch_16
    error_message = "SCH-16 preferred-username-alias: ${join("; ", [for holds in [local.sch_16] : "user pool customers: preferred_username is required and cannot be an alias as well" if !holds])}. Remove required of preferred_username, or the alias (cdktf-cognito explain SCH-16)"
  }

  precondition {
    condition     = local.sch_17
    error_message = "SCH-17 username-or-alias-attributes: ${join("; ", [for holds in [local.sch_17] : "user pool customers: alias_attributes [${join(", ", coalesce(try(local.user_pool.alias_attributes, null), []))}] and username_attributes [${join(", ", coalesce(try(local.user_pool.username_attributes, null), []))}] exclude each other" if !holds])}. Use username_attributes when the address is the username, alias_attributes when it is an addition to one (cdktf-cognito explain SCH-17)"
  }

  precondition {
    condition     = local.sch_24
    error_message = "SCH-24 verified-before-update: ${join("; ", [for holds in [local.sch_24] : "user pool customers: ${join("; ", [for name in coalesce(try(local.user_pool.user_attribute_update_settings[0].attributes_require_verification_before_update, null), []) : "${name} must be verified before it changes, but is not in auto_verified_attributes" if !try(contains(local.user_pool.auto_verified_attributes, name), false)])}" if !holds])}. Add the attribute to auto_verified_attributes (cdktf-cognito explain SCH-24)"
  }

  precondition {
    condition     = local.pool_01
    error_message = "POOL-01 user-pool-name: ${join("; ", [for holds in [local.pool_01] : "user pool customers: ${join("; ", [for name, text in { "name" = try(local.user_pool.name, null) } : "${name} ${jsonencode(text)}" if !(text == null ? true : length(split("", text)) >= 1 && length(split("", text)) <= 128 && can(regex("^[0-9A-Za-z_\\t\\n\\v\\f\\r +=,.@-]*$", text)))])} must be 1 to 128 characters long, made of letters, digits, spaces and _ + = , . @ - alone" if !holds])}. Use letters, digits, spaces and _ + = , . @ - (cdktf-cognito explain POOL-01)"
  }

  precondition {
    condition     = local.pool_04
    error_message = "POOL-04 password-length: ${join("; ", [for holds in [local.pool_04] : "user pool customers: minimum_length is ${coalesce(try(local.user_pool.password_policy[0].minimum_length, null), 8)}; Cognito allows 6 to 99" if !holds])}. Use 6 to 99 (cdktf-cognito explain POOL-04)"
  }

  precondition {
    condition     = local.pool_05
    error_message = "POOL-05 password-history: ${join("; ", [for holds in [local.pool_05] : "user pool customers: password_history_size is ${coalesce(try(local.user_pool.password_policy[0].password_history_size, null), 0)}; Cognito allows 0 to 24" if !holds])}. Use 0 to 24 (cdktf-cognito explain POOL-05)"
  }

  precondition {
    condition     = local.pool_06
    error_message = "POOL-06 temporary-password: ${join("; ", [for holds in [local.pool_06] : "user pool customers: temporary_password_validity_days is ${coalesce(try(local.user_pool.password_policy[0].temporary_password_validity_days, null), 7)}; Cognito allows 0 to 365" if !holds])}. Use 0 to 365 (cdktf-cognito explain POOL-06)"
  }

  precondition {
    condition     = !contains(concat([local.pool_07_1], [local.pool_07_2], [local.pool_07_3]), false)
    error_message = "POOL-07 invitation-message: ${join("; ", concat([for holds in [local.pool_07_1] : "user pool customers: ${join("; ", [for name, text in { "admin_create_user_config.invite_message_template.email_message" = try(local.user_pool.admin_create_user_config[0].invite_message_template[0].email_message, null) } : "${name}" if !(text == null ? true : length(split("", text)) >= 6 && length(split("", text)) <= 20000 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", text)) && can(regex("\\{username\\}", text)) && can(regex("\\{####\\}", text)))])} must be 6 to 20000 characters long, without control and invisible characters, with {username}, with {####}" if !holds], [for holds in [local.pool_07_2] : "user pool customers: ${join("; ", [for name, text in { "admin_create_user_config.invite_message_template.email_subject" = try(local.user_pool.admin_create_user_config[0].invite_message_template[0].email_subject, null) } : "${name} ${jsonencode(text)}" if !(text == null ? true : length(split("", text)) >= 1 && length(split("", text)) <= 140 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", text)))])} must be 1 to 140 characters long, without control and invisible characters" if !holds], [for holds in [local.pool_07_3] : "user pool customers: ${join("; ", [for name, text in { "admin_create_user_config.invite_message_template.sms_message" = try(local.user_pool.admin_create_user_config[0].invite_message_template[0].sms_message, null) } : "${name}" if !(text == null ? true : length(split("", text)) >= 6 && length(split("", text)) <= 140 && can(regex("\\{username\\}", text)) && can(regex("\\{####\\}", text)))])} must be 6 to 140 characters long, with {username}, with {####}" if !holds]))}. Write {username} and {####} where the values belong, in text of the allowed length (cdktf-cognito explain POOL-07)"
  }

  precondition {
    condition     = local.pool_08_1
    error_message = "POOL-08 verification-email: ${join("; ", [for holds in [local.pool_08_1] : "user pool customers: ${join("; ", [for name, text in { "verification_message_template.email_message" = try(local.user_pool.verification_message_template[0].email_message, null) } : "${name}" if !(try(length(text), 0) == 0 ? true : length(split("", text)) >= 6 && length(split("", text)) <= 20000 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", text)) && can(regex("\\{####\\}", text)))])} must be 6 to 20000 characters long, without control and invisible characters, with {####}" if !holds])}. Write {####} for the code, {##Verify##} for the link, in text of the allowed length (cdktf-cognito explain POOL-08)"
  }

  precondition {
    condition     = local.pool_08_2
    error_message = "POOL-08 verification-email: ${join("; ", [for holds in [local.pool_08_2] : "user pool customers: ${join("; ", [for name, text in { "verification_message_template.email_message_by_link" = try(local.user_pool.verification_message_template[0].email_message_by_link, null) } : "${name}" if !(try(length(text), 0) == 0 ? true : length(split("", text)) >= 6 && length(split("", text)) <= 20000 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", text)) && can(regex("\\{##[^{}]+##\\}", text)))])} must be 6 to 20000 characters long, without control and invisible characters, with {##...##} around the text of the link" if !holds])}. Write {####} for the code, {##Verify##} for the link, in text of the allowed length (cdktf-cognito explain POOL-08)"
  }

  precondition {
    condition     = local.pool_08_3
    error_message = "POOL-08 verification-email: ${join("; ", [for holds in [local.pool_08_3] : "user pool customers: ${join("; ", [for name, text in { "verification_message_template.email_subject" = try(local.user_pool.verification_message_template[0].email_subject, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : length(split("", text)) >= 1 && length(split("", text)) <= 140 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", text)))])} must be 1 to 140 characters long, without control and invisible characters" if !holds])}. Write {####} for the code, {##Verify##} for the link, in text of the allowed length (cdktf-cognito explain POOL-08)"
  }

  precondition {
    condition     = local.pool_08_4
    error_message = "POOL-08 verification-email: ${join("; ", [for holds in [local.pool_08_4] : "user pool customers: ${join("; ", [for name, text in { "verification_message_template.email_subject_by_link" = try(local.user_pool.verification_message_template[0].email_subject_by_link, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : length(split("", text)) >= 1 && length(split("", text)) <= 140 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", text)))])} must be 1 to 140 characters long, without control and invisible characters" if !holds])}. Write {####} for the code, {##Verify##} for the link, in text of the allowed length (cdktf-cognito explain POOL-08)"
  }

  precondition {
    condition     = local.pool_09_1
    error_message = "POOL-09 verification-sms: ${join("; ", [for holds in [local.pool_09_1] : "user pool customers: ${join("; ", [for name, text in { "sms_authentication_message" = try(local.user_pool.sms_authentication_message, null) } : "${name}" if !(try(length(text), 0) == 0 ? true : length(split("", text)) >= 6 && length(split("", text)) <= 140 && can(regex("\\{####\\}", text)))])} must be 6 to 140 characters long, with {####}" if !holds])}. Write {####} where the code belongs, in 6 to 140 characters (cdktf-cognito explain POOL-09)"
  }

  precondition {
    condition     = local.pool_09_2
    error_message = "POOL-09 verification-sms: ${join("; ", [for holds in [local.pool_09_2] : "user pool customers: ${join("; ", [for name, text in { "verification_message_template.sms_message" = try(local.user_pool.verification_message_template[0].sms_message, null) } : "${name}" if !(try(length(text), 0) == 0 ? true : length(split("", text)) >= 6 && length(split("", text)) <= 140 && can(regex("\\{####\\}", text)))])} must be 6 to 140 characters long, with {####}" if !holds])}. Write {####} where the code belongs, in 6 to 140 characters (cdktf-cognito explain POOL-09)"
  }

  precondition {
    condition     = local.pool_10
    error_message = "POOL-10 tags: ${join("; ", [for holds in [local.pool_10] : "user pool customers: AWS allows 50 tags, keys of 1 to 128 characters without aws:, and values of at most 256 characters" if !holds])}. Remove tags (cdktf-cognito explain POOL-10)"
  }

  precondition {
    condition     = local.mfa_01
    error_message = "MFA-01 mfa-without-factor: ${join("; ", [for holds in [local.mfa_01] : "user pool customers: MFA is ${coalesce(try(local.user_pool.mfa_configuration, null), "OFF")}, but there is no second factor: authenticator apps, e-mail or SMS, which counts once smsConfiguration is set before synth" if !holds])}. Add software_token_mfa_configuration.enabled: true, email_mfa_configuration or sms_configuration, or use mfa_configuration: OFF (cdktf-cognito explain MFA-01)"
  }

  precondition {
    condition     = !contains(concat([local.mfa_02_1], [local.mfa_02_2]), false)
    error_message = "MFA-02 factor-without-mfa: ${join("; ", concat([for holds in [local.mfa_02_1] : "user pool customers: MFA is OFF, but authenticator apps are configured as a second factor" if !holds], [for holds in [local.mfa_02_2] : "user pool customers: MFA is OFF, but e-mail is configured as a second factor" if !holds]))}. Use mfa_configuration: OPTIONAL, or remove the factor; turn e-mail that was removed from the config off in AWS, since the AWS provider leaves it on (cdktf-cognito explain MFA-02)"
  }

  precondition {
    condition     = local.mfa_04
    error_message = "MFA-04 email-mfa-sender: ${join("; ", [for holds in [local.mfa_04] : "user pool customers: e-mail is a second factor, but email_sending_account is COGNITO_DEFAULT" if !holds])}. Use email_configuration with email_sending_account: DEVELOPER and the source_arn of an SES identity, or remove email_mfa_configuration (cdktf-cognito explain MFA-04)"
  }

  precondition {
    condition     = !contains(concat([local.mfa_05_1], [local.mfa_05_2]), false)
    error_message = "MFA-05 email-mfa-message: ${join("; ", concat([for holds in [local.mfa_05_1] : "user pool customers: ${join("; ", [for name, text in { "email_mfa_configuration.message" = try(local.user_pool.email_mfa_configuration[0].message, null) } : "${name}" if !(try(length(text), 0) == 0 ? true : length(split("", text)) >= 6 && length(split("", text)) <= 20000 && length(replace(base64encode(text), "=", "")) <= 26667 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", text)) && can(regex("\\{####\\}", text)))])} must be 6 to 20000 characters long, at most 20000 bytes long, without control and invisible characters, with {####}" if !holds], [for holds in [local.mfa_05_2] : "user pool customers: ${join("; ", [for name, text in { "email_mfa_configuration.subject" = try(local.user_pool.email_mfa_configuration[0].subject, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : length(split("", text)) >= 1 && length(split("", text)) <= 140 && !can(regex("[\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", text)))])} must be 1 to 140 characters long, without control and invisible characters" if !holds]))}. Write {####} where the code belongs, in text of the allowed length (cdktf-cognito explain MFA-05)"
  }

  precondition {
    condition     = local.mfa_06_1
    error_message = "MFA-06 sms-configuration: ${join("; ", [for holds in [local.mfa_06_1] : "user pool customers: phone_number is verified automatically, but no smsConfiguration was set before synth" if !holds])}. Add sms_configuration with a role of the pool's account, or remove phone_number from auto_verified_attributes (cdktf-cognito explain MFA-06)"
  }

  precondition {
    condition     = local.mfa_06_2
    error_message = "MFA-06 sms-configuration: ${join("; ", [for holds in [local.mfa_06_2] : "user pool customers: ${join("; ", [for name, text in { "sms_configuration.sns_caller_arn" = try(local.user_pool.sms_configuration[0].sns_caller_arn, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[0-9A-Za-z_+=,.@/-]{1,576}$", text)) && contains(["aws"], try(split(":", text)[1], "")))])} must be the ARN of an IAM role, in partition aws" if !holds])}. Add sms_configuration with a role of the pool's account, or remove phone_number from auto_verified_attributes (cdktf-cognito explain MFA-06)"
  }

  precondition {
    condition     = local.mfa_06_3
    error_message = "MFA-06 sms-configuration: ${join("; ", [for holds in [local.mfa_06_3] : "user pool customers: ${join("; ", [for name, text in { "sms_configuration.external_id" = try(local.user_pool.sms_configuration[0].external_id, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : length(split("", text)) >= 1 && length(split("", text)) <= 1224 && can(regex("^[0-9A-Za-z_+=,.@:/-]*$", text)))])} must be 1 to 1224 characters long, an external ID of letters, digits and _ + = , . @ : / -" if !holds])}. Add sms_configuration with a role of the pool's account, or remove phone_number from auto_verified_attributes (cdktf-cognito explain MFA-06)"
  }

  precondition {
    condition     = local.mfa_10
    error_message = "MFA-10 sns-region: ${join("; ", [for holds in [local.mfa_10] : "user pool customers: sns_region is ${try(local.user_pool.sms_configuration[0].sns_region, null)}; a pool in eu-west-1 can send SMS through eu-west-1" if !holds])}. Remove sns_region, or use a Region that the pool can send through (cdktf-cognito explain MFA-10)"
  }

  precondition {
    condition     = local.mfa_09
    error_message = "MFA-09 relying-party: ${join("; ", [for holds in [local.mfa_09] : "user pool customers: ${join("; ", [for name, text in { "web_authn_configuration.relying_party_id" = try(local.user_pool.web_authn_configuration[0].relying_party_id, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : length(split("", text)) >= 1 && length(split("", text)) <= 127 && can(regex("^[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?(?:\\.[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?)*$", text)))])} must be 1 to 127 characters long, a domain alone, such as example.com" if !holds])}. Write the domain alone: example.com (cdktf-cognito explain MFA-09)"
  }

  precondition {
    condition     = local.mfa_11
    error_message = "MFA-11 email-mfa-recovery: ${join("; ", [for holds in [local.mfa_11] : "user pool customers: account_recovery_setting is verified_email alone, but e-mail is a second factor" if !holds])}. Add verified_phone_number to account_recovery_setting, or use admin_only (cdktf-cognito explain MFA-11)"
  }

  precondition {
    condition     = !contains(concat([local.rec_01_1], [local.rec_01_2]), false)
    error_message = "REC-01 recovery-count: ${join("; ", concat([for holds in [local.rec_01_1] : "user pool customers: there are ${length((length(local.user_pool.account_recovery_setting) == 0 ? ["verified_email", "verified_phone_number"] : tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].name)))} ways of recovery; AWS takes 1 or 2" if !holds], [for holds in [local.rec_01_2] : "user pool customers: ways of recovery have priorities ${join(", ", tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].priority))}; AWS takes 1 and 2" if !holds]))}. Name verified_email, verified_phone_number or both, or admin_only alone, with priorities 1 and 2 (cdktf-cognito explain REC-01)"
  }

  precondition {
    condition     = local.rec_02
    error_message = "REC-02 recovery-admin-only: ${join("; ", [for holds in [local.rec_02] : "user pool customers: admin_only is combined with others in [${join(", ", (length(local.user_pool.account_recovery_setting) == 0 ? ["verified_email", "verified_phone_number"] : tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].name)))}]" if !holds])}. Remove admin_only, or everything beside it (cdktf-cognito explain REC-02)"
  }

  precondition {
    condition     = !contains(concat([local.rec_03_1], [local.rec_03_2]), false)
    error_message = "REC-03 recovery-duplicates: ${join("; ", concat([for holds in [local.rec_03_1] : "user pool customers: a way of recovery is named twice in [${join(", ", (length(local.user_pool.account_recovery_setting) == 0 ? ["verified_email", "verified_phone_number"] : tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].name)))}]" if !holds], [for holds in [local.rec_03_2] : "user pool customers: two ways of recovery have the same priority: ${join(", ", tolist(flatten(local.user_pool.account_recovery_setting[*].recovery_mechanism)[*].priority))}" if !holds]))}. Name each way of recovery once, with a priority of its own (cdktf-cognito explain REC-03)"
  }

  precondition {
    condition     = local.sig_01
    error_message = "SIG-01 password-first-factor: ${join("; ", [for holds in [local.sig_01] : "user pool customers: allowed_first_auth_factors is [${join(", ", coalesce(try(local.user_pool.sign_in_policy[0].allowed_first_auth_factors, null), ["PASSWORD"]))}], without PASSWORD" if !holds])}. Add PASSWORD to allowed_first_auth_factors; which flows a client has decides whether it is used (cdktf-cognito explain SIG-01)"
  }

  precondition {
    condition     = !contains(concat([local.sig_02_1], [local.sig_02_2]), false)
    error_message = "SIG-02 first-factor-prerequisites: ${join("; ", concat([for holds in [local.sig_02_1] : "user pool customers: ${join("; ", [for factor in coalesce(try(local.user_pool.sign_in_policy[0].allowed_first_auth_factors, null), ["PASSWORD"]) : "${factor} needs tier ESSENTIALS, not LITE" if factor != "PASSWORD" && coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS") == "LITE"])}" if !holds], [for holds in [local.sig_02_2] : "user pool customers: ${join("; ", [for factor in coalesce(try(local.user_pool.sign_in_policy[0].allowed_first_auth_factors, null), ["PASSWORD"]) : "${factor} needs sms_configuration" if factor == "SMS_OTP"])}" if !holds]))}. Use tier ESSENTIALS, and configure the prerequisite (cdktf-cognito explain SIG-02)"
  }

  precondition {
    condition     = local.sig_03
    error_message = "SIG-03 required-mfa-passwordless: ${join("; ", [for holds in [local.sig_03] : "user pool customers: mfa_configuration is ON beside first factors without a password: ${join(", ", setsubtract(coalesce(try(local.user_pool.sign_in_policy[0].allowed_first_auth_factors, null), ["PASSWORD"]), ["PASSWORD"]))}" if !holds])}. Use mfa_configuration: OPTIONAL, or PASSWORD as the only first factor (cdktf-cognito explain SIG-03)"
  }

  precondition {
    condition     = local.eml_01
    error_message = "EML-01 ses-identity: ${join("; ", [for holds in [local.eml_01] : "user pool customers: email_sending_account is ${coalesce(try(local.user_pool.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT")}, but there is no source_arn" if !holds])}. Add email_configuration.source_arn: the ARN of a verified SES identity (cdktf-cognito explain EML-01)"
  }

  precondition {
    condition     = local.eml_03
    error_message = "EML-03 ses-identity-region: ${join("; ", [for holds in [local.eml_03] : "user pool customers: ${join("; ", [for name, text in { "email_configuration.source_arn" = try(local.user_pool.email_configuration[0].source_arn, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:ses:[0-9a-z-]+:[0-9]{12}:identity/.{1,320}$", text)) && contains(["aws"], try(split(":", text)[1], "")) && contains(["eu-west-1", "us-east-1", "us-west-2"], try(split(":", text)[3], "")))])} must be the ARN of an SES identity, in partition aws, in us-east-1, us-west-2 or eu-west-1" if !holds])}. Verify the identity in a Region that the pool can send from (cdktf-cognito explain EML-03)"
  }

  precondition {
    condition     = !contains(concat([local.eml_04_1], [local.eml_04_2]), false)
    error_message = "EML-04 sender-address: ${join("; ", concat([for holds in [local.eml_04_1] : "user pool customers: ${join("; ", [for name, text in { "email_configuration.from_email_address" = try(local.user_pool.email_configuration[0].from_email_address, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : can(regex("^(?:[!-;=?A-~]+@[!-;=?A-~]+|(?:[^<>]|\"[^\"]*\")*<[!-;=?A-~]+@[!-;=?A-~]+>)$", text)))])} must be an address: users@example.com, or Example <users@example.com>" if !holds], [for holds in [local.eml_04_2] : "user pool customers: ${join("; ", [for name, text in { "email_configuration.reply_to_email_address" = try(local.user_pool.email_configuration[0].reply_to_email_address, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : !can(regex("[\\x{0}-\\x{20}\\x{7f}-\\x{9f}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]", text)) && can(regex("^[!-;=?A-~]+@[!-;=?A-~]+$", text)))])} must be without spaces, control and invisible characters, an address: help@example.com" if !holds]))}. Write users@example.com; a sender may have a name as well: Example <users@example.com> (cdktf-cognito explain EML-04)"
  }

  precondition {
    condition     = !contains(concat([local.eml_05_1], [local.eml_05_2]), false)
    error_message = "EML-05 ses-configuration-set: ${join("; ", concat([for holds in [local.eml_05_1] : "user pool customers: configuration_set ${jsonencode(try(local.user_pool.email_configuration[0].configuration_set, null))} is not 1 to 64 letters, digits, _ or -" if !holds], [for holds in [local.eml_05_2] : "user pool customers: configuration_set is given, but email_sending_account is ${coalesce(try(local.user_pool.email_configuration[0].email_sending_account, null), "COGNITO_DEFAULT")}" if !holds]))}. Use email_sending_account: DEVELOPER with the configuration set's name, or remove it (cdktf-cognito explain EML-05)"
  }

  precondition {
    condition     = !contains(concat([local.lam_01_1], [local.lam_01_2]), false)
    error_message = "LAM-01 sender-key: ${join("; ", concat([for holds in [local.lam_01_1] : "user pool customers: custom_email_sender is given, but there is no kms_key_id" if !holds], [for holds in [local.lam_01_2] : "user pool customers: custom_sms_sender is given, but there is no kms_key_id" if !holds]))}. Add lambda_config.kms_key_id: the ARN of a symmetric KMS key (cdktf-cognito explain LAM-01)"
  }

  precondition {
    condition     = local.lam_04_1
    error_message = "LAM-04 lambda-trigger-region: ${join("; ", [for holds in [local.lam_04_1] : "user pool customers: ${join("; ", [for name, text in { "lambda_config.create_auth_challenge" = try(local.user_pool.lambda_config[0].create_auth_challenge, null), "lambda_config.custom_message" = try(local.user_pool.lambda_config[0].custom_message, null), "lambda_config.define_auth_challenge" = try(local.user_pool.lambda_config[0].define_auth_challenge, null), "lambda_config.post_authentication" = try(local.user_pool.lambda_config[0].post_authentication, null), "lambda_config.post_confirmation" = try(local.user_pool.lambda_config[0].post_confirmation, null), "lambda_config.pre_authentication" = try(local.user_pool.lambda_config[0].pre_authentication, null), "lambda_config.pre_sign_up" = try(local.user_pool.lambda_config[0].pre_sign_up, null), "lambda_config.user_migration" = try(local.user_pool.lambda_config[0].user_migration, null), "lambda_config.verify_auth_challenge_response" = try(local.user_pool.lambda_config[0].verify_auth_challenge_response, null), "lambda_config.custom_email_sender.lambda_arn" = try(local.user_pool.lambda_config[0].custom_email_sender[0].lambda_arn, null), "lambda_config.custom_sms_sender.lambda_arn" = try(local.user_pool.lambda_config[0].custom_sms_sender[0].lambda_arn, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", text)) && contains(["aws"], try(split(":", text)[1], "")) && contains(["eu-west-1"], try(split(":", text)[3], "")))])} must be the ARN of a Lambda function, in partition aws, in eu-west-1" if !holds])}. Deploy the function in the pool's Region and write its ARN (cdktf-cognito explain LAM-04)"
  }

  precondition {
    condition     = local.lam_04_2
    error_message = "LAM-04 lambda-trigger-region: ${join("; ", [for holds in [local.lam_04_2] : "user pool customers: ${join("; ", [for name, text in { "lambda_config.pre_token_generation" = try(local.user_pool.lambda_config[0].pre_token_generation, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", text)) && contains(["aws"], try(split(":", text)[1], "")) && contains(["eu-west-1"], try(split(":", text)[3], "")))])} must be the ARN of a Lambda function, in partition aws, in eu-west-1" if !holds])}. Deploy the function in the pool's Region and write its ARN (cdktf-cognito explain LAM-04)"
  }

  precondition {
    condition     = local.lam_04_3
    error_message = "LAM-04 lambda-trigger-region: ${join("; ", [for holds in [local.lam_04_3] : "user pool customers: ${join("; ", [for name, text in { "lambda_config.pre_token_generation_config.lambda_arn" = try(local.user_pool.lambda_config[0].pre_token_generation_config[0].lambda_arn, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:lambda:[0-9a-z-]+:[0-9]{12}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?$", text)) && contains(["aws"], try(split(":", text)[1], "")) && contains(["eu-west-1"], try(split(":", text)[3], "")))])} must be the ARN of a Lambda function, in partition aws, in eu-west-1" if !holds])}. Deploy the function in the pool's Region and write its ARN (cdktf-cognito explain LAM-04)"
  }

  precondition {
    condition     = local.lam_05
    error_message = "LAM-05 sender-key-region: ${join("; ", [for holds in [local.lam_05] : "user pool customers: ${join("; ", [for name, text in { "lambda_config.kms_key_id" = try(local.user_pool.lambda_config[0].kms_key_id, null) } : "${name} ${jsonencode(text)}" if !(try(length(text), 0) == 0 ? true : can(regex("^arn:aws[a-z-]*:kms:[0-9a-z-]+:[0-9]{12}:(?:key|alias)/[0-9A-Za-z/_-]{1,256}$", text)) && contains(["aws"], try(split(":", text)[1], "")) && contains(["eu-west-1"], try(split(":", text)[3], "")))])} must be the ARN of a KMS key, in partition aws, in eu-west-1" if !holds])}. Use a symmetric KMS key in the pool's Region (cdktf-cognito explain LAM-05)"
  }

  precondition {
    condition     = !contains(concat([local.tier_03_1], [local.tier_03_2]), false)
    error_message = "TIER-03 essentials-features: ${join("; ", concat([for holds in [local.tier_03_1] : "user pool customers: e-mail MFA needs tier ESSENTIALS, not ${coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS")}" if !holds], [for holds in [local.tier_03_2] : "user pool customers: password history needs tier ESSENTIALS, not ${coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS")}" if !holds]))}. Use user_pool_tier: ESSENTIALS, or turn the feature off (cdktf-cognito explain TIER-03)"
  }

  precondition {
    condition     = !contains(concat([local.tier_04_1], [local.tier_04_2]), false)
    error_message = "TIER-04 plus-features: ${join("; ", concat([for holds in [local.tier_04_1] : "user pool customers: threat protection (${coalesce(try(local.user_pool.user_pool_add_ons[0].advanced_security_mode, null), "OFF")}) needs tier PLUS, not ${coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS")}" if !holds], [for holds in [local.tier_04_2] : "user pool customers: threat protection of custom authentication needs tier PLUS, not ${coalesce(try(local.user_pool.user_pool_tier, null), "ESSENTIALS")}" if !holds]))}. Use user_pool_tier: PLUS, or advanced_security_mode: OFF without custom_auth_mode (cdktf-cognito explain TIER-04)"
  }
}
