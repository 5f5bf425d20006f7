import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveConfig } from "../../lib/config/resolve";
import type { Config } from "../../lib/config/schema";
import { poolSchema } from "../../lib/config/schema/pool";
import { schemaProblems } from "../../lib/config/validate/schema-problems";
import { synthesize } from "../../stacks/synthesize";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { drawn } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const google = (client_secret: object, client_id = "abc.apps.googleusercontent.com"): Config => ({
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: {
    users: {
      domain: { prefix: "acme-users" },
      identityProviders: {
        Google: {
          providerType: "Google",
          providerDetails: { client_id, client_secret, authorize_scopes: "openid email" } as never,
          attributeMapping: { email: "email" },
        },
      },
      clients: { web: { platform: "spa", supportedIdentityProviders: ["COGNITO", "Google"] } },
    },
  },
});

describeTerraform("secrets of identity providers from Secrets Manager", () => {
  test.each(drawn([false, true], 1))("are sent to AWS, and shown by no plan (HCL: %s)", async (hcl) => {
    const cognito = await LoopbackCognito.start();
    cognito.secrets.add("idp/google", { client_secret: "GOCSPX-one", other: "x" });
    cognito.secrets.add("idp/plain", "GOCSPX-two");
    const workspace = new Workspace();
    const outdir = mkdtempSync(join(tmpdir(), "cdktf-cognito-stored-"));
    const use = async (config: Config) => {
      synthesize(resolveConfig(config).pools, { config: "userpools.yaml", outdir, hcl });
      await workspace.use(join(outdir, "stacks/users-prod", hcl ? "cdk.tf" : "cdk.tf.json"), cognito.endpoint);
    };
    const sent = () =>
      cognito.newCalls().flatMap(({ operation, request }) => {
        const { client_secret } = (request.ProviderDetails ?? {}) as Record<string, string>;
        return client_secret === undefined ? [] : [[operation, client_secret]];
      });
    cognito.newCalls();
    await use(google({ secretsManager: "idp/google", key: "client_secret" }));
    const plan = await workspace.run("plan", "-out=plan.bin");
    expect(plan).toContain("(sensitive value)");
    const applied = await workspace.run("apply", "plan.bin");
    expect(plan + applied + (await workspace.run("show"))).not.toContain("GOCSPX");
    expect(sent()).toEqual([["CreateIdentityProvider", "GOCSPX-one"]]);
    expect(await workspace.run("plan")).toContain("No changes.");

    await use(google({ secretsManager: "idp/plain" }));
    expect(await workspace.run("apply", "-auto-approve")).not.toContain("GOCSPX");
    expect(sent()).toEqual([["UpdateIdentityProvider", "GOCSPX-two"]]);
    expect(await workspace.run("plan")).toContain("No changes.");
    expect(await workspace.run("state", "pull")).toContain("GOCSPX-two");

    // a violation of a rule over the provider names the provider, and not the secret
    await use(google({ secretsManager: "idp/plain" }, ""));
    const { exitCode, stdout, stderr } = await workspace.terraform("plan", "-no-color");
    expect([exitCode, (stdout + stderr).includes("GOCSPX")]).toEqual([1, false]);
    workspace.remove();
    rmSync(outdir, { recursive: true, force: true });
    cognito.stop();
  });
});

test.each([
  [{ secretsManager: "" }, "secretsManager"],
  [{ secretsManager: "a b" }, "secretsManager"],
  [{ secretsManager: "${x}" }, "secretsManager"],
  [{ secretsManager: "x", key: 'a"]' }, "key"],
  [{ secretsManager: "x", key: "" }, "key"],
  [{ secretsManager: "arn:aws:ssm:eu-west-1:111122223333:parameter/x" }, "secretsManager"],
])("%j is refused", (secret, _key) => {
  const { pools } = google(secret);
  expect(schemaProblems(poolSchema, pools.users)).toMatchObject([{ rule: expect.stringMatching(/^CFG-0/) }]);
});
