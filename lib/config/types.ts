// Written by `npm run docs` from the schema in lib/config/schema, so that editors show what each key means.
import type { OpenDuration, OpenVariable } from "./schema/common";

export interface Config {
  /** Path or URL of the JSON Schema, for editors */
  $schema?: string | undefined;
  /** Prefix of default names: lower case letters, digits and - */
  project: string;
  /** Environments by key; at least one */
  environments: Record<string, Environment>;
  /** The organisation's own limits, tighter than Cognito's; default none */
  guardrails?: Guardrails | undefined;
  /** Sentences that must be so of every client, environment and value of a variable: no public client writes custom:role; default none */
  promises?: string[] | undefined;
  /** User pools by key; at least one */
  pools: Record<string, Pool>;
}

/** One environment: where its stacks are deployed */
export interface Environment {
  /** AWS Region in which the pools are created: eu-west-1, ... */
  region: string | OpenVariable<string>;
  /** The only AWS account that a plan may run against (allowed_account_ids): 12 digits; default any */
  accountId?: string | OpenVariable<string> | undefined;
  /** Profile of the AWS configuration that Terraform uses; default the shell's */
  profile?: string | OpenVariable<string> | undefined;
  /** ARN of the IAM role that Terraform assumes; default none */
  assumeRoleArn?: string | OpenVariable<string> | undefined;
  /** Tags of every resource of the environment (default_tags); default none */
  tags?: Record<string, string | OpenVariable<string>> | undefined;
  /** Where the Terraform state is stored; default local */
  backend?: {
    /** A file on this machine */
    type: "local";
    /** Path of the state file, relative to the stack's folder; default beside the output folder */
    path?: string | undefined;
  } | {
    /** A bucket in Amazon S3 */
    type: "s3";
    /** Name of the bucket */
    bucket: string;
    /** AWS Region of the bucket */
    region: string;
    /** Folder in the bucket: the key is <keyPrefix>/<stack>.tfstate; default none */
    keyPrefix?: string | undefined;
    /** Whether the state is locked in the bucket itself; default true */
    useLockfile?: boolean | undefined;
    /** ARN, id or alias of the KMS key that encrypts the state; default the bucket's */
    kmsKeyId?: string | undefined;
    /** Whether the state is encrypted at rest; default true */
    encrypt?: boolean | undefined;
  } | {
    /** HCP Terraform or Terraform Enterprise */
    type: "cloud";
    /** Name of the organization */
    organization: string;
    /** The workspace is <workspacePrefix><stack>; default none */
    workspacePrefix?: string | undefined;
    /** Host of Terraform Enterprise; default app.terraform.io */
    hostname?: string | undefined;
  } | undefined;
  /** What pools have otherwise here: objects merge, scalars and lists replace, null removes; default nothing */
  pools?: Record<string, PoolOverlay> | undefined;
}

/** What a pool has otherwise in one environment: objects merge, scalars and lists replace, null removes */
export interface PoolOverlay {
  /** A pool managed elsewhere, of which only clients and resource servers are managed here; default none */
  existing?: {
    /** Id of the pool: eu-west-1_AbCdEfGhI */
    userPoolId?: string | OpenVariable<string> | null | undefined;
  } | null | undefined;
  /** The pool exists: Terraform imports it with all that it has here and is not new; for life; default none */
  adopted?: AdoptedPoolOverlay | null | undefined;
  /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
  unset?: ("caseSensitive" | "emailConfiguration" | "allowedFirstAuthFactors" | "accountRecovery" | "verificationMessage" | "advancedSecurityMode")[] | null | undefined;
  /** Name in Cognito; 1 to 128 characters; default <project>-<pool>-<environment>; a change replaces the resource before AWS provider 6.6.0 */
  name?: string | OpenVariable<string> | null | undefined;
  /** Feature plan; default ESSENTIALS */
  userPoolTier?: "LITE" | "ESSENTIALS" | "PLUS" | OpenVariable<"LITE" | "ESSENTIALS" | "PLUS"> | null | undefined;
  /** Whether AWS refuses to delete the pool; default true */
  deletionProtection?: boolean | null | undefined;
  /** Whether a plan that destroys the pool fails; default true */
  preventDestroy?: boolean | null | undefined;
  /** What users sign in with instead of a username; default none; permanent: a change replaces the resource */
  usernameAttributes?: ("email" | "phone_number")[] | null | undefined;
  /** What users can sign in with beside a username; default none; permanent: a change replaces the resource */
  aliasAttributes?: ("email" | "phone_number" | "preferred_username")[] | null | undefined;
  /** Whether usernames and e-mail addresses are case sensitive; default false; permanent: a change replaces the resource */
  caseSensitive?: boolean | null | undefined;
  /** What Cognito verifies with a code at sign-up; default email where users sign in with it */
  autoVerifiedAttributes?: ("email" | "phone_number")[] | OpenVariable<("email" | "phone_number")[]> | null | undefined;
  /** What has its old value until the new one is verified; default none */
  attributesRequireVerificationBeforeUpdate?: ("email" | "phone_number")[] | OpenVariable<("email" | "phone_number")[]> | null | undefined;
  /** The schema: standard attributes by name, custom ones as custom:NAME, at most 50; attributes are added, never changed or removed; default the standard ones */
  attributes?: Record<string, AttributeOverlay | null> | null | undefined;
  /** What passwords must have */
  passwordPolicy?: {
    /** Shortest password; 6 to 99 characters; default 8 */
    minimumLength?: number | OpenVariable<number> | null | undefined;
    /** Require a lower case letter; default true */
    requireLowercase?: boolean | OpenVariable<boolean> | null | undefined;
    /** Require an upper case letter; default true */
    requireUppercase?: boolean | OpenVariable<boolean> | null | undefined;
    /** Require a digit; default true */
    requireNumbers?: boolean | OpenVariable<boolean> | null | undefined;
    /** Require a symbol; default true */
    requireSymbols?: boolean | OpenVariable<boolean> | null | undefined;
    /** Days that the password of an invitation works; 0 days to 365 days; default 7 days */
    temporaryPasswordValidityDays?: number | OpenVariable<number> | null | undefined;
    /** Number of former passwords that cannot be used again; 0 to 24; default 0; needs tier ESSENTIALS unless 0 */
    passwordHistorySize?: number | OpenVariable<number> | null | undefined;
  } | null | undefined;
  /** Whether users need a second factor: OFF, OPTIONAL or ON; default OFF */
  mfaConfiguration?: "OFF" | "OPTIONAL" | "ON" | OpenVariable<"OFF" | "OPTIONAL" | "ON"> | null | undefined;
  /** Authenticator apps as a second factor; default false */
  softwareTokenMfa?: boolean | null | undefined;
  /** E-mail as a second factor; needs an SES account of your own; needs tier ESSENTIALS; stays in AWS when it is removed here */
  emailMfa?: {
    /** Text of the e-mail, with {####}; 6 to 20000 characters; default Your authentication code is {####}. */
    message?: string | OpenVariable<string> | TextFile | null | undefined;
    /** Subject of the e-mail; 1 to 140 characters; default Your authentication code */
    subject?: string | OpenVariable<string> | null | undefined;
  } | null | undefined;
  /** Text message with the code of a second factor, with {####}; default AWS's own text; 6 to 140 characters */
  smsAuthenticationMessage?: string | OpenVariable<string> | TextFile | null | undefined;
  /** Sending text messages through Amazon SNS; default none; stays in AWS when it is removed here */
  smsConfiguration?: {
    /** External id with which Cognito assumes the role */
    externalId?: string | OpenVariable<string> | null | undefined;
    /** ARN of the IAM role with which Cognito sends text messages */
    snsCallerArn?: string | OpenVariable<string> | null | undefined;
    /** Region of Amazon SNS; default the pool's; stays in AWS when it is removed here */
    snsRegion?: string | OpenVariable<string> | null | undefined;
  } | null | undefined;
  /** Sending e-mails */
  emailConfiguration?: {
    /** COGNITO_DEFAULT: Cognito's own sender, for tests; DEVELOPER: your Amazon SES identity; default COGNITO_DEFAULT */
    emailSendingAccount?: "COGNITO_DEFAULT" | "DEVELOPER" | OpenVariable<"COGNITO_DEFAULT" | "DEVELOPER"> | null | undefined;
    /** ARN of the Amazon SES identity; DEVELOPER needs it; default none */
    sourceArn?: string | OpenVariable<string> | null | undefined;
    /** Sender: an address of the identity, or NAME <ADDRESS>; default the identity's own address */
    fromEmailAddress?: string | OpenVariable<string> | null | undefined;
    /** Address for replies; default none */
    replyToEmailAddress?: string | OpenVariable<string> | null | undefined;
    /** Amazon SES configuration set; default none; 1 to 64 characters */
    configurationSet?: string | OpenVariable<string> | null | undefined;
  } | null | undefined;
  /** Invitations by administrators; a text that is left out is AWS's own */
  inviteMessage?: {
    /** Text of the e-mail, with {username} and {####}; 6 to 20000 characters; default Your username is {username} and temporary password is {####}. */
    emailMessage?: string | OpenVariable<string> | TextFile | null | undefined;
    /** Subject of the e-mail; 1 to 140 characters; default Your temporary password */
    emailSubject?: string | OpenVariable<string> | null | undefined;
    /** Text message, with {username} and {####}; 6 to 140 characters; default Your username is {username} and temporary password is {####}. */
    smsMessage?: string | OpenVariable<string> | TextFile | null | undefined;
  } | null | undefined;
  /** Verification of e-mail addresses and phone numbers; default AWS's own texts */
  verificationMessage?: {
    /** Whether e-mail addresses are verified with a code or with a link; default CONFIRM_WITH_CODE */
    defaultEmailOption?: "CONFIRM_WITH_CODE" | "CONFIRM_WITH_LINK" | OpenVariable<"CONFIRM_WITH_CODE" | "CONFIRM_WITH_LINK"> | null | undefined;
    /** Text of the e-mail with a code, with {####}; 6 to 20000 characters; stays in AWS when it is removed here */
    emailMessage?: string | OpenVariable<string> | TextFile | null | undefined;
    /** Text of the e-mail with a link, with {##TEXT##}; 6 to 20000 characters; stays in AWS when it is removed here */
    emailMessageByLink?: string | OpenVariable<string> | TextFile | null | undefined;
    /** Subject of the e-mail with a code; 1 to 140 characters; stays in AWS when it is removed here */
    emailSubject?: string | OpenVariable<string> | null | undefined;
    /** Subject of the e-mail with a link; 1 to 140 characters; stays in AWS when it is removed here */
    emailSubjectByLink?: string | OpenVariable<string> | null | undefined;
    /** Text message with a code, with {####}; 6 to 140 characters; stays in AWS when it is removed here */
    smsMessage?: string | OpenVariable<string> | TextFile | null | undefined;
  } | null | undefined;
  /** How a sign-in through ALLOW_USER_AUTH begins */
  signInPolicy?: {
    /** What users can sign in with first; default PASSWORD; needs tier ESSENTIALS unless PASSWORD */
    allowedFirstAuthFactors?: ("PASSWORD" | "EMAIL_OTP" | "SMS_OTP" | "WEB_AUTHN")[] | OpenVariable<("PASSWORD" | "EMAIL_OTP" | "SMS_OTP" | "WEB_AUTHN")[]> | null | undefined;
  } | null | undefined;
  /** Passkeys; default none */
  webAuthn?: {
    /** Domain that passkeys belong to; 1 to 127 characters; default the pool's domain */
    relyingPartyId?: string | OpenVariable<string> | null | undefined;
    /** Whether a passkey must verify its user, by fingerprint or PIN; default preferred */
    userVerification?: "required" | "preferred" | OpenVariable<"required" | "preferred"> | null | undefined;
  } | null | undefined;
  /** How users set a new password, in order of priority; with emailMfa the default has verified_phone_number too; default verified_email */
  accountRecovery?: ("verified_email" | "verified_phone_number" | "admin_only")[] | null | undefined;
  /** Whether only administrators create users; default false */
  adminCreateUserOnly?: boolean | null | undefined;
  /** Remembering devices; default none is remembered */
  deviceConfiguration?: {
    /** Whether a remembered device replaces the second factor; default false */
    challengeRequiredOnNewDevice?: boolean | null | undefined;
    /** Whether a device is remembered only when its user says so; default false */
    deviceOnlyRememberedOnUserPrompt?: boolean | null | undefined;
  } | null | undefined;
  /** Lambda triggers: functions that Cognito calls; default none */
  lambdaConfig?: {
    /** ARN of the function that accepts, changes or refuses a sign-up; default none */
    preSignUp?: string | OpenVariable<string> | null | undefined;
    /** ARN of the function that runs after a user is confirmed; default none */
    postConfirmation?: string | OpenVariable<string> | null | undefined;
    /** ARN of the function that accepts or refuses a sign-in; default none */
    preAuthentication?: string | OpenVariable<string> | null | undefined;
    /** ARN of the function that runs after each sign-in; default none */
    postAuthentication?: string | OpenVariable<string> | null | undefined;
    /** ARN of the function that changes ID tokens; default none; 20 to 2048 characters; stays in AWS when it is removed here */
    preTokenGeneration?: string | OpenVariable<string> | null | undefined;
    /** The function that changes tokens, by version; default none; stays in AWS when it is removed here */
    preTokenGenerationConfig?: {
      /** ARN of the function */
      lambdaArn?: string | OpenVariable<string> | null | undefined;
      /** V1_0 changes ID tokens, V2_0 access tokens as well, V3_0 those of machines too; needs tier ESSENTIALS unless V1_0 */
      lambdaVersion?: "V1_0" | "V2_0" | "V3_0" | OpenVariable<"V1_0" | "V2_0" | "V3_0"> | null | undefined;
    } | null | undefined;
    /** ARN of the function that writes e-mails and text messages; default none */
    customMessage?: string | OpenVariable<string> | null | undefined;
    /** ARN of the function that brings users from elsewhere at their first sign-in; default none */
    userMigration?: string | OpenVariable<string> | null | undefined;
    /** ARN of the function that chooses the next challenge of custom authentication; default none */
    defineAuthChallenge?: string | OpenVariable<string> | null | undefined;
    /** ARN of the function that makes a challenge of custom authentication; default none */
    createAuthChallenge?: string | OpenVariable<string> | null | undefined;
    /** ARN of the function that judges the answer to a challenge of custom authentication; default none */
    verifyAuthChallengeResponse?: string | OpenVariable<string> | null | undefined;
    /** The function that sends e-mails in place of Cognito; needs kmsKeyId; default none */
    customEmailSender?: SenderOverlay | null | undefined;
    /** The function that sends text messages in place of Cognito; needs kmsKeyId; default none */
    customSmsSender?: SenderOverlay | null | undefined;
    /** Whether Cognito is permitted here to call the functions (aws_lambda_permission); false where another configuration permits it; default true */
    permissions?: boolean | null | undefined;
    /** ARN of the KMS key that encrypts codes for the custom senders; default none */
    kmsKeyId?: string | OpenVariable<string> | null | undefined;
  } | null | undefined;
  /** Threat protection; default OFF; needs tier PLUS unless OFF */
  advancedSecurityMode?: "OFF" | "AUDIT" | "ENFORCED" | OpenVariable<"OFF" | "AUDIT" | "ENFORCED"> | null | undefined;
  /** Tags of the pool, at most 50; default none */
  tags?: Record<string, string | OpenVariable<string> | null> | null | undefined;
  /** Domain of the sign-in pages and OAuth endpoints; default none */
  domain?: {
    /** Prefix of <prefix>.auth.<region>.amazoncognito.com; 1 to 63 characters; permanent: a change replaces the resource */
    prefix?: string | OpenVariable<string> | null | undefined;
    /** 1: classic hosted UI, 2: managed login; default 1; needs tier ESSENTIALS unless 1 */
    managedLoginVersion?: 1 | 2 | null | undefined;
    /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
    unset?: "managedLoginVersion"[] | null | undefined;
    /** Environments in which it exists; default all of the pool */
    only?: string[] | null | undefined;
    /** Environments in which it does not exist; default none */
    except?: string[] | null | undefined;
    /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
    new?: boolean | null | undefined;
    /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
    allowDestroy?: AllowDestroyOverlay | null | undefined;
    /** A domain of your own: auth.example.com; 1 to 63 characters; permanent: a change replaces the resource */
    customDomain?: string | OpenVariable<string> | null | undefined;
    /** ARN of its ACM certificate, in us-east-1 */
    certificateArn?: string | OpenVariable<string> | null | undefined;
  } | null | undefined;
  /** A second domain of the other kind: a prefix beside a custom domain, or a custom domain beside a prefix */
  additionalDomain?: {
    /** Prefix of <prefix>.auth.<region>.amazoncognito.com; 1 to 63 characters; permanent: a change replaces the resource */
    prefix?: string | OpenVariable<string> | null | undefined;
    /** 1: classic hosted UI, 2: managed login; default 1; needs tier ESSENTIALS unless 1 */
    managedLoginVersion?: 1 | 2 | null | undefined;
    /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
    unset?: "managedLoginVersion"[] | null | undefined;
    /** Environments in which it exists; default all of the pool */
    only?: string[] | null | undefined;
    /** Environments in which it does not exist; default none */
    except?: string[] | null | undefined;
    /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
    new?: boolean | null | undefined;
    /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
    allowDestroy?: AllowDestroyOverlay | null | undefined;
    /** A domain of your own: auth.example.com; 1 to 63 characters; permanent: a change replaces the resource */
    customDomain?: string | OpenVariable<string> | null | undefined;
    /** ARN of its ACM certificate, in us-east-1 */
    certificateArn?: string | OpenVariable<string> | null | undefined;
  } | null | undefined;
  /** APIs and their scopes, by key; each key is part of an address; default none */
  resourceServers?: Record<string, ResourceServerOverlay | null> | null | undefined;
  /** SAML, OIDC and social sign-in, by name in Cognito; default none */
  identityProviders?: Record<string, IdentityProviderOverlay | null> | null | undefined;
  /** Groups of users, by name in Cognito; default none */
  groups?: Record<string, GroupOverlay | null> | null | undefined;
  /** How threat protection responds to risks, in every client without a threatProtection of its own; needs tier PLUS; default none */
  threatProtection?: ThreatProtectionOverlay | null | undefined;
  /** How the classic sign-in pages look (managedLoginVersion: 1), of every client without a uiCustomization of its own; needs a domain; default AWS's own look */
  uiCustomization?: UiCustomizationOverlay | null | undefined;
  /** Where the logs of the pool go; needs AWS provider 6.5.0 or later; default nowhere */
  logDelivery?: LogDeliveryOverlay | null | undefined;
  /** ARN of the web ACL of AWS WAF that filters requests to the pool: regional, of the pool's Region and account; default none */
  webAclArn?: string | OpenVariable<string> | null | undefined;
  /** Whether client_secrets is an output, sensitive; default false */
  exportClientSecrets?: boolean | null | undefined;
  /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
  allowDestroy?: AllowDestroyOverlay | null | undefined;
  /** Accepted warnings about this object: rule id to the reason; an error only of what is adopted; default none */
  acknowledge?: Record<string, string | null> | null | undefined;
  /** Defaults of every client of the pool; default none */
  clientDefaults?: ClientDefaultsOverlay | null | undefined;
  /** App clients by key */
  clients?: Record<string, {
    /** What the client runs on; decides its secret, and the defaults of flows and lifetimes */
    platform?: "ios" | "android" | "spa" | "desktop" | "server" | "machine" | "public" | "confidential" | "other" | null | undefined;
    /** Name in Cognito; 1 to 128 characters; default the key */
    name?: string | OpenVariable<string> | null | undefined;
    /** The client exists: Terraform imports it; for life; default none */
    adopted?: AdoptedClientOverlay | null | undefined;
    /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
    unset?: ("accessTokenValidity" | "idTokenValidity" | "tokenValidityUnits" | "refreshTokenRotation" | "preventUserExistenceErrors" | "readAttributes" | "writeAttributes")[] | null | undefined;
    /** How threat protection responds to risks in this client: replaces the pool's threatProtection entirely, but for customAuth; default the pool's */
    threatProtection?: ClientThreatProtectionOverlay | null | undefined;
    /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
    allowDestroy?: AllowDestroyOverlay | null | undefined;
    /** Numbers of the app clients that exist in AWS with these settings, each with its own client id and secret: one, or two in ascending order during a rotation, from 1; generation 1 has the address of the key, generation n that of key_g<n>; needs a secret; default [1] */
    generations?: number[] | null | undefined;
    /** The generation that outputs and deliveries name: one of generations; default the first */
    current?: number | null | undefined;
    /** The generation that is to leave generations by a day; once it left, the gate accepts that exactly it is destroyed; default none */
    retire?: RetireOverlay | null | undefined;
    /** Publishes the public values of the client for its front end, and never a secret; default not */
    publish?: PublishOverlay | null | undefined;
    /** Lifetime of an access token; 5 minutes to 1 day; default 1h */
    accessTokenValidity?: string | OpenDuration | null | undefined;
    /** Lifetime of an ID token; 5 minutes to 1 day; default 1h */
    idTokenValidity?: string | OpenDuration | null | undefined;
    /** Lifetime of a refresh token; 1 hour to 3650 days; default 30d, spa 1d */
    refreshTokenValidity?: string | OpenDuration | null | undefined;
    /** Time that a user has to finish a sign-in; 3 minutes to 15 minutes; default 3 minutes */
    authSessionValidity?: string | OpenDuration | null | undefined;
    /** Whether each refresh gives a new refresh token: false, or its settings; default false; needs tier ESSENTIALS unless DISABLED */
    refreshTokenRotation?: false | {
      /** How long a rotated token still works; 0 seconds to 1 minute; default 0 seconds */
      retryGracePeriod?: string | OpenDuration | null | undefined;
    } | null | undefined;
    /** Whether refresh tokens can be revoked; default true */
    enableTokenRevocation?: boolean | null | undefined;
    /** ENABLED hides from a caller whether a user exists, LEGACY does not; default ENABLED */
    preventUserExistenceErrors?: "ENABLED" | "LEGACY" | OpenVariable<"ENABLED" | "LEGACY"> | null | undefined;
    /** Authentication flows, in AWS's names; ALLOW_USER_AUTH needs tier ESSENTIALS; default SRP and refresh, of a machine refresh alone, of platform other none */
    explicitAuthFlows?: ("ALLOW_ADMIN_USER_PASSWORD_AUTH" | "ALLOW_CUSTOM_AUTH" | "ALLOW_REFRESH_TOKEN_AUTH" | "ALLOW_USER_AUTH" | "ALLOW_USER_PASSWORD_AUTH" | "ALLOW_USER_SRP_AUTH" | "ADMIN_NO_SRP_AUTH" | "CUSTOM_AUTH_FLOW_ONLY" | "USER_PASSWORD_AUTH")[] | OpenVariable<("ALLOW_ADMIN_USER_PASSWORD_AUTH" | "ALLOW_CUSTOM_AUTH" | "ALLOW_REFRESH_TOKEN_AUTH" | "ALLOW_USER_AUTH" | "ALLOW_USER_PASSWORD_AUTH" | "ALLOW_USER_SRP_AUTH" | "ADMIN_NO_SRP_AUTH" | "CUSTOM_AUTH_FLOW_ONLY" | "USER_PASSWORD_AUTH")[]> | null | undefined;
    /** Attributes that the client may read; default every standard and declared custom attribute */
    readAttributes?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | {
      /** Scopes that expand to their standard attributes; default none */
      scopes?: ("profile" | "email" | "phone" | "address")[] | null | undefined;
      /** Attributes by name; custom ones as custom:NAME; default none */
      attributes?: (string | OpenVariable<string>)[] | null | undefined;
    } | null | undefined;
    /** Attributes that the client may write; default every writable standard attribute */
    writeAttributes?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | {
      /** Scopes that expand to their standard attributes; default none */
      scopes?: ("profile" | "email" | "phone" | "address")[] | null | undefined;
      /** Attributes by name; custom ones as custom:NAME; default none */
      attributes?: (string | OpenVariable<string>)[] | null | undefined;
    } | null | undefined;
    /** Whether a server passes its caller's IP address to threat protection; needs a secret; default false */
    enablePropagateAdditionalUserContextData?: boolean | null | undefined;
    /** Amazon Pinpoint analytics; default none */
    analyticsConfiguration?: AnalyticsConfigurationOverlay | null | undefined;
    /** Whether a plan that replaces the client, with a new client id, fails; default true */
    preventDestroy?: boolean | null | undefined;
    /** Accepted warnings about this object: rule id to the reason; an error only of what is adopted; default none */
    acknowledge?: Record<string, string | null> | null | undefined;
    /** OAuth scopes: openid, email, phone, profile, ... or <resource server key>/<scope>; at most 50; default openid once an OAuth grant signs users in */
    allowedOauthScopes?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
    /** OAuth grants; default code once callbackUrls are given, of public, confidential and other clients none */
    allowedOauthFlows?: ("code" | "implicit" | "client_credentials")[] | OpenVariable<("code" | "implicit" | "client_credentials")[]> | null | undefined;
    /** URLs to which a sign-in may return, compared exactly; at most 100; default none */
    callbackUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
    /** URLs to which a sign-out may return, compared exactly; at most 100; default none */
    logoutUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
    /** The callback URL for requests that name none; 1 to 1024 characters; stays in AWS when it is removed here */
    defaultRedirectUri?: string | OpenVariable<string> | null | undefined;
    /** Identity providers by name; default COGNITO, the pool's own users, where users sign in */
    supportedIdentityProviders?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
    /** Style of managed login: default, which Cognito provides, none, or settings with images; needs AWS provider 6.13.0; without it default where a domain has managedLoginVersion: 2 and the client opens its pages, unless it is adopted; else none */
    branding?: "default" | "none" | {
      /** Path of a .json file in the config's folder with the settings of the style, or the JSON itself: what DescribeManagedLoginBranding prints under Settings; default those that Cognito provides */
      settings?: string | OpenVariable<string> | null | undefined;
      /** Images, one for each category and color mode; at most 40; a change replaces the style; default none */
      assets?: BrandingAsset[] | null | undefined;
    } | null | undefined;
    /** How the classic sign-in pages of this client look: replaces the pool's uiCustomization; default the pool's */
    uiCustomization?: UiCustomizationOverlay | null | undefined;
    /** Puts the client behind a CloudFront distribution that adds the SECRET_HASH to its calls of the Cognito API: true, or its settings; the client has a secret and stays public; permanent: a change between a proxy and none replaces the client; default none */
    secretHashProxy?: boolean | {
      /** Host name of the proxy: auth-api.example.com; needs certificateArn; one for all clients of the pool; default the name that CloudFront gives */
      domain?: string | OpenVariable<string> | null | undefined;
      /** ARN of the ACM certificate of domain, in us-east-1 */
      certificateArn?: string | OpenVariable<string> | null | undefined;
      /** ARN of an AWS WAF web ACL of scope CLOUDFRONT, which limits what reaches the proxy; one for all clients of the pool; default none */
      webAclArn?: string | OpenVariable<string> | null | undefined;
      /** Operations of the Cognito API that the proxy forwards for the client; default all of them */
      operations?: ("SignUp" | "ConfirmSignUp" | "ResendConfirmationCode" | "ForgotPassword" | "ConfirmForgotPassword" | "InitiateAuth" | "RespondToAuthChallenge" | "GetTokensFromRefreshToken" | "RevokeToken")[] | null | undefined;
    } | null | undefined;
    /** Where the id and the secret of the client's current generation are stored for its consumers; needs Terraform 1.11; default nowhere */
    deliver?: {
      /** One secret with JSON: client_id, client_secret, issuer, and token_endpoint where the pool has a domain */
      secretsManager?: {
        /** Name of the secret in AWS Secrets Manager; 1 to 512 characters */
        name?: string | OpenVariable<string> | null | undefined;
        /** The KMS key: its ARN, its id or alias/NAME; default the key aws/secretsmanager of the account */
        kmsKeyId?: string | OpenVariable<string> | null | undefined;
      } | null | undefined;
      /** Two parameters of Systems Manager: PREFIX/client-id as String, PREFIX/client-secret as SecureString */
      ssm?: {
        /** Where the parameters are: /acme/prod/api */
        prefix?: string | OpenVariable<string> | null | undefined;
      } | null | undefined;
    } | null | undefined;
    /** Whether the client has a secret; default false; permanent: a change replaces the resource */
    generateSecret?: boolean | null | undefined;
  } | null> | null | undefined;
}

/** The pool exists: Terraform imports it with all that it has here and is not new; for life; default none */
export interface AdoptedPoolOverlay {
  /** Id of the pool: eu-west-1_AbCdEfGhI */
  userPoolId?: string | null | undefined;
}

/** One attribute of the schema, permanent: attributes are added, never changed or removed */
export interface AttributeOverlay {
  /** Type; default the standard attribute's own, else String */
  type?: "String" | "Number" | "DateTime" | "Boolean" | null | undefined;
  /** Whether sign-up must give a value; standard attributes only; default false */
  required?: boolean | null | undefined;
  /** Whether the value can change after sign-up; default true */
  mutable?: boolean | null | undefined;
  /** Shortest text, of a String: 0 to 2048 characters; default 0 */
  minLength?: number | null | undefined;
  /** Longest text, of a String: 0 to 2048 characters; default 2048 */
  maxLength?: number | null | undefined;
  /** Smallest value, of a Number; default unlimited */
  minValue?: number | null | undefined;
  /** Largest value, of a Number; default unlimited */
  maxValue?: number | null | undefined;
  /** Whether it is privileged (a role, a tenant): no public client may write it; default false */
  authority?: boolean | null | undefined;
  /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
  unset?: ("minLength" | "maxLength")[] | null | undefined;
}

export interface TextFile {
  /** Path of the file, relative to the config and in its folder, with / between folders */
  file: string;
}

export interface SenderOverlay {
  /** ARN of the function */
  lambdaArn?: string | OpenVariable<string> | null | undefined;
  /** Version of the event */
  lambdaVersion?: "V1_0" | OpenVariable<"V1_0"> | null | undefined;
}

/** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
export interface AllowDestroyOverlay {
  /** Why it may be destroyed */
  reason?: string | null | undefined;
  /** The last day on which the gate accepts it, UTC: YYYY-MM-DD */
  until?: string | null | undefined;
}

/** One resource server: an API and its scopes */
export interface ResourceServerOverlay {
  /** Prefix of its scopes, often the URL of the API; 1 to 256 characters; default the key; permanent: a change replaces the resource */
  identifier?: string | OpenVariable<string> | null | undefined;
  /** Name in the console; 1 to 256 characters; default the key; a change replaces the resource before AWS provider 6.6.0 */
  name?: string | OpenVariable<string> | null | undefined;
  /** Scope names, each with its description; at most 100 */
  scopes?: Record<string, string | OpenVariable<string> | null> | null | undefined;
  /** Environments in which it exists; default all of the pool */
  only?: string[] | null | undefined;
  /** Environments in which it does not exist; default none */
  except?: string[] | null | undefined;
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | null | undefined;
  /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
  allowDestroy?: AllowDestroyOverlay | null | undefined;
}

/** One identity provider; the key is its name in Cognito */
export interface IdentityProviderOverlay {
  /** Kind of provider; permanent: a change replaces the resource */
  providerType?: "SAML" | "OIDC" | "Google" | "Facebook" | "LoginWithAmazon" | "SignInWithApple" | null | undefined;
  /** How to reach the provider, in AWS's names for its type: client_id, client_secret, authorize_scopes, MetadataURL, ...; MetadataFile also as { file: PATH }, a secret also as { secretsManager: NAME, key: KEY }, which Terraform reads and has in its state */
  providerDetails?: Record<string, string | OpenVariable<string> | TextFile | StoredSecretOverlay | null> | null | undefined;
  /** Attribute of the pool to the provider's claim; default none */
  attributeMapping?: Record<string, string | OpenVariable<string> | null> | null | undefined;
  /** E-mail domains, or other names, under which users find the provider; at most 50; default none */
  idpIdentifiers?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
  /** Environments in which it exists; default all of the pool */
  only?: string[] | null | undefined;
  /** Environments in which it does not exist; default none */
  except?: string[] | null | undefined;
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | null | undefined;
  /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
  allowDestroy?: AllowDestroyOverlay | null | undefined;
}

export interface StoredSecretOverlay {
  /** Name or ARN of the secret, in the Region of the pool */
  secretsManager?: string | null | undefined;
  /** Key of the value, if the secret is a JSON object; default the whole secret */
  key?: string | null | undefined;
}

/** One group of users; the key is its name in Cognito */
export interface GroupOverlay {
  /** What the group is for; 0 to 2048 bytes; default none */
  description?: string | OpenVariable<string> | null | undefined;
  /** Whose role counts for a member of several groups: the lowest number's; 0 or more; default last */
  precedence?: number | null | undefined;
  /** ARN of the IAM role that members get through an identity pool; default none */
  roleArn?: string | OpenVariable<string> | null | undefined;
  /** Environments in which it exists; default all of the pool */
  only?: string[] | null | undefined;
  /** Environments in which it does not exist; default none */
  except?: string[] | null | undefined;
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | null | undefined;
  /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
  allowDestroy?: AllowDestroyOverlay | null | undefined;
}

export interface ThreatProtectionOverlay {
  /** Threat protection of custom authentication: AUDIT or ENFORCED; default none; needs tier PLUS; stays in AWS when it is removed here */
  customAuth?: "AUDIT" | "ENFORCED" | OpenVariable<"AUDIT" | "ENFORCED"> | null | undefined;
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | null | undefined;
  /** What happens with passwords that are known from leaks; default AWS's own response, none */
  compromisedCredentials?: CompromisedCredentialsOverlay | null | undefined;
  /** Responses to sign-ins that look like an account takeover (adaptive authentication); default none */
  accountTakeover?: AccountTakeoverOverlay | null | undefined;
  /** IP addresses that are judged otherwise; default none */
  exceptions?: RiskExceptionsOverlay | null | undefined;
}

export interface CompromisedCredentialsOverlay {
  /** BLOCK or NO_ACTION */
  action?: "BLOCK" | "NO_ACTION" | OpenVariable<"BLOCK" | "NO_ACTION"> | null | undefined;
  /** Where passwords are compared; default SIGN_IN,PASSWORD_CHANGE,SIGN_UP */
  events?: ("SIGN_IN" | "PASSWORD_CHANGE" | "SIGN_UP")[] | OpenVariable<("SIGN_IN" | "PASSWORD_CHANGE" | "SIGN_UP")[]> | null | undefined;
}

export interface AccountTakeoverOverlay {
  /** Response to a low risk; default none */
  low?: RiskResponseOverlay | null | undefined;
  /** Response to a medium risk; default none */
  medium?: RiskResponseOverlay | null | undefined;
  /** Response to a high risk; default none */
  high?: RiskResponseOverlay | null | undefined;
  /** The e-mails about risky sign-ins; the AWS provider needs the sender, even if nobody is notified */
  notify?: RiskNotificationOverlay | null | undefined;
}

export interface RiskResponseOverlay {
  /** NO_ACTION, MFA_IF_CONFIGURED (MFA of users who have it), MFA_REQUIRED (others cannot sign in) or BLOCK */
  action?: "BLOCK" | "MFA_IF_CONFIGURED" | "MFA_REQUIRED" | "NO_ACTION" | OpenVariable<"BLOCK" | "MFA_IF_CONFIGURED" | "MFA_REQUIRED" | "NO_ACTION"> | null | undefined;
  /** Whether the user gets an e-mail about it; default false */
  notify?: boolean | null | undefined;
}

export interface RiskNotificationOverlay {
  /** ARN of the Amazon SES identity that sends the e-mails */
  sourceArn?: string | OpenVariable<string> | null | undefined;
  /** Sender: an address of the identity, or NAME <ADDRESS>; default the identity's own address */
  from?: string | OpenVariable<string> | null | undefined;
  /** Address for replies; default none */
  replyTo?: string | OpenVariable<string> | null | undefined;
  /** E-mail about a sign-in that was blocked; needed where one is notified */
  blockEmail?: RiskMailOverlay | null | undefined;
  /** E-mail about a sign-in that needed MFA; needed where one is notified */
  mfaEmail?: RiskMailOverlay | null | undefined;
  /** E-mail about a sign-in that was let through; needed where one is notified */
  noActionEmail?: RiskMailOverlay | null | undefined;
}

export interface RiskMailOverlay {
  /** Subject of the e-mail; 1 to 140 characters */
  subject?: string | OpenVariable<string> | null | undefined;
  /** The e-mail as HTML; 6 to 20000 characters */
  htmlBody?: string | OpenVariable<string> | TextFile | null | undefined;
  /** The e-mail as plain text; 6 to 20000 characters */
  textBody?: string | OpenVariable<string> | TextFile | null | undefined;
}

export interface RiskExceptionsOverlay {
  /** IP address ranges (CIDR) whose sign-ins are always blocked; at most 200; default none */
  blocked?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
  /** IP address ranges (CIDR) whose sign-ins are never judged; at most 200; default none */
  skipped?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
}

export interface UiCustomizationOverlay {
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | null | undefined;
  /** Style sheet, with no classes but AWS's, also as { file: PATH } of a .css file; default AWS's own; 0 to 131072 bytes */
  css?: string | OpenVariable<string> | TextFile | null | undefined;
  /** Logo above the form: path of a .png, .jpg or .jpeg file in the config's folder, a data: URI, or a variable that has it in base64; at most 100 KB; default none */
  image?: string | OpenVariable<string> | null | undefined;
}

export interface LogDeliveryOverlay {
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | null | undefined;
  /** Errors of e-mails and text messages that could not be sent (level ERROR); default none */
  userNotification?: NotificationLogsOverlay | null | undefined;
  /** Sign-ins and other activity of users, with its risk (level INFO), to one destination; needs tier PLUS and threat protection; default none */
  userAuthEvents?: {
    /** ARN of the CloudWatch log group, of the pool's account and not encrypted with AWS KMS, without :* at the end */
    cloudwatchLogs?: string | OpenVariable<string> | null | undefined;
    /** ARN of the Amazon Data Firehose stream, of the pool's account */
    firehose?: string | OpenVariable<string> | null | undefined;
    /** ARN of the S3 bucket, of the pool's account, with /PREFIX if wanted */
    s3?: string | OpenVariable<string> | null | undefined;
  } | null | undefined;
}

export interface NotificationLogsOverlay {
  /** ARN of the CloudWatch log group, of the pool's account and not encrypted with AWS KMS, without :* at the end */
  cloudwatchLogs?: string | OpenVariable<string> | null | undefined;
}

export interface ClientDefaultsOverlay {
  /** Lifetime of an access token; 5 minutes to 1 day; default 1h */
  accessTokenValidity?: string | OpenDuration | null | undefined;
  /** Lifetime of an ID token; 5 minutes to 1 day; default 1h */
  idTokenValidity?: string | OpenDuration | null | undefined;
  /** Lifetime of a refresh token; 1 hour to 3650 days; default 30d, spa 1d */
  refreshTokenValidity?: string | OpenDuration | null | undefined;
  /** Time that a user has to finish a sign-in; 3 minutes to 15 minutes; default 3 minutes */
  authSessionValidity?: string | OpenDuration | null | undefined;
  /** Whether each refresh gives a new refresh token: false, or its settings; default false; needs tier ESSENTIALS unless DISABLED */
  refreshTokenRotation?: false | {
    /** How long a rotated token still works; 0 seconds to 1 minute; default 0 seconds */
    retryGracePeriod?: string | OpenDuration | null | undefined;
  } | null | undefined;
  /** Whether refresh tokens can be revoked; default true */
  enableTokenRevocation?: boolean | null | undefined;
  /** ENABLED hides from a caller whether a user exists, LEGACY does not; default ENABLED */
  preventUserExistenceErrors?: "ENABLED" | "LEGACY" | OpenVariable<"ENABLED" | "LEGACY"> | null | undefined;
  /** Authentication flows, in AWS's names; ALLOW_USER_AUTH needs tier ESSENTIALS; default SRP and refresh, of a machine refresh alone, of platform other none */
  explicitAuthFlows?: ("ALLOW_ADMIN_USER_PASSWORD_AUTH" | "ALLOW_CUSTOM_AUTH" | "ALLOW_REFRESH_TOKEN_AUTH" | "ALLOW_USER_AUTH" | "ALLOW_USER_PASSWORD_AUTH" | "ALLOW_USER_SRP_AUTH" | "ADMIN_NO_SRP_AUTH" | "CUSTOM_AUTH_FLOW_ONLY" | "USER_PASSWORD_AUTH")[] | OpenVariable<("ALLOW_ADMIN_USER_PASSWORD_AUTH" | "ALLOW_CUSTOM_AUTH" | "ALLOW_REFRESH_TOKEN_AUTH" | "ALLOW_USER_AUTH" | "ALLOW_USER_PASSWORD_AUTH" | "ALLOW_USER_SRP_AUTH" | "ADMIN_NO_SRP_AUTH" | "CUSTOM_AUTH_FLOW_ONLY" | "USER_PASSWORD_AUTH")[]> | null | undefined;
  /** Attributes that the client may read; default every standard and declared custom attribute */
  readAttributes?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | {
    /** Scopes that expand to their standard attributes; default none */
    scopes?: ("profile" | "email" | "phone" | "address")[] | null | undefined;
    /** Attributes by name; custom ones as custom:NAME; default none */
    attributes?: (string | OpenVariable<string>)[] | null | undefined;
  } | null | undefined;
  /** Attributes that the client may write; default every writable standard attribute */
  writeAttributes?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | {
    /** Scopes that expand to their standard attributes; default none */
    scopes?: ("profile" | "email" | "phone" | "address")[] | null | undefined;
    /** Attributes by name; custom ones as custom:NAME; default none */
    attributes?: (string | OpenVariable<string>)[] | null | undefined;
  } | null | undefined;
  /** Whether a server passes its caller's IP address to threat protection; needs a secret; default false */
  enablePropagateAdditionalUserContextData?: boolean | null | undefined;
  /** Amazon Pinpoint analytics; default none */
  analyticsConfiguration?: AnalyticsConfigurationOverlay | null | undefined;
  /** Whether a plan that replaces the client, with a new client id, fails; default true */
  preventDestroy?: boolean | null | undefined;
  /** Accepted warnings about this object: rule id to the reason; an error only of what is adopted; default none */
  acknowledge?: Record<string, string | null> | null | undefined;
  /** OAuth scopes: openid, email, phone, profile, ... or <resource server key>/<scope>; at most 50; default openid once an OAuth grant signs users in */
  allowedOauthScopes?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
  /** OAuth grants; default code once callbackUrls are given, of public, confidential and other clients none */
  allowedOauthFlows?: ("code" | "implicit" | "client_credentials")[] | OpenVariable<("code" | "implicit" | "client_credentials")[]> | null | undefined;
  /** URLs to which a sign-in may return, compared exactly; at most 100; default none */
  callbackUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
  /** URLs to which a sign-out may return, compared exactly; at most 100; default none */
  logoutUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
  /** The callback URL for requests that name none; 1 to 1024 characters; stays in AWS when it is removed here */
  defaultRedirectUri?: string | OpenVariable<string> | null | undefined;
  /** Identity providers by name; default COGNITO, the pool's own users, where users sign in */
  supportedIdentityProviders?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | null | undefined;
  /** Style of managed login: default, which Cognito provides, none, or settings with images; needs AWS provider 6.13.0; without it default where a domain has managedLoginVersion: 2 and the client opens its pages, unless it is adopted; else none */
  branding?: "default" | "none" | {
    /** Path of a .json file in the config's folder with the settings of the style, or the JSON itself: what DescribeManagedLoginBranding prints under Settings; default those that Cognito provides */
    settings?: string | OpenVariable<string> | null | undefined;
    /** Images, one for each category and color mode; at most 40; a change replaces the style; default none */
    assets?: BrandingAsset[] | null | undefined;
  } | null | undefined;
  /** Puts the client behind a CloudFront distribution that adds the SECRET_HASH to its calls of the Cognito API: true, or its settings; the client has a secret and stays public; permanent: a change between a proxy and none replaces the client; default none */
  secretHashProxy?: boolean | {
    /** Host name of the proxy: auth-api.example.com; needs certificateArn; one for all clients of the pool; default the name that CloudFront gives */
    domain?: string | OpenVariable<string> | null | undefined;
    /** ARN of the ACM certificate of domain, in us-east-1 */
    certificateArn?: string | OpenVariable<string> | null | undefined;
    /** ARN of an AWS WAF web ACL of scope CLOUDFRONT, which limits what reaches the proxy; one for all clients of the pool; default none */
    webAclArn?: string | OpenVariable<string> | null | undefined;
    /** Operations of the Cognito API that the proxy forwards for the client; default all of them */
    operations?: ("SignUp" | "ConfirmSignUp" | "ResendConfirmationCode" | "ForgotPassword" | "ConfirmForgotPassword" | "InitiateAuth" | "RespondToAuthChallenge" | "GetTokensFromRefreshToken" | "RevokeToken")[] | null | undefined;
  } | null | undefined;
  /** Whether the client has a secret; default false; permanent: a change replaces the resource */
  generateSecret?: boolean | null | undefined;
}

export interface AnalyticsConfigurationOverlay {
  /** ARN of the Amazon Pinpoint project; excludes applicationId, externalId and roleArn */
  applicationArn?: string | OpenVariable<string> | null | undefined;
  /** Id of the Amazon Pinpoint project: hexadecimal; needs externalId and roleArn */
  applicationId?: string | OpenVariable<string> | null | undefined;
  /** External id with which Cognito assumes the role */
  externalId?: string | OpenVariable<string> | null | undefined;
  /** ARN of the IAM role that lets Cognito publish to Amazon Pinpoint */
  roleArn?: string | OpenVariable<string> | null | undefined;
  /** Whether user data is sent to Amazon Pinpoint; default false */
  userDataShared?: boolean | null | undefined;
}

export interface BrandingAsset {
  /** What the image is for */
  category: "FAVICON_ICO" | "FAVICON_SVG" | "EMAIL_GRAPHIC" | "SMS_GRAPHIC" | "AUTH_APP_GRAPHIC" | "PASSWORD_GRAPHIC" | "PASSKEY_GRAPHIC" | "PAGE_HEADER_LOGO" | "PAGE_HEADER_BACKGROUND" | "PAGE_FOOTER_LOGO" | "PAGE_FOOTER_BACKGROUND" | "PAGE_BACKGROUND" | "FORM_BACKGROUND" | "FORM_LOGO" | "IDP_BUTTON_ICON";
  /** LIGHT or DARK: shown in that mode of the browser; DYNAMIC: in both */
  colorMode: "LIGHT" | "DARK" | "DYNAMIC";
  /** Path of a .png, .jpg, .jpeg, .svg, .webp or .ico file in the config's folder, or a data: URI; at most 1,000,000 bytes */
  file: string;
}

/** The client exists: Terraform imports it; for life; default none */
export interface AdoptedClientOverlay {
  /** Client id: 1h57kf5cpq17m0eml12example */
  clientId?: string | null | undefined;
  /** Id of the managed login style that the client has, which Terraform imports as its branding; default none */
  styleId?: string | null | undefined;
}

export interface ClientThreatProtectionOverlay {
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | null | undefined;
  /** What happens with passwords that are known from leaks; default AWS's own response, none */
  compromisedCredentials?: CompromisedCredentialsOverlay | null | undefined;
  /** Responses to sign-ins that look like an account takeover (adaptive authentication); default none */
  accountTakeover?: AccountTakeoverOverlay | null | undefined;
  /** IP addresses that are judged otherwise; default none */
  exceptions?: RiskExceptionsOverlay | null | undefined;
}

/** The generation that is to leave generations by a day; once it left, the gate accepts that exactly it is destroyed; default none */
export interface RetireOverlay {
  /** The generation that is to be destroyed: a whole number from 1, never the current one */
  generation?: number | null | undefined;
  /** Why it may be destroyed */
  reason?: string | null | undefined;
  /** The last day on which the gate accepts it, UTC: YYYY-MM-DD */
  until?: string | null | undefined;
}

export interface PublishOverlay {
  /** Prefix of the names of two parameters of Systems Manager: PREFIX/outputs.json and PREFIX/amplify_outputs.json */
  ssm?: string | null | undefined;
}

export interface Guardrails {
  /** Lifetimes allowed for access tokens */
  accessTokenValidity?: {
    /** Longest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit */
    max?: string | undefined;
    /** Shortest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit */
    min?: string | undefined;
  } | undefined;
  /** Lifetimes allowed for ID tokens */
  idTokenValidity?: {
    /** Longest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit */
    max?: string | undefined;
    /** Shortest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit */
    min?: string | undefined;
  } | undefined;
  /** Lifetimes allowed for refresh tokens */
  refreshTokenValidity?: {
    /** Longest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit */
    max?: string | undefined;
    /** Shortest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit */
    min?: string | undefined;
  } | undefined;
  /** Limits for public clients: those without a secret, and those behind a SECRET_HASH proxy */
  publicClients?: {
    /** Lifetimes allowed for their refresh tokens */
    refreshTokenValidity?: {
      /** Longest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit */
      max?: string | undefined;
    } | undefined;
  } | undefined;
  /** Authentication flows that no client may allow; default none */
  forbidExplicitAuthFlows?: ("ALLOW_ADMIN_USER_PASSWORD_AUTH" | "ALLOW_CUSTOM_AUTH" | "ALLOW_REFRESH_TOKEN_AUTH" | "ALLOW_USER_AUTH" | "ALLOW_USER_PASSWORD_AUTH" | "ALLOW_USER_SRP_AUTH" | "ADMIN_NO_SRP_AUTH" | "CUSTOM_AUTH_FLOW_ONLY" | "USER_PASSWORD_AUTH")[] | undefined;
  /** OAuth grants that no client may allow; default none */
  forbidOauthFlows?: ("code" | "implicit" | "client_credentials")[] | undefined;
  /** Hosts that callback URLs may name: app.example.com, *.example.com; default any */
  callbackHosts?: string[] | undefined;
  /** Whether secrets of identity providers may only be sensitive variables; default false */
  forbidLiteralSecrets?: boolean | undefined;
  /** Published controls that pools and clients must pass, as warnings: a list (cdk-nag, prowler, security-hub), a list as it was on a day (prowler@2026-11-26), or the id of one control; default none */
  baseline?: ("cdk-nag" | "prowler" | "security-hub" | "AwsSolutions-COG1" | "AwsSolutions-COG2" | "AwsSolutions-COG4" | "AwsSolutions-COG7" | "AwsSolutions-COG8" | "cognito_user_pool_account_recovery_sms_not_preferred" | "cognito_user_pool_advanced_security_enabled" | "cognito_user_pool_blocks_compromised_credentials_sign_in_attempts" | "cognito_user_pool_blocks_potential_malicious_sign_in_attempts" | "cognito_user_pool_client_prevent_user_existence_errors" | "cognito_user_pool_client_token_revocation_enabled" | "cognito_user_pool_deletion_protection_enabled" | "cognito_user_pool_mfa_enabled" | "cognito_user_pool_password_policy_lowercase" | "cognito_user_pool_password_policy_minimum_length_14" | "cognito_user_pool_password_policy_number" | "cognito_user_pool_password_policy_symbol" | "cognito_user_pool_password_policy_uppercase" | "cognito_user_pool_self_registration_disabled" | "cognito_user_pool_temporary_password_expiration" | "cognito_user_pool_waf_acl_attached" | "cognito_identity_pool_guest_access_disabled" | "Cognito.1" | "Cognito.2" | "Cognito.3" | "Cognito.4" | "Cognito.5" | "Cognito.6" | string)[] | undefined;
  /** What warnings become, by rule id or family: error, which cannot be acknowledged, or off; an id overrides its family; default warnings */
  severity?: Record<string, "error" | "off"> | undefined;
  /** Whether every client must have enableTokenRevocation; default false */
  requireTokenRevocation?: boolean | undefined;
  /** Whether every client must have preventUserExistenceErrors ENABLED; default false */
  requireUserExistencePrevention?: boolean | undefined;
  /** Whether every pool that is managed here must have webAclArn; default false */
  requireWebAcl?: boolean | undefined;
}

/** One user pool, what is attached to it, and its clients */
export interface Pool extends PoolSettings {
  /** Environments in which the pool exists; default all */
  only?: string[] | undefined;
  /** Environments in which the pool does not exist; default none */
  except?: string[] | undefined;
  /** Whether client_secrets is an output, sensitive; default false */
  exportClientSecrets?: boolean | undefined;
  /** Defaults of every client of the pool; default none */
  clientDefaults?: ClientDefaults | undefined;
  /** App clients by key; each key is part of an address */
  clients: Record<string, Client>;
}

export interface ClientDefaults {
  /** Lifetime of an access token; 5 minutes to 1 day; default 1h */
  accessTokenValidity?: string | OpenDuration | undefined;
  /** Lifetime of an ID token; 5 minutes to 1 day; default 1h */
  idTokenValidity?: string | OpenDuration | undefined;
  /** Lifetime of a refresh token; 1 hour to 3650 days; default 30d, spa 1d */
  refreshTokenValidity?: string | OpenDuration | undefined;
  /** Time that a user has to finish a sign-in; 3 minutes to 15 minutes; default 3 minutes */
  authSessionValidity?: string | OpenDuration | undefined;
  /** Whether each refresh gives a new refresh token: false, or its settings; default false; needs tier ESSENTIALS unless DISABLED */
  refreshTokenRotation?: false | {
    /** How long a rotated token still works; 0 seconds to 1 minute; default 0 seconds */
    retryGracePeriod?: string | OpenDuration | undefined;
  } | undefined;
  /** Whether refresh tokens can be revoked; default true */
  enableTokenRevocation?: boolean | undefined;
  /** ENABLED hides from a caller whether a user exists, LEGACY does not; default ENABLED */
  preventUserExistenceErrors?: "ENABLED" | "LEGACY" | OpenVariable<"ENABLED" | "LEGACY"> | undefined;
  /** Authentication flows, in AWS's names; ALLOW_USER_AUTH needs tier ESSENTIALS; default SRP and refresh, of a machine refresh alone, of platform other none */
  explicitAuthFlows?: ("ALLOW_ADMIN_USER_PASSWORD_AUTH" | "ALLOW_CUSTOM_AUTH" | "ALLOW_REFRESH_TOKEN_AUTH" | "ALLOW_USER_AUTH" | "ALLOW_USER_PASSWORD_AUTH" | "ALLOW_USER_SRP_AUTH" | "ADMIN_NO_SRP_AUTH" | "CUSTOM_AUTH_FLOW_ONLY" | "USER_PASSWORD_AUTH")[] | OpenVariable<("ALLOW_ADMIN_USER_PASSWORD_AUTH" | "ALLOW_CUSTOM_AUTH" | "ALLOW_REFRESH_TOKEN_AUTH" | "ALLOW_USER_AUTH" | "ALLOW_USER_PASSWORD_AUTH" | "ALLOW_USER_SRP_AUTH" | "ADMIN_NO_SRP_AUTH" | "CUSTOM_AUTH_FLOW_ONLY" | "USER_PASSWORD_AUTH")[]> | undefined;
  /** Attributes that the client may read; default every standard and declared custom attribute */
  readAttributes?: AttributeSet | undefined;
  /** Attributes that the client may write; default every writable standard attribute */
  writeAttributes?: AttributeSet | undefined;
  /** Whether a server passes its caller's IP address to threat protection; needs a secret; default false */
  enablePropagateAdditionalUserContextData?: boolean | undefined;
  /** Amazon Pinpoint analytics; default none */
  analyticsConfiguration?: AnalyticsConfiguration | undefined;
  /** Whether a plan that replaces the client, with a new client id, fails; default true */
  preventDestroy?: boolean | undefined;
  /** Accepted warnings about this object: rule id to the reason; an error only of what is adopted; default none */
  acknowledge?: Record<string, string> | undefined;
  /** OAuth scopes: openid, email, phone, profile, ... or <resource server key>/<scope>; at most 50; default openid once an OAuth grant signs users in */
  allowedOauthScopes?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** OAuth grants; default code once callbackUrls are given, of public, confidential and other clients none */
  allowedOauthFlows?: ("code" | "implicit" | "client_credentials")[] | OpenVariable<("code" | "implicit" | "client_credentials")[]> | undefined;
  /** URLs to which a sign-in may return, compared exactly; at most 100; default none */
  callbackUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** URLs to which a sign-out may return, compared exactly; at most 100; default none */
  logoutUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** The callback URL for requests that name none; 1 to 1024 characters; stays in AWS when it is removed here */
  defaultRedirectUri?: string | OpenVariable<string> | undefined;
  /** Identity providers by name; default COGNITO, the pool's own users, where users sign in */
  supportedIdentityProviders?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** Style of managed login: default, which Cognito provides, none, or settings with images; needs AWS provider 6.13.0; without it default where a domain has managedLoginVersion: 2 and the client opens its pages, unless it is adopted; else none */
  branding?: "default" | "none" | {
    /** Path of a .json file in the config's folder with the settings of the style, or the JSON itself: what DescribeManagedLoginBranding prints under Settings; default those that Cognito provides */
    settings?: string | OpenVariable<string> | undefined;
    /** Images, one for each category and color mode; at most 40; a change replaces the style; default none */
    assets?: BrandingAsset[] | undefined;
  } | undefined;
  /** Puts the client behind a CloudFront distribution that adds the SECRET_HASH to its calls of the Cognito API: true, or its settings; the client has a secret and stays public; permanent: a change between a proxy and none replaces the client; default none */
  secretHashProxy?: boolean | {
    /** Host name of the proxy: auth-api.example.com; needs certificateArn; one for all clients of the pool; default the name that CloudFront gives */
    domain?: string | OpenVariable<string> | undefined;
    /** ARN of the ACM certificate of domain, in us-east-1 */
    certificateArn?: string | OpenVariable<string> | undefined;
    /** ARN of an AWS WAF web ACL of scope CLOUDFRONT, which limits what reaches the proxy; one for all clients of the pool; default none */
    webAclArn?: string | OpenVariable<string> | undefined;
    /** Operations of the Cognito API that the proxy forwards for the client; default all of them */
    operations?: ("SignUp" | "ConfirmSignUp" | "ResendConfirmationCode" | "ForgotPassword" | "ConfirmForgotPassword" | "InitiateAuth" | "RespondToAuthChallenge" | "GetTokensFromRefreshToken" | "RevokeToken")[] | undefined;
  } | undefined;
  /** Whether the client has a secret; default false; permanent: a change replaces the resource */
  generateSecret?: boolean | undefined;
}

export type AttributeSet = (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | {
  /** Scopes that expand to their standard attributes; default none */
  scopes?: ("profile" | "email" | "phone" | "address")[] | undefined;
  /** Attributes by name; custom ones as custom:NAME; default none */
  attributes?: (string | OpenVariable<string>)[] | undefined;
};

export interface AnalyticsConfiguration {
  /** ARN of the Amazon Pinpoint project; excludes applicationId, externalId and roleArn */
  applicationArn?: string | OpenVariable<string> | undefined;
  /** Id of the Amazon Pinpoint project: hexadecimal; needs externalId and roleArn */
  applicationId?: string | OpenVariable<string> | undefined;
  /** External id with which Cognito assumes the role */
  externalId?: string | OpenVariable<string> | undefined;
  /** ARN of the IAM role that lets Cognito publish to Amazon Pinpoint */
  roleArn?: string | OpenVariable<string> | undefined;
  /** Whether user data is sent to Amazon Pinpoint; default false */
  userDataShared?: boolean | undefined;
}

/** One app client */
export type Client = {
  /** Environments in which the client exists; default all */
  only?: string[] | undefined;
  /** Environments in which the client does not exist; default none */
  except?: string[] | undefined;
  /** Name in Cognito; 1 to 128 characters; default the key */
  name?: string | OpenVariable<string> | undefined;
  /** The key that this client had before: its address moves, and its client id survives; default none */
  renamedFrom?: string | undefined;
  /** The client exists: Terraform imports it; for life; default none */
  adopted?: AdoptedClient | undefined;
  /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
  unset?: ("accessTokenValidity" | "idTokenValidity" | "tokenValidityUnits" | "refreshTokenRotation" | "preventUserExistenceErrors" | "readAttributes" | "writeAttributes")[] | undefined;
  /** How threat protection responds to risks in this client: replaces the pool's threatProtection entirely, but for customAuth; default the pool's */
  threatProtection?: ClientThreatProtection | undefined;
  /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
  allowDestroy?: AllowDestroy | undefined;
  /** Numbers of the app clients that exist in AWS with these settings, each with its own client id and secret: one, or two in ascending order during a rotation, from 1; generation 1 has the address of the key, generation n that of key_g<n>; needs a secret; default [1] */
  generations?: number[] | undefined;
  /** The generation that outputs and deliveries name: one of generations; default the first */
  current?: number | undefined;
  /** The generation that is to leave generations by a day; once it left, the gate accepts that exactly it is destroyed; default none */
  retire?: Retire | undefined;
  /** Publishes the public values of the client for its front end, and never a secret; default not */
  publish?: Publish | undefined;
  /** Lifetime of an access token; 5 minutes to 1 day; default 1h */
  accessTokenValidity?: string | OpenDuration | undefined;
  /** Lifetime of an ID token; 5 minutes to 1 day; default 1h */
  idTokenValidity?: string | OpenDuration | undefined;
  /** Lifetime of a refresh token; 1 hour to 3650 days; default 30d, spa 1d */
  refreshTokenValidity?: string | OpenDuration | undefined;
  /** Time that a user has to finish a sign-in; 3 minutes to 15 minutes; default 3 minutes */
  authSessionValidity?: string | OpenDuration | undefined;
  /** Whether each refresh gives a new refresh token: false, or its settings; default false; needs tier ESSENTIALS unless DISABLED */
  refreshTokenRotation?: false | {
    /** How long a rotated token still works; 0 seconds to 1 minute; default 0 seconds */
    retryGracePeriod?: string | OpenDuration | undefined;
  } | undefined;
  /** Whether refresh tokens can be revoked; default true */
  enableTokenRevocation?: boolean | undefined;
  /** ENABLED hides from a caller whether a user exists, LEGACY does not; default ENABLED */
  preventUserExistenceErrors?: "ENABLED" | "LEGACY" | OpenVariable<"ENABLED" | "LEGACY"> | undefined;
  /** Authentication flows, in AWS's names; ALLOW_USER_AUTH needs tier ESSENTIALS; default SRP and refresh, of a machine refresh alone, of platform other none */
  explicitAuthFlows?: ("ALLOW_ADMIN_USER_PASSWORD_AUTH" | "ALLOW_CUSTOM_AUTH" | "ALLOW_REFRESH_TOKEN_AUTH" | "ALLOW_USER_AUTH" | "ALLOW_USER_PASSWORD_AUTH" | "ALLOW_USER_SRP_AUTH" | "ADMIN_NO_SRP_AUTH" | "CUSTOM_AUTH_FLOW_ONLY" | "USER_PASSWORD_AUTH")[] | OpenVariable<("ALLOW_ADMIN_USER_PASSWORD_AUTH" | "ALLOW_CUSTOM_AUTH" | "ALLOW_REFRESH_TOKEN_AUTH" | "ALLOW_USER_AUTH" | "ALLOW_USER_PASSWORD_AUTH" | "ALLOW_USER_SRP_AUTH" | "ADMIN_NO_SRP_AUTH" | "CUSTOM_AUTH_FLOW_ONLY" | "USER_PASSWORD_AUTH")[]> | undefined;
  /** Attributes that the client may read; default every standard and declared custom attribute */
  readAttributes?: AttributeSet | undefined;
  /** Attributes that the client may write; default every writable standard attribute */
  writeAttributes?: AttributeSet | undefined;
  /** Whether a server passes its caller's IP address to threat protection; needs a secret; default false */
  enablePropagateAdditionalUserContextData?: boolean | undefined;
  /** Amazon Pinpoint analytics; default none */
  analyticsConfiguration?: AnalyticsConfiguration | undefined;
  /** Whether a plan that replaces the client, with a new client id, fails; default true */
  preventDestroy?: boolean | undefined;
  /** Accepted warnings about this object: rule id to the reason; an error only of what is adopted; default none */
  acknowledge?: Record<string, string> | undefined;
} & ({
  /** What the client runs on; decides its secret, and the defaults of flows and lifetimes */
  platform: "ios" | "android" | "spa" | "desktop" | "public";
  /** OAuth scopes: openid, email, phone, profile, ... or <resource server key>/<scope>; at most 50; default openid once an OAuth grant signs users in */
  allowedOauthScopes?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** OAuth grants; default code once callbackUrls are given, of public, confidential and other clients none */
  allowedOauthFlows?: ("code" | "implicit" | "client_credentials")[] | OpenVariable<("code" | "implicit" | "client_credentials")[]> | undefined;
  /** URLs to which a sign-in may return, compared exactly; at most 100; default none */
  callbackUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** URLs to which a sign-out may return, compared exactly; at most 100; default none */
  logoutUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** The callback URL for requests that name none; 1 to 1024 characters; stays in AWS when it is removed here */
  defaultRedirectUri?: string | OpenVariable<string> | undefined;
  /** Identity providers by name; default COGNITO, the pool's own users, where users sign in */
  supportedIdentityProviders?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** Style of managed login: default, which Cognito provides, none, or settings with images; needs AWS provider 6.13.0; without it default where a domain has managedLoginVersion: 2 and the client opens its pages, unless it is adopted; else none */
  branding?: "default" | "none" | {
    /** Path of a .json file in the config's folder with the settings of the style, or the JSON itself: what DescribeManagedLoginBranding prints under Settings; default those that Cognito provides */
    settings?: string | OpenVariable<string> | undefined;
    /** Images, one for each category and color mode; at most 40; a change replaces the style; default none */
    assets?: BrandingAsset[] | undefined;
  } | undefined;
  /** How the classic sign-in pages of this client look: replaces the pool's uiCustomization; default the pool's */
  uiCustomization?: UiCustomization | undefined;
  /** Puts the client behind a CloudFront distribution that adds the SECRET_HASH to its calls of the Cognito API: true, or its settings; the client has a secret and stays public; permanent: a change between a proxy and none replaces the client; default none */
  secretHashProxy?: boolean | {
    /** Host name of the proxy: auth-api.example.com; needs certificateArn; one for all clients of the pool; default the name that CloudFront gives */
    domain?: string | OpenVariable<string> | undefined;
    /** ARN of the ACM certificate of domain, in us-east-1 */
    certificateArn?: string | OpenVariable<string> | undefined;
    /** ARN of an AWS WAF web ACL of scope CLOUDFRONT, which limits what reaches the proxy; one for all clients of the pool; default none */
    webAclArn?: string | OpenVariable<string> | undefined;
    /** Operations of the Cognito API that the proxy forwards for the client; default all of them */
    operations?: ("SignUp" | "ConfirmSignUp" | "ResendConfirmationCode" | "ForgotPassword" | "ConfirmForgotPassword" | "InitiateAuth" | "RespondToAuthChallenge" | "GetTokensFromRefreshToken" | "RevokeToken")[] | undefined;
  } | undefined;
} | {
  /** What the client runs on; decides its secret, and the defaults of flows and lifetimes */
  platform: "server" | "confidential";
  /** OAuth scopes: openid, email, phone, profile, ... or <resource server key>/<scope>; at most 50; default openid once an OAuth grant signs users in */
  allowedOauthScopes?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** OAuth grants; default code once callbackUrls are given, of public, confidential and other clients none */
  allowedOauthFlows?: ("code" | "implicit" | "client_credentials")[] | OpenVariable<("code" | "implicit" | "client_credentials")[]> | undefined;
  /** URLs to which a sign-in may return, compared exactly; at most 100; default none */
  callbackUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** URLs to which a sign-out may return, compared exactly; at most 100; default none */
  logoutUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** The callback URL for requests that name none; 1 to 1024 characters; stays in AWS when it is removed here */
  defaultRedirectUri?: string | OpenVariable<string> | undefined;
  /** Identity providers by name; default COGNITO, the pool's own users, where users sign in */
  supportedIdentityProviders?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** Style of managed login: default, which Cognito provides, none, or settings with images; needs AWS provider 6.13.0; without it default where a domain has managedLoginVersion: 2 and the client opens its pages, unless it is adopted; else none */
  branding?: "default" | "none" | {
    /** Path of a .json file in the config's folder with the settings of the style, or the JSON itself: what DescribeManagedLoginBranding prints under Settings; default those that Cognito provides */
    settings?: string | OpenVariable<string> | undefined;
    /** Images, one for each category and color mode; at most 40; a change replaces the style; default none */
    assets?: BrandingAsset[] | undefined;
  } | undefined;
  /** How the classic sign-in pages of this client look: replaces the pool's uiCustomization; default the pool's */
  uiCustomization?: UiCustomization | undefined;
  /** Where the id and the secret of the client's current generation are stored for its consumers; needs Terraform 1.11; default nowhere */
  deliver?: Deliver | undefined;
} | {
  /** What the client runs on; decides its secret, and the defaults of flows and lifetimes */
  platform: "machine";
  /** OAuth scopes: openid, email, phone, profile, ... or <resource server key>/<scope>; at most 50; default openid once an OAuth grant signs users in */
  allowedOauthScopes: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]>;
  /** Where the id and the secret of the client's current generation are stored for its consumers; needs Terraform 1.11; default nowhere */
  deliver?: Deliver | undefined;
} | {
  /** What the client runs on; decides its secret, and the defaults of flows and lifetimes */
  platform: "other";
  /** OAuth scopes: openid, email, phone, profile, ... or <resource server key>/<scope>; at most 50; default openid once an OAuth grant signs users in */
  allowedOauthScopes?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** OAuth grants; default code once callbackUrls are given, of public, confidential and other clients none */
  allowedOauthFlows?: ("code" | "implicit" | "client_credentials")[] | OpenVariable<("code" | "implicit" | "client_credentials")[]> | undefined;
  /** URLs to which a sign-in may return, compared exactly; at most 100; default none */
  callbackUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** URLs to which a sign-out may return, compared exactly; at most 100; default none */
  logoutUrls?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** The callback URL for requests that name none; 1 to 1024 characters; stays in AWS when it is removed here */
  defaultRedirectUri?: string | OpenVariable<string> | undefined;
  /** Identity providers by name; default COGNITO, the pool's own users, where users sign in */
  supportedIdentityProviders?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** Style of managed login: default, which Cognito provides, none, or settings with images; needs AWS provider 6.13.0; without it default where a domain has managedLoginVersion: 2 and the client opens its pages, unless it is adopted; else none */
  branding?: "default" | "none" | {
    /** Path of a .json file in the config's folder with the settings of the style, or the JSON itself: what DescribeManagedLoginBranding prints under Settings; default those that Cognito provides */
    settings?: string | OpenVariable<string> | undefined;
    /** Images, one for each category and color mode; at most 40; a change replaces the style; default none */
    assets?: BrandingAsset[] | undefined;
  } | undefined;
  /** How the classic sign-in pages of this client look: replaces the pool's uiCustomization; default the pool's */
  uiCustomization?: UiCustomization | undefined;
  /** Whether the client has a secret; default false; permanent: a change replaces the resource */
  generateSecret?: boolean | undefined;
  /** Where the id and the secret of the client's current generation are stored for its consumers; needs Terraform 1.11; default nowhere */
  deliver?: Deliver | undefined;
});

export interface UiCustomization {
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | undefined;
  /** Style sheet, with no classes but AWS's, also as { file: PATH } of a .css file; default AWS's own; 0 to 131072 bytes */
  css?: string | OpenVariable<string> | TextFile | undefined;
  /** Logo above the form: path of a .png, .jpg or .jpeg file in the config's folder, a data: URI, or a variable that has it in base64; at most 100 KB; default none */
  image?: string | OpenVariable<string> | undefined;
}

/** Where the id and the secret of the client's current generation are stored for its consumers; needs Terraform 1.11; default nowhere */
export interface Deliver {
  /** One secret with JSON: client_id, client_secret, issuer, and token_endpoint where the pool has a domain */
  secretsManager?: {
    /** Name of the secret in AWS Secrets Manager; 1 to 512 characters */
    name: string | OpenVariable<string>;
    /** The KMS key: its ARN, its id or alias/NAME; default the key aws/secretsmanager of the account */
    kmsKeyId?: string | OpenVariable<string> | undefined;
  } | undefined;
  /** Two parameters of Systems Manager: PREFIX/client-id as String, PREFIX/client-secret as SecureString */
  ssm?: {
    /** Where the parameters are: /acme/prod/api */
    prefix: string | OpenVariable<string>;
  } | undefined;
}

/** The client exists: Terraform imports it; for life; default none */
export interface AdoptedClient {
  /** Client id: 1h57kf5cpq17m0eml12example */
  clientId: string;
  /** Id of the managed login style that the client has, which Terraform imports as its branding; default none */
  styleId?: string | undefined;
}

export interface ClientThreatProtection {
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | undefined;
  /** What happens with passwords that are known from leaks; default AWS's own response, none */
  compromisedCredentials?: CompromisedCredentials | undefined;
  /** Responses to sign-ins that look like an account takeover (adaptive authentication); default none */
  accountTakeover?: AccountTakeover | undefined;
  /** IP addresses that are judged otherwise; default none */
  exceptions?: RiskExceptions | undefined;
}

export interface CompromisedCredentials {
  /** BLOCK or NO_ACTION */
  action: "BLOCK" | "NO_ACTION" | OpenVariable<"BLOCK" | "NO_ACTION">;
  /** Where passwords are compared; default SIGN_IN,PASSWORD_CHANGE,SIGN_UP */
  events?: ("SIGN_IN" | "PASSWORD_CHANGE" | "SIGN_UP")[] | OpenVariable<("SIGN_IN" | "PASSWORD_CHANGE" | "SIGN_UP")[]> | undefined;
}

export interface AccountTakeover {
  /** Response to a low risk; default none */
  low?: RiskResponse | undefined;
  /** Response to a medium risk; default none */
  medium?: RiskResponse | undefined;
  /** Response to a high risk; default none */
  high?: RiskResponse | undefined;
  /** The e-mails about risky sign-ins; the AWS provider needs the sender, even if nobody is notified */
  notify?: RiskNotification | undefined;
}

export interface RiskResponse {
  /** NO_ACTION, MFA_IF_CONFIGURED (MFA of users who have it), MFA_REQUIRED (others cannot sign in) or BLOCK */
  action: "BLOCK" | "MFA_IF_CONFIGURED" | "MFA_REQUIRED" | "NO_ACTION" | OpenVariable<"BLOCK" | "MFA_IF_CONFIGURED" | "MFA_REQUIRED" | "NO_ACTION">;
  /** Whether the user gets an e-mail about it; default false */
  notify?: boolean | undefined;
}

export interface RiskNotification {
  /** ARN of the Amazon SES identity that sends the e-mails */
  sourceArn: string | OpenVariable<string>;
  /** Sender: an address of the identity, or NAME <ADDRESS>; default the identity's own address */
  from?: string | OpenVariable<string> | undefined;
  /** Address for replies; default none */
  replyTo?: string | OpenVariable<string> | undefined;
  /** E-mail about a sign-in that was blocked; needed where one is notified */
  blockEmail?: RiskMail | undefined;
  /** E-mail about a sign-in that needed MFA; needed where one is notified */
  mfaEmail?: RiskMail | undefined;
  /** E-mail about a sign-in that was let through; needed where one is notified */
  noActionEmail?: RiskMail | undefined;
}

export interface RiskMail {
  /** Subject of the e-mail; 1 to 140 characters */
  subject: string | OpenVariable<string>;
  /** The e-mail as HTML; 6 to 20000 characters */
  htmlBody: string | OpenVariable<string> | TextFile;
  /** The e-mail as plain text; 6 to 20000 characters */
  textBody: string | OpenVariable<string> | TextFile;
}

export interface RiskExceptions {
  /** IP address ranges (CIDR) whose sign-ins are always blocked; at most 200; default none */
  blocked?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** IP address ranges (CIDR) whose sign-ins are never judged; at most 200; default none */
  skipped?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
}

/** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
export interface AllowDestroy {
  /** Why it may be destroyed */
  reason: string;
  /** The last day on which the gate accepts it, UTC: YYYY-MM-DD */
  until: string;
}

/** The generation that is to leave generations by a day; once it left, the gate accepts that exactly it is destroyed; default none */
export interface Retire {
  /** The generation that is to be destroyed: a whole number from 1, never the current one */
  generation: number;
  /** Why it may be destroyed */
  reason: string;
  /** The last day on which the gate accepts it, UTC: YYYY-MM-DD */
  until: string;
}

export interface Publish {
  /** Prefix of the names of two parameters of Systems Manager: PREFIX/outputs.json and PREFIX/amplify_outputs.json */
  ssm: string;
}

/** What a user pool has, in a config and in an app of one's own */
export interface PoolSettings {
  /** A pool managed elsewhere, of which only clients and resource servers are managed here; default none */
  existing?: {
    /** Id of the pool: eu-west-1_AbCdEfGhI */
    userPoolId: string | OpenVariable<string>;
  } | undefined;
  /** The pool exists: Terraform imports it with all that it has here and is not new; for life; default none */
  adopted?: AdoptedPool | undefined;
  /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
  unset?: ("caseSensitive" | "emailConfiguration" | "allowedFirstAuthFactors" | "accountRecovery" | "verificationMessage" | "advancedSecurityMode")[] | undefined;
  /** Name in Cognito; 1 to 128 characters; default <project>-<pool>-<environment>; a change replaces the resource before AWS provider 6.6.0 */
  name?: string | OpenVariable<string> | undefined;
  /** Feature plan; default ESSENTIALS */
  userPoolTier?: "LITE" | "ESSENTIALS" | "PLUS" | OpenVariable<"LITE" | "ESSENTIALS" | "PLUS"> | undefined;
  /** Whether AWS refuses to delete the pool; default true */
  deletionProtection?: boolean | undefined;
  /** Whether a plan that destroys the pool fails; default true */
  preventDestroy?: boolean | undefined;
  /** What users sign in with instead of a username; default none; permanent: a change replaces the resource */
  usernameAttributes?: ("email" | "phone_number")[] | undefined;
  /** What users can sign in with beside a username; default none; permanent: a change replaces the resource */
  aliasAttributes?: ("email" | "phone_number" | "preferred_username")[] | undefined;
  /** Whether usernames and e-mail addresses are case sensitive; default false; permanent: a change replaces the resource */
  caseSensitive?: boolean | undefined;
  /** What Cognito verifies with a code at sign-up; default email where users sign in with it */
  autoVerifiedAttributes?: ("email" | "phone_number")[] | OpenVariable<("email" | "phone_number")[]> | undefined;
  /** What has its old value until the new one is verified; default none */
  attributesRequireVerificationBeforeUpdate?: ("email" | "phone_number")[] | OpenVariable<("email" | "phone_number")[]> | undefined;
  /** The schema: standard attributes by name, custom ones as custom:NAME, at most 50; attributes are added, never changed or removed; default the standard ones */
  attributes?: Record<string, Attribute> | undefined;
  /** What passwords must have */
  passwordPolicy?: {
    /** Shortest password; 6 to 99 characters; default 8 */
    minimumLength?: number | OpenVariable<number> | undefined;
    /** Require a lower case letter; default true */
    requireLowercase?: boolean | OpenVariable<boolean> | undefined;
    /** Require an upper case letter; default true */
    requireUppercase?: boolean | OpenVariable<boolean> | undefined;
    /** Require a digit; default true */
    requireNumbers?: boolean | OpenVariable<boolean> | undefined;
    /** Require a symbol; default true */
    requireSymbols?: boolean | OpenVariable<boolean> | undefined;
    /** Days that the password of an invitation works; 0 days to 365 days; default 7 days */
    temporaryPasswordValidityDays?: number | OpenVariable<number> | undefined;
    /** Number of former passwords that cannot be used again; 0 to 24; default 0; needs tier ESSENTIALS unless 0 */
    passwordHistorySize?: number | OpenVariable<number> | undefined;
  } | undefined;
  /** Whether users need a second factor: OFF, OPTIONAL or ON; default OFF */
  mfaConfiguration?: "OFF" | "OPTIONAL" | "ON" | OpenVariable<"OFF" | "OPTIONAL" | "ON"> | undefined;
  /** Authenticator apps as a second factor; default false */
  softwareTokenMfa?: boolean | undefined;
  /** E-mail as a second factor; needs an SES account of your own; needs tier ESSENTIALS; stays in AWS when it is removed here */
  emailMfa?: {
    /** Text of the e-mail, with {####}; 6 to 20000 characters; default Your authentication code is {####}. */
    message?: string | OpenVariable<string> | TextFile | undefined;
    /** Subject of the e-mail; 1 to 140 characters; default Your authentication code */
    subject?: string | OpenVariable<string> | undefined;
  } | undefined;
  /** Text message with the code of a second factor, with {####}; default AWS's own text; 6 to 140 characters */
  smsAuthenticationMessage?: string | OpenVariable<string> | TextFile | undefined;
  /** Sending text messages through Amazon SNS; default none; stays in AWS when it is removed here */
  smsConfiguration?: {
    /** External id with which Cognito assumes the role */
    externalId: string | OpenVariable<string>;
    /** ARN of the IAM role with which Cognito sends text messages */
    snsCallerArn: string | OpenVariable<string>;
    /** Region of Amazon SNS; default the pool's; stays in AWS when it is removed here */
    snsRegion?: string | OpenVariable<string> | undefined;
  } | undefined;
  /** Sending e-mails */
  emailConfiguration?: {
    /** COGNITO_DEFAULT: Cognito's own sender, for tests; DEVELOPER: your Amazon SES identity; default COGNITO_DEFAULT */
    emailSendingAccount?: "COGNITO_DEFAULT" | "DEVELOPER" | OpenVariable<"COGNITO_DEFAULT" | "DEVELOPER"> | undefined;
    /** ARN of the Amazon SES identity; DEVELOPER needs it; default none */
    sourceArn?: string | OpenVariable<string> | undefined;
    /** Sender: an address of the identity, or NAME <ADDRESS>; default the identity's own address */
    fromEmailAddress?: string | OpenVariable<string> | undefined;
    /** Address for replies; default none */
    replyToEmailAddress?: string | OpenVariable<string> | undefined;
    /** Amazon SES configuration set; default none; 1 to 64 characters */
    configurationSet?: string | OpenVariable<string> | undefined;
  } | undefined;
  /** Invitations by administrators; a text that is left out is AWS's own */
  inviteMessage?: {
    /** Text of the e-mail, with {username} and {####}; 6 to 20000 characters; default Your username is {username} and temporary password is {####}. */
    emailMessage?: string | OpenVariable<string> | TextFile | undefined;
    /** Subject of the e-mail; 1 to 140 characters; default Your temporary password */
    emailSubject?: string | OpenVariable<string> | undefined;
    /** Text message, with {username} and {####}; 6 to 140 characters; default Your username is {username} and temporary password is {####}. */
    smsMessage?: string | OpenVariable<string> | TextFile | undefined;
  } | undefined;
  /** Verification of e-mail addresses and phone numbers; default AWS's own texts */
  verificationMessage?: {
    /** Whether e-mail addresses are verified with a code or with a link; default CONFIRM_WITH_CODE */
    defaultEmailOption?: "CONFIRM_WITH_CODE" | "CONFIRM_WITH_LINK" | OpenVariable<"CONFIRM_WITH_CODE" | "CONFIRM_WITH_LINK"> | undefined;
    /** Text of the e-mail with a code, with {####}; 6 to 20000 characters; stays in AWS when it is removed here */
    emailMessage?: string | OpenVariable<string> | TextFile | undefined;
    /** Text of the e-mail with a link, with {##TEXT##}; 6 to 20000 characters; stays in AWS when it is removed here */
    emailMessageByLink?: string | OpenVariable<string> | TextFile | undefined;
    /** Subject of the e-mail with a code; 1 to 140 characters; stays in AWS when it is removed here */
    emailSubject?: string | OpenVariable<string> | undefined;
    /** Subject of the e-mail with a link; 1 to 140 characters; stays in AWS when it is removed here */
    emailSubjectByLink?: string | OpenVariable<string> | undefined;
    /** Text message with a code, with {####}; 6 to 140 characters; stays in AWS when it is removed here */
    smsMessage?: string | OpenVariable<string> | TextFile | undefined;
  } | undefined;
  /** How a sign-in through ALLOW_USER_AUTH begins */
  signInPolicy?: {
    /** What users can sign in with first; default PASSWORD; needs tier ESSENTIALS unless PASSWORD */
    allowedFirstAuthFactors: ("PASSWORD" | "EMAIL_OTP" | "SMS_OTP" | "WEB_AUTHN")[] | OpenVariable<("PASSWORD" | "EMAIL_OTP" | "SMS_OTP" | "WEB_AUTHN")[]>;
  } | undefined;
  /** Passkeys; default none */
  webAuthn?: {
    /** Domain that passkeys belong to; 1 to 127 characters; default the pool's domain */
    relyingPartyId?: string | OpenVariable<string> | undefined;
    /** Whether a passkey must verify its user, by fingerprint or PIN; default preferred */
    userVerification?: "required" | "preferred" | OpenVariable<"required" | "preferred"> | undefined;
  } | undefined;
  /** How users set a new password, in order of priority; with emailMfa the default has verified_phone_number too; default verified_email */
  accountRecovery?: ("verified_email" | "verified_phone_number" | "admin_only")[] | undefined;
  /** Whether only administrators create users; default false */
  adminCreateUserOnly?: boolean | undefined;
  /** Remembering devices; default none is remembered */
  deviceConfiguration?: {
    /** Whether a remembered device replaces the second factor; default false */
    challengeRequiredOnNewDevice?: boolean | undefined;
    /** Whether a device is remembered only when its user says so; default false */
    deviceOnlyRememberedOnUserPrompt?: boolean | undefined;
  } | undefined;
  /** Lambda triggers: functions that Cognito calls; default none */
  lambdaConfig?: {
    /** ARN of the function that accepts, changes or refuses a sign-up; default none */
    preSignUp?: string | OpenVariable<string> | undefined;
    /** ARN of the function that runs after a user is confirmed; default none */
    postConfirmation?: string | OpenVariable<string> | undefined;
    /** ARN of the function that accepts or refuses a sign-in; default none */
    preAuthentication?: string | OpenVariable<string> | undefined;
    /** ARN of the function that runs after each sign-in; default none */
    postAuthentication?: string | OpenVariable<string> | undefined;
    /** ARN of the function that changes ID tokens; default none; 20 to 2048 characters; stays in AWS when it is removed here */
    preTokenGeneration?: string | OpenVariable<string> | undefined;
    /** The function that changes tokens, by version; default none; stays in AWS when it is removed here */
    preTokenGenerationConfig?: {
      /** ARN of the function */
      lambdaArn: string | OpenVariable<string>;
      /** V1_0 changes ID tokens, V2_0 access tokens as well, V3_0 those of machines too; needs tier ESSENTIALS unless V1_0 */
      lambdaVersion: "V1_0" | "V2_0" | "V3_0" | OpenVariable<"V1_0" | "V2_0" | "V3_0">;
    } | undefined;
    /** ARN of the function that writes e-mails and text messages; default none */
    customMessage?: string | OpenVariable<string> | undefined;
    /** ARN of the function that brings users from elsewhere at their first sign-in; default none */
    userMigration?: string | OpenVariable<string> | undefined;
    /** ARN of the function that chooses the next challenge of custom authentication; default none */
    defineAuthChallenge?: string | OpenVariable<string> | undefined;
    /** ARN of the function that makes a challenge of custom authentication; default none */
    createAuthChallenge?: string | OpenVariable<string> | undefined;
    /** ARN of the function that judges the answer to a challenge of custom authentication; default none */
    verifyAuthChallengeResponse?: string | OpenVariable<string> | undefined;
    /** The function that sends e-mails in place of Cognito; needs kmsKeyId; default none */
    customEmailSender?: Sender | undefined;
    /** The function that sends text messages in place of Cognito; needs kmsKeyId; default none */
    customSmsSender?: Sender | undefined;
    /** Whether Cognito is permitted here to call the functions (aws_lambda_permission); false where another configuration permits it; default true */
    permissions?: boolean | undefined;
    /** ARN of the KMS key that encrypts codes for the custom senders; default none */
    kmsKeyId?: string | OpenVariable<string> | undefined;
  } | undefined;
  /** Threat protection; default OFF; needs tier PLUS unless OFF */
  advancedSecurityMode?: "OFF" | "AUDIT" | "ENFORCED" | OpenVariable<"OFF" | "AUDIT" | "ENFORCED"> | undefined;
  /** Tags of the pool, at most 50; default none */
  tags?: Record<string, string | OpenVariable<string>> | undefined;
  /** Domain of the sign-in pages and OAuth endpoints; default none */
  domain?: {
    /** Prefix of <prefix>.auth.<region>.amazoncognito.com; 1 to 63 characters; permanent: a change replaces the resource */
    prefix: string | OpenVariable<string>;
    /** 1: classic hosted UI, 2: managed login; default 1; needs tier ESSENTIALS unless 1 */
    managedLoginVersion?: 1 | 2 | undefined;
    /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
    unset?: "managedLoginVersion"[] | undefined;
    /** Environments in which it exists; default all of the pool */
    only?: string[] | undefined;
    /** Environments in which it does not exist; default none */
    except?: string[] | undefined;
    /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
    new?: boolean | undefined;
    /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
    allowDestroy?: AllowDestroy | undefined;
  } | {
    /** A domain of your own: auth.example.com; 1 to 63 characters; permanent: a change replaces the resource */
    customDomain: string | OpenVariable<string>;
    /** ARN of its ACM certificate, in us-east-1 */
    certificateArn: string | OpenVariable<string>;
    /** 1: classic hosted UI, 2: managed login; default 1; needs tier ESSENTIALS unless 1 */
    managedLoginVersion?: 1 | 2 | undefined;
    /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
    unset?: "managedLoginVersion"[] | undefined;
    /** Environments in which it exists; default all of the pool */
    only?: string[] | undefined;
    /** Environments in which it does not exist; default none */
    except?: string[] | undefined;
    /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
    new?: boolean | undefined;
    /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
    allowDestroy?: AllowDestroy | undefined;
  } | undefined;
  /** A second domain of the other kind: a prefix beside a custom domain, or a custom domain beside a prefix */
  additionalDomain?: {
    /** Prefix of <prefix>.auth.<region>.amazoncognito.com; 1 to 63 characters; permanent: a change replaces the resource */
    prefix: string | OpenVariable<string>;
    /** 1: classic hosted UI, 2: managed login; default 1; needs tier ESSENTIALS unless 1 */
    managedLoginVersion?: 1 | 2 | undefined;
    /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
    unset?: "managedLoginVersion"[] | undefined;
    /** Environments in which it exists; default all of the pool */
    only?: string[] | undefined;
    /** Environments in which it does not exist; default none */
    except?: string[] | undefined;
    /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
    new?: boolean | undefined;
    /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
    allowDestroy?: AllowDestroy | undefined;
  } | {
    /** A domain of your own: auth.example.com; 1 to 63 characters; permanent: a change replaces the resource */
    customDomain: string | OpenVariable<string>;
    /** ARN of its ACM certificate, in us-east-1 */
    certificateArn: string | OpenVariable<string>;
    /** 1: classic hosted UI, 2: managed login; default 1; needs tier ESSENTIALS unless 1 */
    managedLoginVersion?: 1 | 2 | undefined;
    /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
    unset?: "managedLoginVersion"[] | undefined;
    /** Environments in which it exists; default all of the pool */
    only?: string[] | undefined;
    /** Environments in which it does not exist; default none */
    except?: string[] | undefined;
    /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
    new?: boolean | undefined;
    /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
    allowDestroy?: AllowDestroy | undefined;
  } | undefined;
  /** APIs and their scopes, by key; each key is part of an address; default none */
  resourceServers?: Record<string, ResourceServer> | undefined;
  /** SAML, OIDC and social sign-in, by name in Cognito; default none */
  identityProviders?: Record<string, IdentityProvider> | undefined;
  /** Groups of users, by name in Cognito; default none */
  groups?: Record<string, Group> | undefined;
  /** How threat protection responds to risks, in every client without a threatProtection of its own; needs tier PLUS; default none */
  threatProtection?: ThreatProtection | undefined;
  /** How the classic sign-in pages look (managedLoginVersion: 1), of every client without a uiCustomization of its own; needs a domain; default AWS's own look */
  uiCustomization?: UiCustomization | undefined;
  /** Where the logs of the pool go; needs AWS provider 6.5.0 or later; default nowhere */
  logDelivery?: LogDelivery | undefined;
  /** ARN of the web ACL of AWS WAF that filters requests to the pool: regional, of the pool's Region and account; default none */
  webAclArn?: string | OpenVariable<string> | undefined;
  /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
  allowDestroy?: AllowDestroy | undefined;
  /** Accepted warnings about this object: rule id to the reason; an error only of what is adopted; default none */
  acknowledge?: Record<string, string> | undefined;
}

/** The pool exists: Terraform imports it with all that it has here and is not new; for life; default none */
export interface AdoptedPool {
  /** Id of the pool: eu-west-1_AbCdEfGhI */
  userPoolId: string;
}

/** One attribute of the schema, permanent: attributes are added, never changed or removed */
export interface Attribute {
  /** Type; default the standard attribute's own, else String */
  type?: "String" | "Number" | "DateTime" | "Boolean" | undefined;
  /** Whether sign-up must give a value; standard attributes only; default false */
  required?: boolean | undefined;
  /** Whether the value can change after sign-up; default true */
  mutable?: boolean | undefined;
  /** Shortest text, of a String: 0 to 2048 characters; default 0 */
  minLength?: number | undefined;
  /** Longest text, of a String: 0 to 2048 characters; default 2048 */
  maxLength?: number | undefined;
  /** Smallest value, of a Number; default unlimited */
  minValue?: number | undefined;
  /** Largest value, of a Number; default unlimited */
  maxValue?: number | undefined;
  /** Whether it is privileged (a role, a tenant): no public client may write it; default false */
  authority?: boolean | undefined;
  /** What AWS has never been given, and is not given here; only of what is adopted; default nothing */
  unset?: ("minLength" | "maxLength")[] | undefined;
}

export interface Sender {
  /** ARN of the function */
  lambdaArn: string | OpenVariable<string>;
  /** Version of the event */
  lambdaVersion: "V1_0" | OpenVariable<"V1_0">;
}

/** One resource server: an API and its scopes */
export interface ResourceServer {
  /** Prefix of its scopes, often the URL of the API; 1 to 256 characters; default the key; permanent: a change replaces the resource */
  identifier?: string | OpenVariable<string> | undefined;
  /** Name in the console; 1 to 256 characters; default the key; a change replaces the resource before AWS provider 6.6.0 */
  name?: string | OpenVariable<string> | undefined;
  /** Scope names, each with its description; at most 100 */
  scopes: Record<string, string | OpenVariable<string>>;
  /** Environments in which it exists; default all of the pool */
  only?: string[] | undefined;
  /** Environments in which it does not exist; default none */
  except?: string[] | undefined;
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | undefined;
  /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
  allowDestroy?: AllowDestroy | undefined;
}

/** One identity provider; the key is its name in Cognito */
export interface IdentityProvider {
  /** Kind of provider; permanent: a change replaces the resource */
  providerType: "SAML" | "OIDC" | "Google" | "Facebook" | "LoginWithAmazon" | "SignInWithApple";
  /** How to reach the provider, in AWS's names for its type: client_id, client_secret, authorize_scopes, MetadataURL, ...; MetadataFile also as { file: PATH }, a secret also as { secretsManager: NAME, key: KEY }, which Terraform reads and has in its state */
  providerDetails: Record<string, string | OpenVariable<string> | TextFile | StoredSecret>;
  /** Attribute of the pool to the provider's claim; default none */
  attributeMapping?: Record<string, string | OpenVariable<string>> | undefined;
  /** E-mail domains, or other names, under which users find the provider; at most 50; default none */
  idpIdentifiers?: (string | OpenVariable<string>)[] | OpenVariable<(string | OpenVariable<string>)[]> | undefined;
  /** Environments in which it exists; default all of the pool */
  only?: string[] | undefined;
  /** Environments in which it does not exist; default none */
  except?: string[] | undefined;
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | undefined;
  /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
  allowDestroy?: AllowDestroy | undefined;
}

export interface StoredSecret {
  /** Name or ARN of the secret, in the Region of the pool */
  secretsManager: string;
  /** Key of the value, if the secret is a JSON object; default the whole secret */
  key?: string | undefined;
}

/** One group of users; the key is its name in Cognito */
export interface Group {
  /** What the group is for; 0 to 2048 bytes; default none */
  description?: string | OpenVariable<string> | undefined;
  /** Whose role counts for a member of several groups: the lowest number's; 0 or more; default last */
  precedence?: number | undefined;
  /** ARN of the IAM role that members get through an identity pool; default none */
  roleArn?: string | OpenVariable<string> | undefined;
  /** Environments in which it exists; default all of the pool */
  only?: string[] | undefined;
  /** Environments in which it does not exist; default none */
  except?: string[] | undefined;
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | undefined;
  /** Lets the gate accept a plan that destroys or replaces exactly this object; default it refuses */
  allowDestroy?: AllowDestroy | undefined;
}

export interface ThreatProtection {
  /** Threat protection of custom authentication: AUDIT or ENFORCED; default none; needs tier PLUS; stays in AWS when it is removed here */
  customAuth?: "AUDIT" | "ENFORCED" | OpenVariable<"AUDIT" | "ENFORCED"> | undefined;
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | undefined;
  /** What happens with passwords that are known from leaks; default AWS's own response, none */
  compromisedCredentials?: CompromisedCredentials | undefined;
  /** Responses to sign-ins that look like an account takeover (adaptive authentication); default none */
  accountTakeover?: AccountTakeover | undefined;
  /** IP addresses that are judged otherwise; default none */
  exceptions?: RiskExceptions | undefined;
}

export interface LogDelivery {
  /** Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported */
  new?: boolean | undefined;
  /** Errors of e-mails and text messages that could not be sent (level ERROR); default none */
  userNotification?: NotificationLogs | undefined;
  /** Sign-ins and other activity of users, with its risk (level INFO), to one destination; needs tier PLUS and threat protection; default none */
  userAuthEvents?: {
    /** ARN of the CloudWatch log group, of the pool's account and not encrypted with AWS KMS, without :* at the end */
    cloudwatchLogs: string | OpenVariable<string>;
  } | {
    /** ARN of the Amazon Data Firehose stream, of the pool's account */
    firehose: string | OpenVariable<string>;
  } | {
    /** ARN of the S3 bucket, of the pool's account, with /PREFIX if wanted */
    s3: string | OpenVariable<string>;
  } | undefined;
}

export interface NotificationLogs {
  /** ARN of the CloudWatch log group, of the pool's account and not encrypted with AWS KMS, without :* at the end */
  cloudwatchLogs: string | OpenVariable<string>;
}

/** The keys of a pool in the config file, but its clients and what only means something between environments */
export interface UserPoolOptions extends PoolSettings {
  /** AWS Region of the pool: part of issuer and domain */
  region: string | OpenVariable<string>;
}
