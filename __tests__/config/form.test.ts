import { findingsOf, marked, yaml } from "./support";

const CLIENT = "pools.users.clients.app";

interface Mistake {
  readonly what: string;
  /** A whole config, with the place that the finding points at between « and ». */
  readonly text: string;
  readonly rule: string;
  readonly path: string;
  readonly message: string | RegExp;
  readonly fix: string | RegExp;
}

const client = (lines: string) => yaml({ client: `platform: ios\n${lines}` });
const pool = (lines: string) => yaml({ pool: lines });

const mistakes: Mistake[] = [
  {
    what: "an unknown key",
    text: client("«callbackUrl»: [myapp://x]"),
    rule: "CFG-04",
    path: `${CLIENT}.callbackUrl`,
    message: 'unknown key "callbackUrl"; did you mean callbackUrls?',
    fix: "write callbackUrls",
  },
  {
    what: "an unknown key that resembles nothing",
    text: pool("passwordPolicy: { «zzz»: 1 }"),
    rule: "CFG-04",
    path: "pools.users.passwordPolicy.zzz",
    message: 'unknown key "zzz"',
    fix: /^use one of minimumLength, requireLowercase, .*passwordHistorySize$/,
  },
  {
    what: "a platform among the defaults of clients",
    text: pool("clientDefaults: { «platform»: spa }"),
    rule: "CFG-04",
    path: "pools.users.clientDefaults.platform",
    message: 'unknown key "platform"',
    fix: "write platform in each client",
  },
  {
    what: "an unknown key of the name of a method",
    text: client("«constructor»: 1"),
    rule: "CFG-04",
    path: `${CLIENT}.constructor`,
    message: 'unknown key "constructor"',
    fix: "remove it; docs/config.md lists every key",
  },
  {
    what: "an unknown key in one of several kinds of map",
    text: client("readAttributes: { «scope»: [email] }"),
    rule: "CFG-04",
    path: `${CLIENT}.readAttributes.scope`,
    message: 'unknown key "scope"; did you mean scopes?',
    fix: "write scopes",
  },
  {
    what: "a certificate for a prefix",
    text: pool("domain: { prefix: acme, «certificateArn»: arn }"),
    rule: "CFG-04",
    path: "pools.users.domain.certificateArn",
    message: "certificateArn cannot be combined with prefix",
    fix: "remove one of them",
  },
  {
    what: "an unknown environment of a second domain",
    text: pool(
      "domain: { prefix: acme }\nadditionalDomain: { customDomain: a.example.com, certificateArn: arn, only: [«prd»] }",
    ),
    rule: "CFG-10",
    path: "pools.users.additionalDomain.only[0]",
    message: "unknown environment prd; did you mean prod?",
    fix: "write prod",
  },
  {
    what: "an empty map where one key of several belongs",
    text: pool("logDelivery: { userAuthEvents: «{}» }"),
    rule: "CFG-05",
    path: "pools.users.logDelivery.userAuthEvents",
    message: '"userAuthEvents" is empty; expected { cloudwatchLogs }, { firehose } or { s3 }',
    fix: "write { cloudwatchLogs }, { firehose } or { s3 }",
  },
  {
    what: "an empty map where keys of one of two kinds belong",
    text: pool("domain: «{}»"),
    rule: "CFG-05",
    path: "pools.users.domain",
    message: '"domain" is empty; expected { prefix } or { customDomain, certificateArn }',
    fix: "write { prefix } or { customDomain, certificateArn }",
  },
  {
    what: "an empty map in place of a long text",
    text: pool("inviteMessage: { emailMessage: «{}» }"),
    rule: "CFG-05",
    path: "pools.users.inviteMessage.emailMessage",
    message: '"emailMessage" is empty; expected a string, { var } or { file }',
    fix: "write a string, { var } or { file }",
  },
  {
    what: "a text that is longer than any of Cognito's",
    text: pool(`emailConfiguration: { fromEmailAddress: «"${"x".repeat(131_073)}"» }`),
    rule: "CFG-07",
    path: "pools.users.emailConfiguration.fromEmailAddress",
    message: /^"x+\.\.\. is not allowed: no text that Cognito takes has more than 131072 characters$/,
    fix: "shorten the text",
  },
  {
    what: "a map without any of the keys that say something",
    text: yaml({ client: "platform: server\ndeliver: «{}»" }),
    rule: "CFG-05",
    path: `${CLIENT}.deliver`,
    message: '"deliver" has none of secretsManager, ssm',
    fix: "add one of secretsManager, ssm, or remove deliver",
  },
  {
    what: "a map of which no key says something",
    text: pool("logDelivery: «{ new: true }»"),
    rule: "CFG-05",
    path: "pools.users.logDelivery",
    message: '"logDelivery" has none of userNotification, userAuthEvents',
    fix: "add one of userNotification, userAuthEvents, or remove logDelivery",
  },
  {
    what: "a missing key",
    text: yaml().replace("    region: eu-west-1\n", "    tags: {}\n").replace("  prod:", "  «prod»:"),
    rule: "CFG-05",
    path: "environments.prod.region",
    message: '"region" is missing',
    fix: "add region: a string or { var }",
  },
  {
    what: "a client without platform",
    text: yaml({ client: "name: x" }).replace("app:", "«app»:"),
    rule: "CFG-05",
    path: `${CLIENT}.platform`,
    message: '"platform" is missing',
    fix: /^add platform: one of ios, android, spa, .*other$/,
  },
  {
    what: "a machine without scopes",
    text: yaml({ client: "platform: machine" }).replace("app:", "«app»:"),
    rule: "CFG-05",
    path: `${CLIENT}.allowedOauthScopes`,
    message: '"allowedOauthScopes" is missing',
    fix: "add allowedOauthScopes: a list or { var }",
  },
  {
    what: "a variable without name",
    text: client("«name»: { default: x }"),
    rule: "CFG-05",
    path: `${CLIENT}.name.var`,
    message: '"var" is missing',
    fix: "add var: a string",
  },
  {
    what: "no environment at all",
    text: "project: acme\n«environments»: {}\npools: { users: { clients: {} } }\n",
    rule: "CFG-05",
    path: "environments",
    message: "no environment is defined",
    fix: "define at least one environment",
  },
  {
    what: "no pool at all",
    text: "project: acme\nenvironments: { prod: { region: eu-west-1 } }\n«pools»: {}\n",
    rule: "CFG-05",
    path: "pools",
    message: "no pool is defined",
    fix: "define at least one pool",
  },
  {
    what: "a number in place of a duration",
    text: client("accessTokenValidity: «60»"),
    rule: "CFG-06",
    path: `${CLIENT}.accessTokenValidity`,
    message: "60 is a number; expected a duration with its unit or { var }",
    fix: "write the unit: 60s, 60m, 60h or 60d",
  },
  ...["-3", "1.5", "1e30", ".inf"].map((number) => ({
    what: `${number} in place of a duration`,
    text: client(`accessTokenValidity: «${number}»`),
    rule: "CFG-06",
    path: `${CLIENT}.accessTokenValidity`,
    message: /is a number; expected a duration/,
    fix: "write a whole number and its unit: 90s, 15m, 1h or 30d",
  })),
  {
    what: "a number as the grace period",
    text: client("refreshTokenRotation: { retryGracePeriod: «30» }"),
    rule: "CFG-06",
    path: `${CLIENT}.refreshTokenRotation.retryGracePeriod`,
    message: "30 is a number; expected a duration with its unit or { var }",
    fix: "write the unit: 30s, 30m, 30h or 30d",
  },
  {
    what: "true where there is more to say",
    text: client("refreshTokenRotation: «true»"),
    rule: "CFG-06",
    path: `${CLIENT}.refreshTokenRotation`,
    message: "true is a boolean; expected false or { retryGracePeriod }",
    fix: "write false or { retryGracePeriod }",
  },
  {
    what: "one URL in place of a list",
    text: client("callbackUrls: «myapp://x»"),
    rule: "CFG-06",
    path: `${CLIENT}.callbackUrls`,
    message: '"myapp://x" is a string; expected a list or { var }',
    fix: 'write a list: ["myapp://x"]',
  },
  {
    what: "one scope in place of a set",
    text: client("readAttributes: «email»"),
    rule: "CFG-06",
    path: `${CLIENT}.readAttributes`,
    message: '"email" is a string; expected a list, { var } or { scopes, attributes }',
    fix: 'write a list: ["email"]',
  },
  {
    what: "an account id without quotes",
    text: yaml({ environment: "accountId: «111122223333»" }),
    rule: "CFG-06",
    path: "environments.prod.accountId",
    message: "111122223333 is a number; expected a string or { var }",
    fix: "put it in quotes",
  },
  {
    what: "a tag without quotes",
    text: yaml({ pool: "tags: { critical: «true» }" }),
    rule: "CFG-06",
    path: "pools.users.tags.critical",
    message: "true is a boolean; expected a string or { var }",
    fix: "put it in quotes",
  },
  {
    what: "yes where true is meant",
    text: client("enableTokenRevocation: «yes»"),
    rule: "CFG-06",
    path: `${CLIENT}.enableTokenRevocation`,
    message: '"yes" is a string; expected true or false',
    fix: "write true",
  },
  {
    what: "the name of a method in place of a boolean",
    text: client("enableTokenRevocation: «constructor»"),
    rule: "CFG-06",
    path: `${CLIENT}.enableTokenRevocation`,
    message: '"constructor" is a string; expected true or false',
    fix: "write true or false",
  },
  {
    what: "a key without value",
    text: client("«name»:"),
    rule: "CFG-06",
    path: `${CLIENT}.name`,
    message: "value is empty; expected a string or { var }",
    fix: "write a string or { var }",
  },
  {
    what: "a null",
    text: pool("tags: «null»"),
    rule: "CFG-06",
    path: "pools.users.tags",
    message: "value is empty; expected a map",
    fix: "write a map",
  },
  {
    what: "a list in place of a map",
    text: "project: acme\nenvironments: «[prod]»\npools: { users: { clients: {} } }\n",
    rule: "CFG-06",
    path: "environments",
    message: '["prod"] is a list; expected a map',
    fix: "write a map",
  },
  {
    what: "text for the whole file",
    text: "«hello»",
    rule: "CFG-06",
    path: "",
    message: '"hello" is a string; expected a map',
    fix: "write a map",
  },
  {
    what: "a fraction in place of a whole number",
    text: pool("passwordPolicy: { minimumLength: «8.5» }"),
    rule: "CFG-06",
    path: "pools.users.passwordPolicy.minimumLength",
    message: "8.5 is a number; expected a whole number or { var }",
    fix: "write a whole number or { var }",
  },
  ...(
    [
      ["usernameAttributes", "usernameAttributes: «{ var: v }»", "", "another value replaces the user pool", "a list"],
      ["caseSensitive", "caseSensitive: «{ var: v }»", "", "another value replaces the user pool", "true or false"],
      [
        "aliasAttributes",
        "aliasAttributes: [email, «{ var: v }»]",
        "[1]",
        "another value replaces the user pool",
        "email, phone_number, preferred_username",
      ],
      [
        "attributes",
        "attributes: { email: { required: «{ var: v }» } }",
        ".email.required",
        "AWS refuses another value",
        "true or false",
      ],
    ] as const
  ).map(([key, text, rest, change, fix]) => ({
    what: `a variable in permanent ${key}`,
    text: pool(text),
    rule: "CFG-06",
    path: `pools.users.${key}${rest}`,
    message: `no variable can hold this value: it is permanent, and ${change}`,
    fix: `write ${fix}`,
  })),
  {
    what: "a variable where none is taken",
    text: pool("deletionProtection: «{ var: v }»"),
    rule: "CFG-06",
    path: "pools.users.deletionProtection",
    message: "no variable can hold this value",
    fix: "write true or false",
  },
  {
    what: "a variable in place of an item of a closed list",
    text: pool("autoVerifiedAttributes: [«{ var: v }»]"),
    rule: "CFG-06",
    path: "pools.users.autoVerifiedAttributes[0]",
    message: "a variable can hold the whole list, but not one item of it",
    fix: "write { var } in place of the list",
  },
  {
    what: "a default that a closed list cannot have",
    text: pool("autoVerifiedAttributes: { var: v, default: [«mail»] }"),
    rule: "CFG-07",
    path: "pools.users.autoVerifiedAttributes.default[0]",
    message: '"mail" is not allowed; use email, phone_number',
    fix: "write email",
  },
  {
    what: "a number that is none",
    text: pool('attributes: { "custom:n": { type: Number, maxValue: «.nan» } }'),
    rule: "CFG-06",
    path: "pools.users.attributes.custom:n.maxValue",
    message: "NaN is a number; expected a finite number",
    fix: "write a finite number",
  },
  {
    what: "a value out of its set",
    text: pool("userPoolTier: «essentials»"),
    rule: "CFG-07",
    path: "pools.users.userPoolTier",
    message: '"essentials" is not allowed; use LITE, ESSENTIALS, PLUS',
    fix: "write ESSENTIALS",
  },
  {
    what: "an item of a list out of its set",
    text: client("readAttributes: { scopes: [email, «profle»] }"),
    rule: "CFG-07",
    path: `${CLIENT}.readAttributes.scopes[1]`,
    message: '"profle" is not allowed; use profile, email, phone, address',
    fix: "write profile",
  },
  {
    what: "an unknown platform",
    text: yaml({ client: "platform: «web»" }),
    rule: "CFG-07",
    path: `${CLIENT}.platform`,
    message: /^"web" is not allowed; use ios, android, spa, .*other$/,
    fix: "use one of these",
  },
  {
    what: "an unknown backend",
    text: yaml({ environment: "backend: { type: «gcs» }" }),
    rule: "CFG-07",
    path: "environments.prod.backend.type",
    message: '"gcs" is not allowed; use local, s3, cloud',
    fix: "use one of these",
  },
  {
    what: "a duration in words",
    text: client("idTokenValidity: «1 hour»"),
    rule: "CFG-07",
    path: `${CLIENT}.idTokenValidity`,
    message:
      '"1 hour" is not allowed: a duration is whole numbers with units, the larger first: 90s, 15m, 1h, 30d, 1h30m',
    fix: "write it in that form",
  },
  {
    what: "a project in capitals",
    text: yaml().replace("acme", "«Acme»"),
    rule: "CFG-07",
    path: "project",
    message: '"Acme" is not allowed: a project is lower case letters, digits and -, and begins with a letter',
    fix: "write it in that form",
  },
  {
    what: "a key in capitals",
    text: yaml().replace("app:", "«App»:"),
    rule: "CFG-07",
    path: "pools.users.clients.App",
    message: '"App" is not a valid key: a key is lower case letters and digits, with - or _ between them',
    fix: "rename the key",
  },
  {
    what: "a variable's name that Terraform refuses",
    text: client("name: { var: «1st» }"),
    rule: "CFG-07",
    path: `${CLIENT}.name.var`,
    message:
      '"1st" is not allowed: the name of a Terraform variable is letters, digits, _ and -, and begins with a letter or _',
    fix: "write it in that form",
  },
  {
    what: "the beginning of one value, which is nearer to another",
    text: client("explicitAuthFlows: [«ALLOW_USER_SRP»]"),
    rule: "CFG-07",
    path: `${CLIENT}.explicitAuthFlows[0]`,
    message: /^"ALLOW_USER_SRP" is not allowed; use /,
    fix: "write ALLOW_USER_SRP_AUTH",
  },
  {
    what: "a value as near to several",
    text: pool('lambdaConfig: { preTokenGenerationConfig: { lambdaArn: "arn:x", lambdaVersion: «V4_0» } }'),
    rule: "CFG-07",
    path: "pools.users.lambdaConfig.preTokenGenerationConfig.lambdaVersion",
    message: '"V4_0" is not allowed; use V1_0, V2_0, V3_0',
    fix: "use one of these",
  },
  {
    what: "a duration that would be a reserved name elsewhere",
    text: client("accessTokenValidity: «source»"),
    rule: "CFG-07",
    path: `${CLIENT}.accessTokenValidity`,
    message: /^"source" is not allowed: a duration is /,
    fix: "write it in that form",
  },
  {
    what: "a variable's name that Terraform reserves",
    text: client("name: { var: «source» }"),
    rule: "CFG-07",
    path: `${CLIENT}.name.var`,
    message:
      '"source" is not allowed: Terraform reserves count, depends_on, for_each, lifecycle, locals, providers, source, version',
    fix: "choose another name",
  },
  ...["callbackUrls", "logoutUrls", "supportedIdentityProviders", "explicitAuthFlows", "readAttributes"].map(
    (list) => ({
      what: `the name of a variable that holds the list ${list}, which Terraform reserves`,
      text: client(`${list}: { var: «providers» }`),
      rule: "CFG-07",
      path: `${CLIENT}.${list}.var`,
      message: /^"providers" is not allowed: Terraform reserves /,
      fix: "choose another name",
    }),
  ),
  {
    what: "a group's description of more bytes than the AWS provider takes",
    text: pool(`groups: { admins: { description: «${"ö".repeat(1_025)}» } }`),
    rule: "CFG-07",
    path: "pools.users.groups.admins.description",
    message: /^"ö{56}\.\.\. is not allowed: the AWS provider accepts at most 2048 bytes$/,
    fix: "correct the value",
  },
  {
    what: "a number below its bound",
    text: pool("groups: { admins: { precedence: «-1» } }"),
    rule: "CFG-07",
    path: "pools.users.groups.admins.precedence",
    message: "-1 is not allowed: use 0 or more",
    fix: "use 0 or more",
  },
  {
    what: "an acknowledgement without reason",
    text: client("acknowledge: { TOK-10: «''» }"),
    rule: "CFG-07",
    path: `${CLIENT}.acknowledge.TOK-10`,
    message: '"" is not allowed: say why the warning is accepted',
    fix: "write a non-empty string",
  },
  {
    what: "a domain of both kinds",
    text: yaml({ client: "platform: ios" }).replace(
      "clients:",
      "domain: { prefix: acme, «customDomain»: a.example.com }\n    clients:",
    ),
    rule: "CFG-04",
    path: "pools.users.domain.customDomain",
    message: "customDomain cannot be combined with prefix",
    fix: "remove one of them",
  },
  {
    what: "a tag that the AWS provider loses",
    text: yaml({ client: "platform: ios" }).replace("clients:", 'tags: { «"%"»: much }\n    clients:'),
    rule: "CFG-07",
    path: "pools.users.tags.%",
    message: '"%" is not a valid key: the AWS provider loses a key called %',
    fix: "rename the key",
  },
  {
    what: "a key that is written twice",
    text: `${yaml()}«project»: other\n`,
    rule: "CFG-08",
    path: "project",
    message: "duplicate key project",
    fix: "remove one of them",
  },
  {
    what: "a key that is written three times",
    text: pool("tags: { a: x, a: y, «a»: z }"),
    rule: "CFG-08",
    path: "pools.users.tags.a",
    message: "duplicate key a",
    fix: "remove one of them",
  },
  {
    what: "a secret of a browser",
    text: yaml({ client: "platform: spa\n«generateSecret»: true" }),
    rule: "CFG-09",
    path: `${CLIENT}.generateSecret`,
    message: "platform spa does not support generateSecret: the platform decides it",
    fix: "remove generateSecret, or use another platform",
  },
  {
    what: "callbacks of a machine",
    text: yaml({ client: "platform: machine\nallowedOauthScopes: [api/read]\n«callbackUrls»: [https://x]" }),
    rule: "CFG-09",
    path: `${CLIENT}.callbackUrls`,
    message: "platform machine does not support callbackUrls: no user signs in",
    fix: "remove callbackUrls, or use another platform",
  },
  {
    what: "an environment that does not exist",
    text: pool("only: [«prd»]"),
    rule: "CFG-10",
    path: "pools.users.only[0]",
    message: "unknown environment prd; did you mean prod?",
    fix: "write prod",
  },
  {
    what: "a client's environment that does not exist",
    text: client("except: [prod, «staging»]"),
    rule: "CFG-10",
    path: `${CLIENT}.except[1]`,
    message: "unknown environment staging",
    fix: "use one of prod",
  },
  {
    what: "an overlay of a pool that does not exist",
    text: yaml({ environment: "pools: { «usrs»: {} }" }),
    rule: "CFG-10",
    path: "environments.prod.pools.usrs",
    message: "unknown pool usrs; did you mean users?",
    fix: "write users",
  },
  {
    what: "an overlay of a pool of the name of a method",
    text: yaml({ environment: "pools: { «constructor»: {} }" }),
    rule: "CFG-10",
    path: "environments.prod.pools.constructor",
    message: "unknown pool constructor",
    fix: "use one of users",
  },
  {
    what: "an overlay of a pool that does not exist there",
    text: yaml({ environment: "pools: { «users»: {} }", pool: "except: [prod]" }),
    rule: "CFG-10",
    path: "environments.prod.pools.users",
    message: "pool users does not exist in prod: its only or except says so",
    fix: "remove the overlay, or let the pool exist here",
  },
  {
    what: "an argument of a pool that is managed elsewhere",
    text: pool("existing: { userPoolId: eu-west-1_AbCdEfGhI }\n«mfaConfiguration»: 'OFF'"),
    rule: "CFG-10",
    path: "pools.users.mfaConfiguration",
    message: "mfaConfiguration has no effect: the pool exists already and is managed elsewhere",
    fix: "remove mfaConfiguration, or remove existing",
  },
  {
    what: "a rename from a client that is still there",
    text: client("renamedFrom: «app»"),
    rule: "CFG-10",
    path: `${CLIENT}.renamedFrom`,
    message: "renamedFrom names client app, which the config still has",
    fix: "remove renamedFrom, or the other client",
  },
  {
    what: "a second client with the same renamedFrom",
    text: `${client("renamedFrom: old-app")}      tablet: { platform: ios, renamedFrom: «old_app» }\n`,
    rule: "CFG-10",
    path: "pools.users.clients.tablet.renamedFrom",
    message: "another client was renamed from old_app as well",
    fix: "remove renamedFrom, or the other client",
  },
  {
    what: "a session of a fraction of a minute",
    text: client("authSessionValidity: «90s»"),
    rule: "CFG-11",
    path: `${CLIENT}.authSessionValidity`,
    message: "AWS accepts whole minutes only",
    fix: "write it in minutes",
  },
  {
    what: "a variable in another unit than AWS's, here the default unit",
    text: client("refreshTokenRotation: { retryGracePeriod: «{ var: grace }» }"),
    rule: "CFG-11",
    path: `${CLIENT}.refreshTokenRotation.retryGracePeriod`,
    message: "the variable is a number of minutes, and AWS accepts a number of seconds only",
    fix: "write unit: seconds beside var",
  },
  {
    what: "a variable of two types",
    text: client("name: «{ var: v }»\ncallbackUrls: { var: v }"),
    rule: "CFG-12",
    path: `${CLIENT}.name`,
    message:
      "variable v is a list(string) at pools.users.clients.app.callbackUrls, with another type, default or sensitivity",
    fix: "give the variable another name, or write both alike",
  },
  {
    what: "an acknowledgement of no rule",
    text: client("acknowledge: { «XYZ-99»: because }"),
    rule: "CFG-13",
    path: `${CLIENT}.acknowledge.XYZ-99`,
    message: "unknown rule XYZ-99",
    fix: "use the id of a warning",
  },
  {
    what: "an acknowledgement of an error",
    text: client("acknowledge: { «TOK-01»: because }"),
    rule: "CFG-13",
    path: `${CLIENT}.acknowledge.TOK-01`,
    message: "TOK-01 is an error and cannot be acknowledged",
    fix: "fix it: use 5m to 24h",
  },
  {
    what: "an acknowledgement by a client of a warning about its pool",
    text: client("acknowledge: { «EML-02»: because }"),
    rule: "CFG-13",
    path: `${CLIENT}.acknowledge.EML-02`,
    message: "EML-02 is about the pool",
    fix: "acknowledge it on the pool",
  },
  {
    what: "an acknowledgement by a pool of a warning about clients",
    text: yaml({ client: "platform: ios" }).replace("clients:", "acknowledge: { «TOK-25»: because }\n    clients:"),
    rule: "CFG-13",
    path: "pools.users.acknowledge.TOK-25",
    message: "TOK-25 is about clients",
    fix: "acknowledge it on a client, or in clientDefaults",
  },
  {
    what: "two clients of one address",
    text: yaml({ client: "platform: ios" }).replace("app:", "my-app:").concat("      «my_app»: { platform: ios }\n"),
    rule: "STK-01",
    path: "pools.users.clients.my_app",
    message: "my_app and my-app would both be my_app in Terraform",
    fix: "rename one of them",
  },
  {
    what: "two groups of one address",
    text: pool("groups: { Beta testers: {}, «beta_testers»: {} }"),
    rule: "STK-01",
    path: "pools.users.groups.beta_testers",
    message: "beta_testers and Beta testers would both be beta_testers in Terraform",
    fix: "rename one of them",
  },
  {
    what: "two pools of one stack",
    text: [
      "project: acme",
      "environments: { b-c: { region: eu-west-1 }, c: { region: eu-west-1 } }",
      "pools:",
      "  a: { only: [b-c], clients: {} }",
      "  «a-b»: { only: [c], clients: {} }",
    ].join("\n"),
    rule: "STK-02",
    path: "pools.a-b",
    message: "pool a-b in c and pool a in b-c would both be stack a-b-c",
    fix: "rename the pool or the environment",
  },
  {
    what: "two stacks of one local state",
    text: [
      "project: acme",
      "environments: { dev: { region: eu-west-1, backend: { type: local, path: «../../../dev.tfstate» } } }",
      "pools: { a: { clients: {} }, b: { clients: {} } }",
    ].join("\n"),
    rule: "STK-03",
    path: "environments.dev.backend.path",
    message: "stacks a-dev and b-dev would share one state",
    fix: "leave path out: each stack gets a file of its own",
  },
  {
    what: "two stacks of one workspace",
    text: [
      "project: acme",
      "environments:",
      "  dev: { region: eu-west-1, backend: { type: cloud, organization: acme, workspacePrefix: a- } }",
      "  b-dev: { region: eu-west-1, «backend»: { type: cloud, organization: acme } }",
      "pools: { b: { only: [dev], clients: {} }, a: { only: [b-dev], clients: {} } }",
    ].join("\n"),
    rule: "STK-03",
    path: "environments.b-dev.backend",
    message: "stacks b-dev and a-b-dev would share one state",
    fix: "give the environments backends or prefixes of their own",
  },
];

describe("the form of a config", () => {
  test.each(mistakes)("fails when it has $what", async ({ text: source, rule, path, message, fix }) => {
    const { text, place } = marked(source);
    const findings = await findingsOf("userpools.yaml", text);
    expect(findings).toEqual([
      {
        rule,
        severity: "error",
        stack: rule === "CFG-13" ? "users-prod" : null,
        path,
        file: "userpools.yaml",
        ...place,
        message: typeof message === "string" ? message : expect.stringMatching(message),
        fix: typeof fix === "string" ? fix : expect.stringMatching(fix),
        docs: `docs/rules.md#${rule.toLowerCase()}`,
      },
    ]);
  });

  test("is sound when there is nothing to say", async () => {
    expect(await findingsOf("userpools.yaml", yaml())).toEqual([]);
  });

  test("fails with every mistake at once: fifteen are fifteen findings", async () => {
    const text = yaml({
      top: "guardrails: { accessTokenValidity: { mx: 1h } }",
      environment: "acountId: x\npools: { usrs: {} }\nbackend: { type: gcs, bucket: 1 }",
      pool: "only: [prd]\nmfaConfiguration: sometimes\ntags: [a]",
      client: [
        "platform: spa",
        "generateSecret: true",
        "accessTokenValidity: 60",
        "callbackUrls: https://x",
        "readAttributes: { scopes: [mail], attributes: [1] }",
        "refreshTokenRotation: { retryGracePeriod: 1 minute }",
        "renamedFrom: app",
      ].join("\n"),
    });
    const findings = await findingsOf("userpools.yaml", text);
    expect(findings.map(({ rule, path }) => `${rule} ${path}`).sort()).toEqual(
      [
        "CFG-04 guardrails.accessTokenValidity.mx",
        "CFG-04 environments.prod.acountId",
        "CFG-10 environments.prod.pools.usrs",
        "CFG-07 environments.prod.backend.type",
        "CFG-06 environments.prod.backend.bucket",
        "CFG-10 pools.users.only[0]",
        "CFG-07 pools.users.mfaConfiguration",
        "CFG-06 pools.users.tags",
        `CFG-09 ${CLIENT}.generateSecret`,
        `CFG-06 ${CLIENT}.accessTokenValidity`,
        `CFG-06 ${CLIENT}.callbackUrls`,
        `CFG-07 ${CLIENT}.readAttributes.scopes[0]`,
        `CFG-06 ${CLIENT}.readAttributes.attributes[0]`,
        `CFG-07 ${CLIENT}.refreshTokenRotation.retryGracePeriod`,
        `CFG-10 ${CLIENT}.renamedFrom`,
      ].sort(),
    );
  });

  test("is judged below a key that is wrong itself", async () => {
    const text = yaml({ client: "platform: web\nfoo: 1\ncallbackUrls: 3" }).replace("app:", "App:");
    const findings = await findingsOf("userpools.yaml", text);
    expect(findings.map(({ rule, path }) => `${rule} ${path}`).sort()).toEqual([
      "CFG-04 pools.users.clients.App.foo",
      "CFG-06 pools.users.clients.App.callbackUrls",
      "CFG-07 pools.users.clients.App",
      "CFG-07 pools.users.clients.App.platform",
    ]);
  });

  test("quotes at most 60 characters of a value", async () => {
    const [finding] = await findingsOf("userpools.yaml", yaml({ client: `platform: ${"x".repeat(10_000)}` }));
    expect(finding?.message).toMatch(/^"x{56}\.\.\. is not allowed/);
  });

  test("says the same of YAML, JSON and TypeScript", async () => {
    const config = {
      project: "Acme",
      environments: { prod: {} },
      pools: { users: { clients: { app: { platform: 1 } } } },
    };
    const strip = ({ rule, path, message, fix }: { rule: string; path: string; message: string; fix: string }) => ({
      rule,
      path,
      message,
      fix,
    });
    const json = await findingsOf("userpools.json", JSON.stringify(config, null, 2));
    const inYaml = await findingsOf("userpools.yaml", JSON.stringify(config));
    const typescript = await findingsOf("userpools.config.ts", `export default ${JSON.stringify(config)};`);
    expect(json).toHaveLength(3);
    expect(json.map(({ line }) => line)).toEqual([2, 4, 10]);
    expect(inYaml.map(strip)).toEqual(json.map(strip));
    expect(typescript.map(strip)).toEqual(json.map(strip));
    for (const finding of typescript) {
      expect(finding.file).toBe("userpools.config.ts");
      expect(finding.line).toBe(1);
      expect(finding.column).toBeGreaterThan("export default ".length);
    }
  });
});
