import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cli, folderWith } from "../support/cli";
import { ROOT } from "../support/repository";

/** Everything that a command says of a config, which it must refuse with exit code 2 and without a stack trace. */
async function refused(folder: string, config: string): Promise<{ rule: string; message: string }[]> {
  const { exitCode, stdout, stderr } = await cli(folder, "check", "--config", config, "--format", "json");
  expect(stderr).toBe("");
  expect(exitCode).toBe(2);
  expect(stdout).not.toMatch(/\n\s+at .*:\d+:\d+/);
  expect(Object.prototype).not.toHaveProperty("polluted");
  return JSON.parse(stdout).findings.map(({ rule, message }: { rule: string; message: string }) => ({ rule, message }));
}

const file = (name: string, content: string | Uint8Array) => refused(folderWith({ [name]: content }), name);

describe("a file that is not a config", () => {
  test.each([
    ["is empty", "", "the file is empty"],
    ["holds white space only", " \n\t\n", "the file is empty"],
    ["holds comments only", "# nothing\n", "the file is empty"],
    ["holds a document of nothing", "---\n", "the file is empty"],
    ["is binary", Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]), "the file is not text in UTF-8"],
    ["is UTF-16", Buffer.from("\ufeffproject: acme\n", "utf16le"), "the file is not text in UTF-8"],
    ["is Latin-1", Buffer.from("project: caf\u00e9\n", "latin1"), "the file is not text in UTF-8"],
  ])("fails when it %s", async (_, content, message) => {
    expect(await file("userpools.yaml", content)).toEqual([{ rule: "CFG-01", message }]);
  });

  test.each(["userpools.yaml", "userpools.json", "userpools.config.ts"])(
    "fails when it is %s in the middle of a merge",
    async (name) => {
      const content = "<<<<<<< HEAD\nproject: acme\n=======\nproject: acme2\n>>>>>>> theirs\n";
      expect(await file(name, content)).toEqual([{ rule: "CFG-02", message: "a merge conflict begins here" }]);
    },
  );

  test.each([
    ["missing.yaml", "the file does not exist"],
    ["folder.yaml", "this is a folder"],
    ["config.toml", ".toml is not a config format"],
    ["config", "a name without extension is not a config format"],
  ])("fails when it is %s", async (name, message) => {
    const folder = folderWith({ "config.toml": "a = 1", config: "a: 1" });
    mkdirSync(join(folder, "folder.yaml"));
    expect(await refused(folder, name)).toEqual([{ rule: "CFG-01", message }]);
  });

  test("fails when nobody may read it", async () => {
    if (process.getuid?.() === 0) return;
    const folder = folderWith({ "userpools.yaml": "project: acme" });
    chmodSync(join(folder, "userpools.yaml"), 0);
    expect(await refused(folder, "userpools.yaml")).toEqual([
      { rule: "CFG-01", message: "the file cannot be read (EACCES)" },
    ]);
  });

  test("fails when there is none", async () => {
    const { exitCode, stdout } = await cli(folderWith({}), "check");
    expect(exitCode).toBe(2);
    expect(stdout).toContain(
      "no config file here; looked for userpools.config.ts, userpools.yaml, userpools.yml, userpools.json",
    );
  });

  test("fails when it has 50 MB, within 64 MB of memory", () => {
    const folder = folderWith({ "userpools.yaml": "project: acme\n" });
    truncateSync(join(folder, "userpools.yaml"), 50 * 1024 * 1024);
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        "--max-old-space-size=64",
        join(ROOT, "node_modules/jiti/lib/jiti-cli.mjs"),
        join(ROOT, "lib/cli/bin.ts"),
        "check",
      ],
      { cwd: folder, encoding: "utf8" },
    );
    expect(stdout).toContain("the file has 50 MB; a config has at most 32 MB");
    expect(status).toBe(2);
  });
});

describe("a YAML or JSON file that would exhaust its reader", () => {
  const laughs = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 12; level++)
    laughs.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(", ")}]`,
    );
  const chain = ["a0: &a0 [x]"];
  for (let level = 1; level < 2_000; level++) chain.push(`a${level}: &a${level} [*a${level - 1}]`);
  const deep = 100_000;

  test.each([
    ["exponential aliases", "yaml", laughs.join("\n"), "the aliases expand to too many values"],
    ["a chain of aliases", "yaml", chain.join("\n"), "this is nested too deep"],
    ["100,000 open brackets", "yaml", "[".repeat(deep), "this is nested too deep"],
    ["100,000 nested lists", "yaml", "[".repeat(deep) + "]".repeat(deep), "this is nested too deep"],
    ["100,000 nested maps", "yaml", "{a: ".repeat(deep) + "}".repeat(deep), "this is nested too deep"],
    ["100,000 dashes", "yaml", `${"- ".repeat(deep)}x`, "this is nested too deep"],
    ["100,000 explicit keys", "yaml", `${"? ".repeat(deep)}x`, "this is nested too deep"],
    ["100,000 levels of JSON", "json", "[".repeat(deep) + "]".repeat(deep), "this is nested too deep"],
  ])("fails when it has %s", async (_, extension, text, message) => {
    expect(await file(`userpools.${extension}`, text)).toEqual([{ rule: "CFG-03", message }]);
  });

  test("fails when it has more values than any config, before it is parsed", async () => {
    const text = `[${"1,".repeat(1_100_000)}1]`;
    expect(await file("userpools.yaml", text)).toEqual([{ rule: "CFG-03", message: "the file holds too many values" }]);
  });

  test.each([
    ["yaml", "project: acme\n__proto__: { polluted: true }\n"],
    ["json", '{"project": "acme", "__proto__": {"polluted": true}}'],
    ["json", '{"pools": {"users": {"__proto__": {"polluted": true}}}}'],
    ["config.ts", 'export default JSON.parse(`{"project": "acme", "__proto__": {"polluted": true}}`);'],
  ])("fails when it has a __proto__ key, in %s", async (extension, text) => {
    const [finding, ...more] = await file(`userpools.${extension}`, text);
    expect(more).toEqual([]);
    expect(finding?.rule).toBe("CFG-03");
    expect(finding?.message).toMatch(/^__proto__ is not a valid key$/);
  });
});

describe("a TypeScript file", () => {
  const config = (text: string) => file("userpools.config.ts", text);

  test.each([
    ["throws an error", "throw new Error('no\\nluck');", "the file throws: no"],
    ["throws an error in a line", "const a: any = null;\nexport default a.b;", "(reading 'b'), in line 2"],
    ["throws text", "throw 'luck';", "the file throws: luck"],
    ["throws nothing", "throw undefined;", "the file throws: undefined"],
    ["throws an error without message", "throw new Error();", "the file throws: an error without a message"],
    ["throws an object without prototype", "throw Object.create(null);", "the file throws: an object"],
    [
      "awaits what rejects",
      "await Promise.reject(new Error('no luck'));\nexport default {};",
      "the file throws: no luck",
    ],
    [
      "exports a promise that rejects",
      "export default Promise.reject(new Error('no luck'));",
      "the file throws: no luck",
    ],
    [
      "exports a getter that throws",
      "export default { get project() { throw new Error('no luck') } };",
      "the file throws: no luck",
    ],
    [
      "exports a proxy that throws",
      "export default new Proxy({}, { ownKeys() { throw new Error('no luck') } });",
      "the file throws: no luck",
    ],
    ["imports what is not there", "import a from './nope';\nexport default a;", '"./nope" cannot be found'],
    [
      "breaks the syntax",
      "export default {\n  project: 'x',\n  pools: {,\n};",
      "syntax error in line 3 of userpools.config.ts: Unexpected token",
    ],
    ["exports nothing", "const a = 1;", "the file exports no config"],
    ["has no default export", "export const config = { project: 'acme' };", "the file exports no config"],
    ["exports null", "export default null;", "the file exports no config"],
    ["exports text", "export default 'acme';", "the file exports no config"],
    ["exports a function", "export default () => ({ project: 'acme' });", "the file exports a function, not a config"],
    ["exports an empty list", "export default [];", "the file exports no config"],
  ])("fails when it %s", async (_, text, message) => {
    expect(await config(text)).toEqual([{ rule: "CFG-01", message: expect.stringContaining(message) }]);
  });

  test.each([
    ["throws", "const a: any = null;\n\n  export default a.b;\n", { line: 3, column: 3 }],
    ["breaks the syntax", "export default {\r\n  project: 'x',\r\n  pools: {,\r\n};", { line: 3, column: 3 }],
    ["throws in another file", "import './other';\nexport default {};", { line: 1 }],
    ["breaks the syntax of another file", "import './broken';\nexport default {};", {}],
  ])("is named by the line where it %s", async (_, text, place) => {
    const folder = folderWith({
      "userpools.config.ts": text,
      "other.ts": "\n\nthrow new Error('no luck');",
      "broken.ts": "\n\nexport default {",
    });
    const { stdout } = await cli(folder, "check", "--format", "json");
    const { line, column } = JSON.parse(stdout).findings[0];
    expect({ line, column }).toMatchObject(place);
    expect(line === undefined).toBe(Object.keys(place).length === 0);
  });

  test("fails when it has no default export, as a module of JavaScript that Node loads", () => {
    const folder = folderWith({ "userpools.config.mjs": "export const config = { project: 'acme' };" });
    const jiti = [join(ROOT, "node_modules/jiti/lib/jiti-cli.mjs"), join(ROOT, "lib/cli/bin.ts")];
    const { stdout } = spawnSync(process.execPath, [...jiti, "check", "--config", "userpools.config.mjs"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stdout).toContain("the file exports no config");
    expect(stdout).toContain("1 error,");
  });

  test("fails with every value that is not data", async () => {
    const text = `
      class Foo {}
      const self: any = {};
      self.again = self;
      export default {
        date: new Date(), call: () => 1, symbol: Symbol("s"), big: 1n, nan: NaN, infinite: Infinity,
        map: new Map(), regexp: /x/, foo: new Foo(), self, list: [1, undefined, () => 1], absent: undefined,
      };`;
    const findings = await config(text);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(["CFG-03"]));
    expect(findings.map(({ message }) => message)).toEqual([
      "date is a Date",
      "call is a function",
      "symbol is a symbol",
      "big is a bigint",
      "nan is NaN",
      "infinite is Infinity",
      "map is a Map",
      "regexp is a RegExp",
      "foo is a Foo",
      "self.again contains itself",
      "list[2] is a function",
    ]);
  });

  test("fails when it nests 100,000 levels", async () => {
    const text = "let a: any = {}; const top = a; for (let i = 0; i < 100_000; i++) a = a.x = {}; export default top;";
    const [finding] = await config(text);
    expect(finding).toEqual({ rule: "CFG-03", message: expect.stringMatching(/^x\.x.* is nested too deep$/) });
  });

  test("may export a promise, be CommonJS, and import defineConfig from the package", async () => {
    const good =
      "{ project: 'acme', environments: { prod: { region: 'eu-west-1' } }, pools: { users: { clients: {} } } }";
    const files = {
      "promise.ts": `export default Promise.resolve(${good});`,
      "module.cjs": `module.exports = ${good};`,
      "script.js": `module.exports = ${good};`,
      "module.cts": `module.exports = ${good};`,
      "module.mts": `export default ${good};`,
      "package.ts": `import { defineConfig } from "cdktf-cognito";\nexport default defineConfig(${good});`,
      "subpath.ts": `import { defineConfig } from "cdktf-cognito/config";\nexport default defineConfig(${good});`,
      "enum.ts": `enum Region { Ireland = "eu-west-1" }\nexport default ${good.replace("'eu-west-1'", "Region.Ireland")};`,
    };
    const folder = folderWith(files);
    for (const name of Object.keys(files)) {
      const { exitCode, stdout } = await cli(folder, "check", "--config", name);
      expect([name, exitCode, stdout]).toEqual([name, 0, expect.stringContaining("0 errors")]);
    }
  });

  test("is read again each time", async () => {
    const folder = folderWith({ "userpools.config.ts": "export default { project: 1 };" });
    const first = await cli(folder, "check", "--format", "json");
    writeFileSync(join(folder, "userpools.config.ts"), "export default { project: true };");
    const second = await cli(folder, "check", "--format", "json");
    expect(first.stdout).toContain("1 is a number");
    expect(second.stdout).toContain("true is a boolean");
  });
});

test.each(["constructor", "toString", "hasOwnProperty", "valueOf"])(
  "a key called %s is a key like any other",
  async (key) => {
    const good = (tags: string) =>
      `{"project": "acme", "environments": {"prod": {"region": "eu-west-1", "tags": {"${tags}": "x"}}}, "pools": {"users": {"tags": {"${tags}": "y"}, "clients": {}}}}`;
    const files = {
      "a.json": good(key),
      "a.yaml": good(key),
      "a.ts": `export default ${good(key)};`,
      "b.json": good("x").replace('"project"', `"${key}": 1, "project"`),
    };
    const folder = folderWith(files);
    for (const name of ["a.json", "a.yaml", "a.ts"])
      expect(await cli(folder, "check", "--config", name)).toMatchObject({ exitCode: 0 });
    const unknown = await cli(folder, "check", "--config", "b.json");
    expect(unknown.exitCode).toBe(1);
    expect(unknown.stdout).toContain(`unknown key "${key}"`);
  },
);
