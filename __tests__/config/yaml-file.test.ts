import fc from "fast-check";
import { readJson } from "../../lib/config/json-file";
import { readYaml } from "../../lib/config/yaml-file";
import { findingsOf, loadText, marked, yaml } from "./support";

/** A config whose one client has an unknown platform, between « and ». */
const wrong = yaml({ client: "platform: «iox»" });

describe("positions in YAML", () => {
  test.each([
    ["lines that end with CRLF", wrong.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${wrong}`, wrong],
    ["a start marker", `---\n${wrong}`],
    ["an end marker", `${wrong}...\n`],
    ["comments", `# pools\n\n${wrong.replace("»", "» # not a platform")}`],
    ["tabs between tokens", wrong.replace("platform: «", "platform:\t«")],
    ["characters outside the BMP before", wrong.replace("platform: ", '"platform": ').replace("acme", "acme # 😀")],
    ["single quotes", wrong.replace("«iox»", "«'iox'»")],
    ["double quotes with escapes", wrong.replace("«iox»", '«"\\x69ox"»')],
    ["a block scalar, shown by its first line", wrong.replace("«iox»", "«|-»\n          iox")],
    [
      "flow style",
      "{ project: acme, environments: { prod: { region: r } }, pools: { users: { clients: { app: { platform: «iox» } } } } }",
    ],
    ["an anchor on the value", wrong.replace("«iox»", "&p «iox»")],
    ["an explicit key", wrong.replace("platform: «iox»", "? platform\n        : «iox»")],
  ])("hold with %s", async (_, source, shown = source) => {
    const { text } = marked(source);
    const { place } = marked(shown);
    const [finding, ...more] = await findingsOf("userpools.yaml", text);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: "CFG-07", path: "pools.users.clients.app.platform", ...place });
  });

  const anchored = (anchor: string, use: string) =>
    `project: acme\nenvironments: { prod: { region: eu-west-1 } }\npools:\n  one:\n    clients:\n      app: ${anchor}\n  two:\n    clients:\n${use}\n`;

  test.each([
    ["an aliased value", anchored("&app { platform: «iox» }", "      app: *app"), "pools.two.clients.app.platform"],
    [
      "a merged map",
      anchored("&app { platform: «iox» }", "      app: { <<: *app, name: x }"),
      "pools.two.clients.app.platform",
    ],
    [
      "the first of several merged maps",
      anchored("&app { platform: «iox» }", "      app: { <<: [*app, { platform: ios }] }"),
      "pools.two.clients.app.platform",
    ],
    [
      "the first of two merge keys",
      anchored("&app { platform: «iox» }", "      app: { <<: *app, <<: { platform: ios } }"),
      "pools.two.clients.app.platform",
    ],
    [
      "a map merged into a merged map",
      anchored("&app { platform: «iox» }", "      app: { <<: { <<: *app, name: x } }"),
      "pools.two.clients.app.platform",
    ],
  ])("point at the anchor's text in %s", async (_, source, path) => {
    const { text, place } = marked(source);
    const findings = await findingsOf("userpools.yaml", text);
    expect(findings.map(({ path }) => path)).toEqual(["pools.one.clients.app.platform", path]);
    for (const finding of findings) expect(finding).toMatchObject({ rule: "CFG-07", ...place });
  });

  const extended = (anchor: string, use: string) =>
    `x-web: ${anchor}\nproject: acme\nenvironments: { prod: { region: eu-west-1 } }\npools: { users: { clients: { app: ${use} } } }\n`;

  test.each([
    ["an alias of", extended("&web { platform: «iox» }", "*web")],
    ["a merge from", extended("&web { platform: «iox» }", "{ <<: *web, name: x }")],
    ["a merge from a merge in", extended("{ a: &a { platform: «iox» }, b: &b { <<: *a } }", "{ <<: *b }")],
  ])("point into the key at the top in %s x-...", async (_, source) => {
    const { text, place } = marked(source);
    expect(await findingsOf("userpools.yaml", text)).toEqual([
      expect.objectContaining({ rule: "CFG-07", path: "pools.users.clients.app.platform", ...place }),
    ]);
  });

  test.each([
    ["userpools.yaml", 'x-a: { anything: [1, null] }\n"x-b":\n', ""],
    ["userpools.json", '"x-a": { "anything": [1] }', "{"],
  ])("are of no key x-... at the top of %s, which is ignored", async (name, extension, open) => {
    const text = name.endsWith("yaml")
      ? `${extension}${yaml()}`
      : `${open}${extension}, "project": "a", "environments": {"p": {"region": "eu-west-1"}}, "pools": {"u": {"clients": {"c": {"platform": "ios"}}}}}`;
    expect(await findingsOf(name, text)).toEqual([]);
  });

  test.each([
    ["userpools.yaml", yaml({ pool: "«x-a»: 1" })],
    ["userpools.yaml", yaml({ top: "«x_a»: 1" })],
  ])("are of any other unknown key", async (name, source) => {
    const { text, place } = marked(source);
    expect(await findingsOf(name, text)).toEqual([expect.objectContaining({ rule: "CFG-04", ...place })]);
  });

  test("point at a map's own key, which wins over the merged one", async () => {
    const { text, place } = marked(anchored("&app { platform: ios }", "      app: { <<: *app, platform: «iox» }"));
    expect(await findingsOf("userpools.yaml", text)).toEqual([expect.objectContaining({ rule: "CFG-07", ...place })]);
  });

  test("are those of JSON, indented by tabs", async () => {
    const { text, place } = marked(
      '{\n\t"project": «"Acme"»,\n\t"environments": {"prod": {"region": "r"}},\n\t"pools": {"users": {"clients": {}}}\n}',
    );
    expect(await findingsOf("userpools.json", text)).toEqual([expect.objectContaining({ rule: "CFG-07", ...place })]);
  });
});

describe("a YAML file that is not data", () => {
  test.each([
    ["a tab as indentation", yaml().replace("  users:", "«\t»users:"), "CFG-02", "tabs are not allowed as indentation"],
    ["a bracket that is never closed", "project: acme\npools: [a«", "CFG-02", /flow sequence.* end with a \]/],
    ["a second document", `${yaml()}«---»\nproject: acme\n`, "CFG-02", "a second YAML document begins here"],
    ["a cyclic anchor in a map", "a: &a\n  «b: *a»\n", "CFG-03", "this anchor contains itself"],
    ["a cyclic anchor in a list", "a: &a «[*a]»\n", "CFG-03", "this anchor contains itself"],
    ["a cyclic merge", "a: &a «{ <<: *a }»\n", "CFG-03", "this anchor contains itself"],
    ["an alias without anchor", "a: «*nope»\n", "CFG-03", "no anchor &nope before this alias"],
    ["an alias before its anchor", "a: «*later»\nb: &later 1\n", "CFG-03", "no anchor &later before this alias"],
    ["a __proto__ key", "project: acme\n«__proto__»: { polluted: true }\n", "CFG-03", "__proto__ is not a valid key"],
    ["a list as a key", "? «[a, b]»\n: 1\n", "CFG-03", "a key must be plain text"],
    ["nothing as a key", "«~»: 1\n", "CFG-03", "a key must be plain text"],
    ["a merge of text", "a: { <<: «text» }\n", "CFG-03", "<< merges maps only"],
    ["a merge of a list of text", "a: { <<: [«text»] }\n", "CFG-03", "<< merges maps only"],
    ["a tag of somebody's own", "a: «!Ref» pool\n", "CFG-03", "the tag !Ref has no meaning here"],
    ["a tag that runs code elsewhere", "a: «!!js/function» x\n", "CFG-03", "the tag !!js/function has no meaning here"],
    ["binary data", "a: !!binary «aGVsbG8=»\n", "CFG-03", "this is not plain data"],
    ["a date of YAML 1.1", "%YAML 1.1\n---\na: «2001-12-14»\n", "CFG-03", "this is not plain data"],
  ])("fails when it has %s", async (_, source, rule, message) => {
    const { text, place } = marked(source.includes("»") ? source : `${source}»`);
    const { source: file, pools } = await loadText("userpools.yaml", text);
    expect(pools).toEqual([]);
    expect(file.unreadable).toEqual([
      {
        rule,
        message: typeof message === "string" ? message : expect.stringMatching(message),
        fix: expect.any(String),
        range: expect.any(Array),
      },
    ]);
    const [finding] = await findingsOf("userpools.yaml", text);
    expect(finding).toMatchObject({ rule, line: place.line, column: place.column });
  });

  test("fails once for each line, however often the reader stumbles over it", async () => {
    const findings = await findingsOf("userpools.yaml", "a: |\n  x\n b: 1\n- c\n");
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
      ["CFG-02", 3],
      ["CFG-02", 4],
    ]);
  });
});

describe("what YAML says", () => {
  const value = (text: string) => readYaml("f.yaml", text).value;

  test("is followed through aliases and merge keys", () => {
    const text =
      "base: &b { x: 1, y: 1 }\nother: &o { y: 2, z: 2 }\na: *b\nb: { <<: *b, y: 3 }\nc: { <<: [*b, *o], w: 4 }\n";
    expect(value(text)).toMatchObject({ a: { x: 1, y: 1 }, b: { x: 1, y: 3 }, c: { x: 1, y: 1, z: 2, w: 4 } });
  });

  test("has the first of two merge keys in one map win, without a duplicate key", () => {
    const text = "base: &b { x: 1 }\nother: &o { x: 2, z: 2 }\na: { <<: *b, y: 3, <<: *o }\n";
    expect(value(text)).toMatchObject({ a: { x: 1, y: 3, z: 2 } });
    expect(readYaml("f.yaml", text).duplicates).toEqual([]);
  });

  test("takes the last anchor of a name before the alias", () => {
    expect(value("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });

  test("keeps keys as they are written", () => {
    expect(value("1.10: a\ntrue: b\n0x1F: c\n")).toEqual({ "1.10": "a", true: "b", "0x1F": "c" });
  });

  test("keeps a quoted << as a key", () => {
    expect(value('"<<": { a: 1 }\n')).toEqual({ "<<": { a: 1 } });
  });

  test("is text where YAML 1.1 saw something else", () => {
    expect(value("a: yes\nb: 1:30\nc: 2001-12-14\nd: 0o17\n")).toEqual({ a: "yes", b: "1:30", c: "2001-12-14", d: 15 });
  });
});

describe("what JSON says", () => {
  test("is what JSON.parse says", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.boolean(), (json, pretty) => {
        const text = pretty ? JSON.stringify(JSON.parse(json), null, "\t") : json;
        fc.pre(!text.includes('"__proto__"') && JSON.parse(text) !== null);
        const { value, unreadable } = readJson("f.json", text);
        expect(unreadable).toEqual([]);
        expect(value).toEqual(JSON.parse(text));
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  test.each([
    ["a comment", '{\n  «/»/ no\n  "a": 1\n}', /^not JSON: expected property name/],
    ["a trailing comma", '{"a": 1,«}»', /^not JSON: expected double-quoted property name/],
    ["single quotes", "{«'»a': 1}", /^not JSON: expected property name/],
    ["a key without quotes", "{«a»: 1}", /^not JSON: expected property name/],
    ["something behind it", '{"a": 1} «x»', /^not JSON: unexpected non-whitespace/],
    ["no end", '{"a": [1«»', /^not JSON: (unexpected end|expected ',' or ']')/],
    ["YAML in it", "«a»: 1\n", /^not JSON: unexpected token 'a'$/],
    ["a word that is not a value", '{"a": «u»ndefined, "b": [1, 2]}', /^not JSON: unexpected token 'u'$/],
    ["a trailing comma in a list", '{"a": [1,«]»}', /^not JSON: unexpected token ']'$/],
    ["a string across lines", '{"a": "b«\n»c"}', /^not JSON: bad control character/],
    ["a number that begins with 0", '{"a": 0«1»}', /^not JSON: /],
  ])("fails when it has %s", async (_, source, message) => {
    const { text, place } = marked(source);
    const findings = await findingsOf("userpools.json", text);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: "CFG-02",
        message: expect.stringMatching(message),
        fix: "fix the JSON here, or name the file .yaml",
        line: place.line,
        column: place.column,
      }),
    ]);
  });
});
