import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../lib/config/schema";
import { synthesizeOne } from "../examples/examples";
import { type ApiCall, LoopbackCognito } from "../support/cognito/loopback-cognito";
import type { Fields } from "../support/cognito/refusal";
import { ROOT } from "../support/repository";
import { describeTerraform, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const page = readFileSync(join(ROOT, "docs/adopt-from.md"), "utf8");
const REMOVED = /^```hcl\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "";
const callbacks = ["https://shop.example.com/signed-in"];
const client = {
  generate_secret: false,
  explicit_auth_flows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  allowed_oauth_flows: ["code"],
  allowed_oauth_flows_user_pool_client: true,
  allowed_oauth_scopes: ["openid", "email"],
  callback_urls: callbacks,
  supported_identity_providers: ["COGNITO"],
};
const CLIENT = "aws_cognito_user_pool_client.web";
const inRoot = {
  resource: {
    aws_cognito_user_pool: { customers: { name: "customers" } },
    aws_cognito_user_pool_client: {
      web: { ...client, name: "web", user_pool_id: "${aws_cognito_user_pool.customers.id}" },
    },
  },
};
/** The same at addresses of the module lgallard/cognito-user-pool/aws. */
const inModule = {
  resource: {
    aws_cognito_user_pool: { pool: { count: 1, name: "staff" } },
    aws_cognito_user_pool_client: {
      client: {
        for_each: '${toset(["web"])}',
        ...client,
        name: "web",
        user_pool_id: "${aws_cognito_user_pool.pool[0].id}",
      },
    },
  },
};

describeTerraform("a pool that another configuration of Terraform manages", () => {
  const [old, stack] = [new Workspace(), new Workspace()];
  let cognito: LoopbackCognito;
  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => {
    for (const workspace of [old, stack]) workspace.remove();
    cognito.stop();
  });

  test("is adopted, then let go of as the page says, and nothing is destroyed", async () => {
    mkdirSync(join(old.folder, "auth"));
    writeFileSync(join(old.folder, "auth", "main.tf.json"), JSON.stringify(inModule));
    await old.use({ ...inRoot, module: { auth: { source: "./auth", depends_on: [CLIENT] } } }, cognito.endpoint);
    await old.run("get");
    await old.run("apply", "-auto-approve");
    const [pool, client, ...ofModule] = cognito.newCalls();
    expect(ofModule.map(({ operation }) => operation)).toEqual(["CreateUserPool", "CreateUserPoolClient"]);

    const stacks = [adopting("customers", [pool, client]), adopting("staff", ofModule)];
    for (const config of stacks) {
      rmSync(join(stack.folder, "terraform.tfstate"), { force: true });
      await stack.use(synthesizeOne(config).file, cognito.endpoint, { imports: true });
      expect(await stack.run("plan", "-out=plan.bin")).toContain("2 to import, 0 to add, 0 to change, 0 to destroy");
      await stack.run("apply", "-auto-approve", "plan.bin");
    }

    await old.use({}, cognito.endpoint);
    expect(await old.run("plan")).toContain("4 to destroy");
    writeFileSync(join(old.folder, "removed.tf"), `${REMOVED}\n${onlyModule("auth")}`);
    const plan = await old.run("plan", "-out=plan.bin");
    expect(plan.match(/# \S+ will no longer be managed by Terraform/g)).toHaveLength(4);
    expect(plan).toContain("0 to destroy");
    await old.run("apply", "-auto-approve", "plan.bin");
    expect(await old.run("show")).not.toContain("aws_cognito");
    expect(await stack.run("plan")).toContain("No changes.");
    expect(cognito.newCalls()).toEqual([]);
  });
});

/** The page's block, for a whole module. */
function onlyModule(name: string): string {
  const [block = ""] = REMOVED.split("\n\nremoved");
  return block.replace("aws_cognito_user_pool.customers", `module.${name}`);
}

/** The config that adopts what two calls made. */
function adopting(key: string, calls: readonly (ApiCall | undefined)[]): Config {
  const [pool, app] = calls.map((call) => call?.answer.UserPool ?? call?.answer.UserPoolClient) as Fields[];
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: {
      [key]: {
        name: key,
        adopted: { userPoolId: String(pool?.Id) },
        unset: ["caseSensitive", "accountRecovery", "advancedSecurityMode"],
        deletionProtection: false,
        clients: {
          web: {
            name: "web",
            platform: "spa",
            adopted: { clientId: String(app?.ClientId) },
            unset: [
              ...["accessTokenValidity", "idTokenValidity", "tokenValidityUnits", "refreshTokenRotation"],
              ...["preventUserExistenceErrors", "readAttributes", "writeAttributes"],
            ] as never,
            callbackUrls: callbacks,
            allowedOauthScopes: ["openid", "email"],
            refreshTokenValidity: "30d",
          },
        },
      },
    },
  };
}
