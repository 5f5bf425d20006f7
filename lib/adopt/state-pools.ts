import { readFileSync } from "node:fs";
import { CUSTOM_PREFIX, STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { RESOURCES } from "../cognito/resources";
import { ALL_CLIENTS } from "../cognito/ui-customization";
import { wrongFields } from "./answer-shapes";
import {
  type Answer,
  DescribedError,
  type DescribedPool,
  hasLogs,
  type OtherAnswer,
  regionOfPool,
  WEB_ACL,
} from "./described";
import { withSettings } from "./found-styles";
import { isHeld } from "./held";
import { logDeliveryOf } from "./log-delivery";
import { DEVELOPER_PREFIX } from "./pool-config";
import { answerOf, blockAt, filledAnswer, objectsOf } from "./state-answers";
import { type StateResource, stateResources } from "./state-resources";
import { brandingOf } from "./style";

/** What a state of Terraform has of Cognito. */
export interface StatePools {
  readonly pools: readonly DescribedPool[];
  /** The addresses of all that is adopted. */
  readonly addresses: readonly string[];
}

/** In place of a secret, which nothing here needs. */
const HIDDEN = "hidden";

/**
 * Reads the pools of a Terraform state, in modules too: the state itself, or the output of `terraform show -json` for a state
 * or a plan, whose state before it counts.
 *
 * @param path the file
 * @param shown the file as messages name it
 * @throws DescribedError when it is none of them, has no pool, or an object of a pool that it does not have
 */
export function readStatePools(path: string, shown: string): StatePools {
  const all = stateResources(readFileSync(path, "utf8"), shown);
  const cognito = all.filter(({ type }) => type.startsWith("aws_cognito_"));
  const pools = cognito.filter(({ type }) => type === RESOURCES.userPool.type).map(({ values }) => values);
  const webAcls = all.filter(
    ({ type, values }) => type === RESOURCES.webAcl.type && pools.some(({ arn }) => arn === values.resource_arn),
  );
  if (pools.length === 0) throw new DescribedError([`${shown}: there is no ${RESOURCES.userPool.type} in it`]);
  const ids = pools.map(({ id }) => id);
  const attached = cognito.filter(({ type, values }) => type !== RESOURCES.userPool.type && values.user_pool_id);
  const elsewhere = attached.filter(({ values }) => !ids.includes(values.user_pool_id));
  if (elsewhere.length > 0)
    throw new DescribedError(
      elsewhere.map(
        ({ address, values }) => `${shown}: ${address} is of pool ${values.user_pool_id}, which is not in it`,
      ),
    );
  const clients = new Set(cognito.filter(({ type }) => type === RESOURCES.client.type).map(({ values }) => values.id));
  const isKnown = (each: StateResource) => Object.hasOwn(ATTACHED, each.type) && isOfOneOf(clients, each);
  const described = pools.map((values) => describedPool(values, attached, isKnown, webAcls));
  const wrong = described.flatMap(wrongIn);
  if (wrong.length > 0) throw new DescribedError(wrong.map((each) => `${shown}: ${each}`));
  const adopted = cognito.filter(
    (each) => each.type === RESOURCES.userPool.type || (isKnown(each) && HELD[each.type]?.(each.values) !== false),
  );
  return { pools: described, addresses: [...adopted, ...webAcls].map(({ address }) => address) };
}

/** Whether a resource is of no client, or of one that is in the state: the config can have it then alone. */
function isOfOneOf(clients: ReadonlySet<unknown>, { values: { client_id: id } }: StateResource): boolean {
  return typeof id !== "string" || id === "" || id === ALL_CLIENTS || clients.has(id);
}

/** Whether the config can say a resource, of the kinds of which it cannot say every one: such a one stays where it is. */
const HELD: Readonly<Record<string, (values: Answer) => boolean>> = {
  aws_cognito_log_delivery_configuration: (values) =>
    isHeld(logDeliveryOf(answerTo(values, "aws_cognito_log_delivery_configuration"))),
  aws_cognito_managed_login_branding: (values) =>
    isHeld(brandingOf(answerTo(values, "aws_cognito_managed_login_branding"))),
};

function answerTo(values: Answer, type: keyof typeof ATTACHED): Answer {
  return filledAnswer(ATTACHED[type](values));
}

/** What a state has in another form than AWS answers it. */
function wrongIn({ userPool, mfaConfig = {}, ...parts }: DescribedPool) {
  const all = {
    UserPool: [userPool],
    GetUserPoolMfaConfig: [mfaConfig],
    UserPoolClient: parts.clients,
    ResourceServer: parts.resourceServers,
    IdentityProvider: parts.identityProviders,
    Group: parts.groups,
    LogDeliveryConfiguration: parts.logDeliveries,
    ManagedLoginBranding: parts.styles,
  };
  return Object.entries(all).flatMap(([kind, items]) => items.flatMap((each) => wrongFields(kind, each, false)));
}

function describedPool(
  values: Answer,
  attached: readonly StateResource[],
  isKnown: (each: StateResource) => boolean,
  webAcls: readonly StateResource[],
): DescribedPool {
  const own = attached.filter((each) => each.values.user_pool_id === values.id);
  const part = (name: keyof typeof ATTACHED) =>
    own.filter((each) => each.type === name && isKnown(each)).map((each) => answerTo(each.values, name));
  const userPool = filledAnswer(userPoolAnswer(values));
  return {
    region: regionOfPool(userPool),
    userPool,
    mfaConfig: filledAnswer({
      MfaConfiguration: values.mfa_configuration,
      SoftwareTokenMfaConfiguration: blockAt(values, "software_token_mfa_configuration"),
      EmailMfaConfiguration: blockAt(values, "email_mfa_configuration"),
      WebAuthnConfiguration: blockAt(values, "web_authn_configuration"),
    }),
    clients: part("aws_cognito_user_pool_client"),
    domains: part("aws_cognito_user_pool_domain"),
    resourceServers: part("aws_cognito_resource_server"),
    identityProviders: part("aws_cognito_identity_provider"),
    groups: part("aws_cognito_user_group"),
    riskConfigurations: part("aws_cognito_risk_configuration"),
    uiCustomizations: part("aws_cognito_user_pool_ui_customization"),
    styles: part("aws_cognito_managed_login_branding"),
    logDeliveries: part("aws_cognito_log_delivery_configuration").filter(hasLogs),
    others: [
      ...own
        .filter((each) => !isKnown(each))
        .map(({ type, values: { client_id: ClientId } }): OtherAnswer => ({ kind: type, value: { ClientId } })),
      ...webAcls
        .filter(({ values: { resource_arn: arn } }) => arn === values.arn)
        .map(({ values: { web_acl_arn: ARN } }): OtherAnswer => ({ kind: WEB_ACL, value: { ARN } })),
    ],
  };
}

/** How AWS would answer each kind of object that a pool has. */
const ATTACHED = {
  aws_cognito_user_pool_client: ({ id, name, client_secret: secret, generate_secret: _, ...values }) => ({
    ...answerOf(values),
    ExplicitAuthFlows: values.explicit_auth_flows ?? [],
    ClientId: id,
    ClientName: name,
    ClientSecret: secret ? HIDDEN : undefined,
    AccessTokenValidity: values.access_token_validity || undefined,
    IdTokenValidity: values.id_token_validity || undefined,
    TokenValidityUnits: blockAt(values, "token_validity_units"),
    RefreshTokenRotation: blockAt(values, "refresh_token_rotation"),
    AnalyticsConfiguration: blockAt(values, "analytics_configuration"),
  }),
  aws_cognito_user_pool_domain: (values) => ({
    Domain: values.domain,
    UserPoolId: values.user_pool_id,
    CustomDomainConfig: values.certificate_arn ? { CertificateArn: values.certificate_arn } : undefined,
    ManagedLoginVersion: values.managed_login_version || undefined,
  }),
  aws_cognito_resource_server: ({ scope, ...values }) => ({
    Identifier: values.identifier,
    Name: values.name,
    UserPoolId: values.user_pool_id,
    Scopes: objectsOf(scope).map((each) => filledAnswer(answerOf(each))),
  }),
  aws_cognito_identity_provider: (values) => ({
    ProviderName: values.provider_name,
    ProviderType: values.provider_type,
    ProviderDetails: values.provider_details,
    AttributeMapping: values.attribute_mapping,
    IdpIdentifiers: values.idp_identifiers,
    UserPoolId: values.user_pool_id,
  }),
  aws_cognito_user_group: (values) => ({
    GroupName: values.name,
    UserPoolId: values.user_pool_id,
    Description: values.description,
    // a state has 0 where AWS has none
    Precedence: values.precedence || undefined,
    RoleArn: values.role_arn,
  }),
  aws_cognito_risk_configuration: ({ id: _, ...values }) => answerOf(values),
  aws_cognito_managed_login_branding: ({ asset, settings_all: _, ...values }) => ({
    ...withSettings(answerOf(values)),
    Assets: Array.isArray(asset) ? objectsOf(asset).map((each) => filledAnswer(answerOf(each))) : asset,
  }),
  aws_cognito_log_delivery_configuration: ({ user_pool_id: UserPoolId, log_configurations: logs }) => ({
    UserPoolId,
    LogConfigurations: Array.isArray(logs) ? objectsOf(logs).map((each) => filledAnswer(answerOf(each))) : logs,
  }),
  aws_cognito_user_pool_ui_customization: (values) => ({
    UserPoolId: values.user_pool_id,
    ClientId: values.client_id || ALL_CLIENTS,
    CSS: values.css,
    ImageFile: values.image_file,
    ImageUrl: values.image_url,
  }),
} as const satisfies Readonly<Record<string, (values: Answer) => Answer>>;

function userPoolAnswer(values: Answer): Answer {
  const block = (name: string) => blockAt(values, name);
  const email = block("email_configuration");
  const [users = {}] = objectsOf(values.admin_create_user_config);
  const [invite] = objectsOf(users.invite_message_template);
  return {
    Id: values.id,
    Arn: values.arn,
    Name: values.name,
    UserPoolTier: values.user_pool_tier,
    DeletionProtection: values.deletion_protection,
    MfaConfiguration: values.mfa_configuration,
    SmsAuthenticationMessage: values.sms_authentication_message,
    UsernameAttributes: values.username_attributes,
    AliasAttributes: values.alias_attributes,
    AutoVerifiedAttributes: values.auto_verified_attributes,
    UserPoolTags: values.tags_all ?? values.tags,
    UsernameConfiguration: block("username_configuration"),
    UserAttributeUpdateSettings: block("user_attribute_update_settings"),
    Policies: { PasswordPolicy: block("password_policy"), SignInPolicy: block("sign_in_policy") },
    SchemaAttributes: objectsOf(values.schema).map((each) => filledAnswer(schemaAnswer(each))),
    AccountRecoverySetting: recoveryAnswer(values),
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: users.allow_admin_create_user_only,
      InviteMessageTemplate: invite && {
        EmailMessage: invite.email_message,
        EmailSubject: invite.email_subject,
        SMSMessage: invite.sms_message,
      },
    },
    VerificationMessageTemplate: block("verification_message_template"),
    DeviceConfiguration: block("device_configuration"),
    EmailConfiguration: email && { ...email, From: email.FromEmailAddress, FromEmailAddress: undefined },
    SmsConfiguration: block("sms_configuration"),
    LambdaConfig: block("lambda_config"),
    UserPoolAddOns: block("user_pool_add_ons"),
  };
}

function recoveryAnswer(values: Answer): Answer | undefined {
  const [setting] = objectsOf(values.account_recovery_setting);
  const mechanisms = objectsOf(setting?.recovery_mechanism);
  return mechanisms.length > 0
    ? { RecoveryMechanisms: mechanisms.map((each) => filledAnswer(answerOf(each))) }
    : undefined;
}

/** AWS answers with limits of every text and number, empty where there are none; a state has none of these. */
function schemaAnswer({ name, developer_only_attribute: isDeveloper, ...attribute }: Answer): Answer {
  const prefix =
    isDeveloper === true ? DEVELOPER_PREFIX : Object.hasOwn(STANDARD_ATTRIBUTES, String(name)) ? "" : CUSTOM_PREFIX;
  const type = attribute.attribute_data_type;
  const limits = (of: string) =>
    blockAt(attribute, `${of.toLowerCase()}_attribute_constraints`) ?? (type === of ? {} : undefined);
  return {
    Name: `${prefix}${name}`,
    AttributeDataType: type,
    Mutable: attribute.mutable,
    Required: attribute.required,
    StringAttributeConstraints: limits("String"),
    NumberAttributeConstraints: limits("Number"),
  };
}
