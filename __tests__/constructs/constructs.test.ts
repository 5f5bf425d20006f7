import { Fn, TerraformVariable, Token } from "cdktf";
import { AppClient, UserPool } from "../../lib/index";
import { only, synthesizeApp } from "./app";

const region = "eu-west-1";
const CLIENT = "aws_cognito_user_pool_client";

describe("GIVEN a user pool in somebody's own app", () => {
  test("WHEN nothing but the Region is given THEN the id is the name and the defaults apply", () => {
    const pool = only(
      synthesizeApp((stack) => new UserPool(stack, "people", { region })),
      "aws_cognito_user_pool",
    );
    expect(pool).toMatchObject({ name: "people", user_pool_tier: "ESSENTIALS", deletion_protection: "ACTIVE" });
    expect(pool.lifecycle).toMatchObject({ prevent_destroy: true });
    for (const absent of ["lambda_config", "sms_configuration", "username_attributes", "tags"])
      expect(pool).not.toHaveProperty(absent);
  });

  test("WHEN everything that is attached to a pool is given THEN it is made, on a reference to the pool", () => {
    const stack = synthesizeApp(
      (stack) =>
        new UserPool(stack, "people", {
          region,
          domain: { prefix: "acme-people" },
          resourceServers: { api: { scopes: { read: "Read" } } },
          identityProviders: {
            Google: {
              providerType: "Google",
              providerDetails: { client_id: "a", client_secret: "b", authorize_scopes: "openid" },
            },
          },
          groups: { ops: {} },
        }),
    );
    const [name] = Object.keys(stack.resource?.aws_cognito_user_pool ?? {});
    for (const type of ["user_pool_domain", "resource_server", "identity_provider", "user_group"])
      expect(only(stack, `aws_cognito_${type}`).user_pool_id).toBe(`\${aws_cognito_user_pool.${name}.id}`);
  });

  test("WHEN there are two pools THEN each has rules of its own, over its own resources", () => {
    const pools = (...names: string[]) =>
      synthesizeApp((stack) => {
        for (const name of names) {
          const userPool = new UserPool(stack, name, { region, domain: { prefix: `acme-${name}` } });
          new AppClient(stack, `${name}-app`, {
            userPool,
            platform: "spa",
            explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"],
          });
        }
      });
    const [one, two] = [pools("people"), pools("people", "staff")];
    for (const kind of ["output", "locals", "check"] as const) {
      const [single, both] = [one, two].map((stack) => Object.keys(stack[kind] ?? {})) as [string[], string[]];
      expect(single.length).toBeGreaterThan(0);
      expect(both).toHaveLength(2 * single.length);
    }
    const [people = [], staff = []] = Object.values(two.output ?? {}).map((output) =>
      [...JSON.stringify(output).matchAll(/\blocal\.(\w+)/g)].map(([, name]) => name),
    );
    expect(people.length).toBeGreaterThan(0);
    expect(people.filter((name) => staff.includes(name))).toEqual([]);
    for (const name of [...people, ...staff]) expect(two.locals).toHaveProperty(String(name));
  });

  test("WHEN the pool is managed elsewhere THEN it is read, and nothing of it is managed", () => {
    const stack = synthesizeApp((stack) => {
      const userPool = new UserPool(stack, "people", { region, existing: { userPoolId: "eu-west-1_AbCdEfGhI" } });
      new AppClient(stack, "app", { userPool, platform: "ios" });
    });
    expect(Object.values(stack.data?.aws_cognito_user_pool ?? {})).toMatchObject([
      { user_pool_id: "eu-west-1_AbCdEfGhI" },
    ]);
    expect(Object.keys(stack.resource ?? {})).toEqual([CLIENT]);
  });
});

describe("GIVEN an app client in somebody's own app", () => {
  const clientOf = (props: object) =>
    only(
      synthesizeApp((stack) => {
        const userPool = new UserPool(stack, "people", {
          region,
          attributes: { "custom:plan": {} },
          domain: { prefix: "acme-people" },
          resourceServers: { api: { identifier: "https://api", scopes: { read: "Read" } } },
        });
        new AppClient(stack, "app", { userPool, platform: "ios", ...props } as never);
      }),
      CLIENT,
    );

  test("WHEN only its platform is given THEN the preset applies, on a reference to the pool", () => {
    const client = clientOf({});
    expect(client).toMatchObject({ name: "app", generate_secret: false, refresh_token_validity: 30 });
    expect(client.user_pool_id).toMatch(/^\$\{aws_cognito_user_pool\.[\w-]+\.id\}$/);
    expect(client.read_attributes).toContain("custom:plan");
    for (const absent of ["default_redirect_uri", "analytics_configuration"]) expect(client).not.toHaveProperty(absent);
  });

  test("WHEN it names a scope of the pool THEN that is a reference to the resource server", () => {
    const client = clientOf({ platform: "machine", allowedOauthScopes: ["api/read"] });
    expect(client.allowed_oauth_scopes).toEqual([
      expect.stringMatching(/^\$\{aws_cognito_resource_server\.[\w-]+\.identifier\}\/read$/),
    ]);
  });

  test("WHEN it is renamed THEN the old address is moved to the new one", () => {
    const stack = synthesizeApp((stack) => {
      const userPool = new UserPool(stack, "people", { region });
      new AppClient(stack, "app", { userPool, platform: "ios", renamedFrom: "old-app" });
    });
    const [name] = Object.keys(stack.resource?.[CLIENT] ?? {});
    expect(stack.moved).toEqual([{ from: `${CLIENT}.old_app`, to: `${CLIENT}.${name}` }]);
  });

  test("WHEN a value has the form of a template THEN it stays text", () => {
    const client = clientOf({ callbackUrls: ["app://a"], logoutUrls: ["app://a/${b}%{c}"] });
    expect(client.logout_urls).toEqual(["app://a/$${b}%%{c}"]);
  });
});

describe("GIVEN values that are known at plan only", () => {
  test("WHEN a client takes them THEN they arrive as references, whole or within text", () => {
    const client = only(
      synthesizeApp((stack) => {
        const host = new TerraformVariable(stack, "host", { type: "string" });
        const urls = new TerraformVariable(stack, "urls", { type: "list(string)" });
        const userPool = new UserPool(stack, "people", { region, domain: { prefix: "acme-people" } });
        new AppClient(stack, "app", {
          userPool,
          platform: "spa",
          name: Fn.upper(host.stringValue),
          callbackUrls: [`https://${host.stringValue}/signed-in`, "https://a.example"],
          logoutUrls: urls.listValue,
          allowedOauthScopes: ["openid"],
        });
      }),
      CLIENT,
    );
    expect(client.name).toBe("${upper(var.host)}");
    expect(client.callback_urls).toEqual(
      expect.arrayContaining(["https://${var.host}/signed-in", "https://a.example"]),
    );
    expect(client.logout_urls).toBe("${var.urls}");
  });

  test("WHEN a trigger is known after the apply THEN no condition compares its two spellings, which are one value", () => {
    const stack = synthesizeApp((stack) => {
      const arn = new TerraformVariable(stack, "arn", { type: "string" });
      const preTokenGenerationConfig = { lambdaArn: arn.stringValue, lambdaVersion: "V2_0" } as const;
      new UserPool(stack, "people", { region, lambdaConfig: { preTokenGenerationConfig } });
    });
    const pool = only(stack, "aws_cognito_user_pool");
    expect(pool).toMatchObject({
      lambda_config: { pre_token_generation: "${var.arn}", pre_token_generation_config: { lambda_arn: "${var.arn}" } },
    });
    expect(JSON.stringify(stack.output)).toMatch(/"LAM-03[ :]/);
    expect(JSON.stringify(stack.output)).not.toMatch(/"LAM-02[ :]/);
  });

  test("WHEN a pool takes them THEN they arrive as references", () => {
    const stack = synthesizeApp((stack) => {
      const arn = new TerraformVariable(stack, "arn", { type: "string" });
      new UserPool(stack, "people", {
        region,
        lambdaConfig: { preSignUp: arn.stringValue },
        tags: { owner: Token.asString(Fn.lower("ME")), note: "${not} a template" },
      });
    });
    expect(only(stack, "aws_cognito_user_pool")).toMatchObject({
      lambda_config: { pre_sign_up: "${var.arn}" },
      tags: { owner: '${lower("ME")}', note: "$${not} a template" },
    });
  });
});

describe("GIVEN an app client whose credentials are delivered", () => {
  test("WHEN it is in somebody's own app THEN its secret is written where it is asked for, as a write-only argument", () => {
    const stack = synthesizeApp((stack) => {
      const userPool = new UserPool(stack, "people", { region });
      const deliver = { secretsManager: { name: "acme/api" }, ssm: { prefix: "/acme/api" } };
      new AppClient(stack, "api", { userPool, platform: "server", callbackUrls: ["https://acme.example/"], deliver });
    });
    const [client] = Object.keys(stack.resource?.[CLIENT] ?? {});
    expect(only(stack, "aws_secretsmanager_secret")).toMatchObject({ name: "acme/api" });
    expect(only(stack, "aws_secretsmanager_secret_version").secret_string_wo).toContain(
      `${CLIENT}.${client}.client_secret`,
    );
    const parameters = Object.values(stack.resource?.aws_ssm_parameter ?? {}) as Record<string, unknown>[];
    expect(parameters.map(({ name, type }) => [name, type])).toEqual([
      ["/acme/api/client-id", "String"],
      ["/acme/api/client-secret", "SecureString"],
    ]);
    expect(parameters[1]).toMatchObject({ value_wo: `\${${CLIENT}.${client}.client_secret}` });
    expect(parameters[1]).not.toHaveProperty("value");
  });
});

describe("GIVEN properties that cannot be", () => {
  const build = (pool: object, client?: object) => () =>
    synthesizeApp((stack) => {
      const userPool = new UserPool(stack, "people", { region, ...pool } as never);
      if (client) new AppClient(stack, "app", { userPool, ...client } as never);
    });

  test("fails when a key is unknown, with its path and the nearest key", () => {
    expect(build({ userPoolTeir: "PLUS" })).toThrow(/people:\n {2}CFG-\d\d userPoolTeir: .*userPoolTier/);
  });

  test("fails when a spa has a secret", () => {
    expect(build({}, { platform: "spa", generateSecret: true })).toThrow(/app:\n {2}CFG-\d\d generateSecret/);
  });

  test("fails when a client is to be behind the SECRET_HASH proxy, which is part of a config's stack", () => {
    expect(build({}, { platform: "spa", secretHashProxy: {} })).toThrow(
      /app: secretHashProxy is for clients of a config/,
    );
  });

  test("fails when a client breaks a rule, with the id of the rule and the path, and says all at once", () => {
    const client = { platform: "spa", accessTokenValidity: "1m", callbackUrls: ["http://acme.example"] };
    expect(build({}, client)).toThrow(/TOK-01 accessTokenValidity: /);
    expect(build({}, client)).toThrow(/OAU-19 callbackUrls\[0\]: /);
  });

  test("fails when a pool breaks a rule", () => {
    expect(build({ passwordPolicy: { minimumLength: 3 } })).toThrow(/POOL-04 .*passwordPolicy.minimumLength: /);
  });

  test("does not fail for a warning", () => {
    expect(build({ deletionProtection: false })).not.toThrow();
  });
});
