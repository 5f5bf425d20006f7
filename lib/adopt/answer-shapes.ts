import { z } from "zod";
import { TIME_UNITS } from "../cognito/values";

const text = z.string();
const texts = z.array(text).optional();
const number = z.number().optional();
const flag = z.boolean().optional();
const map = z.record(text, text).optional();
const unit = z.enum(TIME_UNITS).optional();
/** An object of which any field may be there. */
const object = z.looseObject({}).optional();

const limits = (...names: readonly string[]) =>
  z.looseObject(Object.fromEntries(names.map((name) => [name, text.optional()]))).optional();

/**
 * What AWS answers of each kind, as far as the config is made of it: what is not optional here, AWS always answers. Absent
 * is also what is null.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html
 */
const SHAPES: Readonly<Record<string, z.ZodType>> = {
  UserPool: z.looseObject({
    Id: text,
    Name: text,
    Policies: z.looseObject({
      PasswordPolicy: z.looseObject({
        MinimumLength: number,
        RequireUppercase: flag,
        RequireLowercase: flag,
        RequireNumbers: flag,
        RequireSymbols: flag,
        PasswordHistorySize: number,
        TemporaryPasswordValidityDays: number,
      }),
      SignInPolicy: z.looseObject({ AllowedFirstAuthFactors: texts }).optional(),
    }),
    SchemaAttributes: z.array(
      z.looseObject({
        Name: text,
        AttributeDataType: text,
        Mutable: flag,
        Required: flag,
        StringAttributeConstraints: limits("MinLength", "MaxLength"),
        NumberAttributeConstraints: limits("MinValue", "MaxValue"),
      }),
    ),
    DeletionProtection: text.optional(),
    UserPoolTier: text.optional(),
    MfaConfiguration: text.optional(),
    SmsAuthenticationMessage: text.optional(),
    LambdaConfig: object,
    AutoVerifiedAttributes: texts,
    AliasAttributes: texts,
    UsernameAttributes: texts,
    VerificationMessageTemplate: limits(
      ...["SmsMessage", "EmailMessage", "EmailSubject", "EmailMessageByLink", "EmailSubjectByLink"],
      "DefaultEmailOption",
    ),
    UserAttributeUpdateSettings: z.looseObject({ AttributesRequireVerificationBeforeUpdate: texts }).optional(),
    DeviceConfiguration: z
      .looseObject({ ChallengeRequiredOnNewDevice: flag, DeviceOnlyRememberedOnUserPrompt: flag })
      .optional(),
    EmailConfiguration: limits(
      ...["SourceArn", "ReplyToEmailAddress", "EmailSendingAccount", "From", "ConfigurationSet"],
    ),
    SmsConfiguration: limits("SnsCallerArn", "ExternalId", "SnsRegion"),
    UserPoolTags: map,
    AdminCreateUserConfig: z
      .looseObject({
        AllowAdminCreateUserOnly: flag,
        InviteMessageTemplate: limits("SMSMessage", "EmailMessage", "EmailSubject"),
      })
      .optional(),
    UserPoolAddOns: object,
    UsernameConfiguration: z.looseObject({ CaseSensitive: flag }).optional(),
    AccountRecoverySetting: z
      .looseObject({ RecoveryMechanisms: z.array(z.looseObject({ Name: text, Priority: z.number() })).optional() })
      .optional(),
  }),
  GetUserPoolMfaConfig: z.looseObject({
    MfaConfiguration: text.optional(),
    SoftwareTokenMfaConfiguration: z.looseObject({ Enabled: flag }).optional(),
    EmailMfaConfiguration: limits("Message", "Subject"),
    WebAuthnConfiguration: limits("RelyingPartyId", "UserVerification"),
  }),
  UserPoolClient: z.looseObject({
    ClientId: text,
    ClientName: text,
    ClientSecret: text.optional(),
    RefreshTokenValidity: number,
    AccessTokenValidity: number,
    IdTokenValidity: number,
    AuthSessionValidity: number,
    TokenValidityUnits: z.looseObject({ AccessToken: unit, IdToken: unit, RefreshToken: unit }).optional(),
    RefreshTokenRotation: z.looseObject({ Feature: text.optional(), RetryGracePeriodSeconds: number }).optional(),
    ReadAttributes: texts,
    WriteAttributes: texts,
    ExplicitAuthFlows: texts,
    SupportedIdentityProviders: texts,
    CallbackURLs: texts,
    LogoutURLs: texts,
    DefaultRedirectURI: text.optional(),
    AllowedOAuthFlows: texts,
    AllowedOAuthScopes: texts,
    AllowedOAuthFlowsUserPoolClient: flag,
    AnalyticsConfiguration: object,
    PreventUserExistenceErrors: text.optional(),
    EnableTokenRevocation: flag,
    EnablePropagateAdditionalUserContextData: flag,
  }),
  UserPoolClients: z.looseObject({ ClientId: text }),
  Providers: z.looseObject({ ProviderName: text }),
  DomainDescription: z.looseObject({ Domain: text, CustomDomainConfig: object, ManagedLoginVersion: number }),
  ResourceServer: z.looseObject({
    Identifier: text,
    Name: text.optional(),
    Scopes: z.array(z.looseObject({ ScopeName: text, ScopeDescription: text.optional() })).optional(),
  }),
  IdentityProvider: z.looseObject({
    ProviderName: text,
    ProviderType: text,
    ProviderDetails: z.record(text, text),
    AttributeMapping: map,
    IdpIdentifiers: texts,
  }),
  ManagedLoginBranding: z.looseObject({
    ManagedLoginBrandingId: text,
    ClientId: text.optional(),
    UseCognitoProvidedValues: flag,
    Settings: object,
    Assets: z
      .array(
        z.looseObject({
          Category: text,
          ColorMode: text,
          Extension: text,
          Bytes: z.base64().optional(),
          ResourceId: text.optional(),
        }),
      )
      .optional(),
  }),
  LogDeliveryConfiguration: z.looseObject({
    LogConfigurations: z
      .array(
        z.looseObject({
          EventSource: text,
          LogLevel: text,
          CloudWatchLogsConfiguration: limits("LogGroupArn"),
          FirehoseConfiguration: limits("StreamArn"),
          S3Configuration: limits("BucketArn"),
        }),
      )
      .optional(),
  }),
  Group: z.looseObject({
    GroupName: text,
    Description: text.optional(),
    RoleArn: text.optional(),
    Precedence: number,
  }),
};

/**
 * What an answer lacks that AWS always answers, and what is there in another form, each as the end of a sentence:
 * `lacks UserPool.Policies, which AWS always answers`.
 *
 * @param kind the key under which the API answers it; of a list that of its items
 * @param isWhole whether it is all that AWS answers, which a state of Terraform has not
 */
export function wrongFields(
  kind: string,
  answer: Readonly<Record<string, unknown>>,
  isWhole = true,
): readonly string[] {
  const { issues = [] } = SHAPES[kind]?.safeParse(answer).error ?? {};
  return issues.flatMap(({ path, ...issue }) => {
    const field = [kind, ...path].join(".");
    if (valueAt(answer, path) === undefined) return isWhole ? [`lacks ${field}, which AWS always answers`] : [];
    const expected = issue.code === "invalid_value" ? `one of ${issue.values.join(", ")}` : expectedOf(issue);
    return [`${field} is not ${expected}`];
  });
}

function expectedOf(issue: object): string {
  const { format, expected = format ?? "what AWS answers" } = issue as Partial<Record<"expected" | "format", string>>;
  return EXPECTED[expected] ?? expected;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  base64: "in base64",
};

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
}
