import type { AttributeType } from "../cognito/values";
import type { Text, Value } from "./value";

/** Arguments of `aws_cognito_user_pool`. */
export interface UserPoolModel {
  readonly name: Text;
  readonly userPoolTier: Text;
  readonly deletionProtection: "ACTIVE" | "INACTIVE";
  readonly preventDestroy: boolean;
  readonly usernameAttributes: readonly string[];
  readonly aliasAttributes: readonly string[];
  readonly caseSensitive: boolean;
  readonly autoVerifiedAttributes: Value<readonly string[]>;
  readonly attributesRequireVerificationBeforeUpdate: Value<readonly string[]>;
  readonly schema: readonly AttributeModel[];
  readonly passwordPolicy: {
    readonly minimumLength: Value<number>;
    readonly requireLowercase: Value<boolean>;
    readonly requireUppercase: Value<boolean>;
    readonly requireNumbers: Value<boolean>;
    readonly requireSymbols: Value<boolean>;
    readonly temporaryPasswordValidityDays: Value<number>;
    readonly passwordHistorySize: Value<number>;
  };
  readonly mfaConfiguration: Text;
  /** Whether authenticator apps are a second factor; `undefined` when the file says nothing. */
  readonly softwareTokenMfa?: boolean;
  readonly emailMfa?: { readonly message: Text; readonly subject: Text };
  /** The text message of the second factor. */
  readonly smsAuthenticationMessage?: Text;
  readonly smsConfiguration?: { readonly externalId: Text; readonly snsCallerArn: Text; readonly snsRegion?: Text };
  readonly emailConfiguration: {
    readonly emailSendingAccount: Text;
    readonly sourceArn?: Text;
    readonly fromEmailAddress?: Text;
    readonly replyToEmailAddress?: Text;
    readonly configurationSet?: Text;
  };
  /** Absent on tier LITE when the file says nothing: the tier has no choice of factors. */
  readonly allowedFirstAuthFactors?: Value<readonly string[]>;
  readonly webAuthn?: { readonly relyingPartyId?: Text; readonly userVerification?: Text };
  /** In order of priority. */
  readonly accountRecovery: readonly string[];
  readonly adminCreateUserOnly: boolean;
  readonly inviteMessage?: { readonly emailMessage: Text; readonly emailSubject: Text; readonly smsMessage: Text };
  readonly verificationMessage: {
    readonly defaultEmailOption: Text;
    readonly emailMessage?: Text;
    readonly emailMessageByLink?: Text;
    readonly emailSubject?: Text;
    readonly emailSubjectByLink?: Text;
    readonly smsMessage?: Text;
  };
  readonly deviceConfiguration?: {
    readonly challengeRequiredOnNewDevice: boolean;
    readonly deviceOnlyRememberedOnUserPrompt: boolean;
  };
  readonly lambdaConfig?: LambdaConfigModel;
  /** Whether Cognito is permitted here to call the functions of `lambdaConfig`: one `aws_lambda_permission` for each. */
  readonly lambdaPermissions: boolean;
  readonly advancedSecurityMode: Text;
  /** Threat protection of custom authentication. */
  readonly customAuth?: Text;
  /** Fields that are not written, because AWS has never been given a value: each holds what AWS then acts on. */
  readonly unset: readonly string[];
  readonly tags: Readonly<Record<string, Text>>;
}

export interface LambdaConfigModel {
  readonly createAuthChallenge?: Text;
  readonly customMessage?: Text;
  readonly defineAuthChallenge?: Text;
  readonly postAuthentication?: Text;
  readonly postConfirmation?: Text;
  readonly preAuthentication?: Text;
  readonly preSignUp?: Text;
  readonly preTokenGeneration?: Text;
  readonly preTokenGenerationConfig?: VersionedLambda;
  readonly userMigration?: Text;
  readonly verifyAuthChallengeResponse?: Text;
  readonly customEmailSender?: VersionedLambda;
  readonly customSmsSender?: VersionedLambda;
  readonly kmsKeyId?: Text;
}

export interface VersionedLambda {
  readonly lambdaArn: Text;
  readonly lambdaVersion: Text;
}

/** One `schema` block of a user pool, and what the file says beside it. */
export interface AttributeModel {
  /** The key in the file: `email`, `custom:tenant`. Permissions name it so. */
  readonly key: string;
  /** `name` of the schema block: without `custom:`. */
  readonly name: string;
  readonly attributeDataType: AttributeType;
  readonly required: boolean;
  readonly mutable: boolean;
  /** Only of a String. As numbers; Terraform takes them as text. A limit is absent only where AWS has none. */
  readonly stringAttributeConstraints?: { readonly minLength?: number; readonly maxLength?: number };
  /** Only of a Number. */
  readonly numberAttributeConstraints?: { readonly minValue?: number; readonly maxValue?: number };
  /** Grants power: no public client may write it. */
  readonly authority: boolean;
  /** What the file itself says, without defaults. */
  readonly written: WrittenAttribute;
}

export interface WrittenAttribute {
  readonly type?: AttributeType | undefined;
  readonly required?: boolean | undefined;
  readonly mutable?: boolean | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minValue?: number | undefined;
  readonly maxValue?: number | undefined;
  readonly authority?: boolean | undefined;
  readonly unset?: readonly string[] | undefined;
}
