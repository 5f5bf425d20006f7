/** One edit of the base config, and every sentence that it is told with, as `risk sentence`. */
export interface Edit {
  readonly edit: string;
  /** What the base has besides, written as `set` is; the head keeps it. */
  readonly from?: Readonly<Record<string, unknown>>;
  /** Values by their place in the pool `customers`, or in the whole config after `/`; `undefined` removes. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly told: readonly string[];
}

export const CATALOGUE: readonly Edit[] = [
  {
    edit: "client is added",
    set: { "clients.tv": { platform: "public" } },
    told: ["changes tv: new public client (public)"],
  },
  {
    edit: "machine client is added",
    set: { "clients.cron": { platform: "machine", allowedOauthScopes: ["orders/read"] } },
    told: ["costs cron: new confidential client (machine), with scopes orders/read"],
  },
  {
    edit: "client with plain passwords is added",
    set: { "clients.old": { platform: "public", explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] } },
    told: [
      "opens old: new public client (public), beyond the preset of its platform: ALLOW_USER_PASSWORD_AUTH may be used to sign in",
    ],
  },
  {
    edit: "weak client is added",
    set: {
      "clients.tv": {
        platform: "spa",
        callbackUrls: ["https://evil.example.org/x"],
        allowedOauthScopes: ["openid", "aws.cognito.signin.user.admin"],
        accessTokenValidity: { var: "ttl", default: 1440 },
        refreshTokenValidity: "3650d",
        enableTokenRevocation: false,
        preventUserExistenceErrors: "LEGACY",
        writeAttributes: ["email", "custom:role"],
        preventDestroy: false,
      },
    },
    told: [
      "opens tv: new public client (spa), beyond the preset of its platform: a new client id no longer fails the plan; lifetime of an access token left open to variable ttl, default 1440 minutes, instead of 1 hour; a stolen refresh token gives new tokens for 3650 days instead of 1 day; refresh tokens can no longer be revoked; OAuth is switched on: grant code, scopes openid and aws.cognito.signin.user.admin, returning to https://evil.example.org/x; error messages say whether a user exists; may write custom:role",
    ],
  },
  {
    edit: "client with many callbacks is added",
    set: {
      "clients.tv": {
        platform: "spa",
        callbackUrls: Array.from({ length: 99 }, (_, index) => `https://app.example.com/${index}`),
      },
    },
    told: [
      "costs tv: 99 callback URLs of 100 that AWS allows",
      "opens tv: new public client (spa), beyond the preset of its platform: OAuth is switched on: grant code, scopes openid, returning to https://app.example.com/0, https://app.example.com/1, https://app.example.com/2, https://app.example.com/3, https://app.example.com/4 and 94 more",
    ],
  },
  {
    edit: "client is removed",
    set: { "clients.android": undefined },
    told: ["breaks android: the client is removed, and its client id with it"],
  },
  {
    edit: "client is renamed",
    set: {
      "clients.ios": undefined,
      "clients.mobile": { platform: "ios", writeAttributes: ["email", "custom:tenant"], renamedFrom: "ios" },
    },
    told: ["notes mobile: renamed from ios; its name in Cognito changes to mobile"],
  },
  {
    edit: "client loses its secret",
    set: { "clients.api.platform": "public" },
    told: ["breaks api: new client id: the client loses its secret, so AWS makes it anew"],
  },
  {
    edit: "client gains a secret",
    set: { "clients.ios.platform": "confidential" },
    told: ["breaks ios: new client id: the client gains a secret, so AWS makes it anew"],
  },
  {
    edit: "platform changes alone",
    set: { "clients.ios.platform": "desktop" },
    told: ["notes ios: platform: desktop instead of ios"],
  },
  {
    edit: "name changes",
    set: { "clients.ios.name": "iPhone app" },
    told: ["notes ios: name in Cognito: iPhone app instead of ios"],
  },
  {
    edit: "access token lives longer",
    set: { "clients.ios.accessTokenValidity": "24h" },
    told: ["opens ios: a stolen access token works for 24 hours instead of 1 hour"],
  },
  {
    edit: "access token lives shorter",
    set: { "clients.ios.accessTokenValidity": "15m" },
    told: ["changes ios: an access token works for 15 minutes instead of 60 minutes"],
  },
  {
    edit: "ID token lives longer",
    set: { "clients.ios.idTokenValidity": "2h" },
    told: ["opens ios: a stolen ID token is believed for 2 hours instead of 1 hour"],
  },
  {
    edit: "ID token lives shorter",
    set: { "clients.ios.idTokenValidity": "30m" },
    told: ["changes ios: an ID token is believed for 30 minutes instead of 60 minutes"],
  },
  {
    edit: "refresh token lives longer",
    set: { "clients.web.refreshTokenValidity": "90d" },
    told: ["opens web: a stolen refresh token gives new tokens for 90 days instead of 1 day"],
  },
  {
    edit: "refresh token lives shorter",
    set: { "clients.ios.refreshTokenValidity": "7d" },
    told: ["changes ios: users sign in again after 7 days instead of 30 days"],
  },
  {
    edit: "access token is left open",
    set: { "clients.ios.accessTokenValidity": { var: "ttl", default: 30 } },
    told: ["changes ios: lifetime of an access token left open to variable ttl, default 30 minutes, instead of 1 hour"],
  },
  {
    edit: "access token is left open to a longer default",
    set: { "clients.ios.accessTokenValidity": { var: "ttl", default: 1440 } },
    told: ["opens ios: lifetime of an access token left open to variable ttl, default 1440 minutes, instead of 1 hour"],
  },
  {
    edit: "default of an access token changes",
    from: { "clients.ios.accessTokenValidity": { var: "ttl", default: 60 } },
    set: { "clients.ios.accessTokenValidity": { var: "ttl", default: 1440 } },
    told: [
      "opens ios: lifetime of an access token left open to variable ttl, default 1440 minutes, instead of variable ttl, default 60 minutes",
    ],
  },
  {
    edit: "variable of an access token has another unit",
    from: { "clients.ios.accessTokenValidity": { var: "ttl", default: 60 } },
    set: { "clients.ios.accessTokenValidity": { var: "ttl", default: 1, unit: "hours" } },
    told: [
      "changes ios: lifetime of an access token left open to variable ttl, default 1 hours, instead of variable ttl, default 60 minutes",
    ],
  },
  {
    edit: "access token is fixed above its default",
    from: { "clients.ios.accessTokenValidity": { var: "ttl", default: 60 } },
    set: { "clients.ios.accessTokenValidity": "24h" },
    told: [
      "opens ios: lifetime of an access token fixed to 1 day, instead of left open to variable ttl, default 60 minutes",
    ],
  },
  {
    edit: "access token is left open without a default",
    set: { "clients.ios.accessTokenValidity": { var: "ttl" } },
    told: ["changes ios: lifetime of an access token left open to variable ttl, instead of 1 hour"],
  },
  {
    edit: "sign-in may take longer",
    set: { "clients.ios.authSessionValidity": "15m" },
    told: ["opens ios: a sign-in in progress may take 15 minutes instead of 3 minutes"],
  },
  {
    edit: "default for all clients changes",
    set: { clientDefaults: { accessTokenValidity: "2h" } },
    told: ["opens every client (5): a stolen access token works for 2 hours instead of 1 hour"],
  },
  {
    edit: "rotation on",
    set: { "clients.ios.refreshTokenRotation": { retryGracePeriod: "10s" } },
    told: ["breaks ios: refresh tokens rotate: each refresh gives a new one and ends the old one"],
  },
  {
    edit: "revocation off",
    set: { "clients.ios.enableTokenRevocation": false },
    told: ["opens ios: refresh tokens can no longer be revoked"],
  },
  {
    edit: "existence errors told",
    set: { "clients.ios.preventUserExistenceErrors": "LEGACY" },
    told: ["opens ios: error messages say whether a user exists"],
  },
  {
    edit: "flow added",
    set: {
      "clients.api.explicitAuthFlows": [
        "ALLOW_USER_SRP_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
      ],
    },
    told: ["opens api: ALLOW_ADMIN_USER_PASSWORD_AUTH may be used to sign in"],
  },
  {
    edit: "flow removed",
    set: { "clients.api.explicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"] },
    told: ["breaks api: ALLOW_USER_SRP_AUTH may no longer be used to sign in"],
  },
  {
    edit: "refresh flow removed",
    set: { "clients.api.explicitAuthFlows": ["ALLOW_USER_SRP_AUTH"] },
    told: ["breaks api: apps may no longer refresh their tokens"],
  },
  {
    edit: "rotation off, and no refresh flow",
    from: {
      "clients.api.explicitAuthFlows": ["ALLOW_USER_SRP_AUTH"],
      "clients.api.refreshTokenRotation": { retryGracePeriod: "10s" },
    },
    set: { "clients.api.refreshTokenRotation": undefined },
    told: ["breaks api: apps may no longer refresh their tokens"],
  },
  {
    edit: "rotation on where nobody could refresh",
    from: { "clients.api.explicitAuthFlows": ["ALLOW_USER_SRP_AUTH"] },
    set: { "clients.api.refreshTokenRotation": { retryGracePeriod: "10s" } },
    told: ["opens api: apps may refresh their tokens"],
  },
  {
    edit: "grant added",
    set: { "clients.web.allowedOauthFlows": ["code", "implicit"] },
    told: ["opens web: grant implicit is allowed"],
  },
  {
    edit: "grant removed",
    set: { "clients.web.allowedOauthFlows": ["implicit"] },
    told: ["breaks web: grant code is no longer allowed", "opens web: grant implicit is allowed"],
  },
  {
    edit: "scope added",
    set: { "clients.web.allowedOauthScopes": ["openid", "email", "profile"] },
    told: ["opens web: tokens may carry scope profile"],
  },
  {
    edit: "scope of a variable changes",
    from: { "clients.web.allowedOauthScopes": ["openid", { var: "scope", default: "email" }] },
    set: { "clients.web.allowedOauthScopes": ["openid", { var: "scope", default: "aws.cognito.signin.user.admin" }] },
    told: [
      "breaks web: tokens may no longer carry scope var.scope (default email)",
      "opens web: tokens may carry scope var.scope (default aws.cognito.signin.user.admin)",
    ],
  },
  {
    edit: "scope removed",
    set: { "clients.job.allowedOauthScopes": ["orders/read"] },
    told: ["breaks job: tokens may no longer carry scope orders/write"],
  },
  {
    edit: "callback added",
    set: { "clients.web.callbackUrls": ["https://app.example.com/callback", "https://new.example.com/callback"] },
    told: ["opens web: a sign-in may return to https://new.example.com/callback"],
  },
  {
    edit: "callbacks are left open",
    set: {
      "clients.web.callbackUrls": {
        var: "cb",
        default: ["https://app.example.com/callback", "https://evil.example.org/x"],
      },
    },
    told: [
      "opens web: callback URLs left open to variable cb, default https://app.example.com/callback and https://evil.example.org/x, instead of https://app.example.com/callback",
    ],
  },
  {
    edit: "callbacks of a variable stand in another order",
    from: { "clients.web.callbackUrls": { var: "cb", default: ["https://a.example.com/", "https://b.example.com/"] } },
    set: { "clients.web.callbackUrls": { var: "cb", default: ["https://b.example.com/", "https://a.example.com/"] } },
    told: [],
  },
  {
    edit: "callback of a variable moves",
    from: { "clients.web.callbackUrls": [{ var: "cb", default: "https://app.example.com/x" }] },
    set: { "clients.web.callbackUrls": [{ var: "cb", default: "https://evil.example.org/x" }] },
    told: [
      "breaks web: a sign-in may no longer return to var.cb (default https://app.example.com/x)",
      "opens web: a sign-in may return to var.cb (default https://evil.example.org/x)",
    ],
  },
  {
    edit: "callback of a variable added",
    set: {
      "clients.web.callbackUrls": [
        "https://app.example.com/callback",
        { var: "cb", default: "https://new.example.com/" },
      ],
    },
    told: ["opens web: a sign-in may return to var.cb (default https://new.example.com/)"],
  },
  {
    edit: "callback removed",
    set: { "clients.web.callbackUrls": ["https://other.example.com/callback"] },
    told: [
      "breaks web: a sign-in may no longer return to https://app.example.com/callback",
      "opens web: a sign-in may return to https://other.example.com/callback",
    ],
  },
  {
    edit: "sign-in by browser on",
    set: { "clients.ios.callbackUrls": ["myapp://callback"] },
    told: ["opens ios: OAuth is switched on: grant code, scopes openid, returning to myapp://callback"],
  },
  {
    edit: "sign-in by browser off",
    set: { "clients.web.allowedOauthFlows": [] },
    told: [
      "breaks web: OAuth is switched off: before, grant code, scopes openid and email, returning to https://app.example.com/callback",
    ],
  },
  {
    edit: "logout URL added",
    set: { "clients.web.logoutUrls": ["https://app.example.com/", "https://app.example.com/bye"] },
    told: ["opens web: a sign-out may return to https://app.example.com/bye"],
  },
  {
    edit: "logout URL of a variable moves",
    from: { "clients.web.logoutUrls": [{ var: "out", default: "https://app.example.com/" }] },
    set: { "clients.web.logoutUrls": [{ var: "out", default: "https://evil.example.org/" }] },
    told: [
      "changes web: a sign-out may no longer return to var.out (default https://app.example.com/)",
      "opens web: a sign-out may return to var.out (default https://evil.example.org/)",
    ],
  },
  {
    edit: "logout URL removed",
    set: { "clients.web.logoutUrls": [] },
    told: ["changes web: a sign-out may no longer return to https://app.example.com/"],
  },
  {
    edit: "default redirect given",
    set: { "clients.web.defaultRedirectUri": "https://app.example.com/callback" },
    told: ["changes web: default redirect: now https://app.example.com/callback"],
  },
  {
    edit: "provider added",
    set: { "clients.web.supportedIdentityProviders": ["COGNITO", "Google"] },
    told: ["opens web: users of Google may sign in"],
  },
  {
    edit: "provider of a variable changes",
    from: { "clients.web.supportedIdentityProviders": [{ var: "idp", default: "COGNITO" }] },
    set: { "clients.web.supportedIdentityProviders": [{ var: "idp", default: "Google" }] },
    told: [
      "breaks web: users of var.idp (default COGNITO) may no longer sign in on the sign-in pages",
      "opens web: users of var.idp (default Google) may sign in",
    ],
  },
  {
    edit: "provider removed",
    set: { "clients.web.supportedIdentityProviders": [] },
    told: ["breaks web: users of COGNITO may no longer sign in on the sign-in pages"],
  },
  {
    edit: "read gained",
    set: { "clients.web.readAttributes": ["email", "name"] },
    told: ["changes web: may read name"],
  },
  {
    edit: "read lost",
    set: { "clients.web.readAttributes": [] },
    told: ["changes web: may no longer read email"],
  },
  {
    edit: "write gained",
    set: { "clients.web.writeAttributes": ["email", "name"] },
    told: ["opens web: may write name"],
  },
  {
    edit: "write of an authority gained",
    set: { "clients.web.writeAttributes": ["email", "custom:role"] },
    told: ["opens web: may write custom:role"],
  },
  {
    edit: "writes of a variable change",
    from: { "clients.web.writeAttributes": { var: "w", default: ["email"] } },
    set: { "clients.web.writeAttributes": { var: "w", default: ["email", "custom:role"] } },
    told: [
      "opens web: attributes that the client may write left open to variable w, default email and custom:role, instead of variable w, default email",
    ],
  },
  {
    edit: "write of a variable changes",
    from: { "clients.web.writeAttributes": ["email", { var: "more", default: "name" }] },
    set: { "clients.web.writeAttributes": ["email", { var: "more", default: "custom:role" }] },
    told: [
      "changes web: may no longer write var.more (default name)",
      "opens web: may write var.more (default custom:role)",
    ],
  },
  {
    edit: "write lost",
    set: { "clients.ios.writeAttributes": ["email"] },
    told: ["changes ios: may no longer write custom:tenant"],
  },
  {
    edit: "context passed on",
    set: { "clients.api.enablePropagateAdditionalUserContextData": true },
    told: ["changes api: the server may pass on its caller's address and device"],
  },
  {
    edit: "analytics",
    set: {
      "clients.ios.analyticsConfiguration": { applicationArn: "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/1" },
    },
    told: [
      "changes ios: analytics: now userDataShared false, applicationArn arn:aws:mobiletargeting:eu-west-1:111122223333:apps/1",
    ],
  },
  {
    edit: "client may be replaced",
    set: { "clients.ios.preventDestroy": false },
    told: ["opens ios: a new client id no longer fails the plan"],
  },
  {
    edit: "warning acknowledged",
    set: { "clients.ios.acknowledge": { "TOK-25": "shop floor devices" } },
    told: ["notes ios: warning TOK-25 is accepted: shop floor devices"],
  },
  {
    edit: "client may be destroyed",
    set: { "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    told: [
      "opens ios: the gate lets a destruction or replacement of the client through until 2031-01-31, because app is retired",
    ],
  },
  {
    edit: "client that is to go may be destroyed",
    from: { "clients.kiosk": { platform: "spa", only: [] } },
    set: { "clients.kiosk.allowDestroy": { reason: "shops have closed", until: "2031-01-31" } },
    told: [
      "opens kiosk: the gate lets a destruction or replacement of the client through until 2031-01-31, because shops have closed",
    ],
  },
  {
    edit: "client goes, and may be destroyed",
    set: { "clients.ios.only": [], "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    told: [
      "breaks ios: the client is removed, and its client id with it",
      "opens ios: the gate lets a destruction or replacement of the client through until 2031-01-31, because app is retired",
    ],
  },
  {
    edit: "client may be destroyed for longer",
    from: { "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    set: { "clients.ios.allowDestroy.until": "2032-01-31" },
    told: [
      "opens ios: the gate lets a destruction or replacement of the client through until 2032-01-31, because app is retired",
    ],
  },
  {
    edit: "client may be destroyed for less long",
    from: { "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    set: { "clients.ios.allowDestroy.until": "2030-01-31" },
    told: [
      "changes ios: the gate lets a destruction or replacement of the client through until 2030-01-31, because app is retired",
    ],
  },
  {
    edit: "client that might be destroyed is removed",
    from: { "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    set: { "clients.ios": undefined },
    told: [
      "breaks ios: the client is removed, and its client id with it",
      "notes ios: the gate no longer lets a destruction or replacement of the client through: before, until 2031-01-31, because app is retired",
    ],
  },
  {
    edit: "client that may be destroyed is renamed",
    from: { "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    set: {
      "clients.ios": undefined,
      "clients.mobile": {
        platform: "ios",
        writeAttributes: ["email", "custom:tenant"],
        renamedFrom: "ios",
        allowDestroy: { reason: "app is retired", until: "2031-01-31" },
      },
    },
    told: ["notes mobile: renamed from ios; its name in Cognito changes to mobile"],
  },
  {
    edit: "pool is added",
    set: { "/pools.partners": { clients: { portal: { platform: "spa" } } } },
    told: ["changes partners: new user pool in prod, tier ESSENTIALS, with 1 client: portal"],
  },
  {
    edit: "weak pool is added",
    set: {
      "/pools.partners": {
        usernameAttributes: ["email"],
        deletionProtection: false,
        preventDestroy: false,
        exportClientSecrets: true,
        passwordPolicy: { minimumLength: 6, requireSymbols: false },
        clients: {
          portal: { platform: "spa" },
          old: { platform: "server", explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
      },
    },
    told: [
      "opens old: new confidential client (server), beyond the preset of its platform: ALLOW_USER_PASSWORD_AUTH may be used to sign in",
      "opens partners: new user pool in prod, tier ESSENTIALS, with 2 clients: portal and old; beyond the defaults: AWS no longer refuses to delete the pool; a plan that destroys the pool no longer fails; a password may have 6 characters instead of 8; a password no longer needs a symbol; client secrets are an output of the stack",
    ],
  },
  {
    edit: "pool is removed",
    set: { "/pools.customers": undefined, "/pools.staff": { userPoolTier: "LITE", clients: {} } },
    told: [
      "breaks customers: the user pool is removed from prod, with 5 clients: ios, android, web, api and job",
      "changes staff: new user pool in prod, tier LITE",
    ],
  },
  {
    edit: "environment is added",
    set: { "/environments.dev": { region: "eu-west-1" } },
    told: [
      "costs job: new confidential client (machine), with scopes orders/read and orders/write",
      "opens android: new public client (android), beyond the preset of its platform: may write custom:tenant",
      "opens customers: new user pool in dev, tier PLUS, with 5 clients: ios, android, web, api and job; beyond the defaults: a remembered device stands in for a second factor",
      "opens ios: new public client (ios), beyond the preset of its platform: may write custom:tenant",
      "opens web: new public client (spa), beyond the preset of its platform: OAuth is switched on: grant code, scopes openid and email, returning to https://app.example.com/callback; a sign-out may return to https://app.example.com/",
    ],
  },
  {
    edit: "Region changes",
    set: { "/environments.prod.region": "us-east-1" },
    told: ["breaks customers: Region: us-east-1 instead of eu-west-1"],
  },
  {
    edit: "Region is left open to another",
    set: { "/environments.prod.region": { var: "region", default: "us-east-1" } },
    told: ["breaks customers: Region left open to variable region, default us-east-1, instead of eu-west-1"],
  },
  {
    edit: "account is named",
    set: { "/environments.prod.accountId": "111122223333" },
    told: ["changes customers: account: now 111122223333"],
  },
  {
    edit: "role changes",
    set: { "/environments.prod.assumeRoleArn": "arn:aws:iam::111122223333:role/deploy" },
    told: ["changes customers: role: now arn:aws:iam::111122223333:role/deploy"],
  },
  {
    edit: "state moves",
    set: { "/environments.prod.backend": { type: "s3", bucket: "state", region: "eu-west-1" } },
    told: [
      "breaks customers: state: type s3, bucket state, region eu-west-1, key customers-prod.tfstate, useLockfile true, encrypt true instead of type local, path ../../../terraform.customers-prod.tfstate",
    ],
  },
  {
    edit: "environment tags change",
    set: { "/environments.prod.tags": { team: "platform" } },
    told: ["notes customers: tags on everything: team platform instead of team identity"],
  },
  {
    edit: "tier changes",
    set: { userPoolTier: "ESSENTIALS" },
    told: ["costs customers: tier ESSENTIALS instead of PLUS"],
  },
  {
    edit: "protection against deletion off",
    set: { deletionProtection: false },
    told: ["opens customers: AWS no longer refuses to delete the pool"],
  },
  {
    edit: "pool may be destroyed by a plan",
    set: { preventDestroy: false },
    told: ["opens customers: a plan that destroys the pool no longer fails"],
  },
  {
    edit: "pool may pass the gate",
    set: { allowDestroy: { reason: "moved to the new pool", until: "2031-01-31" } },
    told: [
      "opens customers: the gate lets a destruction or replacement of the pool through until 2031-01-31, because moved to the new pool",
    ],
  },
  {
    edit: "pool that is to go may pass the gate",
    from: { only: [], "/pools.staff": { clients: {} } },
    set: { allowDestroy: { reason: "moved to the new pool", until: "2031-01-31" } },
    told: [
      "opens customers: the gate lets a destruction or replacement of the pool through until 2031-01-31, because moved to the new pool",
    ],
  },
  {
    edit: "client may be destroyed in an environment",
    set: {
      "/environments.prod.pools.customers.clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" },
    },
    told: [
      "opens ios: the gate lets a destruction or replacement of the client through until 2031-01-31, because app is retired",
    ],
  },
  {
    edit: "warning about the pool acknowledged",
    set: { acknowledge: { "EML-02": "few users" } },
    told: ["notes customers: warning EML-02 is accepted: few users"],
  },
  {
    edit: "sign-in names change",
    set: { usernameAttributes: ["email", "phone_number"] },
    told: ["breaks customers: sign-in names instead of a username: email and phone_number instead of email"],
  },
  {
    edit: "usernames become case sensitive",
    set: { caseSensitive: true },
    told: ["breaks customers: case-sensitive usernames: true instead of false"],
  },
  {
    edit: "pool name changes",
    set: { name: "people" },
    told: ["breaks customers: name in Cognito: people instead of acme-customers-prod"],
  },
  {
    edit: "attribute added",
    set: { "attributes.custom:plan": { maxLength: 16 } },
    told: [
      "changes customers: attribute custom:plan is declared: type String, required false, mutable true, minLength 0, maxLength 16; ios, android, api and job may read it",
    ],
  },
  {
    edit: "standard attribute declared on a pool that exists",
    set: { "attributes.birthdate": {} },
    told: ["breaks customers: standard attribute birthdate is declared on an existing pool"],
  },
  {
    edit: "attribute removed",
    set: { "attributes.custom:tenant": undefined },
    told: ["breaks customers: attribute custom:tenant is removed from the schema"],
  },
  {
    edit: "attribute altered",
    set: { "attributes.custom:tenant": { maxLength: 128 } },
    told: ["breaks customers: attribute custom:tenant: maxLength 128 instead of 64"],
  },
  {
    edit: "attribute retyped",
    set: { "attributes.custom:role": { authority: true, type: "Boolean" } },
    told: ["breaks customers: attribute custom:role: type Boolean instead of String"],
  },
  {
    edit: "attribute no longer guarded",
    set: { "attributes.custom:role": {} },
    told: ["opens customers: attribute custom:role is no longer guarded as one that grants power"],
  },
  {
    edit: "second factor required",
    set: { mfaConfiguration: "ON" },
    told: ["breaks customers: a second factor is required instead of optional"],
  },
  {
    edit: "second factor off",
    set: { mfaConfiguration: "OFF" },
    told: ["opens customers: a second factor is off instead of optional"],
  },
  {
    edit: "second factor is left open",
    set: { mfaConfiguration: { var: "mfa", default: "OFF" } },
    told: ["opens customers: second factor left open to variable mfa, default OFF, instead of OPTIONAL"],
  },
  {
    edit: "authenticator apps off",
    set: { softwareTokenMfa: false },
    told: ["breaks customers: authenticator apps are no longer a second factor"],
  },
  {
    edit: "e-mail as second factor",
    set: { emailMfa: { subject: "Your code" } },
    told: ["opens customers: e-mail is a second factor"],
  },
  {
    edit: "e-mail as second factor with its sender and recovery",
    from: { emailConfiguration: undefined, accountRecovery: ["verified_email"] },
    set: {
      emailMfa: { message: "Code {####}", subject: "Code" },
      emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: "arn:aws:ses:eu-west-1:1:identity/a.example" },
      accountRecovery: ["admin_only"],
    },
    told: [
      "breaks customers: needs two applies: first the email sender, account recovery; then email MFA",
      "changes customers: account recovery: admin_only instead of verified_email",
      "changes customers: sending e-mail: emailSendingAccount DEVELOPER, sourceArn arn:aws:ses:eu-west-1:1:identity/a.example instead of emailSendingAccount COGNITO_DEFAULT",
      "opens customers: e-mail is a second factor",
    ],
  },
  {
    edit: "second factor off where phone numbers are verified",
    from: { autoVerifiedAttributes: ["phone_number"] },
    set: { mfaConfiguration: "OFF" },
    told: [
      "breaks customers: needs two applies: first autoVerifiedAttributes without phone_number; then the other edits, with phone_number in autoVerifiedAttributes again",
      "opens customers: a second factor is off instead of optional",
    ],
  },
  {
    edit: "second factor required instead of codes by e-mail alone",
    from: { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
    set: { mfaConfiguration: "ON", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] } },
    told: [
      "breaks customers: EMAIL_OTP is no longer a first factor",
      "breaks customers: a second factor is required instead of optional",
      "breaks customers: needs two applies: first the first factors; then required MFA",
    ],
  },
  {
    edit: "text messages on",
    set: { smsConfiguration: { externalId: "x", snsCallerArn: "arn:aws:iam::111122223333:role/sms" } },
    told: ["costs customers: text messages are sent"],
  },
  {
    edit: "first factor added",
    set: { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
    told: ["opens customers: EMAIL_OTP is a first factor"],
  },
  {
    edit: "passkeys move",
    set: { webAuthn: { relyingPartyId: "example.org", userVerification: "required" } },
    told: ["breaks customers: relying party of passkeys: example.org instead of example.com"],
  },
  {
    edit: "passkeys unverified",
    set: { webAuthn: { relyingPartyId: "example.com", userVerification: "preferred" } },
    told: ["opens customers: a passkey need not verify its user"],
  },
  {
    edit: "shorter passwords",
    set: { "passwordPolicy.minimumLength": 8 },
    told: ["opens customers: a password may have 8 characters instead of 12"],
  },
  {
    edit: "longer passwords",
    set: { "passwordPolicy.minimumLength": 14 },
    told: ["changes customers: a password has at least 14 characters instead of 12"],
  },
  {
    edit: "symbols not needed",
    set: { "passwordPolicy.requireSymbols": false },
    told: ["opens customers: a password no longer needs a symbol"],
  },
  {
    edit: "temporary passwords live longer",
    set: { "passwordPolicy.temporaryPasswordValidityDays": 30 },
    told: ["opens customers: a temporary password works for 30 days instead of 7 days"],
  },
  {
    edit: "passwords come back",
    set: { "passwordPolicy.passwordHistorySize": 0 },
    told: ["opens customers: the last 0 passwords cannot be used again, instead of 5"],
  },
  {
    edit: "passwords come back but one",
    set: { "passwordPolicy.passwordHistorySize": 1 },
    told: ["opens customers: the last password cannot be used again, instead of 5"],
  },
  {
    edit: "recovery by phone",
    set: { accountRecovery: ["verified_email", "verified_phone_number"] },
    told: ["opens customers: account recovery: verified_email and verified_phone_number instead of verified_email"],
  },
  {
    edit: "recovery by administrators",
    set: { accountRecovery: ["admin_only"] },
    told: ["changes customers: account recovery: admin_only instead of verified_email"],
  },
  {
    edit: "sign-up closed",
    set: { adminCreateUserOnly: true },
    told: ["breaks customers: only administrators create users"],
  },
  {
    edit: "verification dropped",
    set: { autoVerifiedAttributes: [] },
    told: ["opens customers: email is no longer verified at sign-up"],
  },
  {
    edit: "new address unverified",
    set: { attributesRequireVerificationBeforeUpdate: [] },
    told: ["opens customers: a new email counts before it is verified"],
  },
  {
    edit: "remembered devices challenged",
    set: { deviceConfiguration: { challengeRequiredOnNewDevice: false } },
    told: ["changes customers: a remembered device no longer stands in for a second factor"],
  },
  {
    edit: "remembered devices unchallenged",
    from: { deviceConfiguration: undefined },
    set: { deviceConfiguration: { challengeRequiredOnNewDevice: true } },
    told: ["opens customers: a remembered device stands in for a second factor"],
  },
  {
    edit: "devices remembered",
    from: { deviceConfiguration: undefined },
    set: { deviceConfiguration: {} },
    told: ["changes customers: devices are remembered"],
  },
  {
    edit: "devices remembered on request",
    from: { deviceConfiguration: undefined },
    set: { deviceConfiguration: { deviceOnlyRememberedOnUserPrompt: true } },
    told: ["changes customers: devices are remembered only when users say so"],
  },
  {
    edit: "devices no longer remembered",
    from: { deviceConfiguration: { deviceOnlyRememberedOnUserPrompt: true } },
    set: { deviceConfiguration: undefined },
    told: ["changes customers: devices are no longer remembered"],
  },
  {
    edit: "lowest tier",
    from: { userPoolTier: "ESSENTIALS", advancedSecurityMode: undefined },
    set: { userPoolTier: "LITE" },
    told: ["costs customers: tier LITE instead of ESSENTIALS"],
  },
  {
    edit: "tier with a choice of factors",
    from: { userPoolTier: "LITE", advancedSecurityMode: undefined },
    set: { userPoolTier: "ESSENTIALS" },
    told: ["costs customers: tier ESSENTIALS instead of LITE"],
  },
  {
    edit: "threat protection audits",
    set: { advancedSecurityMode: "AUDIT" },
    told: ["opens customers: threat protection is AUDIT instead of ENFORCED"],
  },
  {
    edit: "threat protection is left open",
    set: { advancedSecurityMode: { var: "mode", default: "OFF" } },
    told: ["opens customers: threat protection left open to variable mode, default OFF, instead of ENFORCED"],
  },
  {
    edit: "trigger removed",
    set: { lambdaConfig: {} },
    told: ["opens customers: trigger preSignUp: removed, was arn:aws:lambda:eu-west-1:111122223333:function:guard"],
  },
  {
    edit: "migration of users removed",
    from: { "lambdaConfig.userMigration": "arn:aws:lambda:eu-west-1:111122223333:function:move" },
    set: { "lambdaConfig.userMigration": undefined },
    told: ["breaks customers: trigger userMigration: removed, was arn:aws:lambda:eu-west-1:111122223333:function:move"],
  },
  {
    edit: "trigger before token generation removed, beside another one, which leaves it in AWS",
    from: { "lambdaConfig.preTokenGeneration": "arn:aws:lambda:eu-west-1:111122223333:function:claims" },
    set: { "lambdaConfig.preTokenGeneration": undefined },
    told: [
      "breaks customers: trigger preTokenGeneration: removed, was arn:aws:lambda:eu-west-1:111122223333:function:claims",
    ],
  },
  {
    edit: "trigger before token generation removed with all others",
    from: { "lambdaConfig.preTokenGeneration": "arn:aws:lambda:eu-west-1:111122223333:function:claims" },
    set: { lambdaConfig: {} },
    told: [
      "opens customers: trigger preSignUp: removed, was arn:aws:lambda:eu-west-1:111122223333:function:guard",
      "opens customers: trigger preTokenGeneration: removed, was arn:aws:lambda:eu-west-1:111122223333:function:claims",
    ],
  },
  {
    edit: "trigger before token generation in its longer spelling",
    from: { "lambdaConfig.preTokenGeneration": "arn:aws:lambda:eu-west-1:111122223333:function:claims" },
    set: {
      "lambdaConfig.preTokenGeneration": undefined,
      "lambdaConfig.preTokenGenerationConfig": {
        lambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:claims",
        lambdaVersion: "V1_0",
      },
    },
    told: [],
  },
  {
    edit: "version of the trigger before token generation",
    from: { "lambdaConfig.preTokenGeneration": "arn:aws:lambda:eu-west-1:111122223333:function:claims" },
    set: {
      "lambdaConfig.preTokenGenerationConfig": {
        lambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:claims",
        lambdaVersion: "V2_0",
      },
    },
    told: [
      "changes customers: trigger preTokenGenerationConfig: lambdaArn arn:aws:lambda:eu-west-1:111122223333:function:claims, lambdaVersion V2_0 instead of lambdaArn arn:aws:lambda:eu-west-1:111122223333:function:claims, lambdaVersion V1_0",
    ],
  },
  {
    edit: "variable of the trigger before token generation, beside its longer spelling",
    from: {
      "lambdaConfig.preTokenGeneration": { var: "claims", default: "arn:aws:lambda:eu-west-1:111122223333:function:a" },
      "lambdaConfig.preTokenGenerationConfig": {
        lambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:a",
        lambdaVersion: "V1_0",
      },
    },
    set: {
      "lambdaConfig.preTokenGeneration": { var: "other", default: "arn:aws:lambda:eu-west-1:111122223333:function:b" },
    },
    told: [
      "changes customers: trigger preTokenGeneration: variable other, default arn:aws:lambda:eu-west-1:111122223333:function:b instead of variable claims, default arn:aws:lambda:eu-west-1:111122223333:function:a",
    ],
  },
  {
    edit: "key of the custom senders",
    from: {
      "lambdaConfig.customEmailSender": {
        lambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:send",
        lambdaVersion: "V1_0",
      },
      "lambdaConfig.kmsKeyId": "arn:aws:kms:eu-west-1:111122223333:key/1",
    },
    set: { "lambdaConfig.kmsKeyId": "arn:aws:kms:eu-west-1:111122223333:key/2" },
    told: [
      "changes customers: key that encrypts the codes for custom senders: arn:aws:kms:eu-west-1:111122223333:key/2 instead of arn:aws:kms:eu-west-1:111122223333:key/1",
    ],
  },
  {
    edit: "trigger added",
    set: { "lambdaConfig.customMessage": "arn:aws:lambda:eu-west-1:111122223333:function:words" },
    told: ["changes customers: trigger customMessage: now arn:aws:lambda:eu-west-1:111122223333:function:words"],
  },
  {
    edit: "sender of e-mail changes",
    set: {
      emailConfiguration: {
        emailSendingAccount: "DEVELOPER",
        sourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/example.com",
      },
    },
    told: [
      "changes customers: sending e-mail: emailSendingAccount DEVELOPER, sourceArn arn:aws:ses:eu-west-1:111122223333:identity/example.com instead of emailSendingAccount COGNITO_DEFAULT",
    ],
  },
  {
    edit: "words of a message change",
    set: { verificationMessage: { emailSubject: "Hello" } },
    told: ["notes customers: text of verification messages: now emailSubject Hello"],
  },
  {
    edit: "sign-ups confirmed by link",
    set: { verificationMessage: { defaultEmailOption: "CONFIRM_WITH_LINK" } },
    told: ["breaks customers: confirmation of e-mail addresses: CONFIRM_WITH_LINK instead of CONFIRM_WITH_CODE"],
  },
  { edit: "invitations without words of their own", set: { inviteMessage: {} }, told: [] },
  {
    edit: "pool tags change",
    set: { tags: { cost: "42" } },
    told: ["notes customers: tags: now cost 42"],
  },
  {
    edit: "domain moves",
    set: { domain: { prefix: "acme-live" } },
    told: ["breaks customers: sign-in pages at acme-live instead of acme-prod"],
  },
  {
    edit: "domain removed",
    set: { domain: undefined },
    told: ["breaks customers: no more sign-in pages at acme-prod"],
  },
  {
    edit: "managed login of a custom domain",
    from: { domain: { customDomain: "auth.example.com", certificateArn: "arn:aws:acm:us-east-1:1:certificate/1" } },
    set: { "domain.managedLoginVersion": 2 },
    told: [
      "breaks customers: sign-in pages of version 2 instead of 1",
      "breaks customers: the apply fails with an AWS provider before 6.3.0",
    ],
  },
  {
    edit: "managed login and certificate of a custom domain",
    from: { domain: { customDomain: "auth.example.com", certificateArn: "arn:aws:acm:us-east-1:1:certificate/1" } },
    set: { "domain.managedLoginVersion": 2, "domain.certificateArn": "arn:aws:acm:us-east-1:1:certificate/2" },
    told: [
      "breaks customers: sign-in pages of version 2 instead of 1",
      "changes customers: certificate of the sign-in pages: arn:aws:acm:us-east-1:1:certificate/2 instead of arn:aws:acm:us-east-1:1:certificate/1",
    ],
  },
  {
    edit: "managed login",
    set: { domain: { prefix: "acme-prod", managedLoginVersion: 2 } },
    told: ["breaks customers: sign-in pages of version 2 instead of 1"],
  },
  {
    edit: "scope of a server added",
    set: { "resourceServers.orders.scopes.cancel": "Cancel orders" },
    told: ["changes customers: resource server orders has a new scope cancel"],
  },
  {
    edit: "identifier of a server changes",
    set: { "resourceServers.orders.identifier": "https://orders.example.com" },
    told: ["breaks customers: resource server orders: identifier https://orders.example.com instead of https://orders"],
  },
  {
    edit: "server added",
    set: { "resourceServers.bills": { scopes: { read: "Read bills" } } },
    told: ["changes customers: resource server bills is new, with scopes read"],
  },
  {
    edit: "provider's secret changes",
    set: { "identityProviders.Google.providerDetails.client_secret": "louder" },
    told: ["changes customers: identity provider Google: another client_secret"],
  },
  {
    edit: "provider's mapping changes",
    set: { "identityProviders.Google.attributeMapping": { email: "email", name: "name" } },
    told: ["changes customers: identity provider Google, claim for name: now name"],
  },
  {
    edit: "provider's username changes",
    from: { "identityProviders.Google.attributeMapping": { username: "sub" } },
    set: { "identityProviders.Google.attributeMapping": { username: "email" } },
    told: ["breaks customers: identity provider Google, claim for username: email instead of sub"],
  },
  {
    edit: "provider's username written out",
    set: { "identityProviders.Google.attributeMapping": { email: "email", username: "sub" } },
    told: [],
  },
  {
    edit: "provider's issuer changes",
    from: {
      "identityProviders.Work": {
        providerType: "OIDC",
        providerDetails: { client_id: "id", oidc_issuer: "https://a.example.com" },
      },
    },
    set: { "identityProviders.Work.providerDetails.oidc_issuer": "https://b.example.com" },
    told: [
      "breaks customers: identity provider Work, oidc_issuer: https://b.example.com instead of https://a.example.com",
    ],
  },
  {
    edit: "provider's identifiers stand in another order",
    from: { "identityProviders.Google.idpIdentifiers": ["a.example.com", "b.example.com"] },
    set: { "identityProviders.Google.idpIdentifiers": ["b.example.com", "a.example.com"] },
    told: [],
  },
  {
    edit: "identity provider removed",
    set: { "identityProviders.Google": undefined },
    told: ["breaks customers: identity provider Google is removed"],
  },
  {
    edit: "group's role changes",
    set: { "groups.admins.roleArn": "arn:aws:iam::111122223333:role/owners" },
    told: [
      "opens customers: group admins, role: arn:aws:iam::111122223333:role/owners instead of arn:aws:iam::111122223333:role/admins",
    ],
  },
  {
    edit: "group removed",
    set: { "groups.admins": undefined },
    told: ["breaks customers: group admins is removed"],
  },
  {
    edit: "secrets become an output",
    set: { exportClientSecrets: true },
    told: ["opens customers: client secrets are an output of the stack"],
  },
  {
    edit: "pool managed elsewhere",
    set: { "/pools.customers": { existing: { userPoolId: "eu-west-1_AbCdEfGhI" }, clients: {} } },
    told: [
      "breaks android: the client is removed, and its client id with it",
      "breaks api: the client is removed, and its client id with it",
      "breaks customers: group admins is removed",
      "breaks customers: identity provider Google is removed",
      "breaks customers: managed elsewhere, as eu-west-1_AbCdEfGhI",
      "breaks customers: no more sign-in pages at acme-prod",
      "breaks customers: resource server orders is removed",
      "breaks ios: the client is removed, and its client id with it",
      "breaks job: the client is removed, and its client id with it",
      "breaks web: the client is removed, and its client id with it",
    ],
  },
  {
    edit: "guardrail loosened",
    set: { "/guardrails.forbidOauthFlows": [] },
    told: ["opens customers: guardrail: implicit no longer forbidden"],
  },
  {
    edit: "guardrail removed",
    set: { "/guardrails.accessTokenValidity": undefined },
    told: ["opens customers: guardrail longest life of access tokens: no limit instead of 1 day"],
  },
  {
    edit: "guardrail tightened",
    set: { "/guardrails.idTokenValidity": { max: "1h" } },
    told: ["notes customers: guardrail longest life of ID tokens: 1 hour instead of no limit"],
  },
  {
    edit: "guardrail of hosts widened",
    set: { "/guardrails.callbackHosts": ["app.example.com", "*.example.org"] },
    told: ["opens customers: guardrail: callbacks may name *.example.org"],
  },
  {
    edit: "guardrail of hosts widened to a pattern",
    set: { "/guardrails.callbackHosts": ["*.example.com"] },
    told: ["opens customers: guardrail: callbacks may name *.example.com"],
  },
  {
    edit: "guardrail of hosts narrowed from a pattern",
    from: { "/guardrails.callbackHosts": ["*.example.com"] },
    set: { "/guardrails.callbackHosts": ["app.example.com"] },
    told: ["notes customers: guardrail: callbacks may no longer name *.example.com"],
  },
  {
    edit: "guardrails dropped while the pool gets another key",
    set: {
      "/guardrails": undefined,
      "/pools.customers": undefined,
      "/pools.people": { userPoolTier: "LITE", clients: {} },
    },
    told: [
      "breaks customers: the user pool is removed from prod, with 5 clients: ios, android, web, api and job",
      "changes people: new user pool in prod, tier LITE",
      "opens people: guardrail longest life of access tokens: no limit instead of 1 day",
      "opens people: guardrail: callbacks may name any host",
      "opens people: guardrail: implicit no longer forbidden",
      "opens people: guardrail: token revocation no longer required",
    ],
  },
  {
    edit: "guardrail of revocation off",
    set: { "/guardrails.requireTokenRevocation": false },
    told: ["opens customers: guardrail: token revocation no longer required"],
  },
  {
    edit: "callbacks near the quota",
    set: {
      "clients.web.callbackUrls": Array.from(
        { length: 80 },
        (_, index) => `https://app.example.com/${index || "callback"}`,
      ),
    },
    told: [
      "costs web: 80 callback URLs of 100 that AWS allows",
      "opens web: a sign-in may return to https://app.example.com/1, https://app.example.com/2, https://app.example.com/3, https://app.example.com/4, https://app.example.com/5 and 74 more",
    ],
  },
  {
    edit: "callbacks nearer the quota",
    from: { "clients.web.callbackUrls": Array.from({ length: 85 }, (_, index) => `https://app.example.com/${index}`) },
    set: { "clients.web.callbackUrls": Array.from({ length: 86 }, (_, index) => `https://app.example.com/${index}`) },
    told: [
      "costs web: 86 callback URLs of 100 that AWS allows",
      "opens web: a sign-in may return to https://app.example.com/85",
    ],
  },
];
