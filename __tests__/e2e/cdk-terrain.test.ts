import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cli } from "../support/cli";
import { ROOT } from "../support/repository";
import { drawn } from "../support/sample";
import { temporaryFolder } from "../support/temporary-folder";
import { describeNpm, Project } from "./project";

jest.setTimeout(600_000);

const EXAMPLES = ["everything.yaml", "existing-pool.yaml", "multi-environment.yaml"];

/** Synthesizes here, where HashiCorp's cdktf is installed. */
async function reference(example: string, ...args: string[]): Promise<Record<string, string>> {
  const folder = temporaryFolder("reference");
  cpSync(join(ROOT, "examples"), join(folder, "examples"), { recursive: true });
  await cli(folder, "synth", "--config", join("examples", example), ...args);
  return stacksIn(folder);
}

/** Each file of the stacks, without the version of the library. */
function stacksIn(folder: string): Record<string, string> {
  const stacks = join(folder, "cdktf.out", "stacks");
  const files = readdirSync(stacks, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(stacks.length),
      readFileSync(join(parentPath, name), "utf8").replace(/("version": )"0\.2[14]\.0"/, '$1"library"'),
    ]),
  );
}

const APP = `
const { App, TerraformStack } = require("LIBRARY");
const { AwsProvider } = require("BINDINGS/lib/provider");
const { AppClient, UserPool } = require("cdktf-cognito");
const app = new App();
const stack = new TerraformStack(app, "theirs");
new AwsProvider(stack, "aws", { region: "eu-west-1" });
const userPool = new UserPool(stack, "people", { region: "eu-west-1", usernameAttributes: ["email"] });
new AppClient(stack, "ios", { userPool, platform: "ios" });
app.synth();
`;

/** The same from an ES module. */
const MODULE = APP.replace(/const (\{.*\}) = require\((.*)\);/g, "import $1 from $2;").replace(
  "/lib/provider",
  "/lib/provider/index.js",
);

describeNpm("CDK Terrain", () => {
  const projects = [
    {
      name: "CDK Terrain and no package of HashiCorp",
      packages: ["cdktn@0.24.0", "@cdktn/provider-aws@25.7.0", "constructs@10.6.0"],
      manifest: {},
      library: "cdktn",
      bindings: "@cdktn/provider-aws",
    },
    {
      name: "cdktf aliased to CDK Terrain",
      packages: ["cdktf@npm:cdktn@0.24.0", "@cdktf/provider-aws@21.22.1", "constructs@10.6.0"],
      manifest: { overrides: { "@cdktf/provider-aws": { cdktf: "npm:cdktn@0.24.0" } } },
      library: "cdktf",
      bindings: "@cdktf/provider-aws",
    },
  ];

  describe.each(drawn(projects, 1))("GIVEN a project with $name", ({ packages, manifest, library, bindings }) => {
    const project = new Project(manifest);

    beforeAll(() => {
      project.install(...packages);
      cpSync(join(ROOT, "examples"), join(project.folder, "examples"), { recursive: true });
    });

    test("THEN CDK Terrain is the library that is there", () => {
      const { name } = JSON.parse(readFileSync(join(project.folder, "node_modules", library, "package.json"), "utf8"));
      expect(name).toBe("cdktn");
      expect(existsSync(join(project.folder, "node_modules", "@cdktf"))).toBe(library === "cdktf");
    });

    test.each(
      EXAMPLES.flatMap((example) => [
        { example, format: "JSON", args: [] },
        { example, format: "HCL", args: ["--hcl"] },
      ]),
    )("THEN the stacks of $example in $format are those of cdktf", async ({ example, args }) => {
      project.run("rm", "-rf", "cdktf.out");
      const { status, stderr } = project.cognito("synth", "--config", join("examples", example), ...args);
      expect({ status, stderr }).toMatchObject({ status: 0 });
      const stacks = stacksIn(project.folder);
      expect(Object.keys(stacks).length).toBeGreaterThan(0);
      expect(stacks).toEqual(await reference(example, ...args));
    });

    test.each([
      ["a CommonJS module", "app.cjs", APP],
      ["an ES module", "app.mjs", MODULE],
    ])("THEN the constructs work in their app, %s", (_, file, source) => {
      project.run("rm", "-rf", "cdktf.out");
      project.write({ [file]: source.replaceAll("LIBRARY", library).replaceAll("BINDINGS", bindings) });
      const { status, stderr } = project.run(process.execPath, file);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      const { resource } = JSON.parse(stacksIn(project.folder)["/theirs/cdk.tf.json"] as string);
      expect(Object.keys(resource).sort()).toEqual(["aws_cognito_user_pool", "aws_cognito_user_pool_client"]);
    });
  });
});
