import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../lib/config/schema";
import { configurationOf, filesOf } from "../../lib/module/files";
import { moduleOf } from "../../lib/module/module";
import { runsOf } from "../../lib/module/runs";
import { StackTerraform } from "../../lib/module/stack-terraform";
import type { JsonObject } from "../../lib/terraform/hcl-values";
import { program } from "../cli/support";
import { cli, folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { modelsOf, moduleIn, shop } from "./shop";

describe("a module", () => {
  const module = moduleIn("dev");
  const production = moduleIn("prod");
  const files = filesOf(module);
  const variables = module.json.variable as Record<string, JsonObject>;

  test("has a typed, described variable for what differs between environments, and for each { var }", () => {
    const types = Object.fromEntries(Object.entries(variables).map(([name, { type }]) => [name, type]));
    expect(types).toMatchObject({
      name: "string",
      domain: "string",
      deletion_protection: "string",
      password_policy_minimum_length: "number",
      auto_verified_attributes: "list(string)",
      invitation_days: "number",
      web_callback_urls: "list(string)",
      web_enable_token_revocation: "bool",
      tags: "map(string)",
      sms_configuration: "object({ external_id = string, sns_caller_arn = string })",
      google_secret: "string",
      web_acl_arn: "string",
    });
    for (const { description } of Object.values(variables))
      expect(description).toMatch(/ of (data\.)?aws_(cognito|wafv2)_/);
    expect(variables.google_secret).toMatchObject({ sensitive: true });
    expect(variables.google_secret).not.toHaveProperty("default");
  });

  test("has the values of its environment as defaults, whichever that is, under the same names", () => {
    const inProd = production.json.variable as Record<string, JsonObject>;
    expect(Object.keys(inProd)).toEqual(Object.keys(variables));
    expect([variables.name?.default, inProd.name?.default]).toEqual(["acme-customers-dev", "acme-customers-prod"]);
  });

  test("has no variable for what is the same everywhere", () => {
    expect(Object.keys(variables).filter((name) => /mfa|username|write_attributes/.test(name))).toEqual([]);
  });

  test("has neither provider nor backend, and no Region of its own", () => {
    const text = Object.values(configurationOf(module)).join("");
    expect(text.replace(/"arn:[^"]*"/g, "")).not.toMatch(/^provider |backend |eu-west-1/m);
    expect(text).toContain("data.aws_region.current.id");
  });

  test("validates the ARN of a web ACL", () => {
    const message = expect.stringMatching(/^WAF-01 web-acl: web ACL association customers: web_acl_arn /);
    expect(variables.web_acl_arn).toMatchObject({ validation: [{ error_message: message }] });
  });

  test("protects the pool as the strictest environment does, and says so", () => {
    expect(files["main.tf"]).toMatch(/prevent_destroy = true/);
    expect(files["README.md"]).toContain("`prevent_destroy` of the pool is on");
  });

  test("has the rules that every environment evaluates in the same way, and names the others", () => {
    const [dev, prod] = modelsOf(shop).map((model) => new StackTerraform(model).json.output as unknown as Output);
    const ids = ({ rule_set }: Output) =>
      rule_set.precondition.map(({ error_message }) => error_message.split(/[ :]/)[0]);
    const all = [...new Set([dev, prod].flatMap((output) => ids(output as Output)))];
    const common = ids(module.json.output as unknown as Output);
    expect(common.length).toBeGreaterThan(60);
    expect(all.filter((id) => !common.includes(id)).every((id) => module.unguarded.includes(id as string))).toBe(true);
    expect(files["rules.tf"]).toMatch(/^output "rule_set" \{/m);
    expect(files["main.tf"]).not.toMatch(/precondition|postcondition|^check/m);
  });

  test("has the strictest deletion protection as its default where nobody chose an environment", () => {
    const module = moduleOf(shop, modelsOf(shop), { environment: "dev", file: "userpools.yaml", strictest: true });
    expect(module.json.variable).toMatchObject({ deletion_protection: { default: "ACTIVE" } });
    expect(module.environments.dev).toEqual({ deletion_protection: "INACTIVE" });
    expect(module.environments.prod).not.toHaveProperty("deletion_protection");
    expect(moduleIn("dev").environments).not.toHaveProperty("dev");
    expect(variables.deletion_protection).toMatchObject({ default: "INACTIVE" });
  });

  test("has what its environment has: a client of another one is named in the README", () => {
    const pools = {
      customers: {
        ...shop.pools.customers,
        clients: { ...shop.pools.customers?.clients, test: { platform: "ios", only: ["dev"] } },
      },
    };
    const config = { ...shop, pools } as typeof shop;
    expect(moduleIn("prod", config).fixed).toContain("dev also has the client `test`");
    expect(configurationOf(moduleIn("dev", config))["main.tf"]).toContain('"aws_cognito_user_pool_client" "test"');
  });
});

interface Output {
  readonly rule_set: { readonly precondition: readonly { readonly error_message: string }[] };
}

describe("what an environment has otherwise", () => {
  test.each([
    [
      "names of the module's own identity providers",
      { supportedIdentityProviders: ["COGNITO", "Corp"] },
      { supportedIdentityProviders: ["COGNITO"] },
      { web_supported_identity_providers: ["COGNITO", "Corp"] },
    ],
    [
      "scopes of the module's own resource servers",
      { allowedOauthScopes: ["openid", "api/read"] },
      { allowedOauthScopes: ["openid"] },
      { web_allowed_oauth_scopes: ["https://api.acme.example/read", "openid"] },
    ],
    [
      "the default of a variable, which is an input of the same name",
      { callbackUrls: { var: "web_callbacks", default: ["https://${shop}.example/"] } },
      { callbackUrls: ["http://localhost:3000/"] },
      { web_callbacks: ["https://$${shop}.example/"] },
    ],
    [
      "another default of the same variable",
      { callbackUrls: { var: "web_callbacks", default: ["https://shop.acme.example/"] } },
      { callbackUrls: { var: "web_callbacks", default: ["http://localhost:3000/"] } },
      { web_callbacks: ["https://shop.acme.example/"] },
    ],
    [
      "a variable without a default",
      { callbackUrls: { var: "web_callbacks" } },
      { callbackUrls: ["http://localhost:3000/"] },
      { web_callbacks: "${var.web_callbacks}" },
    ],
    [
      "a variable in a list",
      { callbackUrls: ["https://shop.acme.example/", { var: "extra" }] },
      { callbackUrls: ["http://localhost:3000/"] },
      { web_callback_urls: ["${var.extra}", "https://shop.acme.example/"] },
    ],
  ])("is given by its input: %s", (_, everywhere, inDev, expected) => {
    const { environments } = moduleIn("dev", twoEnvironments(everywhere, inDev));
    expect(environments.prod).toEqual({ name: "acme-customers-prod", ...expected });
  });

  test("is one input for a trigger before token generation, which has two spellings", () => {
    const trigger = (name: string) => ({
      lambdaConfig: { preTokenGeneration: `arn:aws:lambda:eu-west-1:111122223333:function:${name}` },
    });
    const environments = {
      dev: { region: "eu-west-1", pools: { customers: trigger("dev") } },
      prod: { region: "eu-west-1" },
    };
    const module = moduleIn("prod", {
      project: "acme",
      environments,
      pools: { customers: { ...trigger("prod"), clients: { app: { platform: "ios" } } } },
    });
    const inputs = Object.keys(module.environments.dev ?? {}).filter((name) => /lambda/.test(name));
    expect(inputs).toEqual(["lambda_config_pre_token_generation_config_lambda_arn"]);
    expect(configurationOf(module)["main.tf"]?.match(/= var\.lambda_config_pre_token/g)).toHaveLength(2);
  });

  test("leaves a variable in a list of its own environment as it is, without quotes", () => {
    const inDev = { callbackUrls: ["https://shop.acme.example/", { var: "extra" }] };
    expect(configurationOf(moduleIn("dev", twoEnvironments({}, inDev)))["main.tf"]).toContain(
      'var.web_callback_urls == null ? [var.extra, "https://shop.acme.example/"] : var.web_callback_urls',
    );
  });

  test("makes the client that takes such names wait for what bears them", () => {
    const client = { allowedOauthScopes: ["openid", "api/read"], supportedIdentityProviders: ["COGNITO", "Corp"] };
    const inDev = { allowedOauthScopes: ["openid"], supportedIdentityProviders: ["COGNITO"] };
    expect(configurationOf(moduleIn("dev", twoEnvironments(client, inDev)))["main.tf"]).toMatch(
      /depends_on += \[aws_cognito_identity_provider\.corp, aws_cognito_resource_server\.api\]/,
    );
  });

  test.each(["dev", "prod"])(
    "is not a default where some environment calls it sensitive, seen from %s",
    (environment) => {
      const details = { client_id: "corp", client_secret: "only in dev" };
      const inDev = { identityProviders: { Corp: { providerDetails: details } } };
      const module = moduleIn(environment, twoEnvironments({}, {}, inDev));
      const variable = (module.json.variable as Record<string, JsonObject>).corp_secret;
      expect(variable).toMatchObject({ sensitive: true });
      expect(variable).not.toHaveProperty("default");
      expect(Object.values(filesOf(module)).join("")).not.toContain("only in dev");
    },
  );

  test("is not a default as a whole map with a secret in it either", () => {
    const details = { client_id: "corp", client_secret: "only in dev", authorize_scopes: "openid" };
    const inDev = { identityProviders: { Corp: { providerDetails: details } } };
    const files = filesOf(moduleIn("dev", twoEnvironments({}, {}, inDev)));
    expect(files["variables.tf"]).toMatch(/"corp_provider_details" \{[^}]*sensitive +=/);
    expect(Object.values(files).join("")).not.toContain("only in dev");
  });

  test("is named in the README where no input can say it", () => {
    const sms = { externalId: { var: "sms_id" }, snsCallerArn: "arn:aws:iam::111122223333:role/sms" };
    const config = twoEnvironments({}, { preventDestroy: false }, { smsConfiguration: sms });
    expect(moduleIn("dev", config).fixed).toEqual([
      expect.stringMatching(/^`prevent_destroy` of the client `web` is on: /),
      "prod has another `sms_configuration` of `aws_cognito_user_pool.customers`",
    ]);
  });
});

describe("the README of a module", () => {
  const long = `https://shop.acme.example/${"x".repeat(100)}`;
  const clients = {
    web: {
      platform: "spa",
      callbackUrls: [long, { var: "callback", default: "https://shop.acme.example/" }],
      defaultRedirectUri: { var: "first", default: long },
    },
  };
  const readme = (pool: object, file?: string) => {
    const config = { project: "acme", environments: { dev: { region: "eu-west-1" } }, pools: { customers: pool } };
    return filesOf(moduleIn("dev", config as Config, file))["README.md"];
  };

  test("has long texts as they are, and says what is but a part", () => {
    expect(readme({ clients })).toContain(`| \`string\` | \`"${long}"\` |`);
    expect(readme({ clients })).toContain("| `callback` | part of callback_urls of");
  });

  test("speaks of no pool where it is managed elsewhere, and of no runs where there are none", () => {
    const text = readme({ existing: { userPoolId: "eu-west-1_AbCdEfGhI" }, clients: { app: { platform: "ios" } } });
    expect(text).toContain("App clients of an Amazon Cognito user pool that is managed elsewhere, as a module.");
    expect(text).toContain("The defaults must pass.");
  });

  test("has a command that a shell takes for what it is", () => {
    expect(readme({ clients }, "it's `mine`.yaml")).toContain(
      "--module DIR --config 'it'\\''s `mine`.yaml' --env dev\n```",
    );
  });
});

describe("the tests of a module", () => {
  const users = {
    usernameAttributes: ["email"],
    domain: { prefix: "acme-users" },
    clients: { web: { platform: "spa", callbackUrls: ["https://shop.acme.example/"] } },
  };
  const one = (pool: object, more: object = {}) =>
    ({
      project: "acme",
      environments: { dev: { region: "eu-west-1" } },
      pools: { customers: pool },
      ...more,
    }) as Config;

  test("expect of the defaults the advice that they do not take", () => {
    const web = { ...users.clients.web, callbackUrls: { var: "callbacks", default: ["https://*.acme.example/"] } };
    const defaults = filesOf(moduleIn("dev", one({ ...users, clients: { web } })))["tests/defaults.tftest.hcl"];
    expect(defaults).toContain("expect_failures = [check.oau_22]");
  });

  test("expect it in the runs of variables that Terraform evaluates beside it", () => {
    const callbackUrls = { var: "callbacks", default: ["https://*.acme.example/"] };
    const clients = { web: { platform: "spa", callbackUrls } };
    const resourceServers = {
      api: { identifier: { var: "api", default: "https://api.acme.example" }, scopes: { read: "Read" } },
    };
    const { limits } = runsOf(moduleIn("dev", one({ ...users, clients, resourceServers })));
    const failsOf = (name: string) => limits.find(({ variable }) => variable === name)?.fails;
    expect(failsOf("api")).toEqual(["var.api", "check.oau_22"]);
    expect(failsOf("name")).toEqual(["var.name"]);
  });

  test("break the limit of each validated variable, and rules over several arguments", () => {
    const { limits } = runsOf(moduleIn("dev"));
    const variables = Object.entries(moduleIn("dev").json.variable as Record<string, JsonObject>);
    const validated = variables.filter(([, { validation }]) => validation !== undefined).map(([name]) => name);
    const runs = (address: (name: string) => string) =>
      limits.filter(({ variable, fails }) => fails.includes(address(variable))).map(({ variable }) => variable);
    expect(validated.length).toBeGreaterThan(3);
    expect(runs((name) => `var.${name}`)).toEqual(validated);
    expect(runs(() => "output.rule_set")).toEqual(["domain", "web_logout_urls"]);
  });

  test("give a variable without a default a value of its argument's kind, which its rules take", () => {
    const open = (name: string) => ({ var: name });
    const pool = {
      ...users,
      lambdaConfig: {
        preSignUp: open("trigger"),
        customEmailSender: { lambdaArn: open("sender"), lambdaVersion: "V1_0" },
        kmsKeyId: open("key"),
      },
      smsConfiguration: { externalId: open("id"), snsCallerArn: open("sns"), snsRegion: open("sns_region") },
      emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: open("ses"), fromEmailAddress: open("from") },
      groups: { ops: { roleArn: open("role") } },
      clients: {
        web: {
          platform: "spa",
          defaultRedirectUri: open("first"),
          callbackUrls: ["https://shop.acme.example/", open("callback")],
          logoutUrls: open("logouts"),
        },
      },
    };
    const { required } = runsOf(moduleIn("dev", one(pool, { guardrails: { callbackHosts: ["*.acme.example"] } })));
    expect(required).toEqual({
      callback: "https://app.acme.example/callback",
      first: "https://shop.acme.example/",
      from: "users@example.com",
      id: "example",
      key: expect.stringMatching(/^arn:aws:kms:.*:key\//),
      logouts: ["https://app.acme.example/callback"],
      role: expect.stringMatching(/^arn:aws:iam::/),
      sender: expect.stringMatching(/^arn:aws:lambda:.*:function:/),
      ses: expect.stringMatching(/^arn:aws:ses:.*:identity\//),
      sns: expect.stringMatching(/^arn:aws:iam::.*:role\//),
      sns_region: "eu-west-1",
      trigger: expect.stringMatching(/^arn:aws:lambda:.*:function:/),
    });
  });
});

describe("synth --hcl --module", () => {
  const multi = join(ROOT, "examples", "multi-environment.yaml");

  test("writes a folder per pool, and leaves the files of others", async () => {
    const cwd = folderWith({});
    mkdirSync(join(cwd, "modules", "customers"), { recursive: true });
    writeFileSync(join(cwd, "modules", "customers", "own.tf"), "# mine");
    for (const env of ["dev", "prod"]) {
      const { exitCode } = await cli(cwd, "synth", "--hcl", "--module", "modules", "--config", multi, "--env", env);
      expect(exitCode).toBe(0);
      const files = readdirSync(join(cwd, "modules", "customers")).sort();
      expect(files).toEqual([
        "README.md",
        "main.tf",
        "outputs.tf",
        "own.tf",
        "rules.tf",
        "tests",
        "variables.tf",
        "versions.tf",
      ]);
      expect(readFileSync(join(cwd, "modules", "customers", "variables.tf"), "utf8")).toContain(
        `"acme-customers-${env}"`,
      );
    }
    expect(existsSync(join(cwd, "modules", "staff", "main.tf"))).toBe(true);
  });

  test("writes nothing beside the modules", () => {
    const folder = folderWith({});
    const { status } = program(folder, ["synth", "--hcl", "--module", "modules", "--config", multi]);
    expect([status, readdirSync(folder)]).toEqual([0, ["modules"]]);
  });

  test("reports on stderr which environment it takes when none is named", async () => {
    const { exitCode, stderr } = await cli(folderWith({}), "synth", "--hcl", "--module", "modules", "--config", multi);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringMatching(
        /^module customers: defaults from environment dev, deletion protection from the str/m,
      ),
    });
  });

  test.each([
    ["a file of somebody else would be overwritten", [], /main\.tf was not generated by cdktf-cognito/, "# mine"],
    ["the environment is unknown", ["--env", "production"], /unknown environment production/, undefined],
  ])("fails when %s, and writes nothing", async (_, args, message, mine) => {
    const cwd = folderWith({});
    mkdirSync(join(cwd, "modules", "customers"), { recursive: true });
    if (mine !== undefined) writeFileSync(join(cwd, "modules", "customers", "main.tf"), mine);
    const { exitCode, stderr } = await cli(cwd, "synth", "--hcl", "--module", "modules", "--config", multi, ...args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringMatching(message) });
    expect(readdirSync(join(cwd, "modules", "customers"))).toEqual(mine === undefined ? [] : ["main.tf"]);
  });

  test("fails without --hcl: there is no module in JSON", async () => {
    const { exitCode, stderr } = await cli(folderWith({}), "synth", "--module", "modules", "--config", multi);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining("--module needs --hcl") });
  });
});

/** A pool with one client, which `dev` has otherwise. */
function twoEnvironments(everywhere: object, inDev: object, poolInDev: object = {}): Config {
  const corp = {
    providerType: "OIDC",
    providerDetails: { client_id: "corp", client_secret: { var: "corp_secret", sensitive: true } },
  };
  const api = { identifier: "https://api.acme.example", scopes: { read: "Read", write: "Write" } };
  const web = { platform: "spa", callbackUrls: ["https://shop.acme.example/"] };
  return {
    project: "acme",
    environments: {
      dev: { region: "eu-west-1", pools: { customers: { ...poolInDev, clients: { web: inDev } } } },
      prod: { region: "eu-west-1" },
    },
    pools: {
      customers: {
        resourceServers: { api },
        identityProviders: { Corp: corp },
        clients: { web: { ...web, ...everywhere } },
      },
    },
  } as Config;
}
