import { rules } from "../../lib/rules";
import { configOf, modelOf } from "../support/models";

const UI_01 = rules.find(({ id }) => id === "UI-01");

/** What UI-01 says of a style sheet. */
function judged(css: string): string[] {
  const pool = modelOf(configOf({ pool: { domain: { prefix: "acme" }, uiCustomization: { css } } }));
  if (UI_01?.subject !== "pool") throw new Error("no rule about pools");
  return [...UI_01.check(pool)].map(({ message }) => message);
}

const CLASS = ".logo-customizable {}";

test.each([
  ["spaces", `${CLASS}${" ".repeat(130_000)}`],
  ["comments that never end", `${CLASS}${"/*".repeat(65_000)}`],
  ["comments", `${CLASS}${"/**/".repeat(32_000)}`],
  ["blocks that never end", `${CLASS}${"{".repeat(130_000)}`],
])("a long style sheet of %s takes little of the processor", (_, css) => {
  const start = process.cpuUsage();
  expect(judged(css)).toEqual([]);
  expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
});

test.each([
  ["/* .a {} */ .b { }", "b"],
  [".logo-customizable { /* } */ color: red } .c:hover, .d-e > .f_1 {}", "c, d-e, f_1"],
  [".logo-customizable { background: url(x.png); width: .5em }", undefined],
  [".b /* {", "b"],
])("the classes of %s", (css, names) => {
  expect(judged(css)).toEqual(
    names === undefined ? [] : [`the style sheet has classes that AWS does not allow: ${names}`],
  );
});
