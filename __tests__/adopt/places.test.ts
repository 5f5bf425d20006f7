import { placesIn } from "../../lib/adopt/places";
import { loadSource } from "../../lib/config/load";
import { readYaml } from "../../lib/config/yaml-file";
import type { PoolModel } from "../../lib/model/model";

const TEXT = `project: acme
environments:
  prod:
    region: eu-west-1
    pools:
      users:
        adopted: { userPoolId: eu-west-1_AbCdEfGhI }
        deletionProtection: false
        clients:
          web: { adopted: { clientId: webid, styleId: "1" }, enableTokenRevocation: false }
pools:
  users:
    passwordPolicy: { minimumLength: 8 }
    domain: { prefix: acme }
    groups:
      admins: { precedence: 1 }
    resourceServers:
      orders: { identifier: https://api.acme.example/, scopes: {} }
    identityProviders:
      Corp:
        providerType: SAML
        providerDetails:
          MetadataURL: https://idp.acme.example/metadata
    clientDefaults:
      accessTokenValidity: 2h
    clients:
      web:
        platform: spa
        callbackUrls: [https://app.acme.example/]
        branding: { settings: "{}" }
    logDelivery:
      userNotification: { cloudwatchLogs: "arn:aws:logs:eu-west-1:111122223333:log-group:users" }
`;

const POOL = "aws_cognito_user_pool";
const CLIENT = "aws_cognito_user_pool_client";

test.each([
  ["of the environment", POOL, {}, "deletionProtection", 8],
  ["of every environment", POOL, {}, "passwordPolicy", 13],
  ["that is not written", POOL, {}, "mfaConfiguration", 12],
  ["of a client in the environment", CLIENT, { id: "webid" }, "enableTokenRevocation", 10],
  ["of a client", CLIENT, { id: "webid" }, "callbackUrls", 29],
  ["that all clients have", CLIENT, { id: "webid" }, "accessTokenValidity", 25],
  ["of a client that has no id yet", CLIENT, { name: "web" }, "callbackUrls", 29],
  ["of a domain", "aws_cognito_user_pool_domain", { domain: "acme" }, "prefix", 14],
  ["of a group", "aws_cognito_user_group", { name: "admins" }, "precedence", 16],
  [
    "of a resource server",
    "aws_cognito_resource_server",
    { identifier: "https://api.acme.example/" },
    "identifier",
    18,
  ],
  ["of a style", "aws_cognito_managed_login_branding", { client_id: "webid" }, "settings", 30],
  ["of logs", "aws_cognito_log_delivery_configuration", {}, "userNotification", 32],
  ["of a provider", "aws_cognito_identity_provider", { provider_name: "Corp" }, "providerDetails", 22],
] as const)("the place of an argument %s", (_, type, before, key, line) => {
  const [model] = loaded.pools as [PoolModel];
  const placeOf = placesIn(loaded, model);
  expect(placeOf(changed(type, before), [["notWritten"], [key]])).toMatch(
    new RegExp(`^userpools\\.yaml:${line}:\\d+$`),
  );
});

test("an object that no config has is nowhere", () => {
  const placeOf = placesIn(loaded, loaded.pools[0] as PoolModel);
  expect(placeOf(changed("aws_secretsmanager_secret", {}), [])).toBeUndefined();
  expect(placeOf(changed(CLIENT, { id: "other", name: "other" }), [])).toBeUndefined();
});

const loaded = loadSource(readYaml("userpools.yaml", TEXT));

function changed(type: string, before: Record<string, unknown>) {
  return {
    address: `${type}.x`,
    mode: "managed",
    type,
    name: "x",
    change: { actions: ["update"], before, after: before },
  };
}
