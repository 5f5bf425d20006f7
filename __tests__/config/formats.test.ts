import { stringify } from "yaml";
import type { Config } from "../../lib/config/schema";
import { loadText } from "./support";

/** Something of every part of the grammar. */
const config: Config = {
  $schema: "./schema.json",
  project: "acme",
  environments: {
    dev: {
      region: { var: "region", default: "eu-west-1" },
      tags: { stage: "dev", owner: { var: "owner" } },
      pools: { customers: { tags: { stage: null }, clients: { ios: { accessTokenValidity: "10m" }, web: null } } },
    },
    prod: {
      region: "eu-west-1",
      accountId: "111122223333",
      backend: { type: "s3", bucket: "state", region: "eu-west-1", keyPrefix: "identity" },
    },
  },
  guardrails: { publicClients: { refreshTokenValidity: { max: "30d" } }, callbackHosts: ["*.example.com"] },
  pools: {
    customers: {
      userPoolTier: "PLUS",
      usernameAttributes: ["email"],
      attributes: { email: { required: true }, "custom:tenant": { authority: true, maxLength: 64 } },
      passwordPolicy: { minimumLength: 12 },
      verificationMessage: { emailSubject: "Welcome: “héllo” \\ 😀" },
      lambdaConfig: { customEmailSender: { lambdaArn: "arn", lambdaVersion: "V1_0" }, kmsKeyId: "arn" },
      domain: { prefix: "acme", managedLoginVersion: 2 },
      resourceServers: { api: { scopes: { read: "Read", write: { var: "description" } } } },
      identityProviders: { Google: { providerType: "Google", providerDetails: { client_id: "1" } } },
      groups: { "Beta testers": { precedence: 0 } },
      tags: { stage: "x" },
      clientDefaults: { refreshTokenRotation: { retryGracePeriod: "10s" } },
      clients: {
        ios: { platform: "ios", callbackUrls: ["acme://back"], readAttributes: { scopes: ["email"] } },
        web: { platform: "spa", refreshTokenRotation: false, acknowledge: { "TOK-10": "because" } },
        job: { platform: "machine", allowedOauthScopes: ["api/read"] },
      },
    },
    partners: {
      only: ["prod"],
      existing: { userPoolId: "eu-west-1_AbCdEfGhI" },
      clients: { app: { platform: "server" } },
    },
  },
};

describe("a config", () => {
  const json = JSON.stringify(config, null, 2);
  const typescript = `import { defineConfig } from "cdktf-cognito/config";\nexport default defineConfig(${json});\n`;

  test.each([
    ["userpools.yaml, in block style", "userpools.yaml", stringify(config)],
    ["userpools.yml, in flow style", "userpools.yml", stringify(config, { collectionStyle: "flow" })],
    ["userpools.json", "userpools.json", json],
    ["userpools.config.ts", "userpools.config.ts", typescript],
  ])("is the same in %s", async (_, name, text) => {
    const { source, problems, pools } = await loadText(name, text);
    expect(source.unreadable).toEqual([]);
    expect(problems).toEqual([]);
    expect(source.value).toEqual(config);
    const reference = await loadText("userpools.json", json);
    expect(pools).toEqual(reference.pools);
    expect(pools.map(({ stack }) => stack)).toEqual(["customers-dev", "customers-prod", "partners-prod"]);
  });
});
