import { z } from "zod";
import {
  ADVANCED_SECURITY_MODES,
  ALIAS_ATTRIBUTES,
  ATTRIBUTE_TYPES,
  EMAIL_OPTIONS,
  EMAIL_SENDING_ACCOUNTS,
  FIRST_AUTH_FACTORS,
  MANAGED_LOGIN_VERSIONS,
  MFA_CONFIGURATIONS,
  PROVIDER_TYPES,
  RECOVERY_MECHANISMS,
  SENDER_VERSIONS,
  TOKEN_GENERATION_VERSIONS,
  USER_POOL_TIERS,
  USER_VERIFICATIONS,
  USERNAME_ATTRIBUTES,
  VERIFIED_ATTRIBUTES,
} from "../../cognito/values";
import { acknowledge } from "./acknowledge";
import { allowDestroy } from "./allow-destroy";
import { clientDefaultsSchema, clientSchema } from "./client";
import { choice, key, mapKey, openText, openTexts, orOpen, tags, text } from "./common";

const whole = z.number().int();

const attribute = z.strictObject({
  type: z.enum(ATTRIBUTE_TYPES).optional().describe("Default: the standard attribute's own type, else String"),
  required: z.boolean().optional().describe("Whether sign-up must give it; standard attributes only; default false"),
  mutable: z.boolean().optional().describe("Whether it can change after sign-up; default true"),
  minLength: whole.optional().describe("String: 0 to 2048, default 0"),
  maxLength: whole.optional().describe("String: 0 to 2048, default 2048"),
  minValue: z.number().optional().describe("Number"),
  maxValue: z.number().optional().describe("Number"),
  authority: z
    .boolean()
    .optional()
    .describe("Grants power (a role, a tenant): no public client may write it; default false"),
});

const passwordPolicy = z.strictObject({
  minimumLength: whole.optional().describe("6 to 99, default 8"),
  requireLowercase: z.boolean().optional().describe("Default true"),
  requireUppercase: z.boolean().optional().describe("Default true"),
  requireNumbers: z.boolean().optional().describe("Default true"),
  requireSymbols: z.boolean().optional().describe("Default true"),
  temporaryPasswordValidityDays: whole.optional().describe("0 to 365, default 7"),
  passwordHistorySize: whole.optional().describe("0 to 24, default 0; needs tier ESSENTIALS"),
});

const lambda = <const T extends readonly [string, ...string[]]>(versions: T) =>
  z.strictObject({ lambdaArn: openText, lambdaVersion: choice(versions) });

const lambdaConfig = z.strictObject({
  createAuthChallenge: openText.optional(),
  customMessage: openText.optional(),
  defineAuthChallenge: openText.optional(),
  postAuthentication: openText.optional(),
  postConfirmation: openText.optional(),
  preAuthentication: openText.optional(),
  preSignUp: openText.optional(),
  preTokenGeneration: openText.optional(),
  preTokenGenerationConfig: lambda(TOKEN_GENERATION_VERSIONS).optional(),
  userMigration: openText.optional(),
  verifyAuthChallengeResponse: openText.optional(),
  customEmailSender: lambda(SENDER_VERSIONS).optional(),
  customSmsSender: lambda(SENDER_VERSIONS).optional(),
  kmsKeyId: openText.optional().describe("Key for the custom senders"),
});

const managedLoginVersion = z
  .literal(MANAGED_LOGIN_VERSIONS)
  .optional()
  .describe("1 classic hosted UI, 2 managed login (tier ESSENTIALS); default 1");

const domain = z.union([
  z.strictObject({
    prefix: openText.describe("Prefix of <prefix>.auth.<region>.amazoncognito.com"),
    managedLoginVersion,
  }),
  z.strictObject({
    customDomain: openText.describe("A domain of your own"),
    certificateArn: openText.describe("Its certificate in us-east-1"),
    managedLoginVersion,
  }),
]);

const resourceServer = z.strictObject({
  identifier: openText.optional().describe("Default the key"),
  name: openText.optional().describe("Default the key"),
  scopes: z.record(z.string(), openText).describe("Scope names, each with its description"),
});

/** An XML document beside the config, which is read before anything else looks at the config. */
const documentFile = z.strictObject({
  file: text.describe("Path of an .xml file in the folder of the config; only for MetadataFile"),
});

const identityProvider = z.strictObject({
  providerType: z.enum(PROVIDER_TYPES),
  providerDetails: z
    .record(mapKey, z.union([openText, documentFile]))
    .describe("In AWS's names: client_id, client_secret, authorize_scopes, ...; MetadataFile may be { file: PATH }"),
  attributeMapping: z.record(mapKey, openText).optional().describe("Pool attribute to the provider's claim"),
  idpIdentifiers: openTexts.optional(),
});

/** The AWS provider counts bytes, an editor characters. */
const groupDescription = text
  .refine((given) => Buffer.byteLength(given.normalize("NFC")) <= 2048, "the AWS provider takes at most 2048 bytes")
  .meta({ maxLength: 2048 });

const group = z.strictObject({
  description: orOpen(groupDescription).optional().describe("At most 2048 bytes"),
  precedence: whole.min(0).optional().describe("The lowest number wins"),
  roleArn: openText.optional(),
});

/** What a pool is without its clients: also the properties of the `UserPool` construct. */
export const poolShape = {
  name: openText.optional().describe("Default <project>-<pool>-<environment>"),
  userPoolTier: choice(USER_POOL_TIERS).optional().describe("Feature plan; default ESSENTIALS"),
  deletionProtection: z.boolean().optional().describe("Whether AWS refuses to delete the pool; default true"),
  preventDestroy: z.boolean().optional().describe("Whether Terraform refuses to destroy the pool; default true"),
  usernameAttributes: z
    .array(z.enum(USERNAME_ATTRIBUTES))
    .optional()
    .describe("Sign in by these instead of a username; permanent"),
  aliasAttributes: z
    .array(z.enum(ALIAS_ATTRIBUTES))
    .optional()
    .describe("Sign in by these beside a username; permanent"),
  caseSensitive: z.boolean().optional().describe("Whether usernames are case sensitive; permanent; default false"),
  autoVerifiedAttributes: z
    .array(z.enum(VERIFIED_ATTRIBUTES))
    .optional()
    .describe("Verified by a code at sign-up; default email where users sign in by it"),
  attributesRequireVerificationBeforeUpdate: z
    .array(z.enum(VERIFIED_ATTRIBUTES))
    .optional()
    .describe("Keep their old value until the new one is verified"),
  attributes: z
    .record(z.string(), attribute)
    .optional()
    .describe("The schema, append-only: standard attributes by name, custom ones as custom:NAME"),
  passwordPolicy: passwordPolicy.optional(),
  mfaConfiguration: choice(MFA_CONFIGURATIONS).optional().describe("Default OFF"),
  softwareTokenMfa: z.boolean().optional().describe("Authenticator apps as a second factor"),
  emailMfa: z
    .strictObject({ message: openText.optional(), subject: openText.optional() })
    .optional()
    .describe("E-mail as a second factor"),
  smsConfiguration: z
    .strictObject({ externalId: openText, snsCallerArn: openText, snsRegion: openText.optional() })
    .optional(),
  emailConfiguration: z
    .strictObject({
      emailSendingAccount: choice(EMAIL_SENDING_ACCOUNTS).optional(),
      sourceArn: openText.optional(),
      fromEmailAddress: openText.optional(),
      replyToEmailAddress: openText.optional(),
      configurationSet: openText.optional(),
    })
    .optional(),
  signInPolicy: z
    .strictObject({ allowedFirstAuthFactors: z.array(z.enum(FIRST_AUTH_FACTORS)) })
    .optional()
    .describe('Default ["PASSWORD"]'),
  webAuthn: z
    .strictObject({ relyingPartyId: openText.optional(), userVerification: choice(USER_VERIFICATIONS).optional() })
    .optional()
    .describe("Passkeys"),
  accountRecovery: z
    .array(z.enum(RECOVERY_MECHANISMS))
    .optional()
    .describe('In order of priority; default ["verified_email"]'),
  adminCreateUserOnly: z.boolean().optional().describe("Whether only administrators sign users up; default false"),
  inviteMessage: z
    .strictObject({
      emailMessage: openText.optional(),
      emailSubject: openText.optional(),
      smsMessage: openText.optional(),
    })
    .optional(),
  verificationMessage: z
    .strictObject({
      defaultEmailOption: choice(EMAIL_OPTIONS).optional(),
      emailMessage: openText.optional(),
      emailMessageByLink: openText.optional(),
      emailSubject: openText.optional(),
      emailSubjectByLink: openText.optional(),
      smsMessage: openText.optional(),
    })
    .optional(),
  deviceConfiguration: z
    .strictObject({
      challengeRequiredOnNewDevice: z.boolean().optional(),
      deviceOnlyRememberedOnUserPrompt: z.boolean().optional(),
    })
    .optional(),
  lambdaConfig: lambdaConfig.optional(),
  advancedSecurityMode: choice(ADVANCED_SECURITY_MODES)
    .optional()
    .describe("Threat protection, tier PLUS; default OFF"),
  tags: tags.optional(),
};

/** One user pool, everything that hangs on it, and its clients. */
export const poolSchema = z.strictObject({
  only: z.array(key).optional().describe("Environments this pool exists in; default all"),
  except: z.array(key).optional().describe("Environments this pool does not exist in"),
  existing: z
    .strictObject({ userPoolId: openText })
    .optional()
    .describe("A pool managed elsewhere: only its clients and resource servers are managed here"),
  ...poolShape,
  domain: domain.optional(),
  resourceServers: z.record(key, resourceServer).optional(),
  identityProviders: z.record(text, identityProvider).optional(),
  groups: z.record(text, group).optional(),
  exportClientSecrets: z.boolean().optional().describe("Whether client_secrets is an output, sensitive; default false"),
  allowDestroy: allowDestroy.optional(),
  acknowledge: acknowledge.optional(),
  clientDefaults: clientDefaultsSchema.optional().describe("Under every client of this pool"),
  clients: z.record(key, clientSchema).describe("App clients; each key is part of an address, so keep it"),
});
