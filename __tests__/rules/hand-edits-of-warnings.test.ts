import { rules } from "../../lib/rules";
import type { Rule } from "../../lib/rules/rule";
import { drawn } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";
import { type HandEdit, handEdits, planEdits, ruleOf, type Verdict } from "./hand-edits";

/** Rules that warn, of which no edit of one resource is made here, and why. */
const NOT_EDITED: Readonly<Record<string, readonly string[]>> = {
  "a resource or an output that is written for the config, of which the config says nothing": [
    "CLI-03",
    "DEL-05",
    "PRX-09",
  ],
  "a resource that is missing, not an argument": ["BSL-17"],
};

/** Rules of which every edit asks for what the AWS provider of the tests does not have, or refuses first. */
const NOT_PLANNED = ["BRD-09", "BSL-19", "LOG-05"];

/** Rules that warn in a check and fail a plan. */
const FAILING: readonly string[] = ["ATT-12"];
const editsOf = (rule: Rule) => handEdits(rule, FAILING.includes(rule.id) ? "error" : rule.severity);

const warning = rules.filter((rule) => rule.severity === "warning" && rule.conditions !== undefined);
const edited = warning.filter(({ id }) => ![...Object.values(NOT_EDITED).flat(), ...NOT_PLANNED].includes(id));
const planned = drawn(edited, 6);

test("every rule that warns at plan has an edit that breaks it, but for those with a reason", () => {
  const without = warning.filter((rule) => editsOf(rule).length === 0);
  expect(without.map(({ id }) => id).sort()).toEqual(Object.values(NOT_EDITED).flat().sort());
});

describeTerraform("one argument changed by hand, of which a rule warns", () => {
  const workspace = new Workspace();
  const verdicts = new Map<Rule, Verdict[]>();
  const speaks = (rule: Rule) =>
    verdicts.get(rule)?.some(({ conditions }) => conditions.some((message) => ruleOf(message) === rule.id));

  beforeAll(async () => {
    // the smallest edit of each rule, and more of the rules whose smallest one the provider refuses
    let left: readonly Rule[] = planned;
    for (const [from, to] of [
      [0, 1],
      [1, 8],
    ] as const) {
      const edits: HandEdit[] = left.flatMap((rule) => editsOf(rule).slice(from, to));
      if (edits.length === 0) break;
      for (const verdict of await planEdits(workspace, edits))
        verdicts.set(verdict.edit.rule, [...(verdicts.get(verdict.edit.rule) ?? []), verdict]);
      left = left.filter((rule) => !speaks(rule));
    }
  }, 600_000);
  afterAll(() => workspace.remove());

  test.each(planned.map((rule) => [rule.id, rule] as const))("is reported by %s", (_, rule) => {
    const said = verdicts
      .get(rule)
      ?.map(({ edit, conditions, refusals }) => ({ edit: edit.field, conditions, refusals }));
    expect({ speaks: speaks(rule), said: speaks(rule) ? [] : said }).toEqual({ speaks: true, said: [] });
  });
});
