import type { Config } from "../../lib/config/schema";
import { runTerraform } from "../../lib/terraform/run";
import { synthesizeOne } from "../examples/examples";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { describeWhole, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const CONFIG: Config = {
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: {
    users: {
      clients: {
        api: {
          platform: "server",
          deliver: { secretsManager: { name: "acme/prod/api" }, ssm: { prefix: "/acme/prod/api" } },
        },
      },
    },
  },
};

/** Whether what Terraform prints, and what it logs, has the secret: docs/delivery.md says it in these words. */
const LOGS: readonly (readonly [command: string, env: Record<string, string>, isLogged: boolean])[] = [
  ["apply -auto-approve", { TF_LOG: "DEBUG" }, true],
  ["plan", { TF_LOG: "DEBUG" }, true],
  ["plan", { TF_LOG: "TRACE" }, true],
  ["plan", { TF_LOG_PROVIDER: "DEBUG" }, true],
  ["plan", { TF_LOG: "INFO" }, false],
  ["plan", { TF_LOG_CORE: "TRACE" }, false],
  ["show", { TF_LOG: "TRACE" }, false],
];

describeWhole("the log of a delivery", () => {
  test("has the secret where the provider logs at DEBUG, and nowhere else; what is printed never has it", async () => {
    const cognito = await LoopbackCognito.start();
    const workspace = new Workspace();
    await workspace.use(synthesizeOne(CONFIG).json, cognito.endpoint);
    for (const [command, env, isLogged] of LOGS) {
      const { exitCode, stdout, stderr } = await runTerraform(
        [...command.split(" "), "-no-color"],
        workspace.folder,
        env,
      );
      const has = (text: string) => text.includes("secret_of_");
      expect({ command, env, exitCode, printed: has(stdout), logged: has(stderr) }).toEqual({
        command,
        env,
        exitCode: 0,
        printed: false,
        logged: isLogged,
      });
    }
    workspace.remove();
    cognito.stop();
  });
});
