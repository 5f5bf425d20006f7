/**
 * The closed sets of Cognito's API, in AWS's own spelling.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
 */

/** Flows of the first generation; AWS does not accept them beside `ALLOW_` flows. */
export const LEGACY_AUTH_FLOWS = ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"] as const;

export const ALLOW_AUTH_FLOWS = [
  "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  "ALLOW_CUSTOM_AUTH",
  "ALLOW_REFRESH_TOKEN_AUTH",
  "ALLOW_USER_AUTH",
  "ALLOW_USER_PASSWORD_AUTH",
  "ALLOW_USER_SRP_AUTH",
] as const;

export const AUTH_FLOWS = [...ALLOW_AUTH_FLOWS, ...LEGACY_AUTH_FLOWS] as const;
export type AuthFlow = (typeof AUTH_FLOWS)[number];

export const OAUTH_FLOWS = ["code", "implicit", "client_credentials"] as const;
export type OauthFlow = (typeof OAUTH_FLOWS)[number];

/** The grants by which a user signs in, on the pages of a domain. */
export const SIGN_IN_FLOWS = ["code", "implicit"] as const;

/** Scopes that every user pool has. All others are `<resource server identifier>/<scope>`. */
export const STANDARD_SCOPES = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"] as const;

export const USER_POOL_TIERS = ["LITE", "ESSENTIALS", "PLUS"] as const;
export type UserPoolTier = (typeof USER_POOL_TIERS)[number];

export const MFA_CONFIGURATIONS = ["OFF", "OPTIONAL", "ON"] as const;
export const ADVANCED_SECURITY_MODES = ["OFF", "AUDIT", "ENFORCED"] as const;
export const CUSTOM_AUTH_MODES = ["AUDIT", "ENFORCED"] as const;
export const COMPROMISED_CREDENTIALS_ACTIONS = ["BLOCK", "NO_ACTION"] as const;
export const COMPROMISED_CREDENTIALS_EVENTS = ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"] as const;
export const ACCOUNT_TAKEOVER_ACTIONS = ["BLOCK", "MFA_IF_CONFIGURED", "MFA_REQUIRED", "NO_ACTION"] as const;
/** How likely it is that a sign-in is an account takeover. */
export const RISK_LEVELS = ["low", "medium", "high"] as const;
export const USERNAME_ATTRIBUTES = ["email", "phone_number"] as const;
export const ALIAS_ATTRIBUTES = ["email", "phone_number", "preferred_username"] as const;
export const VERIFIED_ATTRIBUTES = ["email", "phone_number"] as const;
export const RECOVERY_MECHANISMS = ["verified_email", "verified_phone_number", "admin_only"] as const;
export const FIRST_AUTH_FACTORS = ["PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"] as const;
export const ATTRIBUTE_TYPES = ["String", "Number", "DateTime", "Boolean"] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];
export const USER_EXISTENCE_ERRORS = ["ENABLED", "LEGACY"] as const;
export const EMAIL_SENDING_ACCOUNTS = ["COGNITO_DEFAULT", "DEVELOPER"] as const;
export const EMAIL_OPTIONS = ["CONFIRM_WITH_CODE", "CONFIRM_WITH_LINK"] as const;
export const USER_VERIFICATIONS = ["required", "preferred"] as const;
export const TOKEN_GENERATION_VERSIONS = ["V1_0", "V2_0", "V3_0"] as const;
export const SENDER_VERSIONS = ["V1_0"] as const;
export const MANAGED_LOGIN_VERSIONS = [1, 2] as const;
export const PROVIDER_TYPES = ["SAML", "OIDC", "Google", "Facebook", "LoginWithAmazon", "SignInWithApple"] as const;
export type ProviderType = (typeof PROVIDER_TYPES)[number];

/** Identity providers of which a pool has one at most, named after its type. */
export const SOCIAL_PROVIDERS = ["Facebook", "Google", "LoginWithAmazon", "SignInWithApple"] as const;

/** Terraform's names for the units of a token's lifetime. */
export const TIME_UNITS = ["seconds", "minutes", "hours", "days"] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** The provider name under which a client lets local users of the pool sign in. */
export const COGNITO_PROVIDER = "COGNITO";
