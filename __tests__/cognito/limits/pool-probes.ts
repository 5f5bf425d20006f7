import type { Pool } from "../../../lib/config/schema";
import type { Example } from "../../../lib/rules/rule";
import { arn, type Probe, type Probes, text, value } from "./probe";

const pool = (given: object): Example => ({ pool: given as Partial<Pool> as Pool });

const SES = { emailSendingAccount: "DEVELOPER", sourceArn: "arn:aws:ses:eu-west-1:123456789012:identity/example.com" };
export const SMS = { externalId: "acme", snsCallerArn: "arn:aws:iam::123456789012:role/sms" };
const LAMBDA = "arn:aws:lambda:eu-west-1:123456789012:function:";
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/1";
const CODE = ["{####}", ""] as const;
const INVITATION = ["{username}{####}", ""] as const;

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
const FUNCTION = { most: LAMBDA.length + 64, because: "the name of a function has 64 characters" };

/** Visible ASCII alone: what an address may hold beside letters, @see lib/rules/pool/addresses.ts */
const ADDRESS = "an address of e-mail has printable ASCII without spaces, quotes aside";

const trigger = (name: string): Probe => arn((given) => pool({ lambdaConfig: { [name]: given } }), LAMBDA, FUNCTION);
const version = (name: string, other: object = {}): Probe =>
  value((lambdaVersion) => pool({ lambdaConfig: { [name]: { lambdaArn: `${LAMBDA}f`, lambdaVersion }, ...other } }));
const versioned = (name: string, lambdaVersion: string, other: object = {}): Probe =>
  arn((lambdaArn) => pool({ lambdaConfig: { [name]: { lambdaArn, lambdaVersion }, ...other } }), LAMBDA, FUNCTION);
const kmsKey = { kmsKeyId: KEY };

const firstFactor = (factor: string): Example => {
  const allowedFirstAuthFactors = factor === "PASSWORD" ? [factor] : ["PASSWORD", factor];
  return pool({ signInPolicy: { allowedFirstAuthFactors }, smsConfiguration: SMS, webAuthn: {} });
};

/** Members of CreateUserPool and UpdateUserPool. */
export const POOL_PROBES: Probes = {
  "CreateUserPool PoolName": text((name) => pool({ name })),
  "CreateUserPool Policies.PasswordPolicy.MinimumLength": value((minimumLength) =>
    pool({ passwordPolicy: { minimumLength } }),
  ),
  "CreateUserPool Policies.PasswordPolicy.PasswordHistorySize": value((passwordHistorySize) =>
    pool({ passwordPolicy: { passwordHistorySize } }),
  ),
  "CreateUserPool Policies.PasswordPolicy.TemporaryPasswordValidityDays": value((temporaryPasswordValidityDays) =>
    pool({ passwordPolicy: { temporaryPasswordValidityDays } }),
  ),
  "CreateUserPool Policies.SignInPolicy.AllowedFirstAuthFactors.[]": value(firstFactor, {
    values: ["SOFTWARE_TOKEN"],
    because: "the AWS provider refuses it at plan",
  }),
  "CreateUserPool DeletionProtection": value((protection: string) =>
    pool({ deletionProtection: { ACTIVE: true, INACTIVE: false }[protection] ?? protection }),
  ),
  "CreateUserPool LambdaConfig.PreSignUp": trigger("preSignUp"),
  "CreateUserPool LambdaConfig.CustomMessage": trigger("customMessage"),
  "CreateUserPool LambdaConfig.PostConfirmation": trigger("postConfirmation"),
  "CreateUserPool LambdaConfig.PreAuthentication": trigger("preAuthentication"),
  "CreateUserPool LambdaConfig.PostAuthentication": trigger("postAuthentication"),
  "CreateUserPool LambdaConfig.DefineAuthChallenge": trigger("defineAuthChallenge"),
  "CreateUserPool LambdaConfig.CreateAuthChallenge": trigger("createAuthChallenge"),
  "CreateUserPool LambdaConfig.VerifyAuthChallengeResponse": trigger("verifyAuthChallengeResponse"),
  "CreateUserPool LambdaConfig.PreTokenGeneration": trigger("preTokenGeneration"),
  "CreateUserPool LambdaConfig.UserMigration": trigger("userMigration"),
  "CreateUserPool LambdaConfig.PreTokenGenerationConfig.LambdaVersion": version("preTokenGenerationConfig"),
  "CreateUserPool LambdaConfig.PreTokenGenerationConfig.LambdaArn": versioned("preTokenGenerationConfig", "V1_0"),
  "CreateUserPool LambdaConfig.CustomSMSSender.LambdaVersion": version("customSmsSender", kmsKey),
  "CreateUserPool LambdaConfig.CustomSMSSender.LambdaArn": versioned("customSmsSender", "V1_0", kmsKey),
  "CreateUserPool LambdaConfig.CustomEmailSender.LambdaVersion": version("customEmailSender", kmsKey),
  "CreateUserPool LambdaConfig.CustomEmailSender.LambdaArn": versioned("customEmailSender", "V1_0", kmsKey),
  "CreateUserPool LambdaConfig.KMSKeyID": arn(
    (kmsKeyId) =>
      pool({ lambdaConfig: { customEmailSender: { lambdaArn: `${LAMBDA}f`, lambdaVersion: "V1_0" }, kmsKeyId } }),
    "arn:aws:kms:eu-west-1:123456789012:alias/",
    { most: 41 + 256, because: "the name of an alias has 256 characters" },
  ),
  "CreateUserPool AutoVerifiedAttributes.[]": value((attribute) =>
    pool({ autoVerifiedAttributes: [attribute], smsConfiguration: SMS }),
  ),
  "CreateUserPool AliasAttributes.[]": value((attribute) => pool({ aliasAttributes: [attribute] })),
  "CreateUserPool UsernameAttributes.[]": value((attribute) =>
    pool({ usernameAttributes: [attribute], smsConfiguration: SMS }),
  ),
  "CreateUserPool VerificationMessageTemplate.SmsMessage": text(
    (smsMessage) => pool({ verificationMessage: { smsMessage } }),
    { around: CODE },
  ),
  "CreateUserPool VerificationMessageTemplate.EmailMessage": text(
    (emailMessage) => pool({ verificationMessage: { emailMessage } }),
    { around: CODE },
  ),
  "CreateUserPool VerificationMessageTemplate.EmailSubject": text((emailSubject) =>
    pool({ verificationMessage: { emailSubject } }),
  ),
  "CreateUserPool VerificationMessageTemplate.EmailMessageByLink": text(
    (emailMessageByLink) => pool({ verificationMessage: { emailMessageByLink } }),
    {
      around: ["{##x", "##}"],
      differs: { min: 7, characters: "{", because: "a link has a text, which braces end" },
    },
  ),
  "CreateUserPool VerificationMessageTemplate.EmailSubjectByLink": text((emailSubjectByLink) =>
    pool({ verificationMessage: { emailSubjectByLink } }),
  ),
  "CreateUserPool VerificationMessageTemplate.DefaultEmailOption": value((defaultEmailOption) =>
    pool({ verificationMessage: { defaultEmailOption }, domain: { prefix: "acme-users" } }),
  ),
  "CreateUserPool SmsAuthenticationMessage": text(
    (smsAuthenticationMessage) => pool({ smsAuthenticationMessage, smsConfiguration: SMS, mfaConfiguration: "ON" }),
    { around: CODE },
  ),
  "CreateUserPool MfaConfiguration": value((mfaConfiguration) =>
    pool({ mfaConfiguration, softwareTokenMfa: mfaConfiguration !== "OFF" }),
  ),
  "CreateUserPool UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate.[]": value((attribute) =>
    pool({
      autoVerifiedAttributes: ["email", "phone_number"],
      attributesRequireVerificationBeforeUpdate: [attribute],
      smsConfiguration: SMS,
    }),
  ),
  "CreateUserPool EmailConfiguration.SourceArn": arn(
    (sourceArn) => pool({ emailConfiguration: { ...SES, sourceArn } }),
    "arn:aws:ses:eu-west-1:123456789012:identity/",
    { most: 44 + 320, because: "an address of e-mail has 320 characters" },
  ),
  "CreateUserPool EmailConfiguration.ReplyToEmailAddress": {
    ...text((replyToEmailAddress) => pool({ emailConfiguration: { replyToEmailAddress } })),
    holding: (character) => `a${character}b@example.com`,
    differs: { characters: "<>@é日😀", because: ADDRESS },
  },
  "CreateUserPool EmailConfiguration.EmailSendingAccount": value((emailSendingAccount) =>
    pool({ emailConfiguration: { ...(emailSendingAccount === "DEVELOPER" && SES), emailSendingAccount } }),
  ),
  "CreateUserPool EmailConfiguration.From": text(
    (fromEmailAddress) => pool({ emailConfiguration: { ...SES, fromEmailAddress } }),
    { around: ["", "@example.com"], differs: { min: 13, because: "an address is more than an empty text" } },
  ),
  "CreateUserPool EmailConfiguration.ConfigurationSet": text((configurationSet) =>
    pool({ emailConfiguration: { ...SES, configurationSet } }),
  ),
  "CreateUserPool SmsConfiguration.SnsCallerArn": arn(
    (snsCallerArn) => pool({ smsConfiguration: { ...SMS, snsCallerArn } }),
    "arn:aws:iam::123456789012:role/",
    { most: 31 + 576, because: "a role has a name of 64 characters, in a path of 512" },
  ),
  "CreateUserPool SmsConfiguration.ExternalId": text(
    (externalId) => pool({ smsConfiguration: { ...SMS, externalId } }),
    {
      differs: {
        min: 1,
        max: 1224,
        because: "AWS Security Token Service takes 1224 characters; Cognito has no empty one",
      },
    },
  ),
  "CreateUserPool UserPoolTags.{key}": text((key) => pool({ tags: { [key]: "x" } })),
  "CreateUserPool UserPoolTags.{value}": text((tag) => pool({ tags: { team: tag } })),
  "CreateUserPool AdminCreateUserConfig.InviteMessageTemplate.SMSMessage": text(
    (smsMessage) => pool({ inviteMessage: { smsMessage } }),
    { around: INVITATION, differs: { min: 16, because: "an invitation has {username} and {####}" } },
  ),
  "CreateUserPool AdminCreateUserConfig.InviteMessageTemplate.EmailMessage": text(
    (emailMessage) => pool({ inviteMessage: { emailMessage } }),
    { around: INVITATION, differs: { min: 16, because: "an invitation has {username} and {####}" } },
  ),
  "CreateUserPool AdminCreateUserConfig.InviteMessageTemplate.EmailSubject": text((emailSubject) =>
    pool({ inviteMessage: { emailSubject } }),
  ),
  "CreateUserPool Schema[]": {
    with: ((attributes: object) => pool({ attributes })) as Probe["with"],
    sized: (size) => Object.fromEntries(Array.from({ length: size }, (_, index) => [`custom:a${index}`, {}])),
    differs: { min: 0, because: "without attributes of its own a pool has the standard ones" },
  },
  "CreateUserPool Schema.[].Name": text((name) => pool({ attributes: { [`custom:${name}`]: {} } })),
  "CreateUserPool Schema.[].AttributeDataType": value((type) => pool({ attributes: { "custom:x": { type } } })),
  "CreateUserPool UserPoolAddOns.AdvancedSecurityMode": value((advancedSecurityMode) =>
    pool({ userPoolTier: "PLUS", advancedSecurityMode }),
  ),
  "CreateUserPool UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode": value((customAuth) =>
    pool({ userPoolTier: "PLUS", advancedSecurityMode: "AUDIT", threatProtection: { customAuth } }),
  ),
  "CreateUserPool AccountRecoverySetting.RecoveryMechanisms[]": {
    with: ((accountRecovery: string[]) => pool({ accountRecovery })) as Probe["with"],
    sized: (size) => ["verified_email", "verified_phone_number", "verified_email"].slice(0, size),
  },
  "CreateUserPool AccountRecoverySetting.RecoveryMechanisms.[].Name": value((name) =>
    pool({ accountRecovery: [name], smsConfiguration: SMS }),
  ),
  "CreateUserPool UserPoolTier": value((userPoolTier) => pool({ userPoolTier })),
  "SetUserPoolMfaConfig EmailMfaConfiguration.Message": text(
    (message) => pool({ mfaConfiguration: "ON", emailConfiguration: SES, emailMfa: { message } }),
    { around: CODE },
  ),
  "SetUserPoolMfaConfig EmailMfaConfiguration.Subject": text((subject) =>
    pool({ mfaConfiguration: "ON", emailConfiguration: SES, emailMfa: { subject } }),
  ),
  "SetUserPoolMfaConfig WebAuthnConfiguration.RelyingPartyId": text(
    (relyingPartyId) => pool({ webAuthn: { relyingPartyId } }),
    { around: [`${"a.".repeat(5)}`, ".com"] },
  ),
  "SetUserPoolMfaConfig WebAuthnConfiguration.UserVerification": value((userVerification) =>
    pool({ webAuthn: { relyingPartyId: "example.com", userVerification } }),
  ),
};
