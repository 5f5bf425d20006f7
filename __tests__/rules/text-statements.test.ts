import type { PoolModel } from "../../lib/model/model";
import { rules } from "../../lib/rules";
import { characters, hasLength } from "../../lib/rules/language/text-statements";
import { drawnModels } from "./random-models";

/** Texts that form NFC makes longer, or shorter, or leaves: up to three characters for one, one for two. */
const TEXTS = ["", "a", "\u{fb2c}", "e\u{301}", "\u{1f600}"];

test.each(TEXTS.flatMap((text) => [1, 2, 3, 4, 11, 12].map((times) => [text.repeat(times)])))(
  "%j has as many characters as are counted in form NFC",
  (text) => {
    for (const [least, most] of [
      [0, 3],
      [1, 12],
      [2, 4],
    ] as const) {
      const length = characters(text);
      expect(hasLength(least, most).holds(text)).toBe(length >= least && length <= most);
    }
  },
);

test("no pattern repeats more often than RE2 allows, which Terraform would take for a text that never matches", () => {
  const [pool] = drawnModels(1, 1).map(({ closed }) => closed);
  const texts = rules.flatMap((rule) => rule.conditions?.(pool as PoolModel) ?? []).map(({ expression }) => expression);
  const repeats = texts.flatMap((text) => [...text.matchAll(/\{\d+,(\d*)\}/g)].map(([, most]) => Number(most)));
  expect(repeats.length).toBeGreaterThan(5);
  expect(Math.max(...repeats)).toBeLessThanOrEqual(1000);
});
