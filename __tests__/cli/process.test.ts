import { folderWith } from "../support/cli";
import { program, SOUND } from "./support";

const GOOD = `{
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: { users: { clients: { app: { platform: "ios" } } } },
}`;

const check = (config: string) => program(folderWith({ "userpools.config.ts": config }), ["check"]);

describe("a run", () => {
  test.each([
    ["waits for what never comes", "export default new Promise(() => {});"],
    ["ends the process with a code of its own", "process.exit(3);"],
  ])("without a result fails: the config %s", (_, config) => {
    const { status, stdout, stderr } = check(config);
    expect([status, stdout, stderr]).toEqual([
      2,
      "",
      expect.stringMatching(/^cdktf-cognito: the config ended the run/),
    ]);
  });

  test("ends with its command, whatever the config has begun", () => {
    const { status, stdout, signal } = check(`setInterval(() => {}, 1_000); export default ${GOOD};`);
    expect([status, stdout, signal]).toEqual([0, "0 errors, 0 warnings in 1 stack\n", null]);
  });

  test("fails where the config lets a promise fail", () => {
    const { status, stderr } = check(`Promise.reject(new Error("nobody listens")); export default ${GOOD};`);
    expect([status, stderr]).toEqual([1, expect.stringContaining("nobody listens")]);
  });

  test("fails with one line where its output cannot be written", () => {
    const folder = folderWith({ "userpools.yaml": SOUND });
    const { status, stderr } = program(folder, ["check"], { shell: "exec > /dev/full" });
    expect([status, stderr]).toEqual([
      2,
      "cdktf-cognito: the output cannot be written: ENOSPC: no space left on device, write\n",
    ]);
  });
});
