import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "../../lib/gate/plan-file";
import { judgePlan } from "../../lib/judge/judge-plan";
import { generator } from "../rules/random-promises";
import { sampleSize } from "../support/sample";
import { describeWhole, Workspace } from "../support/terraform";
import { planOfModule, type ShownPlan } from "./compact-plan";
import { FINDINGS } from "./public-findings";

/** Configurations with the shape and values of public ones: Terraform, and what the real provider plans of it. */
const folder = join(__dirname, "public");
const names = readdirSync(folder);
const planFile = (name: string) => join(folder, name, "plan.json");

test("each of them has its findings", () => {
  expect(Object.keys(FINDINGS).sort()).toEqual([...names].sort());
});

test.each(names)("judge of %s finds what is wrong with it, and nothing else", (name) => {
  const found = judgePlan(parsePlan(readFileSync(planFile(name)), "plan.json"));
  const expected = Object.entries(FINDINGS[name]?.found ?? {}).flatMap(([rule, { at }]) =>
    at.map((each) => `${rule} ${each}`),
  );
  const notKnown = (FINDINGS[name]?.notKnown ?? []).map((each) => `not-decidable ${each}`);
  expect(found.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([...expected, ...notKnown].sort());
});

test("no finding names a key of a config", () => {
  const found = names.flatMap((name) => judgePlan(parsePlan(readFileSync(planFile(name)), "plan.json")));
  expect(found.filter(({ path }) => !/^(?:module\.|aws_)/.test(path) || /[a-z][A-Z]/.test(path))).toEqual([]);
});

interface Hidden {
  readonly address: string;
  readonly change: { readonly after: Record<string, unknown>; readonly after_unknown: Record<string, unknown> };
}

/** Leaves some arguments of a plan to the apply; gives where they are. */
function hide(changes: readonly Hidden[], chance: (part: number) => boolean): string[] {
  return changes.flatMap(({ address, change: { after, after_unknown } }) =>
    Object.keys(after)
      .filter(() => chance(0.12))
      .map((key) => {
        delete after[key];
        after_unknown[key] = true;
        return `${address}.${key}`;
      }),
  );
}

test("whatever an apply decides, nothing is said of it, nor anything in the words of a config", () => {
  const seed = Number(process.env.SEED ?? Date.now() % 100_000);
  const random = generator(seed);
  const said = Array.from({ length: sampleSize(40, 3) }, () => names)
    .flat()
    .flatMap((name) => {
      const plan = JSON.parse(readFileSync(planFile(name), "utf8"));
      const hidden = hide(plan.resource_changes, (part) => random() < part);
      const isHidden = (path: string) =>
        hidden.some((each) => path === each || (/^[.[]/.test(path.slice(each.length)) && path.startsWith(each)));
      return judgePlan(parsePlan(Buffer.from(JSON.stringify(plan)), "plan.json"))
        .filter(
          ({ code, path }) =>
            code !== "not-decidable" && (isHidden(path) || /^(CFG|STK)-/.test(code) || !/^(module\.|aws_)/.test(path)),
        )
        .map(({ code, path, message }) => ({ name, seed, code, path, message }));
    });
  expect(said).toEqual([]);
});

describeWhole("the stored plans are what the provider plans", () => {
  test("of each of them", async () => {
    const workspace = new Workspace();
    for (const name of names) cpSync(join(folder, name), join(workspace.folder, name), { recursive: true });
    const calls = names.map((name) => `module "${name}" {\n  source = "./${name}"\n}\n`).join("");
    writeFileSync(join(workspace.folder, "main.tf"), `${PROVIDER}${calls}`);
    await workspace.use({});
    const { plan, output } = await workspace.plan();
    workspace.remove();
    if (plan === undefined) throw new Error(output);
    for (const name of names) {
      const planned = JSON.parse(JSON.stringify(planOfModule(plan as unknown as ShownPlan, name)));
      if (process.env.UPDATE_GOLDEN || !existsSync(planFile(name)))
        writeFileSync(planFile(name), `${JSON.stringify(planned)}\n`);
      expect(planned).toEqual(JSON.parse(readFileSync(planFile(name), "utf8")));
    }
  }, 300_000);
});

const PROVIDER = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" { region = "us-east-1" }
`;
