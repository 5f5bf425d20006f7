import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { loadConfig } from "../../lib/config/load";
import type { Path } from "../../lib/model/source";
import { cli, folderWith } from "../support/cli";
import { EXAMPLES, ROOT } from "../support/repository";
import { findingsOf, marked } from "./support";

const config = (client: string, before = "") =>
  `import { defineConfig } from "cdktf-cognito/config";\n${before}\nexport default defineConfig({ project: "acme", environments: { prod: { region: "eu-west-1" } }, pools: { users: { clients: { app: ${client} } } } });\n`;

const findings = (text: string) => findingsOf("userpools.config.ts", text);

/** Spreads within spreads. */
const LONG = Array.from({ length: 10 }, (_, index) =>
  index === 0 ? 'const a0: any = { platform: «"iox"» };' : `const a${index}: any = { ...a${index - 1} };`,
).join("\n");

describe("positions in TypeScript", () => {
  test.each([
    ["a literal", config('{ platform: «"iox"» }')],
    ["a text without expressions", config("{ platform: «`iox`» }")],
    ["quoted keys", config('{ "platform": «"iox"» }')],
    ["computed keys that are literals", config('{ ["platform"]: «"iox"» }')],
    ["types", config('({ platform: «"iox" as const» } satisfies object as any)!')],
    ["lines that end with CRLF", config('{ platform: «"iox"» }', "// a\n").replaceAll("\n", "\r\n")],
    ["characters outside the BMP before", config('{ /* 😀 */ platform: «"iox"» }')],
    ["a constant of the value, at its use", config("{ platform: «PLATFORM» }", 'const PLATFORM: any = "iox";')],
    ["a constant around it", config("app", 'const app: any = { platform: «"iox"» };')],
    ["a shorthand", config("{ «platform» }", 'const platform: any = "iox";')],
    ["a spread", config('{ name: "a", ...base }', 'export const base: any = { platform: «"iox"» };')],
    ["a later key over a spread", config('{ ...base, platform: «"iox"» }', 'const base = { platform: "ios" };')],
    ["a spread over a key", config('{ platform: "ios", ...base }', 'const base: any = { platform: «"iox"» };')],
    ["a member of a constant", config("all.app", 'const all: any = { app: { platform: «"iox"» } };')],
    ["Object.freeze", config('Object.freeze({ platform: «"iox"» }) as any')],
    ["Object.assign", config('Object.assign({ platform: "ios" }, { platform: «"iox"» }) as any')],
    ["await", config('(await { platform: «"iox"» }) as any')],
    ["a type before", config('<any>{ platform: «"iox"» }')],
    ["a constant with as const", config("app", 'const app = { platform: «"iox"» } as const;')],
    ["a key that a constant names", config('{ [key]: «"iox"» } as any', 'const key = "plat" + "form";')],
    ["a key of a template", config('{ [`plat${rest}`]: «"iox"» } as any', 'const rest = "form";')],
    ["another key that a constant names", config('{ platform: «"iox"», [key]: "a" } as any', 'const key = "name";')],
    ["a template with expressions", config("{ platform: «`io${x}` as any» }", 'const x = "x";')],
    ["a member in brackets", config('all["app"]', 'const all: any = { app: { platform: «"iox"» } };')],
    ["an item of a list", config("all[1]", 'const all: any = [{ platform: "ios" }, { platform: «"iox"» }];')],
    ["names that are taken out of a constant", config("app", 'const { app }: any = { app: { platform: «"iox"» } };')],
    ["items that are taken out of a list", config("app", 'const [, app]: any = [{}, { platform: «"iox"» }];')],
    ["escapes", config("{ platform: «`io\\\\x78` as any» }")],
    ["a long list of spreads", config("a9", LONG)],
  ])("hold with %s", async (_, source) => {
    const { text, place } = marked(source);
    expect(await findings(text)).toEqual([
      expect.objectContaining({ rule: "CFG-07", path: "pools.users.clients.app.platform", ...place }),
    ]);
  });

  test.each([
    ["an arrow", config("make()", 'const make = (): any => ({ platform: «"iox"» });')],
    ["a declaration", config("make()", 'function make(): any {\n  return { platform: «"iox"» };\n}')],
    ["a function expression", config("make()", 'const make = function (): any { return { platform: «"iox"» }; };')],
    [
      "a function that uses another",
      config("b()", 'const a = (): any => ({ platform: «"iox"» });\nfunction b() { return { ...a() }; }'),
    ],
    [
      "constants in it",
      config("make()", 'function make(): any { type X = 1; const platform = "iox"; return { «platform» }; }'),
    ],
    [
      "a constant that hides another",
      config(
        "make()",
        'const app = { platform: "ios" };\nfunction make(): any { const app = { platform: «"iox"» }; return app; }',
      ),
    ],
    ["an argument, in the call", config('make(«"iox"»)', "const make = (platform: any) => ({ platform });")],
    [
      "an argument that is passed on",
      config(
        'make(«"iox"»)',
        "const inner = (p: any) => ({ platform: p });\nconst make = (platform: any) => inner(platform);",
      ),
    ],
    [
      "an argument that is spread",
      config('make({ platform: «"iox"» })', 'const make = (more: any) => ({ platform: "ios", ...more });'),
    ],
    [
      "a part of an argument",
      config('make({ kind: «"iox"» })', "const make = ({ kind }: any) => ({ platform: kind });"),
    ],
    ["a default", config("make()", 'const make = (platform: any = «"iox"») => ({ platform });')],
    ["a default of a part", config("make({})", 'const make = ({ kind = «"iox"» }: any) => ({ platform: kind });')],
    ["an argument over a default", config('make(«"iox"»)', 'const make = (platform: any = "ios") => ({ platform });')],
    [
      "an argument that an array holds",
      config('make(["a", «"iox"»])', "const make = ([, platform]: any) => ({ platform });"),
    ],
    [
      "the return that was taken",
      config(
        "make(1)",
        'function make(x: number): any { if (x > 0) return { platform: «"iox"» }; return { platform: "ios" }; }',
      ),
    ],
    ["a method of a constant", config("all.make()", 'const all = { make: (): any => ({ platform: «"iox"» }) };')],
    ["a promise", config("await make()", 'const make = async (): Promise<any> => ({ platform: «"iox"» });')],
    [
      "a conditional, by what was made",
      config('(Date.now() > 0 ? { platform: «"iox"» } : { platform: "ios" }) as any'),
    ],
    [
      "a conditional whose condition is written",
      config('(dev ? { platform: "iox" } : { platform: «"iox"» }) as any', "const dev: boolean = false;"),
    ],
    [
      "a spread that a condition makes",
      config('{ platform: "ios", ...(Date.now() > 0 ? { platform: «"iox"» } : {}) } as any'),
    ],
    [
      "a spread that a condition makes not",
      config('{ platform: «"iox"», ...(Date.now() < 0 && { platform: "ios" }) } as any'),
    ],
    ["what is there, else another", config('((none as any) ?? { platform: «"iox"» })', "const none = undefined;")],
    [
      "a conditional whose branches differ elsewhere",
      config('(Date.now() > 0 ? { platform: «"iox"», name: "a" } : { platform: "iox", name: "b" }) as any'),
    ],
    [
      "a conditional of which one has more",
      config('(Date.now() > 0 ? { platform: «"iox"» } : { platform: "iox", name: "b" }) as any'),
    ],
    [
      "a conditional with something computed",
      config('(Date.now() > 0 ? { platform: «"iox"», name: String("a") } : { platform: "iox", name: "b" }) as any'),
    ],
    ["the first, if it is something", config('({ platform: «"iox"» } || { platform: "iox" }) as any')],
    ["a spread over the same", config('{ platform: "iox", ...{ platform: «"iox"» } } as any')],
    ["a call of several lines, at its key", config('{ «platform»: give(\n"iox",\n) }', "const give = (x: any) => x;")],
    [
      "an argument after others that are computed, at its use",
      config(
        'make(...JSON.parse(\'["x", "iox"]\'), "iox")',
        "const make: any = (_: any, platform: any) => ({ «platform» });",
      ),
    ],
    [
      "a computed argument in place of a default, at its use",
      config("make(...JSON.parse('[\"iox\"]'))", 'const make: any = (platform: any = "iox") => ({ «platform» });'),
    ],
    ["the second, if the first is nothing", config('{ ...("" || { platform: «"iox"» }) } as any')],
  ])("hold with a function or a condition: %s", async (_, source) => {
    const { text, place } = marked(source);
    expect(await findings(text)).toEqual([
      expect.objectContaining({ rule: "CFG-07", path: "pools.users.clients.app.platform", ...place }),
    ]);
  });

  const clients = (text: string, before = "") =>
    config("{}", before).replace("clients: { app: {} }", `clients: ${text} as any`);
  test.each([
    ["Object.fromEntries of a list", clients('Object.fromEntries([["web", { platform: «"iox"» }]])'), "web.platform"],
    [
      "Object.fromEntries of what map makes",
      clients('Object.fromEntries(["a", "b"].map((name) => [name, { platform: «"iox"», name }]))'),
      "a.platform",
    ],
    [
      "an argument of map",
      clients('Object.fromEntries([["a", "ios"], ["b", «"iox"»]].map(([name, platform]) => [name, { platform }]))'),
      "b.platform",
    ],
    [
      "map by the name of its function",
      clients(
        "Object.fromEntries(names.map(make))",
        'const names = ["a"] as const;\nconst make = (name: string) => [name, { platform: «"iox"» }] as const;',
      ),
      "a.platform",
    ],
    [
      "Object.entries",
      clients(
        'Object.fromEntries(Object.entries({ a: «"iox"», b: "ios" }).map(([name, platform]) => [`${name}-app`, { platform }]))',
      ),
      "a-app.platform",
    ],
    [
      "a key that is computed for one client",
      clients('{ ["web-" + stage]: { platform: «"iox"» } }', 'const stage = "dev";'),
      "web-dev.platform",
    ],
    [
      "the keys of an object",
      clients('Object.fromEntries(Object.keys({ a: 1 }).map((name) => [name, { platform: «"iox"» }]))'),
      "a.platform",
    ],
    [
      "the last entry of a name",
      clients('Object.fromEntries([["a", { platform: "iox" }], ["a", { platform: «"iox"» }]])'),
      "a.platform",
    ],
    [
      "a name that no client can have",
      clients('Object.fromEntries([«"NO"»].map((name) => [name, { platform: "ios" }]))'),
      "NO",
    ],
  ])("hold with %s", async (_, source, path) => {
    const { text, place } = marked(source);
    expect((await findings(text))[0]).toMatchObject({ path: `pools.users.clients.${path}`, ...place });
  });

  const urls = (list: string, before = "") => config(`{ platform: "spa", callbackUrls: ${list} } as any`, before);
  test.each([
    ["an item", urls('["https://a.example/", «7»]'), 1],
    ["a spread before it", urls("[...hosts, «7»]", 'const hosts = ["https://a.example/"];'), 1],
    ["an item of a spread", urls('[...hosts, "https://b.example/"]', 'const hosts = ["https://a.example/", «7»];'), 1],
    ["a spread of something computed before it", urls("[...JSON.parse('[\"https://a.example/\"]'), «7»]"), 1],
    ["a spread by condition before it", urls('[...(Date.now() > 0 ? ["https://a.example/"] : []), «7»]'), 1],
    ["no item of a spread by condition", urls('[...(Date.now() < 0 ? ["https://a.example/"] : []), «7»]'), 0],
    ["no item of a list of another length", urls('[...(Date.now() < 0 ? [7, "https://b.example/"] : []), «7»]'), 0],
    ["what map returns", urls("[1, 2].map((x) => «x === 1 ? `https://a.example/` : 7»)"), 1],
    ["what map passes through", urls('["https://a.example/", «7»].map((x) => x)'), 1],
  ])("hold in a list with %s", async (_, source, index) => {
    const { text, place } = marked(source);
    const path = `pools.users.clients.app.callbackUrls[${index}]`;
    expect(await findings(text)).toEqual([expect.objectContaining({ path, ...place })]);
  });

  test.each([
    ["an item that may be another", '[...JSON.parse(\'["https://a.example/"]\'), ...JSON.parse("[7]")]'],
    ["a list that was turned round", "list.reverse()"],
    ["a list that was sorted before", "sorted"],
    ["a list that was filtered", 'list.filter((x: any) => x !== "")'],
  ])("are those of a list with %s", async (_, list) => {
    const before =
      'const list: any[] = [7, "https://a.example/"];\nconst sorted: any[] = [7, "https://a.example/"];\nsorted.reverse();';
    const { text, place } = marked(urls(list, before).replace("callbackUrls:", "«callbackUrls»:"));
    const [finding] = await findings(text);
    // A list in one line is shown itself, where it is the value that a finding is about.
    expect(finding).toMatchObject({ rule: "CFG-06", line: place.line, column: place.column });
  });

  test.each([
    ["entries that are computed", '[["a", { platform: "iox" }], ...JSON.parse(\'[["a", { "platform": "iox" }]]\')]'],
    ["a name that is computed", '[["a", { platform: "iox" }], [String("a"), { platform: "iox" }]]'],
  ])("are those of the map around %s", async (_, list) => {
    const { text, place } = marked(clients(`Object.fromEntries(${list})`).replace("clients:", "«clients»:"));
    expect((await findings(text))[0]).toMatchObject(place);
  });

  test.each([
    ["numbers, which come first", 'Object.values({ b: 7, 1: "https://a.example/", 0: 7 })'],
    ["more conditions than are read", `[${'...(Date.now() < 0 ? ["x"] : []), '.repeat(40)}7]`],
  ])("are those of a list of %s", async (_, list) => {
    const { text, place } = marked(urls(list).replace("callbackUrls:", "«callbackUrls»:"));
    expect((await findings(text))[0]).toMatchObject({ line: place.line, column: place.column });
  });

  test("are those of a list whose items a statement moved, not those of another item", async () => {
    const image = (category: string) =>
      `{ category: "${category}", colorMode: "DARK", file: "data:image/png;base64,AAAA" }`;
    const { text, place } = marked(
      config(
        '{ platform: "spa", branding: { settings: "{}", «assets»: all } }',
        `const all: any = [${image("FORM_LOGO")}, ${image("NONE")}];\nall.reverse();`,
      ),
    );
    expect((await findings(text))[0]).toMatchObject({ path: expect.stringContaining("assets[0]"), ...place });
  });

  test("are those of the last thing in the file around what another file has", async () => {
    const { text, place } = marked(
      config("{ «...base», name: 7 } as any", 'import { base } from "./base";')
        .replace("«...base»", "...base")
        .replace("app:", "«app»:"),
    );
    const folder = folderWith({
      "userpools.config.ts": text,
      "base.ts": 'export const base: any = { platform: "iox" };\n',
    });
    const { stdout } = await cli(folder, "check", "--format", "json");
    const found = JSON.parse(stdout).findings as { path: string }[];
    const of = (key: string) => found.find(({ path }) => path.endsWith(`app.${key}`));
    const { line, column } = place;
    expect(of("platform")).toMatchObject({ line, column });
    expect(of("name")).toMatchObject({
      line: place.line,
      column: (text.split("\n")[place.line - 1]?.indexOf("7 }") as number) + 1,
    });
  });

  test.each([
    [
      "a function of another file makes",
      config("make()", 'const { make }: any = { ...JSON.parse("{}"), make: () => ({ platform: "iox" }) };').replace(
        "make: ()",
        "[`ma${String.fromCharCode(107)}e`]: ()",
      ),
    ],
    [
      "a spread of something computed may hold",
      config('{ platform: "ios", ...make }', 'const make: any = JSON.parse(\'{ "platform": "iox" }\');'),
    ],
    [
      "a spread within a spread may hold",
      config(
        "{ platform: first(), ...inner }",
        'const first = (): any => "ios";\nconst inner = { ...JSON.parse(\'{ "platform": "iox" }\') };',
      ),
    ],
    [
      "a computed key over a spread may hold",
      config("{ ...base }", 'const name = String("platform");\nconst base: any = { platform: "ios", [name]: "iox" };'),
    ],
    [
      "a condition chooses, of what is the same",
      config('((Date.now() > 0) ? { platform: "iox" } : { platform: "iox" }) as any'),
    ],
    ["a statement changed", config("app", 'const app: any = { platform: "ios" };\napp.platform = "iox";')],
    [
      "something computed over it may hold as well",
      config('{ platform: "iox", ...JSON.parse(\'{"platform":"iox"}\') }'),
    ],
    ["a key that is computed may hold as well", config('{ platform: "iox", [String("platform")]: "iox" } as any')],
    [
      "a key that is computed in part may hold as well",
      config('{ platform: "iox", [`platform${x}`.slice(0, 8)]: "iox" } as any', 'let x = "2";\nx = "3";'),
    ],
    [
      "a return after other statements may be",
      config(
        "make()",
        'function make(): any { if (Date.now() > 0) { const app = { platform: "iox" }; return app; } return { platform: "iox" }; }',
      ),
    ],
    [
      "a computed name takes out of a constant",
      config("app", 'let k = "b";\nconst { [k]: app }: any = { k: { platform: "iox" }, b: { platform: "iox" } };'),
    ],
    [
      "a condition chooses, of something computed",
      config('(Date.now() > 0 ? { platform: "iox" } : JSON.parse(\'{"platform":"iox"}\')) as any'),
    ],
    ["a statement added", config("app", 'const app: any = {};\napp.platform = "iox";')],
    ["a variable holds", config("app", 'let app: any = { platform: "ios" };\napp = { platform: "iox" };')],
    [
      "a function changed",
      config(
        "make()",
        'function make(): any { const app: any = { platform: "iox", name: "b" }; app.name = "a"; return app; }',
      ),
    ],
    [
      "a function declares itself",
      config(
        "make()",
        'const app: any = { platform: "ios" };\nfunction make() { let app: any = { platform: "ios" }; app = { platform: "iox" }; return app; }',
      ),
    ],
    ["a getter returns", config('{ get platform(): any { return "iox"; } }')],
    [
      "a method holds",
      config('{ platform: "ios", ...{ platform() {} }, ...JSON.parse(\'{"platform":"iox"}\') } as any'),
    ],
    ["a computed key names", config('{ [key]: "iox" } as any', 'const key = ["plat", "form"].join("");')],
    ["a generator yields", config("[...make()][0]", 'function* make(): any { yield { platform: "iox" }; }')],
    [
      "a call with a spread of arguments makes",
      config(
        "make(...args)",
        "const args: any = JSON.parse('[\"iox\"]');\nconst make: any = (platform: any) => ({ platform: platform, ...{} });",
      )
        .replace("platform: platform,", "...{ platform },")
        .replace("...{ platform },", "...JSON.parse(JSON.stringify({ platform })),"),
    ],
    [
      "a function that calls itself makes",
      config("make(3)", 'const make = (n: number): any => (n > 0 ? make(n - 1) : JSON.parse(\'{"platform":"iox"}\'));'),
    ],
  ])("are those of the nearest known ancestor of what %s", async (_, text) => {
    const [finding, ...more] = await findings(text);
    expect(more).toEqual([]);
    const line = text.split("\n").findIndex((each) => each.includes("export default")) + 1;
    const column = (text.split("\n")[line - 1] as string).indexOf("app: ") + 1;
    expect(finding).toMatchObject({ rule: "CFG-07", line, column, length: 3 });
  });

  test.each([
    ["a constant", "const config: any = {«»}; export default config;"],
    ["a name that is exported as default", "const config: any = {«»}; export { config as default };"],
    ["a promise", "export default await Promise.resolve({}) && ({«»} as any);"],
    ["module.exports", "module.exports = {«»};"],
  ])("are found through %s", async (_, form) => {
    const body =
      'project: "acme", environments: { prod: { region: "eu-west-1" } }, pools: { users: { clients: { app: { platform: "iox" } } } }';
    const [finding] = await findings(form.replace("«»", ` ${body} `));
    expect(finding).toMatchObject({ rule: "CFG-07", line: 1 });
  });

  test("are those of keys x-..., which only YAML needs for its anchors", async () => {
    const source = config('{ platform: "ios" }').replace("project:", '«"x-web"»: {}, project:');
    const { text, place } = marked(source);
    expect(await findings(text)).toEqual([expect.objectContaining({ rule: "CFG-04", path: "x-web", ...place })]);
  });

  test("are shown with the line", async () => {
    const folder = folderWith({ "userpools.config.ts": config('{\n  platform: "iox",\n}') });
    const { stdout } = await cli(folder, "check");
    expect(stdout).toContain('4 |   platform: "iox",\n    |             ^^^^^');
  });
});

/** A rendering of random data in which each leaf, and each name of a constant, is unique. */
class Rendering {
  readonly constants: string[] = [];
  /** The text at which each leaf that can be located must be shown. */
  readonly exact = new Map<string, { path: Path; shown: string }>();
  /** What only a call of a function returns, and the place of the call. */
  readonly hidden: { path: Path; root: Path }[] = [];
  #count = 0;

  constructor(private readonly choose: (options: number) => number) {}

  value(data: unknown, path: Path, hidden?: Path): string {
    if (!hidden && path.length > 0 && this.choose(12) === 0) return `hide(${this.value(data, path, path)})`;
    if (typeof data === "string") return this.#leaf(data, path, hidden);
    const written = Array.isArray(data) ? this.#list(data, path, hidden) : this.#map(data as object, path, hidden);
    switch (this.choose(12)) {
      case 0:
        return this.#constant(written);
      case 4:
        return this.#function(written);
      case 5:
        return `give(${written})`;
      case 6:
        return `(yes() ? ${written} : ${this.#decoy(data)})`;
      case 7:
        return `(yes() && ${written})`;
      case 8:
        return `(no() ? ${this.#decoy(data)} : ${written})`;
      case 1:
        return `(${written} as const)`;
      case 2:
        return `(${written} satisfies object)`;
      case 3:
        return `((${written}) as object)!`;
      default:
        return written;
    }
  }

  /** Something else of the same kind. */
  #decoy(data: unknown): string {
    if (this.choose(2) === 0) return Array.isArray(data) ? "[]" : "{}";
    return Array.isArray(data) ? '["wrong"]' : '{ wrong: "wrong" }';
  }

  #leaf(data: string, path: Path, hidden?: Path): string {
    const literal = this.choose(3) === 0 ? `\`${data}\`` : JSON.stringify(data);
    const shown = this.choose(5) === 0 ? this.#constant(literal) : literal;
    if (hidden) this.hidden.push({ path, root: hidden });
    else this.exact.set(path.join("."), { path, shown });
    return shown;
  }

  #list(data: readonly unknown[], path: Path, hidden?: Path): string {
    const items = data.map((each, index) => this.value(each, [...path, index], hidden));
    const at = this.choose(items.length + 1);
    switch (this.choose(8)) {
      case 0:
        return `[${items.join(", ")}].map((item) => item)`;
      case 1:
        return `[...(no() ? ["wrong"] : []), ${items.join(", ")}]`;
      case 2:
      case 3:
        break;
      default:
        return `[${items.join(", ")}]`;
    }
    return `[...${this.#constant(`[${items.slice(0, at).join(", ")}]`)}, ${items.slice(at).join(",\n")}]`;
  }

  #map(data: object, path: Path, hidden?: Path): string {
    const values = Object.entries(data).map(([key, each]) => [key, this.value(each, [...path, key], hidden)] as const);
    const separator = this.choose(2) === 0 ? ", " : ",\n";
    const form = this.choose(9);
    if (form === 0)
      return `Object.fromEntries([${values.map(([key, value]) => `["${key}", ${value}]`).join(separator)}])`;
    const entries = values.map(([key, value]) => {
      const name = this.choose(3) === 0 ? `"${key}"` : this.choose(4) === 0 ? `["${key}"]` : key;
      return `${name}: ${value}`;
    });
    if (form === 1) return `{ ...(no() && { wrong: "wrong" }), ${entries.join(separator)} }`;
    if (form === 2) return `Object.assign({}, { ${entries.join(separator)} })`;
    if (form > 4) return `{ ${entries.join(separator)} }`;
    const at = this.choose(entries.length + 1);
    const [first, last] = [entries.slice(0, at), entries.slice(at)];
    return `{ ...${this.#constant(`{ ${first.join(separator)} }`)}, ${last.join(separator)} }`;
  }

  #function(text: string): string {
    const name = `function${this.#count++}`;
    const body = this.choose(2) === 0 ? `{ const made = ${text}; return made; }` : `{ return ${text}; }`;
    this.constants.push(`function ${name}(): any ${body}`);
    return `${name}()`;
  }

  #constant(text: string): string {
    const name = `constant${this.#count++}`;
    this.constants.push(`const ${name} = ${text};`);
    return name;
  }
}

const node = fc.letrec((tie) => ({
  leaf: fc.constant("leaf"),
  list: fc.array(tie("node"), { maxLength: 3 }),
  map: fc.dictionary(fc.constantFrom("a", "b", "c", "d"), tie("node"), { maxKeys: 4 }),
  node: fc.oneof({ maxDepth: 4 }, tie("leaf"), tie("map"), tie("list")),
})).map;

/** Numbers the leaves and the keys, so that each text is found once. */
function numbered(data: unknown, next = { leaf: 0 }): unknown {
  if (typeof data === "string") return `leaf${next.leaf++}.`;
  if (Array.isArray(data)) return data.map((each) => numbered(each, next));
  return Object.fromEntries(
    Object.entries(data as object).map(([key, each]) => [`${key}${next.leaf++}_`, numbered(each, next)]),
  );
}

/** What cannot be read without running it is in variables. */
const FUNCTIONS =
  "let hide = (value: any) => value, yes = () => true, no = () => false; const give = (value: any) => value;";

test("each leaf of random data has its own place, or that of something around it, in every form of a program", async () => {
  let located = 0;
  let computed = 0;
  await fc.assert(
    fc.asyncProperty(node, fc.infiniteStream(fc.nat(59)), async (random, choices) => {
      const rendering = new Rendering((options) => (choices.next().value as number) % options);
      const data = { top: numbered(random) };
      const body = rendering.value(data, []);
      const text = `${FUNCTIONS}\n${rendering.constants.join("\n")}\nexport default ${body};\n`;
      const { source } = await loadConfig({ cwd: folderWith({ "c.config.ts": text }), config: "c.config.ts" });
      expect(source.value).toEqual(data);
      const shownAt = (path: Path) => {
        const { line, column, length } = source.locate(path, "value") as {
          line: number;
          column: number;
          length: number;
        };
        return ((source.lines as string[])[line - 1] as string).slice(column - 1, column - 1 + length);
      };
      for (const { path, shown } of rendering.exact.values()) expect(shownAt(path)).toBe(shown);
      located += rendering.exact.size;
      computed += rendering.hidden.length;
      for (const { path, root } of rendering.hidden) {
        const shown = shownAt(path);
        const key = root.at(-1);
        if (path.length === root.length || typeof key === "number") expect(shown).toMatch(/^hide\(/);
        else expect(shown.replaceAll('"', "")).toBe(key);
      }
    }),
    { numRuns: 60 },
  );
  expect(located).toBeGreaterThan(50);
  expect(computed).toBeGreaterThan(10);
});

test.each(EXAMPLES.filter((name) => name.endsWith(".ts")))("every leaf of the example %s is located", async (name) => {
  const { source } = await loadConfig({ cwd: ROOT, config: `examples/${name}` });
  const text = readFileSync(join(ROOT, "examples", name), "utf8").split("\n");
  const leaves = function* (value: unknown, path: Path): Generator<[Path, unknown]> {
    if (typeof value !== "object" || value === null) yield [path, value];
    else
      for (const [key, inner] of Object.entries(value))
        yield* leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  const all = [...leaves(source.value, [])];
  const wrong = all.filter(([path, value]) => {
    const place = source.locate(path, "value");
    const shown = place && (text[place.line - 1] as string).slice(place.column - 1, place.column - 1 + place.length);
    return shown !== JSON.stringify(value);
  });
  expect(all.length).toBeGreaterThan(60);
  expect(wrong.map(([path]) => path.join("."))).toEqual([]);
});
