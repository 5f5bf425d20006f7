/** What judge finds in a configuration: for each rule the addresses, and why it is so. */
interface Expected {
  /** The public configurations whose shape and values it has. */
  readonly like: string;
  readonly found: Readonly<Record<string, { readonly at: readonly string[]; readonly because: string }>>;
  /** Resources of which something is known only after an apply. */
  readonly notKnown: readonly string[];
}

const client = (name: string, argument = "") => `aws_cognito_user_pool_client.${name}${argument}`;

/** AWS's defaults, which most configurations leave as they are. */
const deletable = (...at: string[]) => ({
  at: at.map((pool) => `${pool}.deletion_protection`),
  because: "deletion_protection is not written, and INACTIVE by default",
});
const revealing = (...at: string[]) => ({
  at: at.map((each) => `${each}.prevent_user_existence_errors`),
  because: "the argument is not written, and LEGACY by default",
});

const POOL = "aws_cognito_user_pool.";
const MODULE = "module.complete.aws_cognito_user_pool.unchecked[0]";
const first = 'module.complete.aws_cognito_user_pool_client.this["first_0"]';
const third = 'module.complete.aws_cognito_user_pool_client.this["third_1"]';
const rotating = 'module.rotating.aws_cognito_user_pool_client.this["rotating_0"]';
const tenant = (name: string, rest: string) => `module.tenant["${name}"].${rest}`;

/** The findings of each configuration in `public`, by its folder; there are no others. */
export const FINDINGS: Readonly<Record<string, Expected>> = {
  amplify: {
    like: "the pool, client and group that Amplify Gen 2 makes by default",
    found: {
      "POOL-11": deletable(`${POOL}amplify`),
      "GRP-04": { at: ["aws_cognito_user_group.admins.precedence"], because: "the AWS provider takes 0 for no value" },
      "FLOW-05": { at: [client("web", ".explicit_auth_flows[0]")], because: "no trigger defines a challenge" },
      "OAU-29": { at: [client("web", ".allowed_oauth_flows")], because: "no domain is planned" },
      "OAU-35": { at: [client("web", ".callback_urls[0]")], because: "example.com is nobody's own site" },
    },
    notKnown: ["aws_cognito_user_group.admins"],
  },
  corporate: {
    like: "modules for single sign-on at a load balancer with SAML and a domain of one's own",
    found: {
      "POOL-11": deletable(`${POOL}corporate`),
      "OAU-28": {
        at: [client("balancer", ".supported_identity_providers")],
        because: "AWS's default flows sign local users in by the API",
      },
      "MIS-01": revealing(client("balancer")),
    },
    notKnown: ["aws_cognito_user_pool_domain.corporate"],
  },
  "every-block": {
    like: "the complete example of mineiros-io/terraform-aws-cognito-user-pool",
    found: {
      "POOL-11": deletable(`${POOL}app`),
      "REC-04": {
        at: [`${POOL}app.account_recovery_setting.recovery_mechanism[1]`],
        because: "the pool can send no text message",
      },
      "POOL-16": { at: [`${POOL}app.alias_attributes[1]`], because: "only e-mail addresses are verified" },
      "TIER-04": {
        at: [`${POOL}app.user_pool_add_ons.advanced_security_mode`],
        because: "it is older than the tiers; a new pool is ESSENTIALS",
      },
      "SEC-06": { at: [client("android", ".allowed_oauth_flows[0]")], because: "it has a secret and implicit alone" },
      "OAU-30": { at: [client("android", ".allowed_oauth_flows[0]")], because: "implicit is allowed" },
      "OAU-27": { at: [client("android", ".supported_identity_providers")], because: "none is written" },
      "MIS-01": revealing(client("android")),
    },
    notKnown: [],
  },
  "existing-pool": {
    like: "dashboards that add a client, a provider and a domain to a pool of another configuration",
    found: {
      "MIS-01": revealing(client("dashboard[0]")),
      "ATT-07": {
        at: [client("dashboard[0]")],
        because: "a client without write_attributes can write standard attributes alone",
      },
    },
    notKnown: [],
  },
  "links-by-email": {
    like: "samples of passwordless sign-in by custom challenges",
    found: {
      "POOL-11": deletable(`${POOL}passwordless`),
      "MIS-01": revealing(client("app"), client("web")),
      "ATT-12": { at: [client("app"), client("web")], because: "users change e-mail addresses without verification" },
    },
    notKnown: [`${POOL}passwordless`],
  },
  "load-balancer": {
    like: "samples of sign-in at an Application Load Balancer",
    found: { "POOL-11": deletable(`${POOL}internal`), "MIS-01": revealing(client("balancer")) },
    notKnown: [],
  },
  machines: {
    like: "samples of client credentials with scopes of a resource server",
    found: { "POOL-11": deletable(`${POOL}services`) },
    notKnown: [client("everything")],
  },
  passkeys: {
    like: "the branding example of lgallard/terraform-aws-cognito-user-pool, without its style",
    found: {
      "EML-06": {
        at: [`${POOL}players.sign_in_policy.allowed_first_auth_factors[0]`],
        because: "codes go by COGNITO_DEFAULT",
      },
      "BRD-06": {
        at: ["aws_cognito_user_pool_domain.sign_in.managed_login_version"],
        because: "managed login has no pages without a style",
      },
      "MIS-01": revealing(client("web")),
      "ATT-12": { at: [client("web")], because: "users change e-mail addresses without verification" },
      "ATT-13": { at: [client("web", ".read_attributes")], because: "no attribute of scope profile can be read" },
    },
    notKnown: [],
  },
  "provider-analytics": {
    like: "the analytics example of the AWS provider's documentation",
    found: {
      "POOL-11": deletable(`${POOL}shoppers`),
      "MIS-01": revealing(client("app")),
      "MIS-05": { at: [client("app", ".analytics_configuration")], because: "Amazon Pinpoint has ended" },
    },
    notKnown: [client("app")],
  },
  "provider-custom-domain": {
    like: "the examples of domains, resource servers and UI customizations of the AWS provider's documentation",
    found: { "POOL-11": deletable(`${POOL}members`), "MIS-01": revealing(client("app")) },
    notKnown: ["aws_cognito_user_pool_domain.sign_in"],
  },
  "provider-google": {
    like: "the example of identity providers of the AWS provider's documentation",
    found: { "POOL-11": deletable(`${POOL}readers`) },
    notKnown: [],
  },
  "provider-groups-and-risk": {
    like: "the examples of groups, risk configurations and web ACLs of the AWS provider's documentation",
    found: {
      "POOL-11": deletable(`${POOL}writers`),
      "RISK-02": {
        at: ["aws_cognito_risk_configuration.writers", "aws_cognito_risk_configuration.writers"],
        because: "it is older than the tiers: a new pool is ESSENTIALS, and its threat protection is off",
      },
    },
    notKnown: ["aws_cognito_user_group.editors", "aws_wafv2_web_acl_association.writers"],
  },
  "provider-hosted-client": {
    like: "the examples of clients of the AWS provider's documentation",
    found: {
      "POOL-11": deletable(`${POOL}members`),
      "MIS-01": revealing(client("back_end"), client("plain"), client("site")),
      "OAU-29": { at: [client("site", ".allowed_oauth_flows")], because: "no domain is planned" },
      "OAU-30": { at: [client("site", ".allowed_oauth_flows[1]")], because: "implicit is allowed" },
      "OAU-35": { at: [client("site", ".callback_urls[0]")], because: "example.com is nobody's own site" },
    },
    notKnown: [],
  },
  "provider-second-factors": {
    like: "the MFA and recovery examples of the AWS provider's documentation",
    found: { "POOL-11": deletable(`${POOL}staff`) },
    notKnown: [`${POOL}staff`],
  },
  "registry-module": {
    like: "examples of lgallard/terraform-aws-cognito-user-pool: dynamic blocks, counts, and the pool's id in a local",
    found: {
      "MFA-08": {
        at: ["module.codes_by_email.aws_cognito_user_pool.unchecked[0].account_recovery_setting.recovery_mechanism"],
        because: "the pool can send e-mails alone",
      },
      "MFA-12": {
        at: ["module.codes_by_email.aws_cognito_user_pool.unchecked[0].mfa_configuration"],
        because: "no user has to have an e-mail address",
      },
      "MFA-13": {
        at: ["codes_by_email", "complete", "rotating"].map(
          (name) => `module.${name}.aws_cognito_user_pool.unchecked[0].sms_authentication_message`,
        ),
        because: "the module writes a text by default, and these pools send no text messages",
      },
      "ATT-08": {
        at: [`${MODULE}.schema["email"].mutable`, `${MODULE}.schema["gender"].mutable`],
        because: "Google writes both at each sign-in",
      },
      "SCH-25": { at: [`${MODULE}.schema["email"].string_attribute_constraints.max_length`], because: "it is 15" },
      "SCH-15": {
        at: [`${MODULE}.schema["email"].mutable`, `${MODULE}.schema["gender"].mutable`],
        because: "neither can be made mutable later",
      },
      "FLOW-03": { at: [`${first}.explicit_auth_flows`], because: "the list is written and empty" },
      "OAU-05": { at: [`${first}.callback_urls`], because: "the client has no grant" },
      "ATT-05": { at: [`${first}.write_attributes`], because: "the list is written and empty" },
      "FLOW-06": {
        at: [`${third}.explicit_auth_flows[0]`, `${rotating}.explicit_auth_flows[1]`],
        because: "one keeps no secret, and the other sends passwords",
      },
      "OAU-30": { at: [`${third}.allowed_oauth_flows[1]`], because: "implicit is allowed" },
      "TOK-17": { at: [`${rotating}.explicit_auth_flows[0]`], because: "Cognito refuses both together" },
      "ATT-12": {
        at: [`${rotating}.write_attributes[0]`],
        because: "users change e-mail addresses without verification",
      },
    },
    notKnown: [MODULE, third, rotating],
  },
  serverless: {
    like: "single-page applications such as squidfunk/terraform-aws-cognito-auth",
    found: {
      "SCH-15": { at: [`${POOL}_.schema["email"].mutable`], because: "mutable is false" },
      "POOL-11": deletable(`${POOL}_`),
      "FLOW-06": {
        at: [client("_", ".explicit_auth_flows[0]"), client("_", ".explicit_auth_flows[1]")],
        because: "both flows are of clients that keep a secret",
      },
      "MIS-01": revealing(client("_"), client("site")),
      "OAU-29": { at: [client("site", ".allowed_oauth_flows")], because: "no domain is planned" },
    },
    notKnown: [`${POOL}_`],
  },
  tenants: {
    like: "pools of tenants: a module with for_each, and groups over its outputs",
    found: {
      "POOL-11": deletable(
        tenant("north", "aws_cognito_user_pool.users"),
        tenant("south", "aws_cognito_user_pool.users"),
      ),
      "MIS-01": revealing(tenant("north", client("site")), tenant("south", client("site"))),
    },
    notKnown: [],
  },
};
