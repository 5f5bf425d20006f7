/** A way in which the AWS provider 5.100.0 sends something else than the arguments say, and why that is so left. */
export interface Behaviour {
  /** Resource and field of the API: `aws_cognito_user_pool MfaConfiguration`. */
  readonly at: RegExp;
  /** What the arguments say; `undefined` where they say nothing. */
  readonly claimed?: RegExp;
  /** What is sent; `undefined` where nothing is. */
  readonly sent?: RegExp;
  readonly why: string;
}

/** Every known difference. One that no apply shows any more fails the suite. */
export const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  "API defaults of a new pool": {
    at: /user_pool (MfaConfiguration|UserPoolTier)$/,
    claimed: /^"(OFF|ESSENTIALS)"$/,
    why: "a pool is created without them, and the API takes the same value",
  },
  "SMS for MFA": {
    at: /user_pool SmsMfaConfiguration/,
    sent: /./,
    why: "SetUserPoolMfaConfig carries the SMS sender of the pool wherever MFA is not OFF",
  },
  "verification texts in both places": {
    at: /user_pool (EmailVerificationMessage|EmailVerificationSubject|SmsVerificationMessage)$/,
    sent: /./,
    why: "the provider reads AWS's older spelling of a text and sends it beside the newer one, with the same words",
  },
  "verification texts stay": {
    at: /user_pool VerificationMessageTemplate\.(Email|Sms)/,
    sent: /./,
    why: "a text that is removed stays: the provider computes it; the tables of facts have it as retained",
  },
  "the SMS sender stays": {
    at: /user_pool SmsConfiguration/,
    sent: /./,
    why: "smsConfiguration that is removed stays: the provider computes it; the tables of facts have it as retained",
  },
  "the trigger before token generation stays": {
    at: /user_pool LambdaConfig\.PreTokenGeneration/,
    sent: /./,
    why: "removed beside other triggers it stays: the provider computes it; the gate refuses the plan",
  },
  "threat protection of custom authentication stays": {
    at: /user_pool UserPoolAddOns\.AdvancedSecurityAdditionalFlows/,
    sent: /./,
    why: "threatProtection.customAuth that is removed stays: the provider computes it; the tables of facts have it as retained",
  },
  "first factors on LITE stay": {
    at: /user_pool Policies\.SignInPolicy/,
    sent: /./,
    why: "a pool that moves to LITE keeps PASSWORD as its one first factor, which is what LITE has",
  },
  "verified updates are turned off": {
    at: /user_pool UserAttributeUpdateSettings$/,
    sent: /^"block"$/,
    why: "a list that is removed is sent empty, which turns the setting off",
  },
  "email MFA is removed by an empty block": {
    at: /user_pool EmailMfaConfiguration$/,
    sent: /^"block"$/,
    why: "emailMfa that is removed is sent as an empty configuration, which AWS may take as email MFA with its own texts; the tables of facts have it as retained",
  },
  "zero is not sent": {
    at: /(group Precedence|user_pool Policies\.PasswordPolicy\.TemporaryPasswordValidityDays)$/,
    claimed: /^0$/,
    why: "the provider takes 0 for nothing: rules GRP-04 and POOL-18 warn",
  },
  "the default redirect stays": {
    at: /user_pool_client DefaultRedirectURI$/,
    sent: /./,
    why: "defaultRedirectUri that is removed stays: the provider computes it; the tables of facts have it as retained",
  },
  "arguments of a group that are removed": {
    at: /user_group (Description|Precedence|RoleArn)$/,
    sent: /^(""|0)$/,
    why: "an update sends an empty text, or 0, for an argument that is removed",
  },
};
