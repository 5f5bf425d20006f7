import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { adopting, make } from "../adopt/live";
import { SHAPES, type Shape } from "../adopt/shapes";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { temporaryFolder } from "../support/temporary-folder";
import { describeTerraform } from "../support/terraform";
import { Cdktf, describeCdktf } from "./cdktf";

jest.setTimeout(300_000);

describeTerraform("needs Terraform", () => {
  describeCdktf("GIVEN a pool that somebody made, WHEN cdktf deploys the config that adopts it", () => {
    let cognito: LoopbackCognito;
    afterAll(() => cognito?.stop());

    test("THEN it is imported, nothing is sent to AWS, and the output has the client id that apps use", async () => {
      cognito = await LoopbackCognito.start();
      const machine = SHAPES.find(({ name }) => name === "machine") as Shape;
      const live = make(cognito, machine);
      const config = join(temporaryFolder("adopt"), "userpools.json");
      writeFileSync(config, JSON.stringify(adopting(machine, live)));
      const cdktf = new Cdktf({ ...cognito.environment, COGNITO_CONFIG: config });
      const { exitCode, output } = await cdktf.run("deploy", "users-prod", "--auto-approve", "--skip-provider-lock");
      expect({ exitCode, output: exitCode === 0 ? "" : output.slice(-4000) }).toEqual({ exitCode: 0, output: "" });
      expect(output).toContain("3 imported, 0 added, 0 changed, 0 destroyed");
      expect(output).toContain(String(live.clientIds.jobs));
      expect(cognito.newCalls()).toEqual([]);
    });
  });
});
