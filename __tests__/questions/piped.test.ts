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

test("an answer has no colour in a pipe, and its exit code though its reader goes", () => {
  const script = `{ ${cognito} who can sign-in --expect none; echo "left with $?" >&2; } | head -c 40`;
  const { stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({
    stdout: "yes, not expected  users-prod: client ap",
    stderr: "left with 1\n",
  });
});
