import { spawnSync } from "node:child_process";
import { copyFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";

const CONFIG = `
project: acme
environments: { prod: { region: eu-west-1 } }
pools: { users: { clients: { app: { platform: ios } } } }
`;

/** The compiled package: what reads TypeScript as it is loads more. */
const compiled = temporaryFolder();

beforeAll(() => {
  symlinkSync(join(ROOT, "node_modules"), join(compiled, "node_modules"));
  copyFileSync(join(ROOT, "package.json"), join(compiled, "package.json"));
  const tsc = join(ROOT, "node_modules/.bin/tsc");
  const args = ["-p", join(ROOT, "tsconfig.build.json"), "--outDir", join(compiled, "dist")];
  expect(spawnSync(tsc, args, { encoding: "utf8" })).toMatchObject({ status: 0, stdout: "" });
}, 120_000);

/** Prints the files of libraries that were loaded, at the end. */
const HOOK = `
process.on("exit", () => {
  const files = Object.values(require.cache).filter(({ children }) => children.length > 0).map(({ filename }) => filename);
  process.stderr.write(files.join("\\n"));
});
`;

function filesLoadedBy(...args: readonly string[]): string {
  const folder = folderWith({ "userpools.yaml": CONFIG, "hook.cjs": HOOK });
  const program = join(compiled, "dist/lib/cli/bin.js");
  const { status, stderr } = spawnSync("node", ["--require", join(folder, "hook.cjs"), program, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(status).toBe(0);
  return stderr;
}

test.each([
  ["--version", /node_modules\/(?!commander|picocolors)/],
  ["explain TOK-01", /node_modules\/(cdktf|@cdktf|constructs|typescript|yaml)\//],
  ["check", /node_modules\/(cdktf|@cdktf|constructs|typescript)\/|zod\/v4\/locales\/(?!en)/],
  [
    "synth",
    /node_modules\/(archiver|readable-stream|glob|json-stable-stringify|semver|typescript)\/|zod\/v4\/locales\/(?!en)/,
  ],
])("%s loads nothing that it does not need", (command, needless) => {
  const files = filesLoadedBy(...command.split(" "));
  expect(files).toContain("/commander/");
  expect(files.split("\n").filter((file) => needless.test(file))).toEqual([]);
});

test("what is put off can still be used", () => {
  const script = `
    require(${JSON.stringify(join(compiled, "dist/lib/cli/deferred-modules"))});
    const archiver = require("module").createRequire(require.resolve("cdktf"))("archiver");
    const { locales } = require("zod");
    process.stdout.write([archiver("zip").pointer(), typeof locales.de().localeError].join());
  `;
  const { stdout, stderr } = spawnSync("node", ["-e", script], { cwd: ROOT, encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: "0,function", stderr: "" });
});
