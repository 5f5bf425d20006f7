import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { loadConfig } from "../../lib/config/load";
import { folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { marked } from "./support";

const USES = `
export default defineConfig({
  project,
  environments: { prod: { region: "eu-west-1" } },
  pools: { users: { clients: { app: { platform: "ios" } } } },
});
`;
const OWN = 'import { defineConfig } from "cdktf-cognito/config";\n';
const SHARED = 'export const project: string = "shared";\n';
const json = (value: object) => JSON.stringify(value);

describe("a TypeScript config", () => {
  test.each<[string, Record<string, string>]>([
    [
      "paths of the tsconfig.json above",
      { "tsconfig.json": json({ compilerOptions: { paths: { "@acme/*": ["./shared/*"] } } }) },
    ],
    [
      "paths that it extends, with comments",
      {
        "tsconfig.json": '{ // ours\n  "extends": "./base/tsconfig.base.json", }',
        "base/tsconfig.base.json": json({
          compilerOptions: { baseUrl: "..", paths: { "@acme/names": ["shared/names"] } },
        }),
      },
    ],
    [
      "paths that also have this package, which stays what it is",
      {
        "tsconfig.json": json({
          compilerOptions: {
            paths: { "*": ["./none/*"], "@acme/*": ["./shared/*"], "cdktf-cognito/*": ["./none.ts"] },
          },
        }),
        "none.ts": "throw 1;",
        "none/cdktf-cognito/config.ts": "throw 2;",
      },
    ],
    ["the name of a package, as ever", { "node_modules/@acme/names/index.js": 'exports.project = "shared";' }],
  ])("finds an import by %s", async (_, files) => {
    const config = `${OWN}import { project } from "@acme/names";\n${USES}`;
    expect(await read({ ...files, "shared/names.ts": SHARED, "userpools/userpools.config.ts": config })).toMatchObject({
      project: "shared",
    });
  });

  test("imports by baseUrl, and in a file that it imports", async () => {
    const files = {
      "tsconfig.json": json({ compilerOptions: { baseUrl: "." } }),
      "shared/names.ts": SHARED,
      "userpools/inner.ts": 'export { project } from "shared/names";\n',
      "userpools/userpools.config.ts": `${OWN}import { project } from "./inner";\n${USES}`,
    };
    expect(await read(files)).toMatchObject({ project: "shared" });
  });

  test("needs no tsconfig.json that can be read where it imports nothing else", async () => {
    const files = {
      "tsconfig.json": json({ extends: "@acme/none" }),
      "userpools/inner.ts": SHARED,
      "userpools/userpools.config.ts": `${OWN}const project = "shared";\n${USES}`,
    };
    expect(await read(files)).toMatchObject({ project: "shared" });
    const inner = `${OWN}import { project } from "./inner";\n${USES}`;
    expect(await read({ ...files, "userpools/userpools.config.ts": inner })).toMatchObject({ project: "shared" });
  });

  test.each([
    [
      "a package",
      'import { project } from «"@acme/names"»;',
      '"@acme/names" cannot be found',
      /install it, or say where it is in paths/,
    ],
    ["a file", "import { project } from «'./none'»;", '"./none" cannot be found', /name a file that exists/],
    ["by require", 'const { project } = require( «"@acme/names"» );', '"@acme/names" cannot be found', /paths/],
    ["by a call", 'const { project } = await import(«"@acme/names"»);', '"@acme/names" cannot be found', /paths/],
  ])("fails when %s that it imports cannot be found, with the place", async (_, line, message, fix) => {
    const { text, place } = marked(`${OWN}// import "@acme/other"\n${line}\n${USES}`);
    const { source } = await load({ "userpools/userpools.config.ts": text });
    expect(source.unreadable).toEqual([
      { rule: "CFG-01", message, fix: expect.stringMatching(fix), range: expect.any(Array) },
    ]);
    expect(source.position(source.unreadable[0]?.range as readonly [number, number])).toEqual(place);
  });

  test("fails when a file that it imports cannot find an import, or tsconfig.json cannot be read, and says so", async () => {
    const files = {
      "userpools/inner.ts": '\nexport { project } from "@acme/names";\n',
      "userpools/userpools.config.ts": `${OWN}import { project } from "./inner";\n${USES}`,
    };
    const message = '"@acme/names", which inner.ts imports in line 2, cannot be found';
    expect(checked(files)).toContain(message);
    const broken = { ...files, "tsconfig.json": json({ extends: "@acme/none" }) };
    expect(checked(broken)).toContain(`${message}; no tsconfig.json can say where it is: File '@acme/none' not found.`);
  });
});

/** What the program itself prints: the loader of the tests does not say who imports. */
function checked(files: Readonly<Record<string, string>>): string {
  const args = [join(ROOT, "lib/cli/bin.ts"), "check", "--config", "userpools/userpools.config.ts"];
  const { stdout, stderr } = spawnSync(join(ROOT, "node_modules/.bin/jiti"), args, {
    cwd: folderWith(files),
    encoding: "utf8",
  });
  return stdout + stderr;
}

function load(files: Readonly<Record<string, string>>) {
  return loadConfig({ cwd: folderWith(files), config: "userpools/userpools.config.ts" });
}

async function read(files: Readonly<Record<string, string>>): Promise<unknown> {
  const { source } = await load(files);
  expect(source.unreadable).toEqual([]);
  return source.value;
}
