import { attributePermissionRules } from "./attribute-permissions";
import { authFlowRules } from "./auth-flows";
import { clientIdentityRules } from "./client-identity";
import { clientOptionRules } from "./client-options";
import { formRules } from "./config-form";
import { domainRules } from "./domains";
import { guardrailLimitRules } from "./guardrail-limits";
import { guardrailRules } from "./guardrails";
import { identityProviderRules } from "./identity-providers";
import { lockRules } from "./lock";
import { messageRules } from "./messages";
import { oauthGrantRules } from "./oauth-grants";
import { oauthProviderRules } from "./oauth-providers";
import { oauthScopeRules } from "./oauth-scopes";
import { oauthUrlRules } from "./oauth-urls";
import { quotaRules } from "./quotas";
import { refreshTokenRules } from "./refresh-tokens";
import { resourceServerRules } from "./resource-servers";
import type { Rule, RuleText } from "./rule";
import { schemaRules } from "./schema";
import { signInRules } from "./sign-in";
import { tierRules } from "./tiers";
import { tokenRules } from "./tokens";
import { userPoolRules } from "./user-pool";

export { RULE_SET_VERSION } from "./version";

/** Every rule that judges a model, by family. */
export const rules: readonly Rule[] = [
  ...tokenRules,
  ...refreshTokenRules,
  ...clientIdentityRules,
  ...authFlowRules,
  ...oauthGrantRules,
  ...oauthScopeRules,
  ...oauthUrlRules,
  ...oauthProviderRules,
  ...clientOptionRules,
  ...attributePermissionRules,
  ...schemaRules,
  ...userPoolRules,
  ...signInRules,
  ...messageRules,
  ...tierRules,
  ...domainRules,
  ...resourceServerRules,
  ...identityProviderRules,
  ...quotaRules,
  ...guardrailRules,
  ...guardrailLimitRules,
];

/** Every id that a finding can have, with its text. */
export const ruleTexts: readonly RuleText[] = [...formRules, ...lockRules, ...rules];

/** The rule of an id, in whatever case it is written. */
export function findRule(id: string): RuleText | undefined {
  return ruleTexts.find((rule) => rule.id === id.toUpperCase());
}
