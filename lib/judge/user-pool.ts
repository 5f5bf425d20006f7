import type { Argument } from "../cognito/argument";
import { CUSTOM_PREFIX, STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { USER_POOL_ARGUMENTS } from "../cognito/user-pool";
import { filled, type Values } from "./values";

const FACTS = USER_POOL_ARGUMENTS;

/** The pool of a config that says what is planned of a user pool; AWS's defaults where nothing is. */
export function userPoolConfig(values: Values): Readonly<Record<string, unknown>> {
  const at = (field: keyof typeof FACTS) => FACTS[field].terraform;
  const texts = (facts: Readonly<Record<string, Argument>>) =>
    filled(Object.fromEntries(Object.entries(facts).map(([key, { terraform }]) => [key, values.text(terraform)])));
  const scalars = (facts: Readonly<Record<string, Argument>>) =>
    filled(Object.fromEntries(Object.entries(facts).map(([key, { terraform }]) => [key, values.scalar(terraform)])));
  const fixed = (facts: Readonly<Record<string, Argument>>) =>
    filled(Object.fromEntries(Object.entries(facts).map(([key, { terraform }]) => [key, values.fixed(terraform)])));
  const block = (path: string, part: unknown) => (values.hasBlock(path) ? part : undefined);
  const factors = values.choices(at("allowedFirstAuthFactors"));
  const { customEmailSender, customSmsSender, preTokenGenerationConfig, ...arns } = FACTS.lambdaConfig.arguments;
  return {
    name: values.text(at("name")),
    userPoolTier: values.text(at("userPoolTier")),
    deletionProtection: values.fixed(at("deletionProtection")) === "ACTIVE",
    usernameAttributes: values.fixedList(at("usernameAttributes")) ?? [],
    aliasAttributes: values.fixedList(at("aliasAttributes")) ?? [],
    // without the block AWS distinguishes upper and lower case
    caseSensitive: values.fixed(at("caseSensitive")) ?? !values.hasBlock("username_configuration"),
    autoVerifiedAttributes: values.choices(at("autoVerifiedAttributes")) ?? [],
    attributesRequireVerificationBeforeUpdate: values.choices(at("attributesRequireVerificationBeforeUpdate")) ?? [],
    attributes: Object.fromEntries(values.blocks(at("schema")).map(attribute)),
    passwordPolicy: scalars(FACTS.passwordPolicy.arguments),
    mfaConfiguration: values.text(at("mfaConfiguration")),
    softwareTokenMfa: values.fixed(at("softwareTokenMfa")),
    emailMfa: block("email_mfa_configuration", texts(FACTS.emailMfa.arguments) ?? {}),
    smsAuthenticationMessage: values.text(at("smsAuthenticationMessage")),
    smsConfiguration: texts(FACTS.smsConfiguration.arguments),
    emailConfiguration: texts(FACTS.emailConfiguration.arguments),
    signInPolicy: factors && { allowedFirstAuthFactors: factors },
    webAuthn: block("web_authn_configuration", texts(FACTS.webAuthn.arguments) ?? {}),
    accountRecovery: block("account_recovery_setting", recovery(values.blocks(at("accountRecovery")))),
    adminCreateUserOnly: values.fixed(at("adminCreateUserOnly")),
    inviteMessage: texts(FACTS.inviteMessage.arguments),
    verificationMessage: texts(FACTS.verificationMessage.arguments),
    deviceConfiguration: block("device_configuration", fixed(FACTS.deviceConfiguration.arguments) ?? {}),
    lambdaConfig: block("lambda_config", {
      ...texts(arns),
      preTokenGenerationConfig: texts(preTokenGenerationConfig.arguments),
      customEmailSender: texts(customEmailSender.arguments),
      customSmsSender: texts(customSmsSender.arguments),
      permissions: false,
    }),
    advancedSecurityMode: values.text(at("advancedSecurityMode")),
    threatProtection: texts({ customAuth: FACTS.customAuth }),
    tags: values.map("tags_all") ?? values.map(at("tags")),
  };
}

/** In order of priority. */
function recovery(mechanisms: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] {
  return [...mechanisms].sort((a, b) => Number(a.priority) - Number(b.priority)).map(({ name }) => name);
}

/** The key in a config of an attribute of the schema, and what it says there. */
export function attribute(block: Readonly<Record<string, unknown>>): [string, Readonly<Record<string, unknown>>] {
  const name = String(block.name);
  const [string] = (block.string_attribute_constraints ?? []) as Readonly<Record<string, unknown>>[];
  const [number] = (block.number_attribute_constraints ?? []) as Readonly<Record<string, unknown>>[];
  const limit = (value: unknown) => (value === undefined || value === null || value === "" ? undefined : Number(value));
  return [
    Object.hasOwn(STANDARD_ATTRIBUTES, name) ? name : `${CUSTOM_PREFIX}${name}`,
    filled({
      type: block.attribute_data_type,
      required: block.required ?? false,
      mutable: block.mutable ?? false,
      minLength: limit(string?.min_length),
      maxLength: limit(string?.max_length),
      minValue: limit(number?.min_value),
      maxValue: limit(number?.max_value),
    }) ?? {},
  ];
}
