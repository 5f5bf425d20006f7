import { characters, hasLength } from "../../lib/rules/language/text-statements";

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
