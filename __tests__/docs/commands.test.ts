import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "../support/repository";
import { drawn } from "../support/sample";
import { describeTerraform } from "../support/terraform";
import { commandsOf, linksOf, PAGES } from "./pages";

/** Run elsewhere: installing and testing by the check that lands, the CDKTF CLI by the deployment suite. */
const ELSEWHERE = [/^npm ci( && npm test)?$/, /^npm test$/, /^npx cdktf-cli@0\.21\.0 (synth|diff|deploy|output)/];

/** Commands of a page may build on those before them: a run draws pages. */
const pages = drawn(
  PAGES.filter((page) => commandsOf(page).length > 0),
  4,
);

const commands = pages.flatMap(commandsOf).filter(({ line }) => !ELSEWHERE.some((pattern) => pattern.test(line)));

describeTerraform("every command in the documents", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cdktf-cognito-docs-"));
    const tracked = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    for (const file of tracked.split("\0").filter((name) => name && !/^(__tests__|bench)\//.test(name)))
      cpSync(join(ROOT, file), join(folder, file), { recursive: true, force: true });
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(commands.map((command) => [command.page, command.line, command] as const))(
    "%s: %s",
    (_, __, { line, output }) => {
      const installed = line.replace(/^npm ci && /, "").replace(/\bnpx cdktf-cognito\b/g, "npm run -s cognito --");
      const result = spawnSync("bash", ["-c", installed], { cwd: folder, encoding: "utf8" });
      if (output === undefined) expect({ status: result.status, stderr: result.stderr }).toMatchObject({ status: 0 });
      else for (const shown of output.split("...\n")) expect(result.stdout).toContain(shown.trimEnd());
    },
  );
});

test("the documents show commands at all", () => {
  expect(PAGES.flatMap(commandsOf).length).toBeGreaterThan(5);
});

/** Names in code spans that begin like a path of the repository, without patterns and places to fill in. */
const pathsOf = (page: string) =>
  [
    ...readFileSync(join(ROOT, page), "utf8").matchAll(
      /`((?:lib|stacks|bench|docs|examples|__tests__|\.github|\.ci)\/[^`<>*{}\s]+)`/g,
    ),
  ].map(([, path = ""]) => path);

test.each(PAGES)("every path that %s names exists", (page) => {
  expect(pathsOf(page).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test.each(PAGES)("every link of %s leads to a file", (page) => {
  const broken = linksOf(page).filter((target) => !existsSync(join(ROOT, dirname(page), target)));
  expect(broken).toEqual([]);
});
