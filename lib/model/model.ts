import type { Platform } from "../cognito/platforms";
import type { AttributeType, AuthFlow, OauthFlow, ProviderType, TimeUnit } from "../cognito/values";
import type { Operation } from "../secret-hash-proxy/operations";
import type { EnvironmentModel } from "./environment";
import type { Source } from "./source";
import type { ThreatProtectionModel } from "./threat-protection";
import type { List, Text, Value } from "./value";

export type { BackendModel, EnvironmentModel } from "./environment";

/**
 * One pool in one environment, resolved: each argument that Terraform will get, nothing left implicit.
 * Field names are the arguments of the AWS provider in camelCase; rules and constructs read nothing else.
 */
export interface PoolModel {
  /** Stack id: `<pool>-<environment>`. */
  readonly stack: string;
  readonly project: string;
  readonly key: string;
  readonly environment: EnvironmentModel;
  /** A pool managed elsewhere; `pool` then holds only what the file says about it. */
  readonly existing?: { readonly userPoolId: Text };
  /** A pool that somebody else made, and that Terraform imports with what is attached to it. */
  readonly adopted?: AdoptedPool;
  /** Arguments of `aws_cognito_user_pool`. Absent for an existing pool. */
  readonly pool?: UserPoolModel;
  readonly domain?: DomainModel;
  /** A second domain, of the other kind. */
  readonly additionalDomain?: DomainModel;
  readonly resourceServers: readonly ResourceServerModel[];
  readonly identityProviders: readonly IdentityProviderModel[];
  readonly groups: readonly GroupModel[];
  /** How threat protection responds in every client without settings of its own. */
  readonly threatProtection?: ThreatProtectionModel;
  /** The web ACL of AWS WAF that filters requests to the pool. */
  readonly webAclArn?: Text;
  readonly clients: readonly ClientModel[];
  /** Every variable that some argument is left open to, by name. */
  readonly variables: readonly VariableModel[];
  readonly exportClientSecrets: boolean;
  readonly guardrails: Guardrails;
  /** What the gate lets through of the pool. */
  readonly allowDestroy?: AllowDestroy;
  /** Warnings about the pool itself that are accepted, by rule id, with the reason. */
  readonly acknowledge: Readonly<Record<string, string>>;
  /** Where the pool's values were written. */
  readonly source: Source;
}

export interface AdoptedPool {
  readonly userPoolId: Text;
  /** Places of what is attached to it and does not exist yet: `domain`, `groups.admins`. */
  readonly creates: readonly string[];
}

/** Lets a plan destroy or replace an object. */
export interface AllowDestroy {
  readonly reason: string;
  /** The last day on which this holds, UTC: YYYY-MM-DD. */
  readonly until: string;
}

/** Lets a plan destroy one generation of a client. */
export interface Retirement extends AllowDestroy {
  readonly generation: number;
}

/** The organisation's own limits, tighter than Cognito's. Durations as they are written: `1h`. */
export interface Guardrails {
  readonly accessTokenValidity?: DurationRange | undefined;
  readonly idTokenValidity?: DurationRange | undefined;
  readonly refreshTokenValidity?: DurationRange | undefined;
  readonly publicClients?:
    | { readonly refreshTokenValidity?: { readonly max?: string | undefined } | undefined }
    | undefined;
  readonly forbidExplicitAuthFlows?: AuthFlow[] | undefined;
  readonly forbidOauthFlows?: OauthFlow[] | undefined;
  readonly callbackHosts?: string[] | undefined;
  readonly forbidLiteralSecrets?: boolean | undefined;
  /** Lists of controls, `prowler` or `prowler@2026-11-26`, and single controls by their ids. */
  readonly baseline?: string[] | undefined;
  /** By id or family of rules, what a warning becomes: an error, or nothing. */
  readonly severity?: Record<string, "error" | "off"> | undefined;
  readonly requireTokenRevocation?: boolean | undefined;
  readonly requireUserExistencePrevention?: boolean | undefined;
  readonly requireWebAcl?: boolean | undefined;
}

export interface DurationRange {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** Arguments of `aws_cognito_user_pool`. */
export interface UserPoolModel {
  readonly name: Text;
  readonly userPoolTier: Text;
  readonly deletionProtection: "ACTIVE" | "INACTIVE";
  readonly preventDestroy: boolean;
  readonly usernameAttributes: readonly string[];
  readonly aliasAttributes: readonly string[];
  readonly caseSensitive: boolean;
  readonly autoVerifiedAttributes: readonly string[];
  readonly attributesRequireVerificationBeforeUpdate: readonly string[];
  readonly schema: readonly AttributeModel[];
  readonly passwordPolicy: {
    readonly minimumLength: number;
    readonly requireLowercase: boolean;
    readonly requireUppercase: boolean;
    readonly requireNumbers: boolean;
    readonly requireSymbols: boolean;
    readonly temporaryPasswordValidityDays: number;
    readonly passwordHistorySize: number;
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
  readonly allowedFirstAuthFactors?: readonly string[];
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

/** Arguments of `aws_cognito_user_pool_domain`. */
export interface DomainModel {
  /** The key in the file. */
  readonly key: "domain" | "additionalDomain";
  readonly domain: Text;
  /** Given exactly when the domain is one's own. */
  readonly certificateArn?: Text;
  readonly managedLoginVersion: 1 | 2;
  readonly custom: boolean;
  /** As {@link UserPoolModel.unset}. */
  readonly unset: readonly string[];
}

/** Arguments of `aws_cognito_resource_server`. */
export interface ResourceServerModel {
  readonly key: string;
  readonly identifier: Text;
  readonly name: Text;
  readonly scopes: readonly { readonly scopeName: string; readonly scopeDescription: Text }[];
}

/** Arguments of `aws_cognito_identity_provider`. */
export interface IdentityProviderModel {
  /** The key in the file, which is the provider's name in Cognito. */
  readonly providerName: string;
  readonly providerType: ProviderType;
  readonly providerDetails: Readonly<Record<string, Text>>;
  readonly attributeMapping: Readonly<Record<string, Text>>;
  readonly idpIdentifiers?: List;
  /** Where Terraform reads details from that are secrets, by detail; `providerDetails` leaves them open. */
  readonly storedSecrets?: Readonly<Record<string, StoredSecret>>;
}

/** A secret in Secrets Manager, and the key of the value if it is a JSON object. */
export interface StoredSecret {
  /** Name or ARN. */
  readonly secretsManager: string;
  readonly key?: string;
}

/** Arguments of `aws_cognito_user_group`. */
export interface GroupModel {
  readonly name: string;
  readonly description?: Text;
  readonly precedence?: number;
  readonly roleArn?: Text;
}

/** Arguments of `aws_cognito_user_pool_client`. */
export interface ClientModel {
  readonly key: string;
  readonly platform: Platform;
  readonly renamedFrom?: string;
  /** A client that somebody else made, and that Terraform imports. */
  readonly adopted?: { readonly clientId: Text };
  /** As {@link UserPoolModel.unset}. */
  readonly unset: readonly string[];
  readonly name: Text;
  /** Whether it has a secret. Never written of an adopted client: it would replace the client. */
  readonly generateSecret: boolean;
  readonly accessTokenValidity: Value<number>;
  readonly idTokenValidity: Value<number>;
  readonly refreshTokenValidity: Value<number>;
  readonly tokenValidityUnits: Readonly<Record<"accessToken" | "idToken" | "refreshToken", TimeUnit>>;
  /** Minutes. */
  readonly authSessionValidity: Value<number>;
  readonly refreshTokenRotation: {
    readonly feature: "ENABLED" | "DISABLED";
    readonly retryGracePeriodSeconds: Value<number>;
  };
  readonly enableTokenRevocation: boolean;
  readonly preventUserExistenceErrors: Text;
  readonly explicitAuthFlows: List;
  readonly allowedOauthFlowsUserPoolClient: boolean;
  readonly allowedOauthFlows: List;
  /** As Cognito knows them: `<identifier>/<scope>` for a scope of a resource server. */
  readonly allowedOauthScopes: List;
  /** The same, item by item, with the resource server's key where it is managed here. */
  readonly scopeReferences: Readonly<Record<string, { readonly resourceServer: string; readonly scope: string }>>;
  readonly callbackUrls: List;
  readonly logoutUrls: List;
  readonly defaultRedirectUri?: Text;
  readonly supportedIdentityProviders: List;
  readonly readAttributes: List;
  readonly writeAttributes: List;
  readonly enablePropagateAdditionalUserContextData: boolean;
  readonly analyticsConfiguration?: {
    readonly applicationArn?: Text;
    readonly applicationId?: Text;
    readonly externalId?: Text;
    readonly roleArn?: Text;
    readonly userDataShared: boolean;
  };
  /** How threat protection responds in this client, in place of the pool's settings. */
  readonly threatProtection?: ThreatProtectionModel;
  readonly preventDestroy: boolean;
  /** Given exactly when the client is behind the SECRET_HASH proxy of its pool: it has a secret and stays public. */
  readonly secretHashProxy?: SecretHashProxyModel;
  /** Where the credentials of the current generation are stored for its consumers. */
  readonly deliver?: DeliveryModel;
  /** What the gate lets through of the client. */
  readonly allowDestroy?: AllowDestroy;
  /** Numbers of its app clients in AWS; `[1]` of a client that is not rotated. See `generationsOf`. */
  readonly generations: readonly number[];
  /** The generation that outputs and deliveries name. */
  readonly current: number;
  /** The generation that leaves `generations`, which the gate then lets be destroyed. */
  readonly retire?: Retirement;
  /** Prefix of the parameters of Systems Manager that have its public values. */
  readonly publish?: { readonly ssm: string };
  /** Warnings about the client that are accepted, by rule id, with the reason. */
  readonly acknowledge: Readonly<Record<string, string>>;
  /** Where the client's values were written. */
  readonly source: Source;
}

/** Where the credentials of a client are stored. */
export interface DeliveryModel {
  readonly secretsManager?: { readonly name: Text; readonly kmsKeyId?: Text };
  readonly ssm?: { readonly prefix: Text };
}

/** What a client has of the SECRET_HASH proxy of its pool, a CloudFront distribution that adds the proof of a secret. */
export interface SecretHashProxyModel {
  /** Host name of the distribution. Default the one that CloudFront gives. */
  readonly domain?: Text;
  /** ARN of the certificate of `domain`, in us-east-1. */
  readonly certificateArn?: Text;
  /** ARN of a web ACL of scope CLOUDFRONT. */
  readonly webAclArn?: Text;
  /** The operations of the Cognito API that the proxy forwards for the client. Default all that it knows. */
  readonly operations?: readonly Operation[];
}

/** A Terraform variable of the stack. */
export interface VariableModel {
  readonly name: string;
  readonly type: "string" | "number" | "list(string)";
  readonly default?: string | number | readonly string[];
  readonly sensitive: boolean;
  /** Path in the file of a use, of several the first by name: what the variable is for. */
  readonly description: string;
}

/** The domains of a pool: none, one, or a prefix and a custom domain. */
export function domainsOf({ domain, additionalDomain }: PoolModel): readonly DomainModel[] {
  return [domain, additionalDomain].filter((each) => each !== undefined);
}

/** The name of a domain's resource: that of the first one never changes with the second. */
export function domainName({ key }: PoolModel, domain: DomainModel): string {
  return domain.key === "domain" ? key : `${key}-additional`;
}
