import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { ROOT } from "../support/repository";
import { sampleSize } from "../support/sample";
import { temporaryFolder } from "../support/temporary-folder";
import { describeTerraform, providerMirror } from "../support/terraform";
import { make } from "./live";
import { SHAPES } from "./shapes";

jest.setTimeout(300_000);

const PAGE = readFileSync(join(ROOT, "docs", "adopt.md"), "utf8");
const BLOCKS = [...PAGE.matchAll(/^```bash\n([\s\S]*?)^```$/gm)].map(([, block]) => block as string);
const ID = "eu-west-1_AbCdEfGhI";

describeTerraform("docs/adopt.md", () => {
  let cognito: LoopbackCognito;
  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => cognito.stop());

  test("has commands that take three clients of a pool to a config, and in whole runs to a plan that imports all of it", async () => {
    const folder = temporaryFolder();
    const shapes = ["users of a Google provider", "groups", "machine", "a prefix domain"];
    const parts = SHAPES.filter(({ name }) => shapes.includes(name));
    const request = (name: string) => SHAPES.find((shape) => shape.name === name)?.clients?.app ?? {};
    const clients = { web: request("spa"), ios: request("ios"), backend: request("confidential") };
    const { userPoolId } = make(cognito, {
      name: "",
      pool: { PoolName: "Customers" },
      attached: parts.flatMap(({ attached = [] }) => attached),
      clients,
    });
    const bin = join(folder, "bin");
    mkdirSync(bin);
    symlinkSync(join(__dirname, "aws-cli.js"), join(bin, "aws"));
    const command = `exec ${process.execPath} ${join(ROOT, "node_modules/jiti/lib/jiti-cli.mjs")} ${join(ROOT, "lib/cli/bin.ts")}`;
    writeFileSync(join(bin, "npx"), `#!/bin/sh\nshift\n${command} "$@"\n`, { mode: 0o755 });

    const shown: string[] = [];
    const isWhole = sampleSize(1, 0) === 1;
    if (!isWhole) process.stderr.write("NOT RUN: the page's commands of Terraform: npm run test:whole does\n");
    const blocks = BLOCKS.filter((block) => isWhole || !block.includes("terraform"));
    for (const block of blocks) {
      // one proof is enough of the same pool, and each takes a plan
      const commands = isWhole ? block : block.replace("--out direct.yaml", "$& --no-plan");
      shown.push(await bash(commands.replaceAll(ID, userPoolId), folder, bin));
    }
    const [, printedProof] = /^```text\n([\s\S]*?)^```$/m.exec(PAGE) as RegExpExecArray;
    expect(shown.join("")).toContain(printedProof);
    expect(readFileSync(join(folder, "direct.yaml"), "utf8")).toBe(
      readFileSync(join(folder, "userpools.yaml"), "utf8"),
    );
    if (!isWhole) {
      expect(shown.at(-1)).toContain("customers-prod");
      return;
    }
    // the secret of the provider is marked as sensitive, with the value that it has
    expect(shown.at(-2)).toMatch(/Plan:.* 9 to import, 0 to add, 1 to change, 0 to destroy/);
    expect(shown.at(-1)).toMatch(/9 imported, 0 added, 1 changed, 0 destroyed[\s\S]*No changes\./);
  });

  function bash(block: string, cwd: string, bin: string): Promise<string> {
    const env = {
      ...process.env,
      ...cognito.environment,
      PATH: `${bin}:${process.env.PATH}`,
      TF_CLI_ARGS: "-no-color",
      TF_VAR_google_client_secret: "hush",
      ...(providerMirror && { TF_CLI_ARGS_init: `-plugin-dir=${providerMirror}` }),
    };
    return new Promise((resolve, reject) => {
      const child = spawn("bash", ["-euc", block], { cwd, env });
      let output = "";
      const add = (chunk: Buffer) => {
        output += chunk;
      };
      child.stdout.on("data", add);
      child.stderr.on("data", add);
      child.on("close", (code) => (code === 0 ? resolve(output) : reject(new Error(`${block}\n${output}`))));
    });
  }
});
