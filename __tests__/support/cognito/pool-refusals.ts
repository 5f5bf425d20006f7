import { type Fields, invalid, Refusal } from "./refusal";

/** A rule of AWS over a whole pool; its message when the pool breaks it. */
type PoolRule = (pool: Fields) => string | undefined;

/** @throws Refusal when AWS would not take the settings of a pool, MFA apart */
export function checkPool(pool: Fields): void {
  refuseWhere(POOL_RULES, pool);
  const feature = featureOf(pool);
  if (pool.UserPoolTier === "LITE" && feature !== undefined) refuseTier(feature);
}

/** @throws Refusal when AWS would not take a pool together with its MFA settings */
export function checkMfa(pool: Fields): void {
  refuseWhere(MFA_RULES, pool);
  if (pool.UserPoolTier !== "LITE") return;
  if (pool.EmailMfaConfiguration !== undefined) refuseTier("Email MFA");
  if (pool.WebAuthnConfiguration !== undefined) refuseTier("WebAuthn");
}

/** @throws Refusal of a feature that a pool's tier does not have */
export function refuseTier(feature: string): never {
  const message = `The following feature is not available for the LITE pricing tier configured: ${feature}`;
  throw new Refusal("FeatureUnavailableInTierException", message);
}

function featureOf({ Policies, LambdaConfig }: Fields): string | undefined {
  const { SignInPolicy, PasswordPolicy } = (Policies ?? {}) as Record<string, Fields>;
  const version = ((LambdaConfig as Fields)?.PreTokenGenerationConfig as Fields)?.LambdaVersion ?? "V1_0";
  if (isPasswordless(SignInPolicy)) return "Choice based authentication";
  if (version !== "V1_0") return "Access token customization";
  return PasswordPolicy?.PasswordHistorySize ? "Password history" : undefined;
}

const POOL_RULES: readonly PoolRule[] = [
  ({ AutoVerifiedAttributes, SmsConfiguration }) =>
    has(AutoVerifiedAttributes, "phone_number") && SmsConfiguration === undefined
      ? "SMS configuration is required when phone_number is selected for auto verification"
      : undefined,
  ({ EmailConfiguration }) => {
    const { EmailSendingAccount, SourceArn } = (EmailConfiguration ?? {}) as Fields;
    return EmailSendingAccount === "DEVELOPER" && SourceArn === undefined
      ? "SourceArn is required when EmailSendingAccount is DEVELOPER"
      : undefined;
  },
  ({ LambdaConfig, Arn }) => {
    const region = String(Arn).split(":")[3];
    const arns = Object.values((LambdaConfig ?? {}) as Fields).map((each) => (each as Fields)?.LambdaArn ?? each);
    const foreign = arns.some((arn) => /^arn:\w+:lambda:/.test(String(arn)) && String(arn).split(":")[3] !== region);
    return foreign ? "Cross-region lambda functions are not supported" : undefined;
  },
  ({ MfaConfiguration, Policies }) => requiredMfaBesidePasswordless(MfaConfiguration, Policies),
];

const MFA_RULES: readonly PoolRule[] = [
  ({ MfaConfiguration, ...pool }) =>
    MfaConfiguration === "OFF" && factorsOf(pool).length > 0
      ? "Invalid MFA configuration given, can't turn off MFA and configure an MFA together."
      : undefined,
  ({ MfaConfiguration, ...pool }) =>
    MfaConfiguration !== "OFF" && factorsOf(pool).length === 0
      ? "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration."
      : undefined,
  ({ EmailMfaConfiguration, EmailConfiguration }) =>
    EmailMfaConfiguration !== undefined && (EmailConfiguration as Fields)?.EmailSendingAccount !== "DEVELOPER"
      ? "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT."
      : undefined,
  ({ EmailMfaConfiguration, AccountRecoverySetting }) =>
    EmailMfaConfiguration !== undefined && isEmailOnly(AccountRecoverySetting as Fields)
      ? "Email MFA cannot be enabled when the recovery option is Email only."
      : undefined,
  ({ MfaConfiguration, Policies }) => requiredMfaBesidePasswordless(MfaConfiguration, Policies),
  ({ MfaConfiguration, AutoVerifiedAttributes, SmsMfaConfiguration }) =>
    MfaConfiguration === "OFF" && has(AutoVerifiedAttributes, "phone_number") && SmsMfaConfiguration === undefined
      ? "SMS configuration and Auto verification for phone_number are required when MFA is required/optional"
      : undefined,
];

function requiredMfaBesidePasswordless(mfa: unknown, policies: unknown): string | undefined {
  const { SignInPolicy } = (policies ?? {}) as Record<string, Fields>;
  return mfa === "ON" && isPasswordless(SignInPolicy)
    ? "MFA cannot be set to ON when AllowedFirstAuthFactors has EMAIL_OTP, SMS_OTP or WEB_AUTHN"
    : undefined;
}

function refuseWhere(rules: readonly PoolRule[], pool: Fields): void {
  for (const rule of rules) {
    const message = rule(pool);
    if (message !== undefined) invalid(message);
  }
}

function factorsOf({ SoftwareTokenMfaConfiguration, SmsMfaConfiguration, EmailMfaConfiguration }: Fields): unknown[] {
  const token = (SoftwareTokenMfaConfiguration as Fields)?.Enabled === true || undefined;
  return [token, SmsMfaConfiguration, EmailMfaConfiguration].filter((each) => each !== undefined);
}

function isPasswordless(policy: Fields | undefined): boolean {
  return ((policy?.AllowedFirstAuthFactors ?? []) as string[]).some((factor) => factor !== "PASSWORD");
}

function isEmailOnly(setting: Fields | undefined): boolean {
  const names = ((setting?.RecoveryMechanisms ?? []) as Fields[]).map(({ Name }) => Name);
  return names.length === 1 && names[0] === "verified_email";
}

function has(list: unknown, item: string): boolean {
  return Array.isArray(list) && list.includes(item);
}
