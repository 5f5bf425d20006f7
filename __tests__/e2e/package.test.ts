import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { commandsOf, linksOf, PAGES } from "../docs/pages";
import { planStack } from "../examples/examples";
import { ROOT } from "../support/repository";
import { drawn } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";
import { Cdktf, describeCdktf } from "./cdktf";
import { describeNpm, Project } from "./project";

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
  pools: {
    users: {
      domain: { prefix: "acme-users" },
      usernameAttributes: ["email"],
      autoVerifiedAttributes: ["email"],
      attributesRequireVerificationBeforeUpdate: ["email"],
      clients: { web },
    },
  },
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

/** Commands of the documents that work without the repository. */
const DOCUMENTED = PAGES.flatMap(commandsOf).filter(({ line }) => /^(npm ci && )?npm run -s cognito -- /.test(line));
// These need the project that one of them writes, so that all of them run, in their order.
const inTheirProject = ({ line }: { line: string }) => line.includes("my-project");
const COMMANDS = [
  ...DOCUMENTED.filter(inTheirProject),
  ...drawn(
    DOCUMENTED.filter((command) => !inTheirProject(command)),
    5,
  ),
];

describeNpm("GIVEN the package that npm pack makes, installed in a project of its own", () => {
  const project = new Project();
  const { folder } = project;

  beforeAll(() => {
    project.install();
  });

  test("THEN it holds compiled JavaScript with types, the documents and the examples, and neither sources nor tests", () => {
    const own = join(folder, "node_modules", "cdktf-cognito");
    const files = readdirSync(own, { recursive: true, encoding: "utf8" });
    expect(files).toEqual(expect.arrayContaining(["dist/lib/index.js", "dist/lib/index.d.ts", "dist/lib/cli/bin.js"]));
    expect(files.filter((file) => /__tests__|^bench|^(?!examples\/).*(?<!\.d)\.ts$/.test(file))).toEqual([]);
    const links = PAGES.flatMap((page) => linksOf(page).map((target) => join(dirname(page), target)));
    expect(links.filter((target) => !existsSync(join(own, target)))).toEqual([]);
  });

  test("THEN what judges a config needs none of the libraries that write stacks, and is small", () => {
    expect(readdirSync(join(folder, "node_modules"))).not.toEqual(expect.arrayContaining(["cdktf"]));
    expect(project.installedMegabytes()).toBeLessThan(30);
    expect(project.cognito("init", "judged").status).toBe(0);
    const config = ["--config", "judged/userpools.yaml"];
    for (const args of [["check"], ["review", "--base", "judged/userpools.yaml"], ["lock"]])
      expect([args, project.cognito(...args, ...config)]).toEqual([
        args,
        expect.objectContaining({ status: 0, stderr: "" }),
      ]);
    expect(project.cognito("explain", "TOK-01").status).toBe(0);
    expect(project.cognito("schema").status).toBe(0);
    const synth = project.cognito("synth", ...config);
    expect([synth.status, synth.stderr]).toEqual([
      2,
      expect.stringMatching(/needs cdktf, .*: npm install cdktn@0\.24 /),
    ]);
  });
});

describeNpm("GIVEN the package and the libraries that write stacks", () => {
  const project = new Project();
  const { folder } = project;
  const write = (files: Readonly<Record<string, string>>) => project.write(files);
  const inProject = (command: string, ...args: string[]) => project.run(command, ...args);
  const bin = (...args: string[]) => project.cognito(...args);

  beforeAll(() => {
    project.install("cdktf@0.21.0", "@cdktf/provider-aws@21.22.1", "constructs@10.6.0");
    write({
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
  });

  test("THEN constructs, cdktf and the bindings are there once, beside it", () => {
    for (const peer of ["constructs", "cdktf", "@cdktf/provider-aws"]) {
      expect(existsSync(join(folder, "node_modules", peer))).toBe(true);
      expect(existsSync(join(folder, "node_modules", "cdktf-cognito", "node_modules", peer))).toBe(false);
    }
  });

  test("THEN their app and their config compile, and mistakes do not", () => {
    const { stdout, status } = inProject(
      process.execPath,
      join(ROOT, "node_modules", "typescript", "bin", "tsc"),
      "-p",
      folder,
    );
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });

  test("THEN their app synthesizes", () => {
    const { status, stderr } = inProject(process.execPath, "out/app.js");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const { resource } = JSON.parse(readFileSync(join(folder, "cdktf.out", "stacks", "theirs", "cdk.tf.json"), "utf8"));
    const [group] = Object.values(resource.aws_cognito_user_group) as { role_arn: string }[];
    expect(group?.role_arn).toBe("${aws_iam_role.operators.arn}");
  });

  test("THEN a violation of a rule fails their synth, with the id of the rule and the path", () => {
    const broken = readFileSync(join(folder, "out", "app.js"), "utf8").replace(
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
    expect(existsSync(join(folder, "from-config", "stacks", "users-prod", "cdk.tf.json"))).toBe(true);
  });

  test("THEN the bin finds what is wrong with a config in YAML, and writes nothing", () => {
    const { status, stdout } = bin("check", "--config", "broken.yaml");
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^broken\.yaml:8:50 {2}error TOK-01 access-token-validity {2}pools\.users\.clients\.app\.accessTokenValidity$/m,
    );
    expect(bin("synth", "--config", "broken.yaml", "--out", "never").status).toBe(1);
    expect(existsSync(join(folder, "never"))).toBe(false);
  });

  test("THEN a config needs only the small entry", () => {
    const script =
      'const { defineConfig } = require("cdktf-cognito/config"); console.log(typeof defineConfig, Object.keys(require.cache).length)';
    expect(inProject(process.execPath, "-e", script).stdout).toMatch(/^function [12]\n$/);
  });

  describeCdktf("cdktf", () => {
    test("THEN cdktf runs the app that init writes", async () => {
      const { status, stderr } = bin("init", "started");
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      const cdktf = new Cdktf({}, join(folder, "started"));
      const { exitCode, output } = await cdktf.run("synth", "--hcl");
      expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
      expect(readdirSync(join(cdktf.output, "stacks"))).toEqual(["customers-dev", "customers-prod"]);
      expect(existsSync(join(cdktf.output, "stacks", "customers-prod", "cdk.tf"))).toBe(true);
    });
  });

  describeTerraform("Terraform", () => {
    test.each(COMMANDS.map((command) => [command.page, command.line, command] as const))(
      "THEN the command of %s works as in the repository: %s",
      (_, __, { line, output }) => {
        for (const name of ["examples", "docs"])
          cpSync(join(folder, "node_modules", "cdktf-cognito", name), join(folder, name), { recursive: true });
        const installed = line
          .replace("npm ci && ", "")
          .replaceAll("npm run -s cognito --", "npx --no-install cdktf-cognito");
        const { status, stdout, stderr } = inProject("bash", "-c", installed);
        if (output === undefined) expect({ status, stderr }).toMatchObject({ status: 0 });
        else for (const shown of output.split("...\n")) expect(stdout).toContain(shown.trimEnd());
      },
    );

    const workspace = new Workspace();
    afterAll(() => workspace.remove());

    test("THEN Terraform accepts what their app makes", async () => {
      const file = join(folder, "cdktf.out", "stacks", "theirs", "cdk.tf.json");
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
