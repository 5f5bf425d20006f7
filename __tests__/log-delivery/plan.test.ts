import { loadConfig } from "../../lib/config/load";
import type { Config } from "../../lib/config/schema";
import { plannable, synthesizeConfig } from "../examples/examples";
import { ROOT } from "../support/repository";
import { describeTerraform, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const STREAM = "arn:aws:firehose:eu-west-1:111122223333:deliverystream/activity";

describeTerraform("logs of pools, by an AWS provider that knows them", () => {
  test("each stack of the example is valid and all to create", async () => {
    const { config } = await loadConfig({ cwd: ROOT, config: "examples/newer-provider/log-delivery.yaml" });
    for (const { stack, file } of plannable(synthesizeConfig(config as Config).stacks)) {
      const workspace = new Workspace();
      await workspace.use(file);
      await workspace.validate();
      const good = await workspace.plan({ variables: { activity_stream: STREAM } });
      expect({ stack, ...good }).toMatchObject({ exitCode: 0 });
      if (stack === "partners-prod") {
        const bad = await workspace.plan({ variables: { activity_stream: `${STREAM}:*` } });
        expect([bad.exitCode, bad.output]).toEqual([1, expect.stringContaining("LOG-04 log-destination")]);
      }
      workspace.remove();
    }
  });
});
