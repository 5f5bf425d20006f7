/** Lists of controls that others publish for Cognito user pools. */
export const BASELINES = {
  "cdk-nag": { title: "cdk-nag, AWS Solutions pack", source: "https://github.com/cdklabs/cdk-nag/blob/main/RULES.md" },
  prowler: {
    title: "Prowler, checks of the service cognito",
    source: "https://github.com/prowler-cloud/prowler/tree/master/prowler/providers/aws/services/cognito",
  },
  "security-hub": {
    title: "AWS Security Hub CSPM, Cognito controls",
    source: "https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html",
  },
} as const;

export type Baseline = keyof typeof BASELINES;

/** What a control can require of a pool or of its clients: `lib/rules/baseline/requirements.ts` says each as a rule. */
export interface Required {
  /** Characters. */
  readonly passwordLength?: number;
  readonly passwordLowercase?: true;
  readonly passwordUppercase?: true;
  readonly passwordNumbers?: true;
  readonly passwordSymbols?: true;
  /** Days at most. */
  readonly temporaryPassword?: number;
  readonly mfa?: true;
  /** MFA of a pool whose only first factor is a password: OPTIONAL or ON. */
  readonly mfaBesidePasswords?: true;
  readonly threatProtection?: true;
  readonly customAuthThreatProtection?: true;
  readonly compromisedCredentialsBlocked?: true;
  readonly accountTakeoverBlocked?: true;
  readonly tierPlus?: true;
  readonly deletionProtection?: true;
  readonly adminCreatesUsers?: true;
  readonly recoveryNotBySms?: true;
  readonly webAcl?: true;
  readonly tokenRevocation?: true;
  readonly userExistenceErrors?: true;
}

/** One control of a list. */
export interface Control {
  readonly baseline: Baseline;
  /** The id that the list gives it. */
  readonly id: string;
  /** The day on which it became part of the baseline here: YYYY-MM-DD. */
  readonly added: string;
  /** Absent for a control that no config decides. */
  readonly requires?: Required;
  /** Why no config decides it. */
  readonly because?: string;
}

const FIRST = "2026-11-26";
const identityPools = "it is about identity pools, which are not part of a config";

const prowler = (id: string, requires: Required): Control => ({
  baseline: "prowler",
  id: `cognito_user_pool_${id}`,
  added: FIRST,
  requires,
});
const securityHub = (id: string, requires: Required): Control => ({
  baseline: "security-hub",
  id,
  added: FIRST,
  requires,
});
const cdkNag = (id: string, requires: Required): Control => ({ baseline: "cdk-nag", id, added: FIRST, requires });

/** Every control about Cognito of each list, with the default parameters of the list. */
export const CONTROLS: readonly Control[] = [
  cdkNag("AwsSolutions-COG1", {
    passwordLength: 8,
    passwordUppercase: true,
    passwordNumbers: true,
    passwordSymbols: true,
  }),
  cdkNag("AwsSolutions-COG2", { mfa: true }),
  {
    baseline: "cdk-nag",
    id: "AwsSolutions-COG4",
    added: FIRST,
    because: "it is about methods of API Gateway, which are not part of a config",
  },
  { baseline: "cdk-nag", id: "AwsSolutions-COG7", added: FIRST, because: identityPools },
  cdkNag("AwsSolutions-COG8", { tierPlus: true }),

  prowler("account_recovery_sms_not_preferred", { recoveryNotBySms: true }),
  prowler("advanced_security_enabled", { threatProtection: true }),
  prowler("blocks_compromised_credentials_sign_in_attempts", { compromisedCredentialsBlocked: true }),
  prowler("blocks_potential_malicious_sign_in_attempts", { accountTakeoverBlocked: true }),
  prowler("client_prevent_user_existence_errors", { userExistenceErrors: true }),
  prowler("client_token_revocation_enabled", { tokenRevocation: true }),
  prowler("deletion_protection_enabled", { deletionProtection: true }),
  prowler("mfa_enabled", { mfa: true }),
  prowler("password_policy_lowercase", { passwordLowercase: true }),
  prowler("password_policy_minimum_length_14", { passwordLength: 14 }),
  prowler("password_policy_number", { passwordNumbers: true }),
  prowler("password_policy_symbol", { passwordSymbols: true }),
  prowler("password_policy_uppercase", { passwordUppercase: true }),
  prowler("self_registration_disabled", { adminCreatesUsers: true }),
  prowler("temporary_password_expiration", { temporaryPassword: 7 }),
  prowler("waf_acl_attached", { webAcl: true }),
  { baseline: "prowler", id: "cognito_identity_pool_guest_access_disabled", added: FIRST, because: identityPools },

  securityHub("Cognito.1", { threatProtection: true }),
  { baseline: "security-hub", id: "Cognito.2", added: FIRST, because: identityPools },
  securityHub("Cognito.3", {
    passwordLength: 8,
    passwordLowercase: true,
    passwordUppercase: true,
    passwordNumbers: true,
    passwordSymbols: true,
    temporaryPassword: 7,
  }),
  securityHub("Cognito.4", { customAuthThreatProtection: true }),
  securityHub("Cognito.5", { mfaBesidePasswords: true }),
  securityHub("Cognito.6", { deletionProtection: true }),
];
