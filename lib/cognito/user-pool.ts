import type { UserPoolModel } from "../model/model";
import type { ArgumentsOf } from "./argument";
import { DEFAULT_TEXTS } from "./default-texts";

const text = { range: [6, 20_000], unit: "characters", refusedByProvider: true } as const;
const subject = { range: [1, 140], unit: "characters", refusedByProvider: true } as const;
const sms = { range: [6, 140], unit: "characters", refusedByProvider: true } as const;
const lambda = { range: [20, 2048], unit: "characters", refusedByProvider: true } as const;

/**
 * Arguments of `aws_cognito_user_pool`, by field of the model.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
 */
export const USER_POOL_ARGUMENTS = {
  name: { terraform: "name", permanent: "replaced", inPlaceFrom: "6.6.0", range: [1, 128], unit: "characters" },
  userPoolTier: {
    terraform: "user_pool_tier",
    default: "ESSENTIALS",
    absent: "LITE",
    retained: true,
    refusedByProvider: true,
  },
  deletionProtection: {
    terraform: "deletion_protection",
    default: "ACTIVE",
    absent: "INACTIVE",
    refusedByProvider: true,
  },
  preventDestroy: { terraform: "lifecycle.prevent_destroy", default: true },
  usernameAttributes: {
    terraform: "username_attributes",
    default: [],
    permanent: "replaced",
    refusedByProvider: true,
  },
  aliasAttributes: { terraform: "alias_attributes", default: [], permanent: "replaced", refusedByProvider: true },
  caseSensitive: {
    terraform: "username_configuration.case_sensitive",
    default: false,
    permanent: "replaced",
    retained: true,
    unset: { means: true },
  },
  autoVerifiedAttributes: { terraform: "auto_verified_attributes", refusedByProvider: true },
  attributesRequireVerificationBeforeUpdate: {
    terraform: "user_attribute_update_settings.attributes_require_verification_before_update",
    default: [],
    refusedByProvider: true,
  },
  /** Attributes can be added, never changed or removed. */
  schema: { terraform: "schema", permanent: "refused" },
  passwordPolicy: {
    terraform: "password_policy",
    retained: true,
    arguments: {
      minimumLength: {
        terraform: "password_policy.minimum_length",
        default: 8,
        range: [6, 99],
        unit: "characters",
        refusedByProvider: true,
      },
      requireLowercase: { terraform: "password_policy.require_lowercase", default: true },
      requireUppercase: { terraform: "password_policy.require_uppercase", default: true },
      requireNumbers: { terraform: "password_policy.require_numbers", default: true },
      requireSymbols: { terraform: "password_policy.require_symbols", default: true },
      temporaryPasswordValidityDays: {
        terraform: "password_policy.temporary_password_validity_days",
        default: 7,
        range: [0, 365],
        unit: "days",
        retained: true,
        refusedByProvider: true,
      },
      passwordHistorySize: {
        terraform: "password_policy.password_history_size",
        default: 0,
        range: [0, 24],
        tier: { needs: "ESSENTIALS", free: [0] },
        refusedByProvider: true,
      },
    },
  },
  mfaConfiguration: { terraform: "mfa_configuration", default: "OFF", refusedByProvider: true },
  softwareTokenMfa: { terraform: "software_token_mfa_configuration.enabled" },
  emailMfa: {
    terraform: "email_mfa_configuration",
    retained: true,
    tier: { needs: "ESSENTIALS", free: [] },
    arguments: {
      message: { ...text, terraform: "email_mfa_configuration.message", default: DEFAULT_TEXTS.emailMfa.message },
      subject: {
        terraform: "email_mfa_configuration.subject",
        default: DEFAULT_TEXTS.emailMfa.subject,
        range: [1, 140],
        unit: "characters",
      },
    },
  },
  smsAuthenticationMessage: { ...sms, terraform: "sms_authentication_message" },
  smsConfiguration: {
    terraform: "sms_configuration",
    retained: true,
    arguments: {
      externalId: { terraform: "sms_configuration.external_id", range: [1, 1224], unit: "characters" },
      snsCallerArn: {
        terraform: "sms_configuration.sns_caller_arn",
        range: [20, 2048],
        unit: "characters",
        refusedByProvider: true,
      },
      snsRegion: { terraform: "sms_configuration.sns_region", retained: true, refusedByProvider: true },
    },
  },
  emailConfiguration: {
    terraform: "email_configuration",
    unset: { means: { emailSendingAccount: "COGNITO_DEFAULT" } },
    arguments: {
      emailSendingAccount: {
        terraform: "email_configuration.email_sending_account",
        default: "COGNITO_DEFAULT",
        refusedByProvider: true,
      },
      sourceArn: {
        terraform: "email_configuration.source_arn",
        range: [20, 2048],
        unit: "characters",
        refusedByProvider: true,
      },
      fromEmailAddress: { terraform: "email_configuration.from_email_address" },
      replyToEmailAddress: { terraform: "email_configuration.reply_to_email_address", refusedByProvider: true },
      configurationSet: { terraform: "email_configuration.configuration_set", range: [1, 64], unit: "characters" },
    },
  },
  /** Default on tier LITE, which has no choice of factors: nothing. */
  allowedFirstAuthFactors: {
    terraform: "sign_in_policy.allowed_first_auth_factors",
    default: ["PASSWORD"],
    tier: { needs: "ESSENTIALS", free: ["PASSWORD"] },
    unset: { means: ["PASSWORD"] },
    refusedByProvider: true,
  },
  webAuthn: {
    terraform: "web_authn_configuration",
    arguments: {
      relyingPartyId: { terraform: "web_authn_configuration.relying_party_id", range: [1, 127], unit: "characters" },
      userVerification: { terraform: "web_authn_configuration.user_verification", refusedByProvider: true },
    },
  },
  /** Default with e-mail as a second factor: phone numbers as well, since AWS refuses e-mail alone. */
  accountRecovery: {
    terraform: "account_recovery_setting.recovery_mechanism",
    default: ["verified_email"],
    retained: true,
    unset: { means: ["verified_phone_number", "verified_email"] },
    refusedByProvider: true,
  },
  adminCreateUserOnly: { terraform: "admin_create_user_config.allow_admin_create_user_only", default: false },
  inviteMessage: {
    terraform: "admin_create_user_config.invite_message_template",
    arguments: {
      emailMessage: {
        ...text,
        terraform: "admin_create_user_config.invite_message_template.email_message",
        default: DEFAULT_TEXTS.inviteMessage.emailMessage,
      },
      emailSubject: {
        ...subject,
        terraform: "admin_create_user_config.invite_message_template.email_subject",
        default: DEFAULT_TEXTS.inviteMessage.emailSubject,
      },
      smsMessage: {
        ...sms,
        terraform: "admin_create_user_config.invite_message_template.sms_message",
        default: DEFAULT_TEXTS.inviteMessage.smsMessage,
      },
    },
  },
  verificationMessage: {
    terraform: "verification_message_template",
    retained: true,
    unset: { means: { defaultEmailOption: "CONFIRM_WITH_CODE" } },
    arguments: {
      defaultEmailOption: {
        terraform: "verification_message_template.default_email_option",
        default: "CONFIRM_WITH_CODE",
        refusedByProvider: true,
      },
      emailMessage: { ...text, terraform: "verification_message_template.email_message", retained: true },
      emailMessageByLink: { ...text, terraform: "verification_message_template.email_message_by_link", retained: true },
      emailSubject: { ...subject, terraform: "verification_message_template.email_subject", retained: true },
      emailSubjectByLink: {
        ...subject,
        terraform: "verification_message_template.email_subject_by_link",
        retained: true,
      },
      smsMessage: { ...sms, terraform: "verification_message_template.sms_message", retained: true },
    },
  },
  deviceConfiguration: {
    terraform: "device_configuration",
    arguments: {
      challengeRequiredOnNewDevice: {
        terraform: "device_configuration.challenge_required_on_new_device",
        default: false,
      },
      deviceOnlyRememberedOnUserPrompt: {
        terraform: "device_configuration.device_only_remembered_on_user_prompt",
        default: false,
      },
    },
  },
  lambdaConfig: {
    terraform: "lambda_config",
    arguments: {
      createAuthChallenge: { ...lambda, terraform: "lambda_config.create_auth_challenge" },
      customMessage: { ...lambda, terraform: "lambda_config.custom_message" },
      defineAuthChallenge: { ...lambda, terraform: "lambda_config.define_auth_challenge" },
      postAuthentication: { ...lambda, terraform: "lambda_config.post_authentication" },
      postConfirmation: { ...lambda, terraform: "lambda_config.post_confirmation" },
      preAuthentication: { ...lambda, terraform: "lambda_config.pre_authentication" },
      preSignUp: { ...lambda, terraform: "lambda_config.pre_sign_up" },
      preTokenGeneration: { ...lambda, terraform: "lambda_config.pre_token_generation", retained: true },
      preTokenGenerationConfig: {
        terraform: "lambda_config.pre_token_generation_config",
        retained: true,
        arguments: {
          lambdaArn: { ...lambda, terraform: "lambda_config.pre_token_generation_config.lambda_arn" },
          lambdaVersion: {
            terraform: "lambda_config.pre_token_generation_config.lambda_version",
            tier: { needs: "ESSENTIALS", free: ["V1_0"] },
            refusedByProvider: true,
          },
        },
      },
      userMigration: { ...lambda, terraform: "lambda_config.user_migration" },
      verifyAuthChallengeResponse: { ...lambda, terraform: "lambda_config.verify_auth_challenge_response" },
      customEmailSender: {
        terraform: "lambda_config.custom_email_sender",
        arguments: {
          lambdaArn: { ...lambda, terraform: "lambda_config.custom_email_sender.lambda_arn" },
          lambdaVersion: { terraform: "lambda_config.custom_email_sender.lambda_version", refusedByProvider: true },
        },
      },
      customSmsSender: {
        terraform: "lambda_config.custom_sms_sender",
        arguments: {
          lambdaArn: { ...lambda, terraform: "lambda_config.custom_sms_sender.lambda_arn" },
          lambdaVersion: { terraform: "lambda_config.custom_sms_sender.lambda_version", refusedByProvider: true },
        },
      },
      kmsKeyId: { ...lambda, terraform: "lambda_config.kms_key_id" },
    },
  },
  advancedSecurityMode: {
    terraform: "user_pool_add_ons.advanced_security_mode",
    default: "OFF",
    unset: { means: "OFF" },
    tier: { needs: "PLUS", free: ["OFF"] },
    refusedByProvider: true,
  },
  customAuth: {
    terraform: "user_pool_add_ons.advanced_security_additional_flows.custom_auth_mode",
    retained: true,
    tier: { needs: "PLUS", free: [] },
    refusedByProvider: true,
  },
  tags: { terraform: "tags", default: {} },
} as const satisfies ArgumentsOf<Omit<UserPoolModel, "lambdaPermissions" | "unset">>;
