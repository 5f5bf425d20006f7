import type { AuthFlow, OauthFlow } from "../cognito/values";
import type { AllowDestroy } from "./allow-destroy";
import type { DomainModel, GroupModel, IdentityProviderModel, ResourceServerModel } from "./attachments";
import type { ClientModel } from "./client";
import type { EnvironmentModel } from "./environment";
import type { LogDeliveryModel } from "./log-delivery";
import type { PromiseModel } from "./promise";
import type { Source } from "./source";
import type { ThreatProtectionModel } from "./threat-protection";
import type { UiCustomizationModel } from "./ui-customization";
import type { UserPoolModel } from "./user-pool";
import type { Text } from "./value";

export type { AllowDestroy, Retirement } from "./allow-destroy";
export type {
  DomainModel,
  GroupModel,
  IdentityProviderModel,
  ResourceServerModel,
  StoredSecret,
} from "./attachments";
export type { ClientModel, DeliveryModel, SecretHashProxyModel } from "./client";
export type { BackendModel, EnvironmentModel } from "./environment";
export type {
  AttributeModel,
  LambdaConfigModel,
  UserPoolModel,
  VersionedLambda,
  WrittenAttribute,
} from "./user-pool";

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
  /** How the classic sign-in pages look, of every client without a customization of its own. */
  readonly uiCustomization?: UiCustomizationModel;
  /** Where the logs of the pool go; absent where they go nowhere. */
  readonly logDelivery?: LogDeliveryModel;
  /** The web ACL of AWS WAF that filters requests to the pool. */
  readonly webAclArn?: Text;
  readonly clients: readonly ClientModel[];
  /** Every variable that some argument is left open to, by name. */
  readonly variables: readonly VariableModel[];
  readonly exportClientSecrets: boolean;
  readonly guardrails: Guardrails;
  /** What the config promises of its clients, of all pools and environments. */
  readonly promises: readonly PromiseModel[];
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

/** A Terraform variable of the stack. */
export interface VariableModel {
  readonly name: string;
  readonly type: "string" | "number" | "bool" | "list(string)";
  readonly default?: string | number | boolean | readonly string[];
  /** What the items of a list can be. Default any text. */
  readonly items?: readonly string[];
  readonly sensitive: boolean;
  /** Path in the file of a use, of several the first by name: what the variable is for. */
  readonly description: string;
}

/** The domains of a pool: none, one, or a prefix and a custom domain. */
export function domainsOf({ domain, additionalDomain }: PoolModel): readonly DomainModel[] {
  return [domain, additionalDomain].filter((each) => each !== undefined);
}

/** Whether a pool has a domain that shows managed login. */
export function hasManagedLogin(pool: PoolModel): boolean {
  return domainsOf(pool).some(({ managedLoginVersion }) => managedLoginVersion === 2);
}

/** The name of a domain's resource: that of the first one never changes with the second. */
export function domainName({ key }: PoolModel, domain: DomainModel): string {
  return domain.key === "domain" ? key : `${key}-additional`;
}
