import { findingsOf, yaml } from "./support";

/** What a finding says of a key of another vocabulary, in a pool, in a client or in a map of a pool. */
async function hint(text: string): Promise<string> {
  const findings = await findingsOf("userpools.yaml", text);
  const finding = findings.find(({ rule }) => rule === "CFG-04" || rule === "CFG-09");
  return `${finding?.message} | ${finding?.fix}`;
}

const inPool = (key: string) => yaml({ pool: `${key}: {}` });
const inClient = (key: string) => yaml({ client: `platform: other\n${key}: {}` });

describe("a key of Terraform, CloudFormation, the CDK or AWS's API", () => {
  test.each([
    // Terraform's blocks and arguments, in camelCase and as Terraform spells them
    ["webAuthnConfiguration", "webAuthn"],
    ["web_authn_configuration", "webAuthn"],
    ["emailMfaConfiguration", "emailMfa"],
    ["userPoolAddOns", "advancedSecurityMode"],
    ["user_pool_add_ons", "advancedSecurityMode"],
    ["usernameConfiguration", "caseSensitive"],
    ["schema", "attributes"],
    ["softwareTokenMfaConfiguration", "softwareTokenMfa"],
    ["adminCreateUserConfig", "adminCreateUserOnly"],
    ["allowAdminCreateUserOnly", "adminCreateUserOnly"],
    ["inviteMessageTemplate", "inviteMessage"],
    ["verificationMessageTemplate", "verificationMessage"],
    ["accountRecoverySetting", "accountRecovery"],
    ["userAttributeUpdateSettings", "attributesRequireVerificationBeforeUpdate"],
    ["username_attributes", "usernameAttributes"],
    ["lifecycle", "preventDestroy"],
    // AWS's API and CloudFormation
    ["PoolName", "name"],
    ["UserPoolTags", "tags"],
    ["MfaConfiguration", "mfaConfiguration"],
    ["AutoVerifiedAttributes", "autoVerifiedAttributes"],
    ["EnabledMfas", "softwareTokenMfa"],
    ["Policies", "passwordPolicy"],
    ["EmailVerificationMessage", "verificationMessage.emailMessage"],
    ["SmsVerificationMessage", "verificationMessage.smsMessage"],
    ["WebAuthnRelyingPartyID", "webAuthn.relyingPartyId"],
    ["UserPoolId", "existing.userPoolId"],
    // the CDK
    ["signInAliases", "usernameAttributes"],
    ["selfSignUpEnabled", "adminCreateUserOnly"],
    ["mfaSecondFactor", "softwareTokenMfa"],
    ["mfa", "mfaConfiguration"],
    ["lambdaTriggers", "lambdaConfig"],
    ["featurePlan", "userPoolTier"],
    ["standardAttributes", "attributes"],
    ["keepOriginal", "attributesRequireVerificationBeforeUpdate"],
    ["removalPolicy", "preventDestroy"],
    ["requireMfa", "mfaConfiguration"],
  ])("of a pool: %s is %s", async (name, key) => {
    expect(await hint(inPool(name))).toBe(`unknown key "${name}"; did you mean ${key}? | write ${key}`);
  });

  test.each([
    ["access_token_validity", "accessTokenValidity"],
    ["AccessTokenValidity", "accessTokenValidity"],
    ["ReadAttributes", "readAttributes"],
    ["read_attributes", "readAttributes"],
    ["WriteAttributes", "writeAttributes"],
    ["CallbackURLs", "callbackUrls"],
    ["LogoutURLs", "logoutUrls"],
    ["DefaultRedirectURI", "defaultRedirectUri"],
    ["AllowedOAuthFlows", "allowedOauthFlows"],
    ["AllowedOAuthScopes", "allowedOauthScopes"],
    ["GenerateSecret", "generateSecret"],
    ["generateClientSecret", "generateSecret"],
    ["ClientName", "name"],
    ["userPoolClientName", "name"],
    ["oAuth", "allowedOauthFlows"],
    ["authFlows", "explicitAuthFlows"],
    ["scopes", "allowedOauthScopes"],
    ["redirectUris", "callbackUrls"],
    ["refreshTokenRotationGracePeriod", "refreshTokenRotation.retryGracePeriod"],
  ])("of a client: %s is %s", async (name, key) => {
    expect(await hint(inClient(name))).toBe(`unknown key "${name}"; did you mean ${key}? | write ${key}`);
  });

  test.each([
    ["domain", "cognitoDomain: x", "prefix"],
    ["domain", "domainName: x", "customDomain"],
    ["resourceServers", "api: { scope: {}, scopes: {} }", "scopes"],
    ["identityProviders", "okta: { provider_type: SAML, providerType: SAML, providerDetails: {} }", "providerType"],
    ["passwordPolicy", "MinimumLength: 8", "minimumLength"],
    ["smsConfiguration", "{ SnsCallerArn: x, externalId: x, snsCallerArn: x }", "snsCallerArn"],
  ])("of %s: %s", async (map, inner, key) => {
    const text = yaml({ pool: `${map}: ${inner.startsWith("{") ? inner : `{ ${inner} }`}` });
    expect(await hint(text)).toMatch(new RegExp(`; did you mean ${key}\\? \\| write ${key}$`));
  });

  test.each([
    ["tokenValidityUnits", /remove it, and write the unit in each lifetime: accessTokenValidity: 1h/],
    ["allowedOauthFlowsUserPoolClient", /it is true where allowedOauthFlows has any/],
    ["AllowedOAuthFlowsUserPoolClient", /it is true where allowedOauthFlows has any/],
    ["clientSecret", /see exportClientSecrets/],
  ])("of a client that a config does not have: %s", async (name, fix) => {
    const said = await hint(inClient(name));
    expect(said).toMatch(fix);
    expect(said).not.toContain("did you mean");
  });

  test.each([
    ["environments", /move it to the top of the file: environments\.<environment>\.pools\.<pool>/],
    ["variables", /write \{ var: name/],
    ["LogDeliveryConfiguration", /write logDelivery$/],
  ])("of a pool that a config does not have: %s", async (name, fix) => {
    expect(await hint(inPool(name))).toMatch(fix);
  });

  test("of a client whose platform decides it", async () => {
    expect(await hint(yaml({ client: "platform: spa\nGenerateSecret: true" }))).toBe(
      "platform spa does not support GenerateSecret: the platform decides it | remove GenerateSecret, or use another platform",
    );
    expect(await hint(yaml({ client: "platform: machine\nallowedOauthScopes: [a/b]\ncallback_urls: []" }))).toBe(
      "platform machine does not support callback_urls: no user signs in | remove callback_urls, or use another platform",
    );
  });

  test("that resembles nothing gets no list of 40 keys", async () => {
    expect(await hint(inPool("zzzzzz"))).toBe('unknown key "zzzzzz" | remove it; docs/config.md lists every key');
  });
});
