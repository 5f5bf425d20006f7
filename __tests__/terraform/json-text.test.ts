import { jsonText } from "../../lib/terraform/json-text";

test("keys are in order, and what is undefined is left out", () => {
  expect(jsonText({ b: 1, a: { d: null, c: undefined }, Z: true })).toBe(
    '{\n  "Z": true,\n  "a": {\n    "d": null\n  },\n  "b": 1\n}',
  );
});

test("empty lists and maps are two characters", () => {
  expect(jsonText({ list: [], map: {}, lists: [[], {}] })).toBe(
    '{\n  "list": [],\n  "lists": [\n    [],\n    {}\n  ],\n  "map": {}\n}',
  );
});

test("a list of texts, numbers and flags fills lines of 120 characters", () => {
  const names = Array.from({ length: 40 }, (_, index) => `custom:attribute-${index}`);
  const lines = jsonText({ names, few: ["a", 2, true, null], one: ["x".repeat(200)] }).split("\n");
  expect(lines.filter((line) => !line.includes("xxx")).map(({ length }) => length <= 120)).not.toContain(false);
  expect(lines).toContain('  "few": ["a", 2, true, null],');
  expect(lines.find((line) => line.includes("xxx"))).toBe(`  "one": ["${"x".repeat(200)}"]`);
});

test("a list that holds maps or lists has an item on each line", () => {
  expect(jsonText([1, { a: 2 }, [3, 4]])).toBe('[\n  1,\n  {\n    "a": 2\n  },\n  [3, 4]\n]');
});

test.each([
  ["quotes and line ends", 'say "\\n"\n\r\u2028'],
  ["characters beyond the first plane", "🔑 \ud800"],
  ["what looks like JSON", "[\n  1,\n  2\n]"],
  ["keys of objects", { __proto__x: 1, "a\nb": { "": 2 } }],
])("%s are read back as they were", (_, value) => {
  expect(JSON.parse(jsonText([value, { value }]))).toEqual([value, { value }]);
});
