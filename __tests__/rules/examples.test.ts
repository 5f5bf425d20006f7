import { formatPath } from "../../lib/config/problem";
import type { PoolModel } from "../../lib/model/model";
import { rules, ruleTexts } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import type { Example } from "../../lib/rules/rule";
import { configOf, modelsOf } from "../support/models";
import { IN_AWS_ALONE } from "./ids";

const violationsOf = (example: Example) => {
  const pools = modelsOf(configOf(example));
  const violations = checkPool(pools.at(-1) as PoolModel, pools.slice(0, -1));
  return violations.map(({ rule, path }) => ({ rule, at: formatPath(path) }));
};

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("has examples on both sides", () => {
    expect(rule.examples().bad.length > 0).toBe(!IN_AWS_ALONE.includes(id));
    expect(rule.examples().good.length).toBeGreaterThan(0);
  });

  const examples = rule.examples().bad.map(({ at, ...example }) => [at, example] as const);
  if (examples.length > 0)
    test.each(examples)("fails when %s: %j", (at, example) => {
      expect(violationsOf(example)).toContainEqual({ rule: id, at });
    });

  test.each(rule.examples().good.map((example) => [example]))("accepts %j", (example) => {
    expect(violationsOf(example).filter((violation) => violation.rule === id)).toEqual([]);
  });
});

test("every rule has an id of its own", () => {
  const ids = ruleTexts.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each(ruleTexts.map((rule) => [rule.id, rule] as const))(
  "%s says what, why, how to fix it, and where it is written",
  (_, rule) => {
    expect(rule.title).toMatch(/^.{15,120}[^.]$/);
    expect(rule.why.length).toBeGreaterThan(20);
    expect(rule.fix.length).toBeGreaterThan(5);
    expect(rule.source.length).toBeGreaterThan(0);
  },
);
