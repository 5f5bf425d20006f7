import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { resolveConfig } from "../../lib/config/resolve";
import type { Config } from "../../lib/config/schema";
import { synthesize } from "../../stacks/synthesize";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { ROOT } from "../support/repository";
import { describeTerraform, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const CONFIG: Config = {
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: { users: { exportClientSecrets: true, clients: { api: { platform: "server" } } } },
};

/** The commands of AWS's command line that docs/rotation.md shows. */
const [, block = ""] = /^```bash\n([\s\S]*?)^```$/m.exec(readFileSync(join(ROOT, "docs/rotation.md"), "utf8")) ?? [];
const [ADD = "", LIST = "", DELETE = ""] = block.trim().split("\n");

const hasAws =
  spawnSync("aws", ["cognito-idp", "add-user-pool-client-secret", "help"], { stdio: "ignore" }).status === 0;
if (!hasAws) process.stderr.write("NOT RUN: the commands of docs/rotation.md: no AWS CLI that has them\n");

describeTerraform("AWS's own two secrets, beside Terraform", () => {
  const workspace = new Workspace();
  afterAll(() => workspace.remove());

  (hasAws ? test : test.skip)("the commands of the page work, and Terraform shows what it says", async () => {
    const cognito = await LoopbackCognito.start();
    const outdir = mkdtempSync(join(tmpdir(), "cdktf-cognito-secrets-"));
    synthesize(resolveConfig(CONFIG).pools, { config: "userpools.yaml", outdir });
    await workspace.use(join(outdir, "stacks/users-prod/cdk.tf.json"), cognito.endpoint);
    rmSync(outdir, { recursive: true, force: true });
    await workspace.run("apply", "-auto-approve");
    const output = async (name: string) => JSON.parse(await workspace.run("output", "-json", name));
    const [POOL_ID, ids, before] = [
      await output("user_pool_id"),
      await output("client_ids"),
      await output("client_secrets"),
    ];
    const aws = async (command: string, SECRET_ID = "") => {
      const region = { AWS_DEFAULT_REGION: "eu-west-1", AWS_PAGER: "" };
      const env = { ...process.env, ...cognito.environment, ...region, POOL_ID, CLIENT_ID: ids.api, SECRET_ID };
      const { stdout } = await promisify(execFile)("bash", ["-c", `${command} --output json`], { env });
      return stdout === "" ? {} : JSON.parse(stdout);
    };

    const { ClientSecretDescriptor: added } = await aws(ADD);
    expect(added.ClientSecretValue).toMatch(/^secret-1/);
    expect(await workspace.run("plan")).toContain("No changes.");
    await expect(aws(ADD)).rejects.toThrow("LimitExceededException");

    const { ClientSecrets: both } = await aws(LIST);
    expect(both).toHaveLength(2);
    expect(JSON.stringify(both)).not.toContain("secret-1-of");
    await aws(DELETE, both[0].ClientSecretId);
    expect((await aws(LIST)).ClientSecrets).toHaveLength(1);

    const plan = await workspace.run("plan", "-out=plan.bin");
    const { resource_changes: changes } = JSON.parse(await workspace.run("show", "-json", "plan.bin"));
    expect(changes.filter(({ change }: { change: { actions: string[] } }) => change.actions[0] !== "no-op")).toEqual(
      [],
    );
    expect(plan).toContain("Changes to Outputs");
    await workspace.run("apply", "plan.bin");
    expect([before.api, (await output("client_secrets")).api]).toEqual([`secret_of_${ids.api}`, ""]);
    cognito.stop();
  });
});
