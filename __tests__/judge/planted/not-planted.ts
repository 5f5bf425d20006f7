/** Rules without a planted mistake in hand-written Terraform, each with the reason. */
export const NOT_PLANTED: readonly { readonly rules: RegExp; readonly because: string }[] = [
  { rules: /^ADO-/, because: "about the keys of a config that adopt a pool or a client, which an import block is not" },
  { rules: /^(GRD|PRM)-/, because: "demands of a config on itself, which hand-written Terraform does not have" },
  { rules: /^BSL-/, because: "demanded by --baseline alone" },
  { rules: /^ROT-/, because: "about generations of a client, which a plan shows as clients of their own" },
  { rules: /^(DEL|PUB|PRX)-/, because: "about what the project makes around a client, which is not judged" },
  { rules: /^LOG-/, because: "aws_cognito_log_delivery_configuration is new in provider 6, and not judged" },
  { rules: /^BRD-0[4789]$|^QUO-08$/, because: "aws_cognito_managed_login_branding is new in provider 6" },
  { rules: /^(REF-01|IDP-15)$/, because: "a plan does not show whether a secret was text, a variable or a reference" },
  { rules: /^(ENV-02|ENV-03|LAM-07)$/, because: "a plan does not name the account" },
  { rules: /^(ENV-01|DOM-04|DOM-11)$/, because: "about a whole Region, and the cases share one: planted beside them" },
  { rules: /^(QUO-01|QUO-03|RATE-04)$/, because: "needs hundreds of resources, too many for a plan in a test" },
  { rules: /^OAU-13$/, because: "a plan does not show which attributes are privileged" },
];
