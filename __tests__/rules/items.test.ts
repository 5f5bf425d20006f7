import { checkPool } from "../../lib/rules/check";
import { field } from "../../lib/rules/language/fields";
import { claimEvery, every, some, text, texts } from "../../lib/rules/language/items";
import { say } from "../../lib/rules/language/phrases";
import { is } from "../../lib/rules/language/text-statements";
import { objectRule } from "../../lib/rules/pool/object-rule";
import type { Violation } from "../../lib/rules/rule";
import { configOf, modelOf } from "../support/models";

interface Subject {
  readonly names: readonly (string | { readonly variable: string })[];
}

const names = texts<Subject>(
  field(({ names: list }) => list, "names"),
  "name",
);
const open = { variable: "v" };

describe("a statement about every item of a list", () => {
  test.each<[Subject["names"], boolean | undefined, boolean | undefined]>([
    [[], true, false],
    [["a", "a"], true, true],
    [["a", "b"], false, true],
    [["b"], false, false],
    [["a", open], undefined, true],
    [["b", open], false, undefined],
    [[open], undefined, undefined],
  ])("%j: every is a %s, some is a %s", (list, all, any) => {
    expect([every(names, is("a")).holds({ names: list }), some(names, is("a")).holds({ names: list })]).toEqual([
      all,
      any,
    ]);
  });

  test("reports each item that fails where it is, beside one that a variable holds", () => {
    const { violations } = claimEvery(names, is("a"), (_, index) => [index], say`${text} is not a`);
    expect(violations({ names: ["a", open, "b", "c"] })).toEqual([
      { at: [2], message: "b is not a" },
      { at: [3], message: "c is not a" },
    ]);
  });
});

describe("what only the check of a conditioned rule says", () => {
  const rule = (isConditioned: boolean) =>
    objectRule({ on: "userPool", of: ({ pool }) => (pool ? [pool] : []), place: () => [] })({
      id: "X-01",
      severity: "error",
      title: "",
      why: "",
      fix: "",
      source: [],
      claims: isConditioned ? [{ must: { holds: () => true, over: () => "true" }, violations: () => [] }] : [],
      check: () => [{ at: ["name"], message: "wrong" }],
      examples: () => ({ bad: [], good: [] }),
    });
  const model = modelOf(configOf({}));

  test.each([
    [true, { at: ["name"], message: "wrong", unplanned: true }],
    [false, { at: ["name"], message: "wrong" }],
  ])("with claims: %s", (isConditioned, expected) => {
    expect([...rule(isConditioned).check(model)] satisfies Violation[]).toEqual([expected]);
  });
});

test("a custom domain below a top-level domain is one finding", () => {
  const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-0000-4000-8000-000000000000";
  const model = modelOf(configOf({ pool: { domain: { customDomain: "example.com", certificateArn } } }));
  expect(checkPool(model).filter(({ rule }) => rule === "DOM-06")).toHaveLength(1);
});
