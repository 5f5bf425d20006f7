import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkConfig } from "../../lib/rules/check";
import { runTerraform } from "../../lib/terraform/run";
import { ROOT } from "../support/repository";
import { describeTerraform } from "../support/terraform";
import {
  addressesOf,
  everyExample,
  type Synthesized,
  synthesizeConfig,
  synthesizeHcl,
  withoutVersions,
} from "./examples";

/** The examples whose HCL is golden, and which files of it: that HCL says the same as JSON is tested of all. */
const IN_HCL: Readonly<Record<string, readonly string[]>> = {
  "minimal.yaml": ["cdk.tf", "rules.tf"],
  "newer-provider/log-delivery.yaml": ["cdk.tf"],
};

/** The only stack whose golden JSON has the rules, so that a new rule changes one file: each rule is tested by itself. */
const WITH_RULES = join("everything", "customers-prod");

/** `npm run golden` rewrites the golden outputs; review the difference. */
const update = process.env.UPDATE_GOLDEN === "1";

describe.each(everyExample.map((example) => [example.file, example] as const))("%s", (_, example) => {
  let stacks: Synthesized[];

  beforeAll(async () => {
    stacks = synthesizeConfig(await example.config(), example.file).stacks;
    if (update && existsSync(example.golden))
      for (const name of readdirSync(example.golden, { withFileTypes: true }))
        if (name.isDirectory() && !stacks.some(({ stack }) => stack === name.name))
          rmSync(join(example.golden, name.name), { recursive: true });
  });

  test("check has nothing to say, but of warnings that are acknowledged", async () => {
    const findings = checkConfig(await example.load());
    expect(findings.filter(({ acknowledged }) => acknowledged === undefined)).toEqual([]);
  });

  test("gives the golden bytes", () => {
    for (const { stack, text } of stacks) {
      const folder = join(example.golden, stack);
      expectGolden(join(folder, "cdk.tf.json"), folder.endsWith(WITH_RULES) ? text : withoutRules(text));
    }
  });

  const inHcl = IN_HCL[example.file] ?? [];
  (inHcl.length > 0 ? test : test.skip)("gives the golden bytes, as HCL", async () => {
    const texts = synthesizeHcl(await example.config());
    expect([...new Set(texts.map(({ stack }) => stack))]).toEqual(stacks.map(({ stack }) => stack));
    for (const { stack, file, text } of texts)
      if (inHcl.includes(file)) expectGolden(join(example.golden, stack, file), text);
  });

  test("gives the golden addresses: a line that changes is a resource that is replaced or destroyed", () => {
    const lines = stacks.flatMap((stack) => addressesOf(stack).map((address) => `${stack.stack}  ${address}\n`));
    expectGolden(join(example.golden, "addresses.txt"), lines.join(""));
  });

  test("gives the golden stacks", () => {
    const golden = readdirSync(example.golden, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(stacks.map(({ stack }) => stack)).toEqual(golden.map(({ name }) => name).sort());
  });
});

describeTerraform("the golden HCL", () => {
  test("is as `terraform fmt` leaves it", async () => {
    const args = ["fmt", "-check", "-recursive", "-diff"];
    const formatted = await runTerraform(args, join(ROOT, "__tests__", "golden"));
    expect(formatted).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});

/** A stack without what Terraform evaluates of the rules. */
function withoutRules(text: string): string {
  const { check: _, locals: __, output: { rule_set: ruleSet, ...output } = {}, ...stack } = JSON.parse(text);
  return `${JSON.stringify({ ...stack, output: { ...output, rule_set: { ...ruleSet, precondition: [] } } }, null, 2)}\n`;
}

function expectGolden(file: string, synthesized: string): void {
  const actual = withoutVersions(synthesized);
  if (update) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(actual).toBe(readFileSync(file, "utf8"));
}
