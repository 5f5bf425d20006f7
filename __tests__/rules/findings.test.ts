import type { Client, Pool } from "../../lib/config/schema";
import { part } from "../../lib/model/source";
import { checkPool } from "../../lib/rules/check";
import { configOf, modelOf } from "../support/models";
import { drawnModels } from "./random-models";

const MANY = Array.from({ length: 51 }, (_, index) => `id${index}`);
const saml = (details: object = { MetadataURL: "https://idp.example/metadata" }, rest: object = {}) => ({
  providerType: "SAML",
  providerDetails: details,
  ...rest,
});
const sms = (externalId: string) => ({
  smsConfiguration: { externalId, snsCallerArn: "arn:aws:iam::111122223333:role/sms" },
});
const signIn = { platform: "spa", callbackUrls: ["https://app.example.com/"] };
const DOMAIN = { domain: { prefix: "acme-login" } };

function errorsOf(pool: object, client: object = {}) {
  const config = configOf({ pool: pool as Pool, client: { platform: "ios", ...client } as Client });
  return checkPool(modelOf(config)).filter(({ severity }) => severity === "error");
}

describe("one mistake is one error", () => {
  test.each<[string, string, object, object?]>([
    ["a custom attribute without its prefix", "SCH-03", { attributes: { tenant: {} } }],
    ["a standard attribute with the prefix", "SCH-03", { attributes: { "custom:email": {} } }],
    ["an attribute that every pool has", "SCH-06", { attributes: { phone_number_verified: {} } }],
    ["a way of recovery that is named twice", "REC-03", { accountRecovery: ["admin_only", "admin_only"] }],
    ["an empty address of metadata", "IDP-06", { identityProviders: { company: saml({ MetadataURL: "" }) } }],
    ["an empty metadata document", "IDP-06", { identityProviders: { company: saml({ MetadataFile: "" }) } }],
    [
      "the long name of a provider, which a client supports",
      "IDP-01",
      { ...DOMAIN, identityProviders: { ["x".repeat(33)]: saml() } },
      { ...signIn, supportedIdentityProviders: ["x".repeat(33)] },
    ],
  ])("%s", (_, rule, pool, client = {}) => {
    expect(errorsOf(pool, client).map((each) => each.rule)).toEqual([rule]);
  });

  test("permissions are not judged of a client that lists no attributes", () => {
    const PERMISSIONS = ["ATT-01", "ATT-02", "ATT-03", "ATT-11"];
    const judged = drawnModels(200, 41).flatMap(({ open }) =>
      open.clients
        .filter(({ source }) => ["readAttributes", "writeAttributes"].every((key) => part(source, key) === undefined))
        .map((client) => ({ ...open, clients: [client] })),
    );
    const found = judged.flatMap((pool) => checkPool(pool)).filter(({ rule }) => PERMISSIONS.includes(rule));
    expect([judged.length > 50, found]).toEqual([true, []]);
  });
});

describe("a fix repairs what the message says", () => {
  test.each<[string, RegExp, object, object?]>([
    ["SCH-03", /^write custom:tenant$/, { attributes: { "Custom:tenant": {} } }],
    ["SCH-03", /^write custom:rank, and leave it out of writeAttributes$/, { attributes: { "dev:custom:rank": {} } }],
    ["SCH-03", /^remove cognito:groups$/, { attributes: { "cognito:groups": {} } }],
    ["SCH-06", /^remove it/, { attributes: { sub: {} } }],
    ["SCH-06", /^leave out type/, { attributes: { email: { type: "Number" } } }],
    ["MFA-06", /^write 1 to 1224 characters$/, sms("x".repeat(1_225))],
    ["MFA-06", /^write letters, digits/, sms("my users")],
    ["POOL-01", /^write 1 to 128 characters$/, { name: "x".repeat(129) }],
    ["POOL-01", /^use letters/, { name: "users!" }],
    ["POOL-10", /^write another key$/, { tags: { "aws:team": "a" } }],
    ["POOL-10", /^write 1 to 128 characters$/, { tags: { ["k".repeat(129)]: "a" } }],
    ["POOL-10", /^shorten the value$/, { tags: { team: "v".repeat(257) } }],
    ["GRP-01", /^write 1 to 128 characters$/, { groups: { ["x".repeat(129)]: {} } }],
    [
      "IDP-07",
      /at most 32 characters/,
      { identityProviders: { company: saml(undefined, { attributeMapping: { ["x".repeat(33)]: "x" } }) } },
    ],
    ["IDP-08", /^remove identifiers/, { identityProviders: { company: saml(undefined, { idpIdentifiers: MANY }) } }],
    [
      "QUO-04",
      /^divide the resource servers/,
      {
        resourceServers: Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`api${index}`, { scopes: {} }])),
      },
    ],
    ["OAU-09", /^write 1 to 256 characters$/, DOMAIN, { ...signIn, allowedOauthScopes: [`api/${"s".repeat(253)}`] }],
    ["OAU-09", /^remove the other characters$/, DOMAIN, { ...signIn, allowedOauthScopes: ["api/a b"] }],
  ])("%s", (rule, fix, pool, client = {}) => {
    const found = errorsOf(pool, client).find((each) => each.rule === rule);
    expect(found?.fix).toMatch(fix);
  });

  test("an unknown scope is said beside those that there are", () => {
    const pool = { ...DOMAIN, resourceServers: { api: { scopes: { read: "Read" } } } };
    const [found] = errorsOf(pool, { ...signIn, allowedOauthScopes: ["api/reed"] });
    expect(found).toMatchObject({
      message:
        'unknown scope "api/reed"; the pool has openid, email, phone, profile, aws.cognito.signin.user.admin, api/read',
      fix: "write api/read, or describe the scope under resourceServers",
    });
  });
});
