import { rules } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import { assertionsOfRule } from "../../lib/rules/conditions";
import type { Example, Rule } from "../../lib/rules/rule";
import { configOf, modelOf } from "../support/models";

const changed = ({ id }: Rule, example: Example, severity: "error" | "off") => ({
  ...example,
  guardrails: { ...example.guardrails, severity: { [id]: severity } },
});
const severitiesOf = ({ id }: Rule, example: Example) =>
  checkPool(modelOf(configOf(example)))
    .filter(({ rule }) => rule === id)
    .map(({ severity }) => severity);
const badOf = (rule: Rule) => rule.examples().bad;
/** Examples of a rule that give a warning, each by itself. */
const cases = rules.flatMap((rule) =>
  badOf(rule)
    .filter((bad) => severitiesOf(rule, bad).includes("warning"))
    .map((bad) => [rule.id, rule, bad] as const),
);

test("every rule that warns is among the cases", () => {
  const ids = new Set(cases.map(([id]) => id));
  expect(rules.filter(({ id, severity }) => severity === "warning" && !ids.has(id)).map(({ id }) => id)).toEqual([]);
});

test.each(cases)("%s becomes an error, and nothing", (_, rule, bad) => {
  expect(severitiesOf(rule, bad)).toContain("warning");
  expect(severitiesOf(rule, changed(rule, bad, "error"))).not.toContain("warning");
  expect(severitiesOf(rule, changed(rule, bad, "error"))).toHaveLength(severitiesOf(rule, bad).length);
  expect(severitiesOf(rule, changed(rule, bad, "off"))).not.toContain("warning");
  const plannedAs = (example: Example) =>
    assertionsOfRule(rule, modelOf(configOf(example))).map((each) => each.severity);
  expect(plannedAs(changed(rule, bad, "error"))).not.toContain("warning");
  expect(plannedAs(changed(rule, bad, "error")).includes("error")).toBe(plannedAs(bad).length > 0);
  expect(plannedAs(changed(rule, bad, "off"))).not.toContain("warning");
});

test("errors do not change", () => {
  const found = rules.flatMap((rule) =>
    badOf(rule).map((bad) => [
      severitiesOf(rule, bad).filter((severity) => severity === "error").length,
      severitiesOf(rule, { ...bad, guardrails: { ...bad.guardrails, severity: { [rule.id]: "off" } } }).length,
      bad.guardrails?.severity,
    ]),
  );
  expect(found.filter(([errors, left, severity]) => severity === undefined && errors !== left)).toEqual([]);
});

const warned: Example = { client: { platform: "ios", enableTokenRevocation: false } };
const ids = (example: Example) => checkPool(modelOf(configOf(example))).map(({ rule, message }) => [rule, message]);

test("an id overrides its family", () => {
  const severity = { TOK: "error", "TOK-24": "off" } as const;
  expect(ids({ ...warned, guardrails: { severity } }).filter(([rule]) => rule === "TOK-24")).toEqual([]);
});

test("a warning that is an error cannot be acknowledged", () => {
  const acknowledge = { "TOK-24": "legacy" };
  expect(
    ids({ client: { ...warned.client, acknowledge } as Example["client"], guardrails: { severity: { TOK: "error" } } }),
  ).toContainEqual(["CFG-13", "TOK-24 is an error by guardrails.severity and cannot be acknowledged"]);
});

test.each([
  ["SCH-01", "the severity of SCH-01, an error, cannot be changed"],
  ["XYZ", "unknown rule or family of rules XYZ"],
  ["TOK-99", "unknown rule or family of rules TOK-99"],
])("%s is not a warning", (id, message) => {
  expect(ids({ guardrails: { severity: { [id]: "off" } } })).toEqual([["CFG-15", message]]);
});

test.each([
  ["TOK-99", "use the id or the family of a warning"],
  ["TKOS-24", "write TOK-24"],
  ["ATTT", "write ATT"],
  ["SCH-01", "use the id or the family of a warning"],
])("%s in guardrails.severity is fixed by: %s", (id, fix) => {
  const found = checkPool(modelOf(configOf({ guardrails: { severity: { [id]: "off" } } })));
  expect(found.filter(({ rule }) => rule === "CFG-15").map((each) => each.fix)).toEqual([fix]);
});

test.each([
  ["TOK24", "write TOK-24"],
  ["tok-24", "write TOK-24"],
  ["token-revocaton", "write TOK-24"],
  ["XYZ-99", "use the id of a warning"],
])("%s in acknowledge is fixed by: %s", (id, fix) => {
  const found = checkPool(modelOf(configOf({ client: { platform: "ios", acknowledge: { [id]: "legacy" } } })));
  expect(found.filter(({ rule }) => rule === "CFG-13").map((each) => each.fix)).toEqual([fix]);
});
