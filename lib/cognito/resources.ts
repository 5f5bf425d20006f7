import { CLIENT_ARGUMENTS } from "./app-client";
import type { Argument } from "./argument";
import {
  DOMAIN_ARGUMENTS,
  GROUP_ARGUMENTS,
  IDENTITY_PROVIDER_ARGUMENTS,
  RESOURCE_SERVER_ARGUMENTS,
  WEB_ACL_ARGUMENTS,
} from "./attachments";
import { BRANDING_ARGUMENTS } from "./branding";
import { LOG_DELIVERY_ARGUMENTS } from "./log-delivery";
import { THREAT_PROTECTION_ARGUMENTS } from "./threat-protection";
import { UI_CUSTOMIZATION_ARGUMENTS } from "./ui-customization";
import { USER_POOL_ARGUMENTS } from "./user-pool";

/** A kind of resource that a stack may have. */
export interface ResourceKind {
  /** The Terraform resource type. */
  readonly type: string;
  /** In a sentence. */
  readonly noun: string;
  /** The key of a pool in the config under which it is described. */
  readonly key?: string;
  /** The key of a second one that a pool may have. */
  readonly secondKey?: string;
  /** One of a pool, or a map of them: by a key that Terraform has in its address, or by a name in Cognito, as free text. */
  readonly per: "pool" | "key" | "name";
  /** Whether a pool that is managed elsewhere can have it managed here. */
  readonly ofExistingPools: boolean;
  /** Whether an apply that has it again restores all of it: its loss is noted, and needs no `allowDestroy`. Default false. */
  readonly restorable?: true;
  readonly arguments: Readonly<Record<string, Argument>>;
}

/** Every kind of resource of a stack, in the order in which they are created. */
export const RESOURCES = {
  userPool: {
    type: "aws_cognito_user_pool",
    noun: "user pool",
    per: "pool",
    ofExistingPools: false,
    arguments: USER_POOL_ARGUMENTS,
  },
  domain: {
    type: "aws_cognito_user_pool_domain",
    noun: "domain",
    key: "domain",
    secondKey: "additionalDomain",
    per: "pool",
    ofExistingPools: false,
    arguments: DOMAIN_ARGUMENTS,
  },
  resourceServer: {
    type: "aws_cognito_resource_server",
    noun: "resource server",
    key: "resourceServers",
    per: "key",
    ofExistingPools: true,
    arguments: RESOURCE_SERVER_ARGUMENTS,
  },
  identityProvider: {
    type: "aws_cognito_identity_provider",
    noun: "identity provider",
    key: "identityProviders",
    per: "name",
    ofExistingPools: false,
    arguments: IDENTITY_PROVIDER_ARGUMENTS,
  },
  group: {
    type: "aws_cognito_user_group",
    noun: "group",
    key: "groups",
    per: "name",
    ofExistingPools: false,
    arguments: GROUP_ARGUMENTS,
  },
  threatProtection: {
    type: "aws_cognito_risk_configuration",
    noun: "risk configuration",
    key: "threatProtection",
    per: "pool",
    ofExistingPools: false,
    restorable: true,
    arguments: THREAT_PROTECTION_ARGUMENTS,
  },
  uiCustomization: {
    type: "aws_cognito_user_pool_ui_customization",
    noun: "customization of the classic pages",
    key: "uiCustomization",
    per: "pool",
    ofExistingPools: false,
    restorable: true,
    arguments: UI_CUSTOMIZATION_ARGUMENTS,
  },
  logDelivery: {
    type: "aws_cognito_log_delivery_configuration",
    noun: "log delivery",
    key: "logDelivery",
    per: "pool",
    ofExistingPools: false,
    restorable: true,
    arguments: LOG_DELIVERY_ARGUMENTS,
  },
  webAcl: {
    type: "aws_wafv2_web_acl_association",
    noun: "web ACL association",
    key: "webAclArn",
    per: "pool",
    ofExistingPools: true,
    restorable: true,
    arguments: WEB_ACL_ARGUMENTS,
  },
  branding: {
    type: "aws_cognito_managed_login_branding",
    noun: "style of managed login",
    per: "key",
    ofExistingPools: true,
    restorable: true,
    arguments: BRANDING_ARGUMENTS,
  },
  client: {
    type: "aws_cognito_user_pool_client",
    noun: "client",
    key: "clients",
    per: "key",
    ofExistingPools: true,
    arguments: CLIENT_ARGUMENTS,
  },
} as const satisfies Readonly<Record<string, ResourceKind>>;

export type Resource = keyof typeof RESOURCES;

/** Whether nothing of a kind of resource is lost for good. */
export function isRestorable(resource: Resource): boolean {
  return (RESOURCES[resource] as ResourceKind).restorable ?? false;
}

/** The kinds of resource of which a config can allow the loss. */
export const LOSABLE: readonly ResourceKind[] = Object.values<ResourceKind>(RESOURCES).filter(
  ({ restorable }) => !restorable,
);
