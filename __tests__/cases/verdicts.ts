/** All that the rules say of a case, in their order: the severity, the rule, and what its message says. */
export type Verdict = readonly Row[];
type Row = readonly [severity: "error" | "warning", rule: string, message: RegExp];

/** Of the pools that are about something else: users sign in with an address that changes before it is verified. */
const EMAIL_CHANGES: Row = ["warning", "ATT-12", /change email/];
/** Of the identity providers that are about something else. */
const LITERAL_SECRET: Row = ["warning", "IDP-15", /client_secret/];

/** What each file of this folder must give. */
export const VERDICTS: Readonly<Record<string, Verdict>> = {
  // What Terraform sends: AWS's defaults where a text is missing.
  "empty-email-mfa": [
    ["warning", "MFA-08", /verified_email is the only way of recovery that the pool can send to/],
    ["warning", "REC-04", /no smsConfiguration to send the code/],
  ],
  "invite-email-only": [],

  // Two edits that need two applies each: `pairs.test.ts`.
  "email-mfa-before": [],
  "email-mfa-after": [],
  "sms-change-before": [],
  "sms-change-after": [],
  "custom-domain-version-1": [EMAIL_CHANGES],
  "custom-domain-version-2": [EMAIL_CHANGES],

  // What AWS refuses.
  "trigger-other-region": [["error", "LAM-04", /us-east-1; a pool in eu-west-1/]],
  "trigger-not-an-arn": [["error", "LAM-04", /"my-function" is not the ARN of a Lambda function/]],
  "sender-key-other-region": [["error", "LAM-05", /us-east-1; a pool in eu-west-1/]],
  "custom-domain-two-labels": [["error", "DOM-06", /parent of custom domain example\.com is a top-level domain/]],
  "custom-domain-public-suffix": [["error", "DOM-06", /co\.uk, a public suffix/]],
  "ses-region-paris": [["error", "EML-03", /eu-west-1; a pool in eu-west-3/]],
  "ses-identity-other-account": [["error", "EML-03", /account 123456789012, the pool to 111122223333/]],
  "existing-pool-other-region": [["error", "POOL-15", /us-east-1, the environment in eu-west-1/]],
  "sns-region-not-allowed": [["error", "MFA-10", /us-east-1; a pool in eu-west-1/]],
  "sms-region-seoul": [["error", "MFA-10", /ap-northeast-2 can send SMS through ap-northeast-1/]],
  "group-name-with-space": [["error", "GRP-01", /U\+0020 \(space\)/]],
  "group-role-not-an-arn": [["error", "GRP-02", /"admin-role" is not the ARN of an IAM role/]],
  "group-role-other-account": [["error", "GRP-02", /account 123456789012, the pool to 111122223333/]],
  "message-no-break-space": [["error", "POOL-08", /U\+00A0 \(no-break space\) at character 5/]],
  "subject-control-character": [["error", "POOL-08", /U\+0007 \(control character\) at character 5/]],
  // The grammar's default of accountRecovery is one that AWS takes beside e-mail MFA.
  "email-mfa-default-recovery": [EMAIL_CHANGES],
  "mfa-on-passwordless": [["error", "SIG-03", /ON beside first factors without a password: EMAIL_OTP/], EMAIL_CHANGES],
  "passkey-mfa-on": [["error", "SIG-03", /ON beside first factors without a password: WEB_AUTHN/], EMAIL_CHANGES],
  "saml-misspelt-detail": [
    ["error", "IDP-11", /"IDPSignOut"; did you mean IDPSignout/],
    ["error", "IDP-11", /"IdpInit"; did you mean IDPInit/],
  ],
  "saml-metadata-file-is-a-path": [["error", "IDP-12", /not the name of a file/]],
  "oidc-port": [["error", "IDP-13", /port 443 or 80/], LITERAL_SECRET],
  "oidc-microsoft-common": [["error", "IDP-14", /one tenant/], LITERAL_SECRET],
  "shared-idp-identifier": [["error", "IDP-16", /"example\.com" belongs to identity provider aaa/]],

  // What works today and fails later, or leaks.
  "literal-client-secret": [["warning", "IDP-15", /text in the config/]],
  "google-scope-without-email": [["warning", "IDP-17", /scope email does/], EMAIL_CHANGES],
  "provider-without-grant": [LITERAL_SECRET, ["warning", "OAU-33", /neither the code nor the implicit grant/]],
  "relying-party-not-custom-domain": [
    ["warning", "DOM-09", /relying party example\.com is not auth\.example\.com/],
    EMAIL_CHANGES,
  ],
  "plus-without-threat-protection": [["warning", "TIER-06", /threat protection is OFF/]],
  "email-length-15": [["warning", "SCH-25", /at most 15 characters/]],
  "default-write-email": [["warning", "ATT-12", /change email/]],
  posture: [
    ["warning", "POOL-11", /can be deleted/],
    ["warning", "REC-04", /no smsConfiguration to send the code/],
    ["warning", "TIER-06", /threat protection is OFF/],
    ["warning", "TOK-24", /cannot be revoked/],
    ["warning", "FLOW-06", /sends the password itself/],
    ["warning", "MIS-01", /whether a user exists/],
  ],

  // What AWS takes.
  "legal-issuer-trailing-slash": [["warning", "IDP-05", /to the letter/], LITERAL_SECRET],
  "legal-quoted-display-name": [],
  "legal-scheme-digit": [],

  // What works today and shuts users out tomorrow.
  "alias-email-not-verified": [["warning", "POOL-16", /sign in with email, but nothing verifies it/], EMAIL_CHANGES],
  "mfa-on-sms-optional-phone": [["warning", "MFA-12", /sign up without phone_number/], EMAIL_CHANGES],
  "recovery-by-phone-without-sms": [["warning", "REC-04", /no smsConfiguration to send the code/], EMAIL_CHANGES],
};
