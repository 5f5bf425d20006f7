import { CUSTOM_PREFIX, DEFAULT_LENGTH, STANDARD_ATTRIBUTES } from "../../cognito/attributes";
import { DEFAULT_TEXTS } from "../../cognito/default-texts";
import type { AttributeModel, UserPoolModel } from "../../model/model";
import { part, type Source } from "../../model/source";
import type { Text } from "../../model/value";
import type { Attribute } from "../schema";
import { defined } from "./client";
import type { OpenValues } from "./open-values";

/** Resolves the arguments of the user pool itself; every default is written out. */
export function resolveUserPool(source: Source, defaultName: string, open: OpenValues): UserPoolModel {
  const at = (name: string) => part(source, name);
  const plain = <T>(name: string, preset: T) => (at(name)?.value ?? preset) as T;
  const texts = <K extends string>(name: string, ...keys: K[]) => {
    const block = at(name);
    return defined(Object.fromEntries(keys.map((key) => [key, open.text(part(block, key))])) as Record<K, Text>);
  };

  const userPoolTier = open.text(at("userPoolTier")) ?? "ESSENTIALS";
  const usernameAttributes = plain<string[]>("usernameAttributes", []);
  const aliasAttributes = plain<string[]>("aliasAttributes", []);
  const emailMfa = at("emailMfa") && { ...DEFAULT_TEXTS.emailMfa, ...texts("emailMfa", "message", "subject") };
  const inviteMessage = texts("inviteMessage", "emailMessage", "emailSubject", "smsMessage");
  const lambdaConfig = at("lambdaConfig");
  const device = plain<Record<string, boolean> | undefined>("deviceConfiguration", undefined);

  return {
    name: open.text(at("name")) ?? defaultName,
    userPoolTier,
    deletionProtection: plain("deletionProtection", true) ? "ACTIVE" : "INACTIVE",
    preventDestroy: plain("preventDestroy", true),
    usernameAttributes,
    aliasAttributes,
    caseSensitive: plain("caseSensitive", false),
    autoVerifiedAttributes: plain(
      "autoVerifiedAttributes",
      defaultVerified([...usernameAttributes, ...aliasAttributes]),
    ),
    attributesRequireVerificationBeforeUpdate: plain("attributesRequireVerificationBeforeUpdate", []),
    schema: resolveSchema(plain<Record<string, Attribute>>("attributes", {})),
    passwordPolicy: { ...PASSWORD_POLICY, ...plain("passwordPolicy", {}) },
    mfaConfiguration: open.text(at("mfaConfiguration")) ?? "OFF",
    emailConfiguration: {
      emailSendingAccount: "COGNITO_DEFAULT",
      ...texts(
        "emailConfiguration",
        "emailSendingAccount",
        "sourceArn",
        "fromEmailAddress",
        "replyToEmailAddress",
        "configurationSet",
      ),
    },
    accountRecovery: plain(
      "accountRecovery",
      emailMfa ? ["verified_email", "verified_phone_number"] : ["verified_email"],
    ),
    adminCreateUserOnly: plain("adminCreateUserOnly", false),
    verificationMessage: {
      defaultEmailOption: "CONFIRM_WITH_CODE",
      ...texts(
        "verificationMessage",
        "defaultEmailOption",
        "emailMessage",
        "emailMessageByLink",
        "emailSubject",
        "emailSubjectByLink",
        "smsMessage",
      ),
    },
    lambdaPermissions: (part(lambdaConfig, "permissions")?.value as boolean | undefined) ?? true,
    advancedSecurityMode: open.text(at("advancedSecurityMode")) ?? "OFF",
    tags: open.record(at("tags")),
    ...defined({
      softwareTokenMfa: plain<boolean | undefined>("softwareTokenMfa", undefined),
      emailMfa,
      smsAuthenticationMessage: open.text(at("smsAuthenticationMessage")),
      smsConfiguration:
        at("smsConfiguration") &&
        (texts("smsConfiguration", "externalId", "snsCallerArn", "snsRegion") as UserPoolModel["smsConfiguration"]),
      allowedFirstAuthFactors:
        (part(at("signInPolicy"), "allowedFirstAuthFactors")?.value as string[] | undefined) ??
        (userPoolTier === "LITE" ? undefined : ["PASSWORD"]),
      webAuthn: at("webAuthn") && texts("webAuthn", "relyingPartyId", "userVerification"),
      inviteMessage:
        Object.keys(inviteMessage).length > 0 ? { ...DEFAULT_TEXTS.inviteMessage, ...inviteMessage } : undefined,
      deviceConfiguration: device && {
        challengeRequiredOnNewDevice: device.challengeRequiredOnNewDevice ?? false,
        deviceOnlyRememberedOnUserPrompt: device.deviceOnlyRememberedOnUserPrompt ?? false,
      },
      lambdaConfig: lambdaConfig && resolveLambdas(lambdaConfig, open),
      advancedSecurityAdditionalFlows:
        at("advancedSecurityAdditionalFlows") &&
        (texts(
          "advancedSecurityAdditionalFlows",
          "customAuthMode",
        ) as UserPoolModel["advancedSecurityAdditionalFlows"]),
    }),
  };
}

const PASSWORD_POLICY: UserPoolModel["passwordPolicy"] = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordValidityDays: 7,
  passwordHistorySize: 0,
};

/** Without it nobody who signs up by e-mail could confirm the address. */
function defaultVerified(signInAttributes: readonly string[]): string[] {
  return signInAttributes.includes("email") ? ["email"] : [];
}

/** Resolves the schema, in the order of attribute names. */
function resolveSchema(attributes: Readonly<Record<string, Attribute>>): AttributeModel[] {
  return Object.keys(attributes)
    .sort()
    .map((key) => resolveAttribute(key, attributes[key] as Attribute));
}

function resolveAttribute(key: string, written: Attribute): AttributeModel {
  const standard = Object.hasOwn(STANDARD_ATTRIBUTES, key) ? STANDARD_ATTRIBUTES[key] : undefined;
  const attributeDataType = written.type ?? standard?.type ?? "String";
  const [minLength, maxLength] = standard?.length ?? DEFAULT_LENGTH;
  const minimum = key === "updated_at" ? { minValue: 0 } : {};
  return {
    key,
    name: key.startsWith(CUSTOM_PREFIX) ? key.slice(CUSTOM_PREFIX.length) : key,
    attributeDataType,
    required: written.required ?? false,
    mutable: written.mutable ?? true,
    authority: written.authority ?? false,
    written,
    ...(attributeDataType === "String" && {
      stringAttributeConstraints: {
        minLength: written.minLength ?? minLength,
        maxLength: written.maxLength ?? maxLength,
      },
    }),
    ...(attributeDataType === "Number" && {
      numberAttributeConstraints: {
        ...minimum,
        ...defined({ minValue: written.minValue, maxValue: written.maxValue }),
      },
    }),
  };
}

function resolveLambdas(source: Source, open: OpenValues): NonNullable<UserPoolModel["lambdaConfig"]> {
  const triggers = Object.keys(source.value as object).filter((key) => key !== "permissions");
  const entries = triggers.map((key) => {
    const value = part(source, key) as Source;
    const versioned = part(value, "lambdaArn");
    return [
      key,
      versioned
        ? { lambdaArn: open.text(versioned), lambdaVersion: open.text(part(value, "lambdaVersion")) }
        : open.text(value),
    ];
  });
  return Object.fromEntries(entries);
}
