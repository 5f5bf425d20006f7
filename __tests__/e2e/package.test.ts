import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planStack } from "../examples/examples";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";
import { describeTerraform, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

/** A CDKTF project of somebody else: no config file, only the constructs, among resources of their own. */
const THEIR_APP = `
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import { AppClient, UserPool } from "cdktf-cognito";

const app = new App();
const stack = new TerraformStack(app, "theirs");
new AwsProvider(stack, "aws", { region: "eu-west-1" });
stack.addOverride("terraform.required_providers.aws.version", ">= 5.100.0, < 7.0.0");
const role = new IamRole(stack, "operators", { name: "operators", assumeRolePolicy: "{}" });
const userPool = new UserPool(stack, "people", {
  region: "eu-west-1",
  usernameAttributes: ["email"],
  resourceServers: { orders: { scopes: { read: "See orders" } } },
  domain: { prefix: "their-people" },
  groups: { operators: { roleArn: role.arn } },
});
const client = new AppClient(stack, "jobs", { userPool, platform: "machine", allowedOauthScopes: ["orders/read"] });
new TerraformOutput(stack, "client_id", { value: client.clientId });
app.synth();
`;

/** What does not compile: a browser app has no secret, a machine has no callbacks. */
const MISTAKES = `
import { defineConfig } from "cdktf-cognito";
export default defineConfig({
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: {
    users: {
      clients: {
        // @ts-expect-error
        web: { platform: "spa", generateSecret: true },
        // @ts-expect-error
        jobs: { platform: "machine", allowedOauthScopes: ["a/b"], callbackUrls: ["https://a.example"] },
      },
    },
  },
});
`;

const TYPESCRIPT_CONFIG = `
import { type Client, defineConfig } from "cdktf-cognito";
const web: Client = { platform: "spa", callbackUrls: ["https://a.example/signed-in"] };
export default defineConfig({
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: { users: { domain: { prefix: "acme-users" }, usernameAttributes: ["email"], clients: { web } } },
});
`;

const YAML_CONFIG = `
project: acme
environments: { prod: { region: eu-west-1 } }
pools:
  users:
    usernameAttributes: [email]
    clients:
      app: { platform: ios, accessTokenValidity: 1m }
`;

const describeNpm: (name: string, suite: () => void) => void = registryAnswers()
  ? describe
  : (name) => {
      process.stderr.write(`NOT RUN: ${name}: the npm registry cannot be reached\n`);
      describe(name, () => test.todo("needs the npm registry"));
    };

describeNpm("GIVEN the package that npm pack makes, installed in a project of its own", () => {
  const project = temporaryFolder("project");
  const inProject = (command: string, ...args: string[]) =>
    spawnSync(command, args, { cwd: project, encoding: "utf8" });
  const bin = (...args: string[]) => inProject(join(project, "node_modules", ".bin", "cdktf-cognito"), ...args);
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  };

  beforeAll(() => {
    const packed = execFileSync("npm", ["pack", "--json", "--silent", "--pack-destination", project], {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("[\n")));
    write({
      "package.json": JSON.stringify({ name: "theirs", private: true }),
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          module: "node16",
          target: "es2022",
          strict: true,
          skipLibCheck: true,
          types: [],
          noEmit: false,
          outDir: "out",
        },
        include: ["*.ts"],
      }),
      "app.ts": THEIR_APP,
      "mistakes.ts": MISTAKES,
      "userpools.config.ts": TYPESCRIPT_CONFIG,
      "broken.yaml": YAML_CONFIG,
    });
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", filename], {
      cwd: project,
      stdio: "ignore",
    });
  });

  test("THEN it holds compiled JavaScript with types, and neither sources nor tests", () => {
    const folder = join(project, "node_modules", "cdktf-cognito");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(files).toEqual(expect.arrayContaining(["dist/lib/index.js", "dist/lib/index.d.ts", "dist/lib/cli/bin.js"]));
    expect(files.filter((file) => /__tests__|^bench|^examples|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });

  test("THEN constructs, cdktf and the bindings are there once, beside it", () => {
    for (const peer of ["constructs", "cdktf", "@cdktf/provider-aws"]) {
      expect(existsSync(join(project, "node_modules", peer))).toBe(true);
      expect(existsSync(join(project, "node_modules", "cdktf-cognito", "node_modules", peer))).toBe(false);
    }
  });

  test("THEN their app and their config compile, and mistakes do not", () => {
    const { stdout, status } = inProject(
      process.execPath,
      join(ROOT, "node_modules", "typescript", "bin", "tsc"),
      "-p",
      project,
    );
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });

  test("THEN their app synthesizes", () => {
    const { status, stderr } = inProject(process.execPath, "out/app.js");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const { resource } = JSON.parse(
      readFileSync(join(project, "cdktf.out", "stacks", "theirs", "cdk.tf.json"), "utf8"),
    );
    const [group] = Object.values(resource.aws_cognito_user_group) as { role_arn: string }[];
    expect(group?.role_arn).toBe("${aws_iam_role.operators.arn}");
  });

  test("THEN a breach of a rule fails their synth, with the id of the rule and the path", () => {
    const broken = readFileSync(join(project, "out", "app.js"), "utf8").replace(
      '"machine",',
      '"machine", accessTokenValidity: "1m",',
    );
    write({ "out/broken.js": broken });
    const { status, stderr } = inProject(process.execPath, "out/broken.js");
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/\[theirs\/jobs\] TOK-01 accessTokenValidity: /);
  });

  test("THEN the bin checks and synthesizes a config in TypeScript that imports the package", () => {
    expect(bin("check")).toMatchObject({ status: 0, stderr: "" });
    expect(bin("synth", "--out", "from-config")).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(project, "from-config", "stacks", "users-prod", "cdk.tf.json"))).toBe(true);
  });

  test("THEN the bin finds what is wrong with a config in YAML, and writes nothing", () => {
    const { status, stdout } = bin("check", "--config", "broken.yaml");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^broken\.yaml:8:50 {2}error TOK-01 {2}pools\.users\.clients\.app\.accessTokenValidity$/m);
    expect(bin("synth", "--config", "broken.yaml", "--out", "never").status).toBe(1);
    expect(existsSync(join(project, "never"))).toBe(false);
  });

  test("THEN a config needs only the small entry", () => {
    const script =
      'const { defineConfig } = require("cdktf-cognito/config"); console.log(typeof defineConfig, Object.keys(require.cache).length)';
    expect(inProject(process.execPath, "-e", script).stdout).toMatch(/^function [12]\n$/);
  });

  describeTerraform("Terraform", () => {
    const workspace = new Workspace();
    afterAll(() => workspace.remove());

    test("THEN Terraform accepts what their app makes", async () => {
      const file = join(project, "cdktf.out", "stacks", "theirs", "cdk.tf.json");
      await workspace.use(file);
      await workspace.validate();
      const { plan, output } = await planStack(workspace, file);
      expect(output).not.toMatch(/Warning:|Error:/);
      expect(plan?.resource_changes.map(({ type, change }) => `${change.actions} ${type}`).sort()).toEqual([
        "create aws_cognito_resource_server",
        "create aws_cognito_user_group",
        "create aws_cognito_user_pool",
        "create aws_cognito_user_pool_client",
        "create aws_cognito_user_pool_domain",
        "create aws_iam_role",
      ]);
    });
  });
});

function registryAnswers(): boolean {
  return spawnSync("npm", ["view", "cdktf@0.21.0", "version"], { cwd: tmpdir(), stdio: "ignore" }).status === 0;
}
