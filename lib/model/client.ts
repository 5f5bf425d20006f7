import type { Platform } from "../cognito/platforms";
import type { TimeUnit } from "../cognito/values";
import type { Operation } from "../secret-hash-proxy/operations";
import type { AllowDestroy, Retirement } from "./allow-destroy";
import type { BrandingModel } from "./branding";
import type { Source } from "./source";
import type { ThreatProtectionModel } from "./threat-protection";
import type { UiCustomizationModel } from "./ui-customization";
import type { UserPoolModel } from "./user-pool";
import type { List, Text, Value } from "./value";

/** Arguments of `aws_cognito_user_pool_client`. */
export interface ClientModel {
  readonly key: string;
  readonly platform: Platform;
  readonly renamedFrom?: string;
  /** A client that somebody else made, and that Terraform imports. */
  readonly adopted?: AdoptedClient;
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
  /** How the classic sign-in pages of this client look, in place of the pool's customization. */
  readonly uiCustomization?: UiCustomizationModel;
  /** The style of its managed login; without one it has no pages there. */
  readonly branding?: BrandingModel;
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

export interface AdoptedClient {
  readonly clientId: Text;
  readonly styleId?: Text;
  /** What it has in place of its pool's settings and does not exist yet: `threatProtection`. */
  readonly creates: readonly string[];
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
