import { cli, folderWith } from "../support/cli";
import { describeTerraform } from "../support/terraform";

/** What AWS's documentation tells its readers to set up, each as a pool of its own. */
const DOCUMENTED = `
project: docs
environments:
  prod: { region: eu-west-1 }
pools:
  mobile:                      # a mobile app that signs in with SRP
    usernameAttributes: [email]
    attributesRequireVerificationBeforeUpdate: [email]
    clients:
      ios: { platform: ios }
      android: { platform: android }
  browser:                     # a single-page app with the code grant and PKCE
    usernameAttributes: [email]
    attributesRequireVerificationBeforeUpdate: [email]
    domain: { prefix: docs-browser }
    clients:
      web:
        platform: spa
        callbackUrls: ["https://app.example.com/callback", "http://localhost:3000/callback"]
        logoutUrls: ["https://app.example.com/"]
        allowedOauthScopes: [openid, email, profile]
  web:                         # a server-side app with a secret
    usernameAttributes: [email]
    attributesRequireVerificationBeforeUpdate: [email]
    domain: { prefix: docs-web }
    clients:
      site:
        platform: server
        callbackUrls: ["https://www.example.com/auth/callback"]
        allowedOauthScopes: [openid, email]
        explicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH]
  services:                    # machine to machine
    domain: { prefix: docs-services }
    resourceServers:
      orders: { identifier: "https://orders.example.com", scopes: { read: Read orders, write: Write orders } }
    clients:
      importer: { platform: machine, allowedOauthScopes: [orders/read, orders/write] }
  federation:                  # sign-in through Google and a company's SAML provider
    usernameAttributes: [email]
    attributesRequireVerificationBeforeUpdate: [email]
    domain: { prefix: docs-federation }
    attributes: { email: { required: true } }
    identityProviders:
      Google:
        providerType: Google
        providerDetails: { client_id: "1-2.apps.googleusercontent.com", client_secret: { var: google_secret, sensitive: true }, authorize_scopes: openid email profile }
        attributeMapping: { email: email, username: sub }
      Company:
        providerType: SAML
        providerDetails: { MetadataURL: "https://idp.example.com/metadata.xml" }
        attributeMapping: { email: "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress" }
    clients:
      portal:
        platform: server
        callbackUrls: ["https://portal.example.com/callback"]
        allowedOauthScopes: [openid, email]
        supportedIdentityProviders: [COGNITO, Google, Company]
  passkeys:                    # passwordless sign-in with passkeys
    usernameAttributes: [email]
    attributesRequireVerificationBeforeUpdate: [email]
    signInPolicy: { allowedFirstAuthFactors: [PASSWORD, WEB_AUTHN] }
    webAuthn: { relyingPartyId: example.com, userVerification: required }
    clients:
      app: { platform: ios, explicitAuthFlows: [ALLOW_USER_AUTH, ALLOW_REFRESH_TOKEN_AUTH] }
`;

test("not one finding on what AWS's documentation describes", async () => {
  const { exitCode, stdout } = await cli(folderWith({ "userpools.yaml": DOCUMENTED }), "check", "--format", "json");
  expect([exitCode, JSON.parse(stdout).findings]).toEqual([0, []]);
});

describeTerraform("what AWS's documentation describes", () => {
  beforeAll(() => {
    process.env.TF_VAR_google_secret = "hush";
  });

  afterAll(() => {
    delete process.env.TF_VAR_google_secret;
  });

  test("plans without a word of warning", async () => {
    const { exitCode, stdout, stderr } = await cli(folderWith({ "userpools.yaml": DOCUMENTED }), "plan");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.match(/ to add, 0 to change, 0 to destroy/g)).toHaveLength(6);
    expect(stdout).not.toMatch(/error|warning/);
  }, 180_000);
});
