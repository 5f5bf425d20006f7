/** One edit of the base config, and every row that review reports for it, as `risk sentence`. */
export interface Edit {
  readonly edit: string;
  /** What the base has besides, written as `set` is; the head keeps it. */
  readonly from?: Readonly<Record<string, unknown>>;
  /** Values by their place in the pool `customers`, or in the whole config after `/`; `undefined` removes. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly rows: readonly string[];
}

const IMAGE = { category: "FORM_LOGO", colorMode: "DYNAMIC", file: "data:image/png;base64,iVBORw0KGgo=" } as const;

export const CATALOGUE: readonly Edit[] = [
  {
    edit: "client is added",
    set: { "clients.tv": { platform: "public" } },
    rows: ["changes tv: new public client (public)"],
  },
  {
    edit: "machine client is added",
    set: { "clients.cron": { platform: "machine", allowedOauthScopes: ["orders/read"] } },
    rows: ["costs cron: new confidential client (machine), with scopes orders/read"],
  },
  {
    edit: "client with plain passwords is added",
    set: { "clients.old": { platform: "public", explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] } },
    rows: [
      "opens old: new public client (public); weaker than the platform's preset: ALLOW_USER_PASSWORD_AUTH may be used to sign in",
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
    rows: [
      "opens tv: new public client (spa); weaker than the platform's preset: access token lifetime: variable ttl (default 1440 minutes) instead of 1 hour; a stolen refresh token gives new tokens for 3650 days instead of 1 day; refresh tokens can no longer be revoked; error messages reveal whether a user exists; OAuth is enabled: grant code, scopes openid and aws.cognito.signin.user.admin, redirecting to https://evil.example.org/x; may write custom:role; a plan that replaces the client no longer fails",
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
    rows: [
      "costs tv: 99 callback URLs of 100 that AWS allows",
      "opens tv: new public client (spa); weaker than the platform's preset: OAuth is enabled: grant code, scopes openid, redirecting to https://app.example.com/0, https://app.example.com/1, https://app.example.com/2, https://app.example.com/3, https://app.example.com/4 and 94 more",
    ],
  },
  {
    edit: "client is removed",
    set: { "clients.android": undefined },
    rows: ["breaks android: the client is removed, with its client id"],
  },
  {
    edit: "client is renamed",
    set: {
      "clients.ios": undefined,
      "clients.mobile": { platform: "ios", writeAttributes: ["email", "custom:tenant"], renamedFrom: "ios" },
    },
    rows: ["notes mobile: renamed from ios; its name in Cognito changes to mobile"],
  },
  {
    edit: "secret of an identity provider comes from Secrets Manager",
    set: { "identityProviders.Google.providerDetails.client_secret": { secretsManager: "idp/google", key: "secret" } },
    rows: ["changes customers: identity provider Google: another client_secret"],
  },
  {
    edit: "public values are published",
    set: { "clients.web.publish": { ssm: "/acme/web" } },
    rows: ["changes web: its public values are published under /acme/web"],
  },
  {
    edit: "public values are published elsewhere",
    from: { "clients.web.publish": { ssm: "/acme/web" } },
    set: { "clients.web.publish.ssm": "/acme/site" },
    rows: ["breaks web: its public values are published under /acme/site instead of /acme/web"],
  },
  {
    edit: "credentials are delivered",
    set: { "clients.api.deliver": { secretsManager: { name: "acme/api" }, ssm: { prefix: "/acme/api" } } },
    rows: [
      "opens api: id and secret are delivered to parameters below /acme/api",
      "opens api: id and secret are delivered to secret acme/api",
    ],
  },
  {
    edit: "credentials are delivered elsewhere",
    from: { "clients.api.deliver": { secretsManager: { name: "acme/api" }, ssm: { prefix: "/acme/api" } } },
    set: { "clients.api.deliver": { secretsManager: { name: "acme/backend" }, ssm: { prefix: "/acme/backend" } } },
    rows: [
      "breaks api: id and secret are delivered to parameters below /acme/backend instead of /acme/api",
      "breaks api: id and secret are delivered to secret acme/backend instead of acme/api",
    ],
  },
  {
    edit: "credentials are encrypted with another key",
    from: { "clients.api.deliver": { secretsManager: { name: "acme/api" } } },
    set: { "clients.api.deliver.secretsManager.kmsKeyId": "alias/app" },
    rows: ["changes api: the delivered secret is encrypted with alias/app"],
  },
  {
    edit: "client comes behind the SECRET_HASH proxy",
    set: { "clients.ios.secretHashProxy": true },
    rows: [
      "breaks ios: replaces the client (new client id): a client behind the proxy has a secret, and that requires recreation",
    ],
  },
  {
    edit: "proxy gets a domain, a web ACL and fewer operations",
    from: { "clients.ios.secretHashProxy": {} },
    set: {
      "clients.ios.secretHashProxy": {
        domain: "api.acme.example",
        certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1",
        webAclArn: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/api/1",
        operations: ["InitiateAuth", "RespondToAuthChallenge"],
      },
    },
    rows: [
      "breaks ios: the SECRET_HASH proxy no longer forwards SignUp, ConfirmSignUp, ResendConfirmationCode, ForgotPassword, ConfirmForgotPassword and 2 more",
      "changes ios: certificate of the SECRET_HASH proxy: now arn:aws:acm:us-east-1:111122223333:certificate/1",
      "changes ios: domain of the SECRET_HASH proxy: now api.acme.example",
      "changes ios: web ACL of the SECRET_HASH proxy: now arn:aws:wafv2:us-east-1:111122223333:global/webacl/api/1",
    ],
  },
  {
    edit: "proxy gets another domain",
    from: { "clients.ios.secretHashProxy": { domain: "api.acme.example", certificateArn: "arn:x" } },
    set: { "clients.ios.secretHashProxy.domain": "id.acme.example" },
    rows: ["breaks ios: domain of the SECRET_HASH proxy: id.acme.example instead of api.acme.example"],
  },
  {
    edit: "rotation adds a generation",
    set: { "clients.api.generations": [1, 2] },
    rows: ["changes api: generation 2 is added: another client id and secret with the same settings"],
  },
  {
    edit: "rotation of a machine client adds a generation, which is billed",
    set: { "clients.job.generations": [1, 2] },
    rows: ["costs job: generation 2 is added: another client id and secret with the same settings"],
  },
  {
    edit: "rotation switches",
    from: { "clients.api.generations": [1, 2] },
    set: { "clients.api.current": 2 },
    rows: ["changes api: generation 2 is current instead of generation 1"],
  },
  {
    edit: "rotation names the day of the retirement",
    from: { "clients.api.generations": [1, 2], "clients.api.current": 2 },
    set: { "clients.api.retire": { generation: 1, reason: "no traffic", until: "2099-01-31" } },
    rows: ["notes api: generation 1 is to be retired by 2099-01-31, because no traffic"],
  },
  {
    edit: "rotation retires a generation",
    from: { "clients.api.generations": [1, 2], "clients.api.current": 2 },
    set: {
      "clients.api.generations": [2],
      "clients.api.retire": { generation: 1, reason: "no traffic", until: "2099-01-31" },
    },
    rows: [
      "changes api: generation 1 is retired until 2099-01-31, because no traffic: its client id and secret are destroyed",
    ],
  },
  {
    edit: "rotation retires later",
    from: {
      "clients.api.generations": [2],
      "clients.api.retire": { generation: 1, reason: "no traffic", until: "2099-01-31" },
    },
    set: { "clients.api.retire.until": "2099-02-28" },
    rows: ["changes api: generation 1 is retired until 2099-02-28, because no traffic"],
  },
  {
    edit: "rotation is complete",
    from: {
      "clients.api.generations": [2],
      "clients.api.retire": { generation: 1, reason: "no traffic", until: "2099-01-31" },
    },
    set: { "clients.api.retire": undefined },
    rows: ["notes api: the rotation is complete: retire of generation 1 is removed"],
  },
  {
    edit: "rotation is called off before the switch",
    from: { "clients.api.generations": [1, 2] },
    set: {
      "clients.api.generations": [1],
      "clients.api.retire": { generation: 2, reason: "never used", until: "2099-01-31" },
    },
    rows: [
      "changes api: generation 2 is retired until 2099-01-31, because never used: its client id and secret are destroyed",
    ],
  },
  {
    edit: "generation is removed without a retirement",
    from: { "clients.api.generations": [1, 2], "clients.api.current": 2 },
    set: { "clients.api.generations": [2] },
    rows: ["breaks api: generation 1 is removed, and not retired: its client id and secret are destroyed"],
  },
  {
    edit: "generation is replaced in one edit",
    set: {
      "clients.api.generations": [2],
      "clients.api.retire": { generation: 1, reason: "leaked", until: "2099-01-31" },
    },
    rows: [
      "breaks api: generation 1 is retired until 2099-01-31, because leaked, while it is current: its client id and secret are destroyed",
      "changes api: generation 2 is added: another client id and secret with the same settings",
      "changes api: generation 2 is current instead of generation 1",
    ],
  },
  {
    edit: "client with two generations is removed",
    from: { "clients.api.generations": [1, 2] },
    set: { "clients.api": undefined },
    rows: ["breaks api: the client is removed, with its client ids, of every generation"],
  },
  {
    edit: "client loses its secret",
    set: { "clients.api.platform": "public" },
    rows: ["breaks api: replaces the client (new client id): removing the secret requires recreation"],
  },
  {
    edit: "client gains a secret",
    set: { "clients.ios.platform": "confidential" },
    rows: ["breaks ios: replaces the client (new client id): adding a secret requires recreation"],
  },
  {
    edit: "platform changes alone",
    set: { "clients.ios.platform": "desktop" },
    rows: ["notes ios: platform: desktop instead of ios"],
  },
  {
    edit: "name changes",
    set: { "clients.ios.name": "iPhone app" },
    rows: ["notes ios: name in Cognito: iPhone app instead of ios"],
  },
  {
    edit: "access token lives longer",
    set: { "clients.ios.accessTokenValidity": "24h" },
    rows: ["opens ios: a stolen access token works for 24 hours instead of 1 hour"],
  },
  {
    edit: "access token lives shorter",
    set: { "clients.ios.accessTokenValidity": "15m" },
    rows: ["changes ios: an access token works for 15 minutes instead of 60 minutes"],
  },
  {
    edit: "ID token lives longer",
    set: { "clients.ios.idTokenValidity": "2h" },
    rows: ["opens ios: a stolen ID token is accepted for 2 hours instead of 1 hour"],
  },
  {
    edit: "ID token lives shorter",
    set: { "clients.ios.idTokenValidity": "30m" },
    rows: ["changes ios: an ID token is accepted for 30 minutes instead of 60 minutes"],
  },
  {
    edit: "refresh token lives longer",
    set: { "clients.web.refreshTokenValidity": "90d" },
    rows: ["opens web: a stolen refresh token gives new tokens for 90 days instead of 1 day"],
  },
  {
    edit: "refresh token lives shorter",
    set: { "clients.ios.refreshTokenValidity": "7d" },
    rows: ["changes ios: users sign in again after 7 days instead of 30 days"],
  },
  {
    edit: "access token is left open",
    set: { "clients.ios.accessTokenValidity": { var: "ttl", default: 30 } },
    rows: ["changes ios: access token lifetime: variable ttl (default 30 minutes) instead of 1 hour"],
  },
  {
    edit: "access token is left open to a longer default",
    set: { "clients.ios.accessTokenValidity": { var: "ttl", default: 1440 } },
    rows: ["opens ios: access token lifetime: variable ttl (default 1440 minutes) instead of 1 hour"],
  },
  {
    edit: "default of an access token changes",
    from: { "clients.ios.accessTokenValidity": { var: "ttl", default: 60 } },
    set: { "clients.ios.accessTokenValidity": { var: "ttl", default: 1440 } },
    rows: [
      "opens ios: access token lifetime: variable ttl (default 1440 minutes) instead of variable ttl (default 60 minutes)",
    ],
  },
  {
    edit: "variable of an access token has another unit",
    from: { "clients.ios.accessTokenValidity": { var: "ttl", default: 60 } },
    set: { "clients.ios.accessTokenValidity": { var: "ttl", default: 1, unit: "hours" } },
    rows: [
      "changes ios: access token lifetime: variable ttl (default 1 hour) instead of variable ttl (default 60 minutes)",
    ],
  },
  {
    edit: "access token is fixed above its default",
    from: { "clients.ios.accessTokenValidity": { var: "ttl", default: 60 } },
    set: { "clients.ios.accessTokenValidity": "24h" },
    rows: ["opens ios: access token lifetime: 1 day instead of variable ttl (default 60 minutes)"],
  },
  {
    edit: "access token is left open without a default",
    set: { "clients.ios.accessTokenValidity": { var: "ttl" } },
    rows: ["changes ios: access token lifetime: variable ttl instead of 1 hour"],
  },
  {
    edit: "sign-in may take longer",
    set: { "clients.ios.authSessionValidity": "15m" },
    rows: ["opens ios: a sign-in may take 15 minutes instead of 3 minutes"],
  },
  {
    edit: "default for all clients changes",
    set: { clientDefaults: { accessTokenValidity: "2h" } },
    rows: ["opens every client (5): a stolen access token works for 2 hours instead of 1 hour"],
  },
  {
    edit: "rotation on",
    set: { "clients.ios.refreshTokenRotation": { retryGracePeriod: "10s" } },
    rows: [
      "breaks ios: refresh token rotation is enabled: each refresh returns a new token and invalidates the old one",
    ],
  },
  {
    edit: "revocation off",
    set: { "clients.ios.enableTokenRevocation": false },
    rows: ["opens ios: refresh tokens can no longer be revoked"],
  },
  {
    edit: "existence errors revealed",
    set: { "clients.ios.preventUserExistenceErrors": "LEGACY" },
    rows: ["opens ios: error messages reveal whether a user exists"],
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
    rows: ["opens api: ALLOW_ADMIN_USER_PASSWORD_AUTH may be used to sign in"],
  },
  {
    edit: "flow removed",
    set: { "clients.api.explicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"] },
    rows: ["breaks api: ALLOW_USER_SRP_AUTH may no longer be used to sign in"],
  },
  {
    edit: "refresh flow removed",
    set: { "clients.api.explicitAuthFlows": ["ALLOW_USER_SRP_AUTH"] },
    rows: ["breaks api: apps may no longer refresh their tokens"],
  },
  {
    edit: "rotation off, and no refresh flow",
    from: {
      "clients.api.explicitAuthFlows": ["ALLOW_USER_SRP_AUTH"],
      "clients.api.refreshTokenRotation": { retryGracePeriod: "10s" },
    },
    set: { "clients.api.refreshTokenRotation": undefined },
    rows: ["breaks api: apps may no longer refresh their tokens"],
  },
  {
    edit: "rotation on where nobody could refresh",
    from: { "clients.api.explicitAuthFlows": ["ALLOW_USER_SRP_AUTH"] },
    set: { "clients.api.refreshTokenRotation": { retryGracePeriod: "10s" } },
    rows: ["opens api: apps may refresh their tokens"],
  },
  {
    edit: "grant added",
    set: { "clients.web.allowedOauthFlows": ["code", "implicit"] },
    rows: ["opens web: grant implicit is allowed"],
  },
  {
    edit: "grant removed",
    set: { "clients.web.allowedOauthFlows": ["implicit"] },
    rows: ["breaks web: grant code is no longer allowed", "opens web: grant implicit is allowed"],
  },
  {
    edit: "scope added",
    set: { "clients.web.allowedOauthScopes": ["openid", "email", "profile"] },
    rows: ["opens web: tokens may carry scope profile"],
  },
  {
    edit: "scope of a variable changes",
    from: { "clients.web.allowedOauthScopes": ["openid", { var: "scope", default: "email" }] },
    set: { "clients.web.allowedOauthScopes": ["openid", { var: "scope", default: "aws.cognito.signin.user.admin" }] },
    rows: [
      "breaks web: tokens may no longer carry scope var.scope (default email)",
      "opens web: tokens may carry scope var.scope (default aws.cognito.signin.user.admin)",
    ],
  },
  {
    edit: "scope removed",
    set: { "clients.job.allowedOauthScopes": ["orders/read"] },
    rows: ["breaks job: tokens may no longer carry scope orders/write"],
  },
  {
    edit: "callback added",
    set: { "clients.web.callbackUrls": ["https://app.example.com/callback", "https://new.example.com/callback"] },
    rows: ["opens web: sign-in may redirect to https://new.example.com/callback"],
  },
  {
    edit: "callbacks are left open",
    set: {
      "clients.web.callbackUrls": {
        var: "cb",
        default: ["https://app.example.com/callback", "https://evil.example.org/x"],
      },
    },
    rows: [
      "opens web: callback URLs: variable cb (default https://app.example.com/callback and https://evil.example.org/x) instead of https://app.example.com/callback",
    ],
  },
  {
    edit: "callbacks of a variable are in another order",
    from: { "clients.web.callbackUrls": { var: "cb", default: ["https://a.example.com/", "https://b.example.com/"] } },
    set: { "clients.web.callbackUrls": { var: "cb", default: ["https://b.example.com/", "https://a.example.com/"] } },
    rows: [],
  },
  {
    edit: "callbacks of another variable are in another order",
    from: { "clients.web.callbackUrls": { var: "cb", default: ["https://a.example.com/", "https://b.example.com/"] } },
    set: { "clients.web.callbackUrls": { var: "uris", default: ["https://b.example.com/", "https://a.example.com/"] } },
    rows: [
      "changes web: callback URLs: variable uris (default https://b.example.com/ and https://a.example.com/) instead of variable cb (default https://a.example.com/ and https://b.example.com/)",
    ],
  },
  {
    edit: "callbacks are a variable without a default",
    set: { "clients.web.callbackUrls": { var: "cb" } },
    rows: ["changes web: callback URLs: variable cb instead of https://app.example.com/callback"],
  },
  {
    edit: "callback of a variable moves",
    from: { "clients.web.callbackUrls": [{ var: "cb", default: "https://app.example.com/x" }] },
    set: { "clients.web.callbackUrls": [{ var: "cb", default: "https://evil.example.org/x" }] },
    rows: [
      "breaks web: sign-in may no longer redirect to var.cb (default https://app.example.com/x)",
      "opens web: sign-in may redirect to var.cb (default https://evil.example.org/x)",
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
    rows: ["opens web: sign-in may redirect to var.cb (default https://new.example.com/)"],
  },
  {
    edit: "callback removed",
    set: { "clients.web.callbackUrls": ["https://other.example.com/callback"] },
    rows: [
      "breaks web: sign-in may no longer redirect to https://app.example.com/callback",
      "opens web: sign-in may redirect to https://other.example.com/callback",
    ],
  },
  {
    edit: "sign-in by browser on",
    set: { "clients.ios.callbackUrls": ["myapp://callback"] },
    rows: ["opens ios: OAuth is enabled: grant code, scopes openid, redirecting to myapp://callback"],
  },
  {
    edit: "sign-in by browser off",
    set: { "clients.web.allowedOauthFlows": [] },
    rows: [
      "breaks web: OAuth is disabled; before: grant code, scopes openid and email, redirecting to https://app.example.com/callback",
    ],
  },
  {
    edit: "logout URL added",
    set: { "clients.web.logoutUrls": ["https://app.example.com/", "https://app.example.com/bye"] },
    rows: ["opens web: sign-out may redirect to https://app.example.com/bye"],
  },
  {
    edit: "logout URL of a variable moves",
    from: { "clients.web.logoutUrls": [{ var: "out", default: "https://app.example.com/" }] },
    set: { "clients.web.logoutUrls": [{ var: "out", default: "https://evil.example.org/" }] },
    rows: [
      "changes web: sign-out may no longer redirect to var.out (default https://app.example.com/)",
      "opens web: sign-out may redirect to var.out (default https://evil.example.org/)",
    ],
  },
  {
    edit: "logout URL removed",
    set: { "clients.web.logoutUrls": [] },
    rows: ["changes web: sign-out may no longer redirect to https://app.example.com/"],
  },
  {
    edit: "default redirect given",
    set: { "clients.web.defaultRedirectUri": "https://app.example.com/callback" },
    rows: ["changes web: default redirect: now https://app.example.com/callback"],
  },
  {
    edit: "provider added",
    set: { "clients.web.supportedIdentityProviders": ["COGNITO", "Google"] },
    rows: ["opens web: users of Google may sign in"],
  },
  {
    edit: "provider of a variable changes",
    from: { "clients.web.supportedIdentityProviders": [{ var: "idp", default: "COGNITO" }] },
    set: { "clients.web.supportedIdentityProviders": [{ var: "idp", default: "Google" }] },
    rows: [
      "breaks web: users of var.idp (default COGNITO) may no longer sign in on the sign-in pages",
      "opens web: users of var.idp (default Google) may sign in",
    ],
  },
  {
    edit: "provider removed",
    set: { "clients.web.supportedIdentityProviders": [] },
    rows: ["breaks web: users of COGNITO may no longer sign in on the sign-in pages"],
  },
  {
    edit: "read gained",
    set: { "clients.web.readAttributes": ["email", "name"] },
    rows: ["changes web: may read name"],
  },
  {
    edit: "read lost",
    set: { "clients.web.readAttributes": [] },
    rows: ["changes web: may no longer read email"],
  },
  {
    edit: "write gained",
    set: { "clients.web.writeAttributes": ["email", "name"] },
    rows: ["opens web: may write name"],
  },
  {
    edit: "write of an authority gained",
    set: { "clients.web.writeAttributes": ["email", "custom:role"] },
    rows: ["opens web: may write custom:role"],
  },
  {
    edit: "writes of a variable change",
    from: { "clients.web.writeAttributes": { var: "w", default: ["email"] } },
    set: { "clients.web.writeAttributes": { var: "w", default: ["email", "custom:role"] } },
    rows: [
      "opens web: writable attributes: variable w (default email and custom:role) instead of variable w (default email)",
    ],
  },
  {
    edit: "write of a variable changes",
    from: { "clients.web.writeAttributes": ["email", { var: "more", default: "name" }] },
    set: { "clients.web.writeAttributes": ["email", { var: "more", default: "custom:role" }] },
    rows: [
      "changes web: may no longer write var.more (default name)",
      "opens web: may write var.more (default custom:role)",
    ],
  },
  {
    edit: "write lost",
    set: { "clients.ios.writeAttributes": ["email"] },
    rows: ["changes ios: may no longer write custom:tenant"],
  },
  {
    edit: "context passed on",
    set: { "clients.api.enablePropagateAdditionalUserContextData": true },
    rows: ["changes api: the server may send its user's IP address and device"],
  },
  {
    edit: "analytics",
    set: {
      "clients.ios.analyticsConfiguration": { applicationArn: "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/1" },
    },
    rows: [
      "changes ios: analytics: now userDataShared false, applicationArn arn:aws:mobiletargeting:eu-west-1:111122223333:apps/1",
    ],
  },
  {
    edit: "client may be replaced",
    set: { "clients.ios.preventDestroy": false },
    rows: ["opens ios: a plan that replaces the client no longer fails"],
  },
  {
    edit: "warning acknowledged",
    set: { "clients.ios.acknowledge": { "TOK-25": "shop floor devices" } },
    rows: ["notes ios: TOK-25 is acknowledged: shop floor devices"],
  },
  {
    edit: "client may be destroyed",
    set: { "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    rows: [
      "opens ios: the gate allows the client to be destroyed or replaced until 2031-01-31, because app is retired",
    ],
  },
  {
    edit: "client that is to go may be destroyed",
    from: { "clients.kiosk": { platform: "spa", only: [] } },
    set: { "clients.kiosk.allowDestroy": { reason: "shops have closed", until: "2031-01-31" } },
    rows: [
      "opens kiosk: the gate allows the client to be destroyed or replaced until 2031-01-31, because shops have closed",
    ],
  },
  {
    edit: "client goes, and may be destroyed",
    set: { "clients.ios.only": [], "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    rows: [
      "breaks ios: the client is removed, with its client id",
      "opens ios: the gate allows the client to be destroyed or replaced until 2031-01-31, because app is retired",
    ],
  },
  {
    edit: "client may be destroyed for longer",
    from: { "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    set: { "clients.ios.allowDestroy.until": "2032-01-31" },
    rows: [
      "opens ios: the gate allows the client to be destroyed or replaced until 2032-01-31, because app is retired",
    ],
  },
  {
    edit: "client may be destroyed for less long",
    from: { "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    set: { "clients.ios.allowDestroy.until": "2030-01-31" },
    rows: [
      "changes ios: the gate allows the client to be destroyed or replaced until 2030-01-31, because app is retired",
    ],
  },
  {
    edit: "client that might be destroyed is removed",
    from: { "clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" } },
    set: { "clients.ios": undefined },
    rows: [
      "breaks ios: the client is removed, with its client id",
      "notes ios: the gate no longer allows the client to be destroyed or replaced; before: until 2031-01-31, because app is retired",
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
    rows: ["notes mobile: renamed from ios; its name in Cognito changes to mobile"],
  },
  {
    edit: "pool is added",
    set: { "/pools.partners": { clients: { portal: { platform: "spa" } } } },
    rows: ["changes partners: new user pool in prod, tier ESSENTIALS, with 1 client: portal"],
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
    rows: [
      "opens old: new confidential client (server); weaker than the platform's preset: ALLOW_USER_PASSWORD_AUTH may be used to sign in",
      "opens partners: new user pool in prod, tier ESSENTIALS, with 2 clients: portal and old; weaker than the defaults: a password may have 6 characters instead of 8; a password no longer needs a symbol; AWS no longer refuses to delete the pool; a plan that destroys the pool no longer fails; client secrets are an output of the stack",
    ],
  },
  {
    edit: "pool is removed",
    set: { "/pools.customers": undefined, "/pools.staff": { userPoolTier: "LITE", clients: {} } },
    rows: [
      "breaks customers: the user pool is removed from prod, with 5 clients: ios, android, web, api and job",
      "changes staff: new user pool in prod, tier LITE",
    ],
  },
  {
    edit: "environment is added",
    set: { "/environments.dev": { region: "eu-west-1" } },
    rows: [
      "costs job: new confidential client (machine), with scopes orders/read and orders/write",
      "opens android: new public client (android); weaker than the platform's preset: may write custom:tenant",
      "opens customers: new user pool in dev, tier PLUS, with 5 clients: ios, android, web, api and job; weaker than the defaults: a remembered device replaces the second factor",
      "opens ios: new public client (ios); weaker than the platform's preset: may write custom:tenant",
      "opens web: new public client (spa); weaker than the platform's preset: OAuth is enabled: grant code, scopes openid and email, redirecting to https://app.example.com/callback; sign-out may redirect to https://app.example.com/",
    ],
  },
  {
    edit: "Region changes",
    set: { "/environments.prod.region": "us-east-1" },
    rows: ["breaks customers: Region: us-east-1 instead of eu-west-1"],
  },
  {
    edit: "Region is left open to another",
    set: { "/environments.prod.region": { var: "region", default: "us-east-1" } },
    rows: ["breaks customers: Region: variable region (default us-east-1) instead of eu-west-1"],
  },
  {
    edit: "account is named",
    set: { "/environments.prod.accountId": "111122223333" },
    rows: ["changes customers: account: now 111122223333"],
  },
  {
    edit: "role changes",
    set: { "/environments.prod.assumeRoleArn": "arn:aws:iam::111122223333:role/deploy" },
    rows: ["changes customers: role: now arn:aws:iam::111122223333:role/deploy"],
  },
  {
    edit: "state moves",
    set: { "/environments.prod.backend": { type: "s3", bucket: "state", region: "eu-west-1" } },
    rows: [
      "breaks customers: Terraform state: type: s3 instead of local; path: removed, was ../../../terraform.customers-prod.tfstate; bucket: now state; region: now eu-west-1; key: now customers-prod.tfstate; useLockfile: now true; encrypt: now true",
    ],
  },
  {
    edit: "state is encrypted where it is",
    from: { "/environments.prod.backend": { type: "s3", bucket: "state", region: "eu-west-1", encrypt: false } },
    set: { "/environments.prod.backend.encrypt": true, "/environments.prod.backend.kmsKeyId": "alias/state" },
    rows: ["changes customers: Terraform state: encrypt: true instead of false; kmsKeyId: now alias/state"],
  },
  {
    edit: "environment tags change",
    set: { "/environments.prod.tags": { team: "platform" } },
    rows: ["notes customers: tags on all resources: team: platform instead of identity"],
  },
  {
    edit: "tier changes",
    set: { userPoolTier: "ESSENTIALS" },
    rows: ["costs customers: tier ESSENTIALS instead of PLUS"],
  },
  {
    edit: "protection against deletion off",
    set: { deletionProtection: false },
    rows: ["opens customers: AWS no longer refuses to delete the pool"],
  },
  {
    edit: "pool may be destroyed by a plan",
    set: { preventDestroy: false },
    rows: ["opens customers: a plan that destroys the pool no longer fails"],
  },
  {
    edit: "pool may pass the gate",
    set: { allowDestroy: { reason: "moved to the new pool", until: "2031-01-31" } },
    rows: [
      "opens customers: the gate allows the pool to be destroyed or replaced until 2031-01-31, because moved to the new pool",
    ],
  },
  {
    edit: "pool that is to go may pass the gate",
    from: { only: [], "/pools.staff": { clients: {} } },
    set: { allowDestroy: { reason: "moved to the new pool", until: "2031-01-31" } },
    rows: [
      "opens customers: the gate allows the pool to be destroyed or replaced until 2031-01-31, because moved to the new pool",
    ],
  },
  {
    edit: "client may be destroyed in an environment",
    set: {
      "/environments.prod.pools.customers.clients.ios.allowDestroy": { reason: "app is retired", until: "2031-01-31" },
    },
    rows: [
      "opens ios: the gate allows the client to be destroyed or replaced until 2031-01-31, because app is retired",
    ],
  },
  {
    edit: "warning about the pool acknowledged",
    set: { acknowledge: { "EML-02": "few users" } },
    rows: ["notes customers: EML-02 is acknowledged: few users"],
  },
  {
    edit: "sign-in names change",
    set: { usernameAttributes: ["email", "phone_number"] },
    rows: ["breaks customers: attributes used as username: email and phone_number instead of email"],
  },
  {
    edit: "usernames become case sensitive",
    set: { caseSensitive: true },
    rows: ["breaks customers: case-sensitive usernames: true instead of false"],
  },
  {
    edit: "pool name changes",
    set: { name: "people" },
    rows: ["breaks customers: name in Cognito: people instead of acme-customers-prod"],
  },
  {
    edit: "attribute added",
    set: { "attributes.custom:plan": { maxLength: 16 } },
    rows: [
      "changes customers: attribute custom:plan is added: type String, required false, mutable true, minLength 0, maxLength 16; ios, android, api and job may read it",
    ],
  },
  {
    edit: "more attributes than AWS adds at once",
    from: { attributes: {}, "/pools.customers.clients": {} },
    set: { attributes: Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`custom:a${index}`, {}])) },
    rows: [
      "breaks customers: needs two applies: 26 attributes are added; first 25 of them, then the others",
      ...Array.from(
        { length: 26 },
        (_, index) =>
          `changes customers: attribute custom:a${index} is added: type String, required false, mutable true, minLength 0, maxLength 2048`,
      ).sort(),
    ],
  },
  {
    edit: "as many attributes as AWS adds at once",
    from: { attributes: {}, "/pools.customers.clients": {} },
    set: { attributes: Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`custom:a${index}`, {}])) },
    rows: Array.from(
      { length: 25 },
      (_, index) =>
        `changes customers: attribute custom:a${index} is added: type String, required false, mutable true, minLength 0, maxLength 2048`,
    ).sort(),
  },
  {
    edit: "standard attribute declared on a pool that exists",
    set: { "attributes.birthdate": {} },
    rows: ["breaks customers: standard attribute birthdate is declared on an existing pool"],
  },
  {
    edit: "attribute removed",
    set: { "attributes.custom:tenant": undefined },
    rows: ["breaks customers: attribute custom:tenant is removed from the schema"],
  },
  {
    edit: "attribute altered",
    set: { "attributes.custom:tenant": { maxLength: 128 } },
    rows: ["breaks customers: attribute custom:tenant: maxLength 128 instead of 64"],
  },
  {
    edit: "attribute retyped",
    set: { "attributes.custom:role": { authority: true, type: "Boolean" } },
    rows: ["breaks customers: attribute custom:role: type Boolean instead of String"],
  },
  {
    edit: "attribute no longer guarded",
    set: { "attributes.custom:role": {} },
    rows: ["opens customers: attribute custom:role: no longer marked as a privileged attribute"],
  },
  {
    edit: "second factor required",
    set: { mfaConfiguration: "ON" },
    rows: ["breaks customers: MFA is required instead of optional"],
  },
  {
    edit: "second factor off",
    set: { mfaConfiguration: "OFF" },
    rows: ["opens customers: MFA is off instead of optional"],
  },
  {
    edit: "second factor is left open",
    set: { mfaConfiguration: { var: "mfa", default: "OFF" } },
    rows: ["opens customers: MFA: variable mfa (default OFF) instead of OPTIONAL"],
  },
  {
    edit: "authenticator apps off",
    set: { softwareTokenMfa: false },
    rows: ["breaks customers: authenticator app MFA is disabled"],
  },
  {
    edit: "second factor off, and authenticator apps with it",
    set: { mfaConfiguration: "OFF", softwareTokenMfa: false },
    rows: ["changes customers: authenticator app MFA is disabled", "opens customers: MFA is off instead of optional"],
  },
  {
    edit: "e-mail as second factor",
    from: { accountRecovery: ["verified_email", "verified_phone_number"] },
    set: { emailMfa: { subject: "Your code" }, accountRecovery: ["verified_email", "verified_phone_number"] },
    rows: ["opens customers: email MFA is enabled"],
  },
  {
    edit: "text of SMS codes",
    set: { smsAuthenticationMessage: "Acme: {####}" },
    rows: ["notes customers: text of SMS codes at sign-in: now Acme: {####}"],
  },
  {
    edit: "threat protection of custom authentication",
    set: { threatProtection: { customAuth: "ENFORCED" } },
    rows: ["changes customers: threat protection of custom authentication is ENFORCED instead of OFF"],
  },
  {
    edit: "responses of threat protection",
    from: {
      threatProtection: {
        compromisedCredentials: { action: "BLOCK", events: ["SIGN_IN"] },
        accountTakeover: { high: { action: "MFA_REQUIRED", notify: true }, notify: { sourceArn: "arn:a" } },
        exceptions: { blocked: ["192.0.2.0/24"] },
      },
    },
    set: {
      threatProtection: {
        compromisedCredentials: { action: "NO_ACTION", events: ["SIGN_IN", "SIGN_UP"] },
        accountTakeover: {
          low: { action: "MFA_IF_CONFIGURED" },
          high: { action: "BLOCK" },
          notify: { sourceArn: "arn:b" },
        },
        exceptions: { skipped: ["192.0.2.0/24"] },
      },
    },
    rows: [
      "changes customers: e-mails about risky sign-ins: sourceArn: arn:b instead of arn:a",
      "changes customers: passwords are compared with leaks at SIGN_UP too",
      "changes customers: response to a high risk of account takeover: BLOCK instead of MFA_REQUIRED",
      "changes customers: response to a low risk of account takeover: MFA_IF_CONFIGURED instead of NO_ACTION",
      "opens customers: response to leaked passwords: NO_ACTION instead of BLOCK",
      "opens customers: sign-ins from 192.0.2.0/24 are never judged",
      "opens customers: sign-ins from 192.0.2.0/24 are no longer always blocked",
      "opens customers: users no longer get an e-mail about a sign-in with a high risk",
    ],
  },
  {
    edit: "threat protection of a client's own",
    from: {
      threatProtection: { compromisedCredentials: { action: "BLOCK" }, exceptions: { blocked: ["192.0.2.0/24"] } },
    },
    set: { "clients.ios.threatProtection": { compromisedCredentials: { action: "BLOCK" } } },
    rows: [
      "changes ios: threatProtection of its own replaces that of the pool entirely",
      "opens ios: sign-ins from 192.0.2.0/24 are no longer always blocked",
    ],
  },
  {
    edit: "classic pages of the pool",
    from: { uiCustomization: { css: ".logo-customizable { }" } },
    set: { uiCustomization: { css: ".logo-customizable {}", image: "data:image/png;base64,iVBORw0KGgo=" } },
    rows: [
      "changes customers: logo of the classic pages: now 8 bytes (4c4b6a3b)",
      "changes customers: style sheet of the classic pages: 21 bytes (f9cea026) instead of 22 bytes (d7ae0de1)",
    ],
  },
  {
    edit: "classic pages of a client's own",
    from: { uiCustomization: { css: ".logo-customizable { }" } },
    set: { "clients.ios.uiCustomization": { css: { var: "css" } } },
    rows: [
      "changes ios: style sheet of the classic pages: variable css instead of 22 bytes (d7ae0de1)",
      "changes ios: uiCustomization of its own replaces that of the pool entirely",
    ],
  },
  {
    edit: "style of managed login",
    from: { "clients.ios.branding": { settings: "{}", assets: [IMAGE] } },
    set: {
      "clients.ios.branding": {
        settings: '{ "a": 1 }',
        assets: [{ ...IMAGE, colorMode: "DARK" }],
      },
    },
    rows: [
      "changes ios: managed login no longer shows FORM_LOGO DYNAMIC (PNG, 8 bytes (4c4b6a3b))",
      "changes ios: managed login shows FORM_LOGO DARK (PNG, 8 bytes (4c4b6a3b))",
      "changes ios: settings of the managed login style: 7 bytes (015abd7f) instead of 2 bytes (44136fa3)",
    ],
  },
  {
    edit: "style of a client's own",
    set: { "clients.ios.branding": "default" },
    rows: ["changes ios: gets a style of managed login"],
  },
  {
    edit: "logs begin",
    set: {
      logDelivery: {
        userNotification: { cloudwatchLogs: "arn:aws:logs:eu-west-1:111122223333:log-group:messages" },
        userAuthEvents: { s3: "arn:aws:s3:::acme-activity" },
      },
    },
    rows: [
      "costs customers: logs of activity of users: now to arn:aws:s3:::acme-activity",
      "costs customers: logs of errors of messages: now to arn:aws:logs:eu-west-1:111122223333:log-group:messages",
    ],
  },
  {
    edit: "logs stop, or go elsewhere",
    from: {
      logDelivery: {
        userNotification: { cloudwatchLogs: "arn:aws:logs:eu-west-1:111122223333:log-group:messages" },
        userAuthEvents: { s3: "arn:aws:s3:::acme-activity" },
      },
    },
    set: { logDelivery: { userAuthEvents: { cloudwatchLogs: { var: "log_group" } } } },
    rows: [
      "changes customers: logs of activity of users: to variable log_group instead of arn:aws:s3:::acme-activity",
      "opens customers: logs of errors of messages: none any more",
    ],
  },
  {
    edit: "permissions by another configuration",
    from: { lambdaConfig: { preSignUp: "arn:aws:lambda:eu-west-1:111122223333:function:guard" } },
    set: { lambdaConfig: { preSignUp: "arn:aws:lambda:eu-west-1:111122223333:function:guard", permissions: false } },
    rows: ["breaks customers: Cognito is no longer permitted here to call the pool's functions"],
  },
  {
    edit: "e-mail as second factor with its sender and recovery",
    from: { emailConfiguration: undefined, accountRecovery: ["verified_email"] },
    set: {
      emailMfa: { message: "Code {####}", subject: "Code" },
      emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: "arn:aws:ses:eu-west-1:1:identity/a.example" },
      accountRecovery: ["admin_only"],
    },
    rows: [
      "breaks customers: needs two applies: first the email sender, account recovery; then email MFA",
      "changes customers: account recovery: admin_only instead of verified_email",
      "changes customers: email sender: emailSendingAccount: DEVELOPER instead of COGNITO_DEFAULT; sourceArn: now arn:aws:ses:eu-west-1:1:identity/a.example",
      "opens customers: email MFA is enabled",
    ],
  },
  {
    edit: "second factor off where phone numbers are verified",
    from: { autoVerifiedAttributes: ["phone_number"] },
    set: { mfaConfiguration: "OFF" },
    rows: [
      "breaks customers: needs two applies: first autoVerifiedAttributes without phone_number; then the other edits, with phone_number in autoVerifiedAttributes again",
      "opens customers: MFA is off instead of optional",
    ],
  },
  {
    edit: "second factor required instead of codes by e-mail alone",
    from: { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
    set: { mfaConfiguration: "ON", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] } },
    rows: [
      "breaks customers: EMAIL_OTP is no longer allowed as first factor",
      "breaks customers: MFA is required instead of optional",
      "breaks customers: needs two applies: first the first factors; then required MFA",
    ],
  },
  {
    edit: "text messages on",
    set: { smsConfiguration: { externalId: "x", snsCallerArn: "arn:aws:iam::111122223333:role/sms" } },
    rows: ["costs customers: text messages are enabled"],
  },
  {
    edit: "first factor added",
    set: { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
    rows: ["opens customers: EMAIL_OTP is allowed as first factor"],
  },
  {
    edit: "passkeys move",
    set: { webAuthn: { relyingPartyId: "example.org", userVerification: "required" } },
    rows: ["breaks customers: relying party of passkeys: example.org instead of example.com"],
  },
  {
    edit: "passkeys unverified",
    set: { webAuthn: { relyingPartyId: "example.com", userVerification: "preferred" } },
    rows: ["opens customers: user verification is no longer required for passkeys"],
  },
  {
    edit: "shorter passwords",
    set: { "passwordPolicy.minimumLength": 8 },
    rows: ["opens customers: a password may have 8 characters instead of 12"],
  },
  {
    edit: "longer passwords",
    set: { "passwordPolicy.minimumLength": 14 },
    rows: ["changes customers: a password has at least 14 characters instead of 12"],
  },
  {
    edit: "passwords of a length that the plan sets",
    set: { "passwordPolicy.minimumLength": { var: "length", default: 8 } },
    rows: ["opens customers: password length: variable length (default 8) instead of 12"],
  },
  {
    edit: "symbols not needed",
    set: { "passwordPolicy.requireSymbols": false },
    rows: ["opens customers: a password no longer needs a symbol"],
  },
  {
    edit: "temporary passwords live longer",
    set: { "passwordPolicy.temporaryPasswordValidityDays": 30 },
    rows: ["opens customers: a temporary password works for 30 days instead of 7 days"],
  },
  {
    edit: "passwords come back",
    set: { "passwordPolicy.passwordHistorySize": 0 },
    rows: ["opens customers: passwords can be reused; before, the last 5 passwords could not"],
  },
  {
    edit: "passwords come back but one",
    set: { "passwordPolicy.passwordHistorySize": 1 },
    rows: ["opens customers: the last password cannot be reused, instead of 5"],
  },
  {
    edit: "recovery by phone",
    set: { accountRecovery: ["verified_email", "verified_phone_number"] },
    rows: ["opens customers: account recovery: verified_email and verified_phone_number instead of verified_email"],
  },
  {
    edit: "recovery by administrators",
    set: { accountRecovery: ["admin_only"] },
    rows: ["changes customers: account recovery: admin_only instead of verified_email"],
  },
  {
    edit: "sign-up closed",
    set: { adminCreateUserOnly: true },
    rows: ["breaks customers: only administrators create users"],
  },
  {
    edit: "verification dropped",
    set: { autoVerifiedAttributes: [] },
    rows: ["opens customers: email is no longer verified at sign-up"],
  },
  {
    edit: "new address unverified",
    set: { attributesRequireVerificationBeforeUpdate: [] },
    rows: ["opens customers: a new email takes effect before it is verified"],
  },
  {
    edit: "remembered devices challenged",
    set: { deviceConfiguration: { challengeRequiredOnNewDevice: false } },
    rows: ["changes customers: a remembered device no longer replaces the second factor"],
  },
  {
    edit: "remembered devices unchallenged",
    from: { deviceConfiguration: undefined },
    set: { deviceConfiguration: { challengeRequiredOnNewDevice: true } },
    rows: ["opens customers: a remembered device replaces the second factor"],
  },
  {
    edit: "devices remembered",
    from: { deviceConfiguration: undefined },
    set: { deviceConfiguration: {} },
    rows: ["changes customers: devices are remembered"],
  },
  {
    edit: "devices remembered on request",
    from: { deviceConfiguration: undefined },
    set: { deviceConfiguration: { deviceOnlyRememberedOnUserPrompt: true } },
    rows: ["changes customers: devices are remembered only when users opt in"],
  },
  {
    edit: "devices no longer remembered",
    from: { deviceConfiguration: { deviceOnlyRememberedOnUserPrompt: true } },
    set: { deviceConfiguration: undefined },
    rows: ["changes customers: devices are no longer remembered"],
  },
  {
    edit: "lowest tier",
    from: { userPoolTier: "ESSENTIALS", advancedSecurityMode: undefined },
    set: { userPoolTier: "LITE" },
    rows: ["costs customers: tier LITE instead of ESSENTIALS"],
  },
  {
    edit: "tier with a choice of factors",
    from: { userPoolTier: "LITE", advancedSecurityMode: undefined },
    set: { userPoolTier: "ESSENTIALS" },
    rows: ["costs customers: tier ESSENTIALS instead of LITE"],
  },
  {
    edit: "threat protection audits",
    set: { advancedSecurityMode: "AUDIT" },
    rows: ["opens customers: threat protection is AUDIT instead of ENFORCED"],
  },
  {
    edit: "threat protection is left open",
    set: { advancedSecurityMode: { var: "mode", default: "OFF" } },
    rows: ["opens customers: threat protection: variable mode (default OFF) instead of ENFORCED"],
  },
  {
    edit: "trigger removed",
    set: { lambdaConfig: {} },
    rows: ["opens customers: trigger preSignUp: removed, was arn:aws:lambda:eu-west-1:111122223333:function:guard"],
  },
  {
    edit: "migration of users removed",
    from: { "lambdaConfig.userMigration": "arn:aws:lambda:eu-west-1:111122223333:function:move" },
    set: { "lambdaConfig.userMigration": undefined },
    rows: ["breaks customers: trigger userMigration: removed, was arn:aws:lambda:eu-west-1:111122223333:function:move"],
  },
  {
    edit: "trigger before token generation removed, beside another one, which leaves it in AWS",
    from: { "lambdaConfig.preTokenGeneration": "arn:aws:lambda:eu-west-1:111122223333:function:claims" },
    set: { "lambdaConfig.preTokenGeneration": undefined },
    rows: [
      "breaks customers: trigger preTokenGeneration: removed, was arn:aws:lambda:eu-west-1:111122223333:function:claims",
    ],
  },
  {
    edit: "trigger before token generation removed with all others",
    from: { "lambdaConfig.preTokenGeneration": "arn:aws:lambda:eu-west-1:111122223333:function:claims" },
    set: { lambdaConfig: {} },
    rows: [
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
    rows: [],
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
    rows: ["changes customers: trigger preTokenGenerationConfig: lambdaVersion: V2_0 instead of V1_0"],
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
    rows: [
      "changes customers: trigger preTokenGeneration: variable other (default arn:aws:lambda:eu-west-1:111122223333:function:b) instead of variable claims (default arn:aws:lambda:eu-west-1:111122223333:function:a)",
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
    rows: [
      "changes customers: key that encrypts the codes for custom senders: arn:aws:kms:eu-west-1:111122223333:key/2 instead of arn:aws:kms:eu-west-1:111122223333:key/1",
    ],
  },
  {
    edit: "trigger added",
    set: { "lambdaConfig.customMessage": "arn:aws:lambda:eu-west-1:111122223333:function:words" },
    rows: ["changes customers: trigger customMessage: now arn:aws:lambda:eu-west-1:111122223333:function:words"],
  },
  {
    edit: "sender of e-mail changes",
    set: {
      emailConfiguration: {
        emailSendingAccount: "DEVELOPER",
        sourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/example.com",
      },
    },
    rows: [
      "changes customers: email sender: emailSendingAccount: DEVELOPER instead of COGNITO_DEFAULT; sourceArn: now arn:aws:ses:eu-west-1:111122223333:identity/example.com",
    ],
  },
  {
    edit: "sender of e-mail is Cognito's own again",
    from: {
      emailConfiguration: {
        emailSendingAccount: "DEVELOPER",
        sourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/example.com",
      },
    },
    set: { emailConfiguration: undefined },
    rows: [
      "costs customers: email sender: emailSendingAccount: COGNITO_DEFAULT instead of DEVELOPER; sourceArn: removed, was arn:aws:ses:eu-west-1:111122223333:identity/example.com",
    ],
  },
  {
    edit: "words of a message change",
    set: { verificationMessage: { emailSubject: "Hello" } },
    rows: ["notes customers: text of verification messages: now emailSubject Hello"],
  },
  {
    edit: "sign-ups confirmed by link",
    set: { verificationMessage: { defaultEmailOption: "CONFIRM_WITH_LINK" } },
    rows: ["breaks customers: confirmation of email addresses: CONFIRM_WITH_LINK instead of CONFIRM_WITH_CODE"],
  },
  { edit: "invitations without words of their own", set: { inviteMessage: {} }, rows: [] },
  {
    edit: "tags that are called as a variable reference is written",
    from: { tags: { var: "a", variable: "b" } },
    set: { tags: { var: "c", variable: "d", default: "e" } },
    rows: ["notes customers: tags: var: c instead of a; variable: d instead of b; default: now e"],
  },
  {
    edit: "pool tags change",
    set: { tags: { cost: "42" } },
    rows: ["notes customers: tags: now cost 42"],
  },
  {
    edit: "domain of one's own instead of a prefix",
    set: { domain: { customDomain: "auth.example.com", certificateArn: "arn:aws:acm:us-east-1:1:certificate/1" } },
    rows: ["breaks customers: domain: auth.example.com instead of acme-prod"],
  },
  {
    edit: "domain moves",
    set: { domain: { prefix: "acme-live" } },
    rows: ["breaks customers: domain: acme-live instead of acme-prod"],
  },
  {
    edit: "domain removed",
    set: { domain: undefined },
    rows: ["breaks customers: domain acme-prod is removed"],
  },
  {
    edit: "managed login of a custom domain",
    from: { domain: { customDomain: "auth.example.com", certificateArn: "arn:aws:acm:us-east-1:1:certificate/1" } },
    set: { "domain.managedLoginVersion": 2 },
    rows: [
      "breaks customers: login pages of version 2 instead of 1",
      "breaks customers: the apply fails with an AWS provider before 6.3.0",
      "changes web: gets a style of managed login",
    ],
  },
  {
    edit: "managed login of a second, custom domain",
    from: {
      additionalDomain: { customDomain: "auth.example.com", certificateArn: "arn:aws:acm:us-east-1:1:certificate/1" },
    },
    set: { "additionalDomain.managedLoginVersion": 2 },
    rows: [
      "breaks customers: login pages of version 2 instead of 1",
      "breaks customers: the apply fails with an AWS provider before 6.3.0",
      "changes web: gets a style of managed login",
    ],
  },
  {
    edit: "second domain removed",
    from: {
      additionalDomain: { customDomain: "auth.example.com", certificateArn: "arn:aws:acm:us-east-1:1:certificate/1" },
    },
    set: { additionalDomain: undefined },
    rows: ["breaks customers: domain auth.example.com is removed"],
  },
  {
    edit: "managed login at another custom domain",
    from: { domain: { customDomain: "auth.example.com", certificateArn: "arn:aws:acm:us-east-1:1:certificate/1" } },
    set: { "domain.managedLoginVersion": 2, "domain.customDomain": "login.example.com" },
    rows: [
      "breaks customers: domain: login.example.com instead of auth.example.com",
      "breaks customers: login pages of version 2 instead of 1",
      "changes web: gets a style of managed login",
    ],
  },
  {
    edit: "managed login and certificate of a custom domain",
    from: { domain: { customDomain: "auth.example.com", certificateArn: "arn:aws:acm:us-east-1:1:certificate/1" } },
    set: { "domain.managedLoginVersion": 2, "domain.certificateArn": "arn:aws:acm:us-east-1:1:certificate/2" },
    rows: [
      "breaks customers: login pages of version 2 instead of 1",
      "changes customers: certificate of the domain: arn:aws:acm:us-east-1:1:certificate/2 instead of arn:aws:acm:us-east-1:1:certificate/1",
      "changes web: gets a style of managed login",
    ],
  },
  {
    edit: "managed login",
    set: { domain: { prefix: "acme-prod", managedLoginVersion: 2 } },
    rows: ["breaks customers: login pages of version 2 instead of 1", "changes web: gets a style of managed login"],
  },
  {
    edit: "scope of a server added",
    set: { "resourceServers.orders.scopes.cancel": "Cancel orders" },
    rows: ["changes customers: resource server orders: scope cancel is added"],
  },
  {
    edit: "identifier of a server changes",
    set: { "resourceServers.orders.identifier": "https://orders.example.com" },
    rows: [
      "breaks customers: resource server orders: identifier: https://orders.example.com instead of https://orders",
    ],
  },
  {
    edit: "server gets another key, with the same identifier",
    set: {
      "resourceServers.orders": undefined,
      "resourceServers.sales": { identifier: "https://orders", scopes: { read: "Read orders", write: "Write orders" } },
      "clients.job.allowedOauthScopes": ["sales/read", "sales/write"],
    },
    rows: [
      "breaks customers: resource server orders is removed",
      "changes customers: resource server sales is added, with scopes read and write",
    ],
  },
  {
    edit: "server added",
    set: { "resourceServers.bills": { scopes: { read: "Read bills" } } },
    rows: ["changes customers: resource server bills is added, with scopes read"],
  },
  {
    edit: "provider's secret changes",
    set: { "identityProviders.Google.providerDetails.client_secret": "louder" },
    rows: ["changes customers: identity provider Google: another client_secret"],
  },
  {
    edit: "provider's mapping changes",
    set: { "identityProviders.Google.attributeMapping": { email: "email", name: "name" } },
    rows: ["changes customers: identity provider Google: claim for name: now name"],
  },
  {
    edit: "provider's username changes",
    from: { "identityProviders.Google.attributeMapping": { username: "sub" } },
    set: { "identityProviders.Google.attributeMapping": { username: "email" } },
    rows: ["breaks customers: identity provider Google: claim for username: email instead of sub"],
  },
  {
    edit: "provider's username written out",
    set: { "identityProviders.Google.attributeMapping": { email: "email", username: "sub" } },
    rows: [],
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
    rows: [
      "breaks customers: identity provider Work: oidc_issuer: https://b.example.com instead of https://a.example.com",
    ],
  },
  {
    edit: "provider's identifiers are in another order",
    from: { "identityProviders.Google.idpIdentifiers": ["a.example.com", "b.example.com"] },
    set: { "identityProviders.Google.idpIdentifiers": ["b.example.com", "a.example.com"] },
    rows: [],
  },
  {
    edit: "identity provider removed",
    set: { "identityProviders.Google": undefined },
    rows: ["breaks customers: identity provider Google is removed"],
  },
  {
    edit: "group's role changes",
    set: { "groups.admins.roleArn": "arn:aws:iam::111122223333:role/owners" },
    rows: [
      "opens customers: group admins: role: arn:aws:iam::111122223333:role/owners instead of arn:aws:iam::111122223333:role/admins",
    ],
  },
  {
    edit: "group removed",
    set: { "groups.admins": undefined },
    rows: ["breaks customers: group admins is removed"],
  },
  {
    edit: "secrets become an output",
    set: { exportClientSecrets: true },
    rows: ["opens customers: client secrets are an output of the stack"],
  },
  {
    edit: "another pool that is managed elsewhere",
    from: { "/pools.customers": { existing: { userPoolId: "eu-west-1_AbCdEfGhI" }, clients: {} } },
    set: { "existing.userPoolId": "eu-west-1_ZyXwVuTsR" },
    rows: ["breaks customers: user pool: eu-west-1_ZyXwVuTsR instead of eu-west-1_AbCdEfGhI"],
  },
  {
    edit: "the same pool by a variable",
    from: { "/pools.customers": { existing: { userPoolId: "eu-west-1_AbCdEfGhI" }, clients: {} } },
    set: { "existing.userPoolId": { var: "pool", default: "eu-west-1_AbCdEfGhI" } },
    rows: ["changes customers: user pool: variable pool (default eu-west-1_AbCdEfGhI) instead of eu-west-1_AbCdEfGhI"],
  },
  {
    edit: "pool managed elsewhere",
    set: { "/pools.customers": { existing: { userPoolId: "eu-west-1_AbCdEfGhI" }, clients: {} } },
    rows: [
      "breaks android: the client is removed, with its client id",
      "breaks api: the client is removed, with its client id",
      "breaks customers: domain acme-prod is removed",
      "breaks customers: group admins is removed",
      "breaks customers: identity provider Google is removed",
      "breaks customers: managed elsewhere, as eu-west-1_AbCdEfGhI",
      "breaks customers: resource server orders is removed",
      "breaks ios: the client is removed, with its client id",
      "breaks job: the client is removed, with its client id",
      "breaks web: the client is removed, with its client id",
    ],
  },
  {
    edit: "web ACL is added",
    set: { webAclArn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/1" },
    rows: [
      "changes customers: web ACL arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/1 filters requests to the pool",
    ],
  },
  {
    edit: "web ACL is removed",
    from: { webAclArn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/1" },
    set: { webAclArn: undefined },
    rows: [
      "opens customers: web ACL arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/1 no longer filters requests to the pool",
    ],
  },
  {
    edit: "web ACL is another one",
    from: { webAclArn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/1" },
    set: { webAclArn: { var: "web_acl", default: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/2" } },
    rows: [
      "changes customers: web ACL: variable web_acl (default arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/2) instead of arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/1",
    ],
  },
  {
    edit: "promise added",
    set: { "/promises": ["no public client writes custom:role"] },
    rows: ["notes customers: promise: no public client writes custom:role"],
  },
  {
    edit: "promise removed",
    from: { "/promises": ["no public client writes custom:role", "no client writes custom:role"] },

    set: { "/promises": ["No client writes custom:role."] },
    rows: ["opens customers: promise removed: no public client writes custom:role"],
  },
  {
    edit: "promise weakened",
    from: { "/promises": ["no client has a refresh token over 30 days"] },
    set: { "/promises": ["no client has a refresh token over 31 days"] },
    rows: [
      "opens customers: promise: no client has a refresh token over 31 days instead of no client has a refresh token over 30 days",
    ],
  },
  {
    edit: "promise in other words",
    from: { "/promises": ["no client has a refresh token over 30 days"] },
    set: { "/promises": ["No clients have refresh tokens over 30d."] },
    rows: [],
  },
  {
    edit: "guardrail of web ACLs loosened",
    from: { "/guardrails.requireWebAcl": true },
    set: { "/guardrails.requireWebAcl": undefined },
    rows: ["opens customers: guardrail: a web ACL for every user pool no longer required"],
  },
  {
    edit: "guardrail loosened",
    set: { "/guardrails.forbidOauthFlows": [] },
    rows: ["opens customers: guardrail: implicit no longer forbidden"],
  },
  {
    edit: "guardrail removed",
    set: { "/guardrails.accessTokenValidity": undefined },
    rows: ["opens customers: guardrail: maximum lifetime of access tokens: no limit instead of 1 day"],
  },
  {
    edit: "baseline demanded",
    set: { "/guardrails.baseline": ["prowler"] },
    rows: ["notes customers: guardrail: baseline with prowler"],
  },
  {
    edit: "warning switched off",
    set: { "/guardrails.severity": { "OAU-30": "off" } },
    rows: ["opens customers: guardrail: severity of OAU-30: off instead of warning"],
  },
  {
    edit: "warning raised",
    set: { "/guardrails.severity": { POOL: "error" } },
    rows: ["notes customers: guardrail: severity of POOL: error instead of warning"],
  },
  {
    edit: "guardrail tightened",
    set: { "/guardrails.idTokenValidity": { max: "1h" } },
    rows: ["notes customers: guardrail: maximum lifetime of ID tokens: 1 hour instead of no limit"],
  },
  {
    edit: "guardrail of hosts widened",
    set: { "/guardrails.callbackHosts": ["app.example.com", "*.example.org"] },
    rows: ["opens customers: guardrail: callbacks may use *.example.org"],
  },
  {
    edit: "guardrail of hosts widened to a pattern",
    set: { "/guardrails.callbackHosts": ["*.example.com"] },
    rows: ["opens customers: guardrail: callbacks may use *.example.com"],
  },
  {
    edit: "guardrail of hosts narrowed from a pattern",
    from: { "/guardrails.callbackHosts": ["*.example.com"] },
    set: { "/guardrails.callbackHosts": ["app.example.com"] },
    rows: ["notes customers: guardrail: callbacks may no longer use *.example.com"],
  },
  {
    edit: "guardrails dropped while the pool gets another key",
    set: {
      "/guardrails": undefined,
      "/pools.customers": undefined,
      "/pools.people": { userPoolTier: "LITE", clients: {} },
    },
    rows: [
      "breaks customers: the user pool is removed from prod, with 5 clients: ios, android, web, api and job",
      "changes people: new user pool in prod, tier LITE",
      "opens people: guardrail: callbacks may use any host",
      "opens people: guardrail: implicit no longer forbidden",
      "opens people: guardrail: maximum lifetime of access tokens: no limit instead of 1 day",
      "opens people: guardrail: token revocation no longer required",
    ],
  },
  {
    edit: "guardrail of revocation off",
    set: { "/guardrails.requireTokenRevocation": false },
    rows: ["opens customers: guardrail: token revocation no longer required"],
  },
  {
    edit: "callbacks near the quota",
    set: {
      "clients.web.callbackUrls": Array.from(
        { length: 80 },
        (_, index) => `https://app.example.com/${index || "callback"}`,
      ),
    },
    rows: [
      "costs web: 80 callback URLs of 100 that AWS allows",
      "opens web: sign-in may redirect to https://app.example.com/1, https://app.example.com/2, https://app.example.com/3, https://app.example.com/4, https://app.example.com/5 and 74 more",
    ],
  },
  {
    edit: "callbacks nearer the quota",
    from: { "clients.web.callbackUrls": Array.from({ length: 85 }, (_, index) => `https://app.example.com/${index}`) },
    set: { "clients.web.callbackUrls": Array.from({ length: 86 }, (_, index) => `https://app.example.com/${index}`) },
    rows: [
      "costs web: 86 callback URLs of 100 that AWS allows",
      "opens web: sign-in may redirect to https://app.example.com/85",
    ],
  },
];
