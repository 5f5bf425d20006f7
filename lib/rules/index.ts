import { baselineRules } from "./baseline/rules";
import { clientAdoptionRules } from "./client/adoption";
import { attributePermissionRules } from "./client/attribute-permissions";
import { authFlowRules } from "./client/auth-flows";
import { analyticsRules } from "./client/client-analytics";
import { clientIdentityRules } from "./client/client-identity";
import { clientOptionRules } from "./client/client-options";
import { deliveryRules } from "./client/delivery";
import { generationRules } from "./client/generations";
import { guardrailLimitRules } from "./client/guardrail-limits";
import { guardrailRules } from "./client/guardrails";
import { oauthGrantRules } from "./client/oauth-grants";
import { oauthProviderRules } from "./client/oauth-providers";
import { oauthRedirectRules } from "./client/oauth-redirects";
import { oauthScopeRules } from "./client/oauth-scopes";
import { oauthUrlRules } from "./client/oauth-urls";
import { oauthUserScopeRules } from "./client/oauth-user-scopes";
import { refreshTokenRules } from "./client/refresh-tokens";
import { secretHashProxyRules } from "./client/secret-hash-proxy";
import { tokenRules } from "./client/tokens";
import { formRules } from "./config-form";
import { lockRules } from "./lock";
import { adoptionRules } from "./pool/adoption";
import { styleRules } from "./pool/branding";
import { domainRules } from "./pool/domains";
import { groupRules } from "./pool/groups";
import { identityProviderRules } from "./pool/identity-providers";
import { lambdaRules } from "./pool/lambdas";
import { logDeliveryRules } from "./pool/log-delivery";
import { managedLoginRules } from "./pool/managed-login";
import { messageRules } from "./pool/messages";
import { publicationRules } from "./pool/publications";
import { quotaRules } from "./pool/quotas";
import { reachRules } from "./pool/reach";
import { regionRules } from "./pool/regions";
import { relyingPartyRules } from "./pool/relying-party";
import { resourceServerRules } from "./pool/resource-servers";
import { riskNotificationRules } from "./pool/risk-notifications";
import { schemaRules } from "./pool/schema";
import { sharedDomainRules } from "./pool/shared-domains";
import { sharedNameRules } from "./pool/shared-names";
import { signInRules } from "./pool/sign-in";
import { storedSecretRules } from "./pool/stored-secrets";
import { threatProtectionRules } from "./pool/threat-protection";
import { tierRules } from "./pool/tiers";
import { uiCustomizationRules } from "./pool/ui-customization";
import { unusedSettingRules } from "./pool/unused-settings";
import { userPoolRules } from "./pool/user-pool";
import { webAclRules } from "./pool/web-acl";
import { zeroRules } from "./pool/zeros";
import { promiseRules } from "./promise/promise-rules";
import type { Rule, RuleText } from "./rule";

export { RULE_SET_VERSION } from "./version";

/** Every rule that judges a model, by family. */
export const rules: readonly Rule[] = [
  ...tokenRules,
  ...refreshTokenRules,
  ...clientIdentityRules,
  ...generationRules,
  ...authFlowRules,
  ...oauthGrantRules,
  ...oauthScopeRules,
  ...oauthUserScopeRules,
  ...oauthUrlRules,
  ...oauthRedirectRules,
  ...oauthProviderRules,
  ...clientOptionRules,
  ...analyticsRules,
  ...secretHashProxyRules,
  ...deliveryRules,
  ...attributePermissionRules,
  ...schemaRules,
  ...regionRules,
  ...userPoolRules,
  ...signInRules,
  ...messageRules,
  ...lambdaRules,
  ...unusedSettingRules,
  ...reachRules,
  ...tierRules,
  ...threatProtectionRules,
  ...riskNotificationRules,
  ...domainRules,
  ...sharedDomainRules,
  ...sharedNameRules,
  ...relyingPartyRules,
  ...managedLoginRules,
  ...styleRules,
  ...uiCustomizationRules,
  ...resourceServerRules,
  ...identityProviderRules,
  ...storedSecretRules,
  ...groupRules,
  ...logDeliveryRules,
  ...webAclRules,
  ...zeroRules,
  ...quotaRules,
  ...publicationRules,
  ...guardrailRules,
  ...guardrailLimitRules,
  ...promiseRules,
  ...baselineRules,
  ...adoptionRules,
  ...clientAdoptionRules,
];

/** Every id that a finding can have, with its text. */
export const ruleTexts: readonly RuleText[] = [...formRules, ...lockRules, ...rules];

/** The rule of an id, in whatever case it is written. */
export function findRule(id: string): RuleText | undefined {
  return ruleTexts.find((rule) => rule.id === id.toUpperCase());
}
