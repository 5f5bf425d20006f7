import { resolveConfig } from "../../lib/config/resolve";
import type { Config } from "../../lib/config/schema";
import { filesOf } from "../../lib/module/files";
import { moduleOf } from "../../lib/module/module";
import { describeTerraform } from "../support/terraform";
import { PROVIDER, Root } from "./root";

jest.setTimeout(300_000);

const CONFIG: Config = {
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: { users: { clients: { ios: { platform: "ios", secretHashProxy: true } } } },
};

const WITHOUT: Config = { ...CONFIG, pools: { users: { clients: {} } } };

function files(config = CONFIG): Record<string, string | Buffer> {
  const options = { environment: "prod", file: "userpools.yaml" };
  return filesOf(moduleOf(config, resolveConfig(config).pools, options));
}

/** The files in the folder of the module. */
function inUsers(written: ReturnType<typeof files>): Record<string, string | Buffer> {
  return Object.fromEntries(Object.entries(written).map(([name, text]) => [`users/${name}`, text]));
}

/** A state in which the module has the secret of the proxy, which only the provider of us-east-1 can destroy. */
const DEPLOYED = {
  version: 4,
  terraform_version: "1.11.0",
  serial: 1,
  lineage: "00000000-0000-0000-0000-000000000000",
  outputs: {},
  resources: [
    {
      module: "module.users",
      mode: "managed",
      type: "aws_secretsmanager_secret",
      name: "secret_hash_proxy",
      provider: 'provider["registry.terraform.io/hashicorp/aws"].us_east_1',
      instances: [{ schema_version: 0, attributes: { id: "arn:aws:secretsmanager:us-east-1:1:secret:a", name: "a" } }],
    },
  ],
};

test("a module with the proxy asks for a provider of us-east-1, and brings the function", () => {
  const written = files();
  expect(written["versions.tf"]).toContain("configuration_aliases = [aws.us_east_1]");
  expect(written["versions.tf"]).toContain('required_version = ">= 1.11.0"');
  expect(written["README.md"]).toContain("aws.us_east_1 = aws.us_east_1");
  expect(written["secret-hash-proxy.zip"]).toBeInstanceOf(Buffer);
});

describeTerraform("the module with the proxy, by the real provider", () => {
  const root = new Root();
  const [one, other] = [PROVIDER.aws, { ...PROVIDER.aws, alias: "us_east_1", region: "us-east-1" }];
  const providers = { aws: "aws", "aws.us_east_1": "aws.us_east_1" };
  afterAll(() => root.remove());

  test("is planned in a root module, and is green under terraform test", async () => {
    root.write(inUsers(files()));
    root.write({
      "main.tf.json": { provider: { aws: [one, other] }, module: { users: { source: "./users", providers } } },
    });
    await root.init();
    const addresses = Object.keys((await root.plan()).users ?? {});
    expect(addresses).toContain("aws_cloudfront_distribution.secret_hash_proxy");
    await root.init("users");
    const { stdout, stderr } = await root.run("users", "test");
    expect(stdout + stderr).toMatch(/Success! [1-9]\d* passed, 0 failed/);
  });

  test("is destroyed with the next version, without the proxy, as long as the root module has the provider", async () => {
    root.write({ ...inUsers(files(WITHOUT)), "terraform.tfstate": DEPLOYED });
    root.write({ "main.tf.json": { provider: { aws: [one, other] }, module: { users: { source: "./users" } } } });
    await root.init();
    const planOf = async (aws: object[], given: object) => {
      root.write({ "main.tf.json": { provider: { aws }, module: { users: { source: "./users", ...given } } } });
      const { exitCode, stdout, stderr } = await root.run(".", "plan", "-refresh=false");
      return { exitCode, said: stdout + stderr };
    };
    const retained = await planOf([one, other], { providers });
    expect(retained.exitCode).toBe(0);
    expect(retained.said).toContain("Warning: Reference to undefined provider");
    expect(retained.said).toContain("# module.users.aws_secretsmanager_secret.secret_hash_proxy will be destroyed");
    const gone = await planOf([one], {});
    expect(gone.exitCode).toBe(1);
    expect(gone.said).toContain("Provider configuration not present");
  });
});
