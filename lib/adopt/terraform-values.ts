import { CUSTOM_PREFIX } from "../cognito/attributes";
import { type Answer, type DescribedPool, hasSecret } from "./described";

/** The arguments of a resource as an import leaves them in the state. */
export type TerraformValues = Readonly<Record<string, unknown>>;

/** Words of AWS's names that are one word in Terraform's. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/URLs/g, "Urls"],
  [/OAuth/g, "Oauth"],
  [/URI/g, "Uri"],
  [/SMS/g, "Sms"],
  [/KMSKeyID/g, "KmsKeyId"],
  [/IPRange/g, "IpRange"],
];

/** AWS's name as Terraform's: `CallbackURLs` becomes `callback_urls`. */
function argumentOf(name: string): string {
  const words = WORDS.reduce((text, [word, replacement]) => text.replace(word, replacement), name);
  return words.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

/** The fields of an object as arguments, an object within it as a block; what is absent as absent. */
export function blockOf(answer: unknown): TerraformValues | undefined {
  if (!isObject(answer)) return undefined;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [argumentOf(name), argumentValue(value)]));
}

function argumentValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (isObject(item) ? blockOf(item) : item));
  return isObject(value) ? [blockOf(value)] : value;
}

/** What a password policy has where AWS answers with nothing of it. */
const NO_PASSWORD_RULES = {
  RequireLowercase: false,
  RequireUppercase: false,
  RequireNumbers: false,
  RequireSymbols: false,
  TemporaryPasswordValidityDays: 0,
};

/** The arguments of the user pool. */
export function userPoolValues({ userPool, mfaConfig = {} }: DescribedPool): TerraformValues {
  const policies = objectAt(userPool, "Policies");
  const sms = objectAt(mfaConfig, "SmsMfaConfiguration");
  const { From, ...email } = objectAt(userPool, "EmailConfiguration");
  const recovery = objectAt(userPool, "AccountRecoverySetting").RecoveryMechanisms;
  const addOns = objectAt(userPool, "AdvancedSecurityAdditionalFlows", "UserPoolAddOns");
  const block = (value: unknown) => (isObject(value) ? [blockOf(value)] : []);
  return {
    id: userPool.Id,
    arn: userPool.Arn,
    name: userPool.Name,
    user_pool_tier: userPool.UserPoolTier,
    deletion_protection: userPool.DeletionProtection,
    username_attributes: userPool.UsernameAttributes,
    alias_attributes: userPool.AliasAttributes,
    username_configuration: block(userPool.UsernameConfiguration),
    auto_verified_attributes: userPool.AutoVerifiedAttributes,
    user_attribute_update_settings: block(userPool.UserAttributeUpdateSettings),
    password_policy: isObject(policies.PasswordPolicy)
      ? [blockOf({ ...NO_PASSWORD_RULES, ...policies.PasswordPolicy })]
      : [],
    sign_in_policy: block(policies.SignInPolicy),
    mfa_configuration: mfaConfig.MfaConfiguration ?? userPool.MfaConfiguration,
    software_token_mfa_configuration: block(mfaConfig.SoftwareTokenMfaConfiguration),
    email_mfa_configuration: block(mfaConfig.EmailMfaConfiguration),
    web_authn_configuration: block(mfaConfig.WebAuthnConfiguration),
    sms_authentication_message: sms.SmsAuthenticationMessage ?? userPool.SmsAuthenticationMessage,
    sms_configuration: block(userPool.SmsConfiguration ?? sms.SmsConfiguration),
    email_configuration: isObject(userPool.EmailConfiguration) ? [{ ...blockOf(email), from_email_address: From }] : [],
    account_recovery_setting: Array.isArray(recovery) ? [{ recovery_mechanism: argumentValue(recovery) }] : [],
    admin_create_user_config: block(userPool.AdminCreateUserConfig),
    verification_message_template: block(userPool.VerificationMessageTemplate),
    device_configuration: block(userPool.DeviceConfiguration),
    lambda_config: Object.keys(objectAt(userPool, "LambdaConfig")).length > 0 ? block(userPool.LambdaConfig) : [],
    user_pool_add_ons: isObject(userPool.UserPoolAddOns)
      ? [
          {
            advanced_security_mode: objectAt(userPool, "UserPoolAddOns").AdvancedSecurityMode,
            advanced_security_additional_flows: [blockOf(addOns)],
          },
        ]
      : [],
    tags: ownTags(objectAt(userPool, "UserPoolTags")),
    schema: attributesOf(userPool).map(({ Name, ...attribute }) => ({
      ...blockOf(attribute),
      name: String(Name).replace(CUSTOM_PREFIX, ""),
    })),
  };
}

/** Tags without those of AWS itself, such as CloudFormation's: nobody else may set them, and the provider ignores them. */
function ownTags(tags: Answer): Answer {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.toLowerCase().startsWith("aws:")));
}

/** Every attribute of a pool. */
export function attributesOf({ SchemaAttributes }: Answer): readonly Answer[] {
  return Array.isArray(SchemaAttributes) ? SchemaAttributes.filter(isObject) : [];
}

/** The arguments of an app client. */
export function clientValues(client: Answer): TerraformValues {
  const { ClientId, ClientName, ClientSecret, ...rest } = client;
  return {
    ...blockOf(rest),
    id: ClientId,
    name: ClientName,
    generate_secret: hasSecret({ ClientSecret }),
  };
}

/** The arguments of a domain. */
export function domainValues({ Domain, CustomDomainConfig, ManagedLoginVersion }: Answer): TerraformValues {
  const certificate = isObject(CustomDomainConfig) ? CustomDomainConfig.CertificateArn : undefined;
  return { domain: Domain, certificate_arn: certificate, managed_login_version: ManagedLoginVersion };
}

/** The arguments of a resource server. */
export function resourceServerValues({ Identifier, Name, Scopes = [] }: Answer): TerraformValues {
  return { identifier: Identifier, name: Name, scope: argumentValue(Scopes) };
}

/** The arguments of an identity provider. */
export function identityProviderValues(provider: Answer): TerraformValues {
  return {
    provider_name: provider.ProviderName,
    provider_type: provider.ProviderType,
    provider_details: provider.ProviderDetails,
    attribute_mapping: provider.AttributeMapping,
    idp_identifiers: provider.IdpIdentifiers,
  };
}

/** The arguments of a group. */
export function groupValues({ GroupName, Description, Precedence, RoleArn }: Answer): TerraformValues {
  return { name: GroupName, description: Description, precedence: Precedence, role_arn: RoleArn };
}

/** The arguments of a risk configuration. */
export function riskValues(risk: Answer): TerraformValues {
  return blockOf(risk) ?? {};
}

/** The arguments of a customization of the classic pages. */
export function uiCustomizationValues({ ClientId, CSS, ImageFile }: Answer): TerraformValues {
  return { client_id: ClientId, css: CSS, image_file: ImageFile };
}

/** The object under a key, within another if one is named; empty where there is none. */
export function objectAt(answer: Answer, key: string, within?: string): Answer {
  const outer = within === undefined ? answer : objectAt(answer, within);
  return isObject(outer[key]) ? outer[key] : {};
}

function isObject(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
