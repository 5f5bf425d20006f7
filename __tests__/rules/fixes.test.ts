import { checkPool } from "../../lib/rules/check";
import type { Example } from "../../lib/rules/rule";
import { configOf, modelOf } from "../support/models";

const provider = (providerType: string, providerDetails: Record<string, string>) =>
  ({ pool: { identityProviders: { [providerType]: { providerType, providerDetails } } } }) as unknown as Example;
const loadBalancer = "https://app.example.com/oauth2/idpresponse";

/** Rules that refuse in several ways, each with its own way out. */
test.each<[rule: string, example: Example, fix: string]>([
  [
    "OAU-23",
    { client: { platform: "server", callbackUrls: [loadBalancer], allowedOauthFlows: ["implicit"] } },
    "add code to allowedOauthFlows",
  ],
  ["OAU-23", { client: { platform: "spa", callbackUrls: [loadBalancer] } }, "use platform server, which has a secret"],
  ["IDP-12", provider("SAML", { IDPSignout: "yes" }), 'write "true" or "false"'],
  ["IDP-12", provider("SAML", { MetadataURL: "idp.example.com" }), "write the whole URL, from https:// on"],
  [
    "IDP-12",
    provider("SAML", { MetadataURL: "http://idp.example.com/" }),
    "use the https URL of the metadata, or MetadataFile",
  ],
  [
    "IDP-12",
    provider("Google", { authorize_scopes: "openid,email" }),
    "write spaces in place of the commas: openid email",
  ],
  ["IDP-12", provider("Facebook", { api_version: "21" }), "write it with v and a point: v21.0"],
  ["IDP-12", provider("LoginWithAmazon", { token_request_method: "PUT" }), "write GET or POST"],
  [
    "EML-05",
    { pool: { emailConfiguration: { emailSendingAccount: "DEVELOPER", configurationSet: "my set" } } },
    "write the name that the set has in SES, without its ARN",
  ],
  [
    "EML-05",
    { pool: { emailConfiguration: { configurationSet: "set" } } },
    "use emailSendingAccount: DEVELOPER with the configuration set's name, or remove it",
  ],
  [
    "DOM-06",
    {
      pool: {
        domain: { customDomain: "10.1.2.3", certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/a" },
      },
    },
    "use the name of a host, such as login.example.com",
  ],
  ["DOM-10", { pool: { additionalDomain: { prefix: "acme" } } }, "write it as domain, or add domain"],
  [
    "RS-01",
    { pool: { resourceServers: { api: { scopes: {} }, other: { identifier: "api", scopes: {} } } } },
    "give one of them another identifier",
  ],
])("%s: %j is fixed by: %s", (rule, example, fix) => {
  const fixes = checkPool(modelOf(configOf(example))).filter((each) => each.rule === rule);
  expect(fixes.map((each) => each.fix)).toContain(fix);
});
