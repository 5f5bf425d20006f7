import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { example, examples, plannable, synthesizeConfig } from "../examples/examples";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { servedPart } from "../support/cognito/served";
import { drawn } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

/**
 * What the provider reads back is not what it planned: an argument that was null may be "" then. The conditions must
 * hold of both, else the second plan of every deployed stack fails.
 */
describeTerraform("a second plan, of what was applied and read back", () => {
  const workspace = new Workspace();
  afterAll(() => workspace.remove());

  test.each(drawn(examples, 4).map(({ name }) => name))(
    "%s: every condition holds, and nothing changes",
    async (name) => {
      const { stacks } = synthesizeConfig(await example(name).config());
      for (const { stack, json } of plannable(stacks)) {
        const cognito = (await LoopbackCognito.start()).add("eu-west-1_AbCdEfGhI");
        await workspace.use(servedPart(json), cognito.endpoint);
        writeFileSync(join(workspace.folder, "test.auto.tfvars.json"), JSON.stringify(example(name).variables(stack)));
        rmSync(join(workspace.folder, "terraform.tfstate"), { force: true });
        await workspace.run("apply", "-auto-approve");
        expect(await workspace.run("plan")).toContain("No changes.");
        cognito.stop();
      }
    },
  );
});
