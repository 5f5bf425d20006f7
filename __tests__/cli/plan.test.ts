import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ProgressLine } from "../../lib/cli/context";
import { planOffline } from "../../lib/terraform/offline-plan";
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
  expect([exitCode, stderr]).toEqual([2, "cdktf-cognito: --var-file none.tfvars does not exist\n"]);
  expect(readdirSync(folder)).toEqual(["userpools.yaml"]);
});

test.each([
  ["googel_secret=1234", "unknown variable in --var googel_secret; no stack declares it"],
  ["google_secret", "--var google_secret: give its value, --var google_secret=VALUE"],
])("--var %s is a mistake of the call, and its value is not shown", async (assignment, message) => {
  const { exitCode, stderr } = await cli(folderWith({ "userpools.yaml": yaml() }), "plan", "--var", assignment);
  expect([exitCode, stderr]).toEqual([2, `cdktf-cognito: ${message}\n`]);
});

/**
 * A program that answers as Terraform does: `init` from a mirror of its own registry alone, `plan` at once, but of the stack
 * `SLOW` only when that of users-b is done.
 */
const STAND_IN = `
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require("node:fs");
const [command, ...args] = process.argv.slice(2);
const note = (what) => appendFileSync(process.env.CALLS, what + "\\n");
const { basename } = require("node:path");
const data = () => basename(process.env.TF_DATA_DIR);
if (command === "init") {
  note("init " + basename(process.cwd()) + " in " + data());
  const mirror = args.find((arg) => arg.startsWith("-plugin-dir="))?.slice("-plugin-dir=".length);
  if (mirror === undefined || !existsSync(mirror + "/registry.opentofu.org")) {
    console.error("registry.opentofu.org cannot be reached");
    process.exit(1);
  }
  writeFileSync(".terraform.lock.hcl", data());
} else {
  const stack = basename(process.cwd());
  if (readFileSync(".terraform.lock.hcl", "utf8") !== data()) process.exit(1);
  note("begin " + stack);
  const end = () => {
    note("end " + stack);
    console.log(JSON.stringify({ type: "planned_change", change: { action: "create", resource: { addr: "x." + stack } } }));
  };
  const wait = () => (readFileSync(process.env.CALLS, "utf8").includes("end users-b") ? end() : setTimeout(wait, 20));
  process.env.SLOW === stack ? wait() : end();
}
`;

/** A config of three stacks, the stand-in and a mirror for it; runs `plan` with them. */
function standIn(more: Readonly<Record<string, string>> = {}) {
  const environments = ["a", "b", "c"].map((name) => `  ${name}: { region: eu-west-1 }\n`).join("");
  const config = yaml().replace(/environments:\n.*\n.*\n/, `environments:\n${environments}`);
  const folder = folderWith({
    "userpools.yaml": config,
    "tofu.cjs": STAND_IN,
    tofu: `#!/bin/sh\nexec "${process.execPath}" "$(dirname "$0")/tofu.cjs" "$@"\n`,
    calls: "",
  });
  chmodSync(join(folder, "tofu"), 0o755);
  const mirror = join(folder, "mirror");
  mkdirSync(join(mirror, "registry.opentofu.org", "hashicorp", "aws"), { recursive: true });
  const run = async (...args: string[]) => {
    const before = { ...process.env };
    Object.assign(process.env, { CALLS: join(folder, "calls"), ...more });
    try {
      return await cli(folder, "plan", ...args);
    } finally {
      process.env = before;
    }
  };
  return { folder, mirror, run, calls: () => readFileSync(join(folder, "calls"), "utf8").trim().split("\n") };
}

describe("plan by a stand-in for OpenTofu", () => {
  test("runs the program of --terraform, relative to the working directory, with the mirror of its registry", async () => {
    const { run, mirror } = standIn();
    const { exitCode, stdout, stderr } = await run("--terraform", "./tofu", "--plugin-dir", mirror);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^users-a {2}1 to add.*\n {2}\+ x\.users-a\nusers-b .*\n.*\nusers-c/);
  });

  test("runs the program of COGNITO_TERRAFORM, and finds a mirror of OpenTofu's registry by itself", async () => {
    const { folder, mirror } = standIn();
    const { exitCode, stdout } = await standIn({
      COGNITO_TERRAFORM: join(folder, "tofu"),
      COGNITO_PLUGIN_DIR: mirror,
    }).run();
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("users-c  1 to add")]);
  });

  test("plans stacks side by side and prints them in the order of the config", async () => {
    const { folder, mirror, run, calls } = standIn();
    await run("--terraform", "./tofu", "--plugin-dir", mirror);
    rmSync(join(folder, "calls"));
    const plans = planOffline(join(folder, "cdktf.out", "stacks"), ["users-a", "users-b", "users-c"], {
      program: join(folder, "tofu"),
      pluginDir: mirror,
      width: 2,
    });
    Object.assign(process.env, { CALLS: join(folder, "calls"), SLOW: "users-a" });
    const order: string[] = [];
    for await (const { stack } of plans) order.push(stack);
    delete process.env.CALLS;
    delete process.env.SLOW;
    expect(order).toEqual(["users-a", "users-b", "users-c"]);
    expect(calls().indexOf("begin users-b")).toBeLessThan(calls().indexOf("end users-a"));
    expect(calls().indexOf("end users-b")).toBeLessThan(calls().indexOf("end users-a"));
    expect(calls().indexOf("begin users-c")).toBeGreaterThan(calls().indexOf("end users-a"));
  });

  test("initializes once for all stacks that ask for the same provider", async () => {
    const { folder, mirror, run, calls } = standIn();
    await run("--terraform", "./tofu", "--plugin-dir", mirror);
    expect(calls().filter((call) => call.startsWith("init"))).toEqual(["init users-a in data-0"]);

    const stack = join(folder, "cdktf.out", "stacks", "users-b", "cdk.tf.json");
    writeFileSync(stack, readFileSync(stack, "utf8").replace(">= 5.100.0", ">= 6.13.0"));
    const options = { program: join(folder, "tofu"), pluginDir: mirror };
    Object.assign(process.env, { CALLS: join(folder, "calls") });
    const stacks = ["users-a", "users-b", "users-c"];
    const planned: string[] = [];
    for await (const { stack, changes } of planOffline(join(folder, "cdktf.out", "stacks"), stacks, options))
      if (changes.length > 0) planned.push(stack);
    delete process.env.CALLS;
    expect(planned).toEqual(stacks);
    expect(
      calls()
        .filter((call) => call.startsWith("init"))
        .slice(1),
    ).toEqual(["init users-a in data-0", "init users-b in data-1"]);
  });

  test.each(["./none", "nonexistent-terraform", "./calls"])(
    "fails with 2 and the way out when %s cannot run",
    async (program) => {
      const { exitCode, stderr } = await standIn().run("--terraform", program);
      expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/is not installed.*opentofu.*--terraform PATH/)]);
    },
  );

  test("fails with 2 and the mirror's option when the provider cannot be had", async () => {
    const { run, folder } = standIn();
    const { exitCode, stderr } = await run("--terraform", "./tofu", "--plugin-dir", folder);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/cannot be reached\n.*--plugin-dir/)]);
  });
});

describe("progress", () => {
  const written = (isTTY: boolean, columns = 10) => {
    let text = "";
    const write = (chunk: string) => {
      text += chunk;
      return true;
    };
    const line = new ProgressLine({ isTTY, columns, write });
    line.show("planning 1");
    line.show("planning 100");
    line.clear();
    line.clear();
    return text;
  };

  test("is one line of a terminal, cut to its width and cleared", () => {
    expect(written(true)).toBe("planning \r\x1b[Kplanning \r\x1b[K");
  });

  test("is written whole to a terminal that does not know its width", () => {
    expect(written(true, 0)).toBe("planning 1\r\x1b[Kplanning 100\r\x1b[K");
  });

  test("is nothing in a pipe", () => {
    expect(written(false)).toBe("");
  });
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

  test.each([[[]], [["--hcl"]]])("fails when a value breaks a rule over several arguments %j", async (format) => {
    const client = "platform: ios\naccessTokenValidity: 5h\nrefreshTokenValidity: { var: life, default: 600 }";
    const folder = folderWith({ "userpools.yaml": yaml({ client }) });
    const { exitCode, stdout } = await cli(folder, "plan", ...format, "--var", "life=60");
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/error TOK-07 [\w-]+: client app: /)]);
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
    const isAtWork = () => folders().some((name) => existsSync(join(temporary, name, "data-0")));
    while (!isAtWork() && child.exitCode === null) await setTimeout(5);
    expect(folders()).toHaveLength(1);
    child.kill("SIGINT");
    expect(await ended).toBe("SIGINT");
    expect(folders()).toEqual([]);
  });
});
