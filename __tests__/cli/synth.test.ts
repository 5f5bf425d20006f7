import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { yaml } from "../config/support";
import { cli, folderWith } from "../support/cli";
import { BROKEN, contents, program, SOUND, TWO_ENVIRONMENTS } from "./support";

describe("synth", () => {
  const stack = (name: string) => `cdktf.out/stacks/${name}/cdk.tf.json`;

  test("writes a folder for each stack, and says which", async () => {
    const folder = folderWith({ "userpools.yaml": TWO_ENVIRONMENTS });
    const { exitCode, stdout, stderr } = await cli(folder, "synth");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").sort()).toEqual(["", stack("users-dev"), stack("users-prod")]);
    for (const name of ["users-dev", "users-prod"])
      expect(JSON.parse(readFileSync(join(folder, stack(name)), "utf8")).resource).toHaveProperty(
        "aws_cognito_user_pool.users",
      );
  });

  test("writes where --out says, and only the environment that --env names", async () => {
    const folder = folderWith({ "userpools.yaml": TWO_ENVIRONMENTS });
    const { stdout } = await cli(folder, "synth", "--out", "out/here", "--env", "dev");
    expect(stdout).toBe("out/here/stacks/users-dev/cdk.tf.json\n");
    expect(readdirSync(join(folder, "out", "here", "stacks"))).toEqual(["users-dev"]);
  });

  test("writes the same bytes again, whatever the order of keys", async () => {
    const folder = folderWith({ "userpools.yaml": TWO_ENVIRONMENTS });
    await cli(folder, "synth");
    const before = contents(join(folder, "cdktf.out", "stacks"));
    const [, environments = "", pools = ""] =
      /^project: acme\n(environments:[\s\S]*)(pools:[\s\S]*)$/.exec(TWO_ENVIRONMENTS) ?? [];
    writeFileSync(join(folder, "userpools.yaml"), `${pools}${environments}project: acme\n`);
    await cli(folder, "synth");
    expect(contents(join(folder, "cdktf.out", "stacks"))).toEqual(before);
  });

  test.each([
    ["an error", BROKEN, 1],
    ["an unreadable file", "a: [", 2],
    ["an empty file", "", 2],
  ])("fails with %s: nothing is written, and the old output stays byte for byte", async (_, text, expected) => {
    const folder = folderWith({ "userpools.yaml": text });
    const first = await cli(folder, "synth");
    expect([first.exitCode, first.stdout]).toEqual([expected, ""]);
    expect(first.stderr).toContain("userpools.yaml");
    expect(existsSync(join(folder, "cdktf.out"))).toBe(false);

    writeFileSync(join(folder, "userpools.yaml"), SOUND);
    await cli(folder, "synth");
    const before = contents(join(folder, "cdktf.out"));
    writeFileSync(join(folder, "userpools.yaml"), text);
    expect((await cli(folder, "synth")).exitCode).toBe(expected);
    expect(contents(join(folder, "cdktf.out"))).toEqual(before);
  });

  test.each([
    ["cdk.tf.json", [], '"alias": "us_east_1"'],
    ["cdk.tf", ["--hcl"], 'alias  = "us_east_1"'],
  ])(
    "%s keeps the provider of a SECRET_HASH proxy that the lock knows, where there was one alone",
    async (file, args, alias) => {
      const both = (lines: object) =>
        yaml(lines).replace("environments:\n", "environments:\n  dev:\n    region: eu-west-2\n");
      const folder = folderWith({
        "userpools.yaml": both({ environment: "pools: { users: { clients: { app: { secretHashProxy: true } } } }" }),
      });
      expect((await cli(folder, "lock")).exitCode).toBe(0);
      const written = async () => {
        await cli(folder, "synth", ...args);
        return ["dev", "prod"].map((name) =>
          readFileSync(join(folder, `cdktf.out/stacks/users-${name}`, file), "utf8"),
        );
      };
      const allowDestroy = "allowDestroy: { reason: not published yet, until: '2999-01-31' }";
      writeFileSync(join(folder, "userpools.yaml"), both({ client: `platform: ios\n${allowDestroy}` }));
      const first = await written();
      expect(first).toEqual([expect.not.stringContaining(alias), expect.stringContaining(alias)]);
      expect((await cli(folder, "lock")).exitCode).toBe(0);
      expect(await written()).toEqual(first);
      rmSync(join(folder, "userpools.lock.json"));
      expect(await written()).toEqual([first[0], expect.not.stringContaining(alias)]);
    },
  );

  test("fails as a whole when one environment has an error", async () => {
    const text = TWO_ENVIRONMENTS.replace(
      "region: eu-west-2",
      "region: eu-west-2\n    pools: { users: { clients: { app: { nmae: x } } } }",
    );
    const folder = folderWith({ "userpools.yaml": text });
    expect((await cli(folder, "synth")).exitCode).toBe(1);
    expect(readdirSync(folder)).toEqual(["userpools.yaml"]);
  });

  test("loses the stacks that left the config, and keeps their state", async () => {
    const folder = folderWith({ "userpools.yaml": TWO_ENVIRONMENTS });
    await cli(folder, "synth");
    writeFileSync(join(folder, "cdktf.out/stacks/users-dev/terraform.tfstate"), "{}");
    writeFileSync(join(folder, "userpools.yaml"), SOUND);
    await cli(folder, "synth");
    expect(Object.keys(contents(join(folder, "cdktf.out"))).sort()).toEqual([
      "cdktf-cognito.json",
      "manifest.json",
      "stacks/users-dev/terraform.tfstate",
      "stacks/users-prod/cdk.tf.json",
    ]);
    expect(readFileSync(join(folder, "cdktf.out/manifest.json"), "utf8")).not.toContain("users-dev");
  });

  test("leaves the stacks of other environments as they are when --env names one", async () => {
    const folder = folderWith({ "userpools.yaml": TWO_ENVIRONMENTS });
    await cli(folder, "synth");
    const before = contents(join(folder, "cdktf.out"));
    await cli(folder, "synth", "--env", "dev");
    expect(contents(join(folder, "cdktf.out"))).toEqual(before);
    writeFileSync(join(folder, "userpools.yaml"), SOUND);
    await cli(folder, "synth", "--env", "prod");
    expect(readdirSync(join(folder, "cdktf.out", "stacks"))).toEqual(["users-prod"]);
  });

  test("leaves the stacks of another config in the same output folder, and says so", async () => {
    const folder = folderWith({ "userpools.yaml": TWO_ENVIRONMENTS, "other.yaml": SOUND.replaceAll("users", "staff") });
    await cli(folder, "synth");
    const { exitCode, stderr } = await cli(folder, "synth", "--config", "other.yaml");
    expect([exitCode, stderr]).toEqual([
      0,
      "cdktf.out also holds stacks that other.yaml did not write, unchanged: users-dev, users-prod; give each config an output folder of its own with --out DIR\n",
    ]);
    expect(readdirSync(join(folder, "cdktf.out", "stacks")).sort()).toEqual(["staff-prod", "users-dev", "users-prod"]);
    writeFileSync(join(folder, "userpools.yaml"), SOUND);
    expect((await cli(folder, "synth")).exitCode).toBe(0);
    expect(readdirSync(join(folder, "cdktf.out", "stacks")).sort()).toEqual(["staff-prod", "users-prod"]);
  });

  test("leaves the stacks of another CDKTF app in the same output folder, and never overwrites one", async () => {
    const folder = folderWith({ "userpools.yaml": SOUND });
    const outdir = join(folder, "cdktf.out");
    const app = new App({ outdir });
    for (const name of ["network", "users-prod"]) new TerraformStack(app, name);
    app.synth();
    const before = contents(outdir);
    const refused = await cli(folder, "synth");
    expect([refused.exitCode, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toMatch(/users-prod was written by another program.*--out DIR/);
    expect(contents(outdir)).toEqual(before);

    rmSync(join(outdir, "stacks", "users-prod"), { recursive: true });
    expect((await cli(folder, "synth")).stderr).toContain("did not write, unchanged: network;");
    const { stacks } = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
    expect(Object.keys(stacks)).toEqual(["network", "users-prod"]);
    expect(contents(outdir)).toMatchObject({
      "stacks/network/cdk.tf.json": before["stacks/network/cdk.tf.json"],
    });
  });

  test("runs no Terraform, whatever the backend", () => {
    const backends = ["local", "s3, bucket: b, region: eu-west-1", "cloud, organization: o, hostname: tfe.example.com"];
    const environments = backends.map(
      (type, index) => `  e${index}: { region: eu-west-1, backend: { type: ${type} } }\n`,
    );
    const config = SOUND.replace(/environments:\n( {2}.*\n)+/, `environments:\n${environments.join("")}`);
    const folder = folderWith({ "userpools.yaml": config, terraform: "#!/bin/sh\ntouch called\nexit 1\n" });
    chmodSync(join(folder, "terraform"), 0o755);
    for (const format of [[], ["--hcl"]]) {
      const { status, stdout } = program(folder, ["synth", ...format], { shell: 'PATH="$PWD:$PATH"' });
      expect({ status, stdout }).toMatchObject({
        status: 0,
        stdout: expect.stringContaining("stacks/users-e2/cdk.tf"),
      });
    }
    expect(readdirSync(folder)).not.toContain("called");
  });

  test("leaves one format of each stack when it changes", async () => {
    const folder = folderWith({ "userpools.yaml": SOUND });
    const files = () => readdirSync(join(folder, "cdktf.out", "stacks", "users-prod"));
    await cli(folder, "synth");
    expect(files()).toEqual(["cdk.tf.json"]);
    const { exitCode, stdout } = await cli(folder, "synth", "--hcl");
    expect([exitCode, stdout]).toEqual([0, "cdktf.out/stacks/users-prod/cdk.tf\n"]);
    expect(files()).toEqual(["cdk.tf", "metadata.json", "rules.tf"]);
    await cli(folder, "synth");
    expect(files()).toEqual(["cdk.tf.json"]);
  });

  test("fails when the disk takes no more, with 2 and a reason, and the old output stays whole", () => {
    const folder = folderWith({ "userpools.yaml": SOUND });
    expect(program(folder, ["synth"]).status).toBe(0);
    const before = contents(join(folder, "cdktf.out"));
    const clients = Array.from({ length: 40 }, (_, index) => `      c${index}: { platform: ios }\n`).join("");
    writeFileSync(join(folder, "userpools.yaml"), SOUND + clients);
    const { status, stdout, stderr } = program(folder, ["synth"], { shell: "trap '' XFSZ; ulimit -f 32" });
    expect(stderr).toMatch(/^cdktf-cognito: EFBIG: file too large/);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(contents(join(folder, "cdktf.out"))).toEqual(before);
  });

  test("fails where a file that it writes is a folder, by its name", async () => {
    const folder = folderWith({ "userpools.yaml": SOUND });
    const stack = "cdktf.out/stacks/users-prod/cdk.tf.json";
    expect((await cli(folder, "synth")).exitCode).toBe(0);
    rmSync(join(folder, stack));
    mkdirSync(join(folder, stack, "own"), { recursive: true });
    const { exitCode, stderr } = await cli(folder, "synth");
    expect([exitCode, stderr]).toEqual([2, `cdktf-cognito: ${stack}: it is a folder, not a file\n`]);
  });

  test("fails where the output folder is a file", () => {
    const folder = folderWith({ "userpools.yaml": SOUND, "cdktf.out": "a file" });
    const { status, stderr } = program(folder, ["synth"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^cdktf-cognito: .*cdktf\.out is a file; name a folder\n$/);
  });

  test("fails where it may not write", () => {
    if (process.getuid?.() === 0) return;
    const folder = folderWith({ "userpools.yaml": SOUND });
    chmodSync(folder, 0o555);
    expect(program(folder, ["synth"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("permission denied"),
    });
  });
});

describe("the program of cdktf.json", () => {
  const synth = (...args: string[]) => {
    const folder = folderWith({ "userpools.yaml": SOUND, "other.yaml": TWO_ENVIRONMENTS });
    const { status, stdout, stderr } = program(folder, args, { main: "main.ts" });
    return { status, stdout: stdout.split("\n").sort().join("\n").trim(), stderr };
  };

  test("synthesizes the config that is found, as cdktf runs it: without arguments", () => {
    expect(synth()).toEqual({ status: 0, stdout: "cdktf.out/stacks/users-prod/cdk.tf.json", stderr: "" });
  });

  test("takes the arguments of synth", () => {
    expect(synth("--config", "other.yaml", "--env", "dev", "--out", "here")).toEqual({
      status: 0,
      stdout: "here/stacks/users-dev/cdk.tf.json",
      stderr: "",
    });
  });

  test.each([
    ["--confg", "other.yaml"],
    ["check", ""],
  ])("refuses what synth does not take: %s %s", (...args) => {
    expect(synth(...args.filter(Boolean))).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^error: /),
    });
  });
});
