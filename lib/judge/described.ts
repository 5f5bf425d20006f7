import { WEB_ACL_ARGUMENTS } from "../cognito/attachments";
import { RESOURCES, type Resource } from "../cognito/resources";
import { clientConfig } from "./app-client";
import { domainConfig, groupConfig, identityProviderConfig, resourceServerConfig } from "./attachments";
import { brandingConfig } from "./branding";
import { threatProtectionConfig } from "./threat-protection";
import { uiCustomizationConfig } from "./ui-customization";
import { userPoolConfig } from "./user-pool";
import type { Values } from "./values";

/** How each kind of resource that is judged is described. */
export const DESCRIBED = {
  userPool: userPoolConfig,
  domain: domainConfig,
  resourceServer: resourceServerConfig,
  identityProvider: identityProviderConfig,
  group: groupConfig,
  webAcl: (values) => ({ webAclArn: values.text(WEB_ACL_ARGUMENTS.webAclArn.terraform) }),
  client: clientConfig,
  threatProtection: threatProtectionConfig,
  uiCustomization: uiCustomizationConfig,
  branding: brandingConfig,
} satisfies Partial<Record<Resource, (values: Values) => Readonly<Record<string, unknown>>>>;

/** A kind of resource that is judged. */
export type Kind = keyof typeof DESCRIBED;

/** The kinds by their types in Terraform. */
export const KINDS = new Map(
  (Object.keys(DESCRIBED) as Kind[]).map((kind) => [RESOURCES[kind].type as string, kind] as const),
);
