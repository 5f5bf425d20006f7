import { argumentName } from "../../text/case";

/** Words for what the config file calls otherwise than Terraform. */
const NAMES: Readonly<Record<string, string>> = {
  accountRecovery: "account_recovery_setting",
  accountTakeover: "account_takeover_risk_configuration",
  advancedSecurityMode: "advanced_security_mode",
  customAuth: "custom_auth_mode",
  customDomain: "domain",
  emailMfa: "email_mfa_configuration",
  identityProviders: "identity providers",
  inviteMessage: "invite_message_template",
  resourceServers: "resource servers",
  threatProtection: "risk configuration",
  uiCustomization: "UI customization",
  verificationMessage: "verification_message_template",
  webAuthn: "web_authn_configuration",
};

const NAME = /(?<![\w.<{"-])[a-z]+[0-9]*(?:[A-Z][a-z0-9]+)+(?:\.[a-z]+[0-9]*(?:[A-Z][a-z0-9]+)*)*\b/g;

/** A text about the config file in the names of Terraform: `accessTokenValidity` is `access_token_validity`. */
export function inTerraform(text: string): string {
  return text.replace(NAME, (path) =>
    path
      .split(".")
      .map((name) => NAMES[name] ?? argumentName(name))
      .join("."),
  );
}
