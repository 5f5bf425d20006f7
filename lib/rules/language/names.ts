import { argumentName } from "../../text/case";
import type { RuleText } from "../rule";

/** Words for what the config file calls otherwise than Terraform. */
const NAMES: Readonly<Record<string, string>> = {
  accountRecovery: "account_recovery_setting",
  accountTakeover: "account_takeover_risk_configuration",
  adminCreateUserOnly: "admin_create_user_config.allow_admin_create_user_only",
  advancedSecurityMode: "advanced_security_mode",
  compromisedCredentials: "compromised_credentials_risk_configuration",
  customAuth: "custom_auth_mode",
  customDomain: "domain",
  emailMfa: "email_mfa_configuration",
  exportClientSecrets: "the output client_secrets",
  identityProviders: "identity providers",
  inviteMessage: "invite_message_template",
  resourceServers: "resource servers",
  softwareTokenMfa: "software_token_mfa_configuration.enabled",
  threatProtection: "risk configuration",
  uiCustomization: "UI customization",
  verificationMessage: "verification_message_template",
  webAuthn: "web_authn_configuration",
};

/** Paths of the config file whose first part Terraform does not have. */
const PATHS: Readonly<Record<string, string>> = {
  "logDelivery.userAuthEvents": "log_configurations of userAuthEvents",
  "threatProtection.accountTakeover": NAMES.accountTakeover as string,
  "threatProtection.compromisedCredentials": NAMES.compromisedCredentials as string,
  "threatProtection.customAuth": "advanced_security_additional_flows.custom_auth_mode",
};

const NAME = /(?<![\w.<{"-])[a-z]+[0-9]*(?:[A-Z][a-z0-9]+)+(?:\.[a-z]+[0-9]*(?:[A-Z][a-z0-9]+)*)*\b/g;

/** Where the config file has true and Terraform a word. */
const SWITCHES: readonly (readonly [string, string])[] = [
  ["deletion_protection to true", "deletion_protection to ACTIVE"],
];

/** A text about the config file in the names of Terraform: `accessTokenValidity` is `access_token_validity`. */
export function inTerraform(text: string): string {
  const named = text.replace(
    NAME,
    (path) =>
      PATHS[path] ??
      path
        .split(".")
        .map((name) => NAMES[name] ?? argumentName(name))
        .join("."),
  );
  return SWITCHES.reduce((all, [from, to]) => all.replace(from, to), named);
}

/** How to fix in Terraform what violates a rule. */
export function fixInTerraform({ fix, planFix }: Pick<RuleText, "fix" | "planFix">): string {
  return planFix ?? inTerraform(fix);
}
