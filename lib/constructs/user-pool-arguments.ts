import type {
  CognitoUserPool,
  CognitoUserPoolConfig,
  CognitoUserPoolSchema,
} from "@cdktf/provider-aws/lib/cognito-user-pool";
import type { WrittenArguments } from "../cognito/argument";
import { inOneSpelling } from "../cognito/token-trigger";
import { USER_POOL_ARGUMENTS } from "../cognito/user-pool";
import type { AttributeModel, LambdaConfigModel, UserPoolModel, VersionedLambda } from "../model/model";
import { isOpen, type Text, type Value } from "../model/value";
import { literal, mapValue, optional, scalarValue, setValue, textValue, without } from "../terraform/template";

/** The arguments of `aws_cognito_user_pool`, one per line; a block that is not given is not written. */
export function userPoolArguments(pool: UserPoolModel): CognitoUserPoolConfig {
  const written = {
    name: textValue(pool.name),
    userPoolTier: textValue(pool.userPoolTier),
    deletionProtection: pool.deletionProtection,
    usernameAttributes: some(pool.usernameAttributes),
    aliasAttributes: some(pool.aliasAttributes),
    usernameConfiguration: { caseSensitive: pool.caseSensitive },
    autoVerifiedAttributes: setValue(pool.autoVerifiedAttributes),
    userAttributeUpdateSettings: optional(some(pool.attributesRequireVerificationBeforeUpdate), (attributes) => ({
      attributesRequireVerificationBeforeUpdate: attributes,
    })),
    schema: pool.schema.map(schemaBlock),
    passwordPolicy: scalars(pool.passwordPolicy),
    mfaConfiguration: textValue(pool.mfaConfiguration),
    // A factor that is off is not sent where MFA is OFF, and each plan would then write it again.
    softwareTokenMfaConfiguration: pool.softwareTokenMfa ? { enabled: true } : undefined,
    emailMfaConfiguration: optional(pool.emailMfa, texts),
    smsAuthenticationMessage: optional(pool.smsAuthenticationMessage, textValue),
    smsConfiguration: optional(pool.smsConfiguration, texts),
    emailConfiguration: texts(pool.emailConfiguration),
    signInPolicy: optional(pool.allowedFirstAuthFactors, (factors) => ({
      allowedFirstAuthFactors: setValue(factors),
    })),
    webAuthnConfiguration: filled(pool.webAuthn),
    accountRecoverySetting: {
      recoveryMechanism: pool.accountRecovery.map((name, index) => ({ name, priority: index + 1 })),
    },
    adminCreateUserConfig: {
      allowAdminCreateUserOnly: pool.adminCreateUserOnly,
      inviteMessageTemplate: optional(pool.inviteMessage, texts),
    },
    verificationMessageTemplate: texts(pool.verificationMessage),
    deviceConfiguration: pool.deviceConfiguration,
    lambdaConfig: optional(pool.lambdaConfig, lambdaConfig),
    userPoolAddOns: {
      advancedSecurityMode: textValue(pool.advancedSecurityMode),
      advancedSecurityAdditionalFlows: optional(pool.customAuth, (mode) => ({ customAuthMode: textValue(mode) })),
    },
    tags: Object.keys(pool.tags).length > 0 ? mapValue(pool.tags) : undefined,
    lifecycle: { preventDestroy: pool.preventDestroy },
  } satisfies CognitoUserPoolConfig & WrittenArguments<typeof USER_POOL_ARGUMENTS>;
  return without(pool.unset.map(topLevelArgument), written);
}

/**
 * Adds the block that only a variable decides about: the AWS provider reads one without attributes as none, so each plan
 * would write it again.
 */
export function addOpenBlocks(resource: CognitoUserPool, pool: UserPoolModel): void {
  const attributes = pool.attributesRequireVerificationBeforeUpdate;
  if (!isOpen(attributes)) return;
  const list = setValue(attributes) as unknown as string;
  resource.addOverride("dynamic.user_attribute_update_settings", {
    for_each: list.replace(/^\$\{(.*)\}$/, "${length($1) > 0 ? [true] : []}"),
    content: { attributes_require_verification_before_update: list },
  });
}

/** The argument or block of the resource in which a field of the model is written: `usernameConfiguration`. */
function topLevelArgument(field: string): string {
  const { terraform } = USER_POOL_ARGUMENTS[field as keyof typeof USER_POOL_ARGUMENTS];
  return (terraform.split(".")[0] as string).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * One `schema` block with its constraints, always: AWS fills in those that are missing, and the next plan would
 * then change an attribute, which AWS refuses.
 */
function schemaBlock(attribute: AttributeModel): CognitoUserPoolSchema {
  const { stringAttributeConstraints: string, numberAttributeConstraints: number } = attribute;
  return {
    name: literal(attribute.name),
    attributeDataType: attribute.attributeDataType,
    developerOnlyAttribute: false,
    mutable: attribute.mutable,
    required: attribute.required,
    stringAttributeConstraints: string && {
      minLength: optional(string.minLength, String),
      maxLength: optional(string.maxLength, String),
    },
    numberAttributeConstraints: number && {
      minValue: optional(number.minValue, String),
      maxValue: optional(number.maxValue, String),
    },
  };
}

/** The pre token generation trigger is written as both arguments: the provider retains the one that is left out. */
function lambdaConfig(config: LambdaConfigModel) {
  const { preTokenGeneration, preTokenGenerationConfig, customEmailSender, customSmsSender, ...arns } =
    inOneSpelling(config);
  return {
    ...texts(arns),
    preTokenGeneration: optional(preTokenGeneration ?? preTokenGenerationConfig?.lambdaArn, textValue),
    preTokenGenerationConfig: optional(preTokenGenerationConfig, versioned),
    customEmailSender: optional(customEmailSender, versioned),
    customSmsSender: optional(customSmsSender, versioned),
  };
}

function versioned(lambda: VersionedLambda) {
  return { lambdaArn: textValue(lambda.lambdaArn), lambdaVersion: textValue(lambda.lambdaVersion) };
}

function texts<T extends object>(block: T): { [K in keyof T]: string } {
  return Object.fromEntries(Object.entries(block).map(([key, value]) => [key, textValue(value as Text)])) as never;
}

function scalars<T extends object>(block: T): { [K in keyof T]: T[K] extends Value<infer V> ? V : never } {
  const written = Object.entries(block).map(([key, value]) => [key, scalarValue(value as Value<number | boolean>)]);
  return Object.fromEntries(written) as never;
}

/** A block of texts; none without any, which AWS would give back as none and each plan then write again. */
function filled<T extends object>(block: T | undefined): ReturnType<typeof texts<T>> | undefined {
  return block && Object.keys(block).length > 0 ? texts(block) : undefined;
}

/** What is known to be some; whether a variable holds any is decided by the plan. */
function some(list: Value<readonly string[]>): string[] | undefined {
  return !isOpen(list) && list.length > 0 ? setValue(list) : undefined;
}
