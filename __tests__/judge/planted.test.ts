import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../lib/diagnostics/diagnostic";
import { parsePlan } from "../../lib/gate/plan-file";
import { judgePlan } from "../../lib/judge/judge-plan";
import { rules } from "../../lib/rules";
import { drawn } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";
import { PLANTED } from "./planted";
import { NOT_PLANTED } from "./planted/not-planted";
import { OTHER_FORMS } from "./planted/other-forms";
import { REFUSED } from "./planted/refused";
import type { Planted } from "./planted/terraform";
import { UNDECIDED, type Undecided } from "./planted/undecided";

const PROVIDER = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" { region = "eu-west-1" }
`;

/** Each mistake in a module of its own, and beside it the same without the mistake. */
describeTerraform("judge of hand-written Terraform with planted mistakes", () => {
  const cases = [...drawn(PLANTED, 8), ...OTHER_FORMS];
  const workspace = new Workspace();
  const found = new Map<string, Diagnostic[]>();

  beforeAll(async () => {
    const modules = [
      ...cases.flatMap(({ bad, good }, index) => [
        [`bad_${index}`, bad],
        [`good_${index}`, good],
      ]),
      ...UNDECIDED.map(({ text }, index) => [`undecided_${index}`, text]),
    ];
    for (const [name, text] of modules) {
      mkdirSync(join(workspace.folder, name as string));
      writeFileSync(join(workspace.folder, name as string, "main.tf"), withOwnDomain(name as string, text as string));
    }
    const calls = modules.map(([name]) => `module "${name}" {\n  source = "./${name}"\n}\n`);
    writeFileSync(join(workspace.folder, "main.tf"), PROVIDER + calls.join(""));
    await workspace.use({});
    const { plan, output } = await workspace.plan();
    if (plan === undefined) throw new Error(output);
    for (const diagnostic of judgePlan(parsePlan(Buffer.from(JSON.stringify(plan)), "plan.json"))) {
      const [, name = "", rest = ""] = /^module\.(\w+)\.(.*)$/.exec(diagnostic.path) ?? [];
      found.set(name, [...(found.get(name) ?? []), { ...diagnostic, path: rest }]);
    }
  }, 600_000);
  afterAll(() => workspace.remove());

  test.each(cases.map((planted, index) => [planted.rule, index, planted] as [string, number, Planted]))(
    "%s",
    (rule, index, { at }) => {
      const bad = (found.get(`bad_${index}`) ?? []).filter(({ code }) => code === rule);
      expect(bad.map(({ path }) => path.startsWith(at))).toContain(true);
      const good = found.get(`good_${index}`) ?? [];
      expect(
        good.filter(({ code, level }) => code === rule || level === "error").map(({ code, path }) => `${code} ${path}`),
      ).toEqual([]);
    },
  );

  test.each(
    UNDECIDED.map((each, index) => [`${each.at} ${each.argument}`, index, each] as [string, number, Undecided]),
  )("decides nothing of %s, which an apply decides", (_, index, { at, argument, rest, errors = [] }) => {
    const all = (found.get(`undecided_${index}`) ?? []).filter(({ path }) => path.startsWith(at));
    const notes = all.filter(({ code }) => code === "not-decidable");
    expect(notes.map(({ path, message }) => [path, message])).toEqual([
      [at, `${argument}: known after apply; ${rest ? "rules about it are not decided" : "the resource is not judged"}`],
    ]);
    const others = all.filter(({ code }) => code !== "not-decidable");
    expect(others.filter(({ path }) => path.startsWith(`${at}.${argument}`))).toEqual([]);
    if (at !== "aws_cognito_user_pool_domain.main") expect(others.length > 0).toBe(rest);
    const errorsFound = (found.get(`undecided_${index}`) ?? []).filter(({ level }) => level === "error");
    expect(errorsFound.map(({ code }) => code)).toEqual(errors);
  });
});

/** No two pools can share a domain. */
function withOwnDomain(name: string, text: string): string {
  const host = name.replace("_", "-");
  return text.replaceAll("acme-sign-in", `acme-${host}`).replaceAll("auth.example.com", `${host}.example.com`);
}

test("each rule is planted once, or it is said why no plan here can show it", () => {
  const ids = PLANTED.map(({ rule }) => rule);
  expect(new Set(ids).size).toBe(ids.length);
  const why = (rule: string) => [
    ...(ids.includes(rule) ? ["planted"] : []),
    ...(rule in REFUSED ? ["refused by the provider"] : []),
    ...NOT_PLANTED.filter(({ rules }) => rules.test(rule)).map(({ because }) => because),
  ];
  expect(rules.map(({ id }) => [id, why(id)] as const).filter(([, reasons]) => reasons.length !== 1)).toEqual([]);
});

describeTerraform("mistakes that leave no plan to judge", () => {
  test("the provider refuses each of them", async () => {
    const workspace = new Workspace();
    const cases = Object.entries(REFUSED);
    for (const [rule, text] of cases) {
      mkdirSync(join(workspace.folder, rule));
      writeFileSync(join(workspace.folder, rule, "main.tf"), text);
    }
    const calls = cases.map(([rule]) => `module "${rule}" {\n  source = "./${rule}"\n}\n`);
    writeFileSync(join(workspace.folder, "main.tf"), PROVIDER + calls.join(""));
    await workspace.use({});
    const { stdout } = await workspace.terraform("validate", "-json");
    workspace.remove();
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string; range?: { filename: string } }[] };
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const refused = new Set(errors.map(({ range }) => range?.filename.split("/")[0]));
    expect([...refused].sort()).toEqual(cases.map(([rule]) => rule).sort());
  }, 120_000);
});
