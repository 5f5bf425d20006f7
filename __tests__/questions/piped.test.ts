import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { folderWith } from "../support/cli";
import { ROOT } from "../support/repository";

const folder = folderWith({
  "userpools.yaml": `
project: acme
environments: { prod: { region: eu-west-1 } }
pools: { users: { clients: { ${Array.from({ length: 300 }, (_, index) => `app${index}: { platform: ios }`).join(", ")} } } }
`,
});
const jiti = join(ROOT, "node_modules/jiti/lib/jiti-cli.mjs");
const cognito = `"${process.execPath}" "${jiti}" "${join(ROOT, "lib/cli/bin.ts")}"`;

/** Runs a command line of the shell; the exit code is that of the first program of a pipe. */
const shell = (line: string) => {
  const script = `set -o pipefail; cognito() { ${cognito} "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
};

/** What a terminal takes for a colour. */
const COLOUR = "\u001b[";

test("an answer that is not expected has no colour in a pipe, and its exit code", () => {
  const { status, stdout, stderr } = shell("cognito can app7 sign-in --expect no | cat");
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  expect(stdout).toMatch(/^yes, not expected {2}users-prod: client app7 can sign users in\n/);
  expect(stdout).not.toContain(COLOUR);
});

test("the question ends without a word where the reader of its answer goes", () => {
  const { stdout, stderr } = shell('{ cognito who can sign-in; echo "left with $?" >&2; } | head -c 10 >/dev/null');
  expect({ stdout, stderr }).toEqual({ stdout: "", stderr: "left with 0\n" });
});
