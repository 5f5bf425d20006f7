import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { amplifyOutputs } from "../../lib/front-end/amplify-outputs";
import { closedClient } from "../../lib/front-end/deployed";
import { describeNpm } from "../e2e/project";
import { examples } from "../examples/examples";
import { modelsOf } from "../support/models";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";

jest.setTimeout(120_000);

const PACKAGE = "@aws-amplify/client-config@1.11.1";

/** The types that AWS generates from the published schema of `amplify_outputs.json`, of the version that is written. */
describeNpm("amplify_outputs.json", () => {
  test("is what the published types of AWS Amplify describe, for every client of every example", async () => {
    const folder = temporaryFolder("amplify");
    const run = (command: string, ...args: string[]) => spawnSync(command, args, { cwd: folder, encoding: "utf8" });
    const packed = run("npm", "pack", "--silent", PACKAGE).stdout.trim().split("\n").at(-1) as string;
    expect(run("tar", "xzf", packed).status).toBe(0);

    const values: object[] = [];
    for (const each of examples)
      for (const pool of modelsOf(await each.config()))
        for (const client of pool.clients) {
          const deployed = { region: "eu-west-1", userPoolId: "eu-west-1_A", clientId: "1", issuer: "https://a" };
          const domain = pool.domain && { domain: "auth.acme.example" };
          values.push(amplifyOutputs(closedClient(client, pool.variables), pool, { ...deployed, ...domain }));
        }
    expect(values.length).toBeGreaterThan(20);
    const check = (literals: readonly object[]) => {
      const source = [
        'import type { AWSAmplifyBackendOutputs as Outputs } from "./package/lib/client-config-schema/client_config_v1.4";',
        `export const all: Outputs[] = ${JSON.stringify(literals, null, 1)};`,
      ];
      writeFileSync(join(folder, "values.ts"), source.join("\n"));
      const tsc = join(ROOT, "node_modules", ".bin", "tsc");
      const { stdout } = run(
        tsc,
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--ignoreConfig",
        "--types",
        "",
        "values.ts",
      );
      return stdout;
    };
    expect(check(values)).toBe("");
    expect(check([{ version: "1.4", auth: { aws_region: "eu-west-1" } }])).toContain("user_pool_id");
    expect(check([{ ...values[0], secret: "x" }])).toContain("secret");
  });
});
