import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import { merged, withAdditions } from "../../lib/config/yaml-additions";
import { readYaml } from "../../lib/config/yaml-file";
import { ROOT } from "../support/repository";
import { sampleSize } from "../support/sample";

type Data = Readonly<Record<string, unknown>>;

const STAFF = { platform: "spa", tags: { a: "b" }, callbackUrls: ["https://a.example/", "x: y"] };

/** Text, additions, and the text with them. */
const SHAPES: readonly (readonly [name: string, text: string, additions: Data, expected: string])[] = [
  [
    "comments, their columns, quotes, blank lines and long lines stay",
    `# a\n\npools:   # b\n  'users':   { name:  "x" }      # c\n\n\n# d\nlast: ${"long ".repeat(60)}\n`,
    { pools: { staff: { name: "y" } } },
    `# a\n\npools:   # b\n  'users':   { name:  "x" }      # c\n  staff:\n    name: y\n\n\n# d\nlast: ${"long ".repeat(60)}\n`,
  ],
  ["a map that is missing", "a: 1\n", { pools: { staff: STAFF } }, `a: 1\n${stringify({ pools: { staff: STAFF } })}`],
  ["no line end at the end", "a:\n  b: 1", { a: { c: { d: 2 } } }, "a:\n  b: 1\n  c:\n    d: 2"],
  ["CRLF", "a:\r\n  b: 1\r\nc: 2\r\n", { a: { d: { e: 3 } } }, "a:\r\n  b: 1\r\n  d:\r\n    e: 3\r\nc: 2\r\n"],
  [
    "four blanks",
    "a:\n    b:\n        c: 1\n",
    { a: { d: { e: [2] } } },
    "a:\n    b:\n        c: 1\n    d:\n        e:\n            - 2\n",
  ],
  [
    "lists that are not indented",
    "a:\n  b:\n  - 1\n",
    { a: { b: [2], c: [3] } },
    "a:\n  b:\n  - 1\n  - 2\n  c:\n  - 3\n",
  ],
  ["an empty map", "a: {} # none\nb: 1\n", { a: { c: 2 } }, "a: # none\n  c: 2\nb: 1\n"],
  ["an empty map, and nothing after it", "a: &x {}", { a: { c: 2 } }, "a: &x\n  c: 2"],
  ["an empty map with a comment in it", "a: { # none\n  }\n", { a: { c: 2 } }, "a: { # none\n  c: 2}\n"],
  ["a key without a value", "a:\n  # none yet\nb: 1\n", { a: { c: 2 } }, "a:\n  # none yet\n  c: 2\nb: 1\n"],
  ["null", "a: ~ # none\nb: 1\n", { a: { c: 2 } }, "a: # none\n  c: 2\nb: 1\n"],
  ["a flow map", "a: {b: 1} # c\n", { a: { d: { e: [2] } } }, "a: {b: 1, d: { e: [2] }} # c\n"],
  ["a flow map in a flow map", "a: {b: {c: 1}}\n", { a: { b: { d: 2 }, e: 3 } }, "a: {b: {c: 1, d: 2}, e: 3}\n"],
  ["null in a flow map", "{a: , b: null}\n", { a: { c: 1 }, b: { d: 2 } }, "{a: { c: 1 }, b: { d: 2 }}\n"],
  ["a flow map with a comma at its end", "a: {b: 1, }\n", { a: { d: 2 } }, "a: {b: 1, d: 2, }\n"],
  [
    "a flow map of several lines",
    "a: {\n    b: 1, # x\n    c: 2 # y\n  }\n",
    { a: { d: { e: [2] } } },
    "a: {\n    b: 1, # x\n    c: 2, # y\n    d: {\n      e: [\n        2\n      ]\n    }\n  }\n",
  ],
  [
    "a flow map of several lines with a comma",
    "a: {\n  b: 1, # x\n}\n",
    { a: { d: 2 } },
    "a: {\n  b: 1, # x\n  d: 2,\n}\n",
  ],
  [
    "JSON",
    '{\n  "a": {\n    "b": 1\n  }\n}\n',
    { a: { c: { d: [] } }, e: 2 },
    '{\n  "a": {\n    "b": 1,\n    "c": {\n      "d": []\n    }\n  },\n  "e": 2\n}\n',
  ],
  ["JSON in one line", '{"a":{"b":1}}', { a: { c: { d: "x" } } }, '{"a":{"b":1, "c": {"d": "x"}}}'],
  ["a flow list", "a: [ 'b' ] # c\n", { a: ["d"] }, "a: [ 'b', d ] # c\n"],
  ["an empty flow list", "a: []\n", { a: ["d"] }, "a: [d]\n"],
  ["a block list", "a:\n  - b # c\n  # d\ne: 1\n", { a: ["f"] }, "a:\n  - b # c\n  # d\n  - f\ne: 1\n"],
  [
    "comments of what is outside",
    "a:\n  b: 1\n  # in a\n# outside\nc: 2\n",
    { a: { d: 2 } },
    "a:\n  b: 1\n  # in a\n  d: 2\n# outside\nc: 2\n",
  ],
  [
    "blank lines between the items",
    "a:\n  b: 1\n\n  # c\n  c: 2\n\nd: 3\n",
    { a: { e: 2 } },
    "a:\n  b: 1\n\n  # c\n  c: 2\n\n  e: 2\n\nd: 3\n",
  ],
  ["a block scalar", "a:\n  b: |\n    x\n\n\nc: 1\n", { a: { d: 2 } }, "a:\n  b: |\n    x\n  d: 2\n\n\nc: 1\n"],
  [
    "a block scalar with its blank lines",
    "a:\n  b: |+\n    x\n\n\nc: 1\n",
    { a: { d: 2 } },
    "a:\n  b: |+\n    x\n\n\n  d: 2\nc: 1\n",
  ],
  [
    "line ends at the end of a text",
    "a:\n  b: 1\n\nc: 1\n",
    { a: { d: "x\n\n" } },
    'a:\n  b: 1\n  d: "x\\n\\n"\n\nc: 1\n',
  ],
  [
    "the start and the end of a document",
    "%YAML 1.2\n---\na: 1 # x\n...\n# y\n",
    { b: { c: 2 } },
    "%YAML 1.2\n---\na: 1 # x\nb:\n  c: 2\n...\n# y\n",
  ],
  ["anchors", "a: &a\n  b: &b 1\nc: *b\n", { a: { d: 2 } }, "a: &a\n  b: &b 1\n  d: 2\nc: *b\n"],
  [
    "the alias of a map",
    "x-a: &a\n  b: { c: 1 }\n  d: 1\ne: *a # x\n",
    { e: { b: { f: 2 } } },
    "x-a: &a\n  b: { c: 1 }\n  d: 1\ne: # x\n  <<: *a\n  b:\n    c: 1\n    f: 2\n",
  ],
  [
    "the alias of a map, in a flow map",
    "x-a: &a {b: 1}\ne: {f: *a}\n",
    { e: { f: { c: 2 } } },
    "x-a: &a {b: 1}\ne: {f: { <<: *a, c: 2 }}\n",
  ],
  ["the alias of a list", "x-a: &a [b]\ne: *a\n", { e: ["c"] }, "x-a: &a [b]\ne: [b, c]\n"],
  [
    "a merged map",
    "x-a: &a\n  b: {c: 1}\ne:\n  <<: *a\n",
    { e: { b: { d: 2 } } },
    "x-a: &a\n  b: {c: 1}\ne:\n  <<: *a\n  b:\n    c: 1\n    d: 2\n",
  ],
  [
    "names that every object has",
    "toString: 1\na:\n  constructor: { b: 1 }\n",
    { a: { constructor: { c: 1 }, valueOf: { d: 2 } }, hasOwnProperty: 1 },
    "toString: 1\na:\n  constructor: { b: 1, c: 1 }\n  valueOf:\n    d: 2\nhasOwnProperty: 1\n",
  ],
  ["explicit keys", "? a\n: b: 1\n", { a: { c: 2 }, d: 3 }, "? a\n: b: 1\n  c: 2\nd: 3\n"],
  [
    "an inner and an outer map that end together",
    "a:\n  b:\n    c: 1",
    { a: { b: { d: 2 }, e: 3 }, f: 4 },
    "a:\n  b:\n    c: 1\n    d: 2\n  e: 3\nf: 4",
  ],
];

describe("additions to a YAML text", () => {
  test.each(SHAPES)("%s", (_, text, additions, expected) => {
    expect(added(text, additions)).toBe(expected);
    expect(data(expected)).toEqual(merged(data(text), additions));
  });

  const examples = readdirSync(join(ROOT, "examples"), { recursive: true, encoding: "utf8" }).filter((name) =>
    /^[^/]*\.yaml$|log-delivery\.yaml$/.test(name),
  );

  test.each(examples)("keep every line of %s", (name) => {
    const text = readFileSync(join(ROOT, "examples", name), "utf8");
    const { environments, pools } = data(text) as Record<string, Data>;
    const additions = {
      environments: {
        other: { region: "eu-west-1" },
        [Object.keys(environments ?? {})[0] as string]: { pools: { x: {} } },
      },
      pools: {
        staff: STAFF,
        ...Object.fromEntries(Object.keys(pools ?? {}).map((key) => [key, { except: ["other"] }])),
      },
    };
    for (const each of [text, text.trimEnd(), text.replaceAll("\n", "\r\n")]) {
      const result = added(each, additions);
      expect(data(result)).toEqual(merged(data(each), additions));
      expect(isSubsequence([...each], [...result])).toBe(true);
      const inFlow = /(?:only|except): \[.*\]$|^ {2}\w+: \{.*\}$/;
      expect(
        isSubsequence(
          each.split(/\r?\n/).filter((line) => !inFlow.test(line)),
          result.split(/\r?\n/),
        ),
      ).toBe(true);
    }
  });

  test("mean what was there and what is added, whatever the text looks like", () => {
    fc.assert(
      fc.property(map(), map(), layout(), ({ ...before }, additions, { crlf, open, ...options }) => {
        const plain = stringify({ first: 1, ...before }, { ...options, lineWidth: 0 });
        const written = (unix: string) => {
          // what a line end after a block scalar that keeps them all means is in the next line
          const whole = open && !plain.includes("|+") ? unix.slice(0, -1) : unix;
          return crlf ? whole.replaceAll("\n", "\r\n") : whole;
        };
        const [text = ""] = [commented(plain), plain]
          .map(written)
          .filter((each) => readYaml("x.yaml", each).value !== undefined);
        const result = added(text, additions);
        expect(data(result)).toEqual(merged(data(text), additions));
        if (options.collectionStyle === "any" && !plain.includes("{}") && !/\b(?:null)|\[\]/.test(plain))
          expect(isSubsequence(text.split(/\r?\n/), result.split(/\r?\n/))).toBe(true);
        if (crlf) expect(result).not.toMatch(/[^\r]\n/);
        expect(result.endsWith("\n")).toBe(text.endsWith("\n"));
      }),
      { numRuns: sampleSize(5000, 300) },
    );
  });
});

function added(text: string, additions: Data): string {
  return withAdditions(text, data(text), additions);
}

function data(text: string): Data {
  const { value, unreadable } = readYaml("x.yaml", text);
  expect(unreadable).toEqual([]);
  return value as Data;
}

const KEYS = ["a", "b", "constructor", "toString", "1", "null", "x: y", "#z", "é"];

function map(): fc.Arbitrary<Data> {
  const leaf = fc.oneof(
    fc.constantFrom(
      "",
      "x",
      "true",
      "a: b",
      "# c",
      " x ",
      "a\nb",
      "a\n\n",
      "\n",
      "a\r\nb",
      "- a",
      "{a}",
      "é\u2028",
      "x".repeat(200),
    ),
    fc.integer({ max: 9 }),
    fc.boolean(),
    fc.constant(null),
  );
  const { node } = fc.letrec<{ node: Data }>((tie) => ({
    node: fc.dictionary(
      fc.constantFrom(...KEYS),
      fc.oneof({ maxDepth: 3 }, leaf, fc.array(leaf, { maxLength: 3 }), tie("node")),
      { maxKeys: 4, noNullPrototype: true },
    ),
  }));
  return node;
}

/** How a text is written. */
function layout() {
  return fc.record({
    collectionStyle: fc.constantFrom("flow" as const, "any" as const),
    indent: fc.constantFrom(1, 2, 4),
    indentSeq: fc.boolean(),
    defaultKeyType: fc.constantFrom("PLAIN" as const, "QUOTE_DOUBLE" as const),
    crlf: fc.boolean(),
    open: fc.boolean(),
  });
}

/** The text with a comment after each of its lines, indented like it. */
function commented(text: string): string {
  return text.replace(/^( *)(.*)(\n|$)/gm, (line, blanks) =>
    line.endsWith("\n") ? `${line}${blanks}# comment\n` : line,
  );
}

function isSubsequence(few: readonly string[], many: readonly string[]): boolean {
  let next = 0;
  for (const each of many) if (each === few[next]) next++;
  return next === few.length;
}
