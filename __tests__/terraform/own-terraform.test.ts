import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cli, folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { describeTerraform } from "../support/terraform";

jest.setTimeout(120_000);

const page = readFileSync(join(ROOT, "docs/own-terraform.md"), "utf8");
const block = (language: string) => new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page)?.[1] ?? "";

const STACK = join("cdktf.out", "stacks", "customers-prod");

/** A folder with the page's config, synthesized, and the files beside the stack. */
async function withOwn(files: Readonly<Record<string, string>>, ...format: string[]) {
  const folder = folderWith({ "userpools.yaml": block("yaml") });
  expect(await cli(folder, "synth", ...format)).toMatchObject({ exitCode: 0 });
  mkdirSync(join(folder, STACK, "templates"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, STACK, name), text);
  return folder;
}

test("a file beside a stack survives another synth, another format and the end of the stack", async () => {
  const folder = await withOwn({ "own.tf": "# mine\n", "own.tf.json": "{}" });
  const own = () => ["own.tf", "own.tf.json"].map((name) => readFileSync(join(folder, STACK, name), "utf8"));
  for (const format of [[], ["--hcl"], []]) {
    expect(await cli(folder, "synth", ...format)).toMatchObject({ exitCode: 0 });
    expect(own()).toEqual(["# mine\n", "{}"]);
  }
  writeFileSync(join(folder, "userpools.yaml"), block("yaml").replaceAll("customers", "staff"));
  expect(await cli(folder, "synth")).toMatchObject({ exitCode: 0 });
  expect(own()).toEqual(["# mine\n", "{}"]);
  expect(existsSync(join(folder, STACK, "cdk.tf.json"))).toBe(false);
});

describeTerraform("plan takes the files beside a stack", () => {
  test.each([
    ["the JSON of cdktf", []],
    ["HCL", ["--hcl"]],
  ])("with the identity pool of the page and %s", async (_, format) => {
    const folder = await withOwn({ "identity-pool.tf": block("hcl") }, ...format);
    const { exitCode, stdout } = await cli(folder, "plan", ...format);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    for (const address of [
      "aws_cognito_user_pool.customers",
      "aws_cognito_user_group.editors",
      "aws_cognito_identity_pool.customers",
      "aws_cognito_identity_pool_roles_attachment.customers",
      'aws_iam_role.customers["acme-customers"]',
      'aws_iam_role.customers["acme-editors"]',
    ])
      expect(stdout).toContain(`+ ${address}\n`);
  });

  test("with what they refer to: values of variables, and templates", async () => {
    const folder = await withOwn({
      "own.tf":
        'variable "label" {}\nresource "terraform_data" "own" {\n  input = "${var.label} ${file("templates/a.txt")}"\n}\n',
      "own.auto.tfvars": 'label = "a"\n',
      "templates/a.txt": "a",
      "terraform.tfstate": "not a state",
      "terraform.tfstate.backup": "not a state",
    });
    const { exitCode, stdout } = await cli(folder, "plan");
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining("+ terraform_data.own\n") });
  });

  test("fails when one is wrong", async () => {
    const folder = await withOwn({
      "own.tf.json": '{ "output": { "x": { "value": "${aws_cognito_user_pool.nope.id}" } } }',
    });
    const { exitCode, stdout } = await cli(folder, "plan");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: expect.stringContaining("aws_cognito_user_pool") });
  });
});
