import type { Client, Pool } from "../../lib/config/schema";
import type { Fields } from "../support/cognito/refusal";

/** A pool as somebody made it by calls of Cognito's API, and the config that adopts it without a change. */
export interface Shape {
  readonly name: string;
  /** `CreateUserPool`, but for the name. */
  readonly pool?: Fields;
  /** `SetUserPoolMfaConfig`. */
  readonly mfa?: Fields;
  /** What is attached to it: operations and their requests, but for the id of the pool. */
  readonly attached?: readonly (readonly [operation: string, request: Fields])[];
  /** What clients have of their own, by the client's key: operations and their requests, but for both ids. */
  readonly ofClients?: readonly (readonly [client: string, operation: string, request: Fields])[];
  /** `CreateUserPoolClient` by the client's key in the config, but for the name. */
  readonly clients?: Readonly<Record<string, Fields>>;
  /** What the config says of the pool beside what is true of every shape here. */
  readonly config?: Omit<Pool, "clients" | "adopted">;
  /** What the import changes all the same, which is what AWS has already. Default nothing. */
  readonly neutral?: readonly string[];
  /** What it says of each client, without `adopted`. */
  readonly adopts?: Readonly<Record<string, Client>>;
}

/** A client of which nothing was given but its name. */
const BARE = {
  explicitAuthFlows: [],
  supportedIdentityProviders: [],
  unset: [
    "accessTokenValidity",
    "idTokenValidity",
    "tokenValidityUnits",
    "refreshTokenRotation",
    "preventUserExistenceErrors",
    "readAttributes",
    "writeAttributes",
  ],
} satisfies Partial<Client>;

/** A client as the console makes it: the units are Cognito's own, which the provider takes for none in an import. */
export const CONSOLE = {
  unset: ["tokenValidityUnits", "refreshTokenRotation", "readAttributes", "writeAttributes"],
} satisfies Partial<Client>;

const units = { AccessToken: "hours", IdToken: "hours", RefreshToken: "days" };
const tokens = { AccessTokenValidity: 1, IdTokenValidity: 1, RefreshTokenValidity: 30, TokenValidityUnits: units };
const srp = { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] };
export const made = {
  ...tokens,
  ...srp,
  PreventUserExistenceErrors: "ENABLED",
  SupportedIdentityProviders: ["COGNITO"],
};
export const code = (...CallbackURLs: string[]) => ({
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid"],
  CallbackURLs,
});
const web = "https://app.acme.example/callback";
const role = "arn:aws:iam::111122223333:role/cognito-sms";
const SmsConfiguration = { ExternalId: "acme", SnsCallerArn: role };
const smsConfiguration = { externalId: "acme", snsCallerArn: role };
const lambda = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const certificate = "arn:aws:acm:us-east-1:111122223333:certificate/11112222-3333-4444-5555-666677778888";

const ses = "arn:aws:ses:eu-west-1:111122223333:identity/acme.example";
const css = '/* ${brand} %{x} "é" */\n.banner-customizable { background-color: #1b4f72; }\n';
/** The first bytes of a PNG image. */
const LOGO = "iVBORw0KGgo=";

/** A pool whose one client is of a platform. */
function platform(name: string, request: Fields, client: Client): Shape {
  return { name, clients: { app: request }, adopts: { app: client } };
}

/** A pool with a provider, and a client through which its users sign in. */
function federated(
  ProviderType: "Google" | "SAML" | "OIDC",
  ProviderName: string,
  ProviderDetails: Record<string, string>,
): Shape {
  const attributeMapping = { email: "email", username: "sub" };
  const { client_secret: _, ActiveEncryptionCertificate: __, ...details } = ProviderDetails;
  return {
    name: `users of a ${ProviderType} provider`,
    attached: [
      ["CreateIdentityProvider", { ProviderName, ProviderType, ProviderDetails, AttributeMapping: attributeMapping }],
    ],
    clients: { app: { ...made, ...code(web), SupportedIdentityProviders: ["COGNITO", ProviderName] } },
    config: {
      identityProviders: {
        [ProviderName]: {
          providerType: ProviderType,
          providerDetails: {
            ...details,
            ...("client_secret" in ProviderDetails && { client_secret: { var: "idp_secret", sensitive: true } }),
          },
          attributeMapping,
        },
      },
    },
    adopts: {
      app: {
        platform: "spa",
        ...CONSOLE,
        callbackUrls: [web],
        refreshTokenValidity: "30d",
        supportedIdentityProviders: ["COGNITO", ProviderName],
      },
    },
  };
}

export const SHAPES: readonly Shape[] = [
  { name: "nothing but a name" },
  platform("a client of which only the name was given", {}, { platform: "public", ...BARE }),
  platform("the same with a secret", { GenerateSecret: true }, { platform: "confidential", ...BARE }),
  platform(
    "ios",
    { ...made, ...code("com.acme.app://callback") },
    { platform: "ios", ...CONSOLE, callbackUrls: ["com.acme.app://callback"] },
  ),
  platform("android", { ...made, ...code(web) }, { platform: "android", ...CONSOLE, callbackUrls: [web] }),
  platform(
    "spa",
    {
      ...made,
      ...code(web),
      RefreshTokenValidity: 1,
      LogoutURLs: ["https://app.acme.example/"],
      DefaultRedirectURI: web,
    },
    {
      platform: "spa",
      ...CONSOLE,
      callbackUrls: [web],
      logoutUrls: ["https://app.acme.example/"],
      defaultRedirectUri: web,
    },
  ),
  platform(
    "desktop",
    { ...made, ...code("http://127.0.0.1:8400/callback") },
    { platform: "desktop", ...CONSOLE, callbackUrls: ["http://127.0.0.1:8400/callback"] },
  ),
  platform(
    "server",
    { ...made, ...code(web), GenerateSecret: true },
    { platform: "server", ...CONSOLE, callbackUrls: [web] },
  ),
  {
    name: "machine",
    attached: [
      [
        "CreateResourceServer",
        { Identifier: "api", Name: "api", Scopes: [{ ScopeName: "read", ScopeDescription: "Read" }] },
      ],
    ],
    clients: {
      jobs: {
        ...tokens,
        GenerateSecret: true,
        PreventUserExistenceErrors: "ENABLED",
        ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ["client_credentials"],
        AllowedOAuthScopes: ["api/read"],
      },
    },
    config: { resourceServers: { api: { scopes: { read: "Read" } } } },
    adopts: { jobs: { platform: "machine", ...CONSOLE, allowedOauthScopes: ["api/read"] } },
  },
  platform("public", made, { platform: "public", ...CONSOLE }),
  platform("confidential", { ...made, GenerateSecret: true }, { platform: "confidential", ...CONSOLE }),
  platform(
    "other, with the flows that are no longer recommended",
    { ...made, ExplicitAuthFlows: ["USER_PASSWORD_AUTH"], PreventUserExistenceErrors: "LEGACY" },
    { platform: "other", ...CONSOLE, explicitAuthFlows: ["USER_PASSWORD_AUTH"], preventUserExistenceErrors: "LEGACY" },
  ),
  platform(
    "lifetimes without units",
    { ...made, AccessTokenValidity: 2, IdTokenValidity: 3, RefreshTokenValidity: 60, TokenValidityUnits: undefined },
    {
      platform: "public",
      ...CONSOLE,
      accessTokenValidity: "2h",
      idTokenValidity: "3h",
      refreshTokenValidity: "60d",
    },
  ),
  platform(
    "lifetimes in minutes and seconds",
    {
      ...made,
      ...{ AccessTokenValidity: 900, IdTokenValidity: 30, RefreshTokenValidity: 12, AuthSessionValidity: 5 },
      TokenValidityUnits: { AccessToken: "seconds", IdToken: "minutes", RefreshToken: "hours" },
    },
    {
      platform: "public",
      unset: ["refreshTokenRotation", "readAttributes", "writeAttributes"],
      accessTokenValidity: "900s",
      idTokenValidity: "30m",
      refreshTokenValidity: "12h",
      authSessionValidity: "5m",
    },
  ),
  platform(
    "rotated refresh tokens, and lists of attributes",
    {
      ...made,
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
      ReadAttributes: ["email", "email_verified"],
      WriteAttributes: ["name"],
      EnableTokenRevocation: false,
    },
    {
      platform: "public",
      unset: ["tokenValidityUnits"],
      refreshTokenRotation: { retryGracePeriod: "10s" },
      readAttributes: ["email", "email_verified"],
      writeAttributes: ["name"],
      enableTokenRevocation: false,
    },
  ),
  {
    name: "sign-in aliases, without a UsernameConfiguration",
    pool: { AliasAttributes: ["email", "preferred_username"], AutoVerifiedAttributes: ["email"] },
    config: { aliasAttributes: ["email", "preferred_username"] },
  },
  {
    name: "usernames that are e-mail addresses, as the console makes them",
    pool: {
      UsernameAttributes: ["email"],
      AutoVerifiedAttributes: ["email"],
      UsernameConfiguration: { CaseSensitive: false },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email"] },
      DeletionProtection: "ACTIVE",
    },
    config: {
      deletionProtection: true,
      unset: ["advancedSecurityMode"],
      usernameAttributes: ["email"],
      attributesRequireVerificationBeforeUpdate: ["email"],
    },
  },
  {
    name: "case-sensitive usernames",
    pool: { UsernameConfiguration: { CaseSensitive: true } },
    config: { unset: ["advancedSecurityMode", "accountRecovery"], caseSensitive: true },
  },
  {
    name: "phone numbers",
    pool: { UsernameAttributes: ["phone_number"], AutoVerifiedAttributes: ["phone_number"], SmsConfiguration },
    config: { usernameAttributes: ["phone_number"], autoVerifiedAttributes: ["phone_number"], smsConfiguration },
  },
  {
    name: "tier LITE",
    pool: { UserPoolTier: "LITE" },
    clients: { app: made },
    config: { userPoolTier: "LITE" },
    adopts: { app: { platform: "public", ...CONSOLE } },
  },
  {
    name: "tier PLUS with threat protection",
    pool: { UserPoolTier: "PLUS", UserPoolAddOns: { AdvancedSecurityMode: "ENFORCED" } },
    config: { userPoolTier: "PLUS", unset: ["accountRecovery", "caseSensitive"], advancedSecurityMode: "ENFORCED" },
  },
  {
    name: "custom attributes of each type, with limits and without",
    pool: {
      Schema: [
        { Name: "tenant", AttributeDataType: "String", Mutable: true },
        { Name: "code", AttributeDataType: "String", StringAttributeConstraints: { MinLength: "1", MaxLength: "8" } },
        { Name: "note", AttributeDataType: "String", Mutable: true, StringAttributeConstraints: { MaxLength: "256" } },
        { Name: "points", AttributeDataType: "Number", Mutable: true },
        {
          Name: "level",
          AttributeDataType: "Number",
          Mutable: true,
          NumberAttributeConstraints: { MinValue: "1", MaxValue: "9" },
        },
        { Name: "vip", AttributeDataType: "Boolean", Mutable: true },
        { Name: "since", AttributeDataType: "DateTime", Mutable: true },
      ],
    },
    config: {
      attributes: {
        "custom:tenant": { unset: ["minLength", "maxLength"] },
        "custom:code": { mutable: false, minLength: 1, maxLength: 8 },
        "custom:note": { unset: ["minLength"], maxLength: 256 },
        "custom:points": { type: "Number" },
        "custom:level": { type: "Number", minValue: 1, maxValue: 9 },
        "custom:vip": { type: "Boolean" },
        "custom:since": { type: "DateTime" },
      },
    },
  },
  {
    name: "standard attributes that are required",
    pool: {
      Schema: [
        {
          Name: "email",
          Required: true,
          Mutable: true,
          AttributeDataType: "String",
          StringAttributeConstraints: { MinLength: "0", MaxLength: "2048" },
        },
        {
          Name: "name",
          Required: true,
          Mutable: false,
          AttributeDataType: "String",
          StringAttributeConstraints: { MinLength: "1", MaxLength: "64" },
        },
      ],
    },
    clients: { app: { ...made, WriteAttributes: ["email", "name"] } },
    config: {
      attributes: { email: { required: true }, name: { required: true, mutable: false, minLength: 1, maxLength: 64 } },
    },
    adopts: {
      app: {
        platform: "public",
        unset: ["tokenValidityUnits", "refreshTokenRotation", "readAttributes"],
        writeAttributes: ["email", "name"],
      },
    },
  },
  federated("Google", "Google", {
    client_id: "1.apps.googleusercontent.com",
    client_secret: "hush",
    authorize_scopes: "openid email",
    attributes_url: "https://people.googleapis.com/v1/people/me?personFields=",
    attributes_url_add_attributes: "true",
    authorize_url: "https://accounts.google.com/o/oauth2/v2/auth",
    oidc_issuer: "https://accounts.google.com",
    token_request_method: "POST",
    token_url: "https://www.googleapis.com/oauth2/v4/token",
  }),
  {
    ...federated("SAML", "Corp", {
      MetadataURL: "https://idp.acme.example/metadata",
      IDPSignout: "true",
      SSORedirectBindingURI: "https://idp.acme.example/sso",
      ActiveEncryptionCertificate: "MIIC",
    }),
    // AWS adds its certificate to every answer, and takes it from nobody
    neutral: ["aws_cognito_identity_provider.corp: provider_details"],
  },
  federated("OIDC", "Login", {
    client_id: "cognito",
    client_secret: "hush",
    authorize_scopes: "openid email",
    attributes_request_method: "GET",
    attributes_url_add_attributes: "false",
    oidc_issuer: "https://login.acme.example",
  }),
  {
    name: "scopes of two APIs, one of them named by its URL",
    attached: [
      [
        "CreateResourceServer",
        {
          Identifier: "https://api.acme.example/orders",
          Name: "Orders",
          Scopes: [
            { ScopeName: "read", ScopeDescription: "See" },
            { ScopeName: "write", ScopeDescription: "Change" },
          ],
        },
      ],
      ["CreateResourceServer", { Identifier: "empty", Name: "Empty" }],
    ],
    clients: { app: { ...made, ...code(web), AllowedOAuthScopes: ["openid", "https://api.acme.example/orders/read"] } },
    config: {
      resourceServers: {
        orders: {
          identifier: "https://api.acme.example/orders",
          name: "Orders",
          scopes: { read: "See", write: "Change" },
        },
        empty: { name: "Empty", scopes: {} },
      },
    },
    adopts: {
      app: {
        platform: "spa",
        ...CONSOLE,
        callbackUrls: [web],
        refreshTokenValidity: "30d",
        allowedOauthScopes: ["openid", "orders/read"],
      },
    },
  },
  {
    name: "a prefix domain",
    attached: [["CreateUserPoolDomain", { Domain: "acme-adopted", ManagedLoginVersion: 1 }]],
    config: { domain: { prefix: "acme-adopted" } },
  },
  {
    name: "a custom domain beside a prefix, both without a version of the pages",
    attached: [
      ["CreateUserPoolDomain", { Domain: "acme-old", ManagedLoginVersion: undefined }],
      [
        "CreateUserPoolDomain",
        {
          Domain: "login.acme.example",
          CustomDomainConfig: { CertificateArn: certificate },
          ManagedLoginVersion: undefined,
        },
      ],
    ],
    config: {
      domain: { prefix: "acme-old", unset: ["managedLoginVersion"] },
      additionalDomain: {
        customDomain: "login.acme.example",
        certificateArn: certificate,
        unset: ["managedLoginVersion"],
      },
    },
  },
  {
    name: "groups",
    attached: [
      [
        "CreateGroup",
        { GroupName: "admins", Precedence: 0, RoleArn: "arn:aws:iam::111122223333:role/admins", Description: "All" },
      ],
      ["CreateGroup", { GroupName: "Beta.testers" }],
    ],
    config: {
      groups: {
        admins: { precedence: 0, roleArn: "arn:aws:iam::111122223333:role/admins", description: "All" },
        "Beta.testers": {},
      },
    },
  },
  {
    name: "triggers",
    pool: {
      LambdaConfig: {
        PreSignUp: lambda("pre-sign-up"),
        PreTokenGeneration: lambda("tokens"),
        PreTokenGenerationConfig: { LambdaArn: lambda("tokens"), LambdaVersion: "V2_0" },
      },
    },
    config: {
      lambdaConfig: {
        permissions: false,
        preSignUp: lambda("pre-sign-up"),
        preTokenGenerationConfig: { lambdaArn: lambda("tokens"), lambdaVersion: "V2_0" },
      },
    },
  },
  {
    name: "messages",
    pool: {
      AutoVerifiedAttributes: ["email"],
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: true,
        InviteMessageTemplate: {
          EmailSubject: "Welcome",
          EmailMessage: "Hello {username}, {####}",
          SMSMessage: "{username} {####}",
        },
      },
      VerificationMessageTemplate: {
        DefaultEmailOption: "CONFIRM_WITH_LINK",
        EmailSubjectByLink: "Confirm",
        EmailMessageByLink: "Please {##confirm##}",
        EmailSubject: "Code",
        EmailMessage: "Code {####}",
      },
      EmailConfiguration: {
        EmailSendingAccount: "DEVELOPER",
        SourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/acme.example",
        From: "Acme <no-reply@acme.example>",
      },
    },
    config: {
      autoVerifiedAttributes: ["email"],
      adminCreateUserOnly: true,
      inviteMessage: {
        emailSubject: "Welcome",
        emailMessage: "Hello {username}, {####}",
        smsMessage: "{username} {####}",
      },
      verificationMessage: {
        defaultEmailOption: "CONFIRM_WITH_LINK",
        emailSubjectByLink: "Confirm",
        emailMessageByLink: "Please {##confirm##}",
        emailSubject: "Code",
        emailMessage: "Code {####}",
      },
      emailConfiguration: {
        emailSendingAccount: "DEVELOPER",
        sourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/acme.example",
        fromEmailAddress: "Acme <no-reply@acme.example>",
      },
    },
  },
  {
    name: "a second factor by authenticator app, and remembered devices",
    pool: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false } },
    mfa: { MfaConfiguration: "OPTIONAL", SoftwareTokenMfaConfiguration: { Enabled: true } },
    config: {
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfa: true,
      deviceConfiguration: { challengeRequiredOnNewDevice: true },
    },
  },
  {
    name: "a second factor by text message",
    pool: { SmsConfiguration },
    mfa: { MfaConfiguration: "ON", SmsMfaConfiguration: { SmsConfiguration } },
    config: { mfaConfiguration: "ON", smsConfiguration },
  },
  {
    name: "recovery by administrators, and a weak password policy",
    pool: {
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "admin_only", Priority: 1 }] },
      Policies: { PasswordPolicy: { MinimumLength: 6 } },
    },
    config: {
      unset: ["caseSensitive", "advancedSecurityMode"],
      accountRecovery: ["admin_only"],
      passwordPolicy: {
        minimumLength: 6,
        requireLowercase: false,
        requireUppercase: false,
        requireNumbers: false,
        requireSymbols: false,
        temporaryPasswordValidityDays: 0,
      },
    },
  },
  {
    name: "passkeys as the first factor",
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } } },
    mfa: {
      MfaConfiguration: "OFF",
      WebAuthnConfiguration: { RelyingPartyId: "acme.example", UserVerification: "preferred" },
    },
    config: {
      signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] },
      webAuthn: { relyingPartyId: "acme.example", userVerification: "preferred" },
    },
  },
  {
    name: "responses of threat protection, of a client too",
    pool: {
      UserPoolTier: "PLUS",
      UserPoolAddOns: {
        AdvancedSecurityMode: "ENFORCED",
        AdvancedSecurityAdditionalFlows: { CustomAuthMode: "AUDIT" },
      },
    },
    mfa: { MfaConfiguration: "OPTIONAL", SoftwareTokenMfaConfiguration: { Enabled: true } },
    attached: [
      [
        "SetRiskConfiguration",
        {
          CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: "BLOCK" } },
          AccountTakeoverRiskConfiguration: {
            Actions: {
              LowAction: { EventAction: "NO_ACTION", Notify: false },
              HighAction: { EventAction: "BLOCK", Notify: true },
            },
            NotifyConfiguration: {
              SourceArn: ses,
              From: "Acme <no-reply@acme.example>",
              BlockEmail: {
                Subject: "Blocked",
                HtmlBody: "<p>${device}\n{ip-address}</p>",
                TextBody: "Blocked: {ip-address}",
              },
            },
          },
          RiskExceptionConfiguration: { BlockedIPRangeList: ["192.0.2.0/24"], SkippedIPRangeList: ["203.0.113.7/32"] },
        },
      ],
    ],
    ofClients: [
      [
        "app",
        "SetRiskConfiguration",
        {
          CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: "NO_ACTION" }, EventFilter: ["SIGN_IN"] },
        },
      ],
    ],
    clients: { app: made },
    config: {
      userPoolTier: "PLUS",
      unset: ["accountRecovery", "caseSensitive"],
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfa: true,
      advancedSecurityMode: "ENFORCED",
      threatProtection: {
        customAuth: "AUDIT",
        compromisedCredentials: { action: "BLOCK" },
        accountTakeover: {
          low: { action: "NO_ACTION" },
          high: { action: "BLOCK", notify: true },
          notify: {
            sourceArn: ses,
            from: "Acme <no-reply@acme.example>",
            blockEmail: {
              subject: "Blocked",
              htmlBody: "<p>${device}\n{ip-address}</p>",
              textBody: "Blocked: {ip-address}",
            },
          },
        },
        exceptions: { blocked: ["192.0.2.0/24"], skipped: ["203.0.113.7/32"] },
      },
    },
    adopts: {
      app: {
        platform: "public",
        ...CONSOLE,
        threatProtection: { compromisedCredentials: { action: "NO_ACTION", events: ["SIGN_IN"] } },
      },
    },
  },
  {
    name: "the look of the classic pages, of a client too",
    attached: [
      ["CreateUserPoolDomain", { Domain: "acme-looks", ManagedLoginVersion: 1 }],
      ["SetUICustomization", { CSS: css }],
    ],
    ofClients: [["app", "SetUICustomization", { CSS: css, ImageFile: LOGO }]],
    clients: { app: made },
    // AWS answers with an address in place of the image
    neutral: ["aws_cognito_user_pool_ui_customization.users_app: image_file"],
    config: { domain: { prefix: "acme-looks" }, uiCustomization: { css } },
    adopts: {
      app: {
        platform: "public",
        ...CONSOLE,
        uiCustomization: { css, image: `data:image/png;base64,${LOGO}` },
      },
    },
  },
];
