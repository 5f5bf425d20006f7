import type { Client, Pool } from "../../lib/config/schema";

/** The forms of one block of the grammar, between which a pool or client goes back and forth. */
export interface Block<T> {
  /** What the forms are laid over, so that AWS takes each of them. */
  readonly base?: Partial<T>;
  /** Absent, empty, partly and fully filled. */
  readonly forms: readonly Partial<T>[];
  /** Whether AWS or the provider cannot change it: each form is created, and stays. */
  readonly permanent?: true;
}

const LAMBDA = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const WEB_ACL = (name: string) =>
  `arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/${name}/11112222-3333-4444-5555-666677778888`;
const SMS = { externalId: "acme", snsCallerArn: "arn:aws:iam::111122223333:role/cognito-sms" };
const SES = {
  emailSendingAccount: "DEVELOPER",
  sourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/acme.example",
} as const;
const MFA = { mfaConfiguration: "OPTIONAL", softwareTokenMfa: true } as const;

const SENDER = { sourceArn: SES.sourceArn };
const RISK_MAIL = { subject: "Sign-in ${x}", htmlBody: "<p>Was it\nyou?</p>", textBody: "Was it %{y} you?" };
const RESPONSES = {
  compromisedCredentials: { action: "NO_ACTION", events: ["SIGN_UP", "SIGN_IN"] },
  accountTakeover: {
    low: { action: "NO_ACTION", notify: true },
    medium: { action: "MFA_IF_CONFIGURED", notify: true },
    high: { action: "MFA_REQUIRED", notify: true },
    notify: {
      ...SENDER,
      from: "Acme <no-reply@acme.example>",
      replyTo: "help@acme.example",
      blockEmail: RISK_MAIL,
      mfaEmail: RISK_MAIL,
      noActionEmail: RISK_MAIL,
    },
  },
  exceptions: { blocked: ["198.51.100.0/24", "192.0.2.0/24"], skipped: ["2001:db8::/32"] },
} satisfies Pool["threatProtection"];

const CSS = "/* ${x} %{y} */\n.banner-customizable { background-color: #1b4f72; }\n";
const LOGO = "data:image/png;base64,iVBORw0KGgo=";

/** Every block and argument of a pool. */
export const POOL_BLOCKS: Readonly<Record<string, Block<Pool>>> = {
  userPoolTier: { forms: [{}, { userPoolTier: "LITE" }, { userPoolTier: "ESSENTIALS" }, { userPoolTier: "PLUS" }] },
  name: { forms: [{}, { name: "Acme users" }], permanent: true },
  deletionProtection: { forms: [{}, { deletionProtection: false }, { deletionProtection: true }] },
  usernameAttributes: {
    forms: [
      { usernameAttributes: [] },
      { usernameAttributes: ["email"] },
      { usernameAttributes: ["phone_number", "email"], smsConfiguration: SMS },
    ],
    permanent: true,
  },
  aliasAttributes: {
    forms: [{ aliasAttributes: [] }, { aliasAttributes: ["preferred_username", "email"] }],
    permanent: true,
  },
  caseSensitive: { forms: [{ caseSensitive: false }, { caseSensitive: true }], permanent: true },
  autoVerifiedAttributes: {
    forms: [{}, { autoVerifiedAttributes: [] }, { autoVerifiedAttributes: ["email"] }],
  },
  attributesRequireVerificationBeforeUpdate: {
    base: { autoVerifiedAttributes: ["email"] },
    forms: [
      {},
      { attributesRequireVerificationBeforeUpdate: [] },
      { attributesRequireVerificationBeforeUpdate: ["email"] },
    ],
  },
  attributes: {
    forms: [
      { attributes: {} },
      { attributes: { email: {}, "custom:text": {}, "custom:number": { type: "Number" } } },
      {
        attributes: {
          email: { required: true, mutable: true, minLength: 3, maxLength: 320 },
          updated_at: {},
          birthdate: {},
          "custom:text": { type: "String", mutable: false, minLength: 1, maxLength: 64 },
          "custom:number": { type: "Number", minValue: -5, maxValue: 1000000 },
          "custom:at-most": { type: "Number", maxValue: 0 },
          "custom:flag": { type: "Boolean" },
          "custom:since": { type: "DateTime" },
        },
      },
    ],
    permanent: true,
  },
  passwordPolicy: {
    forms: [
      {},
      { passwordPolicy: {} },
      { passwordPolicy: { minimumLength: 12, requireSymbols: false } },
      {
        passwordPolicy: {
          minimumLength: 6,
          requireLowercase: false,
          requireUppercase: false,
          requireNumbers: false,
          requireSymbols: false,
          temporaryPasswordValidityDays: 0,
          passwordHistorySize: 24,
        },
      },
    ],
  },
  mfaConfiguration: {
    base: { smsConfiguration: SMS },
    forms: [
      {},
      { mfaConfiguration: "OFF", softwareTokenMfa: false },
      { mfaConfiguration: "OPTIONAL", softwareTokenMfa: true },
      { mfaConfiguration: "OPTIONAL", softwareTokenMfa: false },
      { mfaConfiguration: "ON", softwareTokenMfa: true },
      { mfaConfiguration: "ON" },
    ],
  },
  emailMfa: {
    base: { ...MFA, accountRecovery: ["admin_only"], emailConfiguration: SES },
    forms: [
      {},
      { emailMfa: {} },
      { emailMfa: { message: "Your code is {####}" } },
      { emailMfa: { subject: "Your code" } },
      { emailMfa: { message: "Code:\n{####}", subject: "Code" } },
    ],
  },
  smsConfiguration: {
    forms: [{}, { smsConfiguration: SMS }, { smsConfiguration: { ...SMS, snsRegion: "eu-west-1" } }],
  },
  smsMfa: {
    base: MFA,
    forms: [
      {},
      { smsConfiguration: SMS },
      { smsConfiguration: { ...SMS, externalId: "acme-2", snsRegion: "eu-west-1" } },
    ],
  },
  emailConfiguration: {
    forms: [
      {},
      { emailConfiguration: {} },
      { emailConfiguration: { replyToEmailAddress: "help@acme.example" } },
      { emailConfiguration: SES },
      {
        emailConfiguration: {
          ...SES,
          fromEmailAddress: "Acme <no-reply@acme.example>",
          replyToEmailAddress: "help@acme.example",
          configurationSet: "identity",
        },
      },
    ],
  },
  signInPolicy: {
    base: { emailConfiguration: SES },
    forms: [
      {},
      { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] } },
      { signInPolicy: { allowedFirstAuthFactors: ["WEB_AUTHN", "PASSWORD", "EMAIL_OTP"] } },
    ],
  },
  webAuthn: {
    forms: [
      {},
      { webAuthn: {} },
      { webAuthn: { relyingPartyId: "acme.example" } },
      { webAuthn: { userVerification: "required" } },
      { webAuthn: { relyingPartyId: "auth.acme.example", userVerification: "preferred" } },
    ],
  },
  webAuthnWithMfa: {
    base: MFA,
    forms: [{}, { webAuthn: {} }, { webAuthn: { relyingPartyId: "acme.example", userVerification: "required" } }],
  },
  accountRecovery: {
    base: { smsConfiguration: SMS },
    forms: [
      {},
      { accountRecovery: ["admin_only"] },
      { accountRecovery: ["verified_phone_number", "verified_email"] },
      { accountRecovery: ["verified_email", "verified_phone_number"] },
    ],
  },
  inviteMessage: {
    forms: [
      {},
      { adminCreateUserOnly: true },
      { inviteMessage: {} },
      { inviteMessage: { emailMessage: "{username}: {####}" } },
      { inviteMessage: { emailSubject: "Welcome" } },
      { inviteMessage: { smsMessage: "{username} {####}" } },
      {
        adminCreateUserOnly: true,
        inviteMessage: { emailMessage: "Hi {username}\n{####}", emailSubject: "Hi", smsMessage: "{username} {####}" },
      },
    ],
  },
  verificationMessage: {
    forms: [
      {},
      { verificationMessage: {} },
      { verificationMessage: { emailMessage: "Code ${x} %{y} {####}" } },
      { verificationMessage: { emailSubject: "Code" } },
      { verificationMessage: { smsMessage: "Code\n{####}" } },
      { verificationMessage: { defaultEmailOption: "CONFIRM_WITH_LINK" } },
      { verificationMessage: { defaultEmailOption: "CONFIRM_WITH_LINK", emailMessageByLink: "{##Confirm##}" } },
      {
        verificationMessage: {
          defaultEmailOption: "CONFIRM_WITH_CODE",
          emailMessage: "Your code: {####}",
          emailSubject: "Your code",
          emailMessageByLink: "Please {##confirm##}",
          emailSubjectByLink: "Confirm",
          smsMessage: "Your code: {####}",
        },
      },
    ],
  },
  deviceConfiguration: {
    forms: [
      {},
      { deviceConfiguration: {} },
      { deviceConfiguration: { challengeRequiredOnNewDevice: true } },
      { deviceConfiguration: { deviceOnlyRememberedOnUserPrompt: true } },
      { deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true } },
    ],
  },
  lambdaConfig: {
    forms: [
      {},
      { lambdaConfig: {} },
      { lambdaConfig: { preSignUp: LAMBDA("sign-up") } },
      { lambdaConfig: { preTokenGeneration: LAMBDA("claims") } },
      { lambdaConfig: { preTokenGenerationConfig: { lambdaArn: LAMBDA("claims-2"), lambdaVersion: "V2_0" } } },
      {
        lambdaConfig: {
          customEmailSender: { lambdaArn: LAMBDA("email"), lambdaVersion: "V1_0" },
          kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1",
        },
      },
      {
        lambdaConfig: {
          createAuthChallenge: LAMBDA("create"),
          customMessage: LAMBDA("message"),
          defineAuthChallenge: LAMBDA("define"),
          postAuthentication: LAMBDA("post"),
          postConfirmation: LAMBDA("confirm"),
          preAuthentication: LAMBDA("pre"),
          preSignUp: LAMBDA("sign-up:live"),
          preTokenGeneration: LAMBDA("claims"),
          preTokenGenerationConfig: { lambdaArn: LAMBDA("claims"), lambdaVersion: "V3_0" },
          userMigration: LAMBDA("migrate"),
          verifyAuthChallengeResponse: LAMBDA("verify"),
          customEmailSender: { lambdaArn: LAMBDA("email"), lambdaVersion: "V1_0" },
          customSmsSender: { lambdaArn: LAMBDA("sms"), lambdaVersion: "V1_0" },
          kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/2",
        },
      },
    ],
  },
  advancedSecurityMode: {
    base: { userPoolTier: "PLUS" },
    forms: [
      {},
      { advancedSecurityMode: "OFF" },
      { advancedSecurityMode: "AUDIT" },
      { advancedSecurityMode: "ENFORCED" },
    ],
  },
  threatProtection: {
    base: { userPoolTier: "PLUS", advancedSecurityMode: "ENFORCED" },
    forms: [
      {},
      { threatProtection: { customAuth: "AUDIT" } },
      { threatProtection: { customAuth: "ENFORCED", compromisedCredentials: { action: "BLOCK" } } },
      {
        threatProtection: {
          accountTakeover: { low: { action: "NO_ACTION" }, high: { action: "BLOCK", notify: false }, notify: SENDER },
          exceptions: { blocked: ["192.0.2.0/24"] },
        },
      },
      { threatProtection: RESPONSES },
    ],
  },
  uiCustomization: {
    base: { domain: { prefix: "acme-SUBJECT" } },
    forms: [
      {},
      { uiCustomization: { css: CSS } },
      { uiCustomization: { image: LOGO } },
      { uiCustomization: { css: ".label-customizable { font-weight: 600; }", image: LOGO } },
    ],
  },
  smsAuthenticationMessage: {
    base: { smsConfiguration: SMS },
    forms: [{}, { smsAuthenticationMessage: "Code {####}" }, { smsAuthenticationMessage: "Your code is\n{####}" }],
  },
  smsAuthenticationMessageWithMfa: {
    base: { ...MFA, smsConfiguration: SMS },
    forms: [{}, { smsAuthenticationMessage: "Code {####}" }, { smsAuthenticationMessage: "Your code is {####}" }],
  },
  tags: { forms: [{}, { tags: {} }, { tags: { team: "identity", "cost ${centre}": "" } }, { tags: { other: "x" } }] },
};

/** Every block and argument of an app client. */
export const CLIENT_BLOCKS: Readonly<Record<string, Block<Client>>> = {
  lifetimes: {
    forms: [
      {},
      { accessTokenValidity: "15m", idTokenValidity: "90m", refreshTokenValidity: "12h", authSessionValidity: "15m" },
      { accessTokenValidity: "1d", idTokenValidity: "3600s", refreshTokenValidity: "3650d" },
    ],
  },
  refreshTokenRotation: {
    forms: [
      {},
      { refreshTokenRotation: false },
      { refreshTokenRotation: {} },
      { refreshTokenRotation: { retryGracePeriod: "60s" } },
    ],
  },
  booleans: {
    base: { generateSecret: true },
    forms: [
      {},
      { enableTokenRevocation: false, preventUserExistenceErrors: "LEGACY" },
      { enableTokenRevocation: true, enablePropagateAdditionalUserContextData: true },
    ],
  },
  explicitAuthFlows: {
    forms: [
      {},
      { explicitAuthFlows: [] },
      { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
      { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] },
    ],
  },
  signIn: {
    forms: [
      {},
      {
        allowedOauthFlows: [],
        allowedOauthScopes: [],
        callbackUrls: [],
        logoutUrls: [],
        supportedIdentityProviders: [],
      },
      { allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"], callbackUrls: ["https://a.example"] },
      {
        allowedOauthFlows: ["implicit", "code"],
        allowedOauthScopes: ["profile", "openid", "orders/read"],
        callbackUrls: ["https://b.example/in?x=1", "https://a.example", "acme://in"],
        logoutUrls: ["https://b.example", "https://a.example"],
        supportedIdentityProviders: ["COGNITO", "Google"],
      },
    ],
  },
  defaultRedirectUri: {
    base: {
      allowedOauthFlows: ["code"],
      allowedOauthScopes: ["openid"],
      callbackUrls: ["https://a.example", "https://b.example"],
    },
    forms: [{}, { defaultRedirectUri: "https://a.example" }, { defaultRedirectUri: "https://b.example" }],
  },
  attributes: {
    forms: [
      {},
      { readAttributes: ["email", "custom:tenant"], writeAttributes: ["email"] },
      {
        readAttributes: { scopes: ["profile"] },
        writeAttributes: { scopes: ["email"], attributes: ["custom:tenant"] },
      },
    ],
  },
  analyticsConfiguration: {
    forms: [
      {},
      { analyticsConfiguration: { applicationArn: "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/ab" } },
      {
        analyticsConfiguration: {
          applicationId: "abcdef",
          externalId: "acme",
          roleArn: "arn:aws:iam::111122223333:role/pinpoint",
          userDataShared: true,
        },
      },
    ],
  },
  threatProtection: {
    forms: [
      {},
      { threatProtection: { compromisedCredentials: { action: "BLOCK" } } },
      { threatProtection: RESPONSES },
      { threatProtection: { exceptions: { skipped: ["192.0.2.0/24"] } } },
    ],
  },
  uiCustomization: {
    forms: [{}, { uiCustomization: { css: CSS } }, { uiCustomization: { image: LOGO } }],
  },
  name: { forms: [{}, { name: "Our app" }, { name: "Another name" }] },
};

const OIDC = {
  client_id: "id",
  client_secret: "secret",
  authorize_scopes: "openid",
  oidc_issuer: "https://login.acme.example",
  attributes_request_method: "GET",
};
const SAML = { MetadataURL: "https://idp.acme.example/metadata" };

/** Every block of what is attached to a pool. */
export const ATTACHED_BLOCKS: Readonly<Record<string, Block<Pool>>> = {
  resourceServers: {
    forms: [
      {},
      { resourceServers: {} },
      { resourceServers: { orders: { scopes: {} } } },
      { resourceServers: { orders: { scopes: { read: "See orders" } } } },
      {
        resourceServers: {
          orders: { scopes: { read: "See ${all} orders", write: "Place them" } },
          stock: { identifier: "https://stock", name: "Stock", scopes: { read: "See" } },
        },
      },
    ],
  },
  oidc: {
    forms: [
      {},
      { identityProviders: { Corporate: { providerType: "OIDC", providerDetails: OIDC } } },
      {
        identityProviders: {
          Corporate: { providerType: "OIDC", providerDetails: OIDC, attributeMapping: {}, idpIdentifiers: [] },
        },
      },
      {
        identityProviders: {
          Corporate: {
            providerType: "OIDC",
            providerDetails: { ...OIDC, authorize_scopes: "openid email" },
            attributeMapping: { email: "email", username: "sub" },
            idpIdentifiers: ["acme.example", "acme"],
          },
        },
      },
    ],
  },
  saml: {
    forms: [
      {},
      { identityProviders: { Saml: { providerType: "SAML", providerDetails: SAML } } },
      {
        identityProviders: {
          Saml: {
            providerType: "SAML",
            providerDetails: { ...SAML, IDPSignout: "true", IDPInit: "false" },
            attributeMapping: { email: "mail" },
            idpIdentifiers: ["saml"],
          },
        },
      },
    ],
  },
  groups: {
    forms: [
      {},
      { groups: {} },
      { groups: { admins: {} } },
      { groups: { admins: { description: "All ${power}", precedence: 10 } } },
      {
        groups: {
          admins: { description: "Admins", precedence: 0, roleArn: "arn:aws:iam::111122223333:role/admins" },
          readers: {},
        },
      },
    ],
  },
  webAclArn: {
    forms: [{}, { webAclArn: WEB_ACL("users") }, { webAclArn: WEB_ACL("all-pools_2") }],
  },
  prefixDomain: {
    forms: [{}, { domain: { prefix: "acme-SUBJECT" } }, { domain: { prefix: "acme-SUBJECT", managedLoginVersion: 2 } }],
  },
  additionalDomain: {
    base: { domain: { prefix: "acme-SUBJECT" } },
    forms: [
      {},
      {
        additionalDomain: {
          customDomain: "SUBJECT.acme.example",
          certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1",
        },
      },
    ],
  },
  customDomain: {
    forms: [
      {},
      {
        domain: {
          customDomain: "SUBJECT.acme.example",
          certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1",
        },
      },
      {
        domain: {
          customDomain: "SUBJECT.acme.example",
          certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/2",
          managedLoginVersion: 2,
        },
      },
    ],
  },
};
