import { cli, folderWith } from "../support/cli";

/** Forty mistakes, each named beside it, in one file. */
const CONFIG = `
project: acme
environments:
  prod: { region: eu-west-1 }
guardrails:
  accessTokenValidity: { max: 2d }                                  # GRD-10
  idTokenValidity: { max: 30m }
  callbackHosts: ["*.example.com"]
pools:
  users:
    name: "users#1"                                                 # POOL-01
    usernameAttributes: [email]
    aliasAttributes: [preferred_username]                           # SCH-17
    autoVerifiedAttributes: []
    attributesRequireVerificationBeforeUpdate: [email]              # SCH-24
    passwordPolicy: { minimumLength: 5, passwordHistorySize: 25, temporaryPasswordValidityDays: 366 }  # POOL-04, POOL-05, POOL-06
    mfaConfiguration: "ON"                                          # MFA-01
    accountRecovery: [admin_only, verified_email]                   # REC-02
    advancedSecurityMode: AUDIT                                     # TIER-04
    verificationMessage: { smsMessage: Welcome }                    # POOL-09
    emailConfiguration: { emailSendingAccount: DEVELOPER }          # EML-01
    lambdaConfig:
      customEmailSender: { lambdaArn: "arn:aws:lambda:eu-west-1:123456789012:function:mail", lambdaVersion: V1_0 }  # LAM-01
    domain: { prefix: my-cognito }                                  # DOM-02
    attributes:
      email: { required: true }
      "custom:tenant": { required: true }                           # SCH-05
      "custom:much_too_long_a_names": {}                            # SCH-02
      "custom:level": { type: Number, minValue: 9, maxValue: 1 }    # SCH-08
      "custom:org": { mutable: false }                              # ATT-08
    resourceServers:
      api: { identifier: "my api", scopes: { read/all: Read } }     # RS-01, RS-03
      names: { name: "a/b", scopes: { read: "" } }                  # RS-02, RS-04
    identityProviders:
      my corp:                                                      # IDP-01
        providerType: SAML
        providerDetails: { MetadataURL: "https://idp.example.com/metadata.xml" }
      Google:
        providerType: Google
        providerDetails: { client_id: id, authorize_scopes: openid } # IDP-03
        attributeMapping: { "custom:org": hd }
    clientDefaults: { idTokenValidity: 30m }
    clients:
      short: { platform: ios, accessTokenValidity: 4m }             # TOK-01
      late: { platform: ios, idTokenValidity: 25h, refreshTokenValidity: 3651d }  # TOK-02, GRD-02, TOK-03
      order: { platform: ios, accessTokenValidity: 2h, refreshTokenValidity: 1h } # TOK-07
      slow: { platform: ios, authSessionValidity: 16m }             # TOK-12
      turning: { platform: ios, refreshTokenRotation: {}, explicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH] }  # TOK-17
      named: { platform: ios, name: "a#b" }                         # CLI-02
      mixed: { platform: ios, explicitAuthFlows: [ALLOW_USER_SRP_AUTH, USER_PASSWORD_AUTH] }  # FLOW-02
      browser: { platform: spa, callbackUrls: ["http://app.example.com/", "https://evil.com/#x", "/callback"] }  # OAU-19, OAU-18, GRD-07, OAU-17
      scopes: { platform: spa, callbackUrls: ["https://app.example.com/"], allowedOauthScopes: [email, emial], defaultRedirectUri: "https://app.example.com/home" }  # OAU-12, OAU-10, OAU-24
      strange: { platform: ios, supportedIdentityProviders: [Okta] }  # OAU-26
      writer: { platform: ios, writeAttributes: [name, emial, sub] }  # ATT-04, ATT-02, ATT-03
`;

const EXPECTED = [...CONFIG.matchAll(/# ([A-Z, 0-9-]+)$/gm)].flatMap(([, ids]) => (ids as string).split(", "));

test("every finding of a config with forty mistakes comes in one run", async () => {
  const { exitCode, stdout } = await cli(folderWith({ "userpools.yaml": CONFIG }), "check", "--format", "json");
  const { findings, summary } = JSON.parse(stdout);
  const errors = findings.filter(({ severity }: { severity: string }) => severity === "error");
  const found = new Set(errors.map(({ rule }: { rule: string }) => rule));
  expect(new Set(EXPECTED).size).toBeGreaterThanOrEqual(40);
  expect([...found].sort()).toEqual([...new Set(EXPECTED)].sort());
  expect(errors.length).toBeGreaterThanOrEqual(EXPECTED.length);
  expect({ exitCode, errors: summary.errors }).toEqual({ exitCode: 1, errors: errors.length });
});

test("each mistake is found on the line that names it", async () => {
  const { stdout } = await cli(folderWith({ "userpools.yaml": CONFIG }), "check", "--format", "json");
  const lines = CONFIG.split("\n");
  const misplaced = JSON.parse(stdout)
    .findings.filter(({ severity }: { severity: string }) => severity === "error")
    .filter(({ rule, line }: { rule: string; line: number }) => !lines[line - 1]?.includes(rule))
    .map(({ rule, path, line }: { rule: string; path: string; line: number }) => `${rule} ${path} ${lines[line - 1]}`);
  expect(misplaced).toEqual([]);
});
