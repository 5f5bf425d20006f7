import { defaultsOf } from "../../cognito/argument";
import { CUSTOM_PREFIX, DEFAULT_LENGTH, STANDARD_ATTRIBUTES } from "../../cognito/attributes";
import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import { FIRST_AUTH_FACTORS, VERIFIED_ATTRIBUTES } from "../../cognito/values";
import type { AttributeModel, UserPoolModel } from "../../model/model";
import { part, type Source } from "../../model/source";
import type { Attribute } from "../schema";
import { defined } from "./defined";
import type { OpenValues } from "./open-values";
import { withUnset } from "./unset";

const FACTS = USER_POOL_ARGUMENTS;
const DEFAULTS = defaultsOf(FACTS);

/** Resolves the arguments of the user pool itself; every default is written out. */
export function resolveUserPool(source: Source, defaultName: string, open: OpenValues): UserPoolModel {
  const at = (name: string) => part(source, name);
  const unset = (at("unset")?.value as readonly string[] | undefined) ?? [];
  const plain = <T>(name: string, preset: T) => (at(name)?.value ?? preset) as T;
  /** A block of texts, its defaults among them. */
  const texts = <K extends TextBlock>(name: K) => {
    const given = Object.keys(FACTS[name].arguments).map((key) => [key, open.text(part(at(name), key))]);
    return { ...defaultsOf(FACTS[name].arguments), ...defined(Object.fromEntries(given)) } as NonNullable<
      UserPoolModel[K]
    >;
  };

  const userPoolTier = open.text(at("userPoolTier")) ?? DEFAULTS.userPoolTier;
  const usernameAttributes = plain<readonly string[]>("usernameAttributes", DEFAULTS.usernameAttributes);
  const aliasAttributes = plain<readonly string[]>("aliasAttributes", DEFAULTS.aliasAttributes);
  const inviteMessage = at("inviteMessage");
  const deviceConfiguration = at("deviceConfiguration");
  const lambdaConfig = at("lambdaConfig");

  const resolved: UserPoolModel = {
    name: open.text(at("name")) ?? defaultName,
    userPoolTier,
    deletionProtection: plain("deletionProtection", DEFAULTS.deletionProtection === "ACTIVE") ? "ACTIVE" : "INACTIVE",
    preventDestroy: plain("preventDestroy", DEFAULTS.preventDestroy),
    usernameAttributes,
    aliasAttributes,
    caseSensitive: plain("caseSensitive", DEFAULTS.caseSensitive),
    autoVerifiedAttributes:
      open.choices(at("autoVerifiedAttributes"), VERIFIED_ATTRIBUTES) ??
      defaultVerified([...usernameAttributes, ...aliasAttributes]),
    attributesRequireVerificationBeforeUpdate:
      open.choices(at("attributesRequireVerificationBeforeUpdate"), VERIFIED_ATTRIBUTES) ??
      DEFAULTS.attributesRequireVerificationBeforeUpdate,
    schema: resolveSchema(plain<Record<string, Attribute>>("attributes", {})),
    passwordPolicy: resolvePasswordPolicy(at("passwordPolicy"), open),
    mfaConfiguration: open.text(at("mfaConfiguration")) ?? DEFAULTS.mfaConfiguration,
    emailConfiguration: texts("emailConfiguration"),
    accountRecovery: plain<readonly string[]>(
      "accountRecovery",
      // AWS refuses e-mail as a second factor beside recovery by e-mail alone.
      at("emailMfa") ? [...DEFAULTS.accountRecovery, "verified_phone_number"] : DEFAULTS.accountRecovery,
    ),
    adminCreateUserOnly: plain("adminCreateUserOnly", DEFAULTS.adminCreateUserOnly),
    verificationMessage: texts("verificationMessage"),
    lambdaPermissions: (part(lambdaConfig, "permissions")?.value as boolean | undefined) ?? true,
    advancedSecurityMode: open.text(at("advancedSecurityMode")) ?? DEFAULTS.advancedSecurityMode,
    unset,
    tags: open.record(at("tags")),
    ...defined({
      softwareTokenMfa: plain<boolean | undefined>("softwareTokenMfa", undefined),
      emailMfa: at("emailMfa") && texts("emailMfa"),
      smsAuthenticationMessage: open.text(at("smsAuthenticationMessage")),
      smsConfiguration: at("smsConfiguration") && texts("smsConfiguration"),
      allowedFirstAuthFactors:
        open.choices(part(at("signInPolicy"), "allowedFirstAuthFactors"), FIRST_AUTH_FACTORS) ??
        (userPoolTier === "LITE" ? undefined : DEFAULTS.allowedFirstAuthFactors),
      webAuthn: at("webAuthn") && texts("webAuthn"),
      inviteMessage:
        Object.keys((inviteMessage?.value as object | undefined) ?? {}).length > 0 ? texts("inviteMessage") : undefined,
      deviceConfiguration: deviceConfiguration && {
        ...defaultsOf(FACTS.deviceConfiguration.arguments),
        ...plain("deviceConfiguration", {}),
      },
      lambdaConfig: lambdaConfig && resolveLambdas(lambdaConfig, open),
      customAuth: open.text(part(at("threatProtection"), "customAuth")),
    }),
  };
  return withUnset(resolved, FACTS);
}

/** Blocks of a user pool that hold nothing but texts. */
type TextBlock =
  | "emailMfa"
  | "smsConfiguration"
  | "emailConfiguration"
  | "webAuthn"
  | "inviteMessage"
  | "verificationMessage";

function resolvePasswordPolicy(source: Source | undefined, open: OpenValues): UserPoolModel["passwordPolicy"] {
  const defaults: Readonly<Record<string, number | boolean>> = defaultsOf(FACTS.passwordPolicy.arguments);
  const entries = Object.entries(defaults).map(([key, preset]) => [key, open.scalar(part(source, key), preset)]);
  return Object.fromEntries(entries) as UserPoolModel["passwordPolicy"];
}

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
  const isUnset = (limit: "minLength" | "maxLength") => written.unset?.includes(limit) ?? false;
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
      stringAttributeConstraints: defined({
        minLength: isUnset("minLength") ? undefined : (written.minLength ?? minLength),
        maxLength: isUnset("maxLength") ? undefined : (written.maxLength ?? maxLength),
      }),
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
