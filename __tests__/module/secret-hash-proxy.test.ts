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

function files(): Record<string, string | Buffer> {
  const options = { environment: "prod", file: "userpools.yaml" };
  return filesOf(moduleOf(CONFIG, resolveConfig(CONFIG).pools, options));
}

test("a module with the proxy asks for a provider of us-east-1, and brings the function", () => {
  const written = files();
  expect(written["versions.tf"]).toContain("configuration_aliases = [aws.us_east_1]");
  expect(written["versions.tf"]).toContain('required_version = ">= 1.11.0"');
  expect(written["README.md"]).toContain("aws.us_east_1 = aws.us_east_1");
  expect(written["secret-hash-proxy.zip"]).toBeInstanceOf(Buffer);
});

describeTerraform("the module with the proxy, by the real provider", () => {
  const root = new Root();
  afterAll(() => root.remove());

  test("is planned in a root module, and is green under terraform test", async () => {
    root.write(Object.fromEntries(Object.entries(files()).map(([name, text]) => [`users/${name}`, text])));
    const [one, other] = [PROVIDER.aws, { ...PROVIDER.aws, alias: "us_east_1", region: "us-east-1" }];
    const providers = { aws: "aws", "aws.us_east_1": "aws.us_east_1" };
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
});
