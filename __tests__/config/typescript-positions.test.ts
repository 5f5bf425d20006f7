import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { loadConfig } from "../../lib/config/load";
import type { Path } from "../../lib/model/source";
import { cli, folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { findingsOf, marked } from "./support";

const config = (client: string, before = "") =>
  `import { defineConfig } from "cdktf-cognito/config";\n${before}\nexport default defineConfig({ project: "acme", environments: { prod: { region: "eu-west-1" } }, pools: { users: { clients: { app: ${client} } } } });\n`;

const findings = (text: string) => findingsOf("userpools.config.ts", text);

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
  ])("hold with %s", async (_, source) => {
    const { text, place } = marked(source);
    expect(await findings(text)).toEqual([
      expect.objectContaining({ rule: "CFG-07", path: "pools.users.clients.app.platform", ...place }),
    ]);
  });

  test.each([
    ["a function makes", config("make()", 'const make = (): any => ({ platform: "iox" });')],
    [
      "a spread of something computed may hold",
      config('{ platform: "ios", ...make() }', 'const make = (): any => ({ platform: "iox" });'),
    ],
    [
      "a spread within a spread may hold",
      config(
        "{ platform: first(), ...inner }",
        'const first = (): any => "ios";\nconst inner = { ...JSON.parse(\'{ "platform": "iox" }\') };',
      ),
    ],
    ["a condition chooses", config('(true as boolean) ? { platform: "iox" as any } : { platform: "ios" }')],
    ["a statement changed", config("app", 'const app: any = { platform: "ios" };\napp.platform = "iox";')],
    ["a getter returns", config('{ get platform(): any { return "iox"; } }')],
    ["a computed key names", config('{ [key]: "iox" } as any', 'const key = "plat" + "form";')],
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
    switch (this.choose(6)) {
      case 0:
        return this.#constant(written);
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
    if (this.choose(3) > 0) return `[${items.join(", ")}]`;
    return `[...${this.#constant(`[${items.slice(0, at).join(", ")}]`)}, ${items.slice(at).join(",\n")}]`;
  }

  #map(data: object, path: Path, hidden?: Path): string {
    const entries = Object.entries(data).map(([key, each]) => {
      const name = this.choose(3) === 0 ? JSON.stringify(key) : this.choose(4) === 0 ? `["${key}"]` : key;
      return `${name}: ${this.value(each, [...path, key], hidden)}`;
    });
    const at = this.choose(entries.length + 1);
    const [first, last] = [entries.slice(0, at), entries.slice(at)];
    const separator = this.choose(2) === 0 ? ", " : ",\n";
    if (this.choose(3) > 0) return `{ ${entries.join(separator)} }`;
    return `{ ...${this.#constant(`{ ${first.join(separator)} }`)}, ${last.join(separator)} }`;
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

test("each leaf of random data has its own place, or that of something around it, in every form of a program", async () => {
  let located = 0;
  let computed = 0;
  await fc.assert(
    fc.asyncProperty(node, fc.infiniteStream(fc.nat(59)), async (random, choices) => {
      const rendering = new Rendering((options) => (choices.next().value as number) % options);
      const data = { top: numbered(random) };
      const body = rendering.value(data, []);
      const text = `${rendering.constants.join("\n")}\nfunction hide<T>(value: T): T { return value; }\nexport default ${body};\n`;
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

test("every leaf of the example in TypeScript is located", async () => {
  const { source } = await loadConfig({ cwd: ROOT, config: "examples/multi-platform.ts" });
  const text = readFileSync(join(ROOT, "examples/multi-platform.ts"), "utf8").split("\n");
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
