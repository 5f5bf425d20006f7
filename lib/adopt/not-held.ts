import { writableDetails } from "../cognito/provider-details";
import { ALL_CLIENTS } from "../cognito/ui-customization";
import { PROVIDER_TYPES, type ProviderType } from "../cognito/values";
import { printable } from "../text/printable";
import { type Answer, type DescribedPool, WEB_ACL, webAclOf } from "./described";
import { logDeliveryOf } from "./log-delivery";
import { imageOf } from "./own-settings";
import { DEVELOPER_PREFIX, isMadeByCognito } from "./pool-config";
import { brandingOf } from "./style";
import { attributesOf, objectAt } from "./terraform-values";

/** Something that AWS has and the config does not say. */
export interface NotHeld {
  /** `client web: style of managed login`. */
  readonly what: string;
  /** What an apply does to it. */
  readonly apply: string;
}

const UNTOUCHED = "an apply leaves it as it is";
const RESET = "an apply that changes the pool sends all settings that the AWS provider knows, and so resets it";

/** Kinds of objects that are not adopted, by the name under which the API answers them. */
const OBJECTS: Readonly<Record<string, string>> = {
  Terms: "terms of use",
};

/** Fields of a user pool that the config says, or that AWS alone decides. */
const POOL_FIELDS = new Set([
  ...["Id", "Arn", "Name", "Status", "CreationDate", "LastModifiedDate", "EstimatedNumberOfUsers", "Domain"],
  ...["CustomDomain", "SmsConfigurationFailure", "EmailConfigurationFailure", "Policies", "DeletionProtection"],
  ...["LambdaConfig", "SchemaAttributes", "AutoVerifiedAttributes", "AliasAttributes", "UsernameAttributes"],
  // the same texts as in VerificationMessageTemplate
  ...["SmsVerificationMessage", "EmailVerificationMessage", "EmailVerificationSubject", "VerificationMessageTemplate"],
  ...["SmsAuthenticationMessage", "UserAttributeUpdateSettings", "MfaConfiguration", "DeviceConfiguration"],
  ...["EmailConfiguration", "SmsConfiguration", "UserPoolTags", "AdminCreateUserConfig", "UserPoolAddOns"],
  ...["UsernameConfiguration", "AccountRecoverySetting", "UserPoolTier"],
]);

const TRIGGERS = new Set([
  ...["PreSignUp", "CustomMessage", "PostConfirmation", "PreAuthentication", "PostAuthentication"],
  ...["DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse", "PreTokenGeneration"],
  ...["UserMigration", "PreTokenGenerationConfig", "CustomSMSSender", "CustomEmailSender", "KMSKeyID"],
]);

const CLIENT_FIELDS = new Set([
  ...["UserPoolId", "ClientName", "ClientId", "ClientSecret", "LastModifiedDate", "CreationDate"],
  ...["RefreshTokenValidity", "AccessTokenValidity", "IdTokenValidity", "TokenValidityUnits", "ReadAttributes"],
  ...["WriteAttributes", "ExplicitAuthFlows", "SupportedIdentityProviders", "CallbackURLs", "LogoutURLs"],
  ...["DefaultRedirectURI", "AllowedOAuthFlows", "AllowedOAuthScopes", "AllowedOAuthFlowsUserPoolClient"],
  ...["AnalyticsConfiguration", "PreventUserExistenceErrors", "EnableTokenRevocation", "AuthSessionValidity"],
  ...["EnablePropagateAdditionalUserContextData", "RefreshTokenRotation"],
]);

/** What of a pool the config or the AWS provider cannot hold, and what is not adopted. */
export function notHeld(described: DescribedPool): readonly NotHeld[] {
  const { userPool, clients, identityProviders, uiCustomizations, styles, logDeliveries, groups, others } = described;
  const nameOf = (id: unknown) => clients.find(({ ClientId }) => ClientId === id)?.ClientName ?? id;
  const of = (answer: Answer) =>
    typeof answer.ClientId === "string" && answer.ClientId !== ALL_CLIENTS
      ? `client ${nameOf(answer.ClientId)}`
      : "the pool";
  return [
    ...unknownFields(userPool, POOL_FIELDS).map((field) => ({ what: `the pool: ${field}`, apply: RESET })),
    ...unknownFields(objectAt(userPool, "LambdaConfig"), TRIGGERS).map((field) => ({
      what: `the pool: trigger ${field}`,
      apply: RESET,
    })),
    ...attributesOf(userPool)
      .filter(({ Name }) => String(Name).startsWith(DEVELOPER_PREFIX))
      .map(({ Name }) => ({
        what: `attribute ${Name}`,
        apply: "the pool cannot be adopted: Terraform would remove the attribute, which AWS refuses",
      })),
    ...(described.mfaConfig === undefined
      ? [{ what: "the pool: second factors and passkeys", apply: "not known: no output of get-user-pool-mfa-config" }]
      : []),
    ...clients.flatMap((client) => [
      ...unknownFields(client, CLIENT_FIELDS).map((field) => ({
        what: `client ${client.ClientName}: ${field}`,
        apply: RESET.replace("the pool", "the client"),
      })),
      ...dormantGrants(client),
    ]),
    ...identityProviders.flatMap(unknownDetails),
    ...uiCustomizations
      .filter((look) => look.ImageUrl !== undefined && imageOf(look) === undefined)
      .map((look) => ({
        what: `${of(look)}: logo of the classic pages, ${look.ImageUrl}`,
        apply: "not known: no image is beside the answer; an apply that changes uiCustomization removes the logo",
      })),
    ...styles.flatMap((style) => {
      const held = brandingOf(style);
      return "why" in held
        ? [{ what: `${of(style)}: style of managed login`, apply: `${held.why}: ${UNTOUCHED}` }]
        : [];
    }),
    ...logDeliveries
      .map(logDeliveryOf)
      .flatMap((logs) =>
        "why" in logs ? [{ what: "the pool: delivery of logs", apply: `${logs.why}: ${UNTOUCHED}` }] : [],
      ),
    ...groups
      .filter(isMadeByCognito)
      .map(({ GroupName }) => ({ what: `group ${GroupName}, which Cognito made by itself`, apply: UNTOUCHED })),
    ...(webAclOf(described) === undefined
      ? []
      : [
          {
            what: "the pool: an import of its web ACL",
            apply: "an apply associates the same web ACL again, which changes nothing",
          },
        ]),
    ...others
      .filter(({ kind }) => kind !== WEB_ACL)
      .map(({ kind, value }) => ({
        what: `${of(value)}: ${OBJECTS[kind] ?? kind}`,
        apply: UNTOUCHED,
      })),
  ].map(({ what, apply }) => ({ what: printable(what), apply: printable(apply) }));
}

/** Grants that are set while OAuth is switched off. */
function dormantGrants({ ClientName, AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows }: Answer): NotHeld[] {
  const flows = Array.isArray(AllowedOAuthFlows) ? AllowedOAuthFlows : [];
  if (AllowedOAuthFlowsUserPoolClient === true || flows.length === 0) return [];
  const apply = "AllowedOAuthFlowsUserPoolClient is false, so that they have no effect; the first apply removes them";
  return [{ what: `client ${ClientName}: grants ${flows.join(", ")}`, apply }];
}

function unknownDetails({ ProviderName, ProviderType, ProviderDetails }: Answer): NotHeld[] {
  if (!(PROVIDER_TYPES as readonly unknown[]).includes(ProviderType))
    return [
      { what: `identity provider ${ProviderName} of type ${ProviderType}`, apply: "the config has no such type" },
    ];
  const known = new Set(writableDetails(ProviderType as ProviderType));
  return unknownFields((ProviderDetails ?? {}) as Answer, known).map((key) => ({
    what: `identity provider ${ProviderName}: ${key}`,
    apply:
      key === "ActiveEncryptionCertificate"
        ? "AWS adds it to its answers and takes it from nobody: the first apply updates the provider without a change"
        : "the first apply removes it",
  }));
}

/** Fields with a value that are not among the known ones. */
function unknownFields(answer: Answer, known: ReadonlySet<string>): readonly string[] {
  return Object.entries(answer)
    .filter(([key, value]) => !known.has(key) && !isEmpty(value))
    .map(([key]) => key);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0);
}
