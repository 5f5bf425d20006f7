import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { yaml } from "../config/support";
import { cli, folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";
import { describeTerraform } from "../support/terraform";

jest.setTimeout(60_000);

const EXISTING = yaml({
  pool: "existing: { userPoolId: eu-west-1_AbCdEfGhI }",
  client: 'platform: ios\nwriteAttributes: [email, "custom:tenant"]',
});

test("a file of variables that does not exist is a mistake of the call", async () => {
  const folder = folderWith({ "userpools.yaml": yaml() });
  const { exitCode, stderr } = await cli(folder, "plan", "--var-file", "none.tfvars");
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`--var-file ${join(folder, "none.tfvars")}`)]);
  expect(readdirSync(folder)).toEqual(["userpools.yaml"]);
});

describeTerraform("plan", () => {
  test("needs neither the profile that is chosen nor what only the live pool knows", async () => {
    const before = process.env.AWS_PROFILE;
    process.env.AWS_PROFILE = "nonexistent";
    const { exitCode, stdout } = await cli(folderWith({ "userpools.yaml": EXISTING }), "plan");
    if (before === undefined) delete process.env.AWS_PROFILE;
    else process.env.AWS_PROFILE = before;
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("1 to add")]);
  });

  test("leaves nothing behind when it is interrupted", async () => {
    const temporary = temporaryFolder();
    const program = [join(ROOT, "node_modules/jiti/lib/jiti-cli.mjs"), join(ROOT, "lib/cli/bin.ts"), "plan"];
    const child = spawn(process.execPath, program, {
      cwd: folderWith({ "userpools.yaml": yaml() }),
      env: { ...process.env, TMPDIR: temporary },
    });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on("exit", (_, signal) => resolve(signal)));
    const folders = () => readdirSync(temporary).filter((name) => name.startsWith("cdktf-cognito-plan-"));
    const isAtWork = () => folders().some((name) => existsSync(join(temporary, name, "data")));
    while (!isAtWork() && child.exitCode === null) await setTimeout(5);
    expect(folders()).toHaveLength(1);
    child.kill("SIGINT");
    expect(await ended).toBe("SIGINT");
    expect(folders()).toEqual([]);
  });
});
