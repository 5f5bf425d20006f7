import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { stringify } from "yaml";
import { resolveConfig } from "../../lib/config/resolve";
import type { Config } from "../../lib/config/schema";
import { poolSchema } from "../../lib/config/schema/pool";
import { schemaProblems } from "../../lib/config/validate/schema-problems";
import { checkPool } from "../../lib/rules/check";
import { synthesize } from "../../stacks/synthesize";
import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { ROOT } from "../support/repository";
import { describeTerraform, Workspace } from "../support/terraform";
import { storedCalls } from "../wire/stored";

jest.setTimeout(300_000);

/** Everything that a front end is given, with text that Terraform, JSON and a shell read in their own ways. */
const config = (publish: object): Config => ({
  project: "acme",
  environments: { prod: { region: { var: "region", default: "eu-west-1" } } },
  pools: {
    users: {
      usernameAttributes: ["email"],
      attributes: { email: { required: true } },
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfa: true,
      domain: { prefix: "acme-users" },
      groups: { "a\"b'${c}%{d}": { precedence: 1 } },
      resourceServers: { orders: { identifier: { var: "api", default: "https://api" }, scopes: { read: "Read" } } },
      clients: {
        web: {
          platform: "spa",
          callbackUrls: [
            'https://acme.example/${x}/%{y}?q="\\',
            { var: "callback", default: 'https://acme.example/"${z}' },
          ],
          logoutUrls: { var: "logout", default: ["https://acme.example/"] },
          allowedOauthScopes: ["openid", "orders/read"],
          ...publish,
        },
        api: { platform: "server" },
      },
    },
  },
});
const CONFIG = config({ publish: { ssm: "/acme/prod/web" } });

/** The command of AWS's command line that the page shows. */
const [, READ = ""] =
  /^```bash\n(aws [\s\S]*?)^```$/m.exec(readFileSync(join(ROOT, "docs/front-end.md"), "utf8")) ?? [];

const hasAws = spawnSync("aws", ["ssm", "get-parameter", "help"], { stdio: "ignore" }).status === 0;
if (!hasAws) process.stderr.write("NOT RUN: the command of docs/front-end.md: no AWS CLI\n");

describeTerraform("public values in parameters", () => {
  test.each([false, true])("are what the command prints, and the second plan is empty (HCL: %s)", async (hcl) => {
    const cognito = await LoopbackCognito.start();
    const workspace = new Workspace();
    const outdir = mkdtempSync(join(tmpdir(), "cdktf-cognito-publish-"));
    const use = async (each: Config) => {
      synthesize(resolveConfig(each).pools, { config: "userpools.yaml", outdir, hcl });
      await workspace.use(join(outdir, "stacks/users-prod", hcl ? "cdk.tf" : "cdk.tf.json"), cognito.endpoint);
    };
    await use(CONFIG);
    writeFileSync(join(workspace.folder, "test.auto.tfvars.json"), "{}");
    await workspace.run("apply", "-auto-approve");
    expect(await workspace.run("plan")).toContain("No changes.");

    const shapes = ["amplify_outputs", "outputs"].map((shape) => `/acme/prod/web/${shape}.json`);
    const known = { Description: "Public values of client web", Type: "String", Value: expect.any(String) };
    expect(storedCalls(cognito.newCalls())).toEqual(shapes.map((Name) => ["PutParameter", { ...known, Name }]));

    const outputs = await workspace.run("output", "-json");
    const folder = folderWith({ "userpools.yaml": stringify(CONFIG), "outputs.json": outputs });
    for (const [name, format] of [
      ["outputs", "json"],
      ["amplify_outputs", "amplify"],
    ] as const) {
      const { stdout } = await cli(folder, "outputs", "outputs.json", "--client", "web", "--format", format);
      const published = JSON.parse(cognito.secrets.parameter(`/acme/prod/web/${name}.json`) ?? "");
      const printed = JSON.parse(stdout);
      expect(sortedLists(published)).toEqual(sortedLists(withIdentifier(printed)));
      expect(JSON.stringify(published)).not.toContain("secret");
    }
    if (hasAws) {
      const env = { ...process.env, ...cognito.environment, AWS_DEFAULT_REGION: "eu-west-1" };
      await promisify(execFile)("bash", ["-c", READ], { cwd: folder, env });
      const read = readFileSync(join(folder, "amplify_outputs.json"), "utf8").trimEnd();
      expect(read).toBe(cognito.secrets.parameter("/acme/prod/web/amplify_outputs.json"));
    }
    await use(config({}));
    const plan = await workspace.run("plan");
    expect(plan).toContain("0 to add, 0 to change, 2 to destroy");
    workspace.remove();
    rmSync(outdir, { recursive: true, force: true });
    cognito.stop();
  });
});

/** The command has the scope by the key of a resource server whose identifier only Terraform knows. */
function withIdentifier(value: object): object {
  return JSON.parse(JSON.stringify(value).replace('"orders/read"', '"https://api/read"'));
}

function sortedLists(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sortedLists).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sortedLists(item)]));
}

test.each([
  "acme/web",
  "/",
  "/acme/",
  "/aws/web",
  "/SSM-web",
  "/acme//web",
  "/acme/${web}",
  "/a b",
  "/é",
  `/${"a/".repeat(15)}a`,
])("the prefix %j is refused", (ssm) => {
  const pool = { clients: { web: { platform: "spa", publish: { ssm } } } };
  expect(schemaProblems(poolSchema, pool)).toMatchObject([
    { rule: "CFG-07", path: ["clients", "web", "publish", "ssm"] },
  ]);
});

test("two environments of one account cannot publish under one prefix; of accounts that are not written they may", () => {
  const two = (prod: object, dev: object) => {
    const environments = { prod: { region: "eu-west-1", ...prod }, dev: { region: "eu-west-1", ...dev } };
    const [first, second] = resolveConfig({ ...CONFIG, environments }).pools;
    return [...checkPool(second as never, [first as never])].filter(({ rule }) => rule === "PUB-01").length;
  };
  const account = { accountId: "111122223333" };
  expect([two(account, account), two({}, {}), two(account, { accountId: "222233334444" })]).toEqual([1, 0, 0]);
});
