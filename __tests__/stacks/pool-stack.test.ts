import { readFileSync } from "node:fs";
import { join } from "node:path";
import util from "node:util";
import type { Environment, Pool } from "../../lib/config/schema";
import { RULE_SET_VERSION } from "../../lib/rules";
import { addressesOf, synthesizeConfig } from "../examples/examples";
import { cli, folderWith } from "../support/cli";
import { appClient, argumentsOf, stackOf, userPool } from "./stack";

describe("domain", () => {
  const domainOf = (domain: Pool["domain"]) => stackOf({ pool: { domain } as Partial<Pool> });

  test("a prefix becomes the domain, its host an output", () => {
    const stack = domainOf({ prefix: "acme", managedLoginVersion: 2 });
    const { "//": _, lifecycle, ...domain } = argumentsOf(stack, "aws_cognito_user_pool_domain", "users");
    expect(domain).toEqual({
      domain: "acme",
      managed_login_version: 2,
      user_pool_id: "${aws_cognito_user_pool.users.id}",
    });
    expect(stack.output?.domain?.value).toBe(
      "${aws_cognito_user_pool_domain.users.domain}.auth.eu-west-1.amazoncognito.com",
    );
  });

  test("the host of a prefix in GovCloud is a FIPS endpoint", () => {
    const stack = stackOf({ pool: { domain: { prefix: "acme" } }, environment: { region: "us-gov-west-1" } });
    expect(stack.output?.domain?.value).toBe(
      "${aws_cognito_user_pool_domain.users.domain}.auth-fips.us-gov-west-1.amazoncognito.com",
    );
  });

  test("a domain of one's own has a certificate, and is the host itself", () => {
    const stack = domainOf({ customDomain: "auth.acme.example", certificateArn: { var: "certificate" } });
    expect(argumentsOf(stack, "aws_cognito_user_pool_domain", "users")).toMatchObject({
      domain: "auth.acme.example",
      certificate_arn: "${var.certificate}",
      managed_login_version: 1,
    });
    expect(stack.output?.domain?.value).toBe("${aws_cognito_user_pool_domain.users.domain}");
  });

  test("without one there is neither resource nor output", () => {
    const stack = stackOf({});
    expect(stack.resource).not.toHaveProperty("aws_cognito_user_pool_domain");
    expect(stack.output).not.toHaveProperty("domain");
  });
});

describe("resource servers", () => {
  const stack = stackOf({
    pool: {
      resourceServers: {
        orders: { identifier: "https://api/orders", name: "Orders", scopes: { write: "W", read: { var: "text" } } },
        stock: { scopes: { read: "R" } },
      },
    },
    client: { allowedOauthFlows: ["code"], allowedOauthScopes: ["orders/read", "stock/read", "openid", "other/scope"] },
  });

  test("have identifier and name, by default the key, and their scopes in order", () => {
    expect(argumentsOf(stack, "aws_cognito_resource_server", "orders")).toMatchObject({
      identifier: "https://api/orders",
      name: "Orders",
      scope: [
        { scope_name: "read", scope_description: "${var.text}" },
        { scope_name: "write", scope_description: "W" },
      ],
      user_pool_id: "${aws_cognito_user_pool.users.id}",
    });
    expect(argumentsOf(stack, "aws_cognito_resource_server", "stock")).toMatchObject({
      identifier: "stock",
      name: "stock",
    });
  });

  test("are references in the scopes of a client; what is managed elsewhere is text", () => {
    expect(appClient(stack).allowed_oauth_scopes).toHaveLength(4);
    expect(appClient(stack).allowed_oauth_scopes).toEqual(
      expect.arrayContaining([
        "openid",
        "other/scope",
        "${aws_cognito_resource_server.orders.identifier}/read",
        "${aws_cognito_resource_server.stock.identifier}/read",
      ]),
    );
  });
});

describe("identity providers", () => {
  const stack = stackOf({
    pool: {
      identityProviders: {
        SignInWithApple: {
          providerType: "SignInWithApple",
          providerDetails: { client_id: "id", private_key: { var: "apple_key", sensitive: true } },
          attributeMapping: { email: "email" },
          idpIdentifiers: ["b", "a"],
        },
        Plain: { providerType: "SAML", providerDetails: { MetadataURL: "https://a.example/${x}" } },
      },
    },
    client: { supportedIdentityProviders: ["SignInWithApple", "COGNITO", "Elsewhere"] },
  });

  test("have every argument, at an address in snake case", () => {
    const { "//": _, lifecycle, ...apple } = argumentsOf(stack, "aws_cognito_identity_provider", "sign_in_with_apple");
    expect(apple).toEqual({
      provider_name: "SignInWithApple",
      provider_type: "SignInWithApple",
      provider_details: { client_id: "id", private_key: "${var.apple_key}" },
      attribute_mapping: { email: "email" },
      idp_identifiers: ["a", "b"],
      user_pool_id: "${aws_cognito_user_pool.users.id}",
    });
  });

  test("have an empty mapping where none is given, and no identifiers", () => {
    const plain = argumentsOf(stack, "aws_cognito_identity_provider", "plain");
    expect(plain).toMatchObject({
      attribute_mapping: {},
      provider_details: { MetadataURL: "https://a.example/$${x}" },
    });
    expect(plain).not.toHaveProperty("idp_identifiers");
  });

  test("are references in the clients that name them", () => {
    expect(appClient(stack).supported_identity_providers).toEqual([
      "COGNITO",
      "Elsewhere",
      "${aws_cognito_identity_provider.sign_in_with_apple.provider_name}",
    ]);
  });
});

test("groups have name, description, precedence and role", () => {
  const stack = stackOf({
    pool: { groups: { "Beta testers": { description: "B", precedence: 0, roleArn: "arn:r" }, ops: {} } },
  });
  expect(argumentsOf(stack, "aws_cognito_user_group", "beta_testers")).toMatchObject({
    name: "Beta testers",
    description: "B",
    precedence: 0,
    role_arn: "arn:r",
    user_pool_id: "${aws_cognito_user_pool.users.id}",
  });
  const ops = argumentsOf(stack, "aws_cognito_user_group", "ops");
  for (const absent of ["description", "precedence", "role_arn"]) expect(ops).not.toHaveProperty(absent);
});

describe("provider", () => {
  test("has region and what the environment says of account and credentials", () => {
    const { provider } = stackOf({
      environment: {
        region: { var: "region" },
        accountId: "111122223333",
        profile: "deploy",
        assumeRoleArn: "arn:aws:iam::111122223333:role/deploy",
        tags: { team: "identity" },
      },
    });
    expect(provider.aws).toEqual([
      {
        region: "${var.region}",
        allowed_account_ids: ["111122223333"],
        profile: "deploy",
        assume_role: [{ role_arn: "arn:aws:iam::111122223333:role/deploy" }],
        default_tags: [{ tags: { team: "identity" } }],
      },
    ]);
  });

  test("has nothing but the region otherwise", () => {
    expect(stackOf({}).provider.aws).toEqual([{ region: "eu-west-1" }]);
  });

  test("is any that knows every argument", () => {
    expect(stackOf({}).terraform.required_providers).toEqual({
      aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" },
    });
  });
});

describe("backend", () => {
  test.each<[string, Environment["backend"], object]>([
    [
      "local by default, beside the output folder",
      undefined,
      { local: { path: "../../../terraform.users-prod.tfstate" } },
    ],
    ["local where it says", { type: "local", path: "state" }, { local: { path: "state" } }],
    [
      "s3 with a lock file and encryption",
      { type: "s3", bucket: "b", region: "eu-west-1" },
      { s3: { bucket: "b", region: "eu-west-1", key: "users-prod.tfstate", use_lockfile: true, encrypt: true } },
    ],
    [
      "s3 as it says",
      { type: "s3", bucket: "b", region: "r", keyPrefix: "a/b/", useLockfile: false, encrypt: false, kmsKeyId: "k" },
      {
        s3: {
          bucket: "b",
          region: "r",
          key: "a/b/users-prod.tfstate",
          use_lockfile: false,
          encrypt: false,
          kms_key_id: "k",
        },
      },
    ],
  ])("%s", (_, backend, expected) => {
    expect(stackOf({ environment: { backend } as Partial<Environment> }).terraform.backend).toEqual(expected);
  });

  test("cloud, in a workspace per stack", () => {
    const backend = { type: "cloud", organization: "acme", workspacePrefix: "id-", hostname: "tfe.example" } as const;
    const { terraform } = stackOf({ environment: { backend } });
    expect(terraform.cloud).toEqual({
      organization: "acme",
      hostname: "tfe.example",
      workspaces: { name: "id-users-prod" },
    });
    expect(terraform).not.toHaveProperty("backend");
  });

  test("needs the Terraform that knows what it uses", () => {
    expect(stackOf({}).terraform.required_version).toBe(">= 1.5.0");
    const s3 = { type: "s3", bucket: "b", region: "r" } as const;
    expect(stackOf({ environment: { backend: s3 } }).terraform.required_version).toBe(">= 1.10.0");
    expect(stackOf({ environment: { backend: { ...s3, useLockfile: false } } }).terraform.required_version).toBe(
      ">= 1.5.0",
    );
  });
});

describe("variables", () => {
  test("have type, sensitivity, default and the place of their first use", () => {
    const { variable } = stackOf({
      pool: { name: { var: "name", default: "${literally}" }, tags: { a: { var: "tag", sensitive: true } } },
      client: {
        accessTokenValidity: { var: "hours", unit: "hours", default: 2 },
        callbackUrls: { var: "urls", default: ["app://a"] },
      },
    });
    expect(variable).toMatchObject({
      name: { type: "string", default: "${literally}" },
      tag: { type: "string", sensitive: true },
      hours: { type: "number", default: 2 },
      urls: { type: "list(string)", default: ["app://a"] },
    });
    expect(variable?.tag).not.toHaveProperty("default");
    expect(JSON.stringify(variable?.hours)).toContain("accessTokenValidity");
  });

  test("are absent where nothing is left open", () => {
    expect(stackOf({})).not.toHaveProperty("variable");
  });
});

describe("outputs", () => {
  const clients = { "my-app": { platform: "ios" }, api: { platform: "server" } } as const;

  test("are the pool, where its tokens come from, and the clients by their keys", () => {
    const { output } = stackOf({ pool: { clients } });
    expect(Object.fromEntries(Object.entries(output ?? {}).map(([name, { value }]) => [name, value]))).toEqual({
      user_pool_id: "${aws_cognito_user_pool.users.id}",
      user_pool_arn: "${aws_cognito_user_pool.users.arn}",
      issuer: "https://${aws_cognito_user_pool.users.endpoint}",
      jwks_uri: "https://${aws_cognito_user_pool.users.endpoint}/.well-known/jwks.json",
      client_ids: {
        api: "${aws_cognito_user_pool_client.api.id}",
        "my-app": "${aws_cognito_user_pool_client.my_app.id}",
      },
      rule_set: RULE_SET_VERSION,
    });
  });

  test("name the DNS target of a custom domain, and none of a prefix", () => {
    const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d-0000-4000-8000-000000000000";
    const custom = stackOf({ pool: { clients, domain: { customDomain: "auth.acme.example", certificateArn } } });
    expect(custom.output).toMatchObject({
      domain_cloudfront_distribution: { value: "${aws_cognito_user_pool_domain.users.cloudfront_distribution}" },
      domain_cloudfront_distribution_zone_id: {
        value: "${aws_cognito_user_pool_domain.users.cloudfront_distribution_zone_id}",
      },
    });
    const prefix = stackOf({ pool: { clients, domain: { prefix: "acme-login" } } });
    expect(Object.keys(prefix.output ?? {}).filter((name) => name.includes("cloudfront"))).toEqual([]);
  });

  test("have the second domain beside the first, whose address does not change", () => {
    const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d-0000-4000-8000-000000000000";
    const additionalDomain = { customDomain: "auth.acme.example", certificateArn };
    const stack = stackOf({ pool: { clients, domain: { prefix: "acme-login" }, additionalDomain } });
    expect(stack.resource?.aws_cognito_user_pool_domain).toMatchObject({
      users: { domain: "acme-login" },
      users_additional: { domain: "auth.acme.example", certificate_arn: certificateArn },
    });
    expect(stack.output).toMatchObject({
      domain: { value: "${aws_cognito_user_pool_domain.users.domain}.auth.eu-west-1.amazoncognito.com" },
      additional_domain: { value: "${aws_cognito_user_pool_domain.users_additional.domain}" },
      domain_cloudfront_distribution: {
        value: "${aws_cognito_user_pool_domain.users_additional.cloudfront_distribution}",
      },
    });
  });

  test("hold no secret", () => {
    const values = Object.values(stackOf({ pool: { clients } }).output ?? {}).map(({ value }) => value);
    expect(JSON.stringify(values)).not.toMatch(/secret/);
  });

  test("hold the secrets of confidential clients, sensitive, when exportClientSecrets says so", () => {
    expect(stackOf({ pool: { clients, exportClientSecrets: true } }).output?.client_secrets).toMatchObject({
      value: { api: "${aws_cognito_user_pool_client.api.client_secret}" },
      sensitive: true,
    });
  });
});

describe("a pool that is managed elsewhere", () => {
  const stack = stackOf({
    pool: { existing: { userPoolId: "eu-west-1_AbCdEfGhI" }, resourceServers: { api: { scopes: { read: "R" } } } },
  });

  test("is read, never managed", () => {
    expect(stack.data?.aws_cognito_user_pool?.users).toMatchObject({ user_pool_id: "eu-west-1_AbCdEfGhI" });
    expect(stack.resource).not.toHaveProperty("aws_cognito_user_pool");
  });

  test("has its clients and resource servers on the id that was read", () => {
    const id = "${data.aws_cognito_user_pool.users.user_pool_id}";
    expect(appClient(stack).user_pool_id).toBe(id);
    expect(argumentsOf(stack, "aws_cognito_resource_server", "api").user_pool_id).toBe(id);
    expect(stack.output?.issuer?.value).toBe(`https://cognito-idp.eu-west-1.amazonaws.com/${id}`);
  });
});

describe("where things exist", () => {
  const config = {
    project: "acme",
    environments: {
      dev: { region: "eu-west-1", pools: { users: { name: "dev people", clients: { app: { name: null } } } } },
      prod: { region: "eu-west-1" },
    },
    pools: {
      users: {
        clients: {
          app: { platform: "ios", name: "App" },
          "dev-only": { platform: "ios", only: ["dev"] },
          "prod-only": { platform: "ios", except: ["dev"] },
        },
      },
      staff: { only: ["prod"], clients: { app: { platform: "ios", renamedFrom: "old-app" } } },
    },
  } as const;
  const { stacks } = synthesizeConfig(config as never);
  const addresses = Object.fromEntries(stacks.map((stack) => [stack.stack, addressesOf(stack)]));

  test("only and except decide", () => {
    expect(addresses).toEqual({
      "staff-prod": [
        "aws_cognito_user_pool.staff",
        "aws_cognito_user_pool_client.app",
        "aws_cognito_user_pool_client.app (was aws_cognito_user_pool_client.old_app)",
      ],
      "users-dev": [
        "aws_cognito_user_pool.users",
        "aws_cognito_user_pool_client.app",
        "aws_cognito_user_pool_client.dev_only",
      ],
      "users-prod": [
        "aws_cognito_user_pool.users",
        "aws_cognito_user_pool_client.app",
        "aws_cognito_user_pool_client.prod_only",
      ],
    });
  });

  test("an environment lays its values over the pool, and null removes", () => {
    const [dev, prod] = ["users-dev", "users-prod"].map(
      (id) => stacks.find(({ stack }) => stack === id)?.json as never,
    );
    expect(userPool(dev as never).name).toBe("dev people");
    expect(userPool(prod as never).name).toBe("acme-users-prod");
    expect([appClient(dev as never).name, appClient(prod as never).name]).toEqual(["app", "App"]);
  });
});

test("cdktf uses nothing for the outputs that Node warns about", () => {
  const isArray = jest.spyOn(util, "isArray");
  expect(stackOf({}).output).toHaveProperty("client_ids");
  expect(isArray).not.toHaveBeenCalled();
});

test("the header of HCL has a command that a shell takes for what it is", async () => {
  const name = "my pools `x`.yaml";
  const folder = folderWith({
    [name]: "project: acme\nenvironments: { prod: { region: eu-west-1 } }\npools: { users: { clients: {} } }\n",
  });
  await cli(folder, "synth", "--hcl", "--config", name);
  const hcl = readFileSync(join(folder, "cdktf.out/stacks/users-prod/cdk.tf"), "utf8");
  expect(hcl).toContain("cdktf-cognito synth --hcl --config 'my pools `x`.yaml' --env prod");
});
