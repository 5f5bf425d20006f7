import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/repository";
import { describeTerraform } from "../support/terraform";

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

interface Command {
  readonly page: string;
  readonly line: string;
  /** What the page shows as its output; absent where it shows none. */
  readonly output?: string;
}

/** Every command line of a page: the lines of `sh` blocks, and those after `$` in `console` blocks. */
function commandsOf(page: string): Command[] {
  const text = readFileSync(join(ROOT, page), "utf8");
  return [...text.matchAll(/^```(sh|console)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, block = ""]) =>
    kind === "sh"
      ? block
          .split("\n")
          .filter(Boolean)
          .map((line) => ({ page, line }))
      : block
          .split(/^\$ /m)
          .filter(Boolean)
          .map((part) => {
            const [line = "", ...output] = part.split("\n");
            return { page, line, output: output.join("\n") };
          }),
  );
}

/** Run elsewhere: installing and testing by the check that lands, the CDKTF CLI by the deployment suite. */
const ELSEWHERE = [/^npm ci( && npm test)?$/, /^npm test$/, /^npx cdktf-cli@0\.21\.0 (synth|diff|deploy|output)/];

const commands = PAGES.flatMap(commandsOf).filter(({ line }) => !ELSEWHERE.some((pattern) => pattern.test(line)));

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
  expect(commands.length).toBeGreaterThan(5);
});
