import { z } from "zod";
import { QUOTAS } from "../../cognito/quotas";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import {
  ADVANCED_SECURITY_MODES,
  ALIAS_ATTRIBUTES,
  FIRST_AUTH_FACTORS,
  MFA_CONFIGURATIONS,
  RECOVERY_MECHANISMS,
  USER_POOL_TIERS,
  USER_VERIFICATIONS,
  USERNAME_ATTRIBUTES,
  VERIFIED_ATTRIBUTES,
} from "../../cognito/values";
import { about } from "./about";
import { acknowledge } from "./acknowledge";
import { adoptedPool, unset } from "./adopted";
import { allowDestroy } from "./allow-destroy";
import { domain, group, identityProvider, resourceServer } from "./attachments";
import { attribute } from "./attribute";
import { clientDefaultsSchema, clientSchema } from "./client";
import { choice, choices, key, keys, openText, orOpen, text, texts } from "./common";
import { lambdaConfig } from "./lambda-config";
import { logDelivery } from "./log-delivery";
import { messageShape } from "./messages";
import { threatProtection } from "./threat-protection";
import { uiCustomization } from "./ui-customization";

const facts = USER_POOL_ARGUMENTS;
const whole = orOpen(z.number().int()).meta({ id: "WholeNumber" });
const flag = orOpen(z.boolean()).meta({ id: "Switch" });
const verifiable = choices("VerifiedAttributes", VERIFIED_ATTRIBUTES);
const password = facts.passwordPolicy.arguments;

const passwordPolicy = z.strictObject({
  minimumLength: whole.optional().describe(about("Shortest password", password.minimumLength)),
  requireLowercase: flag.optional().describe(about("Require a lower case letter", password.requireLowercase)),
  requireUppercase: flag.optional().describe(about("Require an upper case letter", password.requireUppercase)),
  requireNumbers: flag.optional().describe(about("Require a digit", password.requireNumbers)),
  requireSymbols: flag.optional().describe(about("Require a symbol", password.requireSymbols)),
  temporaryPasswordValidityDays: whole
    .optional()
    .describe(about("Days that the password of an invitation works", password.temporaryPasswordValidityDays)),
  passwordHistorySize: whole
    .optional()
    .describe(about("Number of former passwords that cannot be used again", password.passwordHistorySize)),
});

/** What a pool is without its clients: also the properties of the `UserPool` construct. */
const poolShape = {
  name: openText
    .optional()
    .describe(about("Name in Cognito", { ...facts.name, default: "<project>-<pool>-<environment>" })),
  userPoolTier: choice("UserPoolTier", USER_POOL_TIERS).optional().describe(about("Feature plan", facts.userPoolTier)),
  deletionProtection: z
    .boolean()
    .optional()
    .describe(about("Whether AWS refuses to delete the pool", { default: true })),
  preventDestroy: z
    .boolean()
    .optional()
    .describe(about("Whether a plan that destroys the pool fails", facts.preventDestroy)),
  usernameAttributes: z
    .array(z.enum(USERNAME_ATTRIBUTES))
    .optional()
    .describe(about("What users sign in with instead of a username", facts.usernameAttributes)),
  aliasAttributes: z
    .array(z.enum(ALIAS_ATTRIBUTES))
    .optional()
    .describe(about("What users can sign in with beside a username", facts.aliasAttributes)),
  caseSensitive: z
    .boolean()
    .optional()
    .describe(about("Whether usernames and e-mail addresses are case sensitive", facts.caseSensitive)),
  autoVerifiedAttributes: verifiable
    .optional()
    .describe("What Cognito verifies with a code at sign-up; default email where users sign in with it"),
  attributesRequireVerificationBeforeUpdate: verifiable
    .optional()
    .describe(
      about("What has its old value until the new one is verified", facts.attributesRequireVerificationBeforeUpdate),
    ),
  attributes: z
    .record(z.string(), attribute)
    .optional()
    .describe(
      `The schema: standard attributes by name, custom ones as custom:NAME, at most ${QUOTAS.customAttributes.limit}; attributes are added, never changed or removed; default the standard ones`,
    ),
  passwordPolicy: passwordPolicy.optional().describe("What passwords must have"),
  mfaConfiguration: choice("MfaConfiguration", MFA_CONFIGURATIONS)
    .optional()
    .describe(about("Whether users need a second factor: OFF, OPTIONAL or ON", facts.mfaConfiguration)),
  softwareTokenMfa: z.boolean().optional().describe("Authenticator apps as a second factor; default false"),
  ...messageShape,
  signInPolicy: z
    .strictObject({
      allowedFirstAuthFactors: choices("FirstAuthFactors", FIRST_AUTH_FACTORS).describe(
        about("What users can sign in with first", facts.allowedFirstAuthFactors),
      ),
    })
    .optional()
    .describe("How a sign-in through ALLOW_USER_AUTH begins"),
  webAuthn: z
    .strictObject({
      relyingPartyId: openText.optional().describe(
        about("Domain that passkeys belong to", {
          ...facts.webAuthn.arguments.relyingPartyId,
          default: "the pool's domain",
        }),
      ),
      userVerification: choice("UserVerification", USER_VERIFICATIONS)
        .optional()
        .describe("Whether a passkey must verify its user, by fingerprint or PIN; default preferred"),
    })
    .optional()
    .describe("Passkeys; default none"),
  accountRecovery: z
    .array(z.enum(RECOVERY_MECHANISMS))
    .optional()
    .describe(
      about(
        "How users set a new password, in order of priority; with emailMfa the default has verified_phone_number too",
        facts.accountRecovery,
      ),
    ),
  adminCreateUserOnly: z
    .boolean()
    .optional()
    .describe(about("Whether only administrators create users", facts.adminCreateUserOnly)),
  deviceConfiguration: z
    .strictObject({
      challengeRequiredOnNewDevice: z
        .boolean()
        .optional()
        .describe(
          about(
            "Whether a remembered device replaces the second factor",
            facts.deviceConfiguration.arguments.challengeRequiredOnNewDevice,
          ),
        ),
      deviceOnlyRememberedOnUserPrompt: z
        .boolean()
        .optional()
        .describe(
          about(
            "Whether a device is remembered only when its user says so",
            facts.deviceConfiguration.arguments.deviceOnlyRememberedOnUserPrompt,
          ),
        ),
    })
    .optional()
    .describe("Remembering devices; default none is remembered"),
  lambdaConfig: lambdaConfig.optional().describe("Lambda triggers: functions that Cognito calls; default none"),
  advancedSecurityMode: choice("AdvancedSecurityMode", ADVANCED_SECURITY_MODES)
    .optional()
    .describe(about("Threat protection", facts.advancedSecurityMode)),
  tags: texts.optional().describe(about(`Tags of the pool, at most ${QUOTAS.tags.limit}`, facts.tags)),
} satisfies Readonly<Record<ArgumentKey, z.ZodType>>;

/** The key of each argument of the pool: its field of the model, but for some that have a form of their own. */
type ArgumentKey =
  | Exclude<keyof typeof USER_POOL_ARGUMENTS, "schema" | "allowedFirstAuthFactors" | "customAuth">
  | "attributes"
  | "signInPolicy";

/** One user pool, what is attached to it, and its clients. */
export const poolSchema = z
  .strictObject({
    only: keys.optional().describe("Environments in which the pool exists; default all"),
    except: keys.optional().describe("Environments in which the pool does not exist; default none"),
    existing: z
      .strictObject({ userPoolId: openText.describe("Id of the pool: eu-west-1_AbCdEfGhI") })
      .optional()
      .describe("A pool managed elsewhere, of which only clients and resource servers are managed here; default none"),
    adopted: adoptedPool.optional(),
    unset: unset.pool,
    ...poolShape,
    domain: domain.optional().describe("Domain of the sign-in pages and OAuth endpoints; default none"),
    additionalDomain: domain
      .optional()
      .describe(
        "A second domain of the other kind: a prefix beside a custom domain, or a custom domain beside a prefix",
      ),
    resourceServers: z
      .record(key, resourceServer)
      .optional()
      .describe("APIs and their scopes, by key; each key is part of an address; default none"),
    identityProviders: z
      .record(text, identityProvider)
      .optional()
      .describe("SAML, OIDC and social sign-in, by name in Cognito; default none"),
    groups: z.record(text, group).optional().describe("Groups of users, by name in Cognito; default none"),
    threatProtection: threatProtection
      .optional()
      .describe(
        "How threat protection responds to risks, in every client without a threatProtection of its own; needs tier PLUS; default none",
      ),
    uiCustomization: uiCustomization
      .optional()
      .describe(
        "How the classic sign-in pages look (managedLoginVersion: 1), of every client without a uiCustomization of its own; needs a domain; default AWS's own look",
      ),
    logDelivery: logDelivery
      .optional()
      .describe("Where the logs of the pool go; needs AWS provider 6.5.0 or later; default nowhere"),
    webAclArn: openText
      .optional()
      .describe(
        "ARN of the web ACL of AWS WAF that filters requests to the pool: regional, of the pool's Region and account; default none",
      ),
    exportClientSecrets: z
      .boolean()
      .optional()
      .describe("Whether client_secrets is an output, sensitive; default false"),
    allowDestroy: allowDestroy.optional(),
    acknowledge: acknowledge.optional(),
    clientDefaults: clientDefaultsSchema.optional().describe("Defaults of every client of the pool; default none"),
    clients: z.record(key, clientSchema).describe("App clients by key; each key is part of an address"),
  })
  .meta({ id: "Pool", description: "One user pool, what is attached to it, and its clients" });

/** The keys of a pool in the config file, but its clients and what only means something between environments. */
export const userPoolOptionsSchema = poolSchema
  .omit({ only: true, except: true, clients: true, clientDefaults: true, exportClientSecrets: true })
  .extend({ region: openText.describe("AWS Region of the pool: part of issuer and domain") })
  .describe(
    "The keys of a pool in the config file, but its clients and what only means something between environments",
  );
