import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";

const WAITING = `
console.error("reading the base");
await new Promise(() => setInterval(() => {}, 60_000));
export default {};
`;
const HEAD =
  'export default { project: "acme", environments: { prod: { region: "eu-west-1" } }, pools: { users: { clients: {} } } };\n';

test.each(["SIGINT", "SIGTERM"] as const)("%s ends a review and leaves nothing of the base", async (signal) => {
  const folder = folderWith({ "userpools.config.ts": WAITING });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: folder });
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "base");
  writeFileSync(join(folder, "userpools.config.ts"), HEAD);
  const temporary = temporaryFolder();
  const program = [join(ROOT, "node_modules/jiti/lib/jiti-cli.mjs"), join(ROOT, "lib/cli/bin.ts")];
  const child = spawn(process.execPath, [...program, "review", "--base", "HEAD"], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit");
  for await (const text of child.stderr) if (String(text).includes("reading the base")) break;
  const bases = () => readdirSync(temporary).filter((name) => name.startsWith("cdktf-cognito-base-"));
  expect(bases()).toHaveLength(1);
  child.kill(signal);
  expect(await ended).toEqual([null, signal]);
  expect(bases()).toEqual([]);
});
