import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import type { Fields } from "../support/cognito/refusal";

const EMAIL = {
  EmailSendingAccount: "DEVELOPER",
  SourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/acme.example",
};
const SMS = { SnsCallerArn: "arn:aws:iam::111122223333:role/cognito-sms", ExternalId: "acme" };
const RECOVERY = { RecoveryMechanisms: [{ Name: "admin_only", Priority: 1 }] };
const REQUIRED_EMAIL = { Name: "email", AttributeDataType: "String", Required: true, Mutable: true };
const PASSWORDLESS = { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } };
const MACHINE = { AllowedOAuthFlows: ["client_credentials"], AllowedOAuthFlowsUserPoolClient: true };

let cognito: LoopbackCognito;
let UserPoolId: unknown;
beforeEach(async () => {
  cognito = await LoopbackCognito.start();
});
afterEach(() => cognito.stop());

/** What AWS's error says, or `undefined` when it takes the call. */
function refusal(operation: string, request: Fields): string | undefined {
  try {
    cognito.call(operation, request);
  } catch (error) {
    return (error as Error).message;
  }
}

function pool(settings: Fields = {}): void {
  UserPoolId = (cognito.call("CreateUserPool", { PoolName: "users", ...settings }).UserPool as Fields).Id;
}

describe("CreateUserPool refuses", () => {
  test.each<[string, Fields, RegExp]>([
    ["a name that the pattern refuses", { PoolName: "users!" }, /'PoolName' .* pattern/],
    ["a text that is too short", { SmsVerificationMessage: "{####" }, /greater than or equal to 6/],
    ["a text that is too long", { SmsVerificationMessage: `{####}${"x".repeat(140)}` }, /less than or equal to 140/],
    ["a value outside the closed set", { UserPoolTier: "BASIC" }, /enum value set/],
    ["a field that the API does not have", { Colour: "red" }, /no field Colour/],
    [
      "verified phone numbers without SMS",
      { AutoVerifiedAttributes: ["phone_number"] },
      /SMS configuration is required/,
    ],
    [
      "a function of another Region",
      { LambdaConfig: { PreSignUp: "arn:aws:lambda:us-east-1:111122223333:function:f" } },
      /Cross-region/,
    ],
    ["required MFA beside a code by email", { MfaConfiguration: "ON", Policies: PASSWORDLESS }, /cannot be set to ON/],
    ["choice-based sign-in on LITE", { UserPoolTier: "LITE", Policies: PASSWORDLESS }, /LITE pricing tier/],
    [
      "a required custom attribute",
      { Schema: [{ ...REQUIRED_EMAIL, Name: "tenant" }] },
      /Required custom attributes are not supported/,
    ],
  ])("%s", (_, settings, message) => {
    expect(refusal("CreateUserPool", { PoolName: "users", ...settings })).toMatch(message);
    expect(refusal("CreateUserPool", { PoolName: "users" })).toBeUndefined();
  });
});

describe("SetUserPoolMfaConfig refuses", () => {
  test.each<[string, Fields, Fields, RegExp]>([
    ["MFA without a factor", {}, { MfaConfiguration: "OPTIONAL" }, /can't disable all MFAs/],
    [
      "a factor without MFA",
      {},
      { MfaConfiguration: "OFF", SoftwareTokenMfaConfiguration: { Enabled: true } },
      /can't turn off MFA and configure an MFA together/,
    ],
    [
      "email MFA through COGNITO_DEFAULT",
      { AccountRecoverySetting: RECOVERY },
      { MfaConfiguration: "OPTIONAL", EmailMfaConfiguration: {} },
      /COGNITO_DEFAULT/,
    ],
    [
      "email MFA with recovery by email alone",
      {
        EmailConfiguration: EMAIL,
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
      },
      { MfaConfiguration: "OPTIONAL", EmailMfaConfiguration: {} },
      /Email only/,
    ],
    [
      "required MFA beside a code by email",
      { Policies: PASSWORDLESS },
      { MfaConfiguration: "ON", SoftwareTokenMfaConfiguration: { Enabled: true } },
      /cannot be set to ON/,
    ],
    [
      "MFA off without SMS where phone numbers are verified",
      { AutoVerifiedAttributes: ["phone_number"], SmsConfiguration: SMS },
      { MfaConfiguration: "OFF" },
      /SMS configuration/,
    ],
  ])("%s", (_, settings, request, message) => {
    pool(settings);
    expect(refusal("SetUserPoolMfaConfig", { UserPoolId, ...request })).toMatch(message);
  });

  test("nothing where the pool has what the factor needs", () => {
    pool({ EmailConfiguration: EMAIL, AccountRecoverySetting: RECOVERY });
    const request = { MfaConfiguration: "OPTIONAL", EmailMfaConfiguration: {} };
    expect(refusal("SetUserPoolMfaConfig", { UserPoolId, ...request })).toBeUndefined();
  });
});

describe("CreateUserPoolClient refuses", () => {
  test.each<[string, Fields, RegExp]>([
    ["client_credentials without a secret", MACHINE, /does not have a client secret/],
    [
      "client_credentials beside code",
      { ...MACHINE, GenerateSecret: true, AllowedOAuthFlows: ["code", "client_credentials"] },
      /along with code/,
    ],
    [
      "client_credentials with openid",
      { ...MACHINE, GenerateSecret: true, AllowedOAuthScopes: ["openid"] },
      /openid is not supported/,
    ],
    ["an unknown scope", { AllowedOAuthScopes: ["orders/read"] }, /Invalid scope requested: orders\/read/],
    ["an unknown provider", { SupportedIdentityProviders: ["Google"] }, /provider Google does not exist/],
    ["a required attribute that is not writable", { WriteAttributes: ["name"] }, /Invalid write attributes/],
    ["an attribute that the pool does not have", { ReadAttributes: ["custom:tenant"] }, /Invalid read attributes/],
    ["a default redirect that is not a callback", { DefaultRedirectURI: "https://a.example" }, /callback URLs/],
    [
      "rotation beside the refresh flow",
      { RefreshTokenRotation: { Feature: "ENABLED" }, ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
      /not a permitted ExplicitAuthFlow/,
    ],
    ["context data without a secret", { EnablePropagateAdditionalUserContextData: true }, /Client Secret is required/],
  ])("%s", (_, settings, message) => {
    pool({ Schema: [REQUIRED_EMAIL] });
    const request = { UserPoolId, ClientName: "app", WriteAttributes: ["email"] };
    expect(refusal("CreateUserPoolClient", request)).toBeUndefined();
    expect(refusal("CreateUserPoolClient", { ...request, ...settings })).toMatch(message);
  });
});

test("a domain that is taken, managed login on LITE, and a custom domain without its certificate are refused", () => {
  pool({ UserPoolTier: "LITE" });
  const CustomDomainConfig = { CertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1" };
  const custom = { UserPoolId, Domain: "auth.acme.example" };
  expect(refusal("CreateUserPoolDomain", { ...custom, CustomDomainConfig, ManagedLoginVersion: 2 })).toMatch(/LITE/);
  expect(refusal("CreateUserPoolDomain", { ...custom, CustomDomainConfig })).toBeUndefined();
  expect(refusal("CreateUserPoolDomain", { ...custom, CustomDomainConfig })).toMatch(/already associated/);
  expect(refusal("UpdateUserPoolDomain", { ...custom, ManagedLoginVersion: 1 })).toMatch(/Cannot convert/);
  expect(refusal("UpdateUserPoolDomain", { ...custom, CustomDomainConfig })).toBeUndefined();
});

test("responses of threat protection are refused without tier PLUS or while it is OFF, and their removal never", () => {
  const settings = { CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: "BLOCK" } } };
  const [off, enforced] = ["OFF", "ENFORCED"].map((mode) => ({ UserPoolAddOns: { AdvancedSecurityMode: mode } }));
  for (const refused of [{}, { UserPoolTier: "PLUS" }, { UserPoolTier: "PLUS", ...off }, enforced]) {
    pool(refused);
    expect(refusal("SetRiskConfiguration", { UserPoolId, ...settings })).toMatch(/Threat Protection/);
    expect(refusal("SetRiskConfiguration", { UserPoolId })).toBeUndefined();
  }
  pool({ UserPoolTier: "PLUS", ...enforced });
  expect(refusal("SetRiskConfiguration", { UserPoolId, ...settings })).toBeUndefined();
  const wrong = { CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: "MFA_REQUIRED" } } };
  expect(refusal("SetRiskConfiguration", { UserPoolId, ...wrong })).toMatch(/enum value set/);
});

test("a web ACL is refused that is global, or of another Region or account", () => {
  const { Arn: ResourceArn } = cognito.call("CreateUserPool", { PoolName: "users" }).UserPool as Fields;
  const arn = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/11112222";
  for (const [part, other] of [
    ["regional", "global"],
    ["eu-west-1", "us-east-1"],
    ["111122223333", "444455556666"],
  ] as const)
    expect(refusal("AssociateWebACL", { ResourceArn, WebACLArn: arn.replace(part, other) })).toMatch(/is not valid/);
  expect(refusal("AssociateWebACL", { ResourceArn, WebACLArn: arn })).toBeUndefined();
  expect(cognito.call("GetWebACLForResource", { ResourceArn })).toMatchObject({ WebACL: { ARN: arn } });
});

test("deletion protection, and a domain, keep a pool from being deleted", () => {
  pool({ DeletionProtection: "ACTIVE" });
  expect(refusal("DeleteUserPool", { UserPoolId })).toMatch(/deletion protection/);
  pool();
  cognito.call("CreateUserPoolDomain", { UserPoolId, Domain: "acme" });
  expect(refusal("DeleteUserPool", { UserPoolId })).toMatch(/domain configured/);
  cognito.call("DeleteUserPoolDomain", { UserPoolId, Domain: "acme" });
  expect(refusal("DeleteUserPool", { UserPoolId })).toBeUndefined();
  expect(refusal("DescribeUserPool", { UserPoolId })).toMatch(/does not exist/);
});

test("an attribute, a group and a provider are refused where one of that name is there", () => {
  pool();
  const CustomAttributes = [{ Name: "tenant", AttributeDataType: "String" }];
  const provider = { UserPoolId, ProviderName: "Google", ProviderType: "Google", ProviderDetails: {} };
  for (const [operation, request] of [
    ["AddCustomAttributes", { UserPoolId, CustomAttributes }],
    ["CreateGroup", { UserPoolId, GroupName: "admins" }],
    ["CreateIdentityProvider", provider],
  ] as const) {
    expect(refusal(operation, request)).toBeUndefined();
    expect(refusal(operation, request)).toMatch(/already/);
  }
});
