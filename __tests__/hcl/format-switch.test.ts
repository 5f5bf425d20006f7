import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { run } from "../../lib/cli/program";
import { withoutVersions } from "../examples/examples";
import { cli, folderWith } from "../support/cli";
import { ROOT } from "../support/repository";

const CONFIG = readFileSync(join(ROOT, "examples", "minimal.yaml"), "utf8");

describe("switching between HCL and JSON", () => {
  test.each([
    ["cdktf-cognito synth", synthByCommand],
    ["cdktf synth, which says the format in the environment", synthByCdktf],
  ])("leaves one format, both ways: %s", async (_, synth) => {
    const cwd = folderWith({ "userpools.yaml": CONFIG });
    for (const hcl of [false, true, false]) {
      await synth(cwd, hcl);
      const files = readdirSync(join(cwd, "cdktf.out", "stacks", "customers-prod"));
      expect(files.filter((name) => /\.tf(\.json)?$/.test(name))).toEqual(
        hcl ? ["cdk.tf", "rules.tf"] : ["cdk.tf.json"],
      );
      expect(existsSync(join(cwd, "cdktf.out", "manifest.json"))).toBe(true);
    }
  });

  test("keeps what Terraform left beside it", async () => {
    const cwd = folderWith({ "userpools.yaml": CONFIG });
    await synthByCommand(cwd, false);
    const lock = join(cwd, "cdktf.out", "stacks", "customers-prod", ".terraform.lock.hcl");
    writeFileSync(lock, "# a lock");
    await synthByCommand(cwd, true);
    expect(readFileSync(lock, "utf8")).toBe("# a lock");
  });
});

describe("the HCL of a stack", () => {
  test("is the golden bytes", async () => {
    const cwd = folderWith({ "userpools.yaml": CONFIG });
    await synthByCommand(cwd, true);
    const text = readFileSync(join(cwd, "cdktf.out", "stacks", "customers-prod", "cdk.tf"), "utf8");
    const golden = join(ROOT, "__tests__", "golden", "minimal", "customers-prod", "cdk.tf");
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, withoutVersions(text));
    expect(withoutVersions(text)).toBe(readFileSync(golden, "utf8"));
  });

  test("comes in the order that a person reads, clients as the config has them", async () => {
    const cwd = folderWith({});
    const config = join(ROOT, "examples", "multi-platform.ts");
    await cli(cwd, "synth", "--hcl", "--config", config);
    const text = readFileSync(join(cwd, "cdktf.out", "stacks", "customers-prod", "cdk.tf"), "utf8");
    const blocks = [...text.matchAll(/^(\w+)(?: "([^"]*)"(?: "([^"]*)")?)? \{$/gm)].map(([, kind, type, name]) =>
      kind === "resource" ? `${type?.replace("aws_cognito_", "")} ${name}` : kind,
    );
    expect(blocks.filter((block, index) => block !== blocks[index - 1])).toEqual([
      "terraform",
      "provider",
      "variable",
      "user_pool customers",
      "user_pool_domain customers",
      "resource_server orders",
      "identity_provider google",
      ...["ios", "android", "web", "backoffice", "invoice_jobs"].map((client) => `user_pool_client ${client}`),
      "output",
    ]);
  });
});

async function synthByCommand(cwd: string, hcl: boolean): Promise<void> {
  const { exitCode, stderr } = await cli(cwd, "synth", ...(hcl ? ["--hcl"] : []));
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
}

async function synthByCdktf(cwd: string, hcl: boolean): Promise<void> {
  const { SYNTH_HCL_OUTPUT, CDKTF_OUTDIR } = process.env;
  Object.assign(process.env, { SYNTH_HCL_OUTPUT: String(hcl), CDKTF_OUTDIR: join(cwd, "cdktf.out") });
  try {
    const silent = {
      cwd,
      out: () => {},
      err: () => {},
      progress: () => {},
      colors: pc.createColors(false),
      errColors: pc.createColors(false),
    };
    expect(await run(["synth"], silent)).toBe(0);
  } finally {
    restore({ SYNTH_HCL_OUTPUT, CDKTF_OUTDIR });
  }
}

function restore(environment: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(environment))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
}
